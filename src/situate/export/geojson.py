"""GeoJSON (RFC 7946): events and spells as features; WGS84, longitude first, at most six decimals.

A feature without a place has a null geometry and says why; an event of several places is a multipoint, and the place
that is described is the first. A point is the middle of what is known: ``radius_m`` and ``geo_precision`` say how far
it may be off, and ``coarsened`` that it was made less exact on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from situate.export.index import Index
from situate.export.masking import COARSENED, for_profile
from situate.export.points import Degrees, points
from situate.export.utf8 import encoded
from situate.export.view import LossReport, Profile, RecordView
from situate.model import codec, codec_derived
from situate.model.event import Event, Part
from situate.model.interval import OPEN
from situate.model.place import Place
from situate.model.situation import Bound, Spell

_DECIMALS = 6


def write(view: RecordView, stream: BinaryIO, profile: Profile) -> LossReport:
    """Write one FeatureCollection, a feature a line; nothing is left out."""
    shown = for_profile(view, profile)
    head = {"profile": profile, "draft": shown.draft, "as_known_on": shown.as_known_on}
    stream.write(encoded('{"type":"FeatureCollection",' + codec.dumps(head)[1:-1] + ',"features":['))
    kept = 0
    for feature in _features(shown):
        stream.write(encoded((",\n" if kept else "\n") + codec.dumps(feature)))
        kept += 1
    stream.write(b"\n]}\n")
    return LossReport.of(kept)


def _features(view: RecordView) -> Iterator[dict[str, Any]]:
    index = Index.of(view)
    for event in view.events:
        yield _feature(event, _of_event(event, index))
    for spell in view.spells:
        yield _feature(spell, _of_spell(spell, index))


def _feature(item: Event | Spell, properties: dict[str, Any]) -> dict[str, Any]:
    about = properties | _precision(item.place)
    return {"type": "Feature", "id": item.id, "geometry": _geometry(points(item)), "properties": about}


def _geometry(found: Sequence[Degrees]) -> dict[str, Any] | None:
    at = [[round(value, _DECIMALS) for value in one] for one in found]
    several = len(at) > 1
    return {"type": "MultiPoint" if several else "Point", "coordinates": at if several else at[0]} if at else None


def _precision(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {"place": None, "geo_precision": "none", "radius_m": None, "coarsened": False}
    radius = None if place.radius_km is None else round(place.radius_km * 1000)
    return {
        "place": place.name, "place_id": place.id, "relation": place.relation, "part_of": place.part_of,
        "country": place.country, "geo_precision": place.precision, "radius_m": radius,
        "coarsened": place.basis == COARSENED,
    }  # fmt: skip


def _of_event(event: Event, index: Index) -> dict[str, Any]:
    claims = index.claims_of(event.claims)
    return {
        "layer": "event", "kind": event.kind, "type": event.type, "polarity": event.polarity,
        "modality": event.modality,
        "time": _span(event.interval.earliest, event.interval.latest, event.interval.precision),
        "date_basis": event.interval.basis, "actors": _actors(event.actors),
        "figures": codec_derived.event_json(event)["figures"],
        "standing": event.standing, "confidence": round(event.confidence.value, 4),
        "reports": event.reports, "independent_origins": event.independent_origins,
        "speakers": list(index.speakers(claims)), "quotes": [index.words(claim) for claim in claims],
        "claims": list(event.claims), "reason": event.place_reason, "also": [place.name for place in event.also],
    }  # fmt: skip


def _of_spell(spell: Spell, index: Index) -> dict[str, Any]:
    claims = index.claims_of((*spell.claims, *spell.ended_by))
    return {
        "layer": "spell", "dimension": spell.dimension, "value": spell.value,
        "time": _span(spell.starts.earliest or spell.starts.latest, _until(spell.ends), "bounds"),
        "from": {"earliest": spell.starts.earliest, "latest": spell.starts.latest},
        "until": codec_derived.spell_json(spell)["until"], "actors": _actors(spell.actors), "standing": spell.standing,
        "assessed": spell.assessed, "stale": spell.stale, "rule": spell.rule, "last_news": spell.last_news,
        "speakers": list(index.speakers(claims)), "quotes": [index.words(claim) for claim in claims],
        "claims": list(spell.claims),
    }  # fmt: skip


def _until(bound: Bound) -> str | None:
    return OPEN if bound.open else bound.latest or bound.earliest


def _span(start: str | None, end: str | None, precision: str) -> dict[str, Any]:
    return {"start": start, "end": end, "precision": precision}


def _actors(parts: tuple[Part, ...]) -> list[dict[str, Any]]:
    return [{"role": part.role, "id": part.actor.id, "name": part.actor.name} for part in parts]
