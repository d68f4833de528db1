"""How many answers on dense texts are right: what, where, when, who says so, how many, how certain.

    python benchmarks/dense.py [--half held] [--show] [FILE …]

Each file of ``benchmarks/dense/`` is a text written for this project, every sentence of which asks something, and its
answers, written before it was read (``benchmarks/dense.md``). Prints one JSON object for each half: of each kind of
answer how many are asked, right, and left unknown though known. All but ``what`` are asked of the claims that were
found. ``--show`` lists what is wrong, only of the half that may be looked at.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from situate.extract.reader import Reader
from situate.model.claim import Claim, first_place
from situate.model.distance import distance_km
from situate.model.place import Place
from situate.model.report import Report
from situate.model.tolls import EARLIER, PART
from situate.resolve import Resolver

HERE = Path(__file__).parent
FIGURES = ("killed", "wounded", "affected", "goods", "area", "distance")
NEAR_KM = 15.0  # how far from the answer's point a town may lie, where the answer does not say
_OF_OTHERS = frozenset({PART, EARLIER})  # such a figure may be answered with or left out
Row = Mapping[str, Any]
Answer = tuple[str, bool, str]  # kind, right, what was found


def answers(row: Row, text: str, claims: Sequence[Claim]) -> Iterator[Answer]:
    """What a row asks, whether it is right, and what was found."""
    start = _at(row, text)
    end = start + len(row["at"])
    here = [c for c in claims if c.trigger.span.start < end and start < c.trigger.span.end]
    kinds = _several(row.get("type"))
    if kinds == ["none"]:
        told = [c for c in here if c.modality == "actual" and c.polarity == "positive"]
        yield "nothing", not told, ", ".join(c.type for c in told)
        return
    found = [c for c in here if c.type in kinds] or ([] if kinds else here)
    yield "what", bool(found), ", ".join(c.type for c in here)
    if found:
        yield from _of(row, found[0])


def _of(row: Row, claim: Claim) -> Iterator[Answer]:
    place = first_place(claim)
    if "place" in row:
        yield "where", _is_there(row["place"], place), str(place and (place.name, place.country, place.relation))
    if "when" in row:
        when = _when(claim)
        yield "when", when in map(str, _several(row["when"])), when
    if "says" in row:
        speaker = claim.speakers[0].evidence.quote if claim.speakers else "outlet"
        yield "who", any(one in speaker or speaker in one for one in _several(row["says"])), speaker
    if "is" in row:
        certainty = "negative" if claim.polarity == "negative" else claim.modality
        yield "certain", certainty in _several(row["is"]), certainty
    for name in FIGURES:
        if name in row:
            told = [(float(r.quantity.best or 0), r.reason) for r in claim.fillers(name) if r.quantity]
            asked = sorted(map(float, [] if row[name] == "none" else _several(row[name])))
            good = asked in (sorted(f for f, _ in told), sorted(f for f, reason in told if reason not in _OF_OTHERS))
            yield "figures", good, f"{name} {told}"


def _is_there(asked: Any, place: Place | None) -> bool:
    """``unknown``, a country's code, or ``{at: [latitude, longitude], km: 15}``."""
    if asked == "unknown" or place is None:
        return asked == "unknown" and (place is None or place.latitude is None)
    if isinstance(asked, str):
        return place.country == asked
    if place.latitude is None or place.longitude is None:
        return False
    latitude, longitude = asked["at"]
    return distance_km(latitude, longitude, place.latitude, place.longitude) <= asked.get("km", NEAR_KM)


def _when(claim: Claim) -> str:
    """``2024-03-10``, ``2024-03-08/2024-03-10``, with ``..`` for a bound that is not known, ``unknown``."""
    earliest, latest = str(claim.interval.earliest or ".."), str(claim.interval.latest or "..")
    if earliest == latest:
        return "unknown" if earliest == ".." else earliest
    return f"{earliest}/{latest}"


def _several(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else [] if value is None else [value]


def _at(row: Row, text: str) -> int:
    """Where a row's words stand; ``nth`` counts from one. Words that do not stand there are an error of the file."""
    start = -1
    for _ in range(row.get("nth", 1)):
        start = text.find(row["at"], start + 1)
        if start < 0:
            raise SystemExit(f"not in the text: {row['at']!r}")
    return start


def main() -> None:
    """Read, compare, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--half", choices=("looked_at", "held"))
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    reader, resolver = Reader.load(), Resolver.load()
    asked, right, unknown = (Counter[tuple[str, str]]() for _ in range(3))
    for path in options.files or sorted((HERE / "dense").glob("*.yaml")):
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
        if options.half not in (None, told["half"]):
            continue
        report = Report(id=path.stem, text=told["text"], published=str(told["published"]))
        claims = resolver.resolve(report, reader.read(report)).reading.claims
        for row in told["rows"]:
            for kind, good, found in answers(row, report.text, claims):
                asked[told["half"], kind] += 1
                right[told["half"], kind] += good
                unknown[told["half"], kind] += not good and found in ("None", "unknown")
                if options.show and not good and told["half"] == "looked_at":
                    print(f"{path.stem}: {row['at']!r}: {kind}: {found}; asked {row}")
    for half in sorted({half for half, _ in asked}):
        kinds = {
            kind: {"asked": asked[half, kind], "right": right[half, kind], "unknown": unknown[half, kind]}
            for h, kind in sorted(asked)
            if h == half
        }
        print(json.dumps({"half": half} | kinds))


if __name__ == "__main__":
    main()
