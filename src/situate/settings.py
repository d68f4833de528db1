"""The settings that a user may turn, frozen; the only module that reads the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """``record`` is the file when none is named; ``jobs`` the processes that read; ``table_rows`` a table's length.

    ``batch`` is how many reports one commit holds; ``busy_ms`` how long to wait for another process (milliseconds);
    ``stale_days`` without news make a spell stale; ``context`` code points stand around a quote; ``checked_bytes``
    is the size up to which a record file is checked page by page each time it is opened.
    """

    record: str = "situate.db"
    jobs: int = 1
    table_rows: int = 50
    batch: int = 50
    busy_ms: int = 5000
    stale_days: int = 30
    context: int = 60
    checked_bytes: int = 512 * 1024 * 1024

    @classmethod
    def load(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """The defaults, with ``SITUATE_RECORD`` of the environment where it is set."""
        values = os.environ if environ is None else environ
        return cls(record=values.get("SITUATE_RECORD") or "situate.db")
