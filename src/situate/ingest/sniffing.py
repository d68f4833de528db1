"""What a file is, by its content; its name decides only between kinds that all are text."""

from __future__ import annotations

import codecs
import csv
import re
import zlib
from typing import Literal

from situate.errors import Unreadable, Unsupported
from situate.ingest.chat import is_chat
from situate.ingest.decoding import looks_binary, marked_encoding
from situate.ingest.table import columns

Kind = Literal[
    "text", "markdown", "json_lines", "table", "webpage", "pdf", "zip", "mail", "feed", "warc", "chat", "chat_export"
]  # fmt: skip

HEAD = 1 << 16
"""How many bytes of a file are looked at."""

# First bytes of formats that have no reader here, and what people call them (file(1), and the formats' own papers).
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"SQLite format 3\0", "a database"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an old office program"),
    (b"{\\rtf", "rich text (RTF)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"(\xb5/\xfd", "a compressed file"),
    (b"PAR1", "a Parquet table"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"%!PS", "a PostScript file"),
)
_ROOT = re.compile(r"<([A-Za-z][\w:.-]*)")
_PROLOGUE = re.compile(r"\s+|<\?[^>]*>|<!--(?:[^-]|-(?!->))*-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\][^>]*)?>", re.IGNORECASE)
_OF_PAGES = (
    "html head body title meta link script style div p span article section main header footer nav h1 h2 h3 table ul ol"
    " a img br b i strong em form center font blockquote figure time"
)
_PAGE_TAGS = frozenset(_OF_PAGES.split())
_FEED_TAGS = frozenset(["rss", "feed", "rdf:rdf"])
_HEADER = re.compile(r"([!-9;-~]+):[ \t]")
_MAIL_MARKS = frozenset(["mime-version", "message-id", "received", "return-path", "content-type", "delivered-to"])
_MAIL_BASICS = frozenset(["from", "to", "date", "subject"])
_NAME_OF_COLUMN = re.compile(r"[\w .#/()-]{1,40}")
# How Telegram begins its first message; its older versions wrote no "date_unixtime".
_OF_EXPORT = re.compile(
    r'"messages":\s*\[\s*\{(?:\s*"id":\s*-?\d+,\s*"type":\s*"(?:message|service)"|[^{}]*"date_unixtime":)'
)
_OF_LINES = (".jsonl", ".ndjson")
_OF_TABLES = (".csv", ".tsv")
_OF_MARKDOWN = (".md", ".markdown")


def kind_of(head: bytes, name: str) -> Kind:
    """The kind of a file by its first ``HEAD`` bytes. ``name`` is its file name.

    Raises ``Unreadable`` for an empty file or bytes that are nothing known, ``Unsupported`` for a format that is known
    and has no reader.
    """
    if not head.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise Unreadable("is empty.", remedy="Get the file again, or leave it out.")
    kind = _by_magic(head)
    if kind:
        return kind
    if looks_binary(head):
        raise Unreadable("is no text and no known format.")
    return _of_text(_text(head), name.lower())


def _by_magic(head: bytes) -> Kind | None:
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.lstrip()[:5] == b"%PDF-" or (b"%PDF-" in head[:1024] and looks_binary(head)):
        return "pdf"
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(b"\x1f\x8b"):
        return _packed(head)
    for magic, what in _OTHERS:
        if head.startswith(magic):
            raise Unsupported(f"is {what}, which has no reader.", remedy="Save its text as .txt, .docx or .pdf.")
    if head[4:8] == b"ftyp" or (head.startswith(b"RIFF") and head[8:12] in (b"AVI ", b"WAVE", b"WEBP")):
        raise Unsupported("is a picture or a recording, which has no reader.")
    return None


def _packed(head: bytes) -> Kind:
    """A web archive is packed record by record; other packed files are for the user to unpack."""
    try:
        begin = zlib.decompressobj(31).decompress(head, 16)
    except zlib.error as error:
        raise Unreadable("is a damaged gzip file.", remedy="Get the file again, or unpack it.") from error
    if begin.startswith(b"WARC/"):
        return "warc"
    raise Unsupported("is a compressed file.", remedy="Unpack it first.")


def _text(head: bytes) -> str:
    """The beginning as characters, near enough to see what it is."""
    encoding = marked_encoding(head) or "utf-8"
    return codecs.getincrementaldecoder(encoding)("replace").decode(head).removeprefix("\ufeff")


def _of_text(text: str, name: str) -> Kind:
    start = text.lstrip()
    if start.startswith("<"):
        return _of_tags(start, name)
    if start.startswith("{") and _OF_EXPORT.search(start):
        return "chat_export"
    if start.startswith(("{", "[")) or name.endswith(_OF_LINES):
        found = _of_json(start, name)
        if found:
            return found
    if is_chat(start):
        return "chat"
    if _is_mail(start, name):
        return "mail"
    if _is_table(start, name):
        return "table"
    return "markdown" if name.endswith(_OF_MARKDOWN) else "text"


def _of_tags(start: str, name: str) -> Kind:
    position = 0
    while match := _PROLOGUE.match(start, position):
        position = match.end()
    root = _ROOT.match(start, position)
    tag = root[1].lower() if root else ""
    if tag in _FEED_TAGS or tag.endswith((":rss", ":feed")):
        return "feed"
    if tag in _PAGE_TAGS or re.match(r"<!doctype\s+html", start, re.IGNORECASE):
        return "webpage"
    if start.startswith("<?xml") or name.endswith(".xml"):
        raise Unsupported("is XML, but neither an RSS nor an Atom feed.", remedy="Save its text as .txt or .jsonl.")
    return "text"


def _of_json(start: str, name: str) -> Kind | None:
    if name.endswith(_OF_LINES) or re.match(r'\{[ \t]*["}]', start):
        return "json_lines"
    if re.match(r'\{\s*"|\[\s*[\[{"]', start):
        raise Unsupported("is JSON, but not JSON lines.", remedy='Write one report a line: {"text": …}.')
    return None


def _is_mail(start: str, name: str) -> bool:
    if re.match(r"From \S+ .*\d\d:\d\d", start) and _HEADER.match(start.partition("\n")[2]):
        raise Unsupported("is a mailbox of several messages.", remedy="Save each message as .eml.")
    names = set()
    for line in start.splitlines():
        match = _HEADER.match(line + " ")
        if match:
            names.add(match[1].lower())
        elif not line[:1].isspace() or not names:
            break
    return bool(names & _MAIL_BASICS) and (name.endswith(".eml") or (bool(names & _MAIL_MARKS) and len(names) >= 3))


def _is_table(start: str, name: str) -> bool:
    lines = start.split("\n", 3)
    header, delimiter = columns(lines[0])
    if name.endswith(_OF_TABLES):
        return True
    if len(header) < 2 or name.endswith((".txt", *_OF_MARKDOWN)) or not all(map(_NAME_OF_COLUMN.fullmatch, header)):
        return False
    if {"text", "html"} & set(header):
        return True
    return len(header) >= 4 and len(lines) > 2 and _cells(lines[1], delimiter) == len(header)


def _cells(line: str, delimiter: str) -> int:
    try:
        return len(next(csv.reader([line.rstrip("\r")], delimiter=delimiter), []))
    except csv.Error:
        return 0
