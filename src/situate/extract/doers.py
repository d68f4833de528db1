"""Who did it and how many they are, where a claim says so by another role: by the blow that did it, by who gives up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from situate.extract.found import Found
from situate.extract.phrases import lexicon
from situate.extract.roles import Filler, by_place
from situate.model.sentence import Token


def by_blow(found: Sequence[Found]) -> list[Found]:
    """The claims of a sentence; what a blow did was done by who struck it ("an American strike destroyed the mosque").

    The blow is the means in the one claim and a claim of its own beside it.
    """
    return [_with_actor(one, found) for one in found]


def _with_actor(one: Found, found: Sequence[Found]) -> Found:
    if any(f.role == "actor" for f in one.fillers):
        return one
    means = [f for f in one.fillers if f.role == "instrument"]
    blows = [o for o in found if o is not one and any(_holds(f, o) for f in means)]
    lent = {f for o in blows for f in o.fillers if f.role == "actor" and any(_inside(f, m) for m in means)}
    return replace(one, fillers=tuple(sorted((*one.fillers, *lent), key=by_place))) if lent else one


def _holds(filler: Filler, other: Found) -> bool:
    trigger = other.marked.trigger
    return filler.start <= trigger.start and trigger.end <= filler.end


def _inside(inner: Filler, outer: Filler) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def counted(one: Found) -> Found:
    """Who gives up, told as a figure, is also how many they are ("300 policemen laid down their arms"; guidelines)."""
    if one.marked.kind.name != "surrender" or any(f.role == "affected" for f in one.fillers):
        return one
    figures = [replace(f, role="affected") for f in one.fillers if f.role == "actor" and _is_figure(one, f)]
    return replace(one, fillers=tuple(sorted((*one.fillers, *figures), key=by_place))) if figures else one


def _is_figure(one: Found, filler: Filler) -> bool:
    return any(_counts(t) for t in one.marked.sentence.tokens if filler.start <= t.start and t.end <= filler.end)


def _counts(token: Token) -> bool:
    plural = token.upos == "NOUN" and lexicon()["kinds"].get(token.lemma.lower()) == "figure"
    return (token.upos == "NUM" and token.deprel in {"nummod", "nsubj", "nsubj:pass", "obj"}) or plural
