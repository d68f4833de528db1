"""Tolls of a report that its other claims tell too: sums of several, and other counts of one.

"At least 22 were killed near the capital. The highest toll was in Douma, where raids killed 16. Five more were killed
in Sabqa and one in Harasta": the 22 are no toll of one place. "The blast killed 32, a medical source said. The
Observatory gave a lower toll of 31": those are no 63. As coders do (UCDP keeps a low, a best and a high estimate of one
event; ACLED takes the lowest that is reliable), all counts of one toll are kept, of one event.
"""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from situate.model.claim import Claim, Role
from situate.model.tolls import ADDED, HEARSAY, RECOUNT, SHARED, SUM, toll
from situate.ontology import BLOWS

_SUM_REACH = 1500  # letters from a total to the first and last of what it adds up
_LEAST = 4  # of smaller numbers too many add up to each other
_NEAR = 0.75  # of a total, where its words say that the next ones are of it
_BACK = 1500  # letters back to the toll that is counted again
_TIMES = 2.0  # two counts of one toll differ by no more
_HARM = BLOWS | {"kill"}
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
    claims = _told_once(claims)
    told = sorted((c for c in claims if _tells_a_toll(c)), key=lambda c: (c.trigger.span.start, c.id))
    sums = frozenset(_sums(told, text))
    links = _links([c for c in told if c.id not in sums], claims, text)
    return [_marked(claim, claim.id in sums, links.get(claim.id)) for claim in claims]


def _marked(claim: Claim, is_sum: bool, same_as: str | None) -> Claim:
    if not is_sum and same_as is None:
        return claim
    reason = SUM if is_sum else RECOUNT
    told = {None, ADDED, HEARSAY} if is_sum else {None}
    counts = [r for r in claim.fillers("killed") if r.quantity is not None and r.reason in told]
    roles = tuple(dataclasses.replace(role, reason=reason) if role in counts else role for role in claim.roles)
    return dataclasses.replace(claim, roles=roles, same_as=claim.same_as if is_sum else same_as)


def _tells_a_toll(claim: Claim) -> bool:
    counted = claim.type in _HARM and claim.polarity == "positive" and claim.modality in {"actual", "possible"}
    return counted and _dead(claim) > 0


def _dead(claim: Claim) -> float:
    """The dead that a claim counts, 0 where it has no number of them."""
    quantity = toll(claim, "killed")
    return (quantity.best or quantity.low or 0.0) if quantity is not None else 0.0


def _own(claim: Claim, *names: str) -> list[Role]:
    return [role for role in claim.fillers(*names) if not role.carried]


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


# Sums ---------------------------------------------------------------------------------------------------------------


def _sums(told: Sequence[Claim], text: str) -> Iterator[str]:
    """The claims whose dead are those of the claims after or before them, told by place or by day."""
    for number, claim in enumerate(told):
        whole = _dead(claim)
        if whole < _LEAST:
            continue
        after = [c for c in told[number + 1 :] if _dead(c) != whole]
        before = [c for c in reversed(told[:number]) if _dead(c) != whole]
        if _adds_up(claim, after, text) or _adds_up(claim, before, text):
            yield claim.id


def _adds_up(claim: Claim, others: Sequence[Claim], text: str) -> bool:
    """Whether the next claims that tell where or when some died add up to the dead of a claim."""
    whole, so_far, parts, seen = _dead(claim), 0.0, list[Claim](), set[tuple[int, int]]()
    for other in others:
        spans = {(r.evidence.span.start, r.evidence.span.end) for r in other.fillers("killed")}
        if spans & seen:
            continue
        apart = abs(other.trigger.span.start - claim.trigger.span.start)
        if apart > _SUM_REACH or not (_own(other, "place", "time") or _is_more(other)) or _dead(other) >= whole:
            break
        seen |= spans
        so_far += _dead(other)
        parts.append(other)
        if so_far >= whole:
            break
    if len(parts) < 2:
        return False
    first = parts[0].sentence
    told_of_it = first is not None and bool(_OF_IT.search(text[first.start : first.end]))
    return so_far == whole or (told_of_it and _NEAR * whole <= so_far < whole)


def _is_more(claim: Claim) -> bool:
    return any(_MORE.search(role.evidence.quote) for role in claim.fillers("killed"))


# Counts of one toll -------------------------------------------------------------------------------------------------


def _links(told: Sequence[Claim], claims: Sequence[Claim], text: str) -> dict[str, str]:
    """For deaths that are another count of a toll told before: the claim that told it."""
    blows = sorted((c for c in claims if c.type in BLOWS), key=lambda c: (c.trigger.span.start, c.id))
    found: dict[str, str] = {}
    for number, claim in enumerate(told):
        before = [c for c in told[:number] if not _one_phrase(c, claim)]
        root = _root(before[-1], told, found) if before else None
        if root is not None and _is_recount(claim, before[-1], root, blows, text):
            found[claim.id] = before[-1].id
        elif number and _one_phrase(told[number - 1], claim) and told[number - 1].id in found:
            found[claim.id] = told[number - 1].id
    return found


def _one_phrase(a: Claim, b: Claim) -> bool:
    mine, other = a.fillers("killed"), b.fillers("killed")
    return any(r.evidence.span.overlaps(o.evidence.span) for r in mine for o in other)


def _root(claim: Claim, told: Sequence[Claim], found: Mapping[str, str]) -> Claim:
    """What told the toll first that a claim counts again; the claim itself where it counts none again."""
    by_id = {one.id: one for one in told}
    while claim.id in found:
        claim = by_id[found[claim.id]]
    return claim


def _is_recount(claim: Claim, first: Claim, root: Claim, blows: Sequence[Claim], text: str) -> bool:
    """Whether a claim of deaths says nothing of its own but their number, which somebody else counted otherwise."""
    own = _own(claim, "place", "time", "actor", "instrument")
    if claim.type != "kill" or own or _is_more(claim) or claim.sentence is None or claim.sentence == first.sentence:
        return False
    words = text[claim.sentence.start : claim.sentence.end]
    apart = claim.trigger.span.start - first.trigger.span.end
    if apart > _BACK or not _alike(claim, first) or _MORE.search(words):
        return False
    between = [b for b in blows if root.trigger.span.end <= b.trigger.span.start < claim.trigger.span.start]
    if any(_elsewhere(blow, root) for blow in between if blow.id != root.id):
        return False
    return bool(_TOLL.search(words)) or _voice(claim) not in {"", _voice(first)}


def _alike(claim: Claim, first: Claim) -> bool:
    """Whether two tolls can be counts of one: no more than twice as many, or "dozens" that the other lies in."""
    fewer, more = sorted((_dead(claim), _dead(first)))
    vague = [q for c in (claim, first) if (q := toll(c, "killed")) is not None and q.best is None]
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
