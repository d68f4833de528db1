import importlib
import subprocess
import sys

import pytest

import situate
from situate.errors import BadArgument, BadReport, NoSuchRecord
from situate.model.failure import Failure

TEXT = "The army captured Raqqa on 2017-09-05, said an army source."


@pytest.fixture
def record(tmp_path, parts, rows, write):
    write(tmp_path / "reports.jsonl", rows)
    with situate.open(tmp_path / "r.db", parts=parts) as opened:
        assert opened.read([tmp_path / "reports.jsonl"]).new == 2
        yield opened


def test_public_names_are_there():
    assert sorted(situate.__all__) == ["LanguageModel", "Listed", "Record", "__version__", "extract", "open"]
    for name in situate.__all__:
        assert getattr(situate, name).__doc__
    with pytest.raises(AttributeError, match="no attribute 'shut'"):
        situate.shut  # noqa: B018


@pytest.mark.parametrize("first", ["import situate.extract.tree.phrases", "import situate.pipeline.library", ""])
def test_extract_is_a_package_and_can_be_called(first):
    code = (
        f"{first}\nimport situate\ntry:\n    situate.extract('  ')\nexcept situate.errors.BadReport:\n    print('told')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "told\n"
    assert importlib.import_module("situate.extract.tree.phrases").__name__ == "situate.extract.tree.phrases"


def test_extract_gives_claims(parts):
    (claim,) = situate.extract(TEXT, published="2017-09-06", parts=parts)
    assert claim.trigger.span.of(TEXT) == "captured"
    assert situate.extract("Nothing of note.", parts=parts) == []


def test_extract_says_what_is_wrong(parts):
    with pytest.raises(BadArgument, match="not a date"):
        situate.extract(TEXT, published="yesterday", parts=parts)
    with pytest.raises(BadReport):
        situate.extract("  ", parts=parts)
    with pytest.raises(BadReport, match="no luck"):
        situate.extract("An unreadable text.", parts=parts)


def test_a_record_answers(record):
    assert [event.type for event in record.events(type="capture")] == ["capture"]
    assert len(record.events(states=True)) == 4
    assert [claim.type for claim in record.claims(place="Mosul")] == ["airstrike"]
    assert [spell.place.name for spell in record.situation("Brigade 9", at="2014-07-01")] == ["Brigade 9"]
    assert [report.id for report in record.reports()] == ["a", "b"]
    assert [found.words.words for found in record.search("captured", outlet="Beta")] == ["captured"]
    assert [spell.dimension for spell in record.timeline("Deir ez-Zor", dimensions=["siege"])] == ["siege"]
    assert "capture" in [change.kind for change in record.changes("2017-09-05")]
    assert record.explain("a").kind == "report"
    assert list(record.contradictions()) == []


def test_lists_behave_like_lists(record):
    events = record.events(states=True)
    assert events[0] == next(iter(events))
    assert list(events[1:]) == list(events)[1:]
    assert events.to_dicts()[0]["id"] == events[0].id


def test_lists_become_data_frames(record):
    pytest.importorskip("pandas")
    frame = record.events().to_pandas()
    assert list(frame["place.name"]) == ["Mosul", "Raqqa"]


def test_a_wrong_filter_is_told(record):
    with pytest.raises(BadArgument, match="no filter 'colour'"):
        record.events(colour="red")
    with pytest.raises(BadArgument, match="no claim type"):
        record.events(type="captur")


def test_failures_are_listed(record, tmp_path):
    summary = record.read([_bad(tmp_path)])
    assert isinstance(summary.failures[0], Failure)
    assert len(record.failures()) == 1


def _bad(folder):
    path = folder / "bad.jsonl"
    path.write_text('{"text": 3}\n')
    return path


def test_a_record_that_must_be_there(tmp_path):
    with pytest.raises(NoSuchRecord):
        situate.open(tmp_path / "none.db", create=False)


def test_a_record_is_tended(record, tmp_path, parts, rows, write):
    write(tmp_path / "more.jsonl", [rows[1] | {"id": "c", "text": "The army hold Mosul."}])
    with situate.open(tmp_path / "o.db", parts=parts) as other:
        other.read([tmp_path / "more.jsonl"])
    assert record.merge(tmp_path / "o.db").taken.new == 1
    assert record.reread(dry=True).reports == 0
    assert record.forget("b", reason="why").reports == ("b",)
    assert [report.id for report in record.reports()] == ["a", "c"]
    assert record.readmit("b") == ("b",)
