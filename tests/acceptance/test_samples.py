"""The sample reports, read into one record: every event, spell, contradiction and figure that ``truth.yaml`` names."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from situate.derive import publications
from situate.derive.interest import interest, voice
from situate.model.interval import first_day, last_day
from situate.resolve.outlets import sides
from situate.samples import paths
from situate.store import open_record

TRUTH = yaml.safe_load((Path(__file__).parents[1] / "data" / "truth.yaml").read_text("utf-8"))

# What does not hold yet, and why; strict, so that a gap that closes is noticed.
GAPS: dict[str, str] = {}


def named(part, name):
    """The items of a part of the truth, each a case of a test; what is known not to hold is expected to fail."""
    cases = []
    for item in TRUTH[part]:
        identity = f"{part}: {name(item)}"
        gap = [pytest.mark.xfail(reason=GAPS[identity], strict=True)] if identity in GAPS else []
        cases.append(pytest.param(item, id=identity, marks=gap))
    return pytest.mark.parametrize("item", cases)


def test_every_gap_is_one_of_the_truth():
    found = {case.id for test in TESTS for case in test.pytestmark[0].args[1]}
    assert set(GAPS) <= found


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    path = tmp_path_factory.mktemp("samples") / "record.db"
    command = [sys.executable, "-m", "situate", "read", *map(str, paths()), "--record", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with open_record(path) as store:
        reports = [kept.report for kept in store.reports()]
        claims = list(store.claims())
        return SimpleNamespace(
            path=path,
            texts={r.id: r.text for r in reports},
            claims={c.id: c for c in claims},
            events=list(store.events()),
            spells=list(store.spells()),
            contradictions=list(store.contradictions()),
            published=publications(reports, sides(r.outlet for r in reports)),
        )


def told(known, kind, report, day=None, near=""):
    """The claims of a report that are of this type, can be of this day, and stand near these words."""
    at = known.texts[report].find(near)
    assert at >= 0, near
    return [
        c
        for c in known.claims.values()
        if (c.report, c.type) == (report, kind)
        and (day is None or can_be(c.interval, str(day)))
        and (not near or abs(c.trigger.span.start - at) < 60)
    ]


def can_be(interval, day):
    if not interval.known:
        return False
    first = interval.earliest is None or first_day(interval.earliest) <= first_day(day)
    last = interval.latest in (None, "open") or last_day(interval.latest) >= first_day(day)
    return first and last


def reports_of(known, ids):
    return {known.claims[i].report for i in ids}


@named("one_event", lambda item: item["name"])
def test_claims_of_one_happening_are_one_event(known, item):
    fitting = [
        e
        for e in known.events
        if e.type == item["type"]
        and e.modality == "actual"
        and can_be(e.interval, str(item["day"]))
        and set(item["reports"]) <= reports_of(known, e.claims)
    ]
    (event,) = fitting
    assert item.get("place", "") in event.place.name
    assert event.standing == item.get("standing", event.standing)
    # What a report only waits for belongs to the event that came; what it tells as done must not.
    done = [c for c in event.claims if known.claims[c].modality == "actual"]
    assert not set(item.get("not_with", ())) & reports_of(known, done)


def test_a_count_that_another_report_disputes_is_no_second_toll(known):
    (own,) = told(known, "kill", "sample-dez-03", near="killed about 300")
    (disputed,) = told(known, "kill", "sample-dez-04", near="300 dead")
    assert [s.evidence.quote for s in disputed.speakers] == ["state media"]
    (event,) = (e for e in known.events if own.id in e.claims)
    assert disputed.id in event.claims
    assert (event.interval.earliest, event.independent_origins) == ("2016-01-16", 1)


def test_of_whom_a_hundred_were_killed(known):
    (kill,) = told(known, "kill", "sample-dez-02", near="of them were killed")
    assert {r.ref for r in kill.fillers("killed") if "of them" in r.evidence.quote} == {"The terrorists"}


@pytest.mark.parametrize(("day", "both"), [("2017-09-06", True), ("2017-11-10", False)])
def test_two_values_of_a_place_are_said_to_be_a_change(known, day, both):
    command = [sys.executable, "-m", "situate", "situation", "Deir ez-Zor", "--at", day, "--record", str(known.path)]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert ("Two values of one place" in shown) == both


@named("apart", lambda item: item["name"])
def test_what_is_apart_stays_apart(known, item):
    if "triggers" in item:
        first, second = (
            next(c for c in told(known, item["type"], item["report"], item["day"]) if words in c.trigger.quote)
            for words in item["triggers"]
        )
    else:
        first, second = (told(known, item["type"], report)[0] for report in item["reports"])
    assert not [e for e in known.events if {first.id, second.id} <= set(e.claims)]


@named("contradictions", lambda item: item["about"])
def test_contradictions_are_named(known, item):
    field = item.get("field", "happened")
    wanted = [set(item[key]) for key in ("yes", "no") if key in item] or [{r} for r in item["values"]]
    found = [
        c
        for c in known.contradictions
        if c.field == field and all(any(some <= reports_of(known, ids) for _, ids in c.values) for some in wanted)
    ]
    assert found
    ids = [i for c in found for _, some in c.values for i in some]
    for report, side in item.get("gains", {}).items():
        mine = [known.claims[i] for i in ids if known.claims[i].report == report]
        assert "own_gain" in {interest(c, voice(c, known.published[report])[1]) for c in mine}
        assert side in {voice(c, known.published[report])[1] for c in mine}


@named("reprints", lambda item: item["copy"])
def test_a_reprint_has_the_origin_of_its_wire(known, item):
    assert known.published[item["copy"]].origin == item["of"]


@named("retractions", lambda item: item["by"])
def test_a_correction_takes_back_what_it_means(known, item):
    assert item["of"] in known.published[item["by"]].retracts
    assert known.published[item["by"]].outlet == item["outlet"]
    told = {e.id: reports_of(known, e.claims) for e in known.events if e.kind == "happening"}
    alone = [e for e in known.events if item["of"] in told.get(e.id, ()) and told[e.id] <= {item["of"], item["by"]}]
    assert alone
    assert {e.standing for e in alone} == {"retracted"}


def within(bound, wanted):
    """Whether an uncertain moment is known and lies between two partial dates."""
    if wanted == "open":
        return bound.open
    first, last = map(str, wanted)
    if bound.open or bound.earliest is None or bound.latest is None:
        return False
    return first_day(first) <= first_day(bound.earliest) and last_day(bound.latest) <= last_day(last)


def is_place(spell, item):
    """Whether a spell is of the place, or of the part of it, that an item names ("airport" is a word for an airbase)."""
    if "part" not in item:
        return spell.place.name == item["place"]
    words = {"airport": ("airport", "airbase")}.get(item["part"], (item["part"],))
    return spell.place.part_of is not None and any(word in spell.place.name for word in words)


def actors(spell, *roles):
    return {p.actor.id for p in spell.actors if p.role in roles} | {
        p.actor.side for p in spell.actors if p.role in roles and p.actor.side
    }


@named("spells", lambda item: f"{item['place']} {item.get('part', '')} {item['dimension']} {item['from'][0]}")
def test_spells_of_places(known, item):
    here = [
        s for s in known.spells if is_place(s, item) and (s.dimension, s.value) == (item["dimension"], item["value"])
    ]
    by = {item[key] for key in ("besieger", "besieger_side", "holder", "holder_side") if key in item}
    mine = [s for s in here if by <= actors(s, "besieger", "holder") and within(s.starts, item["from"])]
    assert len(mine) == 1, [(s.place.name, s.starts, s.ends, actors(s, "besieger", "holder")) for s in here]
    assert within(mine[0].ends, item["until"]) if "until" in item else True
    if "not_until" in item:
        assert mine[0].ends.latest != str(item["not_until"])
    if "besieger" in item:
        assert {p.actor.id for p in mine[0].actors if p.role == "besieger"} == {item["besieger"]}


@named("figures", lambda item: f"{item['report']} {item['role']} {item['best']}")
def test_figures_are_read(known, item):
    mine = [c for c in known.claims.values() if c.report == item["report"]]
    best = {r.quantity.best for c in mine for r in c.fillers(item["role"], "target") if r.quantity is not None}
    assert item["best"] in best


@named("not_actual", lambda item: f"{item['report']} {item['type']} {item.get('modality', 'not at all')}")
def test_what_is_not_said_as_fact_is_none(known, item):
    mine = told(known, item["type"], item["report"], near=item["words"])
    assert not [c for c in mine if c.modality == "actual" and c.polarity == "positive"]
    if "modality" in item:
        assert item["modality"] in {c.modality for c in mine}


TESTS = [
    test_claims_of_one_happening_are_one_event, test_what_is_apart_stays_apart, test_contradictions_are_named,
    test_a_reprint_has_the_origin_of_its_wire, test_a_correction_takes_back_what_it_means, test_spells_of_places,
    test_figures_are_read, test_what_is_not_said_as_fact_is_none,
]  # fmt: skip
