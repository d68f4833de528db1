"""The series of convoys."""

from dataclasses import replace

import pytest

from situate.model.claim import Claim, Evidence, Role
from situate.model.event import Event
from situate.model.ids import claim_id
from situate.model.interval import Interval
from situate.model.place import Place
from situate.model.record import Entry
from situate.model.report import Report
from situate.model.span import Span
from situate.pipeline.asking import Question
from situate.pipeline.convoys import convoys
from situate.store import in_memory

TOWN = Place(id="geonames:1", name="Ostry", country="XX", latitude=10.0, longitude=10.0)
OUTLETS = {"a": "Alfa", "b": "Beta"}
TEXT = "delivered flour refused flour removed kits planned"


def claim(report, words, kind="deliver_aid", goods="flour", **more):
    at, of = TEXT.index(words), TEXT.index(goods)
    roles = (
        Role(role="goods", evidence=Evidence(span=Span(of, of + len(goods)), quote=goods)),
        Role(role="place", evidence=Evidence(span=Span(of, of + len(goods)), quote=goods), place=TOWN),
    )
    span = Span(at, at + len(words))
    return Claim(
        id=claim_id(report, kind, span), report=report, type=kind, trigger=Evidence(span=span, quote=words),
        roles=roles, **more,
    )  # fmt: skip


def event(*claims, day="2031-05-05", **more):
    when = Interval(earliest=day, latest=day, precision="day", basis="stated")
    return Event(
        id=f"e:{claims[0].id[2:]}", kind="happening", type=claims[0].type, place=TOWN, interval=when,
        claims=tuple(c.id for c in claims), **more,
    )  # fmt: skip


@pytest.fixture
def told(parts):
    def ask(claims, events, asked=None, **options):
        entries = [
            Entry(
                report=Report(id=name, text=TEXT, published="2031-05-06", outlet=outlet),
                claims=tuple(c for c in claims if c.report == name), extractor="m",
            )
            for name, outlet in OUTLETS.items()
        ]  # fmt: skip
        with in_memory() as store:
            store.add(entries, [], now="2031-06-01T00:00:00Z")
            store.replace_derived(events, (), (), made_from="x")
            found, too_wide = convoys(store, asked or Question(), parts, **options)
        return [(row.month, row.step, len(row.events), row.goods, row.outlets) for row in found], too_wide

    return ask


def test_what_was_planned_and_came_counts_in_both_steps(told):
    plan, came = claim("a", "planned", modality="planned"), claim("b", "delivered")
    rows, _ = told([plan, came], [event(plan, came, standing="corroborated")])
    assert [row[:3] for row in rows] == [("2031-05", "planned", 1), ("2031-05", "delivered", 1)]
    assert rows[0][3:] == (("flour",), ("Alfa", "Beta"))
    rows, _ = told([plan], [event(plan, modality="planned")])
    assert [row[1] for row in rows] == ["planned"]


def test_what_is_taken_off_is_told_apart_from_what_is_turned_back(told):
    refused, removed = claim("a", "refused", "deny_aid"), claim("b", "removed", "deny_aid", goods="kits")
    rows, _ = told([refused, removed], [event(refused), event(removed, day="2031-06-01")])
    assert [(row[0], row[1], row[3]) for row in rows] == [
        ("2031-05", "denied", ("flour",)), ("2031-06", "removed", ("kits",)),
    ]  # fmt: skip


def test_what_is_withdrawn_or_denied_is_no_convoy_and_wide_dates_are_counted(told):
    came, not_so = claim("a", "delivered"), claim("b", "delivered", polarity="negative")
    assert told([came], [event(came, standing="retracted")]) == ([], 0)
    assert told([not_so], [event(not_so)]) == ([], 0)
    assert told([came], [replace(event(came), interval=Interval())]) == ([], 1)


def test_months_and_levels_are_those_asked_for(told):
    one, other = claim("a", "delivered"), claim("b", "delivered")
    events = [event(one), event(other, day="2031-07-01")]
    assert [row[0] for row in told([one, other], events, Question(since="2031-06"))[0]] == ["2031-07"]
    assert [row[0] for row in told([one, other], events, Question(until="2031-06"))[0]] == ["2031-05"]
    assert told([one, other], events, level="country")[0][0][2] == 1
