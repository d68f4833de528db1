"""Claims that nobody could confirm, and claims that were taken back, as the packaged model reads them."""

import packaged
import pytest


@pytest.mark.parametrize(
    ("text", "kind", "stands"),
    [
        ("Claims that rebels captured Lisk could not be verified.", "capture", ("positive", "possible")),
        ("The agency was unable to verify reports that rebels had seized Ostry.", "capture", ("positive", "possible")),
        ("Reports that nine soldiers were killed in Lisk have not been confirmed.", "kill", ("positive", "possible")),
        ("Unconfirmed reports said nine soldiers were killed in Lisk.", "kill", ("positive", "possible")),
        ("There was no confirmation of the capture of Ostry.", "capture", ("positive", "possible")),
        ("It appears that rebels have captured Lisk.", "capture", ("positive", "possible")),
        ("The army retracted its claim that it had captured Ostry.", "capture", ("negative", "actual")),
        ("We withdraw our report of Friday that the army had captured Ostry.", "capture", ("positive", "actual")),
        ("Reports that rebels had captured Lisk proved false.", "capture", ("negative", "actual")),
        ("The army confirmed reports that rebels had captured Lisk.", "capture", ("positive", "actual")),
        ("The army repeated its claim that it had captured Ostry.", "capture", ("positive", "actual")),
        ("It appears on the map that rebels have captured Lisk.", "capture", ("positive", "actual")),
    ],
)
def test_what_nobody_could_confirm_is_possible_and_what_is_retracted_is_not_so(text, kind, stands):
    assert [(c.polarity, c.modality) for c in packaged.told(text, kind)] == [stands]


def test_who_cannot_verify_a_deed_has_not_done_it():
    (taken,) = packaged.told("The agency was unable to verify the capture of Ostry.", "capture")
    assert not packaged.quotes(taken, "actor")


def test_who_does_not_respond_to_questions_does_not_tell_what_stands_before():
    text = (
        '"They shelled the market," a trader in Lisk said. "Six people died." The Front did not respond to questions.'
    )
    assert [[s.evidence.quote for s in c.speakers] for c in packaged.told(text, "kill")] == [["a trader in Lisk"]]
    assert not packaged.told("The army did not respond to a request for comment.", "request")
