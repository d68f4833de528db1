"""Which of its options a happening's interval is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from situate.model.interval import OPEN, UNKNOWN_INTERVAL, Interval
from situate.model.span import Span
from situate.resolve.when.dating import choose, chosen, is_free, options
from situate.resolve.when.dating_kin import alike
from situate.resolve.when.dating_options import bounds, form, near, readings
from situate.resolve.when.dating_told import Told
from situate.resolve.when.dating_weights import FINE, KINDS, OF_CLAIM, STEP, Layer, Weights, packaged
from situate.resolve.when.intervals import claim_intervals, ruled_intervals
from situate.resolve.when.report_times import ReportTimes, read_times
from situate.resolve.when.told_beside import carried_on, since_the_change
from situate.resolve.when.undated import ClaimTense, ClaimTime
from situate.text.sentences import sentences

TUESDAY = "2017-09-05"
WAYS = ("news", "background", "standing", "dated", "lasting")
TEXT = (
    "Jets bombed the market on Monday, residents said. Five people were killed there. "
    "The town was shelled in 2014. The army plans to advance."
)


def likely(**shares: float) -> tuple[tuple[Any, float], ...]:
    rest = (1 - sum(shares.values())) / (len(WAYS) - len(shares))
    return tuple((way, shares.get(way, rest)) for way in WAYS)


def claim(text: str, trigger: str, **given: Any) -> ClaimTime:
    start = text.index(trigger)
    sentence = next(Span(*s) for s in sentences(text) if s[0] <= start < s[1])
    span = Span(start, start + len(trigger))
    return ClaimTime(**{"type": "airstrike", "kind": "happening", "trigger": span, "sentence": sentence} | given)


def told(text: str, claims: Sequence[ClaimTime], published: str | None = TUESDAY) -> Told:
    report, new = read_times(text, published), [None] * len(claims)
    return Told(claims, new, ruled_intervals(claims, new, report), report)


def bombed(**given: Any) -> ClaimTime:
    monday = Span(TEXT.index("on Monday"), TEXT.index(", residents"))
    return claim(TEXT, "bombed", times=(monday,), ways=likely(dated=0.9), timing="dated", **given)


def test_what_follows_a_dated_attack_takes_its_day() -> None:
    killed = claim(TEXT, "killed", type="kill", ways=likely(dated=0.8), timing="dated", tense="past")
    first, second = claim_intervals([bombed(), killed], [None, None], read_times(TEXT, TUESDAY))
    assert (first.earliest, first.latest, first.basis) == ("2017-09-04", "2017-09-04", "relative")
    assert bounds(second) == bounds(first)


def test_a_time_of_its_own_beats_what_is_told_before() -> None:
    role = Span(TEXT.index("in 2014"), TEXT.index("in 2014") + 7)
    shelled = claim(TEXT, "shelled", type="shelling", times=(role,), ways=likely(dated=0.9), timing="dated")
    found = claim_intervals([bombed(), shelled], [None, None], read_times(TEXT, TUESDAY))
    assert (found[1].earliest, found[1].latest, found[1].basis) == ("2014", "2014", "stated")


def test_what_is_told_since_a_time_without_a_date_is_no_news_of_the_day() -> None:
    text = "Since the beginning of the war, more than 3,000 people have died. Planes bombed the mill on Sunday."
    role = Span(0, len("Since the beginning of the war"))
    died = claim(text, "died", type="kill", times=(role,), ways=likely(news=0.9), timing="news")
    assert claim_intervals([died], [None], read_times(text, TUESDAY))[0] == UNKNOWN_INTERVAL


def test_earlier_attempts_are_no_news_of_the_day() -> None:
    text = "Several earlier offensives to take the airfield had failed, the officer said."
    tried = claim(text, "offensives", type="assault", ways=likely(news=0.9), timing="news")
    published = {
        bounds(o.interval) for o in options(0, told(text, [tried]), {})[0] if o.interval.basis == "publication"
    }
    assert not published


def test_a_plan_has_no_date_but_its_own() -> None:
    plan = claim(TEXT, "advance", type="advance", modality="planned", ways=likely(background=0.8), timing="background")
    assert claim_intervals([bombed(), plan], [None, None], read_times(TEXT, TUESDAY))[1] == UNKNOWN_INTERVAL


def test_claims_that_nobody_judged_keep_the_rules() -> None:
    one = told(TEXT, [bombed(), claim(TEXT, "killed")])
    assert not is_free(1, one)
    assert chosen(one)[1] == one.ruled[1]


@pytest.mark.parametrize(("own", "free"), [(True, False), (False, True)])
def test_a_state_keeps_the_rules_only_where_the_date_is_its_own(*, own: bool, free: bool) -> None:
    text = "Rebels have held the town since 2014."
    at = text.index("since 2014")
    times = (Span(at, at + 10),) if own else ()
    held = claim(text, "held", type="control", kind="state", times=times, ways=likely(standing=0.9), timing="standing")
    one = told(text, [held])
    assert (one.ruled[0].earliest, one.ruled[0].latest) == ("2014", OPEN)
    assert is_free(0, one) is free


def test_a_state_that_holds_now_keeps_the_day_of_what_brought_it_about() -> None:
    text = "They gave up on Monday, and the town is now held by the army."
    held = claim(text, "held", type="control", kind="state", ways=likely(standing=0.9), timing="standing")
    began = Interval(earliest="2017-09-04", latest=OPEN, precision="day", basis="relative")
    assert not is_free(0, replace(told(text, [held]), ruled=[began]))


def test_now_elsewhere_in_its_sentence_dates_no_state() -> None:
    text = "They gave up on Monday, and the town is now cut off from the hills that are held by the army."
    held = claim(text, "held", type="control", kind="state", ways=likely(standing=0.9), timing="standing")
    gave = claim(text, "gave up", type="surrender", ways=likely(dated=0.9), timing="dated")
    monday = Interval(earliest="2017-09-04", latest="2017-09-04", precision="day", basis="relative")
    here = read_times(text, TUESDAY)
    assert since_the_change([gave, held], {0: monday, 1: Interval(latest=OPEN)}, here) == {}
    assert is_free(0, replace(told(text, [held]), ruled=[Interval(earliest="2017-09-04", latest=OPEN)]))


def test_the_length_of_a_state_is_no_date_of_its_own() -> None:
    text = "The envoy asked for a truce of seven days."
    at = text.index("seven days")
    truce = claim(text, "truce", type="ceasefire", kind="state", times=(Span(at, at + 10),), ways=likely(news=0.5))
    assert is_free(0, replace(told(text, [truce]), ruled=[Interval(earliest="2017-08-29", latest=OPEN)]))


@pytest.mark.parametrize(("kind", "free"), [("kill", False), ("advance", True)])
def test_only_a_toll_since_no_date_keeps_the_rules(kind: str, free: bool) -> None:
    text = "Since the war began they have come this far."
    came = claim(text, "come", type=kind, times=(Span(0, len("Since the war began")),), ways=likely(news=0.9))
    assert is_free(0, told(text, [came])) is free


@pytest.mark.parametrize(
    ("tense", "carried"), [("past", True), ("pluperfect", True), ("perfect", False), ("present", False)]
)
def test_what_stands_as_it_is_now_takes_no_day_of_the_claim_before(tense: ClaimTense, carried: bool) -> None:
    text = "Planes bombed the mill on Sunday. Hundreds fled to the hills."
    fled = claim(text, "fled", type="displace", tense=tense, ways=likely(dated=0.6), timing="dated")
    sunday = Interval(earliest="2017-09-03", latest="2017-09-03", precision="day", basis="stated")
    bombs = claim(text, "bombed", type="airstrike", ways=likely(dated=0.9), timing="dated")
    found = carried_on([bombs, fled], {0: sunday, 1: UNKNOWN_INTERVAL}, read_times(text, TUESDAY))
    assert (1 in found) is carried


def test_a_month_told_before_is_carried_on_by_nothing() -> None:
    text = "Planes bombed the mill in July. Gunmen shot five miners."
    shot = claim(text, "shot", type="kill", tense="past", ways=likely(dated=0.6), timing="dated")
    july = Interval(earliest="2017-07", latest="2017-07", precision="month", basis="stated")
    bombs = claim(text, "bombed", type="airstrike", ways=likely(dated=0.9), timing="dated")
    assert carried_on([bombs, shot], {0: july, 1: UNKNOWN_INTERVAL}, read_times(text, TUESDAY)) == {}
    days = replace(july, earliest="2017-07-03", latest="2017-07-05", precision="day")
    assert 1 in carried_on([bombs, shot], {0: days, 1: UNKNOWN_INTERVAL}, read_times(text, TUESDAY))


def test_a_state_that_tells_its_end_keeps_the_rules() -> None:
    text = "Rebels held the town until 2015."
    at = text.index("until 2015")
    held = claim(text, "held", type="control", kind="state", times=(Span(at, at + 10),), ways=likely(standing=0.9))
    one = told(text, [held])
    assert (one.ruled[0].earliest, one.ruled[0].latest) == (None, "2015")
    assert not is_free(0, one)


def test_a_date_of_the_verb_is_not_that_of_what_is_held_beside_it() -> None:
    text = "The front has fought the army since 1980 and holds the hills."
    holds = claim(text, "holds", type="control", kind="state", ways=likely(standing=0.9), timing="standing")
    began = Interval(earliest="1980", latest=OPEN, precision="year", basis="relative")
    one = replace(told(text, [holds]), ruled=[began])
    assert bounds(chosen(one)[0]) == (None, OPEN)


def test_a_deed_told_again_can_have_the_day_of_one_of_its_family_and_of_what_is_told_most() -> None:
    killed = claim(TEXT, "killed", type="kill", ways=likely(dated=0.8), timing="dated", tense="past")
    one = told(TEXT, [bombed(), killed])
    signs = [o.signs for o in options(1, one, {0: one.ruled[0]})[0] if bounds(o.interval) == bounds(one.ruled[0])]
    assert "deed dated family" in signs[0]
    assert any(sign.startswith("main before") for sign in signs[0])
    assert alike("kill", "airstrike") == "family"
    assert alike("kill", "kill") == "same"
    assert alike("kill", "talks") == "apart"


def test_a_state_is_no_news_of_the_day() -> None:
    text = "The town is held by rebels."
    held = claim(text, "held", type="control", kind="state", ways=likely(news=0.5))
    assert (TUESDAY, TUESDAY) not in {bounds(one.interval) for one in options(0, told(text, [held]), {})[0]}


def test_what_is_told_beside_a_date_can_reach_up_to_the_report_or_have_the_date_told_next() -> None:
    text = "The siege began in June. Forty have died. The mill was bombed on Monday."
    began, died = (claim(text, word, type="kill", ways=likely(dated=0.9)) for word in ("began", "died"))
    monday = Span(text.index("on Monday"), len(text) - 1)
    one = told(text, [began, died, claim(text, "bombed", times=(monday,), ways=likely(dated=0.9))])
    found = {bounds(option.interval) for option in options(1, one, {0: one.ruled[0]})[0]}
    assert {("2017-06", "2017-06"), ("2017-06", TUESDAY), ("2017-09-04", "2017-09-04")} <= found


@pytest.mark.parametrize(
    ("rest", "other"),
    [
        ("They had seized them three days earlier.", []),
        ("Their town fell two days later.", []),
        ("They had seized them on Sunday.", ["Sunday"]),
    ],
)
def test_what_is_counted_in_a_later_sentence_does_not_date_what_it_is_counted_from(rest: str, other: list[str]) -> None:
    text = "On Monday gunmen killed four men. " + rest
    report = read_times(text, TUESDAY)
    items = near(claim(text, "killed"), report, [i.timex.start for i in report.found])
    assert [text[i.timex.start : i.timex.end] for i in items] == ["Monday", *other]


def test_the_signs_that_weigh_most_decide() -> None:
    given, own = options(0, told(TEXT, [bombed()]), {})
    by_sign = {"unknown & all": 3.0, "rule dated attached": 2.0, "item at attached": 0.5}

    def best(number: dict[str, int], **more: float) -> Interval:
        says, begin, weighs = (np.array(n) for n in ([[STEP], [STEP], [0]], [-STEP], [[2 * FINE, 0]]))
        weights = Weights({"happenings": by_sign | more}, Layer(number, says, begin, weighs))
        return choose(given, weights.sums("happenings", [o.signs for o in given], own))

    assert best({}) == UNKNOWN_INTERVAL
    assert best({}, **{"item attached role True": 1.0}).earliest == "2017-09-04"
    assert best({"item at attached": 0}) == UNKNOWN_INTERVAL  # each of the two alone stays below nothing
    assert best({OF_CLAIM + "all": 1}) == UNKNOWN_INTERVAL
    assert best({"item at attached": 0, OF_CLAIM + "all": 1}).earliest == "2017-09-04"


def test_an_expression_has_several_readings() -> None:
    report = read_times("The war began in March 2011.", TUESDAY)
    found = {name: bounds(interval) for name, interval in readings(report.found[0], TUESDAY, wide=True)}
    assert found == {"at": ("2011-03",) * 2, "since": ("2011-03", OPEN), "up to": ("2011-03", TUESDAY)}
    assert [name for name, _ in readings(report.found[0], TUESDAY, wide=False)] == ["at"]


@pytest.mark.parametrize(
    ("interval", "name"),
    [
        (UNKNOWN_INTERVAL, "unknown"),
        (Interval(latest=OPEN), "standing"),
        (Interval(earliest="2014", latest=OPEN), "lasting"),
        (Interval(earliest=TUESDAY, latest=TUESDAY), "published"),
        (Interval(earliest="2017-09-04", latest="2017-09-04"), "dated"),
    ],
)
def test_forms_of_intervals(interval: Interval, name: str) -> None:
    assert form(interval, read_times("", TUESDAY)) == name


def test_weights_are_numbers_of_named_signs() -> None:
    given, layer = packaged().table, packaged().layer
    assert set(given) == set(KINDS)
    first = {
        "age",
        "ahead",
        "begun",
        "dated",
        "day",
        "deed",
        "elsewhere",
        "item",
        "kin",
        "lasting",
        "later",
        "main",
        "next",
        "published",
        "retold",
        "rule",
        "same",
    }
    first |= {"standing", "stretch", "told", "unknown"}
    for weights in given.values():
        assert {sign.split()[0] for sign in weights} <= first
        assert all(math.isfinite(weight) and abs(weight) < 10 for weight in weights.values())
    assert len(layer.number) == len(layer.says) - 1
    assert {sign.split()[0] for sign in layer.number} <= first | {OF_CLAIM.strip()}


_SAID = st.sampled_from([
    "Rebels attacked the base.", "They had left it in 2014.", "Five were killed on Monday.", "Since March 2011 it burns.",
    "Clashes went on for three days.", "He said on Friday that they fled.", "It may fall next week.",
])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(_SAID, min_size=1, max_size=6),
    st.sampled_from([None, "2017", TUESDAY]),
    st.lists(st.sampled_from(["actual", "planned", "possible", "attempted"]), min_size=6, max_size=6),
    st.sampled_from(WAYS),
    st.sampled_from([("clash", "happening"), ("control", "state")]),
)
def test_no_date_is_made_up(
    said: list[str], published: str | None, modality: list[str], way: str, sort: tuple[str, str]
) -> None:
    """Each bound is one that the report's words, their readings or its day give; plans are never news of the day."""
    text = " ".join(said)
    cut = [Span(*s) for s in sentences(text)]
    claims = [
        ClaimTime(
            type=sort[0], kind=sort[1], trigger=Span(s.start, s.start + 2), sentence=s,
            modality=modality[n % 6], ways=likely(**{way: 0.7}),  # type: ignore[arg-type]
        )
        for n, s in enumerate(cut)
    ]  # fmt: skip
    one = told(text, claims, published)
    known = _dates(one.report) | {b for interval in one.ruled for b in bounds(interval)}
    for made, asked in zip(chosen(one), claims, strict=True):
        assert set(bounds(made)) <= known | {None, OPEN}
        if asked.modality in {"planned", "possible"}:
            assert made.basis != "publication"


