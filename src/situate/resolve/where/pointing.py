"""Descriptions without a name, and the places of the report that they point back to: "the city", "the western pocket".

What they can mean turns on their noun: a settlement is the town that the text is at, a quarter or a base the one told
last, a region or an area the land named last, a capital that of the country spoken of.
"""

from __future__ import annotations

import re

from situate.model.place import Place
from situate.model.span import Span
from situate.resolve.where.locals import side_part, some_part, unnamed_part
from situate.resolve.where.made import LocalPlaces
from situate.resolve.where.own import undetermined
from situate.resolve.where.phrases import DEFINITE, Head, Phrase, part_words, plain_noun
from situate.resolve.where.pronouns import Pronouns
from situate.resolve.where.sites import DESCRIPTION, UNKNOWN, Resolution, or_description
from situate.resolve.where.told import Told

_CITY_KM = 8.0  # the radius of a place of 100,000 people and more
_VILLAGES = frozenset({"village", "hamlet"})
_SMALL = re.compile(r"(?:the|this|that)\s(?:small|little|tiny)\s", re.IGNORECASE)
_A_SIDE_OF = re.compile(
    r"\b(?:the\s(?:north|south|east|west)|(?i:north|south|east|west)\w*ern\s[a-z]+(?:\s[a-z]+)?)\sof\s(?:the\s)?"
    r"(?:city\sof\s)?(city|town|capital|[A-Z][\w’'-]+)"
)
_SIDES_TOLD = 600  # letters
_WIDE = frozenset({"region", "territory", "strip", "land"})
_NO_SPOT = _WIDE | {"ground", "countryside", "front", "frontline", "battlefield"}
_INDEFINITE = re.compile(r"\s*(?:a|an|some|several|many|other|another)\b", re.IGNORECASE)
_ONE = re.compile(r"an?\s", re.IGNORECASE)
_CELLS = frozenset({"prison", "jail"})  # which stand in the land whose they are, unlike its bases and its schools
_WITHIN, _SO_CALLED = re.compile(r"[a-z,] $"), re.compile(r"(?:[Aa]l-)?[A-Z][\w’'-]*[a-z] (?:city|town|village)")
_MISSIONS = frozenset({"embassy", "consulate"})
_MISSION_IN = re.compile(r"\b(embass(?:y|ies)|consulates?)\s(?:in|at)\s(?:the\s(?:capital|city of)\s)?")
_BEFORE = 20  # letters
_SIDES = frozenset({"half", "side", "sector"})
_TOWN_PARTS = frozenset({"neighbourhood", "neighborhood", "district", "quarter"})
# "The rebel-held eastern districts" are all on that side; "several eastern districts" are some.
_WHOLE_SIDE = re.compile(
    r"(?:the|its)\s(?:(?:city['’]?s|[\w]+-(?:held|controlled|run)|besieged)\s)*(?:north|south|east|west)[\w-]*\s\w+",
    re.IGNORECASE,
)
_EVERY = re.compile(r"\s*(?:all|every)\b", re.IGNORECASE)
_HELD = re.compile(r"\b(?:held|controlled|run|besieged|encircled)\b", re.IGNORECASE)
_PROVINCIAL = re.compile(r"\b(?:provincial|regional|state)\b", re.IGNORECASE)
# "The capital of their so-called caliphate": of no country.
_ANOTHERS = re.compile(r"\s+of\s+(?:their|his|its|her|our|the\s+(?:so.called|self.\w+))\b", re.IGNORECASE)
_NEIGHBOUR = re.compile(r"\bneighbou?r(?:ing)?\b", re.IGNORECASE)


