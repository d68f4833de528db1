"""A table of reports (CSV): a header that names the columns of report lines, one report a row, text as it stands."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from situate.errors import BadReport, LimitExceeded, SkipItem, Unreadable, Unsupported
from situate.ingest.decoding import stream_encoding
from situate.ingest.draft import Draft, Skipped
from situate.ingest.json_lines import named, of_fields
from situate.ingest.options import Limits

MEDIA_TYPE = "text/csv"
_DELIMITERS = ",;\t|"


def drafts(path: Path, limits: Limits) -> Iterator[Draft | Skipped]:
    """The reports of a table, one row at a time. ``part`` is the line on which the row begins.

    Raises ``Unsupported`` for a table without a column ``text`` or ``html``: it may be a table of events.
    """
    # The reader of the standard library has one limit for the whole process; its default cuts long reports.
    csv.field_size_limit(min(limits.line_bytes, sys.maxsize))
    with path.open(encoding=stream_encoding(path), newline="") as stream:
        lines = _Lines(stream, limits.line_bytes)
        header, delimiter = columns(next(lines, ""))
        if not {"text", "html"} & set(header):
            raise Unsupported(
                f"is a table without a column 'text' or 'html', so no table of reports; it has {named(header)}.",
                remedy="Name the column with the words of each report 'text'; tables of events are not read.",
            )
        yield from _rows(lines, header, delimiter)


def columns(first_line: str) -> tuple[list[str], str]:
    """The column names of a header line (lower case, without blanks around), and the mark between its cells."""
    line = first_line.removeprefix("\ufeff").rstrip("\r\n")
    delimiter = max(_DELIMITERS, key=line.count)
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        cells = []
    return [cell.strip().lower() for cell in cells], delimiter


class _Lines:
    """The lines of a text, counted; a line over the limit stops the table, for nothing after it can be placed."""

    def __init__(self, stream: TextIO, limit: int) -> None:
        self._stream, self._limit, self.number = stream, limit, 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        try:
            line = self._stream.readline(self._limit)
        except UnicodeDecodeError as error:
            raise Unreadable(f"is damaged text after line {self.number}.", remedy="Save it as UTF-8.") from error
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) >= self._limit:
            raise LimitExceeded(
                f"line {self.number} is longer than {self._limit} characters.", remedy="Split the report."
            )
        return line


def _rows(lines: _Lines, header: list[str], delimiter: str) -> Iterator[Draft | Skipped]:
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        begin = lines.number + 1
        try:
            cells = next(rows, None)
            if cells is None:
                return
            if cells:
                yield of_fields(_fields(cells, header), part=begin, media_type=MEDIA_TYPE)
        except csv.Error as error:
            yield Skipped(part=begin, error=BadReport(f"the row is no CSV: {_words(error)}."))
        except (LimitExceeded, Unreadable):
            raise
        except SkipItem as error:
            yield Skipped(part=begin, error=error)


def _words(error: csv.Error) -> str:
    if "end of data" in str(error):
        return "a quotation mark that opens in it is not closed, so that nothing below it was read"
    return str(error)


def _fields(cells: list[str], header: list[str]) -> dict[str, str]:
    if len(cells) != len(header):
        raise BadReport(
            f"the row has {len(cells)} cells and the header {len(header)}.",
            remedy="Put cells with a delimiter in them in quotes.",
        )
    return {name: cell for name, cell in zip(header, cells, strict=True) if name and cell}
