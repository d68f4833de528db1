"""Web archives (WARC, packed or not): the pages, texts and documents that servers answered with.

Runs in the child process. The date of a record is when it was fetched, which is not when it was published. Answers
that are no text for people (pictures, scripts, errors, redirections) are no items.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from situate.errors import LimitExceeded, SkipItem, Unreadable
from situate.ingest import portable_document, webpage
from situate.ingest.decoding import decode
from situate.ingest.draft import Begin, Draft, Skipped
from situate.ingest.options import Limits
from situate.ingest.source import Source
from situate.text.normalise import normalise

_CHARSET = re.compile(r"charset\s*=\s*\"?([\w.:-]{1,40})", re.IGNORECASE)
_CHUNK = 1 << 16


class Count:
    """Which record comes next, over all files of one archive; and which payloads were read."""

    def __init__(self, *, skip: int = 0) -> None:
        self.record, self.skip, self.read = 0, skip, 0
        self._seen: set[bytes] = set()

    def is_new(self, payload: bytes) -> bool:
        """Whether these bytes come for the first time."""
        digest = hashlib.sha256(payload).digest()
        new = digest not in self._seen
        self._seen.add(digest)
        return new

    def require_some(self) -> None:
        """Raise ``Unreadable`` when not one record held a page, a text or a document."""
        if not self.read and not self.skip:
            raise Unreadable("is a web archive without pages.")


def read(source: Source, limits: Limits) -> Iterator[Draft | Skipped | Begin]:
    """The reports in a WARC file; ``part`` counts its records of use from 1."""
    count = Count(skip=source.skip)
    with source.file.open("rb") as stream:
        yield from of_stream(stream, count, limits)
    count.require_some()


def of_stream(stream: IO[bytes], count: Count, limits: Limits) -> Iterator[Draft | Skipped | Begin]:
    """The same for an open stream. Raises ``Unreadable`` where the archive is damaged."""
    try:
        for record in ArchiveIterator(stream):
            if not _wanted(record):
                continue
            count.record += 1
            if count.record > count.skip:
                yield Begin(part=count.record)
                yield from _part(record, count, limits)
    except (ArchiveLoadFailed, EOFError) as error:
        raise Unreadable(f"is damaged after record {count.record}; what comes after it was not read.") from error


def _part(record: Any, count: Count, limits: Limits) -> Iterator[Draft | Skipped]:
    count.read += 1
    try:
        payload = _payload(record, limits)
        if count.is_new(payload):
            yield _draft(record, payload, count.record, limits)
    except SkipItem as error:
        yield Skipped(part=count.record, error=error)


def _wanted(record: Any) -> bool:
    if record.rec_type == "response" and record.http_headers is not None:
        return record.http_headers.get_statuscode() == "200" and _media_type(record) in _READ
    return record.rec_type == "resource" and _media_type(record) in _READ


def _media_type(record: Any) -> str:
    return _content_type(record).partition(";")[0].strip().lower()


def _content_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return str(headers.get_header("Content-Type") or "")


def _payload(record: Any, limits: Limits) -> bytes:
    """The bytes of an answer, unpacked and counted."""
    stream, kept, size = record.content_stream(), io.BytesIO(), 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > limits.page_bytes:
            raise LimitExceeded(f"the answer is larger than {limits.page_bytes} bytes.")
        kept.write(chunk)
    return kept.getvalue()


def _draft(record: Any, payload: bytes, part: int, limits: Limits) -> Draft:
    url = record.rec_headers.get_header("WARC-Target-URI")
    fetched = record.rec_headers.get_header("WARC-Date")
    draft = _READ[_media_type(record)](record, payload, limits)
    return replace(draft, part=part, url=url or draft.url, extra={"fetched": fetched} if fetched else {})


def _of_page(record: Any, payload: bytes, limits: Limits) -> Draft:
    match = _CHARSET.search(_content_type(record))
    page = webpage.decode_page(payload, match[1] if match else None)
    return webpage.of_page(page, record.rec_headers.get_header("WARC-Target-URI"), limits)


def _of_text(record: Any, payload: bytes, limits: Limits) -> Draft:
    text = normalise(decode(payload))
    if not text:
        raise Unreadable("the answer is empty.")
    return Draft(text=text, media_type="text/plain")


def _of_document(record: Any, payload: bytes, limits: Limits) -> Draft:
    return portable_document.of_bytes(payload, limits)


_READ = {
    "text/html": _of_page,
    "application/xhtml+xml": _of_page,
    "text/plain": _of_text,
    "application/pdf": _of_document,
}
