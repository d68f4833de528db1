"""What ends a siege that the same clause names: two readings of one sentence that back each other."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from situate.extract.found import Found
from situate.extract.misread import GOING_ON
from situate.extract.phrases import children


def backed(found: Sequence[Found]) -> list[Found]:
    """The claims of a sentence; an end of a siege that is told of a siege read beside it is as sure as that siege.

    "Smashed the siege of the town": the model, unsure of the verb, reads both.
    """
    rings = {f.marked.head.index: f.marked.trigger.score for f in found if f.marked.kind.name == "besiege"}
    return [_as_sure(one, rings) for one in found]


def _as_sure(one: Found, rings: dict[int, float]) -> Found:
    verb = one.marked.head
    if one.marked.kind.name != "siege_end" or verb.upos != "VERB" or verb.lemma in GOING_ON:
        return one
    objects = children(one.marked.sentence, verb.index, "obj", "nsubj:pass")
    score = max((rings[t.index] for t in objects if t.index in rings), default=0.0)
    if score <= one.marked.trigger.score:
        return one
    trigger = dataclasses.replace(one.marked.trigger, score=score)
    return dataclasses.replace(one, marked=dataclasses.replace(one.marked, trigger=trigger))
