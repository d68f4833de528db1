"""The formats for maps and tables of layers: KML, GeoPackage, GeoParquet, XLSX."""

from __future__ import annotations

import io
import json
import re
import sqlite3
import struct
import zipfile
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from record import bytes_of

from situate.errors import BadArgument
from situate.export import geojson, geopackage, kml, parquet, xlsx
from situate.export.flat import EVENTS, TABLES
from situate.export.view import View

KML = "{http://www.opengis.net/kml/2.2}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HOSTILE = '=cmd|"/c calc"!A1</value><script>x</script>&\x00\x0b\ud800\ufffe\u202e\n"'


def hostile(made: ModuleType) -> View:
    view = made.siege()
    place = replace(made.CITY, name=HOSTILE, relation=HOSTILE)
    reports = tuple(replace(report, title=HOSTILE, outlet=HOSTILE) for report in view.reports)
    return replace(view, reports=reports, events=tuple(replace(event, place=place) for event in view.events))


# KML


def test_what_did_not_happen_is_not_shown_as_a_happening(siege: View) -> None:
    event = siege.events[0]
    several = [replace(event, polarity="negative"), replace(event, id="e:2", modality="planned")]
    names = [one.findtext(f"{KML}name") or "" for one in placemarks(replace(siege, events=tuple(several), spells=()))]
    assert names[0].startswith("said not to be so: siege broken")
    assert names[1].startswith("planned: siege broken")


def placemarks(view: View, profile: str = "analyst") -> list[ElementTree.Element]:
    data, loss = bytes_of(kml, view, profile)
    found = ElementTree.fromstring(data).findall(f".//{KML}Placemark")
    assert loss.kept == len(found)
    return found


def test_every_event_and_spell_is_a_placemark(siege: View) -> None:
    found = placemarks(siege)
    assert len(found) == len(siege.events) + len(siege.spells)
    assert len({one.get("id") for one in found}) == len(found)


def test_placemarks_have_their_parts_in_the_order_of_the_schema(siege: View) -> None:
    order = ["name", "description", "TimeSpan", "ExtendedData", "Point"]
    for one in placemarks(siege):
        names = [child.tag.removeprefix(KML) for child in one]
        assert names == [name for name in order if name in names]
        assert {"name", "description", "ExtendedData"} <= set(names)


def test_time_spans_are_as_wide_as_what_is_known_and_open_where_it_lasts(siege: View) -> None:
    spans = {one.get("id"): one.find(f"{KML}TimeSpan") for one in placemarks(siege)}
    taken = next(event for event in siege.events if event.type == "capture")
    span = spans[taken.id.replace(":", "-")]
    assert span is not None
    assert [(child.tag.removeprefix(KML), child.text) for child in span] == [("begin", "2017-08"), ("end", "2017-08")]
    lasting = next(spell for spell in siege.spells if spell.dimension == "siege" and spell.ends.open)
    span = spans[lasting.id.replace(":", "-")]
    assert span is not None
    assert [(child.tag.removeprefix(KML), child.text) for child in span] == [("begin", "2014-07")]


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("2017", "2017"), ("2017-09", "2017-09"), ("2017-09-05T14:30", "2017-09-05T14:30:00"),
        ("2017-09-05T14:30Z", "2017-09-05T14:30:00Z"), ("2017-09-05T14:30:15+03:00", "2017-09-05T14:30:15+03:00"),
    ],
)  # fmt: skip
def test_times_are_those_of_xml_schema_and_no_zone_is_made_up(siege: View, given: str, written: str) -> None:
    interval = replace(siege.events[0].interval, earliest=given, latest=given)
    (one,) = placemarks(View(events=(replace(siege.events[0], interval=interval),)))
    span = one.find(f"{KML}TimeSpan")
    assert span is not None
    assert [child.text for child in span] == [written, written]


def test_longitude_stands_first_and_a_draft_says_so(siege: View) -> None:
    data, _ = bytes_of(kml, siege)
    assert b"<coordinates>40.140840,35.335880</coordinates>" in data
    assert b"draft, not reviewed" in data


def test_words_of_a_source_are_only_words_in_xml(made: ModuleType) -> None:
    data, _ = bytes_of(kml, hostile(made))
    root = ElementTree.fromstring(data)
    assert {one.tag for one in root.iter()} <= {
        KML + name
        for name in (
            "kml", "Document", "name", "description", "Folder", "Placemark", "TimeSpan", "begin", "end", "ExtendedData",
            "Data", "value", "Point", "coordinates",
        )
    }  # fmt: skip
    assert b"<script>" not in data


