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
