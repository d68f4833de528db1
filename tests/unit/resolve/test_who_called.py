"""Persons by the noun that introduced them, whose title serves whom, pronouns further back."""

from __future__ import annotations

import pytest

from situate.model.span import Span
from situate.resolve.who.phrase import Linked, Linker
from situate.resolve.who.registry import Registry
from situate.resolve.who.report import link_all
from situate.resolve.who.told import Naming, ReportContext

LINKER = Linker(Registry.load())


def links(
    text: str,
    *quotes: str,
    speakers: tuple[str, ...] = (),
    refs: dict[str, str] | None = None,
    country: str | None = "KE",
    date: str = "2019-05-02",
) -> list[Linked]:
    """The links of quotes, each searched after the one before it; ``refs``: antecedents found before."""
    namings, at = [], 0
    for quote in quotes:
        start = text.index(quote, at)
        at = start + 1
        ref = (refs or {}).get(quote)
        namings.append(Naming(span=Span(start, start + len(quote)), quote=quote, ref=ref, speaker=quote in speakers))
    return link_all(namings, ReportContext(text=text, country=country, date=date), LINKER)


def name(found: Linked) -> str | None:
    return found[0].name if found[0] else None


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("The lawyer Ada Tennoro was held on Monday. Police beat the lawyer.", ("Ada Tennoro", "the lawyer")),
        ("Ada Tennoro, a prominent lawyer, was held. Police beat the lawyer.", ("Ada Tennoro", "the lawyer")),
        ("Gov. Ada Tennoro spoke first. Nobody answered the governor.", ("Ada Tennoro", "the governor")),
        ("Ada Tennoro, 34, was held. Police beat the 34-year-old.", ("Ada Tennoro", "the 34-year-old")),
    ],
)
def test_a_noun_or_an_age_points_back_to_whom_it_introduced(text: str, quotes: tuple[str, str]) -> None:
    first, second = links(text, *quotes)
    assert name(first) == "Ada Tennoro"
    assert first[0] == second[0]


def test_a_former_bearer_of_the_title_is_not_meant() -> None:
    text = "Former Gov. Ada Tennoro spoke first. Nobody answered the governor."
    assert name(links(text, "Ada Tennoro", "the governor")[1]) != "Ada Tennoro"


def test_two_of_one_title_stay_open() -> None:
    text = "The lawyers met. The lawyer Ada Tennoro and the lawyer Bela Mirkovan spoke. Police beat the lawyer."
    found = links(text, "Ada Tennoro", "Bela Mirkovan", "the lawyer")
    assert name(found[2]) not in {"Ada Tennoro", "Bela Mirkovan"}


def test_we_of_a_commissioner_of_police_are_the_police() -> None:
    text = "Police Commissioner Ada Tennoro told reporters: “They help us in our work.”"
    found = links(text, "Police Commissioner Ada Tennoro", "our", speakers=("Police Commissioner Ada Tennoro",))
    assert found[1][0] is not None
    assert found[1][0].id == "police-of-kenya"


def test_who_is_arrested_by_the_police_does_not_speak_for_them() -> None:
    text = "Ada Tennoro, who was arrested by a police officer, spoke: “We are tired.”"
    assert links(text, "Ada Tennoro", "We", speakers=("Ada Tennoro",))[1][0] is None


def test_the_local_police_are_those_of_the_land_named_last() -> None:
    text = "She lived in Uganda then. She went to court. The local police did nothing."
    found = links(text, "The local police")
    assert found[0][0] is not None
    assert found[0][0].id == "police-of-uganda"


def test_an_antecedent_that_names_nobody_is_not_the_last_word() -> None:
    text = "Uganda will add thousands of recruits to its military by May."
    found = links(text, "Uganda", "its military", refs={"its military": "recruits"})
    assert found[1][0] is not None
    assert found[1][0].id == "military-of-uganda"


def test_he_after_a_quotation_is_the_person_who_was_quoted() -> None:
    text = "Mr Tennoro joined them in 1997. He spoke: “I am with them. I am one of you.” He had written to them."
    first, second = links(text, "Mr Tennoro", "He had"[:2])[0], links(text, "Mr Tennoro", "He", "He")[2]
    assert name(first) == "Tennoro"
    assert first[0] == second[0]


