"""What is told of the time before a deed: "in the months before the assault, 50,000 people fled" has no day of its own.

Nor has it that of what the report tells beside it, unless its sentence names one.
"""

from __future__ import annotations

import dataclasses
import re

from situate.model.claim import Claim
from situate.model.interval import UNKNOWN_INTERVAL
from situate.model.span import Span
from situate.resolve.when.report_times import ReportTimes

_RUN_UP = re.compile(
    r"\b(?:in|during|over|throughout) the (?:[\w-]+ ){0,2}?"
    r"(?:(?:hours|days|weeks|months|years|period) (?:before|preceding|prior to|leading up to|ahead of)"
    r"|(?:run|build|lead)-?up to) (?!that\b|this\b|then\b)[a-z]",
    re.IGNORECASE,
)


def before_a_deed(claim: Claim, report: ReportTimes) -> Claim:
    """A claim whose words put it before some deed, without the day that it had from elsewhere."""
    sentence, mine = claim.sentence, claim.interval
    if sentence is None or not mine.known:
        return claim
    found = _RUN_UP.search(report.text, sentence.start, sentence.end)
    if found is None or _is_the_deed(report.text, found.end() - 1, claim.trigger.span):
        return claim
    own = any(item.interval.known for item in report.near(sentence.start, sentence.end) if sentence.covers(item.span))
    return claim if own else dataclasses.replace(claim, interval=UNKNOWN_INTERVAL)


def _is_the_deed(text: str, begins: int, trigger: Span) -> bool:
    """Whether a claim is what the words that begin here are before."""
    return begins <= trigger.start and "," not in text[begins : trigger.start]
