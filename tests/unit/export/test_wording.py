from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest

from situate.export.html.situation import spell_words
from situate.export.index import Index
from situate.export.view import View
from situate.export.wording import date_words, end_words, quantity_words, start_words
from situate.model.interval import Interval
from situate.model.quantity import Quantity
from situate.model.situation import Bound


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2017-09-05", "2017-09-05", "5 Sep 2017"),
        ("2017-09-05T14:30", "2017-09-05T14:30", "5 Sep 2017, 14:30"),
        ("2014", "2014", "2014"),
        ("2014-06", "2014-08", "Jun 2014 to Aug 2014"),
        ("2014", "open", "since 2014"),
        (None, "open", "holds when reported, start unknown"),
        ("2014", None, "2014 or later"),
        (None, "2014", "2014 or before"),
        (None, None, "date unknown"),
    ],
)
def test_dates_say_no_more_than_is_known(earliest: str | None, latest: str | None, words: str) -> None:
    assert date_words(Interval(earliest=earliest, latest=latest)) == words


def test_bounds() -> None:
    assert start_words(Bound()) == "start unknown"
    assert end_words(Bound()) == "ended, day unknown"
    assert end_words(Bound(open=True)) == "still holds"
    assert end_words(Bound(earliest="2017-09-05", latest="2017-09-05")) == "5 Sep 2017"


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(low=12, best=12, high=12), "12"),
        (Quantity(low=2000, high=10000, unit="km2"), "2,000 to 10,000 km²"),
        (Quantity(low=12, best=12), "at least 12"),
        (Quantity(high=5), "at most 5"),
        (Quantity(best=20, approximate=True), "about 20"),
        (Quantity(), "number unknown"),
    ],
)
def test_figures(quantity: Quantity, words: str) -> None:
    assert quantity_words(quantity) == words


def test_places_with_their_relation(made: ModuleType) -> None:
    assert made.DESERT.words == "west of Deir ez-Zor"
    assert replace(made.CITY, relation="besieged districts").words == "Deir ez-Zor (besieged districts)"
    assert replace(made.CITY, name="central Badia", relation="central").words == "central Badia"
    twice = replace(made.CITY, name="Lisk (highway joining)", relation="highway joining")
    assert twice.words == "Lisk (highway joining)"


def test_spells_in_a_phrase(siege: View) -> None:
    phrases = [spell_words(spell) for spell in siege.spells]
    assert "contested between Islamic State and Syrian Arab Army" in phrases
    assert "besieged by Islamic State" in phrases
    needy = replace(siege.spells[6], dimension="population", value="2,000 in need")
    assert spell_words(needy) == "2,000 in need"


def test_an_outlet_that_quotes_itself_is_named_once(made: ModuleType) -> None:
    report = made.report("q", "Sample outlet A said shells fell.", None, "Sample outlet A")
    claim = made.claim(report, "shelling", "fell", [], speakers=(made.speaker(report.text, "Sample outlet A", "said"),))
    assert Index.of(View(reports=(report,), claims=(claim,))).voice(claim) == "Sample outlet A"
