"""How long somebody or something was held, up to the deed that ended it: "freed on Monday after being held for a week".

Counted back from the release or the fall, not from the report; on from the kidnapping, where no end is told.
"""

from __future__ import annotations

import re
from dataclasses import replace

from situate.model.interval import DAY, Interval
from situate.resolve.when.dating_options import to_day
from situate.resolve.when.relations import in_roles
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.terms import is_term
from situate.resolve.when.undated import Claims, ClaimTime, Found
from situate.text.times.meaning import Length
from situate.text.times.resolve import end_of, start_of

# What ends a state, and what a length can begin with.
_ENDED_BY = {
    "detain": frozenset({"release"}),
    "control": frozenset({"capture", "withdraw", "handover", "surrender"}),
    "besiege": frozenset({"capture", "siege_end", "withdraw", "surrender", "open_route"}),
}
_BEGUN_BY = {"detain": frozenset({"abduct"})}
_OVER = frozenset({"past", "pluperfect", None})
_HELD = re.compile(r"(?:held|kept|captiv\w+|imprisoned)\b", re.IGNORECASE)
_FOR = frozenset({"for", "after"})


def held_for(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The stretches of what was held so long and is over, as a deed or a day of its sentence tells, by number."""
    held: dict[int, Interval] = {}
    for number, claim in enumerate(claims):
        if claim.type not in _ENDED_BY or not claim.asserted or claim.tense not in _OVER:
            continue
        length = _length(claim, report)
        if length is None or not isinstance(length.timex.meaning, Length):
            continue
        unit, amount = length.timex.meaning.unit, length.timex.meaning.high
        end, begun = _end(number, claims, found, report), None
        if end is not None:
            begun = start_of(amount, unit, end)
        elif (begun := _deed(number, _BEGUN_BY, claims, found)) is not None and _HELD.match(
            report.text, claim.trigger.start
        ):
            end = end_of(amount, unit, begun)
        if begun is not None and end is not None and (report.day is None or end[:DAY] <= report.day):
            held[number] = replace(found[number], earliest=begun, latest=end, precision="day", basis="relative")
    return held


def _length(claim: ClaimTime, report: ReportTimes) -> TimeInText | None:
    """The one exact length of a claim's own words that says how long it was held, and is no punishment."""
    lengths = [i for i in in_roles(claim, report) if isinstance(i.timex.meaning, Length)]
    if len(lengths) != 1 or lengths[0].timex.relation not in _FOR or is_term(report.text, lengths[0].span):
        return None
    meaning = lengths[0].timex.meaning
    exact = isinstance(meaning, Length) and meaning.high is not None and meaning.low == meaning.high
    return lengths[0] if exact else None


def _end(number: int, claims: Claims, found: Found, report: ReportTimes) -> str | None:
    """The day, month or year on which a state ended: until which its own words tell, or that of the deed."""
    until = [
        i for i in in_roles(claims[number], report) if i.timex.relation == "until" and i.interval.latest is not None
    ]
    if until:
        return (until[0].interval.latest or "")[:DAY]
    return _deed(number, _ENDED_BY, claims, found)


def _deed(number: int, sorts: dict[str, frozenset[str]], claims: Claims, found: Found) -> str | None:
    """The date of the only deed of some sorts in the sentence of a claim."""
    claim = claims[number]
    deeds = [
        to_day(found[n])
        for n, other in enumerate(claims)
        if other.sentence == claim.sentence and other.type in sorts.get(claim.type, ()) and other.asserted
    ]
    told = {one.earliest for one in deeds if one.earliest == one.latest and one.told}
    return told.pop() if len(told) == 1 and len(deeds) == 1 else None
