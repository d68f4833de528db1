"""What a user added: outlets, actors and places of their own, each collection a file in a folder, offline.

The packaged tables are never altered. A collection holds its rows and where they come from: the file that was added,
its SHA-256, the licence that the user named, the day. ``outlets`` and ``actors`` keep their rows as JSON; ``places``
keep them as a gazetteer file (``gazetteer_file``) beside the JSON that says what it is.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from situate.errors import BadArgument

Table = Literal["outlets", "actors", "places"]
COMMANDS: Mapping[str, str] = {"outlets": "outlets", "actors": "registry", "places": "gazetteer"}
"""The command behind each table."""
SHEET = ".bin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """What was added under one name. ``rows`` is how many; ``added_at`` is UTC, ISO."""

    name: str
    table: Table
    source: str
    sha256: str
    rows: int
    licence: str = ""
    added_at: str = ""


def save(folder: Path, made: Collection, rows: Sequence[Mapping[str, Any]] = ()) -> None:
    """Keep a collection; one of the same name is replaced."""
    where = _file(folder, made.table, made.name)
    where.parent.mkdir(parents=True, exist_ok=True)
    part = where.with_suffix(".tmp")
    part.write_text(json.dumps({**asdict(made), "items": list(rows)}, ensure_ascii=False, indent=1), "utf-8")
    part.replace(where)


def collections(folder: Path, table: Table) -> list[Collection]:
    """What was added to a table, by name."""
    return [_described(path, table) for path in _files(folder, table)]


def rows_of(folder: Path, table: Table) -> Iterator[dict[str, Any]]:
    """The rows of all collections of a table, in order of their names."""
    for path in _files(folder, table):
        yield from _read(path, table)["items"]


def sheets(folder: Path) -> list[Path]:
    """The gazetteer files that were added, in order of their names."""
    return [path.with_suffix(SHEET) for path in _files(folder, "places")]


def remove(folder: Path, table: Table, name: str) -> Collection:
    """Take a collection away.

    :raises BadArgument: there is none of that name.
    """
    found = next((c for c in collections(folder, table) if c.name == name), None)
    if found is None:
        names = ", ".join(c.name for c in collections(folder, table)) or "nothing was added"
        raise BadArgument(f"There is no collection {name!r}.", remedy=f"There is: {names}.")
    where = _file(folder, table, name)
    where.unlink()
    where.with_suffix(SHEET).unlink(missing_ok=True)
    return found


def fingerprint(folder: Path, table: Table) -> str:
    """A short hash of what was added to a table; empty when nothing was."""
    told = [f"{c.name} {c.sha256} {c.rows}" for c in collections(folder, table)]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:12] if told else ""


def _described(path: Path, table: Table) -> Collection:
    data = _read(path, table)
    fields = ("name", "table", "source", "sha256", "rows", "licence", "added_at")
    return Collection(**{field: data[field] for field in fields})


def _read(path: Path, table: Table) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text("utf-8"))
        if not isinstance(data, dict) or {"name", "table", "source", "sha256", "rows", "items"} - data.keys():
            raise ValueError
    except (ValueError, RecursionError) as problem:
        raise BadArgument(
            f"{path} is damaged.", remedy=f"Delete it, and add its file again: situate {COMMANDS[table]} add FILE."
        ) from problem
    return data


def _files(folder: Path, table: Table) -> list[Path]:
    return sorted((folder / table).glob("*.json"), key=lambda path: path.name)


def _file(folder: Path, table: Table, name: str) -> Path:
    return folder / table / f"{name}.json"
