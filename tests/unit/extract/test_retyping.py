"""Types that the words around a trigger put right."""

import packaged
import pytest

_MOVES = {"deploy", "withdraw", "return"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The convoys of the United Nations have entered the city.", "deliver_aid"),
        ("Everyone in the lower quarter ran for the hills when the tanks came.", "displace"),
    ],
)
def test_who_brings_aid_does_not_advance_and_who_bears_no_arms_does_not_withdraw(text, kind):
    assert packaged.told(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Soldiers fired live rounds at farmers near Varn on Sunday.", "assault"),
        ("Several rounds were fired by police at students in Dakar.", "assault"),
        ("Gunmen fired dozens of rounds at a minibus in Quetta, killing two passengers.", "assault"),
        ("Troops fired mortar rounds at a village in Kachin, killing four.", "shelling"),
        ("Tanks fired several rounds at a house in Jenin.", "shelling"),
        ("The army fired 155mm rounds at Bakhmut.", "shelling"),
    ],
)
def test_rounds_of_rifles_shell_nobody(text, kind):
    assert packaged.told(text, kind)
    assert not packaged.told(text, "shelling" if kind == "assault" else "assault")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The US Navy intercepted a drone over the Red Sea.", "disrupt_weapons"),
        ("Israel intercepted a rocket fired from Gaza.", "disrupt_weapons"),
        ("The army intercepted a convoy of rebels near Gao.", "repel"),
    ],
)
def test_what_flies_is_intercepted_and_those_who_come_are_repelled(text, kind):
    assert packaged.told(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bandits struck two hamlets near Lisk overnight.", "assault"),
        ("Masked men hit a chapel in Ostry, killing three worshippers.", "assault"),
        ("A police post near Varnow was struck by insurgents.", "assault"),
        ("Separatists bombed a ferry in Tollen on Friday.", "explosion"),
        ("A bombing at a bus stop in Varnow killed nine people.", "explosion"),
        ("Three bombings in Lisk wounded a dozen people on Monday.", "explosion"),
        ("Militants struck a tanker with drones near Lisk.", "airstrike"),
        ("The army struck a rebel base in Tollen.", "airstrike"),
        ("A Varnian bombing in Lisk killed nine people.", "airstrike"),
        ("The bombing of Ostry by warplanes went on.", "airstrike"),
    ],
)
def test_who_has_no_aircraft_attacks_or_lays_bombs_where_no_means_is_told(text, kind):
    assert packaged.told(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Three killed in strike on school in Lisk", "airstrike"),
        ("At least 30 dead in Lisk market strike, activists say", "airstrike"),
        ("Ostria planned a strike on Lisk.", "airstrike"),
        ("Two doctors killed in strike on clinic in Ostry", "airstrike"),
        ("The strike at the port of Lisk entered its third week.", "protest"),
        ("Police killed two marchers during a teachers' strike in Lisk.", "protest"),
        ("A strike over pay closed schools in Lisk.", "protest"),
        ("Truckers plan a strike on Monday.", "protest"),
    ],
)
def test_a_strike_that_is_aimed_at_a_place_or_kills_is_no_stoppage_of_work(text, kind):
    other = {"airstrike": "protest", "protest": "airstrike"}[kind]
    assert packaged.told(text, kind)
    assert not packaged.told(text, other)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Government troops returned to Malakal after two years.", "deploy"),
        ("The rebels returned to the village of Lisk and burned huts.", "deploy"),
        ("Troops returned to barracks in Lisk.", "withdraw"),
        ("The soldiers returned home from Mali.", "withdraw"),
        ("Families returned to Malakal.", "return"),
    ],
)
def test_troops_that_return_to_a_town_do_not_leave_it(text, kind):
    assert {c.type for c in packaged.reader().read(packaged.Report(id="r", text=text)).claims} & _MOVES == {kind}


@pytest.mark.parametrize(
    ("text", "kind", "so"),
    [
        ("An army truck struck a roadside bomb near Lisk on Friday.", "explosion", True),
        ("A tractor hit a bomb near Ostry.", "explosion", True),
        ("A drone hit a bomb depot in Lisk.", "airstrike", True),
        ("A child was killed by an unexploded shell in Lisk.", "disrupt_weapons", False),
        ("Sappers cleared unexploded shells in Lisk.", "disrupt_weapons", True),
    ],
)
def test_what_drives_on_a_bomb_is_blown_up_and_a_shell_that_lay_there_disarms_nothing(text, kind, so):
    assert bool(packaged.told(text, kind)) is so
