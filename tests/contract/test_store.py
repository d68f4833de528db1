"""One suite for every store: a file, and memory."""

import dataclasses

import pytest

from situate.errors import BadRecord
from situate.model.actor import Actor
from situate.model.claim import Claim, Evidence, Role, Speaker
from situate.model.decision import Decision
from situate.model.event import Contradiction, Event, Part
from situate.model.failure import Failure
from situate.model.ids import claim_id, event_id
from situate.model.interval import Interval
from situate.model.place import Candidate, Place
from situate.model.publication import Publication
from situate.model.record import Entry, Filter
from situate.model.report import Report
from situate.model.situation import Bound, Spell
from situate.model.span import Span
from situate.model.trace import Amendment, Basis, ReportTrace, Traces
from situate.store import Opening, in_memory, open_record, verify, writing

NOW = "2026-01-02T03:04:05Z"
RAQQA = Place(id="geonames:172955", name="Raqqa", country="SY", latitude=35.95, longitude=39.01)
MOSUL = Place(id="geonames:99072", name="Mosul", country="IQ", latitude=36.33, longitude=43.13)
ARMY = Actor(id="army", name="The Army", country="SY")
TEXT = "The army captured Raqqa on Monday, a spokesman said. Later it shelled Mosul."


@pytest.fixture(params=["file", "memory"])
def store(request, tmp_path):
    opened = in_memory() if request.param == "memory" else open_record(tmp_path / "r.db", Opening(create=True))
    with opened:
        yield opened


def evidence(text, quote):
    start = text.index(quote)
    return Evidence(span=Span(start, start + len(quote)), quote=quote)


def capture(report="r1", text=TEXT, day="2017-09-04", place=RAQQA, **fields):
    trigger = evidence(text, "captured")
    roles = (
        Role(role="actor", evidence=evidence(text, "The army"), actor=ARMY),
        Role(role="place", evidence=evidence(text, place.name), place=place),
    )
    speakers = (Speaker(evidence=evidence(text, "a spokesman"), cue="said"),)
    return Claim(
        id=claim_id(report, "capture", trigger.span), report=report, type="capture", trigger=trigger, roles=roles,
        speakers=speakers, interval=Interval(earliest=day, latest=day, precision="day", basis="stated"), **fields,
    )  # fmt: skip


def shelling(report="r1", text=TEXT):
    trigger = evidence(text, "shelled")
    return Claim(
        id=claim_id(report, "shelling", trigger.span), report=report, type="shelling", trigger=trigger,
        roles=(Role(role="place", evidence=evidence(text, "Mosul"), place=MOSUL),),
        interval=Interval(earliest=None, latest="open"),
    )  # fmt: skip


def entry(identity="r1", *, text=TEXT, published="2017-09-05", outlet="Alpha", claims=None, path=None, extractor="m 1"):
    report = Report(id=identity, text=text, published=published, outlet=outlet, source_path=path)
    found = (capture(identity, text), shelling(identity, text)) if claims is None else claims
    return Entry(report=report, claims=tuple(found), extractor=extractor)


def add(store, *entries, failures=(), now=NOW):
    store.add(list(entries), list(failures), now=now)


def event(claim, **fields):
    return Event(
        id=event_id((claim.id,)), kind=fields.pop("kind", "happening"), type=claim.type, claims=(claim.id,),
        place=claim.roles[-1].place, interval=claim.interval, actors=(Part(role="actor", actor=ARMY),), **fields,
    )  # fmt: skip


def test_lean_claims_lack_only_what_resolving_used(store):
    full = capture(sentence=Span(0, 51), tense="past")
    place = dataclasses.replace(full.roles[1], candidates=(Candidate(place=MOSUL, score=0.2),))
    add(store, entry(claims=[dataclasses.replace(full, roles=(full.roles[0], place))]))
    assert list(store.lean_claims()) == [full]
    assert next(store.claims()).roles[1].candidates != ()


def test_what_is_kept_comes_back_the_same(store):
    one = entry(claims=[capture(sentence=Span(0, 51), tense="past"), shelling()])
    add(store, one)
    (kept,) = store.reports()
    assert kept.report == one.report
    assert (kept.version, kept.superseded, kept.ingested_at, kept.claims) == (1, False, NOW, 2)
    assert tuple(store.claims()) == one.claims


