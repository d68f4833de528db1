"""Files of JSON lines, packed with gzip or not."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file; what is misshapen raises an error of its reader (``ValueError``, ``TypeError``, …)."""
    data = path.read_bytes()
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    for line in data.decode("utf-8").split("\n"):
        if line.strip():
            row = json.loads(line)
            if not isinstance(row, dict):
                raise TypeError("a line is no object")
            yield row
