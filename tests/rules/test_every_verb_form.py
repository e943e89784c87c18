"""Clauses put together at random: whatever is asked of them, the question keeps what English demands of one.

The tables of test_grammar.py say word by word what must come out; here nothing is spelled out, but every verb, tense,
aspect, voice, modal, negation, number, particle, adverb and order of arguments may meet every other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import mechanical_form
import mechanical_grammar
from hypothesis import given, settings
from hypothesis import strategies as st
from verb_forms import ACTIVE, BE, COPULA, INTRANSITIVE, PASSIVE, TRANSITIVE, Form, Principal, phrase, verb
from verb_oracle import is_finite, made_active, verb_faults

from quizgen.records import BLANK, Argument, Clause, Item, ItemType, Phrase, Verb, replace
from quizgen.rules import grammar

EMPHATIC = Form("emphatic", "does {base}", "do {base}"), Form("emphatic past", "did {base}", "did {base}")
GOT = (Form("got", "got {done}", "got {done}"),)
DO = {"{past}": "did", "{s}": "does", "{base}": "do"}
GIVEN = ("give", "send", "teach", "pay", "sell", "buy", "bring")
"""Verbs that may have a recipient."""

PILOT = phrase("the pilot", 2, kind="person")
SUBJECTS = (
    PILOT,
    replace(phrase("Ann Lee", 2, kind="person"), proper=True),
    phrase("the pilots", 2, "plur", kind="person"),
    replace(phrase("Ann Lee and Tom Ray", 2, "plur", kind="person"), proper=True),
    phrase("an old engine", 2),
    phrase("the unit's members", 2, "plur"),
    phrase("the canal, 3 kilometres long", 2),
    replace(phrase("NASA", 2, kind="organization"), original="they", names=("NASA",), proper=True),
)
OBJECTS = (
    phrase("a letter", 5),
    phrase("an hour of silence", 5),
    phrase("two letters", 5, "plur"),
    replace(phrase("Ann Lee's letters", 5, "plur"), original="her letters", names=("Ann Lee",)),
    replace(phrase("the engine", 5), original="it", names=("the engine",)),
)
OBLIQUES = (
    phrase("Rome", 9, marker="in", kind="place"),
    phrase("1990", 11, marker="in", kind="time"),
    phrase("a friend", 13, marker="with", kind="person"),
    phrase("the age of four", 15, marker="at", kind="time"),
    phrase("an island", 17, marker="on", kind="place"),
)
AGENT = Argument("agent", phrase("a doctor", 7, marker="by", kind="person"))
WH = {
    "subject": ("Who", "What", "Which pilot", "Which organizations"),
    "object": ("What", "Which letter", "How many letters"),
    "recipient": ("Who", "Whom", "Which nurse"),
    "attribute": ("What",),
    "agent": ("Who", "By whom", "Which doctor"),
    "place": ("Where", "In which city", "Which city"),
    "time": ("When", "In which year"),
    "person": ("Who", "With whom", "Which friend"),
}


def forms(principal: Principal) -> dict[str, str]:
    base, s, past, done, ing, _ = principal
    if principal is BE:  # its forms are those of the auxiliary
        return {"VB": "be", "VBN": "been", "VBG": "being", "VBZ": "is", "VBP": "are", "VBD": "was", "VBD2": "were"}
    return {"VB": base, "VBP": base, "VBZ": s, "VBD": past, "VBN": done, "VBG": ing}


@st.composite
def clauses(draw: st.DrawFn, agent: bool = False) -> tuple[Clause, Principal]:
    """A clause with any verb in any form, and its verb; with ``agent`` a passive one that has one."""
    passive = agent or draw(st.booleans())
    form = draw(st.sampled_from((*PASSIVE, *GOT) if passive else (*ACTIVE, *EMPHATIC)))
    principal = draw(st.sampled_from(TRANSITIVE if passive else (*TRANSITIVE, *INTRANSITIVE)))
    subject = draw(st.sampled_from(SUBJECTS))
    said = _verb(draw, principal, form.plural if _is_plural(subject) else form.singular, form, passive)
    own = [AGENT] if agent or (passive and draw(st.booleans())) else []
    if not passive and principal in TRANSITIVE:
        own = [Argument("object", draw(st.sampled_from(OBJECTS)), required=True)]
        if principal.base in GIVEN and not principal.particle and draw(st.booleans()):
            own.insert(0, Argument("recipient", phrase("a nurse", 4, kind="person"), required=True))
    return _complete(draw, Clause(subject, said, tuple(own))), principal


@st.composite
def copular(draw: st.DrawFn) -> tuple[Clause, Principal]:
    """*The pilots may not have been experts in Rome.*"""
    form, subject = draw(st.sampled_from(COPULA)), draw(st.sampled_from(SUBJECTS))
    pattern = form.plural if _is_plural(subject) else form.singular
    said = replace(_verb(draw, BE, pattern, form, False), copula=True)
    text = "experts" if subject.number == "plur" else "an expert"
    attribute = Argument("attribute", phrase(text, 5, subject.number), required=True)
    return _complete(draw, Clause(subject, said, (attribute,))), BE


def _complete(draw: st.DrawFn, clause: Clause) -> Clause:
    """With times, places and company before and after the verb, and what it holds under."""
    obliques = [Argument("oblique", p) for p in draw(st.lists(st.sampled_from(OBLIQUES), unique=True, max_size=3))]
    if obliques and draw(st.booleans()):
        obliques[0] = replace(obliques[0], position="before")
    front = draw(st.sampled_from(({}, {}, {"condition": "if rain falls"}, {"attribution": "Eva Bo"})))
    return replace(clause, arguments=(*clause.arguments, *obliques), **front)


def _is_plural(subject: Phrase) -> bool:
    return subject.number == "plur" or subject.original == "they"


def _verb(draw: st.DrawFn, principal: Principal, pattern: str, form: Form, passive: bool) -> Verb:
    """In this form, with or without a negation and adverbs; *not* brings *do* where the article needs it."""
    negation = draw(st.sampled_from(("", "", "not", "never", "hardly")))
    if form in (*EMPHATIC, *GOT) and negation == "not":
        negation = ""
    group = principal.fill(pattern)
    if negation == "not" and pattern in DO:
        group = f"{DO[pattern]} {principal.base}"
    said = verb(principal, group, pattern, negation, passive=passive)
    return replace(said, adverbs=draw(st.sampled_from(((), (), ("often",), ("completely",), ("still", "fully")))))


def targets(clause: Clause) -> Iterator[tuple[str, Phrase]]:
    yield "subject", clause.subject
    for argument in clause.arguments:
        kind = argument.role if argument.role != "oblique" else argument.phrase.type
        if argument.position == "after":
            yield kind, argument.phrase


def item(question: str, answer: str = "xyz") -> Item:
    kind = ItemType.CLOZE if BLANK in question else ItemType.SHORT
    return Item("1", kind, question, answer)


def print_faults(question: str) -> Iterator[str]:
    """Faults of print and of form that any question can have."""
    for check in (
        mechanical_form.spacing, mechanical_form.quotes, mechanical_form.articles,
        mechanical_form.leftovers, mechanical_grammar.prepositions, mechanical_grammar.auxiliary,
    ):  # fmt: skip
        yield from check(item(question))
    if question.count("?") != (BLANK not in question) or not re.match(r"[A-Z_“]", question):
        yield "it does not begin or end as it must"


def kept_faults(said: str, clause: Clause, target: Phrase) -> Iterator[str]:
    """Whether all is said once, and what is asked for not at all."""
    for argument in clause.arguments:
        own, other = argument.phrase.text, argument.phrase.original
        count = len(re.findall(rf"(?<!\w){re.escape(own)}(?!\w)", said))
        pronoun = bool(other) and f" {other}" in said
        time = target.type == "time" and argument.phrase.type == "time"
        if argument.phrase is target and count:
            yield f"“{own}” is said though it is asked for"
        elif argument.phrase is not target and not time and count + pronoun != 1 and (count or _short(said, clause)):
            yield f"“{own}” is said {count} times"
    particle = clause.verb.particle
    if particle and len(re.findall(rf"\b{particle}\b", said)) != 1:
        yield f"the particle “{particle}” is lost or doubled"


def _short(said: str, clause: Clause) -> bool:
    """Whether there is room enough for all: a long question loses what it can do without."""
    return len(said.split()) + sum(len(a.phrase.text.split()) + 1 for a in clause.arguments) < 18


def number_of(wh: str) -> str:
    return "plur" if wh.endswith("s") and wh.startswith(("Which", "How")) else "sing"


@settings(max_examples=1500)
@given(st.one_of(clauses(), clauses(), copular()), st.data())
def test_a_question_keeps_what_english_demands(made: tuple[Clause, Principal], data: st.DataObject) -> None:
    clause, principal = made
    kind, target = data.draw(st.sampled_from(list(targets(clause))))
    wh = data.draw(st.sampled_from(WH[kind]))
    number = ""
    if kind == "subject":
        wh, number = _fitted(wh, clause)
    question = grammar.ask(clause, wh, target)
    body = re.sub(r"^(?:According to Eva Bo|If rain falls), (\w)", lambda m: m[1].upper(), question)
    faults = [
        *print_faults(question),
        *verb_faults(body, clause, forms(principal), number),
        *kept_faults(body, clause, target),
        *_word_order(body, wh, clause, target),
        *_preposition(body, wh, clause, target),
    ]
    assert not faults, (question, faults)


def _fitted(wh: str, clause: Clause) -> tuple[str, str]:
    """The wh-phrase as grammar numbers it, so that only its verb is on trial, with its number."""
    several = clause.subject.number == "plur"
    wh = wh.rstrip("s") + "s" if several and wh.startswith("Which") else wh.rstrip("s")
    experts = clause.verb.copula and clause.arguments[0].phrase.number == "plur"
    return wh, "plur" if experts and not wh.startswith("Which") else number_of(wh)


def _word_order(body: str, wh: str, clause: Clause, target: Phrase) -> Iterator[str]:
    opened = re.match(rf"(?:(?:In|On|At|With|By) )?{wh}[sm]? ", body, re.I)
    if not opened:
        yield f"it does not begin with “{wh}”"
        return
    first, _, behind = body[opened.end() :].partition(" ")
    if target is clause.subject:
        if clause.subject.text in body:
            yield "the subject is said though it is asked for"
    elif not is_finite(first) or not behind.startswith(clause.subject.text):
        yield f"“{first}” is no auxiliary before the subject"


def _preposition(body: str, wh: str, clause: Clause, target: Phrase) -> Iterator[str]:
    """The preposition of what is asked for: gone with the wh-word, in front of it, or where its phrase stood."""
    used = [a.phrase.marker for a in clause.arguments if a.phrase.marker and f"{a.phrase.marker} {a.phrase}" in body]
    found = re.findall(r"\b(?:in|on|at|with|by)\b", re.sub(r"\b(?:in|on|at|with|by)\b(?= rain)", "", body.lower()))
    lone = 0 if wh.split()[0] in ("Where", "When") or target is clause.subject or not target.marker else 1
    if len(found) != len(used) + lone:
        yield f"{len(found)} prepositions, wanted {len(used) + lone}"


@settings(max_examples=800)
@given(st.one_of(clauses(), clauses(), copular()), st.data())
def test_a_statement_keeps_what_english_demands(made: tuple[Clause, Principal], data: st.DataObject) -> None:
    clause, principal = made
    kind, target = data.draw(st.sampled_from(list(targets(clause))))
    said = grammar.state(clause, target)
    number = ("plur" if clause.subject.number == "plur" else "sing") if kind == "subject" else ""
    faults = [
        *print_faults(said),
        *verb_faults(said, clause, forms(principal), number),
        *kept_faults(said, clause, target),
    ]
    assert not faults and said.count(BLANK) == 1 and said.endswith("."), (said, faults)


@settings(max_examples=600)
@given(clauses(agent=True), st.sampled_from(("Who", "Which doctor", "Which doctors")))
def test_a_passive_made_active_keeps_what_english_demands(made: tuple[Clause, Principal], wh: str) -> None:
    clause, principal = made
    question = grammar.ask_active(clause, wh)
    turned = made_active(replace(clause, subject=phrase("nobody", 1)))
    body = re.sub(r"^(?:According to Eva Bo|If rain falls), (\w)", lambda m: m[1].upper(), question)
    faults = [*print_faults(question), *verb_faults(body, turned, forms(principal), number_of(wh))]
    assert not faults and clause.subject.text in question, (question, faults)
