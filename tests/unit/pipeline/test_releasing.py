"""Releases: the folder, its codebook and manifest, and what changed since the one before."""

import csv
import dataclasses
import hashlib
import json

import pytest
import record

from situate.errors import BadArgument, NoSuchFile
from situate.export.flat import TABLES
from situate.pipeline import releasing
from situate.pipeline.files import whole_folder
from situate.pipeline.releasing import release


@pytest.fixture
def siege():
    return record.siege()


def rows(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def manifest(folder):
    return json.loads((folder / "datapackage.json").read_text("utf-8"))


def test_a_release_has_every_table_twice_with_a_codebook_and_a_manifest(siege, tmp_path):
    told = release(siege, str(tmp_path / "one"), "analyst")
    folder = tmp_path / "one"
    names = {f"{table.name}.{suffix}" for table in TABLES for suffix in ("csv", "jsonl")}
    others = {"README.md", "CODEBOOK.md", "codebook.csv", "CHANGES.csv", "datapackage.json"}
    assert {one.name for one in folder.iterdir()} == names | others
    for table in TABLES:
        found = rows(folder / f"{table.name}.csv")
        assert len(found) == len(table.items(siege))
        lines = (folder / f"{table.name}.jsonl").read_text("utf-8").splitlines()
        assert [json.loads(line)["id"] for line in lines] == [row["id"] for row in found]
    assert told[0] == f"Release 1 in {folder}."
    assert "Draft" in (folder / "README.md").read_text("utf-8")
    assert rows(folder / "CHANGES.csv") == []


def test_the_codebook_and_the_schema_have_exactly_the_columns_of_the_tables(siege, tmp_path):
    release(siege, str(tmp_path / "one"), "analyst")
    folder = tmp_path / "one"
    code = [(row["table"], row["column"]) for row in rows(folder / "codebook.csv")]
    schemas = {one["path"]: one["schema"] for one in manifest(folder)["resources"] if "schema" in one}
    for table in TABLES:
        with (folder / f"{table.name}.csv").open(encoding="utf-8", newline="") as stream:
            header = next(csv.reader(stream))
        assert header == list(table.names) == [column for name, column in code if name == table.name]
        assert [field["name"] for field in schemas[f"{table.name}.csv"]["fields"]] == header
        assert all(field["description"] for field in schemas[f"{table.name}.csv"]["fields"])
    words = (folder / "CODEBOOK.md").read_text("utf-8")
    assert all(f"## {table.name}.csv" in words for table in TABLES)
    assert "| siege_end |" in words


def test_values_have_the_types_that_the_schema_says(siege, tmp_path):
    release(siege, str(tmp_path / "one"), "analyst")
    readers = {"integer": int, "number": float, "boolean": ["true", "false"].index, "string": str, "date": str}
    for one in manifest(tmp_path / "one")["resources"]:
        for field in one.get("schema", {}).get("fields", ()):
            for row in rows(tmp_path / "one" / one["path"]):
                if row[field["name"]]:
                    readers[field["type"]](row[field["name"]])
                if field["type"] == "date" and row[field["name"]]:
                    assert len(row[field["name"]]) == 10


def test_the_manifest_has_size_and_hash_of_each_file(siege, tmp_path):
    release(siege, str(tmp_path / "one"), "analyst")
    folder = tmp_path / "one"
    for one in manifest(folder)["resources"]:
        data = (folder / one["path"]).read_bytes()
        assert (one["bytes"], one["hash"]) == (len(data), "sha256:" + hashlib.sha256(data).hexdigest())
    assert len(manifest(folder)["resources"]) == len(list(folder.iterdir())) - 1


def test_the_same_record_gives_the_same_bytes(siege, tmp_path):
    for name in ("one", "two"):
        release(siege, str(tmp_path / name), "public")
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_no_text_of_a_report_and_no_private_name_is_in_a_public_release(siege, tmp_path):
    release(siege, str(tmp_path / "one"), "public")
    data = b"".join(path.read_bytes() for path in (tmp_path / "one").iterdir())
    assert b"Qandil" not in data
    assert b"Sample outlet A. At least 12 fighters" not in data
    assert b"/home/" not in data


# Changes


def test_what_was_added_changed_and_deleted_since_the_last_release_is_told(siege, tmp_path):
    release(siege, str(tmp_path / "one"), "analyst")
    first, second, *rest = siege.events
    merged = dataclasses.replace(first, claims=(*first.claims, *second.claims), standing="corroborated")
    new = dataclasses.replace(rest[0], id="e:new", claims=("c:new",))
    later = dataclasses.replace(siege, events=(merged, *rest, new), reports=siege.reports[1:])
    told = release(later, str(tmp_path / "two"), "analyst", since=str(tmp_path / "one"))
    found = {(row["table"], row["id"]): row for row in rows(tmp_path / "two" / "CHANGES.csv")}
    assert found["events", "e:new"]["change"] == "added"
    assert (found["events", first.id]["change"], found["events", first.id]["keys"]) == ("changed", "claims; standing")
    assert (found["events", second.id]["change"], found["events", second.id]["now"]) == ("deleted", first.id)
    assert found["reports", siege.reports[0].id]["change"] == "deleted"
    assert {row["table"] for row in found.values()} == {"events", "reports"}
    assert "events: 11 (1 added, 1 changed, 1 deleted)" in told
    about = manifest(tmp_path / "two")
    assert (about["version"], about["situate"]["previous_version"]) == ("2", "1")
    assert "| events | 11 | 1 | 1 | 1 |" in (tmp_path / "two" / "README.md").read_text("utf-8")


def test_a_correction_that_moves_words_says_where_its_claims_are_now(siege, tmp_path):
    release(siege, str(tmp_path / "one"), "analyst")
    event = next(one for one in siege.events if len(one.claims) == 1)
    (old,) = (claim for claim in siege.claims if claim.id == event.claims[0])
    new = dataclasses.replace(old, id="c:moved")
    claims = tuple(new if claim is old else claim for claim in siege.claims)
    told = dataclasses.replace(event, id="e:moved", claims=("c:moved",))
    events = tuple(told if one is event else one for one in siege.events)
    later = dataclasses.replace(siege, claims=claims, events=events, spells=(), contradictions=())
    release(later, str(tmp_path / "two"), "analyst", since=str(tmp_path / "one"))
    found = {(row["table"], row["id"]): row for row in rows(tmp_path / "two" / "CHANGES.csv")}
    assert (found["claims", old.id]["change"], found["claims", old.id]["now"]) == ("deleted", "c:moved")
    assert (found["events", event.id]["change"], found["events", event.id]["now"]) == ("deleted", "e:moved")


@pytest.mark.parametrize("profile", ["analyst", "public"])
def test_an_unchanged_record_has_no_changes(siege, tmp_path, profile):
    release(siege, str(tmp_path / "one"), profile)
    release(siege, str(tmp_path / "two"), profile, since=str(tmp_path / "one"))
    assert rows(tmp_path / "two" / "CHANGES.csv") == []
    assert manifest(tmp_path / "two")["version"] == "2"


def test_hostile_words_stay_words(siege, tmp_path):
    words = '=1+1"\n\r,\u202e\x00\ud800'
    place = dataclasses.replace(siege.events[0].place, name=words, id="=cmd")
    hostile = dataclasses.replace(siege, events=(dataclasses.replace(siege.events[0], place=place),))
    release(hostile, str(tmp_path / "one"), "analyst")
    (row,) = rows(tmp_path / "one" / "events.csv")
    assert row["place"].startswith("'=1+1")
    assert row["place_id"] == "'=cmd"
    release(hostile, str(tmp_path / "two"), "analyst", since=str(tmp_path / "one"))
    assert rows(tmp_path / "two" / "CHANGES.csv") == []


# What cannot be compared


def since(siege, tmp_path, change, profile="analyst"):
    release(siege, str(tmp_path / "one"), "analyst")
    change(tmp_path / "one")
    with pytest.raises((BadArgument, NoSuchFile)) as problem:
        release(siege, str(tmp_path / "two"), profile, since=str(tmp_path / "one"))
    assert not (tmp_path / "two").exists()
    assert not list(tmp_path.glob("*.partial"))
    return str(problem.value)


def rewritten(name, content):
    return lambda folder: (folder / name).write_bytes(content)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda folder: (folder / "datapackage.json").unlink(), "no release of situate"),
        (rewritten("datapackage.json", b"[]"), "no release"), (rewritten("datapackage.json", b"{}"), "no release"),
        (rewritten("datapackage.json", b"[" * 100_000), "no release"),
        (rewritten("datapackage.json", b'{"version": "\xc2\xb2", "situate": {"profile": "analyst"}}'), "no release"),
        (rewritten("datapackage.json", b"\xff"), "no release"),
        (rewritten("events.jsonl", b'{"id": "e:1"}\n'), "not as it was published"),
        (rewritten("events.jsonl", b"no json\n"), "not as it was published"),
        (rewritten("events.jsonl", b"[" * 100_000), "not as it was published"),
        (rewritten("events.csv", b"id,type\n"), "not as it was published"),
        (rewritten("README.md", b"# Reviewed\n"), "not as it was published"),
        (lambda folder: (folder / "claims.csv").unlink(), "not as it was published"),
        (lambda folder: (folder / "spells.jsonl").unlink(), "no release"),
    ],
)  # fmt: skip
def test_a_release_that_was_changed_is_refused(siege, tmp_path, change, words):
    assert words in since(siege, tmp_path, change)


