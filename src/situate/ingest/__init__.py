"""The outside world in: files of many formats, read into reports; what cannot be used is a failure with its reason.

::

    from situate.ingest import IngestOptions, read_paths

    for found in read_paths(["reports/"], IngestOptions(outlet="Agency")):
        ...  # a Report or a Failure

Parsers of foreign formats run in a child process that imports this package too; so nothing is imported here, and each
name is looked up when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from situate.ingest.archive import Archive
    from situate.ingest.options import IngestOptions, Limits
    from situate.ingest.reading import read_paths

__all__ = ["Archive", "IngestOptions", "Limits", "read_paths"]

_HOMES = {"Archive": "archive", "IngestOptions": "options", "Limits": "options", "read_paths": "reading"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
