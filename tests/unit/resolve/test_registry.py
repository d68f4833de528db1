from __future__ import annotations

import pytest

from situate.resolve.registry import Registry
from situate.resolve.who_names import fits_case, keys

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


def test_every_row_rests_on_something_and_belongs_to_rows_that_exist() -> None:
    for row in REGISTRY.rows.values():
        assert row.rests_on, row.id
        assert all(p.id in REGISTRY.rows for p in row.parents), row.id
        assert all(s.id in REGISTRY.side_names for s in row.sides), row.id
        assert row.country is None or row.country in REGISTRY.countries or row.country == "EH", row.id


def test_no_name_means_two_rows_of_one_country() -> None:
    for names in REGISTRY.index.values():
        countries = [REGISTRY.rows[i].country for i, _ in names]
        assert len(countries) == len(set(countries)), names


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
    ],
)
def test_sides_have_dates_and_theatres(actor: str, date: str, country: str, side: str | None) -> None:
    assert REGISTRY.side_of(actor, date, country) == side


def test_who_gains_with_whom() -> None:
    assert REGISTRY.same_side("syrian-arab-army", "hezbollah", "2017-09-05", "SY")
    assert not REGISTRY.same_side("syrian-arab-army", "islamic-state", "2017-09-05", "SY")
    assert REGISTRY.same_side("sohr", "sohr")
    assert REGISTRY.gains("sana", "syrian-government", "2017-09-05", "SY")
    assert REGISTRY.gains("person:bashar-al-assad", "syrian-arab-army", "2017-09-05", "SY")
    assert not REGISTRY.gains("sana", "islamic-state", "2017-09-05", "SY")


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
