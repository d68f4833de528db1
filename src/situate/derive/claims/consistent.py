"""Claims as derivation takes them: put right by what the whole of their report, or of the record, says.

Nothing here changes what is kept: claims stay as they were read. Each rule has a name in ``rules.yaml`` or says below
what it rests on.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain, pairwise

from situate.derive.atlas import Atlas, places_of
from situate.derive.claims.denied import denied
from situate.derive.claims.lent import days_of_dead, lent, of_its_blow, sides_told_again, with_lent
from situate.derive.claims.takings import taken_by, towns_taken
from situate.derive.claims.telling import NOWHERE, STATES, Around, surrounding
from situate.derive.claims.told_on import told_on
from situate.derive.interest import rules, sides
from situate.derive.known import Known
from situate.derive.namesakes import unplaced
from situate.derive.places import claim_place, related
from situate.derive.timeline import moment
from situate.model.claim import Claim, Role
from situate.model.event import DENIAL
from situate.model.interval import OPEN, Interval
from situate.model.place import Place
from situate.model.publication import Publication
from situate.model.span import Span
from situate.model.tolls import PART, RECOUNT, toll


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the whole of a report says of its claims, one by one.

    ``breakers`` are the sides that break a siege in it, ``until`` the claims of a siege that it tells the end of;
    ``alive`` are its words for people who fled or are held, and for those who are among dead that it has counted;
    ``meant`` gives the type of what a bare word points back
    to, by claim; ``around`` is where it is set, and ``there`` where blows are that it tells without a place, by claim.
    ``lent`` are figures of dead that blows have from deaths told after them, and the sides of those that they tell
    again, by the blow's claim. ``days`` are the times of claims that have none of their own, from what tells the same
    again in words that have one. ``denied`` are words by which somebody denies what a claim tells, by its id.
    """

    breakers: frozenset[str] = frozenset()
    until: frozenset[str] = frozenset()
    alive: tuple[Span, ...] = ()
    meant: Mapping[str, str] = field(default_factory=dict)
    around: Around = NOWHERE
    there: Mapping[str, Place] = field(default_factory=dict)
    lent: Mapping[str, tuple[Role, ...]] = field(default_factory=dict)
    days: Mapping[str, Interval] = field(default_factory=dict)
    denied: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def consistent(claims: Sequence[Claim], known: Known, atlas: Atlas) -> tuple[list[Claim], dict[str, Setting]]:
    """The same claims in the same order, those put right that need it; and the settings of their reports.

    Reports must come whole; ``atlas`` has all places that they name.
    """
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.report].append(claim)
    settings = {report: _setting(some, known, atlas) for report, some in told.items()}
    return [put_right(claim, settings[claim.report], known, atlas) for claim in claims], settings


def put_right(claim: Claim, setting: Setting, known: Known, atlas: Atlas) -> Claim:
    """A claim as derivation takes it, where it is known what the rest of its report says of it."""
    right = _put_right(_on_the_map(claim, atlas, setting.around), setting.breakers, known)
    if right.id in setting.until:
        right = dataclasses.replace(right, interval=_until(right.interval))
    right = with_lent(_meaning(_alive(right, setting.alive), setting.meant), setting.lent)
    right = of_its_blow(right, setting.lent)
    return dataclasses.replace(right, interval=setting.days[right.id]) if right.id in setting.days else right


def _meaning(claim: Claim, meant: Mapping[str, str]) -> Claim:
    return dataclasses.replace(claim, type=meant[claim.id]) if claim.id in meant else claim


