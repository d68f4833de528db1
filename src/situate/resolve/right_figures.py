"""The right figure that a report gives for one that was told before it: that one is an earlier count.

"We said that 15 people were killed in the strike. The correct number is 12."
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from collections.abc import Sequence
from re import Match

from situate.model.claim import Claim, Evidence, Role
from situate.model.span import Span
from situate.model.tolls import EARLIER
from situate.text.quantities import parse

_NUMBER = r"(?:(?:at least|about|around|some|nearly|more than|over) )?(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?)"
_RIGHT = re.compile(
    r"\b(?:correct|right|actual|true|accurate|corrected|revised|new) (?:(?:death )?toll|number|figure|count|total)"
    r"(?: of (?:the )?\w+)? (?:is|was|should (?:be|have been|have read|read)|stands at|stood at) "
    rf"(?P<figure>{_NUMBER})",
    re.IGNORECASE,
)
# "In fact 22 people died", "The monitor has revised the figure to seven".
_IN_FACT = re.compile(
    rf"\b(?:in fact|actually|in reality),? (?P<figure>{_NUMBER})"
    r"(?= (?:[a-z]+ ){0,2}(?:died|were (?:killed|wounded|hurt)))"
    r"|\b(?:has|have|had|since|later)(?: since| later)? (?:revised|corrected|lowered|raised|reduced|cut)"
    r" (?:the|its|that|this) (?:(?:death )?toll|number|figure|count|total)(?: from [\w-]+)? to "
    rf"(?P<to>{_NUMBER})",
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
    found = sorted([*_RIGHT.finditer(text), *_IN_FACT.finditer(text)], key=Match.start)
    for match in found:
        group = "to" if match.re is _IN_FACT and match["to"] else "figure"
        quantity, span = parse(match[group]), Span(*match.span(group))
        last = bisect_right(figures, (match.start(), len(claims)))
        if quantity is None or last == 0 or figures[last - 1][0] < match.start() - _REACH:
            continue
        _, number, place = figures[last - 1]
        wrong = claims[number].roles[place]
        right = Role(role=wrong.role, evidence=Evidence.of(text, span), quantity=quantity, actor=wrong.actor)
        behind = (claims[other].roles[at].evidence.span for _, other, at in figures[last : last + _NEAR])
        told = any(one.overlaps(span) for one in behind)  # a claim of its own
        roles = list(claims[number].roles)
        roles[place] = dataclasses.replace(wrong, reason=EARLIER)
        claims[number] = dataclasses.replace(claims[number], roles=(*roles, *([] if told else [right])))
    return claims
