"""Commands that answer: ``situation`` (what holds, and since when) and ``explain`` (how do you know)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import click

from situate.cli.options import asked, format_option, known_option, record_option, stages
from situate.settings import Settings


@click.command(
    short_help="What holds where, since when, and who says so.",
    epilog="Example:  situate situation 'Deir ez-Zor' --at 2017-09-06",
)
@click.argument("place", required=False)
@click.option("--at", metavar="DATE", help="The day asked about.  [default: the last publication date]")
@known_option
@format_option
@record_option
def situation(place: str | None, at: str | None, as_known_on: str | None, form: str, record: str) -> None:
    """What holds at a place and its parts: who controls, who besieges, what gets in; since when, and who says so."""
    from situate.pipeline.asking import situation as ask
    from situate.pipeline.deriving import a_day

    day = a_day(at) if at else None
    with asked(record, as_known_on, stages()) as store:
        found = ask(store, place, day, parts=stages(), stale_days=Settings.load().stale_days)
        if form == "jsonl":
            from situate.cli.output import write_lines
            from situate.model.codec_derived import spell_json

            write_lines(spell_json(held.spell) for held in found.holding)
        elif form == "csv":
            from situate.cli.layouts.spells import SPELLS
            from situate.cli.output import emit

            emit(found.holding, SPELLS, "csv")
        else:
            from situate.cli.holding import show

            show(found, place)


@click.command(
    short_help="The chain behind anything, down to the words.",
    epilog="Example:  situate explain s:3f2a   (the beginning of an id is enough)",
)
@click.argument("identity", metavar="ID")
@known_option
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl"]), default="table", help="Text, or one JSON line."
)
@record_option
def explain(identity: str, as_known_on: str | None, form: str, record: str) -> None:
    """The chain behind anything: spell, events, claims, words in their context, report, original, decisions."""
    from situate.cli.output import visible, write_lines
    from situate.pipeline.explaining import explain as chain

    with asked(record, as_known_on, stages()) as store:
        node = chain(store, identity, context=Settings.load().context)
    if form == "jsonl":
        write_lines([node.as_json()])
        return
    for line in _told(node, 0, colour=sys.stdout.isatty()):
        click.echo(line if sys.stdout.isatty() else visible(line))


def _told(node: Any, depth: int, *, colour: bool) -> Iterator[str]:
    from situate.cli.output import visible

    indent = "  " * depth
    if node.kind == "report" and depth:
        facts = ", ".join(f"{name} {value}" for name, value in node.facts if name in _BRIEF)
        yield f"{indent}report {visible(node.id)}: {visible(facts)}"
        return
    yield f"{indent}{node.kind} {visible(node.id)}  {visible(node.title)}".rstrip()
    if node.quote:
        words = visible(node.quote.words)
        marked = click.style(words, bold=True, underline=True) if colour else f"«{words}»"
        at = f"[{node.quote.start}:{node.quote.end}]"
        yield f"{indent}  “{visible(node.quote.before)}{marked}{visible(node.quote.after)}” {at}"
    width = max((len(name) for name, _ in node.facts), default=0)
    for name, value in node.facts:
        yield f"{indent}  {name:<{width}}  {visible(value)}"
    for part in node.rests_on:
        yield from _told(part, depth + 1, colour=colour)


_BRIEF = ("outlet", "published", "title", "file", "original", "came in")
