import pytest
from packaged import quotes, told

BASE = "Rebels in Fort Ziri, an army base on the edge of Homs that had been besieged by the army since 2013, gave up."


def test_a_base_is_besieged_by_its_name() -> None:
    (claim,) = told(BASE, "besiege")
    assert quotes(claim, "place")[0] == "Fort Ziri"


def test_what_is_held_has_its_name() -> None:
    (claim,) = told(BASE, "control")
    assert quotes(claim, "place") == ["Fort Ziri"]


def test_a_siege_is_of_a_place() -> None:
    (claim,) = told("The end of the siege of Brigade 12 came on Friday.", "siege_end")
    assert quotes(claim, "place") == ["Brigade 12"]
    assert quotes(claim, "target") == []


def test_a_name_goes_on_behind_its_hyphen() -> None:
    (claim,) = told("The army said that its march to Deir e-Zor had ended the siege of Deir e-Zor.", "siege_end")
    assert all(not quote.endswith("Deir e") for quote in quotes(claim, "place"))


@pytest.mark.parametrize(("reached", "again"), [("Brigade 12", True), ("the hospital", False)])
def test_an_end_is_told_again_of_a_place_that_was_told_beside_it(reached: str, again: bool) -> None:
    text = (
        f"The army broke the siege of Ostry on Monday, a spokesman said. Its soldiers reached {reached} at noon.\n\n"
        "The end of the siege of Brigade 12 was a long time coming."
    )
    first, second = told(text, "siege_end")
    assert (second.same_as == first.id) is again
