"""Fillers without the heading of their item: in "South Sudan - Armed youths raided camps" armed youths did it."""

from __future__ import annotations

import dataclasses
import re

from situate.model.claim import Claim, Evidence, Role
from situate.model.span import Span

_HEADING = re.compile(r"[^\W\d_a-z][\w.’'-]*(?:\s(?:of\s|and\s)?[^\W\d_a-z][\w.’'-]*){0,3}(?::|\s?[–—|]|\s-)\s+(?=\w)")
_OPENS = re.compile(r"(?:\A|\n)\W*\Z")
_MARKS = 12  # code points before a heading: bullets, spaces


def unheaded(claim: Claim, text: str) -> Claim:
    """A claim whose fillers leave out the heading that their line opens with."""
    roles = tuple(_unheaded(role, text) for role in claim.roles)
    return dataclasses.replace(claim, roles=roles) if roles != claim.roles else claim


def _unheaded(role: Role, text: str) -> Role:
    span = role.evidence.span
    heading = _HEADING.match(text, span.start, span.end)
    if heading is None or _OPENS.search(text[max(0, span.start - _MARKS) : span.start]) is None:
        return role
    rest = Span(heading.end(), span.end)
    return dataclasses.replace(role, evidence=Evidence(span=rest, quote=rest.of(text)))
