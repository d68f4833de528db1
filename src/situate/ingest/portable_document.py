"""PDF, by pdfium. Runs in the child process. A creation date is not a date of publication, and is not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from situate.errors import LimitExceeded, SkipItem, Unreadable
from situate.ingest.draft import Draft
from situate.ingest.options import Limits
from situate.ingest.source import Source
from situate.text.normalise import normalise

MEDIA_TYPE = "application/pdf"
_PASSWORD = 4  # FPDF_ERR_PASSWORD (fpdfview.h)
# pdfium marks a hyphen that ends a line with U+FFFE or U+0002, whether it belongs to the word or only splits it.
_SPLIT = re.compile(r"([^\W\d_]{0,40})[\ufffe\x02]\s{0,4}([^\W\d_]{0,40})")
_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]+-[^\W\d_]+")
# Second halves of compounds that reports of conflict are full of: regime-held, three-year, Turkish-backed.
_OF_COMPOUNDS = (
    "held controlled led backed based run linked affiliated aligned allied occupied besieged torn wing old year month"
    " day week long scale term range level ranking known funded armed made born speaking dominated supported"
)
_COMPOUNDS = frozenset(_OF_COMPOUNDS.split())
_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_SCAN = 3  # letters a page: fewer are page numbers


def read(source: Source, limits: Limits) -> Iterator[Draft]:
    """The report of a document. Raises ``Unreadable`` for one that is locked, damaged or a scan without text."""
    if source.file.stat().st_size > limits.file_bytes:
        raise LimitExceeded(f"is larger than {limits.file_bytes} bytes.")
    yield _of(source.file, limits)


def of_bytes(data: bytes, limits: Limits) -> Draft:
    """The same for a document in hand."""
    return _of(data, limits)


def _of(content: Path | bytes, limits: Limits) -> Draft:
    document = _open(content)
    try:
        pages = _pages(document, limits)
        title = document.get_metadata_value("Title")
    finally:
        document.close()
    letters = [sum(map(str.isalpha, page)) for page in pages]
    if sum(letters) <= _SCAN * len(pages):
        raise Unreadable(
            f"has no text on its {len(pages)} pages: it is a scan.", remedy="Recognise its text (OCR), give the result."
        )
    blank = [str(number) for number, count in enumerate(letters, start=1) if not count]
    return Draft(
        text=normalise("\n\n".join(map(unwrap, rejoin(pages)))),
        title=normalise(title) or None,
        media_type=MEDIA_TYPE,
        warnings=(f"no text on page {', '.join(blank)}",) if blank else (),
    )


def rejoin(pages: list[str]) -> list[str]:
    """The pages with the words that line ends split in one piece again.

    The hyphen stays in compounds: where the document has the compound elsewhere, where the second half is one that
    compounds end on, or where the document knows both halves as words and not the two together.
    """
    whole = " ".join(_SPLIT.sub(" ", page) for page in pages).lower()
    words, compounds = set(_WORD.findall(whole)), set(_COMPOUND.findall(whole))

    def join(match: re.Match[str]) -> str:
        first, second = match[1].lower(), match[2].lower()
        known = first in words and second in words and first + second not in words
        hyphen = second in _COMPOUNDS or known or f"{first}-{second}" in compounds
        return f"{match[1]}{'-' if hyphen else ''}{match[2]}"

    return [_SPLIT.sub(join, page) for page in pages]


def unwrap(page: str) -> str:
    """The lines of a page joined to paragraphs: a line goes on unless it ends a sentence or is much too short.

    A line ends a paragraph when it closes a sentence and is shorter than the others, or when it is shorter than half
    of the longest (a heading, an address).
    """
    lines = [line.strip() for line in page.splitlines()]
    width = max(map(len, lines), default=0)
    pieces = []
    for line, after in zip(lines, [*lines, ""][1:], strict=True):
        short = len(line) < width * 0.5 or (len(line) < width * 0.85 and bool(_ENDS_SENTENCE.search(line)))
        split = line.endswith("-") and line[-2:-1].isalnum() and after[:1].isalnum()
        pieces.append(line + ("" if split else "\n" if short or not after else " "))
    return "".join(pieces)


def _open(content: Path | bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _why(error) from error


def _why(error: pypdfium2.PdfiumError) -> SkipItem:
    if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
        return Unreadable("is locked with a password.", remedy="Save it again without one.")
    return Unreadable("is a damaged PDF.", remedy="Get the file again, or give its text as .txt.")


def _pages(document: pypdfium2.PdfDocument, limits: Limits) -> list[str]:
    if len(document) > limits.pages:
        raise LimitExceeded(f"has {len(document)} pages; the limit is {limits.pages}.")
    pages, size = [], 0
    for number in range(len(document)):
        try:
            page = document[number]
            pages.append(page.get_textpage().get_text_bounded())
            page.close()
        except pypdfium2.PdfiumError:
            pages.append("")
        size += len(pages[-1])
        if size > limits.text_characters:
            raise LimitExceeded(f"holds more than {limits.text_characters} characters.")
    return pages
