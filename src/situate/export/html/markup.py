"""HTML out of Python values: every string is escaped on its way in, whatever source it comes from.

``tag("p", "1 < 2", class_="note")`` gives ``<p class="note">1 &lt; 2</p>``. Only :class:`Safe` strings, which this
module alone makes, go in as they are. Invisible characters that reorder or hide text are shown as their code.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

_VOID = frozenset({"br", "meta", "link", "hr", "path", "circle", "rect", "line", "use", "stop", "polygon"})
_HIDDEN = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u061c\u00ad\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]"
)
"""Bidi controls (Trojan Source), zero-width characters, soft hyphens, control characters, half characters."""
_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Letters and digits of scripts that run from right to left."""


class Safe(str):
    """Markup that was made here."""

    __slots__ = ()


Child = str | None
Attribute = str | int | float | bool | None


def tag(name: str, /, *children: Child, **attributes: Attribute) -> Safe:
    """An element. ``class_`` is ``class``, ``stroke_width`` is ``stroke-width``; ``None`` and ``False`` leave out."""
    opening = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID and not children:
        return Safe(f"<{name}{opening}>" if name in {"br", "meta", "link", "hr"} else f"<{name}{opening}/>")
    return Safe(f"<{name}{opening}>{join(children)}</{name}>")


def join(children: Iterable[Child], separator: str = "") -> Safe:
    """Several pieces in a row, each escaped unless it is markup."""
    return Safe(separator.join(text(child) for child in children if child is not None))


def text(value: str) -> Safe:
    """A string as text of the page, hidden characters shown."""
    if isinstance(value, Safe):
        return value
    return Safe(_HIDDEN.sub(_shown, html.escape(value, quote=True)))


def source(value: str) -> Safe:
    """Words of a source, isolated so that their direction cannot reorder the page around them.

    Words from left to right, as the page is, reorder nothing: they need no element, and a long page has very many.
    """
    return tag("bdi", value) if _LEFTWARD.search(value) or _HIDDEN.search(value) else text(value)


def quoted(*children: Child) -> Safe:
    """Words in quotation marks; these are letters and no element, for a long page has very many quotations."""
    return join(["“", *children, "”"])


def isolated(words: Safe, *parts: str) -> Safe:
    """Markup of several parts of a source's words, isolated as :func:`source` does where any part needs it."""
    return tag("bdi", words) if any(_LEFTWARD.search(part) or _HIDDEN.search(part) for part in parts) else words


def outside_link(url: str | None, words: str) -> Safe:
    """A link to the web for an http or https address; for any other, the words with the address as mere text."""
    if not url:
        return text(words)
    if not _is_web(url):
        return join([words, " (", tag("code", url), ")"])
    return tag("a", words, href=url, rel="noopener noreferrer nofollow", class_="outside")


def _is_web(url: str) -> bool:
    if _HIDDEN.search(url) or any(letter.isspace() for letter in url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    shown = f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return f' {name}="{_HIDDEN.sub(_code, html.escape(shown, quote=True))}"'


def _shown(match: re.Match[str]) -> str:
    return f'<span class="hidden-character">{_code(match)}</span>'


def _code(match: re.Match[str]) -> str:
    return f"[U+{ord(match[0]):04X}]"
