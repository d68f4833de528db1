"""Where and when deeds in a row were: those that share a subject share what their sentence says of it.

"Gunmen attacked the town at dawn, freed prisoners and set fire to the station": the fire was in the town at dawn, not
where a dateline or the sentence before puts the news.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from situate.extract.roles.frames import Filler, by_place
from situate.extract.roles.others import without_posts_taken
from situate.extract.sentence.found import Found
from situate.extract.tree.relations import ancestors, children
from situate.model.claim import PLACE_ROLES

_SHARED = ("place", "time")
_SAME = {"place": PLACE_ROLES, "time": {"time", "duration"}}


def in_a_row(found: Sequence[Found]) -> list[Found]:
    """The claims of a sentence; a later deed takes place and time of the first rather than from another sentence.

    The first has the day that ends the row: "took Lisk and shelled Varn on Sunday".
    """
    row = [_with_first(one, found) for one in found]
    return [_with_last_day(one, row) for one in row]


def _with_last_day(one: Found, found: Sequence[Found]) -> Found:
    if any(_here(f, one) for f in one.fillers if f.role in _SAME["time"]) or not one.took_place:
        return one
    later = [o for o in found if o is not one and o.took_place and _first(o, found) is one]
    days = [f for o in later for f in o.fillers if f.role == "time" and f.start > o.marked.trigger.end]
    if len(days) != 1:
        return one
    kept = [f for f in one.fillers if f.role != "time"]
    return replace(one, fillers=tuple(sorted((*kept, *days), key=by_place)))


def _with_first(one: Found, found: Sequence[Found]) -> Found:
    strange = [role for role in _SHARED if not any(_here(f, one) for f in one.fillers if f.role in _SAME[role])]
    first = _first(one, found) if strange else None
    if first is None:
        return one
    lent = [f for f in first.fillers if f.role in strange and _here(f, first)]
    lent = without_posts_taken(one.marked.sentence, one.marked.head, one.marked.kind.name, lent)
    given = {f.role for f in lent}
    kept = [f for f in one.fillers if f.role not in given]
    return replace(one, fillers=tuple(sorted((*kept, *lent), key=by_place))) if lent else one


def _first(one: Found, found: Sequence[Found]) -> Found | None:
    """The claim of the first of verbs in a row, told by this one's verb without a subject of its own."""
    sentence, head = one.marked.sentence, one.marked.head
    if head.upos == "NOUN" and head.deprel == "obj":
        head = sentence.tokens[head.head]  # "set" of "set fire"
    if head.upos != "VERB" or head.deprel != "conj" or children(sentence, head.index, "nsubj", "nsubj:pass"):
        return None
    above = next((t for t in ancestors(sentence, head.index) if t.deprel != "conj"), None)
    verbs = {above.index} if above is not None and above.upos == "VERB" else set()
    return next((o for o in found if o.marked.head.index in verbs and o is not one), None)


def _here(filler: Filler, one: Found) -> bool:
    return one.marked.sentence.start <= filler.start < one.marked.sentence.end
