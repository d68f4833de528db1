"""Groups that are told with others: whose offshoot or client they are, whose men, who is in a coalition."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from situate.resolve.who.common_words import are_foes
from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.parts import Part
from situate.resolve.who.phrases import all_of, named
from situate.resolve.who.registry import Registry

_PLACED = frozenset({"of", "in", "from", "near", "and", "where", "which", "who", "that", "by", "with"})
_MEN = ("member", "military")
_LOYAL = frozenset({"loyal", "belonging"})
_AIMS = frozenset({"target", "targets"})  # "targets of the Reds" are what they aim at
OFFSHOOTS = frozenset({"affiliate", "offshoot", "franchise", "branch"})


def without_backers(parts: Sequence[Part], registry: Registry) -> Sequence[Part]:
    """The parts of a phrase without whose offshoot or client a group is said to be, where it is named itself.

    "The Reds affiliate JNIM", "the Rwandan-backed M23".
    """
    offshoot = next((i for i, p in enumerate(parts) if p.form is None and p.key in OFFSHOOTS), None)
    if offshoot is not None:
        parts = _offshoot(parts, offshoot, registry)
    for i, (of, tie) in enumerate(pairwise(parts)):
        group = parts[i + 2] if len(parts) > i + 2 else None
        tied = tie.key in OFFSHOOTS or (tie.key in lexicon().linked and tie.key != "armed")
        if of.form and tied and group and group.form == "row" and registry.rows[group.ids[0]].armed:
            return [*parts[:i], *parts[i + 2 :]]
    return parts


def _offshoot(parts: Sequence[Part], at: int, registry: Registry) -> Sequence[Part]:
    """The group that is named right before or after whose offshoot it is: "the Reds the Lusar branch of the Blues".

    ``at``: where the word "branch" stands.
    """
    groups = [i for i, p in enumerate(parts) if p.form == "row" and registry.rows[p.ids[0]].armed]
    behind = len(parts) > at + 1 and parts[at + 1].key == "of"
    whose = [i for i in groups if (i > at if behind else i < at)][: 1 if behind else None][-1:]
    own = [i for i in groups if i not in whose]
    if not whose or len(own) != 1:
        return parts
    first = max(own[0], min(whose[0], at))
    return parts[: own[0] + 1] if own[0] < min(whose[0], at) else parts[first:]


def of_a_group(head: Sequence[Part], rest: Sequence[Part], registry: Registry) -> bool:
    """Whether men are a group's that is named after them, whatever land they or it are of.

    "Russian fighters of the Africa Corps", "fighters from the Lebanese movement Hezbollah".
    """
    if len(rest) < 2 or rest[0].key not in {"of", "from"} or any(p.form and p.form != "adjective" for p in head):
        return False
    at = next((i for i, p in enumerate(rest) if p.form == "row"), 0)
    told = rest[1:at]
    of_lands = any(p.form for p in (*head, *told)) and not any(p.key in _PLACED for p in (*head, *told))
    return at > 0 and of_lands and is_armed(rest[at], registry) and all_of(head[-1:], *_MEN)


def is_armed(part: Part, registry: Registry) -> bool:
    """Whether a part of a phrase names a group that bears arms."""
    row = registry.rows.get(part.ids[0]) if part.form == "row" else None
    return row is not None and (row.armed or row.kind == "external_forces")


def coalition_of_foes(head: Sequence[Part], rest: Sequence[Part]) -> bool:
    """Whether a coalition is of those whom states fight: "a coalition of Islamist insurgents"."""
    together = bool(head) and head[-1].key in {"coalition", "alliance"} and not named(head)
    of_them = bool(rest) and rest[0].key == "of" and are_foes([part.key for part in rest])
    return together and of_them


def led_by_another(name: Part, tail: Sequence[Part], rest: Sequence[Part]) -> bool:
    """Whether an adjective only tells the land of fighters who follow another: "Lusar fighters loyal to Ada Lorn"."""
    if name.form != "adjective" or not rest or rest[0].key not in _LOYAL or not all_of(tail[-1:], "member", "rebel"):
        return False
    leader = next((p for p in rest if p.form), None)
    return leader is not None and leader.form in {"row", "known"}


def rebels_of_a_force(head: Sequence[Part], rest: Sequence[Part], name: Part, registry: Registry) -> bool:
    """Whether rebels are those of a named force, and none against the state that it is of: "rebels of the Red Army"."""
    row = registry.rows.get(name.ids[0]) if name.form == "row" else None
    force = row is not None and (row.armed or row.kind == "state_forces")
    return force and rest[0].key == "of" and all_of(head[-1:], "rebel")


def nobodys(head: Sequence[Part], rest: Sequence[Part]) -> bool:
    """Whether a noun is for people, or for a thing that is nobody's men; "a convoy of the Reds" is the Reds'."""
    men = rest[0].key == "of" and all_of(head[-1:], "of_side", "ground") and head[-1].key not in _AIMS
    return all_of(head[-1:], "people") or (all_of(head[-1:], "thing") and not men)
