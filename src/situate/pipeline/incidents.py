"""The events of one report as the incidents of MUC-4: which kind each is of, and who and what its slots hold."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from situate.derive import derive, publications
from situate.evaluate.templates import AGREEMENT, SLOTS, Incident, Meant, Spot, Told, dice
from situate.extract.tree.words import lexicon
from situate.model.claim import Claim, Role
from situate.model.event import Event
from situate.model.interval import first_day
from situate.model.mention import Mention
from situate.model.place import Place
from situate.pipeline.publishing import set_in
from situate.pipeline.wiring import Findings
from situate.resolve.gazetteer.lookup import Gazetteer
from situate.resolve.where.written_in import written_in
from situate.text.lemmas import lemma

# What events of a type are called there; the words of a claim can say more (fire, loot, a bomb that destroys).
_KINDS = {
    "assault": "attack", "kill": "attack", "airstrike": "attack", "shelling": "attack", "chemical_attack": "attack",
    "abuse": "attack", "destroy": "attack", "explosion": "bombing", "suicide_bombing": "bombing",
    "abduct": "kidnapping",
}  # fmt: skip
_BY_WORDS = {
    "arson": re.compile(r"\b(?:burn\w*|arson\w*|torch\w*|set .*(?:fire|ablaze)|fire)\b", re.IGNORECASE),
    "robbery": re.compile(r"\b(?:loot|plunder|ransack|pillag|rob|stole|steal)\w*", re.IGNORECASE),
    "bombing": re.compile(r"\b(?:bomb|dynamit|explo|blow|blew|blown|blast)\w*", re.IGNORECASE),
}  # fmt: skip
_DEVICE = re.compile(r"\b(?:\w+[- ])?(?:bombs?|dynamite|mines?|grenades?|explosives?|devices?)\b", re.IGNORECASE)
_THINGS = ("targets", "victims", "weapons")
_WARFARE = frozenset({"airstrike", "shelling", "chemical_attack"})
_TWO_MONTHS = 62  # days
_A_DAY = dt.timedelta(days=1)
_LONG = 100_000  # days, for a stretch that is open
_HARMED = frozenset({"killed", "wounded", "affected"})
_HUMAN = frozenset({"people", "actor"})
_PRONOUNS = frozenset(
    {
        "it", "he", "she", "they", "them", "him", "her", "his", "their", "its", "who", "we", "us", "i", "you",
        "themselves", "himself",
    }
)  # fmt: skip
_EMPTY = frozenset({
    "a", "an", "the", "of", "in", "at", "on", "by", "to", "and", "or", "other", "others", "this", "that", "these",
    "those",
})  # fmt: skip
_HEAD_ENDS = re.compile(r"\s+(?:of|in|at|from|who|that|which|near|on|with|for|to|by|belonging|identified)\b|,", re.I)


def told(found: Findings, gazetteer: Gazetteer) -> Told:
    """What one report tells in the terms of the scheme."""
    town = written_in(found.report.text, gazetteer)
    every = incidents(found, lambda code: gazetteer.place(f"country:{code}"), town)
    return Told(every=every, reported=[one for one in every if reportable(one, found.report.published)])


def incidents(
    found: Findings, country: Callable[[str], Place | None] = lambda code: None, town: Place | None = None
) -> list[Incident]:
    """The incidents that the events of one report tell: what is said to have happened, or to be about to.

    ``country`` gives the country of an ISO code, ``town`` is that of the report's dateline.
    """
    claims = {claim.id: claim for claim in found.claims}
    towns = {found.report.id: town} if town is not None else {}
    derived = derive(found.claims, set_in(publications([found.report]), found.claims, country, towns))
    made = []
    for event in derived.events:
        of = [claims[c] for c in event.claims if claims[c].polarity == "positive"]
        kind = _kind(event, of)
        if of and kind is not None and event.modality != "possible":
            made.append(_incident(kind, event, of, found.mentions))
    return _joined(made)


def reportable(incident: Incident, published: str | None) -> bool:
    """Whether the scheme would make a template of it: of recent harm to people or things, or of a weapon.

    MUC-4 is about terrorism: it leaves out strikes from the air and by artillery, unless they hit a person with a name.
    It leaves out what happened more than two months before the report, and what is told of in general alone.
    """
    if incident.warfare and not incident.fillers["victims"]:
        return False
    day = incident.interval.last
    long_ago = published is not None and day is not None and (first_day(published) - day).days > _TWO_MONTHS
    return not long_ago and (incident.harmed or any(incident.fillers[slot] for slot in _THINGS))


def _joined(told: Iterable[Incident]) -> list[Incident]:
    """One incident for events that name one victim or target: an attack, whom it killed, the bomb that it was.

    Events of other days or of other provinces are two, whatever they name.
    An event that names neither them nor a weapon belongs to the only incident of its kind that does.
    """
    made: list[Incident] = []
    for one in sorted(told, key=lambda one: one.kind == "attack"):
        _put(made, one, [n for n, other in enumerate(made) if _one(other, one)][:1])
    vague = [one for one in made if not any(one.fillers[slot] for slot in _THINGS)]
    kept = [one for one in made if any(one.fillers[slot] for slot in _THINGS)]
    for one in vague:
        alike = [n for n, other in enumerate(kept) if other.kind == one.kind]
        _put(kept, one, alike if len(alike) == 1 and any(kept[alike[0]].fillers[slot] for slot in _THINGS) else [])
    return kept


def _put(made: list[Incident], one: Incident, at: Sequence[int]) -> None:
    """Join an incident with the one at a place, or add it."""
    if at:
        made[at[0]] = _both(made[at[0]], one)
    else:
        made.append(one)


def _one(a: Incident, b: Incident) -> bool:
    alike = a.kind == b.kind or (b.kind == "attack" and a.kind in {"bombing", "arson"})
    named = any(_meets(a.fillers[slot], e) for slot in ("targets", "victims") for e in b.fillers[slot])
    return alike and named and not _apart(a, b)


def _apart(a: Incident, b: Incident) -> bool:
    """Whether two incidents are told of other days (one may be told a day off), or of other provinces."""
    if _over_before(a, b) or _over_before(b, a):
        return True
    provinces = {(p.country, p.admin1) for p in (a.place, b.place) if p is not None and p.admin1 is not None}
    return len(provinces) > 1


def _over_before(a: Incident, b: Incident) -> bool:
    last, first = a.interval.last, b.interval.first
    return last is not None and first is not None and last < first - _A_DAY


def _meets(entities: Iterable[tuple[str, ...]], entity: tuple[str, ...]) -> bool:
    return any(dice(a, b) >= AGREEMENT for other in entities for a in other for b in entity)


def _both(a: Incident, b: Incident) -> Incident:
    fillers = {
        slot: (*a.fillers[slot], *(e for e in b.fillers[slot] if not _meets(a.fillers[slot], e))) for slot in SLOTS
    }
    first, second = sorted((a, b), key=_vagueness)
    return dataclasses.replace(
        a,
        fillers=fillers,
        interval=first.interval if first.interval.known else second.interval,
        place=b.place if b.place is not None and (a.place is None or _finer(b.place, a.place)) else a.place,
        warfare=a.warfare and b.warfare,
        harmed=a.harmed or b.harmed,
    )


def _vagueness(one: Incident) -> tuple[bool, int]:
    """How little the words of a report say of when an incident was: no words do, or a long stretch is told."""
    first, last = one.interval.first, one.interval.last
    return one.interval.basis not in {"stated", "relative"}, (last - first).days if first and last else _LONG


def _finer(place: Place, other: Place) -> bool:
    return place.admin1 is not None and other.admin1 is None


def _kind(event: Event, claims: Sequence[Claim]) -> str | None:
    words = [claim.trigger.quote for claim in claims]
    words += [role.evidence.quote for claim in claims for role in claim.fillers("instrument")]
    if event.type == "destroy":
        return next((kind for kind, of in _BY_WORDS.items() if any(of.search(w) for w in words)), "attack")
    if _KINDS.get(event.type) == "attack" and any(_BY_WORDS["bombing"].search(w) for w in words):
        return "bombing"
    return _KINDS.get(event.type)


def _incident(kind: str, event: Event, claims: Sequence[Claim], mentions: Sequence[Mention]) -> Incident:
    fillers: dict[str, list[tuple[str, ...]]] = {slot: [] for slot in SLOTS}
    for claim in claims:
        for slot, words in _fillers(claim, mentions):
            if not any(dice(words, other) >= AGREEMENT for entity in fillers[slot] for other in entity):
                fillers[slot].append((words,))
    return Incident(
        kind=kind,
        fillers=fillers,
        interval=event.interval,
        place=event.place,
        warfare=event.type in _WARFARE,
        harmed=any(_harms(role) for claim in claims for role in claim.roles),
    )


def _fillers(claim: Claim, mentions: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    for role in claim.roles:
        words = _words(role)
        if words is None:
            continue
        inside = [m for m in mentions if role.evidence.span.covers(m.evidence.span)]
        if role.role == "actor":
            yield from (("perpetrators", part) for part in _parties(role, words, inside))
        elif role.role in {"killed", "wounded", "affected"} or (
            role.role == "target" and _is_human(role, words, inside)
        ):
            yield from (("victims", name) for name in _named(inside))
        elif role.role == "target":
            yield "targets", words
        elif role.role == "instrument":
            yield "weapons", words
    if not claim.fillers("instrument") and _DEVICE.fullmatch(claim.trigger.quote):
        yield "weapons", claim.trigger.quote


def _harms(role: Role) -> bool:
    """Whether a role holds people who are no fighters."""
    words = _words(role) if role.role in _HARMED | {"target"} else None
    return words is not None and _kind_of_head(words) == "people"


def _kind_of_head(words: str) -> str | None:
    """What the noun at the head of a phrase denotes, by the reader's lists."""
    head = (_HEAD_ENDS.split(words)[0].split() or [""])[-1]
    return lexicon()["kinds"].get(lemma(head.lower(), "NOUN"))


