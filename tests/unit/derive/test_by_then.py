"""Events without a date: by when they were over, by the day of the first report that tells them as done."""

from world import REDS, TOWN, claim, interval, published

from situate.derive import derive
from situate.store.rows import event_row

UNKNOWN = interval(basis="none")
DAY = interval("2031-03-03", "2031-03-03")


def the_event(*claims, **days):
    (event,) = derive(claims, published(**days)).events
    return event


def test_what_is_told_as_done_without_a_date_was_done_when_it_was_first_told():
    killing = claim("kill", "a", place=TOWN, actor=REDS, when=UNKNOWN)
    event = the_event(killing, a="2031-03-05")
    assert (event.interval.earliest, event.interval.latest, event.interval.basis) == (None, "2031-03-05", "none")
    again = [claim("capture", report, place=TOWN, actor=REDS, when=UNKNOWN) for report in ("a", "b")]
    assert the_event(*again, a="2031-03-05", b="2031-03-04").interval.latest == "2031-03-04"
    assert not the_event(killing, a=None).interval.known


def test_a_date_that_is_told_stays_as_it_is():
    assert the_event(claim("kill", "a", place=TOWN, when=DAY), a="2031-03-05").interval == DAY


def test_a_plan_a_denial_and_a_state_without_a_date_have_no_end():
    assert the_event(claim("kill", "a", place=TOWN, when=UNKNOWN, modality="attempted"), a="2031-03-05").interval.known
    for rest in ({"modality": "planned"}, {"modality": "possible"}, {"polarity": "negative"}):
        assert not the_event(claim("kill", "a", place=TOWN, when=UNKNOWN, **rest), a="2031-03-05").interval.known
    held = claim("control", "a", place=TOWN, actor=REDS, when=UNKNOWN)
    assert not the_event(held, a="2031-03-05").interval.known


def test_what_has_only_an_end_is_in_no_window():
    event = the_event(claim("kill", "a", place=TOWN, when=UNKNOWN), a="2031-03-05")
    row = event_row(event, 1)
    assert (row["first_day"], row["last_day"]) == (None, None)
