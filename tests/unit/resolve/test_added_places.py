"""Places that a user adds: what each format gives, what is refused, how they join the gazetteer."""

from __future__ import annotations

import dataclasses
import json
import random
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest

from situate.errors import BadArgument, BadModel, NoSuchFile
from situate.model.codec_parts import place_from, place_json
from situate.pipeline.adding import Added, Request, add, added, taken_away
from situate.resolve.gazetteer.lookup import Gazetteer, place_of

BASE = Gazetteer.open()


def put(folder: Path, name: str, text: str, **how: str) -> Added:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return add(Request(table="places", path=path, **how), folder / "data")  # type: ignore[arg-type]


def merged(folder: Path) -> Gazetteer:
    return Gazetteer.open(added=folder / "data")


def dump_line(number: int, name: str, **cells: object) -> str:
    """A line of a GeoNames dump."""
    at = {
        "others": "", "lat": 35.1, "lon": 40.1, "feature": "P", "code": "PPL", "country": "SY", "admin1": "07", "people": 0,
    } | cells  # fmt: skip
    row = [
        number, name, name, at["others"], at["lat"], at["lon"], at["feature"], at["code"], at["country"], "",
        at["admin1"], "", "", "", at["people"], "", "", "Asia/Damascus", "2020-01-01",
    ]  # fmt: skip
    return "\t".join(map(str, row)) + "\n"


def test_a_geonames_dump(tmp_path: Path) -> None:
    lines = [
        dump_line(900001, "Testville", others="Tistfil,تست فيل,TST", people=1200),
        dump_line(170794, "Deir ez-Zor", others="A Spelling Of Its Own"),
        dump_line(900002, "Test Governorate", feature="A", code="ADM1", others="Governorate Spelling"),
        dump_line(900003, "Testville", feature="A", code="ADM3", others="Manatiq Test"),
        dump_line(900004, "Test Air Base", feature="S", code="AIRB"),
        dump_line(900005, "Jebel Test", feature="T", code="MT"),
        dump_line(900006, "Test School", feature="S", code="SCH"),
        dump_line(900007, "Nowhere", lat=0, lon=0),
        "900008\ttoo short\n",
        dump_line(900009, "Odd", lat="north"),
    ]
    made = put(tmp_path, "SY.txt", "".join(lines))
    assert (made.collection.rows, made.collection.licence) == (6, "CC BY 4.0")
    assert [(one.line, one.name) for one in made.refused] == [(8, "Nowhere"), (9, ""), (10, "Odd")]
    assert sum(made.left_out.values()) == 1
    gazetteer = merged(tmp_path)
    assert [e.id for e in gazetteer.lookup("تست فيل")] == ["geonames:900001"]
    assert gazetteer.lookup("A Spelling Of Its Own")[0] == BASE.by_id("geonames:170794")
    assert [e.id for e in gazetteer.lookup("Governorate Spelling")] == ["region:SY.07"]
    assert gazetteer.lookup("Manatiq Test")[0].kind == "county"
    base = gazetteer.lookup("Test Air Base")[0]
    assert (base.kind, base.admin1, place_of(base).part_of) == ("base", "SY.07", "region:SY.07")
    assert gazetteer.lookup("Jebel Test")[0].kind == "area"
    assert gazetteer.lookup("Test School") == []
    assert gazetteer.by_id("geonames:900001") is not None
    assert gazetteer.by_id("geonames:900006") is None


CODES = """ADM0_EN,ADM0_PCODE,ADM1_EN,ADM1_AR,ADM1_PCODE,ADM2_EN,ADM2_PCODE,ADM3_EN,ADM3_PCODE
Syrian Arab Republic,SY,Deir-ez-Zor,دير الزور,SY09,Abu Kamal,SY0902,Hajin,SY090202
Syrian Arab Republic,SY,Aleppo,حلب,SY02,Nowhere at all,SY0299,,
"""


def test_a_table_of_p_codes_joins_regions_and_adds_districts(tmp_path: Path) -> None:
    made = put(tmp_path, "syr_adm.csv", CODES, licence="CC BY-IGO")
    assert [one.line for one in made.refused] == [3]
    assert "no town of its name" in made.refused[0].reason
    gazetteer = merged(tmp_path)
    region = gazetteer.place("region:SY.07")
    assert region is not None
    assert (region.pcode, place_json(region)["pcode"]) == ("SY09", "SY09")
    assert dataclasses.replace(region, pcode=None) == BASE.place("region:SY.07")
    assert place_from(place_json(region)) == region
    assert gazetteer.by_id("country:SY").pcode == "SY"  # type: ignore[union-attr]
    (hajin,) = gazetteer.lookup("Hajin subdistrict")
    assert (hajin.id, hajin.kind, hajin.basis, hajin.admin1) == ("pcode:SY090202", "county", "derived", "SY.07")
    assert "syr_adm.csv (CC BY-IGO)" in gazetteer.source


