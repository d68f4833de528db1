"""What the layouts of several kinds share: short ids, and fields of a thing that may be missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from situate.model.claim import Claim
from situate.model.event import Contradiction, Event
from situate.model.situation import Spell

_ID = 10  # signs of an id in a table: a mark, a colon, eight hexadecimal digits


def short(value: Event | Claim | Contradiction | Spell) -> str:
    """The beginning of an id, which ``explain`` takes; jsonl and csv have the whole of it."""
    return short_id(value.id)


def short_id(whole: str) -> str:
    """The beginning of an id that stands alone."""
    return whole[:_ID]


def told_type(value: Event | Claim) -> str:
    """ "airstrike", "airstrike (said not to be so, planned)"."""
    said = ["said not to be so"] if value.polarity == "negative" else []
    said += [value.modality] if value.modality != "actual" else []
    return f"{value.type} ({', '.join(said)})" if said else value.type


def field_of(read: Callable[[Any], object], field: str) -> Callable[[Any], object]:
    """A column: one field of what ``read`` takes from a row, ``None`` where there is no such thing."""
    return lambda row: getattr(read(row), field, None)
