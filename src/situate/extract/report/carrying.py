"""Places that are taken over from what was told before: a siege, want or aid is where the paragraph just was."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from situate.model.claim import Claim, Evidence, Role
from situate.model.span import Span

PERSONS = frozenset(
    {"me", "us", "him", "her", "them", "you", "both sides", "all sides"}
)  # no places, whatever was read
_RING = frozenset({"besiege", "siege_end"})
_CARRIES = _RING | {"deprivation", "deliver_aid", "deny_aid"}
_STOP = re.compile(r"[.!?;]\s|\n")
_LINES = re.compile(r"\b(?:lines?|positions?|defen[cs]es|ranks|pickets)\b", re.IGNORECASE)
_SIEGES = frozenset({"sieges", "blockades", "encirclements"})
_THE_RING = re.compile(r"\b(?:the|this|that|its|their)\s(?:[\w-]+\s)?(?:siege|blockade|encirclement)\b", re.IGNORECASE)
_WIDE = re.compile(r"\b(?:border|frontier|region|province|country|state)\b", re.IGNORECASE)  # which no ring shuts in
# What is taken and not shut in.
_POST = re.compile(r"^(?:the|its|their|an?)\s(?:headquarters|barracks|garrison|base)\b", re.IGNORECASE)
_THOSE = re.compile(r"\b(?:the|these|those|both|all|their|its|two|three)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
_NEAR = 40  # letters
_NEWS_FROM = re.compile(r"\b(?:from|in) ([A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+)*): ")
_IT = re.compile(r"it (?:was|is|had|has|ended|came|lasted|went)\b", re.IGNORECASE)
_SO = re.compile(r"(?:(?:that|this) (?:is|was) how|thus|so|with (?:that|this))\b", re.IGNORECASE)  # a paragraph goes on
_CARRY_REACH = 400  # code points, about two sentences


def carried_role(text: str, name: str, span: Span) -> Role:
    """A role with words that stand outside its claim's sentence, told as taken over; ``span`` in code points."""
    return Role(role=name, evidence=Evidence(span=span, quote=span.of(text)), carried=True)


def carried(text: str, ordered: Sequence[Claim]) -> Iterator[Claim]:
    """A ring told without a place in its sentence is where the paragraph was just speaking of.

    What people lack, get or wait for is there only if what was spoken of is a ring or want: where aid was stopped, or
    which road it took, is not where it is needed.
    """
    last: tuple[Claim, Role] | None = None
    shut: tuple[Claim, Role] | None = None  # the last ring with a place
    rings: dict[str, Role] = {}  # by its words: each place that was told to be shut in
    for number, claim in enumerate(ordered):
        places = claim.fillers("place", "destination", "origin") or claim.fillers("route")
        if not places and claim.type in _RING:
            places = tuple(
                r
                for r in claim.fillers("target")
                if r.evidence.quote.lower() not in PERSONS and not _acts(r, claim, ordered)
            )
        other = (
            _left_by_them(claim, ordered) or _announced(text, claim) if not places and claim.type in _CARRIES else None
        )
        if other is not None:
            claim = dataclasses.replace(claim, roles=(*claim.roles, dataclasses.replace(other, role="place")))
            places = (other,)
        ring = _ended(text, claim, ordered[number + 1 :])
        if ring is None and shut is not None and not places and _ends_it(text, shut[0], claim):
            ring = shut[1]
        if ring is not None:
            last = claim, ring
            carried_over = ring.carried or not claim.sentence or not claim.sentence.covers(ring.evidence.span)
            claim = dataclasses.replace(
                claim, roles=(*claim.roles, dataclasses.replace(ring, role="place", carried=carried_over))
            )
        elif places:
            last = claim, places[0]
            if claim.type in _RING:
                rings.setdefault(places[0].evidence.quote.removeprefix("the ").casefold(), places[0])
        elif claim.type in _RING and len(rings) == 1 and _that_ring(text, claim):
            role = dataclasses.replace(*rings.values(), role="place", carried=True)
            claim = dataclasses.replace(claim, roles=(*claim.roles, role))
        elif (
            claim.type in _CARRIES
            and last is not None
            and _goes_on(text, last[0], claim)
            and not _of_all(text, claim)
            and not (claim.type in _RING and _WIDE.search(last[1].evidence.quote))
            and not (last[0].type == "capture" and _POST.search(last[1].evidence.quote))
        ):
            role = dataclasses.replace(last[1], role="place", carried=True)
            claim = dataclasses.replace(claim, roles=(*claim.roles, role))
        if claim.type in _RING and claim.fillers("place"):
            shut = claim, claim.fillers("place")[0]
        yield claim


