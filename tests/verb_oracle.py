"""What English demands of the verb in a question or a statement, said apart from how the grammar makes them.

``verb_faults`` takes a finished sentence and the clause that it was made of, finds the verb group in it and names what
is wrong: order, agreement, the form behind each auxiliary, a tense, a voice or a negation that got lost.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from quizgen.records import Clause, Verb, replace

Tags = frozenset[str]

MODALS = frozenset("will would can could may might shall should must ought".split())
_BE = {"is": "VBZ", "are": "VBP", "was": "VBZ", "were": "VBP", "am": "VBZ", "be": "VB", "been": "VBN", "being": "VBG"}
_HAVE = {"has": "VBZ", "have": "VB VBP", "had": "VBD"}
_DO = {"does": "VBZ", "do": "VBP", "did": "VBD"}
_GET = {"gets": "VBZ", "get": "VB VBP", "got": "VBD"}
_AUXILIARIES = {"be": _BE, "have": _HAVE, "do": _DO, "get": _GET}
_FINITE = frozenset({"MD", "VBZ", "VBP", "VBD"})
_PAST = frozenset("was were had did got".split())
_NUMBERS = {"VBZ": "sing", "VBP": "plur"}
NEGATIONS = ("not", "never", "hardly")


def lemma_of(word: str) -> str:
    """The lemma of an auxiliary; empty for any other word."""
    if word in MODALS:
        return word
    return next((lemma for lemma, forms in _AUXILIARIES.items() if word in forms), "")


def tags_of(word: str) -> Tags:
    """What an auxiliary can be."""
    if word in MODALS:
        return frozenset({"MD"})
    return frozenset(" ".join(forms[word] for forms in _AUXILIARIES.values() if word in forms).split())


def is_finite(word: str) -> bool:
    """Whether an auxiliary can stand before the subject: *been* and *being* cannot."""
    return bool(tags_of(word) & _FINITE)


def verb_faults(sentence: str, clause: Clause, forms: Mapping[str, str], number: str = "") -> Iterator[str]:
    """What is wrong with the verb of a sentence that was made of a clause.

    Args:
        sentence: a question or a statement.
        clause: what it was made of.
        forms: the lexical verb by PTB tag.
        number: of what stands for the subject, where that is asked for; empty: the clause's subject decides.
    """
    verb = clause.verb
    words = re.findall(r"[\w'’.-]+|_____", sentence.replace("cannot", "can not"))
    lower = [word.casefold().strip(".") for word in words]
    subject = [word.casefold() for word in re.findall(r"[\w'’.-]+", clause.subject.text)]
    at = _inverted_at(lower, subject)
    if at is None and sentence.endswith("?") and " ".join(subject) in " ".join(lower):
        yield f"no auxiliary before the subject in “{sentence}”"
    groups = [_group_behind(lower, at, len(subject), verb, forms)] if at is not None else []
    groups += _groups(lower, verb, forms) if at is None else []
    if not groups or not groups[0]:
        yield f"no verb group in “{sentence}”"
        return
    faults = [list(_group_faults(group, verb, forms, at is not None, number or _number(clause))) for group in groups]
    yield from min(faults, key=len)


def made_active(clause: Clause) -> Clause:
    """A passive clause with the auxiliaries that it has in the active voice: *has been found* → *has found*."""
    verb = clause.verb
    if "being" in verb.auxiliaries:
        kept = verb.auxiliaries[:1]
    else:
        kept = tuple(word for word in verb.auxiliaries if lemma_of(word) not in ("be", "get"))
    return replace(clause, verb=replace(verb, passive=False, auxiliaries=kept))


def _number(clause: Clause) -> str:
    told = clause.subject
    return "sing" if told.original.lower() == "they" and told.number == "sing" else told.number


def _inverted_at(words: Sequence[str], subject: Sequence[str]) -> int | None:
    """Where the auxiliary stands that comes right before the subject; None where none does."""
    for at in range(1, len(words) - len(subject) + 1):
        if list(words[at : at + len(subject)]) == list(subject) and is_finite(words[at - 1]):
            return at - 1
    return None


def _group_behind(words: list[str], at: int, length: int, verb: Verb, forms: Mapping[str, str]) -> list[str]:
    """The auxiliary and what follows the subject, up to the lexical verb."""
    if verb.lemma == "be" and not verb.auxiliaries:
        return [words[at], *_negations(words[at + 1 + length :])]
    behind = words[at + 1 + length :]
    end = _lexical_end(behind, verb, forms)
    return [words[at], *behind[: end + 1]] if end is not None else []


def _negations(words: Sequence[str]) -> list[str]:
    """Those that stand right behind a form of *be*."""
    return list(itertools.takewhile(lambda word: word in NEGATIONS, words))


def _lexical_end(words: Sequence[str], verb: Verb, forms: Mapping[str, str]) -> int | None:
    """Position of the lexical verb behind auxiliaries, negations and adverbs."""
    spare = {*NEGATIONS, *(part for adverb in verb.adverbs for part in adverb.split())}
    for at, word in enumerate(words):
        following = next((w for w in words[at + 1 :] if w not in spare), "")
        if word in forms.values() and not (lemma_of(word) and (following in forms.values() or lemma_of(following))):
            return at
        if word not in spare and not lemma_of(word):
            return None
    return None


def _groups(words: list[str], verb: Verb, forms: Mapping[str, str]) -> list[list[str]]:
    """Every stretch of the sentence that can be the verb group in its straight order, the longest first."""
    found = []
    for at in range(len(words)):
        end = _lexical_end(words[at:], verb, forms)
        if end is not None and not (at and (lemma_of(words[at - 1]) or words[at - 1] in NEGATIONS)):
            bare = verb.lemma == "be" and not verb.auxiliaries
            found.append([*words[at : at + end + 1], *(_negations(words[at + end + 1 :]) if bare else [])])
    return sorted(found, key=len, reverse=True)


# ------------------------------------------------------------------------------------------ one group


def _group_faults(group: list[str], verb: Verb, forms: Mapping[str, str], turned: bool, number: str) -> Iterator[str]:
    negations = [word for word in group if word in NEGATIONS]
    adverbs = {part for adverb in verb.adverbs for part in adverb.split()}
    chain = [word for word in group if word not in negations and word not in adverbs]
    if negations != ([verb.negation] if verb.negation else []):
        yield f"negated by {negations}, not by “{verb.negation}”"
    yield from _chain_faults(chain, verb, forms)
    yield from _agreement(chain, verb, forms, number)
    lemmas = [lemma_of(word) for word in chain[:-1]]
    wanted = _wanted(verb, turned, alone=len(chain) == 1)
    if lemmas != wanted:
        yield f"auxiliaries {lemmas} in “{' '.join(group)}”, wanted {wanted}"
    if verb.tense and not verb.modal and not any(word in MODALS for word in chain[:1]):
        told = chain[0] in _PAST or (len(chain) == 1 and chain[0] in (forms["VBD"],))
        if told != (verb.tense == "past") and forms["VBD"] != forms["VB"]:
            yield f"“{chain[0]}” is not the {verb.tense} of “{verb}”"


def _wanted(verb: Verb, turned: bool, *, alone: bool) -> list[str]:
    """Lemmas of the auxiliaries: those of the clause, and *do* exactly where English wants it."""
    if verb.lemma == "be" and not verb.auxiliaries:
        return []
    own = [lemma_of(word) for word in verb.auxiliaries]
    if own == ["do"] and verb.negation != "not":
        own = []  # it only stressed
    needed = turned or verb.negation == "not"
    if turned and own[:1] == ["get"]:
        return ["do", *own]
    return own or (["do"] if needed else [])


def _chain_faults(chain: list[str], verb: Verb, forms: Mapping[str, str]) -> Iterator[str]:
    """Whether each word has the form that the one before it wants."""
    tags = [tags_of(word) for word in chain[:-1]]
    tags.append(frozenset(tag for tag, form in forms.items() if form == chain[-1]) | _copula(chain[-1], verb))
    if not tags[0] & _FINITE:
        yield f"“{chain[0]}” is not finite"
    for (before, word), found in zip(itertools.pairwise(chain), tags[1:], strict=True):
        last = word is chain[-1]
        if not found & _after(lemma_of(before), verb, last=last):
            yield f"“{before} {word}”"


def _copula(word: str, verb: Verb) -> Tags:
    return tags_of(word) if verb.lemma == "be" and word in _BE else frozenset()


def _after(lemma: str, verb: Verb, *, last: bool) -> Tags:
    if lemma in MODALS or lemma == "do":
        return frozenset({"VB"})
    if lemma == "be" and not (last and verb.passive):
        return frozenset({"VBG"})
    return frozenset({"VBN"})


def _agreement(chain: list[str], verb: Verb, forms: Mapping[str, str], number: str) -> Iterator[str]:
    first = chain[0]
    tags = tags_of(first) if len(chain) > 1 or verb.lemma == "be" else frozenset()
    if not tags:
        tags = frozenset(tag for tag, form in forms.items() if form == first) - {"VB"}
    told = {_NUMBERS[tag] for tag in tags & _NUMBERS.keys()}
    if told and not tags & {"VBD", "MD"} and number not in told:
        yield f"“{first}” does not agree with a subject in the {number}"
