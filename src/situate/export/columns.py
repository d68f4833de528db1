"""Columns of flat tables, each with its type and meaning: what spreadsheets, QGIS and data sets hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from situate.export.cells import Cell
from situate.export.index import Index
from situate.export.masking import COARSENED
from situate.export.view import RecordView
from situate.model.claim import Claim
from situate.model.codec_parts import number
from situate.model.event import Event, Part
from situate.model.interval import OPEN, Interval, first_day, last_day
from situate.model.place import Place
from situate.model.quantity import Quantity
from situate.model.situation import Bound, Spell
from situate.model.tolls import FAMILIES

Kind = Literal["text", "integer", "number", "boolean", "partial date", "day"]
Value = str | int | float | bool | None
FIGURES = ("killed", "wounded", "affected")


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """What a column may look up beside its item: claims and reports, whether the record is a draft.

    ``same_dead`` is that of the view: whose dead are whose.
    """

    index: Index
    draft: bool
    same_dead: Mapping[str, Sequence[str]] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, view: RecordView) -> Behind:
        """What stands behind a view."""
        return cls(index=Index.of(view), draft=view.draft, same_dead=view.same_dead)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """``kind`` is the type of its values; ``meaning`` is a sentence for the codebook."""

    name: str
    kind: Kind
    meaning: str
    value: Callable[[Any, Behind], Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its name, what one row is, its columns, and its items in a view."""

    name: str
    meaning: str
    columns: Sequence[Column]
    items: Callable[[RecordView], Sequence[Any]]

    def rows(self, view: RecordView, behind: Behind | None = None) -> Iterator[tuple[Value, ...]]:
        """The values of each item."""
        known = behind or Behind.of(view)
        for item in self.items(view):
            yield tuple(one.value(item, known) for one in self.columns)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(one.name for one in self.columns)


def plain(value: Value) -> Cell:
    """A value as a cell of text: a truth value in words."""
    return str(value).lower() if isinstance(value, bool) else value


def joined(words: Iterable[str], mark: str = "; ") -> str | None:
    """Words once each in one cell, ``None`` for none."""
    return mark.join(dict.fromkeys(words)) or None


def column(name: str, kind: Kind, meaning: str, value: Callable[[Any], Value]) -> Column:
    """A column that needs nothing beside its item."""
    return Column(name=name, kind=kind, meaning=meaning, value=lambda item, _behind: value(item))


def _of_claims(name: str, meaning: str, words: Callable[[Sequence[Claim], Index], Iterable[str]], mark: str) -> Column:
    def value(item: Any, behind: Behind) -> Value:
        claims = behind.index.claims_of((*item.claims, *getattr(item, "ended_by", ())))
        return joined(words(claims, behind.index), mark)

    return Column(name=name, kind="text", meaning=meaning, value=value)


# Time -----------------------------------------------------------------------------------------------------------------


def first_of(interval: Interval) -> str | None:
    """The first ISO day of an interval."""
    return interval.first.isoformat() if interval.first else None


def last_of(interval: Interval) -> str | None:
    """The last ISO day of an interval, ``None`` when unknown or open."""
    return interval.last.isoformat() if interval.last else None


def begin_of(bound: Bound) -> str | None:
    """The first ISO day on which a bound can lie."""
    value = bound.earliest or bound.latest
    return first_day(value).isoformat() if value else None


def end_of(bound: Bound) -> str | None:
    """The last ISO day on which a bound can lie, ``None`` when unknown or open."""
    value = bound.latest or bound.earliest
    return last_day(value).isoformat() if value and value != OPEN else None


TIME = (
    column("earliest", "partial date", "Not before; only as precise as known.", lambda x: x.interval.earliest),
    column(
        "latest", "partial date", "Not after; 'open' = still held when it was reported.", lambda x: x.interval.latest
    ),
    column("first_day", "day", "The first day that the time can mean.", lambda x: first_of(x.interval)),
    column("last_day", "day", "The last day that it can mean; empty while open.", lambda x: last_of(x.interval)),
    column(
        "time_precision",
        "text",
        "minute, part_of_day, day, week, month, season, year, none.",
        lambda x: x.interval.precision,
    ),
    column(
        "date_basis",
        "text",
        "What the date rests on: stated, relative (counted from the publication), publication, none.",
        lambda x: x.interval.basis,
    ),
)
BOUNDS = (
    column("start_earliest", "partial date", "It began not before.", lambda s: s.starts.earliest),
    column("start_latest", "partial date", "It began not after.", lambda s: s.starts.latest),
    column("end_earliest", "partial date", "It ended not before.", lambda s: s.ends.earliest),
    column("end_latest", "partial date", "It ended not after.", lambda s: s.ends.latest),
    column("lasting", "boolean", "It lasts; false without an end = ended at an unknown time.", lambda s: s.ends.open),
    column("first_day", "day", "The first day that the beginning can mean.", lambda s: begin_of(s.starts)),
    column("last_day", "day", "The last day that the end can mean.", lambda s: end_of(s.ends)),
)

