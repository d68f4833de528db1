"""What a sentence begins with and is all of: where and when, in telegrams, and from when to when.

"Lisk, 30 October: shelling by rebels, two killed"; "Lisk: siege lifted"; "From 13 May to 21 July, 118 people died".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from situate.extract.roles.frames import VIOLENT, Filler, Timespan
from situate.extract.tree.phrases import PLACE_LABELS
from situate.model.claim import PLACE_ROLES, TIME_ROLES
from situate.model.sentence import Sentence, Token
from situate.model.span import overlap

_TYPES = VIOLENT | {
    "kill", "detain", "abduct", "displace", "deliver_aid", "deny_aid", "besiege", "siege_end", "cut_route",
}  # fmt: skip
_NAME = frozenset({"PROPN", "ADJ", "NOUN"})
_LONGEST = 12  # words of a beginning with its dates
_FROM = frozenset({"from", "between"})
_TO = frozenset({"to", "until", "till", "through", "and"})


def led(sentence: Sentence, kind: str, fillers: Sequence[Filler], times: Sequence[Timespan]) -> list[Filler]:
    """The fillers of a claim of a kind, with the place and the time that its sentence begins with, if it has none.

    What such a sentence tells is at that place, and at none that an entry before it names.
    """
    place, day = _lead(sentence, times)
    if kind in _TYPES and place:
        fillers = [f for f in fillers if f.role not in PLACE_ROLES or sentence.start <= f.start < sentence.end]
    stretch = _stretch(sentence, times)
    found = [_whole(f, stretch) for f in fillers]
    if kind in _TYPES and place and not any(f.role in PLACE_ROLES for f in fillers):
        found.append(Filler("place", place[0].start, place[-1].end))
    when = day or stretch
    if kind in _TYPES and when is not None and not any(f.role in TIME_ROLES for f in fillers):
        found.append(Filler("time", when.start, when.end))
    return found


def _whole(filler: Filler, stretch: Timespan | None) -> Filler:
    """A time that is one end of the stretch that its sentence begins with is that stretch."""
    inside = stretch is not None and stretch.start <= filler.start and filler.end <= stretch.end
    if stretch is None or not inside or filler.role not in TIME_ROLES:
        return filler
    return replace(filler, role="time", start=stretch.start, end=stretch.end)


def whole_times(fillers: Sequence[Filler], times: Sequence[Timespan]) -> list[Filler]:
    """The fillers, those of time up to the ends of the expressions that they break into ("on 25" of "on 25 May")."""
    return [_grown(f, times) if f.role in TIME_ROLES else f for f in fillers]


def without_bare_nights(sentence: Sentence, fillers: Sequence[Filler]) -> list[Filler]:
    """ "An overnight raid on Sunday": beside a day, "overnight" says what sort of raid, and no night of its own."""
    if "overnight" not in sentence.lemmas:
        return list(fillers)
    nights = {t.start for t in sentence.tokens if t.text.lower() == "overnight" and t.deprel in {"amod", "compound"}}
    days = [f for f in fillers if f.role == "time" and f.start not in nights]
    return [f for f in fillers if f.role != "time" or f.start not in nights] if days else list(fillers)


def _grown(filler: Filler, times: Sequence[Timespan]) -> Filler:
    broken = [t for t in times if overlap(t, filler)]
    start, end = (min([filler.start, *(t.start for t in broken)]), max([filler.end, *(t.end for t in broken)]))
    return replace(filler, start=start, end=end)


def _stretch(sentence: Sentence, times: Sequence[Timespan]) -> Timespan | None:
    """A beginning up to a comma that says from when to when ("From 13 May to 21 July,", "Between May and July,")."""
    first = sentence.tokens[:_LONGEST]
    comma = next((t.index for t in first if t.text == ","), 0)
    words = sentence.tokens[:comma]
    if not words or words[0].text.lower() not in _FROM or not any(t.text.lower() in _TO for t in words):
        return None
    bare = [t for t in words if t.upos not in {"ADP", "CCONJ", "DET", "PART"}]
    inside = all(any(s.start <= t.start and t.end <= s.end for s in times) for t in bare)
    return Timespan(words[0].start, words[-1].end, duration=False) if bare and inside else None


def _lead(sentence: Sentence, times: Sequence[Timespan]) -> tuple[Sequence[Token], Timespan | None]:
    """The words for a place that a sentence begins with, up to a colon, and the date between, if there is one.

    Without a date they must be marked as a place, the only one of the sentence, and not in capitals as that of a desk.
    """
    first = sentence.tokens[:_LONGEST]
    colon = next((t.index for t in first if t.text == ":"), None)
    if not colon:
        return (), None
    comma = next((t.index for t in first[:colon] if t.text == ","), colon)
    names = sentence.tokens[:comma]
    named = all(t.upos in _NAME and t.text[:1].isupper() for t in names) and any(t.upos == "PROPN" for t in names)
    start, end = sentence.tokens[comma].end, sentence.tokens[colon].start
    day = next((t for t in times if start <= t.start and t.end <= end and not t.duration), None)
    if not named or (day is None and not (comma == colon and _only_place(sentence, names))):
        return (), None
    return names, day


def _only_place(sentence: Sentence, names: Sequence[Token]) -> bool:
    marked = {(m.start, m.end) for m in (*sentence.names, *sentence.mentions) if m.label in PLACE_LABELS}
    capitals = all(t.text.isupper() for t in names)
    return not capitals and marked == {(names[0].start, names[-1].end)}
