"""What a telegram begins with: "Lisk, 30 October: shelling by rebels, two killed" tells where and when that was."""

from __future__ import annotations

from collections.abc import Sequence

from situate.extract.roles import VIOLENT, Filler, Timespan
from situate.model.claim import PLACE_ROLES
from situate.model.sentence import Sentence, Token

_TYPES = VIOLENT | {
    "kill",
    "detain",
    "abduct",
    "displace",
    "deliver_aid",
    "deny_aid",
    "besiege",
    "siege_end",
    "cut_route",
}
_NAME = frozenset({"PROPN", "ADJ", "NOUN"})
_LONGEST = 8  # words of a beginning with its date


def led(sentence: Sentence, kind: str, fillers: Sequence[Filler], times: Sequence[Timespan]) -> list[Filler]:
    """The fillers of a claim of a kind, with the place and the day that its sentence begins with, if they have none."""
    place, day = _lead(sentence, times)
    if kind not in _TYPES or not place or day is None:
        return list(fillers)
    found = list(fillers)
    if not any(f.role in PLACE_ROLES for f in fillers):
        found.append(Filler("place", place[0].start, place[-1].end))
    if not any(f.role in {"time", "duration"} for f in fillers):
        found.append(Filler("time", day.start, day.end))
    return found


def _lead(sentence: Sentence, times: Sequence[Timespan]) -> tuple[Sequence[Token], Timespan | None]:
    """The words for a place before a comma, and the date between that and a colon, where a sentence begins so."""
    first = sentence.tokens[:_LONGEST]
    colon = next((t.index for t in first if t.text == ":"), None)
    comma = next((t.index for t in first if t.text == ","), None)
    if colon is None or comma is None or not 0 < comma < colon:
        return (), None
    names = sentence.tokens[:comma]
    named = all(t.upos in _NAME and t.text[:1].isupper() for t in names) and any(t.upos == "PROPN" for t in names)
    start, end = sentence.tokens[comma].end, sentence.tokens[colon].start
    day = next((t for t in times if start <= t.start and t.end <= end and not t.duration), None)
    return (names, day) if named else ((), None)
