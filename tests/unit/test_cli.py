"""The command line with a plain reader in the place of the model: what commands say, and how they end."""

import csv
import dataclasses
import io
import json
import os
import re
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from situate.cli import main
from situate.errors import BadModel


def lines(out):
    return [json.loads(line) for line in out.splitlines()]


def sheet(out):
    return list(csv.DictReader(io.StringIO(out)))


# Reading


def test_read_says_what_it_did(run, tmp_path, rows, write):
    write(tmp_path / "reports.jsonl", rows)
    status, out, err = run("read", "reports.jsonl")
    assert status == 0
    assert "2 reports read into situate.db: 2 new, 0 changed, 0 unchanged; 0 failed." in out
    assert "4 new claims" in out
    assert err == ""


def test_reading_again_changes_nothing(record, tmp_path):
    before = [record(one, "--format", "jsonl")[1] for one in ("reports", "claims", "events", "situation")]
    status, out, _ = record("read", "reports.jsonl")
    assert (status, "2 unchanged" in out, "0 new," in out) == (0, True, True)
    assert [record(one, "--format", "jsonl")[1] for one in ("reports", "claims", "events", "situation")] == before


def test_another_text_under_the_same_id_is_a_new_version(record, tmp_path, rows, write):
    write(tmp_path / "later.jsonl", [rows[1] | {"text": "The army captured Mosul on 2017-09-05."}])
    assert "1 changed" in record("read", "later.jsonl")[1]
    claims = lines(record("claims", "--format", "jsonl")[1])
    assert [(c["report"], c["type"]) for c in claims] == [("a", "besiege"), ("a", "control"), ("b", "capture")]
    explained = record("explain", "b")[1]
    assert "replaced by a later one" not in explained.splitlines()[0]
    assert len(lines(record("explain", "b", "--format", "jsonl")[1])[0]["rests_on"]) == 2


def test_one_bad_item_costs_one_failure(run, tmp_path, rows, write):
    several = [rows[0], rows[1] | {"published": "5 Sept"}, {"id": "c", "text": "This is unreadable text, truly so."}]
    write(tmp_path / "reports.jsonl", several)
    status, out, err = run("read", "reports.jsonl")
    assert (status, "2 failed" in out) == (0, True)
    assert err.count("failed: ") == 2
    assert "no luck" in err
    failures = lines(run("failures", "--format", "jsonl")[1])
    assert [failure["stage"] for failure in failures] == ["ingest", "extract"]
    assert run("read", "reports.jsonl", "--strict")[0] == 1


def test_reports_without_a_date_are_told_once(run, tmp_path, write):
    write(
        tmp_path / "reports.jsonl", [{"id": str(n), "text": f"The army captured Raqqa. Number {n}."} for n in range(3)]
    )
    err = run("read", "reports.jsonl")[2]
    assert err.count("no publication date") == 1
    assert "3 reports" in err
    assert err.count("no outlet: 3 reports") == 1


def test_a_source_whose_outlet_nobody_tells_is_named_by_its_file(run, tmp_path, write):
    told = {"text": "The army captured Raqqa.", "published": "2017-09-05"}
    write(tmp_path / "one.jsonl", [told])
    assert "no outlet" not in run("read", "one.jsonl")[2]  # it backs nobody
    assert "unknown outlet (one.jsonl:1): “" in run("situation")[1]


def test_a_folder_without_reports_is_told(run, tmp_path):
    (tmp_path / "empty").mkdir()
    status, out, err = run("read", "empty")
    assert (status, "0 reports read" in out, err.startswith("No report was found")) == (0, True, True)


def test_read_and_extract_word_a_missing_file_alike(run):
    assert run("read", "a.txt", "b.txt") == run("extract", "a.txt", "b.txt")
    assert run("read", "a.txt", "b.txt")[2] == "situate: There is no file or folder a.txt, b.txt. Check the name.\n"


def test_extract_writes_lines_and_keeps_nothing(run, tmp_path, rows, write):
    write(tmp_path / "reports.jsonl", rows)
    status, out, _ = run("extract", "reports.jsonl")
    assert status == 0
    texts = {row["id"]: row["text"] for row in rows}
    for claim in lines(out):
        trigger = claim["trigger"]
        assert texts[claim["report"]][trigger["start"] : trigger["end"]] == trigger["quote"]
    assert not (tmp_path / "situate.db").exists()
    assert run("extract", "reports.jsonl", "-o", "claims.jsonl")[1] == ""
    assert (tmp_path / "claims.jsonl").read_text(encoding="utf-8") == out
    mentions = lines(run("extract", "reports.jsonl", "--layer", "mentions")[1])
    assert [mention["quote"] for mention in mentions] == ["Brigade 9", "Deir ez-Zor", "Raqqa", "Mosul"]


