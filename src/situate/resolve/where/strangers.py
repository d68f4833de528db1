"""Names that the gazetteer has only for towns of countries that a report says nothing of: chance, mostly.

"Das", the initials of an agency, is a village in Spain as well; "Damas" a spelling of Damascus; "San Ramón", a quarter
that no gazetteer has, a town in other countries. Such a name stays without a place, and may be one of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from situate.model.claim import Evidence
from situate.model.distance import apart_km, distance_km
from situate.model.mention import Mention
from situate.model.place import Place
from situate.resolve.gazetteer.lookup import Gazetteer, Match, extent_km
from situate.resolve.where.aside import is_aside
from situate.resolve.where.home import FAR_KM, FIGHT_ANYWHERE, Hints
from situate.resolve.where.ranking import lies_in
from situate.resolve.where.said import ACTS
from situate.resolve.where.sites import ADJECTIVE, Resolution, Site, attributive, from_there, written_at
from situate.resolve.where.toponyms import Toponym, surroundings
from situate.text.names import is_latin, name_key

_NEXT_NAME = re.compile(r" (?:(?:del?|las?|los|el) |al-){0,2}([A-Z][a-z’'-]{3,})\b(?! [A-Z])")
# A name right before, which opens no sentence.
_NAME_BEFORE, _LONG_NAME = re.compile(r"[a-z,] ([A-Z][a-z’'-]{2,}) $"), 24
_ARTICLE = re.compile(r"\b(?:El|La|Los|Las) $")
_SAYS_WHERE = re.compile(r",|\b(?:of|from|in|at|to)\b", re.IGNORECASE)
Found = Sequence[tuple[Toponym, Resolution]]

# People from whom on a town is named without its country: by its own name, by another ("Bombay"), by one that towns of
# many countries bear ("San Ramón"), or that is a person's as well ("Orlando").
_KNOWN, _KNOWN_OTHERWISE, _KNOWN_AMONG_MANY = 50_000, 2_000_000, 1_000_000
_MANY, _HAMLET = 5, 1_000  # countries; people
_VILLAGE = 5_000  # people up to which a place is known by its own name to nobody far off
_KNOWN_ABROAD = 150_000  # people
_SPOKEN_OF = 0.5  # of the hints to a land: so much that towns there are no surprise
_NEAR_KM = 100.0  # between places of which one speaks for the other, whatever land each is in
_REGION_KM = 400.0  # the same for a town by another than its first name
_LARGE, _LARGE_REGION = 250_000, 5_000_000  # people
_MUCH_LARGER, _WELL_KNOWN = 5, 100_000  # times as many people as in the next of its name, and how many at least
_SEVERAL = 3  # names of a report: they say what it is about
_MUCH = 2.0  # times as often as of its own country
_HOME = 0.66  # share of a report's other names that lie in its own country
_TOLD = 1.5  # the score of a name of which its words say that it is a place ("in Rivera")
_NAMED = 1.2  # the same where the land is named, and one town alone is written so
_DOUBTFUL = 0.34  # of a name that may be chance itself
_PARTICLE = 5  # letters of the longest that names of people hold
_SMALL_UNIT = re.compile(
    r"(?:,? and (?:al-)?[A-Z]\w+)?\s(?:townships?|villages?|(?:sub-?)?districts?|communes?|territory)\b"
)
_OF_ONE, _SHARE = 5, 0.8  # firm names of a report that is of one land, and their share of all
_ROAD = re.compile(r"\s(?:[Rr]oad|[Hh]ighway|[Jj]unction|[Bb]ridge|[Rr]oundabout|[Aa]xis)\b")
_ORDINARY = ("ordinary_words", "suffixes", "heads", "nouns", "kinds")  # what may stand behind a whole name


def without_strangers(
    text: str, found: Found, gazetteer: Gazetteer, people: Set[str], hints: Hints
) -> tuple[list[tuple[Toponym, Resolution]], frozenset[Toponym]]:
    """The names with their places, less the places that only chance gives; and the names that may be the text's own.

    ``people``: surnames of the report, in small letters. ``hints``: what adjectives and armed groups speak for.
    """
    spoken = {r.place.country for toponym, r in found if toponym.score > 0 and r.place is not None}
    hinted = {code for code, weight in hints.all.items() if weight > 0}
    lands = hinted | {
        r.place.country for _, r in found if r.place is not None and r.place.precision == "country" and r.place.country
    }
    much = {code for code in hinted if hints.all[code] >= _SPOKEN_OF}
    votes = _Votes(text, found, gazetteer, people, much, fought_in=bool(hints.groups))
    alone = frozenset(
        toponym
        for toponym, r in found
        if votes.alone(toponym, r) or votes.named_after(toponym, r) or votes.far_away(toponym, r, lands)
    )
    alone |= _held_elsewhere(text, found) | _in_unknown_land(found, gazetteer)
    return [
        (toponym, replace(r, place=None, reason="ambiguous"))
        if toponym in alone or _passed_over(toponym, r, spoken)
        else (toponym, r)
        for toponym, r in found
    ], alone


def _countries_of(toponym: Toponym, gazetteer: Gazetteer) -> set[str | None]:
    """The countries in which a place is called so that is more than a hamlet."""
    called = (match.entry for match in gazetteer.matches(toponym.name) if match.how == "name")
    return {entry.country for entry in called if entry.kind != "settlement" or entry.population > _HAMLET}


def _in_unknown_land(found: Found, gazetteer: Gazetteer) -> frozenset[Toponym]:
    """Names of towns in several countries that lie in what no gazetteer has ("Victoria, Oriental Mindoro")."""
    lands = {t: r.place.country for t, r in found if r.place is not None}
    return frozenset(
        name
        for (name, r), (holder, of) in pairwise(found)
        if name.within is not None
        and holder.name.startswith(name.within)
        and of.place is None
        and of.reason == "not_in_gazetteer"
        and r.place is not None
        and len(_countries_of(name, gazetteer)) > 1
        and all(country != r.place.country for other, country in lands.items() if other.name != name.name)
    )


_UNIT = re.compile(
    r"\s(?:municipality|district|department|province|county|canton|jurisdiction|governorate|oblast)\b", re.I
)


def _held_elsewhere(text: str, found: Found) -> frozenset[Toponym]:
    """Names that the text puts in a unit of another country than that of their town ("El Limon, X county")."""
    return frozenset(
        name
        for (name, r), (holder, of) in pairwise(found)
        if name.within == holder.name
        and r.place is not None
        and of.place is not None
        and r.place.country != of.place.country
        and _UNIT.match(text, holder.span.end)
    )


def people(mentions: Iterable[Mention]) -> list[Evidence]:
    """The names of persons; not "John Doe, mayor of Achi", which names a town as well."""
    named = (m.evidence for m in mentions if m.kind == "person" and m.form == "name")
    return [evidence for evidence in named if not _SAYS_WHERE.search(evidence.quote)]


def full_names(mentions: Iterable[Mention]) -> list[str]:
    """The names of persons without what is told of them behind a comma ("John Doe, mayor of Achi")."""
    names = (m.evidence.quote.split(",", 1)[0] for m in mentions if m.kind == "person" and m.form == "name")
    return [name for name in names if not _SAYS_WHERE.search(name)]


def surnames(persons: Iterable[str]) -> frozenset[str]:
    """The last words of names of people that have several, in small letters.

    Of three words and more the last two, as of two surnames the first is the one in use ("Clemente Baena Soares").
    """
    several = (words for name in persons if len(words := name.split()) > 1 and not any(map(_no_name, words)))
    last = (word for words in several for word in (words[-2:] if len(words) > 2 else words[-1:]))
    return frozenset(word.casefold() for word in last if word[:1].isupper())


def _no_name(word: str) -> bool:
    """Whether a word stands in no person's name: in "Civil society Lisk" a town is named; "van", "della" can."""
    return word.islower() and len(word) > _PARTICLE


