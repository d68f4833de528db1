"""The scorer of time expressions, and the figures that the grammar must keep."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from situate.evaluate.timex import GoldDocument, GoldTimex, pair, read, read_documents, score

SHARED = Path(__file__).parents[4] / "shared/data/tempeval3/train.jsonl.gz"


def expression(start: int, end: int, value: str = "2014", kind: str = "DATE") -> GoldTimex:
    return GoldTimex(start=start, end=end, kind=kind, value=value)


def document(*expressions: GoldTimex, text: str = "It fell on Monday and again in 2014.") -> GoldDocument:
    return GoldDocument(id="d", source="TimeBank", text=text, date="2017-09-05", expressions=expressions)


def test_a_perfect_answer_scores_one() -> None:
    gold = document(expression(11, 17, "2017-09-04"), expression(31, 35))
    figures = score([(gold, read(gold))])
    assert figures.strict.f1 == figures.relaxed.f1 == figures.value.f1 == figures.type_accuracy == 1


def test_a_longer_span_is_relaxed_and_a_wrong_value_is_no_value() -> None:
    gold = document(expression(11, 17, "2017-09-04"), expression(31, 35))
    figures = score([(gold, [expression(8, 17, "2017-09-03"), expression(31, 35), expression(0, 2)])])
    assert figures.strict.recall == 0.5
    assert figures.relaxed.recall == 1
    assert figures.relaxed.precision == pytest.approx(2 / 3)
    assert figures.value.recall == 0.5
    assert figures.value_accuracy == 0.5


def test_each_expression_is_used_once() -> None:
    assert len(pair([expression(0, 10)], [expression(0, 4), expression(5, 10)])) == 1


def test_nothing_found_scores_nothing() -> None:
    assert score([(document(expression(0, 2)), [])]).strict.f1 == 0
    assert score([]).value.f1 == 0


def test_documents_are_read_and_other_spans_left_out(tmp_path: Path) -> None:
    row = {
        "id": "a", "source": "AQUAINT", "text": "In 2014.", "date": None,
        "spans": [
            {"label": "TIMEX3", "start": 3, "end": 7, "type": "DATE", "value": "2014"},
            {"label": "EVENT", "start": 0, "end": 2},
        ],
    }  # fmt: skip
    path = tmp_path / "gold.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(row).encode()))
    assert read_documents(path)[0].expressions == (expression(3, 7),)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("source", "strict", "relaxed", "value"), [("TimeBank", 0.85, 0.92, 0.75), ("AQUAINT", 0.82, 0.92, 0.73)]
)
def test_figures_on_tempeval(source: str, strict: float, relaxed: float, value: float) -> None:
    """TimeBank is for developing, AQUAINT for reporting."""
    if not SHARED.is_file():
        pytest.skip("the shared material is not beside the repository")
    figures = score((d, read(d)) for d in read_documents(SHARED) if d.source == source)
    assert figures.strict.f1 >= strict
    assert figures.relaxed.f1 >= relaxed
    assert figures.value.f1 >= value


def test_a_file_need_not_be_packed(tmp_path):
    row = {"id": "d", "source": "timebank", "text": "On Monday.", "date": "2017-09-05", "spans": []}
    (tmp_path / "plain.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    with gzip.open(tmp_path / "packed.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.write(json.dumps(row) + "\n")
    (plain,) = read_documents(tmp_path / "plain.jsonl")
    assert read_documents(tmp_path / "packed.jsonl.gz") == [plain]
