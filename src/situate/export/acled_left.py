"""Rows that nothing told ties to a day or a place, or whose reports tell of no conflict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from situate.export.acled_rows import Row
from situate.export.index import Index
from situate.export.told import GUESSED, NO_CONFLICT, in_no_conflict, is_guessed


def without_guesses(rows: Iterable[Row], index: Index) -> tuple[list[Row], Counter[str]]:
    """The rows that are told, and how many are left out, by reason."""
    kept: list[Row] = []
    lost: Counter[str] = Counter()
    for row in rows:
        why = GUESSED if is_guessed(row.events) else NO_CONFLICT if in_no_conflict(row.events, index) else None
        if why is None:
            kept.append(row)
        else:
            lost[why] += 1
    return kept, lost
