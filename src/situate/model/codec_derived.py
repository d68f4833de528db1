"""What is derived, as plain JSON and back: events, spells, contradictions; see :mod:`situate.model.codec`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from situate.model.codec_parts import (
    SHARE,
    Json,
    actor_from,
    actor_json,
    interval_from,
    interval_json,
    maybe,
    place_from,
    place_json,
    quantity_from,
    quantity_json,
    rounded,
)
from situate.model.event import Confidence, Contradiction, Event, Part
from situate.model.interval import OPEN
from situate.model.situation import Bound, Spell


def event_json(event: Event) -> Json:
    """An event as ``situate events`` writes it; ``reason`` stands beside a place that is null,
    ``also`` where there are more places."""
    reason = {"reason": event.place_reason} if event.place_reason is not None else {}
    return {
        "id": event.id,
        "kind": event.kind,
        "type": event.type,
        "polarity": event.polarity,
        "modality": event.modality,
        "place": maybe(place_json, event.place),
        **reason,
        **({"also": [place_json(place) for place in event.also]} if event.also else {}),
        "interval": interval_json(event.interval),
        "actors": _parts_json(event.actors),
        "figures": {name: quantity_json(quantity) for name, quantity in event.figures},
        "claims": list(event.claims),
        "reports": event.reports,
        "independent_origins": event.independent_origins,
        "standing": event.standing,
        "confidence": _confidence_json(event.confidence),
        "why": [{"claim": one, "with": other, "because": words} for one, other, words in event.why],
        "words": event.words,
    }


def event_from(data: Mapping[str, Any]) -> Event:
    """The event of a dict."""
    return Event(
        id=data["id"],
        kind=data["kind"],
        type=data["type"],
        claims=tuple(data["claims"]),
        polarity=data.get("polarity", "positive"),
        modality=data["modality"],
        place=maybe(place_from, data["place"]),
        place_reason=data.get("reason"),
        also=tuple(map(place_from, data.get("also", ()))),
        interval=interval_from(data["interval"]),
        actors=_parts_from(data["actors"]),
        figures=tuple((name, quantity_from(quantity)) for name, quantity in data["figures"].items()),
        reports=data["reports"],
        independent_origins=data["independent_origins"],
        standing=data["standing"],
        confidence=_confidence_from(data["confidence"]),
        why=tuple((row["claim"], row["with"], row["because"]) for row in data["why"]),
        words=data["words"],
    )


def spell_json(spell: Spell) -> Json:
    """A spell as ``situate situation`` writes it; ``until`` is ``"open"`` while it lasts, null when unknown."""
    return {
        "id": spell.id,
        "place": place_json(spell.place),
        "dimension": spell.dimension,
        "value": spell.value,
        "actors": _parts_json(spell.actors),
        "from": _bound_json(spell.starts),
        "until": _bound_json(spell.ends),
        "standing": spell.standing,
        "assessed": spell.assessed,
        "stale": spell.stale,
        "claims": list(spell.claims),
        "ended_by": list(spell.ended_by),
        "rule": spell.rule,
        "last_news": spell.last_news,
        "criteria": spell.criteria,
    }


def spell_from(data: Mapping[str, Any]) -> Spell:
    """The spell of a dict."""
    return Spell(
        id=data["id"],
        place=place_from(data["place"]),
        dimension=data["dimension"],
        value=data["value"],
        actors=_parts_from(data["actors"]),
        starts=_bound_from(data["from"]),
        ends=_bound_from(data["until"]),
        standing=data["standing"],
        assessed=data["assessed"],
        stale=data["stale"],
        claims=tuple(data["claims"]),
        ended_by=tuple(data["ended_by"]),
        rule=data["rule"],
        last_news=data["last_news"],
        criteria=data["criteria"],
    )


def contradiction_json(contradiction: Contradiction) -> Json:
    """A contradiction: the field, what it is about, and each value with the claims that say it."""
    return {
        "id": contradiction.id,
        "field": contradiction.field,
        "about": contradiction.about,
        "place": maybe(place_json, contradiction.place),
        "values": [{"value": value, "claims": list(claims)} for value, claims in contradiction.values],
        "status": contradiction.status,
        "why": contradiction.why,
    }


def contradiction_from(data: Mapping[str, Any]) -> Contradiction:
    """The contradiction of a dict."""
    return Contradiction(
        id=data["id"],
        field=data["field"],
        about=data["about"],
        place=maybe(place_from, data["place"]),
        values=tuple((row["value"], tuple(row["claims"])) for row in data["values"]),
        status=data["status"],
        why=data["why"],
    )


def _parts_json(parts: Iterable[Part]) -> list[Json]:
    return [{"role": part.role, "actor": actor_json(part.actor)} for part in parts]


def _parts_from(rows: Iterable[Mapping[str, Any]]) -> tuple[Part, ...]:
    return tuple(Part(role=row["role"], actor=actor_from(row["actor"])) for row in rows)


def _bound_json(bound: Bound) -> Json | str | None:
    if bound.open:
        return OPEN
    if bound.earliest is None and bound.latest is None:
        return None
    return {"earliest": bound.earliest, "latest": bound.latest}


def _bound_from(data: Mapping[str, Any] | str | None) -> Bound:
    if data == OPEN:
        return Bound(open=True)
    return Bound(**data) if isinstance(data, Mapping) else Bound()


def _confidence_json(confidence: Confidence) -> Json:
    parts = {name: rounded(part, SHARE) for name, part in confidence.parts}
    return {"value": rounded(confidence.value, SHARE), "parts": parts}


def _confidence_from(data: Mapping[str, Any]) -> Confidence:
    return Confidence(value=data["value"], parts=tuple(data["parts"].items()))
