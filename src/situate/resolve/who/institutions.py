"""Whose "the army", "the ministry" and "the general command" are, where a report names no state with them.

They belong to the state whose conflict is told, but an outlet that stands on a state's side means that state's own,
and after a hostile state's forces a sentence leaves it open. Nobody is better than the wrong side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from situate.model.actor import Actor
from situate.resolve.who.names import keys
from situate.resolve.who.parts import Part
from situate.resolve.who.registry import Registry

OPEN = ""
"""The report does not tell whose they are."""
_STATE = frozenset({"government", "state_forces"})
# Nouns that point back to an institution named in full before: "Russia's defence ministry … the ministry".
_NOUNS = frozenset({"army", "command", "military", "ministry", "navy", "staff"})


def states(actors: Iterable[Actor]) -> list[str]:
    """The codes of the states whose governments or forces are among these actors, each once, in their order."""
    own = (a.country for a in actors if a.kind in _STATE and a.inter == 1 and a.country)
    return list(dict.fromkeys(own))


def states_in(parts: Iterable[Part], registry: Registry) -> list[tuple[int, str]]:
    """Where a text names a state's forces or government, or writes its adjective: offset and code, in order."""
    found = []
    for part in parts:
        row = registry.rows.get(part.ids[0]) if part.form == "row" and len(part.ids) == 1 else None
        if part.form == "adjective":
            found.append((part.start, part.ids[0]))
        elif row is not None and row.kind in _STATE and row.inter == 1 and row.country:
            found.append((part.start, row.country))
    return found


def of_outlet(
    side: str | None, home: str | None, named: Sequence[str], registry: Registry, date: str | None
) -> str | None:
    """The state on whose side an outlet stands; ``None`` when it stands on none or several could be meant."""
    if side is None:
        return None
    own = [code for code in dict.fromkeys([home, *named]) if code and _side(code, home, registry, date) == side]
    return own[0] if own and (own[0] == home or len(own) == 1) else None


def left_open(home: str | None, before: Sequence[str], registry: Registry, date: str | None) -> bool:
    """Whether only a state hostile to the home state is named in the words before."""
    if home is None or not before or home in before:
        return False
    own = _side(home, home, registry, date)
    return any(_side(code, home, registry, date) != own for code in before)


def noun(quote: str) -> str | None:
    """The noun of a phrase that can mean an institution named in full before ("the ministry")."""
    words = keys(quote)
    return words[1] if len(words) == 2 and words[0] == "the" and words[1] in _NOUNS else None


def _side(code: str, home: str | None, registry: Registry, date: str | None) -> str | None:
    row = registry.part(code, "government")
    return registry.side_of(row, date, home) if row else None
