"""What a report has told about places up to a point: its names, which town it is at, what holds a name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from situate.model.place import Place
from situate.model.span import Span
from situate.resolve.where.aside import is_elsewhere, met_there
from situate.resolve.where.focus import FOCUS, fought_near, goes_on_there, in_a_longer_name, stands_in
from situate.resolve.where.headings import Headed, land_of, town_of
from situate.resolve.where.home import Lands, told_by_groups, too_far
from situate.resolve.where.introduced import introduced
from situate.resolve.where.lands import SENTENCE_REACH, land_near, sentences_before
from situate.resolve.where.said import AT_CAPITAL, SPEAKS
from situate.resolve.where.sites import (
    ADJECTIVE,
    Resolution,
    Site,
    country_weights,
    is_town,
    sites_of,
    written_at,
)  # fmt: skip
from situate.resolve.where.spots import QUARTER_IN, QUARTER_OF, VILLAGE_OF
from situate.resolve.where.toponyms import Toponym
from situate.resolve.where.within import Holders
from situate.text.names import name_key

_NEARBY = re.compile(
    r"\b(?:nearby|neighbou?ring)\s(?:(?:small\s)?(?:towns?|villages?|hamlets?|settlements?|areas?)\s(?:of\s)?)?\Z",
    re.IGNORECASE,
)
RECENT = 400  # code points over which the last place named is the one pointed back to
_HEADLINE = 2  # names that a headline counts for
_BESIDE = 60  # code points
_NEAR = re.compile(
    r"^(?:[^.;:!?\n]|\n(?!\s*\n))*\b(?:near|outside"
    r"|(?:edge|outskirts|suburb|countryside|(?:north|south)-?(?:east|west)|north|south|east|west|\w+ern side)\sof)"
    r"\s(?:the\s)?(?:city\sof\s)?$",
    re.IGNORECASE,
)
_FAR = re.compile(r"\b(\d[\d,.]*)\s(?:km|kilomet(?:er|re)s?|miles?)\b", re.IGNORECASE)
_NEAR_KM = 40  # further off a town only says in which direction something lies
# A town that only says where another thing is, or where somebody comes from, is not the one that the text is at.
_BY_THE_WAY = re.compile(
    r"\b(?:near|outside|from|towards?|beyond|road to|way to|border with|direction of|(?:like|as) in"
    r"|(?<!the )(?:north|south)?-?(?:north|south|east|west) of)\s(?:the\s)?$",
    re.IGNORECASE,
)
_COMMA_BEFORE = re.compile(r",\s$")
_CAPITAL = re.compile(r"\bcapital\b", re.IGNORECASE)
# "In Lisk province, gunmen …", "At dawn, in Ostria's Lisk region, …", "Ostry: shells fell …", "OSTRIA - In Lisk, …".
_OPENING = re.compile(
    r"(?:\A\W*|[,:|–—-]\s)(?:(?:(?:[Aa]cross|[Oo]ver|[Bb]eyond)\sthe\s(?:border|frontier)|[^\W\d_]+(?:\s(?:north|south|east|west))?),?\s)?"
    r"[Ii]n\s(?:[a-z][\w’'-]*\s){0,5}\Z"
)
_NEXT_OPENING = re.compile(r"(?:['’]s\s|,\s)(?:[a-z][\w’'-]*\s){0,3}")
_OPENED = re.compile(r"(?:\s[a-z][\w-]*){0,3},\s")
_HEADING = re.compile(r"(?::|\s?\||\s[–—-])\s")
_MARKS = re.compile(r"\W*")
_AND_BEFORE = re.compile(r",?\s(?:and|with|including)\s\Z")
_THERE = re.compile(r"\b(?:[Ii]n|[Aa]t) $")
# "On the Ostrian side, …", "Ostrian side of the border: …".
_ON_ITS_SIDE = re.compile(r"\W*(?:[Oo]n\s|[Ii]n\s|[Ff]rom\s)?(?:[Tt]he\s)?")
_SIDE = re.compile(r"\s(?:side|bank|shore|territory|soil)\b(?:\sof\sthe\s[\w-]+){0,2}\s?(?:,|:|[–—-]\s)")
_BY_THE_WAY_TOLD = 2  # times that a report names another country by the way, at most
_CLEARLY = 1.25  # times as many names as any other country


_ROUND_UP = 400  # letters of an item in a round-up, as situation reports have them


class Told:
    """The resolved names of a report, in order."""

    def __init__(
        self,
        text: str,
        found: Mapping[Toponym, Resolution],
        *,
        lands: Lands,
        title: str,
        actors: Sequence[Span],
        holders: Holders,
    ) -> None:
        self.text, self.found, self.capitals, self.by_id = text, found, lands.capitals, lands.by_id
        self._holders, self._hints = holders, lands.hints
        self._actors = frozenset(place for span in actors for place in range(span.start, span.end))
        names = sorted(found, key=lambda toponym: (toponym.span.start, -toponym.span.end))
        self._headings = Headed(text, names)
        self._names = [name for name in names if name.score > 0 or found[name].place is not None]
        self._starts = [name.span.start for name in self._names]
        self.sites = sites_of(self._names, found)
        self._written = written_at(text, self.sites)
        told = [site for site in self.sites if site not in self._written]
        self._countries = country_weights(text, told or self.sites)
        self._ranked = sorted(self._countries.items(), key=lambda pair: (-pair[1], pair[0]))
        self._site_starts = [site.toponym.span.start for site in self.sites]
        self._settled = [*filter(is_town, self.sites)]
        self._settled_ends = [site.toponym.span.end for site in self._settled]
        home = self._leading()
        towns = [site for site in self._settled if home is None or site.place.country == home]
        at = [s for s in towns if not (self._speaks(s) or met_there(text, s.toponym.span))]
        self._towns = [
            site
            for site in at
            if not _BY_THE_WAY.search(text[max(0, site.toponym.span.start - 20) : site.toponym.span.start])
            and not is_elsewhere(text, site.toponym.span)
        ] or at
        self._town_ends = [site.toponym.span.end for site in self._towns]
        self._at_home_towns = towns
        self._unsure = [n.span.end for n in self._names if found[n].reason == "ambiguous" and n.form == "name"]
        named = (site for site in towns if not in_a_longer_name(text, site.toponym.span))
        self._town_counts = Counter(site.place.id for site in named)
        self._headed = {site.place.id for site in self._towns if stands_in(site.toponym.name, title)}
        self._town_counts.update(dict.fromkeys(sorted(self._headed), _HEADLINE))

    def _speaks(self, site: Site) -> bool:
        """Whether a capital's name stands for its government, which says something ("Ostry said its troops …")."""
        capital = any(site.place.id == place.id for place in self.capitals.values())
        return capital and SPEAKS.match(self.text, site.toponym.span.end) is not None

    def only_governs(self, site: Site) -> bool:
        """Whether a capital's name is that of a government: no word says that something is there ("Ostry views …")."""
        capital = any(site.place.id == place.id for place in self.capitals.values())
        start = site.toponym.span.start
        return capital and AT_CAPITAL.search(self.text, max(0, start - 20), start) is None

    def inside(self, span: Span, form: str) -> list[Toponym]:
        """The names (or adjectives) in a stretch of the text, in order."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return [name for name in self._names[first:last] if name.form == form and name.span.end <= span.end]

    def name_around(self, span: Span) -> Span | None:
        """The span of the name that a stretch of the text is cut from, if it is a part of one."""
        at = bisect_left(self._starts, span.start + 1) - 1
        name = self._names[at] if at >= 0 else None
        whole = name is not None and name.form == "name" and name.span.covers(span) and name.span != span
        return name.span if name is not None and whole else None

    def name_at(self, position: int) -> Span | None:
        """The span of the name that begins at ``position``, if one does."""
        at = bisect_left(self._starts, position)
        begins = at < len(self._names) and self._starts[at] == position and self._names[at].form == "name"
        return self._names[at].span if begins else None

    def somebody(self, position: int) -> bool:
        """Whether a known actor's name stands at a place of the text."""
        return position in self._actors

    def adjectives(self, span: Span) -> list[Place]:
        """The countries whose adjectives stand in a stretch of the text."""
        places = [self.found[name].place for name in self.inside(span, "adjective")]
        return [place for place in places if place is not None]

    def land(self, code: str | None) -> Place | None:
        """The country of an ISO code."""
        return self.by_id(f"country:{code}")

    def country(self, least: float = 0.5) -> str | None:
        """The country that more than the share ``least`` of the names of the report lie in."""
        best = self._ranked[:1]
        return best[0][0] if best and best[0][1] > least * sum(self._countries.values()) else None

    def country_here(self, position: int, *, that: bool = False) -> str | None:
        """The country that "the country" means: the report's, or where it was written, until it names the other.

        Or the one just told of, for "that country" (``that``) also by the way.

        So where the other is hardly named at all: "SAN SALVADOR -- … in the east of the country … talks in Costa Rica".
        """
        home = self.country()
        if (near := self._land_near(position, home, that=that)) is not None:
            return near
        of_home = [site for site in self.sites if site.place.country == home and site.toponym.form == "name"]
        if not self._written or home is None or of_home[_BY_THE_WAY_TOLD:]:
            return home
        land = self._written[0].place.country
        before = {site.place.country for site in self.sites if site.toponym.span.end <= position}
        return land if home not in before and before <= {land} else home

    def _land_near(self, position: int, home: str | None, *, that: bool) -> str | None:
        """The country that the sentence, or the one before it, says that something was in (``lands``)."""
        before, start = sentences_before(self.text, position)
        first, last = bisect_left(self._site_starts, before), bisect_left(self._site_starts, position)
        near = [s for s in self.sites[first:last] if s.toponym.form == "name" and s not in self._written]
        return land_near(self.text, near, start, home, self._countries, that=that)

    def names_land_of(self, toponym: Toponym) -> bool:
        """Whether other names of the report lie in the country of a name."""
        place = self.found[toponym].place
        key = name_key(toponym.name)
        others = (site for site in self.sites if name_key(site.toponym.name) != key and site.toponym.form == "name")
        return place is not None and any(site.place.country == place.country for site in others)

    def land_told(self, position: int) -> str | None:
        """The country that a round-up is at: named as such not far back, with the last two names told both in it."""
        before = [site for site in self.sites if site.toponym.span.end <= position and site.toponym.form == "name"]
        codes = {site.place.country for site in before[-2:]}
        code = codes.pop() if len(codes) == 1 and len(before) > 1 else None
        lands = (s for s in before if s.place.precision == "country" and position - s.toponym.span.end <= _ROUND_UP)
        return code if code is not None and any(site.place.country == code for site in lands) else None

    @property
    def dated(self) -> bool:
        """Whether the text opens with a dateline whose place is known."""
        return bool(self._written)

    @property
    def written_in(self) -> Place | None:
        """The town of the dateline that the text opens with, if it has one."""
        towns = [site.place for site in self._written[:1] if site.place.precision == "settlement"]
        return towns[0] if towns else None

    @property
    def speaks_of_home(self) -> bool:
        """Whether more speaks for a country than one adjective: "British scientists" study what was elsewhere."""
        return bool(self._ranked) and self._ranked[0][1] > ADJECTIVE

    def home(self, least: float) -> str | None:
        """The land in which what is told of lies, by the names of the report, else by the armed groups in it.

        ``least``: the share of the names. Not one that is far from all that else is spoken of.
        """
        named = self.country(least) if self.speaks_of_home else None
        firm = bool(self._ranked) and self._ranked[0][1] >= 1.0  # more than adjectives and who speaks
        if named is not None and (firm or not self._hints.groups):
            return None if too_far(named, self._hints, self.land) else named
        groups = told_by_groups(self._hints)
        return groups if not firm or groups in self._countries else None

    def _leading(self) -> str | None:
        """The country with most names of the report, or with clearly more than any other."""
        first, others = self._ranked[:1], self._ranked[1:2]
        clearly = all(first[0][1] >= _CLEARLY * weight for _, weight in others)
        return first[0][0] if first and clearly else self.country()

    def settlement(self, position: int, besides: str | None = None, *, item: bool = False) -> Place | None:
        """The settlement that the text is at: the last one named, unless another is the one it is about.

        ``item``: it is called "the town", so that a report of several items is at that of the item (``focus``).
        """
        towns = self._towns
        headed = self._headings.at(position)
        if headed is not None:  # not at a town of another item
            first, land = headed.names[0].span.start, self.headed_land(position)
            towns = towns if land is None else [s for s in self._settled if s.place.country == land.country]
            towns = [site for site in towns if first <= site.toponym.span.start < headed.span.end]
        if besides is None:
            opened = self._heads_line(position) or self.opened_town(position)
            opened = opened or (self._fought_by(position) if item else None)
            if opened is None and headed is None and (abroad := self._abroad(position)) is not None:
                return abroad.place
            return opened or self._in_focus(towns, position, item=item)
        others = [site for site in towns if site.place.id != besides]
        if headed is None:
            others = others or [site for site in self._settled if site.place.id != besides]
        return self._in_focus(others, position, item=item)

    def _abroad(self, position: int) -> Site | None:
        """The town of another land that a sentence was last at before, if it names none of the report's own."""
        start = sentences_before(self.text, position)[1]
        here = self._settled[bisect_left(self._settled_ends, start) : bisect_right(self._settled_ends, position)]
        if any(site in self._at_home_towns for site in here):
            return None
        told = (site for site in reversed(here) if site not in self._written and not self._speaks(site))
        spans = ((site, site.toponym.span) for site in told)
        at = ((site, span) for site, span in spans if _THERE.search(self.text, max(0, span.start - 8), span.start))
        return next((site for site, span in at if not is_elsewhere(self.text, span)), None)

    def _fought_by(self, position: int) -> Place | None:
        """The town that a sentence tells of a fight near, if it has named no other before a position."""
        start = sentences_before(self.text, position)[1]
        here = self._settled[bisect_left(self._settled_ends, start) : bisect_right(self._settled_ends, position)]
        one = len({site.place.id for site in here}) == 1
        return here[0].place if one and fought_near(self.text, here[0].toponym.span) else None

    def settlement_in(self, country: str | None, position: int) -> Place | None:
        """The settlement of a country that "the Ostrian town" means: the one told before, or the one it is about."""
        towns = [site for site in self._settled if site.place.country == country and not self._speaks(site)]
        named = [site for site in towns if site.toponym.span.end <= position and site not in self._written]
        return self._in_focus(named or towns[:1], position, item=True)

    def _in_focus(self, towns: Sequence[Site], position: int, *, item: bool) -> Place | None:
        """Of some towns the one named last before a position, or the one that the report is about."""
        if not towns:
            return None
        before = bisect_right(towns, position, key=lambda site: site.toponym.span.end)
        last = towns[before - 1] if before else (self._by_the_way(position) if item else None) or towns[0]
        counts = self._town_counts
        # The town of the dateline is no more than where it was written, as long as another is told of as often.
        focus = max(towns, key=lambda s: (counts[s.place.id], s not in self._written, -s.toponym.span.start))
        at = last.toponym.span.end
        recent = 0 <= position - at <= RECENT
        if at < position and any(at < end <= position for end in self._unsure):
            return None  # it may be the one named since, of which nobody can tell which one it is
        if counts[focus.place.id] < FOCUS * counts[last.place.id] and recent:
            return last.place
        own = [site.toponym.span.end for site in towns[:before] if site.place.id == focus.place.id]
        if not own and before and focus.place.id not in self._headed:
            # What the report is about from there on, it is not about yet.
            so_far = Counter(site.place.id for site in towns[:before] if site not in self._written)
            return last.place if recent else max(towns[:before], key=lambda site: so_far[site.place.id]).place
        at_it = item and recent and goes_on_there(self.text, last.toponym.span, own[-1] if own else None, position)
        return last.place if at_it else focus.place

    def opened_town(self, position: int) -> Place | None:
        """The town that the sentence of a position opens with: "In Lisk, … troops keep the barracks"."""
        opened = self.opened_with(position)
        return opened if opened is not None and opened.precision == "settlement" else None

    def last_town(self, position: int) -> Place | None:
        """The town that the text came to last before ``position``, if not far back."""
        at = bisect_right(self._town_ends, position)
        near = at > 0 and position - self._town_ends[at - 1] <= RECENT
        return self._towns[at - 1].place if near else None

    def towns_between(self, first: int, last: int) -> list[Site]:
        """The towns that the text comes to behind ``first`` and up to ``last``, in order."""
        return self._towns[bisect_right(self._town_ends, first) : bisect_right(self._town_ends, last)]

    def town_named_before(self, position: int) -> int:
        """Where the town's name ends that stands last before ``position``; -1 where none does."""
        return max((site.toponym.span.end for site in self._settled if site.toponym.span.end <= position), default=-1)

    @property
    def returns_to_a_town(self) -> bool:
        """Whether a town is named more than once, so that the text can be at it."""
        return max(self._town_counts.values(), default=0) > 1

    def _heads_line(self, position: int) -> Place | None:
        """The town that heads what stands at a position, as long as no other is come to."""
        headed = self._headings.at(position)
        if headed is None:
            return None
        first = bisect_left(self._site_starts, headed.names[0].span.start)
        near = self.sites[first : bisect_left(self._site_starts, position)]
        return town_of(headed, self.text, position, near, self._written)

    def headed_land(self, position: int) -> Place | None:
        """The region, or else the country, in the heading that a position stands under."""
        headed = self._headings.at(position)
        if headed is None or (self.dated and len(self._headings.all) == 1):
            return None  # a dateline: armies fight across the border from where a report is written
        return land_of(headed, self.found)

    def named_until(self, place: Place, position: int) -> bool:
        """Whether a place is named before ``position``, in the headline, or as the capital that it is."""
        described = any(place.id == capital.id for capital in self.capitals.values()) and _CAPITAL.search(
            self.text, 0, max(0, position)
        )
        return (
            bool(described)
            or place.id in self._headed
            or any(site.place.id == place.id and site.toponym.span.end <= position for site in self.sites)
        )

    def nearby(self, position: int) -> Place | None:
        """The town just named, if the words before ``position`` say that what follows is by it ("in nearby Ziri")."""
        if _NEARBY.search(self.text, max(0, position - 40), position) is None:
            return None
        towns = bisect_right(self._settled_ends, position)
        site = self._settled[towns - 1] if towns else None
        return site.place if site is not None and position - site.toponym.span.end <= RECENT else None

    def opened_with(self, position: int) -> Place | None:
        """The smallest place that the sentence around ``position`` opens with: "In Ostry, gunmen …", "Ostry: shells …".

        What no gazetteer has lies there, if the sentence says no more.
        """
        start = sentences_before(self.text, position)[1]
        if start == position - SENTENCE_REACH > 0:
            return None
        first, last = bisect_left(self._site_starts, start), bisect_left(self._site_starts, position)
        row: list[Place] = []
        opened: list[Place] = []
        end = start
        for site in self.sites[first:last]:
            span = site.toponym.span
            if site.toponym.form == "adjective":
                on_side = _ON_ITS_SIDE.fullmatch(self.text, start, span.start) and _SIDE.match(self.text, span.end)
                row = opened = [site.place] if on_side else opened
                end = span.end
                continue
            written = site.place.precision == "country" and site in self._written[1:]  # "OSTRY, Ostria —"
            heads = (
                not written and _MARKS.fullmatch(self.text, start, span.start) and _HEADING.match(self.text, span.end)
            )
            goes_on = bool(row) and _NEXT_OPENING.fullmatch(self.text, end, span.start)
            if not goes_on:
                row = []
            if heads or goes_on or _OPENING.search(self.text[start : span.start]):
                row.append(site.place)
            if row and (heads or _OPENED.match(self.text, span.end, position)):
                opened = row
            elif not row and site in self._settled:
                opened = []  # it has come to another town
            end = span.end
        return min(opened, key=lambda place: place.radius_km or 0.0, default=None)

    def _by_the_way(self, position: int) -> Site | None:
        """The last town named before, if not far back, where all are only named by the way ("fled from Lisk")."""
        near = [site for site in self._at_home_towns if 0 <= position - site.toponym.span.end <= RECENT]
        return near[-1] if near else None

    def region(self, position: int, land: str | None = None) -> Place | None:
        """The region that the text is at: the last one named, or that of the settlement it is at; of a country only."""
        regions = [
            site
            for site in self.sites
            if site.place.precision == "region"
            and site.toponym.span.end <= position
            and land in {None, site.place.country}
        ]
        beside = self.named_before(position)  # "Lisk, the northern province"
        if beside is not None and beside.precision == "settlement" and beside.admin1:
            return self.by_id(f"region:{beside.admin1}")
        town = self.settlement(position) if land is None else self.settlement_in(land, position)
        far = bool(regions) and position - regions[-1].toponym.span.end > RECENT
        if regions and not (far and town is not None and self._named_between(town, regions[-1], position)):
            return regions[-1].place
        return self.by_id(f"region:{town.admin1}") if town is not None and town.admin1 else None

    def _named_between(self, town: Place, region: Site, position: int) -> bool:
        """Whether a town of another region is named after the region that was named last."""
        spans = [site.toponym.span for site in self._towns if site.place.id == town.id]
        return town.admin1 != region.place.admin1 and any(
            region.toponym.span.end < span.start and span.end <= position for span in spans
        )

    def last_area(self, position: int) -> Place | None:
        """The last name of wider land before ``position`` that is no country ("Eastern Ghouta"), if not far back."""
        wide = [
            site
            for site in self.sites
            if site.place.precision in ("district", "region")
            and self.at_home(site.place)
            and 0 <= position - site.toponym.span.end <= RECENT
        ]
        return wide[-1].place if wide else None

    def introduced(self, noun: str, position: int) -> Place | None:
        """The settlement that the paragraph introduced last as what a noun says ("Lisk, a town in the south, …")."""
        last = bisect_right(self._settled_ends, position)
        first = bisect_left(self._settled_ends, max(position - RECENT, self.text.rfind("\n", 0, position)))
        site = introduced(self.text, noun, self._settled[first:last], self._towns)
        return site.place if site is not None else None

    def named_before(self, position: int) -> Place | None:
        """The place of the name that ends right before a comma at ``position`` ("Baghuz, | the last town")."""
        gap = _COMMA_BEFORE.search(self.text[max(0, position - 4) : position])
        if gap is None:
            return None
        end = position - len(gap.group())
        at = bisect_left(self._site_starts, end) - 1
        site = self.sites[at] if at >= 0 else None
        return site.place if site is not None and site.toponym.span.end == end and site.toponym.form == "name" else None

    def joined_before(self, position: int) -> Place | None:
        """The town right before an "and" that ends at ``position`` ("they held Lisk and | the airport")."""
        gap = _AND_BEFORE.search(self.text, max(0, position - 12), position)
        at = bisect_right(self._settled_ends, gap.start()) - 1 if gap is not None else -1
        found = gap is not None and at >= 0 and self._settled_ends[at] == gap.start()
        return self._settled[at].place if found else None

    def at_home(self, place: Place) -> bool:
        """Whether a place lies in the country that the report is about: words that point back mean no other."""
        home = self.country()
        return place.country is not None and (home is None or place.country == home)

    def beside(self, position: int) -> Place | None:
        """The town that the words right behind a name say it is near ("… on the edge of Homs"), if they do."""
        town, gap = self._next_town(position)
        far = _FAR.search(gap)
        close = far is None or float(far[1].replace(",", "").rstrip(".")) <= _NEAR_KM
        near = len(gap) <= _BESIDE and close and (_NEAR.search(gap) or VILLAGE_OF.fullmatch(gap))
        return town if near else None

    def town_behind(self, position: int) -> Place | None:
        """The town that the words right behind a quarter's name put it in ("… neighborhood in northern Homs")."""
        town, gap = self._next_town(position)
        return town if QUARTER_IN.fullmatch(gap) or QUARTER_OF.fullmatch(gap) else None

    def town_after_comma(self, position: int) -> Place | None:
        """The town right behind a comma at ``position`` ("Ziri Secondary School, Ramla, …")."""
        return self.town_at(position + 2) if self.text.startswith(", ", position) else None

    def land_at(self, position: int) -> Place | None:
        """The country whose name begins at ``position``, if one does."""
        at = bisect_left(self._site_starts, position)
        begins = at < len(self.sites) and self._site_starts[at] == position
        return self.sites[at].place if begins and self.sites[at].place.precision == "country" else None

    def town_at(self, position: int) -> Place | None:
        """The town whose name begins at ``position``, if one does."""
        town, gap = self._next_town(position)
        return town if not gap else None

    def _next_town(self, position: int) -> tuple[Place | None, str]:
        """The town that the next name of a place is, if it is one, and the words before it."""
        at = bisect_left(self._site_starts, position)
        if at == len(self.sites) or self.sites[at].place.precision != "settlement":
            return None, ""
        return self.sites[at].place, self.text[position : self.sites[at].toponym.span.start]

    def holder(self, toponym: Toponym) -> Place | None:
        """The region that the words behind a name put it in ("San Carlos, Morazan department")."""
        return self._holders.of(toponym)

    def holder_behind(self, span: Span) -> Place | None:
        """The region that the words behind a name of the text's own put it in."""
        following = self._name_behind(span)
        return self._holders.behind(span, following) if following is not None else None

    def country_behind(self, span: Span) -> Place | None:
        """The country that the words behind a name of the text's own put it in."""
        following = self._name_behind(span)
        return self._holders.country_behind(span, following) if following is not None else None

    def _name_behind(self, span: Span) -> Toponym | None:
        behind = (name for name in self._names[bisect_left(self._starts, span.end) :] if name.form == "name")
        return next(behind, None)

    def container(self, names: Sequence[Toponym]) -> Place | None:
        """The first place of ``names`` that is smaller than a country."""
        places = [self.found[name].place for name in names]
        return next((place for place in places if place is not None and place.precision != "country"), None)
