"""Measuring on files: shapes, packing, and what is refused; needs no reading model."""

import gzip
import hashlib
import json

import pytest

from situate.cli import main
from situate.errors import BadArgument, NoSuchFile
from situate.pipeline import evaluating

GROUP = {
    "group": "lisk-2031-03-03",
    "reports": [
        {"id": "a", "outlet": "A", "published": "2031-03-04", "text": "A plane bombed Aleppo on Monday and killed 12 people."},
        {"id": "b", "outlet": "B", "published": "2031-03-04", "text": "The air raid on Aleppo killed 12 people."},
    ],
    "events": [
        {"id": "e1", "type": "airstrike", "earliest": "2031-03-03", "latest": "2031-03-03",
         "mentions": [{"report": "a", "start": 8, "end": 14}, {"report": "b", "start": 4, "end": 12}]},
        {"id": "e2", "type": "kill", "earliest": "2031-03-03", "latest": "2031-03-03",
         "mentions": [{"report": "a", "start": 35, "end": 41}, {"report": "b", "start": 23, "end": 29}]},
    ],
}  # fmt: skip
TIMES = {
    "id": "t", "source": "Made", "date": "2017-09-05", "text": "They left on 4 September 2017.",
    "spans": [{"label": "TIMEX3", "start": 13, "end": 29, "type": "DATE", "value": "2017-09-04"}],
}  # fmt: skip


@pytest.fixture
def times(tmp_path):
    path = tmp_path / "times.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(TIMES).encode()))
    return path


def test_rows_are_read_packed_or_not(tmp_path, times):
    plain = tmp_path / "plain.jsonl"
    plain.write_text(json.dumps(TIMES) + "\n\n", encoding="utf-8")
    assert list(evaluating.rows(times)) == list(evaluating.rows(plain)) == [TIMES]


def test_figures_of_times(times):
    figures = evaluating.evaluate("times", times)["Made"]
    assert figures["gold"] == 1
    assert figures["value"]["f1"] == 1.0


def test_figures_of_events(tmp_path):
    path = tmp_path / "events.jsonl"
    path.write_text(json.dumps(GROUP) + "\n", encoding="utf-8")
    figures = evaluating.evaluate("events", path)
    assert (figures["gold"]["mentions"], figures["gold"]["covered"]) == (4, 1.0)
    assert figures["gold"]["b_cubed"] == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert figures["record"]["groups"] == figures["tolls"]["groups"] == 1
    assert figures["tolls"]["covered"] >= figures["record"]["covered"]


REPORT = {
    "id": "r", "published": "2031-03-04", "text": "Rebels of the Amber Brigade captured the town of Ostry on Monday.",
    "claims": [{
        "type": "capture", "trigger": {"start": 28, "end": 36}, "polarity": "positive", "modality": "actual", "speakers": [],
        "roles": [{"role": "actor", "start": 14, "end": 27}, {"role": "place", "start": 49, "end": 54}],
        "interval": {"earliest": "2031-03-03", "latest": "2031-03-03"},
    }],
}  # fmt: skip


def test_figures_of_disturbed_print(tmp_path):
    path = tmp_path / "reports.jsonl"
    path.write_text(json.dumps(REPORT) + "\n", encoding="utf-8")
    figures = evaluating.evaluate("disturbed", path)
    assert figures["as_printed"]["claim"]["gold"] == 1
    assert figures["as_printed"]["loss"] == 0.0
    pairs = evaluating.evaluate("pairs", path)
    assert pairs["pairs"] == sum(one["pairs"] for one in pairs["by_kind"].values()) > 0


def test_what_is_not_there_is_told(tmp_path, times):
    with pytest.raises(NoSuchFile):
        evaluating.evaluate("times", tmp_path / "none.jsonl")
    with pytest.raises(BadArgument, match="There are claims, parsing"):
        evaluating.evaluate("weather", times)


