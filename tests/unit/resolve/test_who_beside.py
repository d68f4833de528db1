"""What the words beside a phrase, and what its report is, make of it."""

from __future__ import annotations

import pytest

from situate.model.span import Span
from situate.resolve.registry import Registry
from situate.resolve.who import Linked, Linker
from situate.resolve.who_country import guess_country
from situate.resolve.who_report import link_all
from situate.resolve.who_told import Naming, ReportContext

LINKER = Linker(Registry.load())


def ids(
    text: str,
    *quotes: str,
    country: str | None = None,
    speakers: tuple[str, ...] = (),
    refs: dict[str, str] | None = None,
) -> list[str | None]:
    """The ids that quotes are linked to, each searched after the one before it."""
    namings, at = [], 0
    for quote in quotes:
        start = text.index(quote, at)
        at = start + len(quote)
        ref = (refs or {}).get(quote)
        namings.append(Naming(span=Span(start, at), quote=quote, speaker=quote in speakers, ref=ref))
    found: list[Linked] = link_all(namings, ReportContext(text=text, country=country), LINKER)
    return [actor.id if actor else None for actor, _ in found]


@pytest.mark.parametrize(
    ("phrase", "country", "actor"),
    [
        ("the junta", "TH", "government-of-thailand"),  # a row's small word is a common word in other lands
        ("the junta", "MM", "sac-myanmar"),
        ("Communist Party officials", "CN", "chinese-communist-party"),
        ("PTI", "PK", "pti-pakistan"),
        ("PTI", "IN", "pti"),
        ("government critics", "SA", None),
        ("the anti-balaka", "CF", "anti-balaka"),
        ("the Central American Parliament", "GT", "central-american-parliament"),
        ("International Peace Brigades", "GT", None),
        ("A delegation of All Lusar Pakistan Muslim League", "PK", "local:all-lusar-pakistan-muslim-league"),
        ("the Movement for Quality Government", "IL", "local:movement-for-quality-government"),
        ("Banco de Occidente de Panama", "PA", "local:banco-de-occidente-de-panama"),
        ("Radio America", "HN", "local:radio-america"),
        ("personnel at the Delhi Police", "IN", "delhi-police"),
        ("people of Saudi Arabia", "EG", "civilians-sa"),
        ("the AKP government", "TR", "government-of-turkey"),
        ("the Turkish commander", "SY", "military-of-turkey"),
        ("the British", "IQ", "government-of-united-kingdom"),
        ("U.S officials", "IQ", "government-of-united-states"),
        ("the dictatorship", "SV", "government-of-el-salvador"),
        ("5th infantry brigade troops", "SV", "salvadoran-army"),
        ("a Kurd", "SY", None),
        ("the U.N. Human Rights Council", "LB", "un-human-rights-council"),
    ],
)
def test_phrases_in_a_report_on_a_land(phrase: str, country: str, actor: str | None) -> None:
    found, _ = LINKER.link(phrase, country_hint=country)
    assert (found.id if found else None) == actor


def test_an_armed_group_of_a_name_that_many_lands_have_is_that_of_its_own_land() -> None:
    text = "In Algeria the National Liberation Army fought France."
    assert ids(text, "the National Liberation Army", country="DZ") == ["local:national-liberation-army"]
    text = "In Colombia the National Liberation Army fired on a patrol."
    assert ids(text, "the National Liberation Army", country="CO") == ["eln"]


def test_people_before_a_plural_pronoun_keep_it_from_a_body_named_farther_off() -> None:
    assert ids("Lusar Police Command seeks five girls, their teacher said.", "Lusar Police Command", "their")[1] is None


def test_the_rebels_are_the_one_armed_group_that_is_named() -> None:
    text = "The ELN struck in Arauca, Colombia. The guerrillas fled."
    assert ids(text, "The ELN", "The guerrillas", country="CO") == ["eln", "eln"]
    text = "The ELN and M-19 struck in Arauca, Colombia. The guerrillas fled."
    assert ids(text, "The guerrillas", country="CO") == ["rebels-co"]


def test_we_in_ones_own_statement_are_its_author_but_not_within_a_quotation() -> None:
    head = "[Communique] [Farabundo Marti National Liberation Front] [Text] The Salvadoran Air Force bombed Perquin. "
    assert ids(f"{head}We call on the people.", "The Salvadoran Air Force", "We", country="SV")[1] == "fmln"
    text = f"{head}A pilot said: “We saw fire.”"
    assert ids(text, "A pilot", "We", country="SV", speakers=("A pilot",))[1] != "fmln"


def test_he_after_a_quotation_is_nobody_of_whom_it_speaks() -> None:
    text = 'Minister Aldo Lorn spoke in Lusar. "The instigator is Bruno Tal," he added.'
    found = ids(text, "Minister Aldo Lorn", "Bruno Tal", "he", speakers=("he",))
    assert found[2] == found[0] != found[1]


def test_a_regions_own_authorities() -> None:
    text = "Somalia watched. Authorities in Somaliland freed the reporters."
    assert ids(text, "Authorities", country="SO") == ["somaliland-government"]


def test_the_office_of_a_person_is_that_persons() -> None:
    text = "President Michel Suleiman met the envoy. Suleiman's office said so."
    assert ids(text, "President Michel Suleiman", "Suleiman's office", country="LB") == ["person:michel-suleiman"] * 2


def test_an_abbreviation_is_short_for_the_name_that_has_its_letters() -> None:
    text = "The Philippines and the Federated States of Micronesia (FSM) agreed. The FSM was glad."
    assert ids(text, "The FSM", country="PH") == ["government-of-micronesia"]


def test_a_watchdog_that_is_new_is_none_that_was_told_of() -> None:
    text = "An international watchdog organization has found torture. " + "It was long ago. " * 20 + "Amnesty agreed."
    assert ids(text, "An international watchdog organization") == [None]


def test_a_group_that_fights_in_many_lands_tells_of_none() -> None:
    assert (
        guess_country(LINKER.names.parts("The Islamic State group said that a man stabbed a police officer."), LINKER)
        is None
    )
    assert guess_country(LINKER.names.parts("The ELN said that a man stabbed a police officer."), LINKER) == "CO"