@pytest.mark.parametrize(
    "head",
    [
        "admin1Name_en,admin1Pcode,admin2Name_en,admin2Pcode,Lat,Lon",
        "adm1_name,adm1_pcode,adm2_name,adm2_pcode,center_lat,center_lon",
        "ADM1_EN;ADM1_PCODE;ADM2_EN;ADM2_PCODE;y;x",
    ],
)
def test_spellings_of_p_code_columns(tmp_path: Path, head: str) -> None:
    row = "Deir-ez-Zor,SY09,Tibni,SY0905,35.6,39.8".replace(",", ";" if ";" in head else ",")
    put(tmp_path, "codes.csv", f"{head}\n{row}\n")
    found = merged(tmp_path).by_id("pcode:SY0905")
    assert found is not None
    assert (found.latitude, found.longitude, found.kind, found.pcode) == (35.6, 39.8, "county", "SY0905")


def test_a_table_of_ones_own(tmp_path: Path) -> None:
    made = put(
        tmp_path,
        "Own Places.csv",
        "name,latitude,longitude,country,admin1,kind,aliases,pcode\n"
        "Dayr az-Zor,35.336,40.141,SY,,town,Our Spelling|لنا,SY090000\n"
        "Tell Test,35.2,40.3,Syria,Deir ez-Zor,village,,\n"
        "Tell Test,36.2,37.1,SY,Aleppo,village,,\n"
        "Tell Test,36.2,37.1,SY,Aleppo,village,Again,\n",
        licence="CC0",
    )
    assert (made.collection.name, made.collection.rows, made.refused) == ("own-places", 3, ())
    gazetteer = merged(tmp_path)
    known = gazetteer.lookup("Our Spelling")[0]
    assert (known.id, known.pcode) == ("geonames:170794", "SY090000")
    assert place_json(place_of(known))["pcode"] == "SY090000"
    several = {e.id: e.admin1 for e in gazetteer.lookup("Tell Test")}
    assert several == {"added:own-places-tell-test": "SY.07", "added:own-places-tell-test-2": "SY.09"}
    assert [e.id for e in gazetteer.lookup("Again")] == ["added:own-places-tell-test-2"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("A,0,0,SY,village,", "0, 0 is no place"),
        ("A,95,40,SY,village,", "out of range"),
        ("A,,40,SY,village,", "no latitude"),
        ("A,nan,40,SY,village,", "no point in degrees"),
        ("A,inf,40,SY,village,", "no point in degrees"),
        ("A,35,40,QQ,village,", "no code of two letters"),
        ("A,35,40,,village,", "no country"),
        ("A,-35,-70,SY,village,", "the wrong way round"),
        ("A,35,40,SY,castle,", "not one of settlement"),
        ("!!,35,40,SY,village,", "no letters"),
        (",35,40,SY,village,", "no name"),
        ("A,35,40,SY,village,<b>", "pcode is"),
        ("A\u202eB,35,40,SY,village,", "invisible signs"),
        ("A" * 400 + ",35,40,SY,village,", "longer than"),
        ("A,35,40,SY,village,,,,,", "cells"),
    ],
)
def test_a_bad_row_is_a_line_with_its_reason(tmp_path: Path, row: str, reason: str) -> None:
    text = f"name,latitude,longitude,country,kind,pcode\nGood,35,40,SY,village,\n{row}\n"
    made = put(tmp_path, "x.csv", text)
    assert (made.collection.rows, len(made.refused)) == (1, 1)
    assert made.refused[0].line == 3
    assert reason in made.refused[0].reason


def collection(*features: object) -> str:
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


def feature(geometry: object, **properties: object) -> dict[str, object]:
    return {"type": "Feature", "properties": {"country": "IQ", **properties}, "geometry": geometry}


SQUARE = {"type": "Polygon", "coordinates": [[[43, 36], [44, 36], [44, 37], [43, 37], [43, 36]]]}


