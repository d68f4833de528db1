"""Whose statement a text is, by its head: "Statement of the Ministry of Defence of Ostry", "General Staff, communiqué".

Such a text is its author's word, whoever prints it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

_SORT = (
    r"(?:statement|declaration|announcement|communiqu[eé]|bulletin|press release|press service|media office"
    r"|information (?:desk|office)|official channel"
    r"|(?:daily|morning|evening|operational) (?:summary|report|update|briefing))"
)
_NAME = r"(?P<who>[^\n,.:;–—()\[\]]{4,90}?)"
# "Communiqué No. 3 of the General Command on the fighting in Lisk", "From the Media Office of the Front, 5 May".
_OF = re.compile(
    rf"\W*(?:From the )?(?!in )(?:[\w-]+ ){{0,2}}?{_SORT}(?: (?:no\. ?)?\d+)? (?:of|by|from|issued by) (?:the )?"
    rf"(?:spokes(?:man|woman|person) (?:of|for) (?:the )?)?{_NAME}"
    r"(?=\s+(?:on|about|regarding|concerning)\s|\s*[\n,.:;–—(]|\s*$)",
    re.IGNORECASE,
)
# "General Staff of Ostry, evening communiqué", in one line or with the sort of text in the next.
_IN_FRONT = re.compile(rf"\W*{_NAME}\s*(?:[–—,.:]|\n)(?P<rest>.{{0,90}}?)\b{_SORT}\b", re.IGNORECASE | re.DOTALL)
_SMALL = frozenset({"of", "the", "and", "for", "in", "at", "to", "al", "el"})
_OF_SORTS = _SMALL | {
    "day", "daily", "morning", "evening", "special", "military", "press", "joint", "official", "urgent",
}  # fmt: skip
_BODY = re.compile(
    r"\b(?:ministry|department|staff|command|headquarters|army|forces|navy|guards?|corps|brigades?|front|movement"
    r"|council|party|government|presidency|police|militia|resistance)\b",
    re.IGNORECASE,
)


def statement_of(text: str) -> str | None:
    """The words for whose statement a text is; ``None`` where its head does not say, or tells of one as news."""
    head = text.lstrip()[:300]
    found = _OF.match(head)
    if found is None:
        found = _IN_FRONT.match(head)
        if found is None or not is_body(found["who"]) or not _names(found["rest"], _OF_SORTS):
            return None
    words = found["who"].split()
    return " ".join(words) if words[0][0].isupper() and _names(found["who"], _SMALL) else None


def _names(words: str, small: Collection[str]) -> bool:
    """Whether words are those of names and titles, so that they tell nothing ("Army, rebels agree statement")."""
    return all(w[0].isupper() or w.lower() in small for w in re.findall(r"[^\W\d_][\w’'-]*", words))


def is_body(words: str) -> bool:
    """Whether words say what a body is (a ministry, a command): they can be read, not only looked up."""
    return bool(_BODY.search(words))
