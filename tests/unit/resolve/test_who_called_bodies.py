"""Bodies that a report has called by a noun, epithets of states, units, governments by who leads them."""

from __future__ import annotations

import pytest

from situate.model.span import Span
from situate.resolve.who.phrase import Linker
from situate.resolve.who.registry import Registry
from situate.resolve.who.report import link_all
from situate.resolve.who.told import Naming, ReportContext

LINKER = Linker(Registry.load())


def who(text: str, quote: str, *others: str, country: str | None = None, date: str | None = "2019-03-01") -> str | None:
    """The id of whom the last place of a phrase means; ``others`` are asked about too."""
    namings = [Naming(span=Span(text.index(q), text.index(q) + len(q)), quote=q) for q in others]
    at = text.rindex(quote)
    namings.append(Naming(span=Span(at, at + len(quote)), quote=quote))
    actor, _ = link_all(namings, ReportContext(text=text, country=country, date=date), LINKER)[-1]
    return actor.id if actor else None


@pytest.mark.parametrize(
    ("text", "quote", "meant"),
    [
        ("The oil company Ecopetrol shut a well. The company counts its losses.", "The company", "ecopetrol"),
        ("The mining firm Lorn Ore shut a pit. The firm blamed robbers.", "The firm", "local:lorn-ore"),
        ("Lorn Direct, a small charity, fed them. The charity left.", "The charity", "local:lorn-direct"),
        (
            "Amnesty International wrote to Kyiv. The London-based group named ten men.",
            "The London-based group",
            "amnesty",
        ),
        ("UNICEF told the United Nations so. The agency has left.", "The agency", "unicef"),
        (
            "Amnesty International wrote of al-Shabaab in Kenya. The organisation named ten.",
            "The organisation",
            "amnesty",
        ),
    ],
)
def test_a_body_is_called_by_its_noun(text: str, quote: str, meant: str) -> None:
    assert who(text, quote) == meant


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("In Lusar, the oil company lost a well. The company counts its losses.", "The company"),
        ("The oil company Ecopetrol shut a well. Another company opened one.", "Another company"),
        ("Ada Lorn, a teacher, works for the company.", "the company"),
    ],
)
def test_a_body_that_is_not_named_is_nobody(text: str, quote: str) -> None:
    assert who(text, quote) is None


def test_a_mission_is_sent_by_states_and_a_bloc_is_of_states() -> None:
    text = "ECOWAS met while JNIM fought in Mali. The bloc waited."
    assert who(text, "The bloc", country="ML") == "ecowas"
    assert who("JNIM fought in Mali. The mission was not over.", "The mission", country="ML") is None
    assert who("JNIM shelled the UN mission in Mali.", "the UN mission", country="ML") == "minusma"
    assert who("JNIM shelled the UN mission.", "the UN mission", country="NO") == "united-nations"


def test_a_government_is_told_by_who_leads_it() -> None:
    text = "Guns fell silent in Bosnia. The Clinton administration waits."
    assert who(text, "The Clinton administration", country="BA", date="1994-02-01") == "government-of-united-states"
    text = "Guns fell silent in Bosnia. The Lorn administration waits."
    assert who(text, "The Lorn administration", country="BA", date="1994-02-01") != "government-of-united-states"


def test_an_institution_is_of_the_land_that_its_sentence_begins_in() -> None:
    text = "Mali's army took Kidal. In Algiers, the foreign ministry was silent. The foreign ministry spoke."
    assert who(text, "the foreign ministry", country="ML") == "government-of-algeria"
    assert who(text, "The foreign ministry", country="ML") == "government-of-mali"


def test_a_capital_is_who_governs_there_where_something_is_theirs() -> None:
    text = "The jets came at the request of Manila."
    assert who(text, "Manila", country="PH") == "government-of-philippines"
    assert who("The jets came to the north of Manila.", "Manila", country="PH") is None
    assert who("They got weapons from Manila.", "Manila", country="PH") == "government-of-philippines"


