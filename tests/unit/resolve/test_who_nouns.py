"""Definite descriptions, pieces of phrases, other bearers of a name, in reports made for these tests."""

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
    country: str | None = None,
    date: str = "2021-03-01",
    speaker: bool = False,
    marked: tuple[tuple[str, str], ...] = (),
) -> Linked:
    """The link of the last place of a phrase; ``others`` are phrases that stand in the report too."""
    namings = [Naming(span=span(text, words, last=False), quote=words) for words in others]
    namings.append(Naming(span=span(text, quote), quote=quote, speaker=speaker))
    marks = [(span(text, words, last=False), kind) for words, kind in marked]
    return link_all(namings, ReportContext(text=text, country=country, date=date, marked=marks), LINKER)[-1]


def span(text: str, words: str, *, last: bool = True) -> Span:
    start = text.rindex(words) if last else text.index(words)
    return Span(start, start + len(words))


def identifier(found: Linked) -> str | None:
    return found[0].id if found[0] else None


@pytest.mark.parametrize(
    ("text", "quote", "country", "actor"),
    [
        (
            "The General Union of Lorn Bakers met. Nobody came. The union said it would meet again.",
            "The union",
            "KE",
            "local:general-union-of-lorn-bakers",
        ),
        (
            "The Truth Commission heard witnesses in Lorn. Barrow said the commission would report.",
            "the commission",
            "GM",
            "local:truth-commission",
        ),
        ("The sentence was upheld by the appeal court in May.", "the appeal court", "BI", "government-of-burundi"),
        ("They handed the case to the Attorney General.", "Attorney General", "SO", "government-of-somalia"),
        ("The public prosecutor said so on Monday.", "The public prosecutor", "TN", "government-of-tunisia"),
        ("An Iranian deal was feared in Washington if Congress did nothing.", "Congress", "IR", "us-congress"),
        ("Apple Daily closed. Police raided the newspaper again.", "the newspaper", "HK", "apple-daily"),
        ("The YPG and its backers, the militant PKK, are entrenched there.", "its backers", "SY", "pkk"),
    ],
)
def test_a_noun_takes_up_what_was_named_or_is_the_states_institution(
    text: str, quote: str, country: str, actor: str
) -> None:
    assert identifier(link(text, quote, country=country)) == actor


def test_two_bodies_with_the_noun_leave_it_open() -> None:
    text = "The Union of Lorn Bakers and the Union of Lorn Smiths met. Rain fell. Later the union spoke."
    assert identifier(link(text, "the union", country="KE")) is None


def test_an_adjective_must_fit_the_body() -> None:
    text = "The Lorn Election Commission met. Its members then left for home. The human rights commission was silent."
    assert identifier(link(text, "The human rights commission", country="KE")) is None


def test_a_court_of_no_known_state_is_nobody() -> None:
    assert identifier(link("The court set a date.", "The court")) is None


def test_the_group_is_the_one_organisation_where_nobody_fights() -> None:
    text = "The Lorn Farmers Association complained. The group said nothing had changed."
    assert identifier(link(text, "The group", "The Lorn Farmers Association", country="KE")) == (
        "local:lorn-farmers-association"
    )
    fought = text + " Al-Shabaab watched. The group left."
    assert identifier(link(fought, "The group", "The Lorn Farmers Association", country="KE")) == "al-shabaab"


def test_investigators_are_of_the_police_named_before() -> None:
    text = "Kenyan police arrested a man. At that point, investigators said, he was armed."
    assert identifier(link(text, "investigators", "Kenyan police", country="KE", speaker=True)) == "police-of-kenya"
    assert identifier(link("At that point, investigators said, he fled.", "investigators", speaker=True)) is None


