"""Reasons to leave an item off a sheet of chosen items; whoever asks for all items gets it.

Judges named each of these faults in items that the ranking took for good; others of the kind are right, so that it is
no reason to call an item wrong.
"""

from __future__ import annotations

import re

from quizgen.records import BLANK, Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.features import open_descriptions
from quizgen.selection.filters.base import Filter, answer_is_open, is_question
from quizgen.selection.filters.definite import UNIQUE
from quizgen.selection.words import content, lower, stem, unquoted

_SOME = re.compile(r"(?:One|Some|Several|Another|Other|Certain|Various|Both|Each) (?!of\b)[a-z]")
_BEFORE = re.compile(
    r"\b(?:an?|the|his|her|its|their) (?:previous|earlier|prior|subsequent|preceding|latter|last) "
    r"(?!\w+ (?:of|to)\b)[a-z]+\b",
    re.I,
)
_NEW = re.compile(r"\ban? (?:recent|new|ongoing) (?:\w+ )?(?:study|poll|survey|report|analysis|paper|research)\b", re.I)
_COUNTED = re.compile(
    r"\b[Tt]he (?:two|three|four|five|other) [a-z]+s\b(?! (?:of|in|at|from|that|who|which|to|between)\b)"
)
_OF_SOMETHING = frozenset(
    map(
        stem,
        "adult pair male female juvenile chick egg nest young offspring leaf flower fruit seed root population range "
        "member resident staff experiment expedition voyage reintroduction programme program version edition prototype "
        "diet breeding territory plumage wingspan habitat symptom treatment patient".split(),
    )
)
"""Nouns that are of something, which the article may have named once and for all in its title."""
_POINTER = re.compile(r"\b(?:website|web ?page|link|homepage)\b|^the (?:name|title|number|use|rest|end) of\b", re.I)
_BARE_COUNT = re.compile(
    r"How many (?:reasons|ways|points|steps|kinds|types|factors|parts|stages|aspects|categories|examples|questions) "
    r"(?:did|does|do|has|have|are|were) (?:\S+ ){0,3}\S+\?$"
    r"|(?:\S+ ){1,4}_+ (?:reasons|ways|points|steps|factors|aspects|examples)\.$"
)
_SPOKEN_OF = frozenset(
    map(
        stem,
        "study report scientists researchers authors survey poll attack incident accident team match game court judge "
        "collection competition contest event exhibit exhibition project article paper ban crisis announcement "
        "decision agreement debate trial case plan program programme ceremony festival conflict battle campaign couple "
        "company animal proposal bill investigation expedition voyage clinic factory catalyst "
        "chief".split(),
    )
)
"""Nouns of what an article is about without a name: *the study*, *the attack*."""
_GROUND = frozenset(map(stem, "ground surface planet globe horizon coast shore countryside".split()))
"""Nouns that stand with *the* and are understood where nothing else is spoken of."""
_LEANS = re.compile(
    r"\b(?:then|thereafter|afterwards?|subsequently|instead|both of which|likewise|too|(?:by|in) contrast|however|"
    r"according to (?:the |most |some )?(?:[a-z]+ )?(?:experiments|studies|scientists|researchers|reports|figures|"
    r"experts|authors|sources|officials|chemists|historians|critics|observers)|"
    r"such (?!as\b|an?\b)\w+|both (?!of\b|the\b)[a-z]+s\b(?! and))",
    re.I,
)
_OBJECTLESS = re.compile(
    r"^(?:Why|When|How|Where) (?:did|does|do|would|will) .* "
    r"(?:refuse|agree|decline|decide|try|ask|accept|act|arrive|rebuild|discourage)\?$"
    r"|^(?:Who|By when) .* (?:refuse|agree|disagree|decline|object|rebuild|discourage)d?\?$"
    r"|\ban? (?:plan|proposal|bill|deal|law|contract|offer|request)\?$"
    r"|\b(?:disagreed|agreed|refused|declined|objected)\.$"
)
_MOMENT = re.compile(
    r"\b(?:before|after|until|since|already)\b|.\bwhen\b|^By\b|\bby (?:\d|the (?:time|end|beginning|summer|winter))"
)
"""A later moment from which *had* tells of an earlier one."""
_TWICE = re.compile(r"\b([A-Z]\w+)['’]s?\b.*\b\1\b|\b([A-Z]\w+)\b.*\b\2['’]s?\b")
_EMPTY = re.compile(r"^(?:There (?:is|are|was|were)|It (?:is|was)|This|That) ")


