"""Every kind of damage that a whole file can hold is found, and named."""

import hashlib
import json
import sqlite3

import pytest

from situate.model.claim import Claim, Evidence, Role, Speaker
from situate.model.decision import Decision
from situate.model.event import Contradiction, Event
from situate.model.ids import claim_id
from situate.model.place import Place
from situate.model.record import Entry
from situate.model.report import Report
from situate.model.situation import Spell
from situate.model.span import Span
from situate.store import Opening, open_record, rows, verify

TEXT = "The army captured Raqqa, a spokesman said."
ORIGINAL = TEXT.encode()
HASH = hashlib.sha256(ORIGINAL).hexdigest()
RAQQA = Place(id="geonames:1", name="Raqqa", country="SY")


class Originals:
    def __init__(self, data):
        self.data = data

    def read(self, sha256):
        return self.data.get(sha256)


def words(quote):
    start = TEXT.index(quote)
    return Evidence(span=Span(start, start + len(quote)), quote=quote)


def claim():
    trigger = words("captured")
    return Claim(
        id=claim_id("r1", "capture", trigger.span), report="r1", type="capture", trigger=trigger,
        roles=(Role(role="place", evidence=words("Raqqa"), place=RAQQA),),
        speakers=(Speaker(evidence=words("a spokesman"), cue="said"),),
    )  # fmt: skip


@pytest.fixture
def path(tmp_path):
    one = claim()
    report = Report(id="r1", text=TEXT, published="2017-09-05", original=HASH)
    event = Event(id="e:1", kind="happening", type="capture", claims=(one.id,))
    spell = Spell(id="s:1", place=RAQQA, dimension="control", value="held", claims=(one.id,))
    doubt = Contradiction(id="x:1", field="f", about="a", place=None, values=(("v", (one.id,)),))
    with open_record(tmp_path / "r.db", Opening(create=True)) as store:
        store.add([Entry(report=report, claims=(one,), extractor="m")], [], now="2026-01-01T00:00:00Z")
        store.replace_derived([event], [spell], [doubt], made_from="x")
    return tmp_path / "r.db"


def problems(path, originals=None):
    with open_record(path) as store:
        return [(one.item.split()[0], one.check) for one in verify(store, originals)]


def change(path, statement, *values):
    with sqlite3.connect(path) as connection:
        assert connection.execute(statement, values).rowcount > 0
    connection.close()


def change_payload(path, table, edit):
    with sqlite3.connect(path) as connection:
        ((payload,),) = connection.execute(f"SELECT payload FROM {table}").fetchall()
        data = json.loads(payload)
        edit(data)
        connection.execute(f"UPDATE {table} SET payload = ?", (json.dumps(data),))
    connection.close()


def test_a_sound_record_has_no_problem(path):
    assert problems(path) == []
    assert problems(path, Originals({HASH: ORIGINAL})) == []


def test_originals_are_there_and_unchanged(path):
    assert problems(path, Originals({})) == [("report", "original")]
    assert problems(path, Originals({HASH: b"other"})) == [("report", "original")]


def test_a_changed_text(path):
    change(path, "UPDATE body SET text = replace(text, 'Raqqa', 'Mosul')")
    assert problems(path) == [("text", "hash"), ("report", "hash"), ("claim", "quote")]


def test_a_changed_field_of_a_report(path):
    change_payload(path, "report", lambda data: data.update(published="2018-01-01"))
    assert problems(path) == [("report", "hash")]


@pytest.mark.parametrize(
    ("edit", "found"),
    [
        (lambda data: data["trigger"].update(start=0), [("claim", "quote"), ("claim", "hash")]),
        (lambda data: data["roles"][0].update(quote="Aleppo"), [("claim", "quote")]),
        (lambda data: data["speakers"][0].update(end=900), [("claim", "quote")]),
        (lambda data: data.update(type="shelling"), [("claim", "hash")]),
        (lambda data: data.update(same_as="c:none"), [("claim", "link")]),
        (lambda data: data.update(modality="planned"), []),
        (lambda data: data.pop("modality"), [("claim", "shape")]),
        (lambda data: data["interval"].update(earliest="soon"), [("claim", "shape")]),
    ],
)
def test_a_changed_claim(path, edit, found):
    change_payload(path, "claim", edit)
    assert problems(path) == [("report", "hash"), *found]


@pytest.mark.parametrize(
    ("table", "column"),
    [("claim", "type"), ("claim", "first_day"), ("report", "outlet"), ("event", "standing"), ("spell", "value"),
     ("contradiction", "field")],
)  # fmt: skip
def test_what_lists_look_for_says_what_its_value_says(path, table, column):
    change(path, f"UPDATE {table} SET {column} = 'other'")
    assert problems(path) == [(table, "hash")]


@pytest.mark.parametrize("table", ["event", "spell"])
def test_derived_rows_that_rest_on_nothing(path, table):
    change_payload(path, table, lambda data: data.update(claims=["c:none"]))
    assert problems(path) == [(table, "link")]
    change_payload(path, table, lambda data: data.update(claims=[]))
    assert problems(path) == [(table, "link")]


def test_a_contradiction_about_no_claim(path):
    change_payload(path, "contradiction", lambda data: data["values"][0].update(claims=["c:none"]))
    assert problems(path) == [("contradiction", "link")]


def test_a_report_that_was_slipped_in(path):
    change(
        path,
        "INSERT INTO report (id, version, content, seal, body, extractor, payload, ingested_at) "
        "SELECT 'r2', 1, content, seal, body, extractor, payload, ingested_at FROM report",
    )
    assert ("record", "hash") in problems(path)


def test_a_field_of_a_report_that_is_no_text(path):
    change_payload(path, "report", lambda data: data.update(title=5))
    assert problems(path) == [("report", "shape"), ("report", "hash")]


def test_a_report_without_one_present_version(path):
    change(path, "UPDATE report SET superseded_by = row")
    assert problems(path)[:2] == [("report", "link"), ("report", "link")]


def test_a_decision_whose_row_says_something_else(path):
    made = Decision(id="d1", claim="c", report="r1", action="accept", at="2026-01-02T00:00:00Z", by="me")
    with open_record(path) as store:
        store.decide(made)
    assert problems(path) == []
    change(path, "UPDATE decision SET claim = 'c2'")
    assert problems(path) == [("decision", "hash")]
    change(path, "UPDATE decision SET payload = '[]'")
    assert problems(path) == [("decision", "shape")]


def test_a_link_to_nothing(path):
    change(path, "DELETE FROM body")
    assert ("report", "link") in problems(path)


def test_a_report_that_full_text_would_never_find(path):
    change(path, "INSERT INTO report_words (report_words) VALUES ('delete-all')")
    assert problems(path) == [("full", "link")]
    change(path, "INSERT INTO claim_words (claim_words) VALUES ('delete-all')")
    assert problems(path) == [("full", "link"), ("full", "link")]


def test_a_payload_nested_without_end_is_damage_and_no_crash() -> None:
    with pytest.raises(ValueError, match="nested too deep"):
        rows.loads("[" * 100_000)
