"""What a reader of one format found, before it is checked and becomes a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from situate.errors import SkipItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The fields of a would-be report, as found.

    ``published`` is what the item itself declares as its date (a bad one is a failure); ``metadata_date`` is a date
    read out of metadata, with the method in ``metadata_method`` (a bad one is dropped by the reader). ``part`` is the
    place inside the file (a line, an entry; from 1), ``None`` when the file is one report. ``html`` is set instead of
    ``text`` where the item holds a page that is still to be read. ``captions`` are lines of ``text`` that the format
    itself calls captions of pictures.
    """

    text: str = ""
    html: str | None = None
    translation: str | None = None
    part: int | None = None
    id: str | None = None
    published: str | None = None
    metadata_date: str | None = None
    metadata_method: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    media_type: str | None = None
    captions: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A part of a file that cannot be used, and why; the other parts can."""

    part: int
    error: SkipItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """A reader is about to open this part: limits of time count from here."""

    part: int


_WORDS = ("text", "metadata_date", "metadata_method", "outlet", "title", "url", "language", "media_type")


def to_message(draft: Draft) -> dict[str, Any]:
    """The JSON object that crosses the pipe from the child: the fields that are set."""
    found = {one.name: getattr(draft, one.name) for one in fields(draft)}
    return {key: value for key, value in found.items() if value not in (None, (), {})}


def from_message(message: Mapping[str, Any]) -> Draft:
    """The draft of a message; the child reads hostile bytes, so nothing but the expected types passes.

    Raises ``TypeError`` when a field has another type.
    """
    words: dict[str, Any] = {key: _word(message[key]) for key in _WORDS if key in message}
    extra, part = message.get("extra", {}), message.get("part")
    if not isinstance(extra, dict) or not isinstance(part, int | None):
        raise TypeError("a draft with fields of the wrong type")
    lists: dict[str, Any] = {key: _several(message[key]) for key in ("captions", "warnings") if key in message}
    return Draft(**words, **lists, part=part, extra=extra)


def _several(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("a draft with a field that is no list")
    return tuple(map(_word, value))


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a draft with a field that is no text")
    return value