# Lists


def test_events_leave_out_states_unless_asked(record):
    types = [event["type"] for event in lines(record("events", "--format", "jsonl")[1])]
    assert types == ["airstrike", "capture"]
    types = [event["type"] for event in lines(record("events", "--states", "--format", "jsonl")[1])]
    assert sorted(types) == ["airstrike", "besiege", "capture", "control"]


@pytest.mark.parametrize(
    ("arguments", "reports"),
    [
        (["--place", "raqqa"], ["b"]),
        (["--place", "Deir e-Zor"], ["a", "a"]),
        (["--actor", "SAA"], ["b", "b"]),
        (["--actor", "militants"], ["a", "a"]),
        (["--type", "capture", "--type", "besiege"], ["a", "b"]),
        (["--from", "2017-09-05", "--to", "2017-09-05"], ["a", "b"]),
        (["--to", "2014"], ["a"]),
        (["--speaker", "army source"], ["b"]),
        (["--outlet", "alpha"], ["a", "a"]),
    ],
)
def test_filters(record, arguments, reports):
    status, out, _ = record("claims", *arguments, "--format", "jsonl")
    assert status == 0
    assert [claim["report"] for claim in lines(out)] == reports


def test_lists_of_names(record):
    places = sheet(record("places", "--format", "csv")[1])
    assert {place["name"]: place["part_of"] for place in places}["Brigade 9"] == "geonames:1"
    assert [row["name"] for row in sheet(record("speakers", "--format", "csv")[1])] == ["a resident", "an army source"]
    assert [row["name"] for row in sheet(record("actors", "--place", "Mosul", "--format", "csv")[1])] == ["The Army"]
    assert [row["id"] for row in sheet(record("reports", "--place", "Mosul", "--format", "csv")[1])] == ["b"]


def test_a_listed_report_can_be_read_again(record, tmp_path):
    out = record("reports", "--format", "jsonl")[1]
    (tmp_path / "again.jsonl").write_text(out, encoding="utf-8")
    record("read", "again.jsonl", "--record", "other.db")
    assert record("claims", "--format", "jsonl", "--record", "other.db")[1] == record("claims", "--format", "jsonl")[1]


def test_tables_show_fifty_rows_and_say_how_many(run, tmp_path, write):
    write(
        tmp_path / "r.jsonl",
        [{"id": f"{n:03}", "text": f"The army captured Raqqa on 2017-01-0{n % 9 + 1}."} for n in range(60)],
    )
    run("read", "r.jsonl")
    out = run("reports")[1]
    assert out.rstrip().endswith("50 of 60; --format csv for all.")
    assert len(sheet(run("reports", "--format", "csv")[1])) == 60
    assert "\x1b" not in out


def test_words_of_a_source_steer_neither_terminal_nor_spreadsheet(run, tmp_path, rows, write):
    row = rows[1] | {"outlet": "=cmd|' /C calc'!A0", "title": "\x1b[31mred\u202e"}
    write(tmp_path / "r.jsonl", [row])
    run("read", "r.jsonl")
    table = run("reports")[1]
    assert ("\x1b" in table, "\u202e" in table) == (False, False)
    assert sheet(run("reports", "--format", "csv")[1])[0]["outlet"].startswith("'=cmd")
    assert lines(run("reports", "--format", "jsonl")[1])[0]["outlet"] == row["outlet"]


# Situation and explanation


def test_situation_of_a_place_has_its_parts(record):
    status, out, _ = record("situation", "Deir e-Zor", "--at", "2017-09-06")
    assert status == 0
    assert "Deir ez-Zor on 2017-09-06" in out
    assert re.search(r"^  Brigade 9\n +s:[0-9a-f]{8} +siege: besieged +The Militants +2014-07-01", out, re.MULTILINE)
    assert "“The militants besieged Brigade 9" in out
    assert {spell["place"]["name"] for spell in lines(record("situation", "Raqqa", "--format", "jsonl")[1])} == {
        "Raqqa"
    }


def test_situation_before_anything_was_so(record):
    status, out, _ = record("situation", "Brigade 9", "--at", "2014-06-01")
    assert (status, out) == (0, "Nothing in this record holds at Brigade 9 (SY) on 2014-06-01.\n")


