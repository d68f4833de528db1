"""What holds, for people: a line a spell under its place, with the words of a report and who said them beneath."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from situate.cli.layouts.shared import short
from situate.cli.output import Line, print_blocks, print_lines, screen_width
from situate.model.claim import Claim
from situate.model.report import Report
from situate.pipeline.asking import Held, Situation
from situate.pipeline.explaining import quoted
from situate.pipeline.words import bound_words, outlet_words, place_words, side_words, speaker_words, spell_value

_HEADERS = ("id", "what", "by", "since", "until", "standing")
_LEAST_WIDTH = 72  # below it columns are torn apart; paragraphs read better
_QUOTE = 70
_ENDED = "No longer (ended in the 30 days before)"


def show(found: Situation, asked_for: str | None) -> None:
    """Print a situation; ``asked_for`` is the place as the user wrote it."""
    where = found.place.title if found.place else (asked_for or "all places")
    day = found.at or "an unknown day (no report has a publication date)"
    if not found.holding and not found.ended:
        click.echo(f"Nothing in this record holds {_at(found, asked_for)} on {day}.")
        return
    if found.holding:
        _print(found, found.holding, f"{where} on {day}")
    if found.ended:
        _print(found, found.ended, _ENDED)
    if _changing(found.holding):
        click.echo("Two values of one place here: it changed from one to the other on a day that is not known, between")
        click.echo("the days that stand under until and since.")
    if found.doubts:
        points = f"{found.doubts} {'point' if found.doubts == 1 else 'points'}"
        click.echo(f"The reports contradict each other here in {points}: see `situate contradictions`.")
    click.echo("standing: claimed = only sides that gain by it say so; assessed = independently corroborated.")
    click.echo("`situate explain ID` shows what a line rests on.")


def _changing(holding: Sequence[Held]) -> bool:
    """Whether one dimension of a place has two values: the day asked for lies where one gives way to the other."""
    told = [(held.spell.place.id, held.spell.dimension) for held in holding]
    return len(set(told)) < len(told)


def _at(found: Situation, asked_for: str | None) -> str:
    """ "at Palmyra (SY)": with its country, for the gazetteer may have meant another place of that name."""
    where = place_words(found.place, None) if found.place else asked_for
    return f"at {where}" if where else "anywhere"


def _print(found: Situation, held: Sequence[Held], title: str) -> None:
    if screen_width() >= _LEAST_WIDTH:
        print_lines(_HEADERS, list(_lines(found, held)), title=title)
    else:
        print_blocks([(0, title), *_blocks(found, held)])


def _lines(found: Situation, held: Sequence[Held]) -> Iterator[Line]:
    """A line a spell, under the places that it is part of."""
    shown: tuple[str, ...] = ()
    for one in held:
        for depth in range(_shared(shown, one.path), len(one.path)):
            name = one.spell.place.title if depth == len(one.path) - 1 else _name(found, one.path[depth])
            yield Line(heading=f"{'  ' * depth}{name}")
        yield Line(cells=_cells(one), note=_voices(one))
        shown = one.path


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return count


def _name(found: Situation, place: str) -> str:
    return found.places[place].title if place in found.places else place


def _blocks(found: Situation, held: Sequence[Held]) -> Iterator[tuple[int, str]]:
    """The same as paragraphs."""
    for line in _lines(found, held):
        if line.heading:
            yield (len(line.heading) - len(line.heading.lstrip())) // 2 + 1, line.heading.strip()
        else:
            identity, what, by, since, until, standing = line.cells
            yield 3, f"{identity}  {what} ({by}); since {since}; until: {until}; {standing}"
            yield 4, line.note


def _cells(held: Held) -> tuple[str, ...]:
    spell = held.spell
    return (
        short(spell),
        spell_value(spell),
        side_words(spell.actors),
        bound_words(spell.starts),
        bound_words(spell.ends),
        ("assessed" if spell.assessed else spell.standing) + (", stale" if spell.stale else ""),
    )


def _voices(held: Held) -> str:
    """Who says so first, in which words; how many others; and since when there is no news."""
    texts = {report.id: report for report in held.reports}
    told = [(_voice(claim, texts[claim.report]), claim) for claim in held.claims if claim.report in texts]
    silence = f" Last news {held.spell.last_news}." if held.spell.stale else ""
    if not told:
        return silence.strip()
    voice, first = told[0]
    others = len({who for who, _ in told} - {voice})
    more = f" And {others} other{'' if others == 1 else 's'}." if others else ""
    return f"{voice}: {_quote(first, texts[first.report].text)}{more}{silence}"


def _voice(claim: Claim, report: Report) -> str:
    return speaker_words(claim.speakers[0]) if claim.speakers else outlet_words(report)


def _quote(claim: Claim, text: str) -> str:
    words = quoted(text, claim.trigger, (_QUOTE - len(claim.trigger.quote)) // 2)
    return f"“{words.before}{words.words}{words.after}”"
