"""What has happened since a day or a year that its own words tell: "144 boys have been arrested since 5 August".

That is no deed of that day, as the choice of intervals may take it for.
"""

from __future__ import annotations

from collections.abc import Sequence

from situate.model.interval import OPEN, Interval
from situate.resolve.when.relations import in_roles
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.undated import Claims, Found

_TURNS = frozenset({"open_route", "cut_route"})  # "open again since 4 May": it was opened that day


def told_since(claims: Claims, found: Found, ruled: Sequence[Interval], report: ReportTimes) -> dict[int, Interval]:
    """The stretches that the rules give to claims told in the perfect, where one of their days was chosen."""
    stretches = {}
    for number, claim in enumerate(claims):
        rule, one = ruled[number], found[number]
        goes_up = rule.earliest is not None and rule.latest in {OPEN, report.day} and rule.latest != rule.earliest
        if not claim.happened or claim.tense != "perfect" or claim.type in _TURNS or not goes_up:
            continue
        since = any(
            i.timex.relation == "since" and i.interval.earliest == rule.earliest for i in in_roles(claim, report)
        )
        if since and one.earliest == one.latest == rule.earliest:
            stretches[number] = rule
    return stretches
