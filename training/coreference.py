"""Learn what pronouns take up: a scorer of antecedents over the packaged model, which stands still.

    python training/coreference.py --data DIR --out DIR [--seeds 1 2] [--epochs 7 8] [--kept FILE] [--model FILE]

Learns from the reports of ``marks.jsonl``, in which everybody is marked and numbered, from the coreference of GUM and,
where mentions of one person or body are marked, of ECB+ (only whom a mention takes up; not that it takes up nobody,
since ECB+ marks a few sentences a text). Nouns, pronouns and candidates are those that the reader finds in its own
trees (``situate.extract.referring.words``), as at run time. Writes ``reader-referring.npz`` (a layer for each seed)
and its manifest, and tells how often the right antecedent is the likeliest in the development parts, by the sort of
what refers. ``--kept`` keeps what the model read, for a second run.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import logging
import pickle
import random
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import corpora
import numpy as np
import torch
from learning import seed_all
from torch import Tensor, nn

from situate.extract.encoding.encoder import Encoder
from situate.extract.referring.antecedents import NEAR
from situate.extract.referring.words import NOUN_CLASSES, PAIR_CLASSES, Noun, Nouns, pairs

_SORTS = ("a name", "he", "she", "it", "they", "who speaks", "other pronouns", "nouns")
_WEIGHTS = torch.tensor([0.0, 1.0, 1.0, 1.5, 1.5, 0.4, 0.4, 0.3])  # of the loss, by sort
_NEW_NOUNS = 0.4  # share of the nouns that take up nothing from which is learned: they are nine in ten
_PIECE = 120  # mentions a step
log = logging.getLogger("coreference")


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its marked mentions (where each, or its head, begins and ends, and its chain).

    ``whole``: whether all mentions are marked; ``within``: where they are.
    """

    text: str
    marked: tuple[tuple[int, int, str], ...]
    whole: bool
    within: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """The nouns of a text as classes and vectors, and for each that refers the pairs with those before it."""

    classes: Tensor
    vectors: Tensor
    refers: tuple[int, ...]
    sorts: Tensor
    signs: Tensor
    one: Tensor
    other: Tensor
    right: Tensor
    whole: bool


def gum(folder: Path, part: str) -> Iterator[Text]:
    """The documents of GUM with the heads of their mentions."""
    for row in _rows(folder / "gum" / f"{part}.jsonl.gz"):
        joined, paragraphs = set(row["no_space_after"]), set(row["paragraph_starts"])
        text, places = _joined(row["tokens"], joined, row["sentences"], paragraphs)
        begins = [first for first, _ in row["sentences"]]
        marked = []
        for entity in row["entities"]:
            inside = range(entity["start"], entity["end"])
            rulers = ((i, begins[bisect_right(begins, i) - 1] + row["head"][i] - 1) for i in inside)
            head = next((i for i, ruler in rulers if row["head"][i] == 0 or ruler not in inside), inside[0])
            marked.append((*places[head], entity["cluster"]))
        yield Text(text, tuple(marked), whole=True)


def ecbplus(folder: Path, part: str) -> Iterator[Text]:
    """The documents of ECB+ with their mentions, which stand in some sentences."""
    for row in _rows(folder / "ecbplus" / f"{part}.jsonl.gz"):
        text, places = _joined(row["tokens"], set(), row["sentences"], {0, 1})
        marked = [
            (places[m["tokens"][0]][0], places[m["tokens"][-1]][1], m.get("cluster") or m["id"])
            for m in row["mentions"]
        ]
        told = sorted({m["sentence"] for m in row["mentions"] if m.get("sentence") is not None})
        bounds = [row["sentences"][number] for number in told]
        within = tuple((places[first][0], places[last - 1][1]) for first, last in bounds)
        if text.strip():
            yield Text(text, tuple(marked), whole=False, within=within)


def marked(folder: Path, part: str) -> Iterator[Text]:
    """The marked reports of a part."""
    for row, report in corpora.marked(folder, part):
        chains = tuple((start, end, str(who)) for start, end, _, many, _ in row["marks"] for who in many)
        yield Text(report["text"], chains, whole=True)


def read(encoder: Encoder, one: Text, chance: random.Random) -> Read | None:
    """A text as the model reads it; ``None`` where nothing in it refers."""
    seen, nouns, vectors = Nouns(), [], []
    for sentence, states in encoder.parse(one.text):
        there = seen.of(sentence)
        nouns += there
        vectors += [states[noun.index] for noun in there]
    chains = _chains(nouns, one)
    refers, sorts, signs, first, second, right = [], [], [], [], [], []
    for number, noun in enumerate(nouns):
        empty = one.whole and noun.points and not chains[number]  # "it is clear that": no mention at all
        if not noun.sort or not (chains[number] or empty):
            continue
        near = [i for i in range(max(0, number - NEAR), number) if one.whole or _inside(nouns[i], one.within)]
        taken = [bool(chains[i] & chains[number]) for i in near]
        if not near or not (any(taken) or (one.whole and (noun.sort != 7 or chance.random() < _NEW_NOUNS))):
            continue
        signs += pairs(noun, [nouns[i] for i in near])
        first += [len(refers)] * len(near)
        second, right = second + near, right + taken
        refers.append(number)
        sorts.append(noun.sort)
    if not refers:
        return None
    return Read(
        torch.tensor(np.array([n.classes for n in nouns]) + _offsets(NOUN_CLASSES)),
        torch.tensor(np.array(vectors), dtype=torch.float16),
        tuple(refers), torch.tensor(sorts), torch.tensor(np.array(signs) + _offsets(PAIR_CLASSES)),
        torch.tensor(first), torch.tensor(second), torch.tensor(right), one.whole,
    )  # fmt: skip


