"""situate: reports of armed conflict in, a sourced record out.

::

    import situate

    claims = situate.extract("Regime forces fought their way into …", published="2017-09-05")
    with situate.open("situate.db") as record:
        record.read(["reports/"])
        record.situation("Deir ez-Zor", at="2017-09-06")
        record.events(type="airstrike").to_pandas()

Everything is offline (unless a language model is asked for), synchronous and typed; errors are those of
:mod:`situate.errors`.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from situate.pipeline.library import LanguageModel, Listed, Record, extract, open

__version__ = "0.1.0"
__all__ = ["LanguageModel", "Listed", "Record", "__version__", "extract", "open"]


def __getattr__(name: str) -> object:
    """The public names, loaded when first asked for, so that ``import situate`` costs nothing."""
    if name == "extract":
        return import_module("situate.extract")
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("situate.pipeline.library"), name)


class _Callable(ModuleType):
    """The package of the stage ``extract``; called, it does what the stage does: ``situate.extract(text)``."""

    def __call__(self, *given: Any, **named: Any) -> Any:
        """The claims of one report; see :func:`situate.pipeline.library.extract`."""
        return import_module("situate.pipeline.library").extract(*given, **named)


class _Package(ModuleType):
    """This package; the stage ``extract`` becomes callable when it is imported, whoever imports it first."""

    def __setattr__(self, name: str, value: object) -> None:
        if name == "extract" and isinstance(value, ModuleType):
            value.__class__ = _Callable
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
