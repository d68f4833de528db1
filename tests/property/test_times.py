"""Laws of times and figures: spans lie in the text, nothing is invented, nothing breaks."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from situate.model.interval import OPEN, is_partial_date
from situate.model.span import Span
from situate.resolve.when.intervals import claim_interval, read_times
from situate.resolve.when.undated import ClaimTime
from situate.text import quantities
from situate.text.times import expressions as times
from situate.text.times.reading import read
from situate.text.times.words import LISTED

WORDS = [
    "on",
    "in",
    "since",
    "until",
    "for",
    "by",
    "over",
    "the",
    "a",
    "last",
    "next",
    "this",
    "past",
    "previous",
    "Monday",
    "Tuesday",
    "Sundays",
    "morning",
    "night",
    "dawn",
    "5",
    "05",
    "31",
    "2014",
    "2014-02-30",
    "0000-01-01",
    "30/02/2015",
    "0000s",
    "1990s",
    "'98",
    "May",
    "March",
    "Sept.",
    "February",
    "spring",
    "summer",
    "of",
    "early",
    "late",
    "end",
    "year",
    "month",
    "week",
    "weekend",
    "day",
    "hours",
    "decade",
    "century",
    "three",
    "few",
    "thousand",
    "million",
    "dozen",
    "hundreds",
    "ago",
    "earlier",
    "later",
    "every",
    "daily",
    "now",
    "recently",
    "Ramadan",
    "Eid",
    "al",
    "-",
    "Adha",
    "29",
    "first",
    "99th",
    "10:30",
    "pm",
    "noon",
    ",",
    ".",
    "people",
    "killed",
    "at",
    "least",
    "between",
    "and",
    "to",
    "999999999",
    "several",
    "tens",
    "half",
    "no",
    "one",
    "$",
    "%",
    "km",
    "square",
]
EVERY_WORD = [word for listed in LISTED.values() for word in listed.split()]
DATES = st.dates().map(lambda d: d.isoformat())
REFERENCES = st.one_of(
    st.none(), DATES, DATES.map(lambda d: d[:7]), DATES.map(lambda d: d[:4]), DATES.map(lambda d: d + "T10:30")
)
TEXTS = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join),
    st.lists(st.sampled_from(EVERY_WORD), max_size=12).map(" ".join),
    st.lists(st.sampled_from(EVERY_WORD).map(str.capitalize), max_size=8).map(" ".join),
    st.text(max_size=80),
    st.from_regex(r"[0-9]{1,4}[-/.:][0-9]{1,4}[-/.:][0-9]{1,4}( [0-9]{1,2}:[0-9]{1,2})?", fullmatch=True),
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, REFERENCES)
def test_spans_are_ordered_and_bounds_are_dates(text: str, reference: str | None) -> None:
    end = 0
    for timex, resolved in read(text, reference):
        assert end <= timex.start < timex.end <= len(text)
        end = timex.end
        assert resolved.value
        for bound in (resolved.earliest, resolved.latest):
            assert bound is None or bound == OPEN or is_partial_date(bound)
        assert times.bounded(timex, resolved).basis in {"stated", "relative", "none"}


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_without_a_reference_only_stated_dates_have_bounds(text: str) -> None:
    for timex in times.find(text):
        resolved = times.resolve(timex, None)
        if resolved.basis != "stated":
            assert resolved.earliest is None
            assert resolved.latest is None
            assert resolved.reason


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_figures_lie_in_the_text_and_have_ordered_bounds(text: str) -> None:
    end = 0
    for found in quantities.find(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        bounds = [x for x in (found.quantity.low, found.quantity.best, found.quantity.high) if x is not None]
        assert bounds == sorted(bounds)
        assert all(bound >= 0 for bound in bounds)


@settings(max_examples=200, deadline=None)
@given(TEXTS.filter(lambda t: len(t) > 3), REFERENCES, st.sampled_from(["actual", "planned", "possible", "attempted"]))
def test_every_claim_gets_an_interval_and_a_plan_never_the_day_of_publication(
    text: str, published: str | None, modality: str
) -> None:
    report = read_times(text, published)
    claim = ClaimTime(
        type="clash",
        kind="happening",
        trigger=Span(0, 2),
        sentence=Span(0, len(text)),
        modality=modality,  # type: ignore[arg-type]
    )
    interval = claim_interval(claim, report)
    if modality in {"planned", "possible"}:
        assert interval.basis != "publication"
    if interval.basis == "publication":
        assert report.reference is not None
        assert interval.earliest == report.reference[:10]