def test_a_place_that_only_the_gazetteer_knows_has_no_situation(record):
    status, out, _ = record("situation", "Palmyra")
    assert (status, "Nothing in this record holds at Palmyra (SY) on 2017-09-06." in out) == (0, True)


def test_as_known_on_a_day_later_reports_do_not_count(record):
    assert [r["id"] for r in lines(record("reports", "--as-known-on", "2017-09-05", "--format", "jsonl")[1])] == ["a"]
    assert lines(record("events", "--as-known-on", "2017-09-05", "--format", "jsonl")[1]) == []
    assert "Brigade 9" in record("situation", "Deir ez-Zor", "--as-known-on", "2017-09-05")[1]


def test_explain_goes_down_to_the_words(record):
    (spell,) = lines(record("situation", "Brigade 9", "--at", "2014-07-01", "--format", "jsonl")[1])
    out = record("explain", spell["id"][:8])[1]
    assert "Brigade 9: siege besieged" in out
    assert "“The militants «besieged» Brigade 9 on 2014-07-01." in out
    assert "outlet Alpha" in out
    for kind, identity in (("claim", spell["claims"][0]), ("report", "a")):
        assert record("explain", identity)[1].startswith(f"{kind} {identity}")
    (event,) = lines(record("events", "--type", "capture", "--format", "jsonl")[1])
    assert "an army source" in record("explain", event["id"])[1]


def test_verify_finds_nothing_wrong_and_then_something(record):
    status, out, _ = record("verify")
    assert (status, "situate.db holds" in out) == (0, True)
    with sqlite3.connect("situate.db") as connection:
        connection.execute("UPDATE body SET text = replace(text, 'captured', 'capturex')")
    connection.close()
    status, out, _ = record("verify", "--format", "jsonl")
    assert status == 1
    assert {problem["check"] for problem in lines(out)} == {"hash", "quote"}


def test_a_claim_that_cannot_be_read_is_told_and_found(record):
    with sqlite3.connect("situate.db") as connection:
        connection.execute("UPDATE claim SET payload = '{}' WHERE type = 'capture'")
    connection.close()
    status, _, err = record("claims")
    assert (status, err.count("\n"), "situate verify" in err) == (2, 1, True)
    assert record("verify")[0] == 1


def test_export(record, tmp_path):
    status, out, err = record("export", "jsonl", "-o", "all.jsonl")
    assert (status, out, "kept" in err) == (0, "", True)
    kinds = {row["kind"] for row in lines((tmp_path / "all.jsonl").read_text(encoding="utf-8"))}
    assert {"report", "claim", "event", "spell"} <= kinds
    assert list(tmp_path.glob("*.partial")) == []


# What the user must mend


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["read", "missing.txt"], "missing.txt"),
        (["read"], "Missing argument"),
        (["events", "--record", "missing.db"], "no record missing.db"),
        (["events", "--from", "soon"], "'soon' is not a date"),
        (["events", "--from", "2017", "--to", "2016"], "2017 comes after 2016"),
        (["situation", "--at", "2017-09"], "'2017-09' is not a day"),
        (["situation", "Atlantis"], "No place 'Atlantis'"),
        (["situation", "Raka"], "Raqqa"),
        (["claims", "--type", "captur"], "capture"),
        (
            ["claims", "--actor", "the militant groups"],
            "No actor 'the militant groups' is known. Near it: The Militants.",
        ),
        (["events", "--speaker", "residents"], "Near it: a resident."),
        (["speakers", "--speaker", "Zorro"], "`situate speakers` lists those of the record."),
        (["reports", "--outlet", "Alfa"], "No outlet 'Alfa' is known. Near it: Alpha."),
        (["claims", "--outlet", "Bet"], "Near it: Beta."),
        (["contradictions", "--from", "2017-09-06", "--to", "2017-09-05"], "2017-09-06 comes after 2017-09-05"),
        (["reports", "--from", "2018", "--to", "2017"], "2018 comes after 2017"),
        (["explain", "nothing"], "Nothing in situate.db"),
        (["explain", "c:"], "More than one"),
        (["export", "xls", "-o", "x"], "no format 'xls'"),
        (["export", "jsonl", "-o", "no/such/folder/x"], "no folder no/such/folder for x."),
        (["events", "--format", "xml"], "xml"),
        (["events", "--as-known-on", "2017"], "not a day"),
        (["extract", "reports.jsonl", "--published", "5 Sept"], "5 Sept"),
        (["no-such-command"], "no-such-command"),
    ],
)
def test_one_clear_line_and_status_2(record, arguments, words):
    status, out, err = record(*arguments)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert err.startswith("situate: ")
    assert words in err


