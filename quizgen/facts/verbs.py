"""The verb group of a clause: auxiliaries, tense, voice, negation, particles.

UD splits it over ``aux``, ``aux:pass``, ``cop``, ``compound:prt`` and ``advmod``
(https://universaldependencies.org/en/dep/aux_.html); grammar wants it in one piece.
"""

from __future__ import annotations

from quizgen.analysis.inflection import inflect
from quizgen.records import Sentence, Token, Verb

_FULL = {
    "'s": "is", "’s": "is", "'re": "are", "’re": "are", "'m": "am", "’m": "am", "'ll": "will", "’ll": "will",
    "'d": "would", "’d": "would", "'ve": "have", "’ve": "have", "wo": "will", "ca": "can", "sha": "shall",
}  # fmt: skip
MODALS = frozenset(["will", "would", "can", "could", "may", "might", "shall", "should", "must"])
NEGATIONS = frozenset(
    {"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "scarcely", "barely", "rarely", "seldom"}
)
EMPTY_ADVERBS = frozenset(
    [
        "also",
        "though",
        "incidentally",
        "however",
        "therefore",
        "thus",
        "moreover",
        "furthermore",
        "then",
        "just",
        "meanwhile",
        "instead",
        "additionally",
        "indeed",
        "nevertheless",
        "nonetheless",
        "hence",
        "consequently",
        "besides",
        "likewise",
        "similarly",
        "accordingly",
        "now",
        "today",
        "currently",
        "recently",
        "already",
        "still",
        "even",
        "actually",
        "so",
        "finally",
        "eventually",
        "soon",
        "later",
        "once",
        "yet",
        "nowadays",
        "presently",
        "afterward",
        "afterwards",
        "thereby",
        "only",
        "interestingly",
        "notably",
        "importantly",
        "unfortunately",
        "fortunately",
        "sadly",
        "too",
        "again",
    ]
)
"""Adverbs that tie a sentence to its neighbours or to the day it was written, and mean nothing in a question."""
_ACTIVE = frozenset(
    "die perish arrive depart become come go stay remain reside dwell live exist happen occur appear disappear emerge "
    "arise sit stand lie sleep work graduate retire resign travel emigrate immigrate migrate flee debut participate "
    "belong consist last serve win move return study fight compete rule reign settle practise practice tour walk sail "
    "escape survive succeed fail continue suffer enrol enroll lecture preach campaign struggle vanish evolve decline "
    "drift crash collapse retreat surrender volunteer starve recover".split()
)
"""Verbs that somebody does and that are seldom done to him: *was captured in 1940 and died in 1942*."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PAST = frozenset({"was", "were", "had", "did", "got"})


def verb_group(sentence: Sentence, predicate: Token) -> Verb | None:
    """The verb of the clause whose predicate this is; None when it has no finite verb."""
    return sentence.once(_verb_group, predicate)


def _verb_group(sentence: Sentence, predicate: Token) -> Verb | None:
    copula = sentence.child(predicate, "cop")
    auxiliaries = [t for t in sentence.children(predicate, "aux") if t.id < predicate.id or copula]
    if copula:
        return _group(sentence, predicate, copula, auxiliaries, copula=True)
    if predicate.upos not in ("VERB", "AUX"):
        return None
    if not auxiliaries and predicate.xpos in ("VBN", "VB", "VBG", "VBP", "VBD"):
        shared = _shared(sentence, predicate)
        if shared is not None:
            auxiliaries = shared
    return _group(sentence, predicate, predicate, auxiliaries, copula=False)


def _shared(sentence: Sentence, predicate: Token) -> list[Token] | None:
    """Auxiliaries of the first conjunct, when a later one of the same form leaves them out."""
    first = sentence.head(predicate)
    if predicate.relation != "conj" or first is None or sentence.children(predicate, "nsubj"):
        return None
    theirs = [t for t in sentence.children(first, "aux") if t.id < first.id]
    same_form = predicate.xpos == first.xpos  # *was born in London and died in Paris*: the second is a past, not shared
    bare = {predicate.xpos, first.xpos} <= {"VB", "VBP"} and any(t.xpos == "MD" or t.lemma == "do" for t in theirs)
    if theirs and ((same_form and first.xpos in ("VBN", "VBG", "VB")) or bare):
        return theirs
    return None


def either_voice(sentence: Sentence, predicate: Token) -> bool:
    """*was arrested in 1940 and sent to a camp*: whether it is a past or shares *was*, its form does not tell."""
    first = sentence.head(predicate)
    if predicate.relation != "conj" or predicate.xpos != "VBD" or first is None or predicate.lemma in _ACTIVE:
        return False
    if not sentence.children(first, "aux:pass") or sentence.children(
        predicate, "nsubj", "aux", "obj", "xcomp", "ccomp"
    ):
        return False
    return predicate.form.lower() == inflect(predicate.lemma.lower(), "VBN")


def _group(sentence: Sentence, predicate: Token, verb: Token, auxiliaries: list[Token], *, copula: bool) -> Verb | None:
    finite = auxiliaries[0] if auxiliaries else verb
    to = [t for t in sentence.children(predicate, "mark") if t.xpos == "TO" and finite.id < t.id < predicate.id]
    words = [full(t) for t in sorted([*auxiliaries, *(to if auxiliaries else [])], key=lambda t: t.id)]
    if not auxiliaries and verb.xpos not in FINITE:
        return None
    if (
        auxiliaries
        and finite.xpos not in FINITE
        and words[0] not in MODALS | _PAST | {"is", "are", "am", "has", "have", "do", "does"}
    ):
        return None
    modal = words[0] if words and (words[0] in MODALS or finite.xpos == "MD") else ""
    first = words[0] if words else full(verb)
    past = first in _PAST or (not words and verb.xpos == "VBD")
    negation = _negation(sentence, predicate)
    passive = bool(sentence.children(predicate, "aux:pass")) or any(t.deprel == "aux:pass" for t in auxiliaries)
    return Verb(
        lemma="be" if copula else verb.lemma.lower(),
        form=full(verb),
        tag=verb.xpos,
        auxiliaries=tuple(words),
        tense="" if modal else "past" if past else "pres",
        modal=modal,
        passive=passive and not copula,
        copula=copula,
        negated=bool(negation),
        negation=negation,
        particle=" ".join(t.form for t in sentence.children(predicate, "compound:prt")),
        adverbs=adverbs(sentence, predicate, verb if copula else predicate),
    )


def full(token: Token) -> str:
    """A contraction written out: *'ll* → *will*; *'s* by its lemma."""
    form = token.form.lower()
    if form in ("'s", "’s") and token.lemma in ("have", "do"):
        return "has" if token.lemma == "have" else "does"
    if form in ("'d", "’d") and token.lemma == "have":
        return "had"
    return _FULL.get(form, form)


def _negation(sentence: Sentence, predicate: Token) -> str:
    words = (t.form.lower() for t in sentence.children(predicate, "advmod", "cc:preconj"))
    word = next((w for w in words if w in NEGATIONS), "")
    return "not" if word in ("n't", "n’t") else word


def adverbs(sentence: Sentence, predicate: Token, verb: Token) -> tuple[str, ...]:
    """Single adverbs right before the verb (*has often been*): they stay at the verb in a question."""
    found = []
    for token in sentence.children(predicate, "advmod"):
        word = token.form.lower()
        alone = not sentence.children(token)
        if word in EMPTY_ADVERBS or word in NEGATIONS or not alone or token.upos != "ADV":
            continue
        if token.id < verb.id and token.xpos != "WRB" and _beside(sentence, token, verb):
            found.append(token.form.lower())
    return tuple(found)


def _beside(sentence: Sentence, adverb: Token, verb: Token) -> bool:
    """Only adverbs and auxiliaries stand between the adverb and the verb."""
    between = sentence.tokens[adverb.id : verb.id - 1]
    return all(t.upos in ("AUX", "ADV", "PART") for t in between)
