"""Two verbs of one sentence that tell one happening: one claim."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from situate.extract.found import Found
from situate.extract.negation import not_let
from situate.extract.phrases import children
from situate.extract.roles import by_place

_BEFALLING = frozenset({"change", "fall"})  # what a place does that is taken
_HANGING = frozenset({"advcl", "conj", "xcomp", "acl"})


def told_once(found: Sequence[Found]) -> list[Found]:
    """One happening told by two verbs of a sentence is one claim: the second hangs on the first and is of its type.

    ("Troops pushed through the lines, reaching the garrison.") What did not happen was not one happening, and what has
    a subject of its own is told apart ("while the rest is held by loyalists"). By the guidelines; on folds 0 to 2 it
    costs nothing.
    """
    kept: list[Found] = []
    for one in found:
        before = next((n for n, other in enumerate(kept) if _same_deed(other, one)), None)
        if before is None:
            kept.append(one)
        elif not_let(kept[before].marked.kind, kept[before].marked.head):
            kept[before] = _with_more(one, kept[before])  # "did not let it in and turned it away": the second tells it
        elif kept[before].marked.head.lemma in _BEFALLING and kept[before].marked.kind.name == "capture":
            kept[before] = _taken_by(kept[before], one)
    return kept


def _taken_by(before: Found, one: Found) -> Found:
    """ "The town changed hands when A drove B out": the second verb tells who took it; the town did not."""
    sides = tuple(f for f in one.fillers if f.role in {"actor", "target"})
    if not any(f.role == "actor" for f in sides):
        return before
    own = tuple(f for f in before.fillers if f.role != "actor")
    return dataclasses.replace(before, fillers=tuple(sorted((*own, *sides), key=by_place)))


def _with_more(one: Found, before: Found) -> Found:
    """A claim with the fillers of another one in the roles that it lacks."""
    own = {f.role for f in one.fillers}
    more = (f for f in before.fillers if f.role not in own)
    return dataclasses.replace(one, fillers=tuple(sorted((*one.fillers, *more), key=by_place)))


def _same_deed(before: Found, one: Found) -> bool:
    head = one.marked.head
    hangs = head.head == before.marked.head.index and head.deprel in _HANGING and one.polarity == "positive"
    own = children(one.marked.sentence, head.index, "nsubj", "nsubj:pass")
    if one.marked.kind.kind == "state" and ((own and own[0].upos != "PRON") or _by_others(before, one)):
        return False
    alike = (before.marked.kind.name, before.modality, before.polarity) == (
        one.marked.kind.name, one.modality, one.polarity,
    )  # fmt: skip
    return hangs and alike


def _by_others(before: Found, one: Found) -> bool:
    """Whether two states have holders of their own ("government control in the west and rebel control in the east")."""
    mine, theirs = ({(f.start, f.end) for f in x.fillers if f.role == "actor"} for x in (one, before))
    return bool(mine and theirs) and mine.isdisjoint(theirs)
