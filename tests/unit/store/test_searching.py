"""Full text in the store: words, stems, phrases, hostile queries, versions, older files."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from situate.model.claim import Claim, Evidence, Role, Speaker
from situate.model.ids import claim_id
from situate.model.place import Place
from situate.model.record import Entry, Filter
from situate.model.report import Report
from situate.model.span import Span
from situate.store import Opening, in_memory, open_record, opening, searching, writing

NOW = "2026-01-02T03:04:05Z"
TEXT = "Army units besieged the town of Deir ez-Zor on Monday. Zoë said: “They shelled us.” 😀 Shelling went on."


def entry(name="r1", text=TEXT, published="2017-09-05", claims=(), **fields):
    return Entry(report=Report(id=name, text=text, published=published, **fields), claims=claims, extractor="m")


def claim(report="r1", text=TEXT):
    at = Span(text.index("besieged"), text.index("besieged") + 8)
    who = Evidence(span=Span(0, 10), quote="Army units")
    return Claim(
        id=claim_id(report, "besiege", at), report=report, type="besiege", trigger=Evidence(span=at, quote="besieged"),
        roles=(Role(role="place", evidence=who, place=Place(id="local:pocket", name="Panorama pocket")),),
        speakers=(Speaker(evidence=who, cue="said"),),
    )  # fmt: skip


@pytest.fixture(params=["file", "memory"])
def store(request, tmp_path):
    opened = in_memory() if request.param == "memory" else open_record(tmp_path / "r.db", Opening(create=True))
    with opened:
        opened.add([entry(claims=(claim(),), title="Ring around the city")], [], now=NOW)
        yield opened


def found(store, *terms, **wanted):
    total, hits = store.search(terms, Filter(**wanted))
    ids = [hit.report.report.id for hit in hits]
    assert len(ids) == total
    return ids


@pytest.mark.parametrize(
    "terms",
    [("besieged",), ("BESIEGED", "town"), ("zoe",), ("Zoë",), ("shelling",), ("shells",), ("Deir ez-Zor",), ("Deir Ez Zor",),
     ("besie*",), ("ring",), ("Panorama",), ("army units besieged",)],
)  # fmt: skip
def test_words_are_found_whatever_their_case_accents_and_ending(store, terms):
    assert found(store, *terms) == ["r1"]


@pytest.mark.parametrize("terms", [("Raqqa",), ("besieged", "Raqqa"), ("town Monday",), ("Panorama", "Zoë")])
def test_all_words_must_be_in_one_text_or_one_claim(store, terms):
    assert found(store, *terms) == []


def test_the_places_of_words_are_code_points_of_the_text(store):
    (hit,) = store.search(("shelled",))[1]
    assert [span.of(TEXT) for span in hit.spans] == ["shelled", "Shelling"]
    (by_claim,) = store.search(("Panorama",))[1]
    assert (by_claim.spans, by_claim.claims) == ((), (claim().id,))


def test_an_older_version_is_no_longer_found(store):
    store.add([entry(text="Army units left the town."), entry("r2", text="The town was besieged.")], [], now=NOW)
    assert found(store, "besieged") == ["r2"]
    assert found(store, "left") == ["r1"]


def test_filters_and_the_other_clock(store):
    store.add([entry("r2", text="The town is besieged.", published="2018-01-01")], [], now=NOW)
    assert found(store, "besieged", since="2017-12-01") == ["r2"]
    assert found(store, "besieged", until="2017-12-01") == ["r1"]
    store.add([entry("r3", text="besieged", outlet="Alpha")], [], now=NOW)
    assert found(store, "besieged", outlets=("Alpha",)) == ["r3"]
    with store.as_known_on("2017-12-31") as then:
        assert sorted(found(then, "besieged")) == ["r1", "r3"]


def test_the_best_match_comes_first(store):
    store.add([entry("r2", text="Siege. " + "Other news of the day. " * 50 + "besieged")], [], now=NOW)
    store.add([entry("r3", text="besieged besieged besieged")], [], now=NOW)
    assert found(store, "besieged") == ["r3", "r1", "r2"]


HOSTILE = [
    '"', '""', "'", "*", "a*b", "NEAR(a b)", "a AND", "OR", "NOT", "text:a", "{a b}:c", "^a", "a + b", "(", ")", "-a",
    "\x00", "a\x00b", "\ud800", "\ufdd0", "😀", "'; DROP TABLE report; --", 'x" OR text:"y', "a" * 5000, "\u202e",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_no_query_is_syntax(store, words):
    assert found(store, words) in ([], ["r1"])
    assert found(store, "besieged", words) in ([], ["r1"])


@given(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=4))
def test_no_query_raises(terms):
    with in_memory() as store:
        store.add([entry()], [], now=NOW)
        list(store.search(terms)[1])


@given(st.text(max_size=80))
def test_marked_places_lie_in_the_text_and_hold_a_word(text):
    (spans,) = searching.places(("a*",), [text])
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)


def test_a_text_full_of_marks_is_found_without_places():
    text = "besieged " + "".join(chr(code) for code in range(0xFDD0, 0xFDF0))
    assert list(searching.places(("besieged",), [text])) == [()]


def test_a_record_of_the_first_shape_is_indexed_when_it_is_opened(tmp_path, monkeypatch):
    path = tmp_path / "r.db"
    with monkeypatch.context() as then:
        then.setattr(opening, "SCHEMA_VERSION", 1)
        then.setattr(opening._migrate, "__defaults__", (1,))
        then.setattr(writing.searching, "index_report", lambda *_: None)
        then.setattr(writing.reading, "tombstone", lambda *_: None)
        with open_record(path, Opening(create=True)) as store:
            store.add([entry(claims=(claim(),), title="Ring")], [], now=NOW)
    with open_record(path) as store:
        assert found(store, "besieged") == found(store, "Panorama") == found(store, "ring") == ["r1"]
    assert path.with_name("r.db.v1.backup").exists()


def test_a_python_without_full_text_search_is_told_so():
    problem = opening._told(sqlite3.OperationalError("no such module: fts5"), "r.db")
    assert "FTS5" in str(problem)
