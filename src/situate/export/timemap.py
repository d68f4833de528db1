"""JSON for timemap (Forensic Architecture): its events, associations and sources, all values as strings.

timemap needs a day or a point for each event; what has neither is left out. Its dates are ``M/D/YYYY``: a time wider
than a day is shown by its first day, and ``time_precision`` says how wide it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from situate.export.columns import Behind, Column, first_of
from situate.export.flat import EVENTS
from situate.export.masking import for_profile
from situate.export.sourcing import telling
from situate.export.utf8 import encoded
from situate.export.view import LossReport, Profile, RecordView
from situate.export.wording import date_words, event_words, standing_words, type_words
from situate.model import codec
from situate.model.event import Event
from situate.model.report import Report

_NAMES = (
    "polarity", "modality", "standing", "confidence", "geo_precision", "radius_km", "coarsened", "draft", "quotes",
    "claims",
)  # fmt: skip
_OURS: Mapping[str, Column] = {column.name: column for column in EVENTS.columns if column.name in _NAMES}


def write(view: RecordView, stream: BinaryIO, profile: Profile) -> LossReport:
    """Write ``{"events": […], "associations": […], "sources": […]}``; each part can stand as a file of its own."""
    shown = for_profile(view, profile)
    behind = Behind.of(shown)
    reasons = [why for event in shown.events if (why := _why_not(event))]
    kept = [event for event in shown.events if not _why_not(event)]
    parts: dict[str, Iterable[dict[str, Any]]] = {
        "events": (_event(event, behind) for event in kept),
        "associations": _associations(kept),
        "sources": map(_source, shown.reports),
    }
    for piece in _pieces(parts):
        stream.write(encoded(piece))
    return LossReport.of(len(kept), reasons)


def _pieces(parts: Mapping[str, Iterable[dict[str, Any]]]) -> Iterator[str]:
    """One JSON object, an item a line, never all of it in memory."""
    for opening, (name, items) in zip(("{", *("," * (len(parts) - 1))), parts.items(), strict=True):
        yield f"{opening}{codec.dumps(name)}:["
        for number, item in enumerate(items):
            yield (",\n" if number else "\n") + codec.dumps(item)
        yield "\n]"
    yield "}\n"


def _why_not(event: Event) -> str:
    if event.standing == "retracted":
        return "retracted"
    located = event.place is not None and event.place.latitude is not None
    return "" if located or event.interval.first else "neither a day nor a point"


def _event(event: Event, behind: Behind) -> dict[str, Any]:
    claims = telling(event, behind.index)
    where = ", ".join(place.words for place in event.places)
    own = {f"situate_{name}": _string(column.value(event, behind)) for name, column in _OURS.items()}
    return {
        "id": event.id,
        "description": f"{_capital(event_words(event))}{f', {where}' if where else ''}; "
        f"{date_words(event.interval)}. {standing_words(event.standing).capitalize()}.",
        **_when(event),
        "location": where,
        **_point(event),
        "type": event.type,
        "category": event.type,
        "category_full": type_words(event.type),
        "associations": [_association_id("type", event.type), *_actors(event)],
        "sources": list(dict.fromkeys(claim.report for claim in claims)),
        "comments": "Draft: no person has reviewed this." if behind.draft else "",
        **own,
    }


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _string(value: object) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _when(event: Event) -> dict[str, str]:
    first = first_of(event.interval)
    if first is None:
        return {}
    year, month, day = first.split("-")
    given = event.interval.earliest or ""
    time = {"time": given[11:16]} if len(given) > len("2017-09-05T") else {}
    date = {"date": f"{int(month)}/{int(day)}/{int(year)}", "time_precision": event.interval.precision}
    return date | time | {"time_display": date_words(event.interval)}


def _point(event: Event) -> dict[str, str]:
    if event.place is None or event.place.latitude is None:
        return {}
    return {"latitude": f"{event.place.latitude:.6f}", "longitude": f"{event.place.longitude:.6f}"}


def _association_id(kind: str, name: str) -> str:
    return f"{kind}:{name}"


def _actors(event: Event) -> list[str]:
    return list(dict.fromkeys(_association_id("actor", part.actor.id) for part in event.actors))


def _associations(events: list[Event]) -> Iterator[dict[str, Any]]:
    """A category for each type, a filter for each actor."""
    for kind in sorted({event.type for event in events}):
        title = type_words(kind)
        yield {"id": _association_id("type", kind), "title": title, "desc": title, "mode": "CATEGORY"}
    named = {part.actor.id: part.actor.name for event in events for part in event.actors}
    for identity, name in sorted(named.items()):
        paths = ["actors", name]
        key = _association_id("actor", identity)
        yield {"id": key, "title": name, "desc": name, "mode": "FILTER", "filter_paths": paths}


def _source(report: Report) -> dict[str, Any]:
    return {
        "id": report.id, "title": report.title or report.outlet or report.id, "thumbnail": "", "paths": [],
        "type": "report", "affil_s": [], "url": report.url or "", "description": report.outlet or "unknown outlet",
        "parent": "", "author": "", "date": report.published or "", "notes": "",
    }  # fmt: skip
