"""What dating needs to know of the claims of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from situate.model.claim import Claim, Role
from situate.ontology import Ontology
from situate.resolve.when.undated import ClaimTime

_TIMES = frozenset({"time", "duration"})
_HARMED = frozenset({"killed", "wounded", "affected", "target"})
_WORD = re.compile(r"[^\W\d_]{3,}")
# Words that two phrases share without being about the same.
_COMMON = frozenset({"the", "a", "an", "of", "in", "and", "on", "at", "to", "two", "people", "their", "his", "its"})


def claim_time(claim: Claim, ontology: Ontology) -> ClaimTime:
    """A claim as dating sees it."""
    told = (r.evidence.quote.lower().split() for r in claim.roles if r.role not in _TIMES)
    harmed = (_WORD.findall(r.evidence.quote.lower()) for r in claim.roles if r.role in _HARMED)
    return ClaimTime(
        type=claim.type,
        kind=ontology.types[claim.type].kind,
        trigger=claim.trigger.span,
        sentence=claim.sentence or claim.trigger.span,
        modality=claim.modality,
        polarity=claim.polarity,
        times=tuple(r.evidence.span for r in claim.fillers(*_TIMES) if not _is_passing(r)),
        tense=claim.tense,
        timing=claim.timing,
        ways=claim.ways,
        spoken=bool(claim.speakers),
        words=frozenset[str]().union(*told) - _COMMON,
        harmed=frozenset[str]().union(*harmed),
    )


def _is_passing(role: Role) -> bool:
    """Whether a duration is one word without a length ("brief", "briefly"), which leaves open when it was."""
    word = role.evidence.quote.lower()
    return role.role == "duration" and word.isalpha() and not word.endswith("s")


def retold(claims: Sequence[Claim], ontology: Ontology) -> list[int | None]:
    """The number of the claim that each one tells again, or denies; ``None`` for those that tell something new."""
    number = {claim.id: i for i, claim in enumerate(claims)}
    return [number.get(claim.same_as or "", denied(claims, i, ontology)) for i, claim in enumerate(claims)]


def denied(claims: Sequence[Claim], index: int, ontology: Ontology) -> int | None:
    """The telling of what an undated denial denies, which dates it: the last one before of a happening of its type."""
    claim = claims[index]
    happening = ontology.types[claim.type].kind != "state"
    if claim.polarity == "positive" or claim.modality != "actual" or not happening or claim.fillers("time", "duration"):
        return None
    told = (i for i in range(index - 1, -1, -1) if claims[i].type == claim.type)
    before = next(told, None)
    return before if before is not None and claims[before].polarity == "positive" else None
