"""From an answer to claims: what stands in the report word for word is kept, the rest is rejected with its reason.

Nothing in an answer is taken on trust but its choices among names of the ontology. Spans, ids, salience and meanings
are made here and later; an answer cannot bring its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from situate.errors import BadAnswer
from situate.extract.llm.asking import MODALITIES, POLARITIES, Piece
from situate.model.claim import ROLES, Modality, Polarity
from situate.model.mention import Rejected
from situate.model.sentence import Sentence
from situate.model.span import Span
from situate.ontology import ClaimType, Ontology

NOT_IN_REPORT = "not in the report"
OUTSIDE = "outside of the ontology"
MISSHAPEN = "not of the schema"
TWICE = "told twice"
NO_SPEAKER = "its speaker is not in the report"
TOO_MANY = "too many"

_MOST_CLAIMS = 200  # of a piece
_MOST_PARTS = 40  # roles, or speakers, of a claim
_MOST_WORDS = 8  # of a trigger: whole sentences evoke nothing
_LONGEST = 600  # letters of any value
_SHOWN = 80
_KEYS = frozenset({"type", "trigger", "sentence", "polarity", "modality", "roles", "speakers"})


@dataclass(frozen=True, slots=True)
class Grounded:
    """A claim whose words were found: ``sentence`` is that of its trigger, ``number`` its number in the report.

    ``roles``: name, span, and whether it stands in another sentence. ``speakers``: span, and the words of the cue.
    """

    kind: ClaimType
    trigger: Span
    number: int
    sentence: Sentence
    polarity: Polarity
    modality: Modality
    roles: tuple[tuple[str, Span, bool], ...]
    speakers: tuple[tuple[Span, str | None], ...]


@dataclass(slots=True)
class Grounding:
    """The claims found in one report so far, piece by piece, and what was rejected."""

    text: str
    ontology: Ontology
    found: dict[tuple[str, Span], Grounded] = field(default_factory=dict)
    rejected: list[Rejected] = field(default_factory=list)

    def take(self, answer: Mapping[str, Any], piece: Piece) -> None:
        """Add what an answer says of a piece.

        :raises BadAnswer: it holds no list of claims.
        """
        given = answer.get("claims")
        if not isinstance(given, list):
            raise BadAnswer("The model's answer holds no list of claims.", remedy="Take another model or server.")
        self._strange(answer, frozenset({"claims"}))
        for one in self._first("claim", given, _MOST_CLAIMS):
            self._claim(one, piece)

    def _claim(self, given: Any, piece: Piece) -> None:
        if not _of_shape(given):
            self._reject("claim", MISSHAPEN, _words_of(given))
            return
        kind = self.ontology.types.get(given["type"])
        certain = given["polarity"] in POLARITIES and given["modality"] in MODALITIES
        if kind is None or not certain:
            self._reject("claim", OUTSIDE, f"{given['type']} {given['polarity']} {given['modality']}")
            return
        self._strange(given, _KEYS)
        trigger = self._trigger(kind, given, piece)
        if trigger is None:
            return
        speakers = tuple(self._speakers(given["speakers"], trigger[1], piece))
        if given["speakers"] and not speakers:
            # Without the one who says so it would be the outlet's own word.
            self._reject("claim", NO_SPEAKER, f"{kind.name} {given['trigger']}")
            return
        number, span, sentence = trigger
        self.found[kind.name, span] = Grounded(
            kind=kind, trigger=span, number=number, sentence=sentence, polarity=cast(Polarity, given["polarity"]),
            modality=cast(Modality, given["modality"]), speakers=speakers,
            roles=tuple(self._roles(kind, given["roles"], trigger, piece)),
        )  # fmt: skip

    def _trigger(self, kind: ClaimType, given: Mapping[str, Any], piece: Piece) -> tuple[int, Span, Sentence] | None:
        """The trigger in the sentence that the answer names, else in the nearest one that holds its words."""
        words = given["trigger"]
        if len(words.split()) > _MOST_WORDS:
            self._reject("claim", NOT_IN_REPORT, f"{kind.name} {words}")
            return None
        places = list(occurrences(self.text, words, piece))
        if not places:
            self._reject("claim", NOT_IN_REPORT, f"{kind.name} {words}")
            return None
        nearest = min(abs(number - given["sentence"]) for number, _, _ in places)
        free = [
            place
            for place in places
            if abs(place[0] - given["sentence"]) == nearest and (kind.name, place[1]) not in self.found
        ]
        if not free:
            self._reject("claim", TWICE, f"{kind.name} {words}")
            return None
        return free[0]

    def _roles(
        self, kind: ClaimType, given: Sequence[Any], trigger: tuple[int, Span, Sentence], piece: Piece
    ) -> Iterator[tuple[str, Span, bool]]:
        number, centre, _ = trigger
        seen = set()
        for one in self._first("role", given, _MOST_PARTS):
            name, words = one["role"], one["words"]
            self._strange(one, frozenset({"role", "words"}))
            place = self._nearest(words, number, centre, piece)
            if name not in ROLES or name not in kind.roles:
                self._reject("role", OUTSIDE, f"{kind.name} {name} {words}")
            elif place is None:
                self._reject("role", NOT_IN_REPORT, f"{name} {words}")
            elif (name, place[1]) in seen:
                self._reject("role", TWICE, f"{name} {words}")
            else:
                seen.add((name, place[1]))
                yield name, place[1], place[0] != number

    def _speakers(self, given: Sequence[Any], centre: Span, piece: Piece) -> Iterator[tuple[Span, str | None]]:
        number = next(n for n, s in piece.sentences if s.span.covers(centre))
        seen = set()
        for one in self._first("speaker", given, _MOST_PARTS):
            self._strange(one, frozenset({"words", "cue"}))
            place = self._nearest(one["words"], number, centre, piece)
            if place is None or place[1].overlaps(centre):
                self._reject("speaker", NOT_IN_REPORT, one["words"])
            elif place[1] in seen:
                self._reject("speaker", TWICE, one["words"])
            else:
                seen.add(place[1])
                yield place[1], self._cue(one["cue"], place, piece)

    def _cue(self, words: str, speaker: tuple[int, Span], piece: Piece) -> str | None:
        """The words of saying as they stand next to a speaker; none is no rejection."""
        if not words.strip():
            return None
        place = self._nearest(words, *speaker, piece)
        if place is None:
            self._reject("cue", NOT_IN_REPORT, words)
            return None
        return place[1].of(self.text)

    def _nearest(self, words: str, number: int, centre: Span, piece: Piece) -> tuple[int, Span] | None:
        """Where words stand: in the sentence ``number`` before any other, beside ``centre`` before in it, nearest."""
        places = [(n, span) for n, span, _ in occurrences(self.text, words, piece)]
        return min(
            places,
            key=lambda p: (
                p[0] != number,
                p[1].overlaps(centre),
                max(p[1].start - centre.end, centre.start - p[1].end),
            ),
            default=None,
        )

    def _first(self, what: str, given: Sequence[Any], most: int) -> Sequence[Any]:
        if len(given) > most:
            self._reject(what, TOO_MANY, f"{len(given)} given, {most} read")
        return given[:most]

    def _strange(self, given: Mapping[str, Any], known: frozenset[str]) -> None:
        for key in sorted(given.keys() - known):
            self._reject("field", MISSHAPEN, key)

    def _reject(self, what: str, why: str, words: str) -> None:
        self.rejected.append(Rejected(what=what, why=why, words=shown(words)))


def occurrences(text: str, words: str, piece: Piece) -> Iterator[tuple[int, Span, Sentence]]:
    """Where words stand in the sentences of a piece, each time whole: sentence number, span, sentence.

    Letter for letter, but for white space: a line end in the report may be a space in the words.
    """
    parts = words.split()
    if not parts or len(words) > _LONGEST:
        return
    pattern = re.compile(
        ("(?<!\\w)" if _is_letter(parts[0][0]) else "")
        + r"\s+".join(map(re.escape, parts))
        + ("(?!\\w)" if _is_letter(parts[-1][-1]) else "")
    )
    within = piece.span
    matches = [Span(*match.span()) for match in pattern.finditer(text, within.start, within.end)]
    for number, sentence in piece.sentences:
        for span in matches:
            if sentence.span.covers(span):
                yield number, span, sentence


def shown(words: str) -> str:
    """Words of an answer as a message may hold them: one short line of signs that can be printed and kept."""
    line = " ".join(words[: 4 * _SHOWN].split())
    plain = "".join(sign if sign.isprintable() else "\ufffd" for sign in line)
    return plain if len(plain) <= _SHOWN and len(words) <= 4 * _SHOWN else plain[: _SHOWN - 1] + "…"


def _is_letter(sign: str) -> bool:
    return bool(re.match(r"\w", sign))


def _of_shape(given: Any) -> bool:
    """Whether a claim has each key of the schema with a value of its kind."""
    return (
        isinstance(given, dict)
        and given.keys() >= _KEYS
        and all(isinstance(given[key], str) for key in ("type", "trigger", "polarity", "modality"))
        and type(given["sentence"]) is int
        and _all_texts(given["roles"], "role", "words")
        and _all_texts(given["speakers"], "words", "cue")
    )


def _all_texts(given: Any, *keys: str) -> bool:
    """Whether this is a list of objects with a text under each key."""
    return isinstance(given, list) and all(
        isinstance(one, dict) and all(isinstance(one.get(key), str) for key in keys) for one in given
    )


def _words_of(given: Any) -> str:
    trigger = given.get("trigger") if isinstance(given, dict) else given
    return trigger if isinstance(trigger, str) else type(trigger).__name__
