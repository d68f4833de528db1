"""Where reports come from: copies of one text have one origin, and counting counts origins.

Near duplicates are found by their shingles (``shingles``). Reports of which one may copy the other meet through their
sketches, so the cost grows with the number of reports; only where thousands share a form (a letterhead, a notice under
each message) with their number squared, and there a bound that is cheap to take leaves few pairs to compare.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from situate.derive.names import names_in
from situate.derive.shingles import Shingles, sketch_of
from situate.model.claim import Claim
from situate.model.interval import first_day
from situate.model.publication import Publication
from situate.model.report import Report

_LEAST = 2  # names that a correction shares with what it corrects
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip
_MONTH = "|".join(_MONTHS)
_DAY = re.compile(rf"\b(?:(?P<month>{_MONTH}) (?P<after>\d\d?)|(?P<day>\d\d?) (?P<of>{_MONTH}))\b")
# Words at the head of a title, a text or a sentence by which a report calls itself so: "Correction: …", not "the
# government's clarification" nor "correction appended".
_HEADED = r"(?:^|[.!?(\[]\s)[\W_]*(?:{})s?\s*(?:$|[:.,;–—)\]-]|(?:to|on)\b)"
_OF_A_DAY = rf"(?:(?:{_MONTH}) \d\d?|\d\d? (?:{_MONTH})|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:['’]s)?)"
_REPORT = (
    r"\s+(?:its|our|the|an?|this|that|their)\s+(?:(?:earlier|previous|own|news)\s+){0,2}"
    rf"(?:{_OF_A_DAY}\s+)?(?:news\s+)?(?:report|story|dispatch|article|item|account)\b"
)
_CORRECTION = re.compile(
    _HEADED.format("correction|erratum|corrigendum|clarification") + rf"|\bcorrect(?:s|ing)?{_REPORT}",
    re.IGNORECASE | re.MULTILINE,
)
_WITHDRAWAL = re.compile(
    _HEADED.format("retraction")
    + r"|\b(?:(?:withdr[ae]w|retract)(?:s|n|ed|ing)?|t(?:akes?|aken|aking|ook) (?:back|down)|pull(?:s|ed|ing)?"
    rf"|rescind(?:s|ed|ing)?|annul(?:s|led|ling)?|disregard){_REPORT}"
    r"|\b(?:report|story|dispatch|article|item)\b[^.]{0,120}\b(?:is|has been) (?:annulled|withdrawn|retracted)\b",
    re.IGNORECASE | re.MULTILINE,
)
# A report that says that it is another version of itself, by which it means one of the days before.
_ITSELF = re.compile(
    r"\b(?:earlier|previous|first|original) versions? of th(?:is|e) (?:report|story|dispatch|article|item)\b",
    re.IGNORECASE,
)
_DAYS, _OPENING = 3, 300
# What a correction changes of a happening that it leaves standing.
_DETAIL = re.compile(
    r"\b(number|figure|toll|count|tally|total|sum|amount|rank|age|spell(?:ing|ed|t)|misspell(?:ed|ing|t)|caption|photo\w*|headline"
    r"|byline|title)s?\b",
    re.IGNORECASE,
)
# The number that a correction gives for another ("In fact 22 people died").
_IN_FACT = re.compile(
    r"\b(?:in fact|actually|in reality),? [\w,-]+ (?:[a-z]+ ){0,2}(?:died|were (?:killed|wounded|hurt|injured))\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:(?:do|does|did|was|were|has|have|had|is|are)(?: not|n['’]t)(?! \d)|never|no longer|false|untrue|unfounded"
    r"|fabricated)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Families:
    """The origin of each report, the sketch by which its copies are found, and the reports that correct others."""

    origin: Mapping[str, str]
    sketches: Mapping[str, Sequence[int]]
    correcting: frozenset[str]


def origins(reports: Iterable[Report]) -> Mapping[str, str]:
    """The origin of each report: the id of the earliest report of its family (itself, if it stands alone)."""
    return families(reports).origin


def families(reports: Iterable[Report]) -> Families:
    """The families of all reports."""
    ordered = sorted(reports, key=report_order)
    known: list[Shingles] = []
    by_hash: dict[int, list[int]] = defaultdict(list)  # a hash of a sketch: the numbers of the reports that have it
    origin: dict[str, str] = {}
    sketches: dict[str, array[int]] = {}
    for number, report in enumerate(ordered):
        mine = Shingles.of(report.text)
        sketch = sketches[report.id] = sketch_of(mine)
        near = set[int]().union(*(by_hash[value] for value in sketch))
        twins = [ordered[other].id for other in near if mine.copies(known[other])]
        origin[report.id] = origin[min(twins)] if twins else report.id
        known.append(mine)
        for value in sketch:
            by_hash[value].append(number)
    correcting = frozenset(report.id for report in ordered if calls_itself_one(report))
    return Families(origin=origin, sketches=sketches, correcting=correcting)


def report_order(report: Report) -> tuple[str, str]:
    """Reports as they came out, those without a date last."""
    return report.published or "9999", report.id


def voice_of(report: str, publications: Mapping[str, Publication]) -> str:
    """Whose own words the text of a report is: a key that all reprints of it and all outlets of one house share.

    A text belongs to the agency whose copy it says that it prints, else to the house of the report that it copies (of
    the earliest of its family); an outlet that the table of outlets lacks is a house of its own.
    """
    mine = publications[report]
    first = publications.get(mine.origin, mine)
    wire = mine.wire or first.wire
    return wire or first.outlet_house or first.outlet or first.report


def quoted_outlet(claim: Claim, publication: Publication) -> tuple[str, str | None] | None:
    """House and side of the outlet that is quoted for a claim ("…, Amber Voice reported"); ``None`` where none is."""
    told = {words: (house, side) for words, house, side in publication.quoted}
    return next((told[s.evidence.quote] for s in claim.speakers if s.evidence.quote in told), None)


def retractions(reports: Iterable[Report]) -> Mapping[str, tuple[str, ...]]:
    """For each report that calls itself a correction or retraction: the earlier reports of its outlet that it means.

    It means the latest earlier report of the same outlet that shares most of its names with it, two at least; one of a
    day that it names comes before all others ("as we reported on 3 May"), if they share one.
    """
    by_outlet: dict[str, list[Report]] = defaultdict(list)
    for report in sorted(reports, key=report_order):
        if report.outlet:
            by_outlet[report.outlet].append(report)
    found: dict[str, tuple[str, ...]] = {}
    for of_outlet in by_outlet.values():
        calling = [number for number, report in enumerate(of_outlet) if calls_itself_one(report)]
        names = [names_in(report.text) for report in of_outlet] if calling else []
        for number in calling:
            found |= _meant(of_outlet[number], names[number], zip(of_outlet[:number], names, strict=False))
    return found


def retracted_by(correction: Report, others: Iterable[Report]) -> Mapping[str, tuple[str, ...]]:
    """What one correction means among other reports of its outlet; empty where it means none of them."""
    earlier = [other for other in others if report_order(other) < report_order(correction)]
    return _meant(correction, names_in(correction.text), ((other, names_in(other.text)) for other in earlier))


def _meant(
    correction: Report, names: set[str], earlier: Iterable[tuple[Report, set[str]]]
) -> Mapping[str, tuple[str, ...]]:
    days = _days_named(correction)
    same = _ITSELF.search(correction.text, 0, _OPENING) is not None
    scored = (
        (
            shared > 0 and ((other.published or "")[5:10] in days or (same and _just_before(other, correction))),
            shared,
            report_order(other),
            other.id,
        )
        for other, theirs in earlier
        for shared in (len(names & theirs),)
    )
    of_that_day, shared, _, meant = max(scored, default=(False, 0, ("", ""), ""))
    return {correction.id: (meant,)} if of_that_day or shared >= _LEAST else {}


def _just_before(other: Report, correction: Report) -> bool:
    """Whether a report came out no more than some days before the one that corrects it."""
    if not other.published or not correction.published:
        return False
    return (first_day(correction.published) - first_day(other.published)).days <= _DAYS


def _days_named(correction: Report) -> set[str]:
    """The days of a year ("05-03") that a correction names."""
    found = _DAY.finditer(correction.text[:_OPENING])
    return {f"{_MONTHS.index(m['month'] or m['of']) + 1:02}-{int(m['day'] or m['after']):02}" for m in found}


def calls_itself_one(report: Report) -> bool:
    """Whether a report says that it corrects or takes back another."""
    opening = _opening(report)
    return bool(_CORRECTION.search(opening) or _WITHDRAWAL.search(opening))


def corrected_names(report: Report) -> tuple[str, ...] | None:
    """The names that a correction speaks of, in order: what else was told stands. ``None``: it takes back all.

    No name at all where it changes a figure or a spelling ("The correct number is 12"): then everything stands.
    """
    opening = _opening(report)
    if _WITHDRAWAL.search(opening) or not _CORRECTION.search(opening):
        return None
    if (_DETAIL.search(report.text) or _IN_FACT.search(report.text)) and not _NOT_SO.search(report.text):
        return ()
    return tuple(sorted(names_in(report.text)))


def _opening(report: Report) -> str:
    return f"{report.title or ''}\n{report.text[:_OPENING]}"