def test_the_same_report_twice_changes_nothing(store):
    add(store, entry())
    before = (list(store.reports()), list(store.claims()), store.content())
    assert store.status(entry().report, "m 1") == "unchanged"
    add(store, entry(), now="2027-01-01T00:00:00Z")
    assert (list(store.reports()), list(store.claims()), store.content()) == before


def test_the_same_id_with_another_text_is_a_new_version(store):
    add(store, entry())
    changed = entry(text="Today " + TEXT, claims=[capture(text="Today " + TEXT)])
    assert store.status(changed.report, "m 1") == "changed"
    add(store, changed)
    old, new = store.versions("r1")
    assert (old.version, old.superseded, old.report.text) == (1, True, TEXT)
    assert (new.version, new.superseded, new.report.text) == (2, False, "Today " + TEXT)
    assert [kept.version for kept in store.reports()] == [2]
    assert list(store.claims()) == list(changed.claims)
    assert store.claims_by_id([shelling().id]) == ()


def test_another_model_reads_a_report_again(store):
    add(store, entry())
    assert store.status(entry().report, "m 2") == "changed"
    add(store, entry(claims=[capture()], extractor="m 2"))
    assert [claim.type for claim in store.claims()] == ["capture"]


def test_two_ids_with_one_text_are_two_reports(store):
    add(store, entry("a"), entry("b"))
    assert [kept.report.id for kept in store.reports()] == ["a", "b"]
    assert len({claim.id for claim in store.claims()}) == 4


def test_all_of_a_batch_or_nothing(store):
    broken = Entry(report=entry("b").report, claims=(capture("b"), capture("b")), extractor="m 1")
    with pytest.raises(Exception, match=r"UNIQUE|cannot|damaged"):
        add(store, entry("a"), broken)
    assert list(store.reports()) == []
    assert store.content() == "0"


def test_lists_come_in_the_order_of_publication(store):
    add(store, entry("z", published=None), entry("b", published="2017-09-05"), entry("a", published="2018"))
    assert [kept.report.id for kept in store.reports()] == ["b", "a", "z"]
    assert [claim.report for claim in store.claims()] == ["b", "b", "a", "a", "z", "z"]


def test_the_fingerprint_knows_content_and_not_order(store):
    other = in_memory()
    add(store, entry("a"), entry("b"))
    add(other, entry("b"))
    assert other.content() != store.content()
    add(other, entry("a"))
    assert other.content() == store.content()
    store.decide(Decision(id="d1", claim="c", report="a", action="reject", at=NOW, by="me"))
    assert other.content() != store.content()


def test_several_decisions_are_made_all_or_none(store, monkeypatch):
    add(store, entry("a"))
    made = [rejection(capture("a"), reason=f"reason {number}") for number in range(3)]
    made = [dataclasses.replace(one, id=f"d{number}") for number, one in enumerate(made)]
    whole, calls = writing.add_decision, []

    def failing(connection, decision):
        calls.append(decision)
        if len(calls) == 2:
            raise RuntimeError("a cable is pulled")
        whole(connection, decision)

    monkeypatch.setattr(writing, "add_decision", failing)
    with pytest.raises(RuntimeError):
        store.decide(*made)
    assert store.decisions(as_made=True) == ()
    store.decide(*made)
    assert len(store.decisions(as_made=True)) == 3


def test_a_snapshot_can_be_taken_within_another_and_ends(store):
    add(store, entry("a"))
    with store.snapshot(), store.snapshot():
        assert [kept.report.id for kept in store.reports()] == ["a"]
    add(store, entry("b"))
    assert store.count_reports() == 2


@pytest.mark.parametrize(
    ("wanted", "types"),
    [
        (Filter(types=("capture",)), ["capture"]),
        (Filter(without_types=("capture",)), ["shelling"]),
        (Filter(links=(("place", (MOSUL.id, "other")),)), ["shelling"]),
        (Filter(links=(("place", ()),)), []),
        (Filter(links=(("actor", ("army",)), ("place", (MOSUL.id,)))), []),
        (Filter(links=(("outlet", ("alpha",)),)), ["capture", "shelling"]),
        (Filter(links=(("speaker", ("words:a spokesman",)),)), ["capture"]),
        (Filter(links=(("report", ("r2",)),)), []),
        (Filter(since="2017-09-04", until="2017-09-04"), ["capture", "shelling"]),
        (Filter(since="2017-09-05"), ["shelling"]),
        (Filter(until="2017-09-03"), ["shelling"]),
    ],
)
def test_filters_of_claims(store, wanted, types):
    add(store, entry())
    assert [claim.type for claim in store.claims(wanted)] == types


