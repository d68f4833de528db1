"""HTML as a tree, whatever its depth; and the words that a reader of the page would see, line by line.

Runs in the child process.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

import lxml.etree
import lxml.html

from situate.errors import LimitExceeded, Unreadable
from situate.ingest.options import Limits

Tree = Any

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)([^<>]*)")
_ANY_TAG = re.compile(r"<[/!?A-Za-z][^<>]*>?")
# Elements that need no end tag (HTML standard, 13.1.2.4) do not deepen the tree when none is written.
_WITHOUT_END = (
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option"
    " optgroup colgroup rp rt html head body"
)
_OPEN = frozenset(_WITHOUT_END.split())
_UNSEEN = frozenset(["script", "style", "noscript", "template", "head", "svg", "select", "button", "iframe", "object"])
_AROUND = frozenset(["nav", "footer", "aside", "form", "header"])
_BLOCKS = (
    "address article aside blockquote body br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4"
    " h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul"
)
_LINES = frozenset(_BLOCKS.split())
_NO_DISPLAY = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$))", re.I
)


def check_shape(page: str, limits: Limits) -> None:
    """Raise ``LimitExceeded`` for a page that would keep a parser busy for minutes. One pass, linear in its length."""
    depth = 0
    for match in _TAG.finditer(page):
        closing, tag, rest = match[1], match[2].lower(), match[3]
        if len(rest) > limits.attributes and len(rest.split()) > limits.attributes:
            raise LimitExceeded(f"has a tag with more than {limits.attributes} attributes.")
        if tag in _OPEN or rest.endswith("/"):
            continue
        depth = max(depth - 1, 0) if closing else depth + 1
        if depth > limits.depth:
            raise LimitExceeded(f"is nested deeper than {limits.depth} elements.")


def parse(page: str) -> Tree:
    """The tree of a page. Raises ``Unreadable`` when there is nothing in it.

    ``huge_tree`` because the parser drops, without a word, what lies deeper than about 255 elements otherwise.
    """
    parser = lxml.html.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return lxml.html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError) as error:
        raise Unreadable("is a page without content.") from error


def stripped(page: str) -> str:
    """The text of a page by taking its tags away, without a parser: what there is to lose. Linear."""
    pieces, position, lower = [], 0, page.lower()
    for match in re.finditer(r"<(script|style)\b", lower):
        if match.start() < position:
            continue
        pieces.append(page[position : match.start()])
        end = lower.find(f"</{match[1]}", match.end())
        position = len(page) if end < 0 else end
        if end < 0:
            break
    pieces.append(page[position:])
    return html.unescape(_ANY_TAG.sub(" ", "".join(pieces)))


def seen_text(tree: Tree, *, around: bool = False) -> str:
    """The words that are shown, a line for each block; navigation and the like only with ``around``."""
    skipped = _UNSEEN if around else _UNSEEN | _AROUND
    lines = "".join(_pieces(tree, skipped)).split("\n")
    return "\n".join(line for line in map(_one_space, lines) if line)


def hidden_text(tree: Tree) -> int:
    """How many characters stand in elements that a browser would not show."""
    hidden = (element for element in tree.iter() if isinstance(element.tag, str) and _hidden(element))
    return sum(len(_one_space("".join(element.itertext()))) for element in hidden if not _inside_hidden(element))


def _inside_hidden(element: Tree) -> bool:
    return any(_hidden(parent) for parent in element.iterancestors())


def _pieces(tree: Tree, skipped: frozenset[str]) -> Iterator[str]:
    """Text and line ends in the order of the document; no recursion, for the tree may be deep."""
    inside: Tree | None = None  # the outermost element that is left out
    for event, element in lxml.etree.iterwalk(tree, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        line = "\n" if element.tag in _LINES else " " if element.tag in ("td", "th") else ""
        if event == "start":
            if inside is None and (element.tag in skipped or _hidden(element)):
                inside = element
            if inside is None:
                yield line + (element.text or "").replace("\n", " ")
            continue
        if inside is None:
            yield line
        elif inside is element:
            inside = None
        if inside is None and element is not tree:
            yield (element.tail or "").replace("\n", " ")


def _hidden(element: Tree) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _NO_DISPLAY.search(style))


def _one_space(text: str) -> str:
    return " ".join(text.split())
