"""The law of incremental derivation: what is derived bit by bit is what is derived at once, byte for byte, in any order."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from situate.model.actor import Actor
from situate.model.claim import Claim, Evidence, Role, Speaker
from situate.model.decision import Decision
from situate.model.ids import claim_id
from situate.model.interval import Interval
from situate.model.place import Place
from situate.model.quantity import Quantity
from situate.model.record import Entry
from situate.model.report import Report
from situate.model.span import Span
from situate.pipeline import deriving, wiring
from situate.pipeline.wiring import Parts
from situate.store import in_memory

NOW = "2031-06-01T00:00:00Z"
REGION = Place(id="region:XX.1", name="P1", country="XX", precision="region", part_of="country:XX", admin1="XX.1")
LISK = Place(
    id="geonames:1", name="Lisk", country="XX", latitude=10.0, longitude=10.0, part_of=REGION.id, admin1="XX.1"
)
VARN = Place(id="geonames:2", name="Varn", country="XX", latitude=10.05, longitude=10.0, radius_km=6, part_of=REGION.id,
             admin1="XX.1")  # fmt: skip
FAR = Place(id="geonames:3", name="Far", country="XX", latitude=40.0, longitude=10.0)


def part(word, **fields):
    return Place(id=f"local:{word.casefold()}-1", name=f"Lisk, {word}", country="XX", latitude=10.0, longitude=10.0,
                 precision="part", part_of=LISK.id, radius_km=5, admin1="XX.1", **fields)  # fmt: skip


def village(name, parent, **fields):
    """A village that no gazetteer has, put by or in ``parent``."""
    words = "-".join(name.casefold().split())
    fields = {"latitude": parent.latitude, "longitude": parent.longitude, "admin1": parent.admin1, **fields}
    return Place(id=f"local:{words}-{parent.name.casefold()}", name=name, country="XX", radius_km=5, part_of=parent.id,
                 basis="parent", **fields)  # fmt: skip


QUARTER = part("Quarter")
COUNTRY = Place(id="country:XX", name="XX", country="XX", precision="country")
MARAQ, VAGUE = village("Tel Maraq", LISK, precision="part"), village("Tel Maraq", COUNTRY, precision="country")
UNPLACED = "the village of Tel Maraq"
PLACES = [
    LISK, LISK, VARN, FAR, REGION, part("airbase"), part("airport"), QUARTER,
    replace(QUARTER, part_of=None), replace(QUARTER, part_of=VARN.id),
    MARAQ, village("Tall Marraq", LISK, precision="part"), village("Tel Maraq", FAR, precision="part"),
    VAGUE, village("Tel Maraq", REGION, precision="region"), UNPLACED, COUNTRY,
    replace(LISK, precision="relative", relation="west of"), replace(LISK, precision="relative", relation="the road to"),
    replace(LISK, precision="part"), None, None,
]  # fmt: skip
ACTORS = [
    Actor(id="reds", name="Reds", kind="rebel_group", side="red"),
    Actor(id="blues", name="Blues", kind="state_forces", side="blue"),
    None,
]
TYPES = ["capture", "control", "besiege", "besiege", "siege_end", "withdraw", "deliver_aid", "cut_route", "airstrike", "kill",
         "assault", "explosion", "displace", "deprivation", "ceasefire", "accuse", "reject"]  # fmt: skip
AT_FIRST = Evidence(span=Span(0, 5), quote="people")
SPEAKERS = [
    None,
    None,
    Speaker(evidence=AT_FIRST, cue="said", actor=ACTORS[0]),
    Speaker(evidence=AT_FIRST, cue="denied", actor=ACTORS[1]),
    Speaker(evidence=Evidence(span=Span(0, 5), quote="Gamma Radio"), cue="reported"),
    Speaker(evidence=Evidence(span=Span(0, 5), quote="Beta"), cue="reported"),
]
FIRST = dt.date(2031, 1, 1)
WORDS = ["convoy", "reached", "depot", "after", "dawn", "while", "Harbour", "Lisk", "Varn", "officials", "counted", "wagons",
         "near", "bridge", "under", "rain"]  # fmt: skip


@st.composite
def claims_of(draw, report, published):
    made, several = [], draw(st.integers(0, 3))
    for at in range(several):
        kind, span = draw(st.sampled_from(TYPES)), Span(at * 10, at * 10 + 5)
        words = Evidence(span=span, quote=draw(st.sampled_from(["xxxxx", "attack", "lost"])))
        place, actor = draw(st.sampled_from(PLACES)), draw(st.sampled_from(ACTORS))
        roles = []
        if place is not None:
            name = "origin" if kind == "withdraw" else draw(st.sampled_from(["place", "place", "target"]))
            quote = draw(st.sampled_from(["there", "Hafren School"]))
            if place is UNPLACED:
                called = Evidence(span=span, quote=UNPLACED)
                roles.append(Role(role=name, evidence=called, reason="not_in_gazetteer"))
            else:
                roles.append(Role(role=name, evidence=Evidence(span=span, quote=quote), place=place))
        if actor is not None:
            roles.append(Role(role=draw(st.sampled_from(["actor", "actor", "target"])), evidence=words, actor=actor))
        if kind in {"kill", "airstrike", "displace"} and draw(st.booleans()):
            toll, counted = draw(st.sampled_from([3, 30])), draw(st.sampled_from([words, AT_FIRST]))
            name = "affected" if kind == "displace" else "killed"
            roles.append(Role(role=name, evidence=counted, quantity=Quantity(low=toll, best=toll, high=toll)))
        if kind == "reject":
            words = replace(words, quote="denied")
            roles = [Role(role="actor", evidence=words, actor=actor), Role(role="target", evidence=AT_FIRST)]
            roles[1] = replace(roles[1], evidence=replace(AT_FIRST, quote=draw(st.sampled_from(["it", "people"]))))
        speaker = draw(st.sampled_from(SPEAKERS))
        made.append(
            Claim(
                id=claim_id(report, kind, span), report=report, type=kind, trigger=words, roles=tuple(roles),
                speakers=() if speaker is None else (speaker,),
                interval=draw(an_interval(published)), confidence=0.5, extractor="m",
                modality=draw(st.sampled_from(["actual", "actual", "actual", "planned", "attempted"])),
                polarity=draw(st.sampled_from(["positive", "positive", "positive", "negative"])),
                same_as=made[0].id if made and draw(st.integers(0, 3)) == 0 else None,
            )
        )  # fmt: skip
    return tuple({claim.id: claim for claim in made}.values())


@st.composite
def an_interval(draw, published):
    day = str((published or FIRST) - dt.timedelta(days=draw(st.sampled_from([0, 0, 1, 2, 20]))))
    return draw(
        st.sampled_from(
            [
                Interval(earliest=day, latest=day, precision="day", basis="relative"),
                Interval(earliest=day, latest=day, precision="day", basis="relative"),
                Interval(earliest=day, latest=day, precision="day", basis="publication"),
                Interval(earliest=day[:7], latest=day[:7], precision="month", basis="stated"),
                Interval(earliest=day, latest="open", precision="day", basis="stated"),
                Interval(latest="open"),
                Interval(),
            ]
        )
    )


@st.composite
def an_entry(draw):
    identity = draw(st.sampled_from("abcdefgh"))
    days = draw(st.sampled_from([None, 0, 1, 2, 5, 40, 80]))
    published = None if days is None else FIRST + dt.timedelta(days=days)
    first = draw(st.integers(0, 3))
    words = WORDS[first : first + draw(st.integers(8, 12))]
    head = draw(st.sampled_from(["", "", "Correction. ", "North Wire: "]))
    report = Report(
        id=identity, text=head + " ".join(words), published=published and str(published),
        outlet=draw(st.sampled_from(["Alpha", "Beta", "Gamma Radio", None])),
    )  # fmt: skip
    return Entry(report=report, claims=draw(claims_of(identity, published)), extractor="m")


@st.composite
def a_decision(draw):
    number = draw(st.integers(0, 99))
    return draw(st.sampled_from(["reject", "reject", "revoke"])), draw(st.integers(0, 3)), number


steps = st.lists(
    st.lists(st.one_of(an_entry(), an_entry(), an_entry(), a_decision()), min_size=1, max_size=4),
    min_size=2,
    max_size=5,
)

ROWS = (
    "SELECT payload FROM event ORDER BY first_day, last_day, id",
    "SELECT payload, last_news FROM spell ORDER BY place, dimension, row",
    "SELECT payload, owner FROM contradiction ORDER BY id, row",
    "SELECT event.id, event_link.kind, value FROM event_link JOIN event ON event.row = event ORDER BY 1, 2, 3",
    "SELECT id, kind, spell_link.value FROM spell_link JOIN spell ON spell.row = spell ORDER BY 1, 2, 3",
    "SELECT id, outlet, corrects, retracts, payload FROM trace_report ORDER BY id",
    "SELECT id, value FROM trace_sketch JOIN trace_report ON trace_report.row = report ORDER BY 1, 2",
    "SELECT trace_place.payload, trace_report.id FROM trace_named JOIN trace_place ON trace_place.row = place "
    "JOIN trace_report ON trace_report.row = report ORDER BY 1, 2",
    "SELECT key, id FROM trace_key JOIN event ON event.row = event ORDER BY 1, 2",
    "SELECT a.id, b.id FROM trace_beside JOIN event AS a ON a.row = event JOIN event AS b ON b.row = other ORDER BY 1, 2",
    "SELECT place, dimension, claim FROM trace_mark ORDER BY 1, 2, 3",
)


def rows(store):
    """All that is derived, and the traces that it left, short of the numbers of rows."""
    return [
        [tuple(row) for row in store.query(lambda connection, ask=ask: connection.execute(text(ask)).all())]
        for ask in ROWS
    ]


def decided(store, told, number):
    """A decision on a claim of the record, or the revocation of an earlier one; ``None`` when there is none."""
    action, which, _ = told
    made, claims = store.decisions(), list(store.claims())
    if action == "reject" and claims:
        claim = claims[which % len(claims)]
        if which % 3:
            return Decision(id=f"d{number}", claim=claim.id, report=claim.report, action="reject", at=NOW, by="ann")
        field = ("killed", "since", "actor", "happened")[which // 3 % 4]  # as a contradiction is settled
        return Decision(
            id=f"d:ab-{number:x}-1", claim=claim.id, report=claim.report, action="reject", at=NOW, by="ann", field=field
        )
    if action == "revoke" and made:
        old = made[which % len(made)]
        return Decision(
            id=f"d{number}", claim=old.claim, report=old.report, action="revoke", at=NOW, by="ann", revokes=old.id
        )
    return None


class Outlets:
    """Three outlets: two of one house, of which one prints what an agency writes; the third is the voice of a side."""

    def side(self, name, date, country):
        return "red" if name == "Gamma Radio" and country else None

    def house(self, name):
        return {"Alpha": "ab", "Beta": "ab", "Gamma Radio": "gamma"}.get(name)

    def body(self, person, date):
        return "monitor" if person == "ann" else None

    def wires(self, name):
        return {"North Wire": "north"} if name in {"Alpha", "Gamma Radio"} else {}

    def author(self, text, date, country):
        return None


@pytest.fixture
def amended(monkeypatch):
    """Parts that count how often a change was worked out; every change is small enough."""
    monkeypatch.setattr(deriving, "MOST_CHANGED", 100)
    monkeypatch.setattr(wiring, "RealStanding", Outlets)
    real, count = Parts(), []

    def amend(*arguments):
        change = real.amend(*arguments)
        count.append(change)
        return change

    return replace(real, amend=amend, added=lambda: ""), count


def the_same_at_once(store, entries, parts):
    """Whether all that is derived, and its traces, are those of a record in which the same entries were put at once."""
    with in_memory() as fresh:
        fresh.add(entries, [], now=NOW)
        for decision in store.decisions():
            fresh.decide(decision)
        deriving.derive(fresh, parts)
        return rows(store) == rows(fresh)


def test_bit_by_bit_and_at_once_give_the_same(amended):
    parts, changes = amended

    @settings(max_examples=30, deadline=None)
    @given(steps)
    def law(batches):
        with in_memory() as store:
            last, number = {}, 0
            for batch in batches:
                for one in batch:
                    if isinstance(one, Entry):
                        if store.add([one], [], now=NOW) != ("unchanged",):
                            last[one.report.id] = one
                    else:
                        number += 1
                        decision = decided(store, one, number)
                        if decision is not None:
                            store.decide(decision)
                deriving.derive(store, parts)
                assert the_same_at_once(store, list(last.values())[::-1], parts)

    law()
    assert any(change is not None for change in changes)


DAY = Interval(earliest="2031-01-01", latest="2031-01-01", precision="day", basis="stated")
TOLL = Quantity(low=3, best=3, high=3)


def told(report, *claims, head="", outlet=None, first=0):
    """A report of the day; its claims as (type, place, actor) or (type, place, actor, role of a toll), "no kill" denies."""
    made = []
    for at, (kind, place, actor, *figure) in enumerate(claims):
        span = Span(at * 10, at * 10 + 5)
        words = Evidence(span=span, quote="xxxxx")
        roles = [Role(role="place", evidence=words, place=place)] if place and place is not UNPLACED else []
        if place is UNPLACED:
            called = Evidence(span=span, quote=UNPLACED)
            roles = [Role(role="place", evidence=called, reason="not_in_gazetteer")]
        roles += [Role(role="actor", evidence=words, actor=actor)] if actor else []
        roles += [Role(role=name, evidence=AT_FIRST, quantity=TOLL) for name in figure]
        made.append(
            Claim(id=claim_id(report, kind, span), report=report, type=kind.removeprefix("no "), trigger=words,
                  polarity="negative" if kind.startswith("no ") else "positive", roles=tuple(roles), interval=DAY,
                  confidence=0.5, extractor="m")
        )  # fmt: skip
    text = head + " ".join(WORDS[first : first + 12])
    return Entry(
        report=Report(id=report, text=text, published="2031-01-01", outlet=outlet), claims=tuple(made), extractor="m"
    )


REDS = ACTORS[0]
WIRE = "North Wire: "
REACHING = {
    "a copy has the voice of its origin, which credits an agency in its new version": (
        [told("a", outlet="Alpha"), told("b", ("airstrike", LISK, None)),
         told("c", ("airstrike", LISK, None), head=WIRE, outlet="Alpha", first=4)],
        [told("a", head=WIRE, outlet="Alpha")],
    ),
    "a copy has the voice of its origin, which tells nothing of it": (
        [told("a", outlet="Alpha"), told("b", ("airstrike", LISK, None))],
        [told("c", ("airstrike", LISK, None), outlet="Beta", first=4)],
    ),
    "a siege has the besieger that another report names": (
        [told("a", ("besiege", LISK, None))],
        [told("b", ("besiege", QUARTER, REDS), first=4)],
    ),
    "and has him when something else is told of its place": (
        [told("a", ("besiege", LISK, REDS)), told("b", ("besiege", QUARTER, None), first=2)],
        [told("c", ("siege_end", QUARTER, None), first=4)],
    ),
    "a place turns out to be part of another where a siege ended": (
        [told("a", ("siege_end", LISK, None)), told("b", ("siege_end", replace(QUARTER, part_of=None), None), first=2)],
        [told("c", ("assault", QUARTER, None), first=4)],
    ),
    "a blow stays where its report last was": (
        [told("a", ("airstrike", LISK, None), ("kill", None, None, "killed"))],
        [told("b", ("no kill", LISK, None, "killed"), first=4)],
    ),
    "a village is where another report puts it": (
        [told("a", ("besiege", VAGUE, REDS)), told("b", ("besiege", UNPLACED, REDS), first=2)],
        [told("c", ("assault", MARAQ, None), first=4)],
    ),
    "and has two spellings": (
        [told("a", ("besiege", MARAQ, REDS)), told("b", ("besiege", VAGUE, REDS), first=2)],
        [told("c", ("siege_end", village("Tall Maraq", LISK, precision="part"), None), first=4)],
    ),
    "people who fled stay alive": (
        [told("a", ("displace", LISK, None, "affected"), ("kill", LISK, None, "killed"))],
        [told("b", ("kill", LISK, None), first=4)],
    ),
    "a siege stays held until its end": (
        [told("a", ("siege_end", LISK, REDS), ("besiege", LISK, None))],
        [told("b", ("besiege", LISK, None), first=4)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REACHING)
def test_what_one_report_says_of_another_is_as_if_all_were_told_at_once(case, amended):
    (parts, changes), (before, new) = amended, REACHING[case]
    with in_memory() as store:
        store.add(before, [], now=NOW)
        deriving.derive(store, parts)
        store.add(new, [], now=NOW)
        deriving.derive(store, parts)
        now = {entry.report.id: entry for entry in [*before, *new]}
        assert changes[-1] is not None
        assert the_same_at_once(store, list(now.values()), parts)
