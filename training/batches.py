"""Documents to windows, windows to batches of arrays."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import torch
from corpora import HEADS, IGNORE, Bound, Claim, Document, Sentence
from disturbing import CHANGES, renamed, under_others
from torch import Tensor

from situate.extract.encoding.windows import MOST_PIECES, MOST_WORDS, OTHER, cuts, shape
from situate.extract.encoding.wordpiece import Wordpieces

LONGEST = 8  # most sentences of a training window


@dataclass(slots=True)
class Window:
    """Sentences that are read together, with the pieces of every word."""

    sentences: list[Sentence]
    pieces: list[list[tuple[int, ...]]]
    claims: list[Claim] = field(default_factory=list)  # of the whole document
    report: int = -1  # number of the annotated report, where it is one
    twin: Window | None = None  # the same under other doers' names

    @property
    def size(self) -> int:
        return sum(len(p) for s in self.pieces for p in s)

    @property
    def words(self) -> int:
        return sum(len(s.words) for s in self.sentences)


def twin(window: Window, wordpieces: Wordpieces, chance: random.Random) -> Window | None:
    """The window with other names, of as many words, for all who act in it by name; none where nobody does.

    What is hidden in the window is hidden in its twin: they differ by the names alone.
    """
    made = [under_others(sentence, chance, 1.0) for sentence in window.sentences]
    if all(new.words == old.words for new, old in zip(made, window.sentences, strict=True)):
        return None
    pieces = [
        [
            piece if new == old else wordpieces.pieces(new)
            for new, old, piece in zip(now.words, was.words, own, strict=True)
        ]
        for now, was, own in zip(made, window.sentences, window.pieces, strict=True)
    ]
    return Window(made, pieces, window.claims, window.report)


class Windows:
    """Cuts documents into windows; in training with random lengths and disturbed print."""

    def __init__(
        self, wordpieces: Wordpieces, chance: random.Random | None = None, disturbed: float = 0.1, single: float = 0.75,
        hidden: float = 0.0, mask: int = 0,
    ) -> None:  # fmt: skip
        self.wordpieces, self.chance, self.disturbed, self.single = wordpieces, chance, disturbed, single
        self.hidden, self.mask = hidden, mask

    def of(self, document: Document) -> Iterator[Window]:
        """The windows of a document in order."""
        sentences = [part for s in document.sentences for part in self._fitting(s)]
        position = 0
        while position < len(sentences):
            most = self._most()
            change = self._change()
            window = Window([], [], document.claims, document.number)
            hide = self.hidden if self.chance and self.chance.random() < 0.5 else 0.0
            words = size = 0
            while position < len(sentences) and len(window.sentences) < most:
                sentence = change(sentences[position]) if change else sentences[position]
                sentence = renamed(sentence, self.chance) if self.chance else sentence
                pieces = [self.wordpieces.pieces(w) for w in sentence.words]
                pieces = self._hide(sentence, pieces, hide) if hide else pieces
                more = sum(map(len, pieces))
                full = words + len(sentence.words) > MOST_WORDS or size + more > MOST_PIECES
                if full and window.sentences:
                    break
                window.sentences.append(sentence)
                window.pieces.append(pieces)
                words, size = words + len(sentence.words), size + more
                position += 1
            yield window

    def _fitting(self, sentence: Sentence) -> list[Sentence]:
        ranges = cuts([len(self.wordpieces.pieces(w)) for w in sentence.words])
        if len(ranges) < 2:
            return [sentence]
        if "head" in sentence.labels:
            return []
        return [
            Sentence(
                sentence.words[a:b],
                {k: v[a:b] for k, v in sentence.labels.items()},
                sentence.spans[a:b],
                {n: Bound(*(row[a:b] for row in bound.rows())) for n, bound in sentence.bound.items()},
            )
            for a, b in ranges
        ]

    def _hide(self, sentence: Sentence, pieces: list[tuple[int, ...]], share: float) -> list[tuple[int, ...]]:
        """A share of the words that evoke no claim behind the mask, so that reports are not learned by heart."""
        tags = sentence.labels.get("claim") or [0] * len(pieces)
        return [
            (self.mask,) if tag == 0 and self.chance and self.chance.random() < share else own
            for own, tag in zip(pieces, tags, strict=True)
        ]

    def _most(self) -> int:
        if self.chance is None:
            return 10_000
        return 1 if self.chance.random() < self.single else self.chance.randint(2, LONGEST)

    def _change(self) -> Callable[[Sentence], Sentence] | None:
        if self.chance is None or self.chance.random() >= self.disturbed:
            return None
        return self.chance.choice(CHANGES)


def batches(windows: list[Window], pieces: int, chance: random.Random | None = None) -> list[list[Window]]:
    """Windows of like length together, up to a number of pieces with padding; in random order when given a chance.

    A window counts with its twin.
    """
    noise = (lambda: chance.uniform(0, 12)) if chance else (lambda: 0.0)
    ordered = sorted(range(len(windows)), key=lambda i: windows[i].size + noise())
    result: list[list[Window]] = []
    current: list[Window] = []
    for number in ordered:
        window = windows[number]
        widest = max([window.size, *(w.size for w in current)]) + 2
        if current and widest * sum(1 + (w.twin is not None) for w in [*current, window]) > pieces:
            result.append(current)
            current = []
        current.append(window)
    if current:
        result.append(current)
    if chance:
        chance.shuffle(result)
    return result


def arrays(batch: list[Window], wordpieces: Wordpieces) -> dict[str, Tensor]:
    """What the network takes, and the labels it should give ("head" counts words of the window)."""
    length = max(w.size for w in batch) + 2
    width = max(w.words for w in batch)
    data = {
        "input_ids": torch.zeros(len(batch), length, dtype=torch.long),
        "shape_ids": torch.full((len(batch), length), OTHER, dtype=torch.long),
        "first": torch.zeros(len(batch), width, dtype=torch.long),
        "sentence": torch.full((len(batch), width), -1, dtype=torch.long),
    }
    for kind in ("head", *HEADS):
        data[kind] = torch.full((len(batch), width), IGNORE, dtype=torch.long)
    for row, window in enumerate(batch):
        _fill(data, row, window, wordpieces)
    return data | _bindings(batch, width)


def _bindings(batch: list[Window], width: int) -> dict[str, Tensor]:
    """The claims whose triggers stand in the windows: their row, classes, trigger, and tags of all words.

    ``at`` is [claims, 6]: row of the batch, type, modality, polarity, sentence of the trigger in its window, timing.
    """
    at: list[list[int]] = []
    rows: list[tuple[list[int], list[int], list[int]]] = []
    for row, window in enumerate(batch):
        present: dict[int, int] = {}
        for place, s in enumerate(window.sentences):
            for number, bound in s.bound.items():
                if any(bound.trigger):
                    present.setdefault(number, place)
        for number, place in present.items():
            claim = window.claims[number]
            at.append([row, claim.kind, claim.modality, claim.polarity, place, claim.timing])
            blank = [[0] * len(s.words) for s in window.sentences]
            here = [
                s.bound[number].rows() if number in s.bound else (b, b, b)
                for s, b in zip(window.sentences, blank, strict=True)
            ]
            rows.append(tuple([v for part in here for v in part[i]] for i in range(3)))  # type: ignore[arg-type]
    data = {"at": torch.tensor(at, dtype=torch.long).view(-1, 6)}
    for i, (name, padding) in enumerate((("trigger", 0), ("role", IGNORE), ("speaker", IGNORE))):
        data[name] = torch.full((len(at), width), padding, dtype=torch.long)
        for k, row in enumerate(rows):
            data[name][k, : len(row[i])] = torch.tensor(row[i])
    return data


def _fill(data: dict[str, Tensor], row: int, window: Window, wordpieces: Wordpieces) -> None:
    ids, shapes, first, sentence = [wordpieces.start], [OTHER], [], []
    labels: dict[str, list[int]] = {kind: [] for kind in ("head", *HEADS)}
    for number, (read, pieces) in enumerate(zip(window.sentences, window.pieces, strict=True)):
        offset = len(first)
        for position, (word, parts) in enumerate(zip(read.words, pieces, strict=True)):
            first.append(len(ids))
            sentence.append(number)
            ids.extend(parts)
            shapes.extend([shape(word, position == 0)] * len(parts))
        for kind, values in labels.items():
            given = read.labels.get(kind) or [IGNORE] * len(read.words)
            values.extend(v + offset if kind == "head" and v >= 0 else v for v in given)
    ids.append(wordpieces.stop)
    shapes.append(OTHER)
    for name, values in (("input_ids", ids), ("shape_ids", shapes), ("first", first), ("sentence", sentence)):
        data[name][row, : len(values)] = torch.tensor(values)
    for name, values in labels.items():
        data[name][row, : len(values)] = torch.tensor(values)
