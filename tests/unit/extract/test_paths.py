import pytest
from hypothesis import given
from hypothesis import strategies as st

from situate.extract.tree.paths import DOWNS, UPS, paths

# "Rebels holding Lisk shelled the old town": shelled rules Rebels and town, Rebels rule holding, holding rules Lisk.
HEADS = [3, 0, 1, -1, 6, 6, 3]
NAMES = ["nsubj", "acl", "obj", "root", "det", "amod", "obj"]


def of(trigger: int) -> list[tuple[int, int]]:
    """The classes of all words as seen from one."""
    up, down = paths(HEADS, NAMES, trigger, trigger + 1)
    return list(zip(up.tolist(), down.tolist(), strict=True))


def test_the_trigger_itself_is_no_way_at_all() -> None:
    assert of(3)[3] == (1, 1)


def test_a_subject_is_another_way_than_an_object_and_a_head_than_what_it_rules() -> None:
    rebels, holding, lisk, _, the, old, town = of(3)
    assert rebels[0] == town[0] == 1
    assert rebels[1] != town[1]
    assert the == old
    assert the != town
    assert holding == lisk
    assert holding != rebels


def test_who_holds_is_one_step_up_by_the_relation_of_the_participle() -> None:
    rebels, _, lisk, shelled, _, _, town = of(1)
    assert rebels[0] > 1
    assert rebels[1] == 1
    assert lisk[0] == 1
    assert shelled[0] == town[0] != rebels[0]
    assert town[1] != 1


@given(st.lists(st.tuples(st.integers(-1, 9), st.sampled_from(["nsubj", "obj", "dep"])), min_size=1, max_size=10))
def test_any_row_of_heads_gives_known_classes(words: list[tuple[int, str]]) -> None:
    heads = [min(h, len(words) - 1) for h, _ in words]
    for trigger in range(len(words)):
        up, down = paths(heads, [n for _, n in words], trigger, trigger + 1)
        assert up.min() >= 1
        assert down.min() >= 1
        assert up.max() < UPS
        assert down.max() < DOWNS


@pytest.mark.parametrize(("first", "last"), [(0, 1), (2, 4), (0, 7)])
def test_a_trigger_of_several_words_is_seen_from_the_word_that_rules_them(first: int, last: int) -> None:
    up, down = paths(HEADS, NAMES, first, last)
    ruling = {(0, 1): 0, (2, 4): 2, (0, 7): 3}[first, last]
    assert (up[ruling], down[ruling]) == (1, 1)
