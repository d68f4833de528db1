"""Whole reports of other wars: what is read of places, days and doers, with the packaged model and tables."""

from functools import cache

import pytest

from situate.extract.reader import Reader
from situate.model.claim import Claim
from situate.model.report import Report
from situate.resolve import Resolver
from situate.resolve.when.dateline import dateline
from situate.resolve.when.report_times import read_times
from situate.resolve.where.strangers import surnames
from situate.text.quantities import parse


@cache
def chain() -> tuple[Reader, Resolver]:
    return Reader.load(), Resolver.load()


def told(text: str, kind: str, published: str = "2025-04-23") -> list[Claim]:
    reader, resolver = chain()
    report = Report(id="r", text=text, published=published)
    return [c for c in resolver.resolve(report, reader.read(report)).reading.claims if c.type == kind]


def places(claim: Claim) -> list[str]:
    return [r.place.name for r in claim.roles if r.place is not None]


def days(claim: Claim) -> tuple[str | None, str | None]:
    return claim.interval.earliest, claim.interval.latest


def test_it_is_the_town_that_the_sentence_before_opens_with():
    (taken,) = told("Mirebalais sits on the crossroads to the border. Gangs captured it on Monday.", "capture")
    assert places(taken) == ["Mirebalais"]


def test_a_capital_that_decides_puts_nothing_there():
    text = "Kyiv rejected this. Last night Ukrainian troops blew up a bridge."
    assert not any(places(claim) for kind in ("destroy", "explosion") for claim in told(text, kind))


def test_a_town_whose_name_is_an_ordinary_word():
    (attack,) = told("Rwandan troops attacked the army in the city of Goma and the town of Sake on Monday.", "assault")
    assert places(attack) == ["Goma", "Sake"]


def test_news_told_elsewhere_has_not_the_day_of_what_was_told_before():
    text = (
        "On Sunday two jets bombed a monastery in Nawnghkio, killing nine villagers.\n\n"
        "Elsewhere, the Kachin Independence Army said it had taken a command in Bhamo."
    )
    (taken,) = told(text, "capture")
    assert days(taken) == ("2025-04-23", "2025-04-23")


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("The rebels have cut the road between Goma and Minova since 21 January.", "2025-01-21"),
        ("The army has blockaded the Lachin corridor, the only road to Lisk, since December 12, 2022.", "2022-12-12"),
    ],
)
def test_a_road_that_has_been_cut_since_a_day_still_is(text, since):
    (cut,) = told(text, "cut_route")
    assert days(cut) == (since, "open")


def test_they_who_said_so_together_are_both():
    text = (
        "The Kachin Independence Army (KIA) and allied People's Defense Forces said they had taken a command in Bhamo."
    )
    (taken,) = told(text, "capture")
    assert [r.actor.name for r in taken.fillers("actor") if r.actor][:1] == ["Kachin Independence Army"]


@pytest.mark.parametrize("who", ["Russian assault groups", "Russian assault units", "Russian reconnaissance teams"])
def test_assault_groups_of_a_state_are_its_army(who):
    (held,) = told(f"{who} hold most of Pokrovsk.", "control", "2025-11-09")
    assert [r.actor.name for r in held.fillers("actor") if r.actor] == ["Russian Armed Forces"]


def test_a_weekly_report_is_of_the_day_that_its_week_ends_on():
    assert dateline("Weekly Monitor\n11-17 May 2024\n\nTroops came on Friday.", "2024-05-18") == "2024-05-17"


@pytest.mark.parametrize("opening", ["During the 44-day war of 2020,", "In the 2020 war,"])
def test_the_days_of_a_sentence_that_the_war_of_a_year_opens(opening):
    found = read_times(f"{opening} the army took Lisk on November 8.", "2023-09-20").found
    assert found[-1].interval.earliest == "2020-11-08"


@pytest.mark.parametrize(
    ("phrase", "people"),
    [("M23 fighters", None), ("12 M23 fighters", 12), ("two F-16 jets", 2), ("at least 14 civilians", 14)],
)
def test_the_name_of_a_group_is_no_figure(phrase, people):
    quantity = parse(phrase)
    assert (quantity.best if quantity else None) == people


def test_a_town_behind_lower_case_words_is_nobodys_surname():
    assert surnames(["Civil society Uvira", "Ada Lorn"]) == {"lorn"}


def test_a_clause_in_passing_lends_no_day_unless_it_is_the_claims_own():
    (shelled,) = told("The army, which took Bhamo in January, shelled Lashio.", "shelling")
    assert days(shelled) == ("2025-04-23", "2025-04-23")
    assert told("The war, which began on 15 March 2024, has killed thousands in Bhamo.", "kill")
