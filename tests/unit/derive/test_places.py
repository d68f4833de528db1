"""Spots: the places that states are kept for."""

import dataclasses

from situate.derive.places import best_place, claim_place, named_together, related, spot
from situate.model.claim import Claim, Evidence, Role
from situate.model.place import Place
from situate.model.span import Span


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


def told_in(place: Place, at: int) -> Claim:
    words = Evidence(span=Span(at, at + 1), quote="x")
    role = Role(role="place", evidence=words, place=place)
    return Claim(id=f"c:{at}", report="r", type="kill", trigger=words, roles=(role,))


def test_an_event_is_in_the_province_that_most_of_its_claims_name() -> None:
    village = Place(id="g:1", name="San Javier", country="SV", admin1="SV.14")
    hospital = Place(id="local:hospital", name="Hospital", country="SV", admin1="SV.10", precision="part")
    assert best_place([told_in(hospital, 1), told_in(village, 2), told_in(village, 3)]) == village
    assert best_place([told_in(village, 1), told_in(hospital, 2)]) == hospital


def test_what_only_its_country_is_known_of_is_no_better_than_a_town() -> None:
    quarter = Place(id="local:arce", name="Arce", country="SV", precision="country")
    town = Place(id="g:1", name="San Javier", country="SV")
    assert best_place([told_in(quarter, 1), told_in(town, 2)]) == town
    assert best_place([told_in(quarter, 1)]) == quarter
    assert best_place([]) is None


def test_which_way_a_region_lies_is_not_where_something_was() -> None:
    region = Place(id="region:PE.03", name="Apurimac", country="PE", admin1="PE.03", precision="region")
    way = Place(
        id="g:1", name="Lima", country="PE", admin1="PE.15", precision="relative", relation="southeast of", radius_km=55
    )

    def told(*places: Place) -> Claim:
        words = [Evidence(span=Span(n, n + 1), quote="x") for n in range(len(places))]
        roles = tuple(Role(role="place", evidence=e, place=p) for e, p in zip(words, places, strict=True))
        return Claim(id="c:1", report="r", type="clash", trigger=words[0], roles=roles)

    assert claim_place(told(region, way)) == region
    assert claim_place(told(way)) == way
    near = dataclasses.replace(way, relation="30 km southeast of")
    assert claim_place(told(region, near)) == near
    home = dataclasses.replace(way, admin1="PE.03")
    assert claim_place(told(region, home)) == home


def test_east_of_a_city_is_not_every_town_of_its_province():
    city = Place(
        id="geonames:1", name="Lisk", country="XX", latitude=10.0, longitude=10.0, radius_km=55, part_of="region:XX.1",
        precision="relative", relation="east of",
    )  # fmt: skip
    near = dataclasses.replace(city, id="geonames:2", name="Orm", precision="settlement", relation=None, radius_km=5)
    assert related(city, near)
    assert not related(city, dataclasses.replace(near, longitude=10.8))


def in_one_breath(gaps: list[int], *places: Place) -> Claim:
    """A claim of a taking whose places stand so many letters apart."""
    starts = [0]
    for gap in gaps:
        starts.append(starts[-1] + 5 + gap)
    words = [Evidence(span=Span(at, at + 5), quote="words") for at in starts]
    roles = tuple(Role(role="place", evidence=e, place=p) for e, p in zip(words, places, strict=True))
    return Claim(id="c:1", report="r", type="capture", trigger=words[0], roles=roles)


def test_places_told_in_a_row_are_places_of_one_event() -> None:
    ramla, ostry, varn = (
        Place(id=f"g:{n}", name=name, latitude=30.0 + n, longitude=30.0)
        for n, name in enumerate(("Ramla", "Ostry", "Varn"))
    )
    unknown = Place(id="local:lusar", name="Lusar", country="SY", precision="country")
    province = Place(id="region:SY.01", name="Hama", country="SY", precision="region")
    near = dataclasses.replace(varn, precision="relative", relation="near")
    told = in_one_breath([len(", "), len(" and ")], ramla, ostry, varn)
    assert named_together([told, told], ostry) == (ramla, ostry, varn)
    large = dataclasses.replace(ostry, radius_km=8.0)
    beside = dataclasses.replace(varn, latitude=ostry.latitude, longitude=30.05)
    assert related(large, beside)
    assert named_together([in_one_breath([len(" and ")], large, beside)], large) == (large, beside)
    quarter = dataclasses.replace(ostry, id="g:q", part_of=ostry.id, precision="point")
    assert named_together([told], quarter) == (ramla, quarter, varn)
    assert named_together([in_one_breath([len(" and ")], ramla, unknown)], ramla) == (ramla, unknown)
    assert named_together([in_one_breath([len(", ")], ramla, province)], ramla) == (ramla,)
    assert named_together([in_one_breath([len(" and ")], ramla, near)], ramla) == (ramla,)
    assert named_together([in_one_breath([len(" after leaving ")], ramla, ostry)], ramla) == (ramla,)
    assert named_together([told], province) == (province,)
    assert named_together([], ramla) == (ramla,)
