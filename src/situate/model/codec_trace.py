"""What is kept of a report as a whole, as JSON and back, short of its places and its sketch, which have tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from situate.model.codec_parts import Json, interval_from, interval_json, place_from, place_json, role_from, role_json
from situate.model.publication import Publication
from situate.model.trace import ReportTrace

_PLACES = ("country", "town")  # of a publication
_KEYS = ("breakers", "until", "alive", "meant", "provinces", "countries")


def report_trace_json(trace: ReportTrace) -> Json:
    """``{"publication", "breakers", "until", "alive", "meant", "provinces", "countries", "there", "lent", "days",
    "denied"}``."""
    there = {claim: place_json(place) for claim, place in trace.there}
    lent = {claim: [role_json(role) for role in roles] for claim, roles in trace.lent}
    places = {name: getattr(trace.publication, name) for name in _PLACES}
    publication = asdict(trace.publication) | {name: place_json(p) if p else None for name, p in places.items()}
    return {"publication": publication, **{key: getattr(trace, key) for key in _KEYS}, "there": there, "lent": lent} | {
        "days": {claim: interval_json(day) for claim, day in trace.days},
        "denied": {claim: list(words) for claim, words in trace.denied},
    }


def report_trace_from(data: Mapping[str, Any]) -> ReportTrace:
    """The trace of a dict."""
    kept = data["publication"]
    places = {name: place_from(kept[name]) if kept.get(name) else None for name in _PLACES}
    return ReportTrace(
        publication=Publication(
            **{
                **kept,
                "retracts": tuple(kept["retracts"]),
                "corrects": tuple(kept["corrects"]) if kept.get("corrects") is not None else None,
                "quoted": tuple(tuple(one) for one in kept["quoted"]),
                "speaks_for": tuple(tuple(one) for one in kept.get("speaks_for", ())),
                **places,
            }
        ),
        breakers=tuple(data["breakers"]),
        until=tuple(data["until"]),
        alive=tuple((start, end) for start, end in data["alive"]),
        meant=dict(data["meant"]),
        provinces=tuple(data["provinces"]),
        countries=tuple(data["countries"]),
        there=tuple((claim, place_from(place)) for claim, place in data["there"].items()),
        lent=tuple((claim, tuple(map(role_from, roles))) for claim, roles in data.get("lent", {}).items()),
        days=tuple((claim, interval_from(day)) for claim, day in data.get("days", {}).items()),
        denied=tuple((claim, tuple(words)) for claim, words in data.get("denied", {}).items()),
    )
