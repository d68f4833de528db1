"""Claims against PLV: sentences with a marked source and target, and PLOVER's type of what one does to the other.

A sentence's claims answer with one code: that of the claim whose roles cover both marked spans (or the only one that is
marked), one whose ``actor`` covers the source before others, then the one of the highest salience. Without such a claim
there is no answer, which is never right. ``nearest`` is laxer: where no claim covers both spans, one that covers either
answers, then any. The data set has fifteen roots: it puts ``CONCEDE`` and ``RETREAT`` together as ``YIELD``, and what
is planned of ``AID``, ``COOPERATE``, ``CONSULT`` and ``SUPPORT`` is an agreement.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from situate.evaluate.rates import DIGITS, Figures, Rates, share
from situate.model.codec_parts import span_from
from situate.model.span import Span

ROOTS = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "YIELD", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
_YIELDS = frozenset({"CONCEDE", "RETREAT"})
_AGREED = frozenset({"AID", "COOPERATE", "CONSULT", "SUPPORT"})
_PLANNED = "planned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A sentence with the spans of who acts and on whom (``None``: not marked), and the root of what is done."""

    id: str
    source: Span | None
    target: Span | None
    root: str


def pair_of(row: Mapping[str, Any]) -> Pair:
    """A marked pair from its JSON; raises ``KeyError``, ``TypeError`` or ``ValueError`` for another shape."""
    marked = {span["id"]: Span(span["start"], span["end"]) for span in row["spans"]}
    (relation,) = row["relations"]
    if relation["type"] not in ROOTS:
        raise ValueError(f"{relation['type']!r} is no root")
    source, target = (marked[relation[end]] if relation[end] is not None else None for end in ("head", "tail"))
    if source is None and target is None:
        raise ValueError(f"{row['id']} has no marked span")
    return Pair(id=row["id"], source=source, target=target, root=relation["type"])


def root(code: str, modality: str) -> str:
    """The root of a PLOVER code ("AID", "COERCE-arrest") as the data set counts it."""
    name = code.split("-", 1)[0]
    if name in _YIELDS:
        return "YIELD"
    return "AGREE" if name in _AGREED and modality == _PLANNED else name


def answer(pair: Pair, claims: Sequence[Mapping[str, Any]], *, lax: bool = False) -> str | None:
    """The root that the claims (as JSON) of a sentence give for a pair; ``lax``: also of a claim that covers less."""
    coded = [claim for claim in claims if claim["codes"]["plover"] is not None]
    wanted = [span for span in (pair.source, pair.target) if span is not None]
    ranked = [(sum(_covers(claim, span) for span in wanted), claim) for claim in coded]
    kept = [(n, claim) for n, claim in ranked if lax or n == len(wanted)]
    best = max(kept, key=lambda one: (one[0], _acts(one[1], pair.source), one[1]["salience"]), default=None)
    return None if best is None else root(best[1]["codes"]["plover"], best[1]["modality"])


def _covers(claim: Mapping[str, Any], span: Span) -> bool:
    return any(span_from(role).overlaps(span) for role in claim["roles"])


def _acts(claim: Mapping[str, Any], source: Span | None) -> bool:
    return source is not None and any(r["role"] == "actor" and span_from(r).overlaps(source) for r in claim["roles"])


def score(pairs: Sequence[Pair], found: Iterable[Mapping[str, Any]]) -> Figures:
    """All figures for marked pairs and the claims (as JSON, each naming its ``report``) found in their sentences.

    ``macro_f1`` is the mean over the roots that the pairs have.
    """
    by_report: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for claim in found:
        by_report[claim["report"]].append(claim)
    strict = [(pair.root, answer(pair, by_report[pair.id])) for pair in pairs]
    lax = [(pair.root, answer(pair, by_report[pair.id], lax=True)) for pair in pairs]
    return {
        "pairs": len(pairs),
        "answered": share(sum(told is not None for _, told in strict), len(pairs)),
        **_agreement(strict),
        "nearest": _agreement(lax),
        "per_root": {name: rates.told() for name, rates in _by_root(strict).items()},
    }


def _agreement(told: Sequence[tuple[str, str | None]]) -> dict[str, float]:
    rates = _by_root(told).values()
    return {
        "accuracy": share(sum(gold == found for gold, found in told), len(told)),
        "macro_f1": round(sum(one.f1 for one in rates) / max(1, len(rates)), DIGITS),
    }


def _by_root(told: Sequence[tuple[str, str | None]]) -> dict[str, Rates]:
    gold, found = Counter(g for g, _ in told), Counter(f for _, f in told if f is not None)
    right = Counter(g for g, f in told if g == f)
    return {name: Rates(right=right[name], found=found[name], gold=gold[name]) for name in sorted(gold)}
