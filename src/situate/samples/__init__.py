"""Sample reports, written for this project: ``python -m situate.samples`` prints where they lie."""

from __future__ import annotations

from pathlib import Path


def paths() -> tuple[Path, ...]:
    """The files of the sample reports (JSON lines), in a fixed order."""
    return tuple(sorted(Path(__file__).parent.glob("*.jsonl")))
