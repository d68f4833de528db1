"""Who else a phrase names beside the first: "Russian and Syrian warplanes", "militants of the Reds and the Blues".

A role has one actor, so that each further one gets a role of its own, with the words that name it. Only powers and
armed groups that a table knows are told apart so: "women and children" are one filler.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from situate.model.actor import Actor
from situate.model.claim import ACTOR_ROLES, Claim, Evidence, Role
from situate.model.span import Span
from situate.resolve.who.links import Linked
from situate.resolve.who.parts import Part

_JOINED = re.compile(r",? (?:and|as well as|along with|together with|alongside) |, | & ")
_OPENS = re.compile(r"(?:(?:the|its|their|his|allied|other|both|also|then|so-called)\s+)*", re.IGNORECASE)
# What follows says more of who stands before it, or where they are, and nothing of who else did it.
_GOES_ON = re.compile(r"(?:who|which|that|including|such|led|backed|supported|known|loyal|based|in|at|near|of)\b", re.I)
_POWERS = frozenset({
    "government", "state_forces", "rebel_group", "political_militia", "communal_militia", "external_forces",
})  # fmt: skip
_LONGEST = 120  # letters of a phrase that lists who did something


def further(evidence: Evidence, parts: Sequence[Part]) -> tuple[Evidence, ...]:
    """The words of a phrase after each "and" that can name a further actor.

    ``parts``: the names of the report, none of which is cut in two.
    """
    quote, first = evidence.quote, evidence.span.start
    gaps = list(_JOINED.finditer(quote, 0, _ends(quote))) if len(quote) <= _LONGEST else []
    if not gaps:
        return ()
    near = (part for part in parts if part.end > first and part.start < evidence.span.end)
    names = [Span(part.start, part.end) for part in near if part.form in {"row", "known"} and " " in part.key]
    gaps = [gap for gap in gaps if not _inside(Span(first + gap.start(), first + gap.end()), names)]
    ends = [*(gap.start() for gap in gaps[1:]), len(quote)]
    return tuple(_pieces(evidence, gaps, ends))


def _pieces(evidence: Evidence, gaps: Sequence[re.Match[str]], ends: Sequence[int]) -> Iterator[Evidence]:
    quote, first = evidence.quote, evidence.span.start
    for gap, end in zip(gaps, ends, strict=False):
        opens = _OPENS.match(quote, gap.end(), end)
        start = opens.end() if opens is not None else gap.end()
        if start < end and not _GOES_ON.match(quote, start):
            yield Evidence(span=Span(first + start, first + end), quote=quote[start:end])


def _ends(quote: str) -> int:
    """Where a phrase begins to say more of whom it names ("the army, which …"); its length where it does not."""
    more = re.search(r",? \b(?:who|which|that|backed|supported|led)\b", quote)
    return more.start() if more is not None else len(quote)


def _inside(gap: Span, names: Sequence[Span]) -> bool:
    return any(name.start <= gap.start and gap.end <= name.end for name in names)


def with_further(claim: Claim, found: Mapping[Span, Linked], pieces: Mapping[Span, Sequence[Evidence]]) -> Claim:
    """A claim with a role for each further actor of its phrases; ``pieces``: the words of these, by the phrase."""
    roles: list[Role] = []
    for role in claim.roles:
        roles.append(role)
        if role.role in ACTOR_ROLES and role.actor is not None and role.actor.kind in _POWERS:
            told = {r.actor.id for r in (*claim.roles, *roles) if r.role == role.role and r.actor is not None}
            for piece in pieces.get(role.evidence.span, ()):
                actor = _power(found, piece)
                if actor is not None and actor.id not in told:
                    told.add(actor.id)
                    roles.append(Role(role=role.role, evidence=piece, actor=actor))
    return claim if len(roles) == len(claim.roles) else replace(claim, roles=tuple(roles))


def _power(found: Mapping[Span, Linked], piece: Evidence) -> Actor | None:
    actor, _ = found.get(piece.span, (None, None))
    return actor if actor is not None and actor.kind in _POWERS else None
