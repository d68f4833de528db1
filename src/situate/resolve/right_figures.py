"""The right figure that a report gives for one that was told before it: that one is an earlier count.

"We said that 15 people were killed in the strike. The correct number is 12."
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
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
_NEAR = 3  # figures behind it


def with_right_figures(claims: Sequence[Claim], text: str) -> list[Claim]:
    """The claims of a report; where its words put a figure of people right, both stand, the first as an earlier one."""
    claims = list(claims)
    figures = sorted(
        (role.evidence.span.end, number, place)
        for number, claim in enumerate(claims)
        for place, role in enumerate(claim.roles)
        if role.role in _FIGURES and role.quantity is not None
    )
    for match in _RIGHT.finditer(text):
        quantity, span = parse(match["figure"]), Span(*match.span("figure"))
        last = bisect_right(figures, (match.start(), len(claims)))
        if quantity is None or last == 0 or figures[last - 1][0] < match.start() - _REACH:
            continue
        _, number, place = figures[last - 1]
        wrong = claims[number].roles[place]
        right = Role(role=wrong.role, evidence=Evidence.of(text, span), quantity=quantity, actor=wrong.actor)
        told = any(span.start < end <= span.end for end, *_ in figures[last : last + _NEAR])  # a claim of its own
        roles = list(claims[number].roles)
        roles[place] = dataclasses.replace(wrong, reason=EARLIER)
        claims[number] = dataclasses.replace(claims[number], roles=(*roles, *([] if told else [right])))
    return claims
