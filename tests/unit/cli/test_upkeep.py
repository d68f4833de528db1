"""``forget``, ``reread`` and ``merge`` on the command line, with a plain reader in the place of the model."""

import json

import pytest

LISTS = ("reports", "claims", "events", "situation", "contradictions", "places", "actors", "speakers")
SECRET = "Zanzibarquelle"


@pytest.fixture
def secret(rows):
    """Two reports, one of which has words that no other has: in its text, its speaker and its title."""
    text = f"The army captured Raqqa on 2017-09-05, said {SECRET} eins. The army bombed Mosul on 2017-09-01."
    return [rows[0], rows[1] | {"text": text, "title": f"{SECRET} tells", "source": f"from {SECRET}"}]


def lines(out):
    return [json.loads(line) for line in out.splitlines()]


def lists(run):
    return {name: run(name, "--format", "jsonl")[1] for name in LISTS}


def bytes_of(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def holding(folder, words):
    """The files under a folder that hold these words in any case and any usual encoding."""
    marks = [words.lower().encode("utf-8"), words.lower().encode("utf-16-le")]
    found = bytes_of(folder).items()
    return sorted(path.name for path, data in found if any(mark in data.lower() for mark in marks))


# Forgetting


def test_nothing_of_a_forgotten_report_is_left(run, tmp_path, secret, write):
    write(tmp_path / "a.jsonl", secret[:1])
    write(tmp_path / "b.jsonl", secret[1:])
    assert run("read", "a.jsonl")[0] == 0
    without = lists(run)
    assert run("read", "b.jsonl")[0] == 0
    (tmp_path / "b.jsonl").unlink()
    assert len(holding(tmp_path, SECRET)) == 2  # the record and the original
    status, out, err = run("forget", "b", "--reason", "asked for")
    assert (status, err) == (0, "")
    assert "Erased from situate.db: b." in out
    assert "1 version, 2 claims, 0 decisions, 0 failures, 1 original" in out
    assert holding(tmp_path, SECRET) == holding(tmp_path, "zanzibarquell") == []  # nor its stem in full text
    assert lists(run) == without
    assert run("verify")[0] == 0
    assert run("search", SECRET)[2].startswith("No report")
    assert run("explain", "b")[0] == 2
