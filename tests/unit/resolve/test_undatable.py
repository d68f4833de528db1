"""Times that no calendar can tell."""

import pytest

from situate.model.claim import Claim, Evidence
from situate.model.interval import Interval
from situate.model.span import Span
from situate.resolve.when.report_times import read_times
from situate.resolve.when.undatable import undatable

DAY = Interval(earliest="2017-09-03", latest="2017-09-03", precision="day", basis="relative")


def dated(text: str, word: str) -> str | None:
    """The first bound of a claim by that word, which had a day from elsewhere."""
    times, at = read_times(text, "2017-09-05"), text.index(word)
    span = Span(at, at + len(word))
    sentence = next(one for one in times.sentences if one.covers(span))
    trigger = Evidence(span=span, quote=word)
    claim = Claim(id="c", report="r", type="displace", trigger=trigger, interval=DAY, sentence=sentence)
    return undatable(claim, times).interval.earliest


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("In the months before the assault, 50,000 people fled Lisk.", "fled"),
        ("People fled Lisk in the 48 hours before the truce.", "fled"),
        ("Sixty people were killed in the run-up to the vote.", "killed"),
        ("On the second anniversary of the invasion, missiles hit Lisk.", "hit"),
        ("On the eve of the talks, troops took Ostry.", "took"),
        ("On D+3 of the operation, troops took Ostry.", "took"),
    ],
)
def test_it_has_no_day_from_elsewhere(text: str, word: str) -> None:
    assert dated(text, word) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("In the months before the assault, 50,000 people fled Lisk.", "assault"),  # the deed itself
        ("In the days before the assault, on 3 September, people fled Lisk.", "fled"),
        ("On the second anniversary of the invasion on 3 September, missiles hit Lisk.", "hit"),
        ("On the eve of the talks, troops took Ostry.", "talks"),
        ("In the days before that, people fled Lisk.", "fled"),
        ("In the days after the assault, people fled Lisk.", "fled"),
        ("People fled Lisk before the assault.", "fled"),
    ],
)
def test_other_claims_keep_theirs(text: str, word: str) -> None:
    assert dated(text, word) == DAY.earliest
