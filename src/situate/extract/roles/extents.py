"""How much land is taken or held, and how long something went on, by a word of measure.

"A swathe of desert", "30% of the town", "300 square miles" are the ``area``; what one is a measure of, where that is a
place, stays the place. "Over two days" is a ``duration``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from situate.extract.roles.frames import Filler, Timespan, in_order
from situate.extract.tree.phrases import kind_of, phrase_at
from situate.extract.tree.relations import case_of, children, top_of
from situate.extract.tree.words import word_list
from situate.model.claim import PLACE_ROLES
from situate.model.sentence import Sentence, Token
from situate.model.span import overlap

_KINDS = frozenset({"control", "capture", "withdraw", "handover"})

_AREAS = frozenset({"area", "territory", "zone", "land", "strip", "sector"})
_POINTING = frozenset({"past", "last", "recent", "next", "coming", "following", "previous", "this", "these", "first"})
_LENGTHS = frozenset({"kilometre", "kilometer", "km", "mile", "metre", "meter", "yard"})
_COUNTING = frozenset({"after", "before", "ago", "since", "earlier", "later", "from", "into", "away"})


def lengths(sentence: Sentence, fillers: Sequence[Filler], times: Sequence[Timespan]) -> list[Filler]:
    """The fillers, a time that only says how long as a duration ("over two days", "deployed two months").

    "Over the past two days" says when, and so does "two days after". A preposition alone ("on") says nothing. "For more
    than a kilometre" is a ``distance``.
    """
    told = [_length(sentence, f) for f in fillers if f.role != "time" or not _is_bare(sentence, f)]
    return [replace(f, role="duration") if f.role == "time" and _lasts(sentence, f, times) else f for f in told]


def _length(sentence: Sentence, filler: Filler) -> Filler:
    top = top_of(sentence, filler.start, filler.end) if filler.role == "duration" else None
    return replace(filler, role="distance") if top is not None and top.lemma.lower() in _LENGTHS else filler


def between_two(sentence: Sentence, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers, two places that something happened between as the one place that they are said to be.

    "Ambushed between Lisk and Ostry": neither in Lisk nor in Ostry. A road's ends stay with the road.
    """
    kept = list(fillers)
    for filler in fillers:
        top = top_of(sentence, filler.start, filler.end) if filler.role in PLACE_ROLES else None
        if top is None or top.upos != "PROPN" or kind_of(sentence, top.head) in {"place", "route"}:
            continue
        case = next((t for t in children(sentence, top.index, "case") if t.text.lower() == "between"), None)
        ends = [t for t in children(sentence, top.index, "conj") if t.upos == "PROPN"]
        if case is None or not ends:
            continue
        other = phrase_at(sentence, ends[-1].index)
        whole = replace(filler, start=case.start, end=max(filler.end, other.end))
        kept = [f for f in kept if f.role != filler.role or not (overlap(f, whole))]
        kept.append(whole)
    return in_order(*kept)


