"""A user's own actors and outlets: what a row must hold, checked against the tables that it joins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from situate.model.interval import is_partial_date
from situate.resolve.added.files import BadRow, Raw, Refused, names, needed, word
from situate.resolve.outlets import KINDS, Outlets
from situate.resolve.who.names import keys, slug
from situate.resolve.who.registry import Registry

ACTOR_KINDS = frozenset(
    {"state_forces", "rebel_group", "political_militia", "communal_militia", "external_forces", "government",
     "international", "other"}
)  # fmt: skip
"""What an actor of a user's own can be; persons and outlets have tables of their own."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 80
_COUNTRY = re.compile(r"[A-Z]{2}")

Made = dict[str, Any]


def actors(
    rows: Iterable[tuple[int, Raw | BadRow]], registry: Registry, rests_on: str
) -> tuple[list[Made], list[Refused]]:
    """Rows of actors in the shape of the packaged files, and what was refused.

    ``rests_on`` stands where a row does not say what it rests on.
    """
    given = list(rows)
    known = set(registry.rows) | _ids(given)
    taken = {key: {registry.rows[i].country: i for i, _ in found} for key, found in registry.index.items()}
    return _taken(given, lambda row: _actor(row, known, registry, taken, rests_on))


def outlets(
    rows: Iterable[tuple[int, Raw | BadRow]], table: Outlets, registry: Registry, rests_on: str
) -> tuple[list[Made], list[Refused]]:
    """Rows of outlets in the shape of the packaged files, and what was refused."""
    given = list(rows)
    known = _Known(wires=set(table.rows) | _ids(given), sides=registry.sides(), table=table, registry=registry)
    taken = {key: ids[0] for key, ids in table.index.items()}
    return _taken(given, lambda row: _outlet(row, known, taken, rests_on))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What a row of an outlet can name: agencies, sides, outlets, actors."""

    wires: Set[str]
    sides: Set[str]
    table: Outlets
    registry: Registry


def new_sides(made: Iterable[Made], registry: Registry) -> list[str]:
    """The sides of actors on which nobody else stands: new, or misspelled."""
    return sorted({side["side"] for row in made for side in row["sides"]} - registry.sides())


def like(word: str, known: Iterable[str]) -> str:
    """ " (perhaps X)" for a known word that is nearly the same, else nothing."""
    near = get_close_matches(word, sorted(known), n=1, cutoff=0.8)
    return f" (perhaps {near[0]!r})" if near else ""


def _taken(rows: Iterable[tuple[int, Raw | BadRow]], make: Callable[[Raw], Made]) -> tuple[list[Made], list[Refused]]:
    made: dict[str, Made] = {}
    refused = []
    for line, row in rows:
        try:
            if isinstance(row, BadRow):
                raise row
            one = make(row)
            if one["id"] in made:
                raise BadRow(f"there is a row {one['id']!r} before it")
            made[one["id"]] = one
        except BadRow as problem:
            refused.append(Refused(line=line, name=_called(row), reason=str(problem)))
    return list(made.values()), refused


def _actor(
    row: Raw,
    known: set[str],
    registry: Registry,
    taken: dict[tuple[str, ...], dict[str | None, str]],
    rests_on: str,
) -> Made:
    name, identity = needed(row, "name"), _id(row)
    packaged = registry.rows.get(identity)
    kind = word(row, "kind") or (packaged.kind if packaged else None)
    if kind not in ACTOR_KINDS:
        raise BadRow(f"kind is {kind!r}, not one of {', '.join(sorted(ACTOR_KINDS))}")
    country = _country(row, registry) or (packaged.country if packaged else None)
    made: Made = {"id": identity, "name": name, "kind": kind, "rests_on": word(row, "rests_on") or rests_on}
    made |= {"country": country, "aliases": list(names(row, "aliases")), "theatres": list(names(row, "theatres"))}
    _new_names(made, {key: owners[country] for key, owners in taken.items() if country in owners}, "the actor")
    made["sides"] = _dated_list(row, "side", "sides")
    made["parents"] = _dated_list(row, "id", "parents", cell="parent")
    strangers = [parent["id"] for parent in made["parents"] if parent["id"] not in known]
    if strangers:
        raise BadRow(f"its parent {strangers[0]!r} is no actor of the registry or of this file")
    for key in [made["name"], *made["aliases"]]:
        taken.setdefault(keys(key), {})[country] = identity
    return made | _existence(row)


def _outlet(
    row: Raw,
    known: _Known,
    taken: dict[tuple[str, ...], str],
    rests_on: str,
) -> Made:
    name, identity, table, registry = needed(row, "name"), _id(row), known.table, known.registry
    packaged = table.rows.get(identity)
    kind = word(row, "kind") or (packaged.kind if packaged else "private")
    if kind not in KINDS:
        raise BadRow(f"kind is {kind!r}, not one of {', '.join(sorted(KINDS))}")
    made: Made = {"id": identity, "name": name, "kind": kind, "rests_on": word(row, "rests_on") or rests_on}
    made |= {"country": _country(row, registry), "owner": word(row, "owner"), "of": word(row, "of")}
    made |= {key: list(names(row, key)) for key in ("aliases", "sites")}
    made["wires"] = list(names(row, "wires") or names(row, "wire"))
    made["side"] = _dated_list(row, "side", "side", cell="side")
    _new_names(made, taken, "the outlet")
    if made["of"] is not None and made["of"] not in registry.rows:
        raise BadRow(f"of is {made['of']!r}, which is no actor of the registry{like(made['of'], registry.rows)}")
    side = next((one["side"] for one in made["side"] if one["side"] not in known.sides), None)
    if side:
        raise BadRow(f"side is {side!r}, on which no actor of the registry stands{like(side, known.sides)}")
    stranger = next((wire for wire in made["wires"] if wire not in known.wires), None)
    if stranger:
        raise BadRow(f"there is no outlet {stranger!r} whose copy it could print")
    for key in [name, *made["aliases"]]:
        taken.setdefault(keys(key), identity)
    return made


def _new_names(made: Made, taken: Mapping[tuple[str, ...], str], what: str) -> None:
    """A row's own name must be free; other names that are taken are dropped, for they would mean two things."""
    owner = taken.get(keys(made["name"]))
    if not keys(made["name"]):
        raise BadRow("its name has no letters")
    if owner not in {None, made["id"]}:
        raise BadRow(f"{made['name']!r} already names {what} {owner!r}; give it id: {owner} to add to that one")
    made["aliases"] = [alias for alias in made["aliases"] if taken.get(keys(alias)) in {None, made["id"]}]


