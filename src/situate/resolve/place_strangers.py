"""Names that the gazetteer has only for towns of countries that a report says nothing of: chance, mostly.

"Das", the initials of an agency, is a village in Spain as well; "Damas" a spelling of Damascus; "San Ramón", a quarter
that no gazetteer has, a town in other countries. Such a name stays without a place, and may be one of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace

from situate.resolve.gazetteer import Gazetteer
from situate.resolve.place_mentions import Toponym
from situate.resolve.place_names import is_latin, name_key
from situate.resolve.place_told import Resolution, attributive

Found = Sequence[tuple[Toponym, Resolution]]

# People from whom on a town is named without its country: by its own name, by another ("Bombay").
_KNOWN, _KNOWN_OTHERWISE = 20_000, 1_000_000
_HOME = 0.66  # share of a report's other names that lie in its own country


def without_strangers(
    text: str, found: Found, gazetteer: Gazetteer
) -> tuple[list[tuple[Toponym, Resolution]], frozenset[Toponym]]:
    """The names with their places, less the places that only chance gives; and the names that may be the text's own."""
    spoken = {r.place.country for toponym, r in found if toponym.score > 0 and r.place is not None}
    alone = frozenset(toponym for toponym, r in found if _alone(text, toponym, r, found, gazetteer))
    return [
        (toponym, replace(r, place=None, reason="ambiguous"))
        if toponym in alone or _passed_over(toponym, r, spoken)
        else (toponym, r)
        for toponym, r in found
    ], alone


def _passed_over(toponym: Toponym, found: Resolution, spoken: Set[str | None]) -> bool:
    """Whether look-up had passed over a name, and its town lies in a country that the report does not speak of.

    Unless the town is so called in the first place ("Srebrenica"): what counts are other names, and parts of names.
    """
    strange = bool(spoken) and toponym.score <= 0 and found.place is not None and found.place.country not in spoken
    return strange and not _first_name(toponym, found)


def _alone(text: str, toponym: Toponym, found: Resolution, all_found: Found, gazetteer: Gazetteer) -> bool:
    """Whether nothing else speaks for the country of a small town, or of one by another name, and much for another."""
    place = found.place
    if (
        toponym.form == "adjective"
        or place is None
        or place.precision != "settlement"
        or toponym.within
        or place.id.startswith("added:")  # a user who adds a place means it
        or not is_latin(toponym.name)
    ):
        return False
    entry = gazetteer.by_id(place.id)
    if entry is None or entry.population >= (_KNOWN if _first_name(toponym, found) else _KNOWN_OTHERWISE):
        return False
    key = name_key(toponym.name)
    others = [
        r.place.country
        for other, r in all_found
        if r.place is not None and other.score > 0 and name_key(other.name) != key and not attributive(text, other)
    ]
    if not others or place.country in others:
        return False
    _, most = Counter(others).most_common(1)[0]
    return most > _HOME * len(others)


def _first_name(toponym: Toponym, found: Resolution) -> bool:
    return found.place is not None and name_key(found.place.name) == name_key(toponym.name)
