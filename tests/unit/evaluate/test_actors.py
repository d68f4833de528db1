from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from situate.evaluate.actors import Found, Label, is_right, label_of, score
from situate.model.actor import Actor
from situate.resolve.who.names import keys

TEXT = "Arun Tal of the Anhara police said that the River Front had left."
MILL = Actor(id="river-front", name="River Front")


def label(*right: Any, half: str = "held", unseen: bool = True) -> Label:
    row = {"data": "made", "id": "r", "sha256": "", "start": 0, "end": 8, "half": half, "unseen": unseen}
    return label_of({**row, "right": list(right)})


def test_an_id_is_right_by_itself_and_nobody_only_where_nobody_is_meant() -> None:
    assert is_right(label("river-front"), MILL, TEXT, keys)
    assert not is_right(label("river-front"), None, TEXT, keys)
    assert is_right(label(None), None, TEXT, keys)
    assert not is_right(label(None), MILL, TEXT, keys)


@pytest.mark.parametrize(
    ("name", "right"), [("Arun Tal", True), ("Tal", True), ("Mr Arun Tal", True), ("Arun Sel", False)]
)
def test_a_named_actor_is_right_under_a_part_of_the_name(name: str, right: bool) -> None:
    assert is_right(label([0, 8]), Actor(id="local:x", name=name), TEXT, keys) == right


def test_a_row_is_right_under_each_of_its_names() -> None:
    named = Actor(id="anhara-police", name="Police of Anhara")
    assert not is_right(label([0, 8]), MILL, TEXT, keys, ("the Front",))
    assert is_right(label([16, 29]), named, TEXT, keys, ("Police of Anhara", "Anhara police"))
    assert not is_right(label([0, 8]), named, TEXT, keys, ("Police of Anhara", "Anhara police"))


def test_a_label_needs_an_answer() -> None:
    with pytest.raises(ValueError):
        label()


def answers(*items: tuple[Label, Found]) -> list[tuple[Label, Found, bool]]:
    return [(one, found, is_right(one, found[0], TEXT, keys)) for one, found in items]


def test_figures_tell_precision_recall_and_reasons_apart() -> None:
    other = Actor(id="other", name="Other")
    figures = score(
        answers(
            (label("river-front"), (MILL, None)),
            (label("river-front", half="development"), (other, None)),
            (label("river-front", unseen=False), (None, "pronoun")),
            (label(None), (None, "description")),
        )
    )
    assert figures["all"] == {
        "mentions": 4, "right": 0.5, "precision": 0.5, "recall": 0.3333,
        "unresolved": {"share": 0.5, "description": 1, "pronoun": 1},
    }  # fmt: skip
    assert figures["unseen_conflicts"]["mentions"] == 3  # type: ignore[index]
    assert figures["held_unseen_conflicts"]["right"] == 1.0  # type: ignore[index]


@given(st.lists(st.tuples(st.booleans(), st.sampled_from([None, "river-front", "other"])), max_size=20))
def test_the_halves_add_up_and_shares_are_shares(drawn: list[tuple[bool, str | None]]) -> None:
    items = [
        (label("river-front", None, half="held" if held else "development"), (Actor(id=i, name=i) if i else None, None))
        for held, i in drawn
    ]
    figures: Any = score(answers(*items))
    assert figures["held"]["mentions"] + figures["development"]["mentions"] == figures["all"]["mentions"] == len(items)
    assert all(0 <= figures["all"][name] <= 1 for name in ("right", "precision", "recall"))
