"""CSV in the shape of UCDP GED: its 49 columns in order, then where each row comes from.

UCDP counts lethal violence by an organised actor against another one or against civilians. What is no such event, or
cannot be shown to be one from the reports, is left out and counted. Ids of conflicts, dyads and actors are UCDP's own
and stay empty, as do ``relid``, ``active_year`` and ``adm_2``.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from situate.export.acled_rows import ATTACKS, CLASHES, one_claim_names_all, sub_event
from situate.export.acled_tables import EVENT_TYPES, VIOLENCE, Country, countries
from situate.export.cells import Cell, cell, csv_bytes
from situate.export.columns import figure, first_of, last_of
from situate.export.general import of_that_day, why_general
from situate.export.index import Index
from situate.export.masking import for_profile
from situate.export.opponents import Opponents
from situate.export.sourcing import SOURCE_NAMES, counted_with, no_happening, region_name, source_cells, telling
from situate.export.told import GUESSED, NO_CONFLICT, OF_A_WAR, in_no_conflict, is_guessed, of_a_war
from situate.export.view import LossReport, Profile, RecordView
from situate.model.actor import Actor
from situate.model.claim import Claim
from situate.model.distance import apart_km
from situate.model.event import Event
from situate.model.interval import Interval
from situate.model.place import Place

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best",
    "high", "low", "gwnoa", "gwnob",
)  # fmt: skip

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
_STATES = frozenset({"state_forces", "external_forces", "government"})
_CIVILIANS = Actor(id="civilians", name="Civilians", kind="civilians")
"""Side B of violence that is told as violence against civilians, where no report names them as a party."""
_NEAR_KM = 25.0
_LONGEST_DAYS = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An event that counts: its place, its days, its two sides, its dead as (low, best, high)."""

    event: Event
    place: Place
    date_prec: int
    side_a: tuple[Actor, ...]
    side_b: tuple[Actor, ...]
    dead: tuple[int, int, int]

    @property
    def violence(self) -> int:
        """1 a state takes part, 2 none does, 3 one side are civilians."""
        if all(actor.kind == "civilians" for actor in self.side_b):
            return ONE_SIDED
        return STATE_BASED if any(_state(actor) for actor in (*self.side_a, *self.side_b)) else NON_STATE


def write(view: RecordView, stream: BinaryIO, profile: Profile) -> LossReport:
    """Write the events that count, in the order of the record."""
    shown = for_profile(view, profile)
    index = Index.of(shown)
    stream.write(csv_bytes([(*COLUMNS, *SOURCE_NAMES)]))
    opponents, reasons, kept, beside = Opponents.of(index), [], 0, counted_with(shown)
    for event in shown.events:
        row = _row(event, index, opponents)
        others = beside.get(event.id, ()) if isinstance(row, Row) else ()
        if any(isinstance(_row(one, index, opponents), Row) for one in others):
            row = "the dead of an attack that has a row"
        if isinstance(row, Row):
            stream.write(csv_bytes([_cells(row, index, shown)]))
            kept += 1
        else:
            reasons.append(row)
    return LossReport.of(kept, reasons)


def _row(event: Event, index: Index, opponents: Opponents) -> Row | str:
    """The row of an event, or why it has none."""
    if why := no_happening(event):
        return why
    place, timed, dead = event.place, date_prec(event.interval), deaths(event)
    if dead is None or dead[2] < 1:
        return "no death told"
    if of_a_war(event):
        return OF_A_WAR
    if place is None or place.latitude is None:
        return "place unresolved"
    if timed is None:
        return "date unknown or wider than a year"
    fight = of_that_day(event, index)
    if event.type == "clash" and not fight.actors:
        fight = opponents.named((fight,))  # between those whose fighters die in it
    side_a, side_b = _sides(fight, together=one_claim_names_all(event, index))
    if side_a and not side_b and EVENT_TYPES.get(sub_event(event, index) or "") == VIOLENCE:
        side_b = (_CIVILIANS,)
    if not side_a or not side_b:
        return "a side is not named: UCDP needs both"
    if why := why_general(event, index):
        return why
    if is_guessed([event]):
        return GUESSED
    if in_no_conflict([event], index):
        return NO_CONFLICT
    return Row(event=event, place=place, date_prec=timed, side_a=side_a, side_b=side_b, dead=dead)


