"""Actors that no registry has, known by the names that a report gives them: bodies, outlets, persons."""

from __future__ import annotations

from dataclasses import replace

from situate.model.actor import Actor
from situate.model.ids import digest
from situate.resolve.who.names import keys


def _id(name: str) -> str:
    return "local:" + "-".join(keys(name))


def local_body(name: str) -> Actor:
    """A body."""
    return Actor(id=_id(name), name=name, kind="other")


def local_outlet(name: str) -> Actor:
    """An outlet."""
    return Actor(id=_id(name), name=name, kind="outlet", sector="MED")


def private_person(name: str) -> Actor:
    """A person without a public role; the id does not show the name."""
    return Actor(id="private:" + digest("-".join(keys(name))), name=name, kind="person", private=True)


def made_public(person: Actor) -> Actor:
    """The same person, with the public role that the report gives somewhere."""
    return replace(person, id=_id(person.name), private=False)


def not_in_registry(name: str) -> tuple[Actor, str]:
    """A body by the name that a phrase gives it, with the reason."""
    return local_body(name), "not_in_registry"
