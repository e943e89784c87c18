"""Phrases: the words below a head as they would stand alone, with what a rule may want to know of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quizgen import text
from quizgen.analysis import dates, types
from quizgen.facts.article import Article, token_span
from quizgen.records import Entity, Phrase, Sentence, Token

_NAME_PARTS = ("flat", "compound", "goeswith")
_TRANSPARENT = frozenset("number series group pair couple variety kind type sort lot part percent majority handful".split())
ERAS = frozenset({"BC", "AD", "BCE", "CE", "B.C.", "A.D."})


def phrase(
    article: Article,
    sentence: Sentence,
    head: Token,
    *,
    without: Iterable[Token] = (),
    tokens: Sequence[Token] | None = None,
    marker: str | None = None,
) -> Phrase:
    """The phrase headed by a token, without its preposition, its clause's conjunction and loose additions.

    ``without`` names dependents to leave out with all below them; ``tokens`` gives the words outright.
    """
    words = list(tokens) if tokens is not None else phrase_tokens(sentence, head, without)
    if not words:
        words = [head]
    words = _with_era(sentence, words)
    entity = article.entity(sentence, head, (t.id for t in words))
    name, definition = described_name(article, sentence, head, words)
    written = name or text.trim(article.write(sentence, words))
    kind = article.type(sentence, head)
    determiner = _determiner(sentence, head, words)
    if marker is None:
        marker = case_marker(sentence, head)
    if kind == "time" and not marker and written.split()[0].lower() in ("in", "on"):
        marker, _, written = written.partition(" ")  # a day counted from the article's date brings its preposition
    return Phrase(
        text=written,
        head=head.lemma,
        type=kind,
        number=_number(sentence, head, entity, words),
        person=_person(head, entity),
        gender=entity.gender if entity else "",
        marker=marker,
        determiner=determiner,
        proper=head.upos == "PROPN" or bool(name) or bool(entity and entity.named),
        noun=_noun(sentence, head, kind, written),
        value=dates.normalise(written) if kind == "time" else _plain_number(written) if kind == "number" else "",
        dangling="" if name else article.dangling(sentence, words) or _torn(sentence, head, words),
        sentence=sentence.index,
        tokens=tuple(t.id for t in words),
        head_id=head.id,
        span=token_span(words),
        aliases=_aliases(written, kind),
        definition=definition,
        original=text.trim(article.write(sentence, words, resolve=False)),
        names=tuple(sorted({e.name for e, m in article.replaceable(sentence, {t.id for t in words}) if m.kind != "name"})),
    )


def phrase_tokens(sentence: Sentence, head: Token, without: Iterable[Token] = ()) -> list[Token]:
    """The tokens of the phrase: its subtree less marker, loose additions and what the caller leaves out."""
    dropped: set[int] = set()
    for token in (*without, *loose(sentence, head)):
        dropped.update(t.id for t in sentence.subtree(token))
    kept = [t for t in sentence.subtree(head) if t.id not in dropped]
    return _edges(kept)


def _torn(sentence: Sentence, head: Token, words: Sequence[Token]) -> str:
    """A preposition of the phrase that stands inside it: the tree is wrong, and the words without it would be too."""
    inside = [t for t in sentence.children(head, "case") if t.xpos != "POS" and words[0].id < t.id < words[-1].id and t not in words]
    return inside[0].form if inside else ""


def _with_era(sentence: Sentence, words: list[Token]) -> list[Token]:
    """*by the 7th century BC*: parsers often leave the era outside."""
    last = words[-1].id
    if last < len(sentence.tokens) and sentence.token(last + 1).form in ERAS:
        return [*words, sentence.token(last + 1)]
    return words


def _edges(tokens: list[Token]) -> list[Token]:
    """Without commas, dashes and full stops at either end (quotes and brackets are judged as text)."""
    while tokens and tokens[0].upos == "PUNCT" and tokens[0].form not in text.OPENING + "\"'":
        tokens = tokens[1:]
    while tokens and tokens[-1].upos == "PUNCT" and tokens[-1].form in {",", ".", ";", ":", "-", "–", "—", "!", "?"}:
        tokens = tokens[:-1]
    return tokens


def loose(sentence: Sentence, head: Token) -> list[Token]:
    """Dependents that belong to the clause or only add a remark: case, conjunctions, non-restrictive clauses,
    brackets, discourse words."""
    found = [t for t in sentence.children(head, "case", "mark", "cc", "punct", "discourse", "parataxis", "reparandum", "vocative", "nsubj", "cop", "aux", "expl", "csubj") if not _inner_punct(sentence, head, t)]
    if sentence.children(head, "cop"):
        found += sentence.children(head, "advcl", "obl")
    for token in sentence.subtree(head):
        if token is head:
            continue
        if token.relation == "conj" and sentence.children(token, "nsubj", "aux", "cop") and not sentence.children(token, "mark"):
            found.append(token)
        if token.relation == "appos" and _remark(sentence, token):
            found.append(token)
        if (
            token.relation in ("acl", "advcl") and _after_comma(sentence, token)
            or token.relation == "appos" and _bracketed(sentence, token)
            or token.relation in ("parataxis", "discourse")
            or token.relation == "nmod" and token.head == head.id and _after_comma(sentence, token) and sentence.children(token, "case")
            or token.deprel == "dep" and _bracketed(sentence, token)
            or token.relation in ("conj", "appos") and _spelled_again(sentence, token)
        ):  # fmt: skip
            found.append(token)
    return found


def _inner_punct(sentence: Sentence, head: Token, token: Token) -> bool:
    """Hyphens, quotes and list commas inside the phrase stay."""
    if token.upos != "PUNCT":
        return False
    if token.form in "\"'“”‘’`()[]" or token.xpos in ("HYPH", "``", "''"):
        return True
    inner = [t for t in sentence.children(head) if t.upos != "PUNCT" and t.relation not in ("case", "mark", "nsubj", "cop", "aux", "parataxis")]
    return any(t.id < token.id for t in (*inner, head)) and any(t.id > token.id for t in (*inner, head))


def _after_comma(sentence: Sentence, token: Token) -> bool:
    """Whether a comma, dash or bracket stands right before the clause: it is then non-restrictive."""
    first = sentence.subtree(token)[0]
    if first.form == ",":
        return True
    return first.id > 1 and sentence.token(first.id - 1).form in {",", "–", "—", "-", "(", ";"}


def _spelled_again(sentence: Sentence, token: Token) -> bool:
    """*or ISS* behind the name that the initials stand for."""
    initials = token.form.isupper() and 2 <= len(token.form) <= 7
    return initials and any(t.form.lower() == "or" for t in sentence.children(token, "cc"))


def _remark(sentence: Sentence, token: Token) -> bool:
    """*Sputnik 1, the first artificial satellite*: the name is enough, the rest is told by ``appositions``."""
    head = sentence.head(token)
    determined = any(t.form.lower() in ("a", "an", "the") for t in sentence.children(token, "det"))
    return head is not None and head.upos == "PROPN" and token.upos == "NOUN" and determined and _after_comma(sentence, token)


def _bracketed(sentence: Sentence, token: Token) -> bool:
    first = sentence.subtree(token)[0]
    return first.form in "([" or (first.id > 1 and sentence.token(first.id - 1).form in "([")


def case_marker(sentence: Sentence, head: Token) -> str:
    """The preposition or conjunction in front, with all its words: *because of*, *according to*."""
    words: list[Token] = []
    for token in sentence.children(head, "case", "mark"):
        if token.id > head.id and token.xpos == "POS":
            continue
        words += [t for t in sentence.subtree(token) if t.upos != "PUNCT"]
    return " ".join(t.form.lower() for t in sorted(words, key=lambda t: t.id))


def name_tokens(sentence: Sentence, head: Token) -> list[Token]:
    """The proper name around its head: *Klim Shipenko* of *director Klim Shipenko*, with its *Jr.* and *of*-less parts."""
    parts = [head]
    for token in sentence.children(head, *_NAME_PARTS):
        if token.upos in ("PROPN", "NUM", "X") or token.relation == "flat":
            parts += [t for t in sentence.subtree(token) if t.upos in ("PROPN", "NUM", "X", "PUNCT", "ADP", "DET", "NOUN", "ADJ")]
    return _edges(sorted(set(parts), key=lambda t: t.id))


def described_name(article: Article, sentence: Sentence, head: Token, words: Sequence[Token]) -> tuple[str, str]:
    """(name, description) where one stands beside the other; the name is empty when the phrase is to be written out.

    *director Klim Shipenko*; *a Russian actor, Yulia Peresild*; *Yulia Peresild, a Russian actor*.
    """
    ids = {t.id for t in words}
    joined = [t for t in sentence.children(head, "conj") if t.id in ids]
    if joined:
        return _joined_names(article, sentence, [head, *joined]), ""
    if head.upos == "PROPN" and article.type(sentence, head) == "person":
        return _full_name(article, sentence, head), describing(article, sentence, head)
    named = named_apposition(article, sentence, head)
    if named is not None and named.id in ids | {named.id}:
        own = phrase_tokens(sentence, head, sentence.children(head, "appos", "acl", "conj", "cc"))
        return _full_name(article, sentence, named), _without_determiner(article, sentence, own)
    return "", ""


def _joined_names(article: Article, sentence: Sentence, heads: Sequence[Token]) -> str:
    """*Yulia Peresild and Klim Shipenko* for two people with descriptions; empty unless each of them is named."""
    conjunction = next((t.form.lower() for h in heads for t in sentence.children(h, "cc")), "")
    names = [described_name(article, sentence, h, [t for t in sentence.subtree(h) if not _in_conjunct(sentence, h, t)])[0] for h in heads]
    return text.join(names) if conjunction == "and" and all(names) else ""


def _in_conjunct(sentence: Sentence, head: Token, token: Token) -> bool:
    """Whether the token stands below a later conjunct of the head."""
    below = {s.id for j in sentence.children(head, "conj") for s in sentence.subtree(j)}
    return token.id in below


def conjunct(article: Article, sentence: Sentence, head: Token) -> Phrase:
    """One conjunct alone, without those that follow it."""
    return phrase(article, sentence, head, without=sentence.children(head, "conj", "cc"), marker="")


def named_apposition(article: Article, sentence: Sentence, head: Token) -> Token | None:
    """*Yulia Peresild* of *a Russian actor, Yulia Peresild*: a person's name in apposition to a person noun."""
    if head.upos != "NOUN":
        return None
    for token in sentence.children(head, "appos"):
        if token.upos == "PROPN" and article.type(sentence, token) in ("person", "") and types.is_person_noun(head.lemma):
            return token
    return None