def _ids(rows: Iterable[tuple[int, Raw | BadRow]]) -> set[str]:
    found = set()
    for _, row in rows:
        with suppress(BadRow):
            found.add(_id({} if isinstance(row, BadRow) else row))
    return found


def _id(row: Raw) -> str:
    identity = word(row, "id") or slug(needed(row, "name"))
    if not _ID.fullmatch(identity) or len(identity) > _LONGEST_ID:
        raise BadRow(f"id is {identity[:40]!r}, not small letters, digits and hyphens (at most {_LONGEST_ID})")
    return identity


def _country(row: Raw, registry: Registry) -> str | None:
    code = word(row, "country")
    if code is None:
        return None
    upper = code.upper()
    if not _COUNTRY.fullmatch(upper) or (upper not in registry.countries and upper != "EH"):
        raise BadRow(f"country is {code!r}, not a code of two letters (ISO 3166) that the registry has")
    return upper


def _dated_list(row: Raw, key: str, field: str, cell: str | None = None) -> list[dict[str, Any]]:
    """Dated sides or parents: a list of mappings in YAML; in CSV one cell ``side``, with ``side_from``, ``side_to``."""
    single = cell or key
    value = row.get(field)
    if isinstance(value, str) and field != single:
        value = list(names(row, field))
    if isinstance(value, list):
        return [_dated_item(item, key) for item in value]
    one = word(row, single)
    return (
        []
        if one is None
        else [_dated_item({key: one, "from": row.get(f"{single}_from"), "to": row.get(f"{single}_to")}, key)]
    )


def _dated_item(item: object, key: str) -> dict[str, Any]:
    if isinstance(item, str):
        item = {key: item}
    if not isinstance(item, dict):
        raise BadRow(f"{key} is no name and no mapping")
    made: dict[str, Any] = {key: needed(item, key)}
    made |= {edge: date for edge in ("from", "to") if (date := _date(item, edge))}
    places = names(item, "in")
    return made | ({"in": [code.upper() for code in places]} if places else {})


def _existence(row: Raw) -> Made:
    value = row.get("exists")
    given = value if isinstance(value, dict) else {"from": row.get("exists_from"), "to": row.get("exists_to")}
    found = {edge: date for edge in ("from", "to") if (date := _date(given, edge))}
    return {"exists": found} if found else {}


def _date(row: Raw, key: str) -> str | None:
    value = word(row, key)
    if value is not None and not is_partial_date(value):
        raise BadRow(f"{key} is {value!r}, not a date such as 2014, 2014-06 or 2014-06-10")
    return value


def _called(row: Raw | BadRow) -> str:
    value = "" if isinstance(row, BadRow) else row.get("name")
    return value[:80] if isinstance(value, str) else ""
