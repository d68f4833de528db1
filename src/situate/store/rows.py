"""Values to rows: what is copied out of a value so that it can be looked for, beside its JSON."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from situate.model.claim import ACTOR_ROLES, PLACE_ROLES, Claim, Speaker, first_place
from situate.model.codec import decision_json, dumps, report_json
from situate.model.codec_derived import contradiction_json, event_json, spell_json
from situate.model.codec_parts import actor_json, place_json
from situate.model.decision import Decision
from situate.model.event import Contradiction, Event
from situate.model.failure import Failure
from situate.model.ids import digest
from situate.model.interval import OPEN, Interval, last_day
from situate.model.place import Place
from situate.model.record import Entry
from situate.model.report import Report
from situate.model.situation import Spell

Row = dict[str, Any]
Name = tuple[str, str, int, str]
LAST_DAY = dt.date.max.isoformat()

_CONTENT_KEYS = ("text", "published", "outlet", "title", "url", "language", "original_text")


def content_hash(report: Report) -> str:
    """Equal for two readings of one report in which nothing that a claim rests on has changed."""
    return digest(*(repr(getattr(report, key)) for key in _CONTENT_KEYS), repr(report.furniture))


def seal_hash(payload: str, body: str, claims: Iterable[str]) -> str:
    """A hash over all that one reading left in the record: the report's fields, its text, its claims."""
    return digest(payload, body, *claims)


def report_row(entry: Entry, *, version: int, claims: Iterable[str], now: str) -> Row:
    """The row of a version; its text stands in ``body``, not in its payload. ``claims``: the payloads of its claims."""
    report = entry.report
    payload = report_json(report)
    del payload["text"]
    words, body = dumps(payload), body_hash(report.text)
    copied = {
        key: payload[key] for key in ("id", "published", "outlet", "language", "title", "source_path", "original")
    }
    return copied | {
        "version": version,
        "content": content_hash(entry.given or report),
        "seal": seal_hash(words, body, claims),
        "body": body,
        "extractor": entry.extractor,
        "known_on": last_day(report.published).isoformat() if report.published else None,
        "payload": words,
        "ingested_at": now,
    }


def body_hash(text: str) -> str:
    """The SHA-256 of a text, under which it is kept once."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def claim_row(claim: Claim, *, report: int) -> Row:
    """The row of a claim of the report version in row ``report``, short of its payload."""
    place = first_place(claim)
    return {
        "report": report,
        "id": claim.id,
        "type": claim.type,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "earliest": claim.interval.earliest,
        "latest": claim.interval.latest,
        **_days(claim.interval),
        **_where(place),
        "salience": claim.salience,
        "confidence": claim.confidence,
    }


def claim_links(claim: Claim, outlet: str | None, names: Iterable[Name]) -> list[tuple[str, str]]:
    """``(kind, value)`` of all that a claim is found by, each once, in order; ``names`` are its :func:`named_of`."""
    found = {("report", claim.report), *((kind, name) for kind, name, _rank, _data in names)}
    if outlet:
        found.add(("outlet", folded(outlet)))
    return sorted(found)


def named_of(claim: Claim) -> Iterator[Name]:
    """``(kind, id, rank, JSON)`` of the places, actors and speakers of a claim; a lower rank describes better."""
    for role in claim.roles:
        if role.role in PLACE_ROLES and role.place is not None:
            yield ("place", role.place.id, *_described(role.place))
        if role.role in ACTOR_ROLES and role.actor is not None:
            yield "actor", role.actor.id, 0, dumps(actor_json(role.actor))
    for speaker in claim.speakers:
        actor = speaker.actor
        data = {"name": actor.name if actor else speaker.evidence.quote, "actor": actor and actor_json(actor)}
        yield "speaker", speaker_key(speaker), 0, dumps(data)


def _described(place: Place) -> tuple[int, str]:
    """A place without the words of this claim; one seen only in relation ("west of") keeps no coordinate."""
    data = place_json(place)
    if place.relation is None:
        return 0, dumps(data)
    unknown = {"latitude": None, "longitude": None, "relation": None, "radius_km": None, "precision": "none"}
    return 1, dumps(data | unknown)


def speaker_key(speaker: Speaker) -> str:
    """The id of who speaks: the actor's, or the words themselves."""
    return speaker.actor.id if speaker.actor else "words:" + folded(speaker.evidence.quote)


def folded(words: str) -> str:
    """Words as they are compared: without case, accents, and doubled spaces."""
    plain = unicodedata.normalize("NFKD", words).casefold()
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def failure_row(failure: Failure, now: str) -> Row:
    """The row of a failure; the same failure of the same item has the same id."""
    identity = digest(failure.item, failure.stage, failure.reason, failure.message)
    keys = ("item", "stage", "reason", "message", "remedy", "original")
    return {"id": identity, **{key: getattr(failure, key) for key in keys}, "seen_at": now}


def decision_row(decision: Decision) -> Row:
    """The row of a decision."""
    keys = ("id", "claim", "report", "at")
    return {key: getattr(decision, key) for key in keys} | {"payload": dumps(decision_json(decision))}


def event_row(event: Event, row: int) -> Row:
    """The row of an event."""
    keys = ("id", "kind", "type", "modality", "standing")
    copied = {key: getattr(event, key) for key in keys}
    return {"row": row, **copied, **_days(event.interval), **_where(event.place), "payload": dumps(event_json(event))}


def event_links(event: Event) -> list[tuple[str, str]]:
    """What an event can be found by, short of what its claims bring (speakers, outlets, reports)."""
    found = {("claim", claim) for claim in event.claims} | {("actor", part.actor.id) for part in event.actors}
    found |= {("place", place.id) for place in event.places}
    return sorted(found)


def spell_row(spell: Spell, row: int) -> Row:
    """The row of a spell."""
    copied: Row = {"id": spell.id, "place": spell.place.id, "dimension": spell.dimension, "value": spell.value}
    copied["last_news"] = spell.last_news if spell.ends.open else None
    return {"row": row, **copied, "payload": dumps(spell_json(spell))}


def spell_links(spell: Spell) -> list[tuple[str, str]]:
    """What a spell can be found by."""
    found = {("claim", claim) for claim in spell.claims + spell.ended_by}
    found |= {("actor", part.actor.id) for part in spell.actors} | {("place", spell.place.id)}
    return sorted(found)


def contradiction_row(contradiction: Contradiction, row: int) -> Row:
    """The row of a contradiction."""
    payload = dumps(contradiction_json(contradiction))
    kept = {"id": contradiction.id, "field": contradiction.field, "owner": contradiction.owner}
    return {"row": row, **kept, "payload": payload}


def loads(payload: str) -> Row:
    """A payload, which must be a JSON object; one that is nested without end is a ``ValueError``, as none is ours."""
    try:
        data = json.loads(payload)
    except RecursionError as error:
        raise ValueError("a payload that is nested too deep") from error
    if not isinstance(data, dict):
        raise TypeError("a payload that is no object")
    return data


def _days(interval: Interval) -> Row:
    """The days by which a window of time finds a row; what has no day but that by which it was over is in none."""
    if interval.undated:
        return {"first_day": None, "last_day": None}
    first, last = interval.first, interval.last
    until = LAST_DAY if interval.latest == OPEN else last and last.isoformat()
    return {"first_day": first and first.isoformat(), "last_day": until}


def _where(place: Place | None) -> Row:
    return {"country": place and place.country, "place": place and place.id}