def test_states_are_called_by_where_they_are() -> None:
    text = "Sudan's army says that the United Arab Emirates arms its foes, which the Gulf state denies."
    assert who(text, "the Gulf state", country="SD") == "government-of-united-arab-emirates"
    text = "Colombia asked Cuba for the men. The island refused. Planes land on the island."
    assert who(text, "The island", country="CO") == "government-of-cuba"
    assert who(text, "the island", country="CO") is None
    assert who("Qatar and Kuwait met in Sudan. The Gulf state left.", "The Gulf state", country="SD") is None


def test_a_numbered_unit_is_of_the_only_army_told_of() -> None:
    text = "The 57 Division fought the LTTE in Sri Lanka."
    assert who(text, "The 57 Division", country="LK", date="2008-10-01") == "military-of-sri-lanka"
    text = "The 72nd Brigade fled from separatists in Ukraine."
    assert who(text, "The 72nd Brigade", country="UA") != "armed-forces-of-ukraine"


def test_former_rebels_are_no_rebels_of_today() -> None:
    text = "The Moro Islamic Liberation Front has signed. The former rebels opened a road."
    assert who(text, "The former rebels", country="PH") == "milf"
    assert who("The former rebels opened a road in Cotabato.", "The former rebels", country="PH") is None


def test_officials_are_of_the_government_that_the_sentence_names() -> None:
    text = "The Turkish government is angry over Bosnia, officials said."
    assert who(text, "officials", "The Turkish government", country="BA") == "government-of-turkey"
    text = "The Turkish government and the Greek government differ, officials said."
    assert who(text, "officials", "The Turkish government", "the Greek government", country="BA") is None


def test_maoists_are_those_of_the_land_and_rebels_those_of_the_war() -> None:
    assert who("Maoist rebels took Beni in Nepal.", "Maoist rebels", country="NP", date="2004-03-22") == "cpn-maoist"
    assert who("Maoist rebels took a camp in India.", "Maoist rebels", country="IN") == "naxalites"
    assert who("Rebels held on in Grozny.", "Rebels", country="RU", date="2000-01-05") == "ichkeria"
    assert who("Rebels held on in Grozny.", "Rebels", country="RU", date="2012-01-05") != "ichkeria"


def test_a_family_name_like_a_groups_is_a_persons_behind_a_given_name() -> None:
    text = "Omar Maute led the Maute group in Marawi. Omar Maute fled."
    assert who(text, "Omar Maute", country="PH", date="2017-06-01") != "maute-group"
    assert who(text, "the Maute group", country="PH", date="2017-06-01") == "maute-group"


def test_we_is_whom_a_speaker_is_told_to_be_of() -> None:
    quoted = '"We hold the hill," said Major Ada Lorn of the 12th Regiment, who fights the LTTE in Sri Lanka.'
    said = Naming(span=Span(24, 60), quote=quoted[24:60], speaker=True)
    we = Naming(span=Span(1, 3), quote="We")
    context = ReportContext(text=quoted, country="LK", date="2008-10-01", said=[(Span(0, 23), said.span)])
    actor, _ = link_all([we, said], context, LINKER)[0]
    assert actor is not None
    assert actor.id == "military-of-sri-lanka"


def test_people_are_of_the_land_that_their_name_tells() -> None:
    assert who("Berlin takes in Palestinian refugees.", "Palestinian refugees", country="DE") == "civilians-ps"
    assert who("Berlin takes in refugees.", "refugees", country="DE") == "civilians-de"
    assert who("Berlin takes in foreign workers.", "foreign workers", country="DE") is None


def test_a_land_with_which_a_border_is_shared_does_nothing() -> None:
    assert who("Chad shares a border with Sudan.", "Sudan", country="TD") is None
    assert who("Chad shares a secret with Sudan.", "Sudan", country="TD") == "government-of-sudan"


def test_those_who_fight_for_a_radio_are_whose_it_is() -> None:
    text = "In San Salvador the rebel radio spoke. Radio Venceremos urged its fighters to hold on."
    namings = [Naming(span=Span(text.index(q), text.index(q) + len(q)), quote=q) for q in ("Radio Venceremos",)]
    at = text.index("its fighters")
    namings.append(Naming(span=Span(at, at + 12), quote="its fighters", ref="Radio Venceremos"))
    actor, _ = link_all(namings, ReportContext(text=text, country="SV", date="1989-11-13"), LINKER)[-1]
    assert actor is not None
    assert actor.id == "fmln"


