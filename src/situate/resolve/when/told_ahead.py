"""What no date can be: later than the report that tells it as done; parts of a day whose day was told before; stamps.

All put claims right after they were dated, from the claims of their report alone.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence

from situate.model.claim import Claim
from situate.model.interval import UNKNOWN_INTERVAL, Interval, first_day, last_day
from situate.ontology import BLOWS
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.undated import DONE

_SLACK = 1  # days: a report can be dated by a calendar that is behind that of the place
_AHEAD = 31  # days from which on what is told as done cannot be meant ("a truce from Monday on" is made already)
_AGREED = frozenset({"agreement", "promise", "support"})  # what is agreed lies ahead, and so can its date
_DEALS = frozenset({"agreement", "deal", "accord", "pact", "permission"})
_PART_OF_DAY = re.compile(
    r"(?:later )?(?:in|during) the (?:same )?(?:morning|afternoon|evening|night)"
    r"|(?:later )?at (?:noon|night|dawn|dusk|midnight)|later that (?:day|night)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b\d{4}\b")
_CLOCK = re.compile(r"[ ,]{1,2}(?:at )?\d{1,2}[:.]\d{2}\b|(?<=\d\d)[ :–-]")
_HOUR = re.compile(r"\s*\d{1,2}[:.]\d{2}\b(?!\d)")
_STAMP = 30  # letters of a stamp
_STRIKING = BLOWS | {"destroy"}
_STATES = frozenset({"control", "besiege", "deprivation"})
_TOLD_OF = re.compile(r"\b(?:after|since|before|until) (?:the|an?|its|their) (?:\w+ )?$")  # "years after the attack"
_LINE = 300  # letters of a line that its stamp dates


def not_ahead(claim: Claim, reference: str | None) -> Claim:
    """A claim that is told as a fact, and lies after its report, as what it can be.

    In the present it is planned ("the council meets next week"). What was done is dated by something else that is to
    come ("approved a convoy, planned for Friday"): it is news of the day. A day without a year that lies more than a
    month ahead of it was that of the year before ("had taken the town on 2 March", told in January), and so was a month
    that has not begun. What else lies far ahead has no date ("a century later", in a history).
    """
    first = claim.interval.earliest
    if reference is None or len(reference) < 10 or first is None:
        return claim
    if claim.modality != "actual":
        return _within_what_is_to_come(claim, reference[:10])
    ahead = (first_day(first) - last_day(reference[:10])).days
    made = claim.type in _AGREED and claim.tense in DONE  # "have agreed on a convoy on Monday": the convoy's day
    if ahead <= (0 if made else _SLACK):
        return claim
    if claim.type in _AGREED and claim.trigger.quote.casefold() in _DEALS:
        return dataclasses.replace(claim, interval=UNKNOWN_INTERVAL)  # "is to leave on 12 May under an agreement"
    if claim.tense in {"present", "future"} or (claim.tense is None and ahead <= _AHEAD):
        return dataclasses.replace(claim, modality="planned")
    without_a_year = ahead > _AHEAD and len(first) >= 10
    without_a_year |= claim.interval.precision == "month" and claim.interval.basis == "relative"
    if without_a_year and claim.type not in _AGREED and claim.interval.latest == first:
        day = _year_before(first)
        return dataclasses.replace(claim, interval=dataclasses.replace(claim.interval, earliest=day, latest=day))
    if ahead > _AHEAD:
        return dataclasses.replace(claim, interval=UNKNOWN_INTERVAL)
    day = reference[:10]
    published = Interval(earliest=day, latest=day, precision="day", basis="publication")
    return dataclasses.replace(claim, interval=published)


def _within_what_is_to_come(claim: Claim, reference: str) -> Claim:
    """ "Must leave within 48 hours": what is planned so counts from the report on, not back from it."""
    told = claim.interval
    within = any(role.evidence.quote.casefold().startswith("within ") for role in claim.fillers("time", "duration"))
    if not within or told.latest != reference or told.earliest is None or len(told.earliest) != len(reference):
        return claim
    day = first_day(reference)
    until = (day + (day - first_day(told.earliest))).isoformat()
    return dataclasses.replace(claim, interval=dataclasses.replace(told, earliest=reference, latest=until))


def _year_before(day: str) -> str:
    return f"{int(day[:4]) - 1:04d}-{'02-28' if day[5:10] == '02-29' else day[5:10]}"  # of a month as well


def of_one_day(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims in order; a blow of which only the part of the day is told is of the day of the one told before.

    ("On Friday morning aircraft struck the market. … A second raid in the evening hit the school.") One of its own type
    comes before what else struck and destroyed; between them the report may look back at another day.
    """
    last: dict[str, Interval] = {}
    struck: Interval | None = None
    for claim in claims:
        before = last.get(claim.type, struck)
        if before is not None and claim.type in BLOWS and _only_part_of_day(claim):
            claim = dataclasses.replace(claim, interval=before)
        elif claim.interval.within_a_day and claim.modality == "actual":
            last[claim.type] = claim.interval
            if claim.type in _STRIKING and claim.interval.basis != "publication":
                struck = claim.interval  # the day of the report is no day that was told
        yield claim


