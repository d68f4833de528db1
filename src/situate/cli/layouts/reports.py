"""The columns of reports, and of the passages of them that full text finds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from situate.cli.output import Layout
from situate.model.codec import report_json
from situate.model.record import StoredReport
from situate.pipeline.searching import Passage


def _stored_json(kept: StoredReport) -> dict[str, Any]:
    about = {"version": kept.version, "ingested_at": kept.ingested_at, "extractor": kept.extractor}
    return report_json(kept.report) | about | {"claims": kept.claims}


_REPORT_COLUMNS: list[tuple[str, Callable[[StoredReport], object]]] = [
    ("id", lambda r: r.report.id),
    ("published", lambda r: r.report.published or "unknown"),
    ("outlet", lambda r: r.report.outlet),
    ("title", lambda r: r.report.title),
]

REPORTS: Layout[StoredReport] = Layout(
    name="reports",
    table=[
        *_REPORT_COLUMNS,
        ("claims", lambda r: r.claims),
        ("version", lambda r: r.version),
        ("file", lambda r: r.report.source_path),
    ],
    sheet=[
        ("id", lambda r: r.report.id),
        ("published", lambda r: r.report.published),
        ("published_basis", lambda r: r.report.published_basis),
        ("outlet", lambda r: r.report.outlet),
        ("title", lambda r: r.report.title),
        ("url", lambda r: r.report.url),
        ("language", lambda r: r.report.language),
        ("characters", lambda r: len(r.report.text)),
        ("claims", lambda r: r.claims),
        ("version", lambda r: r.version),
        ("ingested_at", lambda r: r.ingested_at),
        ("file", lambda r: r.report.source_path),
        ("original", lambda r: r.report.original),
        ("extractor", lambda r: r.extractor),
    ],
    json=_stored_json,
    empty="No reports.",
    least={"version": 140, "file": 140},
)


def _found_json(found: Passage) -> dict[str, Any]:
    report, words = found.report.report, found.words
    return {
        "report": report.id,
        "published": report.published,
        "outlet": report.outlet,
        "title": report.title,
        "start": words.start,
        "end": words.end,
        "before": words.before,
        "words": words.words,
        "after": words.after,
        "claims": list(found.claims),
    }


FOUND: Layout[Passage] = Layout(
    name="found",
    table=[
        ("id", lambda f: f.report.report.id),
        ("published", lambda f: f.report.report.published or "unknown"),
        ("outlet", lambda f: f.report.report.outlet),
        ("words", lambda f: f"{f.words.before}«{f.words.words}»{f.words.after}" if f.words.words else f.words.after),
        ("claims", lambda f: len(f.claims)),
    ],
    sheet=[
        ("report", lambda f: f.report.report.id),
        ("published", lambda f: f.report.report.published),
        ("outlet", lambda f: f.report.report.outlet),
        ("title", lambda f: f.report.report.title),
        ("start", lambda f: f.words.start),
        ("end", lambda f: f.words.end),
        ("before", lambda f: f.words.before),
        ("words", lambda f: f.words.words),
        ("after", lambda f: f.words.after),
        ("claims", lambda f: ";".join(f.claims)),
    ],
    json=_found_json,
    empty="No report holds all of these words.",
)