def test_an_undated_claim_is_in_no_time_range(store):
    undated = Claim(id="c:0", report="r1", type="talks", trigger=evidence(TEXT, "said"))
    add(store, entry(claims=[undated]))
    assert list(store.claims(Filter(since="0001-01-01"))) == []
    assert list(store.claims(Filter(until="9999-12-31"))) == []
    assert list(store.claims()) == [undated]


def test_derived_rows_are_replaced_as_a_whole(store):
    add(store, entry())
    taken, shelled = event(capture()), event(shelling(), kind="state")
    spell = Spell(id="s:1", place=RAQQA, dimension="control", value="held", claims=(capture().id,))
    doubt = Contradiction(id="x:1", field="holder", about="Raqqa", place=RAQQA, values=(("army", ("c:1",)),))
    assert store.derived_from() is None
    store.replace_derived([taken, shelled], [spell], [doubt], made_from="one")
    assert list(store.events()) == [taken, shelled]
    assert list(store.events(Filter(kinds=("state",)))) == [shelled]
    assert list(store.events(Filter(links=(("speaker", ("words:a spokesman",)),)))) == [taken]
    assert list(store.events(Filter(links=(("outlet", ("alpha",)), ("place", (MOSUL.id,)))))) == [shelled]
    assert (list(store.spells()), list(store.contradictions())) == ([spell], [doubt])
    store.replace_derived([taken], [], [], made_from="two")
    assert (list(store.events()), list(store.spells()), list(store.contradictions())) == ([taken], [], [])
    assert store.derived_from() == "two"


BASIS = Basis(rules="one", now="2017-09-05", content="0")
PLACED = Publication(
    report="r1",
    published="2017-09-05",
    outlet="Alpha",
    origin="r1",
    retracts=("r0",),
    quoted=(("Beta", "b", None),),
    speaks_for=(("person:ann", "monitor"),),
)


def traced(report=PLACED, **fields):
    return ReportTrace(
        publication=report, breakers=("army",), until=("b",), alive=((3, 9),), meant={"c": "explosion"},
        there=(("c", MOSUL),), provinces=("SY.1",), countries=("SY",), places=(RAQQA, MOSUL), sketch=(1, 2**64 - 1), corrects=True, **fields,
    )  # fmt: skip


def derive_by_hand(store, **fields):
    """A record with one report, two events side by side, a spell that lasts, a doubt, and the traces of all that."""
    add(store, entry())
    taken, shelled = event(capture()), event(shelling())
    held = Spell(
        id="s:1", place=RAQQA, dimension="control", value="held", claims=(capture().id,), last_news="2017-09-05"
    )
    doubt = Contradiction(id="x:1", field="holder", about="Raqqa", place=RAQQA, values=(("army", (capture().id,)),))
    traces = Traces(
        reports=[traced()], keys=[(taken.id, [-5, 7]), (shelled.id, [7])], beside=[(taken.id, shelled.id)],
        marks=[(RAQQA.id, "control", capture().id)],
    )  # fmt: skip
    basis = dataclasses.replace(BASIS, content=store.content(), **fields)
    store.replace_derived([taken, shelled], [held], [doubt], made_from="one", kept=(basis, traces))
    return taken, shelled, held, doubt


def test_what_derivation_left_is_found_again(store):
    taken, shelled, held, _ = derive_by_hand(store)
    left = store.traces
    assert left.reports(["r1", "r9"]) == {"r1": dataclasses.replace(traced(), places=(), sketch=())}
    assert {key: tuple(some) for key, some in left.sketches(["r1", "r9"]).items()} == {"r1": (1, 2**64 - 1), "r9": ()}
    assert (left.sharing([2**64 - 1, 5]), left.sharing([5])) == ({"r1"}, set())
    assert (left.correcting(["Alpha"]), left.correcting(["Beta"])) == ({"r1"}, set())
    assert left.retracting() == {"r1": {"r0"}}
    assert set(left.places()) == {RAQQA, MOSUL}
    assert set(left.places_only_in(["r1"])) == {RAQQA, MOSUL}
    assert (left.naming([RAQQA.id]), left.naming(["other"])) == ({"r1"}, set())
    assert left.events_of(["r1"]) == {taken.id, shelled.id}
    assert (left.events_under([-5]), left.events_under([7, 8])) == ({taken.id}, {taken.id, shelled.id})
    assert (left.events_beside([taken.id]), left.events_beside([shelled.id])) == ({shelled.id}, {taken.id})
    assert left.events([taken.id]) == (taken,)
    assert left.telling([shelling().id]) == {shelled.id}
    assert left.marking([(RAQQA.id, "control"), (RAQQA.id, "siege")]) == {capture().id}
    assert left.marked([capture().id]) == {(RAQQA.id, "control", capture().id)}
    assert left.versions(["r1"]) == {capture().id, shelling().id}
    assert {claim.id for claim in left.claims_of(["r1"])} == {capture().id, shelling().id}
    assert list(left.claims([capture().id])) == [capture()]
    assert left.spells_beside("2017-09-01", "2017-09-05") == (held,)
    assert left.spells_beside("2017-09-06", "2017-10-05") == ()
    assert left.last_published() == "2017-09-05"


