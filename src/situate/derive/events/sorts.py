"""Sorts of what families of types tell: whether tellings of two sorts can be one happening.

An air strike is no car bomb, though "the bombing" is either. An attack that two sides fought out is a clash ("the
rebels attacked positions of the army", "the rebels and the army exchanged fire"), and one of which only harm is told
("the attack killed nine") is the blow with that toll, or on that thing and day. Who enters a town, and is told to
have taken it that day, took it by that.
"""

from __future__ import annotations

from situate.derive.claims.telling import DAY, Profile
from situate.derive.events.tolls import TELLING
from situate.derive.places import settled

TAKING = "taking"  # the family of captures and handovers: one that passes to somebody is what he took, if both name him
MANY = 5  # dead or wounded that two happenings of one report and place hardly share
FIGHT, ATTACK, ENTRY = "fight", "attack", "entry"


def of_one_sort(kind: str, a: Profile, b: Profile) -> bool:
    """Whether the sorts of two tellings of one family do not tell them apart."""
    sorts = {a.sort, b.sort}
    if len(sorts) == 1:
        return True
    if FIGHT in sorts:
        return sorts == {FIGHT, ATTACK} and _fought_out(*((a, b) if b.sort == FIGHT else (b, a)))
    if ATTACK in sorts:
        attack, blow = (a, b) if a.sort == ATTACK else (b, a)
        return attack.open and (blow.open or one_toll(a, b) or _one_spot(a, b))
    if ENTRY in sorts:
        entry, taken = (a, b) if a.sort == ENTRY else (b, a)
        return entry.open and (not taken.actors or bool(a.actors & b.actors))
    return a.open or b.open or (kind == TAKING and bool(a.actors & b.actors))


def _one_spot(a: Profile, b: Profile) -> bool:
    """Whether two tellings tell one thing that was hit on one day of one town, or as many dead by one side."""
    if a.place is None or b.place is None or not (settled(a.place) and settled(b.place)):
        return False
    one_day = (a.first, a.last) == (b.first, b.last) and a.first > 0 and a.width <= DAY
    dead = {toll for toll in a.tolls & b.tolls if toll[0] == "killed" and toll[1] > 0}
    return one_day and bool(a.hit & b.hit or (dead and a.actors & b.actors))


def one_toll(a: Profile, b: Profile) -> bool:
    """Whether two tellings tell one figure that marks a happening."""
    return any(low >= TELLING for _, low, _ in a.tolls & b.tolls)


def one_large_toll(a: Profile, b: Profile) -> bool:
    """Whether two tellings tell one figure so large that two happenings of one report hardly share it."""
    return any(low >= MANY for _, low, _ in a.tolls & b.tolls)


def counts_many(told: Profile) -> bool:
    """Whether a telling gives a figure that large."""
    return any(low >= MANY for _, low, _ in told.tolls)


def _fought_out(attack: Profile, fight: Profile) -> bool:
    """Whether the sides of a fight are who attacks and, where that is known, who is attacked; one of them can be all
    that a telling names of the fight.
    """
    sides = attack.actors | attack.targets
    if not fight.actors:
        return bool(attack.actors and attack.targets)  # nobody is named of the fight, both of the attack
    if not attack.actors:
        return False
    if len(fight.actors) == 1:
        return bool(attack.targets) and fight.actors <= sides
    return attack.actors <= fight.actors and (not attack.targets or bool(attack.targets & fight.actors))