def describing(article: Article, sentence: Sentence, head: Token) -> str:
    """What a name is described by: words in front (*Kremlin spokesman*) or an apposition behind."""
    front = [t for t in sentence.children(head, "nmod:desc", "compound", "amod", "nmod") if t.id < head.id and _describes(t)]
    nouns = [t for t in front if t.upos != "ADJ" and types.is_person_noun(t.lemma.lower())]
    if nouns:
        tokens = sorted({s for t in front for s in sentence.subtree(t)}, key=lambda t: t.id)
        return _without_determiner(article, sentence, [t for t in tokens if t.upos != "PUNCT" or t.xpos == "HYPH"])
    for token in sentence.children(head, "appos"):
        if token.upos == "NOUN" and types.is_person_noun(token.lemma) and not sentence.children(token, "conj"):
            return _without_determiner(article, sentence, phrase_tokens(sentence, token, sentence.children(token, "acl", "appos")))
    return ""


def _describes(token: Token) -> bool:
    """*director*, *Director*, *veteran*, *Russian* before a name, but no part of the name."""
    return token.upos in ("NOUN", "ADJ") or (token.upos == "PROPN" and token.relation != "flat" and types.is_person_noun(token.lemma.lower()))


def _without_determiner(article: Article, sentence: Sentence, tokens: Sequence[Token]) -> str:
    kept = [t for t in tokens if not (t.relation == "det" and t.id == tokens[0].id)]
    if not kept or kept[0].xpos == "PRP$":
        return ""
    written = text.trim(article.write(sentence, kept))
    title_case = kept[0].id == 1 and types.is_person_noun(kept[0].form.lower())
    return written[:1].lower() + written[1:] if title_case else written


