"""One voice against another, at one time, on who holds a town and whether it is besieged."""

from dataclasses import replace

import pytest
from world import BLUES, MONITOR, REDS, TOWN, WEST, claim, interval, published, said_by

from situate.derive import derive
from situate.model.claim import Evidence, Speaker
from situate.model.interval import OPEN
from situate.model.span import Span

NOW = interval(latest=OPEN, basis="none")
SOME = replace(TOWN, precision="part", relation="parts")
TAKEN = interval("2031-03-01", "2031-03-01")


def contradictions(*claims, **days):
    return derive(claims, published(**days)).contradictions


def took(report, voice=BLUES):
    return claim("capture", report, place=TOWN, actor=BLUES, when=TAKEN, words="captured", speakers=said_by(voice))


def holds(report, place=TOWN, voice=REDS):
    return claim("control", report, place=place, actor=REDS, when=NOW, words="hold", speakers=said_by(voice))


@pytest.mark.parametrize("place", [TOWN, WEST])
def test_that_a_town_was_taken_and_that_another_side_holds_it_cannot_both_be(place):
    (one,) = contradictions(took("a"), holds("a", place), a="2031-03-02")
    assert (one.field, one.place, dict(one.values).keys()) == ("holder", place, {"Reds", "Blues"})


def test_what_one_voice_tells_of_before_and_after_contradicts_nothing():
    assert not contradictions(took("a", MONITOR), holds("a", voice=MONITOR), a="2031-03-02")


def test_a_side_that_says_it_holds_what_the_outlet_says_it_lost_contradicts_it():
    taken = claim("capture", "a", place=TOWN, actor=BLUES, when=TAKEN, words="captured")
    assert [one.field for one in contradictions(taken, holds("a"), a="2031-03-02")] == ["holder"]
    assert not contradictions(taken, holds("a", voice=MONITOR), a="2031-03-02")


@pytest.mark.parametrize(("later", "found"), [("2031-03-04", True), ("2031-03-20", False)])
def test_words_of_weeks_later_may_be_of_what_happened_since(later, found):
    assert bool(contradictions(took("a"), holds("b"), a="2031-03-02", b=later)) == found


def besieged(report, polarity="positive", voice=REDS):
    by = (Speaker(evidence=Evidence(span=Span(0, 5), quote=voice.name), cue="said", actor=voice),)
    return claim("besiege", report, place=TOWN, when=NOW, polarity=polarity, words="siege", speakers=by)


def test_a_siege_that_one_tells_and_another_denies_in_one_report_is_a_contradiction():
    (one,) = contradictions(besieged("a"), besieged("a", "negative", BLUES), a="2031-03-02")
    assert (one.field, [value for value, _ in one.values]) == ("happened", ["it did not", "it happened"])


def test_a_siege_that_is_denied_later_has_ended():
    assert not contradictions(besieged("a"), besieged("b", "negative", BLUES), a="2031-03-02", b="2031-06-02")


def test_that_one_side_does_not_hold_a_town_denies_no_hold_of_the_other():
    no_hold = claim("control", "a", place=TOWN, when=NOW, polarity="negative", words="hold", speakers=said_by(BLUES))
    assert not contradictions(holds("a"), no_hold, a="2031-03-02")


def test_who_says_that_he_holds_it_still_is_not_told_of_before_by_another_voice():
    told = [took("a"), holds("a")]
    found = [s for s in derive(told, published(a="2031-03-02")).spells if s.dimension == "control"]
    (last,) = (s for s in found if s.ends.open)
    assert [part.actor.id for part in last.actors] == ["reds"]


def test_one_voice_tells_who_held_it_before():
    told = [took("a", MONITOR), holds("a", voice=MONITOR)]
    found = [s for s in derive(told, published(a="2031-03-02")).spells if s.dimension == "control"]
    (last,) = (s for s in found if s.ends.open)
    assert [part.actor.id for part in last.actors] == ["blues"]


