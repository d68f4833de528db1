"""Descriptions that stand beside the name of a person, in reports made for these tests."""

from __future__ import annotations

import pytest

from situate.model.span import Span
from situate.resolve.who.phrase import Linker
from situate.resolve.who.registry import Registry
from situate.resolve.who.report import link_all
from situate.resolve.who.told import Naming, ReportContext

LINKER = Linker(Registry.load())


def name_of(text: str, quote: str, *others: str) -> str | None:
    """Whom a phrase means in a text of which other phrases are asked about too."""
    namings = [Naming(span=Span(text.index(q), text.index(q) + len(q)), quote=q) for q in (quote, *others)]
    actor, _ = link_all(namings, ReportContext(text=text, date="2019-03-01"), LINKER)[0]
    return actor.name if actor else None


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Ada Lorn, the tireless Kenyan president, left early.", "the tireless Kenyan president"),
        ("A bomb went off at the house of the mayor of Nairobi, Ada Lorn, at night.", "the mayor of Nairobi"),
        ("Ada Lorn, a senior Kenyan diplomat, left early.", "a senior Kenyan diplomat"),
    ],
)
def test_a_description_beside_a_name_is_the_person(text: str, quote: str) -> None:
    assert name_of(text, quote, "Ada Lorn") == "Ada Lorn"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("They met Ada Lorn, the Kenyan president and others.", "the Kenyan president"),
        ("They met the Kenyan president, Ada Lorn and others.", "the Kenyan president"),
        ("Ada Lorn, the Kenyan army, and the police came.", "the Kenyan army"),
    ],
)
def test_a_list_is_no_description(text: str, quote: str) -> None:
    assert name_of(text, quote, "Ada Lorn") != "Ada Lorn"


def test_an_office_without_an_article_after_a_name_is_the_person() -> None:
    text = "Ada Lorn, president of the Kenyan Senate, met Peter Tal, chairman of the board."
    assert name_of(text, "president", "Ada Lorn") == "Ada Lorn"
    assert name_of(text, "chairman") == "Peter Tal"
    assert name_of("Ada Lorn, police of the port, and soldiers came.", "police", "Ada Lorn") != "Ada Lorn"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("His rival, Ada Lorn, stayed in Nairobi.", "His rival"),
        ("President Bo Tal and his sister, Defence Secretary Ada Lorn, left.", "his sister"),
        ("The party met. Its coordinator, Ada Lorn, spoke.", "Its coordinator"),
        ("In Nairobi the matriarch, Ada Lorn, wept.", "the matriarch"),
        ("Ada Lorn, the former rebel who governs Mombasa, left.", "the former rebel"),
        ("Ada Lorn, a local activist who had fled, came back.", "a local activist"),
    ],
)
def test_what_one_person_is_to_another_is_whoever_is_named_beside_it(text: str, quote: str) -> None:
    assert name_of(text, quote) == "Ada Lorn"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("According to his lawyer, Ada Lorn was beaten in Nairobi.", "his lawyer"),
        ("Speaking to his brother, Ada Lorn, 34, wept.", "his brother"),
        ("His brother met Ada Lorn.", "His brother"),
        ("After the raid on the militia, Ada Lorn, the mayor, fled.", "the militia"),
    ],
)
def test_a_clause_that_begins_with_a_name_says_nothing_of_whom_stands_before_it(text: str, quote: str) -> None:
    assert name_of(text, quote) != "Ada Lorn"