def _sides(event: Event, *, together: bool) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Who does it and to whom; in a clash without a target, the sides named; a state and those with it are side A.

    Who does something together with others ("killed by X, backed by Y") does not do it to them.
    """
    doing = [part.actor for part in event.actors if part.role == "actor"]
    suffering = [part.actor for part in event.actors if part.role == "target"]
    if not suffering and doing and event.type in CLASHES and not (together and event.type in ATTACKS):
        first = doing[0].side or doing[0].id
        suffering = [actor for actor in doing if (actor.side or actor.id) != first]
        doing = [actor for actor in doing if actor not in suffering]
    one, other = tuple(doing), tuple(suffering)
    civil = any(actor.kind == "civilians" for actor in other)
    return (other, one) if one and not civil and any(map(_state, other)) and not any(map(_state, one)) else (one, other)


def _state(actor: Actor) -> bool:
    return actor.kind in _STATES


def deaths(event: Event) -> tuple[int, int, int] | None:
    """``(low, best, high)`` of the dead; the best estimate is the lower one where the reports give only bounds."""
    told = figure(event, "killed")
    known = [value for value in (told.low, told.best, told.high) if value is not None]
    if not known:
        return None
    best = told.best if told.best is not None else known[0]
    return int(known[0]), int(best), int(known[-1])


def date_prec(interval: Interval) -> int | None:
    """1 the day, 2 two to six days, 3 a week, 4 a month, 5 a year; ``None`` when unknown, open or wider."""
    first, last = interval.first, interval.last
    if first is None or last is None or last < first:
        return None
    days = (last - first).days + 1
    steps = ((1, 1), (6, 2), (7, 3), (31, 4), (_LONGEST_DAYS, 5))
    return next((code for most, code in steps if days <= most), None)


def where_prec(place: Place, *also: Place) -> int:
    """1 the place itself, 2 within 25 km of it, 3 a district, 4 a region, 5 wider or vague, 6 the country.

    Of several places, which have their dead together, at best 2, or 5 where one lies further from the first.
    """
    fixed = {"district": 3, "region": 4, "country": 6}
    vague = place.precision in {"relative", "part"} or place.basis == "coarsened"
    alone = fixed.get(place.precision) or _within(place.radius_km or 0.0 if vague else None)
    return max([alone, *(_within(math.inf if (km := apart_km(place, one)) is None else km) for one in also)])


def _within(kilometres: float | None) -> int:
    return 1 if kilometres is None else 2 if kilometres <= _NEAR_KM else 5


def priogrid(latitude: float, longitude: float) -> int:
    """The PRIO-GRID cell of a point: half a degree, counted from the south-west corner, row by row, from 1."""
    row = min(math.floor((latitude + 90) * 2), 359)
    column = min(math.floor((longitude + 180) * 2), 719)
    return row * 720 + column + 1


def ucdp_region(country: Country | None) -> str | None:
    """UCDP's region, by the Gleditsch-Ward number of a country."""
    if country is None or country.gw is None:
        return None
    starts = ((900, "Asia"), (700, "Asia"), (630, "Middle East"), (400, "Africa"), (200, "Europe"), (0, "Americas"))
    return next(name for least, name in starts if country.gw >= least)


def _cells(row: Row, index: Index, view: RecordView) -> Sequence[Cell]:
    event, place = row.event, row.place
    first = event.interval.first
    country = countries().get(place.country or "")
    claims = telling(event, index)
    sides = (_names(row.side_a), _names(row.side_b))
    return (
        f"situate-{event.id.removeprefix('e:')}", None, first.year if first else None, None,
        "draft" if view.draft else "reviewed", row.violence, None, None, None, None, None, " - ".join(sides),
        None, None, sides[0], None, None, sides[1], event.reports, *_sources(claims, index),
        where_prec(*event.places), place.name, ", ".join(one.words for one in event.places),
        region_name(place, view.region_names), None,
        place.latitude, place.longitude, f"POINT ({cell(place.longitude)} {cell(place.latitude)})",
        priogrid(place.latitude or 0.0, place.longitude or 0.0),
        country.name if country else None, country.gw if country else None, ucdp_region(country),
        1 if row.date_prec == 1 else 2, row.date_prec, first_of(event.interval), last_of(event.interval),
        *_dead_by_side(row, claims), row.dead[1], row.dead[2], row.dead[0], _gw(row.side_a), _gw(row.side_b),
        *source_cells(event, index, view.draft),
    )  # fmt: skip


def _names(actors: Sequence[Actor]) -> str:
    return ", ".join(dict.fromkeys(actor.name for actor in actors))


def _sources(claims: Sequence[Claim], index: Index) -> Sequence[Cell]:
    """Articles, offices, dates, headlines, and who is quoted."""
    reports = list(dict.fromkeys(claim.report for claim in claims if claim.report in index.reports))
    told = [index.reports[one] for one in reports]
    articles = ",".join(f"{r.outlet or 'unknown outlet'},{r.published or 'n.d.'},{r.title or r.id}" for r in told)
    return (
        articles,
        "; ".join(index.outlets(claims)),
        "; ".join(dict.fromkeys(report.published or "unknown" for report in told)),
        "; ".join(dict.fromkeys(report.title for report in told if report.title)),
        "; ".join(dict.fromkeys(one.evidence.quote for claim in claims for one in claim.speakers)),
    )


def _dead_by_side(row: Row, claims: Sequence[Claim]) -> tuple[int, int, int, int]:
    """Of side A, of side B, civilians, unknown.

    The dead are a side's where all that tell so many, and whose fighters they were ("22 rebels"), name that side. Of
    "people" who died in a fight nobody knows that they were civilians.
    """
    best = row.dead[1]
    if row.violence == ONE_SIDED:
        return 0, 0, best, 0
    told = [r for c in claims if c.polarity == "positive" for r in c.fillers("killed") if r.quantity is not None]
    whose = {
        _key(role.actor) if role.actor.kind != "civilians" else ""
        for role in told
        if role.actor is not None and role.quantity is not None and role.quantity.best == best
    }
    in_a, in_b = (whose == {_key(actor) for actor in side} for side in (row.side_a, row.side_b))
    return (best, 0, 0, 0) if in_a else (0, best, 0, 0) if in_b else (0, 0, 0, best)


def _key(actor: Actor) -> str:
    return actor.side or actor.id


def _gw(actors: Sequence[Actor]) -> Cell:
    """The number of the state on a side, empty when it is none."""
    states = (countries().get(actor.country or "") for actor in actors if _state(actor))
    return next((country.gw for country in states if country is not None), None)
