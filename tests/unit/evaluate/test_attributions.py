import pytest

from situate.evaluate.attributions import gold, score

ROW = {
    "text": "“We hold Ostry,” the mayor said, “and Lisk.”",
    "spans": [
        {"label": "source", "start": 17, "end": 26},
        {"label": "cue", "start": 27, "end": 31},
        {"label": "content", "start": 0, "end": 44, "parts": [[0, 16], [33, 44]]},
        {"label": "other", "start": 0, "end": 3},
    ],
}


def test_parts_count_each_and_marks_are_taken_off():
    assert gold(ROW) == {(17, 26, "source"), (27, 31, "cue"), (1, 14, "content"), (34, 42, "content")}


def test_what_is_found_is_counted_by_label():
    found = {(17, 26, "source"), (27, 31, "cue"), (1, 14, "content"), (30, 42, "content")}
    figures = score([(gold(ROW), found)])
    assert figures["documents"] == 1
    assert figures["source"]["f1"] == 1.0
    assert figures["content"]["p"] == figures["content"]["r"] == 0.5


def test_another_shape_is_refused():
    with pytest.raises(KeyError):
        gold({"text": "x"})
