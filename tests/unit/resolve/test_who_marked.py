"""Names that only the reader takes for names, and phrases that are pieces, in reports made for these tests."""

from __future__ import annotations

import pytest

from situate.model.span import Span
from situate.resolve.who.phrase import Linked, Linker
from situate.resolve.who.registry import Registry
from situate.resolve.who.report import link_all
from situate.resolve.who.told import Naming, ReportContext

LINKER = Linker(Registry.load())


def link(
    text: str,
    quote: str,
    *others: str,
    marked: tuple[tuple[str, str], ...] = (),
    places: tuple[str, ...] = (),
    country: str | None = None,
) -> Linked:
    """The link of the last place of a phrase; ``marked``: what the reader marks, and as what."""

    def span(words: str) -> Span:
        return Span(text.rindex(words), text.rindex(words) + len(words))

    namings = [Naming(span=span(words), quote=words) for words in (*others, quote)]
    context = ReportContext(
        text=text,
        country=country,
        date="2021-03-01",
        toponyms=frozenset(map(span, places)),
        marked=[(span(words), kind) for words, kind in marked],
    )
    return link_all(namings, context, LINKER)[-1]


def identifier(found: Linked) -> str | None:
    return found[0].id if found[0] else None


@pytest.mark.parametrize(
    ("text", "quote", "kind", "found"),
    [
        ("On Monday Velkora and the unions agreed to talk.", "Velkora", "organisation", "local:velkora"),
        ("It blamed the firm Orsk for the delay.", "Orsk", "organisation", "local:orsk"),
        ("Later the Tambo juvenile court freed him.", "the Tambo juvenile court", "organisation",
         "local:tambo-juvenile-court"),
        ("In Lorn, Police opened the road.", "Police", "organisation", None),  # a common word
        ("Hope played a part, for hope is all they had.", "Hope", "person", None),  # written small elsewhere
        ("They are Veldans; a Veldan baker fled.", "Veldans", "organisation", None),  # a people
        ("On Monday the Velkora passed.", "the Velkora", "place", None),
    ],
)  # fmt: skip
def test_a_name_that_only_the_reader_marks(text: str, quote: str, kind: str, found: str | None) -> None:
    assert identifier(link(text, quote, marked=((quote, kind),))) == found


def test_nothing_is_a_name_that_nobody_marks() -> None:
    assert identifier(link("On Monday Velkora and the unions agreed to talk.", "Velkora")) is None


def test_a_person_that_only_the_reader_marks_is_private() -> None:
    actor, _ = link("The baby of Ada, Ludo, was buried.", "Ludo", marked=(("Ludo", "person"),))
    assert actor is not None
    assert (actor.name, actor.private) == ("Ludo", True)


def test_a_piece_of_what_is_marked_is_the_whole() -> None:
    text = "On Monday the Harl Sheriff's Department opened the road."
    found = link(text, "the Harl Sheriff", marked=(("the Harl Sheriff's Department", "organisation"),))
    assert found[0] is not None
    assert found[0].name == "Harl Sheriff's Department"


def test_what_the_gazetteer_knows_for_a_place_is_none_where_nothing_is_in_it() -> None:
    firm, town = "The court fined Mirna a million.", "The court fined Mirna. Floods are feared in Mirna."
    marked = (("Mirna", "organisation"),)
    assert identifier(link(firm, "Mirna", marked=marked, places=("Mirna",))) == "local:mirna"
    assert identifier(link(town, "Mirna", marked=marked, places=("Mirna",))) is None


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("Half a million people crossed into Ecuador last year.", "Ecuador", None),
        ("He blamed Ecuador for it.", "Ecuador", "government-of-ecuador"),
        ("Kenya's war on poachers goes on.", "Kenya", None),
        ("Kenya's defence of its border goes on.", "Kenya", "government-of-kenya"),
        ("Aid will reach people in Somalia, Ethiopia and Kenya.", "Somalia, Ethiopia and Kenya", None),
        ("Factions hold much of eastern Lebanon.", "eastern Lebanon", None),
        ("A base used by both US and Kenyan forces was hit.", "US and Kenyan forces", "us-military"),
        ("Attacks on the rebel-held western region went on in Yemen.", "the rebel-held western region", None),
        ("The Westminster magistrates court freed him.", "The Westminster magistrates court",
         "local:westminster-magistrates-court"),
        ("The Harl province justice department wrote a letter.", "The Harl province justice department",
         "local:harl-province-justice-department"),
        ("It was confirmed by the Reuters news agency that he fled.", "It", None),
        ("Ties of the PKK terrorist organization are old.", "terrorist", "pkk"),
        ("A study by the Council on Foreign Relations says so.", "the Council", "cfr"),
        ("In a letter the municipal government of Harl, in Kenya, ordered a curfew.", "the municipal government", None),
        ("The government of Bermuda met its army.", "its army", None),
    ],
)  # fmt: skip
def test_lands_and_pieces(text: str, quote: str, found: str | None) -> None:
    assert identifier(link(text, quote)) == found


def test_a_town_says_which_land_is_meant_as_one() -> None:
    text = "Fighters wait near Harl, Kenya. They left."
    assert identifier(link(text, "Kenya", places=("Harl",))) is None


def test_the_abbreviation_of_a_group_of_another_land_is_not_that_group() -> None:
    assert identifier(link("New Zealand trusts the ADF, it said. New Zealand waits.", "the ADF")) != "adf"
    assert identifier(link("In Uganda the ADF attacked a school.", "the ADF")) == "adf"


def test_who_speaks_in_a_transcript() -> None:
    text = (
        "Interview with General Carlos Lorn of the police by a reporter. [Reporter] Who led it? [Lorn] We did, all of "
        "us. [Reporter] How was it reported? [Lorn] Just as I am reporting it."
    )
    actor, _ = link(text, "I")
    assert actor is not None
    assert "Lorn" in actor.name


def test_troops_are_those_of_the_state_that_the_sentence_names() -> None:
    text = "Nicaragua is to withdraw. The Honduran government has not increased the number of troops at the border."
    assert identifier(link(text, "troops", "The Honduran government")) == "military-of-honduras"


def test_an_outlet_is_not_what_was_attacked() -> None:
    text = "The mayor told AFP so. The school was full when it was attacked at noon."
    assert identifier(link(text, "it", "AFP")) is None
