"""What two readings of the same reports differ in: claims, decisions on them, and the events and spells that follow.

Pure. A claim is the same one when its type is and its trigger overlaps, in one report; an event or a spell is the same
one when it shares claims. ``confidence``, ``salience`` and what only derivation counts are no difference by themselves:
every model has its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from situate.model.claim import Claim
from situate.model.codec import claim_json
from situate.model.codec_derived import event_json, spell_json
from situate.model.decision import Decision
from situate.model.event import Event
from situate.model.matching import matched, one_to_one
from situate.model.situation import Spell

Kind = Literal["claim", "event", "spell", "decision"]
What = Literal["same", "new", "gone", "changed", "moved", "without_claim"]
Json = dict[str, Any]

_CLAIM_FIELDS = ("trigger", "polarity", "modality", "interval", "speakers", "codes", "same_as")
_EVENT_FIELDS = ("kind", "type", "polarity", "modality", "place", "interval", "actors", "figures", "standing")
_SPELL_FIELDS = ("value", "actors", "from", "until", "standing", "stale", "criteria")
_ORDER: tuple[Kind, ...] = ("spell", "event", "decision", "claim")
_WEIGHT: tuple[What, ...] = ("without_claim", "gone", "new", "changed", "moved", "same")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field that differs, as JSON before and after; of a role, its fillers."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing in two readings. ``was`` is its id in the earlier one, ``id`` that in the later; one may be missing.

    ``words`` names it for people; ``report`` is that of a claim or decision; ``salience`` ranks claims (0 to 1).
    """

    kind: Kind
    what: What
    id: str | None
    was: str | None
    type: str
    report: str | None = None
    words: str = ""
    fields: tuple[Field, ...] = ()
    salience: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A report's claims in the reading before and in the present one."""

    before: tuple[Claim, ...]
    after: tuple[Claim, ...]


def of_claims(pairs: Iterable[Pair]) -> tuple[list[Difference], dict[str, str]]:
    """The differences in claims, report by report; and the later id of each earlier claim that is still there."""
    found: list[Difference] = []
    now: dict[str, str] = {}
    for pair in pairs:
        same = matched(pair.before, pair.after)
        ids = {pair.before[i].id: pair.after[j].id for i, j in same.items()}
        now |= ids
        found += [_claim(pair.before[i], pair.after[j], ids) for i, j in same.items()]
        found += [_one_claim(claim, "gone") for i, claim in enumerate(pair.before) if i not in same]
        new = set(range(len(pair.after))) - set(same.values())
        found += [_one_claim(pair.after[j], "new") for j in sorted(new)]
    return found, now


def _claim(before: Claim, after: Claim, ids: Mapping[str, str]) -> Difference:
    fields = tuple(_fields(_told(before, ids), _told(after, {})))
    return Difference(
        kind="claim", what="changed" if fields else "same", id=after.id, was=before.id, type=after.type,
        report=after.report, words=after.trigger.quote, fields=fields, salience=after.salience,
    )  # fmt: skip


def _one_claim(claim: Claim, what: Literal["new", "gone"]) -> Difference:
    return Difference(
        kind="claim", what=what, id=claim.id if what == "new" else None, was=claim.id if what == "gone" else None,
        type=claim.type, report=claim.report, words=claim.trigger.quote, salience=claim.salience,
    )  # fmt: skip


def _told(claim: Claim, ids: Mapping[str, str]) -> Json:
    """The fields of a claim that a reader would correct; each role with its fillers."""
    data = claim_json(claim)
    told: Json = {key: data[key] for key in _CLAIM_FIELDS}
    told["same_as"] = ids.get(claim.same_as, claim.same_as) if claim.same_as else None
    for role in data["roles"]:
        filler = {key: value for key, value in role.items() if key not in ("role", "candidates")}
        told.setdefault(role["role"], []).append(filler)
    return told


def of_decisions(
    before: Iterable[Decision], after: Iterable[Decision], claims: Mapping[str, Claim]
) -> list[Difference]:
    """Decisions that are on another claim than before, or on none; ``claims`` are those of the present reading.

    A decision that was taken back holds on no claim, and neither does the one that takes it back.
    """
    pairs = list(zip(before, after, strict=True))
    over = {now.id for _, now in pairs if now.revokes} | {now.revokes for _, now in pairs if now.revokes}
    found = []
    for made, now in pairs:
        claim = claims.get(now.claim)
        if now.id not in over and (claim is None or made.claim != now.claim):
            found.append(
                Difference(
                    kind="decision",
                    what="moved" if claim else "without_claim",
                    id=now.id,
                    was=now.id,
                    type=now.action,
                    report=now.report,
                    words=claim.trigger.quote if claim else now.reason,
                    fields=(Field(name="claim", before=made.claim, after=now.claim if claim else None),),
                )
            )
    return found


