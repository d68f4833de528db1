"""Full text: which reports and claims hold some words, and where in a text they stand.

The query is built here out of plain words, each in quotes, so that nothing that a user types is FTS5 syntax.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from typing import Literal

from sqlalchemy import Connection, text

from situate.model.record import Filter
from situate.model.span import Span
from situate.store import reading
from situate.store.migrations.second import INDEX_CLAIMS, INDEX_REPORTS, TOKENS

_ADD_REPORT = text(f"{INDEX_REPORTS} WHERE report.row = :row")
_ADD_CLAIMS = text(f"{INDEX_CLAIMS} WHERE claim.report = :row")
_REPORTS = text("SELECT rowid, bm25(report_words, 4.0, 1.0) FROM report_words WHERE report_words MATCH :words")
_CLAIMS = text(
    "SELECT claim.report, claim.id FROM claim_words JOIN claim ON claim.row = claim_words.rowid "
    "WHERE claim_words MATCH :words ORDER BY claim.report, claim.position"
)
_MISSING = {
    table: text(f"SELECT count(*) FROM {table} WHERE row NOT IN (SELECT id FROM {table}_words_docsize)")  # noqa: S608
    for table in ("report", "claim")
}
_MARKS = tuple(chr(code) for code in range(0xFDD0, 0xFDF0))  # no character ever has these codes


def index_report(connection: Connection, row: int) -> None:
    """Put a new report version and its claims into the indexes."""
    connection.execute(_ADD_REPORT, {"row": row})
    connection.execute(_ADD_CLAIMS, {"row": row})


def index_all(connection: Connection) -> None:
    """Make the indexes anew; nothing of what was taken away is left in them."""
    for table, fill in (("report_words", INDEX_REPORTS), ("claim_words", INDEX_CLAIMS)):
        connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")  # noqa: S608
        connection.exec_driver_sql(fill)


def missing(connection: Connection, table: Literal["report", "claim"]) -> int:
    """How many rows of a table its index lacks (FTS5 keeps the sizes of what it has in a table of its own)."""
    return int(connection.execute(_MISSING[table]).scalar_one())


def expression(terms: Sequence[str]) -> str:
    """The FTS5 query for all of these words or phrases; a star at the end of one stands for any ending."""
    return " AND ".join(_term(term) for term in terms)


def _term(term: str) -> str:
    words, star = (term[:-1], "*") if term.endswith("*") else (term, "")
    safe = words.replace("\x00", " ").replace('"', '""').encode("utf-8", "replace").decode("utf-8")
    return f'"{safe}"{star}'


def hits(connection: Connection, terms: Sequence[str], wanted: Filter) -> list[tuple[int, tuple[str, ...]]]:
    """``(row, claims)`` of present reports that hold all terms, in text or in one claim; the best match first."""
    words = {"words": expression(terms)}
    scores = {int(row): float(score) for row, score in connection.execute(_REPORTS, words)}
    claims: Mapping[int, list[str]] = defaultdict(list)
    for row, identity in connection.execute(_CLAIMS, words):
        claims[int(row)].append(identity)
    allowed = reading.report_keys(connection, wanted)
    found = [row for row in allowed if row in scores or row in claims]
    found.sort(key=lambda row: scores.get(row, 0.0))  # stable: among equals by publication, then id
    return [(row, tuple(claims.get(row, ()))) for row in found]


def places(terms: Sequence[str], texts: Sequence[str]) -> Iterator[tuple[Span, ...]]:
    """Where the terms stand in each of these texts, in order."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(f"CREATE VIRTUAL TABLE words USING fts5(text, tokenize='{TOKENS}')")
        safe = [words.encode("utf-8", "replace").decode("utf-8") for words in texts]
        database.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", enumerate(safe))
        query = "SELECT highlight(words, 0, ?, ?) FROM words WHERE words MATCH ? AND rowid = ?"
        for number, words in enumerate(safe):
            marks = [mark for mark in _MARKS if mark not in words][:2]
            asked = (*marks, expression(terms), number)
            row = database.execute(query, asked).fetchone() if len(marks) == 2 else None
            yield tuple(_spans(row[0], marks)) if row else ()


def _spans(marked: str, marks: Sequence[str]) -> Iterator[Span]:
    """The spans between the marks, as they lie in the text without marks."""
    before, *pieces = marked.split(marks[0])
    at = len(before)
    for piece in pieces:
        inside, _, after = piece.partition(marks[1])
        yield Span(at, at + len(inside))
        at += len(inside) + len(after)