def _full_name(article: Article, sentence: Sentence, head: Token) -> str:
    entity = article.entity(sentence, head)
    own = text.trim(article.write(sentence, name_tokens(sentence, head), resolve=False))
    if entity and entity.named and entity.type == "person" and len(entity.name) > len(own):
        return entity.name
    return own


def _determiner(sentence: Sentence, head: Token, words: Sequence[Token]) -> str:
    ids = {t.id for t in words}
    first = sentence.child(head, "det", "nmod:poss")
    if first is None or first.id not in ids:
        return ""
    return " ".join(t.form.lower() for t in sentence.subtree(first)) if first.relation == "det" else "'s"


def _number(sentence: Sentence, head: Token, entity: Entity | None, words: Sequence[Token]) -> str:
    ids = {t.id for t in words}
    joined = [t for t in sentence.children(head, "conj") if t.id in ids]
    if joined and any(t.form.lower() in ("and", "&") for j in joined for t in sentence.children(j, "cc")):
        return "plur"
    if entity and head.upos == "PRON":
        return entity.number
    if head.xpos in ("NNS", "NNPS") or head.feat("Number") == "Plur":
        return "plur"
    if head.upos == "NUM" and head.form.lower() not in ("1", "one"):
        return "plur"
    if head.lemma in ("people", "police", "number", "couple", "majority") and head.lemma != "number":
        return "plur"
    return "sing"


