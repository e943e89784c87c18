"""The words that a rule's templates may use beside the roles of the fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quizgen import text
from quizgen.records import BLANK, Analysis, Clause, Fact, Phrase, Sentence, Verb
from quizgen.rules import grammar, tense
from quizgen.rules.grammar import Unaskable
from quizgen.rules.grammar.inflection import be

_OWNED = frozenset({"the", "his", "her", "its", "their"})

Blanks = dict[tuple[int, int], tuple[Clause, Phrase, str | Unaskable]]
"""By the identities of a clause and of a phrase, both of which it keeps: the clause with a blank for the phrase, or why
it cannot be said so. Several facts rest on one clause, and several rules leave out the same of it."""


class Functions:
    """What templates call, bound to one fact. Remembers which phrase was asked for."""

    NAMES = (
        "a", "active", "ask", "blanked", "cap", "how_many", "is_", "placed", "poss", "question", "relative",
        "state", "the", "verb", "what", "when", "which",
    )  # fmt: skip

    def __init__(self, fact: Fact, sentence: Sentence, analysis: Analysis, blanks: Blanks | None = None) -> None:
        self.fact, self.sentence, self.analysis = fact, sentence, analysis
        self.target: Phrase | None = None
        self._blanks: Blanks = {} if blanks is None else blanks

    def values(self, names: Iterable[str] = NAMES) -> Mapping[str, object]:
        """Each of the names, which are of ``NAMES``, with what it stands for."""
        return {name: self._verb if name == "verb" else getattr(self, name) for name in names}

    @property
    def _verb(self) -> Verb | None:
        return self.fact.clause.verb if self.fact.clause else None

    # ------------------------------------------------------------------------------------------ of the clause

    def ask(self, wh: str, target: Phrase) -> str:
        """A question for a part of the clause: *Where was Ada Lovelace born?*"""
        self.target = target
        return grammar.ask(self._clause(), str(wh), target)

    def active(self, wh: str) -> str:
        """A question for the agent of a passive clause, in the active voice."""
        return grammar.ask_active(self._clause(), str(wh))

    def state(self, target: Phrase, filler: str | None = None) -> str:
        """The clause as a statement, with a blank or ``filler`` for a part of it."""
        self.target = target
        return self._with_blank(target) if filler is None else _state(self._clause(), target, str(filler))

    def relative(self, target: Phrase) -> str:
        """The clause as it follows *that*, to tell the target apart: *(the ship that) the king owned*."""
        return grammar.relative(self._clause(), target)

    def statement(self, target: Phrase) -> str:
        """The clause with a blank for the target; empty when it cannot be said so."""
        if self.fact.clause is None:
            return ""
        try:
            return self._with_blank(target)
        except Unaskable:
            return ""

    def _with_blank(self, target: Phrase) -> str:
        """The clause with a blank, which a cloze has both for its question and for its statement."""
        clause = self._clause()
        key = id(clause), id(target)
        if key not in self._blanks:
            self._blanks[key] = clause, target, _blanked(clause, target)
        said = self._blanks[key][2]
        if isinstance(said, Unaskable):
            raise Unaskable(*said.args)
        return said

    def is_(self, phrase: Phrase) -> str:
        """The copula of today for news, of the past for what the article tells in the past."""
        return be(phrase.number, self._tense(phrase))

    def _tense(self, phrase: Phrase) -> str:
        if self.fact.clause:
            return self.fact.clause.verb.tense
        if self.fact.kind == "role":
            return tense.of_person(phrase, self.analysis)
        if self.analysis.document.date:
            return "pres"
        finite = next((t for t in self.sentence.tokens if t.xpos in ("VBD", "VBZ", "VBP")), None)
        return "past" if finite is not None and finite.xpos == "VBD" else "pres"

    def _clause(self) -> Clause:
        if self.fact.clause is None:
            raise Unaskable("the fact has no clause of its own")
        return self.fact.clause

    # ------------------------------------------------------------------------------------------ of phrases

    def blanked(self, sentence: Phrase, target: Phrase) -> str:
        """The article's own sentence with a blank for a part of it."""
        self.target = target
        line, words = sentence.text, target.text
        opening = text.capitalise(words) if words[:1].islower() else ""
        opens = 0 in text.standing(opening, line)
        inside = text.standing(words, line, len(opening) if opens else 0)
        if opens + len(inside) != 1:
            raise Unaskable(f"“{target}” stands {opens + len(inside)} times in the sentence")
        if opens:
            return BLANK + line[len(opening) :]
        return line[: inside[0]] + BLANK + line[inside[0] + len(words) :]

    def which(self, phrase: Phrase) -> str:
        """*Which Russian actor*: by the description, else by its kind of thing."""
        return f"Which {phrase.definition or phrase.noun or phrase.type or 'one'}"

    def what(self, phrase: Phrase) -> str:
        """*What*; of a name the kind of thing that it is: *Which team*, *Which city*, *Which organization*."""
        if phrase.determiner == "'s":
            return "What"  # *Dvořák's Seventh Symphony* is no organization, though *the Boston Symphony* is one
        kind = phrase.noun or (phrase.type if phrase.type in ("organization", "place") else "")
        return f"Which {kind}" if phrase.proper and kind else "What"

    def how_many(self, whole: Phrase, counted: Phrase) -> str:
        """*How many people*, *After how many days in space*: the preposition goes along."""
        return text.capitalise(f"{whole.marker} how many {counted}".strip())

    def when(self, phrase: Phrase) -> str:
        """A time as it answers *When …?*: *October 16*, *after the war*, *at the age of four*."""
        season = phrase.text.lower() in ("spring", "summer", "autumn", "winter", "fall")
        return _marked(phrase, {""} if season else {"", "in", "on"})

    def placed(self, phrase: Phrase) -> str:
        """A place as it answers *Where …?*: *London*, *near the river*, *into the hills*."""
        named = {"in", "at", "on", "to", "into", "onto"} if phrase.proper or not phrase.determiner else {"to"}
        return _marked(phrase, {"", *named})

    def the(self, noun: object) -> str:
        """*a dog* and *dog* → *the dog*; what has an owner keeps it."""
        words = str(noun)
        first, _, rest = words.partition(" ")
        if first.lower() in _OWNED or first.endswith(("'s", "’s")):
            return words
        return f"the {rest}" if first.lower() in ("a", "an") else f"the {words}"

    def a(self, noun: object) -> str:
        return f"{text.article(str(noun))} {noun}"

    def cap(self, words: object) -> str:
        return text.capitalise(str(words))

    def poss(self, name: object) -> str:
        return text.possessive(str(name))

    def question(self, words: object) -> str:
        """Words put together by hand, with capital, spacing and question mark."""
        return grammar.finish(str(words))


def _marked(phrase: Phrase, swallowed: set[str]) -> str:
    return str(phrase) if phrase.marker in swallowed else f"{phrase.marker} {phrase}"


def _blanked(clause: Clause, target: Phrase) -> str | Unaskable:
    try:
        return _state(clause, target, BLANK)
    except Unaskable as why:
        return why


def _state(clause: Clause, target: Phrase, filler: str) -> str:
    """The clause with ``filler`` for the target, which may also be a part of one of its phrases. Raises Unaskable."""
    phrases = (clause.subject, *(a.phrase for a in clause.arguments))
    said = ""
    if any(p is target or p.tokens == target.tokens for p in phrases):
        said = grammar.state(clause, target, filler)
    for outer in phrases if not said else ():
        # A name that the subject has given is a pronoun in the article's own words: keep it one.
        named = bool(outer.names) and all(name in clause.subject.text for name in outer.names)
        words = outer.original if named and outer is not clause.subject else outer.text
        if set(target.tokens) < set(outer.tokens) and words.count(target.text) == 1:
            said = grammar.state(clause, outer, words.replace(target.text, filler))
            break
    if filler not in said:
        raise Unaskable(f"“{target}” is no part of the clause that can be left out")
    return said
