"""Content-derived ids: the same content has the same id on every machine."""

from __future__ import annotations

import hashlib

from situate.model.span import Span

_LENGTH = 16  # 64 bits: a collision among 10 million ids has a chance of about 3e-6


def digest(*parts: str) -> str:
    """A short SHA-256 over the parts; parts cannot run into each other."""
    joined = "\x1f".join(part.replace("\\", "\\\\").replace("\x1f", "\\u001f") for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def report_id(text: str, published: str | None, outlet: str | None) -> str:
    """The id of a report that brings none: a hash of its content."""
    return "r:" + digest(text, published or "", outlet or "")


def claim_id(report: str, kind: str, trigger: Span) -> str:
    """A claim is known by report, type and trigger."""
    return "c:" + digest(report, kind, str(trigger.start), str(trigger.end))


def event_id(claims: tuple[str, ...]) -> str:
    """An event is known by the smallest of its claims, so that it keeps its id when claims join it."""
    return "e:" + digest(min(claims))


def spell_id(place: str, dimension: str, value: str, first_claim: str) -> str:
    """A spell is known by place, dimension, value and the claim that opens it."""
    return "s:" + digest(place, dimension, value, first_claim)


def contradiction_id(field: str, about: str) -> str:
    """A contradiction is known by the field and what it is about."""
    return "x:" + digest(field, about)
