"""ACLED-shaped CSV: its 31 columns in order, then where each row comes from. Ids never look like ACLED's own.

What ACLED's table cannot hold (states of affairs, plans, denials, unresolved places and times) is left out and
counted in the loss report; nothing is filled in. ``source_scale``, ``admin2`` and ``admin3`` stay empty: the record
does not know them. ``timestamp`` is the last publication among a row's reports, because an export has no clock.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import BinaryIO

from situate.export.acled_again import without_again
from situate.export.acled_left import without_guesses
from situate.export.acled_retold import without_retold
from situate.export.acled_rows import Row, merged, named_sides, one_toll, rows_of, where_its_dead_are, why_not
from situate.export.acled_rules import PLURAL, lost_within_a_day
from situate.export.acled_tables import (
    COLUMNS,
    EVENT_TYPES,
    INTER_CIVILIANS,
    PROTESTS,
    PROVENANCE,
    RIOTS,
    STRATEGIC,
    VIOLENCE,
    countries,
    disorder_type,
    interaction,
)
from situate.export.acled_vague import without_vague
from situate.export.cells import Cell, csv_bytes
from situate.export.columns import figure
from situate.export.index import Index
from situate.export.masking import COARSENED, for_profile
from situate.export.opponents import Opponents
from situate.export.sourcing import region_name
from situate.export.view import LossReport, Profile, RecordView
from situate.export.wording import date_words, standing_words, type_words
from situate.model.interval import first_day
from situate.model.situation import Spell

_SAME_DEAD = "one row with the attack whose dead it tells"


def write(view: RecordView, stream: BinaryIO, profile: Profile, *, plural: int = PLURAL) -> LossReport:
    """Write the rows, by day, place and id; ``plural`` = the dead of a plural without a number (3; older rule 10)."""
    shown = for_profile(view, profile)
    index = Index.as_decided(shown)
    events = where_its_dead_are(shown.events, index)
    reasons = [why_not(event, index) for event in events]
    counted = [event for event, reason in zip(events, reasons, strict=True) if not reason]
    lost = lost_within_a_day(counted, [(frozenset(s.claims), _one_day(s)) for s in shown.spells if _control(s)])
    together = one_toll(counted, shown.same_dead)
    opponents = Opponents.of(index)
    found = (r for told in together for r in rows_of(told, index, lost=lost, plural=plural, opponents=opponents))
    rows, again = without_again(found)
    rows, joined = merged(rows)
    rows, retold = without_retold(rows, index)
    rows, vague = without_vague(rows, index)
    rows, guessed = without_guesses(rows, index)
    joined += again + retold + vague + guessed
    joined[_SAME_DEAD] = len(counted) - len(together)
    rows.sort(key=lambda row: (row.day, row.place.name, row.place.id, row.sub_event, row.events[0].id, row.key))
    stream.write(csv_bytes([(*COLUMNS, *PROVENANCE)]))
    seen: Counter[str] = Counter()
    for row in rows:
        first = row.events[0].id
        stream.write(csv_bytes([_cells(row, index, shown, number=seen[first])]))
        seen[first] += 1
    return LossReport.of(len(rows), [reason for reason in reasons if reason] + list(joined.elements()))


def _cells(row: Row, index: Index, view: RecordView, *, number: int) -> Sequence[Cell]:
    country = countries().get(row.place.country or "")
    one, other = named_sides(row, country.name if country else "unknown country")
    return (
        _row_id(row, number), row.day.isoformat(), row.day.year, row.time_precision,
        disorder_type(row.sub_event), EVENT_TYPES[row.sub_event], row.sub_event,
        *one, other[0], other[1], other[2] or None, interaction(one[2], other[2]),
        _civilian_targeting(row),
        country.numeric if country else None, country.region if country else None,
        country.name if country else None, region_name(row.place, view.region_names), None, None,
        row.place.name, row.place.latitude, row.place.longitude, row.geo_precision,
        *_sources(row, index, one[0], other[0]), row.fatalities, _tags(row, view.draft), _timestamp(row, index),
        *_provenance(row, index),
    )  # fmt: skip


def _row_id(row: Row, number: int) -> str:
    """``situate-`` and the event's own hash, so that nobody takes the row for ACLED's."""
    suffix = f"-{number + 1}" if number else ""
    return f"situate-{row.events[0].id.removeprefix('e:')}{suffix}"


def _civilian_targeting(row: Row) -> str | None:
    if EVENT_TYPES[row.sub_event] == STRATEGIC:
        return None
    against = any(actor.inter == INTER_CIVILIANS for actor in row.side2)
    direct = EVENT_TYPES[row.sub_event] == VIOLENCE or row.sub_event == "Excessive force against protesters"
    return "Civilian targeting" if against or direct else None


def _sources(row: Row, index: Index, actor1: str, actor2: str) -> tuple[str, None, str]:
    """source, source_scale (unknown), and notes: a sentence of ours out of the fields, never the outlet's text."""
    claims = index.claims_of(claim for event in row.events for claim in event.claims)
    outlets = "; ".join(index.outlets(claims))
    what = ", ".join(dict.fromkeys(type_words(event.type) for event in row.events))
    doer, other = (actor2, actor1) if _done_by_the_second(row) else (actor1, actor2)
    who = f" by {doer}" if doer else ""
    whom = f", against {other}" if other else ""
    when = "; ".join(dict.fromkeys(date_words(event.interval) for event in row.events))
    sure = "; ".join(dict.fromkeys(standing_words(event.standing) for event in row.events))
    return (
        outlets,
        None,
        f"{what.capitalize()}{who}{whom}; {row.place.words}; {when}. {sure.capitalize()}. {_divided(row)}"
        f"Told by {outlets}.",
    )