def test_copies_and_ends_of_sieges_are_found_by_what_they_are_of(store):
    add(store, entry(), entry("r2"))
    copy = dataclasses.replace(PLACED, report="r2")
    ended = dataclasses.replace(event(capture()), type="siege_end")
    kept = Traces(reports=[traced(), traced(copy)])
    basis = dataclasses.replace(BASIS, content=store.content())
    store.replace_derived([ended, event(shelling())], [], [], made_from="one", kept=(basis, kept))
    assert (store.traces.copying(["r1"]), store.traces.copying(["r2"])) == ({"r2"}, set())
    ends = store.traces.ends_of_sieges
    assert (ends([RAQQA.id]), ends([MOSUL.id])) == ({ended.id}, set())


def test_what_came_in_since_is_known(store):
    derive_by_hand(store)
    assert store.traces.changed(store.basis()) == set()
    add(store, entry("r2"))
    assert store.traces.changed(store.basis()) == {"r2"}
    store.decide(Decision(id="d1", claim=capture().id, report="r1", action="reject", at=NOW, by="me"))
    assert store.traces.changed(store.basis()) == {"r1", "r2"}


def test_a_revoked_decision_changes_the_report_of_its_claim(store):
    store.decide(Decision(id="d1", claim=capture().id, report="r1", action="reject", at=NOW, by="me"))
    derive_by_hand(store)
    store.decide(Decision(id="d2", claim="", report="", action="revoke", at=NOW, by="me", revokes="d1"))
    assert store.traces.changed(store.basis()) == {"r1"}


def test_an_amendment_changes_what_it_names_and_nothing_else(store):
    taken, shelled, held, doubt = derive_by_hand(store)
    add(store, entry("r2", published="2017-09-06"))
    new, other = (
        event(capture("r2")),
        dataclasses.replace(doubt, id="x:0", field="killed", about=event(capture("r2")).id),
    )
    later = dataclasses.replace(held, id="s:2", claims=(capture("r2").id,), last_news="2017-09-06")
    change = Amendment(
        events=[new], without=[taken.id], spells=[later], of=[(RAQQA.id, "control")], contradictions=[other],
        owners=["holder " + RAQQA.id], marking=[capture().id],
        traces=Traces(
            reports=[traced(dataclasses.replace(PLACED, retracts=())), traced(dataclasses.replace(PLACED, report="r2"))],
            keys=[(new.id, [9])], beside=[(new.id, shelled.id)], marks=[(MOSUL.id, "siege", capture().id)],
        ),
    )  # fmt: skip
    basis = dataclasses.replace(BASIS, content=store.content())
    assert store.amend_derived(change, since="one", made_from="two", basis=basis)
    assert sorted(one.id for one in store.events()) == sorted([shelled.id, new.id])
    assert list(store.events(Filter(links=(("report", ("r2",)),)))) == [new]
    assert (list(store.spells()), list(store.contradictions())) == ([later], [other])
    left = store.traces
    assert left.events_under([-5, 7]) == {shelled.id}
    assert left.events_beside([shelled.id]) == {new.id}
    assert left.retracting() == {"r2": {"r0"}}
    assert left.marked([capture().id]) == {(MOSUL.id, "siege", capture().id)}
    assert left.changed(store.basis()) == set()
    assert (store.derived_from(), store.count_derived()) == ("two", (2, 1, 1))


