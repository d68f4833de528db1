"""The day that a form gives, for what else it tells: "Place: Varn. Event: shelling. Day: 3 May. Fallen: two men.".

Such a message is one happening's; what is told before it, on another day, says nothing of it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from situate.model.interval import Interval
from situate.resolve.when.dating_options import to_day
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.undated import Claims

_FORM = re.compile(r"(?<!\w)(?:[A-Z]\w+(?: \w+)?: [^.:;\n]{1,120}(?:\.(?: |\s*\n|\s*$)|\n|$)){2,}")
_DAY = re.compile(r"\b(?:day|date|when): (?:on )?(?:the )?$", re.IGNORECASE)


def in_a_form(claims: Claims, report: ReportTimes) -> dict[int, Interval]:
    """The days of happenings without times of their own in forms that give one day, by number."""
    if not any(label in report.small for label in ("day: ", "date: ", "when: ")):
        return {}
    found: dict[int, Interval] = {}
    for form in _FORM.finditer(report.text):
        within = (i for i in report.near(form.start(), form.end()) if form.start() <= i.timex.start < form.end())
        days = [i for i in within if i.interval.one_day and _DAY.search(report.text, form.start(), i.timex.start)]
        if len(days) == 1:
            day = replace(to_day(days[0].interval), basis="relative")
            found |= {
                number: day
                for number, claim in enumerate(claims)
                if form.start() <= claim.trigger.start < form.end()
                if claim.happened and claim.modality == "actual" and not claim.times
            }
    return found