@pytest.mark.parametrize(
    "benchmark", ["claims", "parsing", "mentions", "times", "toponyms", "events", "swap", "pairs", "disturbed"]
)
@pytest.mark.parametrize(
    "content",
    [b"[1]\n", b"{\n", b'{"unknown": 1}\n', b"\x1f\x8bdamaged", gzip.compress(b"[1]")[:-4], b"\xff\xfe", b"", b"\n"],
)
def test_another_shape_is_one_clear_line(tmp_path, capsys, benchmark, content):
    path = tmp_path / "wrong"
    path.write_bytes(content)
    assert main(["evaluate", benchmark, str(path)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("situate: ")
    assert said.err.count("\n") == 1


def test_the_command_tells_a_table_or_json(times, capsys):
    assert main(["evaluate", "times", str(times)]) == 0
    assert "Made.value.f1" in capsys.readouterr().out
    assert main(["evaluate", "times", str(times), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["Made"]["relaxed"]["f1"] == 1.0


def labelled(folder, **changes):
    text = "Gunmen shot dead a village elder in front of his house in Ostry on Thursday."
    (folder / "made").mkdir()
    row = {"id": "m1", "text": f"Lisk. {text}"}
    (folder / "made/texts.jsonl.gz").write_bytes(gzip.compress(json.dumps(row).encode()))
    label = {
        "data": "made/texts", "id": "m1", "start": 6, "end": 6 + len(text), "half": "held",
        "sha256": hashlib.sha256(text.encode()).hexdigest(), "first": "Attack", "second": "Attack", "label": "Attack",
    }  # fmt: skip
    path = folder / "labels.jsonl"
    path.write_text(json.dumps(label | changes) + "\n", encoding="utf-8")
    return path


def test_strings_of_snippets_point_into_a_folder(tmp_path):
    figures = evaluating.evaluate("acled", labelled(tmp_path), data=tmp_path)
    assert figures["held"] == {"snippets": 1, "accuracy": 1.0}


def test_the_folder_of_the_texts_is_needed_and_only_there(tmp_path, times):
    path = labelled(tmp_path)
    with pytest.raises(BadArgument, match="needs the texts") as missing:
        evaluating.evaluate("acled", path)
    assert "--data" in missing.value.remedy
    with pytest.raises(BadArgument, match="has its texts in its file"):
        evaluating.evaluate("times", times, data=tmp_path)
    with pytest.raises(NoSuchFile, match=r"texts\.jsonl\.gz"):
        evaluating.evaluate("acled", path, data=tmp_path / "elsewhere")


def annotated(folder, **changes):
    text = "Rebels captured Ostry on Monday, the army said."
    (folder / "made").mkdir()
    (folder / "made/texts.jsonl.gz").write_bytes(gzip.compress(json.dumps({"id": "m1", "text": text}).encode()))
    claim = {
        "type": "capture", "trigger": {"start": 7, "end": 15}, "polarity": "positive", "modality": "actual",
        "roles": [{"role": "actor", "start": 0, "end": 6}], "speakers": [{"start": 33, "end": 41}],
        "interval": {"earliest": "2031-03-03", "latest": "2031-03-03", "basis": "relative"},
    }  # fmt: skip
    row = {"data": "made/texts", "id": "m1", "sha256": hashlib.sha256(text.encode()).hexdigest(), "outlet": "A"}
    path = folder / "claims.jsonl"
    path.write_text(json.dumps(row | {"published": "2031-03-04", "claims": [claim]} | changes) + "\n", encoding="utf-8")
    return path


def test_annotated_claims_may_point_into_a_folder(tmp_path):
    figures = evaluating.evaluate("claims", annotated(tmp_path), data=tmp_path)
    assert figures["claim"]["r"] == figures["role"]["r"] == figures["on_met_claims"]["interval"] == 1.0


def test_claims_of_another_text_are_refused(tmp_path):
    path = annotated(tmp_path, sha256="0" * 64)
    with pytest.raises(BadArgument, match="has other words than were labelled"):
        evaluating.evaluate("claims", path, data=tmp_path)
    with pytest.raises(NoSuchFile, match=r"texts\.jsonl\.gz"):
        evaluating.evaluate("claims", path, data=tmp_path / "elsewhere")


@pytest.mark.parametrize("changes", [{"sha256": "0" * 64}, {"id": "m2"}, {"label": "Murder"}])
def test_labels_of_other_words_are_refused(tmp_path, changes):
    with pytest.raises(BadArgument, match="not a file of the benchmark acled"):
        evaluating.evaluate("acled", labelled(tmp_path, **changes), data=tmp_path)


def test_labels_without_their_texts_are_refused(tmp_path, capsys):
    path = tmp_path / "labels.jsonl"
    row = {
        "data": "made",
        "id": "r",
        "sha256": "0",
        "start": 0,
        "end": 4,
        "half": "held",
        "unseen": True,
        "right": [None],
    }
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert main(["evaluate", "actors", str(path)]) == 2
    assert "--data" in capsys.readouterr().err
    (tmp_path / "made.jsonl").write_text(json.dumps({"id": "r", "text": "Made."}) + "\n", encoding="utf-8")
    with pytest.raises(NoSuchFile):
        evaluating.evaluate("actors", path, data=tmp_path)
    with pytest.raises(NoSuchFile):
        evaluating.evaluate("actors", path, data=tmp_path / "none")