def by_stamps(claims: Iterable[Claim], report: ReportTimes) -> Iterator[Claim]:
    """The claims in order, each by the stamp of its line; what tells again what has a stamp is of that day."""
    stamps: dict[str, Interval] = {}
    for claim in claims:
        right = by_stamp(claim, report)
        again = stamps.get(claim.same_as) if claim.same_as is not None else None
        if again is not None and not claim.fillers("time", "duration"):
            right = dataclasses.replace(claim, interval=again)
        if right is not claim:
            stamps[claim.id] = right.interval
        yield right


def by_stamp(claim: Claim, report: ReportTimes) -> Claim:
    """A claim that would be news of the day of its report, by the stamp of its line, as those who post write it.

    ("1 May, 16:50: they are shelling the town", in a post of 3 May.) So is what the line begins with and gives no time
    for ("16:10 Big blast in the town", "6:00 The town has been taken"); one with an hour alone is of the report's day.
    What a message below its stamp tells as news is of the day of that, and what its first lines tell to have happened.
    """
    claim = _of_its_message(claim, report)
    line = report.text.rfind("\n", 0, claim.trigger.span.start) + 1
    news = claim.type not in _STATES and claim.modality == "actual"
    opens = claim.sentence is not None and claim.sentence.start <= line  # "6:35 Lisk: …": whatever is told of later
    undated = news and (opens or not claim.interval.known)
    if not (undated or claim.interval.basis == "publication") or claim.fillers("time", "duration"):
        return claim
    if undated and (claim.sentence is None or claim.sentence.start > line + _STAMP):
        return claim  # what the line goes on to tell may be older
    day = stamped(report, claim.trigger.span.start, hour_alone=undated)
    return dataclasses.replace(claim, interval=day) if day is not None else claim


def _of_its_message(claim: Claim, report: ReportTimes) -> Claim:
    """A claim without a time of its own by the day of its message."""
    day, bare = report.message_day(claim.trigger.span.start), claim.interval == UNKNOWN_INTERVAL
    if day is None or not (bare or claim.interval == report.published) or (bare and not is_told_as_news(claim, report)):
        return claim
    return dataclasses.replace(claim, interval=Interval(earliest=day, latest=day, precision="day", basis="publication"))


def is_told_as_news(claim: Claim, report: ReportTimes) -> bool:
    """Whether a claim is a deed, and no background: "years after the attack", "had been taken"."""
    at = claim.trigger.span.start
    told_of = _TOLD_OF.search(report.text, max(0, at - _STAMP), at) is not None
    before = told_of or claim.timing == "background" or claim.tense == "pluperfect"
    return claim.type not in _STATES and claim.modality == "actual" and not before


def stamped(report: ReportTimes, at: int, *, hour_alone: bool = True) -> Interval | None:
    """The day by the stamp that opens the line of a position: "1 May, 16:50: …"; with an hour alone, the report's.

    None by a date with its year over the whole report, which is when that was written.
    """
    line = report.text.rfind("\n", 0, at) + 1
    if hour_alone and report.reference is not None and _HOUR.match(report.text, line):
        day = report.reference[:10]
        return Interval(earliest=day, latest=day, precision="day", basis="publication")
    for item in report.near(line, line + 2):
        near = line <= item.span.start <= line + 2 and at - item.span.end <= _LINE
        if not report.text[:line].strip() and _YEAR.search(item.span.of(report.text)):
            continue
        if near and item.interval.within_a_day and _CLOCK.match(report.text, item.span.end):
            return dataclasses.replace(item.interval, basis="relative")
    return None


def _only_part_of_day(claim: Claim) -> bool:
    told = claim.fillers("time")
    return bool(told) and all(_PART_OF_DAY.fullmatch(role.evidence.quote.strip()) for role in told)
