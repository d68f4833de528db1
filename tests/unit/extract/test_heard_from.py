"""Who says so where no verb of speech has him for its subject, and who is named there and does not say so."""

import pytest
from packaged import told


def said(text: str, kind: str) -> list[list[str]]:
    return [[s.evidence.quote for s in claim.speakers] for claim in told(text, kind)]


LED = "The General Staff: rebels attacked the post at Bela and were thrown back. Our soldiers hold the ridge near Orm."


def test_a_name_and_a_colon_have_their_paragraph() -> None:
    assert said(LED, "control") == [["The General Staff"]]
    assert said(LED.replace("back. ", "back.\n\n"), "control") == [[]]
    assert said(LED + " It rained all day in Bela." * 6, "control") == [[]]  # a page without paragraphs
    assert said(LED.replace("Our soldiers", "The mayor says that soldiers"), "control") == [["The mayor"]]


def test_what_is_told_of_a_unit_is_not_told_by_it() -> None:
    text = "The 4th Brigade: it was formed in 1992 and holds the pass. It shelled Velin in May."
    assert said(text, "shelling") == [[]]


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        (
            "The army, which says it holds the road from Orm to the capital, sent two companies to Bela on Monday, "
            "according to a source who asked not to be named because he was not authorised to brief reporters.",
            "control",
            "The army",
        ),
        ("Varnian police beat at least nine students in Bela, a rights group has charged.", "abuse", "a rights group"),
        (
            "Mayor Ida Sol told Radio Varn that nurses had told her deputy that two more had died. "
            '"They came with ladders," she said. "The garrison fought until noon."',
            "clash",
            "Mayor Ida Sol",
        ),
        ("The militia was accused by residents of looting shops in Tarn.", "destroy", "residents"),
        ("It was the rebels who mined the bridge at Orm, insists Major Tal.", "explosion", "Major Tal"),
    ],
)
def test_who_says_so(text: str, kind: str, speaker: str) -> None:
    (claim,) = said(text, kind)
    assert speaker in claim
    assert "nurses" not in claim


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Contrary to reports in the foreign press, the town of Velin remains under army control.", "control"),
        ("Police accused of torture in Varn", "abuse"),
        ("Neither the army nor the rebels confirmed the capture of Tarn.", "capture"),
        ("According to the director, whose own house was destroyed in May, nine people died in Tarn.", "destroy"),
        ("Truce holds in Orm valley\n\nA ceasefire signed in May was holding on its third day, monitors said.", "ceasefire"),
        ("Rebels shelled the town of Orm when the mayor was speaking.", "shelling"),
        ("300 soldiers landed on the beach on Monday, watched by the president.", "deploy"),
    ],
)  # fmt: skip
def test_who_does_not_say_so(text: str, kind: str) -> None:
    assert said(text, kind)[0] == []


def test_who_is_quoted_by_a_speaker_is_nearer() -> None:
    text = "The deputy governor, quoting village elders, told the agency that gunmen had burned 40 houses in Tarn."
    assert said(text, "destroy") == [["village elders", "The deputy governor"]]
    text = "The deputy governor, quoting nobody, told the agency that gunmen had burned 40 houses in Tarn."
    assert said(text, "destroy") == [["The deputy governor"]]


def test_what_neither_side_confirms_is_possible() -> None:
    (taken,) = told("Neither the army nor the rebels confirmed the capture of Tarn.", "capture")
    assert (taken.polarity, taken.modality) == ("positive", "possible")
    (taken,) = told("Both the army and the rebels confirmed the capture of Tarn.", "capture")
    assert taken.modality == "actual"


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ('The militia\'s spokesman dismissed as "lies" reports that its men had killed farmers near Orm.', "negative"),
        ("The militia dismissed reports that its men had killed farmers near Orm.", "negative"),
        ("The militia confirmed reports that its men had killed farmers near Orm.", "positive"),
        ("The army denied any part in it, and a monitor repeated reports that soldiers killed farmers.", "positive"),
    ],
)
def test_what_is_dismissed_is_denied(text: str, polarity: str) -> None:
    assert told(text, "kill")[0].polarity == polarity


def test_a_clause_that_the_sentence_contradicts_is_not_so() -> None:
    (taken,) = told("Contrary to claims of foreign outlets that rebels had taken Velin, the army holds it.", "capture")
    assert taken.polarity == "negative"
    (taken,) = told("Contrary to the deal, rebels took the town of Velin on Monday.", "capture")
    assert taken.polarity == "positive"


BRIEFS = """Bomb kills five soldiers at a checkpoint in Hawta
A car bomb exploded at a checkpoint outside the port of Hawta late on Monday, killing five soldiers, witnesses said. The road is shut.

Truce holds in Orm valley for a third day running
A ceasefire signed in May was holding on its third day, monitors said, and the families who had fled from the valley went home.

Police free nine hostages on a farm near Bassar
Nine drivers who were held since December are free, the police said on Tuesday, after a raid on a farm near the town of Bassar.
"""


def test_the_headline_of_a_short_item_is_a_sentence_of_its_own() -> None:
    assert said(BRIEFS, "ceasefire") == [[], ["monitors"]]


def test_who_has_the_word_in_a_talk_is_told_once() -> None:
    text = "ANNOUNCER: And the rebels?\n\nCOMMANDER (by telephone): We have not left Orm.\n\nCOMMANDER: We hold it."
    assert [len(speakers) for speakers in said(text, "withdraw")] == [1]
