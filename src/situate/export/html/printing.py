"""What goes on paper: an overview, or the part of the page that was chosen, and a line on what was left out.

A browser prints all of a page, and a record of some hundred reports fills hundreds of sheets. Without a script, the
address says what is meant: at ``#events`` the events are printed, at ``#r12`` that report, without either an overview.
"""

from __future__ import annotations

from collections.abc import Sequence

from situate.export.html.markup import Safe, join, tag

WIDE = "Wider than this screen: scroll it sideways."
_BATCH = 50
OVERVIEW, CHOSEN = 40, 400
"""How many places, events or disagreements an overview has, and how many the part that was chosen."""


def sheet(number: int) -> str:
    """Classes for the item of a list at ``number`` (from 0): ``late`` is not in an overview, ``beyond`` on no paper."""
    return " beyond" if number >= CHOSEN else " late" if number >= OVERVIEW else ""


def left_out(count: int, what: str, title: str) -> Safe | None:
    """A line that only paper shows: how many of ``count`` are not on it, in an overview and where they were chosen."""
    if count <= OVERVIEW:
        return None
    whole = "" if count <= CHOSEN else f" (at most {CHOSEN})"
    overview = f"Printed here: {OVERVIEW} of {count:,} {what}. "
    overview += f"To print all{whole}, choose “{title}” at the top of the page first."
    notes = [tag("p", overview, class_="note on-paper overview")]
    if count > CHOSEN:
        words = f"Printed here: {CHOSEN} of {count:,} {what}. The others are in the page and in the record's tables."
        notes.append(tag("p", words, class_="note on-paper chosen"))
    return join(notes)


def batched(items: Sequence[Safe]) -> list[Safe]:
    """A long list in batches that a browser may leave undrawn until they come near the window."""
    if len(items) <= _BATCH * 2:
        return list(items)
    return [tag("div", *items[n : n + _BATCH], class_="batch") for n in range(0, len(items), _BATCH)]


def texts_left_out(count: int) -> Safe:
    """The same for the texts of reports, which no overview has."""
    words = (
        f"Not printed: the text{'s' if count != 1 else ''} of {count:,} report{'s' if count != 1 else ''}. "
        "To print one, follow a link to it first; to print them"
    )
    some = f" (the first {CHOSEN})" if count > CHOSEN else ""
    return tag("p", f"{words}{some}, choose “Reports” at the top of the page first.", class_="note on-paper overview")