def test_geojson_of_points_and_outlines(tmp_path: Path) -> None:
    made = put(
        tmp_path,
        "x.geojson",
        collection(
            feature(
                {"type": "Point", "coordinates": [43.1, 36.3]}, name="Camp Alpha", kind="camp", name_ar="مخيم ألفا"
            ),
            feature(SQUARE, name="Blue Zone", kind="area"),
            feature({"type": "Point", "coordinates": [430000, 3600000]}, name="Projected"),
            feature({"type": "Point", "coordinates": "40,35"}, name="Text"),
            feature({"type": "Point", "coordinates": [True, False]}, name="Truth"),
            feature({"type": "GeometryCollection"}, name="Odd"),
            feature(None, name="None"),
            {"type": "Thing"},
            7,
        ),
    )
    assert made.collection.rows == 2
    assert [one.line for one in made.refused] == [3, 4, 5, 6, 7, 8, 9]
    gazetteer = merged(tmp_path)
    assert [e.kind for e in gazetteer.lookup("مخيم ألفا")] == ["site"]
    zone = gazetteer.lookup("Blue Zone")[0]
    assert (zone.latitude, zone.longitude) == pytest.approx((36.5, 43.5), abs=0.01)
    assert 65 < zone.radius_km < 75


def test_geojson_with_p_codes(tmp_path: Path) -> None:
    put(
        tmp_path,
        "adm2.geojson",
        collection(feature(SQUARE, ADM1_EN="Ninewa", ADM1_PCODE="IQG15", ADM2_EN="Test Shire", ADM2_PCODE="IQG15Q99")),
    )
    found = merged(tmp_path).by_id("pcode:IQG15Q99")
    assert found is not None
    assert (found.name, found.country, found.basis) == ("Test Shire", "IQ", "added")


def point_blob(east: float, north: float, *, srs: int = 4326) -> bytes:
    """A point as a GeoPackage holds it."""
    return b"GP\x00\x01" + struct.pack("<i", srs) + struct.pack("<BIdd", 1, 1, east, north)


def square_blob() -> bytes:
    """A square with a height, with an envelope before it, big endian."""
    ring = [(43, 36), (44, 36), (44, 37), (43, 37), (43, 36)]
    envelope = struct.pack(">4d", 43, 44, 36, 37)
    wkb = struct.pack(">BIII", 0, 1003, 1, len(ring)) + b"".join(struct.pack(">3d", x, y, 5) for x, y in ring)
    return b"GP\x00\x02" + struct.pack(">i", 4326) + envelope + wkb


def package(path: Path, rows: list[tuple[object, ...]], *, srs: int = 4326, more: str = "") -> Path:
    with closing(sqlite3.connect(path)) as made, made:
        made.execute("CREATE TABLE gpkg_geometry_columns (table_name, column_name, srs_id)")
        made.execute("INSERT INTO gpkg_geometry_columns VALUES ('my \"layer', 'geom', ?)", (srs,))
        made.execute(
            'CREATE TABLE "my ""layer" (fid INTEGER PRIMARY KEY, name TEXT, country TEXT, kind TEXT, geom BLOB)'
        )
        made.executemany('INSERT INTO "my ""layer" (name, country, kind, geom) VALUES (?, ?, ?, ?)', rows)
        if more:
            made.executescript(more)
    return path


