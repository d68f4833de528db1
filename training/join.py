"""Stage 3b: two exported models as one file that says the mean of what both say.

    python training/join.py --first FILE.onnx --second FILE.onnx --out DIR [--name reader] [--version 3.0]

Both read the same pieces; the table of words, which training leaves as it was published, is held once. The scores of
every head are averaged (which multiplies probabilities), relations are read at the heads that both choose together, and
the vectors of a word stand one after the other. The binders become one whose layers lie beside each other, each on its
half of a word's vector; the scores of both are averaged likewise. Nothing of the package's reading changes by it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import onnx
from export import sha256
from onnx import helper, numpy_helper

SHARED = ("word_rows", "word_scales")
_OUT = ("role", "speaker", "modality", "polarity", "timing")  # last layers: their scores are averaged
_BESIDE = ("kind", "distance", "gap", "up", "down")  # tables of vectors: one beside the other


def joined(first: onnx.ModelProto, second: onnx.ModelProto, share: float) -> onnx.ModelProto:
    """Both graphs as one; raises ``ValueError`` where they are not of the same inputs, outputs and words."""
    for one, other in ((first.graph.input, second.graph.input), (first.graph.output, second.graph.output)):
        if [v.name for v in one] != [v.name for v in other]:
            raise ValueError(f"they differ in {[v.name for v in one]} and {[v.name for v in other]}")
    inputs = {v.name for v in first.graph.input}
    outputs = [v.name for v in first.graph.output]
    nodes, weights, widths = [], [], []
    for number, model in enumerate((first, second), 1):
        kept = inputs | set(SHARED)
        prefix = f"{number}/"
        for tensor in model.graph.initializer:
            if tensor.name in SHARED and number == 2:
                same = next(t for t in first.graph.initializer if t.name == tensor.name)
                if not np.array_equal(numpy_helper.to_array(same), numpy_helper.to_array(tensor)):
                    raise ValueError("they have other tables of words")
                continue
            new = onnx.TensorProto()
            new.CopyFrom(tensor)
            new.name = _renamed(tensor.name, prefix, kept)
            weights.append(new)
        for node in model.graph.node:
            new = onnx.NodeProto()
            new.CopyFrom(node)
            new.name = prefix + node.output[0]
            del new.input[:], new.output[:]
            new.input.extend(_renamed(name, prefix, kept) for name in node.input)
            new.output.extend(_renamed(name, prefix, kept) for name in node.output)
            if node.op_type == "ArgMax" and node.input[0] == "arcs":
                new.input[0] = "arcs"  # the heads that both choose together
            nodes.append(new)
        widths.append(next(v for v in model.graph.output if v.name == "states").type.tensor_type.shape.dim[2].dim_value)
    weights += [numpy_helper.from_array(np.float32(s), f"{n}/share") for n, s in ((1, 1 - share), (2, share))]
    for name in outputs:
        if name != "states":
            nodes += [helper.make_node("Mul", [f"{n}/{name}", f"{n}/share"], [f"{n}/{name}*"]) for n in (1, 2)]
        pair = [f"1/{name}", f"2/{name}"]
        nodes.append(
            helper.make_node("Concat", pair, [name], axis=2)
            if name == "states"
            else helper.make_node("Sum", [f"1/{name}*", f"2/{name}*"], [name])
        )
    told = []
    for value in first.graph.output:
        new = onnx.ValueInfoProto()
        new.CopyFrom(value)
        if value.name == "states" and all(widths):
            new.type.tensor_type.shape.dim[2].dim_value = sum(widths)
        told.append(new)
    given = {*inputs, *(t.name for t in weights)}
    graph = helper.make_graph(_ordered(nodes, given), "joined", list(first.graph.input), told, weights)
    model = helper.make_model(graph, opset_imports=list(first.opset_import), ir_version=first.ir_version)
    onnx.checker.check_model(model)
    return model


def _renamed(name: str, prefix: str, kept: Iterable[str]) -> str:
    return name if not name or name in kept else prefix + name


def _ordered(nodes: Sequence[onnx.NodeProto], given: set[str]) -> list[onnx.NodeProto]:
    """The nodes, each after those whose values it takes, else in the order given."""
    there, left, done = set(given), list(nodes), []
    while left:
        ready = [n for n in left if all(not i or i in there for i in n.input)]
        if not ready:
            raise ValueError(f"nothing gives {left[0].input}")
        for node in left:
            if all(not i or i in there for i in node.input):
                done.append(node)
                there.update(node.output)
        left = [n for n in left if not set(n.output) <= there]
    return done


def joined_binders(first: dict[str, np.ndarray], second: dict[str, np.ndarray], share: float) -> dict[str, np.ndarray]:
    """The layers of both binders beside each other; weights are [in, out]."""
    arrays = {}
    for name, one in first.items():
        other = second[name]
        stem = name.removesuffix("_bias")
        if stem in _OUT:
            less, more = one * (1 - share), other * share
            arrays[name] = less + more if name != stem else np.concatenate([less, more])
        elif name in _BESIDE or name != stem:
            arrays[name] = np.concatenate([one, other], axis=-1)
        else:
            arrays[name] = np.block(
                [[one, np.zeros((len(one), other.shape[1]))], [np.zeros((len(other), one.shape[1])), other]]
            )
    return arrays


def split_binder(joined: dict[str, np.ndarray], first: dict[str, np.ndarray], share: float) -> dict[str, np.ndarray]:
    """The second of two binders that ``joined_binders`` made one, given the first."""
    arrays = {}
    for name, both in joined.items():
        one, stem = first[name], name.removesuffix("_bias")
        if stem in _OUT:
            arrays[name] = (both - one * (1 - share) if name != stem else both[len(one) :]) / share
        elif name in _BESIDE or name != stem:
            arrays[name] = both[..., one.shape[-1] :]
        else:
            arrays[name] = both[len(one) :, one.shape[1] :]
    return arrays


def _binder(path: Path) -> dict[str, np.ndarray]:
    with np.load(path.with_name(f"{path.stem}-binder.npz"), allow_pickle=False) as arrays:
        return {name: arrays[name].astype(np.float32) for name in arrays.files}


def main() -> None:
    """Read the arguments, write the model, the binder, and the manifests that pin them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("first", "second", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--name", default="reader")
    parser.add_argument("--share", type=float, default=0.5, help="of the second")
    parser.add_argument("--version", default="3.0")
    options = parser.parse_args()
    out, vocabulary = options.out, options.first.with_name("vocab.txt")
    out.mkdir(parents=True, exist_ok=True)
    target, binder = out / f"{options.name}.onnx", out / f"{options.name}-binder.npz"
    pins = json.loads(options.first.with_suffix(".json").read_text(encoding="utf-8"))
    bound = json.loads(options.first.with_name(f"{options.first.stem}-binder.json").read_text(encoding="utf-8"))
    onnx.save(joined(onnx.load(str(options.first)), onnx.load(str(options.second)), options.share), str(target))
    arrays = joined_binders(_binder(options.first), _binder(options.second), options.share)
    np.savez_compressed(binder, **{k: np.ascontiguousarray(v, dtype=np.float16) for k, v in arrays.items()})
    (out / "vocab.txt").write_bytes(vocabulary.read_bytes())
    pins |= {"version": options.version, "onnx": target.name}
    pins["sha256"] = {target.name: sha256(target), "vocab.txt": sha256(out / "vocab.txt")}
    bound["sha256"] = sha256(binder)
    target.with_suffix(".json").write_text(json.dumps(pins, indent=1) + "\n", encoding="utf-8")
    binder.with_suffix(".json").write_text(json.dumps(bound, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
