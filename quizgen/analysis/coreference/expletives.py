"""*it* that points at nothing: *it is raining*, *it is important that …*, *it seems*, *it was Ann who …*."""

from __future__ import annotations

from quizgen.analysis.lexicon import word_set
from quizgen.records import Sentence, Token

_WEATHER = word_set("rain snow hail drizzle thunder")
_IMPERSONAL = word_set("freeze seem appear turn happen matter follow")
_JUDGEMENTS = word_set(
    """
    important possible impossible necessary likely unlikely clear unclear difficult easy hard true better best worth
    crucial essential vital obvious evident certain common rare reasonable good bad nice great interesting time
    """
)


def is_pleonastic(sentence: Sentence, token: Token) -> bool:
    """Whether this *it* points at nothing that was named."""
    if token.form.casefold() != "it":
        return False
    head = sentence.head(token)
    if token.relation == "expl" or head is None:
        return True
    clause = bool(sentence.children(head, "csubj", "ccomp", "xcomp", "acl", "acl:relcl", "advcl"))
    if token.relation == "obj":
        return head.lemma in ("make", "find", "consider", "think") and clause
    if token.relation != "nsubj":
        return False
    if head.lemma in _WEATHER or (head.lemma in _IMPERSONAL and clause):
        return True
    if not sentence.children(head, "cop"):
        time = any(t.lemma == "time" for t in sentence.children(head, "obj"))
        return head.lemma == "take" and (clause or time)
    return bool(sentence.children(head, "csubj", "acl:relcl")) or (head.lemma in _JUDGEMENTS and clause)
