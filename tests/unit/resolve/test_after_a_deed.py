"""What is counted from a deed that the report told before and takes up by its noun."""

from __future__ import annotations

import pytest

import situate


def days(text: str) -> dict[str, tuple[str | None, str | None]]:
    """The intervals of the claims of a text by their triggers."""
    claims = situate.extract(text, published="2013-09-10")  # a Tuesday
    return {claim.trigger.quote: (claim.interval.earliest, claim.interval.latest) for claim in claims}


BOMBED = "Helicopters bombed a bakery in Ramla on Sunday, killing 16 people. "


@pytest.mark.parametrize(
    ("text", "word", "first", "last"),
    [
        (BOMBED + "A day after the attack, gunmen kidnapped two reporters outside Varn.", "kidnapped", "09", "09"),
        (
            BOMBED + "A day after the bakery attack, gunmen kidnapped two reporters outside Varn.",
            "kidnapped",
            "09",
            "09",
        ),
        (BOMBED + "Gunmen kidnapped two reporters outside Varn a day after the bombing.", "kidnapped", "09", "09"),
        (BOMBED + "Gunmen kidnapped two reporters outside Varn a day after the bombing.", "bombing", "08", "08"),
        (
            BOMBED + "Three days before the attack, gunmen kidnapped two reporters outside Varn.",
            "kidnapped",
            "05",
            "05",
        ),
        (BOMBED + "Hours after the bombing, soldiers arrested nine men in Varn.", "arrested", "08", "08"),
        (
            "Rebels seized Ramla on 1 September. The day after its fall, soldiers arrested nine men in Varn.",
            "arrested",
            "02",
            "02",
        ),
        (
            "Gunmen massacred 27 people at Ramla on 4 September. Two days after the massacre, soldiers arrested nine men.",
            "arrested",
            "06",
            "06",
        ),
        # A week is about a week.
        (
            "Rebels seized Ramla on 1 September. A week after the capture, soldiers arrested nine men in Varn.",
            "arrested",
            "07",
            "09",
        ),
    ],
)
def test_what_is_counted_from_a_deed_told_before(text: str, word: str, first: str, last: str) -> None:
    assert days(text)[word] == (f"2013-09-{first}", f"2013-09-{last}")


@pytest.mark.parametrize(
    ("text", "word", "first"),
    [
        # News of the day, counted from what was not told before.
        ("Warplanes bombed Ramla on Monday, two days after rebels seized Varn.", "seized", "07"),
        ("Rebels attacked Ramla on Sunday. The attack came two days after a truce was agreed.", "attack", "08"),
        # What has a day of its own keeps it.
        (BOMBED + "A day after the attack, on Monday, gunmen kidnapped two reporters outside Varn.", "kidnapped", "09"),
    ],
)
def test_other_counts_are_as_before(text: str, word: str, first: str) -> None:
    assert days(text)[word] == (f"2013-09-{first}", f"2013-09-{first}")
