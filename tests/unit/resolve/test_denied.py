"""An undated denial takes its date from the telling of what it denies."""

import dataclasses

import pytest

from situate.model.claim import Claim, Evidence, Role
from situate.model.span import Span
from situate.ontology import load
from situate.resolve.when.claim_times import denied


def claim(kind: str, at: int, polarity: str = "positive", **more: object) -> Claim:
    words = Evidence(span=Span(at, at + 3), quote="won")
    return Claim(id=f"c:{at}", report="r", type=kind, trigger=words, polarity=polarity, **more)


CAPTURED, SHELLED = claim("capture", 0), claim("shelling", 10)
DENIAL = claim("capture", 20, "negative")


def test_a_denial_looks_back_to_what_it_denies() -> None:
    assert denied([CAPTURED, SHELLED, DENIAL], 2, load()) == 0
    assert denied([SHELLED, DENIAL], 1, load()) is None
    assert denied([CAPTURED, SHELLED], 1, load()) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"roles": (Role(role="time", evidence=Evidence(span=Span(30, 36), quote="Monday")),)},
        {"modality": "planned"},
        {"type": "control"},
    ],
)
def test_what_has_its_own_time_is_planned_or_no_longer_holds_does_not(changed: dict[str, object]) -> None:
    later = dataclasses.replace(DENIAL, **changed)
    assert denied([CAPTURED, dataclasses.replace(CAPTURED, type=later.type), later], 2, load()) is None


def test_a_denial_of_a_denial_is_not_dated_by_it() -> None:
    assert denied([CAPTURED, DENIAL, claim("capture", 40, "negative")], 2, load()) is None
