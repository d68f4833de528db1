from __future__ import annotations

import pytest

from situate.model.span import Span
from situate.resolve.who.country import guess_country
from situate.resolve.who.phrase import Linked, Linker
from situate.resolve.who.registry import Registry
from situate.resolve.who.report import link_all
from situate.resolve.who.told import Naming, ReportContext

LINKER = Linker(Registry.load())


def links(text: str, *quotes: str, speakers: tuple[str, ...] = (), country: str | None = "SY") -> list[Linked]:
    """The links of quotes, each searched after the one before it."""
    namings, at = [], 0
    for quote in quotes:
        start = text.index(quote, at)
        at = start + 1
        namings.append(Naming(span=Span(start, start + len(quote)), quote=quote, speaker=quote in speakers))
    return link_all(namings, ReportContext(text=text, country=country, date="2017-09-05"), LINKER)


def ids(found: list[Linked]) -> list[str | None]:
    return [actor.id if actor else None for actor, _ in found]


def test_a_group_that_the_report_abbreviates() -> None:
    text = "The Sons of the River Brigade (SRB) took the mill. Later the SRB left it."
    assert ids(links(text, "The Sons of the River Brigade", "the SRB")) == ["local:sons-of-the-river-brigade"] * 2


def test_a_description_points_back_to_the_one_group_named() -> None:
    text = "Islamic State fighters attacked the village. The group also shelled the road."
    assert ids(links(text, "Islamic State fighters", "The group")) == ["islamic-state"] * 2


def test_a_description_with_two_groups_before_it_stays_open() -> None:
    text = "Islamic State and the Nusra Front fought each other in Arsal. The group lost."
    assert links(text, "The group") == [(None, "description")]


def test_pronouns_take_the_only_fitting_actor_and_else_none() -> None:
    clear = "The SDF entered the town. They met no resistance."
    unclear = "The SDF fought Islamic State fighters. They withdrew."
    assert ids(links(clear, "The SDF", "They")) == ["syrian-democratic-forces"] * 2
    assert links(unclear, "The SDF", "Islamic State fighters", "They")[2] == (None, "pronoun")


def test_a_family_name_is_the_person_named_in_full() -> None:
    text = "Adnan Sami, an SDF commander, spoke on Monday. Sami said the town was quiet."
    first, second = links(text, "Adnan Sami", "Sami said"[:4], speakers=("Sami",))
    assert first[0] is not None
    assert first[0] == second[0]
    assert not first[0].private


def test_a_resident_is_private_even_when_named_later_without_apposition() -> None:
    text = "“We are tired,” Layan, a woman of the Old Quarter, told reporters. Layan said prices doubled."
    found = links(text, "Layan", "Layan said"[:5], speakers=("Layan",))
    assert [actor.private for actor, _ in found if actor] == [True, True]


def test_who_we_are_is_whom_the_speaker_speaks_for() -> None:
    text = "“We took the hill,” said Adnan Sami, an SDF commander."
    assert ids(links(text, "We", "Adnan Sami", speakers=("Adnan Sami",)))[0] == "syrian-democratic-forces"


def test_a_monitor_is_the_one_that_the_report_names() -> None:
    text = "Shells fell on the town, a monitor said. The Syrian Observatory for Human Rights counted six."
    assert ids(links(text, "a monitor"))[0] == "sohr"


def test_the_antecedent_that_is_given_wins() -> None:
    text = "It left the town."
    naming = Naming(span=Span(0, 2), quote="It", ref="Nusra Front")
    assert ids(link_all([naming], ReportContext(text=text, country="SY"), LINKER)) == ["nusra-front"]


def test_the_country_is_guessed_only_when_one_stands_out() -> None:
    assert guess_country(LINKER.names.parts("Ukrainian forces held Kyiv. Ukraine said Russia lost."), LINKER) == "UA"
    assert guess_country(LINKER.names.parts("France and Spain met."), LINKER) is None
    assert guess_country(LINKER.names.parts("Nothing here."), LINKER) is None


