"""Whose fighters a people's name, a fallen state's or a rival government's tells of, at a date and in a land."""

from __future__ import annotations

import pytest

from situate.resolve.who.phrase import Linker
from situate.resolve.who.registry import Registry

LINKER = Linker(Registry.load())


def meant(words: str, country: str | None, date: str | None) -> str | None:
    actor, _ = LINKER.link(words, country_hint=country, date=date)
    return actor.id if actor else None


@pytest.mark.parametrize(
    ("words", "country", "date", "who"),
    [
        ("Serb gunners", "BA", "1993-04", "army-of-republika-srpska"),
        ("Bosnian Serb gunners", "BA", "1993-04", "army-of-republika-srpska"),
        ("rebel Serb artillery", "BA", "1993-04", "army-of-republika-srpska"),
        ("Bosnian Serb", "BA", "1993-04", "army-of-republika-srpska"),
        ("the Serbs", "BA", "1993-04", "army-of-republika-srpska"),
        ("Serb leaders", "BA", "1993-04", "bosnian-serb-authorities"),
        ("Croat fighters", "BA", "1993-04", "croatian-defence-council"),
        ("Muslim forces", "BA", "1993-04", "arbih"),
        ("Serb militiamen", "HR", "1991-10", "krajina-serb-forces"),
        ("Croatian Serb fighters", "HR", "1991-10", "krajina-serb-forces"),
        ("Serb police", "XK", "1999-03", "police-of-serbia"),
        ("Serb forces", "XK", "1999-03", "military-of-serbia"),
        ("ethnic Albanian rebels", "XK", "1999-03", "kosovo-liberation-army"),
        ("ethnic Albanian rebels", "MK", "2001-03", "nla-macedonia"),
        ("Chechen fighters", "RU", "1995-03", "ichkeria"),
        ("Chechen fighters", "UA", "2022-03", "kadyrovites"),
        ("Tamil gunmen", "LK", "1995-03", "ltte"),
    ],
)
def test_a_people_at_war_stands_for_its_armed_side(words: str, country: str, date: str, who: str) -> None:
    assert meant(words, country, date) == who


@pytest.mark.parametrize(
    ("words", "country", "date", "who"),
    [
        ("Bosnian Serbs", "BA", "1995-08", None),
        ("Three Serb men", "BA", "1993-04", None),
        ("Croat members of parliament", "BA", "1995-03", "government-of-bosnia-and-herzegovina"),
        ("Three Tamil men", "LK", "1998-10", None),
        ("Krajina Serb villagers", "HR", "1995-08", "civilians-hr"),
        ("Serb villagers", "BA", "1993-04", "civilians-ba"),
        ("Muslim villagers", "BA", "1993-04", "civilians-ba"),
        ("Serbian troops", "BA", "1993-04", "military-of-serbia"),
        ("the Serbs", "BA", "2014-04", "government-of-serbia"),
        ("Albanian soldiers", "AL", "2001-03", "military-of-albania"),
        ("ethnic Albanians", "XK", "1999-03", None),
        ("Chechen fighters", "RU", None, None),
        ("the mujahideen", "AF", "2010-02", None),
        ("right-wing paramilitaries", "CO", "2015-02", None),
    ],
)
def test_people_and_other_times_are_not_meant(words: str, country: str, date: str | None, who: str | None) -> None:
    assert meant(words, country, date) == who


