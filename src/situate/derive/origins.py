"""Where reports come from: copies of one text have one origin, and counting counts origins.

Near duplicates are found by shingles of words: two reports are of one family when they share at least 60 % of the
smaller one's five-word shingles. Candidates meet through their smallest shingle hashes (bottom-k sketches), so the cost
grows with the number of reports, not with its square.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from situate.model.claim import Claim
from situate.model.publication import Publication
from situate.model.report import Report

_WORD = re.compile(r"\w+")
_SHINGLE = 5
_SKETCH = 16
_SHARED = 0.6
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]{2,}")
_RETRACTION = re.compile(
    r"\b(correction|retract(?:s|ed|ion)?|withdraw(?:s|n)?\s+(?:its|our|the)\s+(?:earlier\s+)?report|clarification)\b",
    re.IGNORECASE,
)


def shingles(text: str) -> frozenset[int]:
    """Hashes of the five-word shingles of a text, blind to case and punctuation."""
    words = [w.casefold() for w in _WORD.findall(text)]
    grams = (" ".join(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1)))
    return frozenset(int.from_bytes(hashlib.blake2b(g.encode(), digest_size=8).digest(), "big") for g in grams)


def origins(reports: Iterable[Report]) -> Mapping[str, str]:
    """The origin of each report: the id of the earliest report of its family (itself, if it stands alone)."""
    ordered = sorted(reports, key=lambda r: (r.published or "9999", r.id))
    known: dict[str, array[int]] = {}  # an eighth of the memory of sets; there is one for every report
    by_hash: dict[int, list[str]] = defaultdict(list)
    origin: dict[str, str] = {}
    for report in ordered:
        mine = shingles(report.text)
        sketch = sorted(mine)[:_SKETCH]
        near = sorted({other for value in sketch for other in by_hash[value]})
        twin = next((other for other in near if _share(mine, known[other]) >= _SHARED), None)
        origin[report.id] = origin[twin] if twin else report.id
        known[report.id] = array("Q", mine)
        for value in sketch:
            by_hash[value].append(report.id)
    return origin


def voice_of(report: str, publications: Mapping[str, Publication]) -> str:
    """Whose own words the text of a report is: a key that all reprints of it and all outlets of one house share.

    A text belongs to the agency whose copy it says that it prints, else to the house of the report that it copies (of
    the earliest of its family); an outlet that the table of outlets lacks is a house of its own.
    """
    mine = publications[report]
    first = publications.get(mine.origin, mine)
    wire = mine.wire or first.wire
    return wire or first.outlet_house or first.outlet or first.report


def quoted_outlet(claim: Claim, publication: Publication) -> tuple[str, str | None] | None:
    """House and side of the outlet that is quoted for a claim ("…, Amber Voice reported"); ``None`` where none is."""
    told = {words: (house, side) for words, house, side in publication.quoted}
    return next((told[s.evidence.quote] for s in claim.speakers if s.evidence.quote in told), None)


def _share(a: frozenset[int], b: Collection[int]) -> float:
    return len(a.intersection(b)) / max(1, min(len(a), len(b)))


def retractions(reports: Iterable[Report]) -> Mapping[str, tuple[str, ...]]:
    """For each report that calls itself a correction or retraction: the earlier reports of its outlet that it means.

    It means the latest earlier report of the same outlet that shares most of its capitalised words with it.
    """
    by_outlet: dict[str, list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda r: (r.published or "9999", r.id)):
        if report.outlet:
            by_outlet[report.outlet].append(report)
    found: dict[str, tuple[str, ...]] = {}
    for of_outlet in by_outlet.values():
        calling = [number for number, report in enumerate(of_outlet) if _calls_itself_one(report)]
        names = [_names(report) for report in of_outlet] if calling else []
        for number in calling:
            scored = [(len(names[number] & names[i]), i) for i in range(number)]
            shared, meant = max(scored, default=(0, 0))
            if shared >= 2:
                found[of_outlet[number].id] = (of_outlet[meant].id,)
    return found


def _calls_itself_one(report: Report) -> bool:
    return bool(_RETRACTION.search(f"{report.title or ''} {report.text[:300]}"))


def _names(report: Report) -> set[str]:
    return set(_CAPITALISED.findall(report.text))
