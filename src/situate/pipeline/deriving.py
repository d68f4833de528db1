"""Deriving: what the claims of a record amount to, kept beside them and made again when they change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from situate.errors import BadArgument
from situate.model.interval import first_day, is_partial_date, last_day
from situate.pipeline.wiring import Parts
from situate.ports import Store

_RULES = "13"  # raised when derivation changes, so that records are derived again


def derive(store: Store, parts: Parts | None = None, *, now: str | None = None) -> tuple[int, int, int]:
    """Derive the record again; how many events, spells and contradictions there are.

    ``now`` is the ISO day that decides what is stale (default: the last publication date).
    """
    stages = parts or Parts()
    before = store.content()
    derived = stages.derive(store.lean_claims(), [kept.report for kept in store.reports()], store.decisions(), now)
    made_from = _made_from(before, stages)
    store.replace_derived(derived.events, derived.spells, derived.contradictions, made_from=made_from)
    return len(derived.events), len(derived.spells), len(derived.contradictions)


def refreshed(store: Store, parts: Parts | None = None) -> Store:
    """The record with what is derived up to date (a run that was stopped may have left it behind)."""
    if store.derived_from() != _made_from(store.content(), parts or Parts()):
        derive(store, parts)
    return store


def _made_from(content: str, stages: Parts) -> str:
    """What derived rows rest on: these rules, the reports and decisions, and the outlets that the user added."""
    return f"{_RULES} {content} {stages.added()}".strip()


@contextmanager
def as_known_on(store: Store, day: str | None, parts: Parts | None = None) -> Iterator[Store]:
    """The record as a reader of what was published by ``day`` knew it; the whole record for ``None``."""
    if day is None:
        yield refreshed(store, parts)
        return
    then = store.as_known_on(a_day(day))
    try:
        derive(then, parts, now=day)
        yield then
    finally:
        then.close()


def a_day(value: str) -> str:
    """``value`` when it is one day.

    :raises BadArgument: it is no date, or not precise to the day.
    """
    if not is_partial_date(value) or len(value) < 10:
        raise BadArgument(f"{value!r} is not a day.", remedy="Write it as 2017-09-05.")
    return value[:10]


def bounds(value: str) -> tuple[str, str]:
    """The first and the last ISO day of a partial date.

    :raises BadArgument: it is no date.
    """
    if not is_partial_date(value):
        raise BadArgument(f"{value!r} is not a date.", remedy="Write it as 2017, 2017-09 or 2017-09-05.")
    return first_day(value).isoformat(), last_day(value).isoformat()


def utc_now() -> str:
    """The time now, UTC, ISO, to the second; only the rim calls it."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
