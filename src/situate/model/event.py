"""One happening in the world, or one state of affairs: claims that tell the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from situate.model.actor import Actor
from situate.model.interval import UNKNOWN_INTERVAL, Interval
from situate.model.place import Place
from situate.model.quantity import Quantity

Standing = Literal["claimed", "reported", "corroborated", "disputed", "retracted"]


DENIAL = "reject"  # the type of words by which somebody denies what is said: no deed, and no place is told by them
_OF_PLACES = frozenset({"holder", "since", "until"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An actor in an event or a spell, by role (actor, target; holder, besieger, besieged, supplier)."""

    role: str
    actor: Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """A value from 0 to 1 and the parts that made it, by name, in a fixed order."""

    value: float
    parts: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """``figures`` maps killed, wounded, affected to bounds over all claims; ``why`` explains each link of two claims.

    ``reports`` counts reports, ``independent_origins`` counts origins (reprints of one text are one origin).
    ``also`` are the other places where its claims say in one breath that it happened ("took Ramla, Varn and Ostry");
    ``place`` is the first of them in the words.
    ``polarity`` is negative where all claims say that it is not so; what some deny and others tell is disputed.
    """

    id: str
    kind: Literal["happening", "state"]
    type: str
    claims: tuple[str, ...]
    polarity: Literal["positive", "negative"] = "positive"
    modality: str = "actual"
    place: Place | None = None
    place_reason: str | None = None
    also: tuple[Place, ...] = ()
    interval: Interval = UNKNOWN_INTERVAL
    actors: tuple[Part, ...] = ()
    figures: tuple[tuple[str, Quantity], ...] = ()
    reports: int = 0
    independent_origins: int = 0
    standing: Standing = "reported"
    confidence: Confidence = Confidence(value=0.0)
    why: tuple[tuple[str, str, str], ...] = ()
    words: str = ""

    @property
    def places(self) -> tuple[Place, ...]:
        """All its places, in the order of the words; none where the place is unknown."""
        return () if self.place is None else (self.place, *self.also)

    @property
    def happened(self) -> bool:
        """Whether it is told as a happening that took place, by somebody who has not taken it back."""
        told = self.polarity == "positive" and self.modality == "actual"
        return self.kind == "happening" and told and self.standing != "retracted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """What the record's sources do not agree on: the field, and each value with the claims that say it."""

    id: str
    field: str
    about: str
    place: Place | None
    values: tuple[tuple[str, tuple[str, ...]], ...]
    status: Literal["open", "resolved"] = "open"
    why: str = ""

    @property
    def owner(self) -> str:
        """What it belongs to: an event (its id), or what is told of a place (the field and the id of the place)."""
        return f"{self.field} {self.place.id}" if self.field in _OF_PLACES and self.place is not None else self.about