def test_a_foreign_file_is_no_record(run, tmp_path):
    (tmp_path / "notes.txt").write_text("not a record, but long enough to be one " * 9)
    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    for name in ("notes.txt", "other.db"):
        for command in (["events"], ["read", "notes.txt"]):
            status, _, err = run(*command, "--record", name)
            assert (status, f"{name} is not a situate record" in err) == (2, True)


def test_nothing_is_made_when_the_model_is_missing(run, tmp_path, parts, capsys):
    def no_model():
        raise BadModel("The model is missing.", remedy="Install situate again.")

    (tmp_path / "a.txt").write_text("The army captured Raqqa.")
    status = main(["read", "a.txt"], parts=dataclasses.replace(parts, chain=no_model))
    assert (status, capsys.readouterr().err) == (2, "situate: The model is missing. Install situate again.\n")
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_nothing_is_made_for_a_path_that_is_not_there(run, tmp_path):
    assert run("read", "missing.txt")[0] == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything")
def test_a_record_that_may_not_be_read(record, tmp_path):
    (tmp_path / "situate.db").chmod(0)
    status, _, err = record("events")
    assert (status, "may not be read" in err) == (2, True)
    (tmp_path / "situate.db").chmod(stat.S_IRUSR | stat.S_IWUSR)


def test_a_closed_pipe_is_no_error(record):
    code = "import sys; from situate.cli import main; sys.exit(main(['claims', '--format', 'jsonl']))"
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    child.stdout.close()
    assert (child.wait(), child.stderr.read()) == (0, b"")
    child.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs a device that is always full")
def test_a_full_disk_behind_standard_output_is_told(record):
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "situate", "claims", "--format", "csv"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr == b"situate: No space left on device.\n"


def test_every_command_teaches_by_an_example(run):
    status, out, _ = run("--help")
    assert status == 0
    commands = re.findall(r"^  (\w+) ", out.split("Commands:")[1].split("Start with")[0], re.MULTILINE)
    assert len(commands) >= 14
    for name in commands:
        assert f"Example:  situate {name}" in run(name, "--help")[1]


def test_a_narrow_screen_gets_paragraphs(record, monkeypatch):
    monkeypatch.setattr("situate.cli.output._PIPE_WIDTH", 60)
    out = record("situation", "Deir e-Zor")[1]
    assert max(map(len, out.splitlines()[:-2])) <= 60
    assert re.search(r"^ {6}s:[0-9a-f]{8}  siege: besieged \(The Militants", out, re.MULTILINE)
    assert "certainty" not in record("claims")[1]


@pytest.mark.parametrize("width", [80, 120, 160])
def test_a_situation_fits_the_screen(run, tmp_path, rows, write, monkeypatch, width):
    monkeypatch.setattr("situate.cli.output._PIPE_WIDTH", width)
    write(tmp_path / "r.jsonl", [rows[0] | {"outlet": "An outlet with a name that is very long " * 2}])
    run("read", "r.jsonl")
    out = run("situation")[1].splitlines()
    assert max(map(len, out[:-2])) <= width
    lasting = [n for n, line in enumerate(out) if "2014-07-01" in line and "s:" in line]
    assert lasting
    beneath = " ".join(line.strip() for line in out[lasting[0] + 1 : lasting[0] + 5])
    assert "“The militants besieged Brigade 9" in beneath


def test_a_line_of_a_situation_can_be_explained(record):
    identity = re.search(r"\bs:[0-9a-f]{8}", record("situation", "Brigade 9")[1])[0]
    assert "Brigade 9: siege besieged" in record("explain", identity)[1]


def test_export_to_standard_output(record):
    done = subprocess.run(
        [sys.executable, "-m", "situate", "export", "geojson", "-o", "-"], capture_output=True, check=True
    )
    assert json.loads(done.stdout)["type"] == "FeatureCollection"


def test_without_a_command_help_is_shown(run):
    status, out, _ = run()
    assert (status, out.startswith("Usage: situate")) == (0, True)


# Exports


def test_the_help_of_export_names_every_format(run):
    from situate.export import FORMATS

    out = run("export", "--help")[1]
    assert [name for name in FORMATS if not re.search(rf"^ +{name} ", out, re.MULTILINE)] == []


