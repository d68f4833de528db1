"""Dates that cannot be, parts of a day whose day was told before, stamps of posts, places told beside."""

import dataclasses

import pytest

from situate.model.claim import Claim, Evidence, Role
from situate.model.interval import UNKNOWN_INTERVAL, Interval
from situate.model.place import Place
from situate.model.span import Span
from situate.resolve.when.report_times import read_times
from situate.resolve.when.told_ahead import by_stamp, by_stamps, not_ahead, of_one_day
from situate.resolve.where.beside import where_told_beside

LISK = Place(id="geonames:1", name="Lisk", country="XX", latitude=10.0, longitude=10.0)
OLMA = Place(id="geonames:2", name="Olma", country="XX", latitude=11.0, longitude=10.0)
LAND = Place(id="country:XX", name="Land", country="XX", precision="country")


def day(date, basis="relative"):
    return Interval(earliest=date, latest=date, precision="day", basis=basis)


def claim(kind="airstrike", *, when=None, at=10, tense=None, words="raid", place=None, sentence=None, **roles):
    filled = [Role(role=role, evidence=Evidence(span=Span(at, at + 3), quote=quote)) for role, quote in roles.items()]
    if place is not None:
        filled.append(Role(role="place", evidence=Evidence(span=Span(at + 50, at + 54), quote="there"), place=place))
    return Claim(
        id=f"c:{kind}{at}", report="r", type=kind, trigger=Evidence(span=Span(at, at + len(words)), quote=words),
        roles=tuple(filled), interval=when or Interval(), confidence=0.8, tense=tense, sentence=sentence,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("tense", "kind", "date", "modality", "meant"),
    [
        ("present", "talks", "2031-05-14", "planned", day("2031-05-14")),
        (None, "talks", "2031-05-14", "planned", day("2031-05-14")),
        ("past", "agreement", "2031-05-14", "actual", day("2031-05-04", "publication")),
        ("past", "agreement", "2032-03-02", "actual", UNKNOWN_INTERVAL),
        ("perfect", "agreement", "2031-05-05", "actual", day("2031-05-04", "publication")),  # "on a convoy on Monday"
        ("pluperfect", "capture", "2032-03-02", "actual", day("2031-03-02")),
        ("past", "capture", "2031-05-05", "actual", day("2031-05-05")),
        ("past", "capture", "2031-06-20", "actual", day("2030-06-20")),  # "was seized on 20 June", told in May
        ("present", "talks", "2031-05-04", "actual", day("2031-05-04")),
    ],
)
def test_what_is_told_as_done_does_not_lie_after_its_report(tense, kind, date, modality, meant):
    right = not_ahead(claim(kind, when=day(date), tense=tense), "2031-05-04")
    assert (right.modality, right.interval) == (modality, meant)
    assert not_ahead(claim(kind, when=day(date), tense=tense), None).interval == day(date)


def test_a_month_that_has_not_begun_was_that_of_the_year_before():
    june, told = (dataclasses.replace(day(f"{year}-06"), precision="month") for year in (2030, 2031))
    assert not_ahead(claim("withdraw", when=told, tense="past"), "2031-05-04").interval == june
    assert not_ahead(claim("withdraw", when=told, tense="future"), "2031-05-04").modality == "planned"
    stated = dataclasses.replace(told, basis="stated")
    assert not_ahead(claim("withdraw", when=stated, tense="past"), "2031-05-04").interval != june


def test_a_deal_is_there_when_something_is_to_be_done_under_it():
    right = not_ahead(claim("agreement", when=day("2031-05-12"), tense="present", words="agreement"), "2031-05-04")
    assert (right.modality, right.interval) == ("actual", UNKNOWN_INTERVAL)


def test_a_part_of_a_day_is_of_the_day_of_the_blow_told_before():
    first = claim(when=day("2031-05-02"), time="on Friday morning")
    later = claim(when=day("2031-04-01"), at=90, time="in the evening")
    assert [c.interval for c in of_one_day([first, later])] == [day("2031-05-02")] * 2
    assert [c.interval for c in of_one_day([later])] == [day("2031-04-01")]
    other = claim("capture", when=day("2031-04-01"), at=90, time="in the evening")
    assert list(of_one_day([first, other]))[1].interval == day("2031-04-01")


