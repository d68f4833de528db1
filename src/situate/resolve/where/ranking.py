"""Which of the places that bear a name a report means, with the reasons.

All names of a report are weighed together. Each candidate starts from what it is (a country, a region, how many people
live there, whether the name is its first one); then countries and regions that the report names or whose places it
names speak for what lies in them, and near places for each other. One name has one meaning in a report, unless
what follows a comma says otherwise ("Paris, Texas"). The belief in a candidate is the logistic of its lead over the
best rival; places within 50 km of each other (a province and its capital) are no rivals. On LGL a belief of 0.6 to 0.7
is right in 51 of 100 cases, 0.7 to 0.8 in 74, 0.9 and more in 92. Weights were set on LGL.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from situate.model.distance import distance_km
from situate.resolve.gazetteer.lookup import Entry, Gazetteer, Match, extent_km, likeness
from situate.resolve.where.toponyms import gazetteer_matches
from situate.text.names import name_key

ROUNDS = 3
_MOST = 80  # candidates of one name that are weighed, the largest
_KIND = {"country": 4.0, "area": 2.6, "region": 2.2, "county": 1.2, "village": 2.0, "base": 2.0, "site": 2.0}
_HOW = {"name": 0.8, "alternate": -0.3, "spelling": -0.6, "adjective": 0.0}
_COUNTRY, _ADMIN1, _NEAR, _NEAR_KM = 3.0, 2.2, 1.5, 200.0
_SOLE, _NAMED, _ALL_BUT = 2.0, 0.6, 0.75  # of the country that all else speaks for; weights that make it so
_INSIDE, _OUTSIDE, _HEADED = 5.0, -3.0, 2.0
_WITHIN = 1.25  # of a region's radius: its point is seldom in its middle
_SAME_SPOT_KM = 50.0
_ANCHORS = 60  # places that can speak for those near them; more would make long reports slow
_SEAT, _REGION_AFTER_SEAT = 1_000, 1.8
_WELL_KNOWN = 250_000  # people of a place whose name, spelled as it is, is no misspelling of another's
_ALIKE = 0.5  # letter pairs in common of a name and another spelling of it, where some place is written just so
_LANDS = frozenset({"country", "region", "area"})
_STATES = frozenset({"US", "CA", "AU"})  # a bare name means the state there ("Oklahoma")
_REGION_NOUNS = ("state", "province", "region", "oblast", "governorate", "department")
_GIVEN_COUNTRY = 2.0  # names of a report that a country given from outside (its actors) counts for


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name to resolve. ``within`` is the name after its comma; ``wants`` the kind that its phrase asks for, if any.

    ``wants`` is settlement, region, country, county or island ("Homs province" wants a region). ``under`` are the names
    of the heading that it stands under.
    """

    text: str
    within: str | None = None
    wants: str | None = None
    under: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """What makes two names one."""
        return name_key(self.text), name_key(self.within or ""), self.wants or "", *map(name_key, self.under)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A candidate: the belief in it against its best rival elsewhere (0 to 1), its score, and what spoke for it."""

    entry: Entry
    share: float
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(slots=True)
class _Case:
    """One name while it is weighed."""

    name: Name
    key: str
    matches: list[Match]
    prior: list[float]
    shares: list[float] = field(default_factory=list)


class _Support(NamedTuple):
    """What the rest of a report adds to a candidate: a score, and what of that its country, region and neighbour do."""

    score: float
    country: float
    region: float
    near: float
    neighbour: str | None


@dataclass(frozen=True, slots=True)
class _Context:
    """What the report speaks of: shares of countries and regions, with their sums, and the best place of each name.

    The places are in the order of how sure they are.
    """

    countries: Mapping[str, float]
    admin1: Mapping[str, float]
    all_countries: float
    all_admin1: float
    anchors: Sequence[tuple[str, Entry, float]]


def rank_names(names: Iterable[Name], gazetteer: Gazetteer, countries: Mapping[str, float]) -> dict[Name, list[Ranked]]:
    """The candidates of each name, best first. ``countries`` are hints from outside: ISO codes with weights 0 to 1."""
    hints = dict(countries)
    unique = list({name.key: name for name in names}.values())
    near = _near_countries(unique, gazetteer, hints)
    cases = [_case(name, gazetteer, near) for name in unique]
    cases = [case for case in cases if case.matches]
    for case in cases:
        case.shares = _softmax(case.prior)
    for _ in range(ROUNDS):
        context = _context(cases, hints)
        for case in cases:
            supports = _supports(case, context)
            case.shares = _softmax([base + one.score for base, one in zip(case.prior, supports, strict=True)])
    context = _context(cases, hints)
    ranked = {case.name.key: _ranked(case, context) for case in cases}
    return {name: ranked.get(name.key, []) for name in names}


def _near_countries(names: list[Name], gazetteer: Gazetteer, hints: Mapping[str, float]) -> list[str]:
    """The countries in which other spellings of a name are looked for: those hinted at, and those named."""
    found = {code: weight for code, weight in hints.items() if weight > 0.2}
    for name in names:
        for match in gazetteer_matches(name.text, gazetteer):
            if match.entry.kind in ("country", "region") and match.entry.country:
                found[match.entry.country] = found.get(match.entry.country, 0.0) + 1.0
    return sorted(found, key=lambda code: (-found[code], code))[:4]


def _case(name: Name, gazetteer: Gazetteer, countries: list[str]) -> _Case:
    exact = gazetteer_matches(name.text, gazetteer)
    known = any(match.how == "name" and match.entry.population > _WELL_KNOWN for match in exact)
    near = [] if known or (exact and len(name.text) < 5) else gazetteer.matches(name.text, countries=countries)
    spelt = [match for match in near if match.how == "spelling"]
    if exact:  # what is written so somewhere is no far-fetched spelling of another name
        spelt = [match for match in spelt if likeness(name_key(name.text), name_key(match.entry.name)) >= _ALIKE]
    matches = _of_lands(exact, countries) + spelt + _called_longer(name, exact, gazetteer)
    if name.within and any(m.entry.kind in ("region", "country") for m in gazetteer_matches(name.within, gazetteer)):
        matches = [m for m in matches if m.how != "spelling" or lies_in(m.entry, name.within, gazetteer)]
    if name.wants == "island":  # no town inland that is only spelled alike
        matches = [match for match in matches if match.how != "spelling"]
    matches = [match for match in matches if _fits(match.entry, name.wants)] or matches
    seats = {
        match.entry.admin1 for match in matches if match.entry.population > _SEAT and match.entry.kind == "settlement"
    }
    priors = [(_prior(match, name, gazetteer) - _seat_takes(match.entry, seats), match) for match in _distinct(matches)]
    priors.sort(key=lambda pair: (-pair[0], pair[1].entry.id))
    kept = priors[:_MOST]
    return _Case(name, name_key(name.text), [match for _, match in kept], [prior for prior, _ in kept])


def _of_lands(exact: list[Match], countries: Sequence[str]) -> list[Match]:
    """What a name is, without what bears it as another name in lands that nothing speaks of, if it is the first name
    of a place in one that is spoken of: "Trnovo" in a report on Bosnia is no Veliko Tŭrnovo.
    """
    own = any(match.how == "name" and match.entry.country in countries for match in exact)
    return (
        [m for m in exact if m.how == "name" or m.entry.country in countries or m.entry.kind in _LANDS]
        if own
        else exact
    )


def _called_longer(name: Name, exact: list[Match], gazetteer: Gazetteer) -> list[Match]:
    """The regions whose own name has the noun in it ("Delta State"), where nothing wide is called by the bare name.

    A country of that name is meant unless the phrase asks for a region ("Niger", "Niger and Kogi states").
    """
    wide = {"region"} if name.wants == "region" else {"region", "country", "area"}
    if not exact or any(match.entry.kind in wide for match in exact):
        return []
    longer = (match.entry for noun in _REGION_NOUNS for match in gazetteer.matches(f"{name.text} {noun}"))
    return [Match(entry, "alternate") for entry in longer if entry.kind == "region"]


def _seat_takes(entry: Entry, seats: set[str | None]) -> float:
    """A bare name means the city before the region that is named after it ("Idlib", not "Idlib province")."""
    named_alike = entry.kind == "region" and entry.admin1 in seats and entry.country not in _STATES
    return _REGION_AFTER_SEAT if named_alike else 0.0


def _distinct(matches: list[Match]) -> list[Match]:
    return list({match.entry.id: match for match in reversed(matches)}.values())[::-1]


def _fits(entry: Entry, wants: str | None) -> bool:
    if wants == "settlement":
        return entry.kind in ("settlement", "village", "base", "site", "area")
    return wants in (None, "island") or entry.kind == wants


def _prior(match: Match, name: Name, gazetteer: Gazetteer) -> float:
    entry = match.entry
    score = _HOW[match.how] + _KIND.get(entry.kind, 0.0)
    if entry.kind == "settlement":
        score += 0.75 * (math.log10(entry.population + 50) - 3)
        score += 0.6 if entry.population > 500_000 and not _wholly_other(match, name) else 0.0
    if name.within:
        score += _INSIDE if lies_in(entry, name.within, gazetteer) else _OUTSIDE
    elif any(lies_in(entry, heading, gazetteer) for heading in name.under):
        score += _HEADED
    return score


def _wholly_other(match: Match, name: Name) -> bool:
    """Whether a city is called otherwise ("Salisbury" of Harare), and not longer or shorter ("Frankfurt am Main")."""
    own, told = name_key(match.entry.name), name_key(name.text)
    return match.how == "alternate" and told not in own and own not in told


def lies_in(entry: Entry, name: str, gazetteer: Gazetteer) -> bool:
    """Whether a place called ``name`` holds ``entry``: its country, its region, or a county of its region.

    Of a place whose region no table gives (villages of the supplement), whether it is as near as one inside can be.
    """
    for match in gazetteer_matches(name, gazetteer):
        other = match.entry
        if other.id == entry.id:
            continue
        if other.kind == "country" and other.country == entry.country:
            return True
        if other.kind == "area" and entry.kind == "settlement" and _km_apart(entry, other) <= extent_km(other):
            return True  # "Parang, Sulu": land that no table of regions has
        if other.kind not in ("region", "county") or other.country != entry.country:
            continue
        if entry.admin1 is None and _km_apart(entry, other) <= _WITHIN * extent_km(other):
            return True
        if other.admin1 is not None and other.admin1 == entry.admin1:
            return True
    return False


def _softmax(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    weights = [math.exp(score - top) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]


def _context(cases: list[_Case], hints: Mapping[str, float]) -> _Context:
    countries: dict[str, float] = defaultdict(float)
    admin1: dict[str, float] = defaultdict(float)
    anchors = []
    for case in cases:
        for match, share in zip(case.matches, case.shares, strict=True):
            if match.entry.country:
                countries[match.entry.country] += share
            if match.entry.admin1:
                admin1[match.entry.admin1] += share
        best = max(range(len(case.shares)), key=case.shares.__getitem__)
        entry = case.matches[best].entry
        if entry.kind not in ("country", "area"):
            anchors.append((case.key, entry, case.shares[best]))
    for code, weight in hints.items():
        countries[code] += _GIVEN_COUNTRY * weight
    anchors.sort(key=lambda anchor: (-anchor[2], anchor[0]))
    return _Context(countries, admin1, sum(countries.values()), sum(admin1.values()), anchors[:_ANCHORS])


def _supports(case: _Case, context: _Context) -> list[_Support]:
    """What the rest of the report adds to each candidate."""
    entries = [match.entry for match in case.matches]
    countries = _summed((entry.country for entry in entries), case.shares)
    regions = _summed((entry.admin1 for entry in entries), case.shares)
    placed = sum(share for entry, share in zip(entries, case.shares, strict=True) if entry.country)
    is_land = any(entry.kind == "country" for entry in entries)
    found = []
    for entry in entries:
        country = _share(context.countries, context.all_countries, entry.country, countries[entry.country])
        region = 0.0
        if entry.admin1:
            region = _share(context.admin1, context.all_admin1, entry.admin1, regions[entry.admin1])
        near, neighbour = _nearest(entry, case.key, context.anchors)
        others = context.countries.get(entry.country or "", 0.0) - countries[entry.country]
        town = entry.kind == "settlement" and is_land
        alone = _SOLE if not town and _is_sole(others, context.all_countries - placed) else 0.0
        score = _COUNTRY * country + alone + _ADMIN1 * region + _NEAR * near
        found.append(_Support(score, country, region, near, neighbour))
    return found


def _reasons(entry: Entry, support: _Support) -> Iterator[str]:
    """In words, what the rest of the report adds to a candidate."""
    if support.country > 0.2:
        yield f"the report is about {entry.country}"
    if support.region > 0.2:
        yield f"other places of {entry.admin1} are named"
    if support.near > 0.3 and support.neighbour:
        yield f"near {support.neighbour}"


def _summed(codes: Iterable[str | None], shares: Sequence[float]) -> dict[str | None, float]:
    """The shares of each code's candidates in one."""
    found: dict[str | None, list[float]] = {}
    for code, share in zip(codes, shares, strict=True):
        found.setdefault(code, []).append(share)
    return {code: sum(own) for code, own in found.items()}


