"""The day of talk about a deed is none of the deed's; what goes on by habit has no day; own words win over nothing."""

from __future__ import annotations

from typing import Any

import pytest

from situate.model.interval import OPEN, UNKNOWN_INTERVAL, Interval
from situate.model.span import Span
from situate.resolve.when.intervals import claim_intervals, read_times
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.spoken_of import said_the_day_before, spoken_of
from situate.resolve.when.undated import ClaimTime

PUBLISHED = "2017-09-07"
TUESDAY = Interval(earliest="2017-09-05", latest="2017-09-05", precision="day", basis="relative")


def claim(report: ReportTimes, trigger: str, times: str = "", **given: Any) -> ClaimTime:
    start = report.text.index(trigger)
    sentence = next(s for s in report.sentences if s.start <= start < s.end)
    told: dict[str, Any] = {"type": "kill", "kind": "event", "tense": "past", **given}
    if times:
        at = report.text.index(times)
        told["times"] = (Span(at, at + len(times)),)
    return ClaimTime(trigger=Span(start, start + len(trigger)), sentence=sentence, **told)


def told(text: str, words: str, found: Interval = TUESDAY, **given: Any) -> Interval | None:
    report = read_times(text, PUBLISHED)
    return spoken_of([claim(report, words, **given)], {0: found}, report).get(0)


@pytest.mark.parametrize(
    "text",
    [
        "The minister condemned on Tuesday the killing of two nuns.",
        "On Tuesday the minister condemned the killing of two nuns.",
        "The president referred late on Tuesday to the killing of six priests.",
        "On Tuesday the court heard the results of investigations into the killing of the bishop.",
        "On Tuesday a man was named as responsible for the killing of two nuns.",
        "The council voted on Tuesday to investigate the killing of two nuns.",
        "On Tuesday the mayor visited survivors of the killing.",
        "Hundreds met on Tuesday to remember those who were hurt in the killing of two nuns.",
        "A court on Tuesday convicted two men over the killing of two nuns.",
        "Prosecutors on Tuesday charged a soldier with the killing of two nuns.",
        "A judge on Tuesday questioned five officers over the killing of two nuns.",
    ],
)
def test_a_deed_that_is_spoken_of_has_not_the_day_of_the_talk(text: str) -> None:
    assert told(text, "killing") == UNKNOWN_INTERVAL


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("The killing of two nuns on Tuesday shocked the town.", {}),
        ("The minister condemned on Monday the killing of two nuns.", {}),  # its day is not that of the talk
        ("On Tuesday the minister condemned the killing of two nuns.", {"modality": "possible"}),
        ("On Tuesday the minister condemned the killing of two nuns.", {"kind": "state"}),
        ("The minister condemned the killing on Tuesday of two nuns.", {"times": "on Tuesday"}),
        ("On Tuesday people honouring the dead were the victims of a killing.", {}),
        ("On Tuesday police investigating a robbery took part in a killing.", {}),
    ],
)
def test_what_has_a_day_of_its_own_keeps_it(text: str, given: dict[str, Any]) -> None:
    assert told(text, "killing", **given) is None


def test_a_day_that_such_a_deed_is_told_to_have_is_kept() -> None:
    report = read_times("Two were shot on Tuesday. The minister condemned on Tuesday the killing.", PUBLISHED)
    claims = [claim(report, "shot", "on Tuesday"), claim(report, "killing")]
    assert spoken_of(claims, {0: TUESDAY, 1: TUESDAY}, report) == {}
    claims = [claim(report, "shot", "on Tuesday", type="clash"), claim(report, "killing")]
    assert spoken_of(claims, {0: TUESDAY, 1: TUESDAY}, report) == {1: UNKNOWN_INTERVAL}


@pytest.mark.parametrize(
    ("text", "habit"),
    [
        ("The town is regularly bombed by warplanes.", True),
        ("The town is regularly struck by bombed trucks.", True),
        ("The town is bombed regularly.", True),
        ("The town is bombed by warplanes.", False),
    ],
)
def test_what_goes_on_by_habit_has_no_day(text: str, habit: bool) -> None:
    day = Interval(earliest=PUBLISHED, latest=PUBLISHED, precision="day", basis="publication")
    assert (told(text, "bombed", day, type="airstrike", tense="present") == UNKNOWN_INTERVAL) is habit
    assert told(text, "bombed", day, type="airstrike", tense="past") is None


