"""How far from a named place it was belongs to the place: "five soldiers | 300 km (190 miles) south of Lisk".

The binder often leaves the measure out, or takes it for the end of the figure before it; a place without it is the
town itself, or the land right around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from situate.extract.roles.frames import VIOLENT, Filler, in_order
from situate.model.claim import FIGURE_ROLES
from situate.model.sentence import Sentence
from situate.model.span import Span
from situate.text.numbers import SMALL

_REACH = 24  # words before a name in which a measure stands
_MOVING = frozenset({"advance", "withdraw"})  # of which a distance can be how far they went
_CUT = FIGURE_ROLES | {"actor", "target", "goods", "instrument"}
_NUMBER = rf"(?:\d[\d.,]*|a hundred|{'|'.join(sorted(SMALL, key=len, reverse=True))})"
_UNIT = r"(?:kms?|kilomet(?:er|re)s?|(?:nautical )?miles?|mi)"
_ABOUT = r"(?:about|around|some|nearly|almost|roughly|approximately|only|just|over|more than|less than|at least)"
_SIDE = r"(?:(?:north|south)(?: ?- ?)?(?:east|west)?|east|west)"
_HOW_FAR = rf"(?:{_ABOUT} ){{0,2}}{_NUMBER}(?: -)? {_UNIT}(?: \( [^()]{{1,40}} \))?(?: away)?(?: to the)?"
# Words joined by single spaces: what a name follows ("300 km from "), and what a side of it does ("300 km | south of").
_BEFORE_NAME = re.compile(
    rf"(?:^| )(?P<far>{_HOW_FAR} (?:from|outside(?: of)?|{_SIDE} of)(?: the (?:city|town) of)?) $"
)
_BEFORE_SIDE = re.compile(rf"(?:^| )(?P<far>{_HOW_FAR}) $")
_SIDE_FIRST = re.compile(rf"(?:{_SIDE} of|outside)\b")


def at_a_distance(sentence: Sentence, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a claim, the place with how far from its name it was; a figure ends before the measure.

    "Attacked a village 15 km from Lisk": nobody came from there.
    """
    kept = list(fillers)
    roles = {"place"} if kind not in VIOLENT else {"place", "origin"}
    for place in (f for f in fillers if f.role in roles and kind not in _MOVING):
        start = _measure_before(sentence, place)
        if start is None:
            continue
        far = Span(start, place.start)
        thing = next((f for f in kept if f.role == "place" and f.start < start < f.end <= place.start), None)
        whole = replace(place, role="place", start=thing.start if thing is not None else start)
        kept = [f for f in kept if f not in (place, thing) and not (f.role in {"distance", "area"} and _within(f, far))]
        kept = [*(_cut(sentence, f, far) for f in kept), whole]
    return in_order(*_with_where_it_lies(sentence, kept))


def _with_where_it_lies(sentence: Sentence, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers, "Varn" and "north of Lisk" of "Varn, north of Lisk" as the one place that they are."""
    kept = list(fillers)
    for place in (f for f in fillers if f.role == "place"):
        words = [t.text.lower() for t in sentence.within(place.start, place.end)[:5]]
        before = [t for t in sentence.tokens if t.end <= place.start][-1:]
        if not _SIDE_FIRST.match(" ".join(words)) or not before or before[0].text != ",":
            continue
        named = next((f for f in kept if f.role == "place" and f.end == before[0].start), None)
        if named is not None and sentence.within(named.start, named.end)[-1].upos == "PROPN":
            kept = [*(f for f in kept if f not in (named, place)), replace(named, end=place.end)]
    return kept


def _measure_before(sentence: Sentence, place: Filler) -> int | None:
    """Where the words begin that say how far from its name a place is, if they stand right before it."""
    inside = sentence.within(place.start, place.end)
    if not inside:
        return None
    first = inside[0].index
    before = sentence.tokens[max(0, first - _REACH) : first]
    opening = " ".join(t.text.lower() for t in inside[:4])
    pattern = _BEFORE_SIDE if _SIDE_FIRST.match(opening) else _BEFORE_NAME
    words = "".join(f"{t.text.lower()} " for t in before)
    found = pattern.search(words)
    return before[words.count(" ", 0, found.start("far"))].start if found is not None else None


def _within(filler: Filler, far: Span) -> bool:
    return far.start <= filler.start and filler.end <= far.end


def _cut(sentence: Sentence, filler: Filler, far: Span) -> Filler:
    """A filler without the measure that it runs into: "five soldiers" of "five soldiers 300 km"."""
    if filler.role not in _CUT or not filler.start < far.start < filler.end <= far.end:
        return filler
    kept = sentence.within(filler.start, far.start)
    return replace(filler, end=kept[-1].end) if kept else filler
