"""Sieges and what goes with them as reports tell them: deals, calls, counts, ways that are fought; by the model."""

import pytest
import trees
from packaged import quotes, reader, told

from situate.extract.certainty.negation import called_off
from situate.extract.certainty.unhappened import only_agreed
from situate.extract.roles.frames import Filler
from situate.extract.roles.others import as_asked
from situate.extract.triggers.deaths import deaths
from situate.extract.triggers.no_deed import no_deed
from situate.model.claim import Claim
from situate.model.report import Report
from situate.ontology import load


def only(text: str, kind: str) -> Claim:
    (claim,) = told(text, kind)
    return claim


def certainty(text: str, kind: str) -> tuple[str, str]:
    claim = only(text, kind)
    return claim.polarity, claim.modality


@pytest.mark.parametrize(
    ("text", "kind", "stands"),
    [
        ("A partial lifting of the siege was agreed in Geneva.", "siege_end", ("positive", "planned")),
        ("A truce for the lifting of the siege was signed on 2 April.", "siege_end", ("positive", "planned")),
        ("Peace talks in Halm have been suspended until further notice.", "talks", ("negative", "actual")),
        ("The evacuation of 50 patients was called off this morning.", "evacuate", ("negative", "actual")),
        ("Talks over the departure of fighters are going on.", "talks", ("positive", "actual")),
    ],
)
def test_what_is_only_agreed_or_called_off(text: str, kind: str, stands: tuple[str, str]) -> None:
    assert certainty(text, kind) == stands


@pytest.mark.parametrize(
    ("words", "kind", "agreed", "off"),
    [
        ("Evacuations/evacuation/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass agreed/agree/VERB/0/root", "evacuate", 1, 0),
        ("Attacks/attack/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass agreed/agree/VERB/0/root", "assault", 0, 0),
        ("Talks/talk/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass suspended/suspend/VERB/0/root", "talks", 0, 1),
        ("Talks/talk/NOUN/2/nsubj continued/continue/VERB/0/root", "talks", 0, 0),
        (
            "They/they/PRON/2/nsubj broke/break/VERB/0/root off/off/ADP/2/compound:prt talks/talk/NOUN/2/obj",
            "talks",
            0,
            1,
        ),
    ],
)
def test_a_deal_is_not_the_deed_and_what_is_called_off_is_none(words: str, kind: str, agreed: int, off: int) -> None:
    sentence = trees.tree(words)
    head = next(t for t in sentence.tokens if t.upos == "NOUN")
    assert only_agreed(sentence, head, kind) == bool(agreed)
    assert called_off(sentence, head, load().types[kind]) == bool(off)


def test_a_siege_that_resumes_does_not_end() -> None:
    assert [c.type for c in reader().read(Report(id="r", text="The siege resumed on Monday.")).claims] == ["besiege"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Militia tanks fought their way to the centre of Lisk.", ["advance"]),
        ("Rebels fought their way out of the encirclement.", ["siege_end"]),
        ("She fought her way to the top of the company.", []),
    ],
)
def test_who_fights_his_way_somewhere_advances(text: str, types: list[str]) -> None:
    assert [c.type for c in reader().read(Report(id="r", text=text)).claims] == types


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("He/he/PRON/2/nsubj died/die/VERB/0/root of/of/ADP/4/case wounds/wound/NOUN/2/obl", 1),
        ("He/he/PRON/2/nsubj died/die/VERB/0/root of/of/ADP/4/case age/age/NOUN/2/obl", 0),
    ],
)
def test_who_dies_of_wounds_is_killed(words: str, counts: int) -> None:
    assert len([*deaths(trees.tree(words), ())]) == counts


@pytest.mark.parametrize(
    ("words", "label", "none"),
    [
        ("Offers/offer/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass declined/decline/VERB/0/root", "deny_aid", True),
        ("Trucks/truck/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass refused/refuse/VERB/0/root", "deny_aid", False),
        (
            "They/they/PRON/2/nsubj refused/refuse/VERB/0/root requests/request/NOUN/2/obj for/for/ADP/5/case "
            "access/access/NOUN/3/nmod",
            "deny_aid",
            False,
        ),
        (
            "They/they/PRON/2/nsubj gave/give/VERB/0/root troops/troop/NOUN/2/iobj hours/hour/NOUN/2/obl:unmarked",
            "handover",
            True,
        ),
        ("Clinics/clinic/NOUN/2/nsubj admitted/admit/VERB/0/root children/child/NOUN/2/obj", "concede", True),
        ("Rebels/rebel/NOUN/2/nsubj admitted/admit/VERB/0/root losses/loss/NOUN/2/obj", "concede", False),
    ],
)
def test_words_that_deny_and_give_nothing(words: str, label: str, none: bool) -> None:
    sentence = trees.tree(words)
    head = next(t for t in sentence.tokens if t.deprel == "root")
    trigger = trees.label(sentence, head.text, label)
    assert no_deed(sentence, trigger, head) == none


def test_whoever_is_asked_is_the_doer() -> None:
    words = (
        "Mayors/mayor/NOUN/2/nsubj called/call/VERB/0/root on/on/ADP/4/case rebels/rebel/NOUN/2/obl to/to/PART/6/mark "
        "leave/leave/VERB/2/xcomp"
    )
    sentence = trees.tree(words)
    (doer,) = as_asked(sentence, sentence.tokens[5], [Filler("actor", 0, 6)])
    assert trees.text_of(sentence)[doer.start : doer.end] == "rebels"
    assert quotes(only("The mayor called on the rebels to lift the siege.", "siege_end"), "actor") == ["the rebels"]


@pytest.mark.parametrize(
    ("text", "kind", "speakers"),
    [
        ("The council calls for the army to withdraw from the town.", "withdraw", []),
        ("The port office put the number of trucks that entered on Sunday at 100.", "deliver_aid", ["The port office"]),
        ("The emergency room said that soldiers shelled the market.", "shelling", ["The emergency room"]),
    ],
)
def test_who_counts_speaks_and_who_calls_for_something_does_not(text: str, kind: str, speakers: list[str]) -> None:
    assert [s.evidence.quote for s in only(text, kind).speakers] == speakers


def test_people_are_no_place_and_the_hungry_no_dead() -> None:
    ring = only("The ring around us is now complete.", "besiege")
    assert (quotes(ring, "target"), quotes(ring, "place")) == (["us"], [])
    hungry = only("Our clinic admitted 12 children with severe malnutrition this week.", "deprivation")
    assert (quotes(hungry, "affected"), quotes(hungry, "killed")) == (["12 children"], [])


def test_who_calls_for_a_truce_neither_makes_it_nor_tells_of_it() -> None:
    truce = only("The mayor called on both sides for a three-day truce.", "ceasefire")
    assert (quotes(truce, "actor"), quotes(truce, "place"), truce.speakers) == ([], [], ())
    assert only("The council has called for a pause so that aid can go in.", "deliver_aid").speakers == ()
