"""Old dates that a claim has from another happening."""

from __future__ import annotations

from typing import Any

import pytest

from situate.model.interval import UNKNOWN_INTERVAL, Interval
from situate.model.span import Span
from situate.resolve.when.borrowed import borrowed
from situate.resolve.when.report_times import read_times
from situate.resolve.when.undated import ClaimTime

DAY = "2025-11-17"
NEWS = Interval(earliest=DAY, latest=DAY, precision="day", basis="publication")


def mended(
    text: str,
    teller: str,
    other: str,
    old: str,
    sorts: tuple[str, str] = ("kill", "kill"),
    retells: bool = False,
    **given: Any,
) -> Interval | None:
    """What the second claim gets, which had the date that the first one tells."""
    times, claims = read_times(text, DAY), []
    for sort, words in zip(sorts, (teller, other), strict=True):
        start = text.index(words)
        sentence = next(s for s in times.sentences if s.start <= start < s.end)
        claims.append(ClaimTime(**{
            "type": sort, "kind": "happening", "trigger": Span(start, start + len(words)), "sentence": sentence
        } | (given if words is other else {})))  # fmt: skip
    if "harmed" in given:
        claims[0] = ClaimTime(
            **{name: getattr(claims[0], name) for name in ("type", "kind", "trigger", "sentence")},
            harmed=given["harmed"],
        )
    date = Interval(earliest=old, latest=old, precision="year" if len(old) == 4 else "day", basis="relative")
    return borrowed(claims, [None, 0 if retells else None], {0: date, 1: date}, [date, NEWS], times).get(1)


def test_what_may_be_of_another_happening_has_no_time() -> None:
    text = "They used gas in Varn in 2014. It is likely that gas was dropped on Lisk."
    assert mended(text, "used", "dropped", "2014", ("chemical_attack",) * 2, modality="possible") == UNKNOWN_INTERVAL
    text = "He was jailed in Varn in 2014. Lawyers spoke of him. Guards stood by. Four others were seized by guards."
    assert mended(text, "jailed", "seized", "2014", ("detain",) * 2) == UNKNOWN_INTERVAL


def test_the_news_of_the_lead_is_not_of_the_old_day_that_is_told_next() -> None:
    text = "Varn freed a prisoner. He was arrested on 27 July 2012."
    assert mended(text, "arrested", "freed", "2012-07-27", ("detain", "release")) == UNKNOWN_INTERVAL


@pytest.mark.parametrize(
    ("text", "teller", "other", "old"),
    [
        ("He was killed in 2014 in Varn. Two others died.", "killed", "died", "2014"),
        ("He was killed in 2014 in Varn. The killing shocked the town.", "killed", "killing", "2014"),
        ("He was killed on 4 May 2014 in Varn. Three died beside him.", "killed", "died", "2014-05-04"),
        ("Two were tried over a killing in Varn. A nurse was killed on 4 May 2014.", "killed", "killing", "2014-05-04"),
    ],
)
def test_the_same_deed_told_again_keeps_its_day(text: str, teller: str, other: str, old: str) -> None:
    assert mended(text, teller, other, old) is None


def test_the_same_person_keeps_the_year_in_which_it_happened() -> None:
    text = "Arno Veld was killed in 2014. Years went by. Courts sat. People asked. Few recall how Veld died."
    assert mended(text, "killed", "died", "2014", harmed=frozenset({"arno", "veld"})) is None
    assert mended(text, "killed", "died", "2014", harmed=frozenset({"guard"})) == UNKNOWN_INTERVAL


def test_what_tells_another_again_keeps_its_time() -> None:
    text = "They used gas in Varn in 2014. It is likely that gas was dropped on Lisk."
    assert mended(text, "used", "dropped", "2014", ("chemical_attack",) * 2, retells=True) is None


def test_whose_term_alone_is_told_has_no_day_of_another_deed() -> None:
    text = "Arno Veld was sentenced to seven years in prison. He was seized on 12 November."
    times, day = read_times(text, DAY), Interval(earliest="2025-11-12", latest="2025-11-12", precision="day")
    claims = [
        ClaimTime(
            type="detain", kind="happening", trigger=Span(text.index(word), text.index(word) + len(word)),
            sentence=next(s for s in times.sentences if s.start <= text.index(word) < s.end),
            times=(Span(text.index(own), text.index(own) + len(own)),),
        )
        for word, own in (("sentenced", "seven years"), ("seized", "on 12 November"))
    ]  # fmt: skip
    told = Interval(earliest=day.earliest, latest=day.latest, precision="day", basis="relative")
    assert borrowed(claims, [None, None], {0: told, 1: told}, [NEWS, told], times) == {0: UNKNOWN_INTERVAL}
