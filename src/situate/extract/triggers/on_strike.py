"""Strikes of those who stop work, which the model reads as air strikes where their sentence names no worker.

"For the organiser, the strikes were a success": whether workers or aircraft strike, the whole report tells.
"""

from __future__ import annotations

import re
from functools import lru_cache

from situate.extract.tree.slots import trigger_head
from situate.model.sentence import Labelled, Sentence

_WORK = re.compile(
    r"\b(?:strikers?|trade[ -]unions?|unionists?|labou?r unions?|(?:go|goes|going|gone|went|were|are|was) on strike"
    r"|strike (?:action|committees?|leaders?)|walk(?:ed)? ?outs?|picket\w*)\b",
    re.IGNORECASE,
)
_ARMS = re.compile(
    r"\b(?:air ?strikes?|air raids?|warplanes?|(?:fighter )?jets?|helicopters?|drones?|missiles?|rockets?|bomb\w*"
    r"|shell\w*|artillery|from the air)\b",
    re.IGNORECASE,
)


def of_workers(text: str, sentence: Sentence, trigger: Labelled) -> bool:
    """Whether a strike is one of workers: in a report that tells of such, and of nothing that flies or shells."""
    head = trigger_head(sentence, trigger) if trigger.label == "airstrike" else None
    return head is not None and head.lemma.lower() == "strike" and _tells_of_work_only(text)


@lru_cache(maxsize=8)
def _tells_of_work_only(text: str) -> bool:
    return _WORK.search(text) is not None and _ARMS.search(text) is None
