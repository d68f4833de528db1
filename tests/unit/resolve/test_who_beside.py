"""What the words beside a phrase, and what its report is, make of it."""

from __future__ import annotations

import pytest

from situate.model.span import Span
from situate.resolve.who.country import guess_country
from situate.resolve.who.phrase import Linked, Linker
from situate.resolve.who.registry import Registry
from situate.resolve.who.report import link_all
from situate.resolve.who.told import Naming, ReportContext

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
        ("the Kingdom of Bahrain", None, "government-of-bahrain"),
        ("Bolivarian Republic of Venezuela", None, "government-of-venezuela"),
        ("the People’s Republic of China", None, "government-of-china"),
        ("French tourists", "EG", "civilians-fr"),
        ("tourists", "EG", None),
        ("ethnic Russians", "UA", None),
        ("a New Hampshire Republican", "US", None),
        ("Environment Minister Ada Hill", "AU", "local:ada-hill"),
        ("Russia’s UN ambassador", "SY", "government-of-russia"),
        ("the Lusar party, the Ulster Unionists", "GB", "uup"),
        ("Egyptian state television", "EG", "state-media-eg"),
        ("a member of the Peruvian National Police", "PE", "police-of-peru"),
        ("an army patrol", "SV", "salvadoran-army"),
        ("one opposition lawmaker", "UA", None),
        ("opposition fighters", "SY", "syrian-rebels"),
        ("the Sahrawi people", "MA", "civilians-eh"),
        ("the junta", "TH", "government-of-thailand"),  # a row's small word is a common word in other lands
        ("the junta", "MM", "sac-myanmar"),
        ("the army of the junta", "TH", "military-of-thailand"),
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


def test_the_party_of_another_land_is_not_the_american_one() -> None:
    text = "Kuwait’s parliament banned the Republican Party."
    assert ids(text, "the Republican Party", country="KW") == ["local:republican-party"]


def test_the_embassy_is_that_of_the_state_whose_missions_were_named() -> None:
    text = "Bombs hit the French embassies in Kenya. Guards at the embassy died."
    assert ids(text, "the embassy", country="KE") == ["government-of-france"]
    assert ids("Guards at the embassy died in Kenya.", "the embassy", country="KE") == [None]


def test_rebels_joined_with_an_army_fight_its_state() -> None:
    text = "Costa Rica asked for a truce between the Salvadoran army and guerrillas."
    assert ids(text, "the Salvadoran army", "guerrillas", country="CR")[1] == "fmln"


def test_a_name_before_style_is_nobody() -> None:
    assert ids("They used KGB-style tactics. The KGB denied it.", "KGB", "The KGB", country="RU") == [None, "kgb"]


def test_a_title_of_many_letters_ends_its_sentence() -> None:
    text = "She married a Tunisian fighter. British police came."
    assert ids(text, "a Tunisian fighter", country="SY") == [None]


def test_the_secretary_of_state_is_the_holder_or_the_department() -> None:
    text = "US Secretary of State Antony Blinken came. The Secretary of State left."
    assert ids(text, "The Secretary of State", country="US") == ["person:antony-blinken"]
    text = "The US warned Iran. The Secretary of State signed it."
    assert ids(text, "The Secretary of State", country="US") == ["us-state-department"]


def test_two_family_names_are_those_of_the_person_named_in_full() -> None:
    text = "Monsignor Gregorio Rosa Chavez spoke. Rosa Chavez left."
    assert ids(text, "Rosa Chavez left".removesuffix(" left"), country="SV") == ["person:gregorio-rosa-chavez"]


def test_the_town_of_a_dateline_and_its_outlet_tell_no_land() -> None:
    text = "MEXICO CITY (MEXICO), 3 MAR 90 (NOTIMEX) -- The FMLN shelled a barracks in El Salvador."
    assert guess_country(LINKER.names.parts(text), LINKER) == "SV"


def test_it_before_says_is_the_subject_of_the_sentence() -> None:
    text = "Qatar vexed the French government when it said it would sell."
    assert ids(text, "Qatar", "the French government", "it", country="QA", speakers=("it",))[2] == "government-of-qatar"


def test_paragraphs_after_said_are_the_speakers() -> None:
    text = "Foreign Minister Ada Lorn, said:\n\nThe attack was vile.\n\nI offer my sympathy."
    assert ids(text, "Foreign Minister Ada Lorn", "I", country="GB", speakers=("Foreign Minister Ada Lorn",)) == [
        "local:ada-lorn", "local:ada-lorn"
    ]  # fmt: skip


def test_turns_of_an_interview_stand_in_brackets_after_a_sentence() -> None:
    text = (
        "A talk with General Ada Lorn. [reporter] Who did it? [Lorn] The Front [FLT] did. I know it. "
        "[reporter] Why? [Lorn] I told you."
    )
    assert ids(text, "I", country="CO") == ["local:ada-lorn"]


def test_based_somewhere_is_no_state_and_their_people_are_nobodys() -> None:
    assert ids("An Australian-based firm sold it.", "Australian", country="CN") == [None]
    assert ids("Regimes spy on their people.", "their people", country="US") == [None]
    assert ids("Two Kenyan officers left Nairobi.", "Two Kenyan officers", country="KE") == ["military-of-kenya"]


@pytest.mark.parametrize(
    ("words", "country", "expected"),
    [
        ("Front fighters", "MA", "polisario"), ("the Front", "MA", "polisario"), ("Front officials", "MA", "polisario"),
        ("Front fighters", "SY", None), ("the front", "MA", None),
    ],
)  # fmt: skip
def test_a_group_is_called_by_the_noun_of_its_name_where_no_other_bears_it(words, country, expected) -> None:
    assert ids(f"On Monday {words} took a hill.", words, country=country) == [expected]
    named = f"The Dawn Front met. On Monday {words} took a hill."
    assert ids(named, "The Dawn Front", words, country=country)[1] != (expected or "polisario")


def test_a_small_word_says_nothing_of_the_land_that_is_told_of() -> None:
    assert guess_country(LINKER.names.parts("The army of the junta fired. The junta denied it."), LINKER) is None
