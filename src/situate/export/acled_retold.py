"""Rows of one report and day that tell one happening in other words: its dead alone, or a wider place than it had.

"Shells hit the market. Thirty people were killed", "air strikes on Varn killed 31 … 29 of them in the east of the
city": ACLED has one event for what one report tells so. What a report itself sets apart ("another", "separately",
"elsewhere") stays apart, and so do tolls that no one happening can have.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from situate.export.acled_again import WRECKED
from situate.export.acled_rows import Row, who
from situate.export.acled_tables import (
    ARMED_CLASH,
    BATTLES,
    BLAST,
    DAMAGE,
    DAMAGING,
    EVENT_TYPES,
    GAINS,
    REMOTE,
    SUICIDE,
    VIOLENCE,
)
from situate.export.index import Index
from situate.model.claim import Claim
from situate.model.place import Place

DEATHS = "the dead of a blow that its report tells of the same day and place"
WIDER = "one row with what its report tells of the same day and a part of the place"
MEANS = "an attack whose means its report tells of the same day and place"
_VIOLENT = frozenset({BATTLES, REMOTE, VIOLENCE})
_TAKEN = "Abduction/forced disappearance"
_LARGER = 1.5  # times the other toll; counts of one happening by several sources seldom differ by more
# Words that tell a death and not how it came: who is "shot" or "executed" died by that, not by the blow told beside it.
_DEATH = re.compile(
    r"kill\w*|dead|died|dies|dying|deaths?|tolls?|bod(?:y|ies)|fatalit\w+|casualt\w+|wound\w+|injur\w+|perish\w*"
    r"|victims?|claim\w*|cost|lost|lives|left|among|of|the|those|were|was",
    re.IGNORECASE,
)
_RUNNING = re.compile(r"\b(?:have|has) (?:\w+ )?(?:been )?$", re.IGNORECASE)
_NEAR = 40  # letters in which an auxiliary stands before its verb
# An attack by whatever means; who is "shot" or "stabbed" was not bombed.
_ANY_ATTACK = re.compile(r"(?:re-)?(?:attack|assault|target|strike|struck|hit|raid|incident)\w*", re.IGNORECASE)
# What tells another happening than the one before ("another five", "a second blast", "were also killed").
_APART = re.compile(
    r"\b(?:another|separate(?:ly)?|elsewhere|meanwhile|a (?:further|different|second|third)|in addition|others"
    r"|(?<=\d )more(?! than\b))\b|\balso (?:\w+ )?$",
    re.IGNORECASE,
)


def without_retold(rows: Iterable[Row], index: Index) -> tuple[list[Row], Counter[str]]:
    """The rows without those that only tell another row's happening again, and how many of them there are."""
    lost: Counter[str] = Counter()
    kept = list(rows)
    for finds, why in ((_blow_of, DEATHS), (_wrecked_by, WRECKED), (_part_of, WIDER), (_means_of, MEANS)):
        kept = _joined(kept, index, finds, lost, why)
    return kept, lost


Found = tuple[Row, int]
"""The row that another one joins, and the dead of both."""
Finds = Callable[[Row, Sequence[Row], Index], Found | None]


def _joined(rows: Sequence[Row], index: Index, finds: Finds, lost: Counter[str], why: str) -> list[Row]:
    """The rows of each day and set of reports, with those joined to which ``finds`` names another."""
    days: dict[tuple[str, int, str], list[Row]] = defaultdict(list)
    for row in rows:
        for report in sorted(row.reports):
            days[row.day.isoformat(), row.time_precision, report].append(row)
    now: dict[int, Row] = {id(row): row for row in rows}
    gone: set[int] = set()
    for row in sorted(rows, key=lambda one: (one.fatalities, one.events[0].id, one.key)):
        there = {id(o): o for r in sorted(row.reports) for o in days[row.day.isoformat(), row.time_precision, r]}
        beside = [o for o in there.values() if o is not row and id(o) not in gone and row.reports <= o.reports]
        found = finds(row, beside, index)
        if found is not None:
            fuller, dead = found
            now[id(fuller)] = _with(now[id(fuller)], now[id(row)], dead)
            gone.add(id(row))
            lost[why] += 1
    return [now[id(row)] for row in rows if id(row) not in gone]


def _blow_of(row: Row, beside: Sequence[Row], index: Index) -> Found | None:
    """The blow whose dead a row tells that tells nothing but deaths, by nobody else than the blow is by."""
    if any(event.type != "kill" for event in row.events) or row.sub_event == "Other" or apart(row, index):
        return None
    if not all(_of_that_day(claim, index) for claim in _claims(row, index)):
        return None
    found = [
        other
        for other in beside
        if EVENT_TYPES[other.sub_event] in _VIOLENT
        and other.sub_event != _TAKEN
        and any(event.type != "kill" for event in other.events)
        and {who(actor) for actor in row.side1} <= other.named
        and (not other.side2 or row.named <= other.named)
        and (lies_in(row.place, other.place) or lies_in(other.place, row.place))
        and _one_toll(row.fatalities, other.fatalities)
    ]
    found.sort(key=lambda o: (o.place.id != row.place.id, -o.fatalities, o.events[0].id, o.key))
    return (found[0], max(row.fatalities, found[0].fatalities)) if found else None


