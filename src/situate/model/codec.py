"""The values that flow, as plain JSON and back: the shapes that ``docs/reference`` promises, keys in a fixed order.

``*_json`` gives a dict ready for :func:`dumps`; ``*_from`` rebuilds the value. Reading what was written gives the
same value, once confidence and salience are cut to four decimals and coordinates to five (about a metre).
A damaged dict raises ``KeyError``, ``TypeError`` or ``ValueError``; whoever holds the bytes says where they stood.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache
from sys import intern
from types import MappingProxyType
from typing import Any, cast

from situate.model.claim import Claim, Codes, Modality, Polarity
from situate.model.codec_parts import (
    SHARE,
    Json,
    actor_json,
    evidence_from,
    evidence_json,
    interval_from,
    interval_json,
    maybe,
    meaning,
    role_from,
    role_json,
    rounded,
    span_from,
    span_json,
    speaker_from,
    speaker_json,
)
from situate.model.decision import Decision
from situate.model.failure import Failure
from situate.model.mention import Attribution, Mention, TimeExpression
from situate.model.report import Report

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


def time_json(time: TimeExpression) -> Json:
    """A time expression as the layer ``times`` writes it."""
    data: Json = {"report": time.report} | evidence_json(time.evidence)
    data |= {"timex": time.timex, "value": time.value, "interval": interval_json(time.interval)}
    return data | {"relation": time.relation}


def attribution_json(attribution: Attribution) -> Json:
    """An attribution as the layer ``attributions`` writes it."""
    spans = {
        key: [evidence_json(evidence) for evidence in getattr(attribution, key)]
        for key in ("speaker", "cue", "content")
    }
    return {"report": attribution.report} | spans | {"actor": maybe(actor_json, attribution.actor)}


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


def decision_json(decision: Decision) -> Json:
    """A decision, field by field."""
    return asdict(decision)


def decision_from(data: Mapping[str, Any]) -> Decision:
    """The decision of a dict."""
    return Decision(**data)
