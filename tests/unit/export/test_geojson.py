from __future__ import annotations

import io
import json
from dataclasses import replace
from types import ModuleType
from typing import Any

from situate.export import geojson
from situate.export.view import View


def collection(view: View, profile: Any = "analyst") -> dict[str, Any]:
    stream = io.BytesIO()
    loss = geojson.write(view, stream, profile)
    data: dict[str, Any] = json.loads(stream.getvalue())
    assert loss.kept == len(data["features"])
    assert loss.left_out == ()
    return data


def test_every_event_and_spell_is_a_feature(siege: View) -> None:
    data = collection(siege)
    assert data["type"] == "FeatureCollection"
    assert data["draft"] is True
    assert [feature["id"] for feature in data["features"]] == [
        *(event.id for event in siege.events), *(spell.id for spell in siege.spells),
    ]  # fmt: skip


def test_longitude_stands_first_with_at_most_six_decimals(siege: View, made: ModuleType) -> None:
    fine = replace(made.CITY, latitude=35.123456789, longitude=40.987654321)
    event = replace(siege.events[0], place=fine)
    (feature,) = collection(View(events=(event,)))["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [40.987654, 35.123457]}


def test_no_place_gives_a_null_geometry_and_its_reason(siege: View) -> None:
    (feature,) = [f for f in collection(siege)["features"] if f["properties"].get("type") == "displace"]
    assert feature["geometry"] is None
    assert feature["properties"]["reason"] == "not_said"
    assert feature["properties"]["geo_precision"] == "none"


def test_uncertainty_and_speakers_are_properties(siege: View) -> None:
    feature = next(f for f in collection(siege)["features"] if f["properties"].get("type") == "siege_end")
    properties = feature["properties"]
    assert properties["time"] == {"start": "2017-09-05", "end": "2017-09-05", "precision": "day"}
    assert (properties["geo_precision"], properties["radius_m"], properties["coarsened"]) == ("part", 15000, False)
    assert properties["standing"] == "claimed"
    assert properties["speakers"] == ["an officer, in Sample outlet A", "The army command, in Sample agency B"]


def test_a_spell_that_lasts_is_open(siege: View) -> None:
    spells = [f["properties"] for f in collection(siege)["features"] if f["properties"]["layer"] == "spell"]
    lasting = next(s for s in spells if s["dimension"] == "siege" and s["until"] == "open")
    assert lasting["time"]["end"] == "open"
    ended = next(s for s in spells if s["dimension"] == "siege" and s["until"] != "open")
    assert ended["time"]["end"] == "2017-09-05"


def test_the_public_profile_coarsens_and_says_so(siege: View) -> None:
    for feature in collection(siege, "public")["features"]:
        if feature["geometry"] is not None:
            assert feature["properties"]["coarsened"] is True
            assert feature["geometry"]["coordinates"] in ([40.15, 35.35], [40.45, 35.05], [39.05, 35.95])
            assert feature["properties"]["radius_m"] >= 8000
