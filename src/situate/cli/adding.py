"""Commands that add a user's own tables to those of the package: ``outlets``, ``registry``, ``gazetteer``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from situate.cli.options import counted, format_option, strict_option
from situate.settings import Settings

_SHOWN = 20  # refused rows that are told one by one
_NOUNS = {"outlets": "outlet", "actors": "actor", "places": "place"}
_AFTER = {
    "outlets": "Records are derived again with it when they are next asked.",
    "actors": "It holds for reports that are read from now on.",
    "places": "It holds for reports that are read from now on.",
}


def _command(name: str, table: str, *, short: str, example: str, words: str) -> click.Command:
    """One of the three commands; they differ in what a file holds."""

    def run(given: tuple[str, ...], **options: Any) -> None:
        _run(name, table, given, **options)

    run.__doc__ = words
    decorated: Callable[..., Any] = run
    options = [
        click.argument("given", nargs=-1, metavar="[add FILE]"),
        click.option("--name", metavar="NAME", help="What to keep it under.  [default: the file's name]"),
        click.option("--licence", metavar="TEXT", help="The licence of the file, kept with it."),
        click.option("--list", "listed", is_flag=True, help="Show what was added."),
        click.option("--remove", metavar="NAME", help="Take away what was added under a name."),
        format_option,
        strict_option,
    ]
    if table == "places":
        options.insert(3, click.option("--country", metavar="XX", help="The country of rows that bring none."))
    for option in reversed(options):
        decorated = option(decorated)
    return click.command(name, short_help=short, epilog=f"Example:  situate {name} add {example}")(decorated)


def _run(
    command: str, table: Any, given: tuple[str, ...], *, listed: bool, remove: str | None, form: str, **how: Any
) -> None:
    wanted = (bool(given), listed, remove is not None)
    if sum(wanted) != 1:
        raise click.UsageError(f"Say one of: add FILE, --list, --remove NAME (situate {command}).")
    if remove is not None:
        _remove(table, remove)
    elif listed:
        _list(table, form)
    elif len(given) != 2 or given[0] != "add":
        raise click.UsageError(f"Say: situate {command} add FILE.")
    else:
        _add(table, Path(given[1]), **how)


def _add(
    table: Any, path: Path, *, name: str | None, licence: str | None, strict: bool, country: str | None = None
) -> None:
    from situate.pipeline.adding import Request, add
    from situate.pipeline.deriving import utc_now

    asked = Request(table=table, path=path, name=name, licence=licence, country=country, now=utc_now())
    made = add(asked, Settings.load().data)
    _tell_refused(made.refused)
    kept = made.collection
    click.echo(
        f"{counted(kept.rows, _NOUNS[table])} of {path} {'replaced' if made.replaced else 'added as'} {kept.name}"
        + (f"; {counted(len(made.refused), 'row')} refused" if made.refused else "")
        + f". {_AFTER[table]}"
    )
    for note in made.notes:
        click.echo(f"look again: {note}", err=True)
    for reason, number in made.left_out.items():
        click.echo(f"left out: {number:,} ({reason})", err=True)
    if table == "places" and not kept.licence:
        click.echo("No licence is known: give one with --licence before you share what rests on it.", err=True)
    if strict and made.refused:
        click.get_current_context().exit(1)


def _tell_refused(refused: Any) -> None:
    from situate.cli.output import notes

    lines = [f"refused: line {one.line}{f' ({one.name})' if one.name else ''}: {one.reason}" for one in refused]
    notes(lines[:_SHOWN])
    if len(lines) > _SHOWN:
        click.echo(f"refused: {len(lines) - _SHOWN:,} more", err=True)


def _list(table: Any, form: str) -> None:
    from situate.cli.output import emit
    from situate.pipeline.adding import added

    emit(added(table, Settings.load().data), _layout(), form)


def _layout() -> Any:
    from dataclasses import asdict

    from situate.cli.output import Layout

    columns = [(key, lambda one, key=key: getattr(one, key)) for key in _COLUMNS]
    return Layout(
        name="added",
        table=[column for column in columns if column[0] != "sha256"],
        sheet=columns,
        json=lambda one: {key: asdict(one)[key] for key in _COLUMNS},
        empty="Nothing was added.",
    )


_COLUMNS = ("name", "rows", "source", "licence", "added_at", "sha256")


def _remove(table: Any, name: str) -> None:
    from situate.pipeline.adding import taken_away

    gone = taken_away(table, name, Settings.load().data)
    click.echo(f"{gone.name} is taken away ({counted(gone.rows, _NOUNS[table])}).")


outlets = _command(
    "outlets",
    "outlets",
    short="Add outlets of your own.",
    example="my-outlets.csv --licence CC0",
    words="""Add a table of outlets (CSV or YAML): who owns each, on whose side it stands, whose copy it prints.

    Columns: name, and what you know of id, aliases (with | between), kind, country, owner, of (an actor's id), side,
    side_from, side_to, wires, sites, rests_on. Kept in your data folder (SITUATE_DATA), beside the packaged table.
    """,
)
registry = _command(
    "registry",
    "actors",
    short="Add actors of your own.",
    example="my-groups.yaml",
    words="""Add a table of actors (CSV or YAML): armed groups, forces, authorities, with their names and sides.

    Columns: name, kind, and what you know of id, aliases (with | between), country, side, side_from, side_to, parent,
    parent_from, parent_to, exists_from, exists_to, theatres, rests_on. The id of a packaged actor adds to that one.
    """,
)
gazetteer = _command(
    "gazetteer",
    "places",
    short="Add places of your own.",
    example="SY.txt",
    words="""Add places: a GeoNames country dump, a P-code table (COD-AB), GeoJSON, a GeoPackage, or a CSV of your own.

    Columns of your own CSV: name, latitude, longitude, country, and what you know of admin1, kind, aliases (with |
    between), pcode, population, radius_km. What the gazetteer has already gets the names and the P-code.
    """,
)
