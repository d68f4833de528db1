"""Headings that name a place, and what stands under them."""

from __future__ import annotations

import dataclasses

import pytest

import situate
from situate.model.claim import Claim, Evidence, Role
from situate.model.interval import Interval
from situate.model.place import Place
from situate.model.span import Span
from situate.resolve.gazetteer.lookup import Gazetteer
from situate.resolve.in_order import Towns
from situate.resolve.where.headed import under_headings
from situate.resolve.where.headings import headings
from situate.resolve.where.mentions import find_toponyms
from situate.resolve.where.report import PlaceMention, resolve_places

GAZETTEER = Gazetteer.open()


def place(text: str, quote: str) -> Place | None:
    at = text.index(quote)
    asked = PlaceMention(span=Span(at, at + len(quote)), sure=True)
    return resolve_places(text, [asked], GAZETTEER).resolutions[0].place


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Note\n3. Homs: shells fell.", [["Homs"]]),
        ("Note\n• Palmyra, eastern Homs: shells fell.", [["Palmyra", "Homs"]]),
        ("Note\n(b) Goma (North Kivu): shells fell.", [["Goma", "North Kivu"]]),
        ("Note\n📍 Homs — shells fell.", [["Homs"]]),
        ("Note\n\nBorno State, Nigeria\n\nShells fell.\n\nNiger\n\nAll calm.", [["Borno State", "Nigeria"], ["Niger"]]),
        ("Kachin State\n- Bhamo: shells fell.\nShan State\n- All calm.", [["Kachin State"], ["Bhamo"], ["Shan State"]]),
        ("Note\n— Libya, 5 April: shells fell.", [["Libya"]]),
        ("Note\nHOMS - Shells fell.", []),  # a dateline
        ("Note\nHoms and Hama: shells fell.", []),
        ("Note\nThe army left Homs: shells fell.", []),
    ],
)
def test_a_heading_is_names_alone(text: str, names: list[list[str]]) -> None:
    found = headings(text, find_toponyms(text, GAZETTEER))
    assert [[name.name for name in heading.names] for heading in found] == names


def test_a_name_under_a_heading_is_the_one_there() -> None:
    item = "In Riosucio, rebels handed out guns."
    assert place(f"Colombia\n\n4. Choco: {item}", "Riosucio").admin1 == "CO.11"  # type: ignore[union-attr]
    assert place(f"Colombia\n\n4. Caldas: {item}", "Riosucio").admin1 == "CO.37"  # type: ignore[union-attr]


def test_what_no_gazetteer_has_lies_in_the_land_of_its_heading() -> None:
    text = (
        "Update\n\nNigeria\n\nBama: calm. Shells fell in Maiduguri.\n\nChad\n\nFighters came to Zorba Kindra on Monday."
    )
    found = place(text, "Zorba Kindra")
    assert found is not None
    assert found.country == "TD"


def test_the_town_is_none_of_another_item() -> None:
    text = "1. Yangon: a blast in Yangon. Yangon is calm.\n2. Sittwe: ships lie off the town. Homes burned."
    assert place(text, "the town").name == "Sittwe"  # type: ignore[union-attr]
    text = "1. Yangon: a blast in Yangon. Yangon is calm.\n2. Rakhine State: ships lie off the town."
    assert place(text, "the town") is None


LISK = Place(id="geonames:1", name="Lisk", country="XX", latitude=10.0, longitude=10.0, radius_km=8.0, admin1="XX.1")
VARN = Place(id="region:XX.1", name="Varn", country="XX", latitude=10.0, longitude=10.0, radius_km=90.0,
             precision="region", admin1="XX.1")  # fmt: skip
LAND = Place(
    id="country:XX", name="Ostria", country="XX", latitude=9.0, longitude=9.0, radius_km=400.0, precision="country"
)


def under(text: str, head: str, there: Place, kind: str = "clash", told: Place | None = None) -> list[str]:
    """The places of a claim at "clash" in a text that stands under a heading."""
    at, start = text.index("clash"), text.index(head)
    roles = (
        ()
        if told is None
        else (Role(role="place", evidence=Evidence(span=Span(at, at + 5), quote="clash"), place=told),)
    )
    claim = Claim(
        id="c1", report="r1", type=kind, trigger=Evidence(span=Span(at, at + 5), quote="clash"), roles=roles,
        sentence=Span(start, len(text)), interval=Interval(),
    )  # fmt: skip
    towns = Towns({Span(text.index("Lisk"), text.index("Lisk") + 4): LISK} if "Lisk" in text else {})
    heads = [(Span(start + len(head), len(text)), Span(start, start + len(head)), there)]
    (found,) = under_headings([claim], text, heads, towns)
    return [role.place.name for role in found.roles if role.place is not None]


def test_a_claim_under_a_heading_is_there() -> None:
    assert under("Varn: a clash.", "Varn", VARN) == ["Varn"]
    assert under("Varn: a clash near Lisk.", "Varn", VARN) == ["Varn"]  # which lies in it
    elsewhere = dataclasses.replace(VARN, admin1="XX.2")
    assert under("Varn: a clash near Lisk.", "Varn", elsewhere) == []
    assert under("Lisk: a clash.", "Lisk", LISK, told=LAND) == ["Lisk"]
    assert under("Varn: a clash.", "Varn", VARN, told=LISK) == ["Lisk"]
    assert under("Varn: a clash.", "Varn", VARN, kind="agreement") == []


def test_a_dateline_with_its_country_and_day_is_no_heading() -> None:
    text = (
        "PEMBA, Mozambique, Dec 15 - Gunmen killed four farmers outside Nangade on Sunday. "
        "More than 800,000 people have been displaced since 2017."
    )
    displaced = next(c for c in situate.extract(text, published="2021-12-15") if c.type == "displace")
    assert not displaced.fillers("place")
