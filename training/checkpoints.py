"""Checkpoints without what never changes: half precision, and no table of words (the encoder's own stands still)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import corpora
import numpy as np
import safetensors
import torch
from network import Reader

WORDS = "encoder.words.weight"
VOCABULARY = 30522


def published(encoder: Path) -> Mapping[str, np.ndarray]:
    """The weights of all-MiniLM-L6-v2: as published, or as ``pack`` made them smaller."""
    packed = encoder / "encoder.npz"
    if not packed.exists():
        return safetensors.read(encoder / "model.safetensors")
    arrays = {name: array.astype(np.float32) for name, array in np.load(packed).items()}
    arrays["embeddings.word_embeddings.weight"] *= arrays.pop("scale")
    return arrays


def pack(encoder: Path, out: Path) -> None:
    """Write encoder.npz: half precision, words as bytes with one scale a row (as the exported model has them)."""
    arrays = dict(safetensors.read(encoder / "model.safetensors"))
    table = arrays.pop("embeddings.word_embeddings.weight")
    scale = np.maximum(np.abs(table).max(axis=1, keepdims=True) / 127, 1e-12)
    found = {n: a.astype(np.float16) for n, a in arrays.items() if np.issubdtype(a.dtype, np.floating)}
    rows = np.rint(table / scale).astype(np.int8)
    out.mkdir(parents=True, exist_ok=True)
    np.savez(out / "encoder.npz", **{"embeddings.word_embeddings.weight": rows, "scale": scale}, **found)
    (out / "vocab.txt").write_bytes((encoder / "vocab.txt").read_bytes())


def save(model: Reader, sizes: Mapping[str, int], path: Path) -> None:
    """Write a network."""
    state = {n: v.detach().half().cpu() for n, v in model.state_dict().items() if n != WORDS}
    torch.save({"model": state, "sizes": dict(sizes)}, path)


def fresh(encoder: Path, sizes: Mapping[str, int]) -> Reader:
    """A network with the published encoder and new heads."""
    model = Reader(VOCABULARY, sizes, len(corpora.RELATIONS))
    model.encoder.load(published(encoder))
    return model


def load(path: Path, encoder: Path) -> tuple[Reader, dict[str, int]]:
    """The network of a checkpoint, and the sizes of its heads; parts of a binder that it lacks are new."""
    stored = torch.load(path, map_location="cpu", weights_only=True)
    model = fresh(encoder, stored["sizes"])
    state = {n: v.float() for n, v in stored["model"].items()}
    missing = set(model.load_state_dict(state, strict=False).missing_keys)
    if {n for n in missing if not n.startswith("binder.")} != {WORDS}:
        raise ValueError(f"{path} does not fit: {json.dumps(sorted(set(model.state_dict()) ^ set(state)))}")
    return model, stored["sizes"]