def _wrecked_by(row: Row, beside: Sequence[Row], index: Index) -> Found | None:
    """The blow, of the place or of one around it or in it, that did what a row tells to be wrecked by nobody."""
    if row.sub_event != DAMAGE or row.side1 or apart(row, index):
        return None
    found = [
        o for o in beside if o.sub_event in DAMAGING and (lies_in(row.place, o.place) or lies_in(o.place, row.place))
    ]
    found.sort(key=lambda o: (-o.fatalities, o.events[0].id, o.key))
    return (found[0], max(row.fatalities, found[0].fatalities)) if found else None


def _part_of(row: Row, beside: Sequence[Row], index: Index) -> Found | None:
    """The row of the same place, or of a part of it, that tells the same: the same kind of event, by nobody else."""
    if apart(row, index):
        return None
    parts = [
        other
        for other in beside
        if _of_a_kind(row.sub_event, other.sub_event)
        and lies_in(other.place, row.place)
        and (
            row.named <= other.named
            or _as_fought(row, other)
            or (other.named <= row.named and not lies_in(row.place, other.place))
        )
    ]
    if not parts:
        return None
    several = sum(other.fatalities for other in parts)
    if (several and row.fatalities > _LARGER * several) or (row.fatalities and not several and len(parts) > 1):
        return None
    first = min(parts, key=lambda o: (-o.fatalities, -len(o.named), o.events[0].id, o.key))
    return first, first.fatalities if len(parts) > 1 else max(row.fatalities, first.fatalities)


def _means_of(row: Row, beside: Sequence[Row], index: Index) -> Found | None:
    """The bombs or shells that a row without dead is about, which only calls them an attack, by nobody else."""
    if row.fatalities or row.side1 or any(event.type != "assault" for event in row.events) or apart(row, index):
        return None
    if not all(_ANY_ATTACK.fullmatch(claim.trigger.quote) for claim in _claims(row, index)):
        return None
    found = [
        o
        for o in beside
        if EVENT_TYPES[o.sub_event] == REMOTE
        and row.named <= o.named
        and (lies_in(row.place, o.place) or lies_in(o.place, row.place))
    ]
    found.sort(key=lambda o: (o.place.id != row.place.id, -o.fatalities, o.events[0].id, o.key))
    return (found[0], found[0].fatalities) if found else None


def _as_fought(row: Row, other: Row) -> bool:
    """Whether a fight without dead is between the sides of another one, whoever is named of them."""
    return row.sub_event == ARMED_CLASH and not row.fatalities and len(row.camps) > 1 and row.camps <= other.camps


def _of_a_kind(told: str, fuller: str) -> bool:
    """Whether two strings can be those of one event; in ACLED a place that is taken in a clash is one event."""
    return told == fuller or (told, fuller) == (BLAST, SUICIDE) or (told == ARMED_CLASH and fuller in GAINS)


def _one_toll(told: int, blow: int) -> bool:
    return not blow or told <= _LARGER * blow


def lies_in(place: Place, wide: Place) -> bool:
    """Whether a place is another one, a part of it, or in the region that the other is.

    A village of which only the region is known is no region.
    """
    if place.id == wide.id or place.part_of == wide.id:
        return True
    return wide.id.startswith("region:") and wide.admin1 is not None and place.admin1 == wide.admin1


def apart(row: Row, index: Index) -> bool:
    """Whether the words of a row set it apart from what its report tells before; "35 also were wounded" does not."""
    return any(_set_apart(claim, index) for claim in _claims(row, index) if not _only_hurt(claim))


def _only_hurt(claim: Claim) -> bool:
    return claim.type == "kill" and bool(claim.fillers("wounded")) and not claim.fillers("killed")


def _set_apart(claim: Claim, index: Index) -> bool:
    report, sentence = index.reports.get(claim.report), claim.sentence
    if report is None or sentence is None:
        return False
    return _APART.search(report.text[sentence.start : claim.trigger.span.start]) is not None


def _of_that_day(claim: Claim, index: Index) -> bool:
    """Whether a claim tells deaths and nothing else, and no count that runs on ("have been killed since June")."""
    report = index.reports.get(claim.report)
    before = report.text[: claim.trigger.span.start][-_NEAR:] if report else ""
    return all(map(_DEATH.fullmatch, claim.trigger.quote.split())) and not _RUNNING.search(before)


def _claims(row: Row, index: Index) -> tuple[Claim, ...]:
    return index.claims_of(claim for event in row.events for claim in event.claims)


def _with(fuller: Row, row: Row, dead: int) -> Row:
    """One row for both: the place of the fuller one, and its sides, unless the other names who did it beside those."""
    events = {event.id: event for event in (*fuller.events, *row.events)}
    sides = row if row.side1 and fuller.named < row.named else fuller
    side2 = sides.side2 or tuple(actor for actor in row.side2 if actor not in sides.side1)
    found = replace(fuller, events=tuple(events.values()), fatalities=dead)
    return replace(found, side1=sides.side1, side2=side2)
