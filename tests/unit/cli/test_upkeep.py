"""``forget``, ``reread`` and ``merge`` on the command line, with a plain reader in the place of the model."""

import contextlib
import csv
import dataclasses
import io
import json
import shutil
import sqlite3

import pytest

from situate.model.claim import Evidence
from situate.model.decision import Decision
from situate.model.failure import Failure
from situate.model.ids import claim_id
from situate.model.span import Span
from situate.store import open_record
from situate.store.rows import seal_hash

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


def test_a_forgotten_report_is_not_read_again_until_that_is_taken_back(run, tmp_path, secret, write):
    write(tmp_path / "a.jsonl", secret[:1])
    write(tmp_path / "b.jsonl", secret[1:])
    assert run("read", "a.jsonl", "b.jsonl")[0] == 0
    before = lists(run)
    assert run("forget", "b", "--reason", "asked for")[0] == 0
    without = lists(run)
    status, out, err = run("read", "b.jsonl")
    assert (status, "0 new" in out, "1 failed" in out) == (0, True, True)
    assert "report b was forgotten on " in err
    assert "(asked for)" in err
    assert "situate forget --undo b" in err
    assert lists(run) == without
    (tmp_path / "b.jsonl").rename(tmp_path.parent / f"{tmp_path.name}.jsonl")
    assert holding(tmp_path, SECRET) == []  # reading it kept no original of it
    (failure,) = lines(run("failures", "--format", "jsonl")[1])
    assert (failure["reason"], failure["original"]) == ("forgotten", None)
    assert run("forget", "--undo", "b")[:2] == (0, "Can be read again: b.\n")
    (tmp_path.parent / f"{tmp_path.name}.jsonl").rename(tmp_path / "b.jsonl")
    assert "1 new" in run("read", "b.jsonl")[1]
    after = lists(run)
    assert [after[name] for name in LISTS if name != "reports"] == [before[name] for name in LISTS if name != "reports"]
    assert run("failures", "--format", "jsonl")[1] == ""
    assert run("verify")[0] == 0


def test_the_text_of_a_forgotten_report_stays_away_under_another_id_too(run, tmp_path, secret, write):
    write(tmp_path / "b.jsonl", secret)
    assert run("read", "b.jsonl")[0] == 0
    assert run("forget", "b")[0] == 0
    write(tmp_path / "c.jsonl", [secret[1] | {"id": "c"}])
    assert "its text is that of report b, which was forgotten" in run("read", "c.jsonl")[2]


def test_a_copy_that_is_in_the_record_is_a_report_of_its_own(run, tmp_path, secret, write):
    write(tmp_path / "b.jsonl", [*secret, secret[1] | {"id": "c"}])
    assert run("read", "b.jsonl")[0] == 0
    err = run("forget", "b")[2]
    assert "Its original stays, with its text, for other reports rest on it" in err
    assert [one["id"] for one in lines(run("reports", "--format", "jsonl")[1])] == ["a", "c"]
    assert run("verify")[0] == 0
    assert "1 unchanged" in run("read", "b.jsonl")[1].replace("2 unchanged", "1 unchanged")


def test_all_versions_go_and_what_was_decided(run, tmp_path, secret, write):
    write(tmp_path / "b.jsonl", secret)
    assert run("read", "b.jsonl")[0] == 0
    write(tmp_path / "b.jsonl", [secret[1] | {"text": "The army hold Mosul."}])
    assert "1 changed" in run("read", "b.jsonl")[1]
    status, out, _ = run("forget", "b")
    assert (status, "2 versions, 3 claims" in out) == (0, True)
    assert holding(tmp_path / "situate.db.archive", "hold Mosul") == []
    assert run("verify")[0] == 0


def test_forgetting_names_what_is_near_and_what_is_ambiguous(run, tmp_path, rows, write):
    write(tmp_path / "a.jsonl", [rows[0] | {"id": "report-1"}, rows[1] | {"id": "report-10"}, rows[1] | {"id": "x"}])
    assert run("read", "a.jsonl")[0] == 0
    for given, words in (
        ("repport-1", "Near it are report-1"),
        ("report", "report-1, report-10"),
        ("", "has the id ''"),
    ):
        status, out, err = run("forget", given)
        assert (status, out, words in err) == (2, "", True)
        assert len(err.splitlines()) == 1
    assert run("forget", "--undo", "report-1")[0] == 2
    assert run("forget", "report-1")[0] == 0  # the whole id, though another begins so
    assert run("forget", "report-1")[2].startswith("report-1 was forgotten on ")
    assert len(lines(run("reports", "--format", "jsonl")[1])) == 2


