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
