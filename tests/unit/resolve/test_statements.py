"""Whose statement a text is, by its head."""

from __future__ import annotations

import pytest

from situate.pipeline.lookups import RealStanding
from situate.resolve.who.statements import statement_of

BODY = "\n\nUnits of the brigade went on with their tasks."


@pytest.mark.parametrize(
    ("head", "whose"),
    [
        ("Statement by the Ministry of Defence of Lusar on the events in Lisk", "Ministry of Defence of Lusar"),
        ("Communiqué No. 17 of the General Staff. In the night units went on.", "General Staff"),
        ("From the Media Office of the Amber Brigade, 5 May", "Amber Brigade"),
        ("Statement of the spokesman for the Lusar Front, 5 May", "Lusar Front"),
        (
            "General Staff of the Lusar Armed Forces, evening communiqué, Tuesday",
            "General Staff of the Lusar Armed Forces",
        ),
        ("LUSAR FRONT COMMAND\nPress release 4", "LUSAR FRONT COMMAND"),
        ("Statement by army spokesman angers rebels", None),  # news of one
        ("Army, rebels agree statement on truce", None),
        ("The Ministry of Defence said in a statement on Monday that troops left.", None),
        ("In a statement of the Army, its chief promised to go on.", None),
        ("Rebels take Lisk, army statement denies it", None),
        ("Lisk Courier, evening bulletin", None),  # an outlet
    ],
)
def test_whose_statement_it_is(head: str, whose: str | None) -> None:
    assert statement_of(head + BODY) == whose


@pytest.mark.parametrize(
    ("head", "country", "side"),
    [
        ("Statement of the Ministry of Defence of Azerbaijan, 5 October", "AZ", "state-of-azerbaijan"),
        ("Statement of the Ministry of Defence of Azerbaijan, 5 October", "UA", None),  # no party there
        ("Communiqué No. 3 of the FARC", "CO", "farc"),
        ("Statement by the Humanitarian Coordinator for Sudan", "SD", None),
        ("Statement of the Ministry of Defence of Lusar", None, None),
    ],
)
def test_the_side_that_made_it(head: str, country: str | None, side: str | None) -> None:
    assert RealStanding().author(head + BODY, "2020-10-05", country) == side
