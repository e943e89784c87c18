"""Who and what a text speaks of; its trees lie beside this file and were read over by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import quizgen
from quizgen.analysis import conllu, coreference
from quizgen.analysis.coreference.weights import load
from quizgen.analysis.quotes import in_speech, speech
from quizgen.records import Document, Entity, Mention, Sentence

TREES = Path(__file__).with_name("reference.conllu").read_text("utf8")
TEXTS = {part.split("\n")[0].removeprefix("# newdoc id = "): part for part in re.split(r"(?=# newdoc id)", TREES)[1:]}


def read(name: str) -> tuple[Document, tuple[Sentence, ...]]:
    return conllu.loads(TEXTS[name])


def entities(name: str) -> dict[str, Entity]:
    document, sentences = read(name)
    return {entity.name: entity for entity in coreference.resolve(document, sentences)}


def words(name: str, mention: Mention) -> str:
    document, sentences = read(name)
    sentence = sentences[mention.sentence]
    return document.text[sentence.token(mention.tokens[0]).start : sentence.token(mention.tokens[-1]).end]


def mentions(name: str, entity: str) -> list[str]:
    return [words(name, mention) for mention in entities(name)[entity].mentions]


def test_apposition_gives_a_name_its_roles() -> None:
    found = entities("crew")
    assert found["Karen Holm"].roles == ("engineer",)
    assert found["Peter Lund"].roles[:2] == ("film producer", "producer")
    assert "director" in found["Peter Lund"].roles


def test_a_description_with_an_age_is_the_one_person_of_that_role() -> None:
    assert "The 41-year-old engineer" in mentions("crew", "Karen Holm")
    assert "38-year-old director" in mentions("crew", "Peter Lund")


def test_they_stands_for_those_taken_together() -> None:
    found = entities("crew")
    both = found["Karen Holm and Peter Lund"]
    assert both.number == "plur" and both.parts == (found["Karen Holm"].id, found["Peter Lund"].id)
    assert mentions("crew", "Karen Holm and Peter Lund")[-1] == "They"


def test_pronouns_follow_gender_and_subject() -> None:
    assert [w for w in mentions("crew", "Peter Lund") if w in ("his", "He")] == ["his", "He"]
    assert entities("crew")["Peter Lund"].gender == "masc"


def test_a_possessive_pronoun_is_replaced_alone() -> None:
    his = next(m for m in entities("crew")["Peter Lund"].mentions if words("crew", m) == "his")
    assert his.kind == "pronoun" and len(his.tokens) == 1


def test_a_name_in_brackets_is_the_same_by_its_initials() -> None:
    assert mentions("crew", "the European Space Centre") == ["the European Space Centre", "ESC"]


def test_a_surname_alone_is_the_whole_name() -> None:
    assert mentions("mayor", "Anna Berg")[:2] == ["Mayor Anna Berg", "Berg"]
    assert entities("mayor")["Anna Berg"].roles == ("mayor",)


def test_a_surname_that_two_share_is_left_open() -> None:
    found = entities("brothers")
    assert {"Thomas Reed", "William Reed", "Reed"} <= set(found)
    assert len(found["Reed"].mentions) == 1


def test_the_title_says_whose_surname_it_is() -> None:
    document, sentences = read("brothers")
    titled = Document(document.text, title="The childhood of William Reed")
    found = {entity.name: entity for entity in coreference.resolve(titled, sentences)}
    assert "Reed" not in found and len(found["William Reed"].mentions) == 3


def test_pronouns_in_direct_speech_do_not_reach_out_of_it() -> None:
    assert "He" not in [words("mayor", m) for e in entities("mayor").values() for m in e.mentions]


def test_it_that_points_at_nothing_is_no_mention() -> None:
    assert not [m for e in entities("rain").values() for m in e.mentions if m.kind == "pronoun"]


def test_the_city_of_an_article_about_one_city() -> None:
    assert mentions("harbour", "Bergen") == ["Bergen", "Bergen", "Bergen", "The city", "its"]


def test_initials_and_class_noun_of_an_organization() -> None:
    assert mentions("fund", "the World Climate Fund") == ["The World Climate Fund", "WCF", "The fund"]


def test_a_role_before_a_name_and_one_from_a_predicate() -> None:
    orlov = entities("spokesman")["Boris Orlov"]
    assert orlov.roles == ("kremlin spokesman", "spokesman", "lawyer")
    assert mentions("spokesman", "Boris Orlov")[-1] == "The lawyer"


def test_a_predicate_is_no_mention() -> None:
    assert "a lawyer" not in mentions("spokesman", "Boris Orlov")


def test_a_title_keeps_its_article() -> None:
    film = entities("film")["The Long Night"]
    assert film.roles == ("film",) and film.named


def test_a_description_that_has_its_own_name_is_not_someone_else() -> None:
    assert mentions("film", "Paul Stone") == ["the director", "Paul Stone"]


def test_a_relative_clause_is_not_about_its_own_subject() -> None:
    assert mentions("admired", "Lena Vik") == ["Lena Vik"]


def test_a_description_of_two_people_is_left_open() -> None:
    assert mentions("strangers", "a doctor") == ["a doctor", "The doctor"]


@pytest.mark.parametrize(
    ("text", "full", "short"), [("company", "Nordsol Inc.", "Nordsol"), ("pope", "Pope Francis", "Francis")]
)
def test_short_forms_of_names(text: str, full: str, short: str) -> None:
    assert mentions(text, full) == [full, short]


def test_months_and_days_are_no_entities() -> None:
    assert not {"May", "Monday", "Friday"} & {name for text in TEXTS for name in entities(text)}


def test_ids_count_from_nought_in_order_of_the_text() -> None:
    for name in TEXTS:
        document, sentences = read(name)
        found = coreference.resolve(document, sentences)
        assert [entity.id for entity in found] == list(range(len(found)))
        starts = [sentences[e.mentions[0].sentence].token(e.mentions[0].tokens[0]).start for e in found]
        assert starts == sorted(starts)


def test_no_mention_is_in_two_entities() -> None:
    for name in TEXTS:
        met = [(m.sentence, m.tokens, m.kind) for e in entities(name).values() for m in e.mentions]
        assert len(met) == len(set(met))


def test_a_text_without_sentences_has_no_entities() -> None:
    assert coreference.resolve(Document(""), ()) == ()


def test_every_kind_of_weights_is_there() -> None:
    for kind in ("he", "it", "they", "description"):
        weights = load(kind)
        assert 0.3 < weights.least <= 1 and weights.features


def test_speech_needs_a_verb_and_may_run_on_to_the_next_paragraph() -> None:
    document, sentences = read("mayor")
    spans = speech(document, sentences)
    assert [document.text[s.start : s.end] for s in spans] == ['"He never paid for it,"']
    assert in_speech(spans, document.text.index("He never")) and not in_speech(spans, 0)


@pytest.mark.parametrize(
    "sentence",
    [
        "In his book Bread for America, statistician Howard Friedman opens with a satire of thrift.",
        "Hunter Thompson's memoir contains a letter in which he mocks the war.",
    ],
)
def test_he_is_not_the_hero_where_the_sentence_names_somebody_else(sentence: str) -> None:
    told = "Jonathan Swift was an Irish writer. Swift wrote a satire in 1729. He was born in Dublin."
    text = f"Jonathan Swift\n\n{told} {sentence}"
    found = {entity.name: entity for entity in quizgen.analyse(text).entities}
    hero = next(entity for name, entity in found.items() if name in ("Swift", "Jonathan Swift"))
    last = max(mention.sentence for mention in hero.mentions)
    assert [m.sentence for m in hero.mentions if m.kind == "pronoun"] == [3] and last == 3


def test_a_namesake_is_somebody_else() -> None:
    text = (
        "Abraham Lincoln\n\nAbraham Lincoln was a president of the United States. Lincoln was born in 1809.\n\n"
        "Lincoln's grandfather and namesake, Captain Abraham Lincoln, moved the family to Kentucky. Captain Lincoln "
        "was killed in a raid in 1786.\n\nLincoln studied law in Illinois."
    )
    found = {entity.name: [m.sentence for m in entity.mentions] for entity in quizgen.analyse(text).entities}
    assert set(found["Captain Abraham Lincoln"]) == {3, 4}
    assert 4 not in found["Abraham Lincoln"] and 5 in found["Abraham Lincoln"]
