"""RSS and Atom: one report an item, with the date and the address that the item gives. Runs in the child process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import lxml.etree

from situate.errors import SkipItem, Unreadable
from situate.ingest import dates
from situate.ingest.draft import Draft, Skipped
from situate.ingest.markup import captions, check_shape, parse, seen_text
from situate.ingest.options import Limits
from situate.ingest.source import Source
from situate.text.normalise import normalise

# The fullest text first: RSS content module, Atom, RSS, media module.
_BODIES = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "issued")


def read(source: Source, limits: Limits) -> Iterator[Draft | Skipped]:
    """The items in the order of the feed, counted from 1. Raises ``Unreadable`` for a feed that is damaged or empty."""
    root = _root(source.bytes(limits.file_bytes))
    kind = "atom" if _name(root) == "feed" else "rss"
    channel = next((one for one in root if _name(one) == "channel"), root)
    outlet = _child(channel, ("title",))
    items = [one for one in root.iter() if _name(one) in ("item", "entry")]
    if not items:
        raise Unreadable("is a feed without items.")
    for part, item in enumerate(items, start=1):
        try:
            yield _draft(item, part, outlet, limits, f"application/{kind}+xml")
        except SkipItem as error:
            yield Skipped(part=part, error=error)


def _root(data: bytes) -> Any:
    parser = lxml.etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, recover=False
    )
    try:
        root = lxml.etree.fromstring(data.strip(), parser)
    except lxml.etree.XMLSyntaxError as error:
        raise Unreadable(f"is a damaged feed (line {error.lineno}).", remedy="Save the feed again.") from error
    if any(isinstance(one, lxml.etree._Entity) for one in root.iter(lxml.etree.Entity)):
        raise Unreadable("is a feed with entities of its own, which are not read.")
    return root


def _draft(item: Any, part: int, outlet: str | None, limits: Limits, media_type: str) -> Draft:
    title = _child(item, ("title",))
    body, under = _body(item, limits)
    if not body and not title:
        raise Unreadable("the item holds no text.")
    date = _date(item)
    guid = _child(item, ("guid", "id"))
    return Draft(
        text=body or title or "",
        part=part,
        title=title,
        outlet=outlet,
        url=_address(item),
        metadata_date=date,
        metadata_method="feed" if date else None,
        media_type=media_type,
        captions=under,
        warnings=() if body else ("the item holds a headline only",),
        extra={"guid": guid} if guid else {},
    )


def _body(item: Any, limits: Limits) -> tuple[str, tuple[str, ...]]:
    """The first body that shows something, and its captions."""
    for name in _BODIES:
        for element in item:
            if _name(element) == name and (shown := _shown(element, limits))[0]:
                return shown
    return "", ()


def _shown(element: Any, limits: Limits) -> tuple[str, tuple[str, ...]]:
    """What a body shows: a page written as text, markup inside the feed (Atom xhtml), or plain words."""
    inner = element.text or ""
    if len(element):
        inner = lxml.etree.tostring(element, encoding="unicode", with_tail=False)
    if "<" not in inner and "&" not in inner:
        return normalise(inner), ()
    check_shape(inner, limits)
    tree = parse(f"<div>{inner}</div>")
    return normalise(seen_text(tree, around=True)), captions(tree)


def _child(element: Any, names: tuple[str, ...]) -> str | None:
    for name in names:
        for one in element:
            if _name(one) == name:
                return normalise(" ".join("".join(one.itertext()).split())) or None
    return None


def _date(item: Any) -> str | None:
    value = _child(item, _DATES)
    return (dates.iso(value) or dates.of_mail(value)) if value else None


def _address(item: Any) -> str | None:
    for one in item:
        if _name(one) == "link" and one.get("rel", "alternate") == "alternate":
            return (one.get("href") or (one.text or "").strip()) or None
    return None


def _name(element: Any) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    return lxml.etree.QName(element).localname if isinstance(element.tag, str) else ""
