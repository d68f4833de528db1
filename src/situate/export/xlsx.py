"""An Excel workbook (needs XlsxWriter, the extra ``xlsx``): a sheet a kind of thing, and one that explains the columns.

All words are written as words: never as formulas or links, and guarded as in CSV, because a sheet is saved as CSV
sooner or later. Excel holds 1,048,576 rows and 32,767 signs a cell; what is over is cut or left out, and counted.
"""

from __future__ import annotations

import datetime as dt
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from situate.errors import BadArgument
from situate.export.cells import guarded
from situate.export.columns import Behind, Table, Value
from situate.export.flat import TABLES
from situate.export.masking import for_profile
from situate.export.utf8 import storable
from situate.export.view import LossReport, Profile, RecordView

_MOST_ROWS = 1_048_575  # beside the header
_MOST_SIGNS = 32_767
_CUT = " … (cut)"
_MADE = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - an export has no clock; a workbook must have a date


def write(view: RecordView, stream: BinaryIO, profile: Profile) -> LossReport:
    """Write the workbook.

    :raises BadArgument: XlsxWriter is not installed.
    """
    shown, lost = for_profile(view, profile), Counter[str]()
    held = io.BytesIO()
    book = _library().Workbook(held, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _MADE, "title": "situate", "comments": _state(shown)})
    bold = book.add_format({"bold": True})
    behind = Behind.of(shown)
    _fill(book.add_worksheet("about"), bold, _about(shown, profile), lost)
    kept = sum(_sheet(book, bold, table, shown, behind, lost) for table in TABLES)
    book.close()
    stream.write(held.getvalue())
    return LossReport.of(kept, lost.elements())


def _library() -> Any:
    try:
        import xlsxwriter
    except ImportError as problem:
        raise BadArgument(
            "The format xlsx needs XlsxWriter.", remedy="Install it: pip install 'situate[xlsx]'."
        ) from problem
    return xlsxwriter


def _state(view: RecordView) -> str:
    return "Draft: no person has reviewed this." if view.draft else "Reviewed."


def _about(view: RecordView, profile: Profile) -> Iterator[Sequence[Value]]:
    """What the workbook is, then the codebook."""
    yield ("sheet", "column", "type", "meaning")
    yield ("", "", "", _state(view))
    yield ("", "", "", f"Profile: {profile}. As known on: {view.as_known_on or 'all reports'}.")
    for table in TABLES:
        yield (table.name, "", "", table.meaning)
        yield from ((table.name, column.name, column.kind, column.meaning) for column in table.columns)


def _sheet(
    book: Any, bold: Any, table: Table, view: RecordView, behind: Behind, lost: Counter[str]
) -> int:  # fmt: skip
    def rows() -> Iterator[Sequence[Value]]:
        yield table.names
        yield from table.rows(view, behind)

    sheet = book.add_worksheet(table.name)
    sheet.freeze_panes(1, 1)
    written = _fill(sheet, bold, rows(), lost)
    sheet.autofilter(0, 0, max(written - 1, 0), len(table.names) - 1)
    return written - 1


def _fill(sheet: Any, bold: Any, rows: Iterator[Sequence[Value]], lost: Counter[str]) -> int:
    """Write rows, the first in bold; how many were written."""
    written = 0
    for number, row in enumerate(rows):
        if number > _MOST_ROWS:
            lost["more rows than a sheet can hold"] += 1
            continue
        for column, value in enumerate(row):
            _cell(sheet, (number, column), value, bold if number == 0 else None, lost)
        written += 1
    return written


def _cell(sheet: Any, at: tuple[int, int], value: Value, style: Any, lost: Counter[str]) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        sheet.write_boolean(*at, value, style)
    elif isinstance(value, (int, float)):
        sheet.write_number(*at, value, style)
    else:
        sheet.write_string(*at, _words(value, lost), style)


def _words(text: str, lost: Counter[str]) -> str:
    """Guarded words that XML and Excel can hold."""
    safe = storable(guarded(text))
    if len(safe) <= _MOST_SIGNS:
        return safe
    lost["words beyond the 32,767 signs of a cell (cut)"] += 1
    return safe[: _MOST_SIGNS - len(_CUT)] + _CUT
