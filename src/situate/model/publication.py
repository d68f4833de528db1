"""What derivation needs to know of a report: when it came out, who published it, where it comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """``origin`` is the id of the report that it copies or itself; ``known_on`` is its publication date.

    ``retracts`` lists ids of reports that this one withdraws; ``text_key`` is a hash of its normalised text.
    """

    report: str
    published: str | None = None
    outlet: str | None = None
    outlet_side: str | None = None
    origin: str = ""
    retracts: tuple[str, ...] = ()
