"""Files beside a record: those that are written whole or not at all, and its originals."""

from __future__ import annotations

import errno
import glob
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from situate.errors import BadArgument, NoSpace
from situate.ingest.archive import Archive

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def whole_file(output: str) -> Iterator[BinaryIO]:
    """A file that takes its name only when all of it was written; a pipe or a device is written as it is.

    :raises NoSpace: the disk is full.
    """
    target = Path(output)
    plain = target.is_file() or not target.exists()
    partial = target.with_name(target.name + ".partial") if plain else target
    try:
        with partial.open("wb") as stream:
            yield stream
        if plain:
            partial.replace(target)
    except OSError as problem:
        if problem.errno not in _FULL:
            raise
        raise NoSpace(f"No space is left to write {target}.", remedy="Free some space, then run it again.") from problem
    finally:
        if plain:
            partial.unlink(missing_ok=True)


@contextmanager
def whole_folder(output: str) -> Iterator[Path]:
    """A new folder that takes its name only when all of it was written.

    :raises BadArgument: there is something under this name, or what is left of a run that was stopped.
    :raises NoSpace: the disk is full.
    """
    target = Path(output)
    partial = target.with_name(target.name + ".partial") if target.name else target
    if not target.name or (target.exists() and (not target.is_dir() or any(target.iterdir()))):
        raise BadArgument(f"{output} is there already, and is no empty folder.", remedy="Name a new folder.")
    if partial.exists():
        raise BadArgument(f"{partial} is left from a run that was stopped.", remedy="Remove it, then run this again.")
    partial.mkdir()
    try:
        yield partial
        if target.exists():
            target.rmdir()
        partial.rename(target)
    except OSError as problem:
        if problem.errno not in _FULL:
            raise
        raise NoSpace(f"No space is left to write {target}.", remedy="Free some space, then run it again.") from problem
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def archive(folder: Path) -> Archive | None:
    """The originals of a record, ``None`` when none were kept."""
    return Archive(folder) if folder.is_dir() else None


def backups(record: Path) -> list[Path]:
    """The copies that were made beside a record before it was migrated, by name."""
    return sorted(record.parent.glob(f"{glob.escape(record.name)}.v*.backup"))
