"""The originals: every file that was read, kept read-only under the SHA-256 of its bytes.

``<record>.archive/ab/cdef…``: the first two digits are the folder. The same bytes are kept once. A file appears under
its name only when it is whole: it is written beside, flushed to the disk, then renamed.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from situate.errors import BadArgument, NoSpace

_CHUNK = 1 << 20
_HASH = re.compile(r"[0-9a-f]{64}")
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(frozen=True, slots=True)
class Archive:
    """A folder of originals; it is made when the first one is kept."""

    root: Path

    def path_of(self, sha256: str) -> Path:
        """Where the bytes with this hash lie, or would lie. Raises ``BadArgument`` for what is no hash."""
        if not _HASH.fullmatch(sha256):
            raise BadArgument(f"{sha256!r} is no SHA-256.")
        return self.root / sha256[:2] / sha256[2:]

    def read(self, sha256: str) -> bytes | None:
        """The bytes, or ``None`` when they are not there."""
        path = self.path_of(sha256)
        return path.read_bytes() if path.is_file() else None

    def keep(self, source: Path) -> str:
        """Copy a file in, whole or not at all; its SHA-256. Raises ``NoSpace`` when the disk is full."""
        try:
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            with source.open("rb") as stream, _incoming(self.root) as (copy, name):
                sha256 = _copy(stream, copy)
                self._settle(Path(name), self.path_of(sha256))
        except OSError as error:
            if error.errno in _FULL:
                raise NoSpace(
                    f"the disk is full: {source} was not kept in {self.root}.",
                    remedy="Free some space, then run again.",
                ) from error
            raise
        return sha256

    def discard(self, sha256: str) -> bool:
        """Remove the bytes with this hash; whether they were there."""
        path = self.path_of(sha256)
        if not path.is_file():
            return False
        path.chmod(0o600)  # Windows removes no read-only file
        path.unlink()
        _flush_folder(path.parent)
        return True

    def _settle(self, copy: Path, target: Path) -> None:
        """Give a whole copy its name; do nothing when the same bytes are there already."""
        if target.is_file():
            return
        if not target.parent.is_dir():
            target.parent.mkdir(mode=0o700, exist_ok=True)
            _flush_folder(self.root)
        copy.chmod(0o400)
        copy.replace(target)
        _flush_folder(target.parent)


def sha256_of(source: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with source.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@contextlib.contextmanager
def _incoming(folder: Path) -> Iterator[tuple[BinaryIO, str]]:
    """A new file beside the archive's own; what was not renamed is removed."""
    handle, name = tempfile.mkstemp(prefix="incoming-", suffix=".tmp", dir=folder)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream, name
    finally:
        Path(name).unlink(missing_ok=True)


def _copy(source: BinaryIO, target: BinaryIO) -> str:
    digest = hashlib.sha256()
    while chunk := source.read(_CHUNK):
        digest.update(chunk)
        target.write(chunk)
    target.flush()
    os.fsync(target.fileno())
    return digest.hexdigest()


def _flush_folder(folder: Path) -> None:
    """Flush the new name itself; systems that cannot open a folder need no such step."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
