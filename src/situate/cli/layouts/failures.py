"""The columns of what went wrong: items that could not be used, rows that a check does not accept."""

from __future__ import annotations

from collections.abc import Callable

from situate.cli.output import Layout
from situate.model.codec import failure_json
from situate.model.failure import Failure
from situate.model.record import Problem

_FAILURE_COLUMNS: list[tuple[str, Callable[[Failure], object]]] = [
    ("item", lambda f: f.item),
    ("stage", lambda f: f.stage),
    ("reason", lambda f: f.reason),
    ("message", lambda f: f.message),
    ("remedy", lambda f: f.remedy),
]

FAILURES: Layout[Failure] = Layout(
    name="failures",
    table=_FAILURE_COLUMNS,
    sheet=[*_FAILURE_COLUMNS, ("original", lambda f: f.original)],
    json=failure_json,
    empty="No failures.",
)

_PROBLEM_COLUMNS: list[tuple[str, Callable[[Problem], object]]] = [
    ("item", lambda p: p.item),
    ("check", lambda p: p.check),
    ("found", lambda p: p.found),
]

PROBLEMS: Layout[Problem] = Layout(
    name="problems",
    table=_PROBLEM_COLUMNS,
    sheet=_PROBLEM_COLUMNS,
    json=lambda p: {"item": p.item, "check": p.check, "found": p.found},
    empty="No problems.",
)
