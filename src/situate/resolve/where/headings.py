"""Headings that name a place: "3. Lisk, West Ostria: …", "• Varn province: …", "Ostria" on a line of its own.

What stands under one is told of that place: a name that several places bear is the one there, and what no gazetteer has
lies there, not by a town of another item.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from situate.model.place import Place
from situate.model.span import Span
from situate.resolve.where.sites import Resolution, Site, is_town
from situate.resolve.where.toponyms import Toponym

NUMBER = r"\s*(?:[^\w\s\x00,\"'“”‘’(\[]{1,3}\s*)?(?:[(\[]?(?:[a-z]|[ivx]{1,4}|\d{1,3})[).\]]\s*)?"
_UNIT = (
    r"(?i:province|governorate|oblast|state|region|department|district|county|territory|township|division|prefecture|canton"
    r"|municipality|city|town|village|area|sector|lga|woreda|cercle|commune|tehsil|agency|basin|front|axis|direction)"
)
_SIDE = r"(?i:(?:the|far|central|(?:north|south|east|west)[\w-]*)\s)*"
_NAME = r"(?:\x00|[A-ZÀ-ÖØ-Þ][\w'’-]+(?:\s[A-ZÀ-ÖØ-Þ][\w'’-]+){0,2})"  # one that is known, one that is not
_PLACE = rf"{_SIDE}{_NAME}(?:\s{_UNIT})?"
_DAY = r"(?:,\s(?:on\s)?(?:\d{1,2}\s[A-Z][a-z]+|[A-Z][a-z]+\s\d{1,2}|[A-Z][a-z]+day)(?:,?\s\d{4})?)?"
_HEADING = re.compile(
    rf"(?P<number>{NUMBER}){_PLACE}(?:,\s{_PLACE}|\s\({_PLACE}\)){{0,2}}{_DAY}\s*(?P<end>:(?=\s)|\s[–—-](?=\s)|$)"
)
_CLAUSE = re.compile(r"\b(?:who|which|whose|whom|from|after|since)\b[^,]*\Z", re.IGNORECASE)
_SPOTS, _LANDS = ("settlement", "part", "point"), ("region", "district", "country")
_LONGEST = 70  # letters of a heading
# A short line of its own that opens with a capital and ends without a stop; or one that opens a list.
_LINE = r"([A-ZÀ-ÖØ-Þ][^\n]{1,68}[^\s.:;,?!])"
_TITLE = re.compile(rf"(?:\A|\n\s*\n|\n(?=[^\n]+\n[-–—•*▪◦·]\s)){_LINE}(?=\s*\n(?P<list>[-–—•*▪◦·]\s)?)")
Head = tuple[Span, Span, Place]  # what stands under a heading, where it names a place, and which


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The names of a heading, and the stretch of the text that stands under it: its line, or its section, up to the
    next one. No two lines overlap, and no two sections."""

    names: tuple[Toponym, ...]
    span: Span
    section: bool


def headings(text: str, toponyms: Sequence[Toponym]) -> tuple[Heading, ...]:
    """The headings of a text, in its order; of two one within the other, that of the line comes last."""
    names = [toponym for toponym in toponyms if toponym.form == "name"]
    starts = [toponym.span.start for toponym in names]
    found: list[Heading] = []
    titles = [*_TITLE.finditer(text)]
    ends = [*(title.start() for title in titles[1:]), len(text)][: len(titles)]
    for title, end in zip(titles, ends, strict=True):
        inside = names[bisect_left(starts, title.start(1)) : bisect_left(starts, title.end(1))]
        alone = _HEADING.fullmatch(_masked(text, title.start(1), title.end(1), inside)) if inside else None
        if alone is not None and (title.start(1) > 0 or title["list"]):  # the first line is the title of all
            found.append(Heading(names=tuple(inside), span=Span(title.end(1), end), section=True))
    at = 0
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        inside = names[bisect_left(starts, at) : bisect_left(starts, min(stop, at + _LONGEST))]
        line = _HEADING.match(_masked(text, at, stop, inside)) if inside else None
        mark = line["end"] if line is not None else ""
        numbered = line is not None and bool(line["number"].strip())
        headed = mark == ":" or (mark and numbered)  # "LISK - …" is a dateline
        told = inside[: line.group().count("\x00")] if line is not None and headed else []
        if told:
            found.append(Heading(names=tuple(told), span=Span(told[-1].span.end, stop), section=False))
        at = stop + 1
    return tuple(sorted(found, key=lambda heading: heading.span.start))


def _masked(text: str, start: int, end: int, names: Sequence[Toponym]) -> str:
    """A line with one sign for each name that is known; no more of it than a heading can have."""
    parts, at = [], start
    for name in names:
        parts += [text[at : name.span.start], "\x00"]
        at = name.span.end
    return "".join([*parts, text[at : min(end, max(at, start + _LONGEST))]])


class Headed:
    """Under which heading each place of a text stands."""

    def __init__(self, text: str, toponyms: Sequence[Toponym]) -> None:
        self.all = headings(text, toponyms)
        lines, sections = ([one for one in self.all if one.section is section] for section in (False, True))
        self._sorts = [(some, [one.span.start for one in some]) for some in (lines, sections)]
        self._of = {name: heading for heading in reversed(self.all) for name in heading.names}

    def at(self, position: int) -> Heading | None:
        """The heading that a position stands under, the nearest of several."""
        return next(self._over(position), None)

    def _over(self, position: int) -> Iterator[Heading]:
        """The headings that a position stands under, nearest first: that of its line, that of its section."""
        for some, starts in self._sorts:
            number = bisect_right(starts, position) - 1
            if number >= 0 and position < some[number].span.end:
                yield some[number]

    def above(self, toponym: Toponym) -> tuple[str, ...] | None:
        """The names that stand above a name, nearest first, or behind it in a heading; ``None`` without any."""
        own = self._of.get(toponym)
        behind = own.names[own.names.index(toponym) + 1 :] if own is not None else ()
        names = [*behind, *(name for heading in self._over(toponym.span.start) for name in heading.names)]
        return tuple(dict.fromkeys(name.name for name in names)) or None


def town_of(heading: Heading, text: str, position: int, sites: Sequence[Site], written: Sequence[Site]) -> Place | None:
    """The town that heads what stands at a position, as long as no other is come to.

    ("- Lisk, Ostria: the garrison, which had left Varn, is encircled. The western gate fell on Sunday.")
    """
    head = next((s for s in sites if s.toponym in heading.names and s.place.precision in _SPOTS), None)
    if head is None or head in written:
        return None
    start = heading.span.start
    others = (site for site in sites if is_town(site) and start <= site.toponym.span.start < position)
    others = (site for site in others if site.place.id != head.place.id and not _by_the_by(text, start, site))
    return None if any(others) else head.place


def _by_the_by(text: str, start: int, site: Site) -> bool:
    """Whether a town only stands in a clause of the sentence behind a heading that says of whom it tells."""
    between = text[start : site.toponym.span.start]
    return ". " not in between and _CLAUSE.search(between) is not None


def land_of(heading: Heading, found: Mapping[Toponym, Resolution]) -> Place | None:
    """The region, or else the country, that a heading names."""
    places = [found[name].place for name in heading.names if name in found]
    lands = [place for place in places if place is not None and place.precision in _LANDS]
    return min(lands, key=lambda place: place.radius_km or 0.0, default=None)