def test_no_sentence_ends_at_a_title() -> None:
    text = "The government refused to let Mr. Uhuru Kenyatta speak while he was abroad."
    found = links(text, "Mr. Uhuru Kenyatta", "he")
    assert found[1][0] is not None
    assert found[1][0] == found[0][0]


def test_who_takes_up_the_phrase_before_it() -> None:
    text = "Ada Tennoro met the Kenyan army, who left."
    found = links(text, "Ada Tennoro", "the Kenyan army", "who")
    assert found[2][0] == found[1][0] is not None


def test_whose_men_his_troops_are() -> None:
    text = "Uhuru Kenyatta cannot control his troops."
    assert name(links(text, "Uhuru Kenyatta", "his troops")[1]) == name(links("Kenyan army", "Kenyan army")[0])


def test_an_article_alone_is_nobody() -> None:
    assert links("The 34-year-old left.", "The") == [(None, "not_an_actor")]


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("Jeremy Hunt spoke of Syria. The foreign secretary was asked.", "The foreign secretary", "Jeremy Hunt"),
        ("Jeremy Hunt spoke of Syria. Syria’s foreign minister was asked.", "Syria’s foreign minister", None),
        ("Jeremy Hunt met Bashar al-Assad. The foreign minister was asked.", "The foreign minister", None),
    ],
)
def test_a_minister_who_was_just_named_is_of_another_state(text: str, quote: str, expected: str | None) -> None:
    people = [who for who in ("Jeremy Hunt", "Bashar al-Assad") if who in text]
    found = links(text, *people, quote, country="SY", date="2019-03-10")[-1]
    assert (name(found) == "Jeremy Hunt") == (expected is not None)


def test_who_writes_is_not_who_speaks_nearby() -> None:
    text = "Assad spoke on Monday. I was in Derik to meet a community. Assad said so."
    assert name(links(text, "Assad", "I", speakers=("Assad",), country="SY")[-1]) is None
    text = "Assad said: “We met them. I was in Derik.”"
    assert name(links(text, "Assad", "I", speakers=("Assad",), country="SY")[-1]) == "Bashar al-Assad"


def test_relatives_are_neither_a_side_nor_whose_they_are() -> None:
    text = "Ada Tennoro fled. She went to a camp and her husband surrendered."
    assert name(links(text, "Ada Tennoro", "her husband", refs={"her husband": "Ada Tennoro"})[-1]) is None


def test_words_that_are_cut_across_sentences_or_articles_are_no_names() -> None:
    text = "Two sources told us.\nSoldiers came along the road."
    assert name(links(text, "Soldiers", country="SY")[0]) == "Syrian Arab Army"
    text = "Monitors at the Syrian Observatory for Human Rights said bombs fell."
    assert links(text, text[: text.index(" said")], country="SY")[0][0].id == "sohr"


def test_pieces_of_longer_names() -> None:
    text = "Mevlut Cavusoglu, CNN Turk reported, said no. Peter Tenno, Director of the WHO Health Emergencies Programme, left."
    found = links(text, "CNN", "Peter Tenno, Director of the WHO Health Emergencies Programme", country="SY")
    assert name(found[0]) == "CNN Türk"
    assert name(found[1]) != "Health Emergencies Programme"
    text = "Reports differ. Russias Ministry of Defence said that it was shot down."
    assert links(text, "Russias Ministry of Defence", country="SY")[0][0].country == "RU"


def test_she_is_not_the_man_who_says_so() -> None:
    text = "Ada Tennoro was held. Bela Mirkovan spoke. “It is grim. It is cold. She must go.”"
    ada, bela = (text.index(who) for who in ("Ada", "Bela"))
    she = text.index("She")
    namings = [
        Naming(span=Span(ada, ada + 11), quote="Ada Tennoro"),
        Naming(span=Span(bela, bela + 13), quote="Bela Mirkovan", speaker=True),
        Naming(span=Span(she, she + 3), quote="She"),
    ]
    said = [(Span(text.index("“") + 1, len(text) - 1), namings[1].span)]
    found = link_all(namings, ReportContext(text=text, country="KE", date="2019-05-02", said=said), LINKER)
    assert name(found[1]) == "Bela Mirkovan"
    assert name(found[2]) != "Bela Mirkovan"


def test_military_before_what_is_no_force_is_nobody() -> None:
    text = "At the same time, military collaboration with the US ended."
    assert links(text, "military")[0] == (None, "not_an_actor")
