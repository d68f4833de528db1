"""What a reader of a foreign format is given to read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from situate.errors import LimitExceeded


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file by its path, or a page as ``html``; ``url`` is its address where it is known.

    Parts up to ``skip`` were answered before and are left out.
    """

    path: Path | None = None
    html: str | None = None
    url: str | None = None
    skip: int = 0

    @property
    def file(self) -> Path:
        """The path of a source that is a file."""
        if self.path is None:
            raise ValueError("a source without a file")
        return self.path

    def bytes(self, limit: int) -> bytes:
        """All the bytes. Raises ``LimitExceeded`` when there are more than ``limit``."""
        with self.file.open("rb") as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise LimitExceeded(
                f"is larger than {limit} bytes.", remedy="Split it, or give its text as .txt or .jsonl."
            )
        return data
