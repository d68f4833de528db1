"""Reading out of zip files that may be hostile. Nothing is unpacked to the disk; names are looked up, never paths."""

from __future__ import annotations

import contextlib
import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from situate.errors import LimitExceeded, Unreadable, Unsupported

_ENCRYPTED = 0x1  # bit 0 of the general purpose flags (APPNOTE 4.4.4)
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)


@contextlib.contextmanager
def opened(path: Path, members: int) -> Iterator[zipfile.ZipFile]:
    """A zip file with at most so many members. Raises ``Unreadable`` when it is damaged, ``LimitExceeded`` beyond."""
    try:
        with zipfile.ZipFile(path) as archive:
            if len(archive.infolist()) > members:
                raise LimitExceeded(f"is a zip of {len(archive.infolist())} parts; the limit is {members}.")
            yield archive
    except _DAMAGED as error:
        raise Unreadable("is a damaged zip file.") from error


def check(member: zipfile.ZipInfo, *, ratio: int, size: int) -> None:
    """Raise for a member that is locked, a link, or declares too much (``ratio`` to 1, ``size`` bytes)."""
    if member.flag_bits & _ENCRYPTED:
        raise Unreadable("is locked with a password.", remedy="Save it again without one.")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise Unsupported("holds a link in the place of a part.")
    if member.file_size > size or member.file_size > ratio * max(member.compress_size, 1):
        raise LimitExceeded(
            f"unpacks {member.compress_size} bytes to {member.file_size}; the limits are {ratio} to 1 and {size} bytes."
        )


class Counted(io.RawIOBase):
    """A stream that counts what comes out of it, for what a zip declares can be a lie."""

    def __init__(self, stream: IO[bytes], limit: int) -> None:
        super().__init__()
        self._stream, self._left, self._limit = stream, limit, limit

    def readable(self) -> bool:
        """It is for reading only."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer``. Raises ``LimitExceeded`` after ``limit`` bytes."""
        data = self._stream.read(min(len(buffer), self._left + 1))
        self._left -= len(data)
        if self._left < 0:
            raise LimitExceeded(f"unpacks to more than {self._limit} bytes.")
        buffer[: len(data)] = data
        return len(data)


def content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, *, ratio: int, size: int) -> bytes:
    """The bytes of a member, checked and counted."""
    check(member, ratio=ratio, size=size)
    most = min(size, max(member.file_size, ratio * max(member.compress_size, 1)))
    with archive.open(member) as stream:
        return io.BufferedReader(Counted(stream, most)).read()
