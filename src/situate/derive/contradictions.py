"""Contradictions as objects: what the reports do not agree on, with each value's claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from situate.derive.events import Denied
from situate.derive.marks import Mark, figure_words
from situate.derive.timeline import Window
from situate.model.claim import Claim
from situate.model.event import Contradiction, Event
from situate.model.ids import contradiction_id
from situate.model.situation import Spell


def contradictions(
    found: Sequence[Event],
    denied: Iterable[Denied],
    made: Sequence[Spell],
    marks: Sequence[Mark],
    claims: Mapping[str, Claim],
) -> tuple[Contradiction, ...]:
    """All contradictions, in order of their ids; ``denied`` are events with the claims that deny them."""
    every = [*_tolls(found, claims), *_denials(denied), *_holders(marks), *_starts(made, marks)]
    return tuple(sorted(every, key=lambda c: c.id))


def _tolls(found: Sequence[Event], claims: Mapping[str, Claim]) -> Iterator[Contradiction]:
    """Two tolls of one event that cannot both be right: their bounds do not meet."""
    for event in found:
        for name in ("killed", "wounded", "affected"):
            values: dict[str, list[str]] = defaultdict(list)
            bounds: list[tuple[float, float]] = []
            for claim_id in event.claims:
                for role in claims[claim_id].fillers(name):
                    if role.quantity is not None and role.quantity.low is not None:
                        values[figure_words(role.quantity)].append(claim_id)
                        bounds.append(
                            (role.quantity.low, role.quantity.high if role.quantity.high is not None else float("inf"))
                        )
            reports = {claims[c].report for ids in values.values() for c in ids}
            if len(reports) > 1 and bounds and max(b[0] for b in bounds) > min(b[1] for b in bounds):
                yield _made(name, event.id, event, values, "the reports give tolls that cannot both be right")


def _made(field: str, about: str, event: Event, values: Mapping[str, list[str]], why: str) -> Contradiction:
    ordered = tuple((value, tuple(sorted(set(values[value])))) for value in sorted(values))
    return Contradiction(
        id=contradiction_id(field, about), field=field, about=about, place=event.place, values=ordered, why=why
    )


def _denials(denied: Iterable[Denied]) -> Iterator[Contradiction]:
    """An event that one report tells and another says did not happen (same type, place, time)."""
    for event, denials in denied:
        values = {"it happened": [c for c in event.claims if c not in denials], "it did not": list(denials)}
        yield _made("happened", event.id, event, values, "one report says so, another denies it")


def _holders(marks: Sequence[Mark]) -> Iterator[Contradiction]:
    """Two sides that are said to hold one place on one day."""
    seen: dict[tuple[str, str], dict[str, list[Mark]]] = defaultdict(lambda: defaultdict(list))
    for mark in marks:
        if mark.dimension == "control" and mark.on == "hold" and mark.side and mark.time.seen:
            seen[mark.place.id, mark.time.seen][mark.side].append(mark)
    for (place, day), sides in sorted(seen.items()):
        if len(sides) > 1:
            first = next(iter(sides.values()))[0]
            values = tuple((_name(sides[s][0]), tuple(sorted({m.claim for m in sides[s]}))) for s in sorted(sides))
            yield Contradiction(
                id=contradiction_id("holder", f"{place}@{day}"),
                field="holder",
                about=f"{place}@{day}",
                place=first.place,
                values=values,
                why="two sides are said to hold the place on one day",
            )


def _name(mark: Mark) -> str:
    return next((p.actor.name for p in mark.actors), mark.side)


def _starts(made: Sequence[Spell], marks: Sequence[Mark]) -> Iterator[Contradiction]:
    """Claims of one spell that date its start to moments that cannot be the same, each told as the beginning."""
    by_claim = {(m.claim, m.place.id): m for m in marks if m.on == "begin"}
    for spell in made:
        if spell.dimension not in {"siege"}:
            continue
        mine = [by_claim[c, spell.place.id] for c in spell.claims if (c, spell.place.id) in by_claim]
        dated = [m for m in mine if m.time.start.earliest and m.time.start.latest]
        reports = {m.report for m in dated}
        if len(reports) > 1 and not _any_meet([m.time.start for m in dated]):
            values: dict[str, list[str]] = defaultdict(list)
            for mark in dated:
                values[mark.time.start.earliest or ""].append(mark.claim)
            ordered = tuple((v, tuple(sorted(values[v]))) for v in sorted(values))
            yield Contradiction(
                id=contradiction_id("since", spell.id),
                field="since",
                about=spell.id,
                place=spell.place,
                values=ordered,
                why="the reports date its beginning differently",
            )


def _any_meet(windows: Sequence[Window]) -> bool:
    """Whether any two of these windows are within a month of each other."""
    ordered = sorted(windows, key=lambda w: (w.first, w.last))
    latest = next(iter(ordered), Window())
    for window in ordered[1:]:
        if latest.meets(window, slack=31):
            return True
        latest = max(latest, window, key=lambda w: w.last)
    return False