class Pointing:
    """What the descriptions of one report point back to."""

    def __init__(self, told: Told, places: LocalPlaces, pronouns: Pronouns) -> None:
        self._told, self._locals, self._pronouns = told, places, pronouns

    def read(self, span: Span, phrase: Phrase, head: Head) -> Resolution:
        """A description that points back to a place of the report."""
        if head.group == "settlement" and _EVERY.match(phrase.text):
            return DESCRIPTION  # "every city" is none of them
        if head.group in ("country", "capital"):
            return self._wide(span, phrase, head)
        adjectives = self._told.adjectives(span)
        if head.noun in _MISSIONS and adjectives:
            return self._mission(span, head, adjectives[-1])
        home = self._told.country()
        if head.group in ("base", "airport") and adjectives and home not in {None, adjectives[-1].country}:
            return DESCRIPTION  # whose bases they are that stand abroad
        one_there = head.group == "settlement" or head.noun in _CELLS
        if adjectives and (head.plural or head.group == "area" or (one_there and _ONE.match(phrase.text))):
            return Resolution(place=some_part(undetermined(phrase.text), adjectives[-1]))
        if head.plural or (_INDEFINITE.match(phrase.text) and head.group not in ("quarter", "part")):
            return self._some(span, phrase, head)
        if head.group == "settlement" and adjectives and adjectives[-1].precision == "country":
            return or_description(self._told.settlement_in(adjectives[-1].country, span.start))
        within = _WITHIN.search(self._told.text, max(0, span.start - 2), span.start)
        if head.group == "settlement" and within and not adjectives and _SO_CALLED.fullmatch(phrase.text):
            return UNKNOWN  # a name, be it somebody's too: "in Baath city"
        if head.group == "settlement":
            return self._pronouns.whose_town(span, phrase) or or_description(self._town(span.start, phrase, head))
        if head.group == "region":
            land = adjectives[-1].country if adjectives else None
            return or_description(self._told.region(span.start, land))
        local = self._locals.local(span.start, head, phrase)
        if head.group == "quarter" and phrase.direction is None:
            local = self._locals.quarter(span.start, local)
        return Resolution(place=local) if local is not None else self._unnamed(span, phrase, head)

    def _mission(self, span: Span, head: Head, sender: Place) -> Resolution:
        """An embassy is in the town that the words behind it say, here or before, or in the capital of the report's
        country; never in the country that sends it. A consulate can be in any city.
        """
        text = self._told.text
        told = [m for m in _MISSION_IN.finditer(text) if m[1].startswith(head.noun[:7]) and m.start() <= span.end]
        for match in reversed(told):
            town = self._told.town_at(match.end())
            whose = self._told.adjectives(Span(max(0, match.start() - _BEFORE), match.start()))
            if town is not None and whose and whose[-1].id == sender.id:
                return Resolution(place=some_part(undetermined(span.of(text)), town))
        capital = self._told.capitals.get(self._told.country() or "")
        if head.plural or head.noun != "embassy" or told or capital is None or capital.country == sender.country:
            return DESCRIPTION
        return Resolution(place=some_part(undetermined(span.of(text)), capital))

    def _town(self, position: int, phrase: Phrase, head: Head) -> Place | None:
        """The town that "the city", "the village" mean."""
        beside = self._told.named_before(position)
        if beside is not None and beside.precision == "settlement":
            return beside
        newest = self._locals.village if head.noun in _VILLAGES else self._locals.newest_village
        village = newest(position) if head.noun != "city" else None
        known = village or self._told.introduced(head.noun, position)
        if known is not None:
            return known
        same = phrase.text.casefold().startswith(("the same ", "that same "))
        town = (self._locals.last(position) if same else None) or self._told.settlement(position, item=True)
        small = head.noun in _VILLAGES or _SMALL.match(phrase.text) is not None
        if town is not None and small and town.basis != "approximate" and (town.radius_km or 0.0) >= _CITY_KM:
            return self._locals.village(position)  # the text is at a city: this is another
        return town

    def _some(self, span: Span, phrase: Phrase, head: Head) -> Resolution:
        """Parts in the plural: those of the town that the text is at; "both sides" are those who fight, or anywhere.

        "All districts" without a word for of what are those of a town or of a country: nobody can tell.
        """
        if _EVERY.match(phrase.text):
            return DESCRIPTION
        town = self._told.settlement(span.start) if head.noun != "side" else None
        if town is None or head.group not in ("quarter", "part"):
            return DESCRIPTION
        all_there = head.group == "quarter" and head.noun in _TOWN_PARTS and _WHOLE_SIDE.fullmatch(phrase.text)
        if all_there and phrase.direction:
            return Resolution(place=side_part(phrase.direction, town))
        return Resolution(place=some_part(undetermined(phrase.text), town))

    def _unnamed(self, span: Span, phrase: Phrase, head: Head) -> Resolution:
        """One part without a name, of the town that the text is at: "the airbase", "the western pocket"."""
        town = self._told.joined_before(span.start) or self._told.settlement(span.start)
        definite = DEFINITE.match(phrase.text) is not None
        area = self._told.last_area(span.start) if head.noun in _WIDE and definite else None
        if area is not None:
            return Resolution(place=area)
        if town is not None and (head.group in ("airport", "base") or (head.group == "pocket" and phrase.direction)):
            words = part_words(phrase, head) if head.group == "pocket" else plain_noun(head)
            made = unnamed_part(words, head.group, town)
            return Resolution(place=self._locals.remember(span.start, head.group, made))
        all_there = head.noun in _SIDES or (head.noun == "part" and _WHOLE_SIDE.match(phrase.text))
        if town is not None and phrase.direction and all_there:
            return Resolution(place=side_part(phrase.direction, town))
        if town is not None and head.group in ("quarter", "part") and phrase.direction:
            return Resolution(place=some_part(undetermined(phrase.text), town))
        spot = head.group in ("area", "pocket") and head.noun not in _NO_SPOT
        if town is not None and spot and _HELD.search(phrase.text):
            return Resolution(place=some_part(undetermined(phrase.text), town))
        if head.group == "site" and (moved := self._locals.moved_on(span.start, head)) is not None:
            town = moved
        told = town is not None and (
            self._told.named_until(town, span.start) or any(place.id == town.id for _, place in self._pronouns.read)
        )
        if town is not None and told and head.group in ("site", "camp", "crossing") and definite:
            return Resolution(place=some_part(undetermined(phrase.text), town))
        return or_description(self._locals.last(span.start)) if spot and definite else DESCRIPTION

    def _wide(self, span: Span, phrase: Phrase, head: Head) -> Resolution:
        """A country or capital that is not named: "the country", "the Syrian capital", "the provincial capital"."""
        if head.group == "capital" and self._told.dated and phrase.text.casefold().startswith("this "):
            return or_description(self._told.written_in)  # who writes from there, whatever seat the gazetteer has
        if head.group == "capital" and _PROVINCIAL.search(phrase.text):
            return or_description(self._told.settlement(span.start))
        adjectives = self._told.adjectives(span)
        that = phrase.text.casefold().startswith(("this ", "that "))
        code = adjectives[0].country if adjectives else self._told.country_here(span.start, that=that)
        if head.group == "capital" and _ANOTHERS.match(self._told.text, span.end):
            return DESCRIPTION
        if head.plural or code is None or (not adjectives and _NEIGHBOUR.search(phrase.text)):
            return DESCRIPTION
        if head.group == "capital":
            return or_description(self._told.capitals.get(code))
        return or_description(self._told.land(code))

    def side(self, span: Span, side: str | None) -> Resolution:
        """Of what "the east" is a side: of the town whose sides were just told of, or where it is in the country."""
        text = self._told.text
        told = [*_A_SIDE_OF.finditer(text, max(0, span.start - _SIDES_TOLD), span.start)]
        whole: Place | None = None
        if told:
            described = told[-1].group(1) in {"city", "town", "capital"}
            whole = self._told.settlement(span.start) if described else self._told.town_at(told[-1].start(1))
        elif text[max(0, span.start - 3) : span.start].casefold() == "in ":
            whole = self._told.land(self._told.land_told(span.start) or self._told.country_here(span.start))
        return Resolution(place=side_part(side, whole)) if whole is not None and side else DESCRIPTION
