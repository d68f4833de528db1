"""Merged events against annotated ones: the counts, and that they are those of the shared scorer."""

import importlib.util
import random
from pathlib import Path

import pytest

from situate.evaluate.events import Merged, group_of, score
from situate.model.span import Span

SHARED = Path(__file__).parents[4] / "shared" / "tools" / "score_events.py"


def a_group(*events, name="g"):
    """A group from events, each as its mentions ``(report, start)`` of five letters."""
    reports = sorted({report for mentions in events for report, _ in mentions})
    return {
        "group": name,
        "reports": [{"id": report, "text": "", "published": None, "outlet": None} for report in reports],
        "events": [
            {"id": f"e{n}", "type": "kill", "earliest": None, "latest": None,
             "mentions": [{"report": r, "start": s, "end": s + 5} for r, s in mentions]}
            for n, mentions in enumerate(events)
        ],
    }  # fmt: skip


def found(*claims):
    return [Merged(report=report, span=Span(start, end), event=event) for report, start, end, event in claims]


def test_what_is_merged_as_annotated_is_right():
    row = a_group([("a", 0), ("b", 0)], [("a", 20)])
    figures = score([(group_of(row), found(("a", 0, 5, "x"), ("b", 1, 3, "x"), ("a", 20, 25, "y")))])
    assert figures["b_cubed"] == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert figures["links"] == {"p": 1.0, "r": 1.0, "f1": 1.0, "gold": 1}


def test_one_event_too_few_costs_precision_and_one_too_many_recall():
    row = a_group([("a", 0), ("b", 0)], [("a", 20), ("b", 20)])
    spans = [("a", 0, 5), ("b", 0, 5), ("a", 20, 25), ("b", 20, 25)]
    one = score([(group_of(row), found(*((*span, "x") for span in spans)))])
    assert (one["b_cubed"]["p"], one["b_cubed"]["r"]) == (0.5, 1.0)
    each = score([(group_of(row), found(*((*span, str(n)) for n, span in enumerate(spans))))])
    assert (each["b_cubed"]["p"], each["b_cubed"]["r"]) == (1.0, 0.5)


def test_the_longest_overlap_counts_and_what_is_not_covered_stands_alone():
    row = a_group([("a", 0), ("a", 20)])
    figures = score([(group_of(row), found(("a", 0, 1, "x"), ("a", 1, 5, "y")))])
    assert (figures["mentions"], figures["covered"]) == (2, 0.5)
    assert figures["b_cubed"]["r"] == 0.5


@pytest.mark.shared
@pytest.mark.parametrize("seed", range(5))
def test_it_is_the_shared_scorer(seed):
    if not SHARED.is_file():
        pytest.skip("the shared material is not here")
    spec = importlib.util.spec_from_file_location("score_events", SHARED)
    shared = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(shared)
    chance = random.Random(seed)
    spots = [(report, start) for report in "abc" for start in range(0, 100, 10)]
    events = [[] for _ in range(6)]
    for spot in spots:
        chance.choice(events).append(spot)
    row = a_group(*(event for event in events if event))
    claims = [(r, s, s + 3, f"f{chance.randrange(5)}") for r, s in chance.sample(spots, 20)]
    theirs = shared.score(
        [row], [{"group": "g", "report": r, "trigger": {"start": s, "end": e}, "event": f} for r, s, e, f in claims]
    )
    ours = score([(group_of(row), found(*claims))])
    assert ours["covered"] == theirs["covered"]
    assert ours["b_cubed"] == pytest.approx(theirs["b_cubed"], abs=1e-4)
    assert {k: ours["links"][k] for k in ("p", "r", "f1")} == theirs["links"]
