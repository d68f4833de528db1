"""The table of outlets: what it holds, how names are linked, on which side an outlet stands."""

from __future__ import annotations

import dataclasses

import pytest

from situate.resolve.outlets import Outlet, Outlets, outlet, problems, sides
from situate.resolve.who.registry import Dated, Registry

TABLE, REGISTRY = Outlets.load(), Registry.load()
INVENTED = [row for row in TABLE.rows.values() if row.owner == "invented"]


def test_it_holds_the_outlets_of_many_conflicts() -> None:
    rows = [row for row in TABLE.rows.values() if row not in INVENTED]
    assert len(rows) >= 250
    conflicts = {"SY", "IQ", "YE", "LY", "SD", "SS", "ET", "SO", "ML", "NG", "CD", "MZ", "UA", "AF", "MM", "CO", "SV"}
    assert conflicts <= {row.country for row in rows}


def test_the_table_holds_together() -> None:
    assert list(problems(TABLE, REGISTRY)) == []


def test_every_packaged_row_says_what_it_rests_on_in_a_few_words() -> None:
    assert all(5 < len(row.rests_on) < 120 for row in TABLE.rows.values())


def test_the_lint_sees_what_is_wrong() -> None:
    bad = Outlet(
        id="x", name="SANA", kind="blog", rests_on="", of="nobody", wires=("none",), country="QQ",
        sides=(Dated(id="nowhere"),),
    )  # fmt: skip
    found = "\n".join(problems(Outlets.of([*TABLE.rows.values(), bad]), REGISTRY))
    for words in (
        "no kind",
        "what it rests on",
        "no actor 'nobody'",
        "to reprint",
        "no side",
        "no country",
        "'sana' na",
    ):
        assert words in found


@pytest.mark.parametrize(
    ("written", "identity"),
    [
        ("sana", "sana"),
        ("Syrian Arab News Agency", "sana"),
        ("ahram", "al-ahram"),
        ("manar", "al-manar"),
        ("alalam", "al-alam"),
        ("alaraby", "the-new-arab"),
        ("dailysabah", "daily-sabah"),
        ("sputnik", "sputnik"),
        ("etilaf", "etilaf"),
        ("trt", "trt"),
        ("jordantimes", "jordan-times"),
        ("reuters", "reuters"),
        ("arabiya", "al-arabiya"),
        ("nna", "nna"),
        ("asharqalawsat", "asharq-al-awsat"),
        ("tass", "tass"),
        ("The Guardian", "the-guardian"),
        ("CENTCOM", "centcom"),
        ("Wikipedia", "wikipedia"),
        ("UK Government", "uk-government"),
        ("Syria Direct", "syria-direct"),
        ("Reuters and agencies", "reuters"),
        ("The New Arab & agencies", "the-new-arab"),
        ("https://www.aljazeera.com/news/1", "al-jazeera"),
        ("english.ahram.org.eg", "al-ahram"),
        ("edition.cnn.com:443", "cnn"),
        ("THE IRRAWADDY", "irrawaddy"),
    ],
)
def test_names_of_reports_are_linked(written: str, identity: str) -> None:
    row, reason = TABLE.link(written)
    assert (row.id if row else None, reason) == (identity, None)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (None, "not_given"),
        ("  ", "not_given"),
        ("Steppe Courier", "not_in_table"),
        ("notaljazeera.com", "not_in_table"),
        ("com", "not_in_table"),
    ],
)
def test_what_is_not_linked_says_why(written: str | None, reason: str) -> None:
    assert TABLE.link(written) == (None, reason)


def test_a_name_of_two_outlets_is_ambiguous() -> None:
    two = [dataclasses.replace(row, name="Al-Watan", aliases=()) for row in list(TABLE.rows.values())[:2]]
    assert Outlets.of(two).link("al-Watan") == (None, "ambiguous")


@pytest.mark.parametrize(
    ("written", "date", "country", "side"),
    [
        ("sana", "2017-09-05", "SY", "syrian-government"),
        ("sana", "2025-03-01", "SY", None),  # whose it is since December 2024 is another matter
        ("sana", None, None, "syrian-government"),
        ("manar", "2017-09-05", "SY", "syrian-government"),
        ("manar", "2024-10-01", "LB", "hezbollah"),
        ("sputnik", "2017-09-05", "SY", "syrian-government"),
        ("sputnik", "2014-09-05", "SY", None),  # Russia took no part yet
        ("sputnik", "2022-04-01", "UA", "russia"),
        ("trt", "2018-02-01", "SY", "turkey-and-allied-syrians"),
        ("ahram", "2017-09-05", "SY", None),
        ("alaraby", "2017-09-05", "SY", None),
        ("reuters", "2017-09-05", "SY", None),
        ("etilaf", "2017-09-05", "SY", "syrian-opposition"),
        ("Bakhtar News Agency", "2021-08-01", "AF", "afghan-republic"),
        ("Bakhtar News Agency", "2022-01-01", "AF", "taliban"),
        ("Bakhtar News Agency", "2021-08", "AF", None),  # both within the month
        ("RSF media office", "2023-06-01", "SD", "rapid-support-forces"),
        ("Ministry of Defence of Ukraine", "2022-04-01", "UA", "ukraine"),
        ("Peshmerga", "2016-11-03", "IQ", "iraqi-state"),  # no outlet, but an actor of the registry
        ("Sample state agency (government side)", "2017-09-05", "SY", "syrian-government"),
        ("Steppe Courier", "2017-09-05", "SY", None),
    ],
)
def test_sides_of_outlets_have_dates_and_conflicts(
    written: str, date: str | None, country: str | None, side: str | None
) -> None:
    assert TABLE.side(written, REGISTRY, date=date, country=country) == side


def test_sides_of_several_at_once_leave_out_those_that_stand_nowhere() -> None:
    assert sides(["sana", "reuters", "Nobody's Paper"]) == {"sana": "syrian-government"}


def test_outlets_of_one_owner_are_one_family() -> None:
    assert TABLE.house("sana") == TABLE.house("Tishreen") == "syrian-government"
    assert TABLE.house("RFI") == TABLE.house("France 24")
    assert TABLE.house("Shafaq News") != TABLE.house("Alsumaria")  # both private, of different owners
    assert TABLE.house("Steppe Courier") is None


def test_a_row_needs_its_keys() -> None:
    with pytest.raises(KeyError):
        outlet({"id": "x", "name": "X"})
