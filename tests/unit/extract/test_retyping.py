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
