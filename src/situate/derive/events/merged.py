"""Events: claims that tell the same happening, or the same state of affairs, counted once.

Claims of one type and polarity become tellings (``telling``), tellings that agree (``alike``) become groups
(``grouping``), and each group is an event that keeps the reason of each link. The order of the claims does not matter.
"""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from situate.derive.claims.consistent import Setting
from situate.derive.claims.telling import STATES, WEEK, Telling, hit, is_open, named_in, parties, tellings
from situate.derive.events.alike import contradicts
from situate.derive.events.figures import best_figure, in_all
from situate.derive.events.grouping import Group, grouped
from situate.derive.events.tolls import COUNTED_AGAIN, TELLING
from situate.derive.interest import rules
from situate.derive.known import Known
from situate.derive.places import best_place, claim_place, named_together, related, settled
from situate.derive.standing import confidence_of, standing_of
from situate.derive.timeline import moment, narrowest
from situate.model.claim import Claim
from situate.model.event import DENIAL, Event, Part
from situate.model.ids import event_id
from situate.model.interval import OPEN, Interval, last_day
from situate.model.place import Place
from situate.model.quantity import Quantity
from situate.model.tolls import LENT, RECOUNT, toll


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Events in order of their ids; the claims that deny some of them, by event; the claims that are taken back.

    ``authors``: for events that different sides are said to have done, the claims by side. ``tellings`` are those of an
    event, ``beside`` the pairs of events that were weighed against each other and kept apart, the smaller id first.
    """

    events: tuple[Event, ...]
    denials: Mapping[str, tuple[str, ...]]
    authors: Mapping[str, Mapping[str, tuple[str, ...]]]
    void: frozenset[str]
    tellings: Mapping[str, tuple[Telling, ...]]
    beside: frozenset[tuple[str, str]]


def events(claims: Sequence[Claim], known: Known, settings: Mapping[str, Setting]) -> Found:
    """All events of these claims; ``settings``: those of their reports."""
    by_id = {claim.id: claim for claim in claims}
    several = by_family(by_id.values())
    around = {report: setting.around for report, setting in settings.items()}
    there = {claim: place for setting in settings.values() for claim, place in setting.there.items()}
    told = {kind: tellings(several[kind], known.publications, around, known.answered.keys()) for kind in several}
    denied = {claim: words for setting in settings.values() for claim, words in setting.denied.items()}
    return found_in({kind: grouped(kind, told[kind]) for kind in several}, by_id, known, there, denied)


def by_family(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Claims of deeds by the family of their type: those of two families are never one event."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.type != DENIAL:
            found[family_of(claim.type)].append(claim)
    return found


def found_in(
    groups: Mapping[str, Sequence[Group]],
    claims: Mapping[str, Claim],
    known: Known,
    there: Mapping[str, Place],
    words: Mapping[str, Sequence[str]],
    wanted: Callable[[Group], bool] = lambda group: True,
) -> Found:
    """The events of groups, by family; only of those that are wanted, with what is beside them.

    ``there``: where claims without a place are, by what their report tells before them; ``words``: claims by which
    somebody denies what a claim tells.
    """
    made: list[Event] = []
    denials: dict[str, tuple[str, ...]] = {}
    authors: dict[str, Mapping[str, tuple[str, ...]]] = {}
    void: set[str] = set()
    told_by: dict[str, tuple[Telling, ...]] = {}
    beside: set[tuple[str, str]] = set()
    for kind in sorted(groups):
        ids = [event_id(tuple(group.claims)) for group in groups[kind]]
        for group, identity in zip(groups[kind], ids, strict=True):
            if not wanted(group):
                continue
            told = [claims[c] for c in group.claims]
            void |= _taken_back(kind, told, known)
            against = [c for d in group.denials if _speaks_against(kind, d, group.tellings) for c in d.claims]
            denied = _denied([claims[c] for c in against], told, known, words)
            done_by = _authors(kind, [c for c in told if not known.withdrawn(c)])
            made.append(_event(group, told, known, there, void=void, disputed=bool(denied or done_by)))
            denials |= {identity: denied} if denied else {}
            authors |= {identity: done_by} if done_by else {}
            told_by[identity] = (*group.tellings, *group.denials)
            beside.update((min(identity, ids[other]), max(identity, ids[other])) for other in group.beside)
    return Found(
        events=tuple(sorted(made, key=lambda event: event.id)),
        denials=denials,
        authors=authors,
        void=frozenset(void),
        tellings=told_by,
        beside=frozenset(beside),
    )


def family_of(kind: str) -> str:
    """The family of types that tell one kind of happening, the type itself where it has none."""
    return next((name for name, types in rules()["families"].items() if kind in types), kind)


def _exactness(kind: str) -> int:
    types: Sequence[str] = rules()["families"].get(family_of(kind), (kind,))
    return types.index(kind)


def _taken_back(kind: str, told: Sequence[Claim], known: Known) -> set[str]:
    """In a happening that a report has taken back: the claims of the report that takes it back, which tell it again."""
    reports = {claim.report for claim in told if known.withdrawn(claim)}
    if kind in STATES or not reports:
        return set()
    return {c.id for c in told if not reports.isdisjoint(known.publications[c.report].retracts)}


def _denied(
    denials: Sequence[Claim], told: Sequence[Claim], known: Known, words: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    """The claims that deny what others tell; one voice of one report that says both tells of two things.

    ("Forty trucks reached the town. The convoy of the United Nations has not entered it.")
    """
    voices = {_voice(claim) for claim in told}
    against = (c for c in denials if not known.withdrawn(c) and voices - {_voice(c)})
    by_word = {word for c in told if not known.withdrawn(c) for word in words.get(c.id, ())}
    return tuple(sorted({*(c.id for c in against), *by_word}))


def _speaks_against(kind: str, denial: Telling, tellings: Sequence[Telling]) -> bool:
    return any(contradicts(kind, denial, telling) for telling in tellings)


def _voice(claim: Claim) -> tuple[str, str]:
    return claim.report, claim.speakers[0].evidence.quote.casefold() if claim.speakers else ""


def _authors(kind: str, told: Sequence[Claim]) -> Mapping[str, tuple[str, ...]]:
    """The claims by the side that did it, where different claims name sides of which none is named together."""
    harm = any(rules()["interest"].get(claim.type, {}).get("harm") for claim in told)
    if not harm or kind in STATES or any(claim.type in rules()["mutual"] for claim in told):
        return {}
    by_side: dict[str, list[Claim]] = defaultdict(list)
    for claim in told:
        for side in parties(claim, "actor"):
            by_side[side].append(claim)
    together = any(len(parties(claim, "actor")) > 1 for claim in told)
    of_one = any(
        one_deed(a, b)
        for side, some in by_side.items()
        for other, more in by_side.items()
        if side < other
        for a in some
        for b in more
    )
    if len(by_side) < 2 or together or not of_one:
        return {}
    return {side: tuple(sorted(claim.id for claim in by_side[side])) for side in sorted(by_side)}


def one_deed(a: Claim, b: Claim) -> bool:
    """Whether two claims by themselves tell one deed, for which they can blame two sides.

    Both are told as done, of one day and one place, a settlement or less. Where two sides fight both attack and shell
    there on one day: such claims must also tell of one thing that was hit or with which it was, or of one toll.
    """
    if {a.modality, b.modality} != {"actual"} or {a.polarity, b.polarity} != {"positive"}:
        return False
    names = named_in(a.roles, ends=False) & named_in(b.roles, ends=False)
    if names and not (a.interval.known and b.interval.known and a.interval.earliest != b.interval.earliest):
        return True  # one thing with a name
    here, there = claim_place(a), claim_place(b)
    days = (a.interval.earliest, a.interval.latest), (b.interval.earliest, b.interval.latest)
    if here is None or there is None or not (settled(here) and settled(there) and related(here, there)):
        return False
    if days[0] != days[1] or not a.interval.known or (a.interval.earliest or "")[:10] != (a.interval.latest or "")[:10]:
        return False
    rare = {a.type, b.type} <= set(rules()["seldom"])
    return rare or bool(hit(a) & hit(b)) or bool(_shot(a) & _shot(b)) or bool(_tolls_of(a) & _tolls_of(b))


def _shot(claim: Claim) -> set[str]:
    """The one missile or bomb with which a claim says that it was done: "the missile was fired by the army"."""
    quotes = (role.evidence.quote.casefold().split() for role in claim.fillers("instrument"))
    return {words[-1] for words in quotes if words} & set(rules()["one_shot"])


def _tolls_of(claim: Claim) -> set[float]:
    figures = (figure.best for name in ("killed", "wounded") if (figure := toll(claim, name)) is not None)
    return {figure for figure in figures if figure is not None and figure >= TELLING}


def _event(
    group: Group, claims: Sequence[Claim], known: Known, there: Mapping[str, Place], *, void: set[str], disputed: bool
) -> Event:
    """The event of the claims that tell it; what denies it is among its claims and makes none of its fields.

    ``there``: where claims without a place are, by what their report tells before them.
    """
    ordered = sorted(claims, key=lambda c: (known.published(c.report) or "9999", c.report, c.trigger.span.start, c.id))
    ids = tuple(sorted([*group.claims, *group.denied_by]))
    actual = [c for c in ordered if c.modality == "actual"] or ordered
    place = best_place(actual) or best_place(ordered) or next((there[c.id] for c in actual if c.id in there), None)
    places = () if place is None else named_together(actual, place)
    saying = [c for c in actual if c.modality != "possible"] or actual  # "if the army enters" backs no plan to enter
    standing = standing_of(saying, known, void=void, disputed=disputed)
    return Event(
        id=event_id(tuple(group.claims)),
        kind="state" if ordered[0].type in STATES or all(map(_is_no_deed, actual)) else "happening",
        type=_type(actual),
        claims=ids,
        polarity=actual[0].polarity,
        modality=actual[0].modality,
        place=next(iter(places), None),
        place_reason=None if places else _reason(ordered),
        also=places[1:],
        interval=_interval(actual, known),
        actors=_parts(ordered, done=actual[0].modality == "actual"),
        figures=_figures([c for c in actual if not is_total(c)] or actual, known),
        reports=len({c.report for c in claims}),
        independent_origins=standing.origins,
        standing=standing.word,
        confidence=confidence_of(actual, standing),
        why=tuple(sorted([*group.links, *_recounts(claims)])),
        words=ordered[0].trigger.quote,
    )


def _recounts(claims: Sequence[Claim]) -> Iterator[tuple[str, str, str]]:
    """Which claims count again what another claim told, an attack or deaths.

    Those whose dead a blow has been lent do, unless another claim beside them counts dead that no blow has.
    """
    counting = [claim for claim in claims if toll(claim, "killed") is not None]
    again = {RECOUNT, LENT} if all(_counts_by(claim, {RECOUNT, LENT}) for claim in counting) else {RECOUNT}
    for claim in claims:
        if claim.same_as is not None and _counts_by(claim, again):
            yield claim.id, claim.same_as, COUNTED_AGAIN


def _counts_by(claim: Claim, reasons: Collection[str]) -> bool:
    return any(role.reason in reasons for role in claim.fillers("killed"))


_SELDOM = 3


def _type(claims: Sequence[Claim]) -> str:
    """The most exact type that an event is told as; blows whose words leave their sort open count less.

    How an attack ended is no more exact a word for it than any other.
    What fewer than a third of its claims tell is likelier a slip of the reader than the most exact word for it.
    """
    sure = [claim.type for claim in claims if not is_open(claim) and claim.type != _OUTCOME]
    sure = sure or [claim.type for claim in claims]
    told = [kind for kind in sure if _SELDOM * sure.count(kind) >= len(sure)] or sure
    return min(told, key=_exactness)


_OUTCOME = "repel"
_LONG = 1000  # days
_DONE = frozenset({"actual", "attempted"})
_DAY = len("2017-09-05")
_MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
})  # fmt: skip


_OF_PEOPLE = frozenset({"kill", "displace"})
_FEW_DAYS = 3  # "79 were killed over the last 48 hours" is news of its own, as are the dead of a weekend


def _is_no_deed(claim: Claim) -> bool:
    """Whether a claim adds up harm, or tells of a truce that holds since a day that nobody tells: none that begins."""
    in_force = claim.type == "ceasefire" and claim.interval.earliest is None and claim.interval.latest == OPEN
    return in_force or is_total(claim)


def is_total(claim: Claim) -> bool:
    """Whether a claim adds up the harm of many days ("since March 300 people were killed"): no single happening."""
    harm = rules()["interest"].get(claim.type, {}).get("harm")
    if not harm:
        return False
    words = {word for role in claim.fillers("time") for word in re.findall(r"\w+", role.evidence.quote.casefold())}
    if not any(role.quantity is not None for role in claim.fillers("killed", "wounded", "affected")):
        width = moment(claim.interval).width  # "deaths from 2 May to 30 June are put at …"
        lasting = claim.type == "kill" and claim.interval.basis != "none" and WEEK < width < _LONG
        # "A quarter of the population was displaced since the conflict began": of which day is that?
        return lasting or (claim.type in _OF_PEOPLE and "since" in words and not claim.interval.known)
    if _of_the_war(claim):
        return True
    if claim.type in _OF_PEOPLE and _as_of(claim):
        return True
    window = moment(claim.interval)
    dates = bool(words & _MONTHS)
    stretch = "between" in words and (claim.type == "kill" or dates)
    stretch = stretch or ("from" in words and dates and not words.isdisjoint({"to", "until", "till", "through"}))
    if stretch and claim_place(claim) is None:
        return True  # whichever of the two dates was read
    return not words.isdisjoint(rules()["adding_up"]) and (not claim.interval.known or window.width > _FEW_DAYS)


_MANY = 100  # dead that a count "as of Wednesday" adds up, and finds in no one place


def _as_of(claim: Claim) -> bool:
    """ "As of Wednesday, 598 civilians had been killed": a running count; of a few it can be that of one blow."""
    told = any(role.evidence.quote.casefold().startswith("as of ") for role in claim.fillers("time"))
    figures = (q.low for role in claim.fillers("killed", "affected") if (q := role.quantity) is not None)
    return told and any(low is not None and low >= _MANY for low in figures)


_NO_BLOW = 10_000  # dead that no one attack leaves: the crackdown that began the war


def _of_the_war(claim: Claim) -> bool:
    """ "Thousands have died": so many that nothing else is told of them are those of the war so far."""
    least = [q.low for r in claim.fillers("killed") if (q := r.quantity) is not None and q.low is not None]
    if not least or max(least) < rules()["mass"]:
        return False
    if claim.type != "kill" and max(least) >= _NO_BLOW:
        return True
    place, by_somebody = claim_place(claim), bool(claim.fillers("actor", "instrument"))
    vague = all(q.vague for role in claim.fillers("killed") if (q := role.quantity) is not None)
    timed = any(not role.carried for role in claim.fillers("time"))
    wide = (place is None or not settled(place)) and (claim.type != "kill" or not by_somebody)
    if not timed and (vague or wide):
        return True  # "rebel fire killed 1,102 people", "air raids kill thousands": whenever it was
    return claim.type == "kill" and place is None and not by_somebody


def _reason(claims: Sequence[Claim]) -> str:
    reasons = [r.reason for c in claims for r in c.fillers("place", "origin", "destination", "route") if r.reason]
    return reasons[0] if reasons else "not_said"


def _interval(claims: Sequence[Claim], known: Known) -> Interval:
    """When it was by the claims that say so; what was done on no day that is told was over when it was first told."""
    told = [c.interval for c in claims if c.interval.known]
    if not told:
        return _by_then(claims, known)
    window = narrowest([moment(i) for i in told])
    first = next((i for i in told if i.earliest == window.earliest), told[0])
    still = any(i.latest == OPEN for i in told)
    latest = OPEN if still else window.latest or window.earliest
    return Interval(earliest=window.earliest, latest=latest, precision=first.precision, basis=first.basis)


def _by_then(claims: Sequence[Claim], known: Known) -> Interval:
    """No date but an end: the day of the first report that tells a deed as done; none for states, plans and denials."""
    first = claims[0]
    days = [day[:_DAY] for c in claims if (day := known.published(c.report)) is not None]
    if first.type in STATES or first.modality not in _DONE or first.polarity != "positive" or not days:
        return first.interval
    return Interval(latest=min(days, key=last_day))


def _parts(claims: Sequence[Claim], *, done: bool) -> tuple[Part, ...]:
    """Who did it, and to whom; ``done``: it happened.

    Who only may have done that is no doer of it; who planned it is one where nobody says who did it.
    """
    told = [claim for claim in claims if claim.modality == "actual" and any(r.actor for r in claim.fillers("actor"))]
    doing = {claim.id for claim in told or [claim for claim in claims if claim.modality != "possible"]}
    seen: dict[tuple[str, str], Part] = {}
    for claim in claims:
        for role in claim.fillers("actor", "target") if not done or claim.id in doing else claim.fillers("target"):
            if role.actor is not None:
                seen.setdefault((role.role, role.actor.id), Part(role=role.role, actor=role.actor))
    return tuple(seen[key] for key in sorted(seen))


def _figures(claims: Sequence[Claim], known: Known) -> tuple[tuple[str, Quantity], ...]:
    """Bounds over all claims: the lowest low, the highest high; ``best`` only where the last words agree on one.

    "Dozens" bounds nothing that somebody has counted.
    """
    result = []
    live = [c for c in claims if not known.withdrawn(c)] or claims
    for name in ("killed", "wounded", "affected", "area"):
        people = any(toll(c, name) is not None for c in claims)
        found = [figure for c in in_all(name, claims) if (figure := toll(c, name, families=not people)) is not None]
        if found:
            over = _over([one for one in found if not one.vague] or found)
            best = best_figure(name, live, known, families=not people)
            result.append((name, dataclasses.replace(over, best=best)))
    return tuple(result)


def _over(found: Sequence[Quantity]) -> Quantity:
    """One quantity that covers all of them; an open end ("at least 500") stays open."""
    floors = [v for q in found for v in (q.low, q.best) if v is not None]
    tops = [v for q in found for v in (q.high, q.best, q.low) if v is not None]
    open_above = any(q.high is None for q in found)
    low = min(floors) if floors and all(q.low is not None or q.best is not None for q in found) else None
    bests = {q.best for q in found if q.best is not None}
    return Quantity(
        low=low,
        best=bests.pop() if len(bests) == 1 else None,
        high=None if open_above or not tops else max(tops),
        unit=next((q.unit for q in found if q.unit), None),
        approximate=any(q.approximate for q in found),
    )
