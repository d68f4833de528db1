"""Who is harmed alone, whatever his trade."""

import pytest

from situate.model.claim import Claim, Evidence, Role
from situate.model.span import Span
from situate.resolve.one_person import each_one, how_many
from situate.text.quantities import parse


@pytest.mark.parametrize(
    ("phrase", "many"),
    [
        ("a schoolteacher", 1),
        ("A watchman", 1),
        ("a rubber tapper", 1),
        ("another Kenyan", 1),
        ("a mullah from Orm", 1),
        ("an adherent of the Aster sect", 1),
        ("three reporters, two Danes and a Dutchman", 3),
        ("Ali Hasen, a mullah", 1),
        ("Omar Dast, a mullah known in Varn", 1),
        ("a mullah and two guards", 3),
        ("a mullah, his wife and three children", 5),
        ("a blogger and a mechanic", 2),
        ("a soldier and two policemen", 3),
        ("a soldier", 1),
        ("nineteen rebels and one Kurd", 20),
        ("two Chadian and three Dutch soldiers", 5),
        ("nine people, six Kurds and three Arabs", 9),
        ("one of two wounded men", 1),
        ("three of the nine passengers", 3),
    ],
)
def test_who_is_told_by_any_noun_is_one(phrase: str, many: int) -> None:
    quantity = how_many(phrase, parse(phrase))
    assert quantity is not None
    assert (quantity.low, quantity.best, quantity.high) == (many, many, many)


@pytest.mark.parametrize(
    "phrase",
    [
        "a crowd of mourners", "a number of villagers", "a group", "a team of medics", "a string of commanders",
        "a patrol", "an army convoy truck", "the mayor", "mullahs", "them", "Omar Dast",
        "a mullah and his followers",
    ],
)  # fmt: skip
def test_who_may_be_several_is_not(phrase: str) -> None:
    assert how_many(phrase, parse(phrase)) is None


@pytest.mark.parametrize(
    ("kind", "role", "counted"),
    [
        ("explosion", "killed", True),
        ("assault", "wounded", True),
        ("abduct", "target", True),
        ("detain", "target", True),
        ("assault", "target", False),  # "attacked a sawmill"
        ("kill", "actor", False),
    ],
)
def test_only_who_is_harmed_or_taken_is_counted(kind: str, role: str, counted: bool) -> None:
    text = "It was a dustman."
    who = Role(role=role, evidence=Evidence.of(text, Span(7, 16)))
    claim = Claim(id="c", report="r", type=kind, trigger=Evidence.of(text, Span(3, 6)), roles=(who,))
    assert (each_one(claim).roles[0].quantity is not None) is counted
