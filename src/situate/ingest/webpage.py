"""A page of the web: its article (trafilatura), its title, outlet and date. Runs in the child process.

What an extractor leaves out it leaves out silently; so what it gives is held against the text that is on the page, and
a page that lost its paragraphs is taken as it is shown, with a warning.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

import trafilatura

from situate.errors import Unreadable
from situate.ingest import dates, page_metadata
from situate.ingest.decoding import decode, marked_encoding
from situate.ingest.draft import Draft
from situate.ingest.markup import Tree, captions, check_shape, hidden_text, length, parse, seen_text, stripped
from situate.ingest.options import Limits
from situate.ingest.source import Source
from situate.text.normalise import normalise

MEDIA_TYPE = "text/html"
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_RULE = re.compile(r"^\|(?:-{3,}\|)+\n?", re.MULTILINE)  # what trafilatura draws under the head of a table
_WHOLE = "the article could not be told from the rest of the page: all that is shown was taken"
_TREE_LEAST = 0.8  # of the characters between tags, so many must be in the tree
_ARTICLE_LEAST = 0.25  # of the characters in paragraphs, so many must be in the article
_FEW = 2000  # characters: teasers beside a short article are no loss


def read(source: Source, limits: Limits) -> Iterator[Draft]:
    """The report of a page. Raises ``Unreadable`` when it shows no text, ``LimitExceeded`` when it is made to stall."""
    page = source.html if source.html is not None else decode_page(source.bytes(limits.page_bytes))
    yield of_page(page, source.url, limits)


def of_page(page: str, url: str | None, limits: Limits) -> Draft:
    """The same for a page in hand."""
    check_shape(page, limits)
    tree = parse(page)
    address = url or page_metadata.address_of(tree)
    date, method = page_metadata.date_of(tree) or (None, None)
    outlet, title = page_metadata.outlet_of(tree), page_metadata.title_of(tree)
    language, hidden, under = _language(tree), hidden_text(tree), captions(tree)
    text, warnings = _text(tree, page, limits)
    if not text:
        raise Unreadable("is a page that shows no text.")
    if hidden > 200:
        warnings = (*warnings, f"{hidden} characters on the page are not shown by a browser")
    return Draft(
        text=text,
        title=title,
        outlet=outlet,
        url=address,
        metadata_date=date if not dates.in_address(address) or method != "htmldate" else None,
        metadata_method=method,
        language=language,
        media_type=MEDIA_TYPE,
        captions=under,
        warnings=warnings,
    )


def decode_page(data: bytes, declared: str | None = None) -> str:
    """The characters of a page: by its byte order mark, what its server or its head declares, or as any text."""
    match = _CHARSET.search(data[:4096])
    for name in (declared, match[1].decode("ascii") if match else None):
        if name and not marked_encoding(data):
            try:
                # Pages that say Latin-1 mean Windows-1252 (WHATWG Encoding, 4.2).
                latin = codecs.lookup(name).name in ("iso8859-1", "ascii")
                return data.decode("cp1252" if latin else name)
            except (LookupError, UnicodeDecodeError):
                continue
    return decode(data)


def _language(tree: Tree) -> str | None:
    """What the page declares, when that is not English only by default of its template."""
    declared = (tree.get("lang") or "").strip()
    return declared if re.match(r"en\b", declared, re.IGNORECASE) else None


def _text(tree: Tree, page: str, limits: Limits) -> tuple[str, tuple[str, ...]]:
    bare = stripped(page)
    if length(tree) < sum(map(len, bare.split())) * _TREE_LEAST:
        return normalise(bare), ("the page is damaged: its text was taken without its structure",)
    shown = normalise(seen_text(tree))
    paragraphs = sum(len("".join(one.itertext())) for one in tree.iter("p"))
    if sum(1 for _ in tree.iter("a")) > limits.links or sum(1 for _ in tree.iter()) > limits.elements:
        return shown, ("the page has too many parts to tell its article from the rest: all that is shown was taken",)
    article = normalise(_article(tree))
    if not article or (len(article) < paragraphs * _ARTICLE_LEAST and paragraphs > _FEW):
        return shown or normalise(seen_text(tree, around=True)), (_WHOLE,)
    return article, ()


def _article(tree: Tree) -> str:
    document = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, deduplicate=False)
    return _RULE.sub("", str(getattr(document, "text", None) or ""))
