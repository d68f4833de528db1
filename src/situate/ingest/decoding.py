"""Bytes to text: UTF-8, UTF-16 or Windows-1252, or a failure; never a guess that turns words into others."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from situate.errors import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_REMEDY = "Save it as UTF-8."
_CHUNK = 1 << 20
# Characters of UTF-8 that are whole: two or more bytes with the right leads and trails.
_WHOLE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_LETTERS = re.compile(rb"[A-Za-z\xc0-\xff]")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
# Of English text in Windows-1252, quotes, dashes and accents are a few bytes in a hundred; in text of another
# alphabet read as Windows-1252 nearly every letter is a high byte.
_HIGH_SHARE = 0.2
# Of English text in UTF-16, about every second byte is zero.
_ZERO_SHARE = 0.3


def decode(data: bytes) -> str:
    """The text of ``data``, its byte order mark left out. Raises ``Unreadable`` when it cannot be decoded."""
    encoding = encoding_of(data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"is damaged {encoding} text (byte {error.start}).", remedy="Save it again, as UTF-8."
        ) from error


def encoding_of(data: bytes) -> str:
    """The encoding of a whole text, as Python names it. Raises ``Unreadable`` when none of the known ones fits."""
    marked = marked_encoding(data)
    if marked:
        return marked
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _windows(data, error.start)
    return "utf-8"


def marked_encoding(head: bytes) -> str | None:
    """The Unicode encoding that the first bytes tell: by a byte order mark, or by the zeros of UTF-16."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    sample = head[:4096]
    half = len(sample) // 2
    if half >= 4 and sample[1::2].count(0) > _ZERO_SHARE * 2 * half and not sample[0::2].count(0):
        return "utf-16-le"
    if half >= 4 and sample[0::2].count(0) > _ZERO_SHARE * 2 * half and not sample[1::2].count(0):
        return "utf-16-be"
    return None


def stream_encoding(path: Path) -> str:
    """The encoding of a file, read once in pieces of 1 MiB; for files that are too large to hold.

    Raises ``Unreadable`` when a piece fits neither UTF-8 nor Windows-1252.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    encoding = "utf-8"
    with path.open("rb") as stream:
        head = stream.read(_CHUNK)
        marked = marked_encoding(head)
        if marked:
            return marked
        chunk = head
        while chunk:
            if encoding == "utf-8":
                try:
                    decoder.decode(chunk)
                except UnicodeDecodeError as error:
                    encoding = _windows(chunk, error.start)
            else:
                encoding = _windows(chunk, 0)
            chunk = stream.read(_CHUNK)
    return encoding


def looks_binary(head: bytes) -> bool:
    """Whether the bytes are no text at all: controls that no text holds."""
    return marked_encoding(head) is None and len(_CONTROLS.findall(head)) > max(2, len(head) // 200)


def _windows(data: bytes, bad: int) -> str:
    """``cp1252`` when that is a fair reading of bytes that are not UTF-8 (first wrong at ``bad``)."""
    high, whole = len(_HIGH.findall(data)), sum(map(len, _WHOLE.findall(data)))
    if whole * 2 > high:
        raise Unreadable(f"is damaged UTF-8 text (byte {bad}).", remedy=_REMEDY)
    if _CONTROLS.search(data) or high > _HIGH_SHARE * max(len(_LETTERS.findall(data)), 20):
        raise Unreadable("is in no encoding that is known (UTF-8, UTF-16, Windows-1252).", remedy=_REMEDY)
    try:
        data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise Unreadable(f"is in an encoding that is not known (byte {error.start}).", remedy=_REMEDY) from error
    return "cp1252"
