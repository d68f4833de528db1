import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from situate.errors import BadModel
from situate.extract.encoding.decode import of_tags, spans
from situate.extract.encoding.encoder import PACKAGED
from situate.extract.reader import Reader
from situate.extract.roles import binding
from situate.extract.roles.binding import DISTANCES, GAPS, Binder, Told, Trigger, distance, gap
from situate.extract.roles.bonds import Parsed, bonds, stretches
from situate.model.report import Report
from situate.model.sentence import Sentence

TEXT = (
    "Government troops broke the siege of Ostry on Tuesday, a military spokesman said. They did not reach the airport. "
    "Rebels have surrounded it since March 2029."
)


@pytest.fixture(scope="module")
def binder() -> Binder:
    return Binder.load(PACKAGED.parent)


def flat(sentence: np.ndarray) -> Told:
    """Words without a tree: each is a root."""
    return Told(sentence, [-1] * len(sentence), ["root"] * len(sentence))


@given(st.lists(st.integers(-400, 400), min_size=1))
def test_distances_are_classes_that_grow_with_the_distance(words: list[int]) -> None:
    classes = distance(np.array(sorted(words)))
    assert classes.min() >= 0
    assert classes.max() < DISTANCES
    assert (np.diff(classes) >= 0).all()
    assert distance(np.array([0])) == DISTANCES // 2


@given(st.integers(-50, 50))
def test_gaps_of_sentences_are_cut(sentences: int) -> None:
    assert 0 <= int(gap(np.array(sentences))) < GAPS
    assert int(gap(np.array(0))) == GAPS // 2


@given(st.integers(0, 10_000), st.integers(1, 40), st.floats(-3, 1))
def test_stretches_are_decoded_as_the_whole_row_is(seed: int, length: int, bias: float) -> None:
    chance = np.random.default_rng(seed)
    scores = chance.normal(0, 2, (length, 7)).astype(np.float32)
    scores[chance.random(length) < 0.6, 0] += 30  # surely outside
    shift = of_tags([bias] * 3)
    assert binding._spans(scores, shift) == [found[:3] for found in spans(scores, shift)]
    assert binding._spans(scores) == [found[:3] for found in spans(scores)]


@pytest.mark.parametrize(
    ("inside", "found"),
    [(0.0, [(1, 3, 1)]), (-1.0, [(1, 2, 1)]), (-9.0, [(1, 2, 1)])],
    ids=["with the word behind it", "less likely", "alone"],
)
def test_a_faint_span_is_the_words_about_its_likeliest(inside: float, found: list[tuple[int, int, int]]) -> None:
    scores = np.full((4, 5), -9.0, dtype=np.float32)
    scores[:, 0] = 1.2 if inside > -1 else 2.2
    scores[1, 3] = 1.2
    scores[2, 4] = inside
    assert binding._faint(scores, 1) == found
    assert binding._faint(scores, 0) == []


@pytest.mark.parametrize(
    ("second", "kept"),
    [((9, 10, 0, 0.5), False), ((9, 10, 0, 0.7), True), ((4, 5, 0, 0.5), True), ((9, 10, 1, 0.5), True)],
    ids=["in doubt", "likely", "in a list", "of another label"],
)
def test_a_doubtful_second_filler_apart_from_the_first_is_left_out(second, kept: bool) -> None:
    first = (1, 2, 0, 0.9)
    assert binding.without_doubtful_others([first, second], {0}) == ([first, second] if kept else [first])


def test_a_claim_in_doubt_binds_no_more_than_one_that_is_sure(binder: Binder) -> None:
    states = np.random.default_rng(3).normal(size=(60, binder.hidden)).astype(np.float32)
    told = flat(np.repeat(np.arange(6), 10))
    bound = [binder.bind(states, told, [Trigger(30, 31, 0, score)])[0].roles for score in (0.35, 0.5, 0.8, 1.0)]
    words = [sum(last - first for first, last, _ in roles) for roles in bound]
    assert words == sorted(words)
    assert words[0] < words[-1]


