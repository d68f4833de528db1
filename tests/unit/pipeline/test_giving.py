import dataclasses

import pytest

from situate.errors import BadArgument
from situate.model.place import Place
from situate.pipeline.giving import exporter, view
from situate.pipeline.lookups import RealNames
from situate.store import in_memory


class Known:
    """A record of which only the places matter."""

    def __init__(self, store, places):
        self._store, self._places = store, places

    def __getattr__(self, name):
        return getattr(self._store, name)

    def named(self, kind):
        from situate.model.codec_parts import place_json
        from situate.model.record import Named

        return tuple(Named(id=p.id, data=place_json(p), claims=1, reports=1) for p in self._places)


SYRIA = Place(
    id="geonames:170794", name="Deir ez-Zor", country="SY", latitude=35.336, longitude=40.141, admin1="SY.07",
    part_of="region:SY.07",
)  # fmt: skip


@pytest.fixture(scope="module")
def names():
    return RealNames()


def shown(names, *places):
    with in_memory() as store:
        return view(Known(store, places), names)


def test_regions_have_the_names_of_the_gazetteer(names):
    nowhere = dataclasses.replace(SYRIA, id="local:x", admin1="SY.99", part_of=None)
    assert shown(names, SYRIA, nowhere).region_names == {"SY.07": "Deir ez-Zor"}


def test_landmarks_are_towns_about_the_places_and_none_of_them(names):
    found = shown(names, SYRIA).landmarks
    assert "Al Mayādīn" in [place.name for place in found] or "Mayadin" in [place.name for place in found]
    assert SYRIA.id not in [place.id for place in found]
    assert 1 <= len(found) <= 12
    assert all(abs(p.latitude - 35.336) <= 0.5 and abs(p.longitude - 40.141) <= 0.5 for p in found)


def test_regions_far_apart_have_landmarks_of_their_own(names):
    far = dataclasses.replace(SYRIA, id="geonames:1", country="UA", latitude=47.1, longitude=37.5, admin1=None)
    found = shown(names, SYRIA, far).landmarks
    assert {place.country for place in found} >= {"SY", "UA"}


def test_a_record_without_exact_places_has_no_landmarks(names):
    assert shown(names).landmarks == ()
    assert shown(names, dataclasses.replace(SYRIA, precision="country")).landmarks == ()


def test_the_older_rule_of_acled_is_a_switch_of_acled_alone() -> None:
    assert exporter("acled", plural=10).name == "acled"
    with pytest.raises(BadArgument, match="no option of ucdp"):
        exporter("ucdp", plural=10)
