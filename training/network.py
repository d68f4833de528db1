"""The reading model: a small BERT encoder with shapes of words at its input, and heads over its words."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import torch
from corpora import CLAIMS, MODALITIES, ROLES, TIMINGS
from torch import Tensor, nn
from torch.nn import functional

from situate.extract.encoding.windows import SHAPES
from situate.extract.roles.binding import DISTANCES, GAPS
from situate.extract.tree.paths import DOWNS, UPS

HIDDEN, LAYERS, ATTENTION, INNER, PLACES = 384, 6, 12, 1536, 512
ARC, REL = 256, 128
WIDE, NARROW = 192, 64  # of the binder
FAR = -1e4  # the score of an arc that is not allowed


class Layer(nn.Module):
    """One transformer layer (post-norm, GELU), as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.up, self.down = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm_a, self.norm_b = (nn.LayerNorm(HIDDEN, eps=1e-12) for _ in range(2))
        self.drop = nn.Dropout(dropout)
        self.plain = False  # attention written out, for export and for networks side by side

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """``x`` is [batch, pieces, hidden]; ``mask`` is true where a piece may be looked at."""
        x = self.norm_a(x + self.drop(self.out(self._attend(x, mask))))
        return self.norm_b(x + self.drop(self.down(functional.gelu(self.up(x)))))

    def _attend(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length = x.shape[0], x.shape[1]
        q, k, v = (
            part(x).view(batch, length, ATTENTION, HIDDEN // ATTENTION).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        if self.plain:
            scores = q @ k.transpose(2, 3) / math.sqrt(HIDDEN // ATTENTION)
            mixed = (scores if mask is None else scores + (~mask) * FAR).softmax(-1) @ v
        else:
            mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return mixed.transpose(1, 2).reshape(batch, length, HIDDEN)


class Encoder(nn.Module):
    """MiniLM with an embedding of word shapes that starts at nothing."""

    def __init__(self, vocabulary: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, HIDDEN)
        self.places = nn.Embedding(PLACES, HIDDEN)
        self.kinds = nn.Parameter(torch.zeros(HIDDEN))
        self.shapes = nn.Embedding(SHAPES, HIDDEN)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.words.weight.requires_grad_(False)
        self.alone = False

    def forward(self, input_ids: Tensor, shape_ids: Tensor) -> Tensor:
        """[batch, pieces] twice to [batch, pieces, hidden]; piece 0 is padding."""
        places = torch.arange(input_ids.shape[1], device=input_ids.device)
        x = self.words(input_ids) + self.places(places) + self.kinds + self.shapes(shape_ids)
        x = self.drop(self.norm(x))
        # One window a call has no padding to hide.
        mask = None if self.alone else (input_ids != 0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load(self, arrays: Mapping[str, npt.NDArray[np.float32]]) -> None:
        """Take the weights of the published encoder, by its names."""
        names = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "out": "attention.output.dense",
            "norm_a": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm_b": "output.LayerNorm",
        }
        state = {
            "words.weight": arrays["embeddings.word_embeddings.weight"],
            "places.weight": arrays["embeddings.position_embeddings.weight"],
            "kinds": arrays["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": arrays["embeddings.LayerNorm.weight"],
            "norm.bias": arrays["embeddings.LayerNorm.bias"],
        }
        for number in range(LAYERS):
            for ours, theirs in names.items():
                for part in ("weight", "bias"):
                    state[f"layers.{number}.{ours}.{part}"] = arrays[f"encoder.layer.{number}.{theirs}.{part}"]
        missing = self.load_state_dict({k: torch.from_numpy(v) for k, v in state.items()}, strict=False)
        if missing.missing_keys != ["shapes.weight"] or missing.unexpected_keys:
            raise ValueError(f"encoder weights do not fit: {missing}")


class Binder(nn.Module):
    """What a claim binds to it: for a trigger, role and speaker tags of every word near it, and how certain it is."""

    def __init__(self, kinds: int, roles: int, modalities: int) -> None:
        super().__init__()
        self.word, self.trigger = nn.Linear(HIDDEN, WIDE), nn.Linear(HIDDEN, WIDE)
        self.word_narrow, self.trigger_narrow = nn.Linear(HIDDEN, NARROW), nn.Linear(HIDDEN, NARROW)
        self.both = nn.Linear(NARROW, WIDE)
        self.kind, self.distance = nn.Embedding(kinds, WIDE), nn.Embedding(DISTANCES, WIDE)
        self.gap = nn.Embedding(GAPS, WIDE)
        self.up, self.down = nn.Embedding(UPS, WIDE), nn.Embedding(DOWNS, WIDE)  # learned in stage 2c alone
        for embedding in (self.kind, self.distance, self.gap):
            nn.init.normal_(embedding.weight, std=0.02)
        for embedding in (self.up, self.down):
            nn.init.zeros_(embedding.weight)
        self.role, self.speaker = nn.Linear(WIDE, 2 * roles + 1), nn.Linear(WIDE, 3)
        self.sure = nn.Linear(HIDDEN, NARROW)
        self.modality, self.polarity = nn.Linear(NARROW, modalities), nn.Linear(NARROW, 2)
        self.when = nn.Linear(HIDDEN, NARROW)
        self.timing = nn.Linear(NARROW, len(TIMINGS))
        self.drop = nn.Dropout(0.2)

    def forward(self, states: Tensor, rows: Tensor, triggers: Tensor, kinds: Tensor, near: Tensor, gaps: Tensor):  # type: ignore[no-untyped-def]
        """``states`` [batch, words, hidden]; for each claim its row, trigger vector, type; [claims, words] places."""
        narrow = self.word_narrow(states)[rows] * self.trigger_narrow(triggers)[:, None]
        x = self.word(states)[rows] + (self.trigger(triggers) + self.kind(kinds))[:, None]
        x = self.drop(functional.relu(x + self.both(narrow) + self.distance(near) + self.gap(gaps)))
        sure = self.drop(functional.relu(self.sure(triggers)))
        when = self.drop(functional.relu(self.when(triggers)))
        return self.role(x), self.speaker(x), self.modality(sure), self.polarity(sure), self.timing(when)


class Reader(nn.Module):
    """The encoder and its heads; ``sizes`` gives the number of classes of each tagging head by name."""

    def __init__(self, vocabulary: int, sizes: Mapping[str, int], relations: int) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary)
        self.drop = nn.Dropout(0.2)
        self.taggers = nn.ModuleDict({name: nn.Linear(HIDDEN, size) for name, size in sizes.items()})
        self.arc_dep, self.arc_head = nn.Linear(HIDDEN, ARC), nn.Linear(HIDDEN, ARC)
        self.arc = nn.Parameter(torch.empty(ARC, ARC))
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        nn.init.normal_(self.arc, std=0.5 / math.sqrt(ARC))
        self.rel_dep, self.rel_head = nn.Linear(HIDDEN, REL), nn.Linear(HIDDEN, REL)
        self.rel = nn.Linear(REL, relations)
        self.binder = Binder(len(CLAIMS), len(ROLES), len(MODALITIES))

    def states(self, input_ids: Tensor, shape_ids: Tensor, first: Tensor) -> Tensor:
        """The vectors of words, [batch, words, hidden]: each the vector of the word's first piece."""
        pieces = self.encoder(input_ids, shape_ids)
        return pieces.gather(1, first[:, :, None].expand(-1, -1, HIDDEN))

    def arcs(self, states: Tensor, sentence: Tensor) -> Tensor:
        """Scores [batch, dependent, head]; a word that chooses itself is a root."""
        dep = functional.leaky_relu(self.arc_dep(states), 0.1)
        head = functional.leaky_relu(self.arc_head(states), 0.1)
        scores = dep @ self.arc @ head.transpose(1, 2) + (head * self.arc_bias).sum(-1)[:, None, :]
        same = (sentence[:, :, None] == sentence[:, None, :]) & (sentence >= 0)[:, :, None]
        return scores + (~same) * FAR

    def relations(self, states: Tensor, heads: Tensor) -> Tensor:
        """Scores of the relation of each word to the head given for it, [batch, words, relations]."""
        ruling = self.rel_head(states).gather(1, heads[:, :, None].expand(-1, -1, REL))
        scores: Tensor = self.rel(functional.relu(self.rel_dep(states) + ruling))
        return scores


def half(device: str) -> torch.autocast:
    """Half precision on a GPU; processors compute in it at half their speed, unless they have tiles for it (AMX)."""
    return torch.autocast(device, torch.bfloat16, enabled=device != "cpu")
