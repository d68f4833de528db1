"""Phrases about places, read against the names of their report: heads, containers, relations, parts, antecedents.

A phrase is read from the left: a relation ("west of") goes to the place after it; a name is the head unless it only
holds the next one ("Syria's Idlib province"); a noun with a name of its own that no gazetteer has becomes a local place
of the settlement it stands by; a description without a name ("the city") points back, or stays unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from situate.model.place import Candidate, Place
from situate.model.span import Span
from situate.resolve.where.locals import on_border, related, side_part, some_part, unnamed_part
from situate.resolve.where.mentions import Toponym
from situate.resolve.where.own import NUMBERED, OwnPlaces, located, noun_after, undetermined
from situate.resolve.where.phrases import Head, Phrase, Relation, names_in, parse, side_of
from situate.resolve.where.said import ACTS
from situate.resolve.where.told import DESCRIPTION, PlaceMention, Resolution, Told
from situate.text.casing import lowered
from situate.text.names import name_key

_BUILT = frozenset({"base", "airport", "camp", "crossing", "dam", "field", "site"})
_CITY_KM = 8.0  # the radius of a place of 100,000 people and more
_VILLAGES = frozenset({"village", "hamlet"})
_SMALL = re.compile(r"(?:the|this|that)\s(?:small|little|tiny)\s", re.IGNORECASE)
_TOWNS = frozenset({"city", "town"})
# Where something goes, which is not where it is: "buses from the towns | to Ramla", no "the towns to the west".
_AHEAD = re.compile(r"\s(?:to|into|towards?)\s(?!the\b)")
# Between a name and the border that it lies by.
_BY_THE = re.compile(
    r"(?:\s+[a-z]+){0,2}?,?\s+(?:right\s+|just\s+)?"
    r"(?:near|on|along|by|at|close to|next to|not far from|inside|across|over)\s+"
    r"(?:(?:the|its|their)\s+)?(?:[^\W\d_][\w’'-]*\s+){0,3}",
)
_ONE_OF_A_LIST = re.compile(
    r"\s+(?:and|or)\s+[^\W\d_a-z]|,\s[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+)*,?\s+(?:and|or)\s"
)
_LOCAL = _BUILT | {"quarter", "pocket", "hill", "road"}
_INSIDE = re.compile(
    r"\s(?:of|in|inside|at|within|from|across|throughout|into)\s+(?:the\s+(?!(?:north|south|east|west)))?",
    re.IGNORECASE,
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
_OWN_SIDE = re.compile(r"['’]?s?\s+(?:far\s+)?(north|south|east|west)\w*\s*$", re.IGNORECASE)
_SIDE_AT_END = re.compile(r"(?:['’]s|(?:country|city)s)\s+(?:far\s+)?((?:north|south|east|west)\w*)\s*$", re.IGNORECASE)
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
# "Two pockets are left: one in | the city's west": the words that stand for one of what was told before.
_ONE_OF_THEM = re.compile(r"\b(?:one|another|the (?:first|second|third|other)) (?:in|to|on|at) $")
# "Base 12—a small army base on | the outskirts of Ramla": the relation only says where the place with a name lies.
_APPOSED = re.compile(
    r"(?P<name>[A-Z][\w’'-]*(?: [A-Z0-9][\w’'-]*){0,3})(?:\s?[—–]\s?|, | - )an? (?:[\w’'-]+ ){0,4}"
    r"(?:base|airbase|airfield|airport|camp|barracks|depot|garrison|checkpoint|outpost|stronghold) "
    r"(?:that lies |which lies |lying |located |just )?(?:on|at|by|near|in) $"
)
# "Two thirds of Ramla", "45 % of the city of Ramla": some of it, however much.
_SHARE_OF = re.compile(
    r"(?:\d\s?(?:%|per\s?cent|percent)|\b(?:third|quarter|fifth|tenth)s?|\bhalf)\s+of\s+(?:the\s+)?"
    r"(?:(?:city|town|village|country|province|region|governorate|district)\s+of\s+)?$",
    re.IGNORECASE,
)
# "The rebel-held east": of what was told before ("the west of the city", "eastern districts of Ramla").
_BARE_SIDE = re.compile(
    r"(?i:the|its)\s(?:[\w]+-(?:held|controlled|run)\s)?((?:north|south)(?:-?(?:east|west))?|east|west)(?:ern part)?"
)
_A_SIDE_OF = re.compile(
    r"\b(?:the\s(?:north|south|east|west)|(?i:north|south|east|west)\w*ern\s[a-z]+(?:\s[a-z]+)?)\sof\s(?:the\s)?"
    r"(?:city\sof\s)?(city|town|capital|[A-Z][\w’'-]+)"
)
_SIDES_TOLD = 600  # letters
_ITS = re.compile(r"(?:its|their)\b", re.IGNORECASE)
_OWNER = re.compile(r"(.*?\b(?:city|town|village|capital))(?:['’]s?|s)\s", re.IGNORECASE)
_WIDE = frozenset({"region", "territory", "strip", "land"})
_NO_SPOT = _WIDE | {"ground", "countryside", "front", "frontline", "battlefield"}
_INDEFINITE = re.compile(r"\s*(?:a|an|some|several|many|other|another)\b", re.IGNORECASE)
_ONE = re.compile(r"an?\s", re.IGNORECASE)
_CELLS = frozenset({"prison", "jail"})  # which stand in the land whose they are, unlike its bases and its schools
_EVERY = re.compile(r"\s*(?:all|every)\b", re.IGNORECASE)
_TO_NAME = re.compile(r".*\b(?:of|in|at|inside|within)\b", re.IGNORECASE | re.DOTALL)
_DEFINITE = re.compile(r"\s*(?:the|this|that|its|their|his|her|our)\b", re.IGNORECASE)
_OWN = re.compile(r"\s*(?:their|his|her|our)\b", re.IGNORECASE)
_BORDER = re.compile(r"\b(?:border|frontier|boundary)", re.IGNORECASE)
_ON_SIDE = re.compile(r"\bside\s+of\s+the\b", re.IGNORECASE)  # "the Syrian side of the Iraqi border"
_SOIL = re.compile(r"\b(?:soil|side|mainland|homeland)\b", re.IGNORECASE)
_HELD = re.compile(r"\b(?:held|controlled|run|besieged|encircled)\b", re.IGNORECASE)
_PROVINCIAL = re.compile(r"\b(?:provincial|regional|state)\b", re.IGNORECASE)
_MISSION = re.compile(
    r"(?:['’]s?)?\s+(?:\w+\s+){0,2}(?:(?P<seat>embassy|embassies|legation)|consulates?(?:\s+general)?)\b", re.IGNORECASE
)
# "Ostry's capital" is a city; so is "Ostrys capital", as some texts come.
_ITS_CAPITAL = re.compile(r"(?:['’]s?|s)\s(?:[a-z]+\s)?capital(?:\scity)?\b")
# What stands or moves abroad with a state's name before it: "a U.S. diplomatic compound", "US-backed fighters".
_SENT = re.compile(
    r"(?:['’]s?)?\s(?:[\w-]+\s){0,2}(?:compounds?|missions?|barracks|outposts?|warships?|ships?|destroyers?|vessels?|drones?"
    r"|jets?|planes?|aircraft|helicopters?|convoys?|patrols?|vehicles?|contractors?|troops|soldiers|marines)\b"
    r"|-(?:backed|led|supported|sponsored|funded|trained|allied|aligned|made|built)\b",
    re.IGNORECASE,
)
# "The Ostry government-held southern city of Ramla" is Ramla.
_TOWN_CALLED = re.compile(
    r"\s(?:(?!(?:near|outside|from|to|towards?|beyond|between|around)\s)[\w-]+\s){1,5}(?:city|town|village|hamlet|suburb|port)\sof\s(?:the\s)?",
    re.IGNORECASE,
)
# "The capital of their so-called caliphate": of no country.
_ANOTHERS = re.compile(r"\s+of\s+(?:their|his|its|her|our|the\s+(?:so.called|self.\w+))\b", re.IGNORECASE)
_NEIGHBOUR = re.compile(r"\bneighbou?r(?:ing)?\b", re.IGNORECASE)
_KM_BEFORE = re.compile(r"\b\d[\d.,]*\s?(?:km|kilomet(?:er|re)s?|miles?|mi)\s+(?:to the )?$", re.IGNORECASE)
_WHICH = re.compile(r",?\s(?:which|where|that)\b")
_BESIDE_AT_END = re.compile(r"\b(?:outside|near)\s(?:of\s)?$")
_SIDE_FIRST = re.compile(r"(?:north|south|east|west)[\w-]*\s+of\b", re.IGNORECASE)
# "Lisk - | Ostry road": the phrase is cut from the name of a road.
_ROAD_AT_END = re.compile(r"^[A-ZÀ-ÖØ-Þ].*\s(?i:road|highway|motorway|corridor|route)$")
_OTHER_END = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’ʿ-]*(?:\s[A-ZÀ-ÖØ-Þ][\w'’ʿ-]*){0,2}\s?[-‑–—/]\s?$")
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
# "The mayor of Lisk said that | his town", "elders of Lisk … | the village".
_PEOPLE_OF = re.compile(
    r"\b(?:mayor|governor|administrator|chief|head|imam|elder|leader|councillor|council|notable|resident|inhabitant|"
    r"villager|people|native|defender)s? of (?:the (?:town|village|city|hamlet) of )?$",
    re.IGNORECASE,
)
_OF_NAME = re.compile(r"\sof\s(?:the\s)?")
_BEFORE = 90  # letters before a phrase that can say what it is the place of
_DEEPEST = 3  # phrases inside of phrases
_SOMEBODY = frozenset({"he", "she", "him", "her", "his", "hers", "they", "them", "i", "we", "us", "you", "who", "whom"})
_SAME_SENTENCE = 200  # letters
_POINTING = frozenset({"it", "its", "there"})  # pronouns that a place just spoken of can stand behind
_QUOTED = re.compile(r"[“][^”]*\Z|\A[^\"]*\"(?:[^\"]*\"[^\"]*\")*[^\"]*\Z")  # a quotation that is not closed
_SENTENCE_END = re.compile(r"[.!?][”’\"')]*\s+(?=\S)")
_ADDRESSED = re.compile(r"\b(?:accus|blam|urg|warn|ask|press|criticis|criticiz)\w*\s$")


class PhraseReader:
    """Reads the phrases of one report, which remembers the local places that they made."""

    def __init__(self, told: Told, refs: Mapping[str, Resolution]) -> None:
        self._told = told
        self._refs = refs
        self._own = OwnPlaces(told)
        self._read: list[tuple[Span, Place]] = []  # the places where something happened, in order

    def read_all(self, mentions: Sequence[PlaceMention]) -> tuple[Resolution, ...]:
        """The resolutions of ``mentions``, in the order given; they are read in the order of the text."""
        order = sorted(range(len(mentions)), key=lambda n: (mentions[n].span.start, mentions[n].span.end))
        done = {place: self.read(mentions[place]) for place in order}
        return tuple(self._as_known(done[place]) for place in range(len(mentions)))

    def _as_known(self, found: Resolution) -> Resolution:
        """A local place of which only the country was known, as the report places it elsewhere."""
        place = found.place
        if place is None or place.precision != "country" or not place.id.startswith("local:") or place.relation:
            return found
        known = self._told.known_local(place.name)
        return found if known is None or known.precision == "country" else replace(found, place=known)

    def same_area(self) -> tuple[tuple[str, str, str], ...]:
        """Pairs of ids of local places that the text puts at one spot, with the words."""
        return tuple(self._own.same_area())

    def read(self, mention: PlaceMention) -> Resolution:
        """The resolution of one phrase."""
        somebody = mention.span.of(self._told.text).casefold() in _SOMEBODY
        known = self._by_ref(mention.ref) if mention.ref is not None and not somebody else None
        found = known or self._phrase(mention.span, depth=0, sure=mention.sure)
        if found.reason == "pronoun" and mention.sure:
            found = self._pointed_at(mention.span) or found
        if mention.sure and found.place is not None:
            self._read.append((mention.span, found.place))
        return found

    def _pointed_at(self, span: Span) -> Resolution | None:
        """What "it" and "there" mean: the place of the happening told last, here or in the sentence before.

        A town that its own sentence names after that is nearer ("restored order to the town after they cleared it").
        """
        word = span.of(self._told.text).casefold()
        if word == "here":  # a reporter's is the town of the dateline; where somebody quoted is, nobody can tell
            town = self._told.written_in if not _QUOTED.search(self._told.text, 0, span.start) else None
            return Resolution(place=town) if town is not None else None
        if word not in _POINTING:
            return None
        named = self._town_before(span)
        if named is not None and (not self._read or self._read[-1][0].end <= named[0].start):
            return Resolution(place=named[1])
        opening = self._town_opened(span)
        if opening is not None and (not self._read or self._read[-1][0].start <= opening[0].start):
            return Resolution(place=opening[1])
        if not self._read:
            return None
        last, place = self._read[-1]
        between = self._told.text[last.end : span.start]
        near = last.end <= span.start and len(_SENTENCE_END.findall(between)) <= 1 and "\n" not in between
        here = place.precision != "country" and self._told.country() in (None, place.country)
        return Resolution(place=place) if near and here else None

    def _town_before(self, span: Span) -> tuple[Span, Place] | None:
        """The last town that a sentence names before a word of it, in no name of somebody.

        Nor one that acts or is spoken to: its government is meant ("Ostry would defeat the rebels there", "accused
        Ostry of backing those who hold it"). So is a town of another land than the report's.
        """
        home = self._told.country()
        for name in reversed(self._told.inside(Span(self._sentence_start(span), span.start), "name")):
            place = self._told.found[name].place
            town = place is not None and place.precision == "settlement" and not self._told.somebody(name.span.start)
            town = town and place is not None and home in (None, place.country)
            told = _ADDRESSED.search(self._told.text, max(0, name.span.start - 20), name.span.start)
            if place is not None and town and told is None and not ACTS.match(self._told.text, name.span.end):
                return name.span, place
        return None

    def _town_opened(self, span: Span) -> tuple[Span, Place] | None:
        """The town with which the sentence before opens: "Lisk sits on the road to the border. They took it"."""
        here = self._sentence_start(span)
        start = self._sentence_start(Span(here - 2, here - 2)) if here > 2 else here
        if start >= here or "\n" in self._told.text[start:here]:
            return None
        name = next(iter(self._told.inside(Span(start, here), "name")), None)
        place = self._told.found[name].place if name is not None else None
        if name is None or place is None or place.precision not in {"settlement", "part"}:
            return None
        opens = (
            name.span.start == start
            and not self._told.somebody(start)
            and self._told.country() in (None, place.country)
        )
        return (name.span, place) if opens and not ACTS.match(self._told.text, name.span.end) else None

    def _whose_town(self, span: Span, phrase: Phrase) -> Resolution | None:
        """The town whose mayor, elders or people the sentence told of before "his town" or "the village".

        It is that one even where no gazetteer has it: nobody speaks of another town as his. "The town" is the one named
        last, so only where the sentence names no other after them.
        """
        start = self._sentence_start(span)
        names = [n for n in self._told.inside(Span(start, span.start), "name") if self._of_people(n, start)]
        if not names or not _DEFINITE.match(phrase.text):
            return None
        after = self._told.inside(Span(names[-1].span.end, span.start), "name")
        found = self._told.found[names[-1]]
        town = found.place is None or found.place.precision == "settlement"
        return found if town and (not after or _OWN.match(phrase.text)) else None

    def _of_people(self, name: Toponym, start: int) -> bool:
        return _PEOPLE_OF.search(self._told.text, start, name.span.start) is not None

    def _sentence_start(self, span: Span) -> int:
        before = self._told.text[max(0, span.start - _SAME_SENTENCE) : span.start]
        ends = [m.end() for m in re.finditer(rf"{_SENTENCE_END.pattern}|\n", before)]
        return span.start - len(before) + (ends[-1] if ends else 0)

    def _by_ref(self, ref: str) -> Resolution | None:
        """What the antecedent's words mean: the phrase as it was read, a local place, or a name of the gazetteer."""
        bare = undetermined(ref)
        if " " in bare:  # "it" is the whole road, not the first town that its words name
            read = next((place for span, place in reversed(self._read) if span.of(self._told.text) == ref), None)
            if read is not None:
                return Resolution(place=read)
        local = self._told.known_local(bare)
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
        meant = (self._told_of_another(span, phrase) or self._here(span, phrase)) if depth == 0 else None
        if meant is not None:
            return meant
        if not quote.strip() or depth > _DEEPEST:
            return DESCRIPTION
        names = self._told.inside(span, "name")
        if not names and (self._is_actor(span, quote) or self._of_actors(span, phrase)):
            return Resolution(reason="not_a_place")
        numbered = NUMBERED.search(quote)
        if phrase.relation is not None and not self._headed(span, phrase, names):
            return self._related(span, phrase, phrase.relation, depth)
        if phrase.ellipsis:
            return self._own.ellipsis(span, phrase)
        if numbered is not None:
            return self._own.named(numbered.group(), "base", span.start, [])
        named = self._own.read(span, phrase, names, sure=sure)
        if named is not None:
            return named
        ahead = _AHEAD.search(quote) if names and phrase.heads else None
        if ahead is not None and phrase.heads[0].group == "settlement" and phrase.heads[0].span.end == ahead.start():
            before = Span(span.start, span.start + ahead.start())
            return self._described(before, parse(quote[: ahead.start()]), depth)
        return (
            self._head_name(span, phrase, names) if names else self._sided(quote, self._described(span, phrase, depth))
        )

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
        other_end = (
            _OTHER_END.search(text[max(0, span.start - 40) : span.start])
            if _ROAD_AT_END.search(span.of(text))
            else None
        )
        if other_end is not None:
            return Span(span.start - len(other_end.group()), span.end)
        named = _OF_NAME.match(text, whole.end) if _KIND_AT_END.search(lowered(whole.of(text))) else None
        name = self._told.name_at(named.end()) if named is not None else None
        return Span(whole.start, name.end) if name is not None else whole

    def _told_of_another(self, span: Span, phrase: Phrase) -> Resolution | None:
        """What a phrase is of that only says where something lies: one of several pockets, a base with a name."""
        text = self._told.text
        before = text[max(0, span.start - _BEFORE) : span.start]
        left_out = _ONE_OF_THEM.search(lowered(before))
        if left_out is not None:
            whole = Span(span.start - len(left_out.group()), span.end)
            relation = phrase.relation
            side = phrase.direction or (relation.side if relation is not None and relation.km is None else None)
            found = self._own.ellipsis(whole, replace(phrase, direction=side))
            return found if found.place is not None else None
        apposed = _APPOSED.search(before) if phrase.relation is not None else None
        local = self._told.known_local(apposed["name"]) if apposed is not None else None
        return Resolution(place=local) if local is not None else None

    def _here(self, span: Span, phrase: Phrase) -> Resolution | None:
        """What a reporter says is "here" ("the gymnasium of Ostria State University here"): in the dateline's town."""
        town = self._told.written_in
        if town is None or phrase.relation is not None or not phrase.text.endswith(" here"):
            return None
        if _QUOTED.search(self._told.text, 0, span.start):
            return None
        return Resolution(place=some_part(undetermined(phrase.text[: -len(" here")]), town))

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

    # -- relations and names -------------------------------------------------------------------------------------

    def _headed(self, span: Span, phrase: Phrase, names: list[Toponym]) -> bool:
        """Whether a name stands before the relation, which then only locates it ("Tiyas airfield near Palmyra")."""
        relation = phrase.relation
        if relation is not None and relation.kind == "border":
            return self._beside_border(span, relation, names)
        if relation is not None and relation.words.casefold() == "suburb of" and not names:
            return bool(names_in(phrase.text[relation.end :], []))  # "the city's suburb of Ziri": what it is called
        if relation is None or relation.kind in ("road", "between"):
            return False
        before = phrase.text[: relation.start]
        if self._in_land_by_town(span, relation, names):
            return False
        if NUMBERED.search(before) or any(name.span.start < span.start + relation.start for name in names):
            return True
        own = names_in(before, [])
        local = bool(phrase.heads) and phrase.heads[0].group in _LOCAL
        return bool(own) and (
            local or (located(phrase, own[-1]) and not self._told.somebody(span.start + own[-1].start))
        )

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
        after = [name for name in names if name.span.start >= span.start + relation.end] or names
        adjectives = self._told.adjectives(span)
        if after:
            base = self._head_name(Span(after[0].span.start, span.end), parse(""), after)
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
            return self._at_border(base, base.place, after)
        other = (
            self._told.found[after[1]].place if len(after) > 1 else self._told_end(span, phrase, relation, base.place)
        )
        if relation.kind == "road" and relation.end == 0 and other is None:
            return base  # "the al-Bab road": the dash is within a name
        return replace(base, place=related(base.place, relation, other))

    def _told_end(self, span: Span, phrase: Phrase, relation: Relation, end: Place) -> Place | None:
        """The other end of a road whose one end has a name: "between the city and Ramla"."""
        if relation.kind not in ("road", "between") or _TOLD_END.search(phrase.text, relation.end) is None:
            return None
        return self._told.settlement(span.start, besides=end.id)

    def _whose_edge(self, span: Span, phrase: Phrase, relation: Relation, depth: int) -> Resolution:
        """What "the city's outskirts" and "its eastern suburbs" lie around."""
        if _ITS.match(phrase.text):
            town = self._town_before(span)
            return Resolution(place=town[1]) if town is not None else DESCRIPTION
        owner = _OWNER.match(phrase.text, 0, phrase.text.index(relation.words))
        return self._phrase(Span(span.start, span.start + owner.end(1)), depth + 1) if owner else DESCRIPTION

    def _at_border(self, base: Resolution, place: Place, names: list[Toponym]) -> Resolution:
        """A border belongs to the country that the report is about, and to the one across."""
        lands = [self._told.found[name].place for name in names]
        across = [land for land in lands if land is not None and land.precision == "country" and land.id != place.id]
        home = self._told.by_id(f"country:{self._told.country()}")
        if across and (home is None or home.id not in (place.id, across[0].id)):
            home = across[0]
        if home is None:
            return DESCRIPTION
        if home.id == place.id:
            return replace(base, place=on_border(home, across[0])) if across else DESCRIPTION
        return replace(base, place=on_border(home, place))

    def _head_name(self, span: Span, phrase: Phrase, names: list[Toponym]) -> Resolution:
        """The place of the name that a phrase is about, or the part of it that the phrase narrows it to."""
        names = [name for name in names if not self._only_sends(name, span)]
        if not names:
            return DESCRIPTION
        square = self._square(names, span.start)
        if square is not None:
            return square
        head = 0
        while head + 1 < len(names) and self._only_holds(names[head], names[head + 1]):
            head += 1
        result = self._told.found[names[head]]
        if result.place is None:
            spotted = self._own.spotted(names[head].name, names[head].span.start)
            if spotted is not None:
                return spotted
            region = self._told.holder(names[head])
            return result if region is None else self._own.held(names[head].name, "settlement", span.start, region)
        if head and _PART_CALLED.match(self._told.text[names[head - 1].span.end : names[head].span.start]):
            return result  # "the Ramla suburbs of Ostry" is what they are called
        if result.place.precision == "district" and phrase.heads and phrase.heads[-1].group == "country":
            return DESCRIPTION  # "Africa's largest country" is one of its countries
        seat = _ITS_CAPITAL.match(self._told.text, names[head].span.end, span.end)
        if result.place.precision == "country" and seat is not None:
            return _or_description(self._told.capitals.get(result.place.country or ""))
        mission = _MISSION.match(self._told.text[names[head].span.end : span.end])
        if result.place.precision == "country" and mission is not None:
            return self._mission(result.place) if mission["seat"] else DESCRIPTION  # consulates are in any city
        narrowed = self._narrowed(names[head], result.place, span, phrase)
        return result if narrowed is result.place else replace(result, place=narrowed)

    def _square(self, names: Sequence[Toponym], position: int) -> Resolution | None:
        """A square that bears the name of a famous one abroad is one of the town that the text is at."""
        place = self._told.found[names[-1]].place
        home = self._told.country()
        if place is None or home in (None, place.country) or not names[-1].name.endswith((" Square", " Street")):
            return None
        town = self._told.container(names[:-1]) or self._told.settlement(position)
        return self._own.named(names[-1].name, "quarter", position, [], town) if town is not None else None

    def _only_sends(self, name: Toponym, span: Span) -> bool:
        """Whether a state's name only says whose something is that stands or moves abroad: "a U.S. compound"."""
        place = self._told.found[name].place
        land = place is not None and place.precision == "country"
        return land and _SENT.match(self._told.text, name.span.end, span.end) is not None

    def _mission(self, sender: Place) -> Resolution:
        """An embassy is not in the country that sends it, but in the capital of the one that the report is about."""
        capital = self._told.capitals.get(self._told.country() or "")
        if capital is None or capital.country == sender.country:
            return DESCRIPTION
        return Resolution(place=some_part("embassy", capital))

    def _narrowed(self, name: Toponym, place: Place, span: Span, phrase: Phrase) -> Place:
        text = self._told.text
        noun = noun_after(text, name, span, phrase)
        if noun is not None and noun.group in _BUILT and place.precision == "settlement":
            made = unnamed_part(noun.noun, noun.group, place)
            return self._told.remember(name.span.start, noun.group, made)
        before, after = text[span.start : name.span.start], text[name.span.end : span.end]
        match = _ALL_ON_A_SIDE.match(before) or _SIDE_OF.search(before) or _OWN_SIDE.match(after)
        side = side_of(match.group(1)) if match and noun is None else None
        if side is not None:
            return side_part(side, place)
        if _SHARE_OF.search(before):
            return some_part(_leading(before), place)
        head = phrase.heads[0] if phrase.heads else None
        if head is None or span.start + head.span.end >= name.span.start:
            return place
        if self._a_town_called(span, phrase, name):
            return place
        if head.plural and head.group == "settlement" and place.precision == "settlement":
            # "The cities of Ramadi and Fallujah" are they; the villages of one town lie around it.
            of_it = text[span.start + head.span.end : name.span.start].strip() == "of"
            if of_it and (head.noun in _TOWNS or _ONE_OF_A_LIST.match(text, name.span.end)):
                return place
        part = head.group in ("part", "quarter", "area") or (head.plural and head.group == "settlement")
        if noun is not None and noun.group in ("settlement", "region", "country") and not part:
            return place
        if (
            (head.group == "pocket" or (part and place.precision == "part"))
            and not head.plural
            and _IS_CALLED.fullmatch(text, span.start + head.span.end, name.span.start)
        ):
            return place  # "the stronghold of Ramla" is Ramla, "the southern district of Varn" the quarter called so
        built = head.group in ("pocket", *_BUILT)
        if built and not head.plural and place.precision == "settlement" and _DEFINITE.match(phrase.text):
            return self._told.remember(span.start, head.group, unnamed_part(_words(phrase, head), head.group, place))
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
            return not (
                place and inside and (place.radius_km or 0.0) < (inside.radius_km or 0.0)
            )  # "Douma suburb of …"
        if re.fullmatch(r"(?:['’]s?|s)\s", gap) and inside is not None:
            return place is None or place.precision != "settlement" or inside.country == place.country
        wide = place is None or place.precision in ("country", "region", "district")
        return wide and (_HOLDER.match(gap) is not None or _TOWN_CALLED.fullmatch(gap) is not None)

    # -- descriptions --------------------------------------------------------------------------------------------

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
            return self._pointing(span, phrase, phrase.heads[-1])
        adjectives = self._told.adjectives(span)
        if adjectives and _SOIL.search(phrase.text):
            return Resolution(place=adjectives[0])
        side = _BARE_SIDE.fullmatch(phrase.text)
        if side is not None:
            return self._bare_side(span, side_of(side.group(1)))
        return DESCRIPTION if re.search(r"[^\W\d_]", phrase.text) else Resolution(reason="not_a_place")

    def _bare_side(self, span: Span, side: str | None) -> Resolution:
        """Of what "the east" is a side: of the town whose sides were just told of, or where it is in the country."""
        text = self._told.text
        told = [*_A_SIDE_OF.finditer(text, max(0, span.start - _SIDES_TOLD), span.start)]
        if told:
            name = self._told.town_at(told[-1].start(1))
            town = self._told.settlement(span.start) if told[-1].group(1) in {"city", "town", "capital"} else name
            return Resolution(place=side_part(side, town)) if town is not None and side else DESCRIPTION
        home = self._told.by_id(f"country:{self._told.country_here(span.start)}")
        there = home is not None and side is not None and text[max(0, span.start - 3) : span.start].casefold() == "in "
        return Resolution(place=side_part(side, home)) if there and home is not None and side else DESCRIPTION

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
        if head is not None and (group in ("pocket", *_BUILT) or (group == "quarter" and left.direction is not None)):
            made = unnamed_part(_words(left, head), head.group, parent)
            return Resolution(place=self._told.remember(span.start, head.group, made))
        return Resolution(place=some_part(left.text.strip(), parent))

    def _pointing(self, span: Span, phrase: Phrase, head: Head) -> Resolution:
        """A description that points back to a place of the report."""
        if head.group in ("country", "capital"):
            return self._wide(span, phrase, head)
        adjectives = self._told.adjectives(span)
        one_there = head.group == "settlement" or head.noun in _CELLS
        if adjectives and (head.plural or head.group == "area" or (one_there and _ONE.match(phrase.text))):
            return Resolution(place=some_part(undetermined(phrase.text), adjectives[-1]))
        if head.plural or (_INDEFINITE.match(phrase.text) and head.group not in ("quarter", "part")):
            return self._some(span, phrase, head)
        if head.group == "settlement":
            whose = self._whose_town(span, phrase)
            if whose is not None:
                return whose
            beside = self._told.named_before(span.start)
            if beside is not None and beside.precision == "settlement":
                return Resolution(place=beside)
            newest = self._told.own_village if head.noun in _VILLAGES else self._told.newest_village
            village = newest(span.start) if head.noun != "city" else None
            if village is not None:
                return Resolution(place=village)
            introduced = self._told.introduced(head.noun, span.start)
            if introduced is not None:
                return Resolution(place=introduced)
            same = phrase.text.casefold().startswith(("the same ", "that same "))
            town = (self._told.last(span.start) if same else None) or self._told.settlement(span.start, item=True)
            small = head.noun in _VILLAGES or _SMALL.match(phrase.text) is not None
            if town is not None and small and town.basis != "approximate" and (town.radius_km or 0.0) >= _CITY_KM:
                return _or_description(self._told.own_village(span.start))  # the text is at a city: this is another
            return _or_description(town)
        if head.group == "region":
            return _or_description(self._told.region(span.start))
        local = self._told.local(span.start, head, phrase)
        if head.group == "quarter" and phrase.direction is None:
            local = self._told.quarter(span.start, local)
        return Resolution(place=local) if local is not None else self._unnamed(span, phrase, head)

    def _some(self, span: Span, phrase: Phrase, head: Head) -> Resolution:
        """Parts in the plural: those of the town that the text is at; "both sides" are those who fight, or anywhere.

        "All districts" without a word for of what are those of a town or of a country: nobody can tell.
        """
        if _EVERY.match(phrase.text):
            return DESCRIPTION
        town = self._told.settlement(span.start) if head.noun != "side" else None
        if head.group in ("quarter", "part") and town is not None:
            return Resolution(place=some_part(undetermined(phrase.text), town))
        return DESCRIPTION

    def _unnamed(self, span: Span, phrase: Phrase, head: Head) -> Resolution:
        """One part without a name, of the town that the text is at: "the airbase", "the western pocket"."""
        town = self._told.settlement(span.start)
        area = self._told.last_area(span.start) if head.noun in _WIDE and _DEFINITE.match(phrase.text) else None
        if area is not None:
            return Resolution(place=area)
        if town is not None and (head.group in ("airport", "base") or (head.group == "pocket" and phrase.direction)):
            words = _words(phrase, head) if head.group == "pocket" else _plain(head)
            made = unnamed_part(words, head.group, town)
            return Resolution(place=self._told.remember(span.start, head.group, made))
        if town is not None and head.group in ("quarter", "part") and phrase.direction:
            return Resolution(place=some_part(undetermined(phrase.text), town))
        if (
            town is not None
            and head.group in ("area", "pocket")
            and _HELD.search(phrase.text)
            and head.noun not in _NO_SPOT
        ):
            return Resolution(place=some_part(undetermined(phrase.text), town))
        definite = _DEFINITE.match(phrase.text) is not None
        if head.group == "site" and (moved := self._told.moved_on(span.start, head)) is not None:
            town = moved
        told = town is not None and (
            self._told.named_until(town, span.start) or any(place.id == town.id for _, place in self._read)
        )
        if town is not None and told and head.group in ("site", "camp", "crossing") and definite:
            return Resolution(place=some_part(undetermined(phrase.text), town))
        if head.group in ("area", "pocket") and definite and head.noun not in _NO_SPOT:
            return _or_description(self._told.last(span.start))
        return DESCRIPTION

    def _wide(self, span: Span, phrase: Phrase, head: Head) -> Resolution:
        """A country or capital that is not named: "the country", "the Syrian capital", "the provincial capital"."""
        if head.group == "capital" and self._told.dated and phrase.text.casefold().startswith("this "):
            return _or_description(self._told.written_in)  # who writes from there, whatever seat the gazetteer has
        if head.group == "capital" and _PROVINCIAL.search(phrase.text):
            return _or_description(self._told.settlement(span.start))
        adjectives = self._told.adjectives(span)
        code = adjectives[0].country if adjectives else self._told.country_here(span.start)
        if head.group == "capital" and _ANOTHERS.match(self._told.text, span.end):
            return DESCRIPTION
        if head.plural or code is None or (not adjectives and _NEIGHBOUR.search(phrase.text)):
            return DESCRIPTION
        if head.group == "capital":
            return _or_description(self._told.capitals.get(code))
        return _or_description(self._told.by_id(f"country:{code}"))


def _leading(words: str) -> str:
    """Words before a name up to their last preposition: "district of" of "district of Syria's"."""
    return words[: match.end()] if (match := _TO_NAME.match(words)) else words.strip()


def _or_description(place: Place | None) -> Resolution:
    return Resolution(place=place) if place is not None else DESCRIPTION


def _words(phrase: Phrase, head: Head) -> str:
    """What tells one unnamed part from another: its direction and its noun."""
    return f"{phrase.direction} {_plain(head)}" if phrase.direction else _plain(head)


def _plain(head: Head) -> str:
    return {"air base": "airbase", "airfield": "airbase", "airstrip": "airbase"}.get(head.noun, head.noun)
