"""How a reviewer settles a contradiction: decisions on the claims of its values, from which it can be told again.

The claims of the value that holds are accepted, those of the others rejected in the field that is in dispute. The id of
such a decision names the contradiction, since what is rejected no longer contradicts anything.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from situate.model.claim import Claim
from situate.model.decision import Decision
from situate.model.event import Contradiction
from situate.model.ids import digest
from situate.model.interval import UNKNOWN_INTERVAL

ACCEPT, REJECT, REVOKE = "accept", "reject", "revoke"
_ROLES = frozenset({"killed", "wounded", "affected", "actor"})  # fields that are a role of a claim
OF_EVENTS = _ROLES | {"happened"}  # fields in which contradictions are about an event
_SINCE = "since"
_DECIDED = re.compile(r"decided for .*? on \d{4}-\d\d-\d\d(?= by )", re.DOTALL)
_ID = re.compile(r"d:(?P<about>[0-9a-f]+)-(?P<act>[0-9a-f]+)-\d+")


def settling(
    contradiction: Contradiction, chosen: str, reports: Mapping[str, str], made: Decision, earlier: int = 0
) -> list[Decision]:
    """The decisions that settle a contradiction for one of its values.

    ``reports`` has the report of each claim; ``made`` says who decided, when and why. ``earlier`` counts the decisions
    made before: who takes one back and makes it again within the same second makes another.
    """
    about = contradiction.id.removeprefix("x:")
    act = digest(contradiction.id, chosen, made.by, made.at, str(earlier))[:8]
    pairs = [(value, claim) for value, claims in contradiction.values for claim in claims if claim in reports]
    return [
        replace(
            made, id=f"d:{about}-{act}-{number}", claim=claim, report=reports[claim],
            action=ACCEPT if value == chosen else REJECT, field=contradiction.field, value=value,
        )
        for number, (value, claim) in enumerate(pairs, start=1)
    ]  # fmt: skip


def revoking(decisions: Iterable[Decision], made: Decision) -> list[Decision]:
    """The decisions that take others back."""
    return [
        replace(made, id=f"d:{digest(one.id, made.by, made.at)}", claim="", report="", action=REVOKE, revokes=one.id)
        for one in decisions
    ]


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """Decisions that nobody has taken back."""
    several = list(decisions)
    revoked = {one.revokes for one in several if one.revokes}
    return [one for one in several if one.id not in revoked and not one.revokes]


def settles(decision: Decision) -> str | None:
    """The id of the contradiction that a decision settles, if it settles one."""
    match = _ID.fullmatch(decision.id)
    return f"x:{match['about']}" if match else None


def settled(decisions: Iterable[Decision], claims: Mapping[str, Claim]) -> list[Contradiction]:
    """The contradictions that stand settled, by id, with the values that their claims gave.

    ``claims`` are the present ones, by id; a contradiction of which only one side is left is none.
    """
    found: dict[str, list[Decision]] = {}
    for one in standing(decisions):
        about = settles(one)
        if about is not None and one.claim in claims:
            found.setdefault(about, []).append(one)
    return [
        _told(identity, found[identity], claims)
        for identity in sorted(found)
        if {ACCEPT, REJECT} <= {one.action for one in found[identity]}
    ]


def _told(identity: str, made: Sequence[Decision], claims: Mapping[str, Claim]) -> Contradiction:
    values: dict[str, set[str]] = {}
    for one in made:
        values.setdefault(one.value or "", set()).add(one.claim)
    chosen = next(one for one in made if one.action == ACCEPT)
    places = (role.place for one in made for role in claims[one.claim].roles if role.place is not None)
    reason = f": {chosen.reason}" if chosen.reason else ""
    return Contradiction(
        id=identity,
        field=chosen.field or "",
        about=f"decision {chosen.id}",
        place=next(places, None),
        values=tuple((value, tuple(sorted(values[value]))) for value in sorted(values)),
        status="resolved",
        why=f"decided for {chosen.value!r} on {chosen.at[:10]} by {chosen.by}{reason}",
    )


def without_reviewer(contradiction: Contradiction) -> Contradiction:
    """A contradiction that does not say who settled it, nor why."""
    if contradiction.status == "open":
        return contradiction
    match = _DECIDED.match(contradiction.why)
    return replace(contradiction, why=match[0] if match else "")


def as_decided(claims: Iterable[Claim], decisions: Iterable[Decision]) -> list[Claim]:
    """Claims as reviewers leave them.

    What somebody rejects is gone, whole or only in the field that a contradiction is about. What somebody accepts was
    read rightly, however unsure the reader was.
    """
    made = list(decisions)
    fields = overruled(made)
    accepted = {one.claim for one in standing(made) if one.action == ACCEPT}
    left = [claim for claim in claims if "" not in fields.get(claim.id, ())]
    sure = [replace(claim, confidence=1.0) if claim.id in accepted else claim for claim in left]
    return [short_of(claim, fields.get(claim.id, ())) for claim in sure]


def overruled(decisions: Iterable[Decision]) -> Mapping[str, Collection[str]]:
    """For claims that somebody rejects, by id: in which fields; "" stands for the whole claim."""
    fields: dict[str, set[str]] = {}
    for one in standing(decisions):
        if one.action == REJECT:
            part = one.field if settles(one) and one.field in _ROLES | {_SINCE} else None
            fields.setdefault(one.claim, set()).add(part or "")
    return fields


def short_of(claim: Claim, fields: Collection[str]) -> Claim:
    """A claim without the fields that somebody rejects."""
    if not fields:
        return claim
    roles = tuple(role for role in claim.roles if role.role not in fields)
    return replace(claim, roles=roles, interval=UNKNOWN_INTERVAL if _SINCE in fields else claim.interval)
