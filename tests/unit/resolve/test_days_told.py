"""Which days words tell of a deed: bounds, lists of days, habits, feasts, days of remembrance; in whole sentences."""

import pytest

from situate.extract.reader import Reader
from situate.model.report import Report
from situate.resolve import Resolver

READER, RESOLVER = Reader.load(), Resolver.load()
PUBLISHED = "2023-05-17"  # a Wednesday
NEWS, UNKNOWN = (PUBLISHED, PUBLISHED), (None, None)


def claim(text, words, published=PUBLISHED):
    report = Report(id="r", text=text, published=published)
    return next(c for c in RESOLVER.resolve(report, READER.read(report)).reading.claims if words in c.trigger.quote)


def when(text, words, published=PUBLISHED):
    found = claim(text, words, published).interval
    return found.earliest, found.latest


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        ("Militants had overrun Barsalogho by 12 April.", "overrun", (None, "2023-04-12")),
        ("Gunmen raided Yendi some time after 3 May.", "raided", ("2023-05-03", PUBLISHED)),
        ("Before 2019, jihadists seized Tessit.", "seized", (None, "2019")),
        ("The garrison left Menaka before Ramadan.", "left", (None, "2023-03-22")),
        ("Troops stormed Tessit no later than 8 May.", "stormed", (None, "2023-05-08")),
        ("Militants raided Tessit before dawn on Tuesday.", "raided", ("2023-05-16",) * 2),
        ("Militants raided Tessit after dark on Tuesday.", "raided", ("2023-05-16",) * 2),
        ("Militants raided Tessit after Friday prayers.", "raided", ("2023-05-12",) * 2),
        ("Militants seized the dam two days before Christmas.", "seized", ("2022-12-23",) * 2),
    ],
)
def test_what_had_happened_by_a_day_or_after_it_was_not_on_it(text, words, bounds):
    assert when(text, words) == bounds


@pytest.mark.parametrize("words", ["no later than 8 May", "not later than 8 May"])
def test_a_bound_is_no_denial(words):
    assert claim(f"Troops stormed Tessit {words}.", "stormed").polarity == "positive"


@pytest.mark.parametrize(
    ("text", "words", "bounds"),
    [
        ("Every Thursday, protesters gather in Tessit.", "gather", UNKNOWN),
        ("Herders are robbed and killed almost daily near Yendi.", "killed", UNKNOWN),
        ("Gunboats shell Lisk every night, the mayor said.", "shell", UNKNOWN),
        ("Police arrested dozens in Minsk each Sunday in 2020.", "arrested", ("2020", "2020")),
        ("Militants attacked Tessit on Monday, as they do every year.", "attacked", ("2023-05-15",) * 2),
        ("Gunmen killed two farmers in Yendi, the daily Punch reported.", "killed", NEWS),
    ],
)
def test_what_comes_again_and_again_is_no_news_of_the_day(text, words, bounds):
    assert when(text, words) == bounds