@pytest.mark.parametrize(
    ("words", "country", "date", "who"),
    [
        ("separatists", "MD", "1992-06", "transnistrian-forces"),
        ("Republican Guard troops", "IQ", "1991-03", "republican-guard-iraq"),
        ("Afghan government troops", "AF", "1990-03", "afghan-army-dra"),
        ("Afghan government troops", "AF", "2010-03", "andsf"),
        ("Soviet warplanes", "AF", "1988-03", "soviet-air-force"),
        ("the Yugoslav navy", "HR", "1991-11", "yugoslav-navy"),
        ("Yugoslav soldiers", "HR", "1991-11", "yugoslav-army"),
        ("South Ossetian militiamen", "GE", "2008-08", "south-ossetian-forces"),
        ("Abkhaz gunmen", "GE", "1993-08", "abkhaz-forces"),
        ("Turkish Cypriot soldiers", "CY", "1996-08", "trnc-forces"),
        ("South Yemeni forces", "YE", "1994-06", "southern-yemen-1994"),
        ("Tigray's leader", "ET", "2020-11", "tplf"),
        ("the mujahideen", "AF", "1989-02", "afghan-mujahideen"),
        ("right-wing paramilitaries", "CO", "2001-02", "auc"),
        ("French peacekeepers", "CF", "2014-02", "military-of-france"),
        ("UN peacekeepers", "CF", "2014-02", "united-nations"),
        ("peacekeepers", "CF", "2014-02", None),
    ],
)
def test_forces_of_lands_and_times(words: str, country: str, date: str, who: str | None) -> None:
    assert meant(words, country, date) == who


@pytest.mark.parametrize(
    ("words", "date", "who"),
    [
        ("GNA soldiers", "2020-06", "gna-forces"),
        ("fighters of the Government of National Accord", "2020-06", "gna-forces"),
        ("GNU warplanes", "2022-06", "gnu-forces"),
        ("GNA officials", "2020-06", "gna"),
        ("Libyan soldiers", "2020-06", "military-of-libya"),
    ],
)
def test_the_forces_of_one_of_two_governments_are_its_own(words: str, date: str, who: str) -> None:
    assert meant(words, "LY", date) == who


@pytest.mark.parametrize(
    ("words", "country", "date", "who"),
    [
        ("Rebels of the Sudan People's Liberation Army", "SS", "1997-03", "spla-sudan"),
        ("rebels of the Sudan People's Liberation Army", "SD", "1997-03", "spla-sudan"),
        ("the SPLA", "SS", "2014-03", "sspdf"),
        ("Liberian fighters loyal to Charles Taylor", "LR", "1990-07", "npfl"),
        ("Syrian fighters loyal to Bashar al-Assad", "SY", "2015-02", "pro-government-forces-syria"),
        ("Syrian fighters", "SY", "2015-02", None),
        ("a convoy of the UN mission", "ML", "2022-06", "minusma"),
        ("positions of the Malian army", "ML", "2022-06", "malian-army"),
        ("houses of the Syrian army", "SY", "2015-02", None),
        ("Zapatista rebels", "MX", "1995-02", "zapatistas"),
        ("the Jalisco cartel", "MX", "2023-05", "cjng"),
        ("the Viv Ansanm coalition", "HT", "2024-03", "viv-ansanm"),
        ("Tajik opposition fighters", "TJ", "1996-04", "united-tajik-opposition"),
        ("Túpac Amaru rebels", "PE", "1997-01", "mrta"),
    ],
)
def test_whose_rebels_convoys_and_followers_they_are(words: str, country: str, date: str, who: str | None) -> None:
    assert meant(words, country, date) == who


@pytest.mark.parametrize(
    ("words", "country", "date", "who"),
    [
        ("Senderista guerrillas", "PE", "1989-01", "shining-path"),
        ("Zeta gunmen", "MX", "2011-01", "zetas"),
        ("Phalangist militiamen", "LB", "1984-01", "phalange-lebanon"),
        ("the M23 coalition", "CD", "2024-01", "m23"),
        ("the ISIS coalition", "IQ", "2015-01", None),
        ("the anti-ISIS coalition", "IQ", "2015-01", "us-led-coalition"),
        ("Provisional forces", None, None, "local:provisional-forces"),
        ("communist rebels", "PH", "1990-03", "npa-philippines"),
        ("communist rebels", "KH", "1970-03", None),
    ],
)
def test_short_forms_of_groups_before_a_noun_for_their_men(
    words: str, country: str | None, date: str | None, who: str | None
) -> None:
    found = meant(words, country, date)
    assert found == who or (who is None and found is not None and found.startswith("rebels-"))
