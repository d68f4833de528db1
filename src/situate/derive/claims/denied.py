"""Which claims of a report somebody in it denies by a word: "Moscow said that the town was encircled; Kyiv denied it".

Such words name no deed, so no claim of their own says that it did not happen. They deny what was said right before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from situate.derive.interest import rules, spoken_by
from situate.model.claim import Claim, Role

_NEAR = 250  # code points between what is said and its denial
_OPENING = re.compile(r"^(?:the|this|that|these|those|such|any|all|both|a|an)\s+")
_WORDS = {
    "it", "this", "that", "claim", "claims", "report", "reports", "allegation", "allegations", "accusation",
    "accusations", "charge", "charges", "assertion", "statement", "account",
}  # fmt: skip


def denied(denials: Iterable[Claim], deeds: Sequence[Claim]) -> dict[str, tuple[str, ...]]:
    """By the ids of deeds that one report tells: the ids of the words by which somebody else in it denies them.

    Of what one voice said in a row all is denied.
    """
    found: dict[str, tuple[str, ...]] = {}
    for denial in filter(_denies, denials):
        for claim in _meant(denial, deeds):
            found[claim.id] = (*found.get(claim.id, ()), denial.id)
    return found


def _denies(claim: Claim) -> bool:
    """Whether a claim is somebody's denial of what was said, and of nothing that it names itself."""
    first = claim.trigger.quote.casefold().split()[:1]
    spoken = claim.polarity == "positive" and bool(first) and first[0] in rules()["denying"]
    things = claim.fillers("target")
    return spoken and bool(claim.fillers("actor")) and bool(things) and all(map(_is_said, things))


def _is_said(role: Role) -> bool:
    words = role.evidence.quote.casefold()
    return _OPENING.sub("", words) in _WORDS or words in _WORDS


def _meant(denial: Claim, deeds: Sequence[Claim]) -> Iterator[Claim]:
    """What was said last before a denial, by one voice, unless it is that of who denies it."""
    at = denial.trigger.span.start
    before = [c for c in deeds if 0 <= at - c.trigger.span.end <= _NEAR]
    if not before:
        return
    last = max(before, key=lambda claim: claim.trigger.span.start)
    if _told(last) and spoken_by(last) not in _deniers(denial):
        said = last.speakers[0].evidence if last.speakers else None
        same = [c for c in before if c.speakers and c.speakers[0].evidence == said]
        yield from filter(_told, same or [last])


def _told(claim: Claim) -> bool:
    return claim.polarity == "positive" and claim.modality == "actual"


def _deniers(denial: Claim) -> set[str]:
    """The sides, or words, of those who deny."""
    return {
        (role.actor.side or role.actor.id) if role.actor is not None else role.evidence.quote.casefold()
        for role in denial.fillers("actor")
    }
