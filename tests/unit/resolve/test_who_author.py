"""Whose a speech or a broadcast is, appositions to bodies, and words that are no actors."""

from __future__ import annotations

import pytest

from situate.model.span import Span
from situate.resolve.who.around import stands_for_a_thing
from situate.resolve.who.phrase import Linked, Linker
from situate.resolve.who.registry import Registry
from situate.resolve.who.report import link_all
from situate.resolve.who.told import Naming, ReportContext

LINKER = Linker(Registry.load())
SPEAKING = frozenset({"Rola Tal"})


def links(text: str, *quotes: str, country: str | None = "SV", date: str = "1989-11") -> list[Linked]:
    """The links of quotes, each searched after the one before it."""
    namings, at = [], 0
    for quote in quotes:
        start = text.index(quote, at)
        at = start + 1
        namings.append(Naming(span=Span(start, start + len(quote)), quote=quote, speaker=quote in SPEAKING))
    return link_all(namings, ReportContext(text=text, country=country, date=date), LINKER)


def ids(found: list[Linked]) -> list[str | None]:
    return [actor.id if actor else None for actor, _ in found]


def test_we_in_a_communique_are_those_who_signed_it() -> None:
    text = "San Salvador, 14 Nov 89 (Radio Lusar) -- [Statement] [FMLN General Command] [Text] We will go on."
    assert ids(links(text, "We")) == ["fmln"]


@pytest.mark.parametrize(
    ("head", "whose"),
    [
        ("Statement of the FMLN General Command on the fighting in San Miguel", "fmln"),
        ("FMLN General Command\nCommuniqué No. 4, 14 November", "fmln"),
        ("Press release", None),
    ],
)
def test_we_in_a_statement_are_those_whose_it_is(head: str, whose: str | None) -> None:
    assert ids(links(f"{head}\n\nOur fighters hold the quarter. We will go on.", "We")) == [whose]


def test_we_on_the_radio_of_an_armed_side_are_that_side_and_its_enemy_the_state() -> None:
    text = "Clandestine, 14 Nov 89 (Radio Venceremos) -- [Text] We hit the enemy troops in El Salvador."
    assert ids(links(text, "We", "the enemy troops")) == ["fmln", "salvadoran-army"]


def test_i_in_a_speech_is_the_speaker_and_we_the_office() -> None:
    text = "San Salvador, 16 Jun 89 (Radio Lusar) -- [Speech] [Alfredo Cristiani] [Text] I ask you. We will act."
    assert ids(links(text, "I", "We")) == ["person:alfredo-cristiani", "government-of-el-salvador"]


def test_a_body_in_apposition_to_its_name() -> None:
    text = "They were hurt by ARENA [Nationalist Republican Alliance], the ruling party in El Salvador."
    assert ids(links(text, "ARENA", "the ruling party")) == ["arena-el-salvador"] * 2


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("Parties to the Salvadoran conflict met.", "Salvadoran", None),
        ("All Salvadoran deaths were noted.", "Salvadoran", None),
        ("They read El Salvador’s national security law.", "El Salvador’s national security law", None),
        ("Two men posing as members of the FMLN were held.", "Two men posing as members of the FMLN", None),
        ("The workers and the woman leader left.", "the woman leader", None),
        ("It left it clearly shown that they won.", "it clearly"[:2], None),
        ("The Foreign Ministry answered.", "The Foreign Ministry", "government-of-el-salvador"),
        ("The Air Force bombed it.", "The Air Force", "air-force-of-el-salvador"),
        ("The infantry brigade moved.", "The infantry brigade", "salvadoran-army"),
        ("Mexicans live there.", "Mexicans", "civilians-mx"),
        ("Schafik Handal Tal spoke.", "Schafik Handal Tal", "person:shafik-handal"),
        ("He took office as president in June.", "president", "government-of-el-salvador"),
        ("Amnesty International Mexico said so.", "Mexico", "amnesty"),
    ],
)
def test_words_and_names(text: str, quote: str, found: str | None) -> None:
    assert ids(links(text, quote)) == [found]


def test_a_town_s_saint_gives_an_institution_its_name() -> None:
    actor, _ = links("The pupils of St. Lusara’s College left.", "St. Lusara")[0]
    assert actor is not None
    assert actor.name == "St. Lusara’s College"


@pytest.mark.parametrize(("country", "found"), [("IQ", "krg"), ("SY", "aanes"), ("TR", None)])
def test_kurds_who_govern_are_no_fighters(country: str, found: str | None) -> None:
    assert ids(links("Kurdish officials said so.", "Kurdish officials", country=country, date="2017-09"))[0] in {found}


def test_members_of_the_same_organisation() -> None:
    text = "The FMLN took the town. Members of the same organisation burned a bus."
    assert ids(links(text, "Members of the same organisation")) == ["fmln"]


def test_a_law_s_abbreviation_is_no_body() -> None:
    assert stands_for_a_thing("held under the Public Safety Act (PSA)", "PSA")
    assert not stands_for_a_thing("the Popular Salvation Army (PSA)", "PSA")


def test_salvador_before_a_family_name_is_a_given_name() -> None:
    actor, _ = links("Salvador Samayoa said so.", "Salvador Samayoa")[0]
    assert actor is not None
    assert actor.kind == "person"


def test_abdul_fatah_is_no_party() -> None:
    actor, _ = links("The father, Abdul Fatah, was hurt.", "Abdul Fatah", country="PK", date="2019")[0]
    assert actor is None or actor.kind == "person"


def test_i_of_a_quotation_are_its_speaker_although_the_text_lost_a_mark() -> None:
    text = 'Half of them are gone" said Rola Tal. "I again appeal to donors in El Salvador.'
    _, (actor, _) = links(text, "Rola Tal", "I")
    assert actor is not None
    assert actor.name == "Rola Tal"


def test_who_wrote_a_piece_is_told_in_its_last_line() -> None:
    text = "I saw the town. My house was gone. I went on. Maria Lorn is a teacher in the north."
    found = links(text, "I saw"[:1], "Maria Lorn", country=None, date="2018-02")
    assert found[0][0] is not None
    assert found[0][0] == found[1][0]


def test_a_statement_on_the_record_of_a_spokesman() -> None:
    text = (
        "Attribution is on-the-record from Spokesperson John Kirby.\n\nQuestion: What can we say of the United States?"
    )
    assert ids(links(text, "we", country="US", date="2016-10")) == ["us-state-department"]


@pytest.mark.parametrize(
    ("speaker", "named", "enemy"),
    [
        ("The Ukrainian army", ["Russian forces"], "russian-armed-forces"),
        ("The Russian army", ["Ukrainian troops"], "armed-forces-of-ukraine"),
        ("The Ukrainian army", [], None),
        ("A resident", ["Russian forces"], None),
    ],
)
def test_the_enemy_is_the_other_side_that_a_report_names(speaker: str, named: list[str], enemy: str | None) -> None:
    text = f"{speaker} said the enemy shelled Kherson. " + "".join(f"{one} were seen there. " for one in named)
    content = text.index("the enemy shelled Kherson")
    quotes = [speaker, "the enemy", *named]
    spans = [Span(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]
    namings = [Naming(span=span, quote=span.of(text), speaker=not i) for i, span in enumerate(spans)]
    said = ((Span(content, content + len("the enemy shelled Kherson")), spans[0]),)
    context = ReportContext(text=text, country="UA", date="2024-05", said=said)
    assert ids(link_all(namings, context, LINKER))[1] == enemy
