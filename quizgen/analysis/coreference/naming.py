"""Which names are names of one bearer: the same words, a part of the full name, an abbreviation of it."""

from __future__ import annotations

import re
from collections import defaultdict

from quizgen.analysis import lexicon, names
from quizgen.analysis.coreference.clusters import Clusters
from quizgen.analysis.coreference.mentions import title_words
from quizgen.analysis.coreference.nominal import Nominal
from quizgen.analysis.names import place_rank

_COMPANY_ENDINGS = lexicon.word_set(
    """
    inc corp ltd llc plc co gmbh
    """
)
_CLASS_FIRST = lexicon.word_set(
    """
    cyclone hurricane typhoon storm mount lake cape operation project emperor king queen pope saint st lord
    """
)
"""Class nouns that stand before a name and may be left out: *Cyclone Phailin*, *Phailin*."""

_VERSUS = frozenset({"v", "vs", "versus"})
"""*Donoghue v Stevenson* is a case, and neither of the two."""
_GENERATIONS = lexicon.word_set("jr sr ii iii iv")

Groups = dict[tuple[str, ...], list[Nominal]]


_PLACES_OF = lexicon.word_set(
    "town city village hamlet county state province district parish island port borough river lake"
)
_KIN = lexicon.word_set(
    """
    wife husband mother father parent brother sister son daughter child widow widower uncle aunt nephew niece cousin
    grandfather grandmother grandson granddaughter twin sibling
    """
)


def unite(clusters: Clusters, title: str = "") -> None:
    """Merge the bearers of equal names, then of shortened ones, then of abbreviations.

    A surname that two people share is that of the one in the title, if one is there.
    """
    groups: Groups = defaultdict(list)
    kin: set[tuple[str, ...]] = set()
    subject = title_words(title)
    namesakes: dict[str, Nominal] = {}
    for nominal in clusters.nominals:
        if nominal.kind == "name" and any(nominal.words) and not _partial(nominal):
            namesake = namesakes.get(_form_of_address(nominal))
            if namesake is not None and namesake.words[-1] == nominal.words[-1]:
                clusters.merge(namesake.key, nominal.key)  # *Captain Lincoln* is the grandfather again
            elif len(nominal.words) == 1 and _somebody_else(nominal):
                kin.add(nominal.words)
            elif nominal.words != subject or not _somebody_else(nominal):
                groups[nominal.words].append(nominal)
            elif _form_of_address(nominal):
                namesakes[_form_of_address(nominal)] = nominal
    for members in groups.values():
        for other in members[1:]:
            clusters.merge(members[0].key, other.key)
    words_of_title = frozenset(re.findall(r"\w+", title.casefold()))
    _united_parts(clusters, {w: m for w, m in groups.items() if w not in kin}, words_of_title, subject)
    _united_abbreviations(clusters, groups)
    for words, members in groups.items():
        if _VERSUS.intersection(words):
            clusters.bearer(members[0].key).defined = "abstract"
        person = clusters.type(members[0].key) == "person"
        if words == subject or (len(words) > 1 and _in_title(words, words_of_title) and person):
            clusters.bearer(members[0].key).titled = True
            opens = tuple(re.findall(r"\w+(?:['’]\w+)?", title.casefold()))[: len(words)] == words
            clusters.bearer(members[0].key).opens_title |= opens


def _form_of_address(nominal: Nominal) -> str:
    """*captain* of *Captain Lincoln*, which is no part of the name; empty without one."""
    first = nominal.sentence.token(nominal.tokens[0]).form.casefold()
    return first if first not in nominal.words and lexicon.title_gender(first) is not None else ""


def _partial(nominal: Nominal) -> bool:
    """Whether it may mean some of them or a part of it: *millions of Americans*, *early Athens*."""
    people = nominal.number == "plur" and nominal.words[-1].removesuffix("s") in names.PEOPLES
    if nominal.number == "plur" and nominal.sentence.children(nominal.head, "nummod", "amod"):
        return True  # *several hundred French Huguenots*
    if nominal.determiner not in ("", "the", "this") or nominal.modifiers & {"other", "same", "fellow"}:
        return True
    return people or (nominal.type not in ("person", "") and bool(nominal.modifiers))


def _somebody_else(nominal: Nominal) -> bool:
    """*his wife Amy* in an article on Amy Johnson, *the town of Pullman* beside George Pullman, *Lincoln's grandfather,
    Captain Abraham Lincoln* in one on Abraham Lincoln."""
    sentence, head = nominal.sentence, nominal.head
    above = sentence.head(head)
    if above is None:
        return False
    joined = sentence.head(above) if above.relation == "conj" else None  # *grandfather and namesake, Captain …*
    beside = [
        *sentence.children(head, "nmod:desc", "compound"),
        *([t for t in (above, joined) if t is not None] if head.relation in ("appos", "flat") else ()),
    ]
    if any(t.lemma.casefold() in _KIN and sentence.children(t, "nmod:poss") for t in beside):
        return True
    of = sentence.child(head, "case")
    return head.relation == "nmod" and of is not None and of.form == "of" and above.lemma.casefold() in _PLACES_OF


