"""Whom pronouns take up when the learned scorer and the rules are weighed, in reports made for these tests."""

from __future__ import annotations

import re

import pytest

from situate.model.claim import BY_SCORER
from situate.model.mention import Antecedents, Taken
from situate.model.span import Span
from situate.resolve.who.phrase import Linked, Linker
from situate.resolve.who.registry import Registry
from situate.resolve.who.report import link_all
from situate.resolve.who.told import Naming, ReportContext

LINKER = Linker(Registry.load())
TEXT = "The Taliban fought the Pakistani army near the bridge. It was held for a week, and it fell."


def span(text: str, quote: str) -> Span:
    at = text.index(quote)
    return Span(at, at + len(quote))


def taken(text: str, phrase: str, share: float) -> Taken:
    found = span(text, phrase)
    return Taken(phrase=found, head=Span(found.end - len(phrase.split()[-1]), found.end), share=share)


def linked(text: str, quotes: list[Span], antecedents: list[Antecedents]) -> Linked:
    namings = [Naming(span=one, quote=one.of(text)) for one in quotes]
    context = ReportContext(text=text, date="2021-03-01", antecedents=antecedents)
    return link_all(namings, context, LINKER)[-1]


def asks(text: str, quote: str, *among: Taken) -> Antecedents:
    """What a pronoun takes up, or the noun at the end of a phrase."""
    phrase = span(text, quote)
    return Antecedents(span=Span(phrase.end - len(quote.split()[-1]), phrase.end), phrase=phrase, among=among)


def it(*among: Taken, said: str = "It") -> Antecedents:
    return asks(TEXT, said, *among)


NAMED = [span(TEXT, "The Taliban"), span(TEXT, "the Pakistani army")]


def test_a_share_that_nothing_outweighs_decides_and_is_told() -> None:
    asked = it(taken(TEXT, "the Pakistani army", 0.9), taken(TEXT, "The Taliban", 0.05))
    actor, reason = linked(TEXT, [*NAMED, asked.span], [asked])
    assert (actor and actor.id, reason) == ("military-of-pakistan", BY_SCORER)


def test_what_takes_up_a_thing_is_nobody() -> None:
    asked = it(taken(TEXT, "the bridge", 0.8), taken(TEXT, "The Taliban", 0.05))
    assert linked(TEXT, [*NAMED, asked.span], [asked])[0] is None


def test_rules_outweigh_a_scorer_in_doubt() -> None:
    text = "The Taliban came at dawn. They burned a mill."
    asked = asks(text, "They", taken(text, "The Taliban", 0.4))
    by_rules = linked(text, [span(text, "The Taliban"), asked.span], [])
    assert by_rules[0] is not None
    assert linked(text, [span(text, "The Taliban"), asked.span], [asked]) == by_rules


def test_rules_give_way_where_the_scorer_is_sure_of_others() -> None:
    text = "Villagers watched as the Taliban came at dawn. They fled to a mill."
    asked = asks(text, "They", taken(text, "Villagers", 0.97), taken(text, "the Taliban", 0.01))
    assert linked(text, [span(text, "the Taliban"), asked.span], [asked])[0] is None


def test_a_pronoun_leads_on_to_what_it_takes_up_itself() -> None:
    first = it(taken(TEXT, "the Pakistani army", 0.9))
    there = Taken(phrase=first.span, head=first.span, share=0.95)
    second = it(there, said="it")
    actor, _ = linked(TEXT, [*NAMED, second.span], [first, second])
    assert actor is not None
    assert actor.id == "military-of-pakistan"


def test_two_pronouns_that_take_up_each_other_are_nobody() -> None:
    one = span(TEXT, "It")
    asked = it(Taken(phrase=one, head=one, share=1.0))
    assert linked(TEXT, [*NAMED, one], [asked])[0] is None


def test_no_person_is_it_and_no_body_is_she() -> None:
    text = "Marta Lorn spoke for the Taliban. She said it would end."
    person, body = taken(text, "Marta Lorn", 0.9), taken(text, "the Taliban", 0.9)
    she, thing = asks(text, "She", body), asks(text, "it", person)
    named = [span(text, "Marta Lorn"), span(text, "the Taliban")]
    found = linked(text, [*named, she.span], [she])[0]
    assert found is None or found.kind == "person"
    found = linked(text, [*named, thing.span], [thing])[0]
    assert found is None or found.kind != "person"