def test_what_a_report_explains_counts_before_a_name_of_another_land() -> None:
    text = "Reporters Without Borders (RSF) wrote to the ministry in Cameroon. RSF asked for an inquiry."
    assert ids(links(text, "RSF", country="CM")) == ["rsf-press"]
    text = "The Rapid Support Forces (RSF) shelled a market in Sudan. The RSF denied it."
    assert ids(links(text, "The RSF", country="SD")) == ["rapid-support-forces"]


def test_the_militants_are_those_whom_the_report_calls_so() -> None:
    text = "Hurras al-Din militants shelled the road. The SDF shelled Afrin. The militants fired at Latakia."
    assert ids(links(text, "Hurras al-Din militants", "The SDF", "The militants")) == [
        "hurras-al-din",
        "syrian-democratic-forces",
        "hurras-al-din",
    ]


def test_the_militants_of_no_known_group_are_not_the_group_named_beside_them() -> None:
    text = "The SDF repelled an attack by militants. The militants fled."
    assert links(text, "The SDF", "militants", "The militants")[1:] == [(None, "description")] * 2
    alone = "The SDF entered the town. The militants met no resistance."
    assert ids(links(alone, "The SDF", "The militants")) == ["syrian-democratic-forces"] * 2


def test_a_coalition_that_is_told_of_anew_is_none_named_before() -> None:
    other = "a powerful coalition of Islamist and jihadist forces"
    text = f"The US-led coalition bombed Raqqa. Idlib is held by {other}."
    assert ids(links(text, "The US-led coalition", other)) == ["us-led-coalition", None]


def test_no_piece_of_a_headline_is_who_bears_a_name() -> None:
    text = "Vladimir Putin Writes To Olaf Brenning.\n\nThe letter reached Olaf Brenning on Monday."
    found = links(text, "Olaf Brenning on"[:13], country="RU")
    assert found[0][0] is not None
    assert found[0][0].name == "Olaf Brenning"


def test_whose_campaign_and_whose_spokesman() -> None:
    assert ids(links("The Putin campaign said no.", "The Putin campaign", country="RU")) == ["person:vladimir-putin"]
    text = "Meridia spokesman Peter Lorn said: “We stay.”"
    assert ids(links(text, "Peter Lorn", "We", speakers=("Peter Lorn",), country=None))[1] == "local:meridia"


@pytest.mark.parametrize(
    ("text", "quote", "actor"),
    [
        ("Kenyan and Turkish tycoons met.", "Kenyan", None),
        ("The driver, a Kenyan, was held.", "Kenyan", None),
        ("A Kenyan geneticist spoke.", "Kenyan", None),
        ("A Kenyan newspaper wrote it.", "Kenyan", None),
        ("The Kenyan demands were met.", "Kenyan", "government-of-kenya"),
        ("The Kurdish: Kani.", "Kurdish", None),
    ],
)
def test_what_a_land_s_adjective_stands_before(text: str, quote: str, actor: str | None) -> None:
    assert ids(links(text, quote, country="KE")) == [actor]


def test_a_first_name_is_the_person_whom_it_begins() -> None:
    text = "Does Jack know? Jack Lorn left in May. In fact, Jack was in the north."
    assert links(text, "Jack was"[:4])[0][0] == links(text, "Jack Lorn")[0][0]


def test_a_name_in_one_place_is_the_same_in_others() -> None:
    text = "The snack maker Tolbisco shut a mill. Tolbisco employees left. In May Tolbisco had opened it."
    start = text.index("Tolbisco employees")
    first = [Naming(span=Span(m, m + 8), quote="Tolbisco") for m in (21, start, text.rindex("Tolbisco"))]
    marked = ((Span(21, 29), "organisation"),)
    found = link_all(first, ReportContext(text=text, country="KE", date="2017-09-05", marked=marked), LINKER)
    assert found[0][0] is not None
    assert [actor for actor, _ in found] == [found[0][0]] * 3


