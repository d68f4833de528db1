"""Reports in capitals are resolved as in mixed case, and quoted as they stand."""

from pathlib import Path

import pytest

from situate.extract.reader import Reader
from situate.model.claim import Evidence, Role
from situate.model.mention import Reading
from situate.model.report import Report
from situate.model.span import Span
from situate.resolve import Resolver
from situate.resolve.gazetteer.lookup import Gazetteer
from situate.resolve.recasing import in_mixed_case, quoted_from
from situate.resolve.who.phrase import Linker
from situate.resolve.who.registry import Registry

SAMPLE = "The Syrian army shelled the village of Nasib near Daraa on Monday, killing two civilians, residents said."


def resolved(text):
    report = Report(id="r", text=text, published="2017-09-05")
    return Resolver.load().resolve(report, Reader.load().read(report))


@pytest.mark.parametrize("where", ["Nasib near Daraa", "the village of Nasib near Daraa"])
def test_capitals_cost_no_place_actor_or_day(where):
    sample = SAMPLE.replace("the village of Nasib near Daraa", where)
    told, shouted = resolved(sample).reading.claims[0], resolved(sample.upper()).reading.claims[0]
    assert told.type == shouted.type
    assert told.interval == shouted.interval
    assert {r.place.id for r in told.roles if r.place} == {r.place.id for r in shouted.roles if r.place}
    assert {r.actor.id for r in told.roles if r.actor} == {r.actor.id for r in shouted.roles if r.actor}


def test_quotes_are_those_of_the_report():
    text = SAMPLE.upper()
    found = resolved(text)
    assert found.report.text == text
    every = [r.evidence for c in found.reading.claims for r in c.roles] + [m.evidence for m in found.reading.mentions]
    assert every
    assert all(e.quote == text[e.span.start : e.span.end] for e in (*every, *(t.evidence for t in found.times)))


def test_mixed_case_stays_as_it_is():
    empty = Reading(report="r", claims=(), mentions=(), attributions=())
    assert in_mixed_case(SAMPLE, empty, Gazetteer.open()) == SAMPLE


def test_antecedents_are_written_as_in_the_text():
    role = Role(role="actor", evidence=Evidence(span=Span(0, 3), quote="The"), ref="THE SYRIAN ARMY")
    assert quoted_from((role,), SAMPLE)[0].ref == "The Syrian army"
    assert quoted_from(Path("x"), SAMPLE) == Path("x")


def test_the_noun_of_a_place_is_no_part_of_its_name():
    text = "CLASHES SHOOK THE TOWN OF DARAYYA AND MEXICO CITY OF OLD, AND GUATEMALA CITY STAYED QUIET TODAY."
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in ("THE TOWN OF DARAYYA", "GUATEMALA CITY")]
    read = Reading(report="r", claims=(), mentions=(), attributions=(), names=tuple(spans))
    told = in_mixed_case(text, read, Gazetteer.open())
    assert "the town of Darayya" in told
    assert "Guatemala City" in told


def test_adjectives_and_bodies_of_the_tables_are_names() -> None:
    names = Linker(Registry.load()).names
    text = (
        "IN NICARAGUA, THE SANDINIST GOVERNMENT MET FOUR OTHER ECUADORAN OFFICIALS AND THE MEDELLIN CARTEL OF COLOMBIA."
    )
    reading = Reading(report="r", claims=(), mentions=(), attributions=(), names=(Span(3, 12),))
    plain = in_mixed_case(text, reading, Gazetteer.open(), frozenset(), names)
    assert "Sandinist" in plain
    assert "Ecuadoran officials" in plain
    assert "Medellin Cartel" in plain
