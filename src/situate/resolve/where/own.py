"""Places that a report names and no gazetteer has: quarters, bases, pockets, villages; and what lies in what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from situate.model.distance import apart_km
from situate.model.place import Candidate, Place
from situate.model.span import Span
from situate.resolve.where.lands import sentences_before
from situate.resolve.where.locals import beside, named_part
from situate.resolve.where.made import LocalPlaces
from situate.resolve.where.phrases import NUMBERED, Head, Phrase, Relation, names_in, parse
from situate.resolve.where.sites import UNKNOWN, Resolution
from situate.resolve.where.spots import Spot, names_capital, spot_behind, spot_further
from situate.resolve.where.told import Told
from situate.resolve.where.toponyms import Toponym
from situate.resolve.where.within import ON_BORDER
from situate.text.names import name_key, skeleton

LOCAL = frozenset({"quarter", "base", "airport", "pocket", "camp", "crossing", "dam", "field", "hill", "site", "road"})
_UNNAMED = frozenset({"quarter", "pocket", "base", "area", "camp"})
BUILT = LOCAL - {"quarter", "pocket", "hill", "road"}
_STREETS = frozenset({"street", "square", "ward"})  # "a street of Ramla" has no name
# Whose people have villages in the lands beside: "a Serb village" says no more than who lives there.
_PEOPLES_ABROAD = frozenset({"RS", "HR", "BA", "AL", "AM", "AZ", "TR", "HU", "GE", "RU", "UZ", "TJ", "KG", "BG", "GR"})
_QUARTERS = frozenset({"neighbourhood", "neighborhood", "quarter", "ward", "street", "square"})
_OWN_NAME = r"(?:[Aa]l[- ])?[A-Z][\w'’-]+"
_NAMED_LOCAL = re.compile(
    rf"(?P<name>{_OWN_NAME}(?: (?:al-)?[A-Z][\w'’-]+){{0,3}}) "
    r"(?P<noun>neighbou?rhood|quarter|ward|camp|crossing|checkpoint)\b"
    rf"|(?P<noun2>neighbou?rhood|quarter|camp)s? of (?P<name2>{_OWN_NAME})"
)
# "The Qasour, Joura and al-Ziri neighbourhoods": the noun of the last is that of all.
_LISTED_NAME = rf"(?>{_OWN_NAME}(?: (?:al-)?[A-Z][\w'’-]+){{0,2}})"
_LISTED_LOCAL = re.compile(
    rf"(?P<names>(?:{_LISTED_NAME}(?:,? and |, )(?:the )?){{1,6}}{_LISTED_NAME})"
    r" (?:neighbou?rhood|quarter|district|ward)s\b"
)
_LISTED = re.compile(r",? and (?:the )?|, (?:the )?")
_OLD_TOWN = re.compile(r"(?:Old|New) (?:City|Town)")  # a quarter, whatever its noun
_LIES = re.compile(r",?\s*(?:which lies |located |just )?(?:(?:on|at|to) )?(?:the )?(?:[a-z-]+ )?", re.IGNORECASE)
_BESIDE = re.compile(r"\s*(?:of\s+)?(?:the\s+)?(?:refugee |military |residential |border |sub-)?")
_BY_ITSELF = frozenset({"near", "outside", "direction", "distance"})
_EDGES = re.compile(r"\b(?:edge|outskirts|fringes?|perimeter|gates?)\b")
_SOON = 60  # letters
_SOON_NAMED = 200
_SUBURB_OF = re.compile(r"\bsuburbs? of (?:the )?$", re.IGNORECASE)  # "the Ramla suburb of Zorbina"
_TOWN_OF = re.compile(
    r"\s(?:town|city|village) of (?:the )?"
)  # "the Zorbini town of Ramla" is Ramla, whoever lives there
_POSSESSIVE = re.compile(r"(?:['’]s?|s) ")  # "Ramla's Ziri", and "Ramlas Ziri", as some texts come
# What is larger than a town, and no part of the one that the text is at.
_RANGE = re.compile(
    r"\s(?:mountains|hills|heights|range|valley|canyon|gorge|forest|plateau|plains?|desert|river|lake)\b", re.IGNORECASE
)
_SEA = re.compile(r"\b(?:Sea|Ocean|Straits?|Gulf|Channel)$")  # in no one land
_OWNED = re.compile(r"['’]s $")
_COMMA = re.compile(r",\s|\s\(")
# "Ziri, a western suburb": of the town that the text is at.
_A_SUBURB = re.compile(r",\s+an?\s(?:[\w-]+\s){0,3}(?:suburb|neighbou?rhood|district|quarter)\b(?!\s(?:of|in)\b)")
_OWNS = re.compile(r"['’]s$")
_RURAL = re.compile(r"\brural $", re.IGNORECASE)
_DEED_BEHIND = re.compile(r"[”\"]?\s(?:military\s)?(?:operation|campaign|offensive)\b")
_DEED_BEFORE = re.compile(
    r"\b[Oo]perations?\s[“\"]?$|\b(?:operation|campaign|offensive)s?,?\s(?:(?:is|was)\s)?"
    r"(?:dubbed|called|named|code-?named|known as)\s[“\"]?$"
)
_NEW = re.compile(r"(?:^|\s)(?:New|Old)\s$")  # "New Ramla" is of Ramla
_IN_CITY = re.compile(
    r"\s(?:neighbou?rhood|quarter|district|street|square),?\sin\s(?:the\s)?((?:[Aa]l-)?[A-Z][\w'’-]+)\s(?:city|town)\b"
)
_CITY, _CITY_OF = re.compile(r"\s[Cc]ity\b"), re.compile(r"\bcity of $")
_COUNTRYSIDE_OF = re.compile(r"\bcountryside of (?:the )?(?:city of )?$", re.IGNORECASE)
_COUNTRYSIDE = re.compile(r"\s(?:(?:city|(?:north|south|east|west)\w*)\s)?countryside\b", re.IGNORECASE)
_THE_TOWN = re.compile(r"the\s(?:city|town)\b(?!\sof\b)", re.IGNORECASE)
_WITHIN_IT = re.compile(r"\bin\s(?:the\s)?(?:(?:state|province|region|district|department|governorate)\sof\s)?$")
# "A mosque in | Ziri", "its outpost at the village of | Ziri": the name by itself is the place's.
_IN_AT_END = re.compile(r"[a-z] (?:in|at) (?:the (?:town|village|city) of )?$")
_OPENS = re.compile(r"^\s*(?:the|its|some|several|their|this|that|an?|nearby|neighbou?ring)\s+", re.IGNORECASE)
_FAR_KM = 60.0  # a quarter lies in its town: a namesake further off is another place
_ALONE = 0.66  # share of a report's names that its country must hold before an unknown name is put there


def located(phrase: Phrase, own: Span) -> bool:
    """Whether a relation only says where a name lies ("Zorbina near Aleppo", "Zorbina on the edge of Aleppo")."""
    relation = phrase.relation
    if relation is None or relation.kind not in {"near", "edge", "outside", "direction"} or relation.start < own.end:
        return False
    if parse(own.of(phrase.text)).heads:
        return False  # print in capitals makes a name of "village of Zorbina"
    return _LIES.fullmatch(phrase.text[own.end : relation.start]) is not None


class OwnPlaces:
    """The local places of one report, made as its phrases are read."""

    def __init__(self, told: Told, places: LocalPlaces) -> None:
        self._told, self._locals = told, places

    @cached_property
    def _groups(self) -> dict[str, str]:
        """The class of each name that stands beside its noun somewhere in the text ("Qasour neighborhood")."""
        groups: dict[str, str] = {}
        for match in _NAMED_LOCAL.finditer(self._told.text):
            heads = parse(match.group("noun") or match.group("noun2")).heads
            if heads:
                groups.setdefault(name_key(match.group("name") or match.group("name2")), heads[0].group)
        text = self._told.text
        listed = any(noun in text for noun in ("hoods", "quarters", "districts", "wards"))
        for match in _LISTED_LOCAL.finditer(text) if listed else ():
            groups = {name_key(name): "quarter" for name in _LISTED.split(match["names"])} | groups
        return groups

    def read(self, span: Span, phrase: Phrase, names: list[Toponym], *, sure: bool) -> Resolution | None:
        """A place with a name that no gazetteer has, or has for another place far off; ``None`` if there is none.

        ``sure``: the phrase is known to be about a place, so that a bare name is one too.
        """
        ends = (_POSSESSIVE.match(phrase.text, name.span.end - span.start) for name in names)
        known = [
            Span(name.span.start - span.start, owns.end() if owns else name.span.end - span.start)
            for name, owns in zip(names, ends, strict=True)
        ]
        for own in names_in(phrase.text, known):
            found = self._read_own(span, phrase, own, names, sure=sure)
            if found is not None:
                return found
        return self._namesake(span, phrase, names) if 0 < len(names) <= 2 else None

    def _read_own(
        self, span: Span, phrase: Phrase, own: Span, names: list[Toponym], *, sure: bool
    ) -> Resolution | None:
        name, position = _OWNS.sub("", own.of(phrase.text).strip()), span.start + own.start
        if any(head.span == own for head in phrase.heads):
            return None  # "Part of the town": a noun that opens the sentence
        group = self._group_of(own, phrase)
        if group == "area" and phrase.relation is not None and phrase.relation.kind in _BY_ITSELF:
            group = "settlement"  # "the area of Zorbina near Ramla" is no part of it
        town = _TOWN_OF.match(phrase.text, own.end)
        called = town is not None and any(n.span.start == span.start + town.end() for n in names)
        whose = group in LOCAL and self._told.somebody(position) and not NUMBERED.search(name)
        whole = Span(position, span.start + own.end)
        if called or whose or self._is_adjective(whole, group) or _SEA.search(name) or self._of_deed(whole):
            return None  # "a checkpoint of the Lisk Front" has no name
        first = not names or position < names[0].span.start
        if group in LOCAL and (first or all(self._told.found[other].place is not None for other in names)):
            return self.named(name, group, position, names)
        if not (names and first) and _SUBURB_OF.search(phrase.text, 0, own.start):
            return self.named(name, "settlement", position, names)  # "the city's suburb of Zorbina"
        land = self._land_before(names, position) if group in ("settlement", "area") and not first else None
        land = land or (None if names else self._land_of_adjective(span, own, group))
        if land is not None:
            return self._of_land(name, group or "settlement", position, land)
        beside = group is None and located(phrase, own) and not self._told.somebody(position)
        if names and first and (beside or group in ("settlement", "area")):
            return self.named(name, group or "settlement", position, names)
        behind = self._put_behind(name, group, whole, names, span) if first and names and sure else None
        if behind is not None:
            return behind
        if names or self._told.somebody(position) or self._told.inside(whole, "adjective"):
            return None
        known = self._locals.known(name)
        region = self._told.holder_behind(Span(position, position + len(name)))
        if known is not None and (region is None or known.precision != "country"):
            return Resolution(place=known)
        if region is not None and sure:
            return self.held(name, group or "settlement", position, region)
        ends = own.end == len(phrase.text) and _IN_AT_END.search(phrase.text, 0, own.start) is not None
        alone = group in ("settlement", "area") or (sure and (ends or undetermined(phrase.text) == own.of(phrase.text)))
        return self._unplaced(name, group or "settlement", position) if alone else UNKNOWN

    def _put_behind(
        self, name: str, group: str | None, own: Span, names: list[Toponym], span: Span
    ) -> Resolution | None:
        """A name that the words behind it put in a region ("Ziri community in Varn State"), in a city, by a comma."""
        if group is None and not self._told.somebody(own.start):
            region = self._told.holder_behind(own)
            if region is not None:
                return self.held(name, "settlement", own.start, region)
            if self._in_city(own, span, names):
                return self.named(name, "quarter", own.start, names)
        return self._apposed(name, group, own, names, span)

    def _in_city(self, own: Span, span: Span, names: Sequence[Toponym]) -> bool:
        """Whether a name of the text's own is in what the words behind it call a city: "Ziri in Ramla city"."""
        text, city = self._told.text, names[0].span
        if self._told.town_behind(own.end) is None:
            return False
        return bool(_CITY.match(text, city.end, span.end) or _CITY_OF.search(text, own.end, city.start))

    def _of_deed(self, own: Span) -> bool:
        """Whether words make a name that of a deed: "the Iron Spear operation", "an operation dubbed “Iron Spear”"."""
        text = self._told.text
        return bool(_DEED_BEHIND.match(text, own.end) or _DEED_BEFORE.search(text, max(0, own.start - 40), own.start))

    def _apposed(
        self, name: str, group: str | None, own: Span, names: Sequence[Toponym], span: Span
    ) -> Resolution | None:
        """A name that no gazetteer has with what holds it behind a comma: "Ziri, Varn", "Ziri Colony, Ramla"."""
        held = self._told.found[names[0]].place
        if held is None or not _COMMA.fullmatch(self._told.text, own.end, names[0].span.start):
            return None
        if held.precision in ("region", "district"):
            return self.held(name, group or "settlement", own.start, held)
        last = held.precision == "settlement" and names[0].span.end == span.end
        return self._by(name, group or "settlement", own.start, held, apart=True) if last else None

    def _of_land(self, name: str, group: str, position: int, land: Place) -> Resolution:
        """A place that no gazetteer has, of which the words before it name the land: "Syria's village of Zorbina"."""
        known = self._locals.known(name)
        if known is not None and known.precision != "country":
            return Resolution(place=known)
        region = self._told.holder_behind(Span(position, position + len(name)))
        if region is not None or land.precision != "country":
            return self.spotted(name, position) or self.held(name, group, position, region or land)
        found = self._unplaced(name, group, position)
        there = found.place is not None and found.place.country == land.country
        return found if there else self.in_land(name, position, land)

    def _land_before(self, names: Sequence[Toponym], position: int) -> Place | None:
        """The land that the names before a place say it is in, if they say nothing else: "Syria's town of Zorbina"."""
        before = [self._told.found[name].place for name in names if name.span.start < position]
        owned = _OWNED.search(self._told.text, max(0, position - 3), position) is not None  # "Ramla's Ziri village"
        kinds = ("country", "region", "settlement") if owned else ("country", "region")
        lands = [place for place in before if place is not None and place.precision in kinds]
        return lands[-1] if lands and len(lands) == len(before) else None

    def _land_of_adjective(self, span: Span, own: Span, group: str | None) -> Place | None:
        """The land whose adjective says where a village is ("the Ostrian hamlet of Ziri"), unless a people's too."""
        inside = self._told.inside(Span(span.start, span.start + own.start), "adjective")
        lands = [place for one in inside if (place := self._told.found[one].place) is not None]
        if group != "settlement" or len(lands) != 1 or lands[0].country in _PEOPLES_ABROAD:
            return None
        return lands[0]

    def _is_adjective(self, own: Span, group: str | None) -> bool:
        """Whether a capital is that of an adjective: "a Syrian military base", "the Bosnian Muslim enclave"."""
        adjectives = self._told.inside(own, "adjective")
        whole = [a.span.end for a in adjectives] == [own.end]
        return whole or (group in _UNNAMED and bool(adjectives) and adjectives[0].span.start == own.start)

    def _group_of(self, own: Span, phrase: Phrase) -> str | None:
        """What kind of place a name of the text's own is: by the noun beside it here, or beside it elsewhere."""
        quote = phrase.text
        if _OLD_TOWN.fullmatch(own.of(quote)):
            return "quarter"
        for head in phrase.heads:
            if own.covers(head.span):
                return head.group
            gap = quote[own.end : head.span.start] if head.span.start >= own.end else quote[head.span.end : own.start]
            if _BESIDE.fullmatch(gap):
                return head.group
        return self._groups.get(name_key(own.of(quote)))

    def _namesake(self, span: Span, phrase: Phrase, names: list[Toponym]) -> Resolution | None:
        """A quarter or a hill whose name the gazetteer has only far from the town that the text is at."""
        name, place = names[0], self._told.found[names[0]].place
        head = self._noun_of(name, span, phrase)
        if head is None or _NEW.search(phrase.text, 0, name.span.start - span.start):
            return None
        home = self._told.country()
        within = self._told.container(names[1:])
        holder = within or self._opened(span.start)
        of_town = head.noun == "district" and holder is not None and holder.precision == "settlement"
        quarter = head.group == "hill" or ((head.noun in _QUARTERS or of_town) and not head.plural)
        before = self._locals.known(name.name) if quarter else None
        if before is not None and before.precision == "part":
            return Resolution(place=before)
        if place is not None and place.id.startswith("supplement:"):
            return None
        if place is not None and any(self._told.found[n].place == self._told.land(place.country) for n in names[1:]):
            return None  # "Ramla airport in Ostria" is in Ostria, whatever the report is about
        lands = {home, *(held.country for held in (within, holder) if held is not None)} - {None}
        strange = place is None or any(land != place.country for land in lands)
        if place is not None and within is None and head.group in BUILT and self._told.names_land_of(name):
            return None  # "the Engels air base", in a report that tells of other places there
        if not quarter and not (strange and head.group in BUILT and not head.plural):
            return None
        if place is not None and place.precision != "settlement" and not (quarter and strange):
            return None  # a neighbourhood is no province of another land that bears its name
        besides = place.id if place is not None else None
        wide = _RANGE.match(self._told.text, name.span.end)
        if wide is not None and head.group == "hill" and place is not None and place.precision == "country":
            called = f"{name.name}{wide.group()}"  # "the Jordan Valley": larger than a town, and no part of a land
            return self.named(called, "hill", name.span.start, names[1:])
        town = within or self._opened(span.start) or self._told.settlement(span.start, besides=besides)
        if town is None or (place is not None and (apart_km(place, town) or 0.0) < _FAR_KM):
            return None
        group = head.group if head.group in BUILT | {"hill"} else "quarter"
        return self.named(name.name, group, name.span.start, names[1:], town)

    def _noun_of(self, name: Toponym, span: Span, phrase: Phrase) -> Head | None:
        """The noun that says what a name of a phrase is the name of: "Ziri hospital", "the eastern quarter of Ziri"."""
        noun = noun_after(self._told.text, name, span, phrase)
        if noun is None and re.fullmatch(
            r"(?:the )?(?:\w+[ -]){0,3}\w+ of ", self._told.text[span.start : name.span.start]
        ):
            noun = phrase.heads[0] if phrase.heads and phrase.heads[0].noun not in _STREETS else None
        return noun

    def named(
        self, name: str, group: str, position: int, names: list[Toponym], town: Place | None = None
    ) -> Resolution:
        """A place with a name of its own, by ``town``, or by that which its phrase or the text around it names."""
        known = self._locals.known(name)
        region = self._told.holder_behind(Span(position, position + len(name)))
        here = self._container(names) or region or self._told.town_behind(position + len(name))
        if here is None and group == "quarter" and (other := _IN_CITY.match(self._told.text, position + len(name))):
            city = self._locals.known(other[1])  # in no other town
            return self._by(name, group, position, city, apart=False) if city is not None else UNKNOWN
        here = here or (self._told.town_after_comma(position + len(name)) if group == "site" else None)
        if known is not None and (here is None or known.precision != "country"):
            return Resolution(place=known)
        spotted = self.spotted(name, position) if group != "quarter" else None
        if spotted is not None:
            return spotted
        parent = here or town or self._opened(position)
        wide = (_RANGE.match(self._told.text, position + len(name)) or _RANGE.search(name)) is not None
        parent = parent or (None if wide else self._by_country(position, names)) or self._told.headed_land(position)
        parent = parent or (self._told.land(self._told.country(_ALONE)) if wide else None)
        if parent is None:
            return UNKNOWN
        return self._by(name, group, position, parent, apart=group == "settlement")

    def _container(self, names: Sequence[Toponym]) -> Place | None:
        """The first place of some names that is smaller than a country; of "rural Ramla" the land around it.

        That is the region of a town which it is called after; another's countryside is near the town.
        """
        place = self._told.container(names)
        first = next((name for name in names if self._told.found[name].place == place), None)
        if place is None or first is None or place.precision != "settlement" or not place.admin1:
            return place
        text, start, end = self._told.text, first.span.start, first.span.end
        region = self._told.by_id(f"region:{place.admin1}")
        if region is None or _RURAL.search(text, max(0, start - 10), start):
            return region or place
        around = _COUNTRYSIDE_OF.search(text, max(0, start - 30), start) or _COUNTRYSIDE.match(text, end)
        return region if around and skeleton(region.name) == skeleton(place.name) else place

    def _by(self, name: str, group: str, position: int, town: Place, *, apart: bool) -> Resolution:
        """A place with a name of its own by a town; ``apart``: no part of it, unless put on its edge."""
        end = position + len(name)
        on_the_edge = _EDGES.search(self._told.text, end, end + _SOON) is not None
        made = beside(name, town) if apart and not on_the_edge else named_part(name, group, town)
        return self._made(position, group, made, f"a {group} by {town.name}")

    def spotted(self, name: str, position: int) -> Resolution | None:
        """A name that no gazetteer has where the words behind it say that it lies ("Ziri, 30 km south of Ostry")."""
        end = position + len(name)
        spot = spot_behind(self._told.text, end, self._town_at)
        spot = spot or spot_further(self._told.text, end, self._told.last_town(position))
        if spot is None:
            return None
        reason = f"told to be {spot.words} {spot.anchor.name}"
        return self._made(position, "settlement", spot.called(name), reason)

    def _town_at(self, position: int) -> Place | None:
        """The town that words at a position name, or mean by "the capital" or "the city"."""
        if (named := self._told.town_at(position)) is not None:
            return named
        if _THE_TOWN.match(self._told.text, position) is not None:
            return self._told.settlement(position)
        words = names_capital(self._told.text, position)
        if words is None:
            return None
        lands = self._told.adjectives(words)
        return self._told.capitals.get((lands[0].country if lands else self._told.country_here(position)) or "")

    def _opened(self, position: int) -> Place | None:
        """What the sentence opens with, unless the text is at a town in it ("In Ostria, … in Lisk … the Ziri camp")."""
        place, town = self._told.opened_with(position), self._told.settlement(position)
        if place is None or town is None or place.precision == "settlement":
            return place
        inside = town.country == place.country and place.precision in ("country", "region")
        inside = inside and (place.precision == "country" or town.admin1 == place.admin1)
        return None if inside else place

    def _by_country(self, position: int, names: list[Toponym]) -> Place | None:
        """The town that the text is at, or the country that the phrase names, where the town is not in it."""
        town = self._told.settlement(position)
        home = self._told.land(town.country) if town is not None else None
        if town is not None and home is not None and not self._told.named_until(town, position + _SOON_NAMED):
            return home  # a town that is named later on only: "the Ziri airport … a ticket to Ramla"
        lands = [place for name in names if (place := self._told.found[name].place) and place.precision == "country"]
        abroad = bool(lands) and (town is None or town.country != lands[-1].country)
        return lands[-1] if abroad else town

    def _abroad(self, position: int, home: str | None) -> str | None:
        """The other land in a region of which a sentence is, before a name, where it names no place at home."""
        text, start = self._told.text, sentences_before(self._told.text, position)[1]
        here = [s for s in self._told.sites if start <= s.toponym.span.start < position and s.toponym.form == "name"]
        lands = {site.place.country for site in here}
        regions = [s.toponym.span.start for s in here if s.place.precision == "region"]
        there = any(_WITHIN_IT.search(text, max(start, at - 24), at) for at in regions)
        return lands.pop() if len(lands) == 1 and there and home not in lands else None

    def _unplaced(self, name: str, group: str, position: int) -> Resolution:
        """A name that no gazetteer has: by the town that the words after it give, else in the report's country."""
        spotted = self.spotted(name, position)
        if spotted is not None:
            return spotted
        by = self._told.nearby(position)
        if by is not None:
            near = Relation(kind="near", words="near", start=0, end=0)
            made = Spot(anchor=by, relation=near).called(name)
            return self._made(position, group, made, f"a {group} by {by.name}")
        ends = (match.end() for match in re.finditer(rf"\b{re.escape(name)}\b", self._told.text))
        inside = next((town for end in ends if (town := self._told.town_behind(end)) is not None), None)
        if inside is None and _A_SUBURB.match(self._told.text, position + len(name)):
            inside = self._told.last_town(position)
        if inside is not None and not name.isupper():
            return self._made(position, group, named_part(name, group, inside), f"told to be in {inside.name}")
        town = self._told.beside(position + len(name))
        if town is not None and not name.isupper():
            return self._by(name, group, position, town, apart=group in ("settlement", "area"))
        told = self._told.country_behind(Span(position, position + len(name)))
        told = told or self._told.opened_with(position) or self._told.headed_land(position)
        home = self._told.home(_ALONE)
        country = told or self._told.land(self._abroad(position, home) or home)
        border = ON_BORDER.match(self._told.text, position + len(name))
        if border is not None and country is not None and self._told.land_at(border.end()) == country:
            return UNKNOWN  # "on the border with Ostria": it is across it
        if country is None or name.isupper() or not 3 <= len(name) <= 40:
            return UNKNOWN
        about = "it is told to be in" if told is not None else "the report is about"
        reason = f"no gazetteer has it; {about} {country.name}"
        made = beside(name, country) if group == "settlement" else named_part(name, group, country)
        return self._made(position, group, made, reason)

    def held(self, name: str, group: str, position: int, region: Place) -> Resolution:
        """A name that no gazetteer has in the region that its words put it in."""
        return self._made(position, group, named_part(name, group, region), f"a {group} in {region.name}")

    def in_land(self, name: str, position: int, land: Place) -> Resolution:
        """A name that no gazetteer has in the country that its words put it in."""
        return self._made(position, "settlement", beside(name, land), f"it is told to be in {land.name}")

    def _made(self, position: int, group: str, place: Place, reason: str) -> Resolution:
        self._locals.remember(position, group, place)
        return Resolution(place=place, candidates=(Candidate(place=place, score=0.5, reasons=(reason,)),))


def noun_after(text: str, name: Toponym, span: Span, phrase: Phrase) -> Head | None:
    """The noun right behind a name in its phrase: "Qamishli airport"."""
    for head in phrase.heads:
        start = span.start + head.span.start
        gap = text[name.span.end : start]
        if start >= name.span.end and re.fullmatch(r"(?:['’]s)?\s(?:military |air |main |refugee |sub-)?", gap):
            return head
    return None


def undetermined(words: str) -> str:
    """The words without what opens them ("the", "its", "some")."""
    return _OPENS.sub("", words).strip()