def _person(head: Token, entity: Entity | None) -> int:
    if entity is None and head.upos == "PRON" and head.feat("Person") in ("1", "2"):
        return int(head.feat("Person"))
    return 3


def _noun(sentence: Sentence, head: Token, kind: str, written: str) -> str:
    """What a *which* may be followed by: *city* for London, *year* for 1815, else the common noun itself."""
    if kind == "time":
        return _time_unit(written)
    if kind == "place" and head.upos == "PROPN":
        return types.place_rank(written)
    return head.form if head.upos == "NOUN" else ""


_YEAR = re.compile(r"(?:the year )?[12]\d{3}(?: (?:AD|BC|CE|BCE))?")
_DECADE = re.compile(r"(?:the )?(?:early |late |mid-?)?[12]\d{2}0s")


def _time_unit(written: str) -> str:
    if _YEAR.fullmatch(written):
        return "year"
    if _DECADE.fullmatch(written):
        return "decade"
    if re.search(r"\bcentur(?:y|ies)\b", written):
        return "century"
    return "day" if re.fullmatch(r"\d{4}-\d\d-\d\d|[-X]{2,5}\d\d-\d\d", dates.normalise(written)) else "time"


_NUMBER = re.compile(r"(?<![\w.])[-−]?\d[\d,]*(?:\.\d+)?")


def _plain_number(written: str) -> str:
    match = _NUMBER.search(written)
    return match.group().replace(",", "").replace("−", "-") if match else ""


def _aliases(written: str, kind: str) -> tuple[str, ...]:
    """A person's last name alone is also right."""
    words = written.split()
    if kind == "person" and 2 <= len(words) <= 3 and all(w[:1].isupper() for w in words):
        return (words[-1],)
    return ()
