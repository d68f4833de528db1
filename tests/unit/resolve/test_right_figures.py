"""A figure that a report puts right is an earlier count; the right one is the toll."""

import pytest

from situate.extract.reader import Reader
from situate.model.report import Report
from situate.model.tolls import EARLIER, toll
from situate.resolve import Resolver


def figures(text):
    report = Report(id="r", text=text, published="2031-05-06")
    claims = Resolver.load().resolve(report, Reader.load().read(report)).reading.claims
    roles = [role for c in claims for role in c.fillers("killed")]
    assert all(text[r.evidence.span.start : r.evidence.span.end] == r.evidence.quote for r in roles)
    return [t.best for c in claims if (t := toll(c, "killed")) is not None], [
        r.quantity.best for r in roles if r.reason == EARLIER
    ]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("We said that 15 people were killed in the strike on Lisk. The correct number is 12.", [12], [15]),
        ("Shells killed nine people in Lisk, we reported. The right figure is eleven.", [11], [9]),
        ("The blast killed 30 people in Lisk. The actual death toll was at least 25.", [25], [30]),
        ("We wrote that shells killed 24 people in Lisk. In fact 22 people died.", [22], [24]),
        ("Shells killed nine people in Lisk. The monitor has since revised the figure to seven.", [7], [9]),
        ("Shells killed nine people in Lisk. The mayor has since raised the number of guards to 70.", [9], []),
        ("The blast killed 30 people in Lisk. The correct address is 12 Market Street.", [30], []),
        ("The correct number is 12.", [], []),
    ],
)
def test_a_figure_that_is_put_right(text, right, wrong):
    assert figures(text) == (right, wrong)


def test_what_is_shot_down_is_nobody_who_died():
    text = (
        "Overnight the army struck the Lisk region with 5 drones, two were shot down. A mill burned; one man wounded."
    )
    assert figures(text) == ([], [])
