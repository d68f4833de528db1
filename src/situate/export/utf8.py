"""Text as bytes. Half a character (a lone surrogate, of a broken source) has none in UTF-8, and stops no export."""

from __future__ import annotations

from typing import TypeVar, cast

from situate.model.codec import dumps

_T = TypeVar("_T")


def encoded(text: str) -> bytes:
    """Text in UTF-8; half a character stays readable, as ``\\udXXX``."""
    return text.encode("utf-8", "backslashreplace")


def json_line(row: object) -> bytes:
    """A value as one line of JSON."""
    return encoded(dumps(row) + "\n")


def storable(value: _T) -> _T:
    """A value for a format that takes text alone; half a character becomes "?"."""
    return cast(_T, value.encode("utf-8", "replace").decode("utf-8")) if isinstance(value, str) else value
