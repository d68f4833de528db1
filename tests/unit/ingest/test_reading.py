"""Folders, originals, and what stops a run."""

import hashlib
import json
import os
import stat

import pytest

from situate import errors
from situate.errors import BadArgument, NoSpace, NoSuchFile
from situate.ingest import Archive, IngestOptions, Limits, read_paths
from situate.ingest import archive as archive_module
from situate.model.failure import Failure


def test_missing_paths_stop_at_once_and_are_all_named(tmp_path, story):
    (tmp_path / "a.txt").write_text(story)
    with pytest.raises(NoSuchFile, match=r"b\.txt.*c\.txt"):
        read_paths([tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt"])


def test_wrong_date_argument_stops_at_once(tmp_path):
    with pytest.raises(BadArgument, match="Tuesday"):
        read_paths([tmp_path], IngestOptions(published="Tuesday"))


def test_folders_are_walked_sorted_to_the_bottom(tmp_path, story):
    for name in ("b/2.txt", "b/10.txt", "a.txt", "c/d/x.txt", ".hidden/x.txt", "b/.DS_Store"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name + " " + story)
    paths = [one.source_path for one in read_paths([tmp_path / "c", tmp_path])]
    names = [str(tmp_path / name) for name in ("c/d/x.txt", "a.txt", "b/10.txt", "b/2.txt", "c/d/x.txt")]
    assert paths == names


@pytest.mark.skipif(os.name != "posix", reason="links and pipes of POSIX")
def test_links_to_folders_and_pipes_are_named_and_do_no_harm(tmp_path, story):
    (tmp_path / "a.txt").write_text(story)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")
    found = list(read_paths([tmp_path]))
    assert [isinstance(one, Failure) for one in found] == [False, True, True, True]
    assert ["link" in found[2].message, "regular" in found[3].message] == [True, True]


@pytest.mark.skipif(os.name != "posix", reason="names of POSIX")
def test_a_name_that_is_no_text_can_be_kept(tmp_path, story):
    path = tmp_path / os.fsdecode(b"r\xe9port.txt")
    path.write_text(story)
    (report,) = read_paths([path])
    assert report.source_path.endswith("r\ufffdport.txt")


def test_one_bad_file_costs_one_row(tmp_path, story):
    (tmp_path / "1.txt").write_bytes(b"")
    (tmp_path / "2.pdf").write_bytes(b"%PDF-1.4 rubbish")
    (tmp_path / "3.html").write_text("<html></html>")
    (tmp_path / "4.docx").write_bytes(b"PK\x03\x04rubbish")
    (tmp_path / "5.txt").write_text(story)
    found = list(read_paths([tmp_path]))
    assert [(one.stage, one.reason) for one in found[:4]] == [("ingest", "unreadable")] * 4
    assert found[4].text == story


def test_same_input_same_items(tmp_path, story):
    (tmp_path / "a.html").write_text(f"<html><body><p>{story}</p></body></html>")
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": story, "z": 1, "a": [1]}) + "\n{")
    assert list(read_paths([tmp_path])) == list(read_paths([tmp_path]))


def test_original_is_kept_once_read_only_under_its_hash(tmp_path, story):
    root = tmp_path / "situate.archive"
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(story)
    first, second = read_paths([tmp_path], IngestOptions(archive=root))
    sha256 = hashlib.sha256(story.encode()).hexdigest()
    kept = root / sha256[:2] / sha256[2:]
    assert (first.original, second.original, first.id == second.id) == (sha256, sha256, True)
    assert [one for one in root.rglob("*") if one.is_file()] == [kept]
    assert Archive(root).read(sha256) == story.encode()
    assert Archive(root).read("0" * 64) is None
    if os.name == "posix":
        assert stat.S_IMODE(kept.stat().st_mode) == 0o400


def test_original_of_a_failure_is_kept_too(tmp_path):
    (tmp_path / "a.html").write_text("<html><body></body></html>")
    (failure,) = read_paths([tmp_path / "a.html"], IngestOptions(archive=tmp_path / "x.archive"))
    assert Archive(tmp_path / "x.archive").read(failure.original) == (tmp_path / "a.html").read_bytes()


def test_the_archive_is_no_place_outside_of_itself(tmp_path):
    with pytest.raises(BadArgument):
        Archive(tmp_path).read("../../etc/passwd")


def test_a_full_disk_stops_the_run_and_leaves_nothing_half_written(tmp_path, story, monkeypatch):
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive_module.os, "fsync", full)
    (tmp_path / "a.txt").write_text(story)
    with pytest.raises(NoSpace, match="disk is full"):
        list(read_paths([tmp_path / "a.txt"], IngestOptions(archive=tmp_path / "x.archive")))
    assert [one for one in (tmp_path / "x.archive").rglob("*") if one.is_file()] == []


@pytest.mark.parametrize(
    ("given", "published"),
    [
        ("2017", "2017"),
        ("2017-09", "2017-09"),
        ("2017-09-05T10:00:00.123Z", "2017-09-05T10:00:00+00:00"),
        ("2017-09-05 10:00", "2017-09-05T10:00:00"),
        ("20170905", "2017-09-05"),
        ("2017-02-30", None),
        ("05/09/2017", None),
        ("yesterday", None),
        ("open", None),
    ],
)
def test_published_is_iso_or_a_failure(ingest, given, published):
    (found,) = ingest("a.jsonl", json.dumps({"text": "The town fell.", "published": given}))
    assert getattr(found, "published", None) == published
    if published is None:
        assert (found.reason, "2017-09-05" in found.remedy) == ("bad_report", True)


def test_date_in_the_address_is_the_last_resort(ingest):
    line = {"text": "The town fell.", "url": "https://a.example/world/2017/9/5/town-falls"}
    (found,) = ingest("a.jsonl", json.dumps(line))
    assert (found.published, found.published_basis) == ("2017-09-05", "url")


def test_lines_over_the_limit_are_skipped_and_counted(ingest, story):
    good = json.dumps({"text": story})
    data = "\n".join([good, json.dumps({"text": "x" * 5000}), good])
    first, failure, last = ingest("a.jsonl", data, limits=Limits(line_bytes=1000))
    assert (first.text, last.text, failure.reason, failure.item[-2:]) == (story, story, "limit_exceeded", ":2")
    wide = ingest("b.jsonl", data.encode("utf-16"), limits=Limits(line_bytes=1000))
    assert [type(one).__name__ for one in wide] == ["Report", "Failure", "Report"]


def test_text_over_the_limit_is_a_failure(ingest, story):
    assert ingest("a.txt", story, limits=Limits(text_characters=20))[0].reason == "limit_exceeded"
    assert ingest("a.txt", story, limits=Limits(file_bytes=20))[0].reason == "limit_exceeded"


def test_many_lines_stream(tmp_path, story):
    path = tmp_path / "a.jsonl"
    path.write_text((json.dumps({"text": story}) + "\n") * 50)
    items = read_paths([path])
    assert next(items).text == story
    items.close()


def test_reports_without_text_beside_a_title_only_are_failures(ingest):
    assert ingest("a.jsonl", json.dumps({"title": "x", "translation": "y"}))[0].reason == "bad_report"


def test_the_record_and_its_archive_are_no_reports(tmp_path, story, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("situate.db", "situate.db-wal"):
        (tmp_path / name).write_bytes(b"SQLite format 3\0")
    (tmp_path / "a.txt").write_text(story)
    from pathlib import Path

    for _ in range(2):
        found = list(read_paths(["."], IngestOptions(archive=Path("situate.db.archive"))))
        assert [one.source_path for one in found] == ["a.txt"]


@pytest.mark.parametrize("kind", [errors.Unreadable, errors.Unsupported, errors.LimitExceeded, errors.BadReport])
def test_every_failure_says_what_to_do(kind: type[errors.SkipItem]) -> None:
    assert kind("is no good.").remedy
    assert kind("is no good.", remedy="Burn it.").remedy == "Burn it."


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("👉 Join us: t.me/maratnow", True),
        ("Subscribe to our channel @maratnow", True),
        ("Join us in prayer for the dead of Marat.", False),
        ("Follow the siege of Marat with @maratnow and its reporters, who are inside the town.", False),
    ],
)
def test_what_a_channel_signs_off_with_is_furniture(ingest, story, line, marked):
    (report,) = ingest("a.txt", f"{story}\n\n{line}")
    assert [span.of(report.text) for span in report.furniture] == ([line] if marked else [])
