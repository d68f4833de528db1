"""Bodies of every state, monarchies, and words that only look like them, in reports made for these tests."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from situate.model.span import Span
from situate.resolve.who.bodies import body, monarchies
from situate.resolve.who.country import told
from situate.resolve.who.phrase import Linked, Linker
from situate.resolve.who.registry import Registry
from situate.resolve.who.report import link_all
from situate.resolve.who.told import Naming, ReportContext

REGISTRY = Registry.load()
LINKER = Linker(REGISTRY)


def link(
    text: str, quote: str, *others: str, country: str | None = None, ref: str | None = None,
    said: tuple[tuple[str, str], ...] = (), marked: tuple[tuple[str, str], ...] = (),
) -> Linked:  # fmt: skip
    """The link of the last place of a phrase; ``others`` are phrases that stand in the report too."""
    namings = [Naming(span=span(text, words), quote=words) for words in others]
    start = text.rindex(quote)
    namings.append(Naming(span=Span(start, start + len(quote)), quote=quote, ref=ref))
    context = ReportContext(
        text=text, country=country, date="2021-03-01", marked=[(span(text, words), kind) for words, kind in marked],
        said=[(span(text, content), span(text, speaker)) for content, speaker in said],
    )  # fmt: skip
    return link_all(namings, context, LINKER)[-1]


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def identifier(found: Linked) -> str | None:
    return found[0].id if found[0] else None


@pytest.mark.parametrize(
    ("phrase", "actor"),
    [
        ("the Danish intelligence service", "government-of-denmark"),
        ("Denmark's electoral commission", "government-of-denmark"),
        ("the Danish attorney general", "government-of-denmark"),
        ("Spain's Supreme Court", "government-of-spain"),
        ("the Bolivian Interior Ministry", "government-of-bolivia"),
        ("the Greek coast guard", "military-of-greece"),
        ("Nepal's human rights commission", "government-of-nepal"),
        ("Danish border guards", "military-of-denmark"),
        ("the Danish federal police", "police-of-denmark"),
        ("Danish leaders", "government-of-denmark"),
    ],
)
def test_a_body_with_the_name_of_its_state(phrase: str, actor: str) -> None:
    assert identifier(LINKER.link(phrase, country_hint="KE")) == actor


@pytest.mark.parametrize(
    ("phrase", "actor"),
    [
        ("the intelligence agency", "government-of-kenya"),
        ("the country's electoral commission", "government-of-kenya"),
        ("the minister of defence", "government-of-kenya"),
        ("the joint chiefs of staff", "military-of-kenya"),
        ("the military government", "government-of-kenya"),
        ("the military junta", "government-of-kenya"),
        ("the town’s military administration", "government-of-kenya"),
        ("the city military administration", "government-of-kenya"),
        ("the federal police", "police-of-kenya"),
        ("an intelligence agency", None),
        ("a federal court", None),
        ("a military base", None),
        ("their military", None),
        ("Lorn's driver", None),
    ],
)
def test_a_body_of_the_state_that_is_told_of(phrase: str, actor: str | None) -> None:
    assert identifier(LINKER.link(phrase, country_hint="KE")) == actor


@given(st.sampled_from(sorted(c for c, state in REGISTRY.countries.items() if state.adjectives and not state.bodies)))
def test_every_state_has_its_bodies(code: str) -> None:
    adjective = REGISTRY.countries[code].adjectives[0]
    actor, _ = LINKER.link(f"the {adjective} electoral commission")
    assert actor is not None
    assert actor.id == REGISTRY.part(code, "government")


@given(
    st.lists(
        st.sampled_from(["the", "top", "senior", "loud", "agency", "intelligence", "border", "guards"]), max_size=5
    )
)
def test_without_the_state_only_the_definite_is_a_body(words: list[str]) -> None:
    assert body(words, named=False) is None or words[0] == "the"
    assert body(words, named=False) is None or body(words, named=True) is not None


def test_members_of_a_government_are_no_soldiers() -> None:
    phrase = "the oldest members of Cristiani's government"
    found = LINKER.link(phrase, country_hint="SV", date="1989-06-09")
    assert identifier(found) == "government-of-el-salvador"


def test_the_kingdom_acts_or_is_a_land() -> None:
    text = "Saudi Arabia held trials, a court in Riyadh said. {}"
    acts = text.format("The kingdom will go on.")
    assert identifier(link(acts, "The kingdom", country="SA")) == "government-of-saudi-arabia"
    assert identifier(link(text.format("They came back to the kingdom."), "the kingdom", country="SA")) is None
    assert identifier(link("Kenya held trials. The kingdom will go on.", "The kingdom", country="KE")) is None


def test_monarchies_are_states() -> None:
    assert all(monarchies(noun) <= REGISTRY.countries.keys() for noun in ("kingdom", "emirate", "sultanate"))
    assert not monarchies("republic")


def test_we_in_a_quotation_are_whoever_speaks() -> None:
    text = "Ada Lorn of Human Rights Watch spoke. “The army is wrong,” Ada Lorn said. “We are deeply worried.”"
    found = link(
        text, "We", "Ada Lorn", "The army", country="KE", ref="The army", said=(("We are deeply worried.", "Ada Lorn"),)
    )
    assert identifier(found) == "hrw"


def test_a_group_by_its_name_in_quotation_marks() -> None:
    text = 'Islamic State lost a drone. It was shown on the page of the group "Friends of the Hills".'
    found, _ = link(text, "the group", "Islamic State", country="SY")
    assert found is not None
    assert found.name == "Friends of the Hills"


def test_the_opposition_is_not_the_group_named_last() -> None:
    text = "Boko Haram attacked two towns. The president marginalises the opposition."
    assert identifier(link(text, "the opposition", "Boko Haram", country="NG")) is None


def test_the_agency_of_news_is_no_agency_of_spies() -> None:
    text = "LAGOS (Reuters) - {} told of a raid in Kenya."
    assert identifier(link(text.format("The agency"), "The agency", "Reuters", country="KE")) == "reuters"
    spies = link(text.format("The intelligence agency"), "The intelligence agency", "Reuters", country="KE")
    assert identifier(spies) == "government-of-kenya"


def test_an_institute_is_not_whom_it_is_named_after() -> None:
    found, _ = LINKER.link("the Falun Gong Research Institute", country_hint="CN")
    assert found is not None
    assert found.name == "Falun Gong Research Institute"


def test_a_body_whose_name_begins_with_a_capital_city() -> None:
    text = "The move was reported by the Lusaka Free Beacon."
    found, _ = link(text, "the Lusaka Free Beacon", country="ZM", marked=(("Lusaka Free Beacon", "organisation"),))
    assert found is not None
    assert found.name == "Lusaka Free Beacon"


def test_common_words_are_no_body_of_another_land() -> None:
    text = "Two towns in Colombia were hit. Civil defence workers came."
    assert identifier(link(text, "Civil defence workers", country="CO")) == "civilians-co"


def test_a_capital_where_others_meet_is_not_the_land_that_is_told_of() -> None:
    text = "The FMLN will not go to the Caracas meeting. The FMLN command said so; FENASTRAS was hit, the FMLN said."
    assert told("VE", LINKER.names.parts(text), LINKER) == "SV"


def test_what_is_military_about_a_thing_is_nobody() -> None:
    text = "The rebels keep up their military presence in Kenya."
    assert identifier(link(text, "their military", country="KE")) is None


def test_they_may_be_an_organisation_of_states() -> None:
    text = "UNDOF also withdrew from a post after the attacks in their vicinity."
    assert identifier(link(text, "their", "UNDOF", country="SY")) == "undof"


def test_a_government_by_its_letters() -> None:
    text = "Sudan talked. The GoS signed."
    assert link(text, "The GoS", country="SD")[0].id == "government-of-sudan"
    assert link("Kenya talked. GoS signed.", "GoS", country="KE")[0] is None


@pytest.mark.parametrize(
    ("text", "quote", "actor"),
    [
        ("In Kenya the state telephone company lost two lines.", "the state telephone company", "government-of-kenya"),
        ("Members of the cabinet met in Kenya.", "Members of the cabinet", "government-of-kenya"),
        ("In Kenya one soldier was killed.", "one soldier", "military-of-kenya"),
        ("The convoy carried U.S. and Kenyan soldiers.", "U.S.", "us-military"),
        ("It may not enter Kenyan air space.", "Kenyan", None),
        ("He left the 2016 Lorn Caucuses early.", "the 2016 Lorn Caucuses", None),
        ("One, a Russian-Canadian named Lorn, was killed.", "Russian", None),
        ("The Ministry of Roads (MR) of the Government of Kenya met Brunei.", "The Ministry", "government-of-kenya"),
        ("The court gave him back to his river relatives in Kenya.", "his river relatives", None),
        ("In Kenya the father can stay.", "The father".lower(), None),
        ("The political commission of the Taliban met.", "The political commission", "taliban"),
        (
            "He led the fund's Lorn Global Initiative.",
            "the fund's Lorn Global Initiative",
            "local:lorn-global-initiative",
        ),
    ],
)
def test_bodies_and_pieces(text: str, quote: str, actor: str | None) -> None:
    found = link(text, quote, country="KE")[0]
    assert (found.id if found else None) == actor


def test_under_secretaries_are_persons() -> None:
    found = link("Interior Under Secretary Ada Lorn spoke.", "Interior Under Secretary Ada Lorn")[0]
    assert found is not None
    assert found.name == "Ada Lorn"


def test_rebels_of_a_land_where_others_meet() -> None:
    text = "In Madrid the Spanish minister met Boko Haram. Later the insurgents left."
    assert link(text, "the insurgents", "Boko Haram", country="ES")[0].id == "boko-haram"


def test_a_person_is_one_by_some_given_names_and_by_the_title_alone() -> None:
    text = "Boris Tal spoke. Later President Tal left."
    assert link(text, "President Tal", "Boris Tal", country="KE")[0].id == "local:boris-tal"
    assert LINKER.link("President Napoleon Duarte", country_hint="SV", date="1985-03")[0].id == (
        "person:jose-napoleon-duarte"
    )


@pytest.mark.parametrize(
    ("text", "quote", "actor"),
    [
        (
            "Mali has an embassy. The Malian embassy shut; officials of the embassy left.",
            "officials of the embassy",
            "ml",
        ),
        ("It is used by the police and armies of 55 countries, a Kenyan said.", "the police", None),
        ("In Kenya the minister for public works spoke.", "the minister for public works", "ke"),
        ("In Kenya the Supreme Electoral Tribunal ruled.", "the Supreme Electoral Tribunal", "ke"),
        ("The French TV archive was sold.", "French", "fr"),
        ("A German court cited the Nazi regime.", "the Nazi regime", "nazi"),
    ],
)
def test_offices_and_states(text: str, quote: str, actor: str | None) -> None:
    governments = {
        "ml": "government-of-mali",
        "ke": "government-of-kenya",
        "fr": "government-of-france",
        "nazi": "nazi-germany",
    }
    found = link(text, quote, country="KE")[0]
    assert (found.id if found else None) == (governments[actor] if actor else None)


def test_the_pope_is_the_one_named_or_the_one_of_the_day() -> None:
    assert link("The pope spoke in Kenya.", "The pope")[0].id == "person:pope-francis"
    named = "Pope John Paul II came to Kenya. The pope spoke."
    assert link(named, "The pope")[0].id == "person:pope-john-paul-ii"


@pytest.mark.parametrize(
    ("quote", "date", "actor"),
    [
        ("soldiers of the Golani Brigade", "2023-07-04", "idf"),  # al-Golani led a group in Syria
        ("a Golani soldier", "2023-07-04", None),
        ("the Haftar Brigade", "2019-07-04", "local:haftar-brigade"),
        ("Haftar's brigades", "2019-07-04", "libyan-national-army"),
        ("Haftar troops", "2019-07-04", "libyan-national-army"),
        ("al-Golani's fighters", "2023-07-04", "hayat-tahrir-al-sham"),
        ("Zarqawi fighters", "2005-07-04", "al-qaeda-in-iraq"),
    ],
)
def test_a_unit_is_not_of_the_person_whose_name_it_bears(quote: str, date: str, actor: str | None) -> None:
    found, _ = LINKER.link(quote, date=date)
    assert (found.id if found else None) == actor


@pytest.mark.parametrize(
    ("quote", "country", "actor"),
    [
        ("a Kenyan army base", "SO", "military-of-kenya"),
        ("a Kenyan base", "SO", "military-of-kenya"),
        ("the FARC camps", "CO", "farc"),
        ("a Hezbollah weapons depot", "LB", "hezbollah"),
        ("the army barracks", "KE", "military-of-kenya"),
        ("a Kenyan ammunition depot", "KE", "military-of-kenya"),
        ("a Kenyan oil depot", "KE", None),
        ("a military base", "KE", None),
        ("a Hezbollah hospital", "LB", None),
        ("a Kenyan refugee camp", "KE", "civilians-ke"),
    ],
)
def test_ground_of_a_side_is_the_side(quote: str, country: str, actor: str | None) -> None:
    found, _ = LINKER.link(quote, country_hint=country)
    assert (found.id if found else None) == actor


@pytest.mark.parametrize(
    ("quote", "country", "date", "actor"),
    [
        ("the LNA", "MM", "2022-03-02", None),
        ("the LNA", "LY", "2022-03-02", "libyan-national-army"),
        ("the SLA", "LK", "2008-12-05", None),
        ("the LRA", "CF", "2012-12-05", "lra"),
        ("IS", "GB", "2017-05-23", "islamic-state"),  # its branches are in many lands
        ("Ansar al-Sharia", "YE", "2011-05-23", "aqap"),
        ("Ansar al-Sharia", "LY", "2013-05-23", "ansar-al-sharia-libya"),
    ],
)
def test_an_abbreviation_is_of_a_group_that_fights_there(
    quote: str, country: str, date: str, actor: str | None
) -> None:
    found, _ = LINKER.link(quote, country_hint=country, date=date)
    assert (found.id if found else None) == actor


@pytest.mark.parametrize(
    ("quote", "date", "actor"),
    [
        ("Afghan forces", "2025-10-12", "taliban"),
        ("the army", "2023-02-15", "taliban"),
        ("Afghan security forces", "2018-02-15", "andsf"),
        ("the Afghan National Army", "2023-02-15", "andsf"),  # told of what was
        ("Afghan forces", None, "andsf"),
    ],
)
def test_the_forces_of_a_state_that_fell_are_those_of_who_rules_it(
    quote: str, date: str | None, actor: str | None
) -> None:
    found, _ = LINKER.link(quote, country_hint="AF", date=date)
    assert (found.id if found else None) == actor


@pytest.mark.parametrize(
    ("quote", "country", "actor"),
    [
        ("Kenya's 92nd Brigade", "KE", "military-of-kenya"),
        ("the Ukrainian 3rd Separate Assault Brigade", "UA", "armed-forces-of-ukraine"),
        ("soldiers of the 101st Airborne Division", "IQ", "us-military"),
        ("Ukraine's Azov Battalion", "UA", "azov"),
        ("Syria's 104th Brigade", "SY", None),  # rebels number theirs too
        ("two Kenyan brigades", "KE", None),
    ],
)
def test_a_numbered_unit_behind_a_state_s_name_is_its_army(quote: str, country: str, actor: str | None) -> None:
    found, _ = LINKER.link(quote, country_hint=country)
    assert (found.id if found else None) == actor


@pytest.mark.parametrize(
    ("text", "quote", "actor"),
    [
        ("A US drone strike killed two men in Varn.", "US", "us-military"),
        ("UK air strikes killed two men in Varn.", "UK", "military-of-united-kingdom"),
        ("US sanctions hit Varn.", "US", "government-of-united-states"),
        ("The US condemned the raid.", "The US", "government-of-united-states"),
        ("Militants attacked a Kenyan outpost.", "a Kenyan outpost", "military-of-kenya"),
    ],
)
def test_who_strikes_is_a_state_s_army_by_whatever_name_of_the_state(text: str, quote: str, actor: str) -> None:
    assert identifier(link(text, quote)) == actor


@pytest.mark.parametrize(
    ("quote", "country", "date", "actor"),
    [
        ("Separatists", "UA", "2017-02-06", "pro-russian-separatists"),
        ("the separatist fighters", "CM", "2021-02-06", "ambazonia"),
        ("separatists", "YE", "2019-08-12", "southern-transitional-council"),
        ("separatists", "UA", "2024-08-12", None),  # Russia's forces by then
        ("separatists", "PK", "2019-08-12", None),
        ("former separatists", "UA", "2017-02-06", None),
        ("Kurdish separatists", "TR", "2017-02-06", None),
    ],
)
def test_separatists_are_those_who_are_called_so_in_the_land_told_of(
    quote: str, country: str, date: str, actor: str | None
) -> None:
    found, _ = LINKER.link(quote, country_hint=country, date=date)
    assert (found.id if found else None) == actor
