import pytest

from situate.model.interval import Interval
from situate.model.place import Place
from situate.model.quantity import Quantity
from situate.model.situation import Bound
from situate.pipeline.words import bound_words, figure_words, place_words, when


@pytest.mark.parametrize(
    ("earliest", "latest", "basis", "words"),
    [
        ("2017-09-05", "2017-09-05", "stated", "2017-09-05"),
        ("2017-09-05", "2017-09-05", "publication", "2017-09-05 (publication)"),
        ("2014-06", "2014-08", "stated", "2014-06 to 2014-08"),
        ("2014", "open", "stated", "since 2014"),
        (None, "open", "none", "lasting, start unknown"),
        (None, "2017", "stated", "2017 or earlier"),
        ("2017", None, "stated", "2017 or later"),
        (None, None, "none", "unknown"),
    ],
)
def test_when(earliest, latest, basis, words):
    assert when(Interval(earliest=earliest, latest=latest, basis=basis)) == words


def test_bounds():
    assert [bound_words(one) for one in (Bound(open=True), Bound(), Bound(earliest="2014", latest="2014"))] == [
        "lasting", "unknown", "2014",
    ]  # fmt: skip


def test_places():
    assert place_words(Place(id="p", name="Raqqa", country="SY", relation="west of"), None) == "west of Raqqa (SY)"
    assert place_words(None, "not_in_gazetteer") == "unknown (not in gazetteer)"
    assert place_words(None, None) == "unknown"


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(low=12, best=12, high=12), "12"),
        (Quantity(low=12, best=12), "at least 12"),
        (Quantity(low=12, best=12, approximate=True), "at least 12"),
        (Quantity(low=3, high=5), "3 to 5"),
        (Quantity(low=9, best=14, high=14), "14 (9 to 14)"),
        (Quantity(low=4, best=6), "6 (at least 4)"),
        (Quantity(high=5), "at most 5"),
        (Quantity(low=2000, high=10000, unit="km2", approximate=True), "about 2,000 to 10,000 km2"),
        (Quantity(), "unclear"),
    ],
)
def test_figures(quantity, words):
    assert figure_words(quantity) == words