def test_the_words_right_beside_a_pronoun_need_no_scorer() -> None:
    text = "The mayor met the Taliban and their allies at the bridge."
    asked = asks(text, "their", taken(text, "the bridge", 0.99))
    actor, reason = linked(text, [span(text, "the Taliban"), asked.span], [asked])
    assert (actor and actor.id, reason) == ("taliban", None)


def test_they_are_no_outlet_that_tells_of_others() -> None:
    text = "Reuters spoke to six men who said they had been robbed."
    asked = asks(text, "they", taken(text, "Reuters", 0.9))
    assert linked(text, [span(text, "Reuters"), asked.span], [asked])[0] is None


def test_it_can_be_an_outlet() -> None:
    text = "Reuters has a desk there. Its men said it would stay."
    asked = asks(text, "it", taken(text, "Reuters", 0.9))
    actor, _ = linked(text, [span(text, "Reuters"), asked.span], [asked])
    assert actor is not None
    assert actor.id == "reuters"


def test_a_description_is_weighed_too() -> None:
    text = "The Taliban fought the Shabab in the hills. Then the fighters left."
    asked = asks(text, "the fighters", taken(text, "the Shabab", 0.95))
    named = [span(text, "The Taliban"), span(text, "the Shabab"), asked.phrase]
    actor, reason = linked(text, named, [asked])
    assert (actor and actor.id, reason) == ("al-shabaab", BY_SCORER)


def test_a_noun_that_is_nobody_yet_means_the_name_beside_it() -> None:
    text = "The head of the guild, Marta Lorn, came to the mill at noon. She left at six."
    head = Taken(phrase=span(text, "The head"), head=span(text, "head"), share=0.97, beside=(span(text, "Marta Lorn"),))
    asked = asks(text, "She", head)
    actor, _ = linked(text, [span(text, "Marta Lorn"), asked.span], [asked])
    assert actor is not None
    assert actor.name == "Marta Lorn"


def test_what_rules_say_of_a_description_gives_way_to_somebody_alone() -> None:
    text = "The Taliban came at dawn. The fighters left."
    nobody = asks(text, "The fighters", taken(text, "The Taliban", 0.02))
    found = linked(text, [span(text, "The Taliban"), nobody.phrase], [nobody])
    assert (found[0] and found[0].id, found[1]) == ("taliban", None)


def test_a_possessor_is_not_what_its_men_are() -> None:
    text = "The Taliban came at dawn. Its rivals left."
    its = asks(text, "Its", taken(text, "The Taliban", 0.99))
    assert linked(text, [span(text, "The Taliban"), span(text, "Its rivals")], [its])[0] is None


def test_a_name_that_it_takes_up_is_no_private_person() -> None:
    text = "Bodrin, 40, was there. Bodrin denied that it had sent the lorries, and Bodrin would answer."
    named = [Span(m.start(), m.end()) for m in re.finditer("Bodrin", text)]
    actor, _ = linked(text, named, [asks(text, "it", taken(text, "Bodrin", 0.95))])
    assert actor is not None
    assert (actor.id, actor.private) == ("local:bodrin", False)
    with_her = text.replace("would answer", "she would answer")
    both = [
        asks(with_her, "it", taken(with_her, "Bodrin", 0.95)),
        asks(with_her, "she", taken(with_her, "Bodrin", 0.95)),
    ]
    actor, _ = linked(with_her, named, both)
    assert actor is not None
    assert actor.private


@pytest.mark.parametrize("name", ["Maria", "Bodrin Lorn"])
def test_a_given_name_and_a_name_of_two_words_stay_private_whatever_takes_them_up(name: str) -> None:
    text = f"{name}, 40, was there. {name} denied that it had sent the lorries."
    named = [Span(m.start(), m.end()) for m in re.finditer(name, text)]
    actor, _ = linked(text, named, [asks(text, "it", taken(text, name, 0.95))])
    assert actor is not None
    assert actor.private


def test_a_pronoun_whose_antecedent_names_nobody_is_asked_about_anew() -> None:
    text = "The Taliban came with a guild of millers. They burned a mill."
    asked = asks(text, "They", taken(text, "The Taliban", 0.9))
    told = [Naming(span=span(text, "The Taliban"), quote="The Taliban")]
    told.append(Naming(span=asked.span, quote="They", ref="a guild of millers"))
    context = ReportContext(text=text, date="2021-03-01", antecedents=[asked])
    actor, _ = link_all(told, context, LINKER)[-1]
    assert actor is not None
    assert actor.id == "taliban"
