"""From the package's int8 files back to a checkpoint, where the one that they were made from is lost.

    python training/thaw.py --model src/situate/extract/model/reader.onnx --encoder DIR --data DIR --out FILE

Of two models in one file (``join.py``) ``--beside FIRST.onnx`` gives the second: FIRST.onnx is the first alone, and
``--share`` the share of the second.

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
from join import split_binder
from onnx import numpy_helper

_PREFIX = "reader."


def products(model: onnx.ModelProto, prefix: str) -> dict[str, np.ndarray]:
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
    found = {stem: weights(stem) for stem in stems if stem.startswith(prefix)}
    for node in model.graph.node:
        bias = next((i for i in node.input if i.startswith(prefix) and i.endswith(".bias")), None)
        stem = next((f for i in node.input if i != bias and (f := factor(i))), None) if node.op_type == "Add" else None
        if bias and stem:
            found[bias] = weights(stem)
    return found


def thawed(path: Path, beside: Path | None = None, share: float = 0.25) -> dict[str, torch.Tensor]:
    """The state of a network from ``reader.onnx`` and ``reader-binder.npz`` beside it; of the second of two joined."""
    model = onnx.load(str(path))
    prefix = f"2/{_PREFIX}" if beside else _PREFIX
    state = {
        t.name.removeprefix(prefix): numpy_helper.to_array(t).copy()
        for t in model.graph.initializer
        if t.name.startswith(prefix) and not t.name.endswith(("_scale", "_zero_point", "_quantized"))
    }
    for name, array in products(model, prefix).items():
        key = name.removeprefix(prefix)
        state[key.replace(".bias", ".weight") if key.endswith(".bias") else key] = (
            array.T if key.endswith(".bias") else array
        )
    binder = binder_of(path)
    for name, array in (split_binder(binder, binder_of(beside), share) if beside else binder).items():
        if name.endswith("_bias"):
            state[f"binder.{name.removesuffix('_bias')}.bias"] = array
        elif f"{name}_bias" in binder:
            state[f"binder.{name}.weight"] = array.T
        else:
            state[f"binder.{name}.weight"] = array
    return {n: torch.from_numpy(np.ascontiguousarray(a, dtype=np.float32)) for n, a in state.items()}


def binder_of(path: Path) -> dict[str, np.ndarray]:
    """The arrays of the binder beside a model."""
    with np.load(path.with_name(f"{path.stem}-binder.npz"), allow_pickle=False) as binder:
        return {name: array.astype(np.float32) for name, array in binder.items()}


def main() -> None:
    """Read the arguments, write the checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("model", "encoder", "data", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--beside", type=Path, help="the first of two joined models, alone")
    parser.add_argument("--share", type=float, default=0.25, help="of the second of two joined models")
    options = parser.parse_args()
    heads = sizes(training_part(options.data)[1])
    network = checkpoints.fresh(options.encoder, heads)
    state = thawed(options.model, options.beside, options.share)
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
