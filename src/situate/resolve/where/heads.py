"""The name that a phrase is about, and the part of its place that the phrase narrows it to.

"Syria's Idlib province" is about Idlib, "the Damascus suburb of Douma" about Douma; "western Mosul", "two thirds of
Ramla", "Ramla airport" are less than what the name means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from situate.model.place import Place
from situate.model.span import Span
from situate.resolve.where.locals import named_part, side_part, some_part, unnamed_part
from situate.resolve.where.made import LocalPlaces
from situate.resolve.where.own import BUILT, OwnPlaces, noun_after
from situate.resolve.where.phrases import DEFINITE, Phrase, part_words, side_of
from situate.resolve.where.sites import DESCRIPTION, Resolution, or_description
from situate.resolve.where.told import Told
from situate.resolve.where.toponyms import Toponym

_TOWNS = frozenset({"city", "town"})
_ONE_OF_A_LIST = re.compile(
    r"\s+(?:and|or)\s+[^\W\d_a-z]|,\s[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+)*,?\s+(?:and|or)\s"
)
_HOLDER = re.compile(
    r"^(?:['’]s?|s)?\s*$|^(?:['’]s?|s)\s|^\s(?:province|governorate|oblast|state|region|department|district)['’]s?\s$",
    re.IGNORECASE,
)
_PART_CALLED = re.compile(
    r"\s(?:(?:suburb|neighbou?rhood|quarter|district|village|town|area|enclave|camp)s?|city) of (?:the )?$",
    re.IGNORECASE,
)
_IS_CALLED = re.compile(r"\s+of\s+(?:the\s+)?(?:(?:town|city|village)\s+of\s+)?", re.IGNORECASE)
_OWNS = re.compile(r"['’]s\s")  # "the Varn region's Lisk"
_OWN_SIDE = re.compile(r"['’]?s?\s+(?:far\s+)?((?:north|south|east|west)[\w-]*)\s*$", re.IGNORECASE)
_OWN_LAND = re.compile(
    r"['’]?s?\s+((?:north|south|east|west)[\w-]*)\s+(?:deserts?|plains?|provinces|regions?|areas?|towns|villages|districts)$",
    re.IGNORECASE,
)
# "The north of the city of Aleppo" is a side of it; "the northern city of Aleppo" is all of it.
_SIDE_OF = re.compile(
    r"([A-Za-z]+(?:-[A-Za-z]+)?)\s+"
    r"(?:(?:(?:part|parts|half|side|end|sections?|sectors?|zone|areas?|outskirts)\s+of|of)\s+(?:the\s+)?(?:city\s+of\s+)?|(?:the\s+)?)$"
)
# "The western neighbourhoods of Ramla" are its west; "several western neighbourhoods" are some of it.
_ALL_ON_A_SIDE = re.compile(
    r"^the\s+([A-Za-z]+(?:-[A-Za-z]+)?)\s+(?:neighbou?rhoods|districts|quarters)\s+of\s+(?:the\s+)?(?:city\s+of\s+)?$",
    re.IGNORECASE,
)
# "Two thirds of Ramla", "45 % of the city of Ramla": some of it, however much.
_SHARE_OF = re.compile(
    r"(?:\d\s?(?:%|per\s?cent|percent)|\b(?:third|quarter|fifth|tenth)s?|\bhalf)\s+of\s+(?:the\s+)?"
    r"(?:(?:city|town|village|country|province|region|governorate|district)\s+of\s+)?$",
    re.IGNORECASE,
)
_MISSION = re.compile(
    r"(?:['’]s?)?\s+(?:\w+\s+){0,2}(?:(?P<seat>embassy|embassies|legation)|consulates?(?:\s+general)?)\b", re.IGNORECASE
)
# "Ostry's capital" is a city; so is "Ostrys capital", as some texts come.
_ITS_CAPITAL = re.compile(r"(?:(?:['’]s?|s)\s(?:[a-z]+\s)?capital(?:\scity)?\b|\scapital$)")
# "Ostria's second city" is a city too, the one that the text is at.
_ITS_CITY = re.compile(r"(?:['’]s?|s)\s(?:(?:[a-z]+-)?[a-z]+\s){1,3}(?:city|town)$")
_NEW = re.compile(r"^(?:[^A-Z]*\s)?((?:New|Old)\s)$")  # "New Ramla", "Old Ramla": a part of the town
# What stands or moves abroad with a state's name before it: "a U.S. diplomatic compound", "US-backed fighters".
_SENT = re.compile(
    r"(?:['’]s?)?\s(?:[\w-]+\s){0,2}(?:compounds?|missions?|barracks|outposts?|warships?|ships?|destroyers?|vessels?|drones?"
    r"|jets?|planes?|aircraft|helicopters?|convoys?|patrols?|vehicles?|contractors?|troops|soldiers|marines)\b"
    r"|-(?:backed|led|supported|sponsored|funded|trained|allied|aligned|made|built|run|held|controlled|occupied"
    r"|operated|owned|administered)\b",
    re.IGNORECASE,
)
# Nor are these, in a report of another country, at home.
_BASES = re.compile(r"(?:['’]s?)?\s(?:[\w-]+\s){0,2}(?:bases?|airbases?|airfields?|garrisons?)\b", re.IGNORECASE)
# "The Ostry government-held southern city of Ramla" is Ramla.
_TOWN_CALLED = re.compile(
    r"\s(?:(?!(?:near|outside|from|to|towards?|beyond|between|around)\s)[\w-]+\s){1,5}(?:city|town|village|hamlet|suburb|port)\sof\s(?:the\s)?",
    re.IGNORECASE,
)
_VENUE_IN = re.compile(
    r"\s((?:[a-z]+\s)?(?:bar|restaurant|caf[eé]|coffee shop|nightclub|club|mall|cinema|supermarket|market|bakery|hotel"
    r"|hospital|clinic|school|university|college|stadium|theatre|theater))\sin\s(?:the\s(?:city|town)\sof\s)?"
)
_TO_NAME = re.compile(r".*\b(?:of|in|at|inside|within)\b", re.IGNORECASE | re.DOTALL)


class HeadNames:
    """The names that the phrases of one report are about."""

    def __init__(self, told: Told, places: LocalPlaces, own: OwnPlaces) -> None:
        self._told, self._locals, self._own = told, places, own

    def read(self, span: Span, phrase: Phrase, names: list[Toponym]) -> Resolution:
        """The place of the name that a phrase is about, or the part of it that the phrase narrows it to."""
        names = [name for name in names if not self._only_sends(name, span)]
        if not names:
            return DESCRIPTION
        square = self._square(names, span.start) or next(filter(None, map(self._venue, names)), None)
        if square is not None:
            return square
        head = 0
        while head + 1 < len(names) and self._only_holds(names[head], names[head + 1]):
            head += 1
        result = self._told.found[names[head]]
        if result.place is None:
            return self._by_words(span, names[head:], result)
        if head and _PART_CALLED.match(self._told.text[names[head - 1].span.end : names[head].span.start]):
            return result  # "the Ramla suburbs of Ostry" is what they are called
        if result.place.precision == "district" and phrase.heads and phrase.heads[-1].group == "country":
            return DESCRIPTION  # "Africa's largest country" is one of its countries
        seat = _ITS_CAPITAL.match(self._told.text, names[head].span.end, span.end)
        if result.place.precision == "country" and seat is not None:
            return or_description(self._told.capitals.get(result.place.country or ""))
        city = _ITS_CITY.fullmatch(self._told.text, names[head].span.end, span.end)
        if result.place.precision == "country" and city is not None and head + 1 == len(names):
            return or_description(self._told.settlement_in(result.place.country, span.start))
        mission = _MISSION.match(self._told.text[names[head].span.end : span.end])
        if result.place.precision == "country" and mission is not None:
            return self._mission(result.place) if mission["seat"] else DESCRIPTION  # consulates are in any city
        narrowed = self._narrowed(names[head], result.place, span, phrase)
        return result if narrowed is result.place else replace(result, place=narrowed)

    def _by_words(self, span: Span, names: Sequence[Toponym], found: Resolution) -> Resolution:
        """A name that stands for no known place, by what the words around it say that it lies in."""
        name = names[0]
        spotted = self._own.spotted(name.name, name.span.start)
        if spotted is not None:
            return spotted
        if self._told.town_behind(name.span.end) is not None:  # "Ziri in Ramla city"
            return self._own.named(name.name, "quarter", name.span.start, [*names[1:]])
        region = self._told.holder(name) or self._behind(names, found) or self._above(name, found)
        if region is not None:
            return self._own.held(name.name, "settlement", span.start, region)
        land = self._land_behind(name, found)
        return found if land is None else self._own.in_land(name.name, name.span.start, land)

    def _behind(self, names: Sequence[Toponym], found: Resolution) -> Place | None:
        """The region behind the comma of a name that the gazetteer has only in other countries: "Ziri, Varn"."""
        behind = names[1:2] if names[0].within is not None else []
        land = self._told.found[behind[0]].place if behind else None
        if land is None or land.precision != "region" or names[0].within != behind[0].name:
            return None
        return land if all(candidate.place.country != land.country for candidate in found.candidates) else None

    def _land_behind(self, name: Toponym, found: Resolution) -> Place | None:
        """The country that the words behind a name put it in, which has no place of that name: "Ziri in Ostria"."""
        land = self._told.country_behind(name.span)
        if land is None or found.reason != "not_in_gazetteer" or land.precision != "country":
            return None
        return land if all(candidate.place.country != land.country for candidate in found.candidates) else None

    def _above(self, name: Toponym, found: Resolution) -> Place | None:
        """The land in the heading above a name that the gazetteer has only in other countries."""
        land = self._told.headed_land(name.span.start)
        abroad = land is not None and all(candidate.place.country != land.country for candidate in found.candidates)
        return land if abroad else None

    def _square(self, names: Sequence[Toponym], position: int) -> Resolution | None:
        """A square that bears the name of a famous one abroad is one of the town beside it, or that the text is at."""
        square = next((name for name in names if name.name.endswith((" Square", " Street"))), None)
        place = self._told.found[square].place if square is not None else None
        if square is None or place is None:
            return None
        beside = self._told.container([name for name in names if name is not square])
        home = beside.country if beside is not None else self._told.country()
        if home in (None, place.country):
            return None
        town = beside or self._told.settlement(position)
        return self._own.named(square.name, "quarter", position, [], town) if town is not None else None

    def _venue(self, name: Toponym) -> Resolution | None:
        """A bar or a hospital called after a place abroad is in the town told behind it: "the Ostry bar in Lisk"."""
        place, venue = self._told.found[name].place, _VENUE_IN.match(self._told.text, name.span.end)
        there = self._told.town_at(venue.end()) if venue is not None else None
        if place is None or venue is None or there is None or there.country == place.country:
            return None
        return self._own.named(f"{name.name} {venue[1]}", "site", name.span.start, [], there)

    def _only_sends(self, name: Toponym, span: Span) -> bool:
        """Whether a state's name only says whose something is that stands or moves abroad: "a U.S. compound"."""
        place = self._told.found[name].place
        if place is None or place.precision != "country":
            return False
        abroad = self._told.country() not in {None, place.country}
        sent = _SENT.match(self._told.text, name.span.end, span.end)
        return bool(sent or (abroad and _BASES.match(self._told.text, name.span.end, span.end)))

    def _mission(self, sender: Place) -> Resolution:
        """An embassy is not in the country that sends it, but in the capital of the one that the report is about."""
        capital = self._told.capitals.get(self._told.country() or "")
        if capital is None or capital.country == sender.country:
            return DESCRIPTION
        return Resolution(place=some_part("embassy", capital))

    def _narrowed(self, name: Toponym, place: Place, span: Span, phrase: Phrase) -> Place:
        text = self._told.text
        noun = noun_after(text, name, span, phrase)
        if noun is not None and noun.group in BUILT and place.precision == "settlement":
            made = unnamed_part(noun.noun, noun.group, place)
            return self._locals.remember(name.span.start, noun.group, made)
        before, after = text[span.start : name.span.start], text[name.span.end : span.end]
        if (new := _NEW.search(before)) is not None and place.precision == "settlement":
            made = named_part(f"{new[1]}{name.name}", "quarter", place)
            return self._locals.remember(name.span.start - len(new[1]), "quarter", made)
        side = _side(place, before, after)
        of_city = noun is not None and noun.noun in _TOWNS and (phrase.heads[0] == noun or _ALL_ON_A_SIDE.match(before))
        if side is not None and (noun is None or of_city or place.precision == "country"):  # "the west of Ramla city"
            return side_part(side, place)
        if _SHARE_OF.search(before):
            return some_part(_leading(before), place)
        return self._in_part(name, place, span, phrase)

    def _in_part(self, name: Toponym, place: Place, span: Span, phrase: Phrase) -> Place:
        """The part of a place that a noun before its name makes of it: "districts of Ramla", "the port of Ramla"."""
        text = self._told.text
        noun = noun_after(text, name, span, phrase)
        head = phrase.heads[0] if phrase.heads else None
        if head is None or span.start + head.span.end >= name.span.start:
            return place
        if self._a_town_called(span, phrase, name) or _OWNS.match(text, span.start + head.span.end):
            return place
        if head.plural and head.group == "settlement" and place.precision == "settlement":
            # "The cities of Ramadi and Fallujah" are they; the villages of one town lie around it.
            of_it = text[span.start + head.span.end : name.span.start].strip() == "of"
            if of_it and (head.noun in _TOWNS or _ONE_OF_A_LIST.match(text, name.span.end)):
                return place
        part = head.group in ("part", "quarter", "area") or (head.plural and head.group == "settlement")
        if noun is not None and noun.group in ("settlement", "region", "country") and not part:
            return place
        one = (head.group == "pocket" or (part and place.precision == "part")) and not head.plural
        if one and _IS_CALLED.fullmatch(text, span.start + head.span.end, name.span.start):
            return place  # "the stronghold of Ramla" is Ramla, "the southern district of Varn" the quarter called so
        built = head.group in ("pocket", *BUILT)
        if built and not head.plural and place.precision == "settlement" and DEFINITE.match(phrase.text):
            made = unnamed_part(part_words(phrase, head), head.group, place)
            return self._locals.remember(span.start, head.group, made)
        if built or part:
            return some_part(_leading(text[span.start + head.span.start : name.span.start]), place)
        return place

    def _a_town_called(self, span: Span, phrase: Phrase, name: Toponym) -> bool:
        """Whether words before a name only say what sort of town it is: "the desert city of Palmyra"."""
        heads = [head for head in phrase.heads if span.start + head.span.end <= name.span.start]
        if len(heads) < 2 or heads[-1].group != "settlement" or heads[-1].plural:
            return False
        text, at = self._told.text, span.start + heads[-1].span.end
        between = [text[span.start + a.span.end : span.start + b.span.start] for a, b in pairwise(heads)]
        return text[at : name.span.start].strip() == "of" and not any(gap.strip() for gap in between)

    def _only_holds(self, left: Toponym, right: Toponym) -> bool:
        """Whether the left name only says where the right one is: "Syria's Idlib", "the Damascus suburb of Douma"."""
        place = self._told.found[left].place
        gap = self._told.text[left.span.end : right.span.start]
        inside = self._told.found[right].place
        if _PART_CALLED.match(gap):
            if place is not None and place.precision == "part":
                return False  # "the Ziri district of Ramla" is Ziri
            if inside is not None and inside.precision == "part":
                return True  # "the Ramla neighborhood of Ziri", which the gazetteer has
            smaller = place and inside and (place.radius_km or 0.0) < (inside.radius_km or 0.0)
            return not smaller  # "Douma suburb of …"
        if re.fullmatch(r"(?:['’]s?|s)\s", gap) and inside is not None:
            return place is None or place.precision != "settlement" or inside.country == place.country
        wide = place is None or place.precision in ("country", "region", "district")
        return wide and (_HOLDER.match(gap) is not None or _TOWN_CALLED.fullmatch(gap) is not None)


def _side(place: Place, before: str, after: str) -> str | None:
    """The side of a place that the words before or behind its name narrow it to; of a land however much of it is meant
    ("most of Ostria's east").
    """
    match = _ALL_ON_A_SIDE.match(before) or _SIDE_OF.search(before) or _OWN_SIDE.match(after)
    if place.precision == "country":
        match = _OWN_SIDE.match(after) or _OWN_LAND.match(after) or match
    return side_of(match.group(1)) if match else None


def _leading(words: str) -> str:
    """Words before a name up to their last preposition: "district of" of "district of Syria's"."""
    return words[: match.end()] if (match := _TO_NAME.match(words)) else words.strip()
