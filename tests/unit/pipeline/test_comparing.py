"""Two readings of the same reports: which claims, events and spells are the same, and what differs in them."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from situate.cli.differences import field_words
from situate.model.claim import Claim, Evidence, Role
from situate.model.codec import claim_json
from situate.model.decision import Decision
from situate.model.event import Event
from situate.model.ids import claim_id
from situate.model.interval import Interval
from situate.model.matching import attached, closest, matched
from situate.model.place import Candidate, Place
from situate.model.situation import Bound, Spell
from situate.model.span import Span
from situate.pipeline.comparing import Pair, of_claims, of_decisions, of_events, of_spells, ranked

RAQQA = Place(id="geonames:1", name="Raqqa", country="SY", latitude=35.9, longitude=39.0)
MOSUL = Place(id="geonames:3", name="Mosul", country="IQ", latitude=36.3, longitude=43.1)


def claim(start, end, kind="capture", report="r", **fields):
    span = Span(start, end)
    trigger = Evidence(span=span, quote="x" * (end - start))
    return Claim(id=claim_id(report, kind, span), report=report, type=kind, trigger=trigger, **fields)


def place(where):
    return Role(role="place", evidence=Evidence(span=Span(50, 55), quote=where.name), place=where)


def told(found):
    return [(one.what, one.was, one.id) for one in found]


def compared(before, after):
    return of_claims([Pair(before=tuple(before), after=tuple(after))])


def test_a_claim_is_the_same_where_type_and_trigger_meet():
    old, wide, beside, other = claim(5, 10), claim(3, 8), claim(10, 12), claim(5, 10, kind="shelling")
    found, now = compared([old], [beside, other, wide])
    assert told(found) == [("changed", old.id, wide.id), ("new", None, beside.id), ("new", None, other.id)]
    assert [field.name for field in found[0].fields] == ["trigger"]
    assert now == {old.id: wide.id}
    assert told(compared([old], [claim(5, 10, report="s")])[0])[0] == ("gone", old.id, None)


def test_of_several_the_one_that_overlaps_most_is_the_same():
    long, short = claim(0, 10), claim(8, 12)
    assert matched([long, short], [claim(9, 12), claim(2, 9)]) == {0: 1, 1: 0}
    assert closest(long, [short, claim(2, 9)]) == claim(2, 9)
    assert closest(long, [claim(10, 12)]) is None


def test_fields_that_differ_are_told_and_what_every_model_has_of_its_own_is_not():
    first = Candidate(place=MOSUL, score=0.4)
    old = claim(0, 5, confidence=0.5, salience=0.1, extractor="m 1", roles=(place(RAQQA),))
    same = dataclasses.replace(old, confidence=0.9, salience=0.2, extractor="m 2", tense="past")
    same = dataclasses.replace(same, roles=(dataclasses.replace(place(RAQQA), candidates=(first,)),))
    assert told(compared([old], [same])[0]) == [("same", old.id, old.id)]
    day = Interval(earliest="2017-09-05", latest="2017-09-05", precision="day", basis="stated")
    new = dataclasses.replace(old, polarity="negative", interval=day, roles=(place(MOSUL), place(RAQQA)))
    ((changed,), _) = compared([old], [new])
    words = {field.name: (field_words(field.before), field_words(field.after)) for field in changed.fields}
    assert words == {
        "polarity": ("positive", "negative"),
        "interval": ("unknown (none)", "2017-09-05 (stated)"),
        "place": ("“Raqqa” = Raqqa", "“Mosul” = Mosul, “Raqqa” = Raqqa"),
    }


def test_telling_the_same_as_a_claim_that_has_another_id_now_is_no_change():
    first, second = claim(0, 5), claim(20, 25, same_as=claim(0, 5).id)
    wider, again = claim(0, 7), claim(20, 25, same_as=claim(0, 7).id)
    assert [one.what for one in compared([first, second], [wider, again])[0]] == ["changed", "same"]


def event(identity, *claims, **fields):
    return Event(id=identity, kind="happening", type=fields.pop("kind", "capture"), claims=claims, **fields)


def test_events_are_the_same_by_their_claims():
    now = {"c:1": "c:9"}
    before = [event("e:1", "c:1", "c:2"), event("e:2", "c:3")]
    assert of_events(before, [event("e:9", "c:9", "c:2"), event("e:2", "c:3")], now) == []
    found = of_events(before, [event("e:9", "c:9", standing="disputed"), event("e:3", "c:4")], now)
    assert told(found) == [("changed", "e:1", "e:9"), ("gone", "e:2", None), ("new", None, "e:3")]
    assert [(field.name, field.before, field.after) for field in found[0].fields] == [
        ("standing", "reported", "disputed")
    ]


def test_one_event_that_becomes_two_is_changed_once_and_new_once():
    found = of_events([event("e:1", "a", "b", "c")], [event("e:1", "a"), event("e:2", "b", "c")], {})
    assert told(found) == [("new", None, "e:1")]  # most of its claims are in e:2, which differs in nothing else


def test_spells_are_the_same_by_their_claims_at_one_place():
    spell = Spell(id="s:1", place=RAQQA, dimension="control", value="held", claims=("c:1",))
    ended = dataclasses.replace(spell, ends=Bound(earliest="2017-10", latest="2017-10"))
    elsewhere = dataclasses.replace(spell, id="s:2", place=MOSUL)
    assert told(of_spells([spell], [ended], {})) == [("changed", "s:1", "s:1")]
    assert told(of_spells([spell], [elsewhere], {})) == [("gone", "s:1", None), ("new", None, "s:2")]
    (changed,) = of_spells([spell], [ended], {})
    assert [(field.name, field_words(field.before), field_words(field.after)) for field in changed.fields] == [
        ("until", "open", "2017-10")
    ]


def test_decisions_that_move_or_find_no_claim_are_told():
    old, wide, lost = claim(5, 10), claim(3, 8), claim(30, 35)
    made = [
        Decision(id=f"d{n}", claim=one.id, report="r", action="reject", at="2026-01-01T00:00:00Z", by="me")
        for n, one in enumerate((old, lost))
    ]
    former = {one.id: one for one in (old, lost)}
    now = attached(made, former, [wide])
    assert [one.claim for one in now] == [wide.id, lost.id]
    found = of_decisions(attached(made, former, [old, lost]), now, {wide.id: wide})
    assert [(one.what, one.id, one.fields[0].after) for one in found] == [
        ("moved", "d0", wide.id),
        ("without_claim", "d1", None),
    ]


def test_a_decision_that_was_taken_back_misses_no_claim():
    old, wide, lost = claim(5, 10), claim(3, 8), claim(30, 35)
    made = [
        Decision(id="d0", claim=lost.id, report="r", action="reject", at="2026-01-01T00:00:00Z", by="me"),
        Decision(id="d1", claim="", report="", action="revoke", at="2026-01-02T00:00:00Z", by="me", revokes="d0"),
        Decision(id="d2", claim=old.id, report="r", action="reject", at="2026-01-03T00:00:00Z", by="me"),
    ]
    now = attached(made, {old.id: old, lost.id: lost}, [wide])
    assert [one.id for one in of_decisions(made, now, {wide.id: wide})] == ["d2"]


def test_what_matters_most_stands_first():
    claims, _ = compared([claim(0, 5, salience=0.1), claim(10, 15, salience=0.9)], [claim(20, 25)])
    events = of_events([event("e:1", "c:1")], [], {})
    assert [(one.kind, one.what, one.salience) for one in ranked([*claims, *events])] == [
        ("event", "gone", 0.0), ("claim", "gone", 0.9), ("claim", "gone", 0.1), ("claim", "new", 0.0),
    ]  # fmt: skip


spans = st.tuples(st.integers(0, 20), st.integers(1, 6)).map(lambda pair: (pair[0], pair[0] + pair[1]))
readings = st.lists(st.tuples(spans, st.sampled_from(["capture", "shelling"])), max_size=6, unique=True).map(
    lambda found: sorted((claim(*span, kind=kind) for span, kind in found), key=lambda one: (one.trigger.span, one.id))
)


@given(readings, readings)
def test_each_claim_of_both_readings_is_told_once(before, after):
    found, now = compared(before, after)
    assert sorted(one.was for one in found if one.was) == sorted(one.id for one in before)
    assert sorted(one.id for one in found if one.id) == sorted(one.id for one in after)
    assert len(set(now.values())) == len(now)
    assert {one.what for one in compared(before, before)[0]} <= {"same"}


@pytest.mark.parametrize("value", [None, [], {}, "x", 5, True, claim_json(claim(0, 3))])
def test_any_field_has_words(value):
    assert isinstance(field_words(value), str)
