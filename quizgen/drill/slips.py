"""Slips of the pen: how far a word may be from the right one and still be meant as it."""

from __future__ import annotations

from quizgen.drill.normal import is_figure

_CONTRASTS = (
    ("hyper", "hypo"), ("inter", "intra"), ("macro", "micro"), ("endo", "exo"), ("im", "em"), ("af", "ef"),
    ("in", "ex"), ("ante", "anti"), ("super", "supra"), ("pro", "con"), ("out", "in"), ("over", "under"),
    ("homo", "hetero"), ("mono", "poly"), ("pre", "pro"), ("ab", "ad"), ("north", "south"), ("east", "west"),
)  # fmt: skip
"""Beginnings that turn a word into its opposite."""

_NEGATING = ("un", "in", "im", "il", "ir", "dis", "non", "anti", "de", "a", "an", "mis", "sub", "pre", "re", "step")

_ENDINGS = (
    ("ide", "ite", "ate"), ("ane", "ene", "yne", "one", "ine"), ("al", "ol"), ("ic", "ous"), ("or", "ee"), ("er", "ee"),
    ("logy", "nomy", "graphy"), ("phase", "phage"), ("scope", "graph"),
)  # fmt: skip
"""Endings that tell one substance, or one science, from another."""

_LOOKALIKES = (
    "monday tuesday wednesday thursday friday saturday sunday",
    "january february march april may june july august september october november december",
    "austria australia", "slovenia slovakia", "iran iraq ireland iceland", "niger nigeria", "gambia zambia",
    "mauritius mauritania", "guinea guyana", "paraguay uruguay", "latvia lithuania", "sweden switzerland",
    "dominica dominican", "mali malawi", "georgia jordan", "serbia siberia", "indiana india indonesia",
    "mitosis meiosis miosis", "fission fusion", "stalactite stalagmite", "magnesium manganese", "thymine thiamine",
    "adenine adenosine", "glycogen glucagon glucose", "genotype phenotype", "latitude altitude longitude",
    "meteor meteorite meteoroid", "epidemic endemic pandemic", "convex concave", "comet comment", "ion iron",
    "artery atrium", "mars mass", "silicon silicone", "fluorine fluoride chlorine chloride", "ethanol methanol",
    "ethane methane", "radon radium", "calcium cadmium", "thallium thulium", "terbium erbium ytterbium yttrium",
    "mesozoic cenozoic paleozoic", "astronomy astrology", "psychology physiology", "anode cathode", "prefix suffix",
    "capitol capital", "principle principal", "immigrant emigrant", "martial marital", "maya mayan", "incas inca",
    "man woman", "men women", "male female", "king queen", "brother mother", "father mother", "sister mister",
    "him her", "winter summer", "left right", "first last", "minimum maximum", "minor major", "baltic balkan",
    "stock stork", "monet manet", "hobbs hobbes", "marx mars", "byron bryan", "brazil brasil",
)  # fmt: skip
_FAMILIES = {word: family for family in (frozenset(line.split()) for line in _LOOKALIKES) for word in family}


def allowed(word: str) -> int:
    """How many letters of a word may be wrong, missing, too many or swapped with their neighbour."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2 if len(word) < 14 else 3


def distance(given: str, expected: str, limit: int) -> int:
    """Letters to insert, delete, change or swap with their neighbour; ``limit`` + 1 when there are more."""
    from rapidfuzz.distance import OSA

    return int(OSA.distance(given, expected, score_cutoff=limit))


def is_slip(given: str, expected: str, *, alone: bool = True) -> bool:
    """Whether ``given`` is ``expected`` with a small slip. Both are single words of a normal form.

    ``alone``: nothing else says what was meant, so that a short word must at least begin with the right letter.
    """
    if given == expected:
        return True
    limit = allowed(expected) or (1 if len(expected) == 3 and not alone else 0)
    if not limit or is_figure(given) or is_figure(expected) or means_something_else(given, expected):
        return False
    if alone and len(expected) < 6 and given[:1] != expected[:1] and sorted(given) != sorted(expected):
        return False
    return distance(given, expected, limit) <= limit


def means_something_else(given: str, expected: str) -> bool:
    """Whether two words that look alike are two words: *mitosis* and *meiosis*, *usual* and *unusual*."""
    if given in _FAMILIES.get(expected, ()) or expected in _FAMILIES.get(given, ()):
        return given != expected
    longer, shorter = (given, expected) if len(given) > len(expected) else (expected, given)
    if len(shorter) > 3 and any(longer == beginning + shorter for beginning in _NEGATING):
        return True
    pairs = [*_CONTRASTS, *((b, a) for a, b in _CONTRASTS)]
    if any(given == a + rest for a, b in pairs if expected.startswith(b) for rest in [expected.removeprefix(b)]):
        return True
    return any(_other_ending(given, expected, family) for family in _ENDINGS)


def _other_ending(given: str, expected: str, family: tuple[str, ...]) -> bool:
    ending = next((e for e in family if expected.endswith(e)), "")
    stem = expected.removesuffix(ending) if ending else ""
    return len(stem) > 2 and any(given == stem + other for other in family if other != ending)


def slips(given: tuple[str, ...], expected: tuple[str, ...]) -> bool:
    """Whether the words are the expected ones with small slips, few for their length altogether."""
    if len(given) == len(expected):
        pairs = tuple(zip(given, expected, strict=True))
        wrong = [(g, e) for g, e in pairs if g != e]
        # One word in two may be misspelt, or all words of a short answer: not every word of a long one.
        return all(is_slip(g, e, alone=len(wrong) == len(expected)) for g, e in wrong) and len(wrong) <= max(
            1, (len(expected) + 1) // 2
        )
    if any(is_figure(word) for word in (*given, *expected)):
        return False
    joined, whole = "".join(given), "".join(expected)  # the space itself may be the slip
    return abs(len(given) - len(expected)) == 1 and len(whole) > 7 and distance(joined, whole, 1) <= 1
