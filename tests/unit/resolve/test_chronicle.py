"""What the entries of a chronicle tell was on the date at their head."""

from __future__ import annotations

import dataclasses

import pytest

from situate.model.claim import Claim, Evidence, Role
from situate.model.interval import Interval
from situate.model.span import Span
from situate.resolve.when.chronicle import in_entries
from situate.resolve.when.report_times import read_times

DAY = Interval(earliest="2017-09-07", latest="2017-09-07", precision="day", basis="publication")
CHRONICLE = (
    "Shells hit Lisk again, a doctor said. How the war went on:\n"
    "March 15, 2011 Protests begin in Lisk. Troops fire on the crowd.\n"
    "July 2012: Rebels seize Varn. In May the army strikes back.\n"
    "August 2014 – The Brigade takes Orr. A truce fails. Fighters storm the dam.\n"
    "May 2015 Trucks reach Lisk. 2016 A rocket lands there.\n"
)


def told(text: str, words: str, **given: object) -> Interval:
    start = text.index(words)
    trigger = Evidence(span=Span(start, start + len(words)), quote=words)
    claim = Claim(id="c:1", report="r", type="assault", trigger=trigger, interval=DAY)
    claim = dataclasses.replace(claim, **given)  # type: ignore[arg-type]
    return next(in_entries([claim], read_times(text, "2017-09-07"))).interval


@pytest.mark.parametrize(
    ("words", "first"),
    [("begin", "2011-03-15"), ("fire", "2011-03-15"), ("seize", "2012-07"), ("takes", "2014-08"), ("fails", "2014-08")],
)
def test_an_entry_has_the_date_at_its_head(words: str, first: str) -> None:
    found = told(CHRONICLE, words)
    assert (found.earliest, found.latest) == (first, first)


@pytest.mark.parametrize("words", ["hit", "storm", "lands"])
def test_what_stands_before_the_entries_or_far_down_in_one_is_left(words: str) -> None:
    assert told(CHRONICLE, words) == DAY


def test_what_has_words_of_its_own_or_another_day_is_left() -> None:
    text = CHRONICLE
    at = text.index("In May")
    time = Role(role="time", evidence=Evidence(span=Span(at, at + 6), quote="In May"))
    assert told(text, "strikes", roles=(time,)) == DAY
    dated = dataclasses.replace(DAY, basis="relative")
    assert told(text, "begin", interval=dated) == dated


def test_one_date_is_no_chronicle() -> None:
    assert told("March 15, 2011 Protests begin in Lisk. They went on.", "begin") == DAY


LOG = (
    "The week in Lisk\n"
    "Monday 4 September. Troops entered Orr. They shelled the dam, a monitor said.\n"
    "Tuesday 5 September. The Brigade took Varn. On Sunday it had lost a post. Rebels hold the mill.\n"
)


@pytest.mark.parametrize(
    ("words", "first"), [("entered", "2017-09-04"), ("shelled", "2017-09-04"), ("took", "2017-09-05")]
)
@pytest.mark.parametrize("basis", ["publication", "relative"])
def test_a_line_of_a_log_is_of_the_day_that_opens_it(words: str, first: str, basis: str) -> None:
    found = told(LOG, words, interval=dataclasses.replace(DAY, basis=basis))
    assert (found.earliest, found.latest) == (first, first)


def test_what_a_line_gives_another_time_and_what_lasts_is_left() -> None:
    at = LOG.index("On Sunday")
    time = Role(role="time", evidence=Evidence(span=Span(at, at + 9), quote="On Sunday"))
    assert told(LOG, "lost", roles=(time,)) == DAY
    lasting = dataclasses.replace(DAY, earliest=None, latest="open", basis="none")
    assert told(LOG, "hold", interval=lasting) == lasting


def test_one_line_that_a_day_opens_is_no_log() -> None:
    assert told(LOG.replace("Tuesday 5 September. ", ""), "entered") == DAY


def in_sentence(text: str, words: str, **given: object) -> Interval:
    at = text.index(words)
    sentence = next(s for s in read_times(text, "2017-09-07").sentences if s.start <= at < s.end)
    return told(text, words, sentence=sentence, **given)


def test_a_day_with_a_colon_dates_its_sentence_wherever_it_stands() -> None:
    text = "Troops moved on. 3 Sep: artillery hit the bridge. Shells fell on Lisk."
    assert in_sentence(text, "hit").earliest == "2017-09-03"
    assert in_sentence(text, "fell") == DAY
    assert in_sentence(text, "moved") == DAY


def test_a_label_leaves_what_has_a_time_of_its_own_and_what_is_planned() -> None:
    text = "3 Sep: artillery hit the bridge on Friday."
    at = text.index("on Friday")
    role = Role(role="time", evidence=Evidence(span=Span(at, at + 9), quote="on Friday"))
    assert in_sentence(text, "hit", roles=(role,)) == DAY
    assert in_sentence("3 Sep: artillery will hit the bridge.", "hit", modality="planned") == DAY
