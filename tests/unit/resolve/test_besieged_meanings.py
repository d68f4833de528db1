"""Who besieges, which place "it" is, and from when until when a siege lasted, in long reports."""

import pytest
from where_read import read

from situate.extract.reader import Reader
from situate.model.claim import Claim
from situate.model.report import Report
from situate.model.span import Span
from situate.resolve import Resolver
from situate.resolve.when.terms import is_term
from situate.resolve.who.phrase import Linker
from situate.resolve.who.registry import Registry

READER, RESOLVER, LINKER = Reader.load(), Resolver.load(), Linker(Registry.load())


def claims(text: str, published: str = "2014-09-04") -> tuple[Claim, ...]:
    report = Report(id="r", text=text, published=published)
    return RESOLVER.resolve(report, READER.read(report)).reading.claims


def one(text: str, kind: str, words: str, published: str = "2014-09-04") -> Claim:
    (claim,) = [c for c in claims(text, published) if c.type == kind and c.trigger.quote == words]
    return claim


def days(claim: Claim) -> tuple[str | None, str | None]:
    return claim.interval.earliest, claim.interval.latest


@pytest.mark.parametrize(
    ("phrase", "actor"),
    [
        ("gunmen from the Lebanese Shiite movement Hezbollah", "hezbollah"),
        ("men from the Turkish town where the PKK was born", None),
        ("fighters of the Turkish group PKK", "pkk"),
        ("pro-government National Defence Forces", "national-defence-forces"),
        ("pro-Turkey Syrian militants", None),
        ("fighters from the Syrian city of Homs", None),
    ],
)
def test_men_of_a_group_that_is_named_after_them(phrase: str, actor: str | None) -> None:
    found, _ = LINKER.link(phrase, country_hint="SY", date="2016-01-11")
    assert (found and found.id) == actor


def test_both_besiegers_are_kept() -> None:
    text = (
        "Homs has been under siege for six months by regime forces and fighters from the Lebanese movement Hezbollah."
    )
    siege = one(text, "besiege", "siege", "2016-01-11")
    assert {r.actor.id for r in siege.fillers("actor") if r.actor} == {"syrian-arab-army", "hezbollah"}


def test_a_town_that_only_says_how_far_off_another_is_is_not_it() -> None:
    text = "Troops entered Rastan. The town, some 20 kilometres north of Homs, is held by rebels, who have mined it."
    found = read(text, "it.")
    ring = (
        "Troops bombed Rastan. The town, 20 km north of Homs, is besieged by the army, which has ringed it with mines."
    )
    (laid,) = [c for c in claims(ring) if c.trigger.quote == "ringed"]
    assert [r.place.name for r in laid.fillers("place") if r.place] == ["Ar Rastan"]
    assert found.place is None or found.place.name != "Homs"


def test_a_valley_is_no_ridge() -> None:
    text = "Rebels took the Kassab ridge near Homs on Sunday. The army shelled the {} on Friday."
    places = {
        noun: [r.place for r in one(text.format(noun), "shelling", "shelled").fillers("place")]
        for noun in ("ridge", "hill", "valley")
    }
    assert all(place is not None for place in places["ridge"] + places["hill"])
    assert places["valley"] == [None]


WEEK = "Access monitor, week of 11–17 December 2024\n\n"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("On Wednesday gunmen killed two guards in Aden.", "2024-12-11"),
        ("On Sunday gunmen killed two guards in Aden.", "2024-12-15"),
        ("On 18 December gunmen killed two guards in Aden.", "2024-12-18"),
    ],
)
def test_a_day_of_the_week_is_of_the_week_that_is_covered(told: str, day: str) -> None:
    assert days(one(WEEK + told, "kill", "killed", "2024-12-19")) == (day, day)


