"""Tables in YAML are read as PyYAML reads them, but for dates, which stay words."""

from __future__ import annotations

import pytest
import yaml

from situate.resolve import flat_yaml

_TEXT = """
# a remark
- {id: a, name: "A: b", aliases: [C, "2000", No], country: null, exists: {from: 2014-05, to: "2016"}, monitor: true}
- [b, B's, [], XX, false, 7, 0, 007, ~]
"""


def test_what_a_table_holds_is_what_pyyaml_reads() -> None:
    first, second = flat_yaml.read(_TEXT)
    assert first == {
        "id": "a", "name": "A: b", "aliases": ["C", "2000", "No"], "country": None,
        "exists": {"from": "2014-05", "to": "2016"}, "monitor": True,
    }  # fmt: skip
    assert second == ["b", "B's", [], "XX", False, 7, 0, "007", None]


def test_a_day_stays_the_words_that_it_is_written_in() -> None:
    assert flat_yaml.read("[2014-05-20]") == ["2014-05-20"]


def test_an_empty_text_holds_nothing() -> None:
    assert flat_yaml.read("") is None


@pytest.mark.parametrize("text", ["[a", "{a: b", "[&x a, *x]"])
def test_what_is_no_table_is_refused(text: str) -> None:
    with pytest.raises(yaml.YAMLError):
        flat_yaml.read(text)
