"""situate: reports of armed conflict in, a sourced record out.

::

    import situate

    claims = situate.extract("Regime forces fought their way into …", published="2017-09-05")
    with situate.open("situate.db") as record:
        record.read(["reports/"])
        record.situation("Deir ez-Zor", at="2017-09-06")
        record.events(type="airstrike").to_pandas()

Everything is offline, synchronous and typed; errors are those of :mod:`situate.errors`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from situate.pipeline.library import Listed, Record, extract, open

__version__ = "0.1.0"
__all__ = ["Listed", "Record", "__version__", "extract", "open"]


def __getattr__(name: str) -> object:
    """The public names, loaded when first asked for, so that ``import situate`` costs nothing."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("situate.pipeline.library"), name)
