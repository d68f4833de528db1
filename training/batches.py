"""Documents to windows, windows to batches of arrays."""

from __future__ import annotations

import functools
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import resources

import torch
from corpora import HEADS, IGNORE, NAMES, ROLES, SAID, Bound, Claim, Document, Sentence
from torch import Tensor

from situate.extract.windows import MOST_PIECES, MOST_WORDS, OTHER, cuts, shape
from situate.extract.wordpiece import Wordpieces
from situate.resolve.registry import Registry
from situate.text.tokens import words as cut_words

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


def take(sentence: Sentence, keep: list[int], replaced: dict[int, str] | None = None) -> Sentence:
    """The sentence with only some of its words; arcs are renumbered (heads must be kept), spans stay well formed."""
    number = {old: new for new, old in enumerate(keep)}
    labels: dict[str, list[int]] = {}
    for kind, values in sentence.labels.items():
        if kind == "head":
            labels[kind] = [number[values[i]] if values[i] >= 0 else IGNORE for i in keep]
        else:
            labels[kind] = [values[i] for i in keep]
    for kind in ("mention", "name", "event", "claim", *SAID):
        if kind in labels:
            labels[kind] = _mended(labels[kind])
    bound = {
        number: Bound([b.trigger[i] for i in keep], *(_mended([row[i] for i in keep]) for row in (b.role, b.speaker)))
        for number, b in sentence.bound.items()
    }
    return Sentence([(replaced or {}).get(i, sentence.words[i]) for i in keep], labels, bound=bound)


def _mended(tags: list[int]) -> list[int]:
    """A continuation whose beginning was dropped begins the span."""
    result: list[int] = []
    for tag in tags:
        lone = tag > 0 and tag % 2 == 0 and (not result or result[-1] not in {tag, tag - 1})
        result.append(tag - 1 if lone else tag)
    return result


def without_marks(sentence: Sentence) -> Sentence:
    """As some collections print news: no commas, quotes, apostrophes; the possessive is glued to its noun."""
    heads = {h for i, h in enumerate(sentence.labels.get("head", [])) if h != i}
    roots = {i for i, h in enumerate(sentence.labels.get("head", [])) if h == i}
    drop: set[int] = set()
    replaced: dict[int, str] = {}
    for i, word in enumerate(sentence.words):
        if i in heads or i in roots:
            continue
        if word in {",", ";", ":", '"', "'", "“", "”", "‘", "’", "(", ")", "``", "''"}:
            drop.add(i)
        elif i and word in {"'s", "’s"} and i - 1 not in drop:
            drop.add(i)
            replaced[i - 1] = sentence.words[i - 1] + "s"
    keep = [i for i in range(len(sentence.words)) if i not in drop]
    return take(sentence, keep, replaced) if keep else sentence


def without_end(sentence: Sentence) -> Sentence:
    """As in a headline: no mark at the end."""
    last = len(sentence.words) - 1
    heads = sentence.labels.get("head", [])
    if last < 1 or sentence.words[last] not in {".", "!", "?"} or last in heads:
        return sentence
    return take(sentence, list(range(last)))


def recased(change: Callable[[str], str]) -> Callable[[Sentence], Sentence]:
    """A change of the letters of every word."""

    def changed(sentence: Sentence) -> Sentence:
        return Sentence([change(w) for w in sentence.words], sentence.labels, bound=sentence.bound)

    return changed


# Short names of armed sides: some are everyday words in small letters, which a web treebank teaches the model to see.
_SIDES = [
    "IS",
    "ISIS",
    "SAA",
    "IS",
    "FSA",
    "SDF",
    "YPG",
    "IS",
    "ISIL",
    "HTS",
    "PKK",
    "IS",
    "Daesh",
    "ISF",
    "RSF",
    "IS",
    "SNA",
    "Hamas",
]


_BODIES = frozenset(
    ["army", "military", "forces", "troops", "soldiers", "fighters", "rebels", "militia", "militants", "regime", "-"]
)
_MEANS = {"air", "aerospace", "navy", "naval", "police", "gendarmerie", "coast"}  # who is named so acts by these means


