"""Phrases about places, read against the names of their report: heads, containers, relations, parts, antecedents.

A phrase is read from the left: a relation ("west of") goes to the place after it; a name is the head unless it only
holds the next one ("Syria's Idlib province"); a noun with a name of its own that no gazetteer has becomes a local place
of the settlement it stands by; a description without a name ("the city") points back, or stays unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from situate.model.distance import apart_km
from situate.model.place import Candidate, Place
from situate.model.span import Span
from situate.resolve.where.borders import at_border
from situate.resolve.where.heads import HeadNames
from situate.resolve.where.locals import on_border, related, side_part, some_part, unnamed_part
from situate.resolve.where.made import LocalPlaces
from situate.resolve.where.own import BUILT, LOCAL, OwnPlaces, located, undetermined
from situate.resolve.where.phrases import (
    HELD_SIDE,
    HOW_MANY,
    NUMBERED,
    Phrase,
    Relation,
    names_in,
    parse,
    part_words,
    side_of,
)
from situate.resolve.where.pockets import Pockets
from situate.resolve.where.pointing import Pointing
from situate.resolve.where.pronouns import Pronouns
from situate.resolve.where.sites import DESCRIPTION, PlaceMention, Resolution, or_description
from situate.resolve.where.told import Told
from situate.resolve.where.toponyms import Toponym, surroundings
from situate.text.casing import lowered
from situate.text.names import name_key

# Where something goes, which is not where it is: "buses from the towns | to Ramla", no "the towns to the west".
_AHEAD = re.compile(r"\s(?:to|into|towards?)\s(?!the\b)")
# Between a name and the border that it lies by.
_BY_THE = re.compile(
    r"(?:\s+[a-z]+){0,2}?,?\s+(?:right\s+|just\s+)?"
    r"(?:near|on|along|by|at|close to|next to|not far from|inside|across|over)\s+"
    r"(?:(?:the|its|their)\s+)?(?:[^\W\d_][\w’'-]*\s+){0,3}",
)
_INSIDE = re.compile(
    r"\s(?:of|in|inside|at|within|from|across|throughout|into)\s+(?:the\s+(?!(?:north|south|east|west)))?",
    re.IGNORECASE,
)
_SIDE_AT_END = re.compile(
    r"(?:['’]s|(?:country|city)s)\s+(?:far\s+)?((?:north|south|east|west)[\w-]*)\s*$", re.IGNORECASE
)
# "Two pockets are left: one in | the city's west": the words that stand for one of what was told before.
_ONE_OF_THEM = re.compile(r"\b(?:one|another|the (?:first|second|third|other)) (?:in|to|on|at) $")
# "Base 12—a small army base on | the outskirts of Ramla": the relation only says where the place with a name lies.
_APPOSED = re.compile(
    r"(?P<name>[A-Z][\w’'-]*(?: [A-Z0-9][\w’'-]*){0,3})(?:\s?[—–]\s?|, | - )an? (?:[\w’'-]+ ){0,4}"
    r"(?:base|airbase|airfield|airport|camp|barracks|depot|garrison|checkpoint|outpost|stronghold) "
    r"(?:that lies |which lies |lying |located |just )?(?:on|at|by|near|in) $"
)
# "The rebel-held east": of what was told before ("the west of the city", "eastern districts of Ramla").
_BARE_SIDE = re.compile(
    r"(?i:the|its)\s(?:[\w]+-(?:held|controlled|run)\s)?((?:north|south)(?:-?(?:east|west))?|east|west)(?:ern part)?"
)
_ITS = re.compile(r"(?:its|their)\b", re.IGNORECASE)
_THE_EDGE = re.compile(r"the\s(?:(?:immediate|(?:north|south|east|west)[\w-]*)\s)?(?:outskirts|suburbs)", re.IGNORECASE)
_OWNER = re.compile(r"(.*?\b(?:city|town|village|capital))(?:['’]s?|s)\s", re.IGNORECASE)
_BORDER = re.compile(r"\b(?:border|frontier|boundary)", re.IGNORECASE)
_ON_SIDE = re.compile(r"\bside\s+of\s+the\b", re.IGNORECASE)  # "the Syrian side of the Iraqi border"
_ACROSS_FROM = re.compile(r"(?:just |right )?across (?:the )?(?:[a-z]+ )?from\b", re.IGNORECASE)
_WHOSE_SIDE = re.compile(r"\s(?:side|bank|banks|shore|shores|part|waters)\sof\s(?:the\s)?(?=[A-ZÀ-ÖØ-Þ])")
_FRONT_IN = re.compile(r"\s(?:in|of|inside)\s(?:the\s)?(?=[A-ZÀ-ÖØ-Þ])")
_SOIL = re.compile(r"\b(?:soil|side|mainland|homeland)\b", re.IGNORECASE)
_KM_BEFORE = re.compile(
    rf"\b{HOW_MANY}\s?(?:km|kilomet(?:er|re)s?|(?:nautical )?miles?|mi)\s+(?:to the )?$", re.IGNORECASE
)
_WHICH = re.compile(r",?\s(?:which|where|that)\b")
_BESIDE_AT_END = re.compile(r"\b(?:outside|near)\s(?:of\s)?$")
_SIDE_FIRST = re.compile(r"(?:north|south|east|west)[\w-]*\s+of\b", re.IGNORECASE)
# "Lisk - | Ostry road": the phrase is cut from the name of a road.
_ROAD_AT_END = re.compile(r"^[A-ZÀ-ÖØ-Þ].*\s(?i:road|highway|motorway|corridor|route)$")
_OTHER_END = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’ʿ-]*(?:\s[A-ZÀ-ÖØ-Þ][\w'’ʿ-]*){0,2}\s?[-‑–—/]\s?$")
# "The Ramla-Ostry highway | near Lisk", "the road from Ramla to Ostry | south of Lisk": what says where on it.
_ON_ROAD = re.compile(
    r"\b(?:road|highway|motorway|route)\b.*?"
    r"\s(?=(?:near|outside|close to|in|at|(?:just |\d+ ?km )?(?:north|south|east|west)[\w-]* of)\s"
    r"(?:the (?:town|village|city) of )?[A-ZÀ-ÖØ-Þ])"
)
_KIND_AT_END = re.compile(r"\b(?:city|town|village|province|governorate|district|region|suburb|oblast)$")
# "The city of two million": how many live there, and no name.
_OF_SO_MANY = re.compile(
    r"\sof\s(?:(?:about|around|some|nearly|almost|roughly|over|more\sthan|an\sestimated)\s)?(?:\d[\d.,]*|[a-z]+)"
    r"(?:\s(?:hundred|thousand|million)|(?<=\d))(?:\s(?:people|inhabitants|residents|souls))?$",
    re.IGNORECASE,
)
# "Between | the city and Ramla", "from Ramla to | the town": an end of a road that is told of before.
_TOLD_END = re.compile(
    r"\b(?:the|this|that)\s(?:(?:besieged|embattled|stricken)\s)?(?:city|town|village|capital)\b"
    r"(?!\s(?:of|called|named|in|near)\b)",
    re.IGNORECASE,
)
# "The airport | at Ramla", "the base | outside Ramla": of the town that the next words name.
_FACILITY = re.compile(r"the (?:[a-z]+ ){0,2}(?:airport|air ?base|airfield|base|barracks|dam|port|prison|refinery)")
_AT_NAME = re.compile(r"\s(?:at|in|of|outside|near)\s(?:the\s(?:city|town|village)\sof\s)?")
# "The Ziri crossing | between Ostria and Varn": the lands only say on which border it is.
_CROSSING = re.compile(
    r"((?:the\s)?[A-ZÀ-ÖØ-Þ][\w'’-]*(?:[\s-][\w'’-]+){0,2}?\s(?:border\s)?(?:crossing|gate|checkpoint|bridge))\sbetween\s"
)
_EXACT = frozenset({"settlement", "part", "relative", "point"})
_WHOLE = frozenset({"settlement", "capital", "region", "country"})  # what is one by itself, wherever it lies
# "Ziri village in | the countryside of Ramla", "Ziri in | rural Ramla", "Ziri in | Ramla countryside".
_IN_LAND = re.compile(
    r"(?:\s(?:town|village|hamlet|city|area|farm|settlement|district|sub-?district))?,?\s(?:in|on|at)\s(?:the\s)?"
    r"(?:(?:north|south|east|west)[\w-]*\s)?",
    re.IGNORECASE,
)
_IN_NAME = re.compile(r"\s(?:on|at|in|near)\s([A-ZÀ-ÖØ-Þ][\w'’-]+(?:\s[A-ZÀ-ÖØ-Þ][\w'’-]+){0,2})")
_BY_NAME = re.compile(
    r"\s(?:overlooking|above|around|near|outside|of|in|at|between|from|linking|connecting|leading\s(?:in)?to"
    r"|(?:north|south)?-?(?:north|south|east|west)\sof)\s(?:the\s(?:city|town|village)\sof\s)?"
)
_TO_OTHER = re.compile(r"\s(?:to|and|with)\s")
_OF_NAME = re.compile(r"\sof\s(?:the\s)?")
_FAR_KM = 500.0
_BEFORE = 90  # letters before a phrase that can say what it is the place of
_DEEPEST = 3  # phrases inside of phrases
_SOMEBODY = frozenset({"he", "she", "him", "her", "his", "hers", "they", "them", "i", "we", "us", "you", "who", "whom"})


class PhraseReader:
    """Reads the phrases of one report, which remembers the local places that they made."""

    def __init__(self, told: Told, refs: Mapping[str, Resolution]) -> None:
        self._told = told
        self._refs = refs
        self._locals = LocalPlaces(told)
        self._own = OwnPlaces(told, self._locals)
        self._heads = HeadNames(told, self._locals, self._own)
        self._pockets = Pockets(told, self._locals)
        self._pronouns = Pronouns(told)
        self._pointing = Pointing(told, self._locals, self._pronouns)

    def read_all(self, mentions: Sequence[PlaceMention]) -> tuple[Resolution, ...]:
        """The resolutions of ``mentions``, in the order given; they are read in the order of the text.

        Of two that begin alike the longer comes first, which may say where it is ("the Ziri base in Ramla").
        """
        order = sorted(range(len(mentions)), key=lambda n: (mentions[n].span.start, -mentions[n].span.end))
        done = {place: self.read(mentions[place]) for place in order}
        return tuple(self._locals.as_known(done[n], one.span.of(self._told.text)) for n, one in enumerate(mentions))

    def same_area(self) -> tuple[tuple[str, str, str], ...]:
        """Pairs of ids of local places that the text puts at one spot, with the words."""
        return tuple(self._pockets.same_area())

    def read(self, mention: PlaceMention) -> Resolution:
        """The resolution of one phrase."""
        somebody = mention.span.of(self._told.text).casefold() in _SOMEBODY
        known = self._by_ref(mention.ref) if mention.ref is not None and not somebody else None
        found = known or self._phrase(mention.span, depth=0, sure=mention.sure)
        if mention.ref is None and self._by_unknown(mention.span):
            return DESCRIPTION
        longer = self._goes_on(mention.span) if mention.ref is None else None
        if longer is not None and (mention.sure or found.place is not None):
            whole = self._phrase(longer, depth=0, sure=True)
            found = whole if whole.place is not None and whole.place.precision in _EXACT else found
        if found.reason == "pronoun" and mention.sure:
            found = self._pronouns.pointed_at(mention.span) or found
        if mention.sure and found.place is not None:
            self._pronouns.read.append((mention.span, found.place))
        return found

    def _by_ref(self, ref: str) -> Resolution | None:
        """What the antecedent's words mean: the phrase as it was read, a local place, or a name of the gazetteer."""
        bare = undetermined(ref)
        if " " in bare:  # "it" is the whole road, not the first town that its words name
            read = self._pronouns.read_as(ref)
            if read is not None:
                return Resolution(place=read)
        local = self._locals.known(bare)
        if local is not None:
            return Resolution(place=local)
        names = [bare, *(span.of(ref) for span in names_in(ref, []))]
        results = [self._refs.get(name_key(name)) for name in names]
        return next((result for result in results if result is not None and result.place is not None), None)

    def _phrase(self, span: Span, depth: int, *, sure: bool = True) -> Resolution:
        span = self._whole(span) if depth == 0 else span
        quote = span.of(self._told.text)
        so_many = _OF_SO_MANY.search(quote)
        if so_many is not None:
            span = Span(span.start, span.start + so_many.start())
            quote = span.of(self._told.text)
        phrase = parse(quote)
        if phrase.pronoun:
            return Resolution(reason="pronoun")
        meant = (self._told_of_another(span, phrase) or self._pronouns.here(span, phrase)) if depth == 0 else None
        if meant is not None:
            return meant
        if not quote.strip() or depth > _DEEPEST:
            return DESCRIPTION
        names = self._told.inside(span, "name")
        if _ACROSS_FROM.match(quote):
            return DESCRIPTION  # on this side of it
        land = self._on_whose_side(span, names)
        if land is not None:
            return Resolution(place=land)
        if not names and (self._is_actor(span, quote) or self._of_actors(span, phrase)):
            return Resolution(reason="not_a_place")
        spot = self._on_road(span, quote, names, depth)
        if spot is not None:
            return spot
        return self._named_or_described(span, phrase, names, depth, sure=sure)

    def _named_or_described(
        self, span: Span, phrase: Phrase, names: list[Toponym], depth: int, *, sure: bool
    ) -> Resolution:
        quote = phrase.text
        if (crossing := _CROSSING.match(quote)) is not None:
            return self._phrase(Span(span.start, span.start + crossing.end(1)), depth + 1, sure=sure)
        if phrase.relation is not None and not self._headed(span, phrase, names):
            return self._related(span, phrase, phrase.relation, depth)
        if phrase.ellipsis:
            return self._pockets.ellipsis(span, phrase)
        if (numbered := NUMBERED.search(quote)) is not None:
            return self._own.named(numbered.group(), "base", span.start, [])
        named = self._own.read(span, phrase, names, sure=sure)
        if named is not None:
            return named
        ahead = _AHEAD.search(quote) if names and phrase.heads else None
        if ahead is not None and phrase.heads[0].group == "settlement" and phrase.heads[0].span.end == ahead.start():
            before = Span(span.start, span.start + ahead.start())
            return self._described(before, parse(quote[: ahead.start()]), depth)
        if names:
            return self._heads.read(span, phrase, names)
        return self._sided(quote, self._described(span, phrase, depth))

    def _whole(self, span: Span) -> Span:
        """A phrase with what stands right before it: the distance ("100 km | north of …"), "outside", "near".

        Or the whole name that it is cut from, and the name that its last noun is of ("the Russian city | of Sochi").
        """
        text = self._told.text
        sided = _SIDE_FIRST.match(text, span.start) is not None
        before = _KM_BEFORE.search(text[max(0, span.start - 30) : span.start]) if sided else None
        if before is not None:
            return Span(span.start - len(before.group()), span.end)
        beside = _BESIDE_AT_END.search(lowered(text[max(0, span.start - 30) : span.start]))
        told_itself = _WHICH.match(text, span.end) is not None  # "near Ramla, which the army holds"
        if beside is not None and not told_itself and self._told.inside(span, "name"):
            return Span(span.start - len(beside.group()), span.end)
        whole = self._told.name_around(span) or span
        road = _ROAD_AT_END.search(span.of(text)) is not None
        other_end = _OTHER_END.search(text[max(0, span.start - 40) : span.start]) if road else None
        if other_end is not None:
            return Span(span.start - len(other_end.group()), span.end)
        held = HELD_SIDE.search(text, max(0, span.start - 40), span.start) if sided else None
        if held is not None:  # "the rebel-held | east of the city" lies in it
            return Span(held.start(), span.end)
        named = _OF_NAME.match(text, whole.end) if _KIND_AT_END.search(lowered(whole.of(text))) else None
        if named is None and _FACILITY.fullmatch(text, whole.start, whole.end) is not None:
            named = _AT_NAME.match(text, whole.end)
        name = self._told.name_at(named.end()) if named is not None else None
        return Span(whole.start, name.end) if name is not None else whole

    def _goes_on(self, span: Span) -> Span | None:
        """A description with the name that the words right behind it put it by: "the hills | overlooking Ramla"."""
        by = _BY_NAME.match(self._told.text, span.end) if self._is_thing(span) else None
        name = self._told.name_at(by.end()) if by is not None else None
        if name is None:
            return None
        other = _TO_OTHER.match(self._told.text, name.end)
        end = self._told.name_at(other.end()) if other is not None else None
        return Span(span.start, (end or name).end)

    def _is_thing(self, span: Span) -> bool:
        """Whether a phrase tells of a thing without a name ("the base"), which is no town or land by itself."""
        phrase = parse(span.of(self._told.text))
        named = bool(self._told.inside(span, "name")) or bool(names_in(phrase.text, []))
        return bool(phrase.heads) and phrase.heads[-1].group not in _WHOLE and not named

    def _by_unknown(self, span: Span) -> bool:
        """Whether the words right behind a thing put it by a name that nobody knows: "the base | on Zorba Hill"."""
        by = _IN_NAME.match(self._told.text, span.end) if self._is_thing(span) else None
        if by is None or self._told.name_at(by.start(1)) is not None:
            return False
        known = self._locals.known(by[1]) is not None or by[1].casefold() in surroundings()["calendar"]
        return not known and not self._told.somebody(by.start(1))

    def _told_of_another(self, span: Span, phrase: Phrase) -> Resolution | None:
        """What a phrase is of that only says where something lies: one of several pockets, a base with a name."""
        text = self._told.text
        before = text[max(0, span.start - _BEFORE) : span.start]
        left_out = _ONE_OF_THEM.search(lowered(before))
        if left_out is not None:
            whole = Span(span.start - len(left_out.group()), span.end)
            relation = phrase.relation
            side = phrase.direction or (relation.side if relation is not None and relation.km is None else None)
            found = self._pockets.ellipsis(whole, replace(phrase, direction=side))
            return found if found.place is not None else None
        apposed = _APPOSED.search(before) if phrase.relation is not None else None
        local = self._locals.known(apposed["name"]) if apposed is not None else None
        return Resolution(place=local) if local is not None else None

    def _on_whose_side(self, span: Span, names: list[Toponym]) -> Place | None:
        """The country on whose side of a lake, a river or a strait a phrase is: "the Ostrian side of Lake Varn"."""
        adjectives = self._told.inside(span, "adjective")
        side = _WHOSE_SIDE.match(self._told.text, adjectives[-1].span.end, span.end) if adjectives else None
        land = self._told.found[adjectives[-1]].place if side is not None else None
        if land is None or side is None or _BORDER.search(self._told.text, side.end(), span.end):
            return None
        named = [self._told.found[name].place for name in names if name.span.start >= side.end()]
        if any(place is not None and place.country == land.country for place in named):
            return None  # "the Ostrian part of Lisk" is no more than Lisk
        return some_part(undetermined(Span(span.start, side.end()).of(self._told.text)), land)

    def _is_actor(self, span: Span, quote: str) -> bool:
        """Whether a phrase is a known actor's name and nothing else."""
        first = span.end - len(undetermined(quote))
        return self._told.somebody(first) and self._told.somebody(span.end - 1)

    def _of_actors(self, span: Span, phrase: Phrase) -> bool:
        """Whether what looks like nouns for places are words of actors' names: "Islamic State organizations"."""
        heads = [span.start + head.span.start for head in phrase.heads]
        return bool(heads) and all(self._told.somebody(head) for head in heads)

    def _sided(self, quote: str, result: Resolution) -> Resolution:
        """ "the city's west": the side of what the description means."""
        match = _SIDE_AT_END.search(quote)
        side = side_of(match.group(1)) if match else None
        return replace(result, place=side_part(side, result.place)) if side and result.place else result

    def _on_road(self, span: Span, quote: str, names: list[Toponym], depth: int) -> Resolution | None:
        """Where on a road between two places it was, if the phrase says so; a region that the road is in does not."""
        spot = _ON_ROAD.search(quote)
        if spot is None or sum(name.span.start < span.start + spot.end() for name in names) < 2:
            return None
        found = self._phrase(Span(span.start + spot.end(), span.end), depth + 1)
        exact = found.place is not None and found.place.precision in ("settlement", "part", "relative", "point")
        return found if exact else None

    def _headed(self, span: Span, phrase: Phrase, names: list[Toponym]) -> bool:
        """Whether a name stands before the relation, which then only locates it ("Tiyas airfield near Palmyra")."""
        relation = phrase.relation
        if relation is not None and relation.kind == "border":
            return self._beside_border(span, relation, names)
        if relation is not None and relation.words.casefold() == "suburb of" and not names:
            return bool(names_in(phrase.text[relation.end :], []))  # "the city's suburb of Ziri": what it is called
        if relation is None or relation.kind in ("road", "between"):
            return False
        if relation.kind == "edge" and names and self._in_land_around(span, phrase, relation, names):
            return True
        before = phrase.text[: relation.start]
        if self._in_land_by_town(span, relation, names):
            return False
        if NUMBERED.search(before) or any(name.span.start < span.start + relation.start for name in names):
            return True
        own = names_in(before, [])
        local = bool(phrase.heads) and phrase.heads[0].group in LOCAL
        placed = bool(own) and located(phrase, own[-1]) and not self._told.somebody(span.start + own[-1].start)
        return placed or (bool(own) and local)

    def _in_land_around(self, span: Span, phrase: Phrase, relation: Relation, names: list[Toponym]) -> bool:
        """Whether the land around a town only says where a place with a name lies: "Ziri in the Ramla countryside"."""
        known = [Span(name.span.start - span.start, name.span.end - span.start) for name in names]
        at = relation.start
        if relation.end == 0:  # the words stand behind the name of the town
            whose = [name for name in known if name.end < phrase.text.rindex(relation.words)]
            at = whose[-1].start if whose else 0
        before = [own for own in (*names_in(phrase.text[:at], known), *known) if own.end < at]
        last = max(before, key=lambda own: own.end, default=None)
        return last is not None and _IN_LAND.fullmatch(phrase.text, last.end, at) is not None

    def _in_land_by_town(self, span: Span, relation: Relation, names: list[Toponym]) -> bool:
        """Whether only wide land is named before a relation to a town: "eastern Ostria near the city of Ramla"."""
        at = span.start + relation.start
        before = [self._told.found[name].place for name in names if name.span.start < at]
        after = [self._told.found[name].place for name in names if name.span.start >= at]
        wide = [place is not None and place.precision in ("country", "region") for place in before]
        town = bool(after) and after[0] is not None and after[0].precision == "settlement"
        return bool(wide) and all(wide) and town and relation.kind in ("near", "outside", "distance", "direction")

    def _beside_border(self, span: Span, relation: Relation, names: list[Toponym]) -> bool:
        """Whether the border only says where a place with a name lies: "Kobane on the border with Turkey"."""
        at = span.start + relation.start
        before = [name for name in names if name.span.end <= at]
        place = self._told.found[before[-1]].place if before else None
        if place is None or place.precision in ("country", "part"):
            return False
        return _BY_THE.fullmatch(self._told.text, before[-1].span.end, at) is not None

    def _related(self, span: Span, phrase: Phrase, relation: Relation, depth: int) -> Resolution:
        names = self._told.inside(span, "name")
        inside = _FRONT_IN.search(phrase.text, relation.start) if relation.kind == "front" else None
        if inside is not None:  # "the Ziri front in Ramla" is somewhere in Ramla, whatever town is called so
            city = self._phrase(Span(span.start + inside.end(), span.end), depth + 1).place
            return DESCRIPTION if city is None else Resolution(place=some_part(phrase.text[: inside.start()], city))
        after = [name for name in names if name.span.start >= span.start + relation.end] or names
        adjectives = self._told.adjectives(span)
        start = span.start + relation.end
        own = relation.kind not in ("road", "between", "border") and relation.end > 0
        if after and own and names_in(self._told.text[start : after[0].span.start], []):
            base = self._phrase(Span(start, span.end), depth + 1)  # "near Ziri (Varn region)"
        elif after:
            base = self._heads.read(Span(after[0].span.start, span.end), parse(""), after)
        elif adjectives and (relation.kind == "border" or _BORDER.search(phrase.text)):
            base = Resolution(place=adjectives[0])
        elif relation.kind == "edge" and relation.end == 0:
            base = self._whose_edge(span, phrase, relation, depth)
        else:
            base = self._phrase(Span(span.start + relation.end, span.end), depth + 1)
        if base.place is None:
            return replace(base, reason=base.reason or "description")
        if relation.kind == "border" and base.place.precision == "part":
            return base  # a crossing that has a name
        if base.place.precision == "country" and _BORDER.search(phrase.text):
            side = _ON_SIDE.search(phrase.text)
            if side is not None and len(adjectives) > 1 and adjectives[0].id != adjectives[-1].id:
                return replace(base, place=on_border(adjectives[0], adjectives[-1]))
            return at_border(self._told, base, base.place, span)
        if relation.kind == "road" and relation.end == 0:  # its ends are the names before its noun, if it has any there
            noun = span.start + phrase.text.rfind(relation.words)
            after = [name for name in after if name.span.end <= noun] or after
        told = self._told.found[after[1]].place if len(after) > 1 else None
        other = told if len(after) > 1 else self._told_end(span, phrase, relation, base.place)
        if relation.kind == "road" and relation.end == 0 and other is None:
            return base  # "the al-Bab road": the dash is within a name
        return replace(base, place=related(*self._ends(span.start, base.place, relation, other)))

    def _ends(
        self, position: int, one: Place, relation: Relation, other: Place | None
    ) -> tuple[Place, Relation, Place | None]:
        """The ends of a road; of two in lands far apart only the one where the text is: the other is a namesake."""
        far = other is not None and one.country != other.country and (apart_km(one, other) or 0.0) > _FAR_KM
        land = self._told.headed_land(position) or self._told.land(self._told.country())
        if other is None or not far or land is None or land.country not in {one.country, other.country}:
            return one, relation, other
        return (one if one.country == land.country else other), relation, None

    def _told_end(self, span: Span, phrase: Phrase, relation: Relation, end: Place) -> Place | None:
        """The other end of a road whose one end has a name: "between the city and Ramla"."""
        if relation.kind not in ("road", "between") or _TOLD_END.search(phrase.text, relation.end) is None:
            return None
        return self._told.settlement(span.start, besides=end.id)

    def _whose_edge(self, span: Span, phrase: Phrase, relation: Relation, depth: int) -> Resolution:
        """What "the city's outskirts" and "its eastern suburbs" lie around."""
        if _ITS.match(phrase.text):
            town = self._pronouns.town_before(span)
            return Resolution(place=town[1]) if town is not None else DESCRIPTION
        if _THE_EDGE.fullmatch(phrase.text):  # of the town that the text is at
            return or_description(self._told.settlement(span.start))
        owner = _OWNER.match(phrase.text, 0, phrase.text.index(relation.words))
        return self._phrase(Span(span.start, span.start + owner.end(1)), depth + 1) if owner else DESCRIPTION

    def _described(self, span: Span, phrase: Phrase, depth: int) -> Resolution:
        split = _INSIDE.search(phrase.text)
        if split is not None and split.start() > 0:
            parent = self._phrase(Span(span.start + split.end(), span.end), depth + 1)
            if parent.place is None:
                somebodys = parent.reason == "not_a_place" and phrase.heads  # "a checkpoint of the Lisk Front"
                return DESCRIPTION if somebodys else replace(parent, reason=parent.reason or "description")
            left, tail = parse(phrase.text[: split.start()]), phrase.text[split.start() :]
            return self._inside(span, left, tail, parent.place)
        if phrase.heads:
            return self._pointing.read(span, phrase, phrase.heads[-1])
        adjectives = self._told.adjectives(span)
        if adjectives and _SOIL.search(phrase.text):
            return Resolution(place=adjectives[0])
        side = _BARE_SIDE.fullmatch(phrase.text)
        if side is not None:
            return self._pointing.side(span, side_of(side.group(1)))
        return DESCRIPTION if re.search(r"[^\W\d_]", phrase.text) else Resolution(reason="not_a_place")

    def _inside(self, span: Span, left: Phrase, tail: str, parent: Place) -> Resolution:
        """A description with what holds it: "regime-held districts of the provincial capital"."""
        head = left.heads[-1] if left.heads else None
        group = head.group if head is not None and not head.plural else None
        if group in ("settlement", "region", "country", "capital"):
            if group == "capital" or re.match(r"\s+of\b", tail, re.IGNORECASE):
                return Resolution(place=parent)
            holder = Candidate(place=parent, score=0.3, reasons=("it holds the place",))
            return Resolution(reason="description", candidates=(holder,))
        if left.direction is not None and (head is None or group in ("part", "area")):
            return Resolution(place=side_part(left.direction, parent))
        if head is not None and (group in ("pocket", *BUILT) or (group == "quarter" and left.direction is not None)):
            made = unnamed_part(part_words(left, head), head.group, parent)
            return Resolution(place=self._locals.remember(span.start, head.group, made))
        return Resolution(place=some_part(left.text.strip(), parent))