def test_a_part_of_a_day_is_of_the_day_of_what_else_struck_not_of_what_is_looked_back_on():
    ruined = claim("destroy", when=day("2031-05-02"), time="on Friday morning")
    taken = claim("capture", when=day("2031-01-07"), at=50, time="on 7 January")
    later = claim(when=day("2031-01-07"), at=90, time="in the evening")
    assert list(of_one_day([ruined, taken, later]))[2].interval == day("2031-05-02")
    assert list(of_one_day([taken, later]))[1].interval == day("2031-01-07")
    news = claim("shelling", when=day("2031-05-04", "publication"))
    assert list(of_one_day([news, later]))[1].interval == day("2031-01-07")


def test_a_post_is_of_the_day_of_its_stamp():
    text = "1 May, 16:50: they are shelling the town. More follows.\nOn 1 May the council met; it is shelled."
    times = read_times(text, "2031-05-03")
    news = day("2031-05-03", "publication")
    post = claim("shelling", when=news, at=text.index("shelling"), words="shelling")
    assert by_stamp(post, times).interval == day("2031-05-01")
    beside = claim("shelling", when=news, at=text.index("shelled"), words="shelled")
    assert by_stamp(beside, times).interval == news
    dated = claim("shelling", when=news, at=text.index("shelling"), words="shelling", time="today")
    assert by_stamp(dated, times).interval == news


def test_the_date_over_a_report_is_when_it_was_written():
    text = "Saturday 3 May 2031 18:05 Mourning after the loss of Lisk. More follows."
    times = read_times(text, "2031-05-03")
    lost = text.index("loss")
    taken = claim("capture", when=day("2031-04-20"), at=lost, words="loss", sentence=Span(0, lost + 13))
    assert by_stamp(taken, times).interval == day("2031-04-20")


def test_blows_and_deaths_are_where_their_sentence_puts_them():
    here = Span(0, 200)
    blow, dead = claim(place=LISK, sentence=here), claim("kill", at=90, sentence=here)
    assert where_told_beside([blow, dead], "")[1].fillers("place")[0].place == LISK
    for beside in (claim(place=LAND, sentence=here), claim(place=LISK, sentence=Span(300, 400)), claim(sentence=here)):
        assert where_told_beside([beside, dead], "")[1] == dead
    second = claim("shelling", at=150, place=OLMA, sentence=here)
    assert where_told_beside([blow, dead, second], "")[1] == dead
    talks = claim("talks", at=90, sentence=here)
    assert where_told_beside([blow, talks], "")[1] == talks


def test_what_came_days_after_a_blow_was_not_where_that_was():
    text = "The attack came five days after they shelled the town."
    here, at = Span(0, len(text)), text.index("shelled")
    attack = claim(at=text.index("attack"), words="attack", sentence=here)
    before = claim("shelling", at=at, words="shelled", place=LISK, sentence=here)
    assert where_told_beside([attack, before], text)[0] == attack
    assert where_told_beside([attack, before], text.replace("days", "hens"))[0] != attack
    follows = "The attack follows a day on which they shelled the town."
    before = claim("shelling", at=follows.index("shelled"), words="shelled", place=LISK, sentence=here)
    assert where_told_beside([attack, before], follows)[0] == attack


def test_what_opens_a_line_with_an_hour_is_of_its_day_whatever_is_told_after_it():
    text = "6:35 Lisk: the army left. They watched the retreat. The town was taken on 2 March 2031."
    times = read_times(text, "2031-05-03")
    first, second, _ = times.sentences
    left = claim("withdraw", when=day("2031-03-02"), at=text.index("left"), sentence=first)
    retreat = claim("withdraw", when=day("2031-03-02"), at=text.index("retreat"), sentence=second)
    retreat = dataclasses.replace(retreat, same_as=left.id)
    told = [c.interval.earliest for c in by_stamps([left, retreat], times)]
    assert told == ["2031-05-03", "2031-05-03"]


@pytest.mark.parametrize(
    ("modality", "words", "until"),
    [
        ("planned", "within 48 hours", ("2031-05-04", "2031-05-06")),
        ("actual", "within 48 hours", ("2031-05-02", "2031-05-04")),  # "30 were killed within 48 hours"
        ("planned", "in the last 48 hours", ("2031-05-02", "2031-05-04")),
    ],
)
def test_what_is_planned_within_some_hours_lies_ahead(modality, words, until):
    back = Interval(earliest="2031-05-02", latest="2031-05-04", precision="day", basis="relative")
    told = dataclasses.replace(claim("withdraw", when=back, time=words), modality=modality)
    right = not_ahead(told, "2031-05-04").interval
    assert (right.earliest, right.latest) == until
