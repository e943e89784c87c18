"""Nouns that say inside a name what it is a name of: *Trinity College*, *Lake Huron*, *the Treaty of Paris*.

The noun makes *Which college …?* of *What …?*, and votes for the type. Only nouns that mean in a name what they mean
by themselves are listed: *Penn State* is no state, *The Times* no time.
"""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.analysis.lexicon import is_person_noun, word_set

_TYPES = {
    "organization": word_set(
        """
        college university academy institute school seminary ministry committee commission council parliament senate
        assembly congress agency company corporation newspaper magazine orchestra choir league federation association
        union society foundation army navy regiment brigade airline railway department bureau board tribunal dynasty
        party bank court club library museum hospital
        """
    ),
    "place": word_set(
        """
        city town village river lake mountain mount sea ocean bay gulf strait island islands isle peninsula desert
        forest valley canyon park square street avenue road boulevard highway freeway motorway bridge tunnel tower
        palace castle fortress fort cathedral abbey basilica mosque temple monastery priory chapel church airport
        station stadium arena hotel glacier volcano province county district region republic kingdom empire duchy
        principality territory colony theatre theater zoo cemetery creek canal reef
        """
    ),
    "event": word_set(
        """
        war battle siege revolution rebellion revolt uprising crusade massacre conference summit tournament
        championship olympics festival hurricane cyclone typhoon storm earthquake famine plague election
        """
    ),
    "abstract": word_set(
        """
        act treaty agreement accord accords protocol pact constitution doctrine theorem theory hypothesis conjecture
        edict declaration convention amendment language award prize medal syndrome disease law
        """
    ),
}
THINGS = word_set(
    """
    film movie book novel novella poem play opera musical symphony ballet album song series sitcom show game ship boat
    vessel warship steamship battleship ferry spacecraft satellite telescope rocket aircraft airliner car locomotive
    software website programme program project painting sculpture statue building skyscraper instrument computer
    console comic manuscript tapestry dish cheese bread sauce dessert drink beer wine mission
    """
)
"""What is made: things whatever the parser thinks of their names."""
KINDS = {noun: type for type, nouns in _TYPES.items() for noun in nouns}
"""Noun → type of what is named after it."""

_FIRST = word_set(
    """
    lake mount mt mt. river fort cape hurricane cyclone typhoon storm isle gulf bay strait
    """
)
"""Nouns that stand before the name of their bearer: *Lake Huron*."""
_OF = _FIRST | frozenset(KINDS) - {"party", "law", "theory", "language", "city", "disease", "award", "prize", "medal"}
"""Nouns that *of* joins to the name: *the Treaty of Paris*, *the University of Oslo*."""
_CALLED = {
    "mount": "mountain", "mt": "mountain", "mt.": "mountain", "isle": "island", "republic": "country",
    "islands": "island group", "accords": "accord", "olympics": "games",
}  # fmt: skip
"""What one asks for, where it is another word than that in the name."""
_NOT = word_set("west east south north left right")
"""Before *bank*, *sea*, *side*, *court* these make a place of its own kind: *the West Bank*."""
PLACE_RANKS = frozenset({"continent", "country", "region", "city"})


def type_of(noun: str) -> str:
    """The type of what this noun says of something, *a board game*, *a city*; empty: it says none for sure."""
    word = noun.casefold().rpartition(" ")[2]
    if word in THINGS:
        return "object"
    return KINDS.get(word, "") or ("person" if is_person_noun(word) else "")


def noun_in_name(words: Sequence[str]) -> str:
    """The kind noun of a name, lower case: *treaty* of *Treaty of Paris*; empty: the name does not tell."""
    low = [word.casefold() for word in words]
    if len(low) < 2:
        return ""
    if low[0] in _OF and "of" in low[1:2]:
        return low[0]
    if "of" in low:
        at = low.index("of")
        before = low[at - 1] if at else ""
        return before if before in _OF and at < len(low) - 1 else ""
    if low[-1] in KINDS and low[-2] not in _NOT:
        return low[-1]
    return low[0] if low[0] in _FIRST else ""


def asked_noun(noun: str) -> str:
    """What a *which* is followed by: *mountain* for *mount*."""
    return _CALLED.get(noun, noun)
