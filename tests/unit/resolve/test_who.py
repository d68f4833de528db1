from __future__ import annotations

import pytest

from situate.model.actor import Actor
from situate.resolve.who.phrase import Linker
from situate.resolve.who.registry import Registry

LINKER = Linker(Registry.load())


def link(text: str, country: str | None = "SY", date: str | None = "2017-09-05") -> tuple[str | None, str | None]:
    actor, reason = LINKER.link(text, country_hint=country, date=date)
    return (actor.id if actor else None), reason


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("IS", "islamic-state"),
        ("Daesh", "islamic-state"),
        ("the Islamic State group", "islamic-state"),
        ("Islamic State forces", "islamic-state"),
        ("about 400 hardcore Isis members", "islamic-state"),
        ("the group known as Islamic State", "islamic-state"),
        ("the US-backed, Kurdish-led Syrian Democratic Forces (SDF)", "syrian-democratic-forces"),
        ("Turkish-backed rebels", "syrian-national-army"),
        ("fighters of the al-Qaeda affiliate Jabhat al-Nusra", "nusra-front"),
        ("soldiers of the Rwandan-backed M23", "m23"),
        ("the General Staff", "syrian-arab-army"),
        ("Russian fighters of the Wagner Group", "wagner-group"),
        ("Syrian Arab Army forces", "syrian-arab-army"),
        ("The SAA and allied militias", "syrian-arab-army"),
        ("regime forces", "syrian-arab-army"),
        ("regime helicopters", "syrian-arab-army"),
        ("a regime army source on the ground", "syrian-arab-army"),
        ("forces loyal to President Bashar al-Assad", "syrian-arab-army"),
        ("Assads forces", "syrian-arab-army"),
        ("the general commander of Syria’s armed forces", "syrian-arab-army"),
        ("the regime", "syrian-government"),
        ("Syrian President Bashar al-Assad", "person:bashar-al-assad"),
        ("Russia’s president, Vladimir Putin", "person:vladimir-putin"),
        ("state media outlet SANA", "sana"),
        ("Ankara", "government-of-turkey"),
        ("Turkish warplanes", "military-of-turkey"),
        ("a column of Turkish tanks", "military-of-turkey"),
        ("army tanks", "syrian-arab-army"),
        ("A Pentagon spokesman", "pentagon"),
        ("the civil defence known as the White Helmets", "syria-civil-defence"),
        ("anti-government demonstrators", "civilians-sy"),
        ("women and children", "civilians-sy"),
        ("terrorists of the so called Jaish al-Islam", "jaysh-al-islam"),
        ("the coalition", "us-led-coalition"),
        ("the American-vetted rebels", "syrian-rebels"),
        ("the al-Qaida affiliate, Hayat Tahrir al-Sham", "hayat-tahrir-al-sham"),
        ("a coalition of rebel groups called Jaish al Fateh", "army-of-conquest"),
        ("Vice president of the Syrian Coalition Salma Haddadin", "local:salma-haddadin"),
        ("the Turks", "government-of-turkey"),
        ("Daraa Police Command", "police-of-syria"),
        ("its military wing, the Peshmerga", "peshmerga"),
        ("Syrians", "civilians-sy"),
    ],
)
def test_links(text: str, actor: str) -> None:
    assert link(text)[0] == actor


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("they", "pronoun"),
        ("the group", "description"),
        ("the militants", "description"),
        ("Foreign-backed militants", "description"),
        ("local sources", "anonymous"),
        ("an ISIL-held building", "not_an_actor"),
        ("a market", "not_an_actor"),
        ("Turkish water tanks", "not_an_actor"),
        ("non-Syrian jihadists", "description"),
        ("us", "pronoun"),
        ("an army", "description"),
        ("an ISIL tactical vehicle", "not_an_actor"),
        ("a former Rwandan planning minister", "description"),
        ("both women", "description"),
        ("anti-government demonstrations", "not_an_actor"),
    ],
)
def test_none_with_a_reason(text: str, reason: str) -> None:
    assert link(text) == (None, reason)


