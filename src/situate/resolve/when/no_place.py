"""A day by name is no place: "seized the town on Yom Kippur", "the strikes of Newroz"."""

from __future__ import annotations

import dataclasses

from situate.model.claim import PLACE_ROLES, Claim, Role
from situate.resolve.when.report_times import ReportTimes
from situate.text.times.meaning import Feast


def day_not_place(claim: Claim, report: ReportTimes) -> Claim:
    """A claim whose place is a feast by its words, with that as its time."""
    roles = tuple(_as_time(role, report) for role in claim.roles)
    return claim if roles == claim.roles else dataclasses.replace(claim, roles=roles)


def _as_time(role: Role, report: ReportTimes) -> Role:
    span = role.evidence.span
    if role.role not in PLACE_ROLES:
        return role
    feasts = (item.span for item in report.near(span.start, span.end) if isinstance(item.timex.meaning, Feast))
    return dataclasses.replace(role, role="time") if any(feast.covers(span) for feast in feasts) else role
