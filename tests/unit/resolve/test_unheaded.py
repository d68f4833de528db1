"""Fillers that begin with the heading of their line; who was shot in a limb; counts that are no age."""

import pytest

from situate.model.claim import Claim, Evidence, Role
from situate.model.interval import Interval
from situate.model.span import Span
from situate.resolve.claim_sense import only_hurt, uncounted
from situate.resolve.unheaded import unheaded
from situate.text.quantities import parse


def claim(text, trigger, **roles):
    at = text.index(trigger)
    told = [
        Role(role=name, evidence=Evidence.of(text, Span(s := text.index(q), s + len(q))), quantity=parse(q))
        for name, q in roles.items()
    ]
    return Claim(
        id="c:1", report="r", type="kill", trigger=Evidence.of(text, Span(at, at + len(trigger))), roles=tuple(told),
        interval=Interval(), confidence=0.8, sentence=Span(0, len(text)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "quote", "left"),
    [
        ("South Varn - Armed youths raided camps.", "South Varn - Armed youths", "Armed youths"),
        ("OLMA: Six gunmen raided camps.", "OLMA: Six gunmen", "Six gunmen"),
        ("The Varn - Olma Front raided camps.", "Varn - Olma Front", "Varn - Olma Front"),
    ],
)
def test_a_heading_is_no_part_of_who_did_it(text, quote, left):
    found = unheaded(claim(text, "raided", actor=quote), text)
    assert [role.evidence.quote for role in found.roles] == [left]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("A man was shot in the leg in Varn.", "wounded"),
        ("A man was shot in the leg in Varn and died.", "killed"),
        ("A man was shot in the street in Varn.", "killed"),
    ],
)
def test_a_shot_in_the_leg_kills_nobody(text, role):
    found = only_hurt(claim(text, "shot", killed="A man"), text)
    assert [one.role for one in found.roles] == [role]


@pytest.mark.parametrize(
    ("text", "count"),
    [("Officials had put the number of dead at 59.", 59), ("The poet, dead at 59, lived in Varn.", None)],
)
def test_a_count_of_dead_is_no_age(text, count):
    told = claim(text, "dead", killed="59")
    found = uncounted(told.roles[0], told.trigger, text).quantity
    assert (found and found.best) == count