def _share(weights: Mapping[str, float], total: float, code: str | None, own: float) -> float:
    """The part of the report's names that speak for ``code``, without the name that is being weighed."""
    if code is None:
        return 0.0
    others = weights.get(code, 0.0) - own
    return max(0.0, others) / (total - own + 0.7) if others > 0 else 0.0


def _is_sole(others: float, all_others: float) -> bool:
    """Whether nearly all that the other names speak for is one country: "Tripoli" in a report of Lebanon.

    The name of a country means no town for that ("Turkey", of which there is one in Texas).
    """
    return others > _NAMED and others > _ALL_BUT * all_others


def _nearest(entry: Entry, name: str, anchors: Iterable[tuple[str, Entry, float]]) -> tuple[float, str | None]:
    """How near the nearest place of another name is, by how sure it is, and what it is called."""
    best, nearest = 0.0, None
    if entry.kind in ("country", "area"):
        return best, nearest
    for key, other, share in anchors:
        if share <= best:
            break  # the rest is less sure still
        if key == name or other.id == entry.id:
            continue
        near = share * _closeness(entry.latitude, entry.longitude, other.latitude, other.longitude)
        if near > best:
            best, nearest = near, other.name
    return best, nearest


@lru_cache(maxsize=32768)  # places meet in each round, and in many reports
def _closeness(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    return math.exp(-distance_km(latitude, longitude, other_latitude, other_longitude) / _NEAR_KM)


def _ranked(case: _Case, context: _Context) -> list[Ranked]:
    supports = _supports(case, context)
    scores = [base + one.score for base, one in zip(case.prior, supports, strict=True)]
    order = sorted(range(len(scores)), key=lambda place: (-scores[place], case.matches[place].entry.id))
    return [
        Ranked(
            entry=case.matches[place].entry,
            share=_against(place, order, scores, case.matches),
            score=scores[place],
            reasons=(_how(case.matches[place], case.name), *_reasons(case.matches[place].entry, supports[place])),
        )
        for place in order
    ]


def _against(place: int, order: Sequence[int], scores: Sequence[float], matches: Sequence[Match]) -> float:
    """The belief in a candidate against the best rival that lies elsewhere (0 to 1)."""
    rivals = (other for other in order if other != place and not _same_spot(matches[place].entry, matches[other].entry))
    rival = next(rivals, None)
    return 1.0 if rival is None else 1 / (1 + math.exp(min(50.0, scores[rival] - scores[place])))


def _same_spot(entry: Entry, other: Entry) -> bool:
    if {entry.kind, other.kind} == {"region", "settlement"} and entry.admin1 == other.admin1:
        return True
    return _km_apart(entry, other) < _SAME_SPOT_KM


def _km_apart(entry: Entry, other: Entry) -> float:
    return distance_km(entry.latitude, entry.longitude, other.latitude, other.longitude)


def _how(match: Match, name: Name) -> str:
    words = {
        "name": "its name",
        "alternate": "one of its names",
        "spelling": "another spelling of its name",
        "adjective": "its adjective",
    }
    inside = f", in {name.within}" if name.within else ""
    return f"{name.text!r} is {words[match.how]}{inside}"