def test_an_amendment_of_another_state_is_refused(store):
    derive_by_hand(store)
    before = (list(store.events()), list(store.spells()), store.derived_from(), store.basis())
    nothing = Amendment(
        events=[], without=[one.id for one in store.events()], spells=[], of=[], contradictions=[], owners=[],
        marking=[], traces=Traces(),
    )  # fmt: skip
    basis = dataclasses.replace(BASIS, content=store.content())
    assert not store.amend_derived(nothing, since="other", made_from="two", basis=basis)
    assert not store.amend_derived(nothing, since="one", made_from="two", basis=BASIS)
    assert (list(store.events()), list(store.spells()), store.derived_from(), store.basis()) == before


def test_traces_that_do_not_fit_are_not_kept(store):
    derive_by_hand(store)
    assert store.basis().rules == "one"
    store.replace_derived([], [], [], made_from="two", kept=(BASIS, Traces(reports=[traced()])))
    assert (store.basis(), store.traces.reports(["r1"])) == (None, {})


def test_what_is_forgotten_leaves_no_traces(store):
    derive_by_hand(store)
    store.forget(["r1"], reason="asked for", now=NOW)
    left = store.traces
    assert (store.basis(), left.reports(["r1"]), set(left.places()), left.sharing([1])) == (None, {}, set(), set())
    assert (left.retracting(), left.marked([capture().id]), left.events_under([7])) == ({}, set(), set())


def test_reports_are_counted(store):
    add(store, entry("a"), entry("b", published=None), entry("a", text=TEXT + "!", claims=[]))
    assert (store.count_reports(), store.undated(), store.count_derived()) == (2, 1, (0, 0, 0))


def test_a_spell_keeps_its_uncertain_ends(store):
    spell = Spell(
        id="s:1", place=RAQQA, dimension="siege", value="besieged", starts=Bound(earliest="2014-06", latest="2014-08"),
        ends=Bound(),
    )  # fmt: skip
    store.replace_derived([], [spell], [], made_from="x")
    assert list(store.spells()) == [spell]


def test_failures_stay_until_their_item_is_read(store):
    failure = Failure(item="a.txt", stage="ingest", reason="unreadable", message="is empty")
    add(store, failures=[failure, failure])
    add(store, failures=[failure])
    assert list(store.failures()) == [failure]
    add(store, entry(path="a.txt"))
    assert list(store.failures()) == []
    add(store, failures=[failure])
    assert list(store.failures()) == [failure]


def test_decisions_are_kept_once_in_order(store):
    late = Decision(id="d2", claim="c", report="r", action="reject", at="2026-02-01T00:00:00Z", by="me")
    early = Decision(id="d1", claim="c", report="r", action="accept", at="2026-01-01T00:00:00Z", by="me")
    for decision in (late, early, late):
        store.decide(decision)
    assert store.decisions() == (early, late)
    assert store.decisions(by="2026-01-01") == (early,)


def rejection(claim, **fields):
    return Decision(
        id=fields.pop("id", "d1"), claim=claim.id, report=claim.report, action="reject", by="me",
        at=fields.pop("at", NOW), **fields,
    )  # fmt: skip


def reread(claim, start, end, text=TEXT):
    """The same claim with another trigger."""
    span = Span(start, end)
    trigger = Evidence(span=span, quote=span.of(text))
    return dataclasses.replace(claim, id=claim_id(claim.report, claim.type, span), trigger=trigger)


def test_a_decision_goes_over_to_the_claim_that_overlaps_its_own(store):
    add(store, entry())
    made = rejection(capture())
    store.decide(made)
    assert store.decisions() == (made,)
    wide, beside = reread(capture(), 4, 23), reread(capture(), 24, 30)
    add(store, entry(claims=[wide, beside, shelling()], extractor="m 2"))
    assert store.decisions() == (dataclasses.replace(made, claim=wide.id),)
    assert store.decisions(as_made=True) == (made,)
    assert store.former([made.claim]) == {made.claim: capture()}
    add(store, entry(claims=[beside], extractor="m 3"))  # nothing overlaps: it is kept as it was made
    assert store.decisions() == (made,)
    add(store, entry(text="Today " + TEXT, claims=[capture(text="Today " + TEXT)]))
    assert store.former([made.claim]) == {}  # places in another text mean nothing


