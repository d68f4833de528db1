"""Happenings that one report tells without a day, a place or for good: what is only news, and what is taken back."""

import dataclasses

from world import BLUES, REDS, TOWN, claim, interval, published

from situate.derive import derive
from situate.model.place import Place

DAY = interval("2031-03-03", "2031-03-03")
NEWS = interval("2031-03-03", "2031-03-03", basis="publication")
LATER = interval("2031-03-06", "2031-03-06", basis="publication")
UNKNOWN = interval(basis="none")
LAND = Place(id="country:XX", name="Land", country="XX", latitude=10.0, longitude=10.0, precision="country")


def events(claims, **publications):
    return derive(claims, publications).events


def told(**days):
    return published(**days)


def test_an_agreement_without_a_date_is_that_of_the_reports_of_some_days():
    days = told(a="2031-03-03", b="2031-03-06", c="2031-03-03")
    made = [
        claim("agreement", "a", place=TOWN, when=NEWS), claim("agreement", "b", place=TOWN, when=LATER),
        claim("agreement", "c", place=TOWN, when=UNKNOWN),
    ]  # fmt: skip
    assert len(events(made, **days)) == 1


def test_an_agreement_without_a_date_is_none_that_has_one_or_is_old():
    days = told(a="2031-03-03", c="2031-03-01")
    dated = [claim("agreement", "a", place=TOWN, when=DAY), claim("agreement", "c", place=TOWN, when=UNKNOWN)]
    assert len(events(dated, **days)) == 2
    old = [claim("agreement", "a", place=TOWN, when=NEWS), claim("agreement", "c", place=TOWN, when=UNKNOWN)]
    assert len(events(old, **told(a="2031-03-03", c="2031-02-10"))) == 2


def test_a_report_that_names_no_place_is_around_where_it_is_set():
    """ "The place owes its masters to its conquest by the rebels on 3 March", under a dateline of the town's land."""
    made = [
        claim("capture", "a", place=TOWN, actor=REDS, when=DAY), claim("capture", "b", actor=REDS, when=DAY),
    ]  # fmt: skip
    days = told(a="2031-03-04", b="2031-06-04")
    assert len(events(made, **days)) == 2
    assert len(events(made, **days | {"b": dataclasses.replace(days["b"], country=LAND)})) == 1
    other = [made[0], claim("capture", "b", actor=BLUES, when=DAY)]
    assert len(events(other, **days | {"b": dataclasses.replace(days["b"], country=LAND)})) == 2


def test_what_is_taken_back_is_not_told_by_a_copy_that_says_if():
    """ "Our story that the town was taken was wrong" is about that story, whatever a copy supposes of its fall."""
    made = [
        claim("capture", "a", place=TOWN, actor=REDS, when=DAY),
        claim("capture", "copy", place=TOWN, when=UNKNOWN, modality="possible"),
        claim("capture", "back", place=TOWN, actor=REDS, when=UNKNOWN),
    ]
    days = told(a="2031-03-04", copy="2031-03-05", back="2031-03-06")
    days["back"] = dataclasses.replace(days["back"], retracts=("a",))
    assert not [e for e in events(made, **days) if e.happened]