def test_a_geopackage(tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [
        ("Camp Alpha", "IQ", "camp", point_blob(43.1, 36.3)),
        ("Blue Zone", "IQ", "area", square_blob()),
        ("Zero", "IQ", "area", point_blob(0, 0)),
        ("Cut", "IQ", "area", point_blob(43, 36)[:-4]),
        ("Bomb", "IQ", "area", b"GP\x00\x01" + bytes(4) + struct.pack("<BII", 1, 2, 2**32 - 1)),
        ("Odd", "IQ", "area", b"GP\x00\x01" + bytes(4) + struct.pack("<BII", 1, 7, 1)),
        ("Junk", "IQ", "area", b"junk"),
        ("None", "IQ", "area", None),
    ]
    made = add(Request(table="places", path=package(tmp_path / "x.gpkg", rows)), tmp_path / "data")
    assert made.collection.rows == 2
    assert [one.line for one in made.refused] == [3, 4, 5, 6, 7, 8]
    zone = merged(tmp_path).lookup("Blue Zone")[0]
    assert (zone.latitude, zone.longitude) == pytest.approx((36.5, 43.5), abs=0.01)
    assert merged(tmp_path).lookup("Camp Alpha")[0].kind == "site"


def test_a_geopackage_in_another_system_or_of_views_is_refused(tmp_path: Path) -> None:
    good: list[tuple[object, ...]] = [("Camp Alpha", "IQ", "camp", point_blob(43.1, 36.3))]
    for number, (srs, more, words) in enumerate(
        [
            (32637, "", "no layer in WGS84"),
            (4326, "DROP TABLE gpkg_geometry_columns", "no GeoPackage"),
            (
                4326,
                'DROP TABLE "my ""layer"; CREATE VIEW "my ""layer" AS SELECT load_extension(name) AS geom FROM sqlite_master',
                "no layer in WGS84",
            ),
            (4326, "UPDATE gpkg_geometry_columns SET column_name = 'other'", "No row"),
        ]
    ):
        path = package(tmp_path / f"x{number}.gpkg", good, srs=srs, more=more)
        with pytest.raises(BadArgument, match=words):
            add(Request(table="places", path=path), tmp_path / "data")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("x.csv", b"", "first line"),
        ("x.csv", b"\xff\xfe\x00\x01", "not UTF-8"),
        ("x.xlsx", b"PK\x03\x04rest", "save a table as CSV"),
        ("x.gpkg", b"SQLite format 3\x00" + bytes(5000), "no sound GeoPackage"),
        ("x.geojson", b"{", "no JSON"),
        ("x.geojson", b'{"a":' + b"[" * 100_000, "no JSON"),
        ("x.geojson", b'{"type": "Topology"}', "no GeoJSON"),
        ("x.csv", b"name,latitude,longitude,country\nA,0,0,SY\n", "No row"),
        ("x.csv", b"name,latitude,longitude,country\n\"" + b"A" * 200_000, "no CSV|longer than"),
        ("x.csv", b"name,name,latitude\nA,B,1\n", "first line"),
        ("....csv", b"name,latitude,longitude,country\nA,35,40,SY\n", "no name for a collection"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_changes_nothing(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadArgument, match=words):
        add(Request(table="places", path=tmp_path / name), tmp_path / "data")
    assert added("places", tmp_path / "data") == []
    assert not list((tmp_path / "data").rglob("*.bin"))


def test_a_missing_file_and_a_name_with_a_path(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile):
        add(Request(table="places", path=tmp_path / "none.csv"), tmp_path)
    with pytest.raises(BadArgument, match="no name"):
        add(Request(table="places", path=tmp_path / "x.csv", name="../up"), tmp_path)


def test_what_is_added_again_replaces_and_what_is_removed_is_gone(tmp_path: Path) -> None:
    text = "name,latitude,longitude,country\nTell Test,35.2,40.3,SY\n"
    assert not put(tmp_path, "x.csv", text).replaced
    assert put(tmp_path, "x.csv", text.replace("Tell Test", "Other Test")).replaced
    assert [len(merged(tmp_path).lookup(name)) for name in ("Tell Test", "Other Test")] == [0, 1]
    assert taken_away("places", "x", tmp_path / "data").rows == 1
    assert merged(tmp_path).lookup("Other Test") == []
    with pytest.raises(BadArgument, match="nothing was added"):
        taken_away("places", "x", tmp_path / "data")


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        put(tmp_path / folder, "codes.csv", CODES)
    one, two = (tmp_path / folder / "data" / "places" / "codes.bin" for folder in ("a", "b"))
    assert one.read_bytes() == two.read_bytes()


def test_a_damaged_file_says_how_to_mend_it(tmp_path: Path) -> None:
    put(tmp_path, "codes.csv", CODES)
    (tmp_path / "data" / "places" / "codes.bin").write_bytes(b"junk")
    with pytest.raises(BadModel, match="gazetteer --remove codes"):
        merged(tmp_path)


def test_without_additions_nothing_is_different(tmp_path: Path) -> None:
    empty = Gazetteer.open(added=tmp_path)
    for name in ("Deir ez-Zor", "Springfield", "Mosul", "Kafr Zaitah"):
        assert empty.matches(name, countries=["SY"]) == BASE.matches(name, countries=["SY"])
    assert empty.largest((39, 35), (41, 36), 5) == BASE.largest((39, 35), (41, 36), 5)


def test_many_additions_under_one_name(tmp_path: Path) -> None:
    draw = random.Random(7)
    lines = (
        dump_line(10_000_000 + n, f"Village {n % 4000}", lat=round(33 + 3 * draw.random(), 4), lon=40, people=n)
        for n in range(20_000)
    )
    put(tmp_path, "SY.txt", "".join(lines))
    gazetteer = merged(tmp_path)
    found = {n: sorted(e.population for e in gazetteer.lookup(f"Village {n}")) for n in range(0, 4000, 97)}
    assert all(several[-1] == 16_000 + n for n, several in found.items())
