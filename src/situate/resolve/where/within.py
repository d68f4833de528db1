"""In which region a report puts a name: "San Carlos, Morazan department", "Ziri district, in the province of Homs".

Such words are plainer than any gazetteer: a namesake elsewhere is not meant, and a place that no gazetteer has lies in
that region.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from situate.model.distance import apart_km
from situate.model.place import Place
from situate.model.span import Span
from situate.resolve.gazetteer.lookup import Gazetteer
from situate.resolve.where.ranking import lies_in
from situate.resolve.where.said import ACTS
from situate.resolve.where.sites import Resolution
from situate.resolve.where.toponyms import Toponym
from situate.text.names import name_key

_REGION = "province|governorate|oblast|state|prefecture|region|department|voivodeship|emirate"
_SMALLER = (
    "jurisdiction|municipality|canton|district|subdistrict|commune|community|parish|township|county|village|town|city|hamlet"
    "|area|sector|zone|estate|farm|hacienda|neighbou?rhood|camp|base|hills?|bridge|stream|river|airport|airfield|prison|dam|refinery|port"
)
_BETWEEN = re.compile(
    rf"(?:\s(?:{_SMALLER}))?(?:,\s+(?:(?:all|both|deep|just)\s+)?(?:in(?:side)?\s+)?|\s+(?:(?:all|both|deep)\s+)?in(?:side)?\s+|\s+\("
    rf"|,\s+an?\s+(?:[\w-]+\s+){{0,3}}(?:{_SMALLER}|suburb|port|salient|enclave|crossing)\s+(?:in|inside|within|of)\s+)"
    r"(?:the\s+)?"
    r"(?:(?:(?:north|south|east|west)[-\w]*|central|restive|coastal|rural|mountainous|\w+-(?:held|controlled|run)"
    r"|[a-z]+(?:an|ese|ish|i|ic))\s+){0,2}"
    rf"(?:countryside\s+of\s+(?:the\s+)?)?(?P<of>(?:{_REGION})\s+of\s+)?",
    re.IGNORECASE,
)
# "Ziri, capital of Varn", "Ziri, the provincial capital of Varn".
_CAPITAL_OF = re.compile(r",\s+(?:the\s+)?(?:[a-z]+\s+){0,2}capital\s+of\s+(?:the\s+)?", re.IGNORECASE)
# "The western Aleppo countryside", "Homs eastern province".
_AFTER = re.compile(rf"\s(?:(?:north|south|east|west)\w*\s)?(?:{_REGION}|countryside)\b", re.IGNORECASE)
# "Varn province, where two rockets fell near Ziri".
_WHERE = re.compile(
    rf"(?:\s(?:{_REGION}))?,?\swhere\b[^.;:]{{0,100}}?\s(?:in|at|near|outside|around|of)\s"
    rf"(?:the\s(?:{_SMALLER})s?\sof\s)?",
    re.IGNORECASE,
)
_COUNTRYSIDE = re.compile(r"\s(?:(?:north|south|east|west)\w*\s)?countryside\b", re.IGNORECASE)
_AT_END = re.compile(rf"\s(?:{_REGION})$", re.IGNORECASE)  # of a name: "Morazan Department"
_HAMLET = re.compile(r"\s(?:settlement|hamlet|canton|farm|ranch|hacienda)\b(?!\s+of\b)", re.IGNORECASE)
_ROW = re.compile(r",\s(?:and\s|or\s)?|\s(?:and|or)\s")  # "Ziri, Lisk and Ostry in Varn": a row, all in Varn
ON_BORDER = re.compile(
    r",?\s(?:(?:a|the)\s(?:[\w-]+\s){1,4})?(?:(?:right|just)\s)?(?:on|near|along|at|by|close to)\s(?:the|its)\s"
    r"(?:border|frontier)\swith\s(?:the\s)?",
    re.IGNORECASE,
)
_TWINS_KM = 30.0  # between two towns of one name on either side of a border
_GOES_ON = re.compile(r",|\s(?:and|or)\b")  # "Homs, Lebanon and Iraq": a list
_LISTED = re.compile(r",?\s(?:and|or)\b|,\s(?:the\s)?[A-ZÀ-ÖØ-Þ]")  # not "Homs, Lebanon, on Monday"
# "Speaking in Homs, Ostria's minister said", "in Homs, Ostria-backed fighters": another clause.
_OPENS = re.compile(r"['’]s\s(?!(?:[\w-]+\s){0,2}(?:capital|city|town)\b)|-")
_TOLD_LANDS = ("settlement", "region")  # whose country the words behind them can gainsay
# "Ziri neighborhood in the city of Homs", "Ziri in Homs city", "the Ziri district of Homs".
_QUARTER = r"(?:neighbou?rhood|quarter|district|suburb|street|square|market|ward)"
_IN_TOWN = re.compile(
    rf"(?P<quarter>\s(?:residential\s)?{_QUARTER})?\s(?:in|of)\s(?:the\s)?"
    r"(?:(?:(?:north|south|east|west)\w*|downtown|central)\s)?(?P<city>city\sof\s)?",
    re.IGNORECASE,
)
_CITY = re.compile(r"\s[Cc]ity\b")
_FAR_KM = 60.0  # no quarter is so far from the middle of its town
# People from whom on a town may stand beside a region that it is not in ("those who fled Homs in Idlib province"): of
# the region's country, of another.
_KNOWN, _KNOWN_ABROAD = 100_000, 1_000_000


def lands(text: str, toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> dict[Toponym, Toponym]:
    """For names, the countries that the words right behind them say they lie in ("the Ziri airport in Germany")."""
    names = [toponym for toponym in toponyms if toponym.form == "name"]
    return {
        left: right
        for left, right in pairwise(names)
        if right.span.start >= left.span.end
        and (between := _BETWEEN.fullmatch(text, left.span.end, right.span.start)) is not None
        and (" in " in between.group() or " inside " in between.group())
        and _GOES_ON.match(text, right.span.end) is None
        and any(match.entry.kind == "country" for match in gazetteer.matches(right.name))
    }


def rows(text: str, toponyms: Sequence[Toponym], last: Mapping[Toponym, Toponym]) -> dict[Toponym, Toponym]:
    """For the names of a row before its last one, the land that the last is said to lie in."""
    names = [toponym for toponym in toponyms if toponym.form == "name"]
    found: dict[Toponym, Toponym] = {}
    for left, right in reversed([*pairwise(names)]):
        land = last.get(right) or found.get(right)
        if land is not None and left not in last and _ROW.fullmatch(text, left.span.end, right.span.start):
            found[left] = land
    return found


def held(text: str, toponyms: Sequence[Toponym]) -> dict[Toponym, Toponym]:
    """For names, those of the regions that the words behind them say they lie in, here or where the report first does.

    By the words alone: whether such a region is known is for the gazetteer to say.
    """
    names = [toponym for toponym in toponyms if toponym.form == "name"]
    found: dict[Toponym, Toponym] = {}
    for left, right in reversed([*pairwise(names)]):
        region = _region(text, left.span, right, found)
        if region is not None:
            found[left] = region
        elif right not in found and _WHERE.fullmatch(text, left.span.end, right.span.start):
            found[right] = left
    told = {name_key(name.name): found[name] for name in reversed(names) if name in found}
    for left, right in reversed([*pairwise(names)]):
        if right in found and left not in found and _ROW.fullmatch(text, left.span.end, right.span.start):
            found[left] = found[right]
    regions = frozenset(found.values())
    again = {name: told[key] for name in names if name not in regions and (key := name_key(name.name)) in told}
    return again | found


def _region(text: str, span: Span, right: Toponym, found: Mapping[Toponym, Toponym]) -> Toponym | None:
    """The region that a phrase at ``span`` lies in, if ``right``, the next name, says so; a chain leads to its end."""
    if right.span.start < span.end:
        return None
    if _CAPITAL_OF.fullmatch(text, span.end, right.span.start):
        return right
    between = _BETWEEN.fullmatch(text, span.end, right.span.start)
    if between is None:
        return None
    if between["of"] or _AFTER.match(text, right.span.end) or _AT_END.search(right.name):
        return right
    return found.get(right) if "," in between.group() else None


class Holders:
    """The regions that the words of a report put its names in."""

    def __init__(
        self, text: str, words: Mapping[Toponym, Toponym], found: Mapping[Toponym, Resolution], gazetteer: Gazetteer
    ) -> None:
        self._text, self._words, self._found, self._gazetteer = text, words, found, gazetteer

    def of(self, toponym: Toponym) -> Place | None:
        """The region that the words behind a name put it in."""
        region = self._words.get(toponym)
        return self._place(region) if region is not None else None

    def behind(self, span: Span, following: Toponym) -> Place | None:
        """The region that the next name puts words of the text in, which are no name of a gazetteer."""
        region = _region(self._text, span, following, self._words)
        return self._place(region) if region is not None else None

    def country_behind(self, span: Span, following: Toponym) -> Place | None:
        """The country or region that words right behind a name say it is in ("Ziri, Turkey", "Ziri in Varn")."""
        found = self._found.get(following)
        if found is None or found.place is None or found.place.precision not in ("country", "region"):
            return None
        between = following.span.start >= span.end and _BETWEEN.fullmatch(self._text, span.end, following.span.start)
        return found.place if between else None

    def elsewhere(self, toponym: Toponym, place: Place) -> bool:
        """Whether the words put a name in another region than a town of that name lies in."""
        region = self.of(toponym)
        if region is None or place.precision != "settlement" or place.admin1 == region.admin1:
            return False
        # "Ziri, in the state of Varn", not "fled Ziri in Varn state".
        apposed = self._text.startswith(", ", toponym.span.end)
        known = _KNOWN if place.country == region.country and not apposed else _KNOWN_ABROAD
        entry = self._gazetteer.by_id(place.id)
        if entry is not None and entry.admin1 is None and lies_in(entry, region.name, self._gazetteer):
            return False  # a village of whose region no table tells, near enough to be in it
        return entry is not None and entry.population < known

    def abroad(self, toponym: Toponym, place: Place, following: Toponym) -> bool:
        """Whether the words put a name in another country than that of its town: "Ziri in southern Lebanon"."""
        land = self.country_behind(toponym.span, following) if following.form == "name" else None
        if land is None or place.precision not in _TOLD_LANDS or place.country in {None, land.country}:
            return False
        between, end = self._text[toponym.span.end : following.span.start], following.span.end
        listed = between == ", " and any(pattern.match(self._text, end) for pattern in (_LISTED, _OPENS, ACTS))
        entry = self._gazetteer.by_id(place.id)
        return not listed and entry is not None and entry.population < _KNOWN_ABROAD

    def in_row(self, toponym: Toponym, place: Place, land: Toponym) -> bool:
        """Whether a row of names is said to lie in a country, and the place of one of them does not."""
        found, entry = self._found.get(land), self._gazetteer.by_id(place.id)
        there = found.place if found is not None else None
        if there is None or place.precision not in _TOLD_LANDS or place.country in {None, there.country}:
            return False
        return entry is not None and entry.population < _KNOWN_ABROAD

    def across(self, toponym: Toponym, found: Resolution, following: Toponym) -> Resolution | None:
        """What is left of a name that the words put on the border with the country of its place: it is across it.

        ("Took Ziri on the border with Ostria.")
        """
        land, place = self._found.get(following), found.place
        beyond = land.place if land is not None else None
        if place is None or beyond is None or beyond.precision != "country" or place.country != beyond.country:
            return None
        if ON_BORDER.fullmatch(self._text, toponym.span.end, following.span.start) is None:
            return None
        near = (c for c in found.candidates if c.place.country != beyond.country)
        twin = next((c for c in near if (apart := apart_km(c.place, place)) is not None and apart <= _TWINS_KM), None)
        if twin is None:
            return Resolution(candidates=found.candidates, reason="ambiguous")
        return Resolution(place=twin.place, candidates=(twin, *(c for c in found.candidates if c is not twin)))

    def of_town(self, toponym: Toponym, place: Place, following: Toponym) -> bool:
        """Whether the words make a name that of a quarter of a town far from the place: "Ziri in Homs city"."""
        found = self._found.get(following)
        town = found.place if found is not None and following.form == "name" else None
        if town is None or town.precision != "settlement" or place.precision not in ("settlement", "part"):
            return False
        between = following.span.start >= toponym.span.end and _IN_TOWN.fullmatch(
            self._text, toponym.span.end, following.span.start
        )
        if not between or not (between["quarter"] or between["city"] or _CITY.match(self._text, following.span.end)):
            return False
        entry, apart = self._gazetteer.by_id(place.id), apart_km(place, town)
        return entry is not None and entry.population < _KNOWN and apart is not None and apart > _FAR_KM

    def is_hamlet(self, toponym: Toponym, place: Place) -> bool:
        """Whether the words make a hamlet or a farm of a name, of which the gazetteer has only a city."""
        entry = self._gazetteer.by_id(place.id) if place.precision == "settlement" else None
        return entry is not None and entry.population >= _KNOWN and bool(_HAMLET.match(self._text, toponym.span.end))

    def _place(self, region: Toponym) -> Place | None:
        found = self._found.get(region)
        place = found.place if found is not None else None
        if place is not None and place.admin1 and _COUNTRYSIDE.match(self._text, region.span.end):
            return self._gazetteer.place(f"region:{place.admin1}")
        return place if place is not None and place.precision == "region" else None
