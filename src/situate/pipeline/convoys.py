"""Convoys: the aid that was planned, came, was turned back or stripped, by place and month, with who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from situate.derive.interest import rules
from situate.model.claim import Claim
from situate.model.event import Event
from situate.pipeline.asking import Question, as_filter, time_asked
from situate.pipeline.matrices import NOWHERE, Level, Row, month_of, row_of
from situate.pipeline.places import known_places
from situate.pipeline.wiring import Parts
from situate.ports import Store

Step = Literal["planned", "delivered", "denied", "removed"]
STEPS: tuple[Step, ...] = ("planned", "delivered", "denied", "removed")
_TYPES = ("deliver_aid", "deny_aid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Convoys:
    """What is told of one step at one place in one month (``2017-09``).

    ``goods`` are the words for what was on its way, ``outlets`` who told it, ``events`` the ids of what is counted.
    """

    month: str
    place: Row
    step: Step
    events: tuple[str, ...]
    goods: tuple[str, ...]
    outlets: tuple[str, ...]
    corroborated: int


def convoys(store: Store, asked: Question, parts: Parts, *, level: Level = "place") -> tuple[list[Convoys], int]:
    """The series in order of place, month and step; and how many events are not known to lie within one month.

    An event that was planned and came counts in both steps: *planned* counts what any claim announces (also what never
    came), *delivered* what is told as done. *Removed* is aid denied by taking it off (``rules.yaml``: ``removing``).

    :raises BadArgument: a date is no date, or no such place is known.
    """
    places, (since, until) = known_places(store, parts.names()), time_asked(asked)
    found: dict[tuple[Row, str, Step], list[tuple[Event, Sequence[Claim]]]] = defaultdict(list)
    too_wide = 0
    for event in store.events(as_filter(store, Question(place=asked.place, types=_TYPES), parts)):
        month = month_of(event)
        claims = store.claims_by_id(event.claims)
        steps = tuple(_steps(event, claims))
        if month is None:
            too_wide += bool(steps)
        elif (since or "")[:7] <= month <= (until or "9999-12")[:7]:
            row = row_of(event.place, places, level)
            for step in steps:
                found[row, month, step].append((event, claims))
    outlets = {kept.report.id: kept.report.outlet for kept in store.reports()}
    order = sorted(found, key=lambda key: (key[0] == NOWHERE, key[0][1], key[0][0], key[1], STEPS.index(key[2])))
    return [_counted(key, found[key], outlets) for key in order], too_wide


def _steps(event: Event, claims: Iterable[Claim]) -> Iterator[Step]:
    """The steps that an event is told to have gone through; what is withdrawn went through none."""
    if event.standing == "retracted":
        return
    told = [claim for claim in claims if claim.polarity == "positive"]
    if event.type == "deliver_aid":
        if any(claim.modality == "planned" for claim in told):
            yield "planned"
        if event.modality == "actual" and any(claim.modality == "actual" for claim in told):
            yield "delivered"
    elif event.modality == "actual" and told:
        yield "removed" if any(_removes(claim) for claim in told) else "denied"


def _removes(claim: Claim) -> bool:
    words = claim.trigger.quote.casefold().split()
    return any(word.startswith(stem) for word in words for stem in rules()["removing"])


def _counted(
    key: tuple[Row, str, Step], told: Sequence[tuple[Event, Sequence[Claim]]], outlets: dict[str, str | None]
) -> Convoys:
    claims = [claim for _, some in told for claim in some]
    goods = {role.evidence.quote.casefold() for claim in claims for role in claim.fillers("goods")}
    return Convoys(
        month=key[1], place=key[0], step=key[2],
        events=tuple(sorted(event.id for event, _ in told)),
        goods=tuple(sorted(goods)),
        outlets=tuple(sorted({name for claim in claims if (name := outlets.get(claim.report))})),
        corroborated=sum(event.standing == "corroborated" for event, _ in told),
    )  # fmt: skip
