"""A brief for people: sentences under headings, and the footnotes that they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from situate.cli.output import print_blocks
from situate.pipeline.briefing import Brief, Footnote
from situate.pipeline.changing import ORDER, Change
from situate.settings import Settings

_ID = 10
_HEADINGS = {
    "happened": "Happened",
    "changed": "Changed",
    "began": "Began",
    "ended": "Ended",
    "denied": "Said not to be so",
    "learned": "Told for the first time",
    "revised": "Known otherwise than before",
    "retracted": "Withdrawn",
}

Numbered = tuple[int, Change]


def show(found: Brief) -> None:
    """Print a brief; a long one says how many sentences it has left out."""
    most = Settings.load().table_rows
    shown = list(enumerate(found.changes[:most], 1))
    asked = "what happened" if found.clock == "world" else "what became known"
    title = f"From {found.window.since} to {found.window.until}: {asked}"
    print_blocks([(0, title), *(_watched(found, shown) if found.watch else _headed(shown, 0))])
    if not found.changes:
        click.echo("Nothing is known to have changed.")
        return
    print_blocks([(0, "")] + [(0, _note(number, change, found.footnotes[number - 1])) for number, change in shown])
    if len(found.changes) > most:
        click.echo(f"{most} of {len(found.changes)}; --format csv for all.")
    click.echo("`situate explain ID` shows all that a sentence rests on.")


def _watched(found: Brief, shown: Sequence[Numbered]) -> Iterator[tuple[int, str]]:
    """A part for each entry; what a long brief leaves out is counted all the same."""
    for entry in found.watch:
        number = sum(1 for change in found.changes if entry in change.watched)
        yield 0, f"{entry}: {number or 'nothing new'}"
        yield from _headed([pair for pair in shown if entry in pair[1].watched], 1)


def _headed(shown: Sequence[Numbered], depth: int) -> Iterator[tuple[int, str]]:
    for what in ORDER:
        own = [(number, change) for number, change in shown if change.what == what]
        if own:
            yield depth, _HEADINGS[what]
            yield from ((depth + 1, f"{change.sentence} [{number}]") for number, change in own)


def _note(number: int, change: Change, note: Footnote) -> str:
    who = ", ".join(part for part in (note.outlet, note.published, note.voice) if part)
    more = f" And {note.more} more." if note.more else ""
    return f"[{number}] {change.id[:_ID]}  {who}: “{note.words}”{more}"
