"""The times of a report, read against its date: every expression with its meaning and its bounds."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from situate.model.claim import Evidence
from situate.model.interval import DAY, UNKNOWN_INTERVAL, Interval
from situate.model.mention import TimeExpression
from situate.model.span import Span
from situate.resolve.when.counted_from import counted_from
from situate.resolve.when.dateline import find_dateline
from situate.resolve.when.posts import counted_from_posts
from situate.resolve.when.stamps import opens_an_entry, read_by, stamps_of
from situate.resolve.when.terms import is_set, is_term
from situate.text.casing import lowered
from situate.text.sentences import sentences as cut_sentences
from situate.text.times import expressions as times
from situate.text.times import reading as time_reading
from situate.text.times.expressions import Timex
from situate.text.times.meaning import Calendar, Length, Resolved, Shifted

# Where a report turns to other news, whose time is not that of what it told before.
_ANEW = re.compile(
    r"(?:^|(?<=[.!?”\"]\s)|(?<=\n))[ \t]*(?:[•*–-][ \t]*)?(?:Elsewhere|Separately|In a separate \w+)\b", re.MULTILINE
)

# A clause between commas tells of somebody in passing: its time is not that of what he does now.
_ASIDE = re.compile(r",\s(?:which|who|whom|whose)\s[^,;:.!?\n]{3,160},\s")


@dataclass(frozen=True, kw_only=True)
class TimeInText:
    """A time expression of a report with what it means there."""

    timex: Timex
    resolved: Resolved
    interval: Interval

    @cached_property
    def span(self) -> Span:
        """Its position in the report."""
        return Span(self.timex.start, self.timex.end)

    @property
    def names_date(self) -> bool:
        """Whether it names a day, a month or a year, or one by how far it is from another; no length, no "now"."""
        return isinstance(self.timex.meaning, Calendar | Shifted)

    @property
    def dated(self) -> bool:
        """Whether it names a date, and it is known which."""
        return self.names_date and self.resolved.earliest is not None


@dataclass(frozen=True, kw_only=True)
class ReportTimes:
    """The times of a report: its text, the date that relative times count from, its sentences, its expressions.

    Sentences and expressions are in the order of the text. A report can be a book: what is near a claim is looked up.
    """

    text: str
    reference: str | None
    sentences: tuple[Span, ...]
    found: tuple[TimeInText, ...]
    dateline: Span | None = None
    stamps: tuple[tuple[int, str], ...] = ()  # where a message begins, and its day; none in a report of one day

    @property
    def day(self) -> str | None:
        """The day of the report; ``None`` where it is not known to the day."""
        return self.reference[:DAY] if self.reference is not None and len(self.reference) >= DAY else None

    @cached_property
    def published(self) -> Interval | None:
        """The day of the report as an interval; ``None`` where it is not known to the day."""
        day = self.day
        return Interval(earliest=day, latest=day, precision="day", basis="publication") if day is not None else None

    def message_day(self, at: int) -> str | None:
        """The day of the message that a position stands in, if it stands in one."""
        number = bisect_right(self.stamps, (at, "~")) - 1
        return self.stamps[number][1] if number >= 0 else None

    def near(self, start: int, end: int) -> tuple[TimeInText, ...]:
        """The expressions that overlap or touch a stretch of the text, in order."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_right(self._starts, end)
        return tuple([item for item in self.found[first:last] if item.timex.end >= start])

    def inside(self, span: Span) -> list[TimeInText]:
        """The expressions in a stretch of the text, in order."""
        return [item for item in self.near(span.start, span.end) if span.covers(item.span)]

    def sentences_begun(self, at: int) -> int:
        """How many sentences begin at this position or before it."""
        return bisect_right(self._begins, at)

    def begun(self, at: int, most: int) -> list[int]:
        """Where the last sentences that begin at this position or before it begin, at most so many."""
        count = self.sentences_begun(at)
        return self._begins[max(count - most, 0) : count]

    @cached_property
    def _anew(self) -> list[int]:
        return sorted([*(m.end() for m in _ANEW.finditer(self.text)), *(start for start, _ in self.stamps)])

    def told_anew(self, at: int) -> int:
        """Where the text last turned to other news before a position ("Elsewhere, …", a message), or 0."""
        count = bisect_right(self._anew, at)
        return self._anew[count - 1] if count else 0

    @cached_property
    def _asides(self) -> list[Span]:
        return [Span(m.start(), m.end()) for m in _ASIDE.finditer(self.text)]

    def told_aside(self, position: int, at: int) -> bool:
        """Whether a position stands in a clause between commas before another: "the Reds, who left in 2014, agreed"."""
        number = bisect_right(self._aside_starts, position) - 1
        clause = self._asides[number] if number >= 0 else None
        return clause is not None and clause.start <= position < clause.end <= at

    @cached_property
    def _aside_starts(self) -> list[int]:
        return [clause.start for clause in self._asides]

    @cached_property
    def small(self) -> str:
        """The text in small letters."""
        return lowered(self.text)

    @cached_property
    def read_before(self) -> dict[tuple[int, bool], tuple[tuple[str, Interval, Interval], ...]]:
        """What was made of its expressions, each by where it starts: the same for every claim that stands near."""
        return {}

    @cached_property
    def _begins(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _starts(self) -> list[int]:
        return [item.timex.start for item in self.found]

    @cached_property
    def _longest(self) -> int:
        return max((item.timex.end - item.timex.start for item in self.found), default=0)


def read_times(text: str, published: str | None, sentences: Sequence[Span] | None = None) -> ReportTimes:
    """Find and resolve every time expression of a report; its own dateline beats ``published``."""
    own = find_dateline(text, published)
    if own is not None and opens_an_entry(text, own[0], published):
        own = None
    reference = own[1] if own else published
    cut = tuple(Span(*s) for s in cut_sentences(text)) if sentences is None else tuple(sentences)
    plain = time_reading.read(text, reference)
    stamps = stamps_of(text, plain)
    if stamps and published is None:
        reference = max(day for _, day in stamps)  # what holds its last message was not written before that
    read = [
        (_as_dateline(timex, own[0]) if own else timex, resolved) for timex, resolved in read_by(stamps, text, plain)
    ]
    read = counted_from_posts(read, text)
    counted = counted_from(read, text)
    found = [
        _counted(timex, resolved, counted[timex.start])
        if timex.start in counted
        else TimeInText(timex=timex, resolved=resolved, interval=_bounded(text, timex, resolved))
        for timex, resolved in read
    ]
    return ReportTimes(
        text=text,
        reference=reference,
        sentences=cut,
        found=tuple(found),
        dateline=own[0] if own else None,
        stamps=tuple(stamps),
    )


def _counted(timex: Timex, resolved: Resolved, day: Interval) -> TimeInText:
    """An expression from which a day is counted, as that day: "before" and "after" bound nothing there."""
    told = replace(resolved, earliest=day.earliest, latest=day.latest, precision=day.precision, basis=day.basis)
    return TimeInText(timex=replace(timex, relation=None), resolved=told, interval=day)


def _bounded(text: str, timex: Timex, resolved: Resolved) -> Interval:
    """The interval of an expression; the length of a punishment, and one that is set, has none."""
    span = Span(timex.start, timex.end)
    if isinstance(timex.meaning, Length) and (is_term(text, span) or is_set(text, span)):
        return UNKNOWN_INTERVAL
    return times.bounded(timex, resolved)


def _as_dateline(timex: Timex, dateline: Span) -> Timex:
    """The expression of the dateline as long as the dateline, whose year may have two digits ("3 JAN 90 --")."""
    return replace(timex, end=max(timex.end, dateline.end)) if timex.start == dateline.start else timex


def expressions(text: str, published: str | None, *, report: str) -> tuple[TimeExpression, ...]:
    """The time layer of a report: every expression with its TimeML value and its interval, in order of the text."""
    return layer(read_times(text, published), report)


def layer(read: ReportTimes, report: str) -> tuple[TimeExpression, ...]:
    """The time layer of a report whose times are read already."""
    return tuple(
        TimeExpression(
            report=report, evidence=Evidence.of(read.text, item.span), timex=item.timex.kind,
            value=item.resolved.value, interval=item.interval, relation=item.timex.relation,
        )
        for item in read.found
    )  # fmt: skip
