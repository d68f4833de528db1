"""Deeds that are told again: "the attack" after a raid, "the toll" after a strike, a headline before both.

What a report tells of one deed has its day once; the rest speaks of it by a noun and its article. These signs and
options are about which deed is meant: of the same family, the one that is told most, the next one that has a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from situate.model.interval import Interval
from situate.resolve.when.dating_options import form
from situate.resolve.when.dating_signs import Place
from situate.resolve.when.dating_told import Told
from situate.resolve.when.undated import Found

_FAMILIES = (
    frozenset(
        {"airstrike", "shelling", "explosion", "suicide_bombing", "chemical_attack", "assault", "kill", "destroy"}
    ),
    frozenset({"abduct", "detain", "abuse", "release", "kill"}),
    frozenset({"capture", "advance", "withdraw", "surrender", "clash", "assault", "repel", "handover"}),
    frozenset({"evacuate", "displace", "return", "deliver_aid", "agreement", "talks"}),
)  # fmt: skip
UNREAL = frozenset({"planned", "possible"})
_NEXT = 12  # claims told after one among which the next of its family is sought
Proposal = tuple[Interval, Iterable[str]]


@lru_cache(maxsize=8192)
def alike(one: str, other: str) -> str:
    """Whether two types are one, of one family, or apart."""
    if one == other:
        return "same"
    return "family" if any(one in f and other in f for f in _FAMILIES) else "apart"


def told_again(number: int, told: Told, at: Place, back_from: Sequence[int], before: Found) -> Iterator[Proposal]:
    """The times of deeds of its family, told before it and after it, and that of which the report tells most."""
    claim, claims = at.claim, told.claims
    if claim.kind == "state":
        return
    own = "own" if claim.times else "bare"

    def signs(name: str, other: int, kind: str) -> list[str]:
        what = f"{name} {kind} {alike(claim.type, claims[other].type)}"
        shared = not claim.words.isdisjoint(claims[other].words)
        return [
            f"{name} {kind} {own} {claim.timing}", what, f"{what} {at.article} {own}", f"{what} {shared}",
            f"{name} {kind} lead {at.lead}", f"{name} {kind} tense {claim.tense}",
            f"{name} {kind} spoken {claim.spoken}",
        ]  # fmt: skip

    kin = (n for n in back_from if alike(claim.type, claims[n].type) != "apart" and _is_deed(n, told, before[n]))
    real = claim.modality not in UNREAL
    deed = next((n for n in kin if real or before[n].basis != "publication"), None)
    if deed is not None:
        yield carried(before[deed]), signs("deed", deed, form(before[deed], told.report))
    rank, until = told.rank[number], told.reach(number)
    near = (n for n in told.order[rank + 1 : rank + 1 + _NEXT] if claims[n].trigger.start < until)
    ahead = (n for n in near if _is_dated(n, told))
    later = next((n for n in ahead if alike(claim.type, claims[n].type) != "apart"), None)
    if later is not None:
        first = "first" if deed is None else "again"
        yield (
            carried(told.ruled[later]),
            [*signs("later", later, first), f"later {form(told.ruled[later], told.report)}"],
        )
    if told.main is not None:
        interval, tellers = told.main
        nearest = min(tellers, key=lambda n: abs(told.rank[n] - rank))
        known = "before" if told.rank[tellers[0]] < rank else "after"
        behind = claims[tellers[0]].trigger.start >= until
        if not behind and (nearest != number or len(tellers) > 1):
            yield carried(interval), [*signs("main", nearest, known), f"main {min(len(tellers), 5)} {at.article}"]


def of_phrase_and_form(at: Place, kind: str) -> list[str]:
    """The signs of intervals of a form by the phrase of the claim: its article and what leads to it."""
    return [f"{kind} article {at.article}", f"{kind} lead {at.lead}", f"{kind} spoken {at.claim.spoken}"]


def of_family(at: Place, other: str, kind: str, gap: int) -> list[str]:
    """The signs of a claim told before by its family and the article of the claim."""
    near = alike(at.claim.type, other)
    return [f"told {kind} {near} {at.article}", f"told {kind} {near} gap {gap}", f"told {kind} lead {at.lead}"]


def _is_deed(n: int, told: Told, interval: Interval) -> bool:
    return told.claims[n].happened and form(interval, told.report) in {"dated", "published"}


def _is_dated(n: int, told: Told) -> bool:
    return told.claims[n].happened and told.ruled[n].told and told.ruled[n].earliest is not None


def carried(interval: Interval) -> Interval:
    """The interval of another claim: no words of its own state it."""
    return replace(interval, basis="relative") if interval.basis == "stated" else interval