def is_abbreviation(short: str, words: tuple[str, ...]) -> bool:
    """Whether capital letters are the initials of these words: *ISS*, *W.H.O.*, *USA*."""
    letters = short.replace(".", "").casefold()
    if not re.fullmatch(r"[A-Z][A-Za-z.&]{1,7}", short) or sum(c.isupper() for c in short) < 2:
        return False
    large = [w for w in words if w not in ("of", "and", "the", "for", "in", "de", "&")]
    spelled = ("".join(w[:1] for w in chosen) for chosen in (words, large) if len(chosen) > 1)
    return any(letters in (initials, initials + "s") for initials in spelled)


def _united_parts(clusters: Clusters, groups: Groups, title: frozenset[str], subject: tuple[str, ...]) -> None:
    """Longer ones first: *Joshua Norton* has found *Joshua Abraham Norton* before *Norton* looks for its whole."""
    having: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in groups:
        for word in dict.fromkeys(words):
            having[word].append(words)
    for short, members in sorted(groups.items(), key=lambda pair: (-len(pair[0]), pair[0])):
        longer = [words for words in having[short[0]] if len(words) > len(short)]
        for is_part in (_without_class, _surname, _first_name):
            wholes = [words for words in longer if is_part(short, words)]
            if is_part is _without_class and any(_first_name(short, words) for words in longer if words not in wholes):
                continue  # *Johann* beside *Johann II* and *Johann Bernoulli*
            if is_part is not _without_class:
                wholes = [w for w in wholes if _may_be_one(clusters, members, groups[w], w == subject)]
            bearers = {clusters.id(groups[words][0].key) for words in wholes}
            if len(bearers) > 1:
                bearers = {clusters.id(groups[words][0].key) for words in wholes if _in_title(words, title)} or bearers
            if len(bearers) == 1:
                clusters.merge(min(bearers), members[0].key)
            if bearers:
                break


def _in_title(words: tuple[str, ...], title: frozenset[str]) -> bool:
    """The name of the title, or one with more in its middle: *Joseph Ritter von Fraunhofer*."""
    return title.issuperset(words) or {words[0], words[-1]} <= title


def _without_class(short: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """*Apple* of *Apple Inc.*, *Phailin* of *Cyclone Phailin*, *Norton* of *Norton I*."""
    rest = set(whole[len(short) :])
    ending = rest <= _COMPANY_ENDINGS or all(re.fullmatch("[ivx]+", word) for word in rest)
    return (whole[: len(short)] == short and ending) or (whole[0] in _CLASS_FIRST and whole[1:] == short)


def _surname(short: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """*Norton* of *Joshua Norton*, of *Joshua Norton Jr.*; *Joshua Norton* of *Joshua Abraham Norton*."""
    if "of" in whole:
        return False  # *Melk* is no name of *Adso of Melk*
    if whole[-1].rstrip(".") in _GENERATIONS and short[-1].rstrip(".") not in _GENERATIONS:
        whole = whole[:-1]
    if short == whole and len(short) > 1:
        return False  # father and son
    if len(short) == 1:
        return short[0] == whole[-1]
    return tuple(w for w in whole if w in short) == short and whole[0] == short[0] and whole[-1] == short[-1]


def _first_name(short: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return len(short) == 1 and short[0] == whole[0] and short[0] not in names.PEOPLES


def _may_be_one(clusters: Clusters, members: list[Nominal], others: list[Nominal], titled: bool) -> bool:
    """Two names of persons whose genders agree; a short name of unknown type may be a person's.

    ``titled``: the longer one is the title, which tells little of what it is: there the short one tells it.
    """
    if _VERSUS.intersection(others[0].words):
        return False
    short, long = clusters.type(members[0].key), clusters.type(others[0].key)
    person = (long == "person" and short in ("person", "")) or (
        titled and short == "person" and all(m.in_heading for m in others)
    )
    return person and _genders_agree(members, others)


def _genders_agree(members: list[Nominal], others: list[Nominal]) -> bool:
    first, second = ({m.gender for m in group if m.gender} for group in (members, others))
    return not first or not second or first == second


def _united_abbreviations(clusters: Clusters, groups: Groups) -> None:
    """Three capital letters or more that are the initials of exactly one name of the article.

    Two are too few to go by unless the article says so itself, *X (Y)*; that is found as an apposition.
    """
    longer = [words for words in groups if len(words) > 1]
    for short, members in sorted(groups.items()):
        surface = members[0].text.removeprefix("the ")
        if len(short) != 1 or len(surface) < 3 or not surface.replace(".", "")[1:2].isupper() or place_rank(surface):
            continue
        wholes = {clusters.id(groups[words][0].key) for words in longer if is_abbreviation(surface, words)}
        if len(wholes) == 1:
            clusters.merge(wholes.pop(), members[0].key)
