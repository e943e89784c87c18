"""Who is a person that may stand among the options."""

from dataclasses import replace

import pytest
from selection_samples import article

from quizgen.records import Mention
from quizgen.selection.persons import Persons, is_title
from quizgen.selection.pool import Pool


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Module Pilot", True),
        ("Protector of Mexico", True),
        ("Elector of Brandenburg", True),
        ("Vice President of Football Operations", True),
        ("Time Lord", True),
        ("Master", True),
        ("Tropical Storm Bonnie", True),
        ("Hurricane Jeanne", True),
        ("The Long Night", True),
        ("Marie Curie", False),
        ("Tom Baker", False),
        ("Catherine of Aragon", False),
        ("W. Haydon Burns", False),
        ("Xu Zongdao", False),
    ],
)
def test_titles_are_no_names(name, title):
    assert is_title(name) is title


def sentence(*words):
    """A sentence of ``form_UPOS_head_relation``; its mentions are given by the ids of their tokens."""
    parsed = article(" ".join("_".join(word.split("_")[:2]) for word in words))
    only = parsed.sentences[0]
    tokens = []
    for token, word in zip(only.tokens, words, strict=True):
        _, _, head, relation = word.split("_")
        tokens.append(replace(token, head=int(head), deprel=relation))
    return replace(parsed, sentences=(replace(only, tokens=tuple(tokens)),))


def entities(parsed, **names):
    """The analysis with one entity for each name: ``Ann_Lee=(3, 4)``."""
    made = article("x_X", names=[(name.replace("_", " "), "person") for name in names]).entities
    found = [
        replace(entity, mentions=(Mention(0, tuple(ids), ids[0], "name"),))
        for entity, ids in zip(made, names.values(), strict=True)
    ]
    return replace(parsed, entities=tuple(found))


def test_the_noun_before_the_first_of_several_names_is_the_role_of_all():
    parsed = sentence(
        "writers_NOUN_0_root", "Mark_PROPN_1_appos", "Twain_PROPN_2_flat", ",_PUNCT_5_punct", "Neil_PROPN_2_conj",
        "Gaiman_PROPN_5_flat",
    )  # fmt: skip
    analysis = entities(parsed, Mark_Twain=(2, 3), Neil_Gaiman=(5, 6))
    told = replace(parsed.sentences[0].tokens[0], lemma="writer", xpos="NNS")
    first = replace(analysis.sentences[0], tokens=(told, *analysis.sentences[0].tokens[1:]))
    analysis = replace(analysis, sentences=(first,))
    people = Persons(analysis)
    assert [people.roles(entity) for entity in analysis.entities] == [{"writer"}, {"writer"}]


def test_who_is_named_only_for_an_opinion_is_a_reporter():
    parsed = sentence("Fred_PROPN_3_nsubj", "Anderson_PROPN_1_flat", "suggests_VERB_0_root", "it_PRON_5_nsubj",
                      "fell_VERB_3_ccomp")  # fmt: skip
    analysis = entities(parsed, Fred_Anderson=(1, 2))
    assert Persons(analysis).is_reporter(analysis.entities[0])
    parsed = sentence("Fred_PROPN_3_nsubj", "Anderson_PROPN_1_flat", "fell_VERB_0_root")
    analysis = entities(parsed, Fred_Anderson=(1, 2))
    assert not Persons(analysis).is_reporter(analysis.entities[0])


def test_who_is_played_by_somebody_is_a_character():
    parsed = sentence(
        "Tyler_PROPN_0_root", "(_PUNCT_3_punct", "Anna_PROPN_1_appos", "Piper_PROPN_3_flat", ")_PUNCT_3_punct"
    )
    analysis = entities(parsed, Rose_Tyler=(1,), Anna_Piper=(3, 4))
    assert [Persons(analysis).is_character(entity) for entity in analysis.entities] == [True, False]
    parsed = sentence("Mackie_PROPN_0_root", "as_ADP_3_case", "Bill_PROPN_1_nmod")
    analysis = entities(parsed, Pearl_Mackie=(1,), Bill=(3,))
    assert [Persons(analysis).is_character(entity) for entity in analysis.entities] == [False, True]


def test_one_word_needs_more_than_a_capital():
    analysis = article("Thyrza_PROPN wept_VERB ._PUNCT", names=[("Thyrza", "person")])
    assert not Persons(analysis).is_one(analysis.entities[0])
    poet = replace(analysis.entities[0], roles=("poet",))
    assert Persons(analysis).is_one(poet)
    assert not Persons(analysis).is_one(replace(poet, roles=("rock band",)))


def test_a_name_torn_from_a_longer_one_is_no_option():
    line = "Mayor_PROPN W._PROPN Haydon_PROPN Burns_PROPN spoke_VERB ._PUNCT"
    analysis = article(line, names=[("W. Haydon", "person"), ("W. Haydon Burns", "person")])
    torn, whole = analysis.entities
    analysis = replace(analysis, entities=(
        replace(torn, mentions=(Mention(0, (2, 3), 2, "name"),)),
        replace(whole, mentions=(Mention(0, (2, 3, 4), 2, "name"),)),
    ))  # fmt: skip
    assert [option.text for option in Pool((), analysis).options] == ["W. Haydon Burns"]
