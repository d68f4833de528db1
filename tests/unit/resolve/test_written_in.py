"""The town of a report's dateline."""

import pytest

from situate.resolve.gazetteer.lookup import Gazetteer
from situate.resolve.where.written_in import written_in


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("SANTIAGO, 13 FEB 90 (AFP) -- [TEXT] A bomb went off.", ("Santiago", "CL")),
        ("BEIRUT (Reuters) - A bomb went off.", ("Beirut", "LB")),
        ("Damascus, Syria, Sept. 5 (AP) — A bomb went off.", ("Damascus", "SY")),
        ("MEXICO CITY (MEXICO), 10 NOV 89 (AGENCY) -- [TEXT] A bomb went off.", ("Mexico City", "MX")),
        ("CORDOBA (ARGENTINA), 10 NOV 89 (AGENCY) -- [TEXT] A bomb went off.", ("Córdoba", "AR")),
        ("KIEV, Aug. 3 (Reuters) - A bomb went off.", ("Kyiv", "UA")),
        ("SANTA ROSA, 10 NOV 89 (AGENCY) -- [TEXT] A bomb went off.", None),  # a town of many lands
        ("CLANDESTINE, 4 NOV 89 (RADIO) -- [TEXT] A bomb went off.", None),
        ("A bomb went off in Beirut on Friday.", None),
        ("", None),
    ],
)
def test_the_town_of_a_dateline(gazetteer, text, town):
    found = written_in(text, gazetteer)
    assert (found and (found.name, found.country)) == town