class Net(nn.Module):
    """The sums of ``situate.extract.referring.antecedents`` in the library that learns."""

    def __init__(self, size: int, hidden: int, narrow: int) -> None:
        super().__init__()
        self.own, self.other = nn.Linear(size, hidden), nn.Linear(size, hidden, bias=False)
        self.own_narrow, self.other_narrow = nn.Linear(size, narrow, bias=False), nn.Linear(size, narrow, bias=False)
        self.both = nn.Linear(narrow, hidden, bias=False)
        self.own_classes, self.other_classes = (nn.Embedding(sum(NOUN_CLASSES), hidden) for _ in range(2))
        self.pairs = nn.Embedding(sum(PAIR_CLASSES), hidden)
        for table in (self.own_classes, self.other_classes, self.pairs):
            nn.init.normal_(table.weight, std=0.1)
        self.none_hidden, self.none, self.score = nn.Linear(hidden, hidden), nn.Linear(hidden, 1), nn.Linear(hidden, 1)
        self.drop, self.drop_vector = nn.Dropout(0.3), nn.Dropout(0.2)

    def forward(self, one: Read, first: int, last: int) -> tuple[Tensor, Tensor]:
        """Log-probabilities [mentions, 1 + the most candidates] of the mentions from ``first`` to before ``last``.

        The first is that of taking up nothing; beside them, which are right.
        """
        here = (one.one >= first) & (one.one < last)
        mention, other, signs = one.one[here] - first, one.other[here], one.signs[here]
        rows, at = torch.unique(other, return_inverse=True)
        refers = torch.tensor(one.refers[first:last])
        mine, theirs = (self.drop_vector(one.vectors[i].float()) for i in (refers, rows))
        own = self.own(mine) + self.own_classes(one.classes[refers]).sum(1)
        whole = self.other(theirs) + self.other_classes(one.classes[rows]).sum(1)
        narrow = self.own_narrow(mine)[mention] * self.other_narrow(theirs)[at]
        hidden = own[mention] + whole[at] + self.pairs(signs).sum(1) + self.both(narrow)
        scores = self.score(self.drop(torch.relu(hidden)))[:, 0]
        none = self.none(self.drop(torch.relu(self.none_hidden(torch.relu(own)))))[:, 0]
        many = torch.bincount(mention, minlength=last - first)
        place = torch.arange(len(mention)) - (many.cumsum(0) - many)[mention] + 1
        table = torch.full((last - first, int(many.max()) + 1), -1e9)
        table[:, 0] = none if one.whole else -1e4
        table = table.index_put((mention, place), scores)
        right = torch.zeros(table.shape, dtype=torch.bool)
        right[mention, place] = one.right[here]
        right[:, 0] = ~right.any(1)
        return torch.log_softmax(table, 1), right

    def weights(self) -> dict[str, np.ndarray]:
        """The weights under the names that they have at run time."""
        named = {name.removesuffix(".weight"): p for name, p in self.named_parameters()}
        found = {name.replace(".bias", "_bias"): p.detach().numpy().astype(np.float16) for name, p in named.items()}
        return found | {name: found[name][0] for name in ("none", "score")}


def fit(net: Net, parts: Sequence[Sequence[Read]], epochs: int, rate: float, chance: random.Random) -> None:
    """Learn from groups of texts, one step for each piece of one; what is kept is a running mean of the weights."""
    steps = [[(one, *cut)] for group in parts for one in group if len(group) == 1 for cut in _pieces(one)]
    steps += [[(one, 0, len(one.refers)) for one in group] for group in parts if len(group) > 1]
    optim = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=0.01)
    mean = [p.detach().clone() for p in net.parameters()]
    done = 0
    for epoch in range(epochs):
        net.train()
        total = 0.0
        for step in chance.sample(steps, len(steps)):
            optim.param_groups[0]["lr"] = rate * (1 - done / (epochs * len(steps)))
            lost, weight = torch.zeros(()), torch.zeros(())
            for one, first, last in step:
                found, right = net(one, first, last)
                heavy = _WEIGHTS[one.sorts[first:last]]
                lost = lost - (torch.logsumexp(found.masked_fill(~right, -1e9), 1) * heavy).sum()
                weight = weight + heavy.sum()
            value = lost / weight
            optim.zero_grad()
            value.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optim.step()
            done, total = done + 1, total + float(value.detach())
            with torch.no_grad():
                for kept, p in zip(mean, net.parameters(), strict=True):
                    kept.lerp_(p, 0.005)
        log.info("epoch %d loss %.3f", epoch + 1, total / len(steps))
    with torch.no_grad():
        for kept, p in zip(mean, net.parameters(), strict=True):
            p.copy_(kept)