@pytest.mark.parametrize(("name", "library"), [("xlsx", "xlsxwriter"), ("parquet", "pyarrow")])
def test_a_format_whose_extra_is_missing_says_so_and_leaves_no_file(record, tmp_path, monkeypatch, name, library):
    monkeypatch.setitem(sys.modules, library, None)
    status, _, err = record("export", name, "-o", "out")
    assert (status, err.count("\n")) == (2, 1)
    assert f"pip install 'situate[{name}]'" in err
    assert not list(tmp_path.glob("out*"))


# Full text


def test_search_shows_the_words_in_their_context(record):
    status, out, _ = record("search", "besieged")
    assert (status, "«besieged» Brigade 9" in out, "Alpha" in out, "2017-09-05" in out) == (0, True, True, True)
    (found,) = lines(record("search", "captured", "army", "--format", "jsonl")[1])
    assert (found["report"], found["outlet"], len(found["claims"])) == ("b", "Beta", 1)
    (row,) = sheet(record("search", "captured", "--format", "csv")[1])
    assert (row["report"], row["words"]) == ("b", "captured")


def test_search_narrows_and_knows_both_clocks(record):
    both = ["search", "army*", "--format", "csv"]
    assert [row["report"] for row in sheet(record(*both)[1])] == ["b"]
    assert sheet(record(*both, "--to", "2017-09-05")[1]) == []
    assert sheet(record(*both, "--as-known-on", "2017-09-05")[1]) == []
    assert len(sheet(record(*both, "--outlet", "Beta")[1])) == 1
    assert sheet(record(*both, "--place", "Deir ez-Zor")[1]) == []


@pytest.mark.parametrize(
    "words", ['"', "a\x00b", "text:x OR", "NEAR(a b)", "'; DROP TABLE report;--", "\u202ex", "=1+1"]
)
def test_a_hostile_query_is_only_words(record, words):
    status, _, err = record("search", words, "--format", "csv")
    assert status in (0, 2)
    assert err.count("\n") <= 1
    assert record("reports")[0] == 0


def test_search_without_a_word_says_so(record):
    assert record("search", "!!!")[::2] == (
        2,
        "situate: '!!!' holds no word to look for. Write words, or a phrase in quotes.\n",
    )
    assert "No report holds all of these words." in record("search", "zebra")[2]


# Through time


def test_timeline_shows_the_spells_of_a_place_and_its_parts(record):
    status, out, _ = record("timeline", "Deir ez-Zor")
    assert (status, "Brigade 9 (SY)" in out, "siege: besieged" in out) == (0, True, True)
    rows = sheet(record("timeline", "Deir ez-Zor", "--format", "csv")[1])
    assert [row["dimension"] for row in rows] == sorted(
        (row["dimension"] for row in rows), key=["siege", "control"].index
    )
    (siege,) = lines(record("timeline", "Deir ez-Zor", "--dimension", "siege", "--format", "jsonl")[1])
    assert siege["from"]["earliest"] == "2014-07-01"
    assert "No spell" in record("timeline", "Palmyra")[2]


def test_changes_are_sentences_with_footnotes(record):
    status, out, _ = record("changes", "--since", "2017-09-05")
    assert status == 0
    assert "Raqqa (SY): place taken by The Army; 2017-09-05." in out
    assert re.search(r"\[1\] [es]:\w{8} Beta, 2017-09-06", " ".join(out.split()))
    found = lines(record("changes", "--since", "2017-09-05", "--format", "jsonl")[1])
    assert {row["change"] for row in found} >= {"happened"}
    assert all(row["claims"] and row["sentence"] for row in found)
    rows = sheet(record("changes", "--since", "2017-09-05", "--format", "csv")[1])
    assert [row["id"] for row in rows] == [row["id"] for row in found]


def test_changes_know_both_clocks(record):
    happened = [row["type"] for row in lines(record("changes", "--since", "2017-09-06", "--format", "jsonl")[1])]
    assert happened == []
    told = lines(record("changes", "--clock", "reports", "--since", "2017-09-06", "--format", "jsonl")[1])
    assert {row["type"] for row in told} >= {"capture", "airstrike"}
    assert all(row["change"] == "learned" for row in told)
    known = record("changes", "--since", "2017-09-01", "--as-known-on", "2017-09-05", "--format", "jsonl")[1]
    assert "capture" not in known
    assert "Nothing is known to have changed." in record("changes", "--since", "2030")[1]


