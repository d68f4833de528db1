"""Fighting, attacks, marches and help that have ended or were put off, as the packaged model reads them."""

import packaged
import pytest


@pytest.mark.parametrize(
    ("text", "kind", "polarity"),
    [
        ("The fighting in Lisk has ended.", "clash", "negative"),
        ("Clashes in Ostry came to a halt on Sunday.", "clash", "negative"),
        ("The shelling of Lisk stopped on Monday.", "shelling", "negative"),
        ("The Front suspended its offensive on Ostry.", "assault", "negative"),
        ("The rebels ended their attacks on Lisk.", "assault", "negative"),
        ("The march planned for Friday in Lisk was called off.", "protest", "negative"),
        ("The protest in Ostry was banned.", "protest", "negative"),
        ("Washington froze military aid to Egypt.", "arm", "negative"),
        ("The fighting in Lisk has not ended.", "clash", "positive"),
        ("The protest in Lisk ended in violence.", "protest", "positive"),
        ("The clashes in Lisk ended at dawn, leaving five dead.", "clash", "positive"),
        ("The attack on Lisk ended after three hours.", "assault", "positive"),
        ("Fighting in Lisk stopped traffic on the road.", "clash", "positive"),
        ("Police ended the protest in Lisk.", "protest", "positive"),
    ],
)
def test_what_has_ended_or_was_called_off_is_no_more(text, kind, polarity):
    assert [c.polarity for c in packaged.told(text, kind)] == [polarity]


@pytest.mark.parametrize(
    ("text", "kind", "stands"),
    [
        ("The union called off a strike planned for 26 January.", "protest", ("negative", "planned")),
        ("The rebels called off an attack on Lisk planned for Monday.", "assault", ("negative", "planned")),
        ("An airdrop scheduled for Monday in Lisk was cancelled.", "deliver_aid", ("negative", "planned")),
        ("The union announced a strike planned for 26 January in Lisk.", "protest", ("positive", "planned")),
        ("The union may call off a strike planned for 26 January.", "protest", ("positive", "planned")),
    ],
)
def test_what_was_planned_for_a_day_and_called_off_is_not_to_be(text, kind, stands):
    assert [(c.polarity, c.modality) for c in packaged.told(text, kind)] == [stands]
