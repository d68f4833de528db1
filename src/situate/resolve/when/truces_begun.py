"""Truces told by the day on which they came into force: "announced on 30 July, came into force on 4 August".

They begin on that day, whenever they were announced. One that has been there for more than a week goes on, unless the
report tells that it broke down: of 17 truces so told in annotated reports the five older ones are open, 9 of the 12 of
the last week have that day alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from situate.model.interval import DAY, OPEN, Interval, first_day, last_day
from situate.resolve.when.dating_options import to_day
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.undated import Claims, ClaimTime, Found

_TRUCE = re.compile(r"(?:.*\s)?(?:cease-?\s?fires?|truces?|armistice)", re.IGNORECASE | re.DOTALL)
_IN_FORCE = re.compile(
    r"(?:(?!\b(?:before|until|unless|if|as|while)\b)[^;.]){0,120}?"
    r"\s(?:(?:had|has)\s)?(?:(?:came|come|went|gone|entered)\sinto\s(?:force|effect)|took\seffect|taken\seffect|began|begun)"
    r"(?:\s(?:across|in|throughout)\s(?:the\s)?[A-Z][\w’'-]*)?"
    r"(?:,?\s(?:on|in|at|from|late|early|midnight|noon|dawn|dusk|sunset|sunrise|\d[\d:.]*(?:\s?[ap]\.?m\.?)?)){0,4}\s"
)
_OF = re.compile(r"\s(?:of|on)\s(?:the\s)?")  # "the truce of 27 November"
_OVER = re.compile(
    r"\b(?:ended|ran\sout|expired?s?|lapsed|collapsed|broke\sdown|fell\sapart|crumbled|unravell?ed|until|till|lasted|held\sfor"
    r"|failed|abandoned|called\soff)\b",
    re.IGNORECASE,
)
_NEWS, _AGE = 7, 731  # days before the report: what of a week is news; what of two years is history


def truces_begun(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The intervals of truces that are told by when they began, by the number of the claim."""
    begun: dict[int, Interval] = {}
    for number, claim in enumerate(claims):
        if claim.type != "ceasefire" or not claim.asserted or _TRUCE.fullmatch(claim.trigger.of(report.text)) is None:
            continue
        item = next(_begun_on(claim, report), None)
        day = item.resolved.earliest if item is not None else None
        if item is None or day is None or not _is_past(day, report):
            continue
        goes_on = _is_old(day, report) and not _is_over(number, day, claims, found, report)
        if found[number].latest != OPEN and (goes_on or not found[number].one_day or found[number].earliest != day):
            begun[number] = _from(item, OPEN if goes_on else (item.resolved.latest or day)[:DAY])
    return begun


def _from(item: TimeInText, latest: str) -> Interval:
    first = to_day(replace(item.interval, earliest=item.resolved.earliest, latest=item.resolved.earliest))
    return replace(first, latest=latest, basis="relative")


def _begun_on(claim: ClaimTime, report: ReportTimes) -> Iterator[TimeInText]:
    """The expressions behind a truce, in its sentence, that say when it came into force."""
    for item in report.inside(claim.sentence):
        if item.dated and item.timex.start > claim.trigger.end:
            told = (pattern.fullmatch(report.text, claim.trigger.end, item.timex.start) for pattern in (_OF, _IN_FORCE))
            if any(told):
                yield item


def _is_past(day: str, report: ReportTimes) -> bool:
    return report.day is not None and first_day(day) <= first_day(report.day)


def _is_old(day: str, report: ReportTimes) -> bool:
    return report.day is not None and _NEWS < (first_day(report.day) - last_day(day)).days <= _AGE


def _is_over(number: int, day: str, claims: Claims, found: Found, report: ReportTimes) -> bool:
    """Whether its sentence, or another claim of the report, tells that a truce which began on a day has ended."""
    claim = claims[number]
    if _OVER.search(report.text, claim.trigger.end, claim.sentence.end) or claim.tense == "pluperfect":
        return True
    ends = (found[n].latest for n, c in enumerate(claims) if c.type == "ceasefire" and c.polarity == "negative")
    return any(end is None or end == OPEN or last_day(end) >= first_day(day) for end in ends)
