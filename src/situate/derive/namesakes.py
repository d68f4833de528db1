"""Names that one report puts on the map and another does not: "Tel Maraq" of nobody knows where is that of the record.

A report is resolved from itself alone. Of a village that no gazetteer has, one report tells that it lies "10 km north
of Ramla", and a hundred others only call it by its name: they know its country, or not even that. Here such a name is
the place that the record has under it, where only one can be meant: in the province that the report is set in. Posts
and messages are set nowhere that they say; a village of theirs is the only one of the record that is called so.

Nor do they spell it alike. A quarter of one town under two spellings is one place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from situate.derive.interest import rules
from situate.derive.places import RANK, place_order
from situate.model.claim import PLACE_ROLES, Role
from situate.model.distance import apart_km
from situate.model.place import Place
from situate.text.names import ONE_SPELLING, name_words, other_vowels, skeleton, without_articles

VAGUE = frozenset({"country", "region", "none"})  # where no more than that is known of a name
_NAME = re.compile(r"(?:[Aa]l[- ])?[A-Z][\w'’-]+(?: (?:(?:[Aa]l|[A-Za-z]{1,3})[- ])?[A-Z][\w'’-]+)*")
_LEAST_SOUNDS = 4  # consonants; shorter names have namesakes that only sound alike ("Hass", "Haz")
# Letters in common: "Rashedin" and "Rashideen" 0.82, "Hardatain" and "Hardatnin" 0.78; "Zemrin" and "Zamrani" 0.62.
_ALIKE = 0.75
_SAME_TOWN_KM = 1.0  # places of one parent have its coordinates


def unplaced(role: Role) -> Place | None:
    """For words that are the name of a settlement that could not be put anywhere: a place of which only that is known.

    ``None`` for other words, among them those that tell more than the name ("near Ramla", "two villages").
    """
    if role.place is not None or role.reason != "not_in_gazetteer" or role.role not in PLACE_ROLES:
        return None
    names = _NAME.findall(role.evidence.quote)
    around = _NAME.sub("", role.evidence.quote, count=1).casefold().split()
    if len(names) != 1 or not set(around) <= set(rules()["unplaced"]):
        return None
    return Place(id=f"local:{'-'.join(_words(names[0]))}", name=" ".join(names[0].split()), precision="none")


def respelt(places: Iterable[Place]) -> Mapping[str, Place]:
    """For ids of places of one town, or of one region, under several spellings of a name: the place that they are."""
    within: dict[str, list[Place]] = defaultdict(list)
    for place in sorted(places, key=lambda p: (RANK[p.precision], *place_order(p))):
        local = place.id.startswith("local:") and place.relation is None and place.precision != "country"
        if local and place.part_of is not None and _is_named(place):
            within[place.part_of].append(place)
    found: dict[str, Place] = {}
    for some in within.values():
        first: dict[str, Place] = {}
        for place in some:
            one = next((first[key] for key in _keys(place) if key in first and _is_one(first[key], place)), place)
            first |= {key: one for key in _keys(place) if key not in first}
            if one.id != place.id:
                found.setdefault(place.id, one)
    return {key: place for key, place in found.items() if place.id not in found}


def namesakes(places: Iterable[Place]) -> Mapping[str, Sequence[Place]]:
    """For names of which no more than the country or the province is known, by their ids: the places so called of
    which more is, in order.
    """
    known = sorted(set(places), key=place_order)
    under: dict[str, list[Place]] = defaultdict(list)
    for place in known:
        if place.precision not in {"country", "none"} and _is_named(place):
            for key in _keys(place):
                under[key].append(place)
    found: dict[str, dict[Place, None]] = defaultdict(dict)
    for vague in known:
        if vague.precision in VAGUE and vague.id.startswith("local:") and _is_named(vague):
            alike = (other for key in _keys(vague) for other in under[key])
            found[vague.id] |= dict.fromkeys(other for other in alike if _can_be(vague, other))
    return {place: sorted(several, key=place_order) for place, several in found.items() if several}


def which_of(
    vague: Place, several: Sequence[Place], provinces: Collection[str], countries: Collection[str]
) -> Place | None:
    """Which of several places of its name is meant in a report that is set there; ``None`` where it could be two.

    Of one in the province and one in a town of it, the second tells where it is. A report that is set nowhere can mean
    any, but by a bare word for a part of a town ("Old City") none.
    """
    there = [p for p in several if _can_be(vague, p)]
    if provinces:
        there = [p for p in there if p.admin1 in provinces]
    elif countries:
        there = [p for p in there if p.country in countries]
    elif _is_of_words(vague) or len({(p.country, p.admin1) for p in there}) > 1:
        return None
    there = [p for p in there if p.id == vague.id] or there
    closest = min((RANK[place.precision] for place in there), default=None)
    there = [place for place in there if RANK[place.precision] == closest]
    return there[0] if len({place.id for place in there}) == 1 else None


def _is_named(place: Place) -> bool:
    """Whether a place has a name of its own: no number of a unit, no facility of a town, no side of a land."""
    if not place.id.startswith("local:"):
        return place.precision == "settlement" and not place.relation
    own = place.precision not in {"relative", *VAGUE} or place.relation is None
    return own and "," not in place.name and not any(letter.isdigit() for letter in place.name)


def _is_of_words(place: Place) -> bool:
    """Whether a name is made of a word for a site, which towns of every war have."""
    told_on = rules()["told_on"]
    sites = {*told_on["sites"], *told_on["spots"], *rules()["settlements"], *rules()["ways"], *rules()["town_parts"]}
    return not sites.isdisjoint(_words(place.name))


def _words(name: str) -> list[str]:
    return without_articles(name_words(name))


def _keys(place: Place) -> Sequence[str]:
    """What a name is looked for under: its words, and how it sounds where transliterations are many."""
    sounds = "" if place.country in ONE_SPELLING else skeleton(place.name)
    return [" ".join(_words(place.name)), *([f"~{sounds}"] if len(sounds) >= _LEAST_SOUNDS else [])]


def _alike(one: Place, other: Place) -> bool:
    """Whether two names of one key are one, by the rules by which a gazetteer is asked, and by their letters."""
    letters, others = "".join(_words(one.name)), "".join(_words(other.name))
    close = letters == others or SequenceMatcher(None, letters, others, autojunk=False).ratio() >= _ALIKE
    return close and not other_vowels(one.name, other.name)


def _is_one(one: Place, other: Place) -> bool:
    """Whether two places of one whole are one: of one name, and not by two towns of a province."""
    apart = apart_km(one, other)
    return _alike(one, other) and (apart is None or apart < _SAME_TOWN_KM)


def _can_be(vague: Place, other: Place) -> bool:
    if RANK[other.precision] >= RANK[vague.precision] or vague.country not in {None, other.country}:
        return False
    return vague.admin1 in {None, other.admin1} and _alike(vague, other)