def whole_roads(sentence: Sentence, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers, "the track from Lisk" and what it leads "to" as the one road that they are."""
    if kind not in {"cut_route", "open_route"}:
        return list(fillers)
    for road in (f for f in fillers if f.role == "route"):
        words = [t.text.lower() for t in sentence.within(road.start, road.end)]
        end = next((f for f in fillers if f.role != "route" and _is_right_after(sentence, road, f)), None)
        if end is not None and "from" in words and "to" not in words:
            kept = [f for f in fillers if f not in (road, end)]
            return in_order(*kept, replace(road, end=end.end))
    return list(fillers)


def _is_right_after(sentence: Sentence, road: Filler, end: Filler) -> bool:
    """Whether nothing but "to" stands between two fillers."""
    between = sentence.within(road.end, end.start) if road.end < end.start else []
    return [t.text.lower() for t in between] == ["to"]


def _is_bare(sentence: Sentence, filler: Filler) -> bool:
    inside = sentence.within(filler.start, filler.end)
    return bool(inside) and all(t.upos in {"ADP", "SCONJ", "DET", "PUNCT"} for t in inside)


def _lasts(sentence: Sentence, filler: Filler, times: Sequence[Timespan]) -> bool:
    told = [t for t in times if overlap(t, filler)]
    inside = sentence.within(filler.start, filler.end)
    if not told or not all(t.duration for t in told) or not inside:
        return False
    words = {t.text.lower() for t in inside}
    behind = sentence.tokens[inside[-1].index + 1 :][:1]
    before = [t.text.lower() for t in inside if t.upos in {"ADP", "SCONJ"} and t.end <= told[0].start + len("over")]
    led = not before or before == ["over"]
    return led and not words & (_POINTING | _COUNTING) and not any(t.text.lower() in _COUNTING for t in behind)


def measured(sentence: Sentence, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a claim of who holds or takes land, a place that is a measure of land as its ``area``."""
    if kind not in _KINDS:
        return list(fillers)
    whole = [_up_to_its_measure(sentence, f) for f in fillers]
    found = [part for f in whole for part in _parts(sentence, f)]
    areas = [f for f in found if f.role == "area"]
    return in_order(*(f for f in found if f not in areas or not any(a != f and _holds(a, f) for a in areas)))


def _holds(outer: Filler, inner: Filler) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _up_to_its_measure(sentence: Sentence, filler: Filler) -> Filler:
    """ "An area" of "an area of 150 square kilometres", whose measure has been told by itself."""
    top = top_of(sentence, filler.start, filler.end) if filler.role == "place" else None
    if top is None or top.lemma.lower() not in _AREAS:
        return filler
    for unit in children(sentence, top.index, "nmod"):
        phrase = phrase_at(sentence, unit.index)
        whole = replace(filler, end=max(filler.end, phrase.end))
        if case_of(sentence, unit) == "of" and _square(sentence, whole) is not None:
            return whole
    return filler


def _parts(sentence: Sentence, filler: Filler) -> Iterator[Filler]:
    top = top_of(sentence, filler.start, filler.end) if filler.role == "place" else None
    unit = _square(sentence, filler) if top is not None and top.lemma.lower() in _AREAS else None
    if top is not None and unit is not None:  # "an area of 140 square kilometres south of Lisk"
        yield Filler("area", filler.start, unit.end, top.index)
        rest = sentence.within(unit.end, filler.end)
        if any(t.upos == "PROPN" for t in rest):
            yield Filler("place", rest[0].start, filler.end, rest[0].index)
        return
    if top is None or top.lemma.lower() not in word_list("extents"):
        yield filler
        return
    yield Filler("area", filler.start, filler.end, top.index)
    for land in _of_what(sentence, top):
        named = phrase_at(sentence, land.index)
        yield Filler("place", named.start, filler.end if named.start < filler.end else named.end, land.index)


def _square(sentence: Sentence, filler: Filler) -> Token | None:
    """The word that ends a measure of land in a filler."""
    units = (t for t in sentence.within(filler.start, filler.end) if t.lemma.lower() in _LENGTHS | {"hectare", "acre"})
    return next((t for t in units if t.lemma.lower() in {"hectare", "acre"} or _is_square(sentence, t)), None)


def _is_square(sentence: Sentence, unit: Token) -> bool:
    return unit.index > 0 and sentence.tokens[unit.index - 1].text.lower().rstrip(".") in {"square", "sq"}


def _of_what(sentence: Sentence, measure: Token) -> Iterator[Token]:
    """The places that a measure is of: "15 percent of the town", not "swathes of land"."""
    for token in children(sentence, measure.index, "nmod"):
        known = token.upos == "PROPN" or bool(children(sentence, token.index, "det", "nmod:poss"))
        if case_of(sentence, token) == "of" and known and kind_of(sentence, token.index) == "place":
            yield token
