"""The commands outlets, registry and gazetteer: what they say, and what they change in a record."""

import json

import pytest

from situate.pipeline.lookups import added_outlets


@pytest.fixture
def run(run, tmp_path, monkeypatch):
    """Commands with tables of the user's own beside the test."""
    monkeypatch.setenv("SITUATE_DATA", str(tmp_path / "data"))
    return run


OUTLETS = "name,country,side\nAlpha,SY,syrian-government\nNobody,QQ,\n"


def test_outlets_are_added_listed_and_removed(run, tmp_path):
    (tmp_path / "mine.csv").write_text(OUTLETS)
    status, out, err = run("outlets", "add", "mine.csv", "--licence", "CC0")
    assert status == 0
    assert out.startswith("1 outlet of mine.csv added as mine; 1 row refused.")
    assert (
        err == "refused: line 3 (Nobody): country is 'QQ', not a code of two letters (ISO 3166) that the registry has\n"
    )
    listed = json.loads(run("outlets", "--list", "--format", "jsonl")[1])
    assert (listed["name"], listed["rows"], listed["licence"]) == ("mine", 1, "CC0")
    assert len(listed["sha256"]) == 64
    assert "mine" in run("outlets", "--list")[1]
    assert run("outlets", "--remove", "mine")[1] == "mine is taken away (1 outlet).\n"
    assert run("outlets", "--list")[2] == "Nothing was added.\n"
    assert run("outlets", "--remove", "mine")[0] == 2


def test_strict_ends_with_status_1(run, tmp_path):
    (tmp_path / "mine.csv").write_text(OUTLETS)
    assert run("outlets", "add", "mine.csv", "--strict")[0] == 1


def test_places_without_a_licence_are_told(run, tmp_path):
    (tmp_path / "my places.csv").write_text("name,latitude,longitude\nTell Test,35.2,40.3\n")
    status, out, err = run("gazetteer", "add", "my places.csv", "--country", "SY")
    assert (status, out.split(".csv ")[1].split(".")[0]) == (0, "added as my-places")
    assert "--licence" in err
    assert run("gazetteer", "add", "my places.csv", "--country", "QQ")[0] == 2


def test_actors_are_added(run, tmp_path):
    (tmp_path / "groups.yaml").write_text("- {name: Hill Guards, kind: rebel_group, country: SY}\n")
    assert "1 actor of groups.yaml added as groups." in run("registry", "add", "groups.yaml")[1]
    assert "1 actor of groups.yaml replaced groups." in run("registry", "add", "groups.yaml")[1]


@pytest.mark.parametrize(
    "words",
    [
        ["outlets"],
        ["outlets", "mine.csv"],
        ["outlets", "add"],
        ["outlets", "add", "a", "b"],
        ["outlets", "add", "a", "--list"],
        ["registry", "--list", "--remove", "x"],
        ["gazetteer", "remove", "x"],
    ],
)
def test_what_is_said_wrongly_is_told(run, words):
    status, _, err = run(*words)
    assert (status, err.startswith("situate: Say")) == (2, True)


def test_a_missing_file_is_told(run):
    assert run("gazetteer", "add", "none.csv") == (2, "", "situate: There is no file none.csv. Check the name.\n")


def test_many_refusals_are_counted(run, tmp_path):
    (tmp_path / "x.csv").write_text("name,country\nAlpha,SY\n" + "Nobody,QQ\n" * 50)
    err = run("outlets", "add", "x.csv")[2].splitlines()
    assert (len(err), err[-1]) == (21, "refused: 30 more")


def test_a_record_is_derived_again_when_outlets_were_added(run, tmp_path):
    before = added_outlets()
    (tmp_path / "mine.csv").write_text(OUTLETS)
    run("outlets", "add", "mine.csv")
    assert (before, added_outlets() != before) == ("", True)
