"""When, where, who, how many: the meanings of what a report's claims quote, from that report alone."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from situate.model.actor import Actor
from situate.model.claim import ACTOR_ROLES, BY_SCORER, FIGURE_ROLES, PLACE_ROLES, Claim, Evidence, Role, Speaker
from situate.model.mention import Attribution, Mention, Reading, TimeExpression
from situate.model.place import Place
from situate.model.report import Report
from situate.model.span import Span
from situate.ontology import BLOWS, Ontology, load
from situate.resolve.claim_sense import (
    apart,
    harmed_people,
    no_doing_outlet,
    no_doing_town,
    no_shelling_civilians,
    not_to_the_doer,
    of_somebody,
    only_hurt,
    place_meant,
    told_apart,
    uncounted,
    where_they_live,
    without_tellers,
)
from situate.resolve.codes.codebooks import at_place, codes
from situate.resolve.counted import counted
from situate.resolve.gazetteer.lookup import Gazetteer
from situate.resolve.in_order import Taken, Towns
from situate.resolve.one_person import each_one
from situate.resolve.outlets import Outlets
from situate.resolve.private import private_persons
from situate.resolve.recasing import in_mixed_case, quoted_from
from situate.resolve.recounts import recounted
from situate.resolve.right_figures import with_right_figures
from situate.resolve.unheaded import unheaded
from situate.resolve.when.chronicle import in_entries
from situate.resolve.when.claim_times import claim_time, retold
from situate.resolve.when.covered import in_covered_days
from situate.resolve.when.intervals import claim_intervals
from situate.resolve.when.local_time import at_local_time
from situate.resolve.when.no_place import day_not_place
from situate.resolve.when.report_times import ReportTimes, layer, read_times
from situate.resolve.when.said import counted_to, of_another_clause, said_then
from situate.resolve.when.told_ahead import by_stamps, not_ahead, of_one_day
from situate.resolve.when.told_rows import by_row
from situate.resolve.when.undatable import undatable, without_news
from situate.resolve.where.beside import dead_of_a_blow, where_told_beside
from situate.resolve.where.contrary import held_elsewhere
from situate.resolve.where.exactly import (
    at_counted,
    at_target,
    not_of_a_part,
    not_where_fired,
    of_their_clause,
    where_counted,
)
from situate.resolve.where.headed import under_headings, under_places
from situate.resolve.where.headings import Head
from situate.resolve.where.lists import all_named, each_place
from situate.resolve.where.report import PlaceMention, Resolution, resolve_places
from situate.resolve.where.said import came_there, comes_from, dateline_end, governs, left_for, said_there
from situate.resolve.where.sole import at_sole_town
from situate.resolve.where.strangers import full_names, people
from situate.resolve.who.harmed import HARMED, harmed
from situate.resolve.who.joined import further, with_further
from situate.resolve.who.named_sides import against_groups, groups, with_owners
from situate.resolve.who.parts import Part
from situate.resolve.who.phrase import Linked, Linker
from situate.resolve.who.pronouns import told_anew
from situate.resolve.who.registry import Registry
from situate.resolve.who.report import link_all
from situate.resolve.who.stands_for import with_antecedents
from situate.resolve.who.told import NamesTold, Naming, ReportContext
from situate.text import quantities

_ACTOR_MENTIONS = frozenset({"person", "organisation", "nationality"})
_BY_PLACE, _BY_SPAN = attrgetter("start", "end"), attrgetter("span.start", "span.end")
_NAMED = frozenset({"person", "organisation", "place"})
_ARMED = frozenset({"state_forces", "rebel_group", "political_militia", "communal_militia", "external_forces"})
# Who holds something, told by sort alone. (An army may be a neighbour's.)
_SORT = re.compile(
    r"(?:the\s+)?(?:regime|rebels?|opposition|insurgents?|government|separatists?|junta|kurd(?:s|ish))", re.IGNORECASE
)
# What is done to places: a target that bears the name of one is the place, and nobody whom no table knows.
_GOING = frozenset({"displace", "evacuate", "return", "withdraw", "advance", "deploy"})
_OF_PLACES = frozenset({"capture", "handover", "besiege", "siege_end", "shelling", "airstrike"})
_TAKEN = frozenset({"captured", "seized", "retaken", "overrun", "recaptured"})
_PLACES, _FIGURES = PLACE_ROLES | {"target"}, FIGURE_ROLES | {"target"}  # roles that can mean such
# Share of a report's places that a country needs to be the one whose conflict is told; less where no other is near.
_SURE, _LIKELY, _CLEARLY = 0.5, 0.4, 1.25
_SAID_OF = 0.2  # share of the one in which all blows are


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A reading with its meanings; ``report`` knows its date from its dateline where nothing else gave one, and the
    private persons that it names.
    """

    report: Report
    reading: Reading
    times: tuple[TimeExpression, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found for the spans of one report."""

    places: Mapping[Span, Resolution]
    actors: Mapping[Span, Linked]
    joined: Mapping[Span, Sequence[Evidence]]
    harmed: Mapping[Span, Actor]


class Resolver:
    """Gazetteer, registry, outlets and ontology, loaded once; nothing is remembered between reports."""

    def __init__(
        self, gazetteer: Gazetteer, registry: Registry, ontology: Ontology, outlets: Outlets | None = None
    ) -> None:
        self._gazetteer, self._ontology = gazetteer, ontology
        self._outlets = outlets or Outlets.load()
        self._linker, self._abbreviations = Linker(registry), registry.abbreviations()

    @classmethod
    def load(cls, added: Path | None = None) -> Resolver:
        """The embedded tables, with the user's own in the folder ``added``.

        :raises StopRun: the gazetteer was not built, or a file that was added is damaged.
        """
        return cls(Gazetteer.open(added=added), Registry.load(added), load(), Outlets.load(added))

    def resolve(self, report: Report, reading: Reading) -> Resolved:
        """Give the claims, mentions and speakers of a reading their places, actors, figures, intervals and codes.

        A report in one case is resolved in mixed case, where names show, and quoted as it is.
        """
        plain = in_mixed_case(report.text, reading, self._gazetteer, self._abbreviations, self._linker.names)
        if plain == report.text:
            return self._resolved(report, reading)
        meant = self._resolved(dataclasses.replace(report, text=plain), quoted_from(reading, plain))
        told = quoted_from((meant.reading, meant.times), report.text)
        return Resolved(report=dataclasses.replace(meant.report, text=report.text), reading=told[0], times=told[1])

    def _resolved(self, report: Report, reading: Reading) -> Resolved:
        times = read_times(report.text, report.published)
        given = (unheaded(claim, report.text) for claim in reading.claims)
        reading = dataclasses.replace(reading, claims=tuple(day_not_place(claim, times) for claim in given))
        if report.published is None and times.reference is not None:
            report = dataclasses.replace(report, published=times.reference, published_basis="dateline")
        parts = self._linker.names.parts(report.text)
        places, same, shares, towns, toponyms, heads = self._places(report, reading, parts)
        armed = groups(parts, self._linker.registry.rows)
        spots = {span for span, resolution in places.items() if resolution.reason != "not_a_place"}
        sided = tuple(
            with_owners(against_groups(claim, report.text, armed, spots), report.text, armed)
            for claim in reading.claims
        )
        reading = dataclasses.replace(reading, claims=sided)
        country, date = _told_of(shares, _struck(reading.claims, places)), times.reference
        side = self._outlets.side(report.outlet, self._linker.registry, date=date, country=country)
        said = [(c.span, s.span) for a in reading.attributions for s in a.speaker[:1] for c in a.content]
        said += _in_turns(reading.claims, [content for content, _ in said])
        marked = [(m.evidence.span, m.kind) for m in reading.mentions if m.kind in _NAMED and m.form == "name"]
        names = NamesTold(report.text, parts, self._linker, country=country, date=date)
        context = ReportContext(
            text=report.text, country=country, date=date, side=side, land=self._outlets.land(report.outlet),
            names=names, toponyms=toponyms, said=said, marked=marked, antecedents=reading.antecedents,
        )  # fmt: skip
        joined = {r.evidence.span: further(r.evidence, parts) for r in _actor_roles(reading.claims)}
        known = _Known(
            places,
            self._actors(reading, context, places, joined),
            joined,
            harmed(reading.claims, context, self._linker, _lands(places)),
        )
        at_place = frozenset(claim.id for claim in reading.claims if claim.fillers("place"))
        stated = with_antecedents(reading.claims, reading.antecedents, known.actors, report.text)
        happened = [_as_it_happened(claim, report.text, at_place) for claim in stated]
        written = dateline_end(report.text)
        linked = told_apart([_with_meanings(claim, known, same, report.text) for claim in happened])
        people = harmed_people(happened)
        told = (
            no_shelling_civilians(no_doing_outlet(without_tellers(not_to_the_doer(c), report.text)), people)
            for c in linked
        )
        found = {span: r.place for span, r in places.items() if r.place is not None}
        each = (each_place(at_counted(claim, report.text, found), report.text, found) for claim in told)
        fired = (not_where_fired(claim, report.text) for claim in each)
        exact = of_their_clause((at_target(claim, towns) for claim in fired), report.text)
        meant = (no_doing_town(claim, towns) for claim in exact)
        own = (where_they_live(_not_where_written(claim, written), report.text, towns) for claim in meant)
        headed = under_places(own, report.text, towns, times.sentences, written)
        sole = (at_sole_town(claim, report.text, towns, written) for claim in headed)
        claims = dead_of_a_blow(where_told_beside(sole, report.text), report.text, towns)
        claims = under_headings(claims, report.text, heads, towns)
        claims = [not_of_a_part(claim, report.text, found) for claim in claims]
        claims = with_right_figures(recounted(held_elsewhere(claims, towns), report.text), report.text)
        dated = _coded(tuple(_dated(claims, times, self._ontology)), self._ontology)
        mentions = tuple(_mention(m, known) for m in reading.mentions)
        attributions = tuple(_attribution(a, known) for a in reading.attributions)
        read = dataclasses.replace(reading, claims=dated, mentions=mentions, attributions=attributions)
        report = dataclasses.replace(report, persons=private_persons(mentions, dated, report.text))
        return Resolved(report=report, reading=read, times=layer(times, report.id))

    def _places(
        self, report: Report, reading: Reading, parts: Sequence[Part]
    ) -> tuple[
        dict[Span, Resolution], Mapping[str, Place], Mapping[str, float], Towns, frozenset[Span], Sequence[Head]
    ]:
        wanted: dict[Span, PlaceMention] = {}
        named = people(reading.mentions)
        men = Taken(evidence.span for evidence in named)
        in_full = {evidence.quote for evidence in named if len(evidence.quote.split()) > 1}
        for claim, role in ((c, r) for c in reading.claims for r in c.roles if r.role in _PLACES):
            span, place = role.evidence.span, role.role in PLACE_ROLES
            sure = place and role.evidence.quote not in in_full
            if place or _is_done_to_places(claim) or not of_somebody(span, men):
                wanted.setdefault(span, PlaceMention(span=span, ref=place_meant(role), sure=sure))
        for mention in reading.mentions:
            if mention.kind == "place":
                wanted.setdefault(mention.evidence.span, PlaceMention(span=mention.evidence.span))
        counted_there = (span for claim in reading.claims for span in where_counted(claim, report.text))
        for span in (*all_named(reading.claims, report.text), *counted_there):
            wanted.setdefault(span, PlaceMention(span=span, sure=True))
        mentions = sorted(wanted.values(), key=_BY_SPAN)
        spans = [mention.span for mention in mentions]
        persons = full_names(reading.mentions)
        full = [evidence.span for evidence in named if len(evidence.quote.split()) > 1]
        actors = sorted({*(Span(part.start, part.end) for part in parts if part.form == "row"), *full}, key=_BY_PLACE)
        found = resolve_places(
            report.text, mentions, self._gazetteer, countries=self._theatres(parts), title=report.title, actors=actors,
            persons=persons,
        )  # fmt: skip
        resolved = dict(zip(spans, found.resolutions, strict=True))
        by_id = {r.place.id: r.place for r in found.resolutions if r.place is not None}
        toponyms = frozenset(toponym.span for toponym, _ in found.toponyms)
        towns = Towns(
            (t.span, r.place) for t, r in found.toponyms if r.place is not None and r.place.precision == "settlement"
        )
        return resolved, _one_spot(found.same_area, by_id), found.countries, towns, toponyms, found.heads

    def _theatres(self, parts: Sequence[Part]) -> Mapping[str, float]:
        """The countries in which the armed groups and missions are that a report names; states fight abroad, and tell
        nothing.
        """
        rows = self._linker.registry.rows
        named = sorted({i for part in parts if part.form == "row" for i in part.ids})
        telling = [row for i in named if (row := rows[i]).armed or row.kind == "international"]
        lands = [sorted({*row.theatres, row.country or ""} - {""}) for row in telling]
        shares: Counter[str] = Counter()
        for some in lands:
            shares.update({land: 1 / len(some) / len(lands) for land in some})
        return dict(shares)

    def _actors(
        self,
        reading: Reading,
        context: ReportContext,
        places: Mapping[Span, Resolution],
        joined: Mapping[Span, Sequence[Evidence]],
    ) -> dict[Span, Linked]:
        wanted: dict[Span, Naming] = {}
        asked = frozenset(one.span.start for one in context.antecedents)
        for claim in reading.claims:
            land = _land(claim, places)
            for role in claim.roles:
                if role.role in ACTOR_ROLES:
                    span, quote = role.evidence.span, role.evidence.quote
                    side = land if _SORT.fullmatch(quote) else None
                    if span not in wanted or (side and wanted[span].land is None):
                        naming = Naming(span=span, quote=quote, ref=role.ref, land=side)
                        wanted[span] = told_anew(naming, context.text, asked)
            for speaker in claim.speakers:
                span = speaker.evidence.span
                wanted[span] = Naming(span=span, quote=speaker.evidence.quote, speaker=True)
        for attribution in reading.attributions:
            for evidence in attribution.speaker:
                wanted.setdefault(evidence.span, Naming(span=evidence.span, quote=evidence.quote, speaker=True))
        for mention in reading.mentions:
            span = mention.evidence.span
            if mention.kind in _ACTOR_MENTIONS and span not in wanted:
                wanted[span] = Naming(span=span, quote=mention.evidence.quote)
        for piece in (piece for pieces in joined.values() for piece in pieces):
            wanted.setdefault(piece.span, Naming(span=piece.span, quote=piece.quote))
        namings = sorted(wanted.values(), key=_BY_SPAN)
        spans = [naming.span for naming in namings]
        return dict(zip(spans, link_all(namings, context, self._linker), strict=True))


def _actor_roles(claims: Sequence[Claim]) -> Iterator[Role]:
    return (role for claim in claims for role in claim.roles if role.role in ACTOR_ROLES)


def _land(claim: Claim, places: Mapping[Span, Resolution]) -> str | None:
    """The one state in which lies what a claim of control is about: rebels take and hold ground where they rebel."""
    if claim.type not in {"control", "capture"}:
        return None
    found = [places[r.evidence.span].place for r in claim.roles if r.role == "place" and r.evidence.span in places]
    lands = {place.country for place in found if place is not None}
    return lands.pop() if len(lands) == 1 else None


def _in_turns(claims: Sequence[Claim], contents: Sequence[Span]) -> list[tuple[Span, Span]]:
    """What is said, and by whom, where no words tell it: in transcripts and posts, by whose turn it is.

    "I" of a post is its author, whose name stands behind it.
    """
    found = []
    for claim in claims:
        if len(claim.speakers) != 1 or claim.speakers[0].cue or claim.sentence is None:
            continue
        if not any(content.covers(claim.trigger.span) for content in contents):
            found.append((claim.sentence, claim.speakers[0].evidence.span))
    return found


def _lands(places: Mapping[Span, Resolution]) -> dict[Span, str]:
    """The countries of the phrases for places that have one."""
    return {span: r.place.country for span, r in places.items() if r.place is not None and r.place.country}


def _struck(claims: Sequence[Claim], places: Mapping[Span, Resolution]) -> frozenset[str]:
    """The countries in which a report puts the blows that it tells, more exactly than by their names."""
    told = (c for c in claims if c.type in BLOWS and c.polarity == "positive" and c.modality == "actual")
    spans = {role.evidence.span for claim in told for role in claim.fillers("place")}
    found = [place for span in spans if (place := places[span].place) is not None and place.precision != "country"]
    return frozenset(place.country for place in found if place.country)


def _told_of(shares: Mapping[str, float], struck: Set[str] = frozenset()) -> str | None:
    """The country whose conflict a report tells: with most of its places, or with clearly more than any other.

    The names of powers that wage a war elsewhere are many: of several countries, the one that all blows are ``struck``
    in is meant, if much is said of it.
    """
    ranked = sorted(shares, key=lambda code: (-shares[code], code))
    if not ranked:
        return None
    next_share = shares[ranked[1]] if len(ranked) > 1 else 0.0
    first = shares[ranked[0]]
    if len(struck) == 1 and (there := next(iter(struck))) in shares and shares[there] >= _SAID_OF:
        return there
    sure = first >= _SURE and first > next_share
    return ranked[0] if sure or first >= max(_LIKELY, _CLEARLY * next_share) else None


def _one_spot(pairs: Sequence[tuple[str, str, str]], by_id: Mapping[str, Place]) -> dict[str, Place]:
    """One place for local places that the report puts at one spot; the second of a pair is the one with a name.

    ("one in the city's west, fortified by Brigade 137": the western pocket is Brigade 137.)
    """
    same: dict[str, Place] = {}
    chosen: dict[str, Place] = {}
    for first, second, _ in pairs:
        place = by_id.get(second) or chosen.get(second) or by_id.get(first)
        if place is None:
            continue
        chosen[second] = place
        if first != place.id:
            same[first] = place
    return same


def _as_it_happened(claim: Claim, text: str, at_place: Set[str]) -> Claim:
    """A claim without the place and the time of the telling: where and when somebody told of it, or came to do so.

    Nor with the day of another clause, where its own names one. ``at_place`` are the claims that have a place.
    """
    times = [role.evidence.span for role in claim.fillers("time")]
    roles = tuple(
        role
        for role in claim.roles
        if not (role.role == "place" and _told_there(claim, role.evidence.span, text))
        and not (role.role == "place" and claim.same_as in at_place and _speaker_s(claim, role.evidence.span))
        and not (role.role == "time" and _told_then(claim, role.evidence.span, times, text))
    )
    return claim if len(roles) == len(claim.roles) else dataclasses.replace(claim, roles=roles)


def _told_then(claim: Claim, span: Span, times: Sequence[Span], text: str) -> bool:
    trigger = claim.trigger.span
    apart = of_another_clause(text, span, times, trigger) or counted_to(text, span, trigger)
    return apart or said_then(text, span, trigger)


def _told_there(claim: Claim, span: Span, text: str) -> bool:
    """Whether a place is only where somebody speaks, comes from or flees to, or who governs there.

    Where people came is one of those, if a sentence before says so.
    """
    before = claim.sentence is not None and span.end <= claim.sentence.start
    if claim.type not in _GOING and (left_for(text, span) or comes_from(text, span)):
        return True
    return governs(text, span) or said_there(text, span) or (before and came_there(text, span))


def _speaker_s(claim: Claim, span: Span) -> bool:
    """Whether a place is part of the words for who says so ("The attack was repelled, police in Ostry said")."""
    return any(s.evidence.span.covers(span) and s.evidence.span != span for s in claim.speakers)


def _not_where_written(claim: Claim, end: int) -> Claim:
    """A claim without the place of the dateline, which ends at ``end``, where it names one of its own."""
    named = [role for role in claim.fillers("place") if role.place is not None]
    if not end or all(role.evidence.span.end <= end for role in named):
        return claim
    roles = tuple(role for role in claim.roles if role.role != "place" or role.evidence.span.end > end)
    return claim if len(roles) == len(claim.roles) else dataclasses.replace(claim, roles=roles)


def _is_done_to_places(claim: Claim) -> bool:
    return claim.type in _OF_PLACES or claim.trigger.quote.casefold() in _TAKEN


def _with_meanings(claim: Claim, known: _Known, same: Mapping[str, Place], text: str) -> Claim:
    taken = _is_done_to_places(claim)
    claim = only_hurt(claim, text)
    roles = apart([uncounted(_role(role, known, same, taken=taken), claim.trigger, text) for role in claim.roles])
    speakers = tuple(_speaker(speaker, known) for speaker in claim.speakers)
    meant = with_further(dataclasses.replace(claim, roles=roles, speakers=speakers), known.actors, known.joined)
    return counted(each_one(meant), text)


def _role(role: Role, known: _Known, same: Mapping[str, Place], *, taken: bool = False) -> Role:
    """A role with its meaning; ``taken``: what the claim tells is done to places, a name of one is nobody's."""
    span = role.evidence.span
    if role.role in PLACE_ROLES:
        found = known.places[span]
        place = same.get(found.place.id, found.place) if found.place else None
        return dataclasses.replace(
            role, place=place, candidates=found.candidates, reason=None if place else found.reason
        )
    quantity = quantities.parse(role.evidence.quote) if role.role in _FIGURES else None
    if role.role in ACTOR_ROLES:
        actor, reason = known.actors[span]
        stranger = actor is None or (actor.private and role.role == "target" and taken)
        place = known.places[span].place if stranger and span in known.places else None
        place = same.get(place.id, place) if place else None
        actor = None if place else actor
        reason = None if place or (actor and reason != BY_SCORER) else reason
        return dataclasses.replace(role, actor=actor, quantity=quantity, place=place, reason=reason)
    actor = known.harmed.get(span) if role.role in HARMED else None
    if quantity is role.quantity and actor is role.actor:
        return role
    return dataclasses.replace(role, quantity=quantity, actor=actor)


def _speaker(speaker: Speaker, known: _Known) -> Speaker:
    actor, reason = known.actors[speaker.evidence.span]
    return dataclasses.replace(speaker, actor=actor, reason=None if actor else reason)


def _dated(claims: Sequence[Claim], times: ReportTimes, ontology: Ontology) -> Iterator[Claim]:
    """Each claim with its interval; those that tell one happening date each other."""
    asked = [claim_time(claim, ontology) for claim in claims]
    intervals = claim_intervals(asked, retold(claims, ontology), times)
    dated = [dataclasses.replace(c, interval=i, ways=()) for c, i in zip(claims, intervals, strict=True)]
    dated = list(in_covered_days(by_stamps(in_entries(of_one_day(dated), times), times), times))
    for claim in without_news(dated, times):
        written = times.message_day(claim.trigger.span.start) or times.reference
        yield at_local_time(undatable(not_ahead(by_row(claim, times), written), times), times)


def _coded(claims: Sequence[Claim], ontology: Ontology) -> tuple[Claim, ...]:
    """The claims with their codes, which may turn on what else the sentence tells."""
    by_sentence: dict[Span | None, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_sentence[claim.sentence].append(claim)
    return tuple(_finished(c, ontology, [o for o in by_sentence[c.sentence] if o is not c]) for c in claims)


def _finished(claim: Claim, ontology: Ontology, beside: Sequence[Claim]) -> Claim:
    return at_place(dataclasses.replace(claim, codes=codes(claim, ontology, beside)))


def _mention(mention: Mention, known: _Known) -> Mention:
    span = mention.evidence.span
    found = known.places.get(span) if mention.kind == "place" else None
    if found is not None:
        reason = None if found.place else found.reason
        return dataclasses.replace(mention, place=found.place, candidates=found.candidates, reason=reason)
    linked = known.actors.get(span)
    if linked is not None:
        actor, reason = linked
        kind = "armed_group" if mention.kind == "organisation" and actor and actor.kind in _ARMED else mention.kind
        return dataclasses.replace(mention, kind=kind, actor=actor, reason=None if actor else reason)
    return mention


def _attribution(attribution: Attribution, known: _Known) -> Attribution:
    found: list[Actor | None] = [known.actors[e.span][0] for e in attribution.speaker if e.span in known.actors]
    return dataclasses.replace(attribution, actor=next((a for a in found if a), None))