def _setting(claims: Sequence[Claim], known: Known, atlas: Atlas) -> Setting:
    """The setting of a report with these claims."""
    denials = [claim for claim in claims if claim.type == DENIAL]
    claims = [claim for claim in claims if claim.type != DENIAL]
    if not claims:
        return Setting()
    ends = [claim for claim in claims if claim.type == "siege_end" and claim.polarity == "positive"]
    breakers = frozenset(side for claim in ends for side in sides(claim, "actor"))
    moved = [claim for claim in claims if claim.type in rules()["not_dead"]]
    parts = _parts(claims)
    alive = tuple(
        r.evidence.span
        for claim in moved
        for r in claim.fillers("affected", "target")
        if not r.evidence.span.overlaps(claim.trigger.span)  # "killed 26 displaced people"
        and not _are_dead(r, claims)
    )
    alive += tuple(r.evidence.span for claim in claims if claim.id in parts for r in claim.fillers("killed"))
    publication = known.publications[claims[0].report]
    around = _around(claims, publication)
    right = [_alive(_put_right(_on_the_map(claim, atlas, around), breakers, known), alive) for claim in claims]
    days = _days_told(right) | days_of_dead(right, parts)
    right = [dataclasses.replace(c, interval=days[c.id]) if c.id in days else c for c in right]
    meant, around = _pointing_back(right), _around(right, publication)
    return Setting(
        breakers=breakers,
        until=frozenset(claim.id for claim in right if claim.type == "besiege" and _held_until(claim, ends)),
        alive=alive,
        meant=meant,
        around=around,
        there=told_on([_meaning(claim, meant) for claim in right], around, publication.country, publication.town),
        lent=_lent([_meaning(claim, meant) for claim in right], parts),
        days=days,
        denied=denied(denials, right),
    )


def _around(claims: Sequence[Claim], publication: Publication) -> Around:
    """Where a report is set: the places that its claims name; else where it was written, or what it is about."""
    named = surrounding(places_of(claims))
    if named != NOWHERE:
        return named
    return surrounding(place for place in (publication.town, publication.country) if place is not None)


def _lent(claims: Sequence[Claim], parts: Set[str]) -> Mapping[str, tuple[Role, ...]]:
    given = lent(claims, parts), sides_told_again(claims), towns_taken(claims)
    return {claim: tuple(role for one in given for role in one.get(claim, ())) for claim in {*chain(*given)}}


def _days_told(claims: Sequence[Claim]) -> dict[str, Interval]:
    """The day of happenings that are told first without one, and again with one, by the ids of the claims without.

    "The road is open again. The army reopened it on Monday": what seemed to be of the day of the report was on Monday.
    """
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.same_as or claim.id].append(claim)
    found: dict[str, Interval] = {}
    for some in told.values():
        days = {c.interval for c in some if c.interval.basis not in {"publication", "none"} and c.interval.known}
        if len(days) == 1:
            day = days.pop()
            found |= {c.id: day for c in some if c.interval.basis == "publication"}
    first = {claim.id: claim for claim in claims if claim.fillers("time") and claim.interval.known}
    for claim in (c for c in claims if c.type not in STATES):  # again, right after it, without a time
        before = first.get(claim.same_as or "")
        if before is not None and not claim.fillers("time", "duration") and _is_right_after(claim, before):
            found[claim.id] = before.interval
            wrong = claim.interval
            alike = (c for c in told[before.id] if c.interval == wrong and c.same_as == before.id)
            found |= dict.fromkeys((c.id for c in alike), before.interval)
    ordered = sorted(claims, key=lambda c: (c.trigger.span.start, c.id))
    found |= {state.id: deed.interval for state, deed in pairwise(ordered) if _is_told_with_its_day(state, deed)}
    return found


def _is_right_after(claim: Claim, before: Claim) -> bool:
    reach: int = rules()["told_on"]["letters"] // 8
    return 0 < claim.trigger.span.start - before.trigger.span.end <= reach


