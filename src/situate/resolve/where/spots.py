"""Where the words behind a name say it lies: "Ziri, 30 km south of Ostry", "Ziri, in the municipality of Ostry".

They are plainer than any gazetteer: of those that bear the name the one that lies there is meant, or a place that no
gazetteer has, whose point they give.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from situate.model.distance import apart_km, bearing
from situate.model.place import Place
from situate.model.span import Span
from situate.resolve.gazetteer.lookup import Gazetteer
from situate.resolve.where.locals import beside, related
from situate.resolve.where.phrases import HOW_MANY, Relation, bearing_of, parse
from situate.resolve.where.sites import Resolution
from situate.resolve.where.toponyms import Toponym

_REACH = 110  # code points
_FAR = rf"{HOW_MANY}\s?-?(?:km|kilomet(?:er|re)s?|(?:nautical\s)?miles?)\s(?:\([^()]{{1,20}}\)\s)?"
_SIDE = r"(?:(?:north|south)(?:-?(?:east|west))?|east|west)"
# What can stand between a name and the words for where it lies; the words themselves end at the next name.
_LIES = re.compile(
    r"(?:\s(?:area|district|village|town|township|neighbou?rhood|suburb|municipality|camp|base|farm|ranch|hacienda"
    r"|hamlet|canton|settlement|bridge|prison|airport))?,?\s+"
    r"(?:(?:which|that)\s(?:is|lies)\s)?(?:(?:located|situated|lying|about|some|around|roughly|nearly|just)\s)*"
    rf"(?P<where>(?:(?:{_FAR}(?:to\sthe\s)?)?{_SIDE}\sof\s|{_FAR}(?:away\s)?(?:from|outside)\s))"
    r"(?:the\s(?:city|town)\sof\s)?",
    re.IGNORECASE,
)
# "Ziri, about 40 km further north", "Ziri, seven miles to the southeast": of the town told before.
_FURTHER = re.compile(
    rf"(?:\s[a-z]+)?,\s(?:(?:about|some|around|roughly|nearly|just)\s)?(?P<where>{_FAR}(?:(?:further\s|farther\s|to\sthe\s){_SIDE}|away|further\son))\b"
    r"(?!\s(?:of|from)\b)",
    re.IGNORECASE,
)
# "Ziri village, in Ostry district", "Ziri, in the municipality of Ostry": the unit is known by its seat.
_UNIT = (
    r"(?:sub-?)?districts?|municipality|communes?|county|territory|canton|parish|township|tehsil|taluk|woreda|zone|cercle"
    r"|locality|local\sgovernment(?:\sarea)?|LGA"
)
_IN_UNIT = re.compile(
    r"(?:\s(?:village|hamlet|town|township|settlement|area|locality|farm|ranch|camp|base))?(?:,?\s+in|,)\s+(?:the\s+)?"
    rf"(?:(?P<of>(?:{_UNIT})\s+of\s+)|(?=[^\W\d_a-z][\w'’-]*(?:[ -][^\W\d_a-z][\w'’-]*){{0,3}}\s(?:{_UNIT})\b))"
)
_UNIT_KM = 60.0  # from the seat of a unit, at most
_UNIT_RADIUS_KM = 25.0
_BRACKETS = re.compile(r"\([^()]*\)\s")
_CAPITAL = re.compile(r"the\s(?:[\w-]+\s)?capital\b(?!\s(?:city\s)?of\b)", re.IGNORECASE)
_NEAR_KM = 60.0  # "east of Ostry" without a distance: what lies further off is another place
_ASIDE, _ON_THAT_SIDE_KM = 75.0, 500.0  # degrees off the side that is told, and how far towns of one country lie there
_BY_AIR, _OVER = 0.35, 1.2  # of a distance that is told, by road or roughly
_SLACK_KM = 25.0
_TIMES_AS_FAR, _FAR_KM = 5.0, 100.0
_KNOWN = 100_000  # people of a town that may be told by its direction from afar

# What stands between a name and the town that it is in.
QUARTER_IN = re.compile(
    r"(?:(?:,\s|,?\sand\s)(?:the\s)?(?:[Aa]l-)?[A-Z][\w'’-]+(?:\s(?:al-)?[A-Z][\w'’-]+){0,2}){0,6}"
    r"(?:\s(?i:neighbou?rhood|quarter|district|section|suburb|street|avenue|square)s?)?(?i:,?\s+in|\s+of)\s+(?i:the\s+)?"
    r"(?i:(?:north|south|east|west)[-\w]*\s+|downtown\s+|central\s+)?"
    r"(?i:(?:section|part|sector|area|end|side|outskirts)\s+of\s+)?(?i:the\s+city\s+of\s+)?",
)
# "Ziri, a village in Ramla municipality".
VILLAGE_OF = re.compile(r",\s+an?\s(?:[\w-]+\s){0,3}(?:village|hamlet|community|town)\s(?:of|in)\s", re.IGNORECASE)
# "Ziri, a hillside neighborhood of Ramla".
QUARTER_OF = re.compile(
    r",\s+(?:which\sis\s)?(?:an?|the)\s(?:[\w-]+\s){0,3}(?:neighbou?rhood|suburb|district|quarter)\s(?:of|in)\s"
    r"(?:the\scity\sof\s)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """The town that a place lies by, and how; without a relation, in the unit that is called by the town."""

    anchor: Place
    relation: Relation | None

    @property
    def words(self) -> str:
        """The words for how a place lies to the town."""
        return self.relation.words if self.relation is not None else "in the unit of"

    @property
    def place(self) -> Place:
        """The land that the words mean."""
        if self.relation is None:
            return replace(self.anchor, radius_km=max(_UNIT_RADIUS_KM, self.anchor.radius_km or 0.0))
        return related(self.anchor, self.relation)

    def fits(self, place: Place) -> bool:
        """Whether a place lies where the words say, roughly."""
        apart = apart_km(self.anchor, place)
        if apart is None:
            return True
        if self.relation is None:
            return apart <= _UNIT_KM
        km, slack = self.relation.km, _SLACK_KM + (self.anchor.radius_km or 0.0)
        if km is None:
            return apart <= _NEAR_KM
        if not _BY_AIR * km - slack <= apart <= _OVER * km + slack:
            return False
        off = apart_km(self.place, place)
        return off is None or off <= max(apart, km) + slack

    def is_beyond(self, place: Place) -> bool:
        """Whether a place lies on the side that words without a distance tell, in the same country, however far."""
        side = self.relation.side if self.relation is not None and self.relation.km is None else None
        told, lies, apart = bearing_of(side or ""), bearing(self.anchor, place), apart_km(self.anchor, place)
        if told is None or lies is None or apart is None or place.country != self.anchor.country:
            return False
        return apart <= _ON_THAT_SIDE_KM and abs((lies - told + 180) % 360 - 180) <= _ASIDE

    def excludes(self, place: Place) -> bool:
        """Whether a place lies so far from where the words say, in kilometres, that no slip of theirs explains it."""
        km = self.relation.km if self.relation is not None else None
        apart = apart_km(self.anchor, place)
        return km is not None and apart is not None and apart > _TIMES_AS_FAR * km + _FAR_KM

    def called(self, name: str) -> Place:
        """A place of this name there, that no gazetteer has."""
        spot, made = self.place, beside(name, self.anchor)
        far = self.relation is not None and (self.relation.km or 0.0) > _NEAR_KM  # maybe in another region
        return replace(
            made,
            latitude=spot.latitude,
            longitude=spot.longitude,
            radius_km=spot.radius_km,
            part_of=f"country:{made.country}" if far and made.country else made.part_of,
            admin1=None if far else made.admin1,
            basis="relation" if self.relation is not None else "parent",
        )


def spot_behind(text: str, end: int, anchor: Callable[[int], Place | None]) -> Spot | None:
    """What the words behind a name that ends at ``end`` say; ``anchor`` is asked for the town at a position."""
    lies = _LIES.match(text, end, end + _REACH)
    if lies is None:
        return _in_unit(text, end, anchor)
    relation = parse(_BRACKETS.sub("", lies["where"])).relation
    place = anchor(lies.end())
    if relation is None or place is None or place.precision != "settlement":
        return None
    return Spot(anchor=place, relation=relation) if relation.side or relation.km else None


def spot_further(text: str, end: int, town: Place | None) -> Spot | None:
    """What words behind a name say that only tell how far on it lies: from ``town``, the one told before."""
    further = _FURTHER.match(text, end, end + _REACH) if town is not None else None
    relation = parse(further["where"]).relation if further is not None else None
    return Spot(anchor=town, relation=relation) if town is not None and relation is not None else None


def _in_unit(text: str, end: int, anchor: Callable[[int], Place | None]) -> Spot | None:
    inside = _IN_UNIT.match(text, end, end + _REACH)
    place = anchor(inside.end()) if inside is not None else None
    return Spot(anchor=place, relation=None) if place is not None and place.precision == "settlement" else None


def names_capital(text: str, position: int) -> Span | None:
    """The words for a capital without its name that begin at ``position`` ("the capital", "the Ostrian capital")."""
    found = _CAPITAL.match(text, position)
    return Span(found.start(), found.end()) if found is not None else None


def as_told(
    text: str, found: Sequence[tuple[Toponym, Resolution]], gazetteer: Gazetteer
) -> list[tuple[Toponym, Resolution]]:
    """The names with their places, where words behind say where they lie: one that lies there, or none."""
    towns = {t.span.start: r.place for t, r in found if t.form == "name" and r.place is not None}
    return [(t, _there(text, t, r, towns.get, gazetteer)) for t, r in found]


def _there(
    text: str, toponym: Toponym, found: Resolution, towns: Callable[[int], Place | None], gazetteer: Gazetteer
) -> Resolution:
    if toponym.form != "name" or not found.candidates:
        return found
    spot = spot_behind(text, toponym.span.end, towns)
    place = found.place
    if spot is None or (place is not None and (place.precision != "settlement" or spot.fits(place))):
        return found
    entry = gazetteer.by_id(place.id) if place is not None else None
    if entry is not None and entry.population >= _KNOWN and place and not spot.excludes(place):
        return found
    there = next((c for c in found.candidates if c.place.precision == "settlement" and spot.fits(c.place)), None)
    if there is None and place is not None and spot.is_beyond(place):
        return found
    if there is None:
        return Resolution(candidates=found.candidates, reason="not_in_gazetteer")
    others = tuple(candidate for candidate in found.candidates if candidate is not there)
    return Resolution(place=there.place, candidates=(there, *others))
