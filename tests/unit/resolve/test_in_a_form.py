"""What a form tells was on the day that the form gives."""

import pytest

from situate.model.span import Span
from situate.resolve.when.in_a_form import in_a_form
from situate.resolve.when.intervals import read_times
from situate.resolve.when.undated import ClaimTime


def dated(text: str) -> str | None:
    report = read_times(text, "2031-03-04")
    start = text.index("shelling")
    sentence = next(s for s in report.sentences if s.start <= start < s.end)
    shelled = ClaimTime(type="shelling", kind="happening", trigger=Span(start, start + 8), sentence=sentence)
    return found[0].earliest if (found := in_a_form([shelled], report)) else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mines killed a man on Monday. Place: Varn. Event: shelling. Day: the 2nd of March. Dead: two.", "2031-03-02"),
        ("Event: shelling\nPlace: Varn\nDate: 2 March\nDead: two", "2031-03-02"),
        ("They spoke of the shelling. Place: Varn. Day: the 2nd of March.", None),
        ("Event: shelling. Place: Varn. The day of the fair is 2 March.", None),
    ],
)
def test_a_form_dates_what_it_tells(text: str, expected: str | None) -> None:
    assert dated(text) == expected