def _is_told_with_its_day(state: Claim, deed: Claim) -> bool:
    """Whether the next words tell on what day that was which a place sees once, and is told first as it is now.

    "The siege is over. The army broke through on Monday."
    """
    if state.type != deed.type or state.type not in rules()["told_on"]["once"]:
        return False
    if {state.modality, deed.modality} != {"actual"} or {state.polarity, deed.polarity} != {"positive"}:
        return False
    undated = state.interval.basis == "publication" and not state.fillers("time", "duration")
    dated = deed.interval.basis not in {"publication", "none"} and bool(deed.fillers("time"))
    near = deed.trigger.span.start - state.trigger.span.end <= rules()["told_on"]["letters"] // 4
    return undated and dated and near and _can_mean(dataclasses.replace(deed, interval=state.interval), state)


def _until(mine: Interval) -> Interval:
    """The time of a siege of which only the end was told: it held until that day; another date says nothing."""
    if mine.earliest == mine.latest and mine.precision == "day":
        return dataclasses.replace(mine, earliest=None)
    return Interval(latest=OPEN)


def _held_until(claim: Claim, ends: Sequence[Claim]) -> bool:
    """ "Broke the siege on Friday": the siege that ended then was not laid then, but held until then."""
    mine, here = claim.interval, claim_place(claim)
    if _dated_from_elsewhere(claim) and any(end.sentence == claim.sentence and end.interval != mine for end in ends):
        return True
    if claim.modality != "actual" or not mine.earliest or mine.earliest != mine.latest or here is None:
        return False
    done = [end for end in ends if end.modality == "actual" and end.interval == mine]
    if any(claim_place(end) is None and end.sentence == claim.sentence is not None for end in done):
        return True  # one sentence tells of one siege
    places = [place for end in done if (place := claim_place(end)) is not None]
    return any(related(here, place) for place in places)


def _dated_from_elsewhere(claim: Claim) -> bool:
    """Whether a siege has a date, and its sentence none for it: neither a day that it names, nor since when."""
    mine = claim.interval
    dated = mine.earliest or mine.latest not in {None, OPEN}
    return bool(dated) and claim.sentence is not None and not claim.fillers("time", "duration")


def _alive(claim: Claim, moved: Sequence[Span]) -> Claim:
    """People whom the report tells to have fled or to be held are not the dead of another claim."""
    if claim.type in rules()["not_dead"]:
        return claim
    roles = [r for r in claim.roles if r.role != "killed" or not any(r.evidence.span.overlaps(s) for s in moved)]
    return claim if len(roles) == len(claim.roles) else _kept(claim, roles)


def _are_dead(people: Role, claims: Sequence[Claim]) -> bool:
    """ "Two dead were brought to a clinic", "12 residents died and 40 were brought there": the dead are those that the
    next word tells to have died, whoever was taken away.
    """
    rule, span = rules()["parts"], people.evidence.span
    if not set(rule["dead"]).isdisjoint(people.evidence.quote.casefold().split()):
        return True
    deaths = (c for c in claims if c.type == rule["type"] and any(r.evidence.span == span for r in c.fillers("killed")))
    return any(0 <= c.trigger.span.start - span.end <= rule["beside"] for c in deaths)


def _parts(claims: Sequence[Claim]) -> Set[str]:
    """The claims of deaths that are a part of those told shortly before.

    "An air strike killed 14 people. Six of the dead were children": a smaller figure, and nothing of its own beside;
    no other day is told between ("On Friday soldiers entered the town. Two men were shot").
    """
    told = sorted((c for c in claims if c.modality == "actual"), key=lambda c: (c.trigger.span.start, c.id))
    parts: set[str] = set()
    whole: Claim | None = None
    for claim in told:
        dead, counts = _dead(claim), [r for r in claim.fillers("killed") if r.quantity is not None]
        if counts and all(role.reason == PART for role in counts):
            parts.add(claim.id)
        if whole is not None and _goes_on_to_another_day(claim, whole):
            whole = None
        if dead is None or claim.polarity == "negative":
            continue
        if _among_them(claim) or (whole is not None and _is_part(claim, whole)):
            parts.add(claim.id)
        else:
            whole = claim
    return parts


