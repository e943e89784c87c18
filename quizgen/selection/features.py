"""What the ranking sees of a candidate: named measures, each between about 0 and 1, that can be said in a sentence.

``measures`` gives those that hold; a name that is missing counts 0. Names with a blank in them (*kind event*, *rule
event.who*) say what something is, the others how much.
"""

from __future__ import annotations

import math
import re

from quizgen.records import BLANK, Candidate, ItemType, Phrase, Sentence, Token
from quizgen.selection.context import Context
from quizgen.selection.distractors import NUMERIC
from quizgen.selection.words import content, lower, runs, stem, unquoted
from quizgen.text import count_words

_PRONOUNS = frozenset("he she it they him her his hers its them their theirs".split())
_PRONOUN = re.compile(rf"\b(?:{'|'.join(sorted(_PRONOUNS))})\b", re.I)
_NAME = re.compile(r"(?<=\s)[“\"‘'(]*[A-Z][\w’'.-]+")
_YEAR = re.compile(r"\b1\d{3}\b|\b20\d\d\b")
_FIGURE_WORD = re.compile(r"\b\d[\d.,]*")
_FIGURE = re.compile(r"\d")
_MONTH = re.compile(
    r"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b(?! \d|,? \d{4})"
)
_MONTHS = frozenset("january february march april june july august september october november december".split())
"""Without one of these words ``_MONTH`` cannot match."""
_POINTING = frozenset("new recent previous next last later another other such same further additional old".split())
_MANY = frozenset("some many most several few various certain other numerous".split())
_SUPERLATIVE = re.compile(
    r"\b(?:first|last|only|largest|biggest|smallest|highest|lowest|oldest|best|\w+est|most \w+)\b"
)
_OPINION = re.compile(
    r"\b(?:beautiful|pretty|nice|good|great|best|excellent|amazing|wonderful|lovely|stunning|spectacular|charming|delicious|"
    r"popular|important|significant|interesting|difficult|easy|better|worth|perfect|ideal|favou?rite|famous|"
    r"unfortunately|special|serious|strong|huge|extremely|very|quite|really)\b",
    re.I,
)
_PERFECT = re.compile(r"\b(?:has|have|had)\b(?: \w+){0,4}? (?:been|\w+ed)\b")
_COMMON_DEED = re.compile(
    r"^Who (?:had |has |was |were )?(?:also )?(?:born|return(?:ed|s)?|came|arrived?|left|moved|visited|died|grew|"
    r"joined|taught|studied|attended|graduated|became|began|started|went|lived|worked|served|retired|entered|married|"
    r"spent|decided|wrote|spoke|appeared|starred|played|won|received|continued)\b"
)
"""What many people do in their lives: without names and dates around it nobody knows whom the question means."""
_SAID = re.compile(r"\b(?:said|says|claimed|according|argued?|suggests?|believes?|reported)\b", re.I)
_OF = re.compile(r"\b(?:of|for|in|to)\b")
_ASKING = ("who", "what", "when", "where", "which", "why", "how")
_TELLING = frozenset(
    {"measure", "age", "life", "use", "change", "comparison", "list", "part", "origin", "condition", "abbreviation"}
)
"""Kinds that are only read where the article says it in so many words; each is rare, and together they are good."""
_BRIEF = frozenset({"measure", "abbreviation", "life", "age"})
"""Facts that a short question asks for whole: *How tall is the Campanile?*"""
_MODALS = frozenset("may might could can would should must".split())


def measures(candidate: Candidate, context: Context) -> dict[str, float]:
    """Name of each measure → value."""
    found = {f"type {candidate.item.type}": 1.0, f"kind {candidate.fact.kind}": 1.0, f"rule {candidate.rule.id}": 1.0}
    if candidate.fact.kind in _TELLING:
        found["told in so many words"] = 1.0
    for part in (_reading(candidate, context), _question(candidate, context), _answer(candidate, context),
                 _weight(candidate, context)):  # fmt: skip
        found.update(part)
    # Most either hold or do not.
    return {name: value if value == 1 else round(value, 4) for name, value in found.items() if value}


# ------------------------------------------------------------------------------------------------ how it was read


