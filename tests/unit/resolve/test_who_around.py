"""What stands around a phrase, in reports made for these tests."""

from __future__ import annotations

import pytest

from situate.model.span import Span
from situate.resolve.who.country import not_before, told
from situate.resolve.who.phrase import Linked, Linker
from situate.resolve.who.registry import Registry
from situate.resolve.who.report import link_all
from situate.resolve.who.told import Naming, ReportContext

LINKER = Linker(Registry.load())


def link(text: str, quote: str, *others: str, country: str | None = None, date: str | None = "2021-03-01") -> Linked:
    """The link of the last place of a phrase, in a report where other phrases are asked too."""
    asked = [*others, quote]
    starts = [text.index(other) for other in others] + [text.rindex(quote)]
    namings = [Naming(span=Span(s, s + len(q)), quote=q) for s, q in zip(starts, asked, strict=True)]
    return link_all(namings, ReportContext(text=text, country=country, date=date), LINKER)[-1]


def identifier(found: Linked) -> str | None:
    return found[0].id if found[0] else None


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("They met Vice President Mike Pence.", "Vice President", "person:mike-pence"),
        ("British UN ambassador Ada Lorn spoke.", "British UN ambassador", "local:ada-lorn"),
        ("It was said by officers of the Nigerian police.", "officers", "police-of-nigeria"),
        ("The British UN ambassador spoke.", "The British UN ambassador", "government-of-united-kingdom"),
        ("In central Kabul a car burnt.", "Kabul", None),
        ("KABUL, Oct. 2 - A car burnt.", "KABUL", None),
        ("The talks failed, Kabul said.", "Kabul", "government-of-afghanistan"),
        ("The report names Causa en Lusar.", "Causa en Lusar", "local:causa-en-lusar"),
        ("A raid by ZORCA followed.", "ZORCA", "local:zorca"),
        ("According to the Lorat news agency it fell.", "the Lorat news agency", "local:lorat-news-agency"),
        ("The Ember Gate stood there.", "The Ember Gate", None),
    ],
)
def test_a_phrase_is_read_with_what_stands_around_it(text: str, quote: str, found: str | None) -> None:
    assert identifier(link(text, quote)) == found


def test_a_monitor_that_speaks_is_the_group() -> None:
    text = "The Syrian Observatory for Human Rights counted ten. Islamic State lost. The group said they were buried."
    assert identifier(link(text, "The group", country="SY")) == "sohr"


def test_an_office_is_its_holder_or_else_the_government() -> None:
    held = "The prime minister Justin Trudeau came to Ottawa. In Canada the prime minister spoke."
    assert identifier(link(held, "the prime minister")) == "person:justin-trudeau"
    assert identifier(link("In Canada the prime minister spoke.", "the prime minister")) == "government-of-canada"
    assert identifier(link("In Canada the former prime minister spoke.", "the former prime minister")) is None


def test_soldiers_are_the_states_and_troops_where_nobody_else_fights() -> None:
    alone = "In Zimbabwe soldiers beat vendors."
    assert identifier(link(alone, "soldiers")) == "military-of-zimbabwe"
    assert identifier(link("In Nigeria soldiers met Boko Haram.", "soldiers")) == "military-of-nigeria"
    assert identifier(link("In Nigeria troops met Boko Haram.", "troops")) is None


def test_it_takes_up_what_the_sentence_begins_with() -> None:
    text = "Turkey fights the PKK, but its aims differ."
    assert identifier(link(text, "its", "Turkey", "the PKK")) == "government-of-turkey"


def test_names_in_capitals_are_read() -> None:
    text = (
        "LIMA, 3 MAY 90 -- [TEXT] COLONEL CARLOS RUNE SAID THAT THE ARMED FORCES OF PERU HELD THE TOWN. COL RUNE LEFT."
    )
    assert identifier(link(text, "COL", date="1990-05-03")) == "local:carlos-rune"
    assert identifier(link(text, "THE ARMED FORCES OF PERU", date="1990-05-03")) == "military-of-peru"


def test_presidents_of_one_name_are_told_apart_by_their_terms() -> None:
    assert identifier(link("Bush spoke.", "Bush", date="1990-01-09")) == "person:george-h-w-bush"
    assert identifier(link("Bush spoke.", "Bush", date="2004-01-09")) == "person:george-w-bush"


def test_the_state_of_a_report_is_one_that_it_names() -> None:
    parts = LINKER.names.parts("Police in the Philippines arrested two men of the Philippines.")
    assert told("CI", parts, LINKER) == "PH"
    assert told("PH", parts, LINKER) == "PH"
    assert told("UA", LINKER.names.parts("Russian aircraft struck the port."), LINKER) == "UA"


def test_a_report_is_no_older_than_the_groups_that_it_names() -> None:
    assert not_before(LINKER.names.parts("The Syrian Democratic Forces left."), LINKER) == "2015-10-10"
    assert not_before(LINKER.names.parts("Nobody left."), LINKER) is None