def renamed(sentence: Sentence, chance: random.Random) -> Sentence:
    """Organisations of one word, now and then, under the short name of an armed side; who acts under another's name."""
    tags = sentence.labels.get("name", [])
    begin = 1 + 2 * NAMES.index("ORG")
    words = list(sentence.words)
    for i, tag in enumerate(tags):
        alone = tag == begin and (i + 1 == len(tags) or tags[i + 1] != begin + 1)
        if alone and words[i].isalpha() and chance.random() < 0.5:
            words[i] = chance.choice(_SIDES)
    return under_others(Sentence(words, sentence.labels, sentence.spans, sentence.bound), chance, 0.3)


def under_others(sentence: Sentence, chance: random.Random, share: float) -> Sentence:
    """A share of those who act in a sentence by name, under another's name of as many words."""
    words = list(sentence.words)
    for start, end in sorted(acting(sentence)):
        names = sides().get(end - start)
        if names and chance.random() < share:
            words[start:end] = chance.choice(names)
    return Sentence(words, sentence.labels, sentence.spans, sentence.bound)


def _by_means(name: list[str]) -> bool:
    return not _MEANS.isdisjoint(w.lower() for w in name)


def acting(sentence: Sentence) -> set[tuple[int, int]]:
    """Where proper names fill the role of an actor, from word to word, without an article before them."""
    begin = 1 + 2 * ROLES.index("actor")
    found = set()
    for bound in sentence.bound.values():
        for start in (i for i, tag in enumerate(bound.role) if tag == begin):
            end = start + 1
            while end < len(bound.role) and bound.role[end] == begin + 1:
                end += 1
            first = start + (sentence.words[start].lower() == "the")
            name = sentence.words[first:end]
            plain = name and name[0][0].isupper() and all(w[0].isupper() or w in _BODIES for w in name[1:])
            if plain and not _by_means(name):
                found.add((first, end))
    return {s for s in found if not any(o != s and o[0] < s[1] and s[0] < o[1] for o in found)}


@functools.cache
def sides() -> dict[int, list[list[str]]]:
    """Names of armed sides by their number of words, from the registry; none that the swap test asks about."""
    asked = resources.files("situate.evaluate").joinpath("actors.yaml").read_text("utf-8").lower()
    found: dict[int, list[list[str]]] = {}
    for actor in Registry.load().rows.values():
        for name in actor.names if actor.armed or (actor.kind == "state_forces" and actor.theatres) else ():
            cut = [name[a:b] for a, b in cut_words(name)]
            if name[0].isupper() and "(" not in name and name.lower() not in asked and not _by_means(cut):
                found.setdefault(len(cut), []).append(cut)
    return found


_CHANGES = (
    recased(str.lower),
    recased(str.lower),
    recased(str.upper),
    recased(str.title),
    without_end,
    without_end,
    *[without_marks] * 4,
)


def twin(window: Window, wordpieces: Wordpieces, chance: random.Random) -> Window | None:
    """The window with other names, of as many words, for all who act in it by name; none where nobody does."""
    made = [under_others(sentence, chance, 1.0) for sentence in window.sentences]
    if all(new.words == old.words for new, old in zip(made, window.sentences, strict=True)):
        return None
    pieces = [[wordpieces.pieces(w) for w in sentence.words] for sentence in made]
    return Window(made, pieces, window.claims, window.report)


class Windows:
    """Cuts documents into windows; in training with random lengths and disturbed print."""

    def __init__(
        self, wordpieces: Wordpieces, chance: random.Random | None = None, disturbed: float = 0.1, single: float = 0.75
    ) -> None:
        self.wordpieces, self.chance, self.disturbed, self.single = wordpieces, chance, disturbed, single

    def of(self, document: Document) -> Iterator[Window]:
        """The windows of a document in order."""
        sentences = [part for s in document.sentences for part in self._fitting(s)]
        position = 0
        while position < len(sentences):
            most = self._most()
            change = self._change()
            window = Window([], [], document.claims, document.number)
            words = size = 0
            while position < len(sentences) and len(window.sentences) < most:
                sentence = change(sentences[position]) if change else sentences[position]
                sentence = renamed(sentence, self.chance) if self.chance else sentence
                pieces = [self.wordpieces.pieces(w) for w in sentence.words]
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

    def _most(self) -> int:
        if self.chance is None:
            return 10_000
        return 1 if self.chance.random() < self.single else self.chance.randint(2, LONGEST)

    def _change(self) -> Callable[[Sentence], Sentence] | None:
        if self.chance is None or self.chance.random() >= self.disturbed:
            return None
        return self.chance.choice(_CHANGES)


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
