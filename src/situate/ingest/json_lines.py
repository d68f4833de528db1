"""JSON lines: one report a line; a line that is wrong costs that line alone. The text is taken as it stands."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from situate.errors import BadReport, LimitExceeded, SkipItem, Unreadable
from situate.ingest.decoding import decode, marked_encoding
from situate.ingest.draft import Draft, Skipped
from situate.ingest.options import Limits

MEDIA_TYPE = "application/x-ndjson"
_CHUNK = 1 << 16
_SHOWN, _LONG = 8, 30  # names in a message, letters of one
_FIELDS = ("text", "html", "translation", "published", "outlet", "title", "url", "language")
_SHAPE = 'Write {"text": "…", "published": "2017-09-05", "outlet": "…"}; docs/reference/formats.md has all fields.'


def drafts(path: Path, limits: Limits) -> Iterator[Draft | Skipped]:
    """The reports of a file, one line at a time; empty lines are passed over."""
    with path.open("rb") as stream:
        for number, line in enumerate(_lines(stream, limits.line_bytes), start=1):
            try:
                if line is None:
                    raise LimitExceeded(
                        f"the line is longer than {limits.line_bytes} bytes.", remedy="Split the report."
                    )
                text = decode(line) if isinstance(line, bytes) else line
                if text.strip():
                    yield of_fields(_object(text), part=number)
            except SkipItem as error:
                yield Skipped(part=number, error=error)


def of_fields(fields: Mapping[str, Any], *, part: int, media_type: str = MEDIA_TYPE) -> Draft:
    """A draft of named fields; those that are not ours go to ``extra``. Raises ``BadReport`` with all that is wrong."""
    given = {key: value for key, value in fields.items() if value is not None}
    wrong = [f"{key!r} is no text" for key in _FIELDS if not isinstance(given.get(key, ""), str)]
    if not isinstance(given.get("id", ""), str | int) or isinstance(given.get("id"), bool):
        wrong.append("'id' is neither text nor a number")
    if not wrong and not given.get("text") and not given.get("html"):
        wrong.append(_without_words(given))
    if wrong:
        raise BadReport(f"the report is not usable: {'; '.join(wrong)}.", remedy=_SHAPE)
    words = {key: given[key] for key in _FIELDS if given.get(key)}
    both = "text" in words and words.pop("html", None) is not None
    return Draft(
        **words,
        id=str(given["id"]) if given.get("id") not in (None, "") else None,
        part=part,
        media_type=media_type,
        warnings=("the html beside the text was not read",) if both else (),
        extra={key: value for key, value in given.items() if key not in _FIELDS and key != "id"},
    )


def _without_words(given: Mapping[str, Any]) -> str:
    if not {"text", "html"}.isdisjoint(given):
        return "its 'text' (or 'html') is empty"
    return f"there is no 'text' (nor 'html'){f', only {named(given)}' if given else ''}"


def named(fields: Iterable[str]) -> str:
    """The names of fields or columns that somebody gave, the first of them, for a message."""
    shown = [repr(name if len(name) <= _LONG else f"{name[:_LONG]}…") for name in islice(fields, _SHOWN + 1)]
    return ", ".join(["…" if n == _SHOWN else one for n, one in enumerate(shown)])


def _object(line: str) -> dict[str, Any]:
    try:
        value = json.loads(line, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise BadReport(
            f"the line is no JSON: {error.msg} (column {error.colno}).", remedy="Write one JSON object a line."
        ) from error
    except (ValueError, RecursionError) as error:
        raise BadReport(f"the line is no usable JSON: {_short(error)}.") from error
    if not isinstance(value, dict):
        raise BadReport("the line is no JSON object.", remedy='Write {"text": …}, one report a line.')
    return value


def _short(error: Exception) -> str:
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error).partition(";")[0]


def _refuse(word: str) -> object:
    raise ValueError(f"{word} is no number of JSON")


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes | str | None]:
    """Lines without their ends; ``None`` stands for one over the limit, of which nothing is held."""
    marked = marked_encoding(stream.read(4096))
    stream.seek(0)
    if marked and not marked.startswith("utf-8"):
        yield from _wide_lines(stream, marked, limit)
        return
    stream.seek(3 if marked else 0)
    while line := stream.readline(limit):
        if len(line) < limit or line.endswith(b"\n"):
            yield line.rstrip(b"\r\n")
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield None


def _wide_lines(stream: BinaryIO, encoding: str, limit: int) -> Iterator[str | None]:
    """The same for UTF-16, where the end of a line is more than one byte. Raises ``Unreadable`` where it is damaged."""
    text = io.TextIOWrapper(stream, encoding=encoding, newline="\n")
    try:
        yield from _decoded_lines(text, limit)
    except UnicodeDecodeError as error:
        raise Unreadable(f"is damaged {encoding} text.", remedy="Save it again, as UTF-8.") from error


def _decoded_lines(text: TextIO, limit: int) -> Iterator[str | None]:
    while line := text.readline(limit):
        if len(line) < limit or line.endswith("\n"):
            yield line.rstrip("\r\n").removeprefix("\ufeff")
            continue
        while line and not line.endswith("\n"):
            line = text.readline(_CHUNK)
        yield None
