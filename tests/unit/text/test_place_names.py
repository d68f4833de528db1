"""Keys of names: spellings that must meet, and names that must not."""

from __future__ import annotations

import pytest

from situate.text.names import bare_key, name_key, name_words, other_vowels, skeleton


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Deir ez-Zor", "DEIR EZ ZOR"),
        ("São Paulo", "Sao Paulo"),
        ("St. Louis", "Saint Louis"),
        ("Ma'rib", "Marib"),
        ("‘Ayn al ‘Arab", "Ayn al Arab"),
        ("Øresund", "Oresund"),
        ("دير الزور", "دير الزور"),
        ("حماة", "حماه"),
    ],
)
def test_one_key_for_all_ways_to_write_a_name(one: str, two: str) -> None:
    assert name_key(one) == name_key(two) != ""


def test_a_lone_abbreviation_stays() -> None:
    assert name_words("St.") == ["st"]


def test_no_letters_no_key() -> None:
    assert name_key("—!") == ""


ZOR = ["Deir e-Zor", "Deir a-Zor", "Deir Ezzor", "Dayr az-Zawr", "Deir al-Zor", "Deir ez-Zor"]


@pytest.mark.parametrize("name", ZOR)
def test_transliterations_share_a_skeleton(name: str) -> None:
    assert skeleton(name) == skeleton("Dayr az-Zawr") != ""


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Qamishli", "Al Qāmishlī"),
        ("Jisr al-Shughour", "Jisr ash Shughūr"),
        ("Daret Izza", "Dārat ‘Izzah"),
        ("Baghouz", "Al Bāghūz"),
    ],
)
def test_skeletons_meet(one: str, two: str) -> None:
    assert skeleton(one) == skeleton(two) != ""


@pytest.mark.parametrize(("one", "two"), [("Homs", "Mosul"), ("Idlib", "Aleppo"), ("Baghdad", "Basra")])
def test_skeletons_of_other_places_differ(one: str, two: str) -> None:
    assert skeleton(one) != skeleton(two)


def test_a_short_skeleton_is_none() -> None:
    assert skeleton("Raqqa") == ""


def test_articles_go_only_from_names_of_several_words() -> None:
    assert bare_key("Deir e-Zor") == "deirzor"
    assert bare_key("al-Bab") == ""
    assert bare_key("New York") == ""


@pytest.mark.parametrize(("one", "two"), [("al-Qusour", "Al Qusayr"), ("Zayr", "Zour"), ("Tal Boud", "Tall Bayd")])
def test_a_long_vowel_of_another_kind_makes_another_name(one: str, two: str) -> None:
    assert skeleton(one) == skeleton(two)
    assert other_vowels(one, two)
    assert other_vowels(two, one)


@pytest.mark.parametrize(
    ("one", "two"),
    [("Homs", "Hims"), ("Sweida", "As Suwayda"), ("Mosul", "Mawsil"), ("Ghouta", "Ghutah"), ("Qusair", "Al Qusayr")],
)
def test_short_vowels_and_their_spellings_make_none(one: str, two: str) -> None:
    assert not other_vowels(one, two)


@pytest.mark.parametrize("name", ZOR)
def test_no_spelling_of_one_name_has_other_vowels(name: str) -> None:
    assert not other_vowels(name, "Dayr az-Zawr")
