"""What is counted "as of" a day happened up to it, and not on it: "killed 20 people as of 5 October"."""

from __future__ import annotations

from dataclasses import replace

from situate.model.interval import Interval
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.undated import Claims, ClaimTime, Found
from situate.text import quantities

_AS_OF = "as of "


def counted_up_to(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The times of happenings that are counted up to a day, by the number of the claim, from no known day on.

    A state is as it is on that day ("as of Tuesday, the rebels held the town"), and so is what nobody counts.
    """
    return {
        number: replace(found[number], earliest=None)
        for number, claim in enumerate(claims)
        if claim.kind != "state"
        and found[number].earliest is not None
        and found[number].earliest == found[number].latest
        and _as_of(claim, report.text)
        and _counts(claim, report.text)
    }


def _as_of(claim: ClaimTime, text: str) -> bool:
    led = (text[max(0, span.start - len(_AS_OF)) : span.end].casefold() for span in claim.times)
    return any(words.startswith(_AS_OF) or words[len(_AS_OF) :].startswith(_AS_OF) for words in led)


def _counts(claim: ClaimTime, text: str) -> bool:
    figures = quantities.find(text[claim.sentence.start : claim.sentence.end])
    return any(figure.quantity.unit in {"people", None} for figure in figures)
