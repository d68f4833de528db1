"""What the scorer of antecedents sees and says, on texts made for these tests."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from situate.errors import BadModel
from situate.extract.encoding.encoder import PACKAGED
from situate.extract.reader import Reader
from situate.extract.referring.antecedents import NEAR, Following, Scorer
from situate.extract.referring.words import NOUN_CLASSES, PAIR_CLASSES, Nouns, pairs
from situate.extract.roles.bonds import Parsed
from situate.model.mention import Antecedents
from situate.model.report import Report

TEXT = (
    "The Red Front attacked a checkpoint near Ostry on Monday. The group said it had taken the bridge. "
    "Villagers fled to Tarn, where they found shelter. “We saw them leave,” a teacher said of his neighbours."
)
OTHER = "Marta Lorn, a nurse, left Keth. She said her brother had been held by soldiers who took his phone."


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    found = Scorer.load(PACKAGED.parent)
    assert found is not None
    return found


def antecedents(reader: Reader, text: str) -> tuple[Antecedents, ...]:
    return reader.read(Report(id="r", text=text)).antecedents


def test_classes_lie_within_their_bounds(reader: Reader) -> None:
    nouns = Nouns()
    found = [noun for one in reader.parsed(TEXT + " " + OTHER) for noun in nouns.of(one.sentence)]
    assert len(found) > 15
    for number, noun in enumerate(found):
        assert len(noun.classes) == len(NOUN_CLASSES)
        assert all(0 <= c < n for c, n in zip(noun.classes, NOUN_CLASSES, strict=True))
        for row in pairs(noun, found[:number]):
            assert len(row) == len(PAIR_CLASSES)
            assert all(0 <= c < n for c, n in zip(row, PAIR_CLASSES, strict=True))


def test_pronouns_of_the_third_person_and_people_who_are_described_are_asked_for(reader: Reader) -> None:
    asked = ["The group", "it", "Villagers", "they", "them", "his"]  # not "a teacher", nor "his neighbours"
    assert [a.phrase.of(TEXT) for a in antecedents(reader, TEXT)] == asked


def test_the_likeliest_is_whom_the_text_tells_of(reader: Reader) -> None:
    likeliest = {
        a.span.of(TEXT): max(a.among, key=lambda one: one.share).phrase.of(TEXT)
        for a in antecedents(reader, TEXT)
        if a.span.of(TEXT) in {"group", "it", "they"}
    }
    assert likeliest == {"group": "The Red Front", "it": "The group", "they": "Villagers"}


def test_what_stands_in_apposition_is_told(reader: Reader) -> None:
    (one,) = (a for a in antecedents(reader, OTHER) if a.span.of(OTHER) == "her")
    beside = {taken.phrase.of(OTHER): [b.of(OTHER) for b in taken.beside] for taken in one.among}
    assert beside["Marta Lorn"] == ["a nurse"]


def test_antecedents_stand_before_their_pronoun_and_share_no_more_than_all(reader: Reader) -> None:
    for one in antecedents(reader, TEXT + " " + OTHER):
        assert all(taken.head.end <= one.span.start and taken.phrase.covers(taken.head) for taken in one.among)
        assert sum(taken.share for taken in one.among) <= 1.001


def test_probabilities_are_those_of_each_noun_and_of_nothing(reader: Reader, scorer: Scorer) -> None:
    nouns, before = Nouns(), []
    for one in reader.parsed(TEXT):
        for noun in nouns.of(one.sentence):
            vector = one.states[noun.index]
            found = scorer.probabilities(noun, vector, before)
            assert found.dtype == np.float32
            assert len(found) == len(before) + 1
            assert float(found.sum()) == pytest.approx(1.0, abs=1e-5)
            before += scorer.seen([noun], vector[None])


def test_a_report_is_read_alike_whatever_was_read_before(reader: Reader) -> None:
    first = antecedents(reader, TEXT)
    antecedents(reader, OTHER)
    assert antecedents(reader, TEXT) == first


def test_only_so_many_nouns_are_remembered(reader: Reader, scorer: Scorer) -> None:
    text = "Soldiers burned a house, a barn and a mill. " * 40 + "They left."
    following = Following(scorer)
    sentences: list[Parsed] = list(following.over(reader.parsed(text)))
    assert len(sentences) == 41
    assert following.found[-1].span.of(text) == "They"
    assert len(following._near) == NEAR


def copied(folder: Path) -> Path:
    for file in PACKAGED.parent.glob("reader-referring.*"):
        shutil.copy(file, folder)
    return folder / "reader-referring.npz"


def test_other_weights_than_the_pinned_ones_are_refused(tmp_path: Path) -> None:
    file = copied(tmp_path)
    file.write_bytes(file.read_bytes() + b"\0")
    with pytest.raises(BadModel, match="pins"):
        Scorer.load(tmp_path)
    file.unlink()
    with pytest.raises(BadModel, match="read"):
        Scorer.load(tmp_path)


def test_a_model_without_a_scorer_leaves_pronouns_to_rules(tmp_path: Path, reader: Reader) -> None:
    assert Scorer.load(tmp_path) is None
    following = Following(None)
    assert len(list(following.over(reader.parsed(TEXT)))) == 4
    assert following.found == []


def test_the_scorer_was_learned_on_this_model() -> None:
    manifest = json.loads(PACKAGED.with_suffix(".json").read_text("utf-8"))
    pinned = json.loads((PACKAGED.parent / "reader-referring.json").read_text("utf-8"))
    assert pinned["of"] == f"{manifest['name']} {manifest['version']}"
