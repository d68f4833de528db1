"""What stands beside a report on its page: pointers to other stories, and the rest of the page behind it.

"Read also: Caesar Act to become law", "Related News Suicide car bomb kills eight": none of it is what the report says
(guidelines: "see also" and advertising are nothing).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from situate.model.span import Span

# What else a line can begin with needs its mark: "Related: …", but "Watch Commander Voss was killed" is told.
_POINTER = re.compile(
    r"^[ \t]*(?:(?:read (?:also|more|next)|also read|see also|see more)(?:[ \t]*[:|»][ \t]*\S|[ \t]+(?-i:[A-Z]))"
    r"|(?:related|recommended|more on this|don[’']t miss|watch)[ \t]*[:|»][ \t]*\S).*$",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST = 200  # code points of a line that only points to another story
# What begins the rest of a page that was scraped into one line.
_REST = re.compile(
    r"\b(?:Related (?:News|Stories|Articles?|Topics?|Posts?|Content|Videos?|Links)"
    r"|Most (?:Read|Popular|Viewed)|Follow us on|SUBSCRIBE|All [Rr]ights [Rr]eserved)\b(?=[^\n]*\Z)"
)
_TOLD_BY_THEN = 0.4  # the share of a text that the report has at least


def beside_text(text: str) -> Sequence[Span]:
    """The stretches of ``text`` that are no part of the report, in order; what begins in them tells nothing."""
    found = [Span(m.start(), m.end()) for m in _POINTER.finditer(text) if m.end() - m.start() <= _LONGEST]
    rest = next((m.start() for m in _REST.finditer(text) if m.start() >= _TOLD_BY_THEN * len(text)), None)
    return [span for span in found if rest is None or span.start < rest] + ([Span(rest, len(text))] if rest else [])
