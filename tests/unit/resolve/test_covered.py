"""What a report that covers some days tells without a day was in these days."""

import pytest

from situate.extract.reader import Reader
from situate.model.report import Report
from situate.resolve import Resolver
from situate.resolve.when.covered import covered_days
from situate.resolve.when.report_times import read_times

READER, RESOLVER = Reader.load(), Resolver.load()
WEEK = ("2031-11-01", "2031-11-07")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("LUSAR – SITUATION UPDATE No. 31 (1–7 November 2031)\n\nAid.", WEEK),
        ("Lusar access\nReporting period: 1 to 7 November 2031\n\nAid.", WEEK),
        ("Lusar access\n1 to 7 November\n\nAid.", WEEK),
        ("This report covers the period from 1 to 7 November. Aid came.", WEEK),
        ("The desk recorded 61 incidents in the week ending on Friday, the most this year.", WEEK),
        ("Monthly bulletin, October 2031\n\nAid.", ("2031-10-01", "2031-10-31")),
        ("Weekly report, 28 October – 3 November\n\nAid.", ("2031-10-28", "2031-11-03")),
        ("Fighting went on from 1 to 7 November, the army said. Aid came.", None),
        ("Fighting in Lusar, 1 to 7 November, killed nine.\n\nAid.", None),
        ("Weekly report, 12 to 18 November 2031\n\nAid.", None),  # still to come
        ("Update No. 31 – 7 November 2031\n\nAid.", None),
        ("Report on access, November 1-7, 2031\n\nAid.", WEEK),
        ("Weekly report\n\nAid came.", None),
    ],
)
def test_the_days_that_a_report_says_it_covers(text, days):
    found = covered_days(read_times(text, "2031-11-08"))
    assert (found and (found.earliest, found.latest)) == days


def when(text, words):
    report = Report(id="r", text=text, published="2031-11-08")
    claims = RESOLVER.resolve(report, READER.read(report)).reading.claims
    return next((c.interval.earliest, c.interval.latest) for c in claims if words in c.trigger.quote)


HEAD = "LUSAR – SITUATION UPDATE No. 31 (1–7 November 2031)\n\n"


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("Gunmen killed nine people in the market.", "killed", WEEK),
        ("Gunmen killed nine people in the market during the reporting period.", "killed", WEEK),
        ("Gunmen killed nine people on 4 November.", "killed", ("2031-11-04", "2031-11-04")),
        ("Troops took the bridge on 4 November.\n\nGunmen killed nine people in the market.", "killed", WEEK),
        ("Troops took the bridge on 4 November. They killed nine people there.", "killed", ("2031-11-04", "2031-11-04")),
        ("Gunmen killed nine people. Troops took the bridge on 4 November.", "killed", WEEK),
    ],
)  # fmt: skip
def test_what_has_no_day_of_its_own_was_in_the_days_covered(text, words, days):
    assert when(HEAD + text, words) == days
    assert when(text.replace(" during the reporting period", ""), words) != WEEK