def test_older_copies_of_the_record_are_named(run, tmp_path, rows, write):
    write(tmp_path / "a.jsonl", rows)
    assert run("read", "a.jsonl")[0] == 0
    (tmp_path / "situate.db.v1.backup").write_bytes(b"x")
    assert "situate.db.v1.backup is an older copy" in run("forget", "a")[2]


# Reading again


def another(plain):
    """Another model: sees more of a capture's words, overlooks airstrikes, doubts who holds, finds talks in a siege."""

    class Another(plain):
        name = "plain 2"

        def __call__(self, report):
            found = super().__call__(report)
            if isinstance(found, Failure):
                return found
            return dataclasses.replace(found, claims=tuple(self.seen(report, found.claims)))

        def seen(self, report, claims):
            for claim in claims:
                start, end = claim.trigger.span.start, claim.trigger.span.end
                if claim.type == "capture":
                    yield self.of(claim, report, "capture", Span(start - 5, end))
                elif claim.type == "control":
                    yield dataclasses.replace(claim, modality="possible")
                elif claim.type == "besiege":
                    yield claim
                    yield self.of(claim, report, "talks", Span(start, end))

        def of(self, claim, report, kind, span):
            trigger = Evidence(span=span, quote=span.of(report.text))
            identity = claim_id(report.id, kind, span)
            return dataclasses.replace(claim, id=identity, type=kind, trigger=trigger, extractor=self.name)

    return Another


@pytest.fixture
def other(cli, parts):
    """Run a command line with another model in the place of the plain one."""
    stages = dataclasses.replace(parts, chain=another(parts.chain))
    return lambda *arguments: cli(*arguments, parts=stages)


def differences(out):
    return [(one["kind"], one["difference"], one["type"]) for one in lines(out)]


CLAIMS = [
    ("claim", "gone", "airstrike"),
    ("claim", "new", "talks"),
    ("claim", "changed", "capture"),
    ("claim", "changed", "control"),
    ("claim", "same", "besiege"),
]


def test_rereading_tells_what_differs(record, other):
    status, out, err = other("reread", "--format", "jsonl")
    assert status == 0
    assert "2 of 2 report(s) read again by plain 2; 0 failed." in err
    assert sorted(one for one in differences(out) if one[0] == "claim") == sorted(CLAIMS)
    told = {(one["kind"], one["type"]): one for one in lines(out)}
    capture = told["claim", "capture"]
    assert capture["id"] != capture["was"]
    assert [(field["field"], field["before"]["quote"], field["after"]["quote"]) for field in capture["fields"]] == [
        ("trigger", "captured", "army captured")
    ]
    assert [field["field"] for field in told["claim", "control"]["fields"]] == ["modality"]
    assert told["event", "airstrike"]["difference"] == "gone"
    assert ("event", "capture") not in told  # the same happening, though its claim has another id
    claims = [(claim["report"], claim["type"]) for claim in lines(other("claims", "--words", "--format", "jsonl")[1])]
    assert claims == [("a", "besiege"), ("a", "talks"), ("a", "control"), ("b", "capture")]
    assert other("verify")[0] == 0
    assert "2 unchanged" in other("read", "reports.jsonl")[1]


def test_a_dry_run_tells_the_same_and_keeps_nothing(record, other, tmp_path):
    before = lists(record)
    status, out, err = other("reread", "--dry-run", "--format", "jsonl")
    assert (status, "Nothing was kept." in err) == (0, True)
    assert lists(record) == before
    assert other("reread", "--format", "jsonl")[1] == out


def test_rereading_twice_reads_once_and_tells_the_same(record, other):
    first = other("reread", "--format", "jsonl")
    status, out, err = other("reread", "--format", "jsonl")
    assert (status, out) == (0, first[1])
    assert "0 of 2 report(s) read again" in err


def test_the_table_shows_what_differs_and_counts_the_rest(record, other):
    out = other("reread")[1]
    assert "claims: 1 same, 2 changed, 1 new, 1 gone." in out
    assert "modality: actual > possible" in out
    assert "“captured” > “army captured”" in out
    assert "besiege" not in [line.split()[2] for line in out.splitlines() if line.startswith("claim: same")]
    sheet = list(csv.DictReader(io.StringIO(other("reread", "--format", "csv")[1])))
    assert len(sheet) == len(lines(other("reread", "--format", "jsonl")[1]))
    assert record("reread")[1].count("same") == 1


def test_nothing_to_read_again_is_no_difference(record):
    status, out, err = record("reread")
    assert (status, err) == (0, "Nothing differs.\n")
    assert "0 of 2 report(s) read again by plain 1" in out
    assert "claims: 4 same." in out


