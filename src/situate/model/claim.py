"""What one report says: type, roles, time, place, who says so, how certain; each in exact words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from situate.model.actor import Actor
from situate.model.interval import UNKNOWN_INTERVAL, Interval
from situate.model.place import Candidate, Place
from situate.model.quantity import Quantity
from situate.model.span import Span

Polarity = Literal["positive", "negative"]
Tense = Literal["past", "present", "future", "perfect", "pluperfect"]
# How the words tell a claim's time: news of the day, undated background, a state that stands, a date, since a date.
Timing = Literal["news", "background", "standing", "dated", "lasting"]
Modality = Literal["actual", "planned", "possible", "attempted"]

ROLES = (
    "actor", "target", "place", "origin", "destination", "route", "time", "duration", "instrument", "goods",
    "killed", "wounded", "affected", "area", "distance",
)  # fmt: skip
PLACE_ROLES = frozenset({"place", "origin", "destination", "route"})
ACTOR_ROLES = frozenset({"actor", "target"})
TIME_ROLES = frozenset({"time", "duration"})
FIGURE_ROLES = frozenset({"killed", "wounded", "affected", "area", "distance", "duration", "goods"})


OF_A_PART = "part"  # the reason of a place where only a part of the people was that the claim counts
BY_SCORER = "learned_antecedent"  # the reason of an actor whom the learned scorer takes a pronoun to mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words of a report: where they stand and what they are; ``quote == text[span.start:span.end]``."""

    span: Span
    quote: str

    @classmethod
    def of(cls, text: str, span: Span) -> Evidence:
        """The words that stand at a span of a report's text."""
        return cls(span=span, quote=span.of(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One filler of a role. What the words mean is beside them; ``reason`` says why a meaning is missing, or,
    beside an actor, that the learned scorer chose it (``BY_SCORER``); beside a place, that only a part of the people
    was there (``OF_A_PART``).

    ``ref`` is the antecedent's words for a pronoun or a description; ``carried`` = taken over from another sentence.
    """

    role: str
    evidence: Evidence
    ref: str | None = None
    carried: bool = False
    place: Place | None = None
    candidates: tuple[Candidate, ...] = ()
    actor: Actor | None = None
    quantity: Quantity | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says so, in the words of the report; ``actor`` when they can be identified."""

    evidence: Evidence
    cue: str | None = None
    actor: Actor | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """The strings of other codebooks (``ontology.md``); ``None`` where none fits."""

    acled: str | None = None
    plover: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing that a report says happened, holds, is planned, or did not happen.

    ``speakers``: nearest first; empty = the outlet in its own voice. ``same_as`` is the id of an earlier claim of the
    report that tells the same happening. ``salience`` (0 to 1) ranks the claims of a report. ``confidence`` (0 to 1)
    is the reader's own, not the truth of the claim. ``sentence``, ``tense`` and ``timing`` are those of the trigger;
    they serve to resolve it and are not part of its JSON. ``ways`` is how likely each timing is, until it is resolved.
    """

    id: str
    report: str
    type: str
    trigger: Evidence
    roles: tuple[Role, ...] = ()
    polarity: Polarity = "positive"
    modality: Modality = "actual"
    speakers: tuple[Speaker, ...] = ()
    interval: Interval = UNKNOWN_INTERVAL
    codes: Codes = Codes()
    salience: float = 0.0
    confidence: float = 0.0
    same_as: str | None = None
    sentence: Span | None = None
    tense: Tense | None = None
    timing: Timing | None = None
    ways: tuple[tuple[Timing, float], ...] = ()
    extractor: str = ""

    def whereabouts(self, *names: str) -> tuple[Role, ...]:
        """The roles with one of these names that have a place, and not only that of a part of the people counted."""
        return tuple([role for role in self.fillers(*names) if role.place is not None and role.reason != OF_A_PART])

    def fillers(self, *names: str) -> tuple[Role, ...]:
        """The roles with one of these names, in order of the text."""
        return tuple([role for role in self.roles if role.role in names])


# Who leaves does so where he was: a withdrawal "towards Ostria" did not happen there (ACLED and UCDP code its origin).
# Of people who fled or were taken out, where they came to is told more often, and where they are. What is fired or
# flown from somewhere strikes elsewhere, often across a border.
_LEAVING: dict[str, tuple[tuple[str, ...], ...]] = {
    "withdraw": (("place",), ("origin", "route")),
    "displace": (("place",), ("origin", "route"), ("destination",)),
    "evacuate": (("place",), ("origin", "route"), ("destination",)),
    "shelling": (("place",), ("destination", "route")),
    "airstrike": (("place",), ("destination", "route")),
}


_WIDE = frozenset({"district", "region", "country"})


def places_in_order(claim_type: str) -> tuple[tuple[str, ...], ...]:
    """The roles that tell where a claim of a type is, in groups: a later one counts where those before have no place.

    What was hit, if it is a place, comes last.
    """
    return (*_LEAVING.get(claim_type, (("place",), ("destination", "route", "origin"))), ("target",))


def smaller_first(roles: Sequence[Role]) -> Sequence[Role]:
    """Roles that tell places, one that lies in the first of them before it: "in Varn province, … at Lisk" is Lisk."""
    first = next((role for role in roles if role.place is not None), None)
    held = first.place if first is not None else None
    if held is None or held.precision not in _WIDE:
        return roles
    inside = next((role for role in roles if role.place is not None and _lies_in(role.place, held)), None)
    return roles if inside is None else (inside, *(role for role in roles if role is not inside))


def _lies_in(place: Place, held: Place) -> bool:
    """Whether a place that is no land itself is in one that is, by country and region."""
    same = place.country == held.country and (held.admin1 is None or place.admin1 in {None, held.admin1})
    return place.precision not in _WIDE and same


def first_place(claim: Claim) -> Place | None:
    """Where a claim is: the first resolved place of its role ``place``, else of the next place roles of its type.

    One that lies in the first comes before it.
    """
    for names in places_in_order(claim.type):
        for role in smaller_first(claim.whereabouts(*names)):
            return role.place
    return None
