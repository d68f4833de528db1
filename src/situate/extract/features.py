"""What the scorers see: candidate phrases of a claim, and the features of each pair.

A feature is a short string; it is hashed into one of ``WIDTH`` columns (CRC-32, the same on every machine). The role
that a frame gives a phrase is itself a feature, so that the scorer starts from what the rules know.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from situate.extract.phrases import Phrase, children, phrase_at
from situate.extract.slots import preposition
from situate.model.sentence import Sentence, Token

WIDTH = 2048
_MODIFIERS = frozenset({"there", "here", "many", "some", "several", "rebel", "regime", "opposition", "government"})
_HYPHENS = frozenset({"-", "‑", "–"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may fill a role: its head token, its span in the report, its kind (or time, duration)."""

    head: int
    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What a claim's candidates have in common: sentence, trigger head, type, slots and ruled roles by token."""

    sentence: Sentence
    head: Token
    type: str
    slots: Mapping[int, tuple[str, int]]
    ruled: Mapping[int, str]
    others: Collection[int]


def hashed(features: Sequence[str]) -> list[int]:
    """The columns of some features, each once, in order."""
    return sorted({zlib.crc32(feature.encode()) % WIDTH for feature in features})


def candidates(sentence: Sentence, inside: Collection[int], times: Mapping[tuple[int, int], bool]) -> list[Candidate]:
    """The phrases of a sentence outside of the trigger; ``times`` maps spans of time expressions to "is a duration"."""
    found, used = [], set(inside)
    for (start, end), duration in times.items():
        tokens = [t for t in sentence.tokens if t.start < end and start < t.end]
        if tokens:
            outside = {t.index for t in tokens}
            head = next((t for t in tokens if t.head not in outside), tokens[0])
            found.append(Candidate(head.index, start, end, "duration" if duration else "time"))
            used |= outside
    for token in sentence.tokens:
        if token.index not in used and _heads_phrase(sentence, token):
            phrase: Phrase = phrase_at(sentence, token.index)
            found.append(Candidate(token.index, phrase.start, phrase.end, phrase.kind))
    return found


def _heads_phrase(sentence: Sentence, token: Token) -> bool:
    if token.deprel in {"flat", "fixed"}:
        return False
    if (
        token.deprel == "compound"
        and token.upos == "PROPN"
        and token.head >= 0
        and sentence.tokens[token.head].upos == "PROPN"
    ):
        return False
    if token.upos in {"NOUN", "PROPN", "PRON", "NUM"}:
        return True
    if token.upos in {"ADJ", "ADV", "DET"} and (token.text[:1].isupper() or token.text.lower() in _MODIFIERS):
        return True
    following = sentence.tokens[token.index + 1 : token.index + 2]
    return token.upos in {"ADJ", "VERB"} and bool(following) and following[0].text in _HYPHENS


def of_pair(setting: Setting, candidate: Candidate) -> list[int]:
    """The features of one candidate for one claim."""
    sentence, head, kind = setting.sentence, setting.head, candidate.kind
    token = sentence.tokens[candidate.head]
    slot, depth = setting.slots.get(candidate.head, ("-", 0))
    ruled = setting.ruled.get(candidate.head, "-")
    found = [f"k={kind}", f"ty={setting.type}", f"tk={setting.type}|{kind}", f"u={token.upos}", f"d={token.deprel}"]
    found += [
        f"tu={head.upos}",
        f"s={slot}",
        f"sd={slot}{min(depth, 2)}",
        f"sk={slot}|{kind}",
        f"st={slot}|{setting.type}",
    ]
    found += [f"r={ruled}", f"rk={ruled}|{kind}", f"lem={token.lemma.lower()}", f"hl={head.lemma.lower()}"]
    found += [f"hr={head.lemma.lower()}|{slot}", *_path_features(setting, candidate.head)]
    case = next((c.text.lower() for c in children(sentence, candidate.head, "case")), "-")
    found += [f"c={case}", f"ck={case}|{kind}", f"ct={case}|{setting.type}", f"p={preposition(sentence, token)}"]
    distance = candidate.head - head.index
    step = min(6, int(math.log2(abs(distance) + 1) * 1.5))
    low, high = sorted((candidate.head, head.index))
    found += [f"dist={step if distance > 0 else -step}", f"bet={min(3, sum(low < o < high for o in setting.others))}"]
    found += [f"ml={label}" for label in _labels(sentence, token)]
    found += [f"mt={setting.type}|{label}" for label in _labels(sentence, token)]
    if children(sentence, candidate.head, "nummod"):
        found.append("num")
    return hashed(found)


def _labels(sentence: Sentence, token: Token) -> list[str]:
    """The labels of the mention and of the name that a token stands in."""
    return [
        m.label for m in (*sentence.mentions, *sentence.names) if m.start <= token.start and token.end <= m.end
    ] or ["-"]


def _path_features(setting: Setting, index: int) -> list[str]:
    found = path(setting.sentence, setting.head.index, index)
    if found is None:
        return ["path=none"]
    up, down, top = found
    whole = "<".join(up) + ">" + ">".join(down)
    features = [f"path={whole}", f"pl={min(8, len(up) + len(down))}", f"pu={'<'.join(up)}", f"pd={'>'.join(down)}"]
    features.append(f"pt={setting.type}|{whole}" if len(up) + len(down) < 4 else "pt=far")
    return [*features, f"lca={setting.sentence.tokens[top].lemma}"]


def path(sentence: Sentence, a: int, b: int) -> tuple[list[str], list[str], int] | None:
    """Relations up from ``a`` and down to ``b`` through their lowest common governor (its index last)."""
    up = _to_root(sentence, a)
    down = _to_root(sentence, b)
    top = next((i for i in down if i in up), None)
    if top is None:
        return None
    rising = [sentence.tokens[i].deprel for i in up[: up.index(top)]]
    falling = [sentence.tokens[i].deprel for i in down[: down.index(top)]]
    return rising, falling, top


def _to_root(sentence: Sentence, index: int) -> list[int]:
    found = [index]
    while (head := sentence.tokens[found[-1]].head) >= 0 and head not in found:
        found.append(head)
    return found
