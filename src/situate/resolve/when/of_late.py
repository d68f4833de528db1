"""What happened "in recent days" of the month of the report: that month is all that is told, as of "this month".

On annotated reports 12 of 14 such claims have the month, 2 the month up to the report.
"""

from __future__ import annotations

from dataclasses import replace

from situate.model.interval import MONTH, Interval
from situate.resolve.when.dating_options import bounds
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.undated import Claims, Found
from situate.text.times.meaning import Window


def of_late(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The months of happenings that have the stretch of a recent time up to their report, by the number of the claim.

    Times that reach back into another month or year keep their two ends.
    """
    stretches = {bounds(item.interval) for item in report.found if _is_recent(item, report.reference)}
    return {
        number: replace(found[number], latest=found[number].earliest, precision="month")
        for number, claim in enumerate(claims)
        if claim.kind != "state" and bounds(found[number]) in stretches
    }


def _is_recent(item: TimeInText, reference: str | None) -> bool:
    meaning, first = item.timex.meaning, item.interval.earliest
    recent = isinstance(meaning, Window) and meaning.named and meaning.amount is None and meaning.direction < 0
    return recent and reference is not None and first == reference[:MONTH]