# Place ----------------------------------------------------------------------------------------------------------------


def place_column(name: str, kind: Kind, meaning: str, read: Callable[[Place], Value]) -> Column:
    """A column of an item's place; empty without one."""
    return column(name, kind, meaning, lambda x: read(x.place) if x.place is not None else None)


WHERE = (
    place_column("place_id", "text", "Id of the place: geonames:…, country:…, region:…, local:….", lambda p: p.id),
    place_column("place", "text", "Name of the place.", lambda p: p.name),
    place_column("relation", "text", "How it lies to the named place ('west of').", lambda p: p.relation),
    place_column("pcode", "text", "Its P-code (OCHA COD-AB), where one is known.", lambda p: p.pcode),
    place_column("part_of", "text", "Id of the place that it is a part of.", lambda p: p.part_of),
    place_column("country", "text", "ISO 3166-1 alpha-2.", lambda p: p.country),
    place_column("latitude", "number", "WGS84 degrees; empty when nothing honest can be said.", lambda p: p.latitude),
    place_column("longitude", "number", "WGS84 degrees.", lambda p: p.longitude),
    place_column(
        "geo_precision",
        "text",
        "point, settlement, part, relative, district, region, country, none.",
        lambda p: p.precision,
    ),
    place_column("radius_km", "number", "How far the point may be off, kilometres.", lambda p: p.radius_km),
    place_column(
        "coarsened",
        "boolean",
        "The point was made less exact on purpose (public profile).",
        lambda p: p.basis == COARSENED,
    ),
)

# People and figures ---------------------------------------------------------------------------------------------------


def names_in(parts: Iterable[Part], *roles: str) -> str | None:
    """The names of the actors in these roles."""
    return joined(part.actor.name for part in parts if part.role in roles)


def ids_in(parts: Iterable[Part], *roles: str) -> str | None:
    """The ids of the actors in these roles."""
    return joined(part.actor.id for part in parts if part.role in roles)


SIDES = (
    column(
        "actors", "text", "Who does it, by name; several are separated by '; '.", lambda e: names_in(e.actors, "actor")
    ),
    column("actor_ids", "text", "Their ids.", lambda e: ids_in(e.actors, "actor")),
    column("targets", "text", "To whom it is done.", lambda e: names_in(e.actors, "target")),
    column("target_ids", "text", "Their ids.", lambda e: ids_in(e.actors, "target")),
)


def figure(event: Event, name: str) -> Quantity:
    """A figure of an event, in people; without bounds when it has none, or counts families."""
    found = dict(event.figures).get(name)
    return found if found is not None and found.unit != FAMILIES else Quantity()


def _bounds_of(name: str) -> Iterator[Column]:
    told = {"low": "lowest", "best": "most exact", "high": "highest"}
    for which, words in told.items():
        yield column(
            f"{name}_{which}", "number", f"{name.capitalize()}: the {words} figure told; empty = none told.",
            lambda e, which=which: number(getattr(figure(e, name), which)),  # type: ignore[misc]
        )  # fmt: skip


FIGURE_COLUMNS = tuple(one for name in FIGURES for one in _bounds_of(name))

# Where a row comes from -----------------------------------------------------------------------------------------------

STANDING = column(
    "standing",
    "text",
    "claimed (only sides that gain by it), reported (one origin without a stake), corroborated, disputed, retracted.",
    lambda x: x.standing,
)
DRAFT = Column(
    name="draft", kind="boolean", meaning="No person has reviewed the record.", value=lambda _item, behind: behind.draft
)
SOURCES = (
    _of_claims("outlets", "Outlets of the reports that tell it.", lambda claims, index: index.outlets(claims), "; "),
    _of_claims(
        "speakers", "Who says so, the nearest voice first.", lambda claims, index: index.speakers(claims), " | "
    ),
    _of_claims("quotes", "The exact words.", lambda claims, index: map(index.words, claims), " | "),
    _of_claims("report_ids", "Ids of the reports.", lambda claims, _index: (claim.report for claim in claims), "; "),
    column("claims", "text", "Ids of the claims that it rests on.", lambda x: joined(x.claims)),
)


def id_column(what: str) -> Column:
    """The first column of most tables."""
    return column("id", "text", f"Id of the {what}; the same content has the same id.", lambda x: x.id)


def located(item: Event | Spell) -> bool:
    """Whether something has a point."""
    return item.place is not None and item.place.latitude is not None
