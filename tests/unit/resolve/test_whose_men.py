"""Whose men "its fighters", "his army" and "the insurgents" are, and whose weapons hit, in what a text tells."""

from __future__ import annotations

import pytest

import situate


def doers(text: str, published: str, trigger: str) -> list[str | None]:
    """The names of those who did what a word of a text tells."""
    claims = [c for c in situate.extract(text, published=published) if c.trigger.quote == trigger]
    return [r.actor.name if r.actor else None for c in claims for r in c.roles if r.role == "actor"]


@pytest.mark.parametrize(
    ("text", "published", "trigger", "who"),
    [
        (
            "The White Army is preparing to attack Nasir, the UN mission in South Sudan warned on Thursday, three days "
            "after its militiamen overran a barracks at Ulang.",
            "2025-02-27", "overran", "White Army",
        ),
        (
            "M23 rebels shelled Sake, the UN mission in Congo said on Thursday, two days after their fighters took Shasha.",
            "2024-02-27", "took", "March 23 Movement",
        ),
        (
            "The Serb leader in Pale threatened that his army would shell Tuzla airport if it reopens for flights.",
            "1994-03-16", "shell", "Army of Republika Srpska",
        ),
        (
            "Tigray's leader said his forces had fired rockets at the port of Massawa on Saturday night.",
            "2020-11-16", "fired", "Tigray People's Liberation Front",
        ),
        (
            "The Afghan interior ministry dismissed Taliban claims that the insurgents had overrun the centre of Sangin.",
            "2015-12-23", "overrun", "Taliban",
        ),
        (
            "Mujahideen rockets hit Kabul airport on Sunday, two days before envoys were to meet in Islamabad.",
            "1992-08-11", "hit", "Afghan mujahideen",
        ),
        (
            "Bosnian Serbs captured Srebrenica on Tuesday, refugees said in Tuzla.", "1995-07-12", "captured",
            "Army of Republika Srpska",
        ),
        ("American B-52s bombed a ridge near Kunduz on Sunday.", "2001-11-11", "bombed", "US Armed Forces"),
        (
            "Serb rockets hit Zagreb, the capital of Croatia, on Tuesday, killing five people.", "1995-05-03", "hit",
            "Army of the Republic of Serb Krajina",
        ),
        ("Israeli shells hit a school in Rafah, killing 10 people.", "2024-01-11", "hit", "Israel Defense Forces"),
        ("RSF shells hit a market in El Fasher, killing three.", "2024-01-11", "hit", "Rapid Support Forces"),
    ],
)  # fmt: skip
def test_whose_men_and_weapons(text: str, published: str, trigger: str, who: str) -> None:
    assert doers(text, published, trigger) == [who]


@pytest.mark.parametrize(
    ("text", "published", "trigger", "who"),
    [
        (
            "The UN mission in Congo said on Thursday that its troops had attacked a camp near Beni.",
            "2022-08-04", "attacked", "United Nations",
        ),
        ("Katyusha rockets hit Kiryat Shmona on Sunday.", "2024-01-11", "hit", None),
        ("A Scud missile hit Riyadh on Sunday.", "1991-01-21", "hit", None),
    ],
)  # fmt: skip
def test_what_is_nobodys_stays_so(text: str, published: str, trigger: str, who: str | None) -> None:
    assert doers(text, published, trigger) in ([who], [] if who is None else [who])


@pytest.mark.parametrize(
    ("text", "published", "trigger", "who"),
    [
        (
            "Amal militiamen shelled the Shatila camp in Beirut on Monday. Christian militiamen shelled Aley.",
            "1986-06-12", "shelled", ["Amal Movement", None],
        ),
        (
            "FARC rebels shelled Mitu on Monday. Paramilitary gunmen killed 12 people in Tibu.",
            "1995-11-12", "killed", [None],
        ),
        (
            "FARC rebels shelled Mitu on Monday. The gunmen killed 12 people there.",
            "1995-11-12", "killed", ["Revolutionary Armed Forces of Colombia"],
        ),
    ],
)  # fmt: skip
def test_men_of_another_sort_are_new_on_the_scene(
    text: str, published: str, trigger: str, who: list[str | None]
) -> None:
    assert doers(text, published, trigger) == who
