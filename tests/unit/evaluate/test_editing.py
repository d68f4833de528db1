"""Changed texts: what a span covers moves along with it."""

from hypothesis import given
from hypothesis import strategies as st

from situate.evaluate.claims import report_of
from situate.evaluate.disturbed import PRINTS, disturbed, told
from situate.evaluate.editing import Edit, alone, edited, moved
from situate.model.span import Span

TEXT = "The army, on Monday, took “Ostry” (the town). Rebels fled."


@given(st.text("ab ", min_size=6, max_size=30), st.data())
def test_words_outside_of_all_edits_stay_the_same(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    edit, span = Edit(cuts[0], cuts[1], "XYZ"), Span(cuts[2], cuts[3])
    assert moved(span, [edit]).of(edited(text, [edit])) == span.of(text)
    before, after = Span(cuts[0], cuts[1]), Edit(cuts[2], cuts[3], "")
    assert moved(before, [after]) == before


def test_a_word_that_is_replaced_lies_where_its_replacement_does() -> None:
    text, edits = "Rebels took Ostry.", [Edit(7, 7, "did not "), Edit(7, 11, "take")]
    assert edited(text, edits) == "Rebels did not take Ostry."
    assert moved(Span(7, 11), edits).of(edited(text, edits)) == "take"


def claim(words: str) -> dict:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def report():
    took = {
        "type": "capture", "trigger": claim("took"), "polarity": "positive", "modality": "actual", "speakers": [],
        "roles": [{"role": "actor", **claim("The army")}, {"role": "place", **claim("Ostry")}, {"role": "target", **claim("Rebels")}],
    }  # fmt: skip
    return report_of({"id": "r", "text": TEXT, "claims": [took]})


def test_the_annotation_follows_every_print() -> None:
    for name in PRINTS:
        changed = disturbed(report(), name)
        (found,) = changed.claims
        quotes = [found.trigger.of(changed.text), *(span.of(changed.text) for _, span in found.roles)]
        assert [q.casefold() for q in quotes] == ["took", "the army", "ostry", "rebels"], name
    assert (
        disturbed(report(), "without_commas_and_quotes").text == "The army on Monday took Ostry the town. Rebels fled."
    )
    assert disturbed(report(), "without_any_marks").text == "The army on Monday took Ostry the town Rebels fled"
    assert disturbed(report(), "upper_case").text == TEXT.upper()


def test_numbers_keep_their_marks_and_letters_their_places() -> None:
    plain = report_of({"id": "r", "text": "Straße 1,500, it fell.", "claims": []})
    assert disturbed(plain, "without_any_marks").text == "Straße 1,500 it fell"
    assert len(disturbed(plain, "upper_case").text) == len(plain.text)


def test_a_loss_is_told_in_points() -> None:
    one = {"claim": {"f1": 0.7}, "role": {"f1": 0.5}}
    other = {"claim": {"f1": 0.66}, "role": {"f1": 0.4}}
    assert told({"as_printed": one, "upper_case": other})["upper_case"]["loss"] == 4.0


def test_a_sentence_alone_keeps_its_own_claims_and_roles() -> None:
    (sentence,) = alone(report())
    assert sentence.text == TEXT[: TEXT.index(" Rebels")]
    assert [name for name, _ in sentence.claims[0].roles] == ["actor", "place"]
    assert sentence.claims[0].trigger.of(sentence.text) == "took"