@pytest.mark.parametrize(
    ("text", "often"),
    [
        ("The corps has repeatedly struck the harbour.", True),
        ("The harbour had long been struck by night.", True),
        ("The harbour has been slowly struck down.", True),
        ("The corps has struck the harbour.", False),
        ("It has long denied that the harbour was struck.", False),
    ],
)
def test_what_has_been_done_time_and_again_has_no_day(text: str, often: bool) -> None:
    assert (told(text, "struck", tense="perfect") == UNKNOWN_INTERVAL) is often


def test_what_is_told_as_done_has_no_day_that_is_to_come() -> None:
    ahead = Interval(earliest="2017-09-08", latest="2017-09-08", precision="day", basis="relative")
    assert told("The vote is on Friday. Two were shot.", "shot", ahead) == UNKNOWN_INTERVAL
    assert told("The vote is on Friday. Two were shot.", "shot", ahead, tense="future") is None


def test_the_one_day_of_a_claim_s_own_words_is_its_day() -> None:
    text = "They condemned the murders of the priests early on Tuesday."
    own = told(text, "murders", UNKNOWN_INTERVAL, times="early on Tuesday")
    assert own is not None
    assert (own.earliest, own.latest) == ("2017-09-05", "2017-09-05")
    assert told("The murders were in June.", "murders", UNKNOWN_INTERVAL, times="in June") is None
    assert told("No murders on Tuesday.", "murders", UNKNOWN_INTERVAL, times="on Tuesday", polarity="negative") is None


def test_states_stay_as_they_are() -> None:
    lasting = Interval(latest=OPEN)
    assert told("The town is regularly bombed.", "bombed", lasting, kind="state", tense="present") is None


def test_a_deed_without_a_day_has_that_which_the_report_gives_it_elsewhere() -> None:
    report = read_times("The murder of Orre is not solved. Orre was killed on Tuesday.", PUBLISHED)
    of_orre: dict[str, Any] = {"words": frozenset({"orre"}), "timing": "background"}
    claims = [claim(report, "murder", **of_orre), claim(report, "killed", "on Tuesday", words=frozenset({"orre"}))]
    assert [i.earliest for i in claim_intervals(claims, [None, None], report)] == ["2017-09-05", "2017-09-05"]
    others = [claim(report, "murder", words=frozenset({"nuns"}), timing="background"), claims[1]]
    assert claim_intervals(others, [None, None], report)[0] == UNKNOWN_INTERVAL


def test_the_deaths_of_any_are_nobody_s() -> None:
    report = read_times(
        "They knew nothing of the deaths of any Veleans. Two Veleans were killed on Tuesday.", PUBLISHED
    )
    same: dict[str, Any] = {"words": frozenset({"veleans"})}
    claims = [claim(report, "deaths", timing="background", **same), claim(report, "killed", "on Tuesday", **same)]
    assert claim_intervals(claims, [None, None], report)[0] == UNKNOWN_INTERVAL


@pytest.mark.parametrize(
    ("text", "words", "kind", "lost"),
    [
        ("Gas was used in the attack on Lisk, the envoy said on Tuesday.", "attack", "chemical_attack", True),
        ("The army withdrew after the raid on Lisk, the group said late on Tuesday.", "raid", "assault", True),
        ("Two people died in the attack on Lisk, the envoy said on Tuesday.", "attack", "assault", False),
        ("An attack on Lisk began, the envoy said on Tuesday.", "attack", "assault", False),
        ("Gas was used in the attack on Lisk on Tuesday.", "attack", "chemical_attack", False),
        ("Shops closed in the town that were shelled, the envoy said on Tuesday.", "shelled", "shelling", False),
    ],
)
def test_a_blow_told_in_passing_is_not_of_the_day_of_speaking(text: str, words: str, kind: str, lost: bool) -> None:
    assert told(text, words, type=kind) == (UNKNOWN_INTERVAL if lost else None)


