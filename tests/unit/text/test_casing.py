"""Texts in one case, written as in a newspaper."""

from hypothesis import given
from hypothesis import strategies as st

from situate.text.casing import in_one_case, lowered, recased
from situate.text.tokens import words

WIRE = (
    "MARRACK, 3 MAR -- FIGHTERS OF THE OSTRY NATIONAL FRONT [ONAF] TOOK SAN JOSE DE LA SIERRA. THE ONAF AND THE FMLN "
    "SAID I SAW U.S. PLANES NEAR EL PASO."
)
NAMES = ("MARRACK", "OSTRY NATIONAL FRONT", "ONAF", "SAN JOSE", "SIERRA", "DE LA", "FMLN", "EL PASO")


def spans(text, *names):
    return [(at, at + len(name)) for name in names for at in range(len(text)) if text.startswith(name, at)]


def test_names_and_sentences_get_capitals_and_the_rest_none():
    assert recased(WIRE, spans(WIRE, *NAMES)) == (
        "Marrack, 3 mar -- fighters of the Ostry National Front [ONAF] took San Jose de la Sierra. The ONAF and the FMLN "
        "said I saw U.S. planes near El Paso."
    )


def test_brackets_without_a_name_before_them_hold_no_abbreviation():
    text = "THE SPEECH WENT ON. [BARCO] WE THANK YOU ALL."
    assert "[Barco]" in recased(text, spans(text, "BARCO"))


def test_what_is_in_one_case():
    assert in_one_case(WIRE)
    assert in_one_case(WIRE.lower().replace("u.s.", "us"))
    assert not in_one_case(
        "The army took Marrack on Monday, a spokesman of the Ostry National Front said in a statement."
    )
    assert not in_one_case("ALL SHORT")


@given(st.text(max_size=80))
def test_every_letter_stays_at_its_place(text):
    names = words(text)[::2]
    for changed in (recased(text, names), lowered(text)):
        assert len(changed) == len(text)
        assert all(
            a == b or a.lower() == b.lower() or a.upper() == b.upper() for a, b in zip(text, changed, strict=True)
        )


@given(st.text(alphabet="abc DEF.\n[]", max_size=60))
def test_writing_it_twice_changes_nothing(text):
    names = words(text)
    assert recased(recased(text, names), names) == recased(text, names)


def test_short_names_that_are_known_stay_in_capitals() -> None:
    text = "THE LEADERS OF THE AVC LEFT THE TOWN OF LORN TODAY, AND NOBODY SAW THEM GO AWAY."
    assert "the AVC left" in recased(text, spans(text, "AVC", "LORN"), {"avc"})
    assert "the Avc left" in recased(text, spans(text, "AVC", "LORN"))


def test_a_short_name_that_every_wire_has_needs_no_mark():
    assert recased("ATTACKS BY DEA AGENTS IN THE EU.", []) == "Attacks by DEA agents in the eu."
