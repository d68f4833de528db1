"""What an exporter is given and what it gives back: a read-only view of a record, and a report of what was lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import BinaryIO, Literal, Protocol

from situate.model.claim import Claim
from situate.model.event import Contradiction, Event
from situate.model.failure import Failure
from situate.model.place import Place
from situate.model.report import Report
from situate.model.situation import Spell

Profile = Literal["analyst", "public"]


class RecordView(Protocol):
    """A record as plain data, in the record's fixed order.

    ``as_known_on`` is the ISO date up to which publications count, ``None`` = all. ``draft`` = no person has reviewed
    what is shown. ``landmarks`` are places that help to read a map (neighbouring towns); it may be empty. ``same_dead``
    says of deaths that are told apart, by the id of their event, which attacks' dead they are: nobody is to be counted
    twice. ``overruled`` says of claims, by id, in which fields a reviewer has rejected them.
    """

    @property
    def reports(self) -> Sequence[Report]:
        """The reports."""

    @property
    def claims(self) -> Sequence[Claim]:
        """The claims that count."""

    @property
    def events(self) -> Sequence[Event]:
        """The events, states of affairs included."""

    @property
    def spells(self) -> Sequence[Spell]:
        """The spells."""

    @property
    def contradictions(self) -> Sequence[Contradiction]:
        """What the sources do not agree on."""

    @property
    def failures(self) -> Sequence[Failure]:
        """What could not be used."""

    @property
    def landmarks(self) -> Sequence[Place]:
        """Places that help to read a map."""

    @property
    def region_names(self) -> Mapping[str, str]:
        """Names of first-order regions by their code ("SY.07"); may be empty."""

    @property
    def same_dead(self) -> Mapping[str, Sequence[str]]:
        """The attacks whose dead an event tells apart from them, by its id; may be empty."""

    @property
    def overruled(self) -> Mapping[str, Collection[str]]:
        """The fields of claims that a reviewer has rejected; may be empty."""

    @property
    def as_known_on(self) -> str | None:
        """The ISO date up to which publications count."""

    @property
    def draft(self) -> bool:
        """Whether no person has reviewed what is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The plain :class:`RecordView`: whoever holds a record fills it in."""

    reports: Sequence[Report] = ()
    claims: Sequence[Claim] = ()
    events: Sequence[Event] = ()
    spells: Sequence[Spell] = ()
    contradictions: Sequence[Contradiction] = ()
    failures: Sequence[Failure] = ()
    landmarks: Sequence[Place] = ()
    region_names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    same_dead: Mapping[str, Sequence[str]] = field(default_factory=lambda: MappingProxyType({}))
    overruled: Mapping[str, Collection[str]] = field(default_factory=lambda: MappingProxyType({}))
    as_known_on: str | None = None
    draft: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LossReport:
    """``kept`` rows or features were written; ``left_out`` says what a format could not hold, by reason."""

    kept: int
    left_out: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, kept: int, reasons: Iterable[str] = ()) -> LossReport:
        """Count the reasons, most frequent first, then by name."""
        counted = Counter(reasons)
        return cls(kept=kept, left_out=tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0]))))

    @property
    def lost(self) -> int:
        """How many items have no row of their own."""
        return sum(count for _, count in self.left_out)


Write = Callable[[RecordView, BinaryIO, Profile], LossReport]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """A format: its name on the command line, the usual suffix of its files, and the function that writes it."""

    name: str
    suffix: str
    write: Write
