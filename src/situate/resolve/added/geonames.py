"""A country dump of GeoNames (``SY.txt`` of download.geonames.org): 19 columns with tabs between, no header.

Kept are settlements, regions and districts, and those sites, mountains, islands and waters that reports of conflict
name; the rest (schools, farms, wells …) is left out and counted. An id is the GeoNames number; countries and regions
that the gazetteer has under an id of its own keep that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from situate.resolve.added.files import BadRow, Refused
from situate.resolve.added.points import degrees, fitting_names
from situate.resolve.gazetteer.lookup import Gazetteer
from situate.resolve.gazetteer.sources import Row, usable

COLUMNS = 19
LICENCE = "CC BY 4.0"
_LONGEST_LINE = 64 * 1024
_DISTRICT_KM = {"ADM2": 25.0, "ADM3": 12.0, "ADM4": 8.0}
_SITES = {
    "AIRB": "base", "AIRP": "site", "AIRF": "site", "AIRH": "site", "MILB": "base", "NVB": "base", "FT": "base",
    "INSM": "base", "GARR": "base", "PSTB": "site", "PSTC": "site", "PSTP": "site", "CTRB": "site", "HSP": "site",
    "HSPC": "site", "BDG": "site", "DAM": "site", "CMP": "site", "CMPRF": "site", "CMPMN": "site", "CSTM": "site",
    "PS": "site", "PSH": "site", "PSN": "site", "NUCR": "site", "OILR": "site", "GOSP": "site", "PRN": "site",
    "CSTL": "site", "TMTU": "site", "UNIV": "site", "RSTN": "site", "STDM": "site", "CTRR": "site",
}  # fmt: skip
"""Feature codes of spots and buildings that are kept, with what they count as."""
_AREAS = {
    "MT": 8.0, "MTS": 40.0, "PASS": 5.0, "ISL": 10.0, "ISLS": 30.0, "PEN": 30.0, "VAL": 15.0, "PLN": 30.0, "DSRT": 80.0,
    "PLAT": 40.0, "LK": 15.0, "LKS": 30.0, "RSV": 10.0, "STM": 60.0, "BAY": 20.0, "GULF": 80.0, "STRT": 20.0,
    "RGN": 40.0, "OILF": 10.0, "GASF": 10.0, "PRT": 4.0, "MILA": 10.0,
}  # fmt: skip
"""Feature codes of areas that are kept, with how far from its point such a place may lie, in km."""


def looks_like(first: str) -> bool:
    """Whether a first line is one of a dump."""
    cells = first.rstrip("\r\n").split("\t")
    return len(cells) == COLUMNS and cells[0].isdecimal()


def rows(path: Path, base: Gazetteer, left_out: Counter[str]) -> Iterator[Row | Refused]:
    """The entries of a dump; ``left_out`` counts the features that are not kept."""
    with path.open("rb") as stream:
        number = 0
        while line := stream.readline(_LONGEST_LINE):
            number += 1
            name = ""
            try:
                cells = _cells(line)
                name = cells[1]
                row = _row(cells, base)
            except BadRow as problem:
                yield Refused(line=number, name=name[:80], reason=str(problem))
                continue
            if row is None:
                left_out["features that reports of conflict do not name"] += 1
            else:
                yield row


def _cells(line: bytes) -> list[str]:
    if len(line) >= _LONGEST_LINE:
        raise BadRow("the line is too long")
    try:
        cells = line.decode("utf-8").rstrip("\r\n").split("\t")
    except UnicodeDecodeError:
        raise BadRow("it is not UTF-8") from None
    if len(cells) != COLUMNS:
        raise BadRow(f"it has {len(cells)} columns, not {COLUMNS}")
    if not cells[0].isdecimal() or not 0 < int(cells[0]) < 2**32:
        raise BadRow("its first column is no GeoNames number")
    return cells


def _row(cells: list[str], base: Gazetteer) -> Row | None:
    kind, radius = _kind(cells[6], cells[7])
    if kind is None:
        return None
    latitude, longitude = degrees(cells[4], cells[5])
    country = cells[8] if base.country(cells[8]) else None
    admin1 = f"{country}.{cells[10]}" if country and cells[10] not in {"", "00"} else None
    identity = _identity(cells, kind, country, admin1, base)
    others = sorted(name for name in cells[3].split(",") if usable(name) and len(name) < 200)
    names = fitting_names((cells[1], *([cells[2]] if cells[2] else []), *others), kind, country, base)
    return Row(
        id=identity, kind=kind, names=names, country=country, admin1=admin1, latitude=latitude, longitude=longitude,
        radius_km=radius, population=int(cells[14]) if cells[14].isdecimal() else 0,
    )  # fmt: skip


def _kind(feature: str, code: str) -> tuple[str | None, float]:
    """What a feature counts as, and its radius; ``None`` for what is left out."""
    if feature == "P":
        return "settlement", 0.0
    if feature == "A":
        if code.startswith("PCL"):
            return "country", 300.0
        return ("region", 80.0) if code == "ADM1" else ("county", _DISTRICT_KM.get(code, 15.0))
    if code in _SITES:
        return _SITES[code], 3.0
    return ("area", _AREAS[code]) if code in _AREAS else (None, 0.0)


def _identity(cells: list[str], kind: str, country: str | None, admin1: str | None, base: Gazetteer) -> str:
    own = f"country:{country}" if kind == "country" else f"region:{admin1}" if kind == "region" else ""
    return own if own and base.by_id(own) else f"geonames:{int(cells[0])}"
