"""How the differences between two readings are shown: a summary and a table, or all of them as jsonl and csv."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from situate.cli.output import Layout, emit, notes
from situate.cli.reading import tell_failures
from situate.model.codec_parts import interval_from, quantity_from
from situate.model.situation import Bound
from situate.pipeline.comparing import Difference
from situate.pipeline.rereading import Reread
from situate.pipeline.words import UNKNOWN, bound_words, figure_words, when

_ID = 10  # signs of an id in a table
_KINDS = ("claim", "event", "spell", "decision")
_WORDS = {"moved": "on another claim", "without_claim": "without a claim"}


def show(found: Reread, form: str, *, dry: bool) -> None:
    """Write what ``reread`` found: ``jsonl`` and ``csv`` hold all, the table what differs, after a summary."""
    tell_failures(found.failures)
    told = [
        f"{found.reports:,} of {found.of:,} report(s) read again by {found.extractor}; "
        f"{sum(one.whole for one in found.failures)} failed." + (" Nothing was kept." if dry else "")
    ]
    told += [f"{kind}s: {_counts(found, kind)}" for kind in _KINDS if found.counted(kind)]
    if form != "table":
        notes(told)
        emit(found.differences, DIFFERENCES, form)
        return
    for line in told:
        click.echo(line)
    emit([one for one in found.differences if one.what != "same"], DIFFERENCES, form)


def _counts(found: Reread, kind: str) -> str:
    counted = found.counted(kind)
    order = ("same", "changed", "new", "gone", "moved", "without_claim")
    return ", ".join(f"{counted[what]:,} {_WORDS.get(what, what)}" for what in order if counted[what]) + "."


def _json(one: Difference) -> dict[str, Any]:
    fields = [{"field": field.name, "before": field.before, "after": field.after} for field in one.fields]
    return {
        "kind": one.kind, "difference": one.what, "id": one.id, "was": one.was, "type": one.type, "report": one.report,
        "words": one.words, "fields": fields,
    }  # fmt: skip


def _differs(one: Difference) -> str:
    told = ((field.name, field_words(field.before), field_words(field.after)) for field in one.fields)
    return "; ".join(name if before == after else f"{name}: {before} > {after}" for name, before, after in told)


def field_words(value: Any) -> str:
    """A field of a claim, event or spell, given as its JSON, in words: what it means where that is known."""
    if value is None or value in ({}, []):
        return "none"
    if isinstance(value, list):
        return ", ".join(map(field_words, value))
    return _object_words(value) if isinstance(value, dict) else str(value)


def _object_words(value: Mapping[str, Any]) -> str:
    if "quote" in value:
        meant = next((value[key] for key in ("place", "actor", "quantity") if value.get(key) is not None), None)
        reason = f" ({UNKNOWN}: {value['reason']})" if value.get("reason") else ""
        return f"“{value['quote']}”" + (f" = {field_words(meant)}" if meant is not None else reason)
    if "name" in value:
        return str(value["name"])
    if "basis" in value:
        return f"{when(interval_from(value))} ({value['basis']})"
    if "low" in value:
        return figure_words(quantity_from(value))
    if set(value) == {"earliest", "latest"}:
        return bound_words(Bound(**value))
    return ", ".join(f"{key} {field_words(one)}" for key, one in value.items())


DIFFERENCES: Layout[Difference] = Layout(
    name="differences",
    table=[
        ("what", lambda one: f"{one.kind}: {_WORDS.get(one.what, one.what)}"),
        ("id", lambda one: (one.id or one.was or "")[:_ID]),
        ("type", lambda one: one.type),
        ("report", lambda one: one.report),
        ("words", lambda one: one.words),
        ("differs", _differs),
    ],
    sheet=[
        ("kind", lambda one: one.kind),
        ("difference", lambda one: one.what),
        ("id", lambda one: one.id),
        ("was", lambda one: one.was),
        ("type", lambda one: one.type),
        ("report", lambda one: one.report),
        ("words", lambda one: one.words),
        ("differs", _differs),
    ],
    json=_json,
    empty="Nothing differs.",
    least={"report": 100},
)
