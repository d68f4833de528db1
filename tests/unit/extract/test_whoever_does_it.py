"""What a sentence tells is the same whoever does it: forty actors in sentences written for this."""

import pytest
from packaged import reader

from situate.evaluate.swaps import actors
from situate.model.report import Report


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("{many} held off the invaders for nine days.", "held", "repel"),
        ("{many} fought off three assaults on the airfield.", "fought", "repel"),
        ("{many} clawed back villages lost in the spring.", "clawed", "capture"),
        ("{many} defended the village through the night.", "defended", "clash"),
        ("{one} gave up three outposts along the canal.", "gave", "withdraw"),
        ("{one} was quick to claim the attack on the barracks.", "attack", "assault"),
        ("In the campaign to retake the town of Belisk, {many} have lost forty men.", "campaign", "assault"),
        ("{one} provided rifles, radios and money to fighters across the border.", "provided", "arm"),
        ("{one} funds relief agencies working in the camps near Dorum.", "funds", "deliver_aid"),
    ],
)
def test_the_type_of_a_claim_does_not_hang_on_a_name(text: str, word: str, kind: str) -> None:
    other = {}
    for one, many in actors():
        read = text.format(one=one, many=many)
        read = read[:1].upper() + read[1:]
        start = read.index(word)
        over = [c for c in reader().read(Report(id="r", text=read)).claims if c.trigger.span.start <= start]
        told = {c.type for c in over if start < c.trigger.span.end}
        if told != {kind}:
            other[one] = told
    assert not other
