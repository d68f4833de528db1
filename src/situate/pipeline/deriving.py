"""Deriving: what the claims of a record amount to, kept beside them and made again when they change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from situate.errors import BadArgument
from situate.model.interval import first_day, is_partial_date, last_day
from situate.model.trace import Basis
from situate.pipeline.uncollected import uncollected
from situate.pipeline.wiring import Parts
from situate.ports import Store

_RULES = "41"  # raised when derivation changes, so that records are derived again
MOST_CHANGED = 0.1  # of the reports; when more have changed, to derive all costs less


def derive(store: Store, parts: Parts | None = None, *, now: str | None = None) -> tuple[int, int, int]:
    """Bring what is derived up to date; how many events, spells and contradictions there are.

    ``now`` is the ISO day that decides what is stale (default: the last publication date). Where the last derivation
    left traces and few reports have changed since, only what they touch is derived again; else all is.
    """
    stages = parts or Parts()
    with uncollected():
        if now is not None or not _amended(store, stages):
            _derive_all(store, stages, now)
    return store.count_derived()


def _amended(store: Store, stages: Parts) -> bool:
    """Whether the derived rows could be brought up to date without deriving all."""
    basis, since = store.basis(), store.derived_from()
    if basis is None or since is None or basis.rules != _rules(stages):
        return False
    content = store.content()
    changed = store.traces.changed(basis)
    if len(changed) > MOST_CHANGED * store.count_reports():
        return False
    now = store.traces.last_published()
    change = stages.amend(store, changed, basis.now, now)
    if change is None:
        return False
    basis = Basis(rules=basis.rules, now=now, content=content)
    return store.amend_derived(change, since=since, made_from=_made_from(content, stages), basis=basis)


def _derive_all(store: Store, stages: Parts, now: str | None) -> None:
    content = store.content()
    basis = Basis(rules=_rules(stages), now=store.traces.last_published(), content=content)
    derived = stages.derive(store.lean_claims(), [kept.report for kept in store.reports()], store.decisions(), now)
    traces = derived.traces() if now is None else None
    store.replace_derived(
        derived.events,
        derived.spells,
        derived.contradictions,
        made_from=_made_from(content, stages),
        kept=None if traces is None else (basis, traces),
    )


def refreshed(store: Store, parts: Parts | None = None) -> Store:
    """The record with what is derived up to date (a run that was stopped may have left it behind)."""
    if not up_to_date(store, parts):
        derive(store, parts)
    return store


def up_to_date(store: Store, parts: Parts | None = None) -> bool:
    """Whether what is derived rests on all that the record holds now."""
    return store.derived_from() == _made_from(store.content(), parts or Parts())


@contextmanager
def _at_one_moment(store: Store, parts: Parts | None) -> Iterator[Store]:
    """The record with what is derived, as of one moment: another process may read into it while this one lists.

    Where the other was faster than deriving, what is derived rests on what was there a moment before.
    """
    refreshed(store, parts)
    with store.snapshot():
        yield store


def _rules(stages: Parts) -> str:
    """These rules, and the outlets that the user added."""
    return f"{_RULES} {stages.added()}".strip()


def _made_from(content: str, stages: Parts) -> str:
    """What derived rows rest on: these rules, the reports and decisions, and the outlets that the user added."""
    return f"{_RULES} {content} {stages.added()}".strip()


@contextmanager
def as_known_on(store: Store, day: str | None, parts: Parts | None = None) -> Iterator[Store]:
    """The record as a reader of what was published by ``day`` knew it; the whole record for ``None``."""
    if day is None:
        with _at_one_moment(store, parts) as now:
            yield now
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
