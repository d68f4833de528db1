"""Places told in a row ("in Ostry and Varn", "the towns of Ostry, Varn and Lisk"): what happened there was in each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from situate.model.claim import PLACE_ROLES, Claim, Evidence, Role
from situate.model.place import Place
from situate.model.span import Span

_CAP = "[A-ZÀ-ÖØ-ÞĆČĐĞİŁŃŌŚŞŠŪŹŻŽ]"
_SMALL = r"(?:(?:al|el|as|ash|an|ar|ez|bin|of|de|del|du|des|la|le|sur)[-\s])?"
_NAME = rf"(?:[Aa]l-)?{_CAP}[\w’'-]+(?:\s{_SMALL}{_CAP}[\w’'-]+){{0,3}}"
_LIST = re.compile(
    r"(?:(?i:both)\s)?(?:(?i:the\s)?(?:towns|cities|villages|provinces|countries)\sof\s)?"
    rf"(?P<names>{_NAME}(?:,\s{_NAME})*,?\sand\s{_NAME})"
    r"(?<!ments)(?<!inces)(?<!tates)(?<!tricts)(?<!hoods)(?<!egions)(?<!orates)"  # "X and Y Departments"
    rf"(?:\sin\s(?:the\s)?(?:[a-z-]+\s){{0,2}}{_NAME}(?:\s[a-z]+)?)?"  # "in western Mali", "in Varn province"
)
_SPACE = re.compile(r"\s")  # one for one, so that offsets stay
_EACH = re.compile(r",?\sand\s|,\s")


def named_in(span: Span, text: str) -> tuple[Span, ...]:
    """The spans of the names of a phrase that is a list of two and more; empty for any other phrase."""
    quote = span.of(text)
    if "and" not in quote:
        return ()
    quote = _SPACE.sub(" ", quote)
    listed = _LIST.fullmatch(quote) if " and " in quote else None
    if listed is None:
        return ()
    gaps = [*_EACH.finditer(quote, *listed.span("names"))]
    starts = [listed.start("names"), *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), listed.end("names")]
    return tuple(Span(span.start + a, span.start + b) for a, b in zip(starts, ends, strict=True))


def all_named(claims: Iterable[Claim], text: str) -> Iterator[Span]:
    """The spans of all names in lists that say where something was."""
    for claim in claims:
        for role in claim.fillers(*PLACE_ROLES):
            yield from named_in(role.evidence.span, text)


def each_place(claim: Claim, text: str, places: Mapping[Span, Place]) -> Claim:
    """A claim with one role for each place of a list, where a gazetteer has several of them.

    What it lacks is a place all the same, not to be found.
    """
    roles: list[Role] = []
    for role in claim.roles:
        pieces = named_in(role.evidence.span, text) if role.role in PLACE_ROLES else ()
        found = [places.get(piece) for piece in pieces]
        if len({place.id for place in found if place and not place.id.startswith("local:")}) > 1:
            told = (Evidence(span=piece, quote=piece.of(text)) for piece in pieces)
            roles += [
                replace(role, evidence=one, place=place, candidates=(), reason=None if place else "not_in_gazetteer")
                for one, place in zip(told, found, strict=True)
            ]
        else:
            roles.append(role)
    return replace(claim, roles=tuple(roles)) if len(roles) != len(claim.roles) else claim
