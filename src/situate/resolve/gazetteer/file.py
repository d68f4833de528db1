"""The gazetteer as one file: a JSON header, then plain arrays that are mapped into memory, not read.

Layout: 8 bytes magic, 8 bytes length of the header (little endian), the header (UTF-8 JSON), then each array at an
offset that is a multiple of 8. Entries that are no settlements come first; their ids stand in the header. A key is a
6-byte BLAKE2b digest: four bytes sorted for bisection, two bytes to check (a false match once in 10^8 look-ups).
"""

from __future__ import annotations

import hashlib
import json
import mmap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from situate.errors import BadModel

MAGIC = b"SITGAZ01"
PRIMARY = np.uint32(1 << 31)  # marks a pair of key and entry whose key is the entry's own first name
BUILD_COMMAND = "python -m situate.resolve.gazetteer.build"
FILE_NAME = "gazetteer.bin"

Arrays = dict[str, np.ndarray[Any, Any]]


def key_digest(key: str) -> tuple[int, int]:
    """The digest of a key: 32 bits to search for, 16 bits to check."""
    raw = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=6).digest()
    return int.from_bytes(raw[:4], "big"), int.from_bytes(raw[4:], "big")


def write_file(path: Path, header: Mapping[str, Any], arrays: Arrays) -> None:
    """Write header and arrays; the same values give the same bytes."""
    table: dict[str, list[Any]] = {}
    offset = 0
    for name, array in arrays.items():
        table[name] = [array.dtype.str, int(array.size), offset]
        offset += -(-array.nbytes // 8) * 8
    text = json.dumps({**header, "arrays": table}, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with path.open("wb") as stream:
        stream.write(MAGIC + len(text).to_bytes(8, "little") + text)
        for array in arrays.values():
            stream.write(array.tobytes() + b"\0" * (-array.nbytes % 8))


def map_file(path: Path) -> tuple[dict[str, Any], Arrays]:
    """The header and the arrays of ``path``, mapped read-only; BadModel where it is missing or is no such file."""
    try:
        with path.open("rb") as stream:
            memory = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    except FileNotFoundError as error:
        raise BadModel(f"the gazetteer is missing: {path}.", remedy=f"Build it: {BUILD_COMMAND}") from error
    except ValueError as error:
        raise _damaged(path) from error
    if memory[:8] != MAGIC:
        raise _damaged(path)
    start = 16 + int.from_bytes(memory[8:16], "little")
    try:
        header = json.loads(memory[16:start])
        arrays = {
            name: np.frombuffer(memory, dtype=np.dtype(kind), count=size, offset=start + offset)
            for name, (kind, size, offset) in header.pop("arrays").items()
        }
    except (ValueError, KeyError) as error:
        raise _damaged(path) from error
    return header, arrays


def _damaged(path: Path) -> BadModel:
    return BadModel(f"{path} is no gazetteer of this version.", remedy=f"Build it again: {BUILD_COMMAND}")
