from __future__ import annotations

from collections import Counter
from itertools import combinations, pairwise

import pytest

from situate.model.interval import first_day, is_partial_date, last_day
from situate.resolve.who.names import fits_case, keys
from situate.resolve.who.registry import Registry, Row

REGISTRY = Registry.load()
ARMED = [
    r
    for r in REGISTRY.rows.values()
    if r.kind not in {"person", "outlet"} and r.rests_on != "every state has one (rule)"
]


def test_holds_the_armed_actors_of_many_conflicts() -> None:
    fighters = [r for r in ARMED if r.armed or r.kind in {"state_forces", "external_forces"}]
    assert len(fighters) >= 120
    assert len({r.country for r in fighters}) >= 15


def test_holds_at_least_300_armed_actors_over_many_conflicts() -> None:
    armed = [r for r in ARMED if r.armed]
    assert len(armed) >= 450
    countries = Counter(r.country for r in armed)
    assert sum(count >= 5 for count in countries.values()) >= 25
    assert {
        "SY",
        "IQ",
        "YE",
        "LY",
        "SD",
        "SS",
        "ET",
        "SO",
        "ML",
        "NG",
        "CD",
        "CF",
        "UA",
        "AF",
        "PK",
        "MM",
        "CO",
        "HT",
    } <= {code for code, count in countries.items() if count >= 4}


def test_what_a_row_rests_on_is_said_in_words() -> None:
    for row in ARMED:
        assert len(row.rests_on) >= 10, row.id


def test_dates_of_rows_are_partial_dates_in_their_order() -> None:
    for row in ARMED:
        for dated in (row.existed, *row.parents, *row.sides):
            assert all(is_partial_date(day) for day in (dated.start, dated.end) if day is not None), row.id
            if dated.start and dated.end:
                assert first_day(dated.start) <= last_day(dated.end), row.id


def test_an_actor_stands_on_one_side_at_a_time_and_place() -> None:
    """It may change sides within the period that the last side ends with; then it is unknown there."""
    for row in ARMED:
        for one, two in combinations(row.sides, 2):
            if not one.countries or not two.countries or set(one.countries) & set(two.countries):
                apart = (one.end and two.start and first_day(one.end) <= first_day(two.start)) or (
                    two.end and one.start and first_day(two.end) <= first_day(one.start)
                )
                assert apart or one.id == two.id or one.countries != two.countries, row.id


def test_every_row_rests_on_something_and_belongs_to_rows_that_exist() -> None:
    for row in REGISTRY.rows.values():
        assert row.rests_on, row.id
        assert all(p.id in REGISTRY.rows for p in row.parents), row.id
        assert all(s.id in REGISTRY.side_names for s in row.sides), row.id
        assert row.country is None or row.country in REGISTRY.countries or row.country == "EH", row.id


def _held_apart(rows: list[Row]) -> bool:
    """Whether they are persons whose offices never overlap (two presidents of one family name)."""
    held = [p for row in rows for p in row.parents if row.kind == "person"]
    times = sorted((p.start or "", p.end or "9999") for p in held)
    return len(held) >= len(rows) and all(a[1] <= b[0] for a, b in pairwise(times))


def test_no_name_means_two_rows_of_one_country() -> None:
    for names in REGISTRY.index.values():
        countries = [REGISTRY.rows[i].country for i, _ in names]
        assert len(countries) == len(set(countries)) or _held_apart([REGISTRY.rows[i] for i, _ in names]), names


@pytest.mark.parametrize(
    ("actor", "date", "country", "side"),
    [
        ("rapid-support-forces", "2022", "SD", "sudanese-state"),
        ("rapid-support-forces", "2023-06", "SD", "rapid-support-forces"),
        ("rapid-support-forces", "2023", "SD", None),  # both within the year
        ("peshmerga", "2016-11-03", "IQ", "iraqi-state"),
        ("peshmerga", "2017-10-20", "IQ", "kurdistan-region"),
        ("russian-armed-forces", "2017-09-05", "SY", "syrian-government"),
        ("russian-armed-forces", "2014-09-05", "SY", "state-of-russia"),
        ("russian-armed-forces", "2022-03-20", "UA", "russia"),
        ("military-of-france", "2017-09-05", "SY", "counter-is-syria"),
        ("person:bashar-al-assad", "2017-09-05", "SY", "syrian-government"),
        ("sohr", "2017-09-05", "SY", None),
        ("sultan-murad-division", "2018-02-01", "SY", "turkey-and-allied-syrians"),
        ("al-sanadid-forces", "2017-09-05", "SY", "counter-is-syria"),
        ("jaysh-khalid", "2017-09-05", "SY", "islamic-state"),
        ("pflp-gc", "2015-09-05", "SY", "syrian-government"),
        ("pflp-gc", "2015-09-05", "PS", None),
        ("sudan-shield-forces", "2024-01-01", "SD", "rapid-support-forces"),
        ("sudan-shield-forces", "2024-12-01", "SD", "sudanese-state"),
        ("mutasim-division", "2016-01-01", "SY", None),
        ("vostok-battalion", "2015-01-01", "UA", "russia"),
    ],
)
def test_sides_have_dates_and_theatres(actor: str, date: str, country: str, side: str | None) -> None:
    assert REGISTRY.side_of(actor, date, country) == side


def test_names_are_compared_without_case_accents_articles_and_apostrophes() -> None:
    assert keys("Hay’at Tahrir al-Sham") == keys("hayat tahrir ash-Sham")
    assert keys("Recep Tayyip Erdoğan") == keys("recep tayyip erdogan")
    assert keys("U.S.") == ("us",)


def test_short_names_keep_their_case() -> None:
    assert fits_case("IS", "IS")
    assert not fits_case("IS", "is")
    assert not fits_case("US", "us")
    assert fits_case("US", "U.S.")
    assert not fits_case("Amal", "amal")


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("UNMISS", "unmiss"),
        ("European Court of Human Rights", "echr"),
        ("Philippine National Police", "police-of-philippines"),
        ("Carabineros", "police-of-chile"),
        ("Nigeria Police Force", "police-of-nigeria"),
        ("Mongolian army", "military-of-mongolia"),
        ("Bermudian police", "police-of-bermuda"),
        ("Irish Republican Army", "ira"),
        ("Voice of America", "voa"),
    ],
)
def test_names_of_missions_bodies_and_media(name: str, row: str) -> None:
    assert [identifier for identifier, _ in REGISTRY.index[keys(name)]] == [row]


def test_a_land_without_forces_of_its_own_has_none() -> None:
    assert REGISTRY.part("BM", "government") == "government-of-bermuda"
    assert REGISTRY.part("BM", "military") is None


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("Somaliland's ministry of defence", "somaliland-government"),
        ("government of Puntland", "puntland-government"),
        ("Artsakh's government", "artsakh-authorities"),
        ("Abkhazia's army", "abkhaz-forces"),
        ("Transnistrian foreign ministry", "transnistria-authorities"),
        ("Bosnian Serb troops", "army-of-republika-srpska"),
    ],
)
def test_bodies_of_a_land_that_rules_itself_are_not_the_states(name: str, of: str) -> None:
    assert [identifier for identifier, _ in REGISTRY.index[keys(name)]] == [of]