def test_forgetting_erases_all_that_hangs_on_a_report(store):
    add(
        store,
        entry(
            "b",
            claims=[capture("b", text="The army captured Raqqa; a spokesman smiled.")],
            text="The army captured Raqqa; a spokesman smiled.",
        ),
    )
    before = (list(store.reports()), list(store.claims()), [store.named(k) for k in ("place", "actor", "speaker")])
    content = store.content()
    failure = Failure(item="a.txt", stage="extract", reason="rejected", message="in part")
    add(store, entry("a", path="a.txt"), failures=[failure])
    add(store, entry("a", path="a.txt", text=TEXT + "!"))
    store.decide(rejection(capture("a")))
    store.replace_derived([event(capture("a"))], [], [], made_from="one")
    erased = store.forget(["a", "none"], reason="why", now=NOW)
    store.scrub()
    assert (erased.versions, erased.claims, erased.decisions, erased.failures) == (2, 4, 1, 1)
    assert (
        list(store.reports()),
        list(store.claims()),
        [store.named(k) for k in ("place", "actor", "speaker")],
    ) == before
    assert (store.content(), store.derived_from(), list(store.events()), store.decisions()) == (content, None, [], ())
    assert (store.versions("a"), list(store.failures()), store.find("a")) == ((), [], ())
    assert [(stone.id, stone.at, stone.reason) for stone in store.tombstones()] == [("a", NOW, "why")] * 2
    assert store.search(["later"])[0] == 0
    assert list(verify(store)) == []


def test_what_is_forgotten_is_not_kept_again_until_it_is_readmitted(store):
    add(store, entry("a"), entry("b", text="The army captured Raqqa", claims=[]))
    store.forget(["a"], reason="", now=NOW)
    assert store.status(entry("a").report, "m 1") == store.status(entry("c").report, "m 1") == "forgotten"
    assert store.tombstone(entry("c").report).id == "a"
    assert store.tombstone(entry("b", text="Others", claims=[]).report) is None
    assert store.status(entry("b").report, "m 1") == "forgotten"  # nor as another version of a report
    assert store.add([entry("a"), entry("c"), entry("d", text=TEXT + "!")], [], now=NOW)[:2] == ("forgotten",) * 2
    assert store.report_ids() == ("b", "d")
    assert store.readmit("a") == 1
    assert store.readmit("a") == 0
    assert store.add([entry("a")], [], now=NOW) == ("new",)
    assert store.status(entry("c").report, "m 1") == "new"


def test_a_text_that_another_report_has_too_stays_with_it(store):
    add(store, entry("a"), entry("b"))
    store.forget(["a"], reason="", now=NOW)
    assert [kept.report for kept in store.reports()] == [entry("b").report]
    assert store.status(entry("c").report, "m 1") == "new"
    assert store.search(["shelled"])[0] == 1


def test_an_original_stays_while_a_report_rests_on_it(store):
    shared, own = "1" * 64, "2" * 64
    for name, original in (("a", shared), ("b", shared), ("c", own)):
        one = entry(name)
        add(store, dataclasses.replace(one, report=dataclasses.replace(one.report, original=original)))
    erased = store.forget(["a", "c"], reason="", now=NOW)
    assert (erased.originals, erased.shared) == ((own,), (shared,))
    assert store.resting([shared, own]) == {shared}
    assert {stone.original for stone in store.tombstones()} == {shared, own}


LATER = "2026-02-02T00:00:00Z"


def take(store, other, keep=lambda _original: True):
    histories = [other.history(one) for one in other.report_ids()]
    return store.take(histories, other.decisions(as_made=True), list(other.failures()), keep=keep, now=LATER)


def test_taking_in_another_record(store):
    failure = Failure(item="x.txt", stage="ingest", reason="unreadable", message="is empty")
    with in_memory() as other:
        add(store, entry("a"), entry("b"))
        add(other, entry("a"), entry("c"), failures=[failure], now=LATER)
        add(other, entry("b", text=TEXT + "!", claims=[capture("b")]), now=LATER)
        other.decide(rejection(capture("c")))
        taken = take(store, other)
        assert (taken.new, taken.changed, taken.older, taken.same) == (1, 1, 0, 1)
        assert (taken.claims, taken.decisions, taken.failures) == (3, 1, 1)
        assert [kept.ingested_at for kept in store.reports()] == [NOW, LATER, LATER]
        assert [(v.version, v.superseded, v.report.text) for v in store.versions("b")] == [
            (1, True, TEXT), (2, False, TEXT + "!"),
        ]  # fmt: skip
        before = (list(store.reports()), list(store.claims()), store.content(), store.decisions())
        assert take(store, other).same == 3
        assert (list(store.reports()), list(store.claims()), store.content(), store.decisions()) == before
    assert list(store.failures()) == [failure]
    assert list(verify(store)) == []