@pytest.mark.parametrize(
    ("text", "quote", "actor"),
    [
        ("Egypt's security forces had arrested nearly 400 people.", "security", "military-of-egypt"),
        ("The UK Government conducted seven airdrops.", "The UK Government", "government-of-united-kingdom"),
        (
            "It was a matter of the UK’s brave Armed Forces.",
            "the UK’s brave Armed Forces",
            "military-of-united-kingdom",
        ),
        ("That is the EU's view.", "the EU's", "european-union"),
        ("They had the authority to shut it down.", "the authority", None),
        (
            "As prescribed by the country’s Child Care and Justice Act.",
            "the country’s Child Care and Justice Act",
            None,
        ),
        ("Other Iraqi conditions include a list.", "Iraqi", "government-of-iraq"),
        ("Turkish airstrikes hit the road.", "Turkish", "military-of-turkey"),
        ("Seventy were Saudis and seven were Yemeni.", "Yemeni", None),
        ("It was about the Saudi blogger.", "Saudi", None),
        ("I call upon the Latin American people to speak.", "the Latin American people", None),
        ("A Kenyan died. They spoke of those convicted of crimes.", "those", None),
        ("Britain rewrote its law to make it easier to prosecute.", "it", None),
        ("France sent more troops to Iraq and Syria.", "Syria", None),
    ],
)
def test_pieces_of_phrases_powers_laws_and_lands(text: str, quote: str, actor: str | None) -> None:
    assert identifier(link(text, quote)) == actor


def test_an_administration_is_that_of_the_person_who_has_it() -> None:
    text = "Donald Trump spoke of Syria. The claim is at odds with his own administration’s figures."
    found = link(text, "his own administration", "Donald Trump", country="SY", date="2018-12-19")
    assert identifier(found) == "government-of-united-states"


def test_another_bearer_of_a_public_family_name() -> None:
    text = "Police detained Dr. Natividad Castro on Friday. They confirmed Castro’s arrest."
    found, _ = link(text, "Castro", country="PH")
    assert found is not None
    assert found.name == "Natividad Castro"
    of_cuba = "Fidel Castro spoke in Havana. His niece Ana Castro listened. Castro left."
    assert identifier(link(of_cuba, "Castro", country="CU")) == "person:fidel-castro"


def test_a_relative_keeps_the_given_name() -> None:
    text = "Police detained Dr. Naty Castro. In a letter Jun Castro thanked them."
    found, _ = link(text, "Jun Castro", country="PH")
    assert found is not None
    assert found.name == "Jun Castro"


def test_a_short_name_is_that_of_the_body_named_in_full() -> None:
    text = "Reporters Without Borders called for their release. War goes on in Sudan, said the head of RSF."
    assert identifier(link(text, "RSF", country="ET")) == "rsf-press"
    assert identifier(link("The RSF took the town in Sudan.", "The RSF", country="SD")) == "rapid-support-forces"


def test_parties_and_agencies_of_other_lands_are_others() -> None:
    chilean = link("The NDC met in Lorn in Kenya.", "The NDC", country="KE")
    assert identifier(chilean) == "local:ndc"
    assert identifier(link("The NDC met in Ghana.", "The NDC", country="GH")) == "ndc-ghana"
    assert identifier(
        link("In Chile the Christian Democratic Party won.", "the Christian Democratic Party", country="CL")
    ) != ("democratic-party-us")
    assert identifier(link("A spokesman, Dina Lorn, spoke in Chile.", "Dina Lorn", country="CL")) != "dina-chile"
    assert identifier(link("The independent experts spoke.", "The independent experts")) != "the-independent"


def test_a_head_of_state_by_the_date() -> None:
    assert identifier(LINKER.link("President Mitterrand", country_hint="FR", date="1989-05-01")) == (
        "person:francois-mitterrand"
    )
    assert identifier(LINKER.link("Prime Minister Sanchez", country_hint="ES", date="2021-05-01")) == (
        "person:pedro-sanchez"
    )


def test_a_profession_or_an_apposition_names_a_person() -> None:
    found, _ = link("They defended another dissident journalist, Ada Lorn.", "another dissident journalist")
    assert found is not None
    assert found.name == "Ada Lorn"
    named, _ = LINKER.link("U.S. businessman Michael Lorn", country_hint="CO", date="1989-02-07")
    assert named is not None
    assert named.name == "Michael Lorn"


@pytest.mark.parametrize(
    ("quote", "actor"),
    [
        ("the Taliban offshoot", None),
        ("a Taliban splinter group", None),
        ("Taliban fighters", "taliban"),
        ("army units", "syrian-arab-army"),
        ("another army unit", "syrian-arab-army"),
        ("Jeish al-Fatah", "army-of-conquest"),
    ],
)
def test_who_left_somebody_is_not_he_and_units_of_the_army_are_the_army(quote, actor) -> None:
    assert (
        identifier(link(f"It was said that {quote} fought in Homs.", quote, country="SY", date="2016-08-01")) == actor
    )
