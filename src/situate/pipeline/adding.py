"""Tables of a user's own: outlets, actors and places added to those of the package, listed, taken away again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from situate.errors import BadArgument
from situate.resolve.added.collections import SHEET, Collection, Table, collections, remove, save
from situate.resolve.added.files import BadRow, Refused, bytes_of, rows_in
from situate.resolve.who.names import slug

__all__ = ["Added", "Collection", "Refused", "Request", "Table", "add", "added", "taken_away"]

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_NAME = 60
_LONGEST_LICENCE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is to be added to a table: a file, the name to keep it under (its own, if none), its licence.

    ``country`` holds for places whose rows bring none; ``now`` is the time, UTC, ISO.
    """

    table: Table
    path: Path
    name: str | None = None
    licence: str | None = None
    country: str | None = None
    now: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What was added, what was refused row by row, and how many rows were left out on purpose, by reason.

    ``notes`` is what somebody should look at again.
    """

    collection: Collection
    replaced: bool = False
    refused: tuple[Refused, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def add(asked: Request, folder: Path) -> Added:
    """Add a file to the tables of the user in ``folder``; a collection of the same name is replaced.

    :raises NoSuchFile: it is not there.
    :raises BadArgument: the file as a whole, its name or its licence cannot be used. Nothing is changed then.
    """
    name = _named(asked)
    licence = " ".join((asked.licence or "").split())
    if len(licence) > _LONGEST_LICENCE or not licence.isprintable():
        raise BadArgument(f"A licence has at most {_LONGEST_LICENCE} signs.", remedy="Give its short name.")
    before = next((one for one in collections(folder, asked.table) if one.name == name), None)
    if before is not None and asked.name is None and before.source != asked.path.name:
        raise BadArgument(
            f"{name!r} is the name of what was added from {before.source}.",
            remedy=f"Give {asked.path.name} another one with --name, or --name {name} to replace that.",
        )
    made = _places if asked.table == "places" else _rows
    return made(asked, Kept(folder=folder, name=name, licence=licence, before=before is not None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Where a collection is to be kept, and whether it replaces one."""

    folder: Path
    name: str
    licence: str
    before: bool


def _rows(asked: Request, kept: Kept) -> Added:
    from situate.resolve.added import rows as added_rows
    from situate.resolve.outlets import Outlets
    from situate.resolve.who.registry import Registry

    given, notes = rows_in(asked.path), list[str]()
    registry = Registry.load() if asked.table == "actors" else Registry.load(kept.folder)
    rests_on = f"Added by the user from {asked.path.name}."
    if asked.table == "actors":
        rows, refused = added_rows.actors(given, registry, rests_on)
        notes = [_new_side(side, registry.sides()) for side in added_rows.new_sides(rows, registry)]
    else:
        rows, refused = added_rows.outlets(given, Outlets.load(), registry, rests_on)
    made = _collection(asked, kept, len(rows), refused)
    save(kept.folder, made, rows)
    return Added(collection=made, replaced=kept.before, refused=tuple(refused), notes=tuple(notes))


def _new_side(side: str, known: Iterable[str]) -> str:
    from situate.resolve.added.rows import like

    return f"side {side!r} is new{like(side, known)}: nobody else stands on it"


def _places(asked: Request, kept: Kept) -> Added:
    from situate.resolve.added.places import MOST_BYTES, read_places, write_places
    from situate.resolve.added.points import country_of
    from situate.resolve.added.tables import Joining
    from situate.resolve.gazetteer.lookup import Gazetteer

    base = Gazetteer.open()
    try:
        country = country_of(asked.country, base) if asked.country else None
    except BadRow as problem:
        raise BadArgument(f"--country: {problem}.", remedy="Write it as SY.") from problem
    found = read_places(asked.path, Joining(base=base, collection=kept.name, country=country))
    made = _collection(asked, kept, len(found.rows), found.refused, licence=found.licence, most=MOST_BYTES)
    write_places(
        kept.folder / "places" / f"{kept.name}{SHEET}", found, f"{made.source} ({made.licence or 'no licence'})"
    )
    save(kept.folder, made)
    return Added(
        collection=made,
        replaced=kept.before,
        refused=tuple(found.refused),
        left_out=dict(sorted(found.left_out.items())),
    )


def _collection(
    asked: Request, kept: Kept, rows: int, refused: Iterable[Refused], *, licence: str = "", most: int = 2**26
) -> Collection:
    if not rows:
        first = next(iter(refused), None)
        why = f" The first (line {first.line}): {first.reason}." if first else ""
        raise BadArgument(f"No row of {asked.path} can be used.{why}", remedy="Nothing was added.")
    digest = hashlib.sha256(bytes_of(asked.path, most)).hexdigest()
    return Collection(
        name=kept.name, table=asked.table, source=asked.path.name, sha256=digest, rows=rows,
        licence=kept.licence or licence, added_at=asked.now,
    )  # fmt: skip


def _named(asked: Request) -> str:
    """The name of a collection: as given, or that of its file."""
    name = asked.name or slug(asked.path.stem)
    if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        raise BadArgument(
            f"{name[:80]!r} is no name for a collection.", remedy="Give one of small letters, digits, hyphens: --name."
        )
    return name


def added(table: Table, folder: Path) -> list[Collection]:
    """What was added to a table, by name."""
    return collections(folder, table)


def taken_away(table: Table, name: str, folder: Path) -> Collection:
    """Take away what was added under a name; the packaged table is as it was.

    :raises BadArgument: nothing was added under it.
    """
    return remove(folder, table, name)
