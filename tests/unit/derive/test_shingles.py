"""Texts that copy others are those that share most of their shingles, whatever is looked at first."""

from hypothesis import given
from hypothesis import strategies as st

from situate.derive.origins import origins
from situate.derive.shingles import Shingles, sketch_of
from situate.model.report import Report

WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=40).map(" ".join)
LONG = st.lists(st.integers(0, 4000).map(str), min_size=900, max_size=1500)


@given(WORDS, WORDS)
def test_a_copy_shares_three_fifths_of_the_smaller_ones_shingles(one, other):
    a, b = Shingles.of(one), Shingles.of(other)
    shared = len(set(a.hashes) & set(b.hashes))
    assert a.copies(b) == b.copies(a) == (shared >= 0.6 * min(len(a.hashes), len(b.hashes)))


@given(LONG, st.integers(0, 900))
def test_long_texts_of_which_a_part_is_the_same(words, cut):
    a, b = Shingles.of(" ".join(words)), Shingles.of(" ".join(words[:cut] + [f"x{word}" for word in words[cut:]]))
    shared = len(set(a.hashes) & set(b.hashes))
    assert a.copies(b) == (shared >= 0.6 * min(len(a.hashes), len(b.hashes)))


def test_case_and_punctuation_do_not_count():
    assert Shingles.of("Shells fell on Lusar, again: on MONDAY.") == Shingles.of("shells fell on lusar again on monday")


def test_the_sketch_is_of_the_smallest_hashes():
    found = Shingles.of(" ".join(map(str, range(100))))
    assert list(sketch_of(found)) == sorted(found.hashes)[:16]


def test_reports_on_one_form_are_origins_of_their_own():
    form = " ".join(f"form{i}" for i in range(100))
    own = [" ".join(f"own{i * 1000 + j}" for j in range(120)) for i in range(8)]
    reports = [Report(id=f"r:{i}", text=f"{form} {words}", published="2020-01-01") for i, words in enumerate(own)]
    assert set(origins(reports).values()) == {report.id for report in reports}
