"""The outlets: who publishes, who owns it, on whose side it stands when, whose copy it prints.

The rows are data (``outlets/*.yaml``), and a user's own rows join them. A name of a report ("sana", "Reuters news
agency", "https://www.aljazeera.com/…") is linked to one row or to none, with a reason: ``not_given``,
``not_in_table``, ``ambiguous``.
"""

from __future__ import annotations

import functools
import importlib.resources
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

import yaml

from situate.resolve.added.collections import rows_of
from situate.resolve.who.names import keys, slug
from situate.resolve.who.registry import Dated, Registry, dated

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
KINDS = frozenset(
    {"state_agency", "state_media", "public", "party", "opposition", "independent", "private", "wire", "un", "ngo",
     "monitor", "ministry", "reference"}
)  # fmt: skip
"""What an outlet can be."""
_HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]*://)?((?:[\w-]+\.)+[a-z]{2,})(?:[:/?#].*)?$", re.IGNORECASE)
_AND_AGENCIES = re.compile(r"\s*(?:,|/|&|\+|\band\b|\bwith\b)\s*(?:news )?agencies$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A row. ``of`` is the actor of the registry that owns or runs it; ``wires`` are the agencies whose copy it prints.

    ``sides`` (ids of sides or of actors, dated) are given where it is an organ of a side; without them it stands where
    ``of`` stands.
    """

    id: str
    name: str
    kind: str
    rests_on: str
    aliases: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    country: str | None = None
    owner: str | None = None
    of: str | None = None
    sides: tuple[Dated, ...] = ()
    wires: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and its aliases."""
        return (self.name, *self.aliases)

    @property
    def house(self) -> str:
        """Who stands behind it: outlets of one owner have one house, and say one thing only once."""
        return self.of or (f"owner:{slug(self.owner)}" if self.owner and self.owner not in _NO_OWNER else self.id)


_NO_OWNER = frozenset(
    {"private", "non-profit", "activists", "its staff", "itself", "invented", "volunteers", "foundation"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlets:
    """All outlets by id; ``index`` maps the compared words of a name, ``sites`` a host, to ids."""

    rows: Mapping[str, Outlet]
    index: Mapping[tuple[str, ...], tuple[str, ...]]
    sites: Mapping[str, str]

    @staticmethod
    def load(added: Path | None = None) -> Outlets:
        """The table of the package, with the user's rows in the folder ``added``."""
        if added is None:
            return _packaged()
        rows = dict(_packaged().rows)
        for data in rows_of(added, "outlets"):
            rows[data["id"]] = joined(rows[data["id"]], data) if data["id"] in rows else outlet(data)
        return Outlets.of(rows.values())

    @classmethod
    def of(cls, rows: Iterable[Outlet]) -> Self:
        """A table of these rows; a later row takes the place of one with its id."""
        by_id = {row.id: row for row in rows}
        index: dict[tuple[str, ...], dict[str, None]] = {}
        for row in by_id.values():
            for name in row.names:
                index.setdefault(_compared(name), {})[row.id] = None
        hosts = {host: row.id for row in by_id.values() for host in row.sites}
        return cls(rows=by_id, index={key: tuple(ids) for key, ids in index.items() if key}, sites=hosts)

    def link(self, name: str | None) -> tuple[Outlet | None, str | None]:
        """The row that an outlet's name in a report means, or ``None`` with the reason."""
        if not name or not name.strip():
            return None, "not_given"
        written = _AND_AGENCIES.sub("", name.strip())
        ids = self.index.get(_compared(written), ()) or self._by_host(written)
        if len(ids) == 1:
            return self.rows[ids[0]], None
        return None, "ambiguous" if ids else "not_in_table"

    def _by_host(self, name: str) -> tuple[str, ...]:
        match = _HOST.match(name)
        labels = match[1].lower().split(".") if match else []
        hosts = (".".join(labels[start:]) for start in range(len(labels) - 1))
        return next(((self.sites[host],) for host in hosts if host in self.sites), ())

    def side(
        self, name: str | None, registry: Registry, *, date: str | None = None, country: str | None = None
    ) -> str | None:
        """The side on which an outlet stands at a date in a country's conflict; ``None`` where it stands on none.

        A state that takes no part in that conflict is no side there. An outlet that the table lacks stands where the
        registry of actors puts one of its name ("Ministry of Defence of …").
        """
        row, reason = self.link(name)
        if row is None:
            ids = [i for i, _ in registry.index.get(keys(name or ""), ())] if reason == "not_in_table" else []
            return next((s for i in ids if (s := stance(i, registry, date, country))), None)
        own = sorted({s.id for s in row.sides if s.holds(date) and (not s.countries or country in s.countries)})
        if row.sides:
            return stance(own[0], registry, date, country) if len(own) == 1 else None
        return stance(row.of, registry, date, country) if row.of else None

    def land(self, name: str | None) -> str | None:
        """The country in which an outlet is made; ``None`` where the table lacks it."""
        row, _ = self.link(name)
        return row.country if row else None

    def house(self, name: str | None) -> str | None:
        """Who stands behind an outlet's name; ``None`` where the table lacks it."""
        row, _ = self.link(name)
        return row.house if row else None

    def wires(self, name: str | None) -> Mapping[str, str]:
        """The names of the agencies whose copy an outlet prints, each with the house of the agency."""
        row, _ = self.link(name)
        agencies = [self.rows[wire] for wire in row.wires if wire in self.rows] if row else []
        return {called: agency.house for agency in agencies for called in agency.names}


def sides(outlets: Iterable[str], registry: Registry | None = None) -> dict[str, str]:
    """The side of each outlet that is known to stand on one, at whatever date and place; others are left out."""
    known, table = registry or Registry.load(), Outlets.load()
    found = {outlet: table.side(outlet, known) for outlet in sorted(set(outlets))}
    return {outlet: side for outlet, side in found.items() if side}


def stance(identity: str, registry: Registry, date: str | None, country: str | None) -> str | None:
    """The side of an actor, or the side itself; ``None`` for a state that is no party where the country is known."""
    row = registry.rows.get(identity)
    if row is None:
        return identity
    side = registry.side_of(identity, date, country)
    if side is not None and side.startswith("state-of-"):
        return side if country is not None and row.country == country else None
    return side or (identity if row.armed else None)


def _compared(name: str) -> tuple[str, ...]:
    """The words by which names are compared; an article in front does not count."""
    words = keys(name)
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def outlet(data: Mapping[str, Any]) -> Outlet:
    """The row of a mapping, in the shape of the files; raises ``KeyError`` where a key is missing."""
    side = data.get("side") or ()
    return Outlet(
        id=data["id"],
        name=data["name"],
        kind=data["kind"],
        rests_on=data["rests_on"],
        aliases=tuple(data.get("aliases", ())),
        sites=tuple(host.lower() for host in data.get("sites", ())),
        country=data.get("country"),
        owner=data.get("owner"),
        of=data.get("of"),
        sides=(Dated(id=side),) if isinstance(side, str) else dated(side, "side"),
        wires=tuple(data.get("wires", ())),
    )


def joined(known: Outlet, data: Mapping[str, Any]) -> Outlet:
    """A row with what a user knows more of it: other names and sites, and whatever else is given, in its place."""
    more = outlet({**data, "kind": data.get("kind") or known.kind})
    names = dict.fromkeys([*known.aliases, more.name, *more.aliases])
    return replace(
        known,
        kind=more.kind,
        aliases=tuple(name for name in names if name != known.name),
        sites=tuple(dict.fromkeys([*known.sites, *more.sites])),
        country=more.country or known.country,
        owner=more.owner or known.owner,
        of=more.of or known.of,
        sides=more.sides or known.sides,
        wires=more.wires or known.wires,
    )


def problems(table: Outlets, registry: Registry) -> Iterator[str]:
    """What is wrong with a table, a line each: ids, names, kinds, owners, sides and wires that do not hold together."""
    for row in table.rows.values():
        if row.kind not in KINDS:
            yield f"{row.id}: there is no kind {row.kind!r}"
        if not row.rests_on or not row.name:
            yield f"{row.id}: it needs a name and what it rests on"
        if row.of is not None and row.of not in registry.rows:
            yield f"{row.id}: the registry has no actor {row.of!r}"
        yield from (f"{row.id}: there is no outlet {wire!r} to reprint" for wire in row.wires if wire not in table.rows)
        known = registry.side_names.keys() | registry.rows.keys()
        yield from (f"{row.id}: there is no side or actor {s.id!r}" for s in row.sides if s.id not in known)
        if row.country is not None and row.country not in registry.countries and row.country != "EH":
            yield f"{row.id}: there is no country {row.country!r}"
    yield from (f"{' '.join(key)!r} names {', '.join(ids)}" for key, ids in table.index.items() if len(ids) > 1)


@functools.cache
def _packaged() -> Outlets:
    folder = importlib.resources.files("situate.resolve") / "outlets"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name)
    loaded = [yaml.load(f.read_text("utf-8"), Loader=_LOADER) for f in files]  # noqa: S506 - both loaders are safe ones
    return Outlets.of(outlet(data) for rows in loaded for data in rows)
