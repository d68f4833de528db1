"""What a reviewer decided: an append-only row beside the claims."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """``action`` on a claim (accept, reject, correct …). ``at`` is UTC, ISO. ``revokes`` undoes an earlier decision."""

    id: str
    claim: str
    report: str
    action: str
    at: str
    by: str
    field: str | None = None
    value: str | None = None
    reason: str = ""
    revokes: str | None = None
