"""What a zip file is: a Word document, a web archive, or something without a reader. Runs in the child process."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

from situate.errors import Unsupported
from situate.ingest import web_archive, word_document, zip_members
from situate.ingest.draft import Begin, Draft, Skipped
from situate.ingest.options import Limits
from situate.ingest.source import Source

_WARC = re.compile(r"archive/[^/\\]+\.warc(?:\.gz)?")
_OTHERS = {
    "xl/workbook.xml": ("a spreadsheet", "Save its sheet of reports as .csv."),
    "ppt/presentation.xml": ("a set of slides", "Save it as .pdf."),
    "content.xml": ("an OpenDocument file", "Save it as .docx."),
    "META-INF/container.xml": ("an e-book", "Save its text as .txt."),
}


def read(source: Source, limits: Limits) -> Iterator[Draft | Skipped | Begin]:
    """The reports in it. Raises ``Unsupported`` for a zip that is neither of the two."""
    with zip_members.opened(source.file, limits.zip_members) as archive:
        names = {member.filename: member for member in archive.infolist()}
        if "word/document.xml" in names:
            yield word_document.of_parts(archive, limits)
            return
        records = [names[name] for name in sorted(names) if _WARC.fullmatch(name)]
        if not records:
            raise _unknown(set(names))
        yield from _records(archive, records, source, limits)


def _records(
    archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], source: Source, limits: Limits
) -> Iterator[Draft | Skipped | Begin]:
    count = web_archive.Count(skip=source.skip)
    for member in members:
        zip_members.check(member, ratio=limits.zip_ratio, size=limits.archive_bytes)
        with archive.open(member) as stream:
            yield from web_archive.of_stream(stream, count, limits)
    count.require_some()


def _unknown(names: set[str]) -> Unsupported:
    for name, (what, remedy) in _OTHERS.items():
        if name in names:
            return Unsupported(f"is {what}, which has no reader.", remedy=remedy)
    return Unsupported("is a zip file, neither a Word document nor a web archive.", remedy="Unpack it first.")
