from dataclasses import replace

import pytest

from situate.engine import Local
from situate.model.record import Entry
from situate.model.report import Report
from situate.pipeline.deriving import derive, refreshed
from situate.pipeline.reading import Reading, read
from situate.pipeline.wiring import Parts
from situate.pipeline.wiring import derive as rules
from situate.store import in_memory

NOW = "2026-01-01T00:00:00Z"


def test_derivation_needs_no_more_than_lean_claims(parts, tmp_path, rows, write):
    write(tmp_path / "r.jsonl", rows)
    with in_memory() as store:
        read([str(tmp_path / "r.jsonl")], store, Reading(engine=Local(), now=lambda: "2026-01-01T00:00:00Z"), parts)
        known = [kept.report for kept in store.reports()]
        whole = rules(store.claims(), known, (), None)
        assert rules(store.lean_claims(), known, (), None) == whole
        assert tuple(store.spells()) == tuple(sorted(whole.spells, key=lambda s: (s.place.id, s.dimension)))
        assert derive(store, parts) == (len(whole.events), len(whole.spells), len(whole.contradictions))


class Watched:
    """The real stages of derivation, which note what was called; ``meanwhile`` is done while a change is worked out."""

    def __init__(self, meanwhile=lambda: None):
        self.calls, real = [], Parts()

        def all_of_it(*given):
            self.calls.append("all")
            return real.derive(*given)

        def amend(*given):
            self.calls.append("amend")
            change = real.amend(*given)
            meanwhile()
            return change

        self.parts = replace(real, derive=all_of_it, amend=amend, added=lambda: "")


def filled(store, number):
    """A record of so many reports, without claims."""
    for name in range(number):
        store.add([Entry(report=Report(id=f"r{name}", text=f"Report {name}."), claims=(), extractor="m")], [], now=NOW)
    return store


def add(store, name):
    store.add([Entry(report=Report(id=name, text=f"{name} is new."), claims=(), extractor="m")], [], now=NOW)


@pytest.fixture
def store():
    with in_memory() as made:
        yield filled(made, 30)


def test_few_new_reports_amend_what_is_derived_and_many_do_not(store):
    watched = Watched()
    derive(store, watched.parts)
    add(store, "new")
    derive(store, watched.parts)
    assert watched.calls == ["all", "amend"]
    for number in range(10):
        add(store, f"new {number}")
    refreshed(store, watched.parts)
    refreshed(store, watched.parts)
    assert watched.calls == ["all", "amend", "all"]


def test_other_tables_of_the_user_or_another_day_derive_all(store):
    watched = Watched()
    derive(store, watched.parts)
    derive(store, replace(watched.parts, added=lambda: "outlets"))
    derive(store, watched.parts, now="2031-01-01")
    assert store.basis() is None
    assert watched.calls == ["all", "all", "all"]


def test_a_change_that_reaches_too_far_derives_all(store):
    watched = Watched()
    derive(store, watched.parts)
    add(store, "new")
    derive(store, replace(watched.parts, amend=lambda *given: None))
    assert watched.calls == ["all", "all"]


def test_what_comes_in_meanwhile_is_not_lost(store):
    once = iter([lambda: add(store, "meanwhile")])
    watched = Watched(lambda: next(once, lambda: None)())
    derive(store, watched.parts)
    add(store, "new")
    derive(store, watched.parts)
    assert watched.calls == ["all", "amend", "all"]
    assert store.traces.changed(store.basis()) == set()
    assert set(store.traces.reports(["new", "meanwhile"])) == {"new", "meanwhile"}
