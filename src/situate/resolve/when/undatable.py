"""Times that words tell and no calendar can: "in the months before the assault", "on the anniversary of the invasion".

What is told so has no day of its own, nor that of what the report tells beside it, unless its sentence names one.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator, Sequence

from situate.model.claim import Claim
from situate.model.interval import OPEN, UNKNOWN_INTERVAL, Interval, last_day
from situate.model.span import Span
from situate.ontology import BLOWS
from situate.resolve.when.report_times import ReportTimes
from situate.text.times.meaning import Shifted

_RUN_UP = re.compile(
    r"\b(?:in|during|over|throughout) the (?:[\w-]+ ){0,2}?"
    r"(?:(?:hours|days|weeks|months|years|period) (?:before|preceding|prior to|leading up to|ahead of)"
    r"|(?:run|build|lead)-?up to) (?!that\b|this\b|then\b)[a-z]",
    re.IGNORECASE,
)
_LONG = frozenset({"day", "night", "week", "month", "year"})  # an hour later was still that day
# Such a day can be that of the report, which is news of it.
_COARSE = frozenset({"month", "year"})
_LONG_AGO = dt.timedelta(days=31)
_SEVERAL = 4  # days of deeds from which on a report tells a story that is over
_DEEDS = BLOWS | {
    "kill", "abuse", "abduct", "detain", "destroy", "displace", "capture", "advance", "withdraw", "evacuate",
    "deny_aid", "deploy", "release", "surrender",
}  # fmt: skip
_NAMED = re.compile(
    r"\bon (?:the (?:[\w-]+ )?anniversary of|the eve of|the day of (?:the|his|her|their)"
    r"|(?:election|polling|voting) day)"
    r" [a-z]|\bon D\s?[+-]\s?\d",
    re.IGNORECASE,
)


def undatable(claim: Claim, report: ReportTimes) -> Claim:
    """A claim that tells its time by another deed or by a feast, without the day that it had from elsewhere."""
    sentence, mine = claim.sentence, claim.interval
    if sentence is None or not mine.known:
        return claim
    if (mine.basis == "publication" or mine.precision in _COARSE) and _counts_from_nothing(claim, report):
        return dataclasses.replace(claim, interval=UNKNOWN_INTERVAL)
    found = _RUN_UP.search(report.text, sentence.start, sentence.end)
    if found is None and mine.basis != "publication":
        found = _NAMED.search(report.text, sentence.start, sentence.end)
    if found is None or _is_the_deed(report.text, found.end() - 1, claim.trigger.span):
        return claim
    own = any(item.interval.known for item in report.near(sentence.start, sentence.end) if sentence.covers(item.span))
    return claim if own else dataclasses.replace(claim, interval=UNKNOWN_INTERVAL)


def without_news(claims: Sequence[Claim], report: ReportTimes) -> Iterator[Claim]:
    """The claims in order; of a report that only looks back, what has no time of its own has not the day of the report.

    "On 28 November soldiers killed hundreds in Varn, an inquiry says. … “They came with tanks,” a witness said.": from
    its first deed on, all days that it tells of deeds lie long before it.
    """
    deeds = [claim for claim in claims if claim.type in _DEEDS and claim.modality == "actual"]
    known = [claim for claim in deeds if claim.interval.known and claim.interval.latest is not None]
    told = [claim for claim in known if claim.interval.basis != "publication"]
    looks_back = bool(told) and known[0] is told[0] and report.reference is not None
    looks_back = looks_back and len({claim.interval.earliest for claim in told}) >= _SEVERAL
    looks_back = looks_back and all(_is_long_ago(claim.interval, report) for claim in told)
    for claim in claims:
        guessed = looks_back and claim.interval.basis == "publication" and claim.type in _DEEDS
        guessed = guessed and claim.tense not in {"present", "perfect"}  # "are being killed" goes on
        yield dataclasses.replace(claim, interval=UNKNOWN_INTERVAL) if guessed else claim


def _is_long_ago(interval: Interval, report: ReportTimes) -> bool:
    latest = interval.latest or ""
    return latest != OPEN and last_day(latest) < last_day(report.reference or latest) - _LONG_AGO


def _counts_from_nothing(claim: Claim, report: ReportTimes) -> bool:
    """Whether a claim is told to be some time after or before another, of which no day is known ("ten days later")."""
    spans = [role.evidence.span for role in claim.fillers("time")]
    told = [i for span in spans for i in report.near(span.start, span.end) if span.start <= i.timex.start < span.end]
    return (
        bool(told)
        and all(
            isinstance(i.timex.meaning, Shifted) and i.timex.meaning.from_text and i.timex.meaning.unit in _LONG
            for i in told
        )
        and not any(i.interval.known for i in told)
    )


def _is_the_deed(text: str, begins: int, trigger: Span) -> bool:
    """Whether a claim is what the words that begin here are before, or are the day of."""
    return begins <= trigger.start and "," not in text[begins : trigger.start]
