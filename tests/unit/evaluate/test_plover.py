import pytest
from hypothesis import given
from hypothesis import strategies as st

from situate.evaluate.plover import ROOTS, Pair, answer, pair_of, root, score
from situate.model.span import Span

# "Corland refused to meet the envoy": source 0-7, target 24-33.
PAIR = Pair(id="a", source=Span(0, 7), target=Span(24, 33), root="REJECT")


def claim(code, salience, *roles, modality="actual", report="a"):
    return {
        "report": report,
        "codes": {"plover": code},
        "modality": modality,
        "salience": salience,
        "roles": [{"role": name, "start": start, "end": end} for name, start, end in roles],
    }


BOTH = (("actor", 0, 7), ("target", 24, 33))


def test_a_row_becomes_a_pair_and_an_unmarked_side_is_none():
    row = {
        "id": "a",
        "spans": [{"id": "s", "start": 0, "end": 7}, {"id": "t", "start": 24, "end": 33}],
        "relations": [{"type": "REJECT", "head": "s", "tail": "t"}],
    }
    assert pair_of(row) == PAIR
    assert pair_of(row | {"relations": [{"type": "REJECT", "head": "s", "tail": None}]}).target is None
    for relations in (
        [{"type": "RETREAT", "head": "s", "tail": "t"}],
        [{"type": "AID", "head": None, "tail": None}],
        [],
    ):
        with pytest.raises(ValueError, match=r"root|marked|values"):
            pair_of(row | {"relations": relations})


@pytest.mark.parametrize(
    ("code", "modality", "expected"),
    [
        ("RETREAT-release", "actual", "YIELD"),
        ("CONCEDE", "planned", "YIELD"),
        ("AID", "planned", "AGREE"),
        ("CONSULT", "planned", "AGREE"),
        ("CONSULT", "possible", "CONSULT"),
        ("COERCE-arrest", "planned", "COERCE"),
    ],
)
def test_codes_are_counted_as_the_data_set_counts_them(code, modality, expected):
    assert root(code, modality) == expected


def test_only_a_claim_that_covers_both_spans_answers():
    half = claim("CONSULT", 0.9, ("actor", 0, 7))
    assert answer(PAIR, [half]) is None
    assert answer(PAIR, [half], lax=True) == "CONSULT"
    assert answer(PAIR, [half, claim("REJECT", 0.1, *BOTH)]) == "REJECT"
    assert answer(PAIR, [half, claim("REJECT", 0.1, *BOTH)], lax=True) == "REJECT"
    assert answer(PAIR, [claim(None, 0.9, *BOTH)]) is None


def test_the_actor_over_the_source_goes_before_salience():
    turned = claim("ACCUSE", 0.9, ("target", 0, 7), ("actor", 24, 33))
    assert answer(PAIR, [turned, claim("REJECT", 0.1, *BOTH)]) == "REJECT"
    assert answer(PAIR, [claim("AID", 0.2, *BOTH), claim("REJECT", 0.3, *BOTH)]) == "REJECT"


def test_a_side_that_is_not_marked_need_not_be_covered():
    alone = Pair(id="a", source=None, target=Span(24, 33), root="REJECT")
    assert answer(alone, [claim("REJECT", 0.1, ("target", 24, 33))]) == "REJECT"


def test_no_answer_is_never_right_and_lowers_recall_alone():
    pairs = [PAIR, Pair(id="b", source=Span(0, 7), target=Span(24, 33), root="AID")]
    figures = score(pairs, [claim("REJECT", 0.1, *BOTH)])
    assert (figures["answered"], figures["accuracy"], figures["macro_f1"]) == (0.5, 0.5, 0.5)
    assert figures["per_root"]["REJECT"]["f1"] == 1.0
    assert figures["per_root"]["AID"] == {"p": 0.0, "r": 0.0, "f1": 0.0, "gold": 1}


codes = st.sampled_from([*(name for name in ROOTS if name != "YIELD"), "RETREAT"])
claims = st.builds(
    lambda code, salience, roles: claim(code, salience, *roles),
    codes,
    st.floats(0, 1),
    st.lists(st.sampled_from([*BOTH, ("place", 24, 33), ("goods", 10, 12)]), max_size=3),
)


@given(st.lists(claims, max_size=5))
def test_the_strict_answer_is_the_lax_one_wherever_there_is_one(found):
    strict = answer(PAIR, found)
    assert strict is None or strict == answer(PAIR, found, lax=True)


@given(st.lists(claims, max_size=5))
def test_figures_lie_between_none_and_all(found):
    figures = score([PAIR], found)
    assert 0 <= figures["accuracy"] <= figures["answered"] <= 1
    assert figures["accuracy"] <= figures["nearest"]["accuracy"]
