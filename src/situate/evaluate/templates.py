"""Incidents of a report against the templates of MUC-4: what happened, who did it, to whom, with what, when and where.

An incident that was found meets at most one template and the other way round: pairs are taken in order of what they
share (their kind counts as one thing). A filler is right when it meets a string of a gold entity at a Dice coefficient
of 0.5 of their words; an entity counts once. ``all`` counts kinds and fillers together, of incidents and templates
without a counterpart too. Templates count alike whether the key calls them optional or not.

Dates and places are those of the templates' counterparts among all incidents, also those of which the scheme makes
no template. A date is right when all of it lies within the stated range; a place when it lies in the stated
department, or in the country where the key states no more. ``right`` is the share of all templates that state one (what
is not met, or has no date or place, is not right), ``precision`` the share of those told, ``unresolved`` the share of
the templates met that have none. In ``date_from`` only what has a first day is dated, not what is only known to have
happened by the day of its report.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from situate.evaluate.rates import Figures, Rates, share
from situate.model.interval import OPEN, UNKNOWN_INTERVAL, Interval, first_day, is_partial_date, last_day
from situate.model.place import Place

KINDS = ("attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage")
SLOTS = ("perpetrators", "targets", "victims", "weapons")
AGREEMENT = 0.5
_LABELS = {
    "perpetrators": ("PerpInd", "PerpOrg"), "targets": ("Target",), "victims": ("Victim",), "weapons": ("Weapon",),
}  # fmt: skip
_WORD = re.compile(r"\w+")
_KIND_OF_PLACE = re.compile(r"\s*\([^()]*\)*\s*$|^\s*\(")
_REGIONS = ("(DEPARTMENT)", "(PROVINCE)")

Entity = tuple[str, ...]  # strings that name one thing
Fillers = Mapping[str, Sequence[Entity]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """What was found: fillers by slot, each a string or several for the same thing; when and where.

    ``warfare``: by means of armies; ``harmed``: people who are no fighters were harmed, named or not.
    """

    kind: str
    fillers: Fillers
    interval: Interval
    place: Place | None = None
    warfare: bool = False
    harmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The incidents of one report: all, and those that the scheme would make templates of."""

    every: Sequence[Incident]
    reported: Sequence[Incident]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place as a key states it: names from the country down, with the department where the key names it so."""

    country: str
    department: str | None = None
    towns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A gold incident. ``first`` and ``last`` bound its date (ISO days; no ``first``: any day up to ``last``)."""

    kind: str
    fillers: Fillers
    first: str | None = None
    last: str | None = None
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What the names of a key mean: an ISO code, and the first-order regions that they can lie in."""

    country: str | None
    regions: frozenset[str] = field(default_factory=frozenset)


def templates_of(row: Mapping[str, Any]) -> tuple[Template, ...]:
    """The templates of a document, from its JSON; raises ``KeyError`` or ``ValueError`` for another shape."""
    pairs = zip(row["gtt_templates"], row["key_templates"], strict=True)
    return tuple(_template(told, key) for told, key in pairs)


def _template(told: Mapping[str, Any], key: Mapping[str, Any]) -> Template:
    fillers = {
        slot: tuple(tuple(one["text"] for one in entity) for label in labels for entity in told[label])
        for slot, labels in _LABELS.items()
    }
    date = key.get("date") or {}
    # A day that no calendar has ("31 SEP 89") stands for its month.
    days = sorted(day if is_partial_date(day) else day[:7] for day in date.get("iso", ()))
    return Template(
        kind=told["incident_type"],
        fillers=fillers,
        first=None if not days or date["open_start"] else days[0],
        last=days[-1] if days else None,
        spots=tuple(_spots(key["slots"].get("INCIDENT: LOCATION"))),
    )


def _spots(slot: object) -> Iterable[Spot]:
    """The places of a key, any of which is right."""
    fills = slot["fills"] if isinstance(slot, Mapping) else ()
    for country, *below in (chain for fill in fills for chain in fill["value"]):
        departments = [name for name in below if name.rstrip(")").endswith(tuple(r[:-1] for r in _REGIONS))]
        yield Spot(
            country=_bare(country),
            department=_bare(departments[0]) if departments else None,
            towns=tuple(_bare(part) for name in below if name not in departments for part in name.split(" - ")),
        )


def _bare(name: str) -> str:
    """A name of a key without the kind of place that it adds."""
    while (bare := _KIND_OF_PLACE.sub("", name)) != name:
        name = bare
    return name.strip()


def score(documents: Iterable[tuple[Sequence[Template], Told]], meaning: Mapping[Spot, Meant]) -> Figures:
    """All figures for documents, each as its templates and what was found; ``meaning`` of the places of all keys."""
    n: Counter[str] = Counter()
    for gold, told in documents:
        n["documents"] += 1
        _count(gold, told.reported, n)
        _count_when_and_where(gold, told, meaning, n)
    names = ("type", *SLOTS)
    right, found, every = (sum(n[f"{which} {name}"] for name in names) for which in ("right", "found", "gold"))
    return {
        "documents": n["documents"],
        "templates": n["gold type"],
        "all": Rates(right=right, found=found, gold=every).told(),
        **{name: _rates(n, name) for name in names},
        **{name: _shares(n, name) for name in ("date", "date_from", "place")},
    }  # fmt: skip


def _rates(n: Counter[str], name: str) -> Figures:
    return Rates(right=n[f"right {name}"], found=n[f"found {name}"], gold=n[f"gold {name}"]).told()


def _shares(n: Counter[str], name: str) -> Figures:
    return {
        "right": share(n[f"right {name}"], n[f"gold {name}"]),
        "precision": share(n[f"right {name}"], n[f"told {name}"]),
        "unresolved": share(n[f"met {name}"] - n[f"told {name}"], n[f"met {name}"]),
        "gold": n[f"gold {name}"],
    }


def _count(gold: Sequence[Template], found: Sequence[Incident], n: Counter[str]) -> None:
    """Kinds and fillers."""
    for which, fillers in (("gold", [t.fillers for t in gold]), ("found", [i.fillers for i in found])):
        n[f"{which} type"] += len(fillers)
        n.update({f"{which} {slot}": sum(len(of[slot]) for of in fillers) for slot in SLOTS})
    for i, j in pairs(gold, found):
        n["right type"] += gold[i].kind == found[j].kind
        n.update({f"right {slot}": _right(gold[i].fillers[slot], found[j].fillers[slot]) for slot in SLOTS})


def _count_when_and_where(gold: Sequence[Template], told: Told, meaning: Mapping[Spot, Meant], n: Counter[str]) -> None:
    met = dict(pairs(gold, told.every))
    for i, template in enumerate(gold):
        found = told.every[met[i]] if i in met else None
        if template.last is not None:
            own = found.interval if found else UNKNOWN_INTERVAL
            _one(n, "date", found, own.known, within(own, template.first, template.last))
            dated = own if own.earliest is not None else UNKNOWN_INTERVAL
            _one(n, "date_from", found, dated.known, within(dated, template.first, template.last))
        if template.spots:
            place = found.place if found else None
            _one(n, "place", found, place is not None, _right_place(place, template.spots, meaning))


def _one(n: Counter[str], name: str, found: Incident | None, known: bool, right: bool) -> None:
    n.update({f"gold {name}": 1, f"met {name}": found is not None, f"told {name}": known, f"right {name}": right})


def _right_place(place: Place | None, spots: Sequence[Spot], meaning: Mapping[Spot, Meant]) -> bool:
    return place is not None and any(lies_in(place, spot, meaning[spot]) for spot in spots)


def pairs(gold: Sequence[Template], found: Sequence[Incident]) -> list[tuple[int, int]]:
    """Which template (its number) meets which incident; those that share most first, then in order."""
    ranked = sorted(
        (-shared, i, j)
        for i, template in enumerate(gold)
        for j, incident in enumerate(found)
        if (shared := _shared(template, incident))
    )
    met: dict[int, int] = {}
    for _, i, j in ranked:
        if i not in met and j not in met.values():
            met[i] = j
    return list(met.items())


def _shared(gold: Template, found: Incident) -> int:
    return (gold.kind == found.kind) + sum(_right(gold.fillers[slot], found.fillers[slot]) for slot in SLOTS)


def _right(gold: Sequence[Entity], found: Sequence[Entity]) -> int:
    """How many gold entities a filler meets; each filler counts once, the likest pairs first."""
    ranked = sorted((-_alike(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found))
    met: dict[int, int] = {}
    for less, i, j in ranked:
        if -less >= AGREEMENT and i not in met and j not in met.values():
            met[i] = j
    return len(met)


def _alike(gold: Entity, found: Entity) -> float:
    return max((dice(a, b) for a in gold for b in found), default=0.0)


def dice(a: str, b: str) -> float:
    """How much of their words two strings share, without regard to case (0 to 1)."""
    left, right = Counter(_WORD.findall(a.casefold())), Counter(_WORD.findall(b.casefold()))
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


def within(found: Interval, first: str | None, last: str) -> bool:
    """Whether all that an interval can mean lies within the days of a key."""
    if found.earliest is None and first is not None:
        return False
    if found.latest is None or found.latest == OPEN:
        return False
    starts_right = found.earliest is None or first is None or first_day(found.earliest) >= first_day(first)
    return starts_right and last_day(found.latest) <= last_day(last)


def lies_in(found: Place, spot: Spot, meant: Meant) -> bool:
    """Whether a place lies in the department that a key states, or in its country where it states no more."""
    if meant.country is None or found.country != meant.country:
        return False
    if spot.department is None and not spot.towns:
        return True
    if meant.regions:
        return found.admin1 in meant.regions
    return any(dice(found.name, name) >= AGREEMENT for name in (spot.department, *spot.towns) if name)
