"""Phrases about places, read against the names of their report: heads, containers, relations, parts, antecedents.

A phrase is read from the left: a relation ("west of") goes to the place after it; a name is the head unless it only
holds the next one ("Syria's Idlib province"); a noun with a name of its own that no gazetteer has becomes a local place
of the settlement it stands by; a description without a name ("the city") points back, or stays unresolved.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from situate.model.place import Candidate, Place
from situate.model.span import Span
from situate.resolve.gazetteer_sources import distance_km
from situate.resolve.place_locals import named_part, on_border, related, side_part, some_part, unnamed_part
from situate.resolve.place_mentions import Toponym
from situate.resolve.place_names import name_key
from situate.resolve.place_phrases import Head, Phrase, names_in, parse, side_of

_LOCAL = frozenset({"quarter", "base", "airport", "pocket", "camp", "crossing", "dam", "field", "hill", "site", "road"})
_BUILT = frozenset({"base", "airport", "camp", "crossing", "dam", "field", "site"})
_PARTS = frozenset({"quarter", "part", "area", "hill", "pocket", "site"})
_INSIDE = re.compile(r"\s(?:of|in|inside|at|within|from|across|throughout|into)\s+(?:the\s+)?", re.IGNORECASE)
_POSSESSIVE = re.compile(r"^(?:['’]s?|s)\s")
_HOLDER = re.compile(r"^(?:['’]s|['’]|s)?\s*$")
_OWN_SIDE = re.compile(r"['’]?s?\s+(?:far\s+)?(north|south|east|west)\w*\s*$", re.IGNORECASE)
_PLURAL_PARTS = re.compile(
    r"\b(pocket|enclave|district|neighbou?rhood|quarter|half|part|area|zone)s?\b|\bhalves\b", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"\b(?:Brigade|Base|Regiment|Battalion|Division|Checkpoint)\s\d+\b|\b\d+(?:st|nd|rd|th)?\s(?:Brigade|Regiment|Division|Battalion)\b"
)
_NAMED_LOCAL = re.compile(
    r"(?P<name>(?:[Aa]l[- ])?[A-Z][\w'’-]+(?: (?:al-)?[A-Z][\w'’-]+)?) (?P<noun>neighbou?rhood|quarter|camp|crossing|checkpoint)\b"
    r"|(?P<noun2>neighbou?rhood|quarter|camp)s? of (?P<name2>(?:[Aa]l[- ])?[A-Z][\w'’-]+)"
)
_TOGETHER = re.compile(
    r"^[,\s]*(?:which is |that is )?(?:fortified by|home to|site of|housing|around|next to|adjacent to|anchored by)\b(?P<rest>[^.;]{0,80})"
)
_DEFINITE = re.compile(r"\s*(?:the|this|that|its|their)\b", re.IGNORECASE)
_BORDER = re.compile(r"\b(?:border|frontier|boundary)", re.IGNORECASE)
_AIR = re.compile(r"\b(airbase|air base|airport|airfield)\b", re.IGNORECASE)
_FAR_KM = 60.0  # a quarter lies in its town: a namesake further off is another place
_ALONE = 0.66  # share of a report's names that its country must hold before an unknown name is put there
_RECENT = 400  # code points over which the last place named is the one pointed back to


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A phrase to resolve: where it stands, and the words of its antecedent where the reader found them."""

    span: Span
    ref: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A place, or the reason why none, with the candidates that were weighed (best first)."""

    place: Place | None = None
    candidates: tuple[Candidate, ...] = ()
    reason: str | None = None


_UNKNOWN = Resolution(reason="not_in_gazetteer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A name in the text that stands for a place."""

    toponym: Toponym
    place: Place