# GeoPackage


@pytest.fixture
def package(siege: View, tmp_path: Path) -> Path:
    path = tmp_path / "out.gpkg"
    path.write_bytes(bytes_of(geopackage, siege)[0])
    return path


def ask(path: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_a_geopackage_says_what_it_is_in_its_header(package: Path) -> None:
    header = package.read_bytes()[:100]
    assert header.startswith(b"SQLite format 3\x00")
    assert struct.unpack(">I4xI", header[60:72]) == (10300, 0x47504B47)


def test_a_geopackage_describes_its_tables(package: Path, siege: View) -> None:
    contents = dict(ask(package, "SELECT table_name, data_type FROM gpkg_contents"))  # type: ignore[arg-type]
    assert contents == {
        "events": "features", "spells": "features", "claims": "attributes", "contradictions": "attributes",
        "reports": "attributes",
    }  # fmt: skip
    geometry = ask(
        package, "SELECT table_name, column_name, geometry_type_name, srs_id, z, m FROM gpkg_geometry_columns"
    )
    assert geometry == [("events", "geom", "MULTIPOINT", 4326, 0, 0), ("spells", "geom", "POINT", 4326, 0, 0)]
    assert [row[0] for row in ask(package, "SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1")] == [-1, 0, 4326]
    assert ask(package, "PRAGMA integrity_check") == [("ok",)]
    assert ask(package, "PRAGMA foreign_key_check") == []
    (box,) = ask(package, "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'events'")
    assert box == (40.14084, 35.01803, 40.45247, 35.33588)
    for table in TABLES:
        assert len(ask(package, f"SELECT * FROM {table.name}")) == len(table.items(siege))


def test_points_are_geopackage_binary(package: Path, siege: View) -> None:
    for identity, blob in ask(package, "SELECT id, geom FROM spells"):
        place = next(spell.place for spell in siege.spells if spell.id == identity)
        if place is None:
            assert blob is None
            continue
        magic, version, flags, system = struct.unpack("<2sBBi", blob[:8])  # type: ignore[index]
        assert (magic, version, flags, system) == (b"GP", 0, 1, 4326)
        assert struct.unpack("<BIdd", blob[8:]) == (1, 1, place.longitude, place.latitude)  # type: ignore[index]
    for identity, blob in ask(package, "SELECT id, geom FROM events"):
        place = next(event.place for event in siege.events if event.id == identity)
        if place is None:
            assert blob is None
            continue
        assert struct.unpack("<BIIBIdd", blob[8:]) == (1, 4, 1, 1, 1, place.longitude, place.latitude)  # type: ignore[index]


def test_an_event_of_several_places_has_a_point_for_each(tmp_path: Path, siege: View) -> None:
    event = next(one for one in siege.events if one.place is not None and one.place.latitude is not None)
    assert event.place is not None
    ramla = replace(event.place, id="geonames:1", name="Ramla", latitude=35.9)
    land = replace(event.place, id="local:varn", name="Varn", latitude=None, longitude=None, precision="country")
    view = replace(siege, events=(replace(event, also=(ramla, land)),))
    path = tmp_path / "several.gpkg"
    path.write_bytes(bytes_of(geopackage, view)[0])
    ((blob, also, ids),) = ask(path, "SELECT geom, also, also_ids FROM events")
    places = [(1, 1, place.longitude, place.latitude) for place in (event.place, ramla)]
    assert struct.unpack("<BIIBIddBIdd", blob[8:]) == (1, 4, 2, *places[0], *places[1])  # type: ignore[index]
    assert (also, ids) == ("Ramla; Varn", "geonames:1; local:varn")
    feature = json.loads(bytes_of(geojson, view)[0])["features"][0]
    assert feature["geometry"] == {"type": "MultiPoint", "coordinates": [list(place[2:]) for place in places]}
    assert bytes_of(kml, view)[0].count(b"<Point>") - len(view.spells) == len(places)


def test_a_geopackage_has_the_same_bytes_each_time_and_takes_hostile_words(siege: View, made: ModuleType) -> None:
    assert bytes_of(geopackage, siege)[0] == bytes_of(geopackage, siege)[0]
    assert bytes_of(geopackage, hostile(made))[1].lost == 0


def test_a_geopackage_leaves_no_text_of_a_report(package: Path) -> None:
    assert b"We ate bread made of fodder" not in package.read_bytes().replace(b"\xe2\x80\x9c", b"")


# GeoParquet


def test_parquet_comes_back_as_it_was(siege: View) -> None:
    pages = pytest.importorskip("pyarrow.parquet")
    data, loss = bytes_of(parquet, siege)
    table = pages.read_table(io.BytesIO(data))
    rows = table.to_pylist()
    assert loss.kept == len(rows) == len(siege.events) + len(siege.spells)
    assert [row["id"] for row in rows] == [one.id for one in (*siege.events, *siege.spells)]
    assert [row["layer"] for row in rows].count("spell") == len(siege.spells)
    first = rows[0]
    assert (first["standing"], first["latitude"], first["draft"]) == ("claimed", 35.33588, True)
    assert struct.unpack("<BIdd", first["geometry"])[2:] == (40.14084, 35.33588)
    geo = json.loads(table.schema.metadata[b"geo"])
    assert geo["columns"][geo["primary_column"]]["encoding"] == "WKB"
    assert json.loads(table.schema.metadata[b"situate"])["profile"] == "analyst"


def test_parquet_takes_hostile_words(made: ModuleType) -> None:
    pages = pytest.importorskip("pyarrow.parquet")
    rows = pages.read_table(io.BytesIO(bytes_of(parquet, hostile(made))[0])).to_pylist()
    assert rows[0]["place"] == HOSTILE.replace("\ud800", "?")


# XLSX


def sheets(data: bytes) -> dict[str, list[list[str]]]:
    """The words of each sheet, row by row, without a library."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        return {name: cells(book, number) for number, name in enumerate(names, 1)}


def cells(book: zipfile.ZipFile, number: int) -> list[list[str]]:
    root = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
    assert root.find(f".//{SHEET}f") is None, "a formula"
    rows = root.iter(f"{SHEET}row")
    return [["".join(cell.itertext()) for cell in row.iter(f"{SHEET}c")] for row in rows]


def test_a_workbook_has_a_sheet_a_kind_and_a_codebook(siege: View) -> None:
    pytest.importorskip("xlsxwriter")
    data, loss = bytes_of(xlsx, siege)
    found = sheets(data)
    assert list(found) == ["about", *(table.name for table in TABLES)]
    assert found["events"][0] == list(EVENTS.names)
    for table in TABLES:
        assert len(found[table.name]) == 1 + len(table.items(siege))
    assert loss.kept == sum(len(table.items(siege)) for table in TABLES)
    assert any("Draft" in word for row in found["about"] for word in row)
    assert len([row for row in found["about"] if "killed_low" in row]) == 1


def test_a_workbook_holds_no_formula_and_no_link(made: ModuleType) -> None:
    pytest.importorskip("xlsxwriter")
    data, _ = bytes_of(xlsx, hostile(made))
    found = sheets(data)
    assert any(word.startswith("'=cmd") for row in found["events"] for word in row)
    assert not any(word.startswith("=") for rows in found.values() for row in rows for word in row)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert not [name for name in book.namelist() if "rels/sheet" in name]


def test_a_workbook_has_the_same_bytes_each_time(siege: View) -> None:
    pytest.importorskip("xlsxwriter")
    assert bytes_of(xlsx, siege) == bytes_of(xlsx, siege)


def test_what_a_cell_cannot_hold_is_cut_and_counted(made: ModuleType, siege: View) -> None:
    pytest.importorskip("xlsxwriter")
    long = replace(siege.reports[0], title="x" * 40_000)
    data, loss = bytes_of(xlsx, View(reports=(long,)))
    (title,) = [word for word in sheets(data)["reports"][1] if word.startswith("xxx")]
    assert len(title) == 32_767
    assert loss.left_out == (("words beyond the 32,767 signs of a cell (cut)", 1),)


# Extras that are missing


@pytest.mark.parametrize(("module", "library"), [(xlsx, "xlsxwriter"), (parquet, "pyarrow")])
def test_a_missing_extra_is_one_clear_line(
    module: ModuleType, library: str, siege: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, library, None)
    with pytest.raises(BadArgument, match=r"pip install 'situate\["):
        bytes_of(module, siege)
