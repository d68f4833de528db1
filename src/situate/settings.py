"""The settings that a user may turn, frozen; the only module that reads the environment."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """``record`` is the file when none is named; ``jobs`` the processes that read; ``table_rows`` a table's length.

    ``batch`` is how many reports one commit holds; ``busy_ms`` how long to wait for another process (milliseconds);
    ``stale_days`` without news make a spell stale; ``context`` code points stand around a quote; ``checked_bytes``
    is the size up to which a record file is checked page by page each time it is opened. ``data`` is the folder in
    which the outlets, actors and places that the user adds are kept. ``llm_key`` is the key to the endpoint
    of a language model.
    """

    record: str = "situate.db"
    jobs: int = 1
    table_rows: int = 50
    batch: int = 50
    busy_ms: int = 30_000
    stale_days: int = 30
    context: int = 60
    checked_bytes: int = 512 * 1024 * 1024
    data: Path = field(default_factory=lambda: _home({}))
    llm_key: str | None = field(default=None, repr=False)

    @classmethod
    def load(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """The defaults, with what the environment sets: ``SITUATE_RECORD``, ``SITUATE_DATA``, ``SITUATE_LLM_KEY``."""
        values = os.environ if environ is None else environ
        named = values.get("SITUATE_DATA")
        return cls(
            record=values.get("SITUATE_RECORD") or "situate.db",
            data=Path(named) if named else _home(values),
            llm_key=values.get("SITUATE_LLM_KEY") or None,
        )


def _home(values: Mapping[str, str], system: str = sys.platform) -> Path:
    """The folder for data of a user's own, as each system has it (XDG base directories elsewhere)."""
    if system == "win32":
        return Path(values.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "situate"
    if system == "darwin":
        return Path.home() / "Library" / "Application Support" / "situate"
    return Path(values.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "situate"