@pytest.mark.parametrize(
    ("text", "words", "counted"),
    [
        ("The army shelled the town on at least nine days.", "nine days", True),
        ("The road was shut on four of the seven days.", "seven days", True),
        ("The army shelled the town for nine days.", "nine days", False),
        ("It comes on top of nine days of rain.", "nine days", False),
    ],
)
def test_days_on_which_it_was_are_no_length(text: str, words: str, *, counted: bool) -> None:
    start = text.index(words)
    assert is_term(text, Span(start, start + len(words))) is counted


def test_a_siege_is_counted_back_from_the_end_that_is_told_next() -> None:
    text = "What followed in Goma was a siege of 81 days.\n\nIt was broken on Sunday."
    assert days(one(text, "besiege", "siege")) == ("2014-06-11", "2014-08-31")
    other = "Nubl has been besieged for 30 months. The siege of Homs ended on Friday."
    assert days(one(other, "besiege", "besieged"))[1] == "open"


def test_what_was_done_many_times_has_no_day() -> None:
    text = "Planes bombed the hills near Goma on Saturday. The militants attacked the town, by his count, 52 times."
    (often,) = [c for c in claims(text) if c.trigger.quote == "attacked"]
    assert not often.interval.known


def test_whom_a_group_accuses_it_is_not() -> None:
    text = "Hezbollah accused the rebels who control Madaya of holding its residents hostage."
    (held,) = [c for c in claims(text, "2016-01-11") if c.type == "control"]
    assert not [r for r in held.fillers("actor") if r.actor and r.actor.id == "hezbollah"]


def test_no_outlet_holds_and_no_body_of_states_starves() -> None:
    text = (
        "A military source quoted by SANA said that units had hit rebels on the plain of Zabadani, where they now hold "
        "most of the quarters."
    )
    assert not [r for c in claims(text) for r in c.fillers("actor") if r.actor and r.actor.kind == "outlet"]
    channel = "Hill News reports from Ramla. They hold the town, our correspondents say."
    assert not [r for c in claims(channel) if c.type == "control" for r in c.fillers("actor") if r.actor]
    said = 'He was scornful of the word that the UN uses for this. "Reconciliation! They starved us until we signed," he said.'
    (starved,) = [c for c in claims(said) if c.type == "deprivation"]
    assert not [r for r in starved.fillers("actor") if r.actor]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("A boy, who was shot in the stomach near Aden, was flown to Riyadh for treatment.", "wounded"),
        ("A woman shot in Taiz was taken to a hospital for treatment but died of her injuries.", "killed"),
        ("A man was shot in Homs and two others were wounded.", "killed"),
    ],
)
def test_who_is_shot_and_cared_for_is_not_dead(text: str, role: str) -> None:
    (shot,) = [c for c in claims(text) if c.trigger.quote.startswith("shot")]
    assert shot.fillers(role)[0].evidence.span.start < 10


def test_today_is_the_day_of_the_message() -> None:
    text = (
        "[19.07.2031 16:22] Hill News: Troops shelled Ramla yesterday.\n\n"
        "[20.07.2031 07:55] Hill News: A convoy of 32 trucks is expected to enter Ramla today.\n\n"
        "[20.07.2031 15:02] Hill News: Shells hit Ramla yesterday."
    )
    found = {c.trigger.quote: days(c)[0] for c in claims(text, "2031-07-20") if c.type in {"shelling", "deliver_aid"}}
    assert found == {"shelled": "2031-07-18", "enter": "2031-07-20", "hit": "2031-07-19"}


@pytest.mark.parametrize(
    ("phrase", "day", "kind"),
    [
        ("soldiers loyal to former president Ali Abdullah Saleh", "2015-10-13", None),
        ("pro-Saleh troops", "2015-10-13", None),
        ("Saleh's forces", "2011-05-01", "state_forces"),
        ("Saleh's forces", "2012-04-01", "state_forces"),
        ("troops loyal to President Abd-Rabbu Mansour Hadi", "2015-10-13", "state_forces"),
    ],
)
def test_whom_a_former_ruler_commands_is_not_the_army(phrase: str, day: str, kind: str | None) -> None:
    found, _ = LINKER.link(phrase, country_hint="YE", date=day)
    assert (found and found.kind) == kind
