"""Cells of a table that a spreadsheet cannot mistake for a formula (OWASP ASVS 5, 1.2.10), and CSV as RFC 4180."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")

Cell = str | float | None


def cell(value: Cell) -> str:
    """A value as text; only text is guarded: a negative number is no formula."""
    if isinstance(value, str):
        return guarded(value)
    return "" if value is None else _number(value)


def guarded(text: str) -> str:
    """The text, with an apostrophe before a first character that would start a formula; NUL has no place in a CSV."""
    marked = f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text
    return marked.replace("\x00", "\ufffd")


def csv_bytes(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Rows as CSV in UTF-8: comma, quotes where needed, CR LF. Half characters of a broken source become U+FFFD."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerows([[cell(value) for value in row] for row in rows])
    return buffer.getvalue().encode("utf-8", "replace")


def _number(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")
