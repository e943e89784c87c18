"""Details: names, dates, figures and terms inside the larger phrases of a clause.

No wh-question reaches them without a contortion (*A company of how many men under whom did he send?*), but a sentence
with a blank asks for them in plain English.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.calendar_text import month_number
from quizgen.facts.article import Article
from quizgen.facts.clauses import ParsedClause
from quizgen.facts.events import make_fact
from quizgen.facts.extents import ERAS
from quizgen.facts.phrases import phrase
from quizgen.facts.quantities import FRACTIONS
from quizgen.records import Fact, Phrase, Sentence, Token

_OF_A_PREPOSITION = frozenset(
    "example instance reference addition order response case spite terms term favour favor charge front accordance "
    "relation regard contrast opposition search place view means way result behalf basis account part fact general "
    "particular total use event course process light wake hope presence absence power question".split()
)
"""Nouns of *in addition to*, *by means of*, *on behalf of*: with their preposition they are one word."""
_LARGE = frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen"})
_IN_TITLES = ("in", "to", "on", "with", "for", "at", "from", "under", "over", "into", "by", "against", "beyond")
NAMES_INSIDE = frozenset({"flat", "compound", "fixed", "goeswith"})
"""Relations inside a name or a fixed phrase: no part of its own begins there."""
_LONGEST = 6
"""Words: what is longer is half a clause, and nobody fills it in as it stood."""


def details(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*He sent a company of 40 men under William Trent*: ``part`` *40*, ``part`` *William Trent*."""
    for parsed in found:
        whole = [parsed.clause.subject, *(a.phrase for a in parsed.clause.arguments)]
        heads = {p.head_id for p in whole}
        for outer in whole:
            for token in _inner_heads(sentence, outer, heads):
                part = phrase(article, sentence, token, marker="")
                if article.wants(role_of(token, part)) and _fits(sentence, outer, part):
                    yield make_fact("detail", parsed, sentence, (role_of(token, part), part), ("whole", outer))


def _inner_heads(sentence: Sentence, outer: Phrase, heads: set[int]) -> Iterator[Token]:
    """Heads of noun phrases below the outermost."""
    for id in outer.tokens:
        token = sentence.token(id)
        aside = half_a_word(sentence, token) or one_of_several(sentence, token) or ends_a_title(sentence, token)
        aside = aside or half_a_figure(sentence, token)
        if token.deprel == "nmod:poss" or aside:
            continue
        if id not in heads and token.upos in ("NOUN", "PROPN", "NUM") and token.relation not in NAMES_INSIDE:
            yield token


def is_example(sentence: Sentence, token: Token) -> bool:
    """*such as clover*: any other of the kind would do."""
    first = token
    while first.relation == "conj" and (head := sentence.head(first)) is not None:
        first = head
    return any(t.form.lower() in ("such", "like", "including") for t in sentence.children(first, "case"))


def one_of_several(sentence: Sentence, token: Token) -> bool:
    """Whether others are named beside it, so that any of them would fill the blank; *such as* says so too."""
    return sentence.once(_one_of_several, token)


def _one_of_several(sentence: Sentence, token: Token) -> bool:
    joined = bool(sentence.children(token, "conj")) and token.upos not in ("PROPN", "NUM")
    joined = joined or (token.relation == "conj" and token.upos not in ("PROPN", "NUM"))
    marked = any(t.form.lower() in ("such", "like", "including") for t in sentence.children(token, "case"))
    head = sentence.head(token)
    definite = (
        any(t.form.lower() in ("the", "these", "those", "both") for t in sentence.children(head, "det"))
        if head
        else False
    )
    return joined or marked or (token.relation == "nummod" and definite)


def half_a_word(sentence: Sentence, token: Token) -> bool:
    """*three* of *three quarters*, *Mars* of *Mars-based*, *1961* of *April 12, 1961*: nothing of its own."""
    return sentence.once(_half_a_word, token)


def _half_a_word(sentence: Sentence, token: Token) -> bool:
    head = sentence.head(token)
    if token.form in ERAS:
        return True
    marked = [t.form.lower() for t in sentence.children(token, "case")]
    if "of" in marked and token.upos == "PROPN" and head is not None and head.upos == "PROPN":
        return True  # *Fire* of *the Ring of Fire*
    if marked and marked[-1] in ("in", "for", "by", "on", "with", "as", "at") and token.lemma in _OF_A_PREPOSITION:
        return True
    if token.form.lower() == "one" and (not token.head or not sentence.children(token, "case", "nummod")):
        return True
    if token.upos == "NUM" and token.lemma in _LARGE and token.id > 1 and sentence.token(token.id - 1).upos == "NUM":
        return True  # *thousand* of *50 thousand*
    fraction = token.lemma in FRACTIONS or (token.upos == "NUM" and head is not None and head.lemma in FRACTIONS)
    around = (sentence.token(i) for i in (token.id - 1, token.id + 1) if 0 < i <= len(sentence.tokens))
    hyphen = any(t.xpos == "HYPH" or (t.form in "–—-" and _joins(sentence, t)) for t in around)
    if token.upos == "NUM" and token.id > 1 and token.form.istitle():
        return True  # *Thirty* of *the Thirty Years' War*
    dated = head is not None and token.upos in ("NUM", "PROPN") and _dated(sentence, token) and _dated(sentence, head)
    return fraction or hyphen or dated


