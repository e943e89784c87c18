"""Whole sentences: what no clause of them can ask for, a blank in the sentence itself does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen import text
from quizgen.facts.article import Article, token_span
from quizgen.facts.clauses import ParsedClause, is_statement
from quizgen.facts.details import NAMES_INSIDE, half_a_word, inside_a_name, one_of_several, role_of
from quizgen.facts.extents import opens_remark, trim_edges
from quizgen.facts.passages import Passage, passages
from quizgen.facts.phrases import phrase
from quizgen.facts.shortened import barest, shortened
from quizgen.facts.verbs import EMPTY_ADVERBS
from quizgen.records import Fact, Phrase, Sentence, Token, replace

_LEAST, _MOST = 7, 29
"""Words of the sentence: a shorter one says too little around the blank, a longer one is not read to its end."""
_LONGEST = 6
_FRONT = re.compile(
    r"(?:For (?:example|instance)|In (?:particular|fact|addition|general|contrast|turn|short|other words|this way)|"
    r"As (?:a result|a consequence|such)|On the other hand|Of course|By contrast|After all|At first|In the end) ,"
)
"""Openings that only tie the sentence to the one before."""
_POINTING_BACK = frozenset("this these that those such he him his she her hers they them their theirs it its".split())
"""What a sentence before can tell the meaning of."""
_CORE = ("det", "amod", "compound", "nummod", "flat", "nmod:poss", "advmod", "goeswith", "fixed")
LINKING = frozenset({"also", "however", "therefore", "thus", "moreover", "furthermore", "nevertheless", "consequently"})
_PRONOUNS = frozenset({"I", "me", "my", "we", "us", "our", "you", "your"})


_Said = dict[tuple[tuple[Token, ...], str], Phrase | None]
"""What was written of which tokens behind which sentence."""


def wholes(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*The name oxygen was coined in 1777 by Antoine Lavoisier …*: a phrase and the ``sentence`` around it.

    The whole sentence where it is not too long and leans on nothing, else the first clause of it that does not.
    """
    root = sentence.root
    if not is_statement(sentence) or root is None or article.quoted(root) or _inverted(sentence, root):
        return
    whole = Passage(tuple(_without_remarks(sentence)), None)
    if any(t.form in _PRONOUNS for t in whole.tokens):
        return
    lead = _lead(article, sentence)
    places = (whole, *passages(article, sentence, found), *((replace(whole, lead=lead),) if lead else ()))
    said: _Said = {}
    with_remarks = Passage(tuple(_without_front(list(sentence.tokens))), None)
    for token in sentence.tokens:
        if _askable(sentence, token):
            around = places if token in whole.tokens else (with_remarks,)
            yield from _blanks(article, sentence, token, around, said)


def _inverted(sentence: Sentence, root: Token) -> bool:
    """*Commenced his reign over America*: a verb that opens the sentence has lost its subject."""
    opening = next((t for t in sentence.tokens if t.upos != "PUNCT"), root)
    return opening.upos in ("VERB", "AUX") and opening is root


def _blanks(
    article: Article,
    sentence: Sentence,
    token: Token,
    places: tuple[Passage, ...],
    said: _Said,
) -> Iterator[Fact]:
    """What can be left out here, in the first of the passages in which something can."""
    parts = tuple(p for p in _parts(article, sentence, token) if not inside_a_name(sentence, p))
    for passage in places if parts else ():
        if token not in passage.tokens:
            continue
        kept = tuple(shortened(sentence, list(passage.tokens), token, _MOST - len(passage.lead.split())))
        known = (kept, passage.lead)
        if known not in said:
            said[known] = _said(article, sentence, kept, passage)
        around = said[known]
        fitting = [part for part in parts if around is not None and _fits(around, part)]
        for part in fitting:
            assert around is not None
            yield _fact(sentence, token, part, around, passage.lead)
        if fitting:
            return


def _askable(sentence: Sentence, token: Token) -> bool:
    return (
        token.upos in ("NOUN", "PROPN", "NUM")
        and token.relation not in NAMES_INSIDE
        and token.deprel != "nmod:poss"
        and not _unfit(sentence, token)
    )


def _parts(article: Article, sentence: Sentence, token: Token) -> Iterator[Phrase]:
    """The phrase that the token heads; then without what follows its head, which may be long or hang there wrongly."""
    whole = phrase(article, sentence, token, marker="")
    yield whole
    core = _core(sentence, token)
    if core and tuple(t.id for t in core) != whole.tokens:
        yield phrase(article, sentence, token, tokens=core, marker="")


