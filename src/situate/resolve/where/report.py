"""Where: the places that a report speaks of, resolved from that report alone, each with its candidates and reasons.

``resolve_places`` takes the text and the phrases that name or describe places (fillers of place roles, mentions that a
model marked). Names are ranked together (``ranking``); then each phrase is read (``readings``): relations,
parts, local places, descriptions that point back. What stays unresolved has a reason: not_in_gazetteer, ambiguous,
pronoun, description, not_a_place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from situate.model.place import Candidate, Place
from situate.model.span import Span
from situate.resolve.gazetteer.lookup import Gazetteer, place_of
from situate.resolve.in_order import Taken
from situate.resolve.where.by_sound import without_sounds
from situate.resolve.where.glossed import bodies
from situate.resolve.where.headings import Head, Headed
from situate.resolve.where.home import Hints, Lands
from situate.resolve.where.longer import ends_of_roads, whole_names
from situate.resolve.where.mentions import find_toponyms, names_street
from situate.resolve.where.phrases import names_in, parse
from situate.resolve.where.ranking import Name, Ranked, rank_names
from situate.resolve.where.readings import PhraseReader
from situate.resolve.where.sites import PlaceMention, Resolution, Site, country_weights, written_at
from situate.resolve.where.spots import as_told
from situate.resolve.where.strangers import surnames, without_strangers
from situate.resolve.where.told import Told
from situate.resolve.where.toponyms import REACH_OF_LIST, REGIONS_AFTER, REGIONS_BEFORE, Toponym, gazetteer_matches
from situate.resolve.where.within import Holders, held, lands, rows
from situate.text.names import name_key
from situate.text.senders import messages

__all__ = ["PlaceMention", "PlaceReading", "Resolution", "resolve_places"]

LEAST_BELIEF = 0.6  # below it the best candidate is right in 35 of 100 cases (LGL): better no place than a wrong one
_KEPT = 5  # candidates shown
_POSSESSIVE = re.compile(r"['’]s?$")
_OWNS = re.compile(r"['’]s\s(?=[A-ZÀ-ÖØ-Þ])")
# "The rural area of Tame", "the road from Sake to Lisk": a town by a word that means something else too.
_AT_WORD = re.compile(
    r"\b(?:of|in|at|from|to|near|between|and|overlooking|around|outside|into)\s([A-Z][a-z]+)\b(?!['’-]?\s?[A-Z])"
)
# "The Ministry of Justice", "the Court of Auditors": what it is of is no town.
_OF_BODY = re.compile(
    r"\b(?:Ministry|Minister|Department|Court|Office|Bureau|Secretary|Committee|Institute) (?:of|for) $"
)
_KIND_IN_NAME = re.compile(r"\s(?:Province|Governorate|Region|State|District|County|Prefecture|City|Town|Village)$")
_INITIALS = 5  # letters
_COUNTRY_AFTER = re.compile(r"\s+Republic\b(?!\s+of\b)")  # "Benin Republic" is not the city
_REGION_AFTER = re.compile(
    r"\s(?:(?:central|(?:north|south|east|west)\w*)\s)?"
    r"(province|governorate|oblast|state|prefecture|region|department)s?\b",
    re.IGNORECASE,
)
_REGION_BEFORE = re.compile(r"\b(province|governorate|oblast|state|provinces|region|department) of\s$", re.IGNORECASE)
_TOWN_AFTER = re.compile(r"\s(city|town|village)\b(?! council| hall)", re.IGNORECASE)
_UNIT_BEHIND = re.compile(
    r"\s(?:[Aa]l-)?[A-Z][\w'’-]+(?:\s(?:[Aa]l-)?[A-Z][\w'’-]+)?\s(?:province|governorate|oblast|region|city|town|village)\b"
)
_ISLAND_AFTER = re.compile(r"\s(?:island|islet|peninsula|archipelago)\b", re.IGNORECASE)
_TOWN_BEFORE = re.compile(r"\b(city|town|village|cities|towns|villages|suburb|bordertown) of\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceReading:
    """The result for one report.

    ``resolutions`` are in the order of the mentions given; ``toponyms`` are all names and adjectives of places found,
    each with its resolution; ``same_area`` are pairs of ids of local places that the text puts at one spot, with the
    words that do; ``countries`` are the shares of the countries that the report speaks of (0 to 1); ``heads`` are the
    stretches that stand under a heading, with where it names a place and which.
    """

    resolutions: tuple[Resolution, ...]
    toponyms: tuple[tuple[Toponym, Resolution], ...]
    same_area: tuple[tuple[str, str, str], ...]
    countries: Mapping[str, float]
    heads: tuple[Head, ...] = ()


# A town by an everyday word: a word in small letters before it (no headline, nor the beginning of a sentence), none
# with a capital behind it, and so many people.
_WITHIN, _ONE_WORD, _GOES_ON = re.compile(r"[a-z0-9],? \Z"), re.compile(r"[A-Z][a-z]+"), re.compile(r"['’-]?\s?[A-Z]")
_TOWN = 5_000


def resolve_places(
    text: str,
    mentions: Sequence[PlaceMention],
    gazetteer: Gazetteer,
    *,
    countries: Mapping[str, float] | None = None,
    title: str | None = None,
    actors: Sequence[Span] = (),
    persons: Sequence[str] = (),
) -> PlaceReading:
    """Resolve the places of one report; ``countries`` are hints by ISO code, weights 0 to 1, of what else is told.

    ``title`` is the report's headline, which says what town it is about; ``actors`` are spans of names that are known
    to be somebody's, so that no place is meant by a part of them ("the Azov Regiment"); ``persons`` are names of
    people, by which the text may go on to call them.
    """
    found_names = _all_toponyms(text, mentions, gazetteer, _words_of(persons))
    senders = [message.line for message in messages(text)]
    explained = bodies(text, found_names)
    toponyms = [
        t
        for t in found_names
        if not (_of_a_continent(text, t) or _is_sea(text, t) or _river(text, t, gazetteer) or _around(t.span, senders))
        and (t.form == "adjective" or not (_somebodys(t, actors, gazetteer) or name_key(t.name) in explained))
    ]
    hints = _hints(toponyms, gazetteer, countries or {})
    speaking = Hints(groups=countries or {}, all=hints)
    regions = held(text, toponyms)
    withins = {name_key(toponym.name): toponym.within for toponym in reversed(toponyms) if toponym.within}
    headed = Headed(text, toponyms)
    unders = {name_key(t.name): under for t in reversed(toponyms) if (under := headed.above(t)) is not None}
    in_lands = lands(text, toponyms, gazetteer)
    in_rows = rows(text, toponyms, in_lands)
    holding = in_lands | regions
    names = {t: _name(text, t, withins, holding, unders) for t in toponyms if t.form == "name"}
    refs = [
        Name(text=span.of(mention.ref)) for mention in mentions if mention.ref for span in names_in(mention.ref, [])
    ]
    ranked = {name: resolution(rows) for name, rows in rank_names([*names.values(), *refs], gazetteer, hints).items()}
    found = [
        (toponym, _adjective(toponym, gazetteer) if toponym.form == "adjective" else ranked[names[toponym]])
        for toponym in toponyms
    ]
    holders = Holders(text, regions, dict(found), gazetteer)
    following = [*(toponym for toponym, _ in found[1:]), None]
    found = [
        (toponym, _where_told(toponym, result, holders, n, in_rows.get(toponym)))
        for (toponym, result), n in zip(found, following, strict=False)
    ]
    found = without_sounds(text, as_told(text, found, gazetteer), gazetteer)
    found = [(t, _as_wanted(result, names[t].wants if t in names else None, gazetteer)) for t, result in found]
    found, chance = without_strangers(text, found, gazetteer, surnames(persons), speaking)
    known = {name_key(toponym.name): result for toponym, result in found if toponym.form == "name"}
    by_ref = {key: known.get(key) or ranked[name] for name in refs if (key := name_key(name.text))}
    by_ref = {key: result for key, result in by_ref.items() if key not in explained}
    sites = [Site(toponym=toponym, place=result.place) for toponym, result in found if result.place is not None]
    told = Told(
        text,
        {toponym: result for toponym, result in found if toponym not in chance},
        lands=Lands(
            capitals=_capitals(sites, gazetteer),
            by_id=gazetteer.place,
            hints=speaking,
        ),
        title=title or "",
        actors=actors,
        holders=holders,
    )
    reader = PhraseReader(told, by_ref)
    return PlaceReading(
        resolutions=reader.read_all(mentions),
        toponyms=tuple(found),
        same_area=reader.same_area(),
        countries=_shares(text, sites),
        heads=tuple(_heads(headed, {site.toponym: site.place for site in sites}, gazetteer)),
    )


def resolution(ranked: Sequence[Ranked]) -> Resolution:
    """The place that a ranking stands for, or the reason why none."""
    kept = ranked[:_KEPT]
    candidates = tuple(Candidate(place=place_of(r.entry), score=round(r.share, 4), reasons=r.reasons) for r in kept)
    if not candidates:
        return Resolution(reason="not_in_gazetteer")
    if candidates[0].score < LEAST_BELIEF:
        return Resolution(candidates=candidates, reason="ambiguous")
    return Resolution(place=candidates[0].place, candidates=candidates)


def _as_wanted(found: Resolution, wants: str | None, gazetteer: Gazetteer) -> Resolution:
    """A resolution, or the region where the words ask for one and have a spelling that only its seat is known by."""
    seat = found.place
    if wants != "region" or seat is None or seat.precision != "settlement" or not seat.admin1:
        return found
    region = gazetteer.by_id(f"region:{seat.admin1}")
    if region is None or all(entry.id != seat.id for entry in gazetteer.lookup(region.name, region.country)):
        return found
    place = place_of(region)
    score = found.candidates[0].score if found.candidates else 1.0
    of_seat = Candidate(place=place, score=score, reasons=(f"named after its seat, {seat.name}",))
    return replace(found, place=place, candidates=(of_seat, *found.candidates[1:]))


def _where_told(
    toponym: Toponym, found: Resolution, holders: Holders, following: Toponym | None, row: Toponym | None
) -> Resolution:
    """A resolution, less a place in another region, country or town than the words put the name in ("San Andres,
    Morazan province", "Blida in southern Lebanon", "Ziri neighborhood in the city of Homs").
    """
    place = found.place
    across = holders.across(toponym, found, following) if following is not None else None
    if across is not None:
        return across
    if place is None or not (
        (row is not None and holders.in_row(toponym, place, row))
        or holders.elsewhere(toponym, place)
        or holders.is_hamlet(toponym, place)
        or (following is not None and holders.abroad(toponym, place, following))
        or (following is not None and holders.of_town(toponym, place, following))
    ):
        return found
    return Resolution(candidates=found.candidates, reason="not_in_gazetteer")


def _adjective(toponym: Toponym, gazetteer: Gazetteer) -> Resolution:
    country = gazetteer.adjective(toponym.name)
    if country is None:
        return Resolution(reason="not_in_gazetteer")
    place = place_of(country)
    return Resolution(
        place=place, candidates=(Candidate(place=place, score=1.0, reasons=(f"{toponym.name!r} is its adjective",)),)
    )


def _words_of(persons: Iterable[str]) -> frozenset[str]:
    """The words of names of people, in small letters."""
    return frozenset(word.casefold() for name in persons for word in name.split() if word[:1].isupper())


def _all_toponyms(text: str, mentions: Sequence[PlaceMention], gazetteer: Gazetteer, people: Set[str]) -> list[Toponym]:
    """The toponyms found by look-up, and the names in marked phrases that look-up passed over, unless people's."""
    found = whole_names(text, find_toponyms(text, gazetteer), mentions, gazetteer)
    taken = Taken(toponym.span for toponym in found)
    for mention in mentions:
        quote = mention.span.of(text)
        inside = [
            Span(span.start - mention.span.start, span.end - mention.span.start)
            for span in taken.meeting(mention.span)
            if mention.span.covers(span)
        ]
        for span in names_in(quote, [_as_written(quote, part) for part in inside]):
            kind = _KIND_IN_NAME.search(span.of(quote))  # "Varn Province"
            span = Span(span.start, span.start + kind.start()) if kind is not None else span
            name = span.of(quote)
            whole = Span(span.start + mention.span.start, span.end + mention.span.start)
            known = names_street(text, whole.end) or _owner(name, people)  # "Lorn’s flat"
            known = known or gazetteer.adjective(name) is not None  # "Syrian" of a name that look-up saw is no town
            known = known or (_OWNS.match(text, whole.start - 3) is not None and not gazetteer_matches(name, gazetteer))
            known = known or _of_body(text, whole)
            if not taken.meeting(whole) and _may_be_name(name) and not known:
                behind = next((t.name for t in found if t.span.start == whole.end + 2 and t.form == "name"), None)
                within = behind if text.startswith(", ", whole.end) else None
                found.append(Toponym(span=whole, name=" ".join(name.split()), score=0.0, within=within))
                taken.add(whole)
        for span in _bare_names(text, mention.span, gazetteer) if mention.sure else ():
            if not (taken.meeting(span) or _of_body(text, span)):
                found.append(Toponym(span=span, name=span.of(text), score=0.0))
                taken.add(span)
    return sorted(found, key=lambda toponym: (toponym.span.start, -toponym.span.end))


def _bare_names(text: str, span: Span, gazetteer: Gazetteer) -> Iterator[Span]:
    """Names within a marked place that look-up passes over: the ends of a road, towns by everyday words."""
    for end in ends_of_roads(text, span):
        if gazetteer_matches(end.of(text), gazetteer):
            yield end
    words = (Span(*word.span(1)) for word in _AT_WORD.finditer(text, span.start, span.end))
    yield from (word for word in (span, *words) if _is_town(text, word, gazetteer))


def _is_town(text: str, span: Span, gazetteer: Gazetteer) -> bool:
    """Whether a place is told by the name of a town that is an everyday word too, inside a sentence ("Hit")."""
    if _ONE_WORD.fullmatch(text, span.start, span.end) is None:
        return False
    if _WITHIN.search(text, max(0, span.start - 3), span.start) is None or _GOES_ON.match(text, span.end):
        return False
    found = (match.entry for match in gazetteer.matches(span.of(text)) if match.how == "name")
    return any(entry.kind == "settlement" and entry.population > _TOWN for entry in found)


def _of_body(text: str, span: Span) -> bool:
    return _OF_BODY.search(text, max(0, span.start - 30), span.start) is not None


def _as_written(quote: str, taken: Span) -> Span:
    """What look-up took of a phrase, with the space behind it where another name follows and then what it is called.

    "Syrian Al-Raqqa province": the adjective is no part of the name.
    """
    owns = _OWNS.match(quote, taken.end)  # "South Ziristan's Lisk"
    if owns is not None:
        return Span(taken.start, owns.end())
    goes_on = _UNIT_BEHIND.match(quote, taken.end)
    return Span(taken.start, taken.end + 1) if goes_on is not None else taken


def _owner(name: str, people: Set[str]) -> bool:
    """Whether a possessive is a person's."""
    owner = _POSSESSIVE.sub("", name)
    return owner != name and all(word.casefold() in people for word in owner.split())


def _may_be_name(name: str) -> bool:
    """Whether a capitalised run may be a settlement's name: no number, no noun of a phrase ("Brigade 137")."""
    return not any(letter.isdigit() for letter in name) and not parse(name).heads and len(name) > 2


def _hints(toponyms: Sequence[Toponym], gazetteer: Gazetteer, given: Mapping[str, float]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for toponym in toponyms:
        country = gazetteer.adjective(toponym.name) if toponym.form == "adjective" else None
        if country is not None and country.country:
            counts[country.country] += 1
    total = counts.total()
    codes = sorted({*counts, *given})
    return {code: min(1.0, (counts[code] / total if total else 0.0) + given.get(code, 0.0)) for code in codes}


def _name(
    text: str,
    toponym: Toponym,
    withins: Mapping[str, str],
    regions: Mapping[Toponym, Toponym],
    unders: Mapping[str, tuple[str, ...]],
) -> Name:
    """A toponym with what its phrase asks for, and what holds it by the words here, or where a report first says so."""
    region, key = regions.get(toponym), name_key(toponym.name)
    within = (region.name if region is not None else toponym.within) or withins.get(key)
    return Name(text=toponym.name, within=within, wants=_wants(text, toponym.span), under=unders.get(key, ()))


def _wants(text: str, span: Span) -> str | None:
    before, after = text[max(0, span.start - 20) : span.start], text[span.end : span.end + 20]
    if _REGION_AFTER.match(after) or _REGION_BEFORE.search(before) or REGIONS_AFTER.match(text, span.end):
        return "region"
    if REGIONS_BEFORE.search(text, max(0, span.start - REACH_OF_LIST), span.start):
        return "region"
    if _TOWN_AFTER.match(after) or _TOWN_BEFORE.search(before):
        return "settlement"
    if _ISLAND_AFTER.match(after):
        return "island"
    return "country" if _COUNTRY_AFTER.match(after) else None


def _capitals(sites: Sequence[Site], gazetteer: Gazetteer) -> dict[str, Place]:
    """The capitals of the countries that are named or spoken of, by ISO code."""
    codes = sorted({site.place.country for site in sites if site.place.country})
    seats = ((code, gazetteer.seat(code)) for code in codes)
    return {code: place_of(seat) for code, seat in seats if seat is not None}


_CONTINENT = re.compile(r"\b(?:central|south|north|latin|inter|ibero|pan|meso)[- ]\s?$", re.IGNORECASE)


def _heads(headed: Headed, places: Mapping[Toponym, Place], gazetteer: Gazetteer) -> Iterator[Head]:
    """What each heading says where it was: by its first name that is no country, or else by that of one.

    Of "Hama, Salamiyah" the first is the province, which is called like its seat.
    """
    for heading in headed.all:
        known = [(name.span, places[name]) for name in heading.names if name in places]
        spots = [told for told in known if told[1].precision != "country"]
        if len(spots) > 1 and _is_seat(spots[0][1], gazetteer) and spots[1][1].precision == "settlement":
            spots = spots[spots[0][1].admin1 == spots[1][1].admin1 :]
        yield from ((heading.span, *told) for told in (spots or known)[:1])


def _is_seat(place: Place, gazetteer: Gazetteer) -> bool:
    """Whether a settlement is called like the region that it lies in."""
    region = gazetteer.by_id(f"region:{place.admin1}") if place.precision == "settlement" else None
    return region is not None and any(m.entry.id == region.id for m in gazetteer_matches(place.name, gazetteer))


def _of_a_continent(text: str, toponym: Toponym) -> bool:
    """Whether "American" is that of a continent, and so of no country: "the Central American University"."""
    before = text[max(0, toponym.span.start - 10) : toponym.span.start]
    american = toponym.form == "adjective" and toponym.name.casefold().startswith("american")
    return american and _CONTINENT.search(before) is not None


# "On the opposite bank of the Ostry": a river, whatever town is called so; "the Niger river" is no land.
_BANK = re.compile(r"\b(?:bank|banks|shores?|mouth|waters) of the $", re.IGNORECASE)
# "Fled across the Ostry": so it is where no noun follows.
_ACROSS = re.compile(
    r"\b(?:across|along|over|beyond|cross(?:ed|ing)?|ford(?:ed|ing)?|down|up"
    r"|(?<!attack )(?<!attacks )(?<!assault )(?<!march )(?<!raid )on) the $",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(
    r"(?:[.,;:!?)\n]|$|\s(?:in|on|at|to|into|from|and|by|near|with|after|before|during|towards?|under|as|while|where)\b)"
)
_RIVER, _THE_RIVER = re.compile(r"\s[Rr]iver\b"), re.compile(r"\b[Rr]iver $")


def _is_sea(text: str, toponym: Toponym) -> bool:
    """Whether a name is that of a sea, and not of the state on its shore that is called so ("Red Sea state")."""
    state = _REGION_AFTER.match(text, toponym.span.end) or REGIONS_AFTER.match(text, toponym.span.end)
    return toponym.name.endswith((" Sea", " Ocean")) and state is None


def _river(text: str, toponym: Toponym, gazetteer: Gazetteer) -> bool:
    """Whether the words around a name make a river of it."""
    if toponym.form != "name":
        return False
    before = text[max(0, toponym.span.start - 20) : toponym.span.start]
    if _RIVER.match(text, toponym.span.end) or _THE_RIVER.search(before):
        return True
    across = _ACROSS.search(before) is not None and _NO_NOUN.match(text, toponym.span.end) is not None
    towns = (match.entry.kind == "settlement" for match in gazetteer.matches(toponym.name))
    return _BANK.search(before) is not None or (across and all(towns))


def _somebodys(toponym: Toponym, actors: Sequence[Span], gazetteer: Gazetteer) -> bool:
    """Whether a name is part of an actor's name, or all of it where look-up saw no place; actors are in order.

    Initials that are an actor's are no other name of a town ("SANA", an agency, and Sanaa).
    """
    whole = _around(toponym.span, actors)
    if whole is None or whole != toponym.span or toponym.score <= 0:
        return whole is not None
    initials = toponym.name.isupper() and len(toponym.name) <= _INITIALS
    return initials and all(m.entry.kind == "settlement" and m.how != "name" for m in gazetteer.matches(toponym.name))


def _around(span: Span, several: Sequence[Span]) -> Span | None:
    """The one of several stretches, which are in order, that a stretch lies in."""
    at = bisect_right(several, span.start, key=lambda one: one.start) - 1
    return several[at] if at >= 0 and several[at].covers(span) else None


def _shares(text: str, sites: Sequence[Site]) -> dict[str, float]:
    """The shares of the countries that a report speaks of; where it was written counts if it names nothing else."""
    written = written_at(text, sites)
    counts = country_weights(text, [site for site in sites if site not in written] or sites)
    total = sum(counts.values())
    return {
        code: round(count / total, 4) for code, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    }
