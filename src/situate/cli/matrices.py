"""A matrix out: a wide table for people and sheets, a line a place for programs."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence

import click

from situate.cli.output import cell, cell_words, print_table, write_lines
from situate.pipeline.matrices import COUNTS, STALE, Matrix
from situate.settings import Settings

_MOST_COUNTS, _MOST_STATES = 12, 6


def show(found: Matrix, form: str) -> None:
    """Print a matrix; months in which nothing is known are left out of the table, and stay in csv and jsonl."""
    if form == "jsonl":
        write_lines(_lines(found))
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(["place_id", "place", *found.months])
        writer.writerows([cell(value) for value in (*row, *cells)] for row, cells in _rows(found))
    elif found.rows:
        _table(found)
    else:
        click.echo(f"Nothing is known of {found.of}.", err=True)
    if found.too_wide:
        click.echo(f"{found.too_wide} event(s) are not known to lie within one month and are in no cell.", err=True)
    if found.sums:
        click.echo(f"{found.sums} event(s) add up the harm of several days and are in no cell.", err=True)


def _rows(found: Matrix) -> Sequence[tuple[tuple[str, str], tuple[str | int | None, ...]]]:
    return list(zip(found.rows, found.cells, strict=True))


def _lines(found: Matrix) -> list[dict[str, object]]:
    return [
        {"of": found.of, "place_id": row[0] or None, "place": row[1]}
        | {"months": dict(zip(found.months, cells, strict=True))}
        for row, cells in _rows(found)
    ]


def _table(found: Matrix) -> None:
    """The last months in which there is something fresh, and the places that have something in them."""
    told = [at for at, _ in enumerate(found.months) if any(_fresh(cells[at]) for cells in found.cells)]
    shown = told[-(_MOST_COUNTS if found.of in COUNTS else _MOST_STATES) :]
    kept = [(row, cells) for row, cells in _rows(found) if any(cells[at] is not None for at in shown)]
    rows = [[row[1], *(cell_words(cells[at]) for at in shown)] for row, cells in kept[: Settings.load().table_rows]]
    print_table(["place", *(found.months[at] for at in shown)], rows)
    if len(told) > len(shown) or len(found.rows) > len(rows):
        click.echo(
            f"{len(rows)} of {len(found.rows)} places, the last {len(shown)} of {len(told)} months with news; "
            "--format csv for all."
        )


def _fresh(value: str | int | None) -> bool:
    return value is not None and not str(value).endswith(STALE)