def described(candidate: Candidate, context: Context) -> str | None:
    """*The municipality experienced _____*, *When was the study published?*: the reader does not know which."""
    blank = candidate.item.type in (ItemType.CLOZE, ItemType.TRUE_FALSE)
    nouns = (n for n in open_descriptions(candidate, context) if stem(n) not in UNIQUE | _GROUND)
    noun = next((n for n in nouns if blank or stem(n) in _SPOKEN_OF), "")
    return f"'the {noun}' may be any" if noun else None


def given_away(candidate: Candidate, context: Context) -> str | None:
    """*A study of iodine … are not getting _____ (enough iodine)*"""
    head = context.answer_head(candidate)
    if candidate.item.type is not ItemType.CLOZE or head is None:
        return None
    asked = content(candidate.item.question)
    return f"'{head.form}' stands in the sentence already" if stem(head.form) in asked else None


def named_twice(candidate: Candidate, context: Context) -> str | None:
    """*According to Cres Eastman, authorities react slowly to Cres Eastman's calls*: put together, not written."""
    found = _TWICE.search(unquoted(candidate.item.question))
    return f"'{found[1] or found[2]}' is named twice" if found else None


def some_of_many(candidate: Candidate, context: Context) -> str | None:
    """*One study found _____*, *a previous cyclone*: which?"""
    texts = (candidate.item.question, candidate.item.answer if answer_is_open(candidate) else "")
    found = _SOME.match(texts[0]) or next(
        (m for text in map(unquoted, texts) for pattern in (_BEFORE, _NEW, _COUNTED) if (m := pattern.search(text))),
        None,
    )
    return f"'{found.group()}' does not say which" if found else None


def empty_sentence(candidate: Candidate, context: Context) -> str | None:
    """*There are attractions on _____.*"""
    if candidate.item.type is ItemType.CLOZE and _EMPTY.match(candidate.item.question):
        return "the sentence only says that there is something"
    return None


def leans(candidate: Candidate, context: Context) -> str | None:
    """*Voters would then choose _____*, *Why did he refuse?*: what was told before is missing."""
    question = unquoted(candidate.item.question)
    found = _LEANS.search(question)
    if found:
        return f"'{found.group()}' leans on what was told before"
    return "what it was about is not told" if _OBJECTLESS.match(question) else None


def hero(candidate: Candidate, context: Context) -> str | None:
    """*Who went to Harrow?* in an article on Byron: whoever has seen its title knows."""
    words = content(candidate.item.answer) if answer_is_open(candidate) else frozenset()
    longer = candidate.answer.proper and len(words & context.hero) > 1  # *Josephine Elizabeth Butler*
    return "the whole article is about the answer" if words and (words <= context.hero or longer) else None


def earlier(candidate: Candidate, context: Context) -> str | None:
    """*In which year had Charles V been born?*: told from a later moment, which the question does not name."""
    clause = candidate.fact.clause
    if clause is None or not is_question(candidate) or clause.verb.auxiliaries[:1] != ("had",):
        return None
    named = _MOMENT.search(candidate.item.question)
    return None if named else "it is told from a later moment that the question does not name"


def unknown_kind(candidate: Candidate, context: Context) -> str | None:
    """*What entered the Narrows?* – *the Imo*: a name is asked for with *which*, and nothing tells which what."""
    answer = candidate.answer
    asked = is_question(candidate) and re.match(r"What (?!is the|was the|are the|were the)", candidate.item.question)
    owned = answer.determiner == "'s"  # *What supplied instruments?* – *Fraunhofer's workshop*
    by_name = candidate.fact.kind in ("name", "abbreviation", "part", "use", "identity")
    named = answer.proper and answer.type != "abstract"
    return "it asks what, not which" if asked and not by_name and (named or owned) else None


def time_does(candidate: Candidate, context: Context) -> str | None:
    """*What did the 20th century mark?*"""
    clause = candidate.fact.clause
    does = clause is not None and clause.subject.type == "time" and clause.subject.text != candidate.answer.text
    return "a time does nothing" if does and is_question(candidate) else None


