"""What kind of thing a name names, and what people do."""

import pytest

from quizgen.selection.kinds import callings, organization_kind, place_kind


@pytest.mark.parametrize(
    ("name", "more", "kind"),
    [
        ("France", {}, "country"),
        ("Venice", {}, "city"),
        ("Oregon", {}, "state"),
        ("Asia", {}, "continent"),
        ("Yellowstone National Park", {}, "park"),
        ("Lake Huron", {}, "lake"),
        ("the Tyne", {"roles": ("river",)}, "river"),
        ("Coron", {"noun": "town"}, "town"),
        ("Thissio", {"roles": ("neighbourhood",)}, "part of a town"),
        ("Georgia", {}, ""),
        ("Coron", {}, ""),
        ("northeast Florida", {}, ""),
        ("Cal.", {}, ""),
        ("UK", {}, ""),
        ("Coria", {"roles": ("river", "town")}, ""),
    ],
)
def test_places(name, more, kind):
    assert place_kind(name, **more) == kind


@pytest.mark.parametrize(
    ("name", "more", "kind"),
    [
        ("Newcastle University", {}, "academy"),
        ("Trinity College", {}, "academy"),
        ("the Department of Justice", {}, "agency"),
        ("the Ministry of Defence", {}, "agency"),
        ("Marconi", {"roles": ("company",)}, "co"),
        ("the Broncos", {"number": "plur"}, "several"),
        ("Marconi", {}, ""),
        ("New University", {}, ""),
        ("Nexus", {"roles": ("group", "company")}, ""),
    ],
)
def test_organizations(name, more, kind):
    assert organization_kind(name, **more) == kind


def test_callings():
    assert callings(["film director"]) == {"performer"}
    assert callings(["king", "citizen"]) == {"ruler"}
    assert "scholar" in callings(["professor"]) and "scientist" in callings(["professor"])
    assert callings(["citizen"]) == frozenset() and callings([]) == frozenset()