@pytest.mark.parametrize(
    ("text", "country", "date", "actor"),
    [
        ("the regime", "MM", "2023-01-01", "government-of-myanmar"),
        ("regime forces", None, "2017-09-05", None),
        ("government forces", "UA", "2022-03-20", "armed-forces-of-ukraine"),
        ("the rebels", "YE", "2018-06-13", "houthis"),
        ("the rebels", "UA", "2014-08-01", "pro-russian-separatists"),
        ("the rebels", "ML", "2018-01-01", "rebels-ml"),
        ("the coalition", "YE", "2018-06-13", "saudi-led-coalition"),
        ("the coalition", "IQ", "2005-11-05", "multinational-force-iraq"),
        ("Kurdish forces", "IQ", "2016-10-17", "peshmerga"),
        ("the army", "SD", "2023-05-01", "sudanese-armed-forces"),
        ("SNA", "SO", "2020-01-01", "somali-national-army"),
        ("SNA", "SY", "2020-01-01", "syrian-national-army"),
        ("TDF", "ET", "2021-06-28", "tigray-defence-forces"),
        ("TDF", None, None, None),
    ],
)
def test_descriptions_depend_on_country_and_date(
    text: str, country: str | None, date: str | None, actor: str | None
) -> None:
    assert link(text, country, date)[0] == actor


def test_a_newspapers_name_may_begin_that_of_another_body() -> None:
    assert link("The Independent newspaper")[0] == "the-independent"
    assert link("the Independent Doctors Association")[0] != "the-independent"
    assert link("the Guardian Council", "IR")[0] != "the-guardian"


def test_the_first_of_several_says_so() -> None:
    assert link("Turkish troops and their Syrian allies") == ("military-of-turkey", "first_of_several")
    assert link("UK, US and French special forces") == ("military-of-united-kingdom", "first_of_several")
    assert link("Soldiers and civilians")[0] is None


def test_an_unknown_group_with_a_proper_name_is_local() -> None:
    actor, reason = LINKER.link("the Abu Fadl Brigade", country_hint="SY")
    assert actor is not None
    assert (actor.id, actor.kind, reason) == ("local:abu-fadl-brigade", "other", "not_in_registry")


def test_persons_with_a_role_are_public_and_others_private() -> None:
    public, _ = LINKER.link("Adnan Sami, an SDF commander", country_hint="SY", date="2018-01-01")
    private, _ = LINKER.link("Layan, a woman who lives nearby", country_hint="SY")
    assert public is not None
    assert private is not None
    assert (public.id, public.kind, public.private) == ("local:adnan-sami", "person", False)
    assert public.side == "counter-is-syria"
    assert private.private
    assert "layan" not in private.id


def test_a_family_name_of_two_words_behind_another_given_name_is_somebody_else() -> None:
    for name, person in (("Nimir Abdel Rahman", False), ("Rami Abdel Rahman", True), ("Mr Abdel Rahman", True)):
        actor, _ = LINKER.link(name, country_hint="SY")
        assert actor is not None
        assert (actor.id == "person:rami-abdel-rahman") is person


def test_another_bearer_of_a_family_name_is_not_the_president() -> None:
    actor, _ = LINKER.link("Ammar al-Assad", country_hint="SY")
    assert actor is None or actor.id != "person:bashar-al-assad"


def test_the_side_is_that_of_the_date() -> None:
    before, _ = LINKER.link("the RSF", country_hint="SD", date="2022-01-01")
    after, _ = LINKER.link("the RSF", country_hint="SD", date="2023-06-01")
    assert before is not None
    assert after is not None
    assert (before.side, after.side) == ("sudanese-state", "rapid-support-forces")