def half_a_place(candidate: Candidate, context: Context) -> str | None:
    """*a citizen of San Francisco, _____*"""
    half = candidate.answer.type == "place" and re.search(rf"[A-Z]\w+, {BLANK}(?:[.,]|$)", candidate.item.question)
    return "the place before the blank tells it" if half else None


def led_in(candidate: Candidate, context: Context) -> str | None:
    """Two sentences for one blank: of what judges saw of them they took one in four."""
    return "a sentence before has to lead in" if candidate.fact.role("lead") is not None else None


def says_nothing(candidate: Candidate, context: Context) -> str | None:
    """*What takes place in two ways?* – *movement*; *Traders carried _____ to Africa* – *the plant*."""
    answer, words = candidate.answer, candidate.item.answer.split()
    if not answer_is_open(candidate) or answer.proper or answer.type in ("time", "number", "money", "percent"):
        return None
    bare = len(words) == 1 and answer.type in ("abstract", "event", "") and is_question(candidate)
    the = len(words) == 2 and words[0].casefold() == "the" and words[1].islower() and stem(words[1]) not in UNIQUE
    pointer = bool(_POINTER.search(candidate.item.answer))
    such = words[0].casefold() in ("such", "no", "many", "some", "several", "various")
    return f"'{candidate.item.answer}' says little by itself" if bare or the or such or pointer else None


def of_what(candidate: Candidate, context: Context) -> str | None:
    """*How long are adults?* in an article on the bearded vulture."""
    sentence, question = context.sentence(candidate), candidate.item.question
    if sentence is None or content(question) & context.title_stems:
        return None
    asked = set(lower(question))
    for token in sentence.tokens:
        if token.upos == "NOUN" and stem(token.form) in _OF_SOMETHING and token.form.casefold() in asked:
            below = sentence.children(token, "nmod", "compound", "nmod:poss", "acl")
            if not below and not any(t.upos == "PROPN" for t in sentence.children(token, "amod")):
                return f"'{token.form}' of what is not told"
    return None


def doubtful_number(candidate: Candidate, context: Context) -> str | None:
    """*When were Highlands Links laid out?*: one course with the name of several."""
    clause = candidate.fact.clause
    if clause is None or clause.subject.number != "plur" or not clause.subject.proper or not is_question(candidate):
        return None
    name = clause.subject.text
    several = " and " in name or name.lower().startswith("the ") or clause.subject.type == "person"
    return None if several else f"'{name}' may be one"


def profession(candidate: Candidate, context: Context) -> str | None:
    """*What is Doppler's profession?*: of half of those on sheets judges found the tense or the answer wrong."""
    return "what somebody is by profession is told better" if candidate.rule.id == "role.profession" else None


def open_list(candidate: Candidate, context: Context) -> str | None:
    """*What can iodine deficiency lead to?*, *How many reasons did Smith offer?*: to much; reasons for what?"""
    clause = candidate.fact.clause
    if candidate.fact.kind == "result" and clause is not None and clause.verb.modal in ("can", "may", "could", "might"):
        return "what can come of it is more than the sentence says"
    return "what they are of is not told" if _BARE_COUNT.match(candidate.item.question) else None


def in_progress(candidate: Candidate, context: Context) -> str | None:
    """*Which places were the officials touring?*: at which moment?"""
    clause = candidate.fact.clause
    if clause is None or not is_question(candidate) or clause.verb.tag != "VBG" or clause.verb.tense != "past":
        return None
    told = re.search(r"\b(?:when|while|as|in|on|at|during|by) .*\d|\b(?:when|while)\b", candidate.item.question)
    return None if told else "it was in progress at a moment that the question does not name"


SHEET_FILTERS: tuple[Filter, ...] = (
    Filter("described", described),
    Filter("given_away", given_away),
    Filter("named_twice", named_twice),
    Filter("some_of_many", some_of_many),
    Filter("empty_sentence", empty_sentence),
    Filter("leans", leans),
    Filter("led_in", led_in),
    Filter("says_nothing", says_nothing),
    Filter("in_progress", in_progress),
    Filter("open_list", open_list),
    Filter("of_what", of_what),
    Filter("doubtful_number", doubtful_number),
    Filter("profession", profession),
    Filter("hero", hero),
    Filter("earlier", earlier),
    Filter("unknown_kind", unknown_kind),
    Filter("time_does", time_does),
    Filter("half_a_place", half_a_place),
)
