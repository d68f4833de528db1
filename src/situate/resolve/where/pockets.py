"""Parts of a town that were spoken of in the plural, told one by one ("one in the west"), and what lies at one spot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from situate.model.place import Place
from situate.model.span import Span
from situate.resolve.where.locals import named_part, unnamed_part
from situate.resolve.where.made import LocalPlaces
from situate.resolve.where.phrases import NUMBERED, Phrase
from situate.resolve.where.sites import DESCRIPTION, Resolution
from situate.resolve.where.told import Told

_POCKETS = frozenset({"pocket", "enclave"})
_PLURAL_PARTS = re.compile(
    r"\b(pocket|enclave|district|neighbou?rhood|quarter|half|part|area|zone)s?\b|\bhalves\b", re.IGNORECASE
)
_TOGETHER = re.compile(
    r"^[,\s]*(?:which is |that is )?(?:(?:fortifi|guard|garrison|defend)ed by|home to|site of|housing|around|next to"
    r"|adjacent to|anchored by)\b"
    r"(?P<rest>[^.;]{0,80})"
)
_OTHER_PART = re.compile(r",? and the (?:second|other)|, and one")
_AIR = re.compile(r"\b(airbase|air base|airport|airfield)\b", re.IGNORECASE)
_LOOK_BACK = 250  # code points


class Pockets:
    """The pockets of one report, and what its clauses put into them."""

    def __init__(self, told: Told, places: LocalPlaces) -> None:
        self._told, self._locals = told, places
        self._links: list[tuple[str, str, str]] = []

    def ellipsis(self, span: Span, phrase: Phrase) -> Resolution:
        """A part of what was spoken of in the plural: "one in the city's west", "the second to the south"."""
        town = self._told.settlement(span.start)
        before = self._told.text[max(0, span.start - _LOOK_BACK) : span.start]
        nouns = [(match.group(1) or "half").casefold() for match in _PLURAL_PARTS.finditer(before)]
        if town is None or not nouns or phrase.direction is None:
            return DESCRIPTION
        pockets = [noun for noun in nouns if noun in _POCKETS]
        place = unnamed_part(f"{phrase.direction} {(pockets or nouns)[-1]}", "pocket", town)
        self._locals.remember(span.start, "pocket", place)
        self._link_around(span, place, town)
        return Resolution(place=place)

    def _link_around(self, span: Span, place: Place, town: Place) -> None:
        """What the clause behind a pocket puts into it: a base, an airbase."""
        match = _TOGETHER.match(self._told.text[span.end : span.end + 120])
        if match is None:
            return
        rest = _OTHER_PART.split(match.group("rest"))[0]
        words = (match.group()[: match.start("rest")] + rest).strip(" ,")
        numbered, air = NUMBERED.search(rest), _AIR.search(rest)
        if numbered is not None:
            self._links.append((place.id, named_part(numbered.group(), "base", town).id, words))
        if air is not None:
            noun = "airport" if air.group().casefold() == "airport" else "airbase"
            local = self._locals.remember(span.end, "airport", unnamed_part(noun, "airport", town))
            self._links.append((place.id, local.id, words))

    def same_area(self) -> Iterator[tuple[str, str, str]]:
        """Pairs of ids of local places that the text puts at one spot, with the words that do; each once."""
        seen = set()
        for one, two, words in self._links:
            if (one, two) not in seen:
                seen.add((one, two))
                yield one, two, words
        airs = dict.fromkeys(local.place.id for local in self._locals.all if local.group == "airport")
        for one in airs:
            two = one.replace("-airport", "-airbase")
            if one != two and two in airs:
                yield one, two, "airport, airbase"
