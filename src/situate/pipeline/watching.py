"""A watch list: places, claim types and dimensions, one a line; which changes belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from situate.errors import BadArgument, NoSuchFile
from situate.model.place import Place
from situate.ontology import load
from situate.pipeline.asking import check_types
from situate.pipeline.changing import Change
from situate.pipeline.lookups import Names
from situate.pipeline.places import places_meant

DIMENSIONS = ("control", "siege", "access", "truce", "population")
_MOST_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of a watch list: the words as written, and the places (by id) or the type that they mean."""

    words: str
    places: frozenset[str] = frozenset()
    kind: str | None = None

    def watches(self, change: Change) -> bool:
        """Whether a change belongs to it."""
        if self.kind is not None:
            return change.kind == self.kind
        return change.place is not None and change.place.id in self.places


def entries(path: Path, places: Mapping[str, Place], names: Names) -> tuple[Entry, ...]:
    """The entries of a watch list; empty lines and lines that begin with ``#`` are passed over.

    :raises NoSuchFile: it is not there.
    :raises BadArgument: it is no text, too long, empty, or a line is neither a type nor a place that is known.
    """
    found: list[Entry] = []
    for number, line in enumerate(_lines(path), 1):
        words = line.strip()
        if words and not words.startswith("#"):
            found.append(_entry(words, f"{path}:{number}", places, names))
    if not found:
        raise BadArgument(f"{path} names nothing to watch.", remedy="Write a place or a claim type on each line.")
    return tuple(found)


def _lines(path: Path) -> Sequence[str]:
    try:
        data = path.read_bytes()[: _MOST_BYTES + 1]
    except FileNotFoundError as problem:
        raise NoSuchFile(f"There is no file {path}.", remedy="Write a place or a claim type on each line.") from problem
    if len(data) > _MOST_BYTES:
        raise BadArgument(f"{path} is too long for a watch list.", remedy="At most 1 MiB.")
    try:
        return data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as problem:
        raise BadArgument(f"{path} is not UTF-8 text.", remedy="Save it as UTF-8.") from problem


def _entry(words: str, where: str, places: Mapping[str, Place], names: Names) -> Entry:
    kind = words.casefold().replace(" ", "_")
    if kind in DIMENSIONS or kind in load().types:
        return Entry(words=words, kind=kind)
    try:
        return Entry(words=words, places=places_meant(words, places, names).ids)
    except BadArgument as problem:
        raise BadArgument(f"{where}: {problem.message}", remedy=problem.remedy) from problem


def watched(changes: Iterable[Change], watch: Sequence[Entry]) -> list[Change]:
    """The changes that belong to an entry, each with the entries that it belongs to."""
    marked = (
        replace(change, watched=tuple(one.words for one in watch if one.watches(change))) for change in changes
    )  # fmt: skip
    return [change for change in marked if change.watched]


def check_kinds(kinds: Sequence[str]) -> None:
    """Make sure that these are claim types or dimensions.

    :raises BadArgument: one is neither; the remedy names similar ones.
    """
    check_types([kind for kind in kinds if kind not in DIMENSIONS])
