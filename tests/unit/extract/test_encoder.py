"""The reading model as it is shipped."""

from __future__ import annotations

import json
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from situate.errors import BadModel
from situate.extract.encoding.encoder import PACKAGED, Encoder

TEXT = (
    "Army forces broke the siege of Deir ez-Zor on Tuesday, a military source said. "
    "Rebels had encircled the city since 2014, and thousands of civilians were trapped.\n\n"
    "Warplanes bombed the village of Hajin. Three people were killed."
)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.load()


def test_words_are_parsed(encoder: Encoder) -> None:
    first, *_ = encoder.read(TEXT)
    by_text = {t.text: t for t in first.tokens}
    broke = by_text["broke"]
    assert (broke.lemma, broke.upos) == ("break", "VERB")
    assert first.tokens[by_text["forces"].head] == broke
    assert by_text["forces"].deprel == "nsubj"
    assert first.tokens[by_text["siege"].head] == broke
    assert sum(t.head == -1 for t in first.tokens) == 1


def test_spans_are_found_where_they_stand(encoder: Encoder) -> None:
    sentences = list(encoder.read(TEXT))
    triggers = {(TEXT[x.start : x.end], x.label) for s in sentences for x in s.triggers}
    assert {("bombed", "airstrike"), ("encircled", "besiege")} <= triggers
    places = {TEXT[x.start : x.end] for s in sentences for x in s.names if x.label == "LOC"}
    assert "Hajin" in places
    assert all(0 < x.score <= 1 for s in sentences for x in (*s.triggers, *s.mentions, *s.names))


def test_offsets_index_the_text_and_sentences_are_in_order(encoder: Encoder) -> None:
    sentences = list(encoder.read(TEXT))
    assert len(sentences) == 4
    for sentence in sentences:
        assert [t.index for t in sentence.tokens] == list(range(len(sentence.tokens)))
        assert all(TEXT[t.start : t.end] == t.text for t in sentence.tokens)
        assert all(sentence.start <= t.start < t.end <= sentence.end for t in sentence.tokens)
    assert all(a.end <= b.start for a, b in pairwise(sentences))


def test_the_same_text_reads_the_same_whatever_was_read_before(encoder: Encoder) -> None:
    first = list(encoder.read(TEXT))
    list(encoder.read("Something else happened in Homs. " * 30))
    assert list(encoder.read(TEXT)) == first == list(Encoder.load().read(TEXT))


@pytest.mark.parametrize("text", ["", "   \n", "…", "x" * 5000, "a-" * 900, "\u200b \U0001f600", "سد", "\x00\x01"])
def test_strange_texts_are_read(encoder: Encoder, text: str) -> None:
    for sentence in encoder.read(text):
        assert sentence.tokens


def test_reading_is_lazy(encoder: Encoder) -> None:
    stream = encoder.read("The army left the town of Hajin. " * 20_000)
    assert next(stream).tokens[0].text == "The"


def copied(folder: Path) -> Path:
    for name in ("reader.onnx", "reader.json", "vocab.txt"):
        shutil.copy(PACKAGED.with_name(name), folder / name)
    return folder / "reader.onnx"


def test_a_model_beside_its_manifest_is_loaded(tmp_path: Path, encoder: Encoder) -> None:
    assert list(Encoder.load(copied(tmp_path)).read(TEXT)) == list(encoder.read(TEXT))


@pytest.mark.parametrize("name", ["reader.onnx", "vocab.txt"])
def test_a_changed_file_is_refused(tmp_path: Path, name: str) -> None:
    path = copied(tmp_path)
    with (tmp_path / name).open("ab") as file:
        file.write(b"x")
    with pytest.raises(BadModel, match="SHA-256"):
        Encoder.load(path)


@pytest.mark.parametrize("name", ["reader.onnx", "vocab.txt", "reader.json"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    path = copied(tmp_path)
    (tmp_path / name).unlink()
    with pytest.raises(BadModel, match=name):
        Encoder.load(path)


def pinned_as(path: Path, data: bytes) -> None:
    import hashlib

    path.write_bytes(data)
    manifest = path.with_suffix(".json")
    stated = json.loads(manifest.read_text())
    stated["sha256"][path.name] = hashlib.sha256(data).hexdigest()
    manifest.write_text(json.dumps(stated))


def test_weights_in_another_file_are_refused(tmp_path: Path) -> None:
    path = copied(tmp_path)
    pinned_as(path, path.read_bytes() + b"\n\x08location\x12\x0b../weights")
    with pytest.raises(BadModel, match="another file"):
        Encoder.load(path)


def test_what_is_no_model_is_refused(tmp_path: Path) -> None:
    path = copied(tmp_path)
    pinned_as(path, b"no model at all")
    with pytest.raises(BadModel, match="cannot be loaded"):
        Encoder.load(path)


@pytest.mark.parametrize("actor", ["Wolf Banner volunteers", "Hezbollah fighters", "the Taliban", "Nigerian troops"])
def test_who_is_named_does_not_sway_an_unsure_trigger(encoder: Encoder, actor: str) -> None:
    told = []
    for name in (actor, "Eastern Highlanders"):
        text = f"Men were pulled out of the buses by {name} at the checkpoint."
        (sentence,) = encoder.read(text)
        told.append([(t.label, text[t.start : t.end]) for t in sentence.triggers])
        assert any(name in text[m.start : m.end] for m in sentence.mentions)
    assert told[0] == told[1]
