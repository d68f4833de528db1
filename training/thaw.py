"""From the package's int8 files back to a checkpoint, where the one that they were made from is lost.

    python training/thaw.py --model src/situate/extract/model/reader.onnx --encoder DIR --data DIR --out FILE

Weights come back as the file holds them (seven bits a weight, one scale a column); the auxiliary head of stage 1, which
is not exported, is new. The table of words and the places beyond a window are the published encoder's.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import checkpoints
import numpy as np
import onnx
import torch
from base import sizes, training_part
from onnx import numpy_helper

_PREFIX = "reader."


def products(model: onnx.ModelProto) -> dict[str, np.ndarray]:
    """The weights of matrix products, [in, out], by the name of the bias that is added to each, else by their own."""
    arrays = {t.name: numpy_helper.to_array(t) for t in model.graph.initializer}
    makers = {out: node for node in model.graph.node for out in node.output}

    def weights(stem: str) -> np.ndarray:
        zero, scale = arrays[f"{stem}_zero_point"].astype(np.float32), arrays[f"{stem}_scale"]
        return (arrays[f"{stem}_quantized"].astype(np.float32) - zero) * scale

    def factor(value: str) -> str | None:
        """The name of the weights whose product, scaled back, is ``value``: a product of bytes, a cast, a scaling."""
        for _ in range(3):
            nodes = [makers[i] for i in makers[value].input if i in makers] if value in makers else []
            products = [n for n in nodes if n.op_type == "MatMulInteger"]
            if products:
                return products[0].input[1].removesuffix("_quantized")
            value = next((n.output[0] for n in nodes if n.op_type == "Cast"), "")
        return None

    stems = [n.removesuffix("_quantized") for n in arrays if n.endswith("_quantized")]
    found = {stem: weights(stem) for stem in stems if stem.startswith(_PREFIX)}
    for node in model.graph.node:
        bias = next((i for i in node.input if i.startswith(_PREFIX) and i.endswith(".bias")), None)
        stem = next((f for i in node.input if i != bias and (f := factor(i))), None) if node.op_type == "Add" else None
        if bias and stem:
            found[bias] = weights(stem)
    return found


def thawed(path: Path) -> dict[str, torch.Tensor]:
    """The state of a network from ``reader.onnx`` and ``reader-binder.npz`` beside it."""
    model = onnx.load(str(path))
    state = {
        t.name.removeprefix(_PREFIX): numpy_helper.to_array(t).copy()
        for t in model.graph.initializer
        if t.name.startswith(_PREFIX) and not t.name.endswith(("_scale", "_zero_point", "_quantized"))
    }
    for name, array in products(model).items():
        key = name.removeprefix(_PREFIX)
        state[key.replace(".bias", ".weight") if key.endswith(".bias") else key] = (
            array.T if key.endswith(".bias") else array
        )
    with np.load(path.with_name(f"{path.stem}-binder.npz"), allow_pickle=False) as binder:
        for name, array in binder.items():
            if name.endswith("_bias"):
                state[f"binder.{name.removesuffix('_bias')}.bias"] = array
            elif f"{name}_bias" in binder:
                state[f"binder.{name}.weight"] = array.T
            else:
                state[f"binder.{name}.weight"] = array
    return {n: torch.from_numpy(np.ascontiguousarray(a, dtype=np.float32)) for n, a in state.items()}


def main() -> None:
    """Read the arguments, write the checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("model", "encoder", "data", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    heads = sizes(training_part(options.data)[1])
    network = checkpoints.fresh(options.encoder, heads)
    state = thawed(options.model)
    places = network.encoder.places.weight.detach().clone()
    places[: len(state["encoder.places.weight"])] = state["encoder.places.weight"]
    state["encoder.places.weight"] = places
    left = network.load_state_dict(state, strict=False)
    if left.unexpected_keys or {n for n in left.missing_keys if "event" not in n} != {checkpoints.WORDS}:
        raise ValueError(f"{options.model} does not fit: {left}")
    options.out.parent.mkdir(parents=True, exist_ok=True)
    checkpoints.save(network, heads, options.out)


if __name__ == "__main__":
    main()
