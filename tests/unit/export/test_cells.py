from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from situate.export.cells import cell, csv_bytes

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")


@pytest.mark.parametrize("start", _RISKY)
def test_text_that_would_be_a_formula_is_guarded(start: str) -> None:
    assert cell(f"{start}1+1").startswith("'")


def test_numbers_are_exempt() -> None:
    assert [cell(value) for value in (-35.5, 40.14084, 3, 0, 100, -0.000001, None)] == [
        "-35.5", "40.14084", "3", "0", "100", "-0.000001", "",
    ]  # fmt: skip


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_no_text_becomes_a_formula_and_none_is_lost(texts: list[str]) -> None:
    written = csv_bytes([texts]).decode("utf-8")
    (row,) = list(csv.reader(io.StringIO(written, newline=""))) or [[""]]
    assert len(row) == len(texts)
    for value, text in zip(row, texts, strict=True):
        assert not value.startswith(_RISKY)
        kept = text.replace("\x00", "\ufffd").encode("utf-8", "replace").decode()
        assert value in (kept, f"'{kept}")