@dataclass(slots=True, kw_only=True)
class PhraseReader:
    """Reads the phrases of one report in the order of the text, and remembers the local places that they made."""

    text: str
    sites: Sequence[Site]
    found: Mapping[Toponym, Resolution]
    refs: Mapping[str, Resolution]
    capitals: Mapping[str, Place]
    by_id: Callable[[str], Place | None]
    _locals: list[tuple[int, str, Place]] = field(default_factory=list)
    _links: list[tuple[str, str, str]] = field(default_factory=list)

    def read_all(self, mentions: Sequence[PlaceMention]) -> tuple[Resolution, ...]:
        """The resolutions of ``mentions``, in the order given; they are read in the order of the text."""
        order = sorted(range(len(mentions)), key=lambda place: mentions[place].span)
        done = {place: self.read(mentions[place]) for place in order}
        return tuple(done[place] for place in range(len(mentions)))

    def read(self, mention: PlaceMention) -> Resolution:
        """The resolution of one phrase."""
        if mention.ref is not None:
            known = self._by_ref(mention.ref, mention.span.start)
            if known is not None:
                return known
        return self._phrase(mention.span, depth=0)

    def same_area(self) -> Iterator[tuple[str, str, str]]:
        """Pairs of local places that the text puts at one spot, with the words; each once."""
        seen = set()
        for link in self._links:
            if link[:2] not in seen and link[0] != link[1]:
                seen.add(link[:2])
                yield link
        airs = {place.id: place for _, group, place in self._locals if group == "airport"}
        for place in airs.values():
            other = place.id.replace("-airport", "-airbase")
            if other != place.id and other in airs:
                yield place.id, other, "airport, airbase"

    # -- names ---------------------------------------------------------------------------------------------------

    def _names(self, span: Span) -> list[Toponym]:
        """The names in a stretch, in order; those taken from a phrase only count when they are resolved."""
        return [
            toponym
            for toponym, result in self.found.items()
            if toponym.form == "name" and span.covers(toponym.span) and (toponym.score > 0 or result.place is not None)
        ]

    def _adjectives(self, span: Span) -> list[Place]:
        return [
            site.place for site in self.sites if site.toponym.form == "adjective" and span.covers(site.toponym.span)
        ]

    def _by_ref(self, ref: str, position: int) -> Resolution | None:
        for local in reversed(self._locals):
            if name_key(local[2].name) == name_key(ref):
                return Resolution(place=local[2])
        whole = self.refs.get(name_key(_undetermined(ref)))
        if whole is not None and whole.place is not None:
            return whole
        for span in names_in(ref, []):
            result = self.refs.get(name_key(span.of(ref)))
            if result is not None and result.place is not None:
                return result
        return None

    def _phrase(self, span: Span, depth: int) -> Resolution:
        quote = span.of(self.text)
        phrase = parse(quote)
        if phrase.pronoun:
            return Resolution(reason="pronoun")
        if not quote.strip() or depth > 3:
            return Resolution(reason="description")
        names = self._names(span)
        numbered = _NUMBERED.search(quote)
        if phrase.relation is not None and not self._headed(span, phrase, names, numbered):
            return self._related(span, phrase, names, depth)
        if phrase.ellipsis:
            return self._ellipsis(span, phrase)
        if numbered is not None:
            return self._named(numbered.group(), "base", span.start, [])
        named = self._local_name(span, phrase, names)
        if named is not None:
            return named
        if names:
            return self._head_name(span, phrase, names)
        return self._described(span, phrase, depth)

    def _headed(self, span: Span, phrase: Phrase, names: list[Toponym], numbered: re.Match[str] | None) -> bool:
        """Whether a name stands before the relation, which then only locates it ("Tiyas airfield near Palmyra")."""
        relation = phrase.relation
        if relation is None or relation.kind in ("road", "between", "border"):
            return False
        start = span.start + relation.start
        first = min(
            [name.span.start for name in names] + [span.start + numbered.start() if numbered else len(self.text)]
        )
        taken = [Span(name.span.start - span.start, name.span.end - span.start) for name in names]
        own = [name for name in names_in(phrase.text[: relation.start], taken) if name.start > 0 or phrase.heads]
        return first < start or (bool(own) and bool(phrase.heads) and phrase.heads[0].group in _LOCAL)

    def _related(self, span: Span, phrase: Phrase, names: list[Toponym], depth: int) -> Resolution:
        relation = phrase.relation
        if relation is None:
            return Resolution(reason="description")
        after = [name for name in names if name.span.start >= span.start + relation.end] or names
        if after:
            base = self._head_name(Span(after[0].span.start, span.end), parse(""), after)
        elif relation.kind == "border" and self._adjectives(span):
            base = Resolution(place=self._adjectives(span)[0])
        else:
            base = self._phrase(Span(span.start + relation.end, span.end), depth + 1)
        if base.place is None:
            return replace(base, reason=base.reason or "description")
        home = self.by_id(f"country:{self._country()}")
        if relation.kind in ("border", "near") and base.place.precision == "country" and _BORDER.search(phrase.text):
            if home is not None and home.id != base.place.id:
                return replace(base, place=on_border(home, base.place))
        other = self.found[after[1]].place if len(after) > 1 else None
        return replace(base, place=related(base.place, relation, other))

    def _head_name(self, span: Span, phrase: Phrase, names: list[Toponym]) -> Resolution:
        """The place of the name that a phrase is about, or the side of it."""
        head = 0
        while head + 1 < len(names) and self._only_holds(names[head], names[head + 1]):
            head += 1
        name = names[head]
        result = self.found[name]
        if result.place is None:
            return result
        place = result.place
        noun = self._noun_after(name, span, phrase)
        if noun is not None and noun.group in ("airport", "base", "camp") and place.precision == "settlement":
            return replace(
                result, place=self._remember(name.span.start, noun.group, unnamed_part(noun.noun, noun.group, place))
            )
        side = self._side_before(name, span) or self._side_after(name, span)
        if side is not None and noun is None:
            return replace(result, place=side_part(side, place))
        if (
            phrase.heads
            and phrase.heads[0].group in ("part", "quarter", "area")
            and phrase.heads[0].span.end + span.start < name.span.start
        ):
            if noun is None or noun.group not in ("settlement", "region", "country"):
                words = self.text[span.start + phrase.heads[0].span.start : name.span.start].strip()
                return replace(result, place=some_part(words, place))
        return result

    def _only_holds(self, left: Toponym, right: Toponym) -> bool:
        place = self.found[left].place
        gap = self.text[left.span.end : right.span.start]
        wide = place is None or place.precision in ("country", "region", "district")
        return wide and bool(_HOLDER.match(gap) or _POSSESSIVE.match(gap))

    def _noun_after(self, name: Toponym, span: Span, phrase: Phrase) -> Head | None:
        """The noun right behind a name in its phrase: "Qamishli airport"."""
        for head in phrase.heads:
            gap = self.text[name.span.end : span.start + head.span.start]
            if span.start + head.span.start >= name.span.end and re.fullmatch(
                r"(?:['’]s)?\s(?:military |air |main |refugee )?", gap
            ):
                return head
        return None

    def _side_before(self, name: Toponym, span: Span) -> str | None:
        before = self.text[span.start : name.span.start]
        match = re.search(
            r"([A-Za-z]+(?:-[A-Za-z]+)?)\s+(?:(?:part|parts|half|side|areas?|outskirts)\s+of\s+|of\s+)?(?:the\s+)?(?:city\s+of\s+)?$",
            before,
        )
        return side_of(match.group(1)) if match else None

    def _side_after(self, name: Toponym, span: Span) -> str | None:
        match = _OWN_SIDE.match(self.text[name.span.end : span.end])
        return side_of(match.group(1)) if match else None

    # -- local places --------------------------------------------------------------------------------------------

    def _local_name(self, span: Span, phrase: Phrase, names: list[Toponym]) -> Resolution | None:
        """A place with a name that no gazetteer has, or has for another place far off."""
        quote = phrase.text
        known = [Span(name.span.start - span.start, name.span.end - span.start) for name in names]
        for own in names_in(quote, known):
            group = self._group_of(own.of(quote), quote, own, phrase)
            if group in _LOCAL and (not known or own.start < known[0].start or self._only_adjectives(known, names)):
                return self._named(_clean(own.of(quote)), group, span.start + own.start, names)
            if group in ("settlement", "area") and names and known[0].start > own.start:
                return self._named(_clean(own.of(quote)), group, span.start + own.start, names)
            if not names and not self._is_adjective(span, own):
                alone = group in ("settlement", "area") or _undetermined(quote) == own.of(quote)
                return self._unplaced(_clean(own.of(quote)), group or "settlement", span.start) if alone else _UNKNOWN
        if names and len(names) <= 2:
            return self._namesake(span, phrase, names)
        return None

    def _only_adjectives(self, known: list[Span], names: list[Toponym]) -> bool:
        return all(self.found[name].place is not None for name in names) and bool(known)

    def _is_adjective(self, span: Span, own: Span) -> bool:
        whole = Span(span.start + own.start, span.start + own.end)
        return any(site.toponym.form == "adjective" and site.toponym.span.overlaps(whole) for site in self.sites)

    def _group_of(self, name: str, quote: str, own: Span, phrase: Phrase) -> str | None:
        """What kind of place a name of the text's own is: by the noun beside it here, or beside it elsewhere."""
        for head in phrase.heads:
            if own.covers(head.span):
                return head.group
            gap = quote[own.end : head.span.start] if head.span.start >= own.end else quote[head.span.end : own.start]
            if re.fullmatch(r"\s*(?:of\s+)?(?:the\s+)?(?:refugee |military |residential |border )?", gap):
                return head.group
        for match in _NAMED_LOCAL.finditer(self.text):
            if name_key(match.group("name") or match.group("name2")) == name_key(name):
                noun = parse(match.group("noun") or match.group("noun2")).heads
                return noun[0].group if noun else None
        return None

    def _namesake(self, span: Span, phrase: Phrase, names: list[Toponym]) -> Resolution | None:
        """A quarter whose name the gazetteer has only far from the town that the text is at."""
        name = names[0]
        noun = self._noun_after(name, span, phrase) or (phrase.heads[0] if phrase.heads else None)
        place = self.found[name].place
        if (
            noun is None
            or noun.noun not in ("neighbourhood", "neighborhood", "quarter", "street", "square")
            or noun.plural
        ):
            return None
        after = re.fullmatch(r"(?:the )?(?:\w+[ -])*?\w+ of ", self.text[span.start : name.span.start])
        direct = self._noun_after(name, span, phrase) is not None or after is not None
        if not direct or place is None or place.id.startswith("supplement:") or place.precision != "settlement":
            return None
        town = self._container(names[1:]) or self._settlement(span.start, besides=place.id)
        if town is None or _apart(place, town) < _FAR_KM:
            return None
        return self._named(name.name, "quarter", span.start, names[1:])

    def _named(self, name: str, group: str, position: int, names: list[Toponym]) -> Resolution:
        for _, _, local in reversed(self._locals):
            if name_key(local.name) == name_key(name):
                return Resolution(place=local)
        parent = self._container(names) or self._settlement(position)
        if parent is None:
            return _UNKNOWN
        place = self._remember(position, group, named_part(name, group, parent))
        return Resolution(
            place=place, candidates=(Candidate(place=place, score=0.5, reasons=(f"a {group} by {parent.name}",)),)
        )

    def _unplaced(self, name: str, group: str, position: int) -> Resolution:
        """A name that no gazetteer has, without a town beside it: somewhere in the country that the report is about."""
        for _, _, local in reversed(self._locals):
            if name_key(local.name) == name_key(name):
                return Resolution(place=local)
        country = self.by_id(f"country:{self._country(_ALONE)}")
        if country is None or name.isupper() or not 3 <= len(name) <= 40:
            return _UNKNOWN
        place = self._remember(position, group, named_part(name, group, country))
        reason = f"no gazetteer has it; the report is about {country.name}"
        return Resolution(place=place, candidates=(Candidate(place=place, score=0.5, reasons=(reason,)),))

    def _container(self, names: list[Toponym]) -> Place | None:
        places = [self.found[name].place for name in names]
        return next((place for place in places if place is not None and place.precision != "country"), None)

    def _remember(self, position: int, group: str, place: Place) -> Place:
        self._locals.append((position, group, place))
        return place

    def _ellipsis(self, span: Span, phrase: Phrase) -> Resolution:
        """ "one in the city's west", "the second to the south": a part of what the sentence spoke of in the plural."""
        town = self._settlement(span.start)
        nouns = list(_PLURAL_PARTS.finditer(self.text[max(0, span.start - 250) : span.start]))
        if town is None or not nouns or phrase.direction is None:
            return Resolution(reason="description")
        noun = (nouns[-1].group(1) or "half").casefold()
        if noun not in ("pocket", "enclave"):
            earlier = [
                match.group(1)
                for match in nouns
                if match.group(1) and match.group(1).casefold() in ("pocket", "enclave")
            ]
            noun = earlier[-1].casefold() if earlier else noun
        place = self._remember(span.start, "pocket", unnamed_part(f"{phrase.direction} {noun}", "pocket", town))
        self._link_around(span, place, town)
        return Resolution(place=place)

    def _link_around(self, span: Span, place: Place, town: Place) -> None:
        """What the clause behind a pocket puts into it: a base, an airbase."""
        match = _TOGETHER.match(self.text[span.end : span.end + 120])
        if match is None:
            return
        rest = re.split(r",? and the (?:second|other)|, and one", match.group("rest"))[0]
        numbered, air = _NUMBERED.search(rest), _AIR.search(rest)
        words = (match.group()[: match.start("rest")] + rest).strip(" ,")[:80]
        if numbered is not None:
            self._links.append((place.id, named_part(numbered.group(), "base", town).id, words))
        if air is not None:
            noun = "airport" if air.group().casefold() == "airport" else "airbase"
            local = unnamed_part(noun, "airport", town)
            self._remember(span.end, "airport", local)
            self._links.append((place.id, local.id, words))

    # -- descriptions --------------------------------------------------------------------------------------------

    def _described(self, span: Span, phrase: Phrase, depth: int) -> Resolution:
        split = _INSIDE.search(phrase.text)
        if split is not None and split.start() > 0:
            parent = self._phrase(Span(span.start + split.end(), span.end), depth + 1)
            return self._inside(span, phrase, parse(phrase.text[: split.start()]), parent)
        if not phrase.heads:
            return self._nothing(span, phrase)
        return self._pointing(span, phrase, phrase.heads[-1])

    def _inside(self, span: Span, phrase: Phrase, left: Phrase, parent: Resolution) -> Resolution:
        """A description with what holds it: "regime-held districts of the provincial capital"."""
        if parent.place is None:
            return replace(parent, reason=parent.reason or "description")
        head = left.heads[-1] if left.heads else None
        if head is not None and head.group in ("settlement", "region", "country", "capital") and not head.plural:
            if re.match(r"\s+of\b", phrase.text[len(left.text) :], re.IGNORECASE) or head.group == "capital":
                return parent
            return Resolution(
                reason="description",
                candidates=(Candidate(place=parent.place, score=0.3, reasons=("it holds the place",)),),
            )
        if left.direction is not None and (head is None or (head.group in ("part", "area") and not head.plural)):
            return Resolution(place=side_part(left.direction, parent.place))
        if head is not None and head.group in ("pocket", *_BUILT) and not head.plural:
            return Resolution(
                place=self._remember(span.start, head.group, unnamed_part(_words(left, head), head.group, parent.place))
            )
        if head is not None and head.group in ("quarter",) and left.direction is not None and not head.plural:
            return Resolution(place=unnamed_part(_words(left, head), head.group, parent.place))
        return Resolution(place=some_part(left.text.strip(), parent.place))

    def _nothing(self, span: Span, phrase: Phrase) -> Resolution:
        adjectives = self._adjectives(span)
        if adjectives and re.search(r"\b(soil|side|mainland|homeland)\b", phrase.text):
            return Resolution(place=adjectives[0])
        return Resolution(reason="description" if re.search(r"[^\W\d_]", phrase.text) else "not_a_place")

    def _pointing(self, span: Span, phrase: Phrase, head: Head) -> Resolution:
        """A description that points back to a place of the report."""
        indefinite = re.match(r"\s*(?:a|an|some|several|many|other|another)\b", phrase.text, re.IGNORECASE)
        if head.group == "country" or head.group == "capital":
            return self._wide(span, phrase, head)
        adjectives = self._adjectives(span)
        if adjectives and (head.plural or head.group == "area"):
            return Resolution(place=some_part(_undetermined(phrase.text), adjectives[-1]))
        if indefinite is not None and head.group not in ("quarter", "part"):
            return Resolution(reason="description")
        if head.group == "settlement" and not head.plural:
            return _or_description(self._settlement(span.start))
        if head.group == "region" and not head.plural:
            return _or_description(self._region(span.start))
        local = self._local(span.start, head, phrase)
        if local is not None and not head.plural:
            return Resolution(place=local)
        town = self._settlement(span.start)
        if head.group in ("quarter", "part") and town is not None and (head.plural or phrase.direction):
            return Resolution(place=some_part(_undetermined(phrase.text), town))
        if head.group == "pocket" and phrase.direction and town is not None and not head.plural:
            return Resolution(
                place=self._remember(span.start, "pocket", unnamed_part(_words(phrase, head), "pocket", town))
            )
        if head.group in ("airport", "base") and town is not None and not head.plural:
            return Resolution(
                place=self._remember(span.start, head.group, unnamed_part(_plain(head), head.group, town))
            )
        definite = not head.plural and _DEFINITE.match(phrase.text) is not None
        if head.group in ("site", "camp", "crossing") and town is not None and definite:
            return Resolution(place=some_part(_undetermined(phrase.text), town))
        if head.group in ("area", "pocket") and definite:
            return _or_description(self._last(span.start))
        return Resolution(reason="description")

    def _wide(self, span: Span, phrase: Phrase, head: Head) -> Resolution:
        """ "the country", "the Syrian capital", "the provincial capital"."""
        if head.group == "capital" and re.search(r"\b(?:provincial|regional|state)\b", phrase.text, re.IGNORECASE):
            return _or_description(self._settlement(span.start))
        adjectives = self._adjectives(span)
        code = adjectives[0].country if adjectives else self._country()
        if head.plural or code is None:
            return Resolution(reason="description")
        return _or_description(self.capitals.get(code) if head.group == "capital" else self.by_id(f"country:{code}"))

    def _local(self, position: int, head: Head, phrase: Phrase) -> Place | None:
        """The last local place of the same kind; with a direction, the one whose name holds it."""
        for start, group, place in reversed(self._locals):
            same = group == head.group or (
                {group, head.group} == {"base", "airport"}
                and "air" in f"{place.name} {head.noun}"
                and group == "airport"
            )
            if same and start <= position and (phrase.direction is None or phrase.direction in place.name):
                if group == "airport" and head.noun not in place.name and head.group == "airport":
                    continue
                return place
        return None

    # -- antecedents ---------------------------------------------------------------------------------------------

    def _country(self, least: float = 0.5) -> str | None:
        """The country that more than the share ``least`` of the names of the report lie in."""
        counts = Counter(site.place.country for site in self.sites if site.place.country)
        best = sorted(counts.items(), key=lambda pair: (-pair[1], str(pair[0])))
        return best[0][0] if best and best[0][1] > least * counts.total() else None

    def _settlement(self, position: int, besides: str | None = None) -> Place | None:
        """The settlement that the text is at: the last one named, unless another is the one it is about."""
        country = self._country()
        towns = [
            site
            for site in self.sites
            if site.place.precision == "settlement"
            and site.toponym.form == "name"
            and site.place.id != besides
            and (country is None or site.place.country == country)
        ]
        if not towns:
            return None
        counts = Counter(site.place.id for site in towns)
        before = [site for site in towns if site.toponym.span.end <= position]
        last = before[-1] if before else towns[0]
        focus = max(towns, key=lambda site: (counts[site.place.id], -site.toponym.span.start))
        recent = before and position - last.toponym.span.end <= _RECENT
        if counts[focus.place.id] >= 3 * counts[last.place.id] or not recent:
            return focus.place
        return last.place

    def _region(self, position: int) -> Place | None:
        regions = [
            site for site in self.sites if site.place.precision == "region" and site.toponym.span.end <= position
        ]
        if regions:
            return regions[-1].place
        town = self._settlement(position)
        return self.by_id(f"region:{town.admin1}") if town is not None and town.admin1 else None

    def _last(self, position: int) -> Place | None:
        """The last place named before ``position`` that is smaller than a country, if not far back."""
        places = [
            (site.toponym.span.end, site.place)
            for site in self.sites
            if site.place.precision != "country" and site.toponym.form == "name"
        ]
        places += [(start, place) for start, _, place in self._locals]
        near = [(end, place.id, place) for end, place in places if 0 <= position - end <= _RECENT]
        return max(near, key=lambda row: (row[0], row[1]))[2] if near else None


def _or_description(place: Place | None) -> Resolution:
    return Resolution(place=place) if place is not None else Resolution(reason="description")


def _words(phrase: Phrase, head: Head) -> str:
    """What tells one unnamed part from another: its direction and its noun."""
    return f"{phrase.direction} {_plain(head)}" if phrase.direction else _plain(head)


def _undetermined(words: str) -> str:
    """The words without what opens them ("the", "its", "some")."""
    return re.sub(r"^\s*(?:the|its|some|several|their|this|that|a|an)\s+", "", words, flags=re.IGNORECASE).strip()


def _plain(head: Head) -> str:
    return {"air base": "airbase", "airfield": "airbase", "airstrip": "airbase"}.get(head.noun, head.noun)


def _clean(name: str) -> str:
    return re.sub(r"['’]s$", "", name.strip())


def _apart(one: Place, two: Place) -> float:
    if one.latitude is None or one.longitude is None or two.latitude is None or two.longitude is None:
        return 0.0
    return distance_km(one.latitude, one.longitude, two.latitude, two.longitude)