def test_a_mark_of_party_and_a_source_at_the_police() -> None:
    text = "Sen. Peter Lorn, R-Wis., of the U.S. Senate said so."
    assert ids(links(text, "R-Wis.", country="US")) == ["republican-party-us"]
    assert ids(links("A source at Hama Police told it.", "A source at Hama Police")) == ["police-of-syria"]


def test_an_agency_told_of_is_no_broadcaster() -> None:
    text = "CNN said the FBI had asked him. The agency said nothing."
    assert ids(links(text, "CNN", "the FBI", "The agency", country="US"))[2] == "fbi"


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Ada Lorn, who voted against Iran, spoke in the hall.", "Ada Lorn", None),
        ("Ada Lorn, a spokeswoman for Hezbollah, spoke in the hall.", "Ada Lorn", "syrian-government"),
        ("Ada Lorn, who is a Hezbollah commander, spoke in the hall.", "Ada Lorn", "syrian-government"),
        ("Police of Iran spoke of the arrest of activist Ada Lorn.", "activist Ada Lorn", None),
        ("Ada Lorn, the head of Iran’s largest opposition party, spoke in the hall.", "Ada Lorn", None),
        ("Ada Lorn, an adviser to Bashar al-Assad, spoke in the hall.", "Ada Lorn", "syrian-government"),
    ],
)
def test_a_person_is_on_the_side_that_the_title_names(text: str, name: str, side: str | None) -> None:
    (actor, _), *_ = links(text, name)
    assert actor is not None
    assert actor.side == side


def test_one_person_has_one_id_in_a_report() -> None:
    text = "Ada Lorn spoke. The interior minister, Ada Lorn, left. Ms Lorn came back."
    found = links(text, "Ada Lorn", "The interior minister, Ada Lorn", "Ms Lorn")
    assert ids(found) == ["local:ada-lorn"] * 3


def test_of_two_persons_of_one_family_neither_is_meant() -> None:
    text = "Tom Lorn and Ben Lorn spoke. Ms Tal and Mr Lorn left."
    assert len(set(ids(links(text, "Tom Lorn", "Ben Lorn", "Mr Lorn")))) == 3


def test_his_captors_are_not_he() -> None:
    text = "Umar Dikko was a minister in Syria. His captors beat him in Homs."
    naming = Naming(span=Span(text.index("His captors"), text.index("His captors") + 11), quote="His captors", ref="he")
    person = Naming(span=Span(0, 10), quote="Umar Dikko")
    found = link_all([person, naming], ReportContext(text=text, country="SY"), LINKER)
    assert found[1][0] is None


@pytest.mark.parametrize(
    ("text", "quote", "land", "expected"),
    [
        ("Rebels hold Homs in Syria. MPs in Britain spoke. Parliament met.", "Parliament", "GB",
         "government-of-united-kingdom"),
        ("Rebels hold Homs in Syria. MPs in Britain spoke. Parliament met.", "Parliament", "SY", "syrian-government"),
        ("Rebels hold Homs in Syria. The British army is away. The government is silent.", "The government", "GB",
         "government-of-united-kingdom"),
        ("The British army is away. The Syrian army holds Homs. The government is silent.", "The government", "GB",
         "syrian-government"),
    ],
)  # fmt: skip
def test_an_outlet_that_writes_from_afar_means_its_readers_parliament(
    text: str, quote: str, land: str, expected: str
) -> None:
    span = Span(text.index(quote), text.index(quote) + len(quote))
    context = ReportContext(text=text, country="SY", date="2018-04-12", land=land)
    ((actor, _),) = link_all([Naming(span=span, quote=quote)], context, LINKER)
    assert actor is not None
    assert actor.id == expected


def test_the_military_is_the_army_that_was_named_in_full() -> None:
    text = "Rebels hold Homs. The Turkish army shelled a hill in Syria. The military said that nine died."
    assert ids(links(text, "The Turkish army", "The military")) == ["military-of-turkey"] * 2
    text = "Rebels hold Homs in Syria. The military said that nine died."
    assert ids(links(text, "The military")) == ["syrian-arab-army"]