def test_a_report_that_the_new_model_cannot_read_keeps_its_earlier_reading(record, cli, parts, rows):
    class Failing(another(parts.chain)):
        def __call__(self, report):
            if report.id == "a":
                return Failure(item="reports.jsonl:1", stage="extract", reason="defect", message="no luck")
            return super().__call__(report)

    status, out, err = cli("reread", parts=dataclasses.replace(parts, chain=Failing))
    assert (status, "1 of 2 report(s)" in out, "no luck" in err) == (0, True, True)
    claims = [(claim["report"], claim["type"]) for claim in lines(record("claims", "--format", "jsonl")[1])]
    assert claims == [("a", "besiege"), ("a", "control"), ("b", "capture")]


def test_decisions_go_over_to_the_claims_that_overlap_theirs(record, other, tmp_path):
    ids = {claim["type"]: claim["id"] for claim in lines(record("claims", "--format", "jsonl")[1])}
    with open_record(tmp_path / "situate.db") as store:
        for number, kind in enumerate(("capture", "airstrike", "besiege")):
            report = "a" if kind == "besiege" else "b"
            at = f"2026-01-01T00:00:0{number}Z"
            store.decide(Decision(id=f"d{number}", claim=ids[kind], report=report, action="reject", at=at, by="me"))
    assert "capture" not in record("events")[1]
    out = other("reread", "--format", "jsonl")[1]
    found = {one["id"]: one for one in lines(out) if one["kind"] == "decision"}
    assert {key: one["difference"] for key, one in found.items()} == {"d0": "moved", "d1": "without_claim"}
    assert found["d0"]["fields"][0]["before"] == ids["capture"]
    assert [one["type"] for one in lines(other("events", "--format", "jsonl")[1])] == [
        "talks"
    ]  # the capture is still rejected
    assert "reject by me" in other("explain", found["d0"]["fields"][0]["after"])[1]
    with open_record(tmp_path / "situate.db") as store:
        assert [one.claim for one in store.decisions(as_made=True)] == [
            ids["capture"],
            ids["airstrike"],
            ids["besiege"],
        ]


# Merging


@pytest.fixture
def colleague(run, tmp_path, rows, write):
    """A record in a folder of its own: one report that we have, another text for one of ours, a new one, a failure."""
    (tmp_path / "theirs").mkdir()
    several = [
        rows[0],
        rows[1] | {"text": "The militants hold Mosul, said a resident."},
        {"id": "c", "published": "2017-09-09", "outlet": "Gamma", "text": "The army captured Mosul on 2017-09-08."},
        {"id": "d", "published": "soon", "text": "The army captured Mosul."},
    ]
    write(tmp_path / "theirs" / "theirs.jsonl", several)
    assert run("read", "theirs/theirs.jsonl", "--record", "theirs/theirs.db")[0] == 0
    return tmp_path / "theirs" / "theirs.db"


def at(path, time):
    """Set when all reports of a record came in."""
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE report SET ingested_at = ?", (time,))


def test_merging_takes_in_what_is_new(record, colleague, tmp_path):
    at(tmp_path / "situate.db", "2026-01-01T00:00:00Z")
    at(colleague, "2026-01-02T00:00:00Z")
    before = bytes_of(colleague.parent)
    status, out, err = record("merge", colleague)
    assert (status, err) == (0, "")
    assert "1 report new, 1 changed, 0 as an older version, 1 the same" in out
    assert "2 claims, 0 decisions, 1 failure, 1 original came in." in out
    assert bytes_of(colleague.parent) == before
    claims = [(claim["report"], claim["type"]) for claim in lines(record("claims", "--format", "jsonl")[1])]
    assert claims == [("a", "besiege"), ("a", "control"), ("b", "control"), ("c", "capture")]
    assert record("verify")[0] == 0
    assert [one["item"] for one in lines(record("failures", "--format", "jsonl")[1])] == ["theirs/theirs.jsonl:4"]
    after = lists(record)
    assert "0 reports new, 0 changed, 0 as an older version, 3 the same; 0 claims" in record("merge", colleague)[1]
    assert lists(record) == after
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_the_reading_that_came_in_last_counts(record, colleague, tmp_path):
    at(tmp_path / "situate.db", "2026-01-02T00:00:00Z")
    at(colleague, "2026-01-01T00:00:00Z")
    before = lines(record("claims", "--format", "jsonl")[1])
    assert "1 report new, 0 changed, 1 as an older version, 1 the same" in record("merge", colleague)[1]
    claims = lines(record("claims", "--format", "jsonl")[1])
    assert [claim for claim in claims if claim["report"] != "c"] == before
    assert "replaced by a later one" in record("explain", "b", "--format", "jsonl")[1]
    assert record("verify")[0] == 0


