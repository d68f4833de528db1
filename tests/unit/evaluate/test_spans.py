"""Labelled spans: outermost gold, exact bounds, and which documents were left out of training."""

from situate.evaluate import spans


def document(*gold, text="x" * 40):
    return spans.Document(id="d0", text=text, spans=gold)


def test_only_documents_left_out_of_training_count():
    rows = [{"id": f"re3d-{end}", "text": "t", "spans": []} for end in "A0B8C1"]
    assert [d.id for d in spans.held_out(rows)] == ["re3d-0", "re3d-8"]


def test_the_outermost_span_is_kept():
    nested = [(0, 10, "Organisation"), (4, 10, "Location"), (12, 15, "Person")]
    assert spans.outermost(nested) == {nested[0], nested[2]}
    assert spans.outermost([(0, 3, "Person"), (0, 3, "Location")]) == {(0, 3, "Location")}


def test_bounds_and_label_must_be_right():
    gold = document((0, 10, "Organisation"), (4, 10, "Location"), (12, 15, "Person"))
    found = {(0, 10, "Organisation"), (12, 15, "Location"), (20, 22, "Person")}
    scored = spans.score([(gold, found)])
    assert scored["exact"] == {"p": 0.3333, "r": 0.5, "f1": 0.4, "gold": 2}
    assert scored["untyped"]["r"] == 1.0
    assert scored["all_spans"]["gold"] == 3
    assert scored["per_type"]["Person"] == {"p": 0.0, "r": 0.0, "f1": 0.0, "gold": 1}
