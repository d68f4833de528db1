"""Who else a phrase names beside the first."""

from __future__ import annotations

import pytest

from situate.model.claim import Claim, Evidence, Role
from situate.model.mention import Reading
from situate.model.report import Report
from situate.model.span import Span
from situate.resolve import Resolver
from situate.resolve.who.joined import further

RESOLVER = Resolver.load()


def actors(text: str, quote: str) -> list[tuple[str, str | None]]:
    """The words and the ids of the actors of a claim whose one role quotes a phrase."""
    said = Evidence.of(text, Span(text.index(quote), text.index(quote) + len(quote)))
    trigger = Evidence.of(text, Span(text.index("shelled"), text.index("shelled") + 7))
    claim = Claim(id="c:1", report="r", type="shelling", trigger=trigger, roles=(Role(role="actor", evidence=said),))
    report = Report(id="r", text=text, published="2016-05-10", outlet=None)
    meant = RESOLVER.resolve(report, Reading(report="r", claims=(claim,), mentions=(), attributions=())).reading.claims[
        0
    ]
    return [(r.evidence.quote, r.actor.id if r.actor else None) for r in meant.roles if r.role == "actor"]


@pytest.mark.parametrize(
    ("phrase", "others"),
    [
        ("Russian and Syrian warplanes", [("Syrian warplanes", "syrian-arab-army")]),
        ("militants of the Nusra Front and its allied fighters of Ahrar al-Sham", ["ahrar-al-sham"]),
        ("the YPG, Hezbollah and the Nusra Front", ["hezbollah", "nusra-front"]),
        ("the Islamic State of Iraq and the Levant", []),
        ("the Syrian army and Syrian troops", []),
        ("the Nusra Front and its families", []),
        ("the Nusra Front, which fought Hezbollah and the Islamic State", []),
        ("the army and a man named Salim", []),
    ],
)
def test_each_power_that_a_phrase_names_is_an_actor(phrase: str, others: list[object]) -> None:
    found = actors(f"Near Aleppo in Syria, {phrase} shelled a village.", phrase)
    assert found[0][0] == phrase
    told = [both if any(isinstance(other, tuple) for other in others) else both[1] for both in found[1:]]
    assert told == others


def test_words_after_and_are_found_where_they_stand() -> None:
    text = "Near Varn the Reds and the Blues shelled it."
    said = Evidence.of(text, Span(10, 32))
    assert said.quote == "the Reds and the Blues"
    assert [(e.quote, e.span) for e in further(said, ())] == [("Blues", Span(27, 32))]
    assert further(Evidence.of(text, Span(10, 18)), ()) == ()