def test_what_was_told_the_day_before_is_no_news_of_the_day() -> None:
    news = Interval(earliest="2018-03-30", latest="2018-03-30", precision="day", basis="publication")

    def days(text: str, *, spoken: bool = True) -> list[str | None]:
        times, start = read_times(text, "2018-03-30"), text.index("taken")
        sentence = next(s for s in times.sentences if s.start <= start < s.end)
        trigger = Span(start, start + len("taken"))
        claim = ClaimTime(type="capture", kind="event", trigger=trigger, sentence=sentence, spoken=spoken)
        return [i.earliest for i in said_the_day_before([claim], {0: news}, times).values()]

    text = "Shells hit Varn, officers said on Thursday. The army had taken two hills, they added."
    assert days(text) == ["2018-03-29"]
    assert days(text, spoken=False) == []
    assert days(text.replace("officers said on Thursday", "and a bridge fell on Thursday")) == []
    assert days(text.replace("officers said on Thursday", "officers said that on Thursday a bridge fell")) == []
    assert days(text.replace("Thursday", "Monday")) == []  # what they did not know then may have happened since


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("On Tuesday he was convicted of robbing a shop and abducting a clerk.", "abducting"),
        ("On Tuesday police arrested two men for killing a guard.", "killing"),
        ("On Tuesday she was charged with the kidnapping of a boy.", "kidnapping"),
    ],
)
def test_what_somebody_is_held_for_was_before(text: str, trigger: str) -> None:
    assert told(text, trigger) == UNKNOWN_INTERVAL


@pytest.mark.parametrize(
    ("text", "trigger", "given"),
    [
        ("He was convicted of killing a guard on Tuesday.", "killing", {"times": "on Tuesday"}),
        ("He was convicted of killing a guard near Varn on Tuesday.", "killing", {}),
        ("On Tuesday the man who was charged with fraud killed a guard.", "killed", {}),
        ("On Tuesday police arrested two men and killed a third.", "killed", {}),
        ("On Tuesday he was convicted of fraud and jailed for five years.", "jailed", {"type": "detain"}),
    ],
)
def test_what_is_told_beside_an_arrest_keeps_its_day(text: str, trigger: str, given: dict[str, Any]) -> None:
    assert told(text, trigger, **given) is None


def test_what_somebody_told_on_a_day_that_opens_the_sentence_was_by_then() -> None:
    news = Interval(earliest=PUBLISHED, latest=PUBLISHED, precision="day", basis="publication")
    for text, given, day in (
        ("On Tuesday the monitor said a strike killed ten.", {}, TUESDAY),
        ("On Tuesday the monitor met them. A strike killed ten.", {}, None),
        ("On Tuesday the monitor said a strike killed ten.", {"tense": "present"}, None),
    ):
        report = read_times(text, PUBLISHED)
        told = said_the_day_before([claim(report, "killed", spoken=True, **given)], {0: news}, report)
        assert told.get(0) == day


@pytest.mark.parametrize(
    ("text", "tense", "day"),
    [
        ("Varn has been taken by our men, the command announced on Wednesday.", "perfect", "2017-09-06"),
        ("Varn has been taken by our men, the command announced on Tuesday.", "perfect", None),
        ("Varn was taken by our men, the command announced on Wednesday.", "past", None),
        ("Varn has been taken by our men, and a bridge fell on Wednesday.", "perfect", None),
    ],
)
def test_what_has_been_done_was_so_by_the_day_of_its_announcement(text: str, tense: Any, day: str | None) -> None:
    report = read_times(text, PUBLISHED)
    news = Interval(earliest=PUBLISHED, latest=PUBLISHED, precision="day", basis="publication")
    taken = claim(report, "taken", type="capture", tense=tense, spoken=True)
    told = said_the_day_before([taken], {0: news}, report)
    assert told == ({} if day is None else {0: Interval(earliest=day, latest=day, precision="day", basis="relative")})