def _passed_over(toponym: Toponym, found: Resolution, spoken: Set[str | None]) -> bool:
    """Whether look-up had passed over a name, and its town lies in a country that the report does not speak of.

    Unless the town is so called in the first place ("Srebrenica"): what counts are other names, and parts of names.
    """
    strange = bool(spoken) and toponym.score <= 0 and found.place is not None and found.place.country not in spoken
    return strange and not _first_name(toponym, found)


class _Votes:
    """What the names of a report say of the countries that it speaks of: those that cannot be chance count most."""

    def __init__(
        self, text: str, found: Found, gazetteer: Gazetteer, people: Set[str], hinted: Set[str], *, fought_in: bool
    ) -> None:
        self._text, self._gazetteer, self._people, self._fought_in = text, gazetteer, people, fought_in
        self._of_country: dict[str | None, float] = defaultdict(float)
        self._sure: list[tuple[str, Place]] = []
        self._of_name: dict[str, dict[str | None, float]] = defaultdict(lambda: defaultdict(float))
        self._names: dict[str | None, dict[str, bool]] = defaultdict(dict)
        self._starts = frozenset(toponym.span.start for toponym, _ in found)
        sites = [Site(toponym=toponym, place=r.place) for toponym, r in found if r.place is not None]
        self._written = frozenset(site.toponym for site in written_at(text, sites))
        self._lands = hinted | {s.place.country for s in sites if s.place.precision == "country"}
        for toponym, r in found:
            vote = self._vote(toponym, r)
            if r.place is None or vote is None:
                continue
            key, country, (weight, firm) = name_key(toponym.name), r.place.country, vote
            sure = firm or country in self._lands
            if sure and toponym.form == "name" and r.place.precision != "country":
                self._sure.append((key, r.place))
            self._names[country][key] = firm or self._names[country].get(key, False)
            self._of_country[country] += weight
            self._of_name[key][country] += weight

    def _vote(self, toponym: Toponym, found: Resolution) -> tuple[float, bool] | None:
        """What a name counts for its country, and whether it cannot be chance; ``None`` where it says nothing."""
        if toponym.score <= 0:
            return None
        land = found.place is not None and found.place.precision == "country"
        if toponym.form != "name" or (land and from_there(self._text, toponym.span)):
            return ADJECTIVE, True
        if attributive(self._text, toponym) or toponym in self._written or is_aside(self._text, toponym.span):
            return None
        if (small := self._small(toponym, found)) and self._somebodys(toponym):
            return None
        if ACTS.match(self._text, toponym.span.end):
            return ADJECTIVE, False  # "Ostry denied it", wherever the war is
        return (_DOUBTFUL, False) if small else (1.0, True)

    def alone(self, toponym: Toponym, found: Resolution) -> bool:
        """Whether nothing else speaks for the country of a small town, or of one by another name, and much for another.

        One other name that may be chance itself does not speak for it.
        """
        if found.place is None or not self._small(toponym, found):
            return False
        if self._somebodys(toponym):
            return True
        key = name_key(toponym.name)
        if self._clearly_other(key, found.place.country) and (
            self._spelt_alike(toponym, found) or self._far_namesake(toponym, found, found.place)
        ):
            return True
        told = self._told_by_own_name(toponym, found) or self._told_by_its_name(toponym, found)
        if found.place.country in self._lands and told:
            return False
        if self._bears(toponym, found) and self._near_another(key, found.place):
            return False  # just across a border
        beside = [firm for other, firm in self._names[found.place.country].items() if other != key]
        if any(beside) or len(beside) > 1:
            return False
        if not beside and self._by_part(toponym) and sum(map(len, self._names.values())) > _SEVERAL:
            return True
        others = self._without(key)
        others.pop(found.place.country, None)
        # Names that are chance themselves speak for no home; nor does one adjective ("British scientists").
        firm = {code: votes for code, votes in others.items() if any(self._names.get(code, {}).values())}
        most = max(firm.values(), default=0.0)
        least = _SEVERAL - 1.0 if self._told_by_own_name(toponym, found) else ADJECTIVE
        return most > least and most > _HOME * sum(firm.values())

    def _bears(self, toponym: Toponym, found: Resolution) -> bool:
        """Whether a name is written as one of the first names of its town."""
        bearers = (match for match in self._gazetteer.matches(toponym.name) if match.how == "name")
        return any(place_id(match) == place_id(found) for match in bearers)

    def _far_namesake(self, toponym: Toponym, found: Resolution, place: Place) -> bool:
        """Whether a small town bears a name among others, and lies far from all of the many names of a report."""
        key, entry = name_key(toponym.name), self._gazetteer.by_id(place.id)
        if entry is None or entry.population >= _KNOWN or self._bears(toponym, found):
            return False
        if self._near_another(key, place, _REGION_KM):
            return False
        return max(self._without(key).values(), default=0.0) >= _MUCH

    def _near_another(self, key: str, place: Place, near_km: float = _NEAR_KM) -> bool:
        """Whether another name that is hardly chance is that of a place near one."""
        apart = (apart_km(place, other) for name, other in self._sure if name != key)
        return any(km is not None and km <= near_km for km in apart)

    def _told_by_own_name(self, toponym: Toponym, found: Resolution) -> bool:
        """Whether words say that a name is a place's, and only towns of one country are called so: hardly by chance."""
        if toponym.score < _TOLD or not _first_name(toponym, found) or self._goes_on(toponym):
            return False
        return len(toponym.name) > _PARTICLE - 1 and len(_countries_of(toponym, self._gazetteer)) < 2

    def _told_by_its_name(self, toponym: Toponym, found: Resolution) -> bool:
        """The same of any name that one town alone bears as it is written ("at Poonch", which is Pūnch)."""
        bearers = self._gazetteer.matches(toponym.name)
        sole = len(bearers) == 1 and place_id(bearers[0]) == place_id(found)
        return sole and toponym.score >= _NAMED and not self._goes_on(toponym) and len(toponym.name) > _PARTICLE - 1

    def _by_part(self, toponym: Toponym) -> bool:
        """Whether a name is part of a longer one, and no word says that it is a place ("Malam Ziri", a town Ma Lam)."""
        return toponym.score < 1.0 and self._goes_on(toponym)

    def _somebodys(self, toponym: Toponym) -> bool:
        """Whether a name is that of somebody whom the report names in full, and no word says that a town is meant."""
        return toponym.name.casefold() in self._people and toponym.score < _TOLD

    def _spelt_alike(self, toponym: Toponym, found: Resolution) -> bool:
        """Whether only the sound of a name is that of the town's ("Tabbaleh" and a village Tabl)."""
        how = [match.how for match in self._gazetteer.matches(toponym.name) if place_id(match) == place_id(found)]
        return not how

    def _clearly_other(self, key: str, country: str | None) -> bool:
        """Whether the report speaks of another country much more than of this one, without the name itself."""
        others = self._without(key)
        return max(others.values(), default=0.0) > _MUCH * others.get(country, 0.0)

    def _goes_on(self, toponym: Toponym) -> bool:
        """Whether a name is only part of a longer one ("El Paso Ziri" is not El Paso, nor "El Ziri" Ziri)."""
        if _ARTICLE.search(self._text, max(0, toponym.span.start - 5), toponym.span.start):
            return True
        behind = _NEXT_NAME.match(self._text, toponym.span.end)
        return behind is not None and not any(behind[1].casefold() in surroundings()[group] for group in _ORDINARY)

    def _without(self, key: str) -> dict[str | None, float]:
        """What the names speak for, without one of them."""
        own = self._of_name.get(key, {})
        left = {code: votes - own.get(code, 0.0) for code, votes in self._of_country.items()}
        return {code: votes for code, votes in left.items() if votes > 0}

    def _small(self, toponym: Toponym, found: Resolution) -> bool:
        """Whether a name stands for a town that few would name without its country."""
        place = found.place
        if (
            toponym.form == "adjective"
            or place is None
            or place.precision not in ("settlement", "part", "region")
            or (place.precision == "region" and _first_name(toponym, found) and not self._goes_on(toponym))
            or (toponym.within and self._told_within(toponym, place.id))
            or place.id.startswith("added:")  # a user who adds a place means it
            or not is_latin(toponym.name)
        ):
            return False
        entry = self._gazetteer.by_id(place.id)
        capital = place.country is not None and self._gazetteer.capital(place.country) == place.name
        capital = capital and (_first_name(toponym, found) or self._is_capital_here(toponym, place.country))
        capital = capital and _SMALL_UNIT.match(self._text, toponym.span.end) is None
        return entry is not None and not capital and entry.population < self._known_from(toponym, found)

    def _is_capital_here(self, toponym: Toponym, country: str | None) -> bool:
        """Whether another name of a capital is hers here: "Nikozi" in a report on Georgia is not Nicosia."""
        if self._ends_a_name(toponym):
            return False
        spoken = not self._lands or country in self._lands or is_aside(self._text, toponym.span)
        return spoken or bool(self._without(name_key(toponym.name)).get(country))

    def _ends_a_name(self, toponym: Toponym) -> bool:
        """Whether a name is the end of a longer one that is no place by itself ("the Darul Aman area")."""
        before = _NAME_BEFORE.search(self._text, max(0, toponym.span.start - _LONG_NAME), toponym.span.start)
        return before is not None and before.start(1) not in self._starts

    def _told_within(self, toponym: Toponym, identity: str) -> bool:
        """Whether the name behind its comma holds it; in a list of quarters it does not."""
        entry = self._gazetteer.by_id(identity)
        return entry is None or lies_in(entry, toponym.within or "", self._gazetteer)

    def _known_from(self, toponym: Toponym, found: Resolution) -> int:
        in_small = _SMALL_UNIT.match(self._text, toponym.span.end) is not None
        if not _first_name(toponym, found) or self._goes_on(toponym) or in_small:
            return _KNOWN_OTHERWISE
        word = toponym.name.casefold()
        bearers = [match.entry for match in self._gazetteer.matches(toponym.name) if match.how == "name"]
        if toponym.score >= _TOLD and self._known_by_it(toponym, found, _WELL_KNOWN):
            return _KNOWN  # "in Geneva": the one that is known by the name
        if word in surroundings()["given_names"] or word in self._people:
            return _KNOWN_AMONG_MANY
        many = len({entry.country for entry in bearers}) >= _MANY
        return _KNOWN_AMONG_MANY if many or self._of_one_other_land(toponym, found) else _KNOWN

    def _known_by_it(self, toponym: Toponym, found: Resolution, least: int) -> bool:
        """Whether a place has more than ``least`` people, and many times as many as any other that is called so."""
        bearers = [match.entry for match in self._gazetteer.matches(toponym.name) if match.how == "name"]
        own = max((entry.population for entry in bearers if entry.id == place_id(found)), default=0)
        beside = max((entry.population for entry in bearers if entry.id != place_id(found)), default=0)
        return own > max(least, _MUCH_LARGER * beside)

    def _of_one_other_land(self, toponym: Toponym, found: Resolution) -> bool:
        """Whether the report names many places, nearly all of one land, and nothing of that of this town."""
        country = found.place.country if found.place is not None else None
        left = self._without(name_key(toponym.name))
        lead = max(left, key=lambda code: (left[code], code or ""), default=None)
        firm = sum(self._names.get(lead, {}).values())
        return (
            lead not in {None, country}
            and not left.get(country)
            and firm >= _OF_ONE
            and left[lead] >= _SHARE * sum(left.values())
        )

    def far_away(self, toponym: Toponym, found: Resolution, lands: Set[str]) -> bool:
        """Whether a name that towns of several countries bear is given to one far from all lands that a report names.

        "Malian soldiers" are not in Moura of Portugal. Armies of a few powers fight anywhere, and tell nothing.
        """
        place, near = found.place, sorted(lands - FIGHT_ANYWHERE)
        if place is None or not near or place.country in lands or place.latitude is None or place.longitude is None:
            return False
        entry = self._gazetteer.by_id(place.id)
        own = _first_name(toponym, found)
        large = (_LARGE if own else _KNOWN_OTHERWISE) if place.precision == "settlement" else _LARGE_REGION
        if entry is None or entry.kind not in {"settlement", "region"} or entry.population > large:
            return False
        if own and self._gazetteer.capital(place.country or "") == place.name:
            return False
        known = _KNOWN if self._fought_in else _VILLAGE
        if self._told_by_own_name(toponym, found) and (entry.kind == "region" or entry.population >= known):
            return False
        if is_aside(self._text, toponym.span) or self._known_by_it(toponym, found, _KNOWN_ABROAD):
            return False  # "talks in Geneva"
        if self._without(name_key(toponym.name)).get(place.country):
            return False
        there = [land for code in near if (land := self._gazetteer.by_id(f"country:{code}")) is not None]
        return bool(there) and all(
            distance_km(land.latitude, land.longitude, place.latitude, place.longitude) > FAR_KM + extent_km(land)
            for land in there
        )

    def named_after(self, toponym: Toponym, found: Resolution) -> bool:
        """Whether a name is that of a road or the like, called after a land that the report says nothing of."""
        place = found.place
        if place is None or toponym.form != "name" or _ROAD.match(self._text, toponym.span.end) is None:
            return False
        left = self._without(name_key(toponym.name))
        return not left.get(place.country) and max(left.values(), default=0.0) > ADJECTIVE


def place_id(of: Match | Resolution) -> str | None:
    """The id of the place of a match, or of what was found."""
    if isinstance(of, Match):
        return of.entry.id
    return of.place.id if of.place is not None else None


def _first_name(toponym: Toponym, found: Resolution) -> bool:
    return found.place is not None and name_key(found.place.name) == name_key(toponym.name)
