"""Names of people: which part of a full name is enough."""

from __future__ import annotations

import re

from quizgen.drill.folding import fold
from quizgen.drill.wordlists import word_set

HONORIFICS = word_set(
    "mr mrs ms miss mx dr prof professor sir dame lord lady madam saint st sen rep gov gen col "
    "capt lt sgt rev fr hon president king queen prince princess emperor pope general captain "
    "senator governor minister judge justice colonel admiral doctor chancellor director actor "
    "astronaut cosmonaut spokesman spokeswoman"
)
"""What may stand before a name without being part of it."""
KINDS = word_set(
    "film movie book novel song album play poem painting newspaper magazine city town village country "
    "state island river lake mountain company firm organisation organization agency ship boat rocket "
    "spacecraft capsule mission project programme program team club band group planet star element gas "
    "metal language disease drug called named"
)
"""What may stand before the name of a thing and only says what kind of thing it is."""
SUFFIXES = word_set("jr sr junior senior phd md esq kbe obe qc kc")
PARTICLES = word_set("van von der den de del della di da du la le al el bin ibn ben ter ten zu of the y e dos das")

_GENERIC = word_set("""
    abbey academy act administration africa agency aires airlines airport alliance america arabia army asia
    assembly association authority bank basilica basin battle bay board book bridge bureau canal cape carolina
    castle cathedral center centre century challenge championship channel church city club coast college
    commission committee company conference congress corporation council county court cup dakota delhi
    department desert district division dynasty empire england europe falls federation festival film forces
    forest foundation game games gardens government group guinea gulf hall hampshire hemisphere hill hills
    hospital hotel house industries institute island islands jersey kingdom kong korea lake lakes lanka law
    league leone library line magazine market mexico minister ministry mission mountain mountains museum navy
    news ocean office organisation organization orleans palace park parliament part party peninsula plan pole
    police post president press prize program programme project province railway range reform region republic
    revolution rica rico river road room school sea senate series service society space square stadium star
    state states station street studios summit supreme team temple territory theater theatre times tower town
    treaty tribunal trust union university valley village virginia wall war way world york zealand zone
""")
"""Last words of names that are no one's."""
_PLACES_BEGIN = word_set(
    "new united north south east west northern southern eastern western san santa los las great "
    "royal national international world saint st mount lake cape fort port el hong costa puerto "
    "sierra buenos sri saudi"
)
_PEOPLE = "|".join(
    word_set("""
    actor actress architect artist astronaut athlete author ballerina biologist boy brother captain chairman chemist
    commander composer cosmonaut dancer daughter designer director doctor economist emperor engineer explorer father
    founder friend general geologist girl governor hero historian husband inventor journalist judge king lawyer leader
    linguist man manager mathematician mayor member minister monk mother musician naturalist novelist nurse officer
    painter person philosopher physicist pilot player poet politician pope president prime priest producer professor
    queen researcher sailor scholar scientist sculptor secretary senator singer sister soldier son spokesman
    spokesperson spokeswoman surgeon teacher violinist wife winner woman writer
    """)
)
_ASKS_PERSON = re.compile(
    r"\bwho(?:m|se|'s)?\b"
    rf"|\b(?:which|what) (?:[\w'-]+ ){{0,4}}?(?:{_PEOPLE})\b(?! of)(?!')"
    rf"|\bname of the (?:[\w-]+ )*?(?:{_PEOPLE})\b"
)
_ASKS_OTHER = re.compile(r"\b(?:what|which|where|when|how)\b")
_LETTERS = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")


def asks_person(question: str) -> bool | None:
    """Whether the question asks for a person; None when the question does not tell, as in a gap."""
    folded = fold(question)
    if _ASKS_PERSON.search(folded):
        return True
    return False if _ASKS_OTHER.search(folded) else None


def is_personal(name: str) -> bool:
    """Whether the text looks like the name of one person: two to four capitalised words, none of them generic."""
    words = [word for word in _LETTERS.findall(name) if fold(word) not in SUFFIXES]
    while words and fold(words[0].rstrip(".")) in HONORIFICS:
        words = words[1:]
    plain = [fold(word) for word in words]
    capitals = [word for word, p in zip(words, plain, strict=True) if p not in PARTICLES or word[0].isupper()]
    return (
        2 <= len(capitals) <= 4
        and all(word[0].isupper() for word in capitals)
        and not any(character.isdigit() for character in name)
        and "," not in re.sub(r",\s*(?:Jr|Sr|PhD|MD)\b", "", name)
        and plain[-1] not in _GENERIC
        and plain[0] not in _PLACES_BEGIN
        and not {"of", "the", "and"} & set(plain)
    )


def bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without honorifics before and suffixes after it."""
    start, end = 0, len(words)
    while start < end - 1 and words[start] in HONORIFICS:
        start += 1
    while end > start + 1 and words[end - 1] in SUFFIXES:
        end -= 1
    return words[start:end]


def surname(words: tuple[str, ...]) -> tuple[str, ...]:
    """The last word of a bare name, with the particles that belong to it: *van Gogh*."""
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    return words[start:]


def same_person(given: tuple[str, ...], expected: tuple[str, ...]) -> bool:
    """Whether two bare names are one: middle names left out or shortened, the surname in front."""
    if len(given) < 2 or len(expected) < 2:
        return given == expected
    if sorted(given) == sorted(expected):
        return True
    if given[-1] != expected[-1]:
        return False
    if "".join(word[0] for word in expected[:-1]) == given[0] or "".join(word[0] for word in given[:-1]) == expected[0]:
        return True
    if not _same_first(given[0], expected[0]):
        return False
    shorter, longer = sorted((given[1:-1], expected[1:-1]), key=len)
    return len(given) <= len(expected) and _all_found(shorter, longer)


def _same_first(given: str, expected: str) -> bool:
    return given == expected or (len(given) == 1 and expected.startswith(given))


def _all_found(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    return all(
        any(word == other or (word[0] == other[0] and 1 in (len(word), len(other))) for other in longer)
        for word in shorter
    )
