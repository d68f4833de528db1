"""An item that could not be used: a row with its reason, never silence."""

from __future__ import annotations

from dataclasses import dataclass

REJECTED = "rejected"
FORGOTTEN = "forgotten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """``item`` is the path (with the place inside it: ``feed.jsonl:3``), ``stage`` the stage that gave up.

    With the reason ``REJECTED`` the item was used, but not all that a language model said of it.
    """

    item: str
    stage: str
    reason: str
    message: str
    remedy: str = ""
    original: str | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing of the item could be used."""
        return self.reason != REJECTED