def _reading(candidate: Candidate, context: Context) -> dict[str, float]:
    sentence, clause = context.sentence(candidate), candidate.fact.clause
    found = {"doubt": 1 - candidate.fact.confidence}
    if sentence is not None:
        found.update(context.once(_sentence, sentence))
    if clause is not None:
        found["reported"] = float(bool(clause.attribution))
        found["on a condition"] = float(bool(clause.condition))
        found["modal"] = float(clause.verb.modal in _MODALS)
        found["passive"] = float(clause.verb.passive)
        found["copula"] = float(clause.verb.copula)
        found["negated"] = float(clause.verb.negated)
        found[f"tense {clause.verb.tense or 'none'}"] = 1.0
        if sentence is not None and clause.predicate:
            found[f"clause {_place(sentence.token(clause.predicate))}"] = 1.0
    found["leads in"] = float(candidate.fact.role("lead") is not None)
    found["own words"] = min(1.0, context.first_person / 0.03)
    names = {name for phrase in _phrases(candidate) for name in phrase.names}
    found["names in place of pronouns"] = min(2, len(names)) / 2
    return found


def _sentence(context: Context, sentence: Sentence) -> dict[str, float]:
    told = [t.confidence for t in sentence.tokens if t.upos != "PUNCT"]
    return {
        "doubt of the sentence": 1 - sum(told) / len(told) if told else 0.0,
        "least sure word": 1 - min(told, default=1.0),
        "long sentence": max(0.0, len(sentence.tokens) - 25) / 25,
    }


def _place(predicate: Token) -> str:
    return {"root": "main", "conj": "joined", "acl": "relative", "advcl": "adverbial", "ccomp": "reported"}.get(
        predicate.relation, "other"
    )


def _phrases(candidate: Candidate) -> list[Phrase]:
    clause = candidate.fact.clause
    if clause is None:
        return [phrase for _, phrase in candidate.fact.roles]
    return [clause.subject, *(a.phrase for a in clause.arguments)]


# ------------------------------------------------------------------------------------------------ the question


def _question(candidate: Candidate, context: Context) -> dict[str, float]:
    asked = unquoted(candidate.item.question)
    words, spoken = lower(asked), runs(asked)
    figure = bool(_FIGURE.search(asked))
    names = len(_NAME.findall(" " + asked.replace(BLANK, "x") if candidate.item.type is not ItemType.SHORT else asked))
    figures = len(_FIGURE_WORD.findall(asked))
    word = next((w for w in words[:3] if w in _ASKING), "-") if candidate.item.type is not ItemType.CLOZE else "blank"
    sentence = context.sentence(candidate)
    whole = len(sentence.tokens) if sentence is not None else len(words)
    deed = bool(_COMMON_DEED.match(asked)) and names + figures < 3
    return {
        "common deed": float(deed),
        "he or she": float(not spoken.isdisjoint(("he", "she", "his", "her", "him"))),
        "it": float(not spoken.isdisjoint(("it", "its"))),
        "they": float(not spoken.isdisjoint(("they", "their", "them"))),
        "would": float("would" in spoken),
        "tells who says so": float(bool(_SAID.search(asked))),
        "opens with the": float(asked.startswith("The ")),
        f"{word} with {min(3, names + figures)} anchors": 1.0,
        "figures": min(2, figures) / 2,
        "in brackets": float("(" in asked),
        "semicolon": float(";" in asked),
        "share of the sentence": min(1.0, len(words) / max(1, whole)),
        "opinion": min(2, len(_OPINION.findall(asked))) / 2,
        "perfect": float(bool(_PERFECT.search(asked))),
        "ends with the blank": float(asked.rstrip(".!?\"”’' ").endswith(BLANK)),
        "place in front": float(asked.startswith("In ") and candidate.item.type is ItemType.SHORT),
        "very short": 0.0 if candidate.fact.kind in _BRIEF else max(0, 8 - len(words)) / 5,
        "long": max(0, len(words) - 18) / 12,
        "no name and no figure": float(not names and not figure),
        "names": min(3, names) / 3,
        "has a year": float(figure and bool(_YEAR.search(asked))),
        "month without year": float(not _MONTHS.isdisjoint(spoken) and bool(_MONTH.search(asked))),
        "pronouns": 0 if _PRONOUNS.isdisjoint(spoken) else min(2, len(_PRONOUN.findall(asked))) / 2,
        "open descriptions": min(3, len(open_descriptions(candidate, context))) / 3,
        "pointing words": min(2, sum([word in _POINTING for word in words])) / 2,
        "words like some": min(2, sum([word in _MANY for word in words])) / 2,
        "superlative": float(bool(_SUPERLATIVE.search(asked))),
        "quoted words": float(asked != candidate.item.question),
        "commas": min(3, asked.count(",")) / 3,
        "opens with the blank": float(candidate.item.question.startswith(BLANK)),
        f"asks {words[0] if words and words[0] in ('who', 'what', 'when', 'where', 'which', 'why', 'how') else '-'}": 1,
        f"subject {_kind_of_subject(candidate)}": 1.0,
    }


