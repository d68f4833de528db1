import pytest

from situate.errors import BadArgument
from situate.model.place import Place
from situate.pipeline.places import path_of, places_meant


def place(identity, name, **fields):
    return Place(id=identity, name=name, **fields)


PLACES = {
    one.id: one
    for one in [
        place("country:SY", "Syria", country="SY", precision="country"),
        place("region:SY.07", "Deir ez-Zor", country="SY", precision="region", part_of="country:SY", admin1="SY.07"),
        place("geonames:1", "Deir ez-Zor", country="SY", part_of="region:SY.07", admin1="SY.07"),
        place("geonames:2", "Mayadin", country="SY", part_of="region:SY.07", admin1="SY.07"),
        place("geonames:3", "Mosul", country="IQ"),
        place("local:airbase", "Deir ez-Zor airbase", country="SY", part_of="geonames:1", precision="part"),
        place("local:zorbina", "Zorbina", country="SY", part_of="country:SY", precision="country"),
        place("local:hangar", "Hangar 3", country="SY", part_of="local:airbase", precision="part"),
    ]
}


class Names:
    def key(self, name):
        return "".join(sign for sign in name.casefold() if sign.isalnum())

    def places(self, name, countries):
        known = {"Dayr az Zawr": ["geonames:1"], "Nineveh": ["region:IQ.15"], "Irak": ["country:IQ"]}
        wide = {"region:IQ.15": "region", "country:IQ": "country"}
        return tuple(
            PLACES.get(one) or place(one, name, country="IQ", precision=wide[one]) for one in known.get(name, [])
        )

    def place(self, identity):
        return PLACES.get(identity)

    def actors(self, name):
        return ()


@pytest.mark.parametrize(
    ("name", "whole", "parts"),
    [
        ("Deir ez-Zor", "geonames:1", {"geonames:1", "local:airbase", "local:hangar"}),
        ("DEIR EZ ZOR", "geonames:1", {"geonames:1", "local:airbase", "local:hangar"}),
        ("Dayr az Zawr", "geonames:1", {"geonames:1", "local:airbase", "local:hangar"}),
        ("local:airbase", "local:airbase", {"local:airbase", "local:hangar"}),
        ("airbase", "local:airbase", {"local:airbase", "local:hangar"}),
        ("region:SY.07", "region:SY.07", PLACES.keys() - {"country:SY", "geonames:3", "local:zorbina"}),
        ("Syria", "country:SY", PLACES.keys() - {"geonames:3"}),
        ("Irak", "country:IQ", {"country:IQ", "geonames:3"}),
        ("Nineveh", "region:IQ.15", {"region:IQ.15"}),
        ("Zorbina", "local:zorbina", {"local:zorbina"}),  # of which only the land is known: it is not the land
    ],
)
def test_a_name_means_a_place_and_its_parts(name, whole, parts):
    meant = places_meant(name, PLACES, Names())
    assert (meant.whole.id, meant.ids) == (whole, parts)


def test_an_unknown_name_is_an_error_that_names_similar_ones():
    with pytest.raises(BadArgument, match=r"No place 'Mosull' is known. Near it: Mosul"):
        places_meant("Mosull", PLACES, Names())
    with pytest.raises(BadArgument, match="situate places"):
        places_meant("Xyzzy", PLACES, Names())


def test_the_path_to_a_place_begins_at_its_town():
    assert path_of(PLACES["local:hangar"], PLACES) == ("geonames:1", "local:airbase", "local:hangar")
    assert path_of(PLACES["geonames:3"], PLACES) == ("geonames:3",)


def test_places_in_a_circle_come_to_an_end():
    circle = {"a": place("a", "A", part_of="b"), "b": place("b", "B", part_of="a")}
    assert path_of(circle["a"], circle) == ("b", "a")
    assert places_meant("A", circle, Names()).ids == {"a", "b"}


def test_a_quarter_is_asked_for_by_any_of_its_spellings():
    quarter = {"country": "SY", "part_of": "geonames:1", "precision": "part", "latitude": 35.3, "longitude": 40.1}
    spelt = [
        place("local:zamadaniyeh-x", "Zamadaniyeh", **quarter),
        place("local:zamadanyia-x", "Zamadanyia", **quarter),
    ]
    other = place("local:kasra-x", "al-Kasra", **quarter)
    places = PLACES | {one.id: one for one in (*spelt, other)}
    for name in ("Zamadaniyeh", "Zamadanyia"):
        assert places_meant(name, places, Names()).ids == {"local:zamadaniyeh-x", "local:zamadanyia-x"}
    assert places_meant("al-Kasra", places, Names()).ids == {"local:kasra-x"}
