"""Rule × fact → candidate: conditions, templates, identities, evidence."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
import yaml

from quizgen import analysis, facts, reading
from quizgen.analysis.parser import Model
from quizgen.errors import RuleError
from quizgen.records import (
    Analysis,
    Argument,
    Candidate,
    Clause,
    Document,
    Fact,
    Item,
    Phrase,
    Rejection,
    Rule,
    Sentence,
    Span,
    Verb,
    replace,
)
from quizgen.rules import conditions, engine, loader
from quizgen.rules.nodes import Node

TEXT = "Ada Lovelace visited the old mills in 1834."


def phrase(words: str, at: int, **more: object) -> Phrase:
    start = TEXT.index(words) if words in TEXT else 0
    return Phrase(words, words.split()[-1], tokens=(at,), span=Span(start, start + len(words)), **more)  # type: ignore[arg-type]


ADA = phrase("Ada Lovelace", 1, type="person", proper=True, gender="fem", aliases=("Lovelace",), definition="countess")
MILLS = phrase("the old mills", 4, type="object", number="plur", determiner="the", noun="mills")
YEAR = phrase("1834", 7, type="time", marker="in", noun="year", value="1834")
VERB = Verb("visit", "visited", "VBD", tense="past")
CLAUSE = Clause(ADA, VERB, (Argument("object", MILLS, required=True), Argument("oblique", YEAR)))
ROLES = (("subject", ADA), ("object", MILLS), ("oblique", YEAR))
FACT = Fact("event", ROLES, 0, Span(0, len(TEXT)), CLAUSE)
ARTICLE = Analysis(Document(TEXT, title="Ada"), (Sentence(0, (), TEXT, 0, len(TEXT)),))


def rule(question: str = "{{ ask('Who', subject) }}", answer: str = "{{ subject }}", **more: object) -> Rule:
    return Rule("event.test", "event", question, answer, path="my/rules.yaml", line=7, **more)  # type: ignore[arg-type]


def when(condition: str) -> Rule:
    node = Node(Path("my/rules.yaml"), yaml.compose(condition))
    return rule(when=loader._when(node))


def made(rule: Rule, fact: Fact = FACT, article: Analysis = ARTICLE) -> Item:
    candidate = engine.apply(rule, fact, article)
    assert isinstance(candidate, Candidate)
    return candidate.item


# ------------------------------------------------------------------------------------------ conditions

HOLDS = """
    {subject: person}
    {subject: [organization, person]}
    {subject: present, object: present}
    {agent: absent}
    {subject: {type: person, proper: true, gender: fem}}
    {subject: {type: PERSON}}
    {subject: {definition: true, marker: false}}
    {subject: {type: ["!place", "!time"]}}
    {subject: {type: "!place"}}
    {object: {number: plur, proper: false, determiner: [the, a]}}
    {oblique: {noun: year, marker: [in, on], value: true}}
    {verb: {negated: false, passive: false, tense: past, lemma: visit}}
    {verb: {lemma: ["!have", "!be"]}}
    {verb: {negation: false, particle: false}}
    {clause: {condition: false, attribution: false}}
    {}
"""
FAILS = """
    {subject: place}
    {subject: [organization, place]}
    {subject: absent}
    {agent: present}
    {agent: person}
    {agent: {type: "!person"}}
    {subject: {type: person, proper: false}}
    {subject: {definition: false}}
    {subject: {marker: true}}
    {subject: {type: ["!place", "!person"]}}
    {subject: {type: "!Person"}}
    {object: {number: sing}}
    {oblique: {marker: "!in"}}
    {verb: {negated: true}}
    {verb: {lemma: ["!have", "!visit"]}}
    {verb: {modal: true}}
    {clause: {attribution: true}}
    {subject: person, object: person}
