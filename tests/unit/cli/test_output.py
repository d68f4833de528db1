import csv
import io
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from situate.cli.output import cell, cell_words, visible


@given(st.text())
def test_no_text_cell_is_a_formula_and_all_come_back(words):
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\n").writerow([cell(words), cell(1)])
    ((back, number),) = csv.reader(io.StringIO(file.getvalue(), newline=""))
    assert not back.startswith(("=", "+", "-", "@", "\t", "\r", "\x00"))
    plain = words.replace("\x00", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")
    assert back.removeprefix("'") == plain.removeprefix("'")
    assert number == "1"


@given(st.one_of(st.integers(), st.floats(allow_nan=False)))
def test_numbers_stay_numbers(number):
    assert cell(number) == number


def test_what_is_missing_is_empty():
    assert (cell(None), cell(False), cell_words(None), cell_words(False), cell_words(True)) == (
        "",
        "false",
        "",
        "",
        "yes",
    )


@given(st.text())
def test_nothing_steers_the_terminal(words):
    assert not [sign for sign in visible(words) if unicodedata.category(sign) in ("Cc", "Cs")]
    assert not set(visible(words)) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def test_words_stay_readable():
    assert visible("دير الزور\nDeir\u202e") == "دير الزور Deir<U+202E>"
