"""What stands beside a report on its page is no part of it."""

import pytest

from situate.extract.report.beside_text import beside_text

STORY = "Shells hit the town on Monday, killing two, residents said. The army did not comment on the strike. "


def parts(text: str) -> list[str]:
    return [span.of(text) for span in beside_text(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Read also: Bomb kills four in Lisk",
        "See also Army retakes Olma",
        "RELATED: Ten die in raid",
        "Read more » A siege",
    ],
)
def test_a_line_that_points_to_another_story_is_beside(line: str) -> None:
    assert parts(f"{STORY}\n\n{line}\n\n{STORY}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Read more of his poems, the rebels told him.",
        "Related attacks killed four.",
        "Watch towers were shelled.",
        "Watch Commander Ilya Voss was killed on Monday.",
        "Related Olma clans attacked the convoy.",
        "Ten died, Latest News of Lisk said.",
        "See also the camps where they live.",
        f"Read also: {STORY * 3}",
    ],
)
def test_a_sentence_of_the_report_is_not(line: str) -> None:
    assert parts(f"{STORY}\n\n{line}\n\n{STORY}") == []


def test_the_rest_of_a_page_in_one_line_is_beside() -> None:
    rest = "Related News Car bomb kills eight in Daraa Air strike kills 54 Follow us on Instagram"
    assert parts(f"{STORY}{STORY}Source AFP {rest}") == [rest]
    assert parts(f"{rest} {STORY * 4}") == []
    assert parts(f"{STORY}{STORY}Related News\nAnother story\n\n{STORY}") == []
