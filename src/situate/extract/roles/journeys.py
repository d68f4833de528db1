"""Where a vehicle came from and was bound for is not where it was attacked: "a bus | from Lisk to Ostry".

What stands right behind the journey says where it was ("near Varn"); else it was somewhere between its ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from situate.extract.roles.frames import VIOLENT, Filler, in_order
from situate.extract.tree.phrases import phrase_at
from situate.extract.tree.words import word_list
from situate.model.claim import PLACE_ROLES
from situate.model.sentence import Sentence, Token

_HARM = VIOLENT | {"kill", "abduct", "detain", "destroy", "explosion"}
_VEHICLES = word_list("vehicles") | {
    "car", "pickup", "motorbike", "motorcycle", "bus", "minibus", "lorry", "truck", "train", "convoy", "boat", "ferry",
    "flight", "plane", "vehicle", "coach", "taxi", "passenger", "traveller", "traveler", "commuter", "motorist",
}  # fmt: skip
_TRAVELS = frozenset({
    "travel", "head", "drive", "go", "return", "move", "fly", "sail", "carry", "bring", "take", "transport", "ferry",
    "journey", "ride", "come",
})  # fmt: skip
_WAYS = frozenset({"way", "journey", "trip", "route"})
_TO = frozenset({"to", "towards", "toward", "for"})
_BOUND = frozenset({"bound", "headed", "heading", "travelling", "traveling", "route", "way", "driving", "returning"})
_AT = frozenset({"near", "in", "at", "outside", "around"})
_WHERE = PLACE_ROLES | {"target", "actor", "killed", "wounded", "affected"}
_LED = frozenset({"on", "the", "its", "their", "his", "her", "en", "a", "while"})


@dataclass(frozen=True, slots=True)
class _Journey:
    """A journey told in a sentence: where its words begin, its "from" (if any), and where its last name ends."""

    start: int
    origin: Token | None
    last: Token
    end: int


def not_at_its_ends(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a claim of harm on the word ``head``, those who were on their way without its ends."""
    kept = list(fillers)
    for journey in _journeys(sentence, head) if kind in _HARM else ():
        if not any(f.role in _WHERE and f.start < journey.end and journey.start < f.end for f in kept):
            continue
        kept = [cut for f in kept if (cut := _cut(sentence, f, journey)) is not None]
        if not any(f.role in {"place", "route"} for f in kept) and (where := _where(sentence, journey)) is not None:
            kept.append(where)
    return in_order(*kept)


def _journeys(sentence: Sentence, head: Token) -> Iterator[_Journey]:
    for word in sentence.tokens:
        low = word.text.lower()
        name = sentence.tokens[word.head] if low in _TO | {"from"} and word.head >= 0 else None
        if name is None or word.deprel != "case" or name.upos != "PROPN" or name.head < 0:
            continue
        above = sentence.tokens[name.head]
        if low == "from" and above is not head and above.lemma.lower() in _VEHICLES | _TRAVELS | _WAYS:
            end = _end_of(sentence, name)
            to = sentence.tokens[end.index + 1] if end.index + 1 < len(sentence.tokens) else None
            if to is None or to.text.lower() not in _TO or to.head <= to.index:
                continue
            last = sentence.tokens[to.head]
            yield _Journey(_start(sentence, above, word), word, last, _end_of(sentence, last).end)
        elif low in _TO and word.index > 1 and sentence.tokens[word.index - 1].text.lower() in _BOUND:
            bound = sentence.tokens[word.index - 1]
            if bound is not head and _after_a_vehicle(sentence, bound):
                yield _Journey(_start(sentence, bound, word), None, name, _end_of(sentence, name).end)


def _after_a_vehicle(sentence: Sentence, bound: Token) -> bool:
    """Whether what is bound for somewhere is a vehicle, or those in it: the nearest nouns before say."""
    before = sentence.tokens[max(0, bound.index - 5) : bound.index]
    return any(t.lemma.lower() in _VEHICLES for t in before)


def _end_of(sentence: Sentence, name: Token) -> Token:
    """The last word of a name."""
    found = next((n for n in sentence.names if n.start <= name.start and name.end <= n.end), None)
    return sentence.within(found.start, found.end)[-1] if found is not None else name


def _start(sentence: Sentence, above: Token, led: Token) -> int:
    """Where the words of a journey begin: "on its way", "travelling", or the preposition behind a vehicle."""
    if above.lemma.lower() in _VEHICLES or above.index > led.index:
        return led.start
    first = above
    while first.index and sentence.tokens[first.index - 1].text.lower() in _LED and above.lemma.lower() in _WAYS:
        first = sentence.tokens[first.index - 1]
    return first.start


def _cut(sentence: Sentence, filler: Filler, journey: _Journey) -> Filler | None:
    """A filler without a journey in it: what is left before it of who travelled, behind it of where it was."""
    if filler.role not in _WHERE or filler.end <= journey.start or journey.end <= filler.start:
        return filler
    if filler.role in PLACE_ROLES:
        rest = sentence.within(journey.end, filler.end)
        led = rest and rest[0].text.lower() in _AT
        return Filler("place", rest[0].start, filler.end, filler.head) if led and filler.role != "route" else None
    before = sentence.within(filler.start, journey.start)
    return replace(filler, end=before[-1].end) if before else None


def _where(sentence: Sentence, journey: _Journey) -> Filler | None:
    """The place that the words behind a journey name, or all that lies between its ends."""
    behind = [t for t in sentence.tokens if t.start >= journey.end][:1]
    if behind and behind[0].text.lower() in _AT and behind[0].head > behind[0].index:
        name = sentence.tokens[behind[0].head]
        if name.upos == "PROPN":
            near = behind[0].text.lower() not in {"in", "at"}
            phrase = phrase_at(sentence, name.index)
            return Filler("place", behind[0].start if near else phrase.start, phrase.end, name.index)
    if journey.origin is None:
        return None
    return Filler("place", journey.origin.start, journey.end, journey.last.index)