def _core(sentence: Sentence, token: Token) -> list[Token]:
    """The head with what stands before it, and the rest of its name."""
    inner = {token.id}
    for child in sentence.children(token, *_CORE):
        inner.update(t.id for t in sentence.subtree(child))
    ids = sorted(inner)
    words = [sentence.token(i) for i in ids]
    return trim_edges(words) if ids[-1] - ids[0] + 1 == len(ids) else []


def _lead(article: Article, sentence: Sentence) -> str:
    """The sentence before, as short as it can be, where it stands in the same paragraph and leans on nothing."""
    before = article.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph or not is_statement(before):
        return ""
    kept = barest(before, _without_remarks(before))
    if not kept or any(article.quoted(t) or t.form in _PRONOUNS for t in kept):
        return ""
    said = _said(article, before, tuple(kept), Passage(tuple(kept), None), least=4)
    return said.text if said is not None else ""


def _unfit(sentence: Sentence, token: Token) -> bool:
    return half_a_word(sentence, token) or one_of_several(sentence, token)


def _without_remarks(sentence: Sentence) -> list[Token]:
    """The tokens without brackets, footnote marks and the words that tie the sentence to the one before."""
    kept: list[Token] = []
    depth = 0
    for token in sentence.tokens:
        depth += opens_remark(sentence, token) or (depth > 0 and token.form in ("(", "["))
        if depth == 0 and not _links(sentence, token):
            kept.append(token)
        depth -= depth > 0 and token.form in (")", "]")
    return _without_front(kept) if depth == 0 else []


def _without_front(kept: list[Token]) -> list[Token]:
    """Without the words at the beginning that only tie the sentence to the one before."""
    opening = _FRONT.match(" ".join(t.form for t in kept[:5]))
    if opening:
        kept = kept[len(opening[0].split()) :]
    while kept and (
        kept[0].upos == "INTJ"
        or kept[0].form.lower() in EMPTY_ADVERBS
        or (kept[0].upos in ("CCONJ", "PUNCT") and kept[0].form not in '“"‘')
    ):
        kept = kept[1:]
    return kept


def _links(sentence: Sentence, token: Token) -> bool:
    """*also*, and *however* with its comma: what only ties the sentence to its neighbours."""
    if token.upos == "ADV" and token.form.lower() in LINKING and token.relation == "advmod":
        return not sentence.children(token)
    before = sentence.token(token.id - 1) if token.id > 1 else None
    return token.form == "," and before is not None and before.form != "," and _links(sentence, before)


def _said(
    article: Article, sentence: Sentence, kept: tuple[Token, ...], passage: Passage, least: int = _LEAST
) -> Phrase | None:
    """The tokens as a sentence; None when there are too few, or one leans on what was said before."""
    open_word = article.dangling(sentence, kept, read_whole=True) if kept else ""
    if not kept or (open_word and not (passage.lead and open_word.lower() in _POINTING_BACK)):
        return None
    written = article.write(sentence, kept)
    if passage.subject is not None:
        written = f"{passage.subject.text} {written}"
    if passage.attribution:
        written = f"according to {passage.attribution}, {written}"
    written = text.capitalise(text.tidy(written).rstrip(" .;:,"))
    if passage.lead:
        written = f"{passage.lead} {written}"
    if not least <= len(written.split()) <= _MOST:
        return None
    closed = re.search(r"[.!?][\"”’']$", written)
    return Phrase(
        text=written if closed else f"{written}.", head="", type="sentence", sentence=sentence.index,
        tokens=tuple(t.id for t in kept), span=token_span(kept),
    )  # fmt: skip


def _fits(said: Phrase, part: Phrase) -> bool:
    short = 0 < len(part.text.split()) <= _LONGEST
    return (
        short
        and not part.dangling
        and not part.names
        and said.text.count(part.text) == 1
        and set(part.tokens) <= set(said.tokens)
    )


def _fact(sentence: Sentence, token: Token, part: Phrase, said: Phrase, lead: str) -> Fact:
    inner = (sentence.token(i) for i in part.tokens if i != token.id)
    sure = min((t.confidence for t in inner), default=1.0)  # it stands as it stood
    roles = [(role_of(token, part), part), ("sentence", said)]
    if lead:
        roles.append(("lead", Phrase(lead, "", type="sentence", sentence=sentence.index - 1)))
    return Fact("sentence", tuple(roles), sentence.index, sentence.span, confidence=sure)
