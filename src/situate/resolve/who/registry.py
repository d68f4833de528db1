"""The registry of actors: who there is, under which names, of which kind, on which side, when.

The rows are data (``actors/*.yaml``). For every state a government, armed forces, an air force, a navy and a police
are added by rule, unless a row stands for one of them. Dates are partial dates; both bounds count as inside.
"""

from __future__ import annotations

import functools
import importlib.resources
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Self

from situate.model.actor import Actor
from situate.model.interval import first_day, last_day
from situate.resolve import flat_yaml
from situate.resolve.added.collections import fingerprint, rows_of
from situate.resolve.who.names import keys, slug

_SHORT = 6  # letters of an abbreviation
_FILES = (
    "syria", "iraq", "middle_east", "europe", "africa", "asia", "americas", "authorities", "organisations", "bodies",
    "media", "agencies", "civil", "press",
)  # fmt: skip
# ACLED's inter codes by kind (codebook 2023: 1 state forces … 8 external or other forces).
_INTER = {
    "state_forces": 1, "government": 1, "rebel_group": 2, "political_militia": 3, "communal_militia": 4,
    "civilians": 7, "external_forces": 8, "international": 8,
}  # fmt: skip
# PLOVER's sectors by kind.
_SECTOR = {
    "state_forces": "MIL", "government": "GOV", "rebel_group": "REB", "political_militia": "PRM",
    "communal_militia": "PRM", "civilians": "CVL", "external_forces": "MIL", "international": "IGO", "outlet": "MED",
}  # fmt: skip


