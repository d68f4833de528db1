"""Files beside a record: those that are written whole or not at all, and its originals."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from situate.errors import NoSpace
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


def archive(folder: Path) -> Archive | None:
    """The originals of a record, ``None`` when none were kept."""
    return Archive(folder) if folder.is_dir() else None
