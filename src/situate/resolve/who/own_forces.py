"""The forces of one of several governments of a land: "GNA soldiers" are no army of all Libya."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from situate.model.actor import Actor
from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.registry import Registry, Row

_ANY = frozenset({"member", "members"})  # "members of the government" bear no arms


def forces_by_body(registry: Registry) -> Mapping[str, Sequence[Row]]:
    """The armed forces and groups that belong to a body or once did, by its id; those that stand for a state aside."""
    found: dict[str, list[Row]] = {}
    for row in registry.rows.values():
        if row.armed or (row.kind == "state_forces" and row.stands_for is None and row.sector == "MIL"):
            for parent in row.parents:
                found.setdefault(parent.id, []).append(row)
    return found


def own_forces(
    registry: Registry, by_body: Mapping[str, Sequence[Row]], actor: Actor, plain: Sequence[str], date: str | None
) -> str | None:
    """The id of the one force of a government beside the state's, where words for fighters stand beside its name."""
    if actor.kind != "government" or actor.id == registry.part(actor.country or "", "government"):
        return None
    if plain[-1] in _ANY or not lexicon().is_any(("military", "member"), plain[-1]):
        return None
    rows = [row for row in by_body.get(actor.id, ()) if row.existed.holds(date)]
    theirs = [row.id for row in rows if not row.armed] or [row.id for row in rows]
    return theirs[0] if len(theirs) == 1 else None