def _goes_on_to_another_day(claim: Claim, whole: Claim) -> bool:
    told = claim.interval.known and any(not role.carried for role in claim.fillers("time"))
    return told and not moment(claim.interval).meets(moment(whole.interval)) and whole.interval.known


def _among_them(claim: Claim) -> bool:
    """Whether its words say that it tells of dead told before ("five of the dead"), if their number was read or not."""
    return claim.trigger.quote.casefold().split()[0] in rules()["parts"]["among"]


def _is_part(claim: Claim, whole: Claim) -> bool:
    rule = rules()["parts"]
    if any(role.reason == RECOUNT for role in claim.fillers("killed")):
        return False
    if claim.type != rule["type"] or claim.fillers(*rule["own"]) or any(role.place for role in claim.roles):
        return False
    apart = claim.trigger.span.start - whole.trigger.span.end
    words = {word for r in claim.fillers("killed") for word in r.evidence.quote.casefold().split()}
    shared = any(a.evidence.span.overlaps(b.evidence.span) for a in claim.fillers("killed") for b in whole.roles)
    mine, all_dead = _dead(claim), _dead(whole)
    smaller = mine is not None and all_dead is not None and mine < all_dead
    return smaller and 0 < apart <= rule["letters"] and not shared and words.isdisjoint(rule["more"])


def _dead(claim: Claim) -> float | None:
    """The most dead that a claim counts."""
    told = toll(claim, "killed")
    return None if told is None else told.most


def _pointing_back(claims: Sequence[Claim]) -> Mapping[str, str]:
    """For bare words ("the attack"): the type of what the report told of the same time and place before."""
    back = rules()["back"]
    told = [claim for claim in claims if claim.type in (*back["to"], *back["beside"])]
    meant = {claim.id: _meant(claim, told) for claim in claims if told and _is_bare(claim)}
    return {claim: kind for claim, kind in meant.items() if kind is not None}


def _is_bare(claim: Claim) -> bool:
    back = rules()["back"]
    return claim.type == back["type"] and claim.trigger.quote.casefold() in back["words"]


def _meant(claim: Claim, told: Sequence[Claim]) -> str | None:
    near = [
        c for c in told if c.type in rules()["back"]["to"] or (c.sentence is not None and c.sentence == claim.sentence)
    ]
    meant = [c for c in near if _can_mean(claim, c)]
    at = claim.trigger.span.start
    nearest = min(meant, key=lambda c: (abs(c.trigger.span.start - at), c.id), default=None)
    return nearest.type if nearest is not None else None


def _can_mean(claim: Claim, told: Claim) -> bool:
    """Whether a bare word can point to another claim: one time, or none of its own, and no other place or side."""
    here, there = claim_place(claim), claim_place(told)
    if here is not None and there is not None and not related(here, there):
        return False
    left, right = sides(claim, "actor"), sides(told, "actor")
    if left and right and not left & right:
        return False
    mine, other = claim.interval, told.interval
    timeless = not mine.known or mine.basis == "publication"
    return timeless or (mine.earliest, mine.latest) == (other.earliest, other.latest)


def _put_right(claim: Claim, breakers: Set[str], known: Known) -> Claim:
    claim = _place_held(_place_taken(_reported(_denied(claim))))
    if claim.type == "besiege":
        return _besieger(claim, breakers)
    if claim.type == "siege_end":
        return _ended(claim, known.published(claim.report))
    return taken_by(claim) if claim.type in {"capture", "withdraw"} else claim


def _place_taken(claim: Claim) -> Claim:
    """ "The town was captured", read of a captive: a place that is taken is no captive."""
    rule = rules()["taken"]
    if claim.type not in rule["types"] or set(claim.trigger.quote.casefold().split()).isdisjoint(rule["words"]):
        return claim
    towns = [role for role in claim.fillers("target") if role.place is not None and role.actor is None]
    if not towns or claim.fillers("affected"):
        return claim
    roles = (dataclasses.replace(r, role="place") if r in towns else r for r in claim.roles)
    return dataclasses.replace(claim, type="capture", roles=tuple(roles))


