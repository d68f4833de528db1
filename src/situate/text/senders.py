"""Messages of a chat in one text: each under a line that says when it was sent and by whom ("[08:12] Karim:").

Whoever reads a chat in writes this line; it opens a paragraph, and a sender's name is nobody's town.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from situate.model.span import Span

_LINE = re.compile(r"^\[(?:\d\d:\d\d|--:--)\](?: (?P<name>[^\n]{1,80}):)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Message:
    """The line above a message, its sender (``None``: the chat itself, which tells who joined), and its words."""

    line: Span
    sender: Span | None
    words: Span


def headed(time: str | None, sender: str | None, words: str) -> str:
    """A message under its line; ``time`` is ``HH:MM``, or ``None`` where nobody tells it."""
    return f"[{time or '--:--'}]{f' {sender}:' if sender else ''}\n{words}"


def messages(text: str) -> list[Message]:
    """The messages of a text, in order; none where it is no chat."""
    if not _LINE.match(text):
        return []
    lines = list(_LINE.finditer(text))
    ends = [*(line.start() for line in lines[1:]), len(text)]
    return [
        Message(Span(*line.span()), Span(*line.span("name")) if line["name"] else None, Span(line.end(), end))
        for line, end in zip(lines, ends, strict=True)
        if end > line.end()
    ]