def _ends_it(text: str, ring: Claim, end: Claim) -> bool:
    """Whether "it" at the beginning of a sentence soon after a ring is that ring, which is broken."""
    opens = end.type == "siege_end" and end.sentence is not None and _IT.match(text, end.sentence.start) is not None
    return opens and end.trigger.span.start - ring.trigger.span.end < 2 * _CARRY_REACH


def _that_ring(text: str, claim: Claim) -> bool:
    """Whether a ring is one that was told before: "a partial lifting of the blockade", "the siege"."""
    start = claim.trigger.span.start
    words = text[max(0, start - _NEAR) : claim.trigger.span.end + _NEAR]
    return _THE_RING.search(words) is not None


def _left_by_them(claim: Claim, told: Sequence[Claim]) -> Role | None:
    """What the besieged leave in the same sentence: they were besieged there ("who lived under siege left Varn")."""
    besieged = [role.evidence.span for role in claim.fillers("affected", "target") if claim.type in _RING]
    for other in (o for o in told if o.sentence == claim.sentence and o.fillers("origin")):
        gone = other.fillers("affected", "actor")
        if any(role.evidence.span.overlaps(span) for role in gone for span in besieged):
            return other.fillers("origin")[0]
    return None


def _announced(text: str, claim: Claim) -> Role | None:
    """The place that the words before a colon announce news from ("Good news from Lisk: the siege is over")."""
    if claim.sentence is None:
        return None
    found = _NEWS_FROM.search(text, claim.sentence.start, claim.trigger.span.start)
    return carried_role(text, "place", Span(found.start(1), found.end(1))) if found is not None else None


def _acts(role: Role, claim: Claim, told: Sequence[Claim]) -> bool:
    """Whether what fills a role does something in the same sentence: no place then ("the siege by the army")."""
    doers = (r for other in told if other.sentence == claim.sentence for r in other.fillers("actor"))
    return any(r.evidence.span.overlaps(role.evidence.span) for r in doers)


def _ended(text: str, end: Claim, after: Sequence[Claim]) -> Role | None:
    """The place of the siege that an end without a place ends ("lifted the siege that they had laid to the town").

    "Broke through the lines and ended the siege of the town": lines are no place.
    """
    where = end.fillers("place", "destination", "origin", "route")
    if end.type != "siege_end" or not all(_LINES.search(role.evidence.quote) for role in where):
        return None
    ring = next((claim for claim in after if claim.type == "besiege"), None)
    if ring is None or _STOP.search(text[end.trigger.span.end : ring.trigger.span.start]):
        return None
    return next(iter(ring.fillers("place")), None)


def _of_all(text: str, claim: Claim) -> bool:
    """ "Sieges have been used as a weapon of war": sieges of which nobody says that they are those, and whose."""
    start = claim.trigger.span.start
    several = claim.type == "besiege" and claim.trigger.quote.casefold() in _SIEGES
    return several and _THOSE.search(text[max(0, start - _NEAR) : start]) is None


def _goes_on(text: str, before: Claim, claim: Claim) -> bool:
    """Whether a claim stands in the paragraph of another one, not far behind it, and what it tells can be there too."""
    between = text[before.trigger.span.end : claim.trigger.span.start]
    alike = claim.type in _RING or before.type in _RING | {"deprivation"} or before.sentence == claim.sentence
    on = "\n" not in between or (claim.sentence is not None and _SO.match(text, claim.sentence.start))
    return bool(alike and on and len(between) < _CARRY_REACH)
