"""The right figure that a report gives for one that was told before it: that one is an earlier count.

"We said that 15 people were killed in the strike. The correct number is 12."
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from situate.model.claim import Claim, Evidence, Role
from situate.model.span import Span
from situate.model.tolls import EARLIER
from situate.text.quantities import parse

_RIGHT = re.compile(
    r"\b(?:correct|right|actual|true|accurate|corrected|revised|new) (?:(?:death )?toll|number|figure|count|total)"
    r"(?: of (?:the )?\w+)? (?:is|was|should (?:be|have been|have read|read)|stands at|stood at) "
    r"(?P<figure>(?:(?:at least|about|around|some|nearly|more than|over) )?(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?))",
    re.IGNORECASE,
)
_FIGURES = ("killed", "wounded", "affected")
_REACH = 400  # letters from the figure that is put right


def with_right_figures(claims: Sequence[Claim], text: str) -> list[Claim]:
    """The claims of a report; where its words put a figure of people right, both stand, the first as an earlier one."""
    claims = list(claims)
    for match in _RIGHT.finditer(text):
        quantity = parse(match["figure"])
        before = [
            (role.evidence.span.end, number, role)
            for number, claim in enumerate(claims)
            for role in claim.fillers(*_FIGURES)
            if role.quantity is not None and match.start() - _REACH <= role.evidence.span.end <= match.start()
        ]
        if quantity is None or not before:
            continue
        _, number, wrong = max(before, key=lambda one: one[:2])
        span = Span(*match.span("figure"))
        told = any(role.evidence.span.overlaps(span) for claim in claims for role in claim.fillers(*_FIGURES))
        right = Role(role=wrong.role, evidence=Evidence.of(text, span), quantity=quantity, actor=wrong.actor)
        roles = [dataclasses.replace(r, reason=EARLIER) if r is wrong else r for r in claims[number].roles]
        claims[number] = dataclasses.replace(claims[number], roles=(*roles, *([] if told else [right])))
    return claims