"""


def lines(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines()]


@pytest.mark.parametrize("condition", lines(HOLDS))
def test_a_condition_that_holds(condition: str) -> None:
    assert conditions.matches(when(condition), FACT)


@pytest.mark.parametrize("condition", lines(FAILS))
def test_a_condition_that_fails(condition: str) -> None:
    assert not conditions.matches(when(condition), FACT)
    assert engine.apply(when(condition), FACT, ARTICLE) is None


def test_a_fact_without_clause_has_no_verb() -> None:
    bare = replace(FACT, clause=None)
    assert not conditions.matches(when("{verb: {negated: false}}"), bare)
    assert conditions.matches(when("{verb: absent, clause: absent}"), bare)


# ------------------------------------------------------------------------------------------ templates


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("{{ ask('Who', subject) }}", "Who visited the old mills in 1834?"),
        ("{{ ask(which(subject), subject) }}", "Which countess visited the old mills in 1834?"),
        ("{{ ask('In which ' ~ oblique.noun, oblique) }}", "In which year did Ada Lovelace visit the old mills?"),
        ("{{ question('what is ' ~ poss(subject) ~ ' year') }}", "What is Ada Lovelace's year?"),
        ("{{ question('when ' ~ is_(object) ~ ' ' ~ the('old mill') ~ ' built') }}", "When were the old mill built?"),
        ("{{ state(object) }}", "Ada Lovelace visited _____ in 1834."),
        ("{{ state(object, 'Rome') }}", "Ada Lovelace visited Rome in 1834."),
        (
            "Is {{ cap(object) }} {{ a('hour') }} {{ a('mill') }} {{ the('a mill') }}?",
            "Is The old mills an hour a mill the mill?",
        ),
        ("{{ verb.lemma }} {{ verb }} {{ when(oblique) }}", "visit visited 1834"),
        ("{{ placed(oblique) }}", "1834"),
    ],
)
def test_what_a_template_gives(question: str, printed: str) -> None:
    assert made(rule(question)).question == printed


def test_the_words_of_a_quantity() -> None:
    whole, counted = replace(MILLS, text="about 12 old mills", marker="after"), replace(MILLS, text="old mills")
    fact = replace(FACT, roles=(("whole", whole), ("counted", counted)))
    assert made(rule("{{ how_many(whole, counted) }}", "{{ whole }}"), fact).question == "After how many old mills"
    assert made(rule("{{ when(whole) }}", "{{ whole }}"), fact).question == "after about 12 old mills"


def test_a_rule_whose_role_is_not_filled_is_silent() -> None:
    assert engine.apply(rule("{{ ask('Who', agent) }}", "{{ agent }}"), FACT, ARTICLE) is None


def test_what_grammar_refuses_comes_with_its_reason() -> None:
    lost = replace(ADA, dangling="she")
    fact = replace(FACT, roles=(("subject", lost), *ROLES[1:]), clause=replace(CLAUSE, subject=lost))
    refused = engine.apply(rule("{{ ask('What', object) }}", "{{ object }}"), fact, ARTICLE)
    assert isinstance(refused, Rejection)
    assert (refused.filter, refused.rule, refused.sentence) == ("grammar", "event.test", 0)
    assert refused.reason == "nothing tells what “she” is"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("{{ subject.nothing }}", "nothing"),
        ("{{ ask('Who') }}", "missing 1 required"),
        ("{{ ask('Who', 3) }}", "int"),
        ("{{ subject.__class__ }}", "unsafe"),
        ("{{ ask.__globals__ }}", "unsafe"),
        ("{{ verb.__init__.__globals__ }}", "unsafe"),
        ("{{ subject | attr('__class__') }}", "attr|unsafe"),
        ("{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}", "no for"),
        ("{{ 'x' * 1000000000 }}", "no \\*"),
        ("{{ '%1000000000d' % 1 }}", "no %"),
        ("{{ 'x'.center(1000000000) }}", "“center”"),
        ("{{ 1 / 0 }}", "no /"),
        ("{{ subject", "end of"),
    ],
)
def test_a_template_that_fails_names_its_file_and_line(source: str, reason: str) -> None:
    with pytest.raises(RuleError, match=reason) as fault:
        engine.apply(rule(source), FACT, ARTICLE)
    assert str(fault.value).startswith("my/rules.yaml:7: ")
    with pytest.raises(RuleError, match=reason):
        engine.apply(rule(answer=source), FACT, ARTICLE)


# ------------------------------------------------------------------------------------------ many rules, many facts


def test_every_rule_of_its_kind_is_tried_in_the_order_of_the_facts() -> None:
    who, what = rule(), replace(rule("{{ ask('What', object) }}", "{{ object }}"), id="event.other")
    off, other = replace(who, id="event.off", enabled=False), replace(who, id="place.where", fact="place")
    second = replace(FACT, roles=(("subject", replace(ADA, dangling="she")), *ROLES[1:]))
    found, refused = engine.candidates((who, what, off, other), (FACT, second), ARTICLE)
    assert [(c.rule.id, c.item.answer) for c in found] == [
        ("event.test", "Ada Lovelace"), ("event.other", "the old mills"), ("event.other", "the old mills"),
    ]  # fmt: skip
    assert [r.rule for r in refused] == ["event.test"]


def test_a_candidate_says_where_it_comes_from() -> None:
    candidate = engine.apply(rule(score=0.7), FACT, ARTICLE)
    assert isinstance(candidate, Candidate)
    assert candidate.answer is ADA and candidate.fact is FACT
    assert candidate.statement == "_____ visited the old mills in 1834."
    item = candidate.item
    assert (item.rule, item.fact, item.document, item.score) == ("event.test", "event", ARTICLE.document.key, 0.7)
    assert item.evidence.text == TEXT and (item.evidence.start, item.evidence.end) == (0, len(TEXT))
    assert TEXT[item.evidence.answer_start : item.evidence.answer_end] == "Ada Lovelace"


def test_what_else_is_right() -> None:
    assert made(rule()).accept == ("Lovelace",)
    assert made(rule(accept=("Countess {{ subject }}", "{{ subject }}", " Lovelace, "))).accept == (
        "Countess Ada Lovelace", "Lovelace",
    )  # fmt: skip
    assert made(rule("{{ ask('What', object) }}", "{{ object }}")).accept == ()


def test_an_answer_that_is_not_in_the_sentence_has_its_phrase_as_evidence() -> None:
    resolved = replace(ADA, text="Augusta Ada King")
    fact = replace(FACT, roles=(("subject", resolved), *ROLES[1:]), clause=replace(CLAUSE, subject=resolved))
    evidence = made(rule(), fact).evidence
    assert TEXT[evidence.answer_start : evidence.answer_end] == "Ada Lovelace"
    nowhere = replace(resolved, span=Span(0, 0), tokens=())
    fact = replace(FACT, roles=(("subject", nowhere), *ROLES[1:]), clause=replace(CLAUSE, subject=nowhere))
    evidence = made(rule(), fact).evidence
    assert (evidence.answer_start, evidence.answer_end) == (-1, -1)


# ------------------------------------------------------------------------------------------ whole articles

BRIDGE = (
    "The engineer Clara Voss designed the bridge in 1931. It was opened by the mayor on 3 May 1934. "
    "The bridge is 412 metres long. Over 300 workers built it because the old ferry was slow."
)
BEFORE = "Fishing was the main trade of the valley for centuries.\n\n"
AFTER = "\n\nThe town of Varne lies in the north."


def items(text: str, model: Model) -> dict[tuple[str, str], Item]:
    read = reading.from_text(text, title="The bridge", date=datetime.date(2021, 10, 6))
    analysed = analysis.analyse(read, model)
    found, _ = engine.candidates(loader.load(), facts.extract(analysed), analysed)
    return {(c.item.rule, c.item.question): c.item for c in found}


def test_an_unrelated_edit_changes_no_id(model: Model) -> None:
    plain, edited = items(BRIDGE, model), items(BEFORE + BRIDGE + AFTER, model)
    shared = plain.keys() & edited.keys()
    assert len(plain) > 8 and len(shared) >= len(plain) - 2
    assert {key for key in shared if plain[key].id != edited[key].id} == set()
    assert len({item.id for item in edited.values()}) == len(edited)


def test_evidence_points_at_the_answer(model: Model) -> None:
    text = BEFORE + BRIDGE + AFTER
    for item in items(text, model).values():
        evidence = item.evidence
        assert text[evidence.start : evidence.end] == evidence.text
        if item.type.value != "true_false" and item.answer in evidence.text:
            assert text[evidence.answer_start : evidence.answer_end] == item.answer
        if evidence.answer_start >= 0:
            assert evidence.start <= evidence.answer_start < evidence.answer_end <= evidence.end
