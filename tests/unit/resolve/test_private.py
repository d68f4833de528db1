"""Whom a public export masks: private persons whom a report names, in its claims or not."""

from __future__ import annotations

from situate.model.actor import Actor
from situate.model.claim import Claim, Evidence, Role
from situate.model.mention import Mention
from situate.model.span import Span
from situate.resolve.private import private_persons

_TEXT = "Shells killed Fatima Darwish. Khoula was hurt, said Rami. Bashar al-Assad spoke."


def _at(quote: str) -> Evidence:
    start = _TEXT.index(quote)
    return Evidence(span=Span(start, start + len(quote)), quote=quote)


def _person(quote: str, *, private: bool = True, form: str = "name") -> Mention:
    actor = Actor(id=f"x:{quote}", name=quote, kind="person", private=private)
    return Mention(report="r", evidence=_at(quote), kind="person", form=form, actor=actor)


def test_names_of_private_persons_are_told() -> None:
    hurt = Role(role="wounded", evidence=_at("Khoula"))
    claim = Claim(id="c:1", report="r", type="assault", trigger=_at("hurt"), roles=(hurt,))
    told = [_person("Fatima Darwish"), _person("Khoula"), _person("Rami"), _person("Bashar al-Assad", private=False)]
    assert private_persons(told, [claim]) == ("Fatima Darwish", "Khoula")
    assert private_persons([_person("Fatima Darwish", form="description")], ()) == ()


def test_who_sends_a_message_of_a_chat_is_told() -> None:
    text = "[08:12] Hala (clinic):\nShells fell.\n\n[08:13] +963 900:\nYes.\n\n[08:14] Relief Office:\nA convoy came."
    span = Span(text.index("Relief"), text.index("Office") + 6)
    office = Actor(id="relief-office", name="Relief Office", kind="international", private=False)
    body = Mention(report="r", evidence=Evidence.of(text, span), kind="organisation", form="name", actor=office)
    assert private_persons([body], (), text) == ("Hala",)