@given(st.integers(0, 10_000), st.integers(1, 40), st.integers(0, 6))
def test_doubt_leaves_no_more_words_to_a_label(seed: int, length: int, doubt: int) -> None:
    scores = np.random.default_rng(seed).normal(0, 2, (length, 7)).astype(np.float32)
    biases = (np.array([0, *[-doubt / 2] * 6], dtype=np.float32), None)
    sure, all_of_them = (sum(b - a for a, b, _ in binding._spans(scores, bias)) for bias in biases)
    assert sure <= all_of_them


def test_what_a_trigger_binds_does_not_depend_on_the_others(binder: Binder) -> None:
    chance = np.random.default_rng(1)
    states = chance.normal(size=(60, binder.hidden)).astype(np.float32)
    sentence = flat(np.repeat(np.arange(6), 10))
    triggers = [Trigger(n, n + 1, n % 5) for n in (3, 17, 42)]
    together = binder.bind(states, sentence, triggers)
    alone = [binder.bind(states, sentence, [t])[0] for t in triggers]
    for one, other in zip(together, alone, strict=True):
        assert one.roles == other.roles
        assert one.speaker == other.speaker
        assert np.allclose(one.modality, other.modality, atol=1e-6)
        assert np.isclose(one.polarity.sum(), 1.0, atol=1e-5)


def test_nothing_far_away_is_bound(binder: Binder) -> None:
    chance = np.random.default_rng(2)
    states = chance.normal(size=(400, binder.hidden)).astype(np.float32)
    found = binder.bind(states, flat(np.arange(400) // 20), [Trigger(200, 201, 0)])[0]
    assert all(first >= 7 * 20 and last <= 12 * 20 for first, last, _ in found.roles)


def test_no_trigger_binds_nothing(binder: Binder) -> None:
    assert binder.bind(np.zeros((3, binder.hidden), dtype=np.float32), flat(np.zeros(3, dtype=np.int64)), []) == []


def test_bonds_are_spans_of_words_without_marks_at_their_edges(reader: Reader) -> None:
    parsed = reader.parse(TEXT)
    triggers = [t for p in parsed for t in p.sentence.triggers]
    assert triggers
    for found in bonds(parsed, triggers, reader._judge.binder):
        for filler in found.fillers:
            quote = TEXT[filler.start : filler.end]
            assert quote[0].isalnum()
            assert quote[-1].isalnum()
        assert set(found.modality) == {"actual", "planned", "possible", "attempted"}
        assert found.speaker is None or TEXT[found.speaker.start : found.speaker.end]


@pytest.mark.parametrize("name", ["reader-binder.npz", "reader-binder.json"])
def test_a_changed_or_missing_file_is_refused(tmp_path: Path, name: str) -> None:
    for file in ("reader-binder.npz", "reader-binder.json"):
        shutil.copy(PACKAGED.with_name(file), tmp_path / file)
    path = tmp_path / name
    path.write_bytes(b"PK" + path.read_bytes())
    with pytest.raises(BadModel, match="binder"):
        Binder.load(tmp_path)
    path.unlink()
    with pytest.raises(BadModel, match="cannot be read"):
        Binder.load(tmp_path)


@pytest.mark.parametrize("length", [0, 1, 4, 5, 6, 7, 11, 12])
def test_stretches_hold_each_sentence_once_with_those_around_it(length: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("situate.extract.roles.bonds._STRETCH", 5)
    sentences = [Parsed(Sentence(n, n + 1, ()), np.zeros((0, 4), np.float32)) for n in range(length)]
    seen = []
    for around, place in stretches(iter(sentences)):
        first = len(seen)
        seen += around[place]
        assert around == sentences[max(0, first - binding.BEFORE) : len(seen) + binding.AFTER]
    assert seen == sentences


def test_a_long_report_is_read_as_a_short_one_is(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    report = Report(id="r", text=" ".join([TEXT] * 4))
    whole = reader.read(report)
    monkeypatch.setattr("situate.extract.roles.bonds._STRETCH", 5)
    assert len(whole.claims) > 4
    assert [c.id for c in reader.read(report).claims] == [c.id for c in whole.claims]
    assert [c.roles for c in reader.read(report).claims] == [c.roles for c in whole.claims]