def half_a_figure(sentence: Sentence, token: Token) -> bool:
    """*three* of *three and a half hours*, *seven* of *up to seven hours*, *six* of *six hundred*: half of a figure."""
    after = [t.form.lower() for t in sentence.tokens[token.id : token.id + 3]]
    before = [t.form.lower() for t in sentence.tokens[max(0, token.id - 3) : token.id - 1]]
    larger = token.upos == "NUM" and after[:1] and after[0] in ("hundred", "thousand", "million", "billion", "dozen")
    return after == ["and", "a", "half"] or bool(larger) or (token.upos == "NUM" and before == ["up", "to"])


def goes_on_in(sentence: Sentence, token: Token, other: Token) -> bool:
    """*Ghost in the Shell*, *Elevator to the Gallows*: a title goes on behind a preposition."""
    titled = token.upos == other.upos == "PROPN" and token.entity in ("", "abstract", "object", "event")
    marks = [t.form for t in sentence.children(other, "case")]
    article = [t.form for t in sentence.children(other, "det")] == ["the"] and not sentence.children(token, "det")
    return titled and article and other.id > token.id and len(marks) == 1 and marks[0] in _IN_TITLES


def ends_a_title(sentence: Sentence, token: Token) -> bool:
    """*the Shell* of *Ghost in the Shell*."""
    head = sentence.head(token)
    return head is not None and token.relation == "nmod" and goes_on_in(sentence, head, token)


def inside_a_name(sentence: Sentence, part: Phrase) -> bool:
    """*Basilica* and *St* of *St Mark's Basilica*: a name goes on before or behind."""
    if not part.proper or not part.tokens:
        return False
    before = sentence.token(part.tokens[0] - 1) if part.tokens[0] > 1 else None
    behind = sentence.tokens[part.tokens[-1] : part.tokens[-1] + 2]
    if before is not None and (before.upos == "PROPN" or before.xpos == "POS" or _capital_inside(before)):
        return True
    if behind and behind[0].upos == "PROPN":
        return True
    return len(behind) == 2 and behind[0].xpos == "POS" and behind[1].upos == "PROPN"


def _joins(sentence: Sentence, dash: Token) -> bool:
    """*1629–1631*: a dash without a blank on either side."""
    before, behind = dash.id - 1, dash.id + 1
    tight_before = before >= 1 and sentence.token(before).end == dash.start
    return tight_before and behind <= len(sentence.tokens) and sentence.token(behind).start == dash.end


def _capital_inside(token: Token) -> bool:
    """*On* of *Video On Demand*, *Flying* of *Flying A Studios*: a capital inside the sentence on what is no noun."""
    return token.id > 1 and token.upos in ("ADP", "CCONJ", "PART", "VERB") and token.form.istitle()


def _dated(sentence: Sentence, token: Token) -> bool:
    """Whether the token is a month or a number beside one."""
    head = sentence.head(token)
    near = (token, *sentence.children(token), *((head, *sentence.children(head)) if head is not None else ()))
    return token.upos in ("NUM", "PROPN") and any(month_number(t.form) for t in near)


def _fits(sentence: Sentence, outer: Phrase, part: Phrase) -> bool:
    """It can be cut out: it stands there once, whole, and means something alone."""
    if part.names and part.original != part.text and part.determiner == "'s":
        return False  # *his height*: half of it is in the sentence already
    if part.text == outer.text or inside_a_name(sentence, part):
        return False
    inside = set(part.tokens) < set(outer.tokens)
    return inside and not part.dangling and 0 < len(part.text.split()) <= _LONGEST and outer.text.count(part.text) == 1


def role_of(token: Token, part: Phrase) -> str:
    """A name, a figure, or a term of several words; a single common noun is a ``word``, or ``common``
    behind an article, which no rule asks for."""
    if token.upos == "NUM" or part.type in ("number", "money", "percent", "time"):
        return "figure"
    if part.proper:
        return "name"
    if len(part.text.split()) > (2 if part.determiner else 1):
        return "term"
    return "common" if part.determiner else "word"
