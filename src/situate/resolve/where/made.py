"""The local places that the phrases of a report have made, and which of them a later description means."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from situate.model.place import Place
from situate.resolve.where.aside import is_elsewhere
from situate.resolve.where.locals import own_slug
from situate.resolve.where.phrases import Head, Phrase, parse
from situate.resolve.where.sites import Resolution
from situate.resolve.where.told import RECENT, Told

_QUARTER_BEHIND = re.compile(r"\s(?:neighbou?rhood|district|quarter|suburb)\b", re.IGNORECASE)
_A_SENTENCE = 240  # code points: that before, at most
_VALLEY = "valley"
_A_WORD = 14  # code points
# "Ziri", "the village of Ziri", "Ziri village": a name and what sort of place it is.
_A_NAME = re.compile(
    r"(?:[Tt]he\s)?(?:(?:town|village|hamlet|area|city)\sof\s)?(?P<name>(?:[Aa]l-)?[A-ZÀ-ÖØ-Þ][\w'’-]+(?:\s(?:al-)?[A-ZÀ-ÖØ-Þ][\w'’-]+){0,3}?)"
    r"(?:\s(?:town|village|hamlet|area|city))?"
)
_ANY_BUILDING = frozenset({"building", "complex", "compound", "centre", "center"})  # what any of them can be called


@dataclass(frozen=True, slots=True)
class Local:
    """A local place that a phrase made, with where and of what class."""

    position: int
    group: str
    place: Place


class LocalPlaces:
    """The local places of one report, as its phrases are read."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self.all: list[Local] = []

    def remember(self, position: int, group: str, place: Place) -> Place:
        """Keep a local place, so that later phrases can point back to it."""
        self.all.append(Local(position, group, place))
        return place

    def known(self, name: str) -> Place | None:
        """The local place with this name of its own, if one was made (the name of an unnamed part has a comma)."""
        key = own_slug(name)
        named = [local.place for local in reversed(self.all) if "," not in local.place.name]
        known = [place for place in named if own_slug(place.name) == key]
        return min(known, key=lambda place: place.precision == "country", default=None)

    def as_known(self, found: Resolution, words: str) -> Resolution:
        """A local place of which only the country was known, or not even that, as the report places it elsewhere."""
        place = found.place
        if place is None and found.reason == "not_in_gazetteer" and (bare := _A_NAME.fullmatch(words)) is not None:
            known = self.known(bare["name"])
            return found if known is None else replace(found, place=known, reason=None)
        if place is None or place.precision != "country" or not place.id.startswith("local:") or place.relation:
            return found
        known = self.known(place.name)
        return found if known is None or known.precision == "country" else replace(found, place=known)

    def last(self, position: int) -> Place | None:
        """The last place named before ``position`` that is smaller than a country, if not far back; no building."""
        places = [
            (site.toponym.span.end, site.place)
            for site in self._told.sites
            if site.place.precision != "country" and site.toponym.form == "name" and self._told.at_home(site.place)
            if not is_elsewhere(self._told.text, site.toponym.span) and not self._told.only_governs(site)
        ]
        places += [(local.position, local.place) for local in self.all if local.group != "site"]
        near = [(end, place.id, place) for end, place in places if 0 <= position - end <= RECENT]
        return max(near, key=lambda row: (row[0], row[1]))[2] if near else None

    def local(self, position: int, head: Head, phrase: Phrase) -> Place | None:
        """The last local place of the same kind; with a direction, the one whose name holds it."""
        for local in reversed(self.all):
            if local.position > position or not _same_kind(local, head) or self._left(local, position):
                continue
            if head.group == "site" and head.noun not in _ANY_BUILDING and self._noun(local) not in {None, head.noun}:
                continue  # "the mosque" is no school told of before
            if head.group == "hill" and (head.noun == _VALLEY) != (self._noun(local) == _VALLEY):
                continue  # nor is "the valley" a ridge
            if head.group == "area" and position - local.position > RECENT:
                continue  # "the desert" is not an area told of long before
            if phrase.direction is None or phrase.direction in local.place.name:
                return local.place
        if head.noun == "airport":  # "Ramla air base fell … in Ostry … all have left the airport"
            air = [one.place for one in self.all if one.group == "airport" and one.position <= position]
            town = None if self._told.opened_town(position) else self._told.settlement(position)
            return air[-1] if air and town is not None and air[-1].part_of != town.id else None
        return None

    def _noun(self, local: Local) -> str | None:
        """What sort of building a local place is, by its name or the word behind it ("Ziri | hospital")."""
        words = self._told.text[local.position : local.position + len(local.place.name) + _A_WORD]
        nouns = [h for text in (local.place.name, words) for h in parse(text).heads if h.group == local.group]
        return nouns[0].noun if nouns else None

    def quarter(self, position: int, local: Place | None) -> Place | None:
        """The quarter told last before ``position``: ``local``, or one that the gazetteer has and the text calls so."""
        since = max((one.position for one in self.all if one.place == local and one.position <= position), default=-1)
        for site in reversed(self._told.sites):
            if since < site.toponym.span.start < position and site.place.precision == "part":
                spans = [other.toponym.span for other in self._told.sites if other.place.id == site.place.id]
                if any(_QUARTER_BEHIND.match(self._told.text, span.end) for span in spans):
                    return site.place
        return local

    def moved_on(self, position: int, head: Head) -> Place | None:
        """The town that a text has come to since it told of a place of the same kind elsewhere, if it has."""
        left = any(o.position <= position and _same_kind(o, head) and self._left(o, position) for o in self.all)
        towns = self._told.towns_between(0, position) if left else []
        return towns[-1].place if towns else None

    def _left(self, local: Local, position: int) -> bool:
        """Whether a text has left a quarter or a school for another town: "school in Ramla. In Ostry the school"."""
        since = [site.place.id for site in self._told.towns_between(local.position, position)]
        if not since or local.place.part_of in {since[-1], local.place.id}:
            return False
        # A base or a camp is come back to, but not where a town opens the sentence.
        opened = self._told.opened_town(position)
        return local.group in {"quarter", "site"} or (opened is not None and opened.id == since[-1])

    def village(self, position: int) -> Place | None:
        """The last settlement before ``position`` that the report names and no gazetteer has, if not far back."""
        found = self._village_before(position)
        return found.place if found else None

    def newest_village(self, position: int) -> Place | None:
        """A settlement that no gazetteer has, if it is the last that was named before ``position``, a sentence ago.

        Or further back, where no town is named twice, so that the text is at none of them.
        """
        found = self._village_before(position)
        if found is None or found.position <= self._told.town_named_before(position):
            return None
        near = position - found.position <= _A_SENTENCE or not self._told.returns_to_a_town
        return found.place if near else None

    def _village_before(self, position: int) -> Local | None:
        found = [o for o in self.all if o.group == "settlement" and 0 <= position - o.position <= RECENT]
        return found[-1] if found else None


def _same_kind(local: Local, head: Head) -> bool:
    """Whether ``head`` can mean a local place: of its class; "the base" also an airbase; an airport by its own noun."""
    if local.group == "airport" and head.group == "airport":
        return head.noun.replace(" ", "") in local.place.name
    if local.group == "airport" and head.group == "base":
        return "air" in local.place.name
    return local.group == head.group
