"""Tolls of a report that its other claims tell too: sums of several, and other counts of one.

"At least 22 were killed near the capital. The highest toll was in Douma, where raids killed 16. Five more were killed
in Sabqa and one in Harasta": the 22 are no toll of one place. "The blast killed 32, a medical source said. The
Observatory gave a lower toll of 31": those are no 63. As coders do (UCDP keeps a low, a best and a high estimate of one
event; ACLED takes the lowest that is reliable), all counts of one toll are kept, of one event.
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from situate.model.claim import Claim, Role
from situate.model.place import Place
from situate.model.tolls import ADDED, HEARSAY, PART, RECOUNT, SHARED, SUM, toll
from situate.ontology import BLOWS
from situate.resolve.in_order import Placed

_SUM_REACH = 1500  # letters from a total to the first and last of what it adds up
_LEAST = 4  # of smaller numbers too many add up to each other
_NEAR = 0.75  # of a total, where its words say that the next ones are of it
_BACK = 1500  # letters back to the toll that is counted again
_LONGEST = 200  # letters of a trigger
_TIMES = 2.0  # two counts of one toll differ by no more
_HARM = BLOWS | {"kill"}
_COUNTED = ("killed", "wounded")
_OF_THINGS = frozenset({"destroy", "repel", "disrupt_weapons"})
_ONCE = frozenset({"suicide_bombing", "chemical_attack"})  # seldom twice in one report
_OF_IT = re.compile(
    r"\b(?:highest|worst|heaviest|deadliest|most) (?:\w+ )?(?:toll|attack|strike|losses|of (?:them|the))", re.I
)
_MORE = re.compile(
    r"\b(?:more|others?|another|further|additional|separate\w*|elsewhere|also|meanwhile)\b", re.IGNORECASE
)
_DAY = re.compile(r"day\b|\b(?:last|earlier|previous|week|month|night|\d{4}|[A-Z][a-z]{2,8} \d+)\b", re.IGNORECASE)
_TOLL = re.compile(r"\b(?:tolls?|casualt\w+|fatalit\w+|number of (?:the )?(?:dead|deaths|victims))\b", re.IGNORECASE)


def recounted(claims: Sequence[Claim], text: str) -> list[Claim]:
    """The claims of a report in their order, with what of their tolls is told by others."""
    claims = _with_whole(_told_once(_without_things(claims)))
    told = _telling(claims, "killed")
    links = _links(told, claims, text)
    sums = {"wounded": _sums(_telling(claims, "wounded"), text, "wounded")}
    sums["killed"] = _with_recounts(_sums([c for c in told if c.id not in links], text, "killed"), told, links)
    return [_marked(claim, sums, links.get(claim.id)) for claim in claims]


def _marked(claim: Claim, sums: Mapping[str, Set[str]], same_as: str | None) -> Claim:
    names = [name for name, ids in sums.items() if claim.id in ids]
    if same_as is not None and "killed" not in names:
        recount = _with_reason(claim, ["killed"], RECOUNT, {None})
        return dataclasses.replace(_with_reason(recount, names, SUM, {None, ADDED, HEARSAY}), same_as=same_as)
    return _with_reason(claim, names, SUM, {None, ADDED, HEARSAY})


def _with_reason(claim: Claim, names: Sequence[str], reason: str, told: Set[str | None]) -> Claim:
    """A claim whose figures of these roles, where their reason is among those ``told``, have another one."""
    counts = [r for r in claim.fillers(*names) if r.quantity is not None and r.reason in told]
    if not counts:
        return claim
    roles = tuple(dataclasses.replace(role, reason=reason) if role in counts else role for role in claim.roles)
    return dataclasses.replace(claim, roles=roles)


def _telling(claims: Sequence[Claim], name: str) -> list[Claim]:
    """The claims of harm that count dead, or wounded, in order of the text."""
    harm = [c for c in claims if c.type in _HARM and c.polarity == "positive" and c.modality in {"actual", "possible"}]
    return sorted((c for c in harm if _count(c, name) > 0), key=lambda c: (c.trigger.span.start, c.id))


def _count(claim: Claim, name: str = "killed") -> float:
    """The dead, or wounded, that a claim counts, 0 where it has no number of them."""
    quantity = toll(claim, name)
    return (quantity.best or quantity.low or 0.0) if quantity is not None else 0.0


def _own(claim: Claim, *names: str) -> list[Role]:
    return [role for role in claim.fillers(*names) if not role.carried]


def _without_things(claims: Sequence[Claim]) -> list[Claim]:
    """The claims; what is shot down or destroyed in the same words is nobody who died ("two were shot down")."""
    things = {role.evidence.span for claim in claims if claim.type in _OF_THINGS for role in claim.fillers("target")}
    return [
        dataclasses.replace(claim, roles=tuple(r for r in claim.roles if r not in no_people)) if no_people else claim
        for claim in claims
        for no_people in ([role for role in claim.fillers(*_COUNTED) if role.evidence.span in things],)
    ]


# One figure of several claims -----------------------------------------------------------------------------------------


def _told_once(claims: Sequence[Claim]) -> list[Claim]:
    """The claims; words that give several of them their dead or wounded count for one, the others share them.

    That is the nearest that tells more than the harm: "killed in strikes", "hurt in strikes and shelling".
    """
    holders: dict[tuple[str, int, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.polarity == "positive" and (claim.modality == "actual" or _is_hearsay(claim)):
            for role in claim.fillers("killed", "wounded"):
                if role.quantity is not None:
                    holders[role.role, role.evidence.span.start, role.evidence.span.end].append(claim)
    shared: dict[str, set[tuple[str, int, int]]] = defaultdict(set)
    for (name, start, end), several in holders.items():
        owner = min(several, key=lambda c: (c.type == "kill", _apart(c, start, end), c.trigger.span.start, c.id))
        for claim in several:
            if claim.type != owner.type:
                shared[claim.id].add((name, start, end))
    return [_sharing(claim, shared[claim.id]) if claim.id in shared else claim for claim in claims]


def _apart(claim: Claim, start: int, end: int) -> int:
    return max(claim.trigger.span.start - end, start - claim.trigger.span.end, 0)


def _sharing(claim: Claim, words: Set[tuple[str, int, int]]) -> Claim:
    roles = tuple(
        dataclasses.replace(role, reason=SHARED)
        if (role.role, role.evidence.span.start, role.evidence.span.end) in words
        else role
        for role in claim.roles
    )
    return dataclasses.replace(claim, roles=roles)


def _is_hearsay(claim: Claim) -> bool:
    return any(role.reason == HEARSAY for role in claim.fillers("killed", "wounded"))


def _with_whole(claims: Sequence[Claim]) -> list[Claim]:
    """The claims; what is a part of the dead or wounded counts by itself where the report has no figure of as many."""
    whole = {n: max((q.most for c in claims if (q := toll(c, n)) is not None), default=0.0) for n in _COUNTED}
    return [_counting_parts(claim, whole) for claim in claims]


def _counting_parts(claim: Claim, whole: Mapping[str, float]) -> Claim:
    if not any(role.reason == PART for role in claim.roles):
        return claim
    alone = {
        role
        for name in _COUNTED
        if toll(claim, name) is None
        for role in claim.fillers(name)
        if role.reason == PART and role.quantity is not None and role.quantity.most > whole[name]
    }
    roles = tuple(dataclasses.replace(role, reason=None) if role in alone else role for role in claim.roles)
    return dataclasses.replace(claim, roles=roles) if alone else claim


# Sums ---------------------------------------------------------------------------------------------------------------


def _sums(told: Sequence[Claim], text: str, name: str) -> Set[str]:
    """The claims whose dead are those of the claims after or before them, told by place or by day; smaller ones first.

    What is a sum is no part of another.
    """
    sums: set[str] = set()
    in_order = enumerate(told)
    for number, claim in sorted(in_order, key=lambda one: (_count(one[1], name), one[1].trigger.span.start, one[1].id)):
        if _count(claim, name) >= _LEAST:
            after = (told[i] for i in range(number + 1, len(told)))
            before = (told[i] for i in range(number - 1, -1, -1))
            if any(_adds_up(claim, others, sums, text, name) for others in (after, before)):
                sums.add(claim.id)
    return sums


def _adds_up(claim: Claim, others: Iterable[Claim], sums: Set[str], text: str, name: str) -> bool:
    """Whether the next claims that tell where or when some died, and are no sums, add up to the dead of a claim."""
    whole, so_far, parts, seen = _count(claim, name), 0.0, list[Claim](), set[tuple[int, int]]()
    for other in others:
        apart = abs(other.trigger.span.start - claim.trigger.span.start)
        if apart > _SUM_REACH:
            break
        if other.id in sums or _count(other, name) == whole:
            continue
        spans = {(r.evidence.span.start, r.evidence.span.end) for r in other.fillers(name)}
        if spans & seen:
            continue
        placed = _own(other, "place", "time") or _is_more(other, name)
        if not placed or _count(other, name) >= whole or _in_other_towns(claim, other):
            break
        seen |= spans
        so_far += _count(other, name)
        parts.append(other)
        if so_far >= whole:
            break
    if len(parts) < 2:
        return False
    first = parts[0].sentence
    told_of_it = first is not None and bool(_OF_IT.search(text[first.start : first.end]))
    return so_far == whole or (told_of_it and _NEAR * whole <= so_far < whole)


def _in_other_towns(whole: Claim, part: Claim) -> bool:
    """Whether each tells of a town of its own: the dead of one town are no sum of those of others."""
    one, other = _towns(whole), _towns(part)
    inside = {place.part_of for place in other.values()}
    return len(one) == 1 and bool(other) and one.keys().isdisjoint({*other, *inside})


def _towns(claim: Claim) -> dict[str, Place]:
    places = (role.place for role in _own(claim, "place"))
    return {p.id: p for p in places if p is not None and p.precision in {"point", "settlement"} and p.relation is None}


def _with_recounts(sums: Set[str], told: Sequence[Claim], links: Mapping[str, str]) -> Set[str]:
    """Sums, and what counts them again; a headline that has the figure of such a count is one of them."""
    by_id = {one.id: one for one in told}
    again = [c for c in told if _root(c, by_id, links).id in sums]
    counts = {_count(c) for c in again}
    return {c.id for c in again} | {c.id for c in told if again and c.id not in links and _count(c) in counts}


def _is_more(claim: Claim, name: str = "killed") -> bool:
    return any(_MORE.search(role.evidence.quote) for role in claim.fillers(name))


# Counts of one toll -------------------------------------------------------------------------------------------------


def _links(told: Sequence[Claim], claims: Sequence[Claim], text: str) -> dict[str, str]:
    """For deaths that are another count of a toll told before: the claim that told it."""
    blows = Placed(
        sorted((c for c in claims if c.type in BLOWS), key=lambda c: (c.trigger.span.start, c.id)),
        lambda c: c.trigger.span.start,
    )
    by_id = {one.id: one for one in told}
    starts = [one.trigger.span.start for one in told]
    found: dict[str, str] = {}
    for number, claim in enumerate(told):
        near = bisect_left(starts, claim.trigger.span.start - _BACK - _LONGEST)
        before = [c for c in told[near:number] if not _one_phrase(c, claim)]
        alike = [c for c in before if _count(c) == _count(claim) >= _LEAST]
        for first in [*before[-1:], *reversed(alike)]:
            if _is_recount(claim, first, _root(first, by_id, found), blows, text):
                found[claim.id] = first.id
                break
        if claim.id in found:
            continue
        if number and _one_phrase(told[number - 1], claim) and told[number - 1].id in found:
            found[claim.id] = told[number - 1].id
    return found


def _one_phrase(a: Claim, b: Claim) -> bool:
    mine, other = a.fillers("killed"), b.fillers("killed")
    return any(r.evidence.span.overlaps(o.evidence.span) for r in mine for o in other)


def _root(claim: Claim, by_id: Mapping[str, Claim], found: Mapping[str, str]) -> Claim:
    """What told the toll first that a claim counts again; the claim itself where it counts none again."""
    while claim.id in found:
        claim = by_id[found[claim.id]]
    return claim


def _is_recount(claim: Claim, first: Claim, root: Claim, blows: Placed[Claim], text: str) -> bool:
    """Whether a claim of deaths says nothing of its own but their number, which somebody else counted otherwise."""
    own = _own(claim, "place", "time", "actor", "instrument")
    if claim.type != "kill" or own or _is_more(claim) or claim.sentence is None:
        return False
    if claim.sentence == first.sentence and (not first.speakers or _voice(claim) in {"", _voice(first)}):
        return False
    words = text[claim.sentence.start : claim.sentence.end]
    apart = claim.trigger.span.start - first.trigger.span.end
    if apart > _BACK or not _alike(claim, first) or _MORE.search(words):
        return False
    between = blows.between(root.trigger.span.end, claim.trigger.span.start)
    if any(_elsewhere(blow, root) for blow in between if blow.id != root.id):
        return False
    if _count(claim) == _count(first) >= _LEAST:
        return True
    return bool(_TOLL.search(words)) or _voice(claim) not in {"", _voice(first)}


def _alike(claim: Claim, first: Claim) -> bool:
    """Whether two tolls can be counts of one: no more than twice as many, or "dozens" that the other lies in."""
    fewer, more = sorted((_count(claim), _count(first)))
    vague = [q for c in (claim, first) if (q := toll(c, "killed")) is not None and q.vague]
    within = any((q.low or 0) <= more and fewer <= (q.high or more) for q in vague)
    return more <= _TIMES * fewer or within


def _elsewhere(blow: Claim, first: Claim) -> bool:
    """Whether a blow that is told in between is another one: it has a place or a day of its own."""
    if blow.type == first.type and blow.type in _ONCE:
        return False
    here = {role.place.id for role in first.fillers("place") if role.place is not None}
    there = {role.place.id for role in _own(blow, "place") if role.place is not None}
    days = any(_DAY.search(role.evidence.quote) for role in _own(blow, "time"))
    return days or bool(there and not there & here)


def _voice(claim: Claim) -> str:
    return claim.speakers[0].evidence.quote.casefold() if claim.speakers else ""
