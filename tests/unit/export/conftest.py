"""The hand-made record for every test of the exports."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from situate.export.view import View


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("export_record", Path(__file__).with_name("record.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def made() -> ModuleType:
    """The builders of ``record.py``."""
    return _load()


@pytest.fixture(scope="session")
def siege(made: ModuleType) -> View:
    """The siege of Deir e-Zor."""
    view: View = made.siege()
    return view
