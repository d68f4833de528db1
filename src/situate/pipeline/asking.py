"""Asking: which claims, events and spells answer a question."""

from __future__ import annotations

import datetime as dt
import difflib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from situate.derive import holding, is_stale
from situate.derive.atlas import one_place
from situate.errors import BadArgument
from situate.model.claim import Claim
from situate.model.codec_parts import place_from, place_json
from situate.model.event import DENIAL, Contradiction
from situate.model.interval import UNKNOWN_INTERVAL, Interval, last_day
from situate.model.place import Place
from situate.model.record import Filter, Link, Named, StoredReport
from situate.model.report import Report
from situate.model.situation import Spell
from situate.ontology import load
from situate.pipeline.deriving import bounds
from situate.pipeline.names import outlet_meant, people_meant
from situate.pipeline.places import known_places, path_of, places_meant
from situate.pipeline.wiring import Parts
from situate.ports import Store
from situate.store.rows import folded, named_of

_JUST_ENDED_DAYS = 30
_DIMENSIONS = ("control", "siege", "access", "truce", "population")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The filters of a list, as the user wrote them; ``None`` = not asked."""

    place: str | None = None
    actor: str | None = None
    types: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    speaker: str | None = None
    outlet: str | None = None
    states: bool = False
    words: bool = False


def as_filter(store: Store, asked: Question, parts: Parts) -> Filter:
    """The filter that a question means in this record.

    :raises BadArgument: a date is no date, or no such place, actor, speaker or outlet is known.
    """
    links: list[tuple[Link, tuple[str, ...]]] = []
    if asked.place:
        names = parts.names()
        meant = places_meant(asked.place, known_places(store, names), names)
        links.append(("place", tuple(sorted(meant.ids))))
    if asked.actor:
        links.append(("actor", people_meant(store, "actor", asked.actor, parts.names())))
    if asked.speaker:
        links.append(("speaker", people_meant(store, "speaker", asked.speaker, parts.names())))
    if asked.outlet:
        links.append(("outlet", (outlet_meant(store, asked.outlet),)))
    since, until = time_asked(asked)
    return Filter(
        types=asked.types,
        without_types=() if asked.words or asked.types else parts.word_types(),
        since=since,
        until=until,
        links=tuple(links),
    )


def time_asked(asked: Question) -> tuple[str | None, str | None]:
    """The first and the last ISO day that are asked about."""
    since = bounds(asked.since)[0] if asked.since else None
    until = bounds(asked.until)[1] if asked.until else None
    if since and until and since > until:
        raise BadArgument(f"{asked.since} comes after {asked.until}.", remedy="Give the earlier date first.")
    return since, until


def only_happenings(wanted: Filter, asked: Question) -> Filter:
    """For events: states of affairs are left out unless they, or one of their types, are asked for."""
    return wanted if asked.states or asked.types else replace(wanted, kinds=("happening",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A spell of a situation: ``path`` are the places that hold it, outermost first; ``claims`` back it.

    ``ended`` = it no longer holds on the day asked for, and ended in the thirty days before.
    """

    spell: Spell
    path: tuple[str, ...]
    claims: tuple[Claim, ...]
    reports: tuple[Report, ...]
    ended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What holds at ``at`` (ISO day) at ``place`` and its parts (``None`` = everywhere), and what has just ended.

    ``doubts`` counts the contradictions about these places.
    """

    at: str | None
    place: Place | None
    holding: tuple[Held, ...]
    ended: tuple[Held, ...]
    places: Mapping[str, Place]
    doubts: int


def situation(
    store: Store, place: str | None, at: str | None, *, parts: Parts | None = None, stale_days: int = 30
) -> Situation:
    """The spells that hold at a day (default: the last publication date of the record), by place and dimension.

    :raises BadArgument: nobody knows such a place.
    """
    stages = parts or Parts()
    day = at or last_publication(store)
    names = stages.names()
    places = known_places(store, names)
    meant = places_meant(place, places, names) if place else None
    spells = [spell for spell in store.spells() if meant is None or spell.place.id in meant.ids]
    holds = holding(spells, day) if day else spells
    over = [spell for spell in spells if day and spell not in holds and _just_ended(spell, day)]
    return Situation(
        at=day,
        place=meant.whole if meant else None,
        holding=_held(store, [seen_from(spell, day, stale_days) for spell in holds], places, ended=False),
        ended=_held(store, over, places, ended=True),
        places=places,
        doubts=sum(1 for one in _still_open(store) if meant is None or (one.place and one.place.id in meant.ids)),
    )


def last_publication(store: Store) -> str | None:
    """The last day on which a present report came out, ``None`` when none is dated."""
    dates = [kept.report.published for kept in store.reports() if kept.report.published]
    return max((last_day(value).isoformat() for value in dates), default=None)


def seen_from(spell: Spell, day: str | None, stale_days: int) -> Spell:
    """The spell as it looks on a day: stale when there was no news for long."""
    stale = is_stale(spell.last_news, spell.ends, day, stale_days)
    return replace(spell, stale=stale)


def _just_ended(spell: Spell, day: str) -> bool:
    if spell.ends.open or not spell.ends.latest:
        return False
    end, now = last_day(spell.ends.latest), dt.date.fromisoformat(day)
    return end <= now <= end + dt.timedelta(days=_JUST_ENDED_DAYS)


def _held(store: Store, spells: Sequence[Spell], places: Mapping[str, Place], *, ended: bool) -> tuple[Held, ...]:
    made = [backed(store, spell, places, ended) for spell in spells]
    return tuple(sorted(made, key=lambda held: (_names_of(held.path, places), held.path, _rank(held.spell))))


def _rank(spell: Spell) -> tuple[int, str]:
    order = _DIMENSIONS.index(spell.dimension) if spell.dimension in _DIMENSIONS else len(_DIMENSIONS)
    return order, spell.id


def _names_of(path: Sequence[str], places: Mapping[str, Place]) -> tuple[str, ...]:
    return tuple(places[one].name if one in places else one for one in path)


def backed(store: Store, spell: Spell, places: Mapping[str, Place], ended: bool) -> Held:
    """A spell with the places around it, and the claims and reports that it (or its end) rests on."""
    claims = store.claims_by_id(spell.ended_by if ended and spell.ended_by else spell.claims)
    wanted = Filter(links=(("report", tuple(sorted({claim.report for claim in claims}))),))
    reports = tuple(kept.report for kept in store.reports(wanted))
    return Held(spell=spell, path=path_of(spell.place, places), claims=claims, reports=reports, ended=ended)


# Lists ----------------------------------------------------------------------------------------------------------------


def check_types(types: Sequence[str]) -> None:
    """Make sure that these are claim types.

    :raises BadArgument: one is not; the remedy names similar ones.
    """
    if not types:
        return
    known = sorted(load().types)
    for name in types:
        if name not in known:
            near = ", ".join(difflib.get_close_matches(name, known, n=4, cutoff=0.4)) or ", ".join(known)
            raise BadArgument(f"{name!r} is no claim type.", remedy=f"Perhaps: {near}.")


def _narrows(asked: Question) -> bool:
    return replace(asked, since=None, until=None, states=False, words=False) != Question()


def reports_asked(store: Store, asked: Question, parts: Parts) -> Iterator[StoredReport]:
    """Reports published in the time asked for, of which a claim meets the other filters."""
    since, until = time_asked(asked)
    dates = Filter(since=since, until=until)
    if not _narrows(asked):
        return store.reports(dates)
    if _narrows(replace(asked, outlet=None)):
        claims = store.claims(as_filter(store, replace(asked, since=None, until=None, words=True), parts))
        wanted = tuple(sorted({claim.report for claim in claims}))
        return store.reports(replace(dates, links=(("report", wanted),)))
    outlet = outlet_meant(store, asked.outlet or "")
    return (kept for kept in store.reports(dates) if folded(kept.report.outlet or "") == outlet)


def names_asked(
    store: Store, kind: Literal["place", "actor", "speaker"], asked: Question, parts: Parts
) -> tuple[Named, ...]:
    """The places, actors or speakers of the claims that meet the filters, the most spoken of first."""
    found = _names_asked(store, kind, asked, parts)
    if kind != "place":
        return found
    return tuple(_in_full(one, parts) for one in _each_once(found, store, asked, parts))


def _each_once(found: Sequence[Named], store: Store, asked: Question, parts: Parts) -> Sequence[Named]:
    """Places of which the record has several spellings, each under the id that events and situations have."""
    one = {key: place.id for key, place in one_place(place_from(named.data) for named in found).items()}
    if not one:
        return found
    ids = sorted({*one, *one.values()})
    told: dict[str, set[tuple[str, str]]] = defaultdict(set)
    wanted = as_filter(store, replace(asked, words=True), parts)
    for claim in store.claims(replace(wanted, links=(*wanted.links, ("place", tuple(ids))))):
        for key in {key for of, key, _rank, _data in named_of(claim) if of == "place" and key in ids}:
            told[one.get(key, key)].add((claim.id, claim.report))
    counted = [
        replace(named, claims=len(told[named.id]), reports=len({report for _, report in told[named.id]}))
        if named.id in told
        else named
        for named in found
        if named.id not in one
    ]
    return sorted(counted, key=lambda named: (-named.claims, named.id))


def _in_full(one: Named, parts: Parts) -> Named:
    """A place that claims only name with what is beside or inside it ("near Ramla"), as the gazetteer has it."""
    known = parts.names().place(one.id) if one.data.get("precision") == "none" else None
    return one if known is None else replace(one, data=place_json(known))


def _names_asked(
    store: Store, kind: Literal["place", "actor", "speaker"], asked: Question, parts: Parts
) -> tuple[Named, ...]:
    if asked == Question():
        return store.named(kind)
    claims: Counter[str] = Counter()
    reports: dict[str, set[str]] = defaultdict(set)
    for claim in store.claims(as_filter(store, replace(asked, words=True), parts)):
        for key in sorted({key for of, key, _rank, _data in named_of(claim) if of == kind}):
            claims[key] += 1
            reports[key].add(claim.report)
    found = [
        replace(one, claims=claims[one.id], reports=len(reports[one.id]))
        for one in store.named(kind)
        if one.id in claims
    ]
    return tuple(sorted(found, key=lambda one: (-one.claims, one.id)))


def _still_open(store: Store) -> Iterator[Contradiction]:
    return (one for one in store.contradictions() if one.status == "open")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A contradiction with what it is about: the types of its claims, and the time that the first dated one gives."""

    contradiction: Contradiction
    types: tuple[str, ...]
    interval: Interval


def contradictions_asked(store: Store, asked: Question, parts: Parts) -> Iterator[Doubt]:
    """Contradictions of which a claim meets the filters, by the first day that their claims tell, then by id."""
    wanted = None if asked == Question() else as_filter(store, replace(asked, words=True), parts)
    claims = None if wanted is None else {claim.id for claim in store.claims(wanted)}
    found = []
    for one in store.contradictions():
        ids = [claim for _value, some in one.values for claim in some]
        if claims is None or not claims.isdisjoint(ids):
            found.append(_doubt(store, one, ids))
    return iter(sorted(found, key=lambda one: (one.interval.earliest or "9999", one.contradiction.id)))


def _doubt(store: Store, contradiction: Contradiction, ids: Sequence[str]) -> Doubt:
    told = store.claims_by_id(ids)
    dated = sorted((c.interval.earliest or "", c.id, c.interval) for c in told if c.interval.earliest)
    types = tuple(sorted({claim.type for claim in told} - {DENIAL}))
    return Doubt(contradiction=contradiction, types=types, interval=dated[0][2] if dated else UNKNOWN_INTERVAL)
