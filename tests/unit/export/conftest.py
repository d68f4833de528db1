"""The hand-made record for every test of the exports."""

from __future__ import annotations

from types import ModuleType

import pytest
import record

from situate.export.view import View


@pytest.fixture(scope="session")
def made() -> ModuleType:
    """The builders of ``record.py``."""
    return record


@pytest.fixture(scope="session")
def siege(made: ModuleType) -> View:
    """The siege of Deir e-Zor."""
    view: View = made.siege()
    return view