def test_releases_of_two_profiles_are_not_compared(siege, tmp_path):
    assert "profile 'analyst', this one 'public'" in since(siege, tmp_path, lambda _: None, "public")


def test_a_folder_that_is_not_there(siege, tmp_path):
    with pytest.raises(NoSuchFile, match="no folder"):
        release(siege, str(tmp_path / "two"), "public", since=str(tmp_path / "nothing"))


# The folder


def test_a_folder_that_holds_something_is_never_written_into(siege, tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "mine.txt").touch()
    for name in ("one", "one/mine.txt", "."):
        with pytest.raises(BadArgument, match="no empty folder"):
            release(siege, str(tmp_path / name) if name != "." else ".", "analyst")
    assert [path.name for path in (tmp_path / "one").iterdir()] == ["mine.txt"]


def test_an_empty_folder_is_taken_and_a_run_that_fails_leaves_nothing(siege, tmp_path, monkeypatch):
    (tmp_path / "one").mkdir()
    with monkeypatch.context() as broken:
        broken.setattr(releasing, "manifest", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            release(siege, str(tmp_path / "one"), "analyst")
    assert list((tmp_path / "one").iterdir()) == []
    assert [path.name for path in tmp_path.iterdir()] == ["one"]
    release(siege, str(tmp_path / "one"), "analyst")
    assert (tmp_path / "one" / "datapackage.json").exists()


def test_what_a_stopped_run_left_is_told(tmp_path):
    (tmp_path / "one.partial").mkdir()
    with pytest.raises(BadArgument, match="left from a run"), whole_folder(str(tmp_path / "one")):
        pass
