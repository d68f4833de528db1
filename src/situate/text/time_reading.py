"""The times of a whole text, read in order: each with the tense of its clause and the day that the text speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from situate.text import times
from situate.text.time_meaning import Anaphor, Calendar, Resolved, Shifted, Tense, Timex

Read = tuple[Timex, Resolved]

_ANCHOR_REACH = 400  # letters back in which "the previous day" finds the day that it counts from


def read(text: str, reference: str | None) -> list[Read]:
    """The time expressions of a text with their meaning in a report of that date (partial ISO, or ``None``)."""
    found: list[Read] = []
    for timex in times.find(text):
        anchor = _anchor(timex, found, text, reference)
        found.append((timex, times.resolve(timex, reference, tense_near(text, timex), anchor)))
    return found


def _anchor(timex: Timex, found: Sequence[Read], text: str, reference: str | None) -> str | None:
    """The date spoken of last, near before an expression that counts from the text."""
    hour = _is_hour(timex)
    if not (hour or _counts_from_text(timex)):
        return None
    for before, resolved in reversed(found):
        if timex.start - before.end > _ANCHOR_REACH or "\n\n" in text[before.end : timex.start]:
            break
        first = resolved.earliest
        dated = first is not None and before.kind in {"DATE", "TIME"} and first == resolved.latest
        if dated and first is not None and (not hour or len(first) >= 10):
            return first
    return reference if hour and timex.relation == "since" else None


def _is_hour(timex: Timex) -> bool:
    """Whether an expression names an hour or a part of a day that it does not name."""
    meaning = timex.meaning
    return isinstance(meaning, Calendar) and meaning == Calendar(
        hour=meaning.hour, minute=meaning.minute, part=meaning.part
    )


def _counts_from_text(timex: Timex) -> bool:
    meaning = timex.meaning
    return isinstance(meaning, Anaphor) or (isinstance(meaning, Shifted) and meaning.from_text)


# Words that put what stands near them into the future.
_AHEAD = re.compile(
    r"\b(?:will|won['’]t|shall|['’]ll|would|(?:is|are|was|were) (?:to|due|set|scheduled|expected|planned|going)"
    r"|scheduled|expected to|plans? to|planned for|planning|intends? to|aims? to|hopes? to|upcoming|deadline)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?;]\s|\n\s*\n")
_REACH = 80  # letters before an expression in which its verb is looked for


def tense_near(text: str, timex: Timex) -> Tense | None:
    """Whether the words before an expression in its sentence speak of what is to come; a stand-in for a parse."""
    before = text[max(0, timex.start - _REACH) : timex.start]
    stops = [m.end() for m in _STOP.finditer(before)]
    after = _STOP.split(text[timex.end : timex.end + 30])[0]
    near = before[stops[-1] if stops else 0 :]
    return "future" if _AHEAD.search(near) or re.search(r"^,? (?:will|would)\b", after) else None
