"""Contradictions as objects: what the reports do not agree on, with each value's claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from situate.derive.claims.telling import bounds, hit, is_of_others, parties
from situate.derive.events.disputed import disputed
from situate.derive.events.figures import in_all, last_words
from situate.derive.events.merged import Found, is_total
from situate.derive.events.tolls import TELLING, of_one_toll
from situate.derive.known import Known
from situate.derive.marks.of_claims import Mark
from situate.derive.marks.values import figure_words
from situate.derive.places import CITY_KM, claim_place, in_parts, settled
from situate.derive.standing import origin_of
from situate.derive.timeline import Window
from situate.model.claim import Claim
from situate.model.event import Contradiction, Event
from situate.model.ids import contradiction_id
from situate.model.interval import first_day, last_day
from situate.model.place import Place
from situate.model.quantity import Quantity
from situate.model.situation import Spell
from situate.model.tolls import RECOUNT, toll

_MUCH_MORE = 2.0  # from which on one floor does not leave room for the other
_A_WAR = 366  # days from which on a sum is one of the war so far
_MOST = 1.5  # "at least 135" leaves room for some more, not for half as many again


def of_events(found: Found, claims: Mapping[str, Claim], known: Known) -> Iterator[Contradiction]:
    """What the reports do not agree on about events; each is about the id of one."""
    yield from _tolls(found, claims, known)
    yield from _denials(found, claims, known)
    yield from _authors(found, claims)


def of_places(made: Sequence[Spell], marks: Sequence[Mark]) -> Iterator[Contradiction]:
    """What they do not agree on about places: holders on a day, the beginning of a spell."""
    yield from _holders(marks)
    yield from disputed(marks)
    yield from _starts(made, marks)


def _tolls(found: Found, claims: Mapping[str, Claim], known: Known) -> Iterator[Contradiction]:
    """Tolls of one happening, by different reports, that cannot both be right: their bounds do not meet.

    Each once: an attack that has its dead in common with others, or with an event of its own, tells of it for all.
    """
    seen: dict[str, list[frozenset[str]]] = defaultdict(list)
    of_attacks: set[tuple[str, str]] = set()
    for told in sorted(of_one_toll(found.events), key=_most_told):
        ids = sorted({c for event in told for c in _counting(event, found, claims)})
        together = _at_one_time(told[0], ids, claims, known)
        for name in ("killed", "wounded", "affected"):
            values: dict[str, list[str]] = defaultdict(list)
            for some in together:
                for value, claiming in _clashing(name, some, claims, known).items():
                    values[value] += claiming
            all_claims = frozenset(claim for some in values.values() for claim in some)
            again = (name, told[0].id) in of_attacks or any(all_claims <= other for other in seen[name])
            if values and not again:
                seen[name].append(all_claims)
                of_attacks |= {(name, event.id) for event in told}
                yield _made(name, told[0].id, told[0], values, "the reports give tolls that cannot both be right")


def _most_told(told: Sequence[Event]) -> tuple[bool, int, str]:
    """Attacks with their dead before what has none beside it; of either first what most claims tell."""
    return len(told) == 1, -len(told[0].claims), told[0].id


def _counting(event: Event, found: Found, claims: Mapping[str, Claim]) -> Iterator[str]:
    """The claims of an event that can count its dead: none that says it was not so, and no sum of the war."""
    denials = found.denials.get(event.id, ())
    told = [c for c in event.claims if c not in denials and claims[c].polarity == event.polarity]
    yield from [c for c in told if not is_total(claims[c])] or told


def _at_one_time(event: Event, ids: Sequence[str], claims: Mapping[str, Claim], known: Known) -> list[list[str]]:
    """All claims of a happening together; those of a state by the month of their reports, for its figures change."""
    if event.kind == "happening":
        return [list(ids)]
    months: dict[str, list[str]] = defaultdict(list)
    for claim_id in ids:
        months[(known.published(claims[claim_id].report) or "")[:7]].append(claim_id)
    return [months[month] for month in sorted(months)]


def _clashing(name: str, ids: Sequence[str], claims: Mapping[str, Claim], known: Known) -> Mapping[str, list[str]]:
    """What claims say of a figure, by value, where the last words of two reports cannot both be right.

    One or two dead are told of many happenings, "dozens"
    is no count, and a floor ("at least 20") is no word against a figure that is told on a later day: tolls rise.
    What nobody's last word speaks against is no value of it: "at least 5" beside 15 and 17.
    """
    counting = [claims[c] for c in ids if name != "killed" or not _of_others(claims[c])]
    values: dict[str, list[str]] = defaultdict(list)
    for claim in in_all(name, counting):
        told = toll(claim, name)
        if told is not None and _least(told) is not None:
            values[figure_words(told)].append(claim.id)
    last = [(c, q) for c, q in last_words(name, counting, known) if (_least(q) or 0.0) >= TELLING]
    spots = _spots(counting, known)
    apart = [
        told
        for number, a in enumerate(last)
        for b in last[:number]
        if _clash(a, b, known)
        and (name != "affected" or _is_wide(a[0]) == _is_wide(b[0]))
        and not _struck(a[0], spots, known).isdisjoint(_struck(b[0], spots, known))
        for told in (a, b)
    ]
    words = {figure_words(told[1]) for told in last if any(_clash(told, one, known) for one in apart)}
    return {value: values[value] for value in sorted(words)}


def _of_others(claim: Claim) -> bool:
    """Whether a claim counts none but dead beside those told before ("another five civilians", "six others")."""
    told = [role for role in claim.fillers("killed") if role.quantity is not None]
    return bool(told) and all(is_of_others(role) for role in told)


def _is_wide(claim: Claim) -> bool:
    """Whether a claim is of a whole country: 600,000 are besieged in it, and 250,000 in the one city."""
    place = claim_place(claim)
    return place is not None and place.precision == "country"


def _struck(claim: Claim, spots: Mapping[str, set[str]], known: Known) -> set[str]:
    """What the report of a claim says that a happening struck, or what its voice says in another report."""
    return spots[claim.report] | spots[origin_of(claim, known.publications)[0]]


def _spots(told: Sequence[Claim], known: Known) -> Mapping[str, set[str]]:
    """For each report and voice, what it says that a happening struck: a place no larger than a town, or what stood
    there.

    A city is hit in many places on one day; two reports that name it alone need not tell of one blow, unless both date
    it by words and say who struck, or count as many of something else ("57 dead and 49 hurt", "35 dead and 49 hurt").
    """
    found: dict[str, set[str]] = defaultdict(set)
    for claim in told:
        place = claim_place(claim)
        spots = {place.id} if place is not None and _small(place) else set()
        spots |= hit(claim) | _struck_by(claim, place) | _also_counted(claim)
        found[claim.report] |= spots
        found[origin_of(claim, known.publications)[0]] |= spots
    return found


def _struck_by(claim: Claim, place: Place | None) -> set[str]:
    day = claim.interval.earliest if claim.interval.basis in {"stated", "relative"} else None
    if place is None or not settled(place) or not day or day != claim.interval.latest:
        return set()
    if place.relation is not None and place.precision != "part":
        return set()  # "near the town"; "residential areas of the town" are in it
    return {f"{side} {day} {place.id}" for side in parties(claim, "actor")}


def _also_counted(claim: Claim) -> set[str]:
    """The exact figures of a claim, of one or two dead none."""
    told = ((name, r.quantity) for name in ("killed", "wounded") for r in claim.fillers(name) if r.quantity is not None)
    return {f"{name} {q.best}" for name, q in told if q.best is not None and q.best >= TELLING and not _is_floor(q)}


def _small(place: Place) -> bool:
    """Whether a place is no larger than a town; "a church in Lisk" is no larger, if Lisk is no city."""
    town = (place.radius_km or 0.0) < CITY_KM
    narrow = place.precision in {"point", "part"} or town
    return settled(place) and narrow and (place.relation is None or (town and place.precision == "part"))


def _clash(one: tuple[Claim, Quantity], other: tuple[Claim, Quantity], known: Known) -> bool:
    """Whether two reports give figures of which one must be wrong."""
    (claim, quantity), (later, greater) = sorted((one, other), key=lambda told: _least(told[1]) or 0.0)
    spans = bounds(quantity), bounds(greater)
    if spans[0] is None or spans[1] is None or _grown(claim, later):
        return False
    if claim.report == later.report and not _of_two_voices(claim, later, known):
        return False
    later_told = (known.published(claim.report) or "")[:10] < (known.published(later.report) or "")[:10]
    if _is_floor(quantity) and (_is_floor(greater) or later_told):
        return _MUCH_MORE * spans[0][0] < spans[1][0]
    return min(spans[0][1], _MOST * spans[0][0]) < spans[1][0]


def _of_two_voices(claim: Claim, later: Claim, known: Known) -> bool:
    """Whether one report has a toll from one voice and another count of it from another, one of them of a side."""
    said = [origin_of(one, known.publications) for one in (claim, later)]
    again = any(role.reason == RECOUNT for one in (claim, later) for role in one.fillers("killed", "wounded"))
    return again and said[0][0] != said[1][0] and any(side for _, side in said)


def _grown(claim: Claim, later: Claim) -> bool:
    """Whether two figures are sums of a war up to different days: of those the later one may well be larger."""
    ends = []
    for told in (claim, later):
        span = told.interval
        if span.earliest is None or span.latest in (None, "open"):
            return False
        first, last = first_day(span.earliest), last_day(span.latest)
        if (last - first).days < _A_WAR:
            return False
        ends.append(last)
    return ends[0] < ends[1]


def _is_floor(quantity: Quantity) -> bool:
    return quantity.low is not None and quantity.high is None


def _least(quantity: Quantity) -> float | None:
    """The least that a counted figure can be; ``None`` for words that count nothing ("dozens", "hundreds")."""
    vague = quantity.best is None and quantity.high is not None
    known = bounds(quantity)
    return None if vague or known is None else known[0]


def _made(field: str, about: str, event: Event, values: Mapping[str, list[str]], why: str) -> Contradiction:
    ordered = tuple((value, tuple(sorted(set(values[value])))) for value in sorted(values))
    return Contradiction(
        id=contradiction_id(field, about), field=field, about=about, place=event.place, values=ordered, why=why
    )


def _denials(found: Found, claims: Mapping[str, Claim], known: Known) -> Iterator[Contradiction]:
    """An event that one report tells and another says did not happen (same type, place, time).

    What is only planned or possible does not say that it happened. Nor does anybody say so any more where all who told
    it have taken it back, or only copied what was taken back.
    """
    for event in found.events:
        denials = found.denials.get(event.id)
        told = [c for c in event.claims if c not in (denials or ()) and _happened(claims[c])]
        if denials and any(_stands(claims[c], known) for c in told):
            values = {"it happened": told, "it did not": list(denials)}
            reports = {claims[c].report for c in (*told, *denials) if c in claims}
            who = "one report says so, another" if len(reports) > 1 else "the report says so, somebody in it"
            yield _made("happened", event.id, event, values, f"{who} denies it")


def _happened(claim: Claim) -> bool:
    return claim.modality == "actual" and claim.polarity == "positive"


def _stands(claim: Claim, known: Known) -> bool:
    return not any(known.withdrawn(claim, report) for report in (claim.report, known.publications[claim.report].origin))


def _authors(found: Found, claims: Mapping[str, Claim]) -> Iterator[Contradiction]:
    """A deed that different sides are said to have done, each under the name that most of its claims give it."""
    for event in found.events:
        by_side = found.authors.get(event.id)
        if by_side:
            values = {_doer(side, [claims[c] for c in ids]): list(ids) for side, ids in by_side.items()}
            yield _made("actor", event.id, event, values, "different sides are said to have done it")


def _doer(side: str, claims: Sequence[Claim]) -> str:
    doers = [role.actor for claim in claims for role in claim.fillers("actor") if role.actor is not None]
    names = Counter(actor.name for actor in doers if side in {actor.side, actor.id})
    return min(names, key=lambda name: (-names[name], name), default=side)


def _holders(marks: Sequence[Mark]) -> Iterator[Contradiction]:
    """Two sides that are said to hold one place on one day; of some part of a town, each can hold another.

    What one voice of one report calls the town of the one and of the other is divided between them.
    """
    seen: dict[tuple[str, str], dict[str, list[Mark]]] = defaultdict(lambda: defaultdict(list))
    for mark in marks:
        held = mark.dimension == "control" and mark.on == "hold" and mark.side and mark.time.seen
        if held and mark.time.seen and not in_parts(mark.place):
            seen[mark.place.id, mark.time.seen][mark.side].append(mark)
    for (place, day), sides in sorted(seen.items()):
        if len(sides) > 1 and len({(mark.report, mark.voice) for some in sides.values() for mark in some}) > 1:
            first = next(iter(sides.values()))[0]
            values = tuple((_name(sides[s][0]), tuple(sorted({m.claim for m in sides[s]}))) for s in sorted(sides))
            yield Contradiction(
                id=contradiction_id("holder", f"{place}@{day}"),
                field="holder",
                about=f"{place}@{day}",
                place=first.place,
                values=values,
                why="two sides are said to hold the place on one day",
            )


def _name(mark: Mark) -> str:
    return next((p.actor.name for p in mark.actors), mark.side)


def _starts(made: Sequence[Spell], marks: Sequence[Mark]) -> Iterator[Contradiction]:
    """Claims of one spell that date its start to moments that cannot be the same, each told as the beginning.

    Of one besieger: what another side does to those who laid the siege is none of it.
    """
    by_claim = {(m.claim, m.place.id): m for m in marks if m.on == "begin"}
    for spell in made:
        if spell.dimension not in {"siege"}:
            continue
        mine = [by_claim[c, spell.place.id] for c in spell.claims if (c, spell.place.id) in by_claim]
        dated = [m for m in mine if m.time.start.earliest and m.time.start.latest]
        reports, sides = {m.report for m in dated}, {m.side for m in dated} - {""}
        if len(reports) > 1 and len(sides) < 2 and not _any_meet([m.time.start for m in dated]):
            values: dict[str, list[str]] = defaultdict(list)
            for mark in dated:
                values[mark.time.start.earliest or ""].append(mark.claim)
            ordered = tuple((v, tuple(sorted(values[v]))) for v in sorted(values))
            yield Contradiction(
                id=contradiction_id("since", spell.id),
                field="since",
                about=spell.id,
                place=spell.place,
                values=ordered,
                why="the reports date its beginning differently",
            )


def _any_meet(windows: Sequence[Window]) -> bool:
    """Whether any two of these windows are within a month of each other."""
    ordered = sorted(windows, key=lambda w: (w.first, w.last))
    latest = next(iter(ordered), Window())
    for window in ordered[1:]:
        if latest.meets(window, slack=31):
            return True
        latest = max(latest, window, key=lambda w: w.last)
    return False
