"""The small values of a claim as plain JSON and back: places, actors, figures, intervals, evidence.

Equal dicts come back as one shared value, so that a hundred thousand claims of one place stay small.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from sys import intern
from typing import Any, TypeVar

from situate.model.actor import Actor
from situate.model.claim import ACTOR_ROLES, PLACE_ROLES, Evidence, Role, Speaker
from situate.model.interval import Interval
from situate.model.mention import Mention
from situate.model.place import Candidate, Place
from situate.model.quantity import Quantity
from situate.model.span import Span

Json = dict[str, Any]
_In = TypeVar("_In")
_Out = TypeVar("_Out")

_PLACE_KEYS = (
    "id", "name", "country", "latitude", "longitude", "precision", "relation", "radius_km", "part_of",
    "admin1", "basis",
)  # fmt: skip
_ACTOR_KEYS = ("id", "name", "country", "kind", "inter", "side", "sector", "private")
_INTERVAL_KEYS = ("earliest", "latest", "precision", "basis")

SHARE, DEGREES = 4, 5  # decimals of a confidence; of a coordinate (about a metre)


def maybe(convert: Callable[[_In], _Out], value: _In | None) -> _Out | None:
    """``convert(value)``, or ``None`` for ``None``."""
    return None if value is None else convert(value)


def rounded(value: float | None, decimals: int) -> float | None:
    """``value`` cut to so many decimals."""
    return None if value is None else round(float(value), decimals)


def number(value: float | None) -> float | int | None:
    """A whole number without a point, any other as it is."""
    return int(value) if value is not None and float(value).is_integer() else value


def place_json(place: Place) -> Json:
    """``{"id", "name", "country", "latitude", "longitude", "precision", "relation", "radius_km", "part_of", …}``.

    ``pcode`` stands at the end of a place that has one, and of no other.
    """
    data = {key: getattr(place, key) for key in _PLACE_KEYS}
    data["latitude"] = rounded(place.latitude, DEGREES)
    data["longitude"] = rounded(place.longitude, DEGREES)
    data["radius_km"] = number(place.radius_km)
    return data if place.pcode is None else data | {"pcode": place.pcode}


def place_from(data: Mapping[str, Any]) -> Place:
    """The place of a dict; equal dicts share one value, so that many claims of one place stay small."""
    return _place(tuple(data.items()))


@lru_cache(maxsize=8192)
def _place(items: tuple[tuple[str, Any], ...]) -> Place:
    return Place(**dict(items))


def actor_json(actor: Actor) -> Json:
    """``{"id", "name", "country", "kind", "inter", "side", "sector", "private"}``."""
    return {key: getattr(actor, key) for key in _ACTOR_KEYS}


def actor_from(data: Mapping[str, Any]) -> Actor:
    """The actor of a dict; equal dicts share one value."""
    return _actor(tuple(data.items()))


@lru_cache(maxsize=8192)
def _actor(items: tuple[tuple[str, Any], ...]) -> Actor:
    return Actor(**dict(items))


def quantity_json(quantity: Quantity) -> Json:
    """``{"low", "best", "high", "unit", "approximate"}``; whole numbers are written without a point."""
    bounds = {key: number(getattr(quantity, key)) for key in ("low", "best", "high")}
    return bounds | {"unit": quantity.unit, "approximate": quantity.approximate}


def quantity_from(data: Mapping[str, Any]) -> Quantity:
    """The figure of a dict."""
    return Quantity(**data)


def interval_json(interval: Interval) -> Json:
    """``{"earliest", "latest", "precision", "basis"}``."""
    return {key: getattr(interval, key) for key in _INTERVAL_KEYS}


def interval_from(data: Mapping[str, Any]) -> Interval:
    """The interval of a dict; equal dicts share one value."""
    return _interval(tuple(data.items()))


@lru_cache(maxsize=8192)
def _interval(items: tuple[tuple[str, Any], ...]) -> Interval:
    return Interval(**dict(items))


def evidence_json(evidence: Evidence) -> Json:
    """``{"start", "end", "quote"}``."""
    return {"start": evidence.span.start, "end": evidence.span.end, "quote": evidence.quote}


def evidence_from(data: Mapping[str, Any]) -> Evidence:
    """The evidence of a dict with ``start``, ``end`` and ``quote``."""
    return Evidence(span=Span(data["start"], data["end"]), quote=intern(data["quote"]))


def meaning(value: Role | Mention | Speaker, *, place: bool = False, actor: bool = False) -> Json:
    """Place, actor and the reason beside a missing one; ``place``/``actor`` say which key is there even when null."""
    found_place: Place | None = getattr(value, "place", None)
    candidates: tuple[Candidate, ...] = getattr(value, "candidates", ())
    data: Json = {}
    if place or found_place is not None:
        data["place"] = maybe(place_json, found_place)
    if actor or value.actor is not None:
        data["actor"] = maybe(actor_json, value.actor)
    if value.reason is not None:
        data["reason"] = value.reason
    if candidates:
        data["candidates"] = [candidate_json(candidate) for candidate in candidates]
    return data


def candidate_json(candidate: Candidate) -> Json:
    """``{"place", "score", "reasons"}``."""
    return {
        "place": place_json(candidate.place),
        "score": rounded(candidate.score, SHARE),
        "reasons": list(candidate.reasons),
    }


def candidates_from(data: Mapping[str, Any]) -> tuple[Candidate, ...]:
    """The ranked candidates beside a place; none when the key is missing."""
    return tuple(
        Candidate(place=place_from(row["place"]), score=row["score"], reasons=tuple(row["reasons"]))
        for row in data.get("candidates", ())
    )


def role_json(role: Role) -> Json:
    """A filler of a role, its meaning beside it."""
    data: Json = {"role": role.role} | evidence_json(role.evidence)
    if role.ref is not None:
        data["ref"] = role.ref
    if role.carried:
        data["carried"] = True
    if role.quantity is not None:
        data["quantity"] = quantity_json(role.quantity)
    return data | meaning(role, place=role.role in PLACE_ROLES, actor=role.role in ACTOR_ROLES)


def role_from(data: Mapping[str, Any], *, lean: bool = False) -> Role:
    """The role of a dict; ``lean`` = without the other readings of its place."""
    return Role(
        role=intern(data["role"]),
        evidence=evidence_from(data),
        ref=data.get("ref"),
        carried=data.get("carried", False),
        place=maybe(place_from, data.get("place")),
        candidates=() if lean else candidates_from(data),
        actor=maybe(actor_from, data.get("actor")),
        quantity=maybe(quantity_from, data.get("quantity")),
        reason=data.get("reason"),
    )


def speaker_json(speaker: Speaker) -> Json:
    """A speaker: words, cue, actor."""
    return evidence_json(speaker.evidence) | {"cue": speaker.cue} | meaning(speaker, actor=True)


def speaker_from(data: Mapping[str, Any]) -> Speaker:
    """The speaker of a dict."""
    return Speaker(
        evidence=evidence_from(data),
        cue=data.get("cue"),
        actor=maybe(actor_from, data.get("actor")),
        reason=data.get("reason"),
    )


def span_json(span: Span) -> Json:
    """``{"start", "end"}``."""
    return {"start": span.start, "end": span.end}


def span_from(data: Mapping[str, Any]) -> Span:
    """The span of a dict."""
    return Span(data["start"], data["end"])