def _words(role: Role) -> str | None:
    """The words for what fills a role; a pronoun by what it stands for, ``None`` where that is not known."""
    quote = role.evidence.quote
    words = role.ref if quote.casefold() in _PRONOUNS else quote
    return " ".join(words.split()) if words and set(words.casefold().split()) - _PRONOUNS - _EMPTY else None


def _parties(role: Role, words: str, inside: Sequence[Mention]) -> Iterator[str]:
    """Who did it: a person or a group, and the organisation that the phrase says it is of."""
    head = _HEAD_ENDS.split(words)[0]
    of = [
        m.evidence.quote
        for m in inside
        if m.kind in {"organisation", "armed_group"} and m.evidence.span != role.evidence.span
    ]
    of = [" ".join(quote.split()) for quote in of if dice(quote, head) < AGREEMENT]
    yield head if of else words
    yield from of


def _named(inside: Sequence[Mention]) -> Iterator[str]:
    """The persons whom a phrase names; the templates keep no others ("two peasants")."""
    for mention in inside:
        if mention.kind == "person" and mention.form == "name":
            yield " ".join(mention.evidence.quote.split())


def _is_human(role: Role, words: str, inside: Sequence[Mention]) -> bool:
    """Whether a target is somebody: who the resolver knows, or whose head noun is one of people, or a named person."""
    if role.actor is not None:
        return True
    kind = _kind_of_head(words)
    if kind is not None:
        return kind in _HUMAN
    return any(m.kind == "person" for m in inside)


def meanings(spots: Iterable[Spot], gazetteer: Gazetteer) -> Mapping[Spot, Meant]:
    """What the places of the keys mean by the gazetteer: the country, and the region of the first name that it has."""
    return {spot: _meant(spot, gazetteer) for spot in set(spots)}


def _meant(spot: Spot, gazetteer: Gazetteer) -> Meant:
    countries = [entry for entry in gazetteer.lookup(spot.country) if entry.kind == "country"]
    code = countries[0].country if countries else None
    for name in (spot.department, *spot.towns) if code else ():
        entries = [entry for entry in gazetteer.lookup(name, code) if entry.admin1] if name else []
        # Of a department that the gazetteer lacks, the region is that of the town of its name.
        entries.sort(key=lambda entry: (entry.kind != "region") == (name == spot.department))
        if entries:
            return Meant(country=code, regions=frozenset([str(entries[0].admin1)]))
    return Meant(country=code)