def _place_held(claim: Claim) -> Claim:
    """ "Lisk lies in the hands of the rebels", both read as who holds: a place holds nothing, and is what they hold."""
    places = [role for role in claim.fillers("actor") if role.place is not None and role.actor is None]
    if claim.type != "control" or claim.fillers("place") or not places or not sides(claim, "actor"):
        return claim
    return _kept(claim, (dataclasses.replace(r, role="place") if r in places else r for r in claim.roles))


def _ended(claim: Claim, published: str | None) -> Claim:
    """An end does not last: the duration beside it is that of the siege, and the end is news of the day."""
    if claim.interval.latest != OPEN or not claim.fillers("duration") or published is None:
        return claim
    day = Interval(earliest=published[:10], latest=published[:10], precision="day", basis="publication")
    return dataclasses.replace(claim, interval=day)


def _besieger(claim: Claim, breakers: Set[str]) -> Claim:
    """Who breaks a siege does not lay it ("the army broke the siege"), where another actor may have done so."""
    if not breakers & sides(claim, "actor"):
        return claim
    return _kept(claim, [r for r in claim.roles if not (r.role == "actor" and _side(r) in breakers)])


def _side(role: Role) -> str | None:
    return (role.actor.side or role.actor.id) if role.actor is not None else None


_NOT = frozenset({"not", "n't", "n’t", "never", "nor"})


def _denied(claim: Claim) -> Claim:
    """What somebody is said to deny is told as not so, whatever polarity was read; who denies it is not who did it.

    Who "denied a convoy passage" did so: the words of the deed say nothing of it. What the report told before and only
    takes up stays: "denied that anybody died in the strike", "that they were behind the bombing" deny neither.
    """
    said = claim.speakers[0] if claim.speakers else None
    dead = claim.type in rules()["families"]["blow"] and claim.fillers("killed", "wounded")
    if claim.same_as is not None and (dead or (claim.polarity == "positive" and not claim.roles)):
        return claim
    cue = set((said.cue or "").casefold().split()) if said is not None else set()
    denying = (cue & set(rules()["denying"])) - set(claim.trigger.quote.casefold().split())
    if said is None or not denying or cue & _NOT:  # who did "not deny" it denies nothing
        return claim
    roles = [r for r in claim.roles if not (r.role == "actor" and r.evidence.span.overlaps(said.evidence.span))]
    return dataclasses.replace(claim, polarity="negative", roles=tuple(roles))


def _reported(claim: Claim) -> Claim:
    """Deaths that are doubtful for no more than being hearsay ("four were reportedly killed") count as told."""
    hearsay = claim.modality == "possible" and any(r.reason == "hearsay" for r in claim.fillers("killed", "wounded"))
    return dataclasses.replace(claim, modality="actual") if hearsay else claim


def _kept(claim: Claim, roles: Iterable[Role]) -> Claim:
    return dataclasses.replace(claim, roles=tuple(roles))


def _on_the_map(claim: Claim, atlas: Atlas, around: Around) -> Claim:
    """A claim with its places as the record knows them: facilities and names as the place that they are.

    Where the report names no place that anybody knows, it is set in the countries of those who act in the claim.
    """
    if not around.countries:
        around = Around(countries=frozenset(r.actor.country for r in claim.roles if r.actor and r.actor.country))
    roles = tuple(_with_place(role, atlas, around) for role in claim.roles)
    return claim if roles == claim.roles else _kept(claim, roles)


def _with_place(role: Role, atlas: Atlas, around: Around) -> Role:
    told = role.place or unplaced(role)
    if told is None:
        return role
    place = atlas.known_as(told, around.provinces, around.countries)
    if place.precision == "none" or place == role.place:
        return role
    return dataclasses.replace(role, place=place, reason=None)
