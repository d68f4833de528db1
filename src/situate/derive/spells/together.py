"""The rule *besieged-together-ends-together*: who was last seen besieged in one ring with others is relieved with them.

"The airport and the quarter beside it are still besieged", and four days later "the siege of the airport is lifted":
nobody need say of the quarter what went without saying.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from situate.derive.marks.of_claims import Mark
from situate.derive.spells.pockets import COVERS_PARTS

ENDS_TOGETHER = "besieged-together-ends-together"


def relieved_together(found: Sequence[Mark], parent: Mapping[str, str]) -> list[Mark]:
    """Ends of sieges of parts that nobody tells, from those of the parts that the last words on them name beside them.

    Only of parts of one whole, as long as nobody tells an end of its own, or sees it besieged apart from the others
    later: what was one ring once can be two by then.
    """
    besieged: dict[str, list[Mark]] = defaultdict(list)
    ends: dict[str, list[Mark]] = defaultdict(list)
    beside: dict[str, set[str]] = defaultdict(set)  # places by the claims that see them besieged themselves
    for mark in found:
        if mark.dimension != "siege" or mark.place.id not in parent:
            continue
        (ends if mark.on == "end" else besieged)[mark.place.id].append(mark)
        if mark.on == "begin" and mark.rule != COVERS_PARTS:
            beside[mark.claim].add(mark.place.id)
    added = []
    for place in sorted(besieged):
        last = max(besieged[place], key=lambda m: (m.last_seen, m.claim))
        others = {
            other
            for mark in besieged[place]
            if mark.last_seen == last.last_seen and mark.rule != COVERS_PARTS
            for other in beside.get(mark.claim, ())
            if other != place and parent[other] == parent[place]
        }
        over = [end for other in sorted(others) for end in ends[other] if end.ending.first > last.last_seen]
        if over and not any(end.ending.last >= last.last_seen for end in ends[place]):
            first = min(over, key=_by_end)
            added.append(dataclasses.replace(first, place=last.place, rule=ENDS_TOGETHER))
    return added


def _by_end(mark: Mark) -> tuple[dt.date, dt.date, str]:
    return mark.ending.last, mark.ending.first, mark.claim
