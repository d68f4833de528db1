"""What is known beyond the record: names, by the gazetteer and the registry, and where outlets stand.

Tables are opened when something is first looked up in them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from typing import Any, Protocol

from situate.model.place import Place
from situate.settings import Settings

Degrees = tuple[float, float]  # longitude, latitude


class Names(Protocol):
    """What is known of names beyond the record: the gazetteer and the registry of actors."""

    def key(self, name: str) -> str:
        """One key for all spellings of a name."""

    def places(self, name: str, countries: Sequence[str]) -> tuple[Place, ...]:
        """The places that a gazetteer has under this name, the largest first, then other spellings in countries."""

    def place(self, identity: str) -> Place | None:
        """The place with this id."""

    def actors(self, name: str) -> tuple[str, ...]:
        """The ids of the actors that the registry has under this name."""

    def towns(self, southwest: Degrees, northeast: Degrees, most: int) -> tuple[Place, ...]:
        """The largest settlements in a box, largest first."""


class RealNames:
    """The gazetteer and the registry, opened when a name is first asked for."""

    def key(self, name: str) -> str:
        """One key for all spellings of a name."""
        from situate.text.names import name_key

        return name_key(name)

    def places(self, name: str, countries: Sequence[str]) -> tuple[Place, ...]:
        """The places that the gazetteer has under this name, the largest first, then other spellings in countries."""
        from situate.resolve.gazetteer.lookup import place_of

        return tuple(place_of(match.entry) for match in self._gazetteer.matches(name, countries=countries))

    def place(self, identity: str) -> Place | None:
        """The place with this id."""
        from situate.resolve.gazetteer.lookup import place_of

        entry = self._gazetteer.by_id(identity)
        return place_of(entry) if entry else None

    def actors(self, name: str) -> tuple[str, ...]:
        """The ids of the actors that the registry has under this name."""
        from situate.resolve.who.names import keys

        return tuple(identity for identity, _written in self._registry.index.get(keys(name), ()))

    def towns(self, southwest: Degrees, northeast: Degrees, most: int) -> tuple[Place, ...]:
        """The largest settlements in a box, largest first."""
        from situate.resolve.gazetteer.lookup import place_of

        return tuple(place_of(entry) for entry in self._gazetteer.largest(southwest, northeast, most))

    @cached_property
    def _registry(self) -> Any:
        from situate.resolve.who.registry import Registry

        return Registry.load(Settings.load().data)

    @cached_property
    def _gazetteer(self) -> Any:
        from situate.resolve.gazetteer.lookup import Gazetteer

        return Gazetteer.open(added=Settings.load().data)


class RealStanding:
    """The table of outlets with what the user added, and the registry behind it."""

    def __init__(self) -> None:
        from situate.resolve.outlets import Outlets
        from situate.resolve.who.registry import Registry

        folder = Settings.load().data
        self._outlets, self._registry = Outlets.load(folder), Registry.load(folder)
        self._side = cache(self._sought)

    def side(self, name: str, date: str | None, country: str | None) -> str | None:
        """The side that an outlet stands on at a date in a country's conflict."""
        return self._side(name, date, country)

    def house(self, name: str) -> str | None:
        """Who stands behind an outlet."""
        return self._outlets.house(name)

    def body(self, person: str, date: str | None) -> str | None:
        """The id of what a person led or spoke for at a date, by the registry."""
        return next(iter(self._registry.parents(person, date)), None)

    def wires(self, name: str) -> Mapping[str, str]:
        """The names of the agencies whose copy an outlet prints, each with its house."""
        return self._outlets.wires(name)

    def author(self, text: str, date: str | None, country: str | None) -> str | None:
        """The side whose statement a text is by its own head."""
        from situate.resolve.outlets import stance
        from situate.resolve.who.statements import is_body, statement_of

        words = statement_of(text)
        side = self._side(words, date, country) if words is not None else None
        if words is None or side is not None or not is_body(words):
            return side
        actor, _ = self._linker.link(words, country_hint=country, date=date)
        known = actor is not None and actor.id in self._registry.rows
        return stance(actor.id, self._registry, date, country) if actor is not None and known else None

    @cached_property
    def _linker(self) -> Any:
        from situate.resolve.who.phrase import Linker

        return Linker(self._registry)

    def _sought(self, name: str, date: str | None, country: str | None) -> str | None:
        return self._outlets.side(name, self._registry, date=date, country=country)


def added_outlets() -> str:
    """A fingerprint of the outlets and actors that the user added: where an outlet stands follows from both."""
    from situate.resolve.added.collections import fingerprint

    folder = Settings.load().data
    return " ".join(filter(None, (fingerprint(folder, "outlets"), fingerprint(folder, "actors"))))