def test_it_is_the_government_whose_capital_says_so() -> None:
    text = "South Africa blamed the M23; Kigali replied that it was ready."
    assert who(text, "it", country="CD", date="2025-02-03") == "government-of-rwanda"
    text = "South Africa blamed the M23; a man from Kigali heard that it was ready."
    assert who(text, "it", country="CD", date="2025-02-03") != "government-of-rwanda"


def test_a_title_goes_by_another_word() -> None:
    text = "Rev Ada Lorn spoke in Belfast. The clergyman left."
    assert who(text, "The clergyman", "Rev Ada Lorn", country="GB") == who(text, "Rev Ada Lorn", country="GB")
    text = "Colonel Ada Lorn spoke in Belfast. The clergyman left."
    assert who(text, "The clergyman", "Colonel Ada Lorn", country="GB") is None


def test_officials_of_a_report_on_one_state_are_its() -> None:
    text = "Sixty died of cholera in Kenya. Health officials warned of more."
    assert who(text, "Health officials", country="KE") == "government-of-kenya"
    text = "Sixty died of cholera in Kenya and Uganda. Health officials warned of more."
    assert who(text, "Health officials", country="KE") is None


def test_a_body_is_named_right_behind_its_noun() -> None:
    text = "Fire broke out in Beijing, the state news agency Xinhua said."
    assert who(text, "the state news agency", country="CN") == "xinhua"
    text = "Fire broke out at the mining company Lorn Ore in Chile."
    assert who(text, "the mining company", country="CL") == "local:lorn-ore"
    assert who("The mining company Monday denied it.", "The mining company", country="CL") is None
    text = "It is the party Peter Lorn left."
    assert who(text, "the party", country="CL") is None


def test_what_a_government_is_joined_with_is_of_its_state() -> None:
    text = "Washington waits. The Turkish government and armed forces agree on Bosnia."
    assert who(text, "armed forces", "The Turkish government", country="BA") == "military-of-turkey"
    text = "Washington waits. The Turkish government left, and armed forces stayed in Bosnia."
    assert who(text, "armed forces", "The Turkish government", country="BA") != "military-of-turkey"


def test_an_alias_is_the_persons() -> None:
    text = "The front is led by Peter Lorn, alias Palma, who lives in Cali. Palma fled."
    assert who(text, "Palma", country="CO") == who(text, "Peter Lorn", country="CO")
    text = "The front is led by the Blue Column, alias Palma, in Cali. Palma fled."
    assert who(text, "Palma", country="CO") != who("Peter Lorn left Cali.", "Peter Lorn", country="CO")


def test_a_group_named_beside_its_branch_is_itself() -> None:
    text = "The Maute group holds Marawi. Islamic State has named an emir."
    assert who(text, "Islamic State", country="PH", date="2017-06-01") == "islamic-state"
    text = "Fighters hold Palma. Islamic State has named an emir."
    assert who(text, "Islamic State", country="MZ", date="2021-04-01") != "islamic-state"


def test_what_is_marked_as_a_name_and_stands_beside_one_is_the_person() -> None:
    text = "General Peter Lorn, the Swede who leads them in Bosnia, left."
    quotes = ("the Swede", "Peter Lorn")
    namings = [Naming(span=Span(text.index(q), text.index(q) + len(q)), quote=q) for q in quotes]
    context = ReportContext(text=text, country="BA", date="2019-03-01", marked=[(namings[0].span, "person")])
    linked = link_all(namings, context, LINKER)
    assert linked[0][0] is not None
    assert linked[0][0] == linked[1][0]


def test_who_is_backed_by_somebody_is_no_group_told_of_in_passing() -> None:
    text = "Houthi rebels hold Hodeidah. The Iran-backed movement was silent."
    assert who(text, "The Iran-backed movement", country="YE") == "houthis"
    text = "The army fought Islamic State in Manbij. The US-backed militia advanced."
    assert who(text, "The US-backed militia", country="SY") is None


def test_a_name_in_quotes_behind_a_party_is_no_people() -> None:
    text = "A court has dissolved the political party “People Against Corruption” in Russia."
    assert who(text, "the political party", country="RU") == "local:people-against-corruption"
    assert who("A court has dissolved the political party in Russia.", "the political party", country="RU") is None
