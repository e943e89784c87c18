"""Names and what stands beside them: *director Klim Shipenko*; *a Russian actor, Yulia Peresild*."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen import text
from quizgen.analysis import types
from quizgen.analysis.names import PEOPLES
from quizgen.facts.article import Article
from quizgen.facts.extents import phrase_tokens, trim_edges
from quizgen.facts.lexicon import OFFICES
from quizgen.records import Sentence, Token

_GENERATIONS = frozenset({"Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV"})
_OF_A_PEOPLE = frozenset("president king queen premier chancellor emperor empress tsar sultan".split())
"""Offices that a people has one of: *the French president*."""
_OF_EVERY_STATE = frozenset(
    [
        "prime minister", "deputy prime minister", "home secretary", "foreign secretary", "foreign minister",
        "secretary of state", "vice president", "vice-president", "attorney general", "defence minister",
        "defense minister", "finance minister", "interior minister", "chief minister", "first minister",
        "home minister", "president", "us president", "u.s. president", "speaker of the house",
        "leader of the opposition",
        "chief of staff", "commander in chief", "head of state", "head of government",
    ]
)  # fmt: skip
"""Offices that every state has one of, and that another may hold tomorrow: they need their country to be asked for."""
_KIN = frozenset(
    "son daughter child brother sister father mother wife husband widow widower nephew niece cousin uncle aunt twin "
    "grandson granddaughter grandfather grandmother friend descendant heir relative".split()
)
_OF_OFFICES = frozenset(
    """
    prime vice deputy chief first foreign home transport health education defence defense finance interior justice
    agriculture environment culture sports trade labour labor energy economy housing development
    """.split()
)
"""What offices are of, written large beside a name."""
_NAME_PARTS = ("flat", "compound", "goeswith")


def name_tokens(sentence: Sentence, head: Token) -> list[Token]:
    """The proper name around its head: *Klim Shipenko* of *director Klim Shipenko*, with its *Jr.*"""
    parts = [head]
    for token in sentence.children(head, *_NAME_PARTS):
        if token.upos in ("PROPN", "NUM", "X") or token.relation == "flat":
            parts += [
                t
                for t in sentence.subtree(token)
                if t.upos in ("PROPN", "NUM", "X", "PUNCT", "ADP", "DET", "NOUN", "ADJ")
            ]
    parts += [t for t in sentence.children(head, "nmod") if t.id > head.id and t.form in _GENERATIONS]
    return trim_edges(sorted(set(parts), key=lambda t: t.id))


def described_name(article: Article, sentence: Sentence, head: Token, words: Sequence[Token]) -> tuple[str, str]:
    """(name, description) where one stands beside the other; the name is empty when the phrase is to be written out.

    *director Klim Shipenko*; *a Russian actor, Yulia Peresild*; *Yulia Peresild, a Russian actor*.
    """
    ids = {t.id for t in words}
    joined = [t for t in sentence.children(head, "conj") if t.id in ids]
    if any(t.form.lower() == "not" for j in joined for t in sentence.children(j)):
        return "", ""
    if any(t.form.lower() in _SOME for t in sentence.children(head, "det", "amod", "nummod")):
        return "", ""  # *some Normans* are not the Normans
    if joined:
        return _joined_names(article, sentence, [head, *joined]), ""
    # *The English* keep their article, *Native Americans* what tells them from other Americans.
    people = {head.form.casefold(), head.form.casefold().removesuffix("s")} & PEOPLES
    if (
        head.upos == "PROPN"
        and article.type(sentence, head) == "person"
        and not people
        and not _is_common(sentence, head)
        and not _has_article(sentence, head)
        and not _titled(sentence, head)
    ):
        return _full_name(article, sentence, head), describing(article, sentence, head)
    named = named_apposition(article, sentence, head)
    if named is not None and named.id in ids | {named.id}:
        own = phrase_tokens(sentence, head, sentence.children(head, "appos", "acl", "conj", "cc"))
        return _full_name(article, sentence, named), _without_determiner(article, sentence, own)
    return "", ""


_SOME = frozenset("some many most few several all no other certain various these those two three four five".split())


def _has_article(sentence: Sentence, head: Token) -> bool:
    """*the Tran*, *the Comédie-Française*: what looks like a person's name and has an article right before it is
    none."""
    first = min(t.id for t in name_tokens(sentence, head))
    return any(t.form.lower() == "the" and t.id == first - 1 for t in sentence.children(head, "det"))


def _titled(sentence: Sentence, head: Token) -> bool:
    """*the Marquis de Lafayette*: a name that begins with a particle is none without what stands before it."""
    first = min(name_tokens(sentence, head), key=lambda t: t.id)
    before = sentence.token(first.id - 1) if first.id > 1 else None
    return first.form in ("de", "d'", "of", "du", "della", "di") and before is not None and before.upos == "PROPN"


def _is_common(sentence: Sentence, head: Token) -> bool:
    """*the pope*, *the King*: a noun with its article, whatever its tag."""
    alone = not sentence.children(head, *_NAME_PARTS)
    return alone and (
        head.form.islower() or (bool(sentence.children(head, "det")) and types.is_person_noun(head.form.lower()))
    )


def _joined_names(article: Article, sentence: Sentence, heads: Sequence[Token]) -> str:
    """*Yulia Peresild and Klim Shipenko* for two people with descriptions; empty unless each of them is named."""
    conjunction = next((t.form.lower() for h in heads for t in sentence.children(h, "cc")), "")
    names = [
        described_name(article, sentence, h, [t for t in sentence.subtree(h) if not in_conjunct(sentence, h, t)])[0]
        for h in heads
    ]
    return text.join(names) if conjunction == "and" and all(names) else ""


def in_conjunct(sentence: Sentence, head: Token, token: Token) -> bool:
    """Whether the token stands below a later conjunct of the head."""
    below = {s.id for j in sentence.children(head, "conj") for s in sentence.subtree(j)}
    return token.id in below


def named_apposition(article: Article, sentence: Sentence, head: Token) -> Token | None:
    """*Yulia Peresild* of *a Russian actor, Yulia Peresild*: a person's name in apposition to a person noun."""
    office = head.upos == "PROPN" and types.is_person_noun(
        head.form.lower()
    )  # *Malaysia's Prime Minister, Najib Razak*
    if head.upos != "NOUN" and not office and not _is_common(sentence, head):
        return None
    for token in sentence.children(head, "appos"):
        if (
            token.upos == "PROPN"
            and article.type(sentence, token) in ("person", "")
            and types.is_person_noun(head.lemma.lower())
        ):
            return token
    return None


