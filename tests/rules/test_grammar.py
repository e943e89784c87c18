"""Every verb in every tense, voice, number and negation, asked for every part of its clause."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from verb_forms import ACTIVE, INTRANSITIVE, PASSIVE, TRANSITIVE, Form, Principal, phrase, verb

from quizgen import analysis, reading
from quizgen.analysis.parser import Model
from quizgen.facts.article import Article
from quizgen.facts.clauses import clauses
from quizgen.records import Argument, Clause, Phrase, Verb, replace
from quizgen.rules import grammar
from quizgen.rules.grammar import Unaskable


class Case:
    """*The pilot … the letter in Rome*: one clause, and what must be asked of it."""

    def __init__(
        self, principal: Principal, form: Form, number: str, negation: str, passive: bool, object: bool
    ) -> None:
        self.principal, self.form, self.number, self.negation, self.passive = principal, form, number, negation, passive
        self.subject = "the pilot" if number == "sing" else "the pilots"
        self.pattern = form.singular if number == "sing" else form.plural
        self.group = self._negated(self.pattern)
        self.singular = self._negated(form.singular)
        arguments = [Argument("oblique", phrase("Rome", 9, marker="in", kind="place"))]
        if passive:
            arguments.insert(0, Argument("agent", phrase("a doctor", 7, marker="by", kind="person")))
        elif object:
            arguments.insert(0, Argument("object", phrase("a letter", 5), required=True))
        read = verb(principal, self._without_negation(), self.pattern, negation, passive=passive)
        self.clause = Clause(phrase(self.subject, 2, number), read, tuple(arguments))
        self.object = " a letter" if object and not passive else ""
        self.agent = " by a doctor" if passive else ""

    def _without_negation(self) -> str:
        return " ".join(word for word in self.group.split() if word != self.negation)

    def _negated(self, pattern: str) -> str:
        """The group with its negation: behind the first auxiliary, or with *do*, or before the verb (*never wrote*)."""
        first, *others = self.principal.fill(pattern).split()
        if not self.negation:
            return " ".join([first, *others])
        if others:
            return " ".join([first, self.negation, *others])
        if self.negation == "never":
            return f"never {first}"
        return f"{self._do(pattern)} not {self.principal.base}"

    @staticmethod
    def _do(pattern: str) -> str:
        return "did" if pattern == "{past}" else "does" if pattern == "{s}" else "do"

    def turned(self) -> str:
        """Auxiliary, subject and the rest of the group: *has the pilot written*."""
        words = self.group.split()
        if len(words) == 1 or words[0] == "never":
            kept = [w for w in words if w == "never"]
            words = [self._do(self.pattern), *kept, self.principal.base]
        return " ".join([words[0], self.subject, *words[1:]]) + self.particle

    @property
    def particle(self) -> str:
        return f" {self.principal.particle}" if self.principal.particle else ""

    def __repr__(self) -> str:
        return f"{self.subject} {self.group}{self.particle}"


def cases(form: Form, *, passive: bool = False) -> Iterator[Case]:
    """All verbs in the singular without negation; elsewhere every third, another third each time."""
    for at, (number, negation) in enumerate(itertools.product(("sing", "plur"), ("", "not", "never"))):
        step = 3 if at else 1
        for principal in TRANSITIVE[at % step :: step]:
            yield Case(principal, form, number, negation, passive, object=True)
        for principal in INTRANSITIVE[at % step :: step] if not passive else ():
            yield Case(principal, form, number, negation, passive, object=False)


def expected(case: Case) -> Iterator[tuple[str, str, str]]:
    """(what is asked for, question, what it must be)."""
    arguments = {a.role: a.phrase for a in case.clause.arguments}
    complete = case.particle + case.object + case.agent
    who = grammar.ask(case.clause, "Who", case.clause.subject)
    yield "subject", who, f"Who {case.singular}{complete} in Rome?"
    place, without_place = arguments["oblique"], case.turned() + case.object + case.agent
    yield "where", grammar.ask(case.clause, "Where", place), f"Where {without_place}?"
    yield "in which", grammar.ask(case.clause, "In which city", place), f"In which city {without_place}?"
    yield "stranded", grammar.ask(case.clause, "Which city", place), f"Which city {without_place} in?"
    if "object" in arguments:
        what = grammar.ask(case.clause, "What", arguments["object"])
        yield "object", what, f"What {case.turned()} in Rome?"
    if "agent" in arguments:
        whom = grammar.ask(case.clause, "Who", arguments["agent"])
        yield "agent", whom, f"Who {case.turned()} by in Rome?"
    subject = case.subject[0].upper() + case.subject[1:]
    said = f"{subject} {case.group}{complete} in _____."
    yield "blank", grammar.state(case.clause, place), said


def wrong(cases: Iterator[Case]) -> list[tuple[str, str, str]]:
    rows = [
        (asked, got, wanted.replace("can not ", "cannot ")) for case in cases for asked, got, wanted in expected(case)
    ]
    assert len(rows) > 500
    return [row for row in rows if row[1] != row[2]]


@pytest.mark.parametrize("form", ACTIVE, ids=lambda form: form.name)
def test_every_active_form(form: Form) -> None:
    assert wrong(cases(form)) == []


@pytest.mark.parametrize("form", PASSIVE, ids=lambda form: form.name)
def test_every_passive_form(form: Form) -> None:
    assert wrong(cases(form, passive=True)) == []


@pytest.mark.parametrize("form", PASSIVE, ids=lambda form: form.name)
def test_every_passive_form_made_active(form: Form) -> None:
    wrong = []
    for case in cases(form, passive=True):
        made = grammar.ask_active(case.clause, "Who")
        active = Case(case.principal, Form("", form.active, form.active), "sing", case.negation, False, object=True)
        wanted = f"Who {active.group}{case.particle} {case.subject} in Rome?"
        if made != wanted.replace("can not ", "cannot "):
            wrong.append((made, wanted))
    assert wrong == []


# ------------------------------------------------------------------------------------------ sentences that were read


class Row(NamedTuple):
    given: str
    asked: str
    question: str


def table() -> dict[str, list[Row]]:
    """The rows of questions.txt under their headings."""
    sections: dict[str, list[Row]] = {}
    for line in (Path(__file__).parent / "questions.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# ---"):
            sections[line.removeprefix("# ---").strip()] = []
        elif line and not line.startswith("#"):
            list(sections.values())[-1].append(Row(*(cell.strip() for cell in line.split("|"))))
    return sections


SECTIONS = table()
READ: dict[str, list[Clause]] = {}


def read(given: str, model: Model) -> list[Clause]:
    if given not in READ:
        analysed = analysis.analyse(reading.from_text(given), model)
        article = Article(analysed)
        READ[given] = [parsed.clause for s in analysed.sentences for parsed in clauses(article, s)]
    return READ[given]


def ask(row: Row, model: Model) -> str:
    wh, words = (part.strip() for part in row.asked.split("←"))
    for clause in read(row.given, model):
        for part in (clause.subject, *(a.phrase for a in clause.arguments)):
            if part.text == words:
                if wh == "blank":
                    return grammar.state(clause, part)
                if wh.startswith("active "):
                    return grammar.ask_active(clause, wh.removeprefix("active "))
                return grammar.ask(clause, wh, part)
    return f"“{words}” is no part of {read(row.given, model)}"


@pytest.mark.parametrize("section", SECTIONS)
def test_questions(section: str, model: Model) -> None:
    asked = [(row, ask(row, model)) for row in SECTIONS[section]]
    assert [(*row[:2], question) for row, question in asked if question != row.question] == []


def test_the_table_is_well_formed() -> None:
    rows = [row for rows in SECTIONS.values() for row in rows]
    assert len(rows) >= 120 and len(set(rows)) == len(rows)
    for row in rows:
        assert not re.search(r"\b(\w+) \1\b", row.question)
        assert row.question.endswith("." if "blank" in row.asked else "?")


# ------------------------------------------------------------------------------------------ what needs a closer look


def clause(subject: Phrase, verb: Verb, *arguments: Argument) -> Clause:
    return Clause(subject, verb, arguments)


LETTER = phrase("the letter", 5)
PILOT = phrase("the pilot", 2)
ROME = phrase("Rome", 9, marker="in", kind="place")
FOUND = Verb("find", "found", "VBD", tense="past")


def found(*more: Argument) -> Clause:
    """The pilot found the letter in Rome."""
    return clause(PILOT, FOUND, Argument("object", LETTER, required=True), Argument("oblique", ROME), *more)


def test_a_name_in_the_place_of_they_takes_the_verb_along() -> None:
    agency = replace(phrase("NASA", 1), original="They", names=("NASA",), proper=True)
    station = Argument("object", phrase("a station", 4), required=True)
    for form, asked, said in (
        (Verb("plan", "plan", "VBP", tense="pres"), "What does NASA plan?", "NASA plans _____."),
        (Verb("plan", "planning", "VBG", ("are",), "pres"), "What is NASA planning?", "NASA is planning _____."),
        (Verb("plan", "planned", "VBN", ("have",), "pres"), "What has NASA planned?", "NASA has planned _____."),
        (Verb("plan", "planned", "VBD", tense="past"), "What did NASA plan?", "NASA planned _____."),
    ):
        planned = clause(agency, form, station)
        assert grammar.ask(planned, "What", station.phrase) == asked
        assert grammar.state(planned, station.phrase) == said


def test_got_needs_do() -> None:
    lost = clause(phrase("the letters", 2, "plur"), Verb("lose", "lost", "VBN", ("got",), "past", passive=True))
    lost = replace(lost, arguments=(Argument("oblique", ROME),))
    assert grammar.ask(lost, "Where", ROME) == "Where did the letters get lost?"
    assert grammar.ask(lost, "What", lost.subject) == "What got lost in Rome?"


def test_adverbs_and_negations_stand_before_got() -> None:
    got = Verb("pay", "paid", "VBN", ("got",), "past", passive=True, negated=True, negation="never", adverbs=("often",))
    paid = clause(PILOT, got, Argument("oblique", ROME))
    assert grammar.ask(paid, "Who", PILOT) == "Who never often got paid in Rome?"
    assert grammar.ask(paid, "Where", ROME) == "Where did the pilot never often get paid?"
    fully = replace(got, negated=False, negation="", adverbs=("still", "fully"))
    assert grammar.state(replace(paid, verb=fully), ROME) == "The pilot still got fully paid in _____."


def test_a_preposition_is_not_left_behind_before_its_like() -> None:
    year = Argument("oblique", phrase("1990", 11, marker="in", kind="time"))
    assert grammar.ask(found(year), "Which city", ROME) == "In which city did the pilot find the letter in 1990?"
    friend = Argument("oblique", phrase("a friend", 13, marker="with", kind="person"))
    care = Argument("oblique", phrase("care", 15, marker="with"))
    assert grammar.ask(found(friend, care), "Who", friend.phrase) == (
        "With whom did the pilot find the letter in Rome with care?"
    )


def test_a_stressing_did_is_dropped() -> None:
    reached = clause(PILOT, Verb("reach", "reach", "VB", ("did",), "past"), Argument("object", LETTER, required=True))
    assert grammar.ask(reached, "Who", PILOT) == "Who reached the letter?"
    assert grammar.ask(reached, "What", LETTER) == "What did the pilot reach?"
    assert grammar.state(reached, PILOT) == "_____ reached the letter."


def test_adverbs_of_time_and_doubt_follow_the_first_auxiliary_and_others_stand_at_the_verb() -> None:
    verb = Verb("restore", "restored", "VBN", ("may", "have", "been"), "", "may", True, adverbs=("well", "completely"))
    restored = clause(LETTER, verb, Argument("oblique", ROME))
    assert grammar.ask(restored, "What", LETTER) == "What may well have been completely restored in Rome?"
    assert grammar.ask(restored, "Where", ROME) == "Where may the letter well have been completely restored?"
    assert grammar.state(restored, ROME) == "The letter may well have been completely restored in _____."


def test_a_question_word_is_never_both() -> None:
    pilots = phrase("Anna and Tom", 2, "plur")
    both = clause(pilots, replace(FOUND, adverbs=("both",)), Argument("object", LETTER, required=True))
    assert grammar.ask(both, "Who", pilots) == "Who found the letter?"
    assert grammar.ask(both, "What", LETTER) == "What did Anna and Tom both find?"


def test_a_particle_stands_behind_a_pronoun() -> None:
    verb = Verb("turn", "turned", "VBD", tense="past", particle="off")
    engine = replace(phrase("the engine", 3), original="it", names=("the engine",))
    parts = (Argument("object", engine, required=True), Argument("oblique", ROME))
    assert grammar.ask(clause(PILOT, verb, *parts), "Who", PILOT) == "Who turned off the engine in Rome?"
    known = clause(replace(PILOT, text="the pilot of the engine"), verb, *parts)
    assert grammar.ask(known, "Where", ROME) == "Where did the pilot of the engine turn it off?"


def test_a_name_is_written_once() -> None:
    wife = replace(phrase("Pierre Curie's wife", 5), original="his wife", names=("Pierre Curie",))
    curie = phrase("Pierre Curie", 1, kind="person")
    met = clause(curie, FOUND, Argument("object", wife, required=True), Argument("oblique", ROME))
    assert grammar.ask(met, "Where", ROME) == "Where did Pierre Curie find his wife?"
    assert grammar.ask(met, "Who", curie) == "Who found his wife in Rome?"
    other = clause(PILOT, FOUND, Argument("object", wife, required=True), Argument("oblique", ROME))
    assert grammar.ask(other, "Where", ROME) == "Where did the pilot find Pierre Curie's wife?"


def test_a_subject_pronoun_becomes_an_object() -> None:
    he = replace(phrase("Pierre Curie", 1, kind="person"), original="he", names=("Pierre Curie",))
    agent = phrase("Marie Curie and Pierre Curie", 5, "plur", marker="by", kind="person")
    praised = clause(he, Verb("praise", "praised", "VBN", ("was",), "past", passive=True), Argument("agent", agent))
    assert grammar.ask_active(praised, "Who") == "Who praised him?"
    students = Argument("agent", replace(agent, text="Pierre Curie's students"))
    assert grammar.ask_active(replace(praised, arguments=(students,)), "Who") == "Who praised Pierre Curie?"


def test_a_pronoun_needs_its_name_in_the_question() -> None:
    his = replace(phrase("Pierre Curie's house", 5), original="his house", names=("Pierre Curie",))
    brother = phrase("Pierre Curie's brother", 1, kind="person")
    sold = clause(brother, FOUND, Argument("object", his, required=True))
    assert grammar.ask(sold, "Who", brother) == "Who found Pierre Curie's house?"
    surgeon = replace(phrase("the surgeon", 1, kind="person"), names=("a surgeon",))
    her = replace(phrase("the surgeon's patient", 5), original="her patient", names=("a surgeon",))
    met = clause(surgeon, FOUND, Argument("object", her, required=True), Argument("oblique", ROME))
    assert grammar.ask(met, "Where", ROME) == "Where did the surgeon find her patient?"


@pytest.mark.parametrize(
    ("subject", "printed"),
    [
        ("the canal, 3 kilometres long", "the canal, 3 kilometres long,"),
        ("Lyme Regis, a town in Dorset", "Lyme Regis, a town in Dorset,"),
        ("many houses, often small and dark", "many houses, often small and dark,"),
        ("Martin Luther King, Jr.", "Martin Luther King, Jr.,"),
        ("Clara, Tom and Anna", "Clara, Tom and Anna"),
        ("Clara, Tom, or Anna", "Clara, Tom, or Anna"),
        ("the song “Now, Then”", "the song “Now, Then”"),
        ("20,000 people", "20,000 people"),
        ("the old mill (Oslo, Norway)", "the old mill (Oslo, Norway)"),
    ],
)
def test_an_addition_is_closed_with_a_comma(subject: str, printed: str) -> None:
    told = replace(found(), subject=phrase(subject, 1))
    assert grammar.ask(told, "Where", ROME) == f"Where did {printed} find the letter?"
    assert grammar.state(told, ROME) == f"{printed[0].upper()}{printed[1:]} found the letter in _____."


def test_places_stand_before_times() -> None:
    landed = Verb("land", "landed", "VBD", tense="past")
    day = Argument("oblique", phrase("October 5, 2021", 5, marker="on", kind="time"))
    place, company = Argument("oblique", ROME), Argument("oblique", phrase("a dog", 15, marker="with"))
    assert grammar.ask(clause(PILOT, landed, day, place), "Who", PILOT) == "Who landed in Rome on October 5, 2021?"
    assert (
        grammar.ask(clause(PILOT, landed, day, company), "Who", PILOT) == "Who landed on October 5, 2021, with a dog?"
    )
    assert (
        grammar.ask(clause(PILOT, landed, place, day), "Where", ROME) == "Where did the pilot land on October 5, 2021?"
    )


def test_a_condition_that_points_back_stands_behind() -> None:
    pilots = phrase("the pilots", 2, "plur")
    lost = replace(clause(pilots, FOUND, Argument("object", LETTER, required=True)), condition="once they reach land")
    assert grammar.ask(lost, "What", LETTER) == "What did the pilots find once they reach land?"
    with pytest.raises(Unaskable, match="points at the answer"):
        grammar.ask(lost, "Who", pilots)


@pytest.mark.parametrize("marker", ["unlike", "as", "besides", "in addition to", "according to"])
def test_a_front_that_looks_beyond_the_clause_is_left_out(marker: str) -> None:
    front = Argument("oblique", phrase("the captain", 1, marker=marker), "before")
    assert grammar.ask(replace(found(), arguments=(front, *found().arguments)), "Where", ROME) == (
        "Where did the pilot find the letter?"
    )


def test_a_conjunction_is_never_left_behind() -> None:
    reason = Argument("clause", phrase("the engine failed", 7, marker="after"))
    assert grammar.ask(found(reason), "What", reason.phrase) == "What did the pilot find the letter in Rome?"


def test_a_front_adverbial_gets_its_comma_in_a_statement_and_goes_last_in_a_question() -> None:
    year = Argument("oblique", phrase("1990", 1, marker="in", kind="time"), "before")
    stated = replace(found(), arguments=(year, *found().arguments))
    assert grammar.state(stated, LETTER) == "In 1990, the pilot found _____ in Rome."
    assert grammar.ask(stated, "What", LETTER) == "What did the pilot find in Rome in 1990?"


def test_a_linking_adverbial_is_not_said_again() -> None:
    linking = Argument("oblique", phrase("contrast", 1, marker="in"), "before")
    assert grammar.ask(replace(found(), arguments=(linking, *found().arguments)), "Where", ROME) == (
        "Where did the pilot find the letter?"
    )


def test_a_long_question_loses_what_it_can_do_without() -> None:
    cold = " ".join(["very"] * 9 + ["cold"])
    nights = [
        Argument("oblique", phrase(f"a {cold} {noun}", n, marker="on")) for n, noun in enumerate(("day", "night"), 20)
    ]
    assert grammar.ask(found(*nights), "Who", PILOT) == f"Who found the letter in Rome on a {cold} day?"
    needed = replace(nights[1], required=True)
    assert grammar.ask(found(nights[0], needed), "Who", PILOT) == f"Who found the letter in Rome on a {cold} night?"


def test_a_front_lowers_the_question_word_and_nothing_else() -> None:
    condition = replace(found(), condition="if rain falls")
    assert grammar.ask(condition, "Where", ROME) == "If rain falls, where did the pilot find the letter?"
    assert (
        grammar.ask(condition, "In which city", ROME) == "If rain falls, in which city did the pilot find the letter?"
    )
    assert grammar.prefixed(condition, "NASA launched what?") == "If rain falls, NASA launched what?"
    assert grammar.prefixed(condition, "“Hamlet” was written when?") == "If rain falls, “Hamlet” was written when?"
    both = replace(condition, attribution="Anna Klein")
    assert grammar.ask(both, "Who", PILOT) == "According to Anna Klein, if rain falls, who found the letter in Rome?"
    assert grammar.state(both, LETTER) == "According to Anna Klein, if rain falls, the pilot found _____ in Rome."
    assert grammar.prefixed(None, "Who is it?") == "Who is it?"


def test_a_clause_follows_that_behind_its_object() -> None:
    ship = phrase("a ship called the Vasa", 5)
    arguments = (Argument("object", ship, required=True), Argument("oblique", phrase("1628", 7, marker="in")))
    clause = Clause(phrase("the king", 2), Verb("own", "owned", "VBD", tense="past"), arguments)
    assert grammar.relative(clause, ship) == "the king owned in 1628"
    with pytest.raises(Unaskable, match="no object"):
        grammar.relative(clause, clause.subject)
    with pytest.raises(Unaskable, match="somebody says"):
        grammar.relative(replace(clause, attribution="Anna"), ship)


def test_a_counted_noun_is_in_the_plural_already() -> None:
    meters = phrase("two interferometers", 2, "plur")
    clause = Clause(meters, Verb("break", "broke", "VBD", tense="past"))
    assert grammar.ask(clause, "Which two interferometers", meters) == "Which two interferometers broke?"


def test_what_cannot_be_asked_says_why() -> None:
    lost = replace(PILOT, dangling="he")
    where = replace(ROME, dangling="there")
    for asked, target, reason in (
        (replace(found(), subject=lost), LETTER, "nothing tells what “he” is"),
        (replace(found(), subject=lost), lost, "points at something outside it"),
        (clause(PILOT, FOUND, Argument("object", replace(LETTER, dangling="this"), required=True)), PILOT, "“this”"),
        (clause(PILOT, FOUND, Argument("oblique", where)), where, "points at something outside it"),
        (replace(found(), attribution="the pilot"), PILOT, "the one who says so"),
        (replace(found(), condition="if Rome falls"), ROME, "the condition names the answer"),
        (found(), phrase("the moon", 77), "no part of the clause"),
    ):
        with pytest.raises(Unaskable, match=reason):
            grammar.ask(asked, "What", target)
        with pytest.raises(Unaskable, match=reason):
            grammar.state(asked, target)
    with pytest.raises(Unaskable, match="not passive"):
        grammar.ask_active(found(), "Who")


def test_what_may_be_left_out_may_dangle() -> None:
    there = Argument("oblique", replace(ROME, dangling="there"))
    assert grammar.ask(clause(PILOT, FOUND, found().arguments[0], there), "What", LETTER) == "What did the pilot find?"


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("who  is it", "Who is it?"), ("who is it.", "Who is it?"), ("who sold the U.K.", "Who sold the U.K.?"),
        ("who asked “Why?”", "Who asked “Why?”"), ("what is pH ?", "What is pH?"),
    ],
)  # fmt: skip
def test_finish(line: str, printed: str) -> None:
    assert grammar.finish(line) == printed
