"""Spots: the places that states are kept for."""

import dataclasses

from situate.derive.places import spot
from situate.model.place import Place


def test_what_lies_near_a_local_place_is_no_part_of_its_state() -> None:
    base = Place(id="local:base", name="Base", precision="part", part_of="g:1", latitude=35.0, longitude=40.0)
    hill = dataclasses.replace(base, precision="relative", relation="near")
    assert spot(hill).id != base.id
    assert spot(base) == base
    outskirts = dataclasses.replace(base, precision="relative", relation="outskirts of")
    assert spot(outskirts).id == base.id


def test_areas_of_a_province_are_parts_of_it_and_its_north_is_its_own() -> None:
    province = Place(id="region:SY.12", name="Idlib", country="SY", precision="region", relation="parts of")
    assert (spot(province).id, spot(province).name) == ("local:part-of-region:SY.12", "Idlib, region, in parts")
    assert spot(province).part_of == province.id
    assert spot(dataclasses.replace(province, relation=None)).id == province.id
    assert spot(dataclasses.replace(province, relation="near")).id == province.id
    north = dataclasses.replace(province, id="local:idlib-northern", relation="northern")
    assert spot(north) == north