@torch.no_grad()
def measure(net: Net, texts: Iterable[Read]) -> dict[str, str]:
    """How often the likeliest is right of what takes something up, and how often it is seen that something does not."""
    net.eval()
    counted = np.zeros((len(_SORTS), 4), dtype=int)
    for one in texts:
        found, right = net(one, 0, len(one.refers))
        hits = right[torch.arange(len(right)), found.argmax(1)]
        for sort, hit, nothing in zip(one.sorts.tolist(), hits.tolist(), right[:, 0].tolist(), strict=True):
            counted[sort, 2 * nothing : 2 * nothing + 2] += (hit, 1)
    return {
        name: f"{a}/{b} = {a / max(b, 1):.3f}; of nothing {c}/{d} = {c / max(d, 1):.3f}"
        for name, (a, b, c, d) in zip(_SORTS, counted.tolist(), strict=True)
        if b + d
    }


def save(nets: Sequence[Net], folder: Path, version: str) -> None:
    """Write the weights and the manifest that pins them."""
    file = folder / "reader-referring.npz"
    np.savez(file, **{f"{i}.{name}": array for i, net in enumerate(nets) for name, array in net.weights().items()})
    manifest = {"sha256": hashlib.sha256(file.read_bytes()).hexdigest(), "of": version}
    file.with_suffix(".json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def _joined(
    tokens: Sequence[str], together: set[int], sentences: Sequence[Sequence[int]], paragraphs: set[int]
) -> tuple[str, list[tuple[int, int]]]:
    """The words of a document as a text, and where each stands."""
    begins = {first: number for number, (first, _) in enumerate(sentences)}
    text, places = "", []
    for i, token in enumerate(tokens):
        paragraph = begins.get(i) in paragraphs
        text += "" if not i else "\n\n" if paragraph else "" if i - 1 in together else " "
        places.append((len(text), len(text) + len(token)))
        text += token
    return text, places


def _chains(nouns: Sequence[Noun], one: Text) -> list[set[str]]:
    """The chains of each noun: of the mentions that it rules, or whose head it is."""
    found: list[set[str]] = [set() for _ in nouns]
    starts = [noun.span.start for noun in nouns]
    for start, end, chain in one.marked:
        first = bisect_right(starts, start - 1)
        inside = [i for i in range(first, bisect_right(starts, end - 1)) if nouns[i].span.end <= end]
        words = {nouns[i].word for i in inside}
        head = next((i for i in inside if not words & set(nouns[i].above)), None)
        if head is not None:
            found[head].add(chain)
    return found


def _inside(noun: Noun, bounds: Sequence[tuple[int, int]]) -> bool:
    return any(first <= noun.span.start < last for first, last in bounds)


def _offsets(classes: Sequence[int]) -> np.ndarray:
    return np.cumsum((0, *classes[:-1]))


def _pieces(one: Read) -> Iterator[tuple[int, int]]:
    size = len(one.refers)
    return ((first, min(size, first + _PIECE)) for first in range(0, size, _PIECE))


def _sets(encoder: Encoder, folder: Path, seed: int) -> dict[str, list[Read]]:
    """What the model makes of the training and development parts of all sets."""
    chance, found = random.Random(seed), {}
    for name, texts in (("GUM", gum), ("ECB+", ecbplus)):
        for part in ("train", "dev"):
            found[f"{name} {part}"] = [r for t in texts(folder, part) if (r := read(encoder, t, chance)) is not None]
    chance = random.Random(seed)
    for part in ("train", "dev"):
        found[f"marks {part}"] = [r for t in marked(folder, part) if (r := read(encoder, t, chance)) is not None]
    return found


def main() -> None:
    """Read the arguments, learn, measure, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--kept", type=Path)
    parser.add_argument("--epochs", type=int, nargs="+", default=[7, 8], help="for each seed")
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--hidden", type=int, default=96)
    parser.add_argument("--narrow", type=int, default=48)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2])
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(1)
    encoder = Encoder.load(options.model)
    if options.kept is not None and options.kept.is_file():
        sets = pickle.loads(options.kept.read_bytes())
    else:
        sets = _sets(encoder, options.data, options.seeds[0])
        if options.kept is not None:
            options.kept.write_bytes(pickle.dumps(sets))
    few = sets["ECB+ train"]
    groups = [[one] for one in sets["GUM train"]] + [few[i : i + 8] for i in range(0, len(few), 8)]
    groups += [[one] for one in sets["marks train"]]
    nets = []
    for seed, epochs in zip(options.seeds, options.epochs, strict=True):
        chance = seed_all(seed)
        nets.append(Net(sets["GUM train"][0].vectors.shape[1], options.hidden, options.narrow))
        fit(nets[-1], groups, epochs, options.rate, chance)
        for name in ("GUM dev", "ECB+ dev", "marks dev"):
            log.info("%s: %s", name, json.dumps(measure(nets[-1], sets[name]), indent=1))
    save(nets, options.out, encoder.version)


if __name__ == "__main__":
    main()