def test_changes_of_a_place_a_type_and_a_watch_list(record, tmp_path):
    every = ["changes", "--clock", "reports", "--since", "2017-09-01", "--format", "jsonl"]
    assert {row["place"]["name"] for row in lines(record(*every, "--place", "Mosul")[1])} == {"Mosul"}
    assert {row["type"] for row in lines(record(*every, "--type", "airstrike")[1])} == {"airstrike"}
    (tmp_path / "watch.txt").write_text("Mosul\nPalmyra\n", encoding="utf-8")
    assert {tuple(row["watched"]) for row in lines(record(*every, "--watch", "watch.txt")[1])} == {("Mosul",)}
    out = record(*every[:-2], "--watch", "watch.txt")[1]
    assert "Mosul: 1" in out
    assert "Palmyra: nothing new" in out


def test_matrix(record):
    status, out, _ = record("matrix", "events")
    assert (status, "2017-09" in out, "Raqqa" in out) == (0, True, True)
    rows = sheet(record("matrix", "events", "--format", "csv")[1])
    assert {row["place"]: row["2017-09"] for row in rows} == {"Mosul": "1", "Raqqa": "1"}
    (siege,) = lines(record("matrix", "siege", "--format", "jsonl")[1])
    assert (siege["place"], siege["months"]["2014-07"]) == ("Brigade 9", "besieged")
    assert siege["months"]["2017-09"].startswith("besieged")
    assert record("matrix", "truce")[1:] == ("", "Nothing is known of truce.\n")


def test_convoys(record):
    assert record("convoys")[1:] == ("", "Nothing is told of aid there.\n")
    assert record("convoys", "--format", "csv")[1].startswith("month,place_id,place,step,count,corroborated,goods,")
    assert "No place 'Atlantis'" in record("convoys", "--place", "Atlantis")[2]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["timeline", "Atlantis"], "No place 'Atlantis'"),
        (["timeline", "Raqqa", "--from", "soon"], "'soon' is not a date"),
        (["changes"], "--since"),
        (["changes", "--since", "soon"], "'soon' is not a date"),
        (["changes", "--since", "2017-09-05", "--until", "2017-09-01"], "comes after"),
        (["changes", "--since", "2017", "--type", "sieges"], "no claim type"),
        (["changes", "--since", "2017", "--watch", "missing.txt"], "no file missing.txt"),
        (["matrix", "weather"], "no matrix of 'weather'"),
        (["matrix", "siege", "--by", "town"], "state of a place"),
        (["search", "x", "--outlet", "Alfa"], "No outlet 'Alfa' is known."),
    ],
)
def test_what_is_asked_wrongly_of_time_is_one_clear_line(record, arguments, words):
    status, out, err = record(*arguments)
    assert (status, out, err.count("\n"), words in err) == (2, "", 1, True), err


# Releases


def test_a_release_and_the_one_after_it(record, tmp_path, rows, write):
    status, out, err = record("export", "release", "-o", "one")
    assert (status, out, err.splitlines()[:2]) == (0, "", ["Release 1 in one.", "events: 4"])
    assert json.loads((tmp_path / "one" / "datapackage.json").read_text("utf-8"))["situate"]["profile"] == "public"
    write(tmp_path / "more.jsonl", [rows[1] | {"id": "c", "text": "The army bombed Raqqa on 2017-09-02."}])
    assert record("read", "more.jsonl")[0] == 0
    err = record("export", "release", "-o", "two", "--since-release", "one")[2]
    assert "Release 2 in two." in err
    assert "events: 5 (1 added, 0 changed, 0 deleted)" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["export", "release", "-o", "-"], "folder, not a stream"),
        (["export", "release", "-o", "."], "no empty folder"),
        (["export", "release", "-o", "no/such/x"], "no folder no/such for x."),
        (["export", "release", "-o", "x", "--since-release", "nothing"], "There is no folder nothing."),
        (["export", "jsonl", "-o", "x", "--since-release", "one"], "no option of jsonl"),
        (["export", "xls", "-o", "x"], "release."),
    ],
)
def test_a_release_asked_wrongly_is_one_clear_line(record, arguments, words):
    status, out, err = record(*arguments)
    assert (status, out, err.count("\n"), words in err) == (2, "", 1, True), err


def test_an_option_before_the_command_is_told_where_it_stands(run):
    status, _, err = run("--record", "x.db", "events")
    assert status == 2
    assert "Options stand behind the command" in err
