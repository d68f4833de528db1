"""The columns of spells, in a situation and along the timeline of a place."""

from __future__ import annotations

from collections.abc import Callable

from situate.cli.layouts.shared import short
from situate.cli.output import Layout
from situate.model.codec_derived import spell_json
from situate.pipeline.asking import Held
from situate.pipeline.words import bound_words, parts_words, place_words, side_words, spell_value


def _spell_of(field: str) -> Callable[[Held], object]:
    return lambda held: getattr(held.spell, field)


def _end(held: Held, which: str) -> object:
    return "open" if held.spell.ends.open else getattr(held.spell.ends, which)


def _stale(held: Held) -> str:
    return ", stale" if held.spell.stale else ""


SPELL_SHEET: list[tuple[str, Callable[[Held], object]]] = [
    ("id", _spell_of("id")),
    ("place_id", lambda h: h.spell.place.id),
    ("place", lambda h: h.spell.place.name),
    ("part_of", lambda h: h.spell.place.part_of),
    ("dimension", _spell_of("dimension")),
    ("value", _spell_of("value")),
    ("actors", lambda h: parts_words(h.spell.actors)),
    ("from_earliest", lambda h: h.spell.starts.earliest),
    ("from_latest", lambda h: h.spell.starts.latest),
    ("until_earliest", lambda h: _end(h, "earliest")),
    ("until_latest", lambda h: _end(h, "latest")),
    ("standing", _spell_of("standing")),
    ("assessed", _spell_of("assessed")),
    ("stale", _spell_of("stale")),
    ("last_news", _spell_of("last_news")),
    ("rule", _spell_of("rule")),
    ("claims", lambda h: ";".join(h.spell.claims)),
]

SPELLS: Layout[Held] = Layout(
    name="spells", table=(), sheet=SPELL_SHEET, json=lambda held: spell_json(held.spell), empty=""
)

TIMELINE: Layout[Held] = Layout(
    name="timeline",
    table=[
        ("id", lambda h: short(h.spell)),
        ("since", lambda h: bound_words(h.spell.starts)),
        ("until", lambda h: bound_words(h.spell.ends)),
        ("where", lambda h: place_words(h.spell.place, None)),
        ("what", lambda h: spell_value(h.spell)),
        ("by", lambda h: side_words(h.spell.actors)),
        ("standing", lambda h: ("assessed" if h.spell.assessed else h.spell.standing) + _stale(h)),
    ],
    sheet=SPELL_SHEET,
    json=lambda held: spell_json(held.spell),
    empty="No spell of this place, or of a part of it, is known.",
    least={"standing": 80},
)