def describing(article: Article, sentence: Sentence, head: Token) -> str:
    """What a name is described by: words in front (*Kremlin spokesman*) or an apposition behind."""
    front = [
        t
        for t in sentence.children(head, "nmod:desc", "compound", "amod", "nmod")
        if t.id < head.id and _describes(sentence, t)
    ]
    nouns = [t for t in front if t.upos != "ADJ" and types.is_person_noun(t.lemma.lower())]
    if nouns:
        tokens = sorted({s for t in front for s in sentence.subtree(t)}, key=lambda t: t.id)
        return _without_determiner(article, sentence, [t for t in tokens if t.upos != "PUNCT" or t.xpos == "HYPH"])
    for token in sentence.children(head, "appos"):
        if token.upos == "NOUN" and types.is_person_noun(token.lemma) and not sentence.children(token, "conj"):
            return _without_determiner(
                article, sentence, phrase_tokens(sentence, token, sentence.children(token, "acl", "appos"))
            )
    return ""


def _describes(sentence: Sentence, token: Token) -> bool:
    """*director*, *Director*, *veteran*, *Russian* before a name, but no part of the name."""
    if sentence.children(token, "case", "nummod"):
        return False
    return token.upos in ("NOUN", "ADJ") or (
        token.upos == "PROPN" and token.relation != "flat" and types.is_person_noun(token.lemma.lower())
    )


def _without_determiner(article: Article, sentence: Sentence, tokens: Sequence[Token]) -> str:
    kept = [t for t in tokens if not (t.relation == "det" and t.id == tokens[0].id)]
    if not kept or kept[0].xpos == "PRP$":
        return ""
    words = text.trim(article.write(sentence, kept)).split()
    office = [types.is_person_noun(word.lower()) for word in words]
    for at, word in enumerate(words):
        before_office = word.lower() in _OF_OFFICES and any(office[at:])
        if office[at] or before_office:  # *Transport Minister Helen Marsden*: which transport minister?
            words[at] = word.lower()
    return " ".join(words)


def _full_name(article: Article, sentence: Sentence, head: Token) -> str:
    entity = article.entity(sentence, head)
    part = len(name_tokens(sentence, head)) == 1 and any(t.form == "as" for t in sentence.children(head, "case"))
    own = text.trim(article.write(sentence, name_tokens(sentence, head), resolve=False))
    if entity and entity.named and entity.type == "person" and len(entity.name) > len(own) and not part:
        return entity.name
    return own


def tells_kin(description: str) -> bool:
    """*son of a tailor*: nobody asks which son of a tailor."""
    words = description.lower().split()
    return any(w in _KIN and words[i + 1 : i + 2] in ([], ["of"]) for i, w in enumerate(words))


def one_holds_it(description: str) -> bool:
    """*Kremlin spokesman*, *president of France*: a name inside, or *of*, tells which one."""
    words = description.split()
    if description.casefold() in _OF_EVERY_STATE:
        return False
    office = any(w.lower() in OFFICES for w in words)
    # *Russian-born director* may be any
    named = any(w[:1].isupper() and w.lower().removesuffix("-born") not in PEOPLES | OFFICES for w in words)
    ruler = any(w.lower() in _OF_A_PEOPLE for w in words) and any(w.lower() in PEOPLES for w in words)
    return ruler or (office and len(words) > 1 and (named or "of" in words))
