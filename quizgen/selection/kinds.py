"""How near in kind two names are: by what people do, by the rank of places, by the sort of organizations.

A name whose kind nobody tells has none, and is put beside nothing: *Marconi* says not whether it is a firm or a street.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from quizgen.analysis import lexicon
from quizgen.analysis.kinds import noun_in_name
from quizgen.analysis.names import place_noun
from quizgen.selection import gazetteer
from quizgen.selection.words import stem

_CALLINGS = {
    "ruler": """emperor empress king queen prince princess sultan shah tsar tsarina pharaoh khan monarch ruler duke
        duchess count countess earl baron baroness elector lord regent dauphin caliph heir""",
    "politician": """president vice-president minister premier chancellor governor senator congressman congresswoman
        mayor secretary politician diplomat ambassador chairman chairwoman chair commissioner councillor lawmaker
        legislator statesman official chief leader""",
    "soldier": """general major-general colonel captain lieutenant major sergeant admiral commander marshal soldier
        officer warrior""",
    "cleric": """pope bishop archbishop cardinal priest monk nun friar pastor preacher minister rabbi imam cleric
        reformer theologian saint prophet missionary abbot reverend""",
    "scholar": """historian scholar professor philosopher sociologist economist linguist anthropologist archaeologist
        theorist lecturer researcher academic critic geographer psychologist""",
    "scientist": """scientist physicist chemist biologist mathematician astronomer geologist inventor engineer
        physician doctor surgeon researcher professor naturalist botanist""",
    "writer": "writer author poet novelist playwright essayist dramatist translator journalist editor columnist",
    "performer": """actor actress singer musician guitarist drummer pianist composer conductor director producer
        comedian dancer entertainer star filmmaker rapper presenter host""",
    "artist": "painter artist sculptor architect designer photographer engraver",
    "athlete": """player athlete quarterback linebacker lineman cornerback safety receiver tackle end back footballer
        ex-footballer goalkeeper striker midfielder defender boxer swimmer runner cyclist golfer pitcher coach
        champion medalist medallist""",
    "explorer": "explorer navigator sailor settler colonist adventurer conquistador captain",
    "flyer": "astronaut cosmonaut pilot aviator",
    "owner": """businessman businesswoman businessperson entrepreneur founder ceo executive banker merchant trader
        industrialist""",
}
_ROLE_CALLINGS: dict[str, frozenset[str]] = {}
for _calling, _nouns in _CALLINGS.items():
    for _noun in _nouns.split():
        _ROLE_CALLINGS[_noun] = _ROLE_CALLINGS.get(_noun, frozenset()) | {_calling}

_SORTS = (
    frozenset("university college institute academy school".split()),
    frozenset("company corporation firm inc corp ltd llc plc co gmbh manufacturer".split()),
    frozenset("committee council commission board bureau department ministry agency secretariat".split()),
    frozenset("parliament congress senate assembly legislature".split()),
    frozenset("party league union".split()),
    frozenset("club team".split()),
    frozenset("band group orchestra choir".split()),
    frozenset("times post herald tribune gazette guardian chronicle magazine newspaper".split()),
    frozenset("network broadcaster channel".split()),
    frozenset("army navy corps regiment".split()),
)
_SORT_OF = {word: min(sort) for sort in _SORTS for word in sort}
_GENERAL = frozenset("of and the new old national federal royal state general central".split())
"""*New University*, *National Congress*: words with which alone no organization is told from others."""
_PARTS_OF_TOWNS = frozenset("neighborhood neighbourhood district suburb quarter".split())


def callings(roles: Iterable[str]) -> frozenset[str]:
    """The walks of life that these role nouns (*film director*, *king*) belong to; empty where none is known."""
    return frozenset().union(*(_ROLE_CALLINGS.get(role.split()[-1], frozenset()) for role in roles if role))


def place_kind(name: str, noun: str = "", roles: Iterable[str] = ()) -> str:
    """*country*, *state*, *city*, *river*, *street* …: what a place is by lists, by its name or by what it is called.

    Empty where nothing tells, where two lists hold the name, and for one that is not the whole name: *northeast Ohio*.

    Args:
        noun: what the analysis says it is.
        roles: nouns by which the article calls it.
    """
    bare = name.removeprefix("the ").removeprefix("The ")
    if not bare[:1].isupper() or bare.endswith(".") or (len(bare) <= 3 and bare.isupper()):
        return ""
    if gazetteer.is_ambiguous(name):
        return ""
    told = place_noun(bare) or noun or noun_in_name(bare.split())
    if told:
        return told
    nouns = sorted({role.split()[-1] for role in roles if role} & (lexicon.PLACE_NOUNS | lexicon.PLACE_MAYBE))
    if len(nouns) != 1:
        return ""
    return "part of a town" if nouns[0] in _PARTS_OF_TOWNS else nouns[0]


def organization_kind(name: str, noun: str = "", roles: Iterable[str] = (), number: str = "sing") -> str:
    """The sort of an organization, named by the first word of its kind: *academy* for every school. Empty: unknown.

    Args:
        noun, roles: as for a place.
        number: names in the plural are put together: *the Broncos*, *the Pittsburgh Steelers*.
    """
    words = name.casefold().removeprefix("the ").split()
    told = noun or noun_in_name(words) or (words[-1].strip(".") if words else "")
    if set(words) - _SORT_OF.keys() - _GENERAL and told in _SORT_OF:
        return _SORT_OF[told]
    known = {_SORT_OF[word] for role in roles if role and (word := role.split()[-1]) in _SORT_OF}
    if len(known) == 1:
        return known.pop()
    return "several" if number == "plur" and words and words[-1].endswith("s") else ""


@cache
def kind_stems() -> frozenset[str]:
    """Words that names of one kind share without being one: *Durham University* and *Newcastle University*."""
    words = lexicon.PLACE_NOUNS | lexicon.PLACE_MAYBE | lexicon.PLACE_STARTS | frozenset(_SORT_OF)
    return frozenset(map(stem, words))
