"""Types that the words around a trigger put right."""

import packaged
import pytest


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
