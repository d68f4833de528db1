"""The places of which a claim tells a state: which of those that it names, and what part of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Sequence

from situate.derive.interest import rules
from situate.derive.marks.words import holders, takes_the_last
from situate.derive.places import CITY_KM, at_the_end, in_a_row, is_spot, settled, spot
from situate.model.claim import Claim, Role
from situate.model.place import Place

_OF = " of "  # as long as " in "
_AND = frozenset({"and", "&"})
_WITHIN = frozenset({"in", "on", "along", "inside", "within"})
_DIRECTIONS = frozenset({"north", "south", "east", "west"})


def marked_places(claim: Claim, role_names: Sequence[str], *, reached: bool) -> list[Place]:
    """The spots that the first of some roles with a place names, in order of their ids; none without such a role.

    ``reached``: the claim is of what gets in, so that a road to a town stands for the town.
    """
    for name in role_names:
        roles = [role for role in _named(claim.fillers(name)) if reached or not _is_road(role)]
        roles = [role for role in roles if not any(_lies_in(other, role) for other in roles)]
        named = [role for role in roles if not _is_bare_direction(role)] or roles
        places = [_as_told(claim, place, roles) for role in named if (place := role.place) is not None]
        found = [at_the_end(place) if reached else spot(place) for place in places]
        # A part is meant where both it and its whole are named ("two pockets in the city").
        parts = [p for p in found if not any(other.part_of == p.id for other in found)]
        by_id = {p.id: p for p in [*_meant(parts, in_a_row(roles)), *_taken_whole(claim, places)]}
        if by_id:
            return [by_id[key] for key in sorted(by_id)]
    return []


def _taken_whole(claim: Claim, places: Sequence[Place]) -> list[Place]:
    """The towns of which a claim takes "the last neighbourhood": who has that has the town too."""
    parts = [p for p in places if p.precision == "part" and p.relation and not p.id.startswith("local:")]
    last = parts if takes_the_last(claim) else []
    return [dataclasses.replace(part, precision="settlement", relation=None) for part in last]


def _as_told(claim: Claim, place: Place, roles: Sequence[Role]) -> Place:
    """The place of one of some roles, or a part of it, where the claim is of one that nobody tells further.

    "A village in the province" is such a part: before the name stands a phrase for a place that is in the plural, or
    not told before ("a", "several"), or the words for both are one ("town in Ramla"). So are "the
    north of the town" and "two thirds of the town". Nor does anybody besiege all of a province. A headquarters or a
    base in a town holds itself, and "3 villages" are part of a province wherever they stand beside its name.
    """
    of = next(role for role in roles if role.place is place)
    before = [r for r in roles if r.place is None and r.evidence.span.end <= of.evidence.span.start]
    counted = [r for r in roles if r.place is None and r.evidence.quote[:1].isdigit()]
    inside = _is_in_it(of)
    seat = claim.type == "control" and claim.trigger.quote.casefold().split()[-1] in rules()["seats"]
    directions = [r for r in roles if _has_word(r, _DIRECTIONS) and (r.place is None or _is_bare_direction(r))]
    if _is_one_of_several(place) and _has_word(of, _AND):
        return dataclasses.replace(place, precision="settlement", relation=None)  # "the towns of Ramla and Ostry"
    if place.id.startswith("local:") or place.relation:
        return place
    ringed = claim.type == "besiege" and not settled(place) and _has_word(of, rules()["provinces"])
    measured = any(_is_of(of, area) for area in claim.fillers("area"))
    enclave = _is_in_a_city(claim, of)
    within = not settled(place) and any(_stands_in(r, of) for r in before)
    told = inside or ringed or directions or measured or counted or seat or enclave or within or bool(holders(claim))
    if not (told or any(map(_unnamed, before))):
        return place
    return dataclasses.replace(place, precision="part" if settled(place) else place.precision, relation="part of")


def _stands_in(thing: Role, land: Role) -> bool:
    """Whether words for a thing without a name say that it is in a land ("an oil field in the province")."""
    apart = land.evidence.span.start - thing.evidence.span.end
    return thing.reason == "description" and apart in {len(" in "), len(" in the ")}


def _is_in_a_city(claim: Claim, place: Role) -> bool:
    """Whether what is held is called an enclave, and the place it is named with is a city: no city is one.

    But "the enclave of Lisk" is Lisk.
    """
    called = claim.trigger.quote.casefold().split()[-1] in rules()["enclaves"]
    called = called and place.evidence.span.start - claim.trigger.span.end != len(_OF)
    wide = place.place is not None and settled(place.place) and (place.place.radius_km or 0.0) >= CITY_KM
    return called and claim.type == "control" and wide


def _is_bare_direction(role: Role) -> bool:
    """Whether a role has no other words than "the east": that of what is named beside it."""
    return set(role.evidence.quote.casefold().split()) <= _DIRECTIONS | {"the"}


def _lies_in(part: Role, whole: Role) -> bool:
    """Whether a place only says where the one before it is ("seized the Varn district | in | Ramla")."""
    apart = whole.evidence.span.start - part.evidence.span.end
    both = part.place is not None and whole.place is not None and settled(part.place)
    return both and apart == len(_OF)


def _is_road(role: Role) -> bool:
    """Whether the words are of a road that bears the name of a town ("the Ramla-Ostry highway")."""
    town = role.place is not None and role.place.precision == "settlement" and not role.place.relation
    return town and role.evidence.quote.casefold().split()[-1] in rules()["ways"]


def _is_in_it(role: Role) -> bool:
    """Whether the words of one role are of a settlement in the place that they name ("town in Ramla")."""
    words = role.evidence.quote.split()
    at = next((n for n, word in enumerate(words) if word in rules()["settlement"]), None)
    return at is not None and not _WITHIN.isdisjoint(words[at + 1 : at + 2])


def _named(roles: Sequence[Role]) -> Sequence[Role]:
    """Of places in one role those that are named, where a bare word for a settlement stands beside a name.

    "Another rebel-held city", said of Saraqib, is Saraqib, whichever city the word was taken to point back to. But "a
    village" beside the name of a province is somewhere in it.
    """
    if any(role.place is not None and role.place.precision == "region" for role in roles):
        return roles
    named = [role for role in roles if not _is_bare(role.evidence.quote)]
    return named if any(role.place is not None and _has_name(role.evidence.quote) for role in named) else roles


def _has_name(words: str) -> bool:
    return words != words.lower()


def _is_bare(words: str) -> bool:
    return not _has_name(words) and not set(words.split()[-1:]).isdisjoint(rules()["settlement"])


def _is_of(place: Role, area: Role) -> bool:
    """Whether an area is told as that of a place ("a third of the town", whether "of" is among the words or not)."""
    apart = place.evidence.span.start - area.evidence.span.end
    of = place.evidence.quote.casefold().startswith("of ") or _has_word(area, {"of"})
    return apart == len(_OF) or (apart == 1 and of)


def _is_one_of_several(place: Place) -> bool:
    """Whether the words before the name say what it is the name of, not a part of it ("the towns of Ramla …")."""
    words = (place.relation or "").casefold().split()
    return place.precision == "part" and words[-1:] == ["of"] and not set(rules()["settlements"]).isdisjoint(words)


def _has_word(role: Role, words: Collection[str]) -> bool:
    """Whether one of some words (in lower case) is among the words of a role."""
    return not set(words).isdisjoint(role.evidence.quote.casefold().split())


def _unnamed(role: Role) -> bool:
    """Whether a role tells of places without their names ("a village", "the towns", a name that no gazetteer has)."""
    words = role.evidence.quote.casefold().split()
    bare = len(words) == 1 and role.reason == "description" and words[0].isalpha()
    several = role.reason == "description" and not set(words).isdisjoint(rules()["settlements"])
    return role.reason == "not_in_gazetteer" or words[0] in rules()["unnamed"] or bare or several


def _meant(found: Sequence[Place], row: Sequence[Place]) -> Sequence[Place]:
    """Of places that one claim names in one role, those that it is about.

    A province and what lies beside something only say where a town is that is named with them ("took Minian, on the
    outskirts of Aleppo", "the base in the province"). A name that no table has is a town's
    where it stands beside others.
    """
    beside = {place.id for place in row}
    spots = [p for p in found if is_spot(p) and (settled(p) or p.id in beside)]
    return spots or found
