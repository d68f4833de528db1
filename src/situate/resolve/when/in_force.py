"""Truces that the words around them take for being in force: "observes the ceasefire", "in breach of the truce".

Such words tell of no truce that begins on the day of the talk: where nothing dates it, it has been in force since a day
that nobody tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from situate.model.interval import OPEN, Interval
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.undated import Claims, Found

_KEPT_OR_BROKEN = re.compile(
    r"\b(?:observ\w+|respect\w*|honou?r\w*|uph[eo]ld\w*|abid\w+\sby|adher\w+\sto|st[iu]ck\w*\sto|monitor\w*|violat\w+"
    r"|breach\w*|infring\w+|break\w*|broke|despite|in\sspite\sof|notwithstanding)"
    r"(?:\sof)?\s(?:(?:the|a|an|this|that|their|its)\s)?(?:[\w’'‑-]+\s){0,2}$",
    re.IGNORECASE,
)


def in_force(claims: Claims, retells: Sequence[int | None], found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The intervals of truces that are kept or broken and have no date of their own, by number."""
    return {
        number: Interval(latest=OPEN)
        for number, claim in enumerate(claims)
        if claim.type == "ceasefire" and claim.asserted
        if not claim.times and retells[number] is None and (found[number].within_a_day or not found[number].known)
        if _KEPT_OR_BROKEN.search(claim.before.of(report.text))
    }  # fmt: skip