def test_a_record_without_its_originals_comes_in_without_them(record, colleague):
    shutil.rmtree(f"{colleague}.archive")
    status, out, err = record("merge", colleague)
    assert (status, "0 originals came in" in out) == (0, True)
    assert "3 items came without the original" in err
    assert record("verify")[0] == 0
    assert "not kept" in record("explain", "c")[1]


def test_forgotten_reports_do_not_come_back(record, colleague):
    assert record("forget", "b")[0] == 0
    status, _, err = record("merge", colleague)
    assert (status, "b was forgotten here" in err) == (0, True)
    assert [one["id"] for one in lines(record("reports", "--format", "jsonl")[1])] == ["a", "c"]


def test_a_merge_with_nothing_or_with_itself_is_told(record, tmp_path):
    (tmp_path / "text.db").write_text("no record")
    for other, words in (("none.db", "no record none.db"), ("situate.db", "itself"), ("text.db", "text.db is not a")):
        status, out, err = record("merge", other)
        assert (status, out, words in err) == (2, "", True)
        assert len(err.splitlines()) == 1
    assert record("merge", "text.db", "--record", "no.db")[0] == 2


def payload(connection, table, edit):
    """Change the JSON of the first row of a table."""
    row, words = connection.execute(f"SELECT row, payload FROM {table} ORDER BY row").fetchone()
    data = json.loads(words)
    edit(data)
    connection.execute(f"UPDATE {table} SET payload = ? WHERE row = ?", (json.dumps(data), row))


def sealed(connection):
    """Make hashes fit what was changed, as one who wants to deceive would."""
    for row, words, body in connection.execute("SELECT row, payload, body FROM report").fetchall():
        query = "SELECT payload FROM claim WHERE report = ? ORDER BY position"
        claims = [claim for (claim,) in connection.execute(query, (row,))]
        connection.execute("UPDATE report SET seal = ? WHERE row = ?", (seal_hash(words, body, claims), row))


HOSTILE = {
    "a changed text": lambda c: c.execute("UPDATE body SET text = replace(text, 'army', 'ARMY')"),
    "a changed claim": lambda c: payload(c, "claim", lambda data: data.update(modality="planned")),
    "a view": lambda c: c.execute("CREATE VIEW v AS SELECT * FROM claim"),
    "a trigger": lambda c: c.execute("CREATE TRIGGER t AFTER INSERT ON claim BEGIN DELETE FROM report; END"),
    "a report under another id": lambda c: (payload(c, "report", lambda data: data.update(id="b")), sealed(c)),
    "two present versions": lambda c: c.execute(
        "INSERT INTO report (id, version, content, seal, body, extractor, payload, ingested_at) "
        "SELECT id, 2, content, seal, body, extractor, payload, ingested_at FROM report WHERE id = 'a'"
    ),
    "a title that is a number": lambda c: (payload(c, "report", lambda data: data.update(title=5)), sealed(c)),
    "a place that is a list": lambda c: (
        payload(c, "claim", lambda data: data["roles"][1]["place"].update(name=[5])),
        sealed(c),
    ),
    "a salience that is a word": lambda c: (payload(c, "claim", lambda data: data.update(salience="x")), sealed(c)),
    "an original outside": lambda c: (payload(c, "report", lambda d: d.update(original="../../situate.db")), sealed(c)),
    "a report of tomorrow": lambda c: c.execute("UPDATE report SET ingested_at = '2999-01-01T00:00:00Z'"),
    "a report of no time": lambda c: c.execute("UPDATE report SET ingested_at = '~'"),
    "a decision that cannot be read": lambda c: c.execute(
        "INSERT INTO decision (id, claim, report, at, payload) VALUES ('d', 'c', 'a', '2026-01-01T00:00:00Z', '{}')"
    ),
}


@pytest.mark.parametrize("change", HOSTILE)
def test_what_does_not_hold_is_refused_as_a_whole(record, colleague, tmp_path, change):
    with contextlib.closing(sqlite3.connect(colleague)) as connection, connection:
        HOSTILE[change](connection)
    before, theirs = lists(record), bytes_of(colleague.parent)
    kept = bytes_of(tmp_path / "situate.db.archive")
    status, out, err = record("merge", colleague)
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert "theirs.db" in err or "Nothing was taken in" in err
    assert lists(record) == before
    assert bytes_of(colleague.parent) == theirs
    assert bytes_of(tmp_path / "situate.db.archive") == kept
    assert record("verify")[0] == 0


def test_an_original_that_is_another_one_is_refused(record, colleague):
    (original,) = (path for path in colleague.with_name("theirs.db.archive").rglob("*") if path.is_file())
    original.chmod(0o600)
    original.write_bytes(b"other")
    status, _, err = record("merge", colleague)
    assert (status, "is not what was archived" in err) == (2, True)
