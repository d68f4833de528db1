"""From a checkpoint to the int8 ONNX file of the package, with its vocabulary and manifest.

    python training/export.py --checkpoint FILE --encoder DIR --out DIR [--name reader] [--decoding FILE]

Weights of matrix products: int8 per channel with reduced range, activations quantised as the model runs. Word
embeddings: int8 with one scale a row. One window a call: the scales of activations depend on all that is in a call.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import tempfile
from pathlib import Path
from typing import Any

import checkpoints
import corpora
import numpy as np
import onnx
import torch
from network import Reader
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from situate.extract.encoding.windows import MOST_PIECES

OPSET = 17
INPUTS = ("input_ids", "shape_ids", "first", "sentence")
log = logging.getLogger("export")


class Exported(nn.Module):
    """What runs in the package: one call gives everything that decoding needs."""

    def __init__(self, reader: Reader, heads: list[str]) -> None:
        super().__init__()
        self.reader, self.heads = reader, heads

    def forward(self, input_ids: Tensor, shape_ids: Tensor, first: Tensor, sentence: Tensor) -> tuple[Tensor, ...]:
        states = self.reader.states(input_ids, shape_ids, first)
        arcs = self.reader.arcs(states, sentence)
        relations = self.reader.relations(states, arcs.argmax(-1))
        return (arcs, relations, *(self.reader.taggers[name](states) for name in self.heads), states)


def to_onnx(model: Reader, heads: list[str], path: Path) -> None:
    """Write the network in float32."""
    for layer in model.encoder.layers:
        layer.plain = True
    model.encoder.alone = True
    model.encoder.places = nn.Embedding.from_pretrained(model.encoder.places.weight[: MOST_PIECES + 8].detach())
    example = (
        torch.tensor([[101, 2000, 2001, 2002, 2003, 102]]),
        torch.zeros(1, 6, dtype=torch.long),
        torch.tensor([[1, 2, 4]]),
        torch.tensor([[0, 0, 1]]),
    )
    outputs = ["arcs", "relations", *heads, "states"]
    axes = {n: {1: "pieces"} for n in INPUTS[:2]} | {n: {1: "words"} for n in (*INPUTS[2:], *outputs)}
    axes["arcs"] = {1: "words", 2: "words"}
    with torch.no_grad():
        torch.onnx.export(
            Exported(model, heads),
            example,
            str(path),
            input_names=list(INPUTS),
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )


def quantised_rows(path: Path) -> None:
    """Replace the float table of word embeddings by int8 rows with one scale each, gathered before scaling."""
    model = onnx.load(str(path))
    graph = model.graph
    table = max(graph.initializer, key=lambda t: int(np.prod(t.dims)))
    gather = next(n for n in graph.node if n.op_type == "Gather" and n.input[0] == table.name)
    weights = numpy_helper.to_array(table)
    scale = np.maximum(np.abs(weights).max(axis=1, keepdims=True) / 127, 1e-12).astype(np.float32)
    rows = np.clip(np.rint(weights / scale), -127, 127).astype(np.int8)
    graph.initializer.remove(table)
    graph.initializer.extend(
        [numpy_helper.from_array(rows, "word_rows"), numpy_helper.from_array(scale, "word_scales")]
    )
    ids, out = gather.input[1], gather.output[0]
    nodes = [
        helper.make_node("Gather", ["word_rows", ids], ["word_row"]),
        helper.make_node("Gather", ["word_scales", ids], ["word_scale"]),
        helper.make_node("Cast", ["word_row"], ["word_row_f"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["word_row_f", "word_scale"], [out]),
    ]
    place = list(graph.node).index(gather)
    graph.node.remove(gather)
    for offset, node in enumerate(nodes):
        graph.node.insert(place + offset, node)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def sha256(path: Path) -> str:
    """The hash of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_binder(model: Reader, target: Path) -> None:
    """Write the weights of the binder in half precision, and the manifest that pins them."""
    arrays: dict[str, np.ndarray] = {}
    for name, part in model.binder.named_children():
        if isinstance(part, nn.Embedding):
            arrays[name] = part.weight.detach().numpy()
        elif isinstance(part, nn.Linear):
            arrays[name] = part.weight.detach().numpy().T
            arrays[f"{name}_bias"] = part.bias.detach().numpy()
    np.savez(target, **{k: np.ascontiguousarray(v, dtype=np.float16) for k, v in arrays.items()})
    manifest = {
        "sha256": sha256(target),
        "kinds": corpora.CLAIMS,
        "roles": corpora.ROLES,
        "modalities": corpora.MODALITIES,
        "polarities": corpora.POLARITIES,
        "timings": corpora.TIMINGS,
    }
    target.with_suffix(".json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def write(checkpoint: Path, encoder: Path, out: Path, *, name: str, version: str, decoding: dict[str, Any]) -> None:
    """Write ``name``.onnx, vocab.txt, ``name``.json (the manifest), and the binder with its own, into ``out``."""
    model, sizes = checkpoints.load(checkpoint, encoder)
    model.eval()
    heads = [h for h in ("upos", "mention", "name", "claim", *corpora.SAID) if h in sizes]
    out.mkdir(parents=True, exist_ok=True)
    target, vocabulary = out / f"{name}.onnx", out / "vocab.txt"
    write_binder(model, out / f"{name}-binder.npz")
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "float.onnx"
        to_onnx(model, heads, plain)
        quantize_dynamic(
            str(plain),
            str(target),
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )
    quantised_rows(target)
    vocabulary.write_text((encoder / "vocab.txt").read_text(encoding="utf-8"), encoding="utf-8")
    manifest = {
        "name": "situate-model",
        "version": version,
        "onnx": target.name,
        "opset": OPSET,
        "sha256": {target.name: sha256(target), vocabulary.name: sha256(vocabulary)},
        "labels": {
            "upos": corpora.UPOS,
            "relation": corpora.RELATIONS,
            "mention": corpora.MENTIONS,
            "name": corpora.NAMES,
            "claim": corpora.CLAIMS,
            **{kind: [kind] for kind in corpora.SAID},
        },
        "decoding": decoding,
        "licence": "CC-BY-SA-4.0",
    }
    (out / f"{name}.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    log.info("%s: %.1f MB", target, target.stat().st_size / 1e6)


def main() -> None:
    """Read the arguments and run the stage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", default="reader")
    parser.add_argument("--version", default="2.0")
    parser.add_argument("--decoding", type=Path, help="JSON with biases of labels by head")
    options = parser.parse_args()
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    log.setLevel(logging.INFO)
    logging.getLogger("root").setLevel(logging.ERROR)
    decoding = json.loads(options.decoding.read_text(encoding="utf-8")) if options.decoding else {}
    write(
        options.checkpoint, options.encoder, options.out, name=options.name, version=options.version, decoding=decoding
    )


if __name__ == "__main__":
    main()
