"""Places told in a row are each where it was."""

from __future__ import annotations

import pytest

from situate.model.claim import Claim, Evidence, Role
from situate.model.ids import claim_id
from situate.model.mention import Reading
from situate.model.report import Report
from situate.model.span import Span
from situate.resolve import Resolver
from situate.resolve.where.lists import named_in

RESOLVER = Resolver.load()


def places(text: str, place: str) -> list[tuple[str, str]]:
    """The words and the places of one claim of clashes at ``place``."""
    at, trigger = text.index(place), text.index("fighting")
    claim = Claim(
        id=claim_id("r", "clash", Span(trigger, trigger + 8)), report="r", type="clash",
        trigger=Evidence(span=Span(trigger, trigger + 8), quote="fighting"),
        roles=(Role(role="place", evidence=Evidence(span=Span(at, at + len(place)), quote=place)),),
    )  # fmt: skip
    report = Report(id="r", text=text, published="2018-03-10")
    read = RESOLVER.resolve(report, Reading(report=report, mentions=(), attributions=(), claims=(claim,)))
    roles = read.reading.claims[0].roles
    return [(role.evidence.quote, role.place.name) for role in roles if role.place is not None]


@pytest.mark.parametrize("between", [" and ", "\nand "])
def test_each_of_two_names_is_a_place(between: str) -> None:
    quote = f"Homs{between}Idlib"
    assert [name for name, _ in places(f"There is fighting in {quote}, in Syria.", quote)] == ["Homs", "Idlib"]


def test_so_is_each_of_several_towns() -> None:
    quote = "the towns of Homs, Hama, and Idlib"
    found = places(f"In Syria there is fighting in {quote} today.", quote)
    assert found == [("Homs", "Homs"), ("Hama", "Hamah"), ("Idlib", "Idlib")]


def test_a_list_with_a_name_that_nobody_knows_is_left_as_it_is() -> None:
    quote = "Homs and Zorbina"
    assert places(f"In Syria there is fighting in {quote} today.", quote) == [(quote, "Homs")]


def test_of_three_those_that_are_known_are_places_whatever_the_third_is() -> None:
    quote = "Homs, Zorbina and Idlib"
    found = places(f"In Syria there is fighting in {quote} today.", quote)
    assert [pair for pair in found if pair[0] != "Zorbina"] == [("Homs", "Homs"), ("Idlib", "Idlib")]
    twice = "Homs, Idlib and Idleb"
    assert {name for _, name in places(f"In Syria there is fighting in {twice} today.", twice)} == {"Homs", "Idlib"}


def test_one_place_of_several_words_is_no_list() -> None:
    for quote in ("Trinidad", "Homs and Idlib Provinces", "the north and the east of Homs", "Homs and its countryside"):
        assert named_in(Span(0, len(quote)), quote) == ()


def test_a_country_whose_name_has_an_and_is_one() -> None:
    quote = "Bosnia and Herzegovina"
    assert places(f"There was fighting in {quote} for years.", quote) == [(quote, "Bosnia and Herzegovina")]


def test_where_the_towns_of_a_list_lie_belongs_to_no_name_of_it() -> None:
    quote = "the towns of Kayes and Nioro du Sahel in western Mali"
    found = places(f"There is fighting in {quote} today.", quote)
    assert found == [("Kayes", "Kayes"), ("Nioro du Sahel", "Nioro")]