@pytest.mark.parametrize(
    ("text", "date", "country", "identity", "side"),
    [
        ("President Bashar al-Assad", "2017-09-05", "SY", "bashar-al-assad", "syrian-government"),
        ("President Bashar al-Assad", "2025-03-01", "SY", "bashar-al-assad", None),  # out of office
        ("Abu Mohammad al-Jolani", "2018-05-01", "SY", "ahmed-al-sharaa", "hts"),
        ("Syrian President Ahmed al-Sharaa", "2025-03-01", "SY", "ahmed-al-sharaa", None),
        ("President Donald Trump", "2018-04-01", "SY", "donald-trump", "counter-is-syria"),
        ("President Donald Trump", "2022-04-01", "SY", "donald-trump", None),  # between two terms
        ("Bosco Ntaganda", "2012-11-20", "CD", "bosco-ntaganda", "m23"),
        ("JNIM leader Iyad Ag Ghaly", "2020-01-01", "ML", "iyad-ag-ghali", "jnim"),
        ("Prime Minister Nechirvan Barzani", "2017-10-20", "IQ", "nechirvan-barzani", "kurdistan-region"),
        ("Colonel Assimi Goita", "2022-01-01", "ML", "assimi-goita", "sahel-states"),
        ("Defence Minister Hulusi Akar", "2019-10-10", "SY", "hulusi-akar", "turkey-and-allied-syrians"),
    ],
)
def test_titles_and_offices_at_the_date(text: str, date: str, country: str, identity: str, side: str | None) -> None:
    actor, reason = LINKER.link(text, country_hint=country, date=date)
    assert actor is not None
    assert (actor.id, actor.side, actor.private, reason) == (f"person:{identity}", side, False, None)


def test_what_a_report_introduces_is_found_in_words_that_were_cut_before():
    actor = Actor(id="local:ridge", name="Ridge Guard", kind="rebel_group")
    known = {("ridge",): actor}
    for words in ("the Ridge", "the Ridge's men", "Ridges"):
        assert not any(part.known for part in LINKER.names.parts(words))
        assert [part.known for part in LINKER.names.parts(words, known) if part.known] == [actor]
        assert not any(part.known for part in LINKER.names.parts(words, {}))


@pytest.mark.parametrize("text", ["the People's Column", "The People’s Column", "People's Front"])
def test_a_group_that_is_the_peoples_is_no_people(text: str) -> None:
    actor, reason = LINKER.link(text, country_hint="SY", date="2017-09-05")
    assert (actor.kind if actor else None, reason) == ("other", "not_in_registry")
    assert link("the people") == ("civilians-sy", None)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("a Dane", None),
        ("an East German", None),
        ("the Mexican", None),
        ("the French", "government-of-france"),  # as "the Turks": their side, who may fight or only speak
        ("two Lebanese", None),
        ("the three Danish", None),
        ("Danish jihadists", None),
        ("two other Syrian men", None),
        ("members of the bakers' union of Chile", None),
        ("the United States National Security Council", None),
        ("the Lisk Security Council", None),
        ("the Human Rights Council of Pakistan", None),
        ("the Security Council", "un-security-council"),
        ("Stormfront Canada", None),
        ("the banned Sehrab-i-Lorn Pakistan", None),
        ("the Syrian Arab Coalition", None),
        ("the Arab coalition", "saudi-led-coalition"),
    ],
)
def test_names_of_states_that_stand_for_no_army_and_no_government(text: str, actor: str | None) -> None:
    assert link(text)[0] == actor


def test_a_family_name_that_is_an_adjective_is_a_persons() -> None:
    actor, _ = LINKER.link("Mark Cuban", country_hint="US", date="2016-05-22")
    assert actor is not None
    assert actor.kind == "person"


def test_who_is_backed_is_not_who_backs() -> None:
    actor, _ = LINKER.link("Coalition-backed Kurdish fighters", country_hint="SY", date="2017-05-10")
    assert actor is not None
    assert actor.id != "us-led-coalition"
    assert LINKER.link("government-backed militias", country_hint="SY", date="2017-05-10")[0] is None


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Gallant troops of the Sudanese army", "sudanese-armed-forces"),
        ("Israeli Defence Minister Yoav Gallant", "person:yoav-gallant"),
        ("the regime's Hamas auxiliaries", "hamas"),
    ],
)
def test_praise_is_nobodys_name_and_auxiliaries_are_fighters(text: str, actor: str) -> None:
    assert link(text, country=None, date="2023-10-20")[0] == actor


@pytest.mark.parametrize(
    ("text", "country", "actor"),
    [
        ("Secretary of State John F. Kerry", "US", "person:john-kerry"),
        ("George H.W. Bush", "US", "person:george-h-w-bush"),
        ("Mrs. Clinton", "US", "person:hillary-clinton"),
        ("Putin National", "RU", None),
        ("Kremlin-connected private contractors", "RU", None),
        ("the government watchdog group", "KE", None),
        ("the Republican Party nominee", "US", None),
        ("the people’s militias", "NI", None),
        ("the anti-Assad", "SY", None),
        ("the charity Lorn Direct", "KE", None),
        ("the relatives of the late president", "KE", "civilians-ke"),
    ],
)
def test_names_of_persons_and_what_is_nobody_s(text: str, country: str, actor: str | None) -> None:
    assert link(text, country, "2016-05")[0] == actor


