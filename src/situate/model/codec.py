"""The values that flow, as plain JSON and back: the shapes that ``docs/reference`` promises, keys in a fixed order.

``*_json`` gives a dict ready for :func:`dumps`; ``*_from`` rebuilds the value. Reading what was written gives the
same value, once confidence and salience are cut to four decimals and coordinates to five (about a metre).
A damaged dict raises ``KeyError``, ``TypeError`` or ``ValueError``; whoever holds the bytes says where they stood.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import lru_cache
from sys import intern
from types import MappingProxyType
from typing import Any, cast

from situate.model.claim import Claim, Codes, Modality, Polarity
from situate.model.codec_parts import (
    SHARE,
    Json,
    actor_from,
    actor_json,
    candidates_from,
    evidence_from,
    evidence_json,
    interval_from,
    interval_json,
    maybe,
    meaning,
    place_from,
    place_json,
    quantity_from,
    quantity_json,
    role_from,
    role_json,
    rounded,
    span_from,
    span_json,
    speaker_from,
    speaker_json,
)
from situate.model.decision import Decision
from situate.model.event import Confidence, Contradiction, Event, Part
from situate.model.failure import Failure
from situate.model.interval import OPEN
from situate.model.mention import Attribution, Mention, TimeExpression
from situate.model.report import Report
from situate.model.situation import Bound, Spell

_PLACE_KINDS = frozenset({"place", "facility"})
_ACTOR_KINDS = frozenset({"person", "organisation", "armed_group", "nationality"})
_REPORT_KEYS = (
    "id", "text", "published", "outlet", "title", "url", "language", "published_basis",
    "source_path", "original", "media_type", "original_text",
)  # fmt: skip
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def dumps(value: object) -> str:
    """One line of JSON: compact, Unicode as it is, no NaN; the same value always gives the same characters."""
    return _ENCODER.encode(value)


def claim_json(claim: Claim, *, whole: bool = False) -> Json:
    """A claim as ``situate extract`` writes it; ``whole`` adds what only a record keeps (sentence, tense, timing)."""
    kept = {"sentence": maybe(span_json, claim.sentence), "tense": claim.tense, "timing": claim.timing} if whole else {}
    return {
        "id": claim.id,
        "report": claim.report,
        "type": claim.type,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "trigger": evidence_json(claim.trigger),
        "roles": [role_json(role) for role in claim.roles],
        "speakers": [speaker_json(speaker) for speaker in claim.speakers],
        "interval": interval_json(claim.interval),
        "codes": {"acled": claim.codes.acled, "plover": claim.codes.plover},
        "salience": rounded(claim.salience, SHARE),
        "confidence": rounded(claim.confidence, SHARE),
        "same_as": claim.same_as,
        "extractor": claim.extractor,
        **kept,
    }


def claim_from(data: Mapping[str, Any], *, lean: bool = False) -> Claim:
    """The claim of a dict; ``lean`` = without what only resolving it used: other readings of places."""
    return Claim(
        id=data["id"],
        report=intern(data["report"]),
        type=intern(data["type"]),
        trigger=evidence_from(data["trigger"]),
        roles=tuple(role_from(role, lean=lean) for role in data["roles"]),
        polarity=cast("Polarity", intern(data["polarity"])),
        modality=cast("Modality", intern(data["modality"])),
        speakers=tuple(speaker_from(speaker) for speaker in data["speakers"]),
        interval=interval_from(data["interval"]),
        codes=_codes(**data["codes"]),
        salience=data["salience"],
        confidence=data["confidence"],
        same_as=data["same_as"],
        sentence=maybe(span_from, data.get("sentence")),
        tense=data.get("tense"),
        timing=data.get("timing"),
        extractor=intern(data["extractor"]),
    )


@lru_cache(maxsize=1024)
def _codes(acled: str | None, plover: str | None) -> Codes:
    return Codes(acled=acled, plover=plover)


def mention_json(mention: Mention) -> Json:
    """A mention as the layer ``mentions`` writes it."""
    data: Json = {"report": mention.report} | evidence_json(mention.evidence)
    data |= {"kind": mention.kind, "form": mention.form, "score": rounded(mention.score, SHARE)}
    return data | meaning(mention, place=mention.kind in _PLACE_KINDS, actor=mention.kind in _ACTOR_KINDS)


def mention_from(data: Mapping[str, Any]) -> Mention:
    """The mention of a dict."""
    return Mention(
        report=data["report"],
        evidence=evidence_from(data),
        kind=data["kind"],
        form=data["form"],
        score=data["score"],
        place=maybe(place_from, data.get("place")),
        candidates=candidates_from(data),
        actor=maybe(actor_from, data.get("actor")),
        reason=data.get("reason"),
    )


def time_json(time: TimeExpression) -> Json:
    """A time expression as the layer ``times`` writes it."""
    data: Json = {"report": time.report} | evidence_json(time.evidence)
    data |= {"timex": time.timex, "value": time.value, "interval": interval_json(time.interval)}
    return data | {"relation": time.relation}


def time_from(data: Mapping[str, Any]) -> TimeExpression:
    """The time expression of a dict."""
    return TimeExpression(
        report=data["report"],
        evidence=evidence_from(data),
        timex=data["timex"],
        value=data["value"],
        interval=interval_from(data["interval"]),
        relation=data["relation"],
    )


def attribution_json(attribution: Attribution) -> Json:
    """An attribution as the layer ``attributions`` writes it."""
    spans = {
        key: [evidence_json(evidence) for evidence in getattr(attribution, key)]
        for key in ("speaker", "cue", "content")
    }
    return {"report": attribution.report} | spans | {"actor": maybe(actor_json, attribution.actor)}


def attribution_from(data: Mapping[str, Any]) -> Attribution:
    """The attribution of a dict."""
    return Attribution(
        report=data["report"],
        speaker=tuple(evidence_from(row) for row in data["speaker"]),
        cue=tuple(evidence_from(row) for row in data["cue"]),
        content=tuple(evidence_from(row) for row in data["content"]),
        actor=maybe(actor_from, data["actor"]),
    )


# What is derived -----------------------------------------------------------------------------------------------------


def event_json(event: Event) -> Json:
    """An event as ``situate events`` writes it; ``reason`` stands beside a place that is null."""
    reason = {"reason": event.place_reason} if event.place_reason is not None else {}
    return {
        "id": event.id,
        "kind": event.kind,
        "type": event.type,
        "polarity": event.polarity,
        "modality": event.modality,
        "place": maybe(place_json, event.place),
        **reason,
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


# What stands beside ---------------------------------------------------------------------------------------------------


def report_json(report: Report) -> Json:
    """A report; its first keys are those of a report that is read, so that what is listed can be read again."""
    data = {key: getattr(report, key) for key in _REPORT_KEYS}
    data |= {"furniture": [span_json(span) for span in report.furniture], "warnings": list(report.warnings)}
    persons = {"persons": list(report.persons)} if report.persons else {}
    return data | persons | {"extra": dict(report.extra)}


def report_from(data: Mapping[str, Any]) -> Report:
    """The report of a dict."""
    return Report(
        **{key: data[key] for key in _REPORT_KEYS},
        furniture=tuple(span_from(span) for span in data["furniture"]),
        warnings=tuple(data["warnings"]),
        persons=tuple(data.get("persons", ())),
        extra=MappingProxyType(dict(data["extra"])),
    )


def failure_json(failure: Failure) -> Json:
    """``{"item", "stage", "reason", "message", "remedy", "original"}``."""
    return asdict(failure)


def failure_from(data: Mapping[str, Any]) -> Failure:
    """The failure of a dict."""
    return Failure(**data)


def decision_json(decision: Decision) -> Json:
    """A decision, field by field."""
    return asdict(decision)


def decision_from(data: Mapping[str, Any]) -> Decision:
    """The decision of a dict."""
    return Decision(**data)
