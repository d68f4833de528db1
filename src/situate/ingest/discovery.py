"""The files behind the paths that a user names, in an order that does not depend on the disk."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from situate.errors import NoSuchFile, SkipItem, Unreadable, Unsupported

_CHECK = "Check that it is there and that you may read it."


def require(paths: Sequence[Path]) -> None:
    """Raise ``NoSuchFile``, naming every path that is not there."""
    missing = [str(path) for path in paths if not _is_there(path)]
    if missing:
        raise NoSuchFile(f"There is no file or folder {', '.join(missing)}.", remedy="Check the name.")


def files(paths: Iterable[Path], *, archive: Path | None = None) -> Iterator[tuple[Path, SkipItem | None]]:
    """Each file, with the reason why it cannot be opened at all.

    Paths come in the order given; folders are walked to the bottom, sorted by name. Inside a folder, names that begin
    with a dot are no items (systems keep their own files under them), nor are the record in use and its ``archive``;
    links to folders are named, not followed, so that a link to its own parent does no harm.
    """
    ours = _ours(archive)
    for path in paths:
        if _is_folder(path):
            yield from _folder(path, ours)
        else:
            yield path, _why_not(path)


def _folder(folder: Path, ours: frozenset[Path]) -> Iterator[tuple[Path, SkipItem | None]]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield folder, Unreadable(f"cannot be opened: {error.strerror}.", remedy=_CHECK)
        return
    for entry in entries:
        if entry.name.startswith(".") or (ours and entry.absolute() in ours):
            continue
        if not _is_folder(entry):
            yield entry, _why_not(entry)
        elif entry.is_symlink():
            yield entry, Unsupported("is a link to a folder, which is not followed.", remedy="Name the folder itself.")
        else:
            yield from _folder(entry, ours)


def _ours(archive: Path | None) -> frozenset[Path]:
    """``x.db.archive`` stands beside its record ``x.db`` and the files that SQLite keeps with it."""
    if archive is None:
        return frozenset()
    record = archive.absolute().with_suffix("")
    beside = [record.with_name(record.name + end) for end in ("", "-wal", "-shm", "-journal")]
    return frozenset([archive.absolute(), *beside])


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return True  # there, behind a folder that cannot be entered: reading it says so


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _why_not(path: Path) -> SkipItem | None:
    """Opening a pipe or a device could wait for ever; only regular files are read."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return Unreadable(f"cannot be opened: {error.strerror}.", remedy=_CHECK)
    return None if stat.S_ISREG(mode) else Unsupported("is no regular file.", remedy="Name a file with text in it.")