def relieved(report, voice=BLUES):
    return claim("siege_end", report, place=TOWN, actor=BLUES, when=TAKEN, words="broke", speakers=said_by(voice))


def encircled(report, voice=REDS, words="besieged"):
    return claim("besiege", report, place=TOWN, when=NOW, words=words, speakers=said_by(voice))


def test_a_siege_that_one_says_has_ended_and_another_says_goes_on_is_a_contradiction():
    (one,) = contradictions(relieved("a"), encircled("a"), a="2031-03-05")
    assert (one.field, [value for value, _ in one.values]) == ("until", ["2031-03-01", "it goes on"])


@pytest.mark.parametrize(("later", "found"), [("2031-03-06", True), ("2031-03-20", False)])
def test_a_town_besieged_weeks_later_may_be_so_again(later, found):
    assert bool(contradictions(relieved("a"), encircled("b"), a="2031-03-05", b=later)) == found


def test_who_names_a_siege_or_tells_its_end_himself_does_not_say_that_it_goes_on():
    assert not contradictions(relieved("a"), encircled("a", words="siege"), a="2031-03-05")
    assert not contradictions(relieved("a"), encircled("a", BLUES), a="2031-03-05")


def test_parts_that_a_side_says_it_holds_still_are_not_told_to_be_the_takers():
    taken = claim("capture", "a", place=TOWN, actor=BLUES, when=TAKEN, words="captured")
    parts = claim("control", "a", place=SOME, actor=REDS, when=NOW, words="hold", speakers=said_by(REDS))
    of = [(s.place.name, s.actors[0].actor.name) for s in derive([taken, parts], published(a="2031-03-05")).spells]
    assert sorted(of) == [("Lisk", "Blues"), ("Lisk, in parts", "Reds")]


@pytest.mark.parametrize(("later", "found"), [("2031-03-05", True), ("2031-03-20", False)])
def test_a_taking_that_another_report_denies_within_days_is_a_contradiction(later, found):
    day = interval(later, later, basis="publication")
    denied = claim("capture", "b", place=TOWN, actor=BLUES, when=day, words="taken", polarity="negative")
    told = contradictions(took("a"), denied, a="2031-03-02", b=later)
    assert [one.field for one in told] == ["happened"] * found


def test_what_a_town_sees_once_is_denied_of_it_though_nobody_is_told_to_have_done_it():
    """ "The town was liberated on Sunday"; "the rebels did not take the town"."""
    told = claim("capture", "a", place=TOWN, when=interval("2031-03-03", "2031-03-03"))
    news = interval("2031-03-05", "2031-03-05", basis="publication")
    no = claim("capture", "b", place=TOWN, actor=REDS, when=news, polarity="negative")
    (found,) = derive([told, no], published(a="2031-03-04", b="2031-03-05")).contradictions
    assert dict(found.values) == {"it happened": (told.id,), "it did not": (no.id,)}
    struck, none = (replace(one, type="airstrike") for one in (told, no))
    assert derive([struck, none], published(a="2031-03-04", b="2031-03-05")).contradictions == ()


def test_what_all_who_told_it_took_back_or_copied_nobody_contradicts():
    day = interval("2031-03-03", "2031-03-03")
    told = claim("capture", "a", place=TOWN, actor=REDS, when=day)
    copied = claim("capture", "b", place=TOWN, actor=REDS, when=day)
    no = claim("capture", "c", place=TOWN, actor=REDS, when=day, polarity="negative")
    known = published(a="2031-03-04", b="2031-03-05", c="2031-03-06")
    known["b"] = replace(known["b"], origin="a")
    assert [c.field for c in derive([told, copied, no], known).contradictions] == ["happened"]
    known["c"] = replace(known["c"], retracts=("a",))
    assert derive([told, copied, no], known).contradictions == ()
    known["b"] = replace(known["b"], origin="b")  # its own word
    assert [c.field for c in derive([told, copied, no], known).contradictions] == ["happened"]
