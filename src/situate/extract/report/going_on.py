"""Where and when a claim was that goes on with what the sentence before tells: by a pronoun, or by a part of its dead.

"The planes were over Lisk again on Wednesday. They hit a school." "An air strike on Lisk killed ten on Friday. Among
the dead were three children."
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from itertools import pairwise

from situate.extract.report.carrying import carried_role
from situate.extract.report.timespans import near
from situate.extract.roles.frames import VIOLENT, Timespan
from situate.model.claim import PLACE_ROLES, Claim, Role
from situate.model.sentence import Sentence
from situate.model.span import Span

_REACH = 400  # code points, about two sentences
_AMONG = frozenset({"of", "among", "amongst"})
_TIMES = ("time", "duration")
_PLACES = frozenset({"LOC", "Location"})
_SHARED = (*PLACE_ROLES, *_TIMES)


def going_on(
    text: str, sentences: Sequence[Sentence], times: Sequence[Timespan], ordered: Sequence[Claim]
) -> Iterator[Claim]:
    """Claims in the order of their triggers, with the place and the time of what they go on with; they are carried."""
    before = {s.start: previous for previous, s in pairwise(sentences)}
    whole: Claim | None = None
    for claim in ordered:
        roles: list[Role] = []
        if _is_part(claim):
            roles = list(_of_whole(claim, whole)) if whole is not None else []
        elif claim.type in VIOLENT | {"kill"}:
            if whole is None or _far(whole, claim) or claim.fillers(*PLACE_ROLES):
                whole = claim
            if claim.sentence is not None and (previous := before.get(claim.sentence.start)) is not None:
                roles = list(_by_pronoun(text, claim, previous, times))
        yield dataclasses.replace(claim, roles=(*claim.roles, *roles)) if roles else claim


def _is_part(claim: Claim) -> bool:
    """Whether its words say that it tells of dead who were told before ("of those killed", "among the dead")."""
    return claim.type == "kill" and claim.trigger.quote.casefold().split()[0] in _AMONG


def _far(whole: Claim, claim: Claim) -> bool:
    return claim.trigger.span.start - whole.trigger.span.end > _REACH


def _of_whole(claim: Claim, whole: Claim) -> Iterator[Role]:
    if _far(whole, claim) or claim.fillers(*_SHARED):
        return
    for role in whole.roles:
        if role.role in _SHARED:
            yield dataclasses.replace(role, carried=True)


def _by_pronoun(text: str, claim: Claim, previous: Sentence, times: Sequence[Timespan]) -> Iterator[Role]:
    """The one place that the sentence before names, and its one day, for a deed of those whom it tells of."""
    if claim.fillers(*PLACE_ROLES) or not any(
        role.ref and role.ref in text[previous.start : previous.end] for role in claim.fillers("actor")
    ):
        return
    proper = [t for t in previous.tokens if t.upos == "PROPN"]
    named = {
        (m.start, m.end)
        for m in (*previous.names, *previous.mentions)
        if m.label in _PLACES and any(m.start <= t.start and t.end <= m.end for t in proper)
    }
    if len(named) != 1 or "\n" in text[previous.end : claim.trigger.span.start]:
        return
    (place,) = named
    yield carried_role(text, "place", Span(*place))
    days = [
        t
        for t in near(times, previous.start, previous.end)
        if previous.start <= t.start < previous.end and not t.duration
    ]
    if len(days) == 1 and not claim.fillers(*_TIMES):
        yield carried_role(text, "time", Span(days[0].start, days[0].end))