def _dates(report: ReportTimes) -> set[str | None]:
    day = report.reference[:10] if report.reference else None
    given = [i for item in report.found for _, i in readings(item, report.reference, wide=True)]
    return {day, *(b for interval in given for b in bounds(interval))}


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("They struck the town again this morning.", False),
        ("They struck the town on Monday.", False),
        ("They struck the town, residents said on Monday.", True),
        ("They struck the town after a raid on Monday.", True),
        ("On Monday they struck the town.", True),
    ],
)
def test_the_day_right_behind_a_deed_is_its_own(text: str, *, free: bool) -> None:
    struck = claim(text, "struck", ways=likely(dated=0.9), timing="dated", tense="past")
    assert is_free(0, told(text, [struck])) is free


@pytest.mark.parametrize(
    ("text", "told_by", "sort", "latest"),
    [
        ("The pass has been cut for weeks.", "cut", "cut_route", OPEN),
        ("Rebels have fought the army for decades.", "fought", "clash", OPEN),
        ("Rebels have supplied the army for decades.", "supplied", "arm", None),
        ("Rebels had fought the army for decades.", "fought", "clash", None),
    ],
)
def test_what_has_gone_on_for_so_long_goes_on(text: str, told_by: str, sort: str, latest: str | None) -> None:
    at = text.index("for ")
    tense: ClaimTense = "pluperfect" if "had" in text else "perfect"
    span = Span(at, len(text) - 1)
    gone = claim(text, told_by, type=sort, times=(span,), ways=likely(dated=0.9), timing="dated", tense=tense)
    one = told(text, [gone])
    assert (one.ruled[0].earliest, one.ruled[0].latest) == (None, latest)
    assert is_free(0, one) is (latest is None)


@pytest.mark.parametrize(
    ("words", "free"),
    [
        ("between 2 July and 30 August", False),
        ("from 2 July to 30 August", False),
        ("on 2 July and 30 August", True),
        ("on 30 August", True),
    ],
)
def test_what_was_from_one_day_to_another_was_on_neither_alone(words: str, *, free: bool) -> None:
    text = f"The clinic says that 40 miners died {words}."
    at = text.index(words)
    died = claim(text, "died", type="kill", times=(Span(at, at + len(words)),), ways=likely(dated=0.9), timing="dated")
    one = told(text, [died])
    assert one.ruled[0].latest == "2017-08-30"
    assert is_free(0, one) is free


@pytest.mark.parametrize(("words", "free"), [("since 1 September", False), ("on 1 September", True)])
def test_a_way_that_is_open_since_a_day_was_opened_on_it(words: str, *, free: bool) -> None:
    text = f"The bridge was opened to carts {words}, drivers say."
    at = text.index(words)
    opened = claim(text, "opened", type="open_route", times=(Span(at, at + len(words)),), ways=likely(dated=0.9))
    one = told(text, [opened])
    assert bounds(one.ruled[0]) == ("2017-09-01", "2017-09-01")
    assert is_free(0, one) is free
