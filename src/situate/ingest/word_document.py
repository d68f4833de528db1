"""Word documents (DOCX, ECMA-376), read straight from their parts. Runs in the child process.

Its date of creation is not a date of publication, and is not read.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any

import lxml.etree

from situate.errors import LimitExceeded, Unreadable
from situate.ingest import zip_members
from situate.ingest.draft import Draft
from situate.ingest.options import Limits
from situate.text.normalise import normalise

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
# Deleted text is in w:delText, codes of fields in w:instrText: neither is shown, neither is read.
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}p": "\n"}


def of_parts(archive: zipfile.ZipFile, limits: Limits) -> Draft:
    """The report of a document. Raises ``Unreadable`` when it holds no text, ``LimitExceeded`` for a bomb."""
    declared = sum(member.file_size for member in archive.infolist())
    if declared > limits.zip_bytes:
        raise LimitExceeded(
            f"unpacks to {declared} bytes; the limit is {limits.zip_bytes}.", remedy="Save its text as .txt."
        )
    body = _tree(archive, "word/document.xml", limits)
    text = normalise("".join(_pieces(body))) if body is not None else ""
    if not text:
        raise Unreadable("is a Word document without text.")
    names = set(archive.namelist())
    notes = [name for name in ("footnotes", "endnotes", "comments") if f"word/{name}.xml" in names]
    return Draft(
        text=text,
        title=_title(archive, limits),
        media_type=MEDIA_TYPE,
        warnings=(f"{' and '.join(notes)} were not read",) if notes else (),
    )


def _title(archive: zipfile.ZipFile, limits: Limits) -> str | None:
    core = _tree(archive, "docProps/core.xml", limits)
    title = core.findtext(_TITLE) if core is not None else None
    return normalise(title) or None if title else None


def _tree(archive: zipfile.ZipFile, name: str, limits: Limits) -> Any:
    """The root of a part, ``None`` where there is no such part. Entities and outside files are never read."""
    if name not in archive.namelist():
        return None
    data = zip_members.content(archive, archive.getinfo(name), ratio=limits.zip_ratio, size=limits.zip_bytes)
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = lxml.etree.fromstring(data, parser)
    except lxml.etree.XMLSyntaxError as error:
        raise Unreadable("is a damaged Word document.") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable("is a Word document that declares entities, as no program writes it.")
    return root


def _pieces(body: Any) -> Iterator[str]:
    """Text and marks in the order of the document. What stands twice, for old programs, is taken once."""
    inside: Any = None
    for event, element in lxml.etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            if inside is None and element.tag == _FALLBACK:
                inside = element
            elif inside is None and element.tag == f"{_W}t":
                yield element.text or ""
        elif inside is element:
            inside = None
        elif inside is None and element.tag in _MARKS:
            yield _MARKS[element.tag]
