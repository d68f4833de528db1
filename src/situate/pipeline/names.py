"""Which actors, speakers and outlets of a record a name means; a name that nobody knows is answered with near ones."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Literal

from situate.errors import BadArgument
from situate.pipeline.lookups import Names
from situate.ports import Store
from situate.store.rows import folded

_NEAR = 5
_LEAST_LIKENESS = 0.5


def people_meant(store: Store, kind: Literal["actor", "speaker"], name: str, names: Names) -> tuple[str, ...]:
    """Ids that a name means: an id, a name of the record or part of one, or an alias that the registry has.

    What a name is "against" is no part of it: the coalition against Islamic State is not meant by "Islamic State".

    :raises BadArgument: neither the record nor the registry has such a name; the remedy names near ones.
    """
    key = names.key(name)
    known = {one.id: str(one.data.get("name", "")) for one in store.named(kind)}
    whole = "against" in name.casefold()
    inside = {
        one
        for one, written in known.items()
        if one == name or (key and key in names.key(written if whole else _itself(written)))
    }
    found = inside.union(names.actors(name))
    if not found:
        raise BadArgument(f"No {kind} {name!r} is known.", remedy=similar(name, known.values(), f"situate {kind}s"))
    return tuple(sorted(found))


def _itself(name: str) -> str:
    """A name without what it is against."""
    return re.split(r"\sagainst\b", name, maxsplit=1, flags=re.IGNORECASE)[0]


def outlet_meant(store: Store, name: str) -> str:
    """The name of an outlet as records compare it.

    :raises BadArgument: no report of the record comes from such an outlet; the remedy names near ones.
    """
    known = store.outlets()
    if folded(name) not in map(folded, known):
        raise BadArgument(f"No outlet {name!r} is known.", remedy=similar(name, known, "situate reports"))
    return folded(name)


def similar(name: str, known: Iterable[str], listed_by: str) -> str:
    """What to do about a name that is not known: those near it, or where all of them are listed."""
    written = {folded(one): one for one in sorted(known, reverse=True)}
    near = difflib.get_close_matches(folded(name), written, n=_NEAR, cutoff=_LEAST_LIKENESS)
    near += [key for key in sorted(written) if folded(name) and folded(name) in key and key not in near]
    shown = "; ".join(written[key] for key in near[:_NEAR])
    return f"Near it: {shown}." if shown else f"`{listed_by}` lists those of the record."