def _divided(row: Row) -> str:
    """That a toll is a part of one told of several places, where it is."""
    places = next((e.places for e in row.events if e.also and figure(e, "killed").low is not None), ())
    names = ", ".join(place.words for place in places)
    return f"The dead of {names} are told together, and divided. " if names else ""


def _done_by_the_second(row: Row) -> bool:
    """Whether who did it stands second: by ACLED's rule those come first whose demonstration is broken up."""
    return EVENT_TYPES[row.sub_event] in {PROTESTS, RIOTS} and row.events[0].type != "protest" and bool(row.side1)


def _tags(row: Row, draft: bool) -> str:
    tags = ["draft"] if draft else []
    return "; ".join([*tags, "coarsened"] if row.place.basis == COARSENED else tags)


def _timestamp(row: Row, index: Index) -> int | None:
    published = [index.published(c) for c in index.claims_of(claim for event in row.events for claim in event.claims)]
    days = [first_day(day) for day in published if len(day) >= len("2017-09-05")]
    return int(dt.datetime.combine(max(days), dt.time(), dt.UTC).timestamp()) if days else None


def _provenance(row: Row, index: Index) -> Sequence[Cell]:
    claims = index.claims_of(claim for event in row.events for claim in event.claims)
    quotes = dict.fromkeys(f"{index.outlet(claim)}: “{index.words(claim)}”" for claim in claims)
    return (
        "; ".join(event.id for event in row.events),
        "; ".join(dict.fromkeys(event.standing for event in row.events)),
        "; ".join(claim.id for claim in claims),
        len({claim.report for claim in claims}),
        max(event.independent_origins for event in row.events),
        "; ".join(dict.fromkeys(event.interval.basis for event in row.events)),
        " | ".join(quotes),
    )


def _control(spell: Spell) -> bool:
    return spell.dimension == "control" and spell.value == "held"


def _one_day(spell: Spell) -> bool:
    """Whether a spell is known to have begun and ended on one and the same day."""
    starts, ends = spell.starts.earliest, spell.ends.latest
    return not spell.ends.open and starts is not None and ends is not None and len(starts) > 9 and starts == ends