# "Velian Army": the adjective of a people or land, and not "National Army" or "Federal Army", which many have.
_ARMY_OF = re.compile(r"(?:The )?([A-Z]\w+(?:an|ese|ish|i|ic))\s(?:[Aa]rmy|[Mm]ilitary|[Aa]rmed [Ff]orces)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """Something that held from … to … (partial dates, ``None`` = no bound known), in some countries or in all."""

    id: str
    start: str | None = None
    end: str | None = None
    countries: tuple[str, ...] = ()

    def holds(self, date: str | None) -> bool:
        """Whether it can have held at a partial date; an unknown date fits all."""
        if date is None:
            return True
        after = self.start is None or last_day(date) >= first_day(self.start)
        return after and (self.end is None or first_day(date) <= last_day(self.end))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An actor of the registry. ``stands_for`` names the part that it plays for its state; ``monitor`` = it watches."""

    id: str
    name: str
    kind: str
    rests_on: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    inter: int | None = None
    sector: str | None = None
    parents: tuple[Dated, ...] = ()
    sides: tuple[Dated, ...] = ()
    existed: Dated = field(default_factory=lambda: Dated(id=""))
    theatres: tuple[str, ...] = ()
    stands_for: str | None = None
    monitor: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and its aliases."""
        return (self.name, *self.aliases)

    @property
    def armed(self) -> bool:
        """Whether it is an armed side that is not a state."""
        return self.kind in {"rebel_group", "political_militia", "communal_militia"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A state: its names, adjectives, what its people are called, and the capital that stands for its government.

    ``bodies``: the parts that it has, where it has not all.
    """

    code: str
    name: str
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capital: str
    others: tuple[str, ...]
    bodies: tuple[str, ...] = ()


def dated(items: Iterable[Mapping[str, Any]], key: str) -> tuple[Dated, ...]:
    """Rows of a file that hold from … to …, ``key`` names what."""
    return tuple(
        Dated(id=i[key], start=_date(i.get("from")), end=_date(i.get("to")), countries=tuple(i.get("in", ())))
        for i in items
    )


def _date(value: object) -> str | None:
    return None if value is None else str(value)


def row_of(data: Mapping[str, Any]) -> Row:
    """The row of a mapping, in the shape of the files; raises ``KeyError`` where a key is missing."""
    kind = data["kind"]
    return Row(
        id=data["id"],
        name=data["name"],
        kind=kind,
        rests_on=data["rests_on"],
        aliases=tuple(data.get("aliases", ())),
        country=data.get("country"),
        inter=data.get("inter", _INTER.get(kind)),
        sector=data.get("sector", _SECTOR.get(kind)),
        parents=dated(data.get("parents", ()), "id"),
        sides=dated(data.get("sides", ()), "side"),
        existed=dated([{"id": "", **data.get("exists", {})}], "id")[0],
        theatres=tuple(data.get("theatres", ())),
        stands_for=data.get("stands_for"),
        monitor=bool(data.get("monitor", False)),
    )


def _person(item: list[Any]) -> Row:
    identifier, name, aliases, country, of, start, end = item
    held = of if isinstance(of, list) else [[of, start, end]] if of else []
    parents = tuple(Dated(id=office, start=_date(since), end=_date(until)) for office, since, until in held)
    rests_on = "holder of a public office or a leader of an armed group"
    return Row(
        id=f"person:{identifier}", name=name, kind="person", rests_on=rests_on, aliases=tuple(aliases),
        country=country, parents=parents, existed=Dated(id="", start=_date(start)),
    )  # fmt: skip


_OF_STATE = (
    ("government", "Government", "government", "GOV", ("{a} government", "{a} regime", "{a} authorities", "{a} state")),
    (
        "military", "Military", "state_forces", "MIL",
        ("{a} army", "{a} military", "{a} forces", "{a} armed forces", "{a} troops", "{a} government forces"),
    ),
    ("air_force", "Air force", "state_forces", "MIL", ("{a} air force",)),
    ("navy", "Navy", "state_forces", "MIL", ("{a} navy",)),
    ("police", "Police", "state_forces", "COP", ("{a} police", "{a} gendarmerie")),
)  # fmt: skip


def _of_state(country: Country, taken: Mapping[tuple[str, str], str]) -> Iterator[Row]:
    """The rows that a state has by rule; ``taken`` maps (code, part) to the row that stands for the part."""
    known = {part: taken.get((country.code, part)) for part, *_ in _OF_STATE}
    ids = {part: known[part] or f"{part.replace('_', '-')}-of-{slug(country.name)}" for part in known}
    for part, title, kind, sector, patterns in _OF_STATE:
        if known[part] or (country.bodies and part not in country.bodies):
            continue
        parent = {"government": (), "military": ("government",), "police": ("government",)}.get(part, ("military",))
        adjectives = country.adjectives or (country.name,)
        yield Row(
            id=ids[part], name=f"{title} of {country.name}", kind=kind, rests_on="every state has one (rule)",
            aliases=tuple(p.format(a=a) for p in patterns for a in adjectives), country=country.code,
            inter=1, sector=sector, parents=tuple(Dated(id=ids[p]) for p in parent), stands_for=part,
        )  # fmt: skip


def _read(name: str) -> Any:
    text = (importlib.resources.files("situate.resolve") / "actors" / f"{name}.yaml").read_text("utf-8")
    return flat_yaml.read(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """All actors. ``index`` maps the compared words of a name to ``(id, name as written)``, in order of the files."""

    rows: Mapping[str, Row]
    countries: Mapping[str, Country]
    side_names: Mapping[str, str]
    state_sides: Mapping[str, tuple[Dated, ...]]
    index: Mapping[tuple[str, ...], tuple[tuple[str, str], ...]]
    parts: Mapping[tuple[str, str], str]

    @staticmethod
    def load(added: Path | None = None) -> Registry:
        """The registry of the package, read once, with the user's rows in the folder ``added``."""
        return _load() if added is None else _with_added(str(added), fingerprint(added, "actors"))

    @classmethod
    def of(
        cls,
        rows: Iterable[Row],
        countries: Iterable[Country],
        sides: Mapping[str, Any],
        called: Iterable[tuple[str, str, Sequence[str]]] = (),
    ) -> Self:
        """A registry of these rows and countries; ``sides`` is the content of ``sides.yaml``.

        ``called``: further names of parts of states (code, part, names).
        """
        states = {c.code: c for c in countries}
        written = list(rows)
        taken = {(r.country, r.stands_for): r.id for r in written if r.country and r.stands_for}
        more = {(code, part): tuple(names) for code, part, names in called}
        every = [*written, *(row for state in states.values() for row in _of_state(state, taken))]
        every = [_also_called(row, more.get((row.country or "", row.stands_for or ""), ())) for row in every]
        joined: dict[str, list[Mapping[str, Any]]] = {}
        for item in sides["states"]:
            joined.setdefault(item["country"], []).append(item)
        return cls(
            rows={row.id: row for row in every},
            countries=states,
            side_names=sides["names"],
            state_sides={code: dated(items, "side") for code, items in joined.items()},
            index=_index(every),
            parts={(r.country, r.stands_for): r.id for r in every if r.country and r.stands_for},
        )

    def abbreviations(self) -> frozenset[str]:
        """The short names that are written in capitals, in small letters."""
        written = (name for names in self.index.values() for _, name in names)
        return frozenset(name.lower() for name in written if name.isupper() and name.isalpha() and len(name) <= _SHORT)

    def actor(self, identifier: str, date: str | None = None, country: str | None = None) -> Actor:
        """The row as an actor at a date, with the side that it stands on in a country's conflict."""
        row = self.rows[identifier]
        return Actor(
            id=row.id, name=row.name, kind=row.kind, country=row.country, inter=row.inter,
            side=self.side_of(identifier, date, country), sector=row.sector,
        )  # fmt: skip

    def part(self, code: str, part: str) -> str | None:
        """The id of what plays a part for a state: government, military, air_force, navy, police, rebels, …"""
        return self.parts.get((code, part))

    def parents(self, identifier: str, date: str | None) -> tuple[str, ...]:
        """What an actor belonged to at a date, the nearest first; ids only."""
        row = self.rows.get(identifier)
        return tuple(p.id for p in row.parents if p.holds(date)) if row else ()

    def side_of(self, identifier: str, date: str | None = None, country: str | None = None) -> str | None:
        """The side of an actor at a date in a country's conflict; ``None`` when unknown or when it may be several.

        Its own rows count first, then what it belonged to, then what its state joined; a state that joined nothing
        there is a side of its own.
        """
        return self._side(identifier, date, country, frozenset())

    def _side(self, identifier: str, date: str | None, country: str | None, seen: frozenset[str]) -> str | None:
        row = self.rows.get(identifier)
        if row is None or identifier in seen:
            return None
        own = _sides(row.sides, date, country or row.country)
        if own:
            return own[0] if len(own) == 1 else None
        for parent in self.parents(identifier, date):
            side = self._side(parent, date, country, seen | {identifier})
            if side:
                return side
        state = self.countries.get(row.country or "")
        if row.kind not in {"government", "state_forces"} or state is None or row.sides or row.inter != 1:
            return None
        joined = _sides(self.state_sides.get(state.code, ()), date, country or state.code)
        return joined[0] if joined else f"state-of-{slug(state.name)}"

    def sides(self) -> frozenset[str]:
        """The ids of all that can be a side: sides that somebody stands on or that have a name, states, actors."""
        dated_sides = [one for row in self.rows.values() for one in row.sides]
        joined = [one for several in self.state_sides.values() for one in several]
        states = {f"state-of-{slug(state.name)}" for state in self.countries.values()}
        return frozenset(self.rows) | self.side_names.keys() | {one.id for one in dated_sides + joined} | states


def _also_called(row: Row, names: tuple[str, ...]) -> Row:
    return replace(row, aliases=(*row.aliases, *names)) if names else row


def _sides(sides: Iterable[Dated], date: str | None, country: str | None) -> list[str]:
    return sorted({s.id for s in sides if s.holds(date) and (not s.countries or country in s.countries)})


def _index(rows: Iterable[Row]) -> dict[tuple[str, ...], tuple[tuple[str, str], ...]]:
    index: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for row in rows:
        for name in row.names:
            entries = index.setdefault(keys(name), [])
            if row.id not in {identifier for identifier, _ in entries}:
                entries.append((row.id, name))
            elif name.islower():  # the form that fits any case wins
                entries[:] = [(i, name if i == row.id else n) for i, n in entries]
    return {key: tuple(entries) for key, entries in index.items() if key}


@functools.cache
def _load() -> Registry:
    return Registry.of(_packaged(), _countries(), _read("sides"), _read("parts"))


@functools.lru_cache(maxsize=4)
def _with_added(folder: str, state: str) -> Registry:
    """The registry with what was added; ``state`` is the fingerprint of that, so that a change is seen."""
    if not state:
        return _load()
    rows = {row.id: row for row in _packaged()}
    for data in rows_of(Path(folder), "actors"):
        known = rows.get(data["id"])
        rows[data["id"]] = _with_troops(joined(known, data) if known is not None else row_of(data))
    return Registry.of(rows.values(), _countries(), _read("sides"), _read("parts"))


def joined(known: Row, data: Mapping[str, Any]) -> Row:
    """A row with what a user knows more of it: other names, and sides and parents where the user gives any."""
    names = tuple(dict.fromkeys([*known.aliases, data["name"], *data.get("aliases", ())]))
    return replace(
        known,
        aliases=tuple(name for name in names if name != known.name),
        parents=dated(data.get("parents", ()), "id") or known.parents,
        sides=dated(data.get("sides", ()), "side") or known.sides,
    )


def _with_troops(row: Row) -> Row:
    """The armed forces of a state with what they are called by the adjective of their name.

    Whose "Velian Army" is known, "Velian troops" and "Velian forces" are theirs too, as with the states of the package.
    """
    if row.kind != "state_forces":
        return row
    known = {keys(name) for name in row.names}
    adjectives = dict.fromkeys(m[1] for name in row.names if (m := _ARMY_OF.fullmatch(name)))
    made = (f"{a} {word}" for a in adjectives for word in ("army", "military", "forces", "troops", "armed forces"))
    return _also_called(row, tuple(name for name in made if keys(name) not in known))


_MINISTRIES = ("defence", "defense", "interior", "foreign", "security", "state security", "health", "information")
_GOVERNING = (
    "government", "authorities", "administration", "officials", "presidency", "presidential office", "parliament",
    *(f"{of} ministry" for of in _MINISTRIES), *(f"ministry of {of}" for of in _MINISTRIES),
    "ministry of foreign affairs", "ministry of internal affairs", "ministry of the interior", "leader", "leaders",
    "leadership", "president",
)  # fmt: skip
_FIGHTING = (
    "army", "military", "forces", "troops", "soldiers", "armed forces", "security forces", "fighters", "gunners",
    "gunmen", "militia", "militias", "militiamen", "separatists", "police", "artillery", "tanks", "units", "positions",
)  # fmt: skip


def _of_lands(rows: Iterable[Row]) -> list[Row]:
    """Rows with what the bodies of lands that rule themselves are called by the name of the land (``lands.yaml``)."""
    called: dict[str, list[str]] = defaultdict(list)
    for names, adjectives, governing, fighting in _read("lands"):
        for who, bodies in ((governing, _GOVERNING), (fighting, _FIGHTING)):
            before = [*names, *adjectives, *(f"{name}'s" for name in names)] if who else []
            called[who] += [f"{name} {body}" for name in before for body in bodies]
            called[who] += [f"{body} of {name}" for name in (names if who else ()) for body in bodies]
    known = {key for row in rows for key in map(keys, row.names)}
    return [_also_called(row, tuple(n for n in called.get(row.id, ()) if keys(n) not in known)) for row in rows]


def _packaged() -> list[Row]:
    rows = _of_lands([row_of(data) for name in _FILES for data in _read(name)])
    return rows + [_person(item) for name in ("people", "heads") for item in _read(name)]


def _countries() -> list[Country]:
    return [
        Country(
            code=code,
            name=name,
            adjectives=tuple(adj),
            people=tuple(people),
            capital=capital,
            others=tuple(others),
            bodies=tuple(bodies[0]) if bodies else (),
        )
        for code, (name, adj, people, capital, others, *bodies) in _read("countries").items()
    ]
