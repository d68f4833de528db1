"""Stage 3: the scorer of roles, on the word vectors of a finished model.

    python training/scorers.py --model FILE.onnx --annotated FILE --own DIR [--fold 0/5]

Takes the reader as it will run (int8), the gold triggers of the reports, and what the rules say of each; writes
``FILE-scorers.npz`` and its manifest beside the model. With a fold, that part of the annotated reports is left out and
scored. A minute or two on one core.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import corpora
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from situate.extract.claims import Judgement, Parsed, certainty_cues, frame_name
from situate.extract.encoder import Encoder
from situate.extract.features import WIDTH, candidates, of_pair
from situate.extract.roles import Timespan, ruled, setting
from situate.extract.slots import head_of, trigger_tokens
from situate.model.claim import ROLES
from situate.model.sentence import Labelled
from situate.ontology import load as load_ontology
from situate.text import times as time_expressions

SIZES = {"roles": (96, 128)}
LABELS = {"roles": ("none", *ROLES)}
# A missed filler costs as much as a wrong one; few candidates have a role, so that "none" is held back a little.
BIAS = {"roles": {"none": -0.8}}
log = logging.getLogger("scorers")


@dataclass(frozen=True)
class Row:
    """One example: columns of its features, the two vectors, its class."""

    columns: list[int]
    head: np.ndarray
    phrase: np.ndarray
    label: int


def dice(text: str, a: tuple[int, int], b: tuple[int, int]) -> float:
    """Overlap of two spans in words."""
    import re

    left, right = ({m.start() + s for m in re.finditer(r"\w+", text[s:e])} for s, e in (a, b))
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def examples(report: dict[str, Any], encoder: Encoder, judge: Judgement) -> Iterator[tuple[str, Row]]:
    """The examples of one report, by scorer."""
    text = report["text"]
    times = [Timespan(t.start, t.end, t.kind == "DURATION") for t in time_expressions.find(text)]
    for sentence, states in encoder.parse(text):
        claims = [c for c in report["claims"] if sentence.start <= c["trigger"]["start"] < sentence.end]
        marked = [(c, Labelled(c["trigger"]["start"], c["trigger"]["end"], c["type"], 1.0)) for c in claims]
        marked = [(c, t) for c, t in marked if trigger_tokens(sentence, t)]
        heads = [head_of(trigger_tokens(sentence, t)) for _, t in marked]
        parsed = Parsed(replace(sentence, triggers=tuple(t for _, t in marked)), states)
        here = [t for t in times if t.start < sentence.end and sentence.start < t.end]
        for (claim, trigger), head in zip(marked, heads, strict=True):
            others = [h.index for h in heads if h is not head]
            yield from _of_claim(text, claim, trigger, head, parsed, here, others, judge)


def _of_claim(text, claim, trigger, head, parsed, times, others, judge):  # type: ignore[no-untyped-def]
    sentence, states = parsed.sentence, parsed.states
    kind = judge.ontology.types[claim["type"]]
    frame = judge.ontology.frames[frame_name(sentence, head, kind)]
    about = setting(sentence, trigger, kind, ruled(sentence, trigger, kind, frame, times), others)
    inside = {t.index for t in trigger_tokens(sentence, trigger)}
    options = candidates(sentence, inside, {(t.start, t.end): t.duration for t in times})
    label = {}
    for role in claim["roles"]:
        span = (role["start"], role["end"])
        scored = [(dice(text, span, (o.start, o.end)), o.start - o.end, i) for i, o in enumerate(options)]
        best = max(scored, default=(0.0, 0, -1))
        if best[0] >= 0.4:
            label[best[2]] = role["role"]
    for i, option in enumerate(options):
        name = label.get(i, "none")
        yield "roles", Row(of_pair(about, option), states[head.index], states[option.head], LABELS["roles"].index(name))


class Network(nn.Module):
    """The scorer as it is trained; the package has the same sums in numpy."""

    def __init__(self, hidden: int, size: tuple[int, int], labels: int) -> None:
        super().__init__()
        narrow, wide = size
        self.head, self.phrase = nn.Linear(hidden, narrow), nn.Linear(hidden, narrow)
        self.states, self.features = nn.Linear(3 * narrow, wide), nn.Linear(WIDTH, wide, bias=False)
        self.out = nn.Linear(wide, labels)
        self.drop, self.drop_hidden = nn.Dropout(0.3), nn.Dropout(0.4)

    def forward(self, x: Tensor, heads: Tensor, phrases: Tensor) -> Tensor:
        """Scores [n, labels] of n rows."""
        a, b = functional.relu(self.head(self.drop(heads))), functional.relu(self.phrase(self.drop(phrases)))
        hidden = self.features(self.drop(x)) + self.states(torch.cat([a, b, a * b], -1))
        scores: Tensor = self.out(self.drop_hidden(functional.relu(hidden)))
        return scores


def fit(rows: Sequence[Row], name: str, epochs: int, seed: int) -> Network:
    """Train one scorer."""
    torch.manual_seed(seed)
    x = torch.zeros(len(rows), WIDTH)
    for i, row in enumerate(rows):
        x[i, row.columns] = 1
    heads, phrases = (torch.from_numpy(np.stack([getattr(r, part) for r in rows])) for part in ("head", "phrase"))
    labels = torch.tensor([r.label for r in rows])
    model = Network(heads.shape[1], SIZES[name], len(LABELS[name]))
    optimiser = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=0.02)
    steps = epochs * (len(rows) // 256 + 1)
    plan = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda k: max(0.02, 1 - k / steps))
    for _ in range(epochs):
        for part in torch.randperm(len(rows)).split(256):
            loss = functional.cross_entropy(
                model(x[part], heads[part], phrases[part]), labels[part], label_smoothing=0.05
            )
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            plan.step()
    return model.eval()


def weights(models: Sequence[Network]) -> dict[str, np.ndarray]:
    """Several networks as one that scores with the mean of theirs: the arrays of the package, in half precision.

    The hidden parts stand side by side; each network's states reach its own hidden part alone.
    """
    found = [{k: v.detach().numpy() for k, v in m.state_dict().items()} for m in models]
    narrow, wide, many = found[0]["head.bias"].size, found[0]["states.bias"].size, len(found)
    states = np.zeros((3 * narrow * many, wide * many), dtype=np.float32)
    for number, state in enumerate(found):
        for part in range(3):
            rows = slice((part * many + number) * narrow, (part * many + number + 1) * narrow)
            states[rows, number * wide : (number + 1) * wide] = state["states.weight"].T[
                part * narrow : (part + 1) * narrow
            ]
    side = {
        name: np.concatenate([f[f"{name}.weight"].T for f in found], axis=1) for name in ("head", "phrase", "features")
    }
    biases = {f"{name}_bias": np.concatenate([f[f"{name}.bias"] for f in found]) for name in ("head", "phrase")}
    arrays = {
        **side, **biases, "states": states,
        "hidden_bias": np.concatenate([f["states.bias"] for f in found]),
        "out": np.concatenate([f["out.weight"].T for f in found]) / many,
        "out_bias": sum(f["out.bias"] for f in found) / many,
    }  # fmt: skip
    return {k: np.ascontiguousarray(v, dtype=np.float16) for k, v in arrays.items()}


def main() -> None:
    """Read the arguments, train, write, and measure what was left out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--annotated", type=Path, required=True)
    parser.add_argument("--own", type=Path)
    parser.add_argument("--fold")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--networks", type=int, default=3, help="networks whose mean decides")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    torch.set_num_threads(1)
    encoder, ontology = Encoder.load(options.model), load_ontology()
    judge = Judgement(ontology, certainty_cues(ontology), {})
    number, folds = map(int, (options.fold or "-1/5").split("/"))
    reports = list(corpora.lines(options.annotated))
    own = [r for p in sorted(options.own.glob("*.jsonl")) for r in corpora.lines(p)] if options.own else []
    train = [r for i, r in enumerate(reports) if i % folds != number] + [r for r in own if r.get("split") != "test"]
    held = [r for i, r in enumerate(reports) if i % folds == number]
    parts: dict[str, list[Row]] = {name: [] for name in LABELS}
    for report in train:
        for name, row in examples(report, encoder, judge):
            parts[name].append(row)
    arrays: dict[str, np.ndarray] = {}
    seeds = range(options.seed, options.seed + options.networks)
    trained = {name: [fit(rows, name, options.epochs, seed) for seed in seeds] for name, rows in parts.items()}
    for name, models in trained.items():
        arrays |= {f"{name}.{part}": array for part, array in weights(models).items()}
    target = options.model.with_name(f"{options.model.stem}-scorers.npz")
    np.savez(target, **arrays)
    manifest = {
        "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
        "scorers": {name: {"labels": LABELS[name], "bias": BIAS[name]} for name in LABELS},
    }
    target.with_suffix(".json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    log.info("%s: %s examples", target.name, {name: len(rows) for name, rows in parts.items()})
    for name, models in trained.items():
        found = [row for r in held for n, row in examples(r, encoder, judge) if n == name]
        if found:
            log.info("%s right on what was left out: %.4f", name, accuracy(models[0], found))


def accuracy(model: Network, rows: Sequence[Row]) -> float:
    """Share of rows whose class is chosen."""
    x = torch.zeros(len(rows), WIDTH)
    for i, row in enumerate(rows):
        x[i, row.columns] = 1
    heads, phrases = (torch.from_numpy(np.stack([getattr(r, part) for r in rows])) for part in ("head", "phrase"))
    with torch.no_grad():
        chosen = model(x, heads, phrases).argmax(1)
    return float((chosen == torch.tensor([r.label for r in rows])).float().mean())


if __name__ == "__main__":
    main()
