"""Rows out: tables for people, jsonl and csv for scripts. Words of a source never steer a terminal or a spreadsheet."""

from __future__ import annotations

import csv
import sys
import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass, field
from itertools import islice, zip_longest
from typing import Any, Generic, TypeVar

import click

from situate.settings import Settings

_T = TypeVar("_T")
_PIPE_WIDTH = 120
_STEP, _GAP, _LEAST = 4, 2, 8  # signs before a line, between columns, and in the narrowest of them
_WHOLE = frozenset({"id", "published", "claims"})  # columns that are never broken
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\x00")  # OWASP ASVS 5, 1.2.10
_SIGNS = {"\n": " ", "\r": " ", "\t": " "}


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout(Generic[_T]):
    """How a kind of thing is shown: columns of the table and of the csv file, and its JSON.

    ``least`` is the width of a screen from which on a column of the table is shown; without one, always.
    ``apart``: what a table that is cut short says of the things that it leaves out.
    """

    name: str
    table: Sequence[tuple[str, Callable[[_T], object]]]
    sheet: Sequence[tuple[str, Callable[[_T], object]]]
    json: Callable[[_T], dict[str, Any]]
    empty: str
    least: Mapping[str, int] = field(default_factory=dict)
    apart: str = ""


def emit(values: Iterable[_T], layout: Layout[_T], form: str) -> None:
    """Write all values as jsonl or csv, or the first of them as a table that says how many there are."""
    if form == "jsonl":
        write_lines(layout.json(value) for value in values)
    elif form == "csv":
        _write_sheet(values, layout)
    else:
        _write_table(values, layout)


def write_lines(rows: Iterable[dict[str, Any]]) -> None:
    """One JSON object a line on standard output."""
    from situate.model.codec import dumps

    for row in rows:
        sys.stdout.write(dumps(row) + "\n")


def _write_sheet(values: Iterable[_T], layout: Layout[_T]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([name for name, _ in layout.sheet])
    for value in values:
        writer.writerow([cell(column(value)) for _, column in layout.sheet])


def _write_table(values: Iterable[_T], layout: Layout[_T]) -> None:
    limit = Settings.load().table_rows
    rest = iter(values)
    shown = list(islice(rest, limit))
    if not shown:
        click.echo(layout.empty, err=True)
        return
    total = len(values) if isinstance(values, Sized) else len(shown) + sum(1 for _ in rest)
    columns = [(name, column) for name, column in layout.table if screen_width() >= layout.least.get(name, 0)]
    print_table([name for name, _ in columns], [[column(value) for _, column in columns] for value in shown])
    if total > len(shown):
        click.echo(f"{len(shown)} of {total}; --format csv for all. {layout.apart}".rstrip())


def print_table(headers: Sequence[str], rows: Iterable[Sequence[object]], *, title: str = "") -> None:
    """A table as wide as the terminal; plain and of a fixed width on a pipe."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for header in headers:
        table.add_column(header, overflow="fold", no_wrap=header in _WHOLE)
    for row in rows:
        table.add_row(*(Text(visible(cell_words(value))) for value in row))
    screen = console()
    with screen.capture() as drawn:
        screen.print(table)
    lines = [line.rstrip() for line in drawn.get().splitlines()]
    sys.stdout.write("\n".join([visible(title), *lines] if title else lines).strip("\n") + "\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a list with sentences: either a ``heading``, or ``cells`` with a ``note`` beneath them."""

    heading: str = ""
    cells: tuple[str, ...] = ()
    note: str = ""


def print_lines(headers: Sequence[str], lines: Sequence[Line], *, title: str = "") -> None:
    """Columns as wide as the screen allows, the first never broken; headings and notes run across them."""
    safe = [Line(heading=visible(e.heading), cells=tuple(map(visible, e.cells)), note=visible(e.note)) for e in lines]
    rows = [line.cells for line in safe if line.cells]
    room = screen_width() - _STEP
    widths = _fitted([tuple(headers), *rows], room)
    indent = " " * (_STEP + widths[0] + _GAP)
    drawn = [*([visible(title)] if title else []), *_beside(headers, widths), " " * _STEP + "─" * (room)]
    for line in safe:
        drawn += [line.heading] if line.heading else _beside(line.cells, widths)
        drawn += textwrap.wrap(line.note, screen_width(), initial_indent=indent, subsequent_indent=indent)
    sys.stdout.write("\n".join(drawn) + "\n")


def _fitted(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """How wide each column may be: as its longest cell, but the widest give way until all fit; never the first."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    while sum(widths) + _GAP * (len(widths) - 1) > room and max(widths[1:]) > _LEAST:
        widest = max(range(1, len(widths)), key=lambda column: (widths[column], -column))
        widths[widest] -= 1
    return widths


def _beside(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    """The lines of one row of cells, each wrapped in its column."""
    columns = [textwrap.wrap(cell, width, break_on_hyphens=False) for cell, width in zip(cells, widths, strict=True)]
    gap, start = " " * _GAP, " " * _STEP
    lines = zip_longest(*columns, fillvalue="")
    return [
        (start + gap.join(part.ljust(width) for part, width in zip(parts, widths, strict=True))).rstrip()
        for parts in lines
    ]


def screen_width() -> int:
    """Signs to a line."""
    return int(console().width)


def print_blocks(blocks: Iterable[tuple[int, str]]) -> None:
    """Paragraphs, each so many steps indented, wrapped to the screen; for what a narrow table would tear apart."""
    width = max(20, int(console().width))
    for depth, words in blocks:
        indent = "  " * depth
        click.echo(textwrap.fill(visible(words), width, initial_indent=indent, subsequent_indent=indent + "  "))


def console() -> Any:
    """Standard output as a console: no colours and a fixed width where it is not a terminal."""
    from rich.console import Console

    terminal = sys.stdout.isatty()
    return Console(file=sys.stdout, highlight=False, markup=False, width=None if terminal else _PIPE_WIDTH)


def cell(value: object) -> object:
    """A cell of a sheet: a text that a spreadsheet could take for a formula gets an apostrophe; numbers do not."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return value
    given = str(value)
    words = given.replace("\x00", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")
    return f"'{words}" if given.startswith(_FORMULA) else words


def cell_words(value: object) -> str:
    """A cell of a table."""
    return "" if value is None else "yes" if value is True else "" if value is False else str(value)


def visible(words: str) -> str:
    """Words safe on a terminal: line ends are spaces, control and direction signs are shown as their code points."""
    return "".join(_SIGNS.get(sign) or (f"<U+{ord(sign):04X}>" if _steers(sign) else sign) for sign in words)


def _steers(sign: str) -> bool:
    """Whether a sign is a control (Cc), a surrogate (Cs), or a format sign that turns the direction of writing."""
    category = unicodedata.category(sign)
    return category in ("Cc", "Cs") or (category == "Cf" and sign not in "\u200c\u200d\u00ad\ufeff")


def notes(lines: Iterable[str]) -> None:
    """Lines for the user beside the output, on standard error."""
    for line in lines:
        click.echo(visible(line), err=True)
