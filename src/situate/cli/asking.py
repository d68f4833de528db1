"""Commands that answer: ``situation`` (what holds, and since when) and ``explain`` (how do you know)."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any

import click

from situate.cli.options import asked, format_option, known_option, record_option, stages
from situate.settings import Settings

_HEADERS = ("place", "what", "by", "since", "until", "standing", "says who, in whose words")
_QUOTE = 90


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
            from situate.model.codec import spell_json

            write_lines(spell_json(held.spell) for held in found.holding)
        elif form == "csv":
            from situate.cli.output import emit

            emit(found.holding, _sheet(), "csv")
        else:
            _show(found, place)


def _show(found: Any, asked_for: str | None) -> None:
    where = found.place.name if found.place else (asked_for or "all places")
    day = found.at or "an unknown day (no report has a publication date)"
    if not found.holding and not found.ended:
        click.echo(f"Nothing in this record holds {_at(found, asked_for)} on {day}.")
        return
    if found.holding:
        _print(found, found.holding, f"{where} on {day}")
    if found.ended:
        _print(found, found.ended, "No longer (ended in the 30 days before)")
    if found.doubts:
        click.echo(f"The reports contradict each other here in {found.doubts} point(s): see `situate contradictions`.")
    click.echo("standing: claimed = only sides that gain by it say so; assessed = independently corroborated.")


def _at(found: Any, asked_for: str | None) -> str:
    """ "at Palmyra (SY)": with its country, for the gazetteer may have meant another place of that name."""
    from situate.pipeline.words import place_words

    where = place_words(found.place, None) if found.place else asked_for
    return f"at {where}" if where else "anywhere"


def _print(found: Any, held: Sequence[Any], title: str) -> None:
    from situate.cli.output import is_wide, print_blocks, print_table

    if is_wide():
        print_table(_HEADERS, _rows(found, held), title=title)
    else:
        print_blocks([(0, title), *_blocks(found, held)])


def _blocks(found: Any, held: Sequence[Any]) -> Iterator[tuple[int, str]]:
    """The same as the rows of the table, as paragraphs."""
    for place, *cells in _rows(found, held):
        depth = (len(place) - len(place.lstrip())) // 2 + 1
        if place:
            yield depth, place.strip()
        what, by, since, until, standing, voices = cells
        if what:
            yield 3, f"{what} ({by}); since {since}; until: {until}; {standing}"
            yield 4, voices


def _rows(found: Any, held: Sequence[Any]) -> Iterator[tuple[str, ...]]:
    """A line a spell, under the places that it is part of."""
    shown: tuple[str, ...] = ()
    for one in held:
        shared = _shared(shown, one.path)
        for depth in range(shared, len(one.path) - 1):
            yield (_indented(depth, _name(found, one.path[depth])), *[""] * (len(_HEADERS) - 1))
        name = "" if shown == one.path else _indented(len(one.path) - 1, one.spell.place.name)
        yield (name, *_cells(one))
        shown = one.path


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    while count < min(len(one), len(other) - 1) and one[count] == other[count]:
        count += 1
    return count


def _name(found: Any, place: str) -> str:
    return str(found.places[place].name) if place in found.places else place


def _indented(depth: int, name: str) -> str:
    return f"{'  ' * depth}{name}"


def _cells(held: Any) -> tuple[str, ...]:
    from situate.pipeline.words import bound_words, side_words

    spell = held.spell
    standing = "assessed" if spell.assessed else spell.standing
    return (
        f"{spell.dimension}: {spell.value.replace('_', ' ')}",
        side_words(spell.actors),
        bound_words(spell.starts),
        bound_words(spell.ends),
        standing + (f", stale (last news {spell.last_news})" if spell.stale else ""),
        _voices(held),
    )


def _voices(held: Any) -> str:
    """Who says so first, in which words; and who else."""
    texts = {report.id: report for report in held.reports}
    told = [(_voice(claim, texts[claim.report]), claim) for claim in held.claims if claim.report in texts]
    if not told:
        return ""
    voice, first = told[0]
    others = [other for other in dict.fromkeys(who for who, _ in told) if other != voice]
    more = f" Also: {'; '.join(others[:3])}{' and others' if len(others) > 3 else ''}." if others else ""
    return f"{voice}: {_quote(first, texts[first.report].text)}{more}"


def _voice(claim: Any, report: Any) -> str:
    from situate.pipeline.words import speaker_words

    return speaker_words(claim.speakers[0]) if claim.speakers else report.outlet or "the outlet"


def _quote(claim: Any, text: str) -> str:
    from situate.pipeline.explaining import quoted

    words = quoted(text, claim.trigger, (_QUOTE - len(claim.trigger.quote)) // 2)
    return f"“{words.before}{words.words}{words.after}”"


def _sheet() -> Any:
    from situate.cli.output import Layout
    from situate.model.codec import spell_json
    from situate.pipeline.words import parts_words

    columns = [
        ("id", lambda h: h.spell.id),
        ("place_id", lambda h: h.spell.place.id),
        ("place", lambda h: h.spell.place.name),
        ("part_of", lambda h: h.spell.place.part_of),
        ("dimension", lambda h: h.spell.dimension),
        ("value", lambda h: h.spell.value),
        ("actors", lambda h: parts_words(h.spell.actors)),
        ("from_earliest", lambda h: h.spell.starts.earliest),
        ("from_latest", lambda h: h.spell.starts.latest),
        ("until_earliest", lambda h: "open" if h.spell.ends.open else h.spell.ends.earliest),
        ("until_latest", lambda h: "open" if h.spell.ends.open else h.spell.ends.latest),
        ("standing", lambda h: h.spell.standing),
        ("assessed", lambda h: h.spell.assessed),
        ("stale", lambda h: h.spell.stale),
        ("last_news", lambda h: h.spell.last_news),
        ("rule", lambda h: h.spell.rule),
        ("claims", lambda h: ";".join(h.spell.claims)),
    ]
    return Layout(name="spells", table=(), sheet=columns, json=lambda h: spell_json(h.spell), empty="")


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
