"""A table of reports (CSV): a header that names the columns of report lines, one report a row, text as it stands."""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from situate.errors import BadReport, LimitExceeded, SkipItem, Unreadable, Unsupported
from situate.ingest import dates
from situate.ingest.day_order import DAY, day_of, order_of
from situate.ingest.decoding import stream_encoding
from situate.ingest.draft import Draft, Skipped
from situate.ingest.json_lines import named, of_fields
from situate.ingest.options import Limits

MEDIA_TYPE = "text/csv"
_DELIMITERS = ",;\t|"
# What tables of posts and articles call the fields of a report, the commonest name first.
_CALLED: Mapping[str, Sequence[str]] = {
    "text": ("post", "message", "content", "body", "article", "full text", "report text", "post text", "message text"),
    "published": ("date", "published at", "date published", "publication date", "date of publication", "posted",
                  "posted at", "post date", "created at", "datetime", "timestamp", "pubdate"),
    "outlet": ("source", "channel", "publisher", "newspaper", "media", "site"),
    "title": ("headline", "subject"),
    "url": ("link", "permalink", "source url"),
}  # fmt: skip
_NUMBERS = re.compile(rf"\s*({DAY})(?:,?[ T]\s*\d{{1,2}}:\d\d(?::\d\d)?)?\s*")
_IN_WORDS = ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y")


def drafts(path: Path, limits: Limits) -> Iterator[Draft | Skipped]:
    """The reports of a table, one row at a time. ``part`` is the line on which the row begins.

    Columns are known by the names of the fields or by what such tables call them; days as spreadsheets write them are
    read where the whole column tells the day from the month. Raises ``Unsupported`` for a table without a column of
    words: it may be a table of events.
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
        yield from _rows(lines, header, delimiter, _order(path, limits, header, delimiter))


def columns(first_line: str) -> tuple[list[str], str]:
    """The column names of a header line (lower case, without blanks around), and the mark between its cells."""
    line = first_line.removeprefix("\ufeff").rstrip("\r\n")
    delimiter = max(_DELIMITERS, key=line.count)
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        cells = []
    return _fields_of([cell.strip().lower() for cell in cells]), delimiter


def _fields_of(header: list[str]) -> list[str]:
    """The columns, each field that none is named for under the first of its other names."""
    names = list(header)
    plain = [name.replace("_", " ").replace("-", " ") for name in header]
    for field, called in _CALLED.items():
        found = next((name for name in called if name in plain), None)
        if field not in header and found is not None and not (field == "text" and "html" in header):
            names[plain.index(found)] = field
    return names


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


def _rows(lines: _Lines, header: list[str], delimiter: str, order: str | None) -> Iterator[Draft | Skipped]:
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        begin = lines.number + 1
        try:
            cells = next(rows, None)
            if cells is None:
                return
            if cells:
                yield of_fields(_fields(cells, header, order), part=begin, media_type=MEDIA_TYPE)
        except csv.Error as error:
            yield Skipped(part=begin, error=BadReport(f"the row is no CSV: {_words(error)}."))
        except (LimitExceeded, Unreadable):
            raise
        except SkipItem as error:
            yield Skipped(part=begin, error=error)


def _order(path: Path, limits: Limits, header: list[str], delimiter: str) -> str | None:
    """In which order the numbers of the table's days stand; ``None`` where it has no such days or nothing tells."""
    if "published" not in header:
        return None
    column, days = header.index("published"), dict[str, None]()
    with path.open(encoding=stream_encoding(path), newline="") as stream:
        rows = csv.reader(_Lines(stream, limits.line_bytes), delimiter=delimiter)
        with contextlib.suppress(csv.Error, Unreadable, LimitExceeded):  # whoever reads the rows tells of them
            for cells in rows:
                match = _NUMBERS.fullmatch(cells[column]) if len(cells) == len(header) else None
                if match and not dates.iso(match[1]):
                    days[match[1]] = None
    return order_of([*days]) if days else None


def _day(cell: str, order: str | None) -> str:
    """A cell as an ISO day where it is a day written otherwise; else as it is."""
    match = _NUMBERS.fullmatch(cell)
    if match and order and not dates.iso(match[1]):
        day = day_of(match[1], order)
        return day.isoformat() if day else cell
    for form in _IN_WORDS:
        with contextlib.suppress(ValueError):
            return dt.datetime.strptime(cell.strip(), form).date().isoformat()  # noqa: DTZ007, only its day is taken
    return cell


def _words(error: csv.Error) -> str:
    if "end of data" in str(error):
        return "a quotation mark that opens in it is not closed, so that nothing below it was read"
    return str(error)


def _fields(cells: list[str], header: list[str], order: str | None) -> dict[str, str]:
    if len(cells) != len(header):
        raise BadReport(
            f"the row has {len(cells)} cells and the header {len(header)}.",
            remedy="Put cells with a delimiter in them in quotes.",
        )
    fields = {name: cell for name, cell in zip(header, cells, strict=True) if name and cell}
    if "published" in fields:
        fields["published"] = _day(fields["published"], order)
    if "url" not in fields and re.match("https?://", fields.get("outlet", "")):  # "source" is both
        fields["url"] = fields.pop("outlet")
    return fields