@pytest.mark.parametrize("text", ["two military analysts", "a Russian military analyst", "military bloggers"])
def test_who_writes_of_armies_is_of_none(text: str) -> None:
    assert link(text) == (None, "anonymous")


@pytest.mark.parametrize(
    ("text", "country", "date", "actor"),
    [
        ("Islamic State fighters", "MZ", "2021-03-28", "ansar-al-sunna-mozambique"),
        ("ISIS militants", "CD", "2023-03-28", "adf"),
        ("Islamic State", "NG", "2022-03-28", "iswap"),
        ("Islamic State fighters", "MZ", "2017-03-28", "islamic-state"),  # before the group there had joined it
        ("Islamic State fighters", "IQ", "2017-03-28", "islamic-state"),  # where it fights itself
        ("Islamic State fighters", "FR", "2017-03-28", "islamic-state"),  # where none of its branches is
        ("al-Qaeda fighters", "ML", "2021-05-28", "al-qaeda"),  # two are there
    ],
)
def test_a_group_s_name_is_its_one_branch_where_it_does_not_fight_itself(
    text: str, country: str, date: str, actor: str
) -> None:
    assert link(text, country, date)[0] == actor


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Monitor", "SY", None),  # by itself any
        ("Al-Monitor", "SY", "al-monitor"),
        ("the Lisk Monitor", "SY", "local:lisk-monitor"),
        ("Syrian or Russian warplanes", "SY", None),
        ("Syrian and Russian warplanes", "SY", "syrian-arab-army"),
        ("Al-Nusra Front Syrias Al-Qaeda affiliate", "SY", "nusra-front"),
        ("al-Nusra Front the Syrian branch of al-Qaeda", "SY", "nusra-front"),
        ("fighters from the Syrian branch of al-Qaeda al-Nusra Front", "SY", "nusra-front"),
        ("an al-Qaeda affiliate", "SY", None),
        ("Kurds", "TR", None),  # a people
        ("Kurdish fighters", "TR", "pkk"),
        ("the Kurds", "SY", "kurdish-forces-syria"),
        ("33 Kurdish students", "SY", "civilians-sy"),
        ("a vigilant British customs officer", None, "government-of-united-kingdom"),
        ("two British officers", None, "military-of-united-kingdom"),
        ("a state-owned agency", "SY", None),
        ("the state news agency", "SY", "syrian-state-media"),
        ("the 37-year-old Dane", "SY", None),
        ("a pro-government source", "SY", None),
        ("a pro-Damascus source", "SY", None),
        ("pro-government fighters", "SY", "pro-government-forces-syria"),
        ("the Syrian Interim Government", "SY", "syrian-interim-government"),
        ("ABC-UK", "SY", None),
        ("the UK", "SY", "government-of-united-kingdom"),
        ("Riad Hijab coordinator of the opposition HNC", "SY", "person:riad-hijab"),
    ],
)
def test_whom_words_beside_a_name_make_of_it(text: str, country: str | None, expected: str | None) -> None:
    assert link(text, country)[0] == expected


@pytest.mark.parametrize(
    ("country", "date", "actor"),
    [
        ("PK", "2014-12-17", "ttp"),
        ("AF", "2014-12-17", "taliban"),
        ("PK", "2001-10-02", "taliban"),
        (None, "2014-12-17", "taliban"),
    ],
)
def test_the_taliban_of_a_land_are_its_own(country: str | None, date: str, actor: str) -> None:
    assert link("Taliban gunmen", country, date)[0] == actor
    assert link("the Afghan Taliban", country, date)[0] == "taliban"


def test_rebels_of_another_people_are_not_those_whom_a_land_calls_so() -> None:
    assert link("suspected rebels", "CD", "2023-07-29")[0] == "m23"
    assert link("Hutu rebels", "CD", "2023-07-29") == (None, "description")
    assert link("Tamil rebels", "LK", "2000-05-01")[0] == "ltte"
