"""Persons whom a phrase names: with a title, in an apposition, as the holder of an office."""

from __future__ import annotations

from collections.abc import Sequence

from situate.model.actor import Actor
from situate.resolve.who.lexicon import lexicon
from situate.resolve.who.links import Linked
from situate.resolve.who.meanings import Meanings, Setting
from situate.resolve.who.names import keys
from situate.resolve.who.parts import Part
from situate.resolve.who.persons import PersonName, belonging, person_name, person_of
from situate.resolve.who.phrases import BREAK, named, titled, unbroken
from situate.resolve.who.registry import Registry

_RULE = frozenset({"government", "administration", "regime", "cabinet", "presidency"})
OFFICES = frozenset({"president", "premier", "minister", "chancellor", "king"})


class NamedPersons:
    """Finds who a person in a phrase is: the one of the registry, else a local one."""

    def __init__(self, registry: Registry, means: Meanings) -> None:
        self._registry = registry
        self._means = means
        self._holders = _holders(registry)
        self._leading: dict[str, tuple[str, ...]] = {}
        for (_, family), held in self._holders.items():
            self._leading[family] = (*self._leading.get(family, ()), *held)

    def government_led(self, core: Sequence[Part], setting: Setting) -> Linked | None:
        """The government that a family name tells, wherever the report is set: "the Lorn administration"."""
        if (
            len(core) != 2
            or setting.capitals
            or setting.date is None
            or not core[0].capital
            or core[1].key not in _RULE
        ):
            return None
        rows, parents = self._registry.rows, self._registry.parents
        led = {row for one in self._leading.get(core[0].key, ()) for row in parents(one, setting.date)}
        states = {rows[row].country for row in led if rows[row].kind == "government"}
        return self._means.part(states.pop(), "government", setting) if len(states) == 1 else None

    def told_of(self, text: str, head: Sequence[Part], rest: Sequence[Part], setting: Setting) -> Actor | None:
        """A person named with an apposition ("X, an SDF commander") or after one ("the group's leader, X")."""
        found = person_name(text, head, rest=rest, capitals=setting.capitals)
        if found is None and rest and titled(head) and not named(rest):
            after = unbroken(text, rest) if BREAK.search(text[head[-1].end : rest[0].start]) else []
            found = person_name(text, [*head, *after])
        if found is None and rest and titled(head) and rest[0].key == "of" and not named(rest):
            found = after_of(text, head, rest)
        if found is None:
            return None
        held = self._held(setting.state, found, setting) if OFFICES & {p.key for p in head} else None
        if held is not None:
            return held  # "Prime Minister Lorn" in a report on the state that Lorn leads then
        name = next(iter(belonging(rest)), None)
        of = self._means.actor(name, setting)[0] if name and found.public else None
        if of is None and found.public:
            of = self._means.by_words([p.key for p in head if not p.capital], setting)[0]
        return self.who_is(found, of, setting)

    def apposed(
        self, text: str, name: Part, tail: Sequence[Part], rest: Sequence[Part], setting: Setting
    ) -> Actor | None:
        """The person named after a comma: "a Lebanese lawyer, Ada Lorn"."""
        whose = name.form == "adjective" or name.possessive  # "Lorn’s envoy, Ada Tal"
        if not tail or not rest or not whose or tail[-1].key not in lexicon().person_titles:
            return None
        if text[tail[-1].end : rest[0].start].strip() != ",":
            return None
        found = person_name(text, [*tail, *unbroken(text, rest)])
        return self.who_is(found, self._means.actor(name, setting)[0], setting) if found else None

    def who_is(self, found: PersonName, of: Actor | None, setting: Setting) -> Actor:
        """The person of the registry who has this family name and an office of that state then, else a local one."""
        state = of.country if of is not None and of.kind in {"government", "state_forces"} else None
        held = self._held(state, found, setting)
        if held is not None:
            return held
        return person_of(found, of=of, registry=self._registry, date=setting.date, country=setting.country)

    def _held(self, state: str | None, found: PersonName, setting: Setting) -> Actor | None:
        """The one person of the registry with this family name who held an office of the state then.

        Given names must be among the person's: "Napoleon Lorn" of José Napoleón Lorn.
        """
        said = keys(found.name)
        held = self._holders.get((state, said[-1]), ()) if found.public and state and said else ()
        held = tuple(one for one in held if set(said) <= set(keys(self._registry.rows[one].name)))
        then = [one for one in held if self._registry.parents(one, setting.date)]
        if len(then) > 1 and state:  # a minister or president before a general of the same name
            government = self._registry.part(state, "government")
            then = [one for one in then if government in self._registry.parents(one, setting.date)]
        return self._registry.actor(then[0], setting.date, setting.country) if len(then) == 1 else None


def after_of(text: str, title: Sequence[Part], rest: Sequence[Part]) -> PersonName | None:
    """The full name at the end of a title with "of" in it: "secretary of state Ada Lorn"."""
    found = person_name(text, [*title, *unbroken(text, rest)])
    return found if found and len(found.name.split()) > 1 else None


def _holders(registry: Registry) -> dict[tuple[str, str], tuple[str, ...]]:
    """Who held an office of a state, by the state and the family name."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in registry.rows.values():
        if row.kind == "person" and row.country and any(registry.rows[p.id].inter == 1 for p in row.parents):
            key = row.country, keys(row.name)[-1]
            found[key] = (*found.get(key, ()), row.id)
    return found
