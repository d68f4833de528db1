"""Which state a phrase says it is in, and which names are lands and families, in reports made for these tests."""

from __future__ import annotations

import pytest

from situate.model.span import Span
from situate.resolve.who.phrase import Linked, Linker
from situate.resolve.who.registry import Registry
from situate.resolve.who.report import link_all
from situate.resolve.who.told import Naming, ReportContext

LINKER = Linker(Registry.load())


def link(
    text: str, quote: str, *others: str, country: str | None = None, places: tuple[str, ...] = (), said: str = ""
) -> Linked:
    """The link of the last place of a phrase; ``others`` are asked too, the first of them spoke ``said``."""
    asked = [*others, quote]
    starts = [text.index(other) for other in others] + [text.rindex(quote)]
    namings = [
        Naming(span=Span(s, s + len(q)), quote=q, speaker=bool(said) and q in others)
        for s, q in zip(starts, asked, strict=True)
    ]
    toponyms = frozenset(Span(text.index(place), text.index(place) + len(place)) for place in places)
    content = [(Span(text.index(said), text.index(said) + len(said)), namings[0].span)] if said else []
    context = ReportContext(text=text, country=country, date="2021-03-01", toponyms=toponyms, said=content)
    return link_all(namings, context, LINKER)[-1]


def identifier(found: Linked) -> str | None:
    return found[0].id if found[0] else None


@pytest.mark.parametrize(
    ("text", "quote", "country", "found"),
    [
        ("In Tanzania a plot failed. Later police in the Comoros raided a house.", "police", "TZ", "police-of-comoros"),
        (
            "Britain spoke of Belarus, where the authorities held a man.",
            "the authorities",
            "GB",
            "government-of-belarus",
        ),
        ("Two were freed, officials in Mali said.", "officials in Mali", "FR", "government-of-mali"),
        ("The fire spread in Mali.", "Mali", "ML", None),
        ("The third raid since May in Mali’s north failed.", "Mali", "ML", None),
        ("Mali’s envoy left.", "Mali", "ML", "government-of-mali"),
        ("The Central American leader spoke of the United States.", "The Central American leader", "SV", None),
        ("Michael Jordan was charged. On Monday Jordan spoke.", "Jordan", "US", "private"),
    ],
)
def test_a_phrase_stands_where_it_says(text: str, quote: str, country: str, found: str | None) -> None:
    got = identifier(link(text, quote, country=country))
    assert (got or "").split(":")[0] == (found or "")


def test_a_province_s_government_is_not_the_state_s() -> None:
    text = "The court rejected an appeal of the Sindh government on Monday."
    assert identifier(link(text, "the Sindh government", country="PK", places=("Sindh",))) == "local:sindh-government"


def test_a_person_s_government_is_not_a_town_s() -> None:
    text = "The court blamed President Bashar al-Assad's government on Monday."
    quote = "President Bashar al-Assad's government"
    assert identifier(link(text, quote, country="SY", places=("President",))) == "syrian-government"


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("The Foreign Secretary, Ada Lorn, said it was over.", "The Foreign Secretary", "local:ada-lorn"),
        ("Ada Lorn, head of the port, said it was over.", "head of the port", "local:ada-lorn"),
        ("The Kyiv Chief of Police Ada Lorn spoke.", "The Kyiv Chief of Police", "local:ada-lorn"),
        ("The raid was told of by Li Kwo-wah, a clerk.", "Li Kwo-wah", "private"),
        ("Police killed a man that day; Lorvik and his brother fled.", "Lorvik", "private"),
        ("They hired a PR agency.", "a PR agency", None),
        ("The crews saw a joint military exercise.", "a joint military exercise", None),
        ("A binational ministry is planned.", "A binational ministry", None),
        ("Kenya’s Armed Forces left.", "Kenya’s Armed Forces", "military-of-kenya"),
        ("The British Embassy closed.", "The British Embassy", "government-of-united-kingdom"),
        ("French lawmakers spoke.", "French lawmakers", "government-of-france"),
        ("Men affiliated with Boko Haram came.", "Men affiliated with Boko Haram", "boko-haram"),
        ("It is still not clear what happened.", "It", None),
    ],
)
def test_whom_titles_bodies_and_things_name(text: str, quote: str, found: str | None) -> None:
    got = identifier(link(text, quote, country="NG"))
    assert (got if found is None or ":" in found else (got or "").split(":")[0]) == found


def test_they_are_those_who_say_so() -> None:
    text = "Kenyan refugees came in May, and US officials say they are on the way."
    assert identifier(link(text, "they", "Kenyan refugees", "US officials")) == "government-of-united-states"


def test_who_is_told_to_say_it_is_we_even_when_another_speaks_nearer() -> None:
    text = "Mevlüt Çavuşoğlu said we must mend it. The US military spoke."
    assert identifier(link(text, "we", "Mevlüt Çavuşoğlu", "The US military", said="we must mend it")) == (
        "government-of-turkey"
    )


def test_a_state_s_president_with_a_family_name_alone_is_who_held_the_office() -> None:
    actor, _ = LINKER.link("Nicaraguan President Ortega", country_hint="SV", date="1989-11-13")
    assert actor is not None
    assert actor.id == "person:daniel-ortega"


def test_lines_that_were_wrapped_do_not_end_a_sentence() -> None:
    text = "A woman asked after the nurse Marta Lorn, whom many people had known for\nyears, and asked who could tell of her."
    assert (identifier(link(text, "her", "Marta Lorn")) or "").startswith("private:")


def test_a_state_without_armed_groups_has_no_rebels() -> None:
    assert identifier(link("They asked about guerrilla fighters.", "guerrilla fighters", country="NZ")) is None


def test_what_and_joins_to_a_name_is_theirs() -> None:
    text = "After Hillary Clinton testified, Barack Obama and his aides left."
    assert identifier(link(text, "his", "Hillary Clinton", "Barack Obama")) == "person:barack-obama"
