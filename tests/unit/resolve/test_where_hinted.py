"""What speaks for a land without naming a place in it: armed groups, adjectives, whose somebody is; and how far that goes."""

from __future__ import annotations

import pytest

import situate
from situate.model.place import Place
from situate.resolve.where.home import Hints, told_by_groups, too_far

WHERE = ("place", "origin", "destination", "route", "target")


def place(text: str, quote: str) -> Place | None:
    """The place of the first role with these words."""
    claims = situate.extract(text, published="2018-05-15")
    return next(role.place for c in claims for role in c.roles if role.evidence.quote == quote and role.role in WHERE)


@pytest.mark.parametrize(
    ("text", "quote", "country"),
    [
        # A town by its own name in a land whose groups are named is no chance, wherever envoys sit.
        (
            "The National Liberation Army, whose envoys are in Havana, blew up a pipeline near Saravena on Sunday.",
            "near Saravena",
            "CO",
        ),
        # Nor is the name that one town alone is written by in a land that is named.
        ("India said Pakistani troops fired mortars at Poonch on Sunday.", "Poonch", "IN"),
        # The first name of a place here goes before another name of one elsewhere.
        ("Bosnian government troops captured the village of Trnovo on Friday.", "the village of Trnovo", "BA"),
        # What is written so somewhere is no far-fetched spelling.
        (
            "Morocco said it had not bombed two trucks near Bir Lahlou on Monday; Algeria protested.",
            "near Bir Lahlou",
            "EH",
        ),
        # Places of no gazetteer, in the land in which alone the groups that are named fight.
        ("Papuan rebels released a pilot from New Zealand near Nduga, police in Timika said.", "near Nduga", "ID"),
        (
            "Pro-Russian rebels shot down a plane near the village of Davydo-Zirkove on Monday, the Ukrainian army said.",
            "near the village of Davydo-Zirkove",
            "UA",
        ),
        (
            "BAMAKO (Reuters) - The group JNIM overran a Malian army base in Ziourabe on Friday.",
            "a Malian army base in Ziourabe",
            "ML",
        ),
        # A region of another land than the words put it in; camps and hamlets of no gazetteer.
        ("Maoist rebels attacked a barracks in Beni, western Nepal, on Saturday night.", "Beni, western Nepal", "NP"),
        ("Maoist rebels attacked barracks in Beni, Nepal, on Saturday.", "Beni, Nepal", "NP"),
        ("Soldiers opened fire on a camp at Mesa Zirka in Honduras in February.", "Mesa Zirka in Honduras", "HN"),
        ("Managua denied shelling the Honduran hamlet of Zirkape.", "the Honduran hamlet of Zirkape", "HN"),
        (
            "Across the frontier in Iran, gunmen seized guards at Zirkigour on Monday. Karachi and Quetta wait. Pakistan said so.",
            "Zirkigour",
            "IR",
        ),
        # Another name of a town far from all that a report names.
        (
            "Maoists shut roads in Pokhara and Butwal, Nepal. In Nepalgunj and Dang soldiers arrested two men at Bandipur on Sunday.",
            "Bandipur",
            "NP",
        ),
        # The land that "inside" says, whoever's soldiers came; a treaty is called after where it was signed.
        (
            "Soldiers from Guinea-Bissau bombarded a base at Zirka Mandi, inside Senegal, on Sunday.",
            "Zirka Mandi",
            "SN",
        ),
        ("Six days after the Minsk accord separatists seized Debaltseve, the Ukrainian army said.", "Debaltseve", "UA"),
        # Towns and regions that the words behind them cannot gainsay.
        ("Ukrainian forces shelled Kursk, Ukraine said on Tuesday.", "Kursk", "RU"),
        ("Fighting went on in Idlib, Turkey said on Tuesday.", "Idlib", "SY"),
        ("Speaking in Idlib, Turkey's minister said rebels had seized Saraqib on Monday.", "Saraqib", "SY"),
    ],
)
def test_lands_spoken_of(text: str, quote: str, country: str) -> None:
    found = place(text, quote)
    assert found is not None
    assert found.country == country


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        # A hamlet of a far land, and a capital by a name that is nobody's here.
        ("Paramilitaries killed 17 peasants in the hamlet of La Boquilla, a Colombian prosecutor said.", "the hamlet of La Boquilla"),
        # Neither side's land, where names say no more than adjectives.
        (
            "Two Armenian soldiers were killed by Azerbaijani fire near Nerkin Zirk, officials in Yerevan said. Baku called it revenge.",
            "near Nerkin Zirk",
        ),
        # A town of a far land where groups fight in another, and a region; a camp by where only talks are.
        ("RSF fighters shot at least 40 men at a berm outside Garni on Monday, a Sudanese monitor said.", "a berm outside Garni"),
        (
            "MONROVIA (AP) - LURD rebels lobbed mortars into the Zirkstone compound on Monday. Talks in Accra go on.",
            "the Zirkstone compound",
        ),
        # An army's adjective alone tells nothing of where it fights.
        ("Ugandan soldiers killed 11 people at Zirkuma on Thursday.", "Zirkuma"),
    ],
)  # fmt: skip
def test_no_land_rather_than_a_wrong_one(text: str, quote: str) -> None:
    assert place(text, quote) is None


def test_a_capital_by_another_name_is_hers_where_her_land_is_spoken_of() -> None:
    here = place("Georgian villagers were abducted by South Ossetian militiamen near Nikozi on Friday.", "near Nikozi")
    assert here is None or here.country == "GE"
    there = place("Cypriot police shot dead two gunmen near Nikosia on Friday.", "near Nikosia")
    assert there is not None
    assert there.country == "CY"


def test_groups_tell_their_land_unless_others_do_as_much() -> None:
    assert told_by_groups(Hints(groups={"ML": 0.1, "NE": 0.1}, all={"ML": 1.0, "NE": 0.1})) == "ML"
    assert told_by_groups(Hints(groups={"UG": 0.5, "CD": 0.5}, all={"UG": 1.0, "CD": 0.5})) is None
    assert told_by_groups(Hints(groups={}, all={"RS": 1.0})) is None
    assert told_by_groups(Hints()) is None


def test_a_land_far_from_all_that_is_hinted_at_is_too_far() -> None:
    lands = {
        code: Place(id=f"country:{code}", name=code, country=code, latitude=lat, longitude=lon, precision="country",
                    radius_km=300.0, basis="gazetteer")
        for code, lat, lon in (("ID", -5.0, 120.0), ("NZ", -41.5, 173.5), ("PG", -6.0, 147.0), ("US", 39.8, -98.6))
    }  # fmt: skip
    hints = Hints(groups={}, all={"ID": 1.0, "US": 0.2})
    assert too_far("NZ", hints, lambda code: lands.get(code or ""))
    assert not too_far("ID", hints, lambda code: lands.get(code or ""))
    assert not too_far("NZ", Hints(all={"US": 1.0}), lambda code: lands.get(code or ""))
