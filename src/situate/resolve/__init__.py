"""When, where, who: meanings from one report alone, with ranked candidates and reasons for what is missing."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from situate.resolve.resolver import Resolved, Resolver

__all__ = ["Resolved", "Resolver"]


def __getattr__(name: str) -> object:
    """The resolver is looked up when it is first asked for: a command that only lists needs no gazetteer."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("situate.resolve.resolver"), name)
