"""Well-known places and months to fall back on when an article names too few. Neighbours stand side by side."""

from __future__ import annotations

from functools import cache

COUNTRIES = (
    "Portugal", "Spain", "France", "Belgium", "the Netherlands", "Germany", "Denmark", "Norway", "Sweden", "Finland",
    "Estonia", "Latvia", "Lithuania", "Poland", "the Czech Republic", "Slovakia", "Austria", "Switzerland", "Italy",
    "Slovenia", "Croatia", "Serbia", "Hungary", "Romania", "Bulgaria", "Greece", "Turkey", "Ukraine", "Russia",
    "Georgia", "Armenia", "Iran", "Iraq", "Syria", "Lebanon", "Israel", "Jordan", "Saudi Arabia", "Yemen", "Egypt",
    "Libya", "Tunisia", "Algeria", "Morocco", "Mali", "Senegal", "Ghana", "Nigeria", "Cameroon", "Sudan", "Ethiopia",
    "Somalia", "Kenya", "Uganda", "Tanzania", "Mozambique", "Zimbabwe", "Zambia", "Angola", "Namibia", "Botswana",
    "South Africa", "Madagascar", "Afghanistan", "Pakistan", "India", "Nepal", "Bangladesh", "Sri Lanka", "Myanmar",
    "Thailand", "Laos", "Cambodia", "Vietnam", "Malaysia", "Singapore", "Indonesia", "the Philippines", "China",
    "Mongolia", "North Korea", "South Korea", "Japan", "Australia", "New Zealand", "Canada", "the United States",
    "Mexico", "Guatemala", "Honduras", "Nicaragua", "Costa Rica", "Panama", "Cuba", "Jamaica", "Haiti", "Colombia",
    "Venezuela", "Ecuador", "Peru", "Bolivia", "Brazil", "Paraguay", "Uruguay", "Argentina", "Chile", "Ireland",
    "the United Kingdom", "England", "Scotland", "Wales", "Iceland",
)  # fmt: skip
OLD = frozenset(
    """
    portugal spain france netherlands denmark norway sweden poland austria switzerland hungary russia turkey iran egypt
    morocco ethiopia china japan thailand england scotland ireland wales india nepal
    """.split()
)
"""Countries that were spoken of as such before the nineteenth century."""
CITIES = (
    "Lisbon", "Madrid", "Barcelona", "Paris", "Lyon", "Brussels", "Amsterdam", "Hamburg", "Berlin", "Munich",
    "Copenhagen", "Oslo", "Stockholm", "Helsinki", "Saint Petersburg", "Moscow", "Kyiv", "Warsaw", "Prague", "Vienna",
    "Budapest", "Zurich", "Geneva", "Milan", "Venice", "Florence", "Rome", "Naples", "Athens", "Istanbul", "Damascus",
    "Beirut", "Jerusalem", "Cairo", "Alexandria", "Tunis", "Lagos", "Nairobi", "Johannesburg", "Cape Town", "Baghdad",
    "Tehran", "Karachi", "Mumbai", "Delhi", "Kolkata", "Bangkok", "Hanoi", "Singapore", "Jakarta", "Manila",
    "Hong Kong", "Shanghai", "Beijing", "Seoul", "Osaka", "Tokyo", "Melbourne", "Sydney", "Auckland", "Vancouver",
    "Seattle", "San Francisco", "Los Angeles", "Denver", "Dallas", "Houston", "New Orleans", "Chicago", "Detroit",
    "Toronto", "Montreal", "Boston", "New York", "Philadelphia", "Washington", "Atlanta", "Miami", "Havana",
    "Mexico City", "Bogotá", "Lima", "Santiago", "Buenos Aires", "São Paulo", "Rio de Janeiro", "Dublin", "London",
    "Birmingham", "Manchester", "Liverpool", "Edinburgh", "Glasgow",
)  # fmt: skip
STATES = (
    "Washington", "Oregon", "California", "Nevada", "Idaho", "Montana", "Wyoming", "Utah", "Arizona", "New Mexico",
    "Colorado", "North Dakota", "South Dakota", "Nebraska", "Kansas", "Oklahoma", "Texas", "Louisiana", "Arkansas",
    "Missouri", "Iowa", "Minnesota", "Wisconsin", "Illinois", "Michigan", "Indiana", "Ohio", "Kentucky", "Tennessee",
    "Mississippi", "Alabama", "Georgia", "Florida", "South Carolina", "North Carolina", "Virginia", "West Virginia",
    "Maryland", "Delaware", "Pennsylvania", "New Jersey", "New York", "Connecticut", "Rhode Island", "Massachusetts",
    "Vermont", "New Hampshire", "Maine",
)  # fmt: skip
CONTINENTS = ("Africa", "Asia", "Europe", "North America", "South America", "Australia", "Antarctica")
OCEANS = ("the Atlantic Ocean", "the Pacific Ocean", "the Indian Ocean", "the Arctic Ocean", "the Southern Ocean")
PLANETS = ("Mercury", "Venus", "Mars", "Jupiter", "Saturn", "Uranus", "Neptune")

LISTS = (COUNTRIES, CITIES, STATES, CONTINENTS, OCEANS, PLANETS)


def rank(name: str) -> int:
    """Position of the list that holds this name, -1 where none or several do: places of one rank are alike."""
    return _ranks().get(_bare(name), -1)


def is_ambiguous(name: str) -> bool:
    """Whether two lists hold the name: nobody can tell which *Georgia* is meant."""
    return _ranks().get(_bare(name)) == -1


def steps(one: str, other: str) -> int:
    """How many places lie between two of one list: few means near by. A large number where no list holds both."""
    if rank(one) < 0 or rank(one) != rank(other):
        return len(COUNTRIES)
    at = [_bare(place) for place in LISTS[rank(one)]]
    return abs(at.index(_bare(one)) - at.index(_bare(other)))


@cache
def _ranks() -> dict[str, int]:
    """Bare name → its list, or -1 where two hold it."""
    ranks: dict[str, int] = {}
    for i, places in enumerate(LISTS):
        for place in map(_bare, places):
            ranks[place] = -1 if place in ranks else i
    return ranks


def neighbours(name: str, year: int | None = None) -> tuple[str, ...]:
    """Others of the list that holds this name, the nearest in it first; empty when no list does or two do.

    None is offered that two lists hold.

    Args:
        year: of what is told: no country comes into it that there was not yet.
    """
    if rank(name) < 0:
        return ()
    places = LISTS[rank(name)]
    at = [_bare(place) for place in places].index(_bare(name))
    article = name.lower().startswith("the ")
    others = sorted((i for i in range(len(places)) if i != at), key=lambda i: (abs(i - at), i))
    alike = [places[i] for i in others if places[i].startswith("the ") == article]
    early = year is not None and year < 1830 and places is COUNTRIES
    return tuple(place for place in alike if not is_ambiguous(place) and not (early and _bare(place) not in OLD))


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")
