"""CSV with HXL hashtags (HXL 1.1): a header, a row of tags, then events and spells as humanitarian tools read them.

Tools add up ``#affected`` columns, so that only what actually happened, and was not withdrawn, is in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from situate.export.acled_tables import countries
from situate.export.cells import Cell, csv_bytes
from situate.export.columns import Behind, Value, begin_of, end_of, figure, first_of, last_of, names_in, plain
from situate.export.masking import for_profile
from situate.export.sourcing import counted_with, no_happening, region_name
from situate.export.view import LossReport, Profile, RecordView
from situate.model.codec_parts import number
from situate.model.event import Event
from situate.model.place import Place
from situate.model.situation import Spell

_SECOND = ("target", "besieged", "denied")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """What a cell may look up."""

    behind: Behind
    view: RecordView
    beside: Mapping[str, Sequence[Event]]


_Read = Callable[[Any, _Context], Value]


def _at(read: Callable[[Place], Value]) -> _Read:
    return lambda item, _context: read(item.place) if item.place is not None else None


def _either(event: Callable[[Event], Value], spell: Callable[[Spell], Value]) -> _Read:
    return lambda item, _context: event(item) if isinstance(item, Event) else spell(item)


def _killed(which: str, name: str = "killed") -> _Read:
    """A figure of an event, in one row only where it is told of an attack and once more apart from it."""

    def value(item: Event | Spell, context: _Context) -> Value:
        told = isinstance(item, Event) and not (name == "killed" and context.beside.get(item.id))
        return number(getattr(figure(item, name), which)) if told and isinstance(item, Event) else None

    return value


def _state(dimension: str) -> _Read:
    return _either(lambda _event: None, lambda spell: spell.value if spell.dimension == dimension else None)


def _first(item: Event | Spell, _context: _Context) -> Value:
    roles = [part.role for part in item.actors if part.role not in _SECOND]
    return names_in(item.actors, *roles)


def _country(read: Callable[[Any], Value]) -> _Read:
    def value(item: Event | Spell, _context: _Context) -> Value:
        land = countries().get(item.place.country or "") if item.place is not None else None
        return read(land) if land is not None else None

    return value


def _published(item: Event | Spell, context: _Context) -> Value:
    index = context.behind.index
    return next((index.published(one) for one in index.claims_of(item.claims) if index.published(one)), None)


def _sources(item: Event | Spell, context: _Context) -> Value:
    index = context.behind.index
    return "; ".join(index.speakers(index.claims_of(item.claims))) or None


def _urls(item: Event | Spell, context: _Context) -> Value:
    index = context.behind.index
    reports = dict.fromkeys(claim.report for claim in index.claims_of(item.claims))
    found = (index.reports[one].url for one in reports if one in index.reports)
    return " ".join(url for url in found if url) or None


def _described(item: Event | Spell, context: _Context) -> Value:
    index = context.behind.index
    return " | ".join(dict.fromkeys(map(index.words, index.claims_of(item.claims)))) or None


COLUMNS: Sequence[tuple[str, str, _Read]] = (
    ("id", "#event+id", lambda item, _c: item.id),
    ("layer", "#meta+layer", _either(lambda _e: "event", lambda _s: "spell")),
    ("type", "#event+type", _either(lambda event: event.type, lambda _s: None)),
    ("reported on", "#date+reported", _published),
    ("from", "#date+start", _either(lambda e: first_of(e.interval), lambda s: begin_of(s.starts))),
    ("to", "#date+end", _either(lambda e: last_of(e.interval), lambda s: end_of(s.ends))),
    ("country", "#country+name", _country(lambda land: land.name)),
    ("country code", "#country+code", _country(lambda land: land.alpha3)),
    ("admin 1", "#adm1+name", lambda x, c: region_name(x.place, c.view.region_names) if x.place is not None else None),
    ("place", "#loc+name", _at(lambda place: place.words)),
    ("place id", "#loc+code", _at(lambda place: place.id)),
    ("P-code", "#loc+code+v_pcode", _at(lambda place: place.pcode)),
    ("latitude", "#geo+lat", _at(lambda place: place.latitude)),
    ("longitude", "#geo+lon", _at(lambda place: place.longitude)),
    ("radius in km", "#geo+radius", _at(lambda place: place.radius_km)),
    ("actors", "#group+name+first", _first),
    ("against", "#group+name+second", lambda item, _c: names_in(item.actors, *_SECOND)),
    ("killed", "#affected+killed", _killed("best")),
    ("killed, at least", "#affected+killed+min", _killed("low")),
    ("killed, at most", "#affected+killed+max", _killed("high")),
    ("injured", "#affected+injured", _killed("best", "wounded")),
    ("access", "#access+type", _state("access")),
    ("control", "#status+control", _state("control")),
    ("siege", "#status+siege", _state("siege")),
    ("truce", "#status+truce", _state("truce")),
    ("population", "#status+population", _state("population")),
    ("standing", "#meta+standing", lambda item, _c: item.standing),
    ("confidence", "#meta+confidence", _either(lambda e: round(e.confidence.value, 4), lambda _s: None)),
    ("stale", "#meta+stale", _either(lambda _e: None, lambda spell: spell.stale)),
    ("draft", "#meta+draft", lambda _item, c: c.behind.draft),
    ("description", "#description", _described),
    ("sources", "#meta+source", _sources),
    ("addresses", "#meta+url", _urls),
    ("claims", "#meta+id+claims", lambda item, _c: "; ".join(item.claims) or None),
)


def write(view: RecordView, stream: BinaryIO, profile: Profile) -> LossReport:
    """Write the header, the tags, then events and spells in the order of the record."""
    shown = for_profile(view, profile)
    context = _Context(behind=Behind.of(shown), view=shown, beside=counted_with(shown))
    # The tags are ours and must stand as they are; the guard of cells does not touch "#".
    stream.write(csv_bytes([[name for name, _, _ in COLUMNS], [tag for _, tag, _ in COLUMNS]]))
    reasons, kept = [], 0
    for item in _items(shown):
        if why := _why_not(item):
            reasons.append(why)
        else:
            stream.write(csv_bytes([_cells(item, context)]))
            kept += 1
    return LossReport.of(kept, reasons)


def _items(view: RecordView) -> Iterator[Event | Spell]:
    yield from view.events
    yield from view.spells


def _why_not(item: Event | Spell) -> str:
    if isinstance(item, Spell):
        return ""
    if item.kind != "happening":
        return "a state of affairs: its spells are in"
    return no_happening(item)


def _cells(item: Event | Spell, context: _Context) -> Sequence[Cell]:
    return [plain(read(item, context)) for _, _, read in COLUMNS]
