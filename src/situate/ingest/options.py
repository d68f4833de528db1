"""What a user may set for one run of ingest, and how much a hostile file may use."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

_MIB = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one item may use; beyond it the item is a failure and the run goes on.

    Seconds are of one item (a file, or one page of a web archive). Sizes are bytes, unless the name says characters.
    The bounds on zip files and on time and memory are those that attacks on document readers call for: a ratio of
    100 to 1, 200 MB in all, 30 s, 1 GB.
    """

    cpu_seconds: int = 30
    wall_seconds: float = 60.0
    memory_bytes: int = 1024 * _MIB
    file_bytes: int = 200 * _MIB
    page_bytes: int = 20 * _MIB
    line_bytes: int = 64 * _MIB
    text_characters: int = 20_000_000
    attributes: int = 2_000
    depth: int = 4_000
    links: int = 20_000
    elements: int = 100_000
    pages: int = 2_000
    zip_members: int = 2_000
    zip_ratio: int = 100
    zip_bytes: int = 200 * _MIB
    archive_bytes: int = 8 * 1024 * _MIB
    crashes: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestOptions:
    """``published``, ``outlet`` and ``language`` hold for items that bring none; ``archive`` keeps the originals."""

    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    archive: Path | None = None
    limits: Limits = field(default_factory=Limits)
