"""Patterns over classes of words: stretches, and the rules that are met in one."""

from hypothesis import given
from hypothesis import strategies as st

from situate.text.patterns import OTHER, Tagged, stretches
from situate.text.times import expressions as times
from situate.text.times.words import CORE, tagged


@given(st.text(alphabet=OTHER + "abc", max_size=30))
def test_stretches_are_the_runs_of_classed_words_that_hold_a_core_word(classes):
    words = Tagged("", [], [], [], classes)
    runs, start = [], 0
    for end, letter in enumerate(classes + OTHER):
        if letter == OTHER:
            if "b" in classes[start:end]:
                runs.append((start, end))
            start = end + 1
    assert list(stretches(words, "b")) == runs


_SOME = (
    "on at the last next this early Tuesday night two three a few years months ago later of May 2014 5 , the 10:30 GMT"
    " every day half past present at week fourth quarter and to - old"
)
_WORDS = st.sampled_from(_SOME.split())


@given(st.lists(_WORDS, min_size=1, max_size=14))
def test_the_rules_that_are_met_are_those_of_the_grammar_the_longest_first(words):
    read = tagged(" ".join(words))
    for start, end in stretches(read, CORE):
        for at in range(start, end):
            every = [p.match(read.classes, at, end) for p, _ in times._rules()]
            lengths = {n: m.end() for n, m in enumerate(every) if m and m.end() > at}
            met = times._met(read.classes[max(0, at - 1) : end], min(at, 1))
            assert list(met) == sorted(lengths, key=lambda n: (-lengths[n], n))
