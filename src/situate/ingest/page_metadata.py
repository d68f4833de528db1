"""What a page says of itself: its title, its outlet, and when it was published, with the place where it says so.

Runs in the child process. A date is taken only from where publishers state it (schema.org data, meta elements, bylines
and ``<time>``), never from the running text: a day named in an article is not the day of the article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import htmldate
import lxml.html

from situate.ingest import dates
from situate.ingest.markup import Tree

_TITLES = ("og:title", "twitter:title", "dc.title")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher")
# Open Graph article, Dublin Core, and what large publishers write in the place of them.
_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publish-date",
    "article.published",
    "publication_date",
)
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|dateline|date|published|publish|pubdate|posted|timestamp)(?:$|[\s_-])", re.I
)
# Types of schema.org: an article; and what else on its page may have a date of its own.
_ARTICLE = re.compile(r"Article|Posting|Report")
_OTHER = re.compile(r"Video|Image|Audio|Comment|Review|Event|Person|Organization|Product")
_SHORT = 120  # characters: a byline is no longer
_LAST_DAY = "2999-12-31"  # htmldate leaves out days after today; what it finds must not depend on today


def title_of(tree: Tree) -> str | None:
    """The headline, as its own metadata give it, or the first heading, or the window title."""
    heading = tree.find(".//h1")
    window = tree.find(".//title")
    return (
        _meta(tree, _TITLES)
        or (_words("".join(heading.itertext())) if heading is not None else None)
        or (_words(window.text or "") if window is not None else None)
    )


def outlet_of(tree: Tree) -> str | None:
    """The name of the site or of the publisher, where the page gives it."""
    return _meta(tree, _OUTLETS) or next(filter(None, map(_publisher, _linked_data(tree))), None)


def address_of(tree: Tree) -> str | None:
    """The canonical address, where the page gives it and it is one of the web."""
    link = tree.find('.//link[@rel="canonical"]')
    found = (link.get("href") if link is not None else None) or _meta(tree, ("og:url",))
    return found if found and re.match(r"https?://", found) else None


def date_of(tree: Tree) -> tuple[str, str] | None:
    """The date of publication and the method that found it: json-ld, meta, time or htmldate."""
    articles = sorted(_linked_data(tree), key=_is_article, reverse=True)
    for item in articles:
        found = dates.iso(str(item.get("datePublished") or ""))
        if found and not _OTHER.search(str(item.get("@type"))):
            return found, "json-ld"
    found = dates.iso(_meta(tree, _DATES) or "")
    if found:
        return found, "meta"
    return _stated_time(tree) or _by_htmldate(tree)


def _stated_time(tree: Tree) -> tuple[str, str] | None:
    for element in tree.iterfind(".//time[@datetime]"):
        if element.get("pubdate") is not None or element.get("itemprop") == "datePublished":
            found = dates.iso(element.get("datetime"))
            if found:
                return found, "time"
    return None


def _by_htmldate(tree: Tree) -> tuple[str, str] | None:
    """htmldate on the head, the times and the bylines alone: on a whole page it falls back on any date in the text."""
    page = lxml.html.Element("html")
    head = tree.find("head")
    if head is not None:
        page.append(lxml.html.fromstring(lxml.html.tostring(head, encoding="unicode")))
    body = lxml.html.Element("body")
    for element in _bylines(tree):
        copy = lxml.html.Element(element.tag, dict(element.attrib))
        copy.text = _words("".join(element.itertext()))
        body.append(copy)
    page.append(body)
    found = htmldate.find_date(page, extensive_search=False, original_date=True, max_date=_LAST_DAY)
    return (found, "htmldate") if found else None


def _bylines(tree: Tree) -> Iterator[Tree]:
    """Short elements that are named as a date or a byline."""
    for element in tree.iter("time", "abbr", "span", "p", "div", "small", "em", "li", "a"):
        name = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
        if (element.tag in ("time", "abbr") or _BYLINE.search(name)) and _is_short(element):
            yield element


def _is_short(element: Tree) -> bool:
    length = 0
    for pieces, piece in enumerate(element.itertext()):
        length += len(piece)
        if length > _SHORT or pieces > _SHORT:
            return False
    return True


def _is_article(item: dict[str, Any]) -> bool:
    return bool(_ARTICLE.search(str(item.get("@type"))))


def _meta(tree: Tree, names: tuple[str, ...]) -> str | None:
    """The content of the first meta element with one of the names, in the order of the names."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = _words(element.get("content") or "")
        for name in (element.get("property"), element.get("name"), element.get("itemprop")):
            if name and content:
                found.setdefault(name.lower(), content)
    return next((found[name] for name in names if name in found), None)


def _linked_data(tree: Tree) -> Iterator[dict[str, Any]]:
    """The schema.org objects of a page that are, or may be, its article; outermost first."""
    for element in tree.iterfind('.//script[@type="application/ld+json"]'):
        try:
            pending: list[Any] = [json.loads(element.text or "null", strict=False)]
        except (ValueError, RecursionError):
            continue
        while pending:
            value = pending.pop(0)
            if isinstance(value, list):
                pending = [*value, *pending]
            elif isinstance(value, dict):
                yield value
                pending = [value.get("@graph"), value.get("mainEntity"), *pending]


def _publisher(item: dict[str, Any]) -> str | None:
    publisher = item.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else None
    return _words(name) if isinstance(name, str) else None


def _words(text: str) -> str | None:
    return " ".join(text.split()) or None