def of_events(before: Sequence[Event], after: Sequence[Event], now: Mapping[str, str]) -> list[Difference]:
    """Events that came, went, or changed; ``now`` has the later id of each earlier claim."""
    same = one_to_one(_common([_later(one.claims, now) for one in before], [one.claims for one in after]))
    found = [_event(before[i], after[j]) for i, j in same.items()]
    found += [_one_event(one, "gone") for i, one in enumerate(before) if i not in same]
    found += [_one_event(one, "new") for j, one in enumerate(after) if j not in set(same.values())]
    return [one for one in found if one.what != "same"]


def of_spells(before: Sequence[Spell], after: Sequence[Spell], now: Mapping[str, str]) -> list[Difference]:
    """Spells that came, went, or changed; a spell stays one of its place and dimension."""
    scores = _common([_later(one.claims, now) for one in before], [one.claims for one in after])
    spots = {(i, j): score for (i, j), score in scores.items() if _spot(before[i]) == _spot(after[j])}
    same = one_to_one(spots)
    found = [_spell(before[i], after[j]) for i, j in same.items()]
    found += [_one_spell(one, "gone") for i, one in enumerate(before) if i not in same]
    found += [_one_spell(one, "new") for j, one in enumerate(after) if j not in set(same.values())]
    return [one for one in found if one.what != "same"]


def ranked(found: Iterable[Difference]) -> list[Difference]:
    """What matters most first: spells, events, decisions, claims; of each what went, came, changed."""
    return sorted(
        found,
        key=lambda one: (
            one.what == "same", _ORDER.index(one.kind), _WEIGHT.index(one.what), -one.salience,
            one.report or "", one.id or one.was or "",
        ),
    )  # fmt: skip


def _event(before: Event, after: Event) -> Difference:
    fields = _fields(_chosen(event_json(before), _EVENT_FIELDS), _chosen(event_json(after), _EVENT_FIELDS))
    return _of("event", before.id, after.id, after.type, after.words, tuple(fields))


def _one_event(event: Event, what: Literal["new", "gone"]) -> Difference:
    return _alone("event", what, event.id, event.type, _where(event.words, event.place.name if event.place else None))


def _spell(before: Spell, after: Spell) -> Difference:
    fields = _fields(_chosen(spell_json(before), _SPELL_FIELDS), _chosen(spell_json(after), _SPELL_FIELDS))
    return _of("spell", before.id, after.id, after.dimension, _where(after.value, after.place.name), tuple(fields))


def _one_spell(spell: Spell, what: Literal["new", "gone"]) -> Difference:
    return _alone("spell", what, spell.id, spell.dimension, _where(spell.value, spell.place.name))


def _where(words: str, place: str | None) -> str:
    return f"{words}, {place}" if place else words


def _of(kind: Kind, was: str, now: str, type_: str, words: str, fields: tuple[Field, ...]) -> Difference:
    what: What = "changed" if fields else "same"
    return Difference(kind=kind, what=what, id=now, was=was, type=type_, words=words, fields=fields)


def _alone(kind: Kind, what: Literal["new", "gone"], identity: str, type_: str, words: str) -> Difference:
    id_, was = (identity, None) if what == "new" else (None, identity)
    return Difference(kind=kind, what=what, id=id_, was=was, type=type_, words=words)


def _spot(spell: Spell) -> tuple[str, str]:
    return spell.place.id, spell.dimension


def _chosen(data: Json, keys: Iterable[str]) -> Json:
    return {key: data[key] for key in keys}


def _fields(before: Json, after: Json) -> Iterator[Field]:
    for name in dict.fromkeys([*before, *after]):
        if before.get(name) != after.get(name):
            yield Field(name=name, before=before.get(name), after=after.get(name))


def _later(claims: Iterable[str], now: Mapping[str, str]) -> list[str]:
    return [now.get(claim, claim) for claim in claims]


def _common(before: Sequence[Iterable[str]], after: Sequence[Iterable[str]]) -> dict[tuple[int, int], int]:
    """How many members each two share, where they share some."""
    holding: dict[str, list[int]] = defaultdict(list)
    for j, members in enumerate(after):
        for member in set(members):
            holding[member].append(j)
    scores: dict[tuple[int, int], int] = defaultdict(int)
    for i, members in enumerate(before):
        for j in (j for member in set(members) for j in holding.get(member, ())):
            scores[i, j] += 1
    return dict(scores)
