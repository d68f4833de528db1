"""Reading into a record: batches, resuming, and what is counted."""

import dataclasses

import pytest

from situate.engine import Local
from situate.model.failure import Failure
from situate.model.report import Report
from situate.pipeline.reading import Reading, extract, read
from situate.pipeline.wiring import Findings
from situate.store import in_memory

NOW = "2026-01-02T03:04:05Z"


def report(name, text="The army captured Raqqa."):
    return Report(id=name, text=text, published="2017-09-05", source_path=f"{name}.txt")


def how(**fields):
    return Reading(engine=Local(), now=lambda: NOW, **fields)


def of(parts, *items):
    return dataclasses.replace(parts, ingest=lambda paths, wanted: iter(items))


@pytest.fixture
def store():
    with in_memory() as opened:
        yield opened


def test_counts(parts, store):
    failure = Failure(item="x", stage="ingest", reason="unreadable", message="is empty")
    items = [report("a"), failure, report("b"), report("a"), report("c", "An unreadable text.")]
    summary = read([], store, how(), of(parts, *items))
    assert (summary.reports, summary.new, summary.unchanged, len(summary.failures)) == (3, 2, 1, 2)
    assert summary.claims == len(list(store.claims())) + 1  # "a" was read twice before it was kept


@pytest.mark.parametrize(("outlet", "of_others"), [("Valley Post", 1), ("Valley Wire", 0), (None, 0)])
def test_an_id_that_reports_of_two_outlets_have_is_told(parts, store, outlet, of_others):
    first = dataclasses.replace(report("1"), outlet="Valley Wire")
    read([], store, how(), of(parts, first))
    other = dataclasses.replace(report("1", "The army left Raqqa."), outlet=outlet)
    summary = read([], store, how(), of(parts, other))
    assert (summary.changed, summary.of_others) == (1, of_others)


def test_what_is_in_is_not_read_again(parts, store):
    asked = []

    class Watched(type(parts.chain())):
        def __call__(self, one):
            asked.append(one.id)
            return super().__call__(one)

    watched = dataclasses.replace(parts, chain=Watched)
    read([], store, how(), of(watched, report("a")))
    summary = read([], store, how(), of(watched, report("a"), report("b")))
    assert asked == ["a", "b"]
    assert (summary.new, summary.unchanged) == (1, 1)


def test_a_run_that_was_stopped_goes_on(parts, store):
    def stopping(paths, wanted):
        yield from (report(f"r{n}") for n in range(7))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read([], store, how(batch=3), dataclasses.replace(parts, ingest=stopping))
    assert len(list(store.reports())) == 7
    assert store.derived_from() is None
    summary = read([], store, how(), of(parts, *(report(f"r{n}") for n in range(9))))
    assert (summary.new, summary.unchanged) == (2, 7)


def test_a_crash_keeps_what_was_committed(parts, store):
    def crashing(paths, wanted):
        yield from (report(f"r{n}") for n in range(7))
        raise RuntimeError("a defect")

    with pytest.raises(RuntimeError):
        read([], store, how(batch=3), dataclasses.replace(parts, ingest=crashing))
    assert len(list(store.reports())) == 6


def test_slow_reading_is_kept_every_few_seconds(parts, store):
    seconds = iter(range(0, 1000, 2))

    def crashing(paths, wanted):
        yield from (report(f"r{n}") for n in range(9))
        raise RuntimeError("a defect")

    with pytest.raises(RuntimeError):
        read([], store, how(clock=lambda: next(seconds)), dataclasses.replace(parts, ingest=crashing))
    assert len(list(store.reports())) >= 6


def test_every_item_is_heard_of_once(parts, store):
    heard = []
    failure = Failure(item="x", stage="ingest", reason="unreadable", message="is empty")
    read([], store, how(), of(parts, report("a")))
    read([], store, how(tick=lambda: heard.append(1)), of(parts, report("a"), failure, report("b")))
    assert len(heard) == 3


def test_the_order_of_reports_is_kept_in_extracted_lines(parts):
    failure = Failure(item="x", stage="ingest", reason="unreadable", message="is empty")
    items = of(parts, report("a"), failure, report("b"))
    found = list(extract([], "claims", Local(), parts=items))
    assert [one if isinstance(one, Failure) else one["report"] for one in found] == ["a", failure, "b"]


def test_what_the_chain_learns_of_a_report_is_kept(parts, store):
    asked = []

    class Dating:
        name = "dating 1"

        def __call__(self, one):
            asked.append(one.id)
            return Findings(
                report=dataclasses.replace(one, published="2016-01-01", published_basis="dateline"), given=one
            )

    items = of(dataclasses.replace(parts, chain=Dating), Report(id="a", text="Some words.", published=None))
    assert read([], store, how(), items).undated == 0
    assert next(store.reports()).report.published == "2016-01-01"
    assert read([], store, how(), of(items, Report(id="a", text="Some words.", published=None))).unchanged == 1
    assert asked == ["a"]