def _kind_of_subject(candidate: Candidate) -> str:
    clause = candidate.fact.clause
    if clause is None:
        return "none"
    subject = clause.subject
    if subject.proper:
        return "name"
    if subject.determiner in ("the", "this", "that", "these", "those"):
        return "definite"
    return "owned" if subject.determiner == "'s" else "indefinite" if subject.determiner else "bare"


def open_descriptions(candidate: Candidate, context: Context) -> tuple[str, ...]:
    """Nouns behind *the* in the question that nothing in their phrase tells apart: *the network*, *the new service*."""
    sentence = context.sentence(candidate)
    if sentence is None:
        return ()
    open_nouns = context.once(_open_nouns, sentence)
    if not open_nouns:
        return ()
    words = lower(candidate.item.question)
    return tuple(form for form, word in open_nouns if word in words)


def _open_nouns(context: Context, sentence: Sentence) -> tuple[tuple[str, str], ...]:
    """The open ones among the nouns of a sentence, as they stand and in lower case."""
    nouns = (t for t in sentence.tokens if t.upos == "NOUN" and _is_open(sentence, t, context))
    return tuple((t.form, t.form.casefold()) for t in nouns)


def _is_open(sentence: Sentence, noun: Token, context: Context) -> bool:
    articles = sentence.children(noun, "det")
    if not any(t.form.casefold() == "the" for t in articles):
        return False
    more = sentence.children(noun, "acl", "appos", "compound", "nummod", "nmod", "flat")
    if any(t.upos != "PUNCT" for t in more) or stem(noun.form) in context.title_stems:
        return False
    adjectives = sentence.children(noun, "amod")
    if any(t.xpos == "JJS" or t.feat("Degree") == "Sup" or t.feat("NumType") == "Ord" for t in adjectives):
        return False
    before = (t for t in sentence.tokens[: noun.id - 1] if t.lemma == noun.lemma)
    return next(before, None) is None


# ------------------------------------------------------------------------------------------------ the answer


_JOINED = re.compile(r"\b(?:and|or)\b|,")


def _answer(candidate: Candidate, context: Context) -> dict[str, float]:
    answer, words = candidate.answer, count_words(candidate.item.answer)
    numeric = answer.type in NUMERIC
    stems = content(candidate.item.answer)
    counts = [context.stem_counts[word] for word in stems]
    return {
        "answer is the topic": float(bool(stems) and stems <= context.title_stems),
        "answer is the hero": float(bool(counts) and max(counts) >= max(4, 0.7 * context.top_count) and answer.proper),
        "answer is said once": float(bool(counts) and min(counts) == 1),
        "answer is said often": min(1.0, math.log1p(max(counts, default=0)) / 3),
        "answer of several parts": float(bool(_OF.search(candidate.item.answer))),
        "answer of one word": float(words == 1),
        "answer is a name": float(answer.proper and not numeric),
        "answer is a figure": float(numeric),
        "answer is a term": float(not answer.proper and not numeric and words > 1),
        f"answer {answer.type or 'unknown'}": 1.0,
        "answer definite": float(not answer.proper and answer.determiner in ("the", "this", "that", "these", "those")),
        "answer owned": float(answer.determiner in ("'s", "his", "her", "its", "their")),
        "answer indefinite": float(answer.determiner in ("a", "an")),
        "answer plural": float(answer.number == "plur" and not numeric),
        "long answer": max(0, words - 4) / 6,
        "one small word": float(words == 1 and not answer.proper and not numeric),
        "answer joined": float(bool(_JOINED.search(candidate.item.answer))),
    }


# ------------------------------------------------------------------------------------------------ how much it matters


def _weight(candidate: Candidate, context: Context) -> dict[str, float]:
    words = content(candidate.item.question) | content(candidate.answer.text)
    counts = context.stem_counts
    best = sorted((counts[word] for word in words), reverse=True)[:3]
    top = context.top_count
    sentence = context.sentence(candidate)
    return {
        "prior of the rule": candidate.rule.score,
        "speaks of the title": min(1.0, len(words & context.title_stems) / 2),
        "spoken of often": sum(math.log1p(n) for n in best) / (3 * math.log1p(max(top, 1))) if best else 0.0,
        "early": 1 - (sentence.paragraph if sentence else 0) / max(1, context.paragraphs),
        "opens its paragraph": float(_opens(sentence, context)),
    }


def _opens(sentence: Sentence | None, context: Context) -> bool:
    if sentence is None or sentence.index == 0:
        return True
    return context.analysis.sentences[sentence.index - 1].paragraph != sentence.paragraph
