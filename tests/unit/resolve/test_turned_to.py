"""Where a report turns from its news to what was before."""

from __future__ import annotations

from typing import Any

import pytest

from situate.model.span import Span
from situate.resolve.when.intervals import claim_intervals, read_times
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.turned_to import apart, next_turn, turns
from situate.resolve.when.undated import ClaimTime

DAY = "2023-05-17"


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Gunmen killed three men in Varn. In 2021, gunmen killed 15 people in the area.", "In 2021"),
        ("Troops fought rebels near Lisk. On 5 May, the rebels attacked Tollen.", "On 5 May"),
        ("A mine hurt two children. Two weeks ago, a mine killed a farmer there.", "Two weeks ago"),
        ("A bomb went off in Varn. A similar bombing in April killed 15 people.", "A similar"),
        ("Jihadists attacked a convoy. Another attack in January killed 20 men.", "Another"),
        ("Gunmen took a school in Varn. On Monday, they had cut the road.", None),
        ("Gunmen killed 12 people near Varn. The attack took place in April.", None),
        ("Rebels hold Varn. Since March, they have held Lisk.", None),
        ("Gunmen killed three men in Varn. In 2021, gunmen killed 15 people in the area.", None),
    ],
)
def test_a_sentence_turns_to_what_was_before_with_its_date(text: str, opens: str | None) -> None:
    report = read_times(text, DAY if opens is not None or "2021" not in text else None)
    assert turns(report) == ([text.index(opens)] if opens is not None else [])


def test_the_next_turn_is_the_first_behind_a_position() -> None:
    assert [next_turn([10, 30], at) for at in (0, 10, 11, 31)] == [10, 10, 30, None]


TEXT = "Gunmen killed three men in Varn. In 2021, gunmen killed 15 people in the area."


def killings() -> tuple[list[ClaimTime], ReportTimes]:
    report = read_times(TEXT, DAY)
    first, last = (Span(n, n + 6) for n in (TEXT.index("killed"), TEXT.rindex("killed")))
    year = TEXT.index("In 2021")
    told: dict[str, Any] = {"type": "kill", "kind": "happening", "tense": "past", "timing": "dated"}
    told["ways"] = (("dated", 0.8), ("news", 0.1), ("background", 0.1))
    news = ClaimTime(trigger=first, sentence=report.sentences[0], **told)
    before = ClaimTime(trigger=last, sentence=report.sentences[1], times=(Span(year, year + 7),), **told)
    return [news, before], report


def test_what_was_before_does_not_retell_the_news_nor_date_it() -> None:
    claims, report = killings()
    assert apart(claims, [None, 0], report) == [None, None]
    news, before = claim_intervals(claims, [None, 0], report)
    assert (news.earliest, news.latest, news.basis) == (DAY, DAY, "publication")
    assert (before.earliest, before.latest) == ("2021", "2021")
