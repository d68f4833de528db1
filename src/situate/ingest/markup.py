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
from situate.text.normalise import normalise

Tree = Any

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)([^<>]*)")
# A tag with its attributes; a quoted value may hold anything. It never fails once begun, so it never goes back.
_QUOTED = r"""=\s*"[^"]*(?:"|\Z)|=\s*'[^']*(?:'|\Z)"""
_WHOLE_TAG = re.compile(rf"<[A-Za-z](?:{_QUOTED}|=|[^=>]+)*+")
_VALUE = re.compile(_QUOTED)
_ANY_TAG = re.compile(r"<[/!?A-Za-z][^<>]*>?")
# Elements that need no end tag (HTML standard, 13.1.2.4) do not deepen the tree when none is written.
_WITHOUT_END = (
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option"
    " optgroup colgroup rp rt html head body"
)
_OPEN = frozenset(_WITHOUT_END.split())
_SILENT = re.compile(r"<!--|<script(?![\w-])|<style(?![\w-])", re.IGNORECASE)
_ENDS = {
    "<!--": re.compile("-->"),
    "<script": re.compile("</script", re.IGNORECASE),
    "<style": re.compile("</style", re.IGNORECASE),
}
_UNSEEN = frozenset(["script", "style", "noscript", "template", "head", "svg", "select", "button", "iframe", "object"])
_AROUND = frozenset(["nav", "footer", "aside", "form", "header"])
_BLOCKS = (
    "address article aside blockquote body br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4"
    " h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul"
)
_LINES = frozenset(_BLOCKS.split())
_CAPTION = re.compile(r"(?:^|[\s_-])(?:caption(?:-text)?|image-credit|photo-credit)(?:$|\s)", re.IGNORECASE)
_NO_DISPLAY = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$))", re.I
)


def check_shape(page: str, limits: Limits) -> None:
    """Raise ``LimitExceeded`` for a page that would keep a parser busy for minutes. Linear in its length."""
    for match in _WHOLE_TAG.finditer(page):
        tag = match[0]
        if len(tag) > limits.attributes * 2 and len(_VALUE.sub("= ", tag).split()) > limits.attributes:
            raise LimitExceeded(f"has a tag with more than {limits.attributes} attributes.")
    depth = 0
    for match in _TAG.finditer(page):
        closing, tag, rest = match[1], match[2].lower(), match[3]
        if tag in _OPEN or rest.endswith("/"):
            continue
        depth = max(depth - 1, 0) if closing else depth + 1
        if depth > limits.depth:
            raise LimitExceeded(f"is nested deeper than {limits.depth} elements.")


def parse(page: str) -> Tree:
    """The tree of a page. Raises ``Unreadable`` when there is nothing in it, ``LimitExceeded`` when memory ran out.

    ``huge_tree`` because the parser drops, without a word, what lies deeper than about 255 elements otherwise.
    """
    parser = lxml.html.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return lxml.html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError) as error:
        # Out of memory, the parser reports whatever it met last; any page with text in it has a tree otherwise.
        if stripped(page).strip():
            raise LimitExceeded("is a page too large to be parsed in the memory that parsers may use.") from error
        raise Unreadable("is a page without content.") from error


def stripped(page: str) -> str:
    """The text of a page by taking its tags away, without a parser: what there is to lose. Linear."""
    pieces, position = [], 0
    for match in _SILENT.finditer(page):
        if match.start() < position:
            continue
        pieces.append(page[position : match.start()])
        end = _ENDS[match[0].lower()].search(page, match.end())
        position = end.end() if end else len(page)
        if not end:
            break
    pieces.append(page[position:])
    return html.unescape(_ANY_TAG.sub(" ", "".join(pieces)))


def length(tree: Tree) -> int:
    """How many characters of text a tree holds, scripts, styles and blanks left out."""
    pieces = (piece for element in tree.iter() for piece in (_own(element), element.tail) if piece)
    return sum(len(word) for piece in pieces for word in piece.split())


def _own(element: Tree) -> str | None:
    return None if element.tag in ("script", "style") else element.text


def seen_text(tree: Tree, *, around: bool = False) -> str:
    """The words that are shown, a line for each block; navigation and the like only with ``around``."""
    skipped = _UNSEEN if around else _UNSEEN | _AROUND
    lines = "".join(_pieces(tree, skipped)).split("\n")
    return "\n".join(line for line in map(_one_space, lines) if line)


def captions(tree: Tree) -> tuple[str, ...]:
    """The lines of the page that are captions of its pictures, each once."""
    found = (seen_text(one, around=True) for one in tree.iter("figcaption", "p", "div", "span") if _is_caption(one))
    return tuple(dict.fromkeys(normalise(line) for text in found for line in text.split("\n") if line))


def _is_caption(element: Tree) -> bool:
    return element.tag == "figcaption" or bool(_CAPTION.search(element.get("class") or ""))


def hidden_text(tree: Tree) -> int:
    """How many characters stand in elements that a browser would not show."""
    count, inside = 0, None
    for event, element in lxml.etree.iterwalk(tree, events=("start", "end")):
        if inside is None and event == "start" and _hidden(element):
            inside = element
            count += len(_one_space("".join(element.itertext())))
        elif inside is element:
            inside = None
    return count


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