def test_an_own_reading_that_came_in_later_outlives_the_other(store):
    with in_memory() as other:
        add(store, entry("a"), now=LATER)
        add(other, entry("a", text=TEXT + "!", claims=[]))
        assert take(store, other).older == 1
    assert [(v.version, v.superseded) for v in store.versions("a")] == [(1, False), (2, True)]
    assert list(store.claims()) == list(entry("a").claims)
    with store.as_known_on("2017-09-05") as then:
        assert [kept.report.text for kept in then.reports()] == [TEXT]
    add(store, entry("a", text=TEXT + "?"), now=LATER)
    assert [v.superseded for v in store.versions("a")] == [True, True, False]
    assert list(verify(store)) == []


def test_an_original_that_does_not_come_along_is_not_said_to_be_there(store):
    one = entry("a")
    whole = dataclasses.replace(one, report=dataclasses.replace(one.report, original="1" * 64))
    with in_memory() as other:
        add(other, whole)
        take(store, other, keep=lambda _original: False)
    assert [kept.report.original for kept in store.reports()] == [None]


def test_a_decision_that_is_another_one_here_is_refused_with_all_else(store):
    add(store, entry("a"))
    store.decide(rejection(capture("a")))
    with in_memory() as other:
        add(other, entry("b"))
        other.decide(rejection(capture("a"), reason="another"))
        with pytest.raises(BadRecord, match="another one here"):
            take(store, other)
    assert store.report_ids() == ("a",)


def test_as_known_on_a_day_only_what_was_published_by_it(store):
    first, second = entry("a", published="2017-09-05"), entry("b", published="2017-09")
    newer = entry("a", published="2017-10-01", text="Today " + TEXT, claims=[])
    add(store, first, second, newer, entry("c", published=None))
    with store.as_known_on("2017-09-05") as then:
        assert [(kept.report, kept.ingested_at) for kept in then.reports()] == [(first.report, NOW)]
        assert tuple(then.claims()) == first.claims
    with store.as_known_on("2017-10-01") as then:
        assert [kept.report for kept in then.reports()] == [second.report, newer.report]


def test_names_count_present_claims_only(store):
    add(store, entry("a"), entry("b", claims=[capture("b")]))
    assert [(name.id, name.claims, name.reports) for name in store.named("place")] == [
        (RAQQA.id, 2, 2),
        (MOSUL.id, 1, 1),
    ]
    assert [(name.data["name"], name.claims) for name in store.named("actor")] == [("The Army", 2)]
    assert [name.id for name in store.named("speaker")] == ["words:a spokesman"]
    add(store, entry("a", text=TEXT + "!", claims=[]))
    assert [(name.id, name.claims) for name in store.named("place")] == [(RAQQA.id, 1)]


def test_a_place_seen_beside_and_itself_is_described_as_itself(store):
    beside = Place(id=RAQQA.id, name="Raqqa", country="SY", latitude=35.9, longitude=38.7, relation="west of")
    add(store, entry("a", claims=[capture("a", place=beside)]))
    assert store.named("place")[0].data["latitude"] is None
    add(store, entry("b", claims=[capture("b")]))
    assert store.named("place")[0].data["latitude"] == RAQQA.latitude
    add(store, entry("c", claims=[capture("c", place=beside)]))
    assert store.named("place")[0].data["latitude"] == RAQQA.latitude


def test_find_by_the_beginning_of_an_id(store):
    add(store, entry("report-1"), entry("report-10"))
    assert store.find("report-1") == (("report", "report-1"),)
    assert store.find("report-") == (("report", "report-1"), ("report", "report-10"))
    assert store.find(capture("report-1").id[:10]) == (("claim", capture("report-1").id),)
    assert store.find("report%") == ()


def test_a_text_may_hold_any_sign(store):
    text = "Zażółć \U0001f54a \x00 ‮ captured Raqqa, The army, a spokesman: 'quoted\"; DROP TABLE report; --"
    add(store, entry(text=text, claims=[capture(text=text)]))
    (kept,) = store.reports()
    assert kept.report.text == text
    (claim,) = store.claims()
    assert claim.trigger.span.of(kept.report.text) == "captured"
