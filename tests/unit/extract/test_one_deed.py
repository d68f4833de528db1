"""A verb and the noun that it has as object tell one happening."""

import importlib.util
from pathlib import Path

import packaged
import pytest

from situate.extract.roles.frames import Filler
from situate.extract.sentence.found import Found, concluded
from situate.extract.sentence.one_deed import told_once
from situate.extract.tree.slots import trigger_head
from situate.extract.triggers.evoked import Marked
from situate.ontology import load

_spec = importlib.util.spec_from_file_location("extract_trees", Path(__file__).with_name("trees.py"))
trees = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(trees)

WORDS = (
    "Troops/troops/NOUN/2/nsubj {verb}/VERB/0/root the/the/DET/4/det siege/siege/NOUN/2/obj of/of/ADP/7/case "
    "the/the/DET/7/det town/town/NOUN/4/nmod"
)


def found(sentence, words, kind, *fillers, modality="actual"):
    trigger = trees.label(sentence, words, kind)
    text = trees.text_of(sentence)
    filled = tuple(Filler(role, text.index(w), text.index(w) + len(w)) for role, w in fillers)
    head = trigger_head(sentence, trigger)
    return Found(Marked(0, sentence, trigger, head, load().types[kind]), filled, "positive", modality)


@pytest.mark.parametrize(("verb", "kept"), [("tightened/tighten", "siege"), ("sealed/seal", "sealed")])
def test_a_verb_and_its_object_are_one_claim(verb, kept):
    """The verb tells it, unless it only says that it goes on; the other lends its roles."""
    sentence = trees.tree(WORDS.format(verb=verb))
    verbs = found(sentence, verb.split("/")[0], "besiege", ("actor", "Troops"))
    nouns = found(sentence, "siege", "besiege", ("place", "the town"))
    (one,) = told_once([verbs, nouns])
    assert one.marked.trigger == trees.label(sentence, kept, "besiege")
    assert [f.role for f in one.fillers] == ["actor", "place"]


def test_what_is_told_otherwise_is_another_claim():
    sentence = trees.tree(WORDS.format(verb="tightened/tighten"))
    verbs = found(sentence, "tightened", "besiege", ("actor", "Troops"))
    nouns = found(sentence, "siege", "besiege", modality="planned")
    assert len(told_once([verbs, nouns])) == 2
    other = found(sentence, "siege", "besiege", ("actor", "the town"))
    assert len(told_once([verbs, other])) == 2


@pytest.mark.parametrize(("noun", "kept"), [("use/use", "use"), ("wave/wave", "artillery"), ("maker/maker", None)])
def test_so_much_of_a_blow_is_the_blow(noun, kept):
    sentence = trees.tree(f"the/the/DET/2/det {noun}/NOUN/0/root of/of/ADP/4/case artillery/artillery/NOUN/2/nmod")
    pair = [found(sentence, noun.split("/")[0], "shelling"), found(sentence, "artillery", "shelling")]
    told = told_once(pair)
    assert [one.marked.trigger for one in told] == (
        [trees.label(sentence, kept, "shelling")] if kept else [one.marked.trigger for one in pair]
    )


@pytest.mark.parametrize(("subject", "claims"), [("rebels/rebel/NOUN/5/nsubj", 2), ("they/they/PRON/5/nsubj", 1)])
def test_who_does_it_too_does_another(subject, claims):
    """ "The army used gas and the rebels used it": two happenings."""
    sentence = trees.tree(
        f"Soldiers/soldier/NOUN/2/nsubj shelled/shell/VERB/0/root and/and/CCONJ/5/cc {subject} "
        "bombarded/bombard/VERB/2/conj"
    )
    both = [found(sentence, "shelled", "shelling"), found(sentence, "bombarded", "shelling")]
    assert len(told_once(both)) == claims


def test_a_deal_is_told_by_what_it_is_named_by():
    sentence = trees.tree("A/a/DET/3/det ceasefire/ceasefire/NOUN/3/compound deal/deal/NOUN/0/root")
    told = concluded([found(sentence, "ceasefire", "ceasefire"), found(sentence, "deal", "agreement")])
    assert [one.marked.kind.name for one in told] == ["ceasefire"]


def test_who_agrees_a_truce_makes_one_deal():
    sentence = trees.tree("Rebels/rebel/NOUN/2/nsubj agreed/agree/VERB/0/root a/a/DET/4/det truce/truce/NOUN/2/obj")
    (one,) = concluded(
        [found(sentence, "agreed", "agreement", ("actor", "Rebels")), found(sentence, "truce", "ceasefire")]
    )
    assert (one.marked.kind.name, [f.role for f in one.fillers]) == ("ceasefire", ["actor"])


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("Separatists seized Zinjibar on Monday, nine days after they took Aden.", ["seized", "took"]),
        ("The guerrillas regained Pailin on Thursday, two weeks after the army overran it.", ["regained", "overran"]),
        ("Rebels took Kidal on Monday before the army retook it on Friday.", ["took", "retook"]),
        ("The rebels seized Zuwara on Monday, nine days after taking Zintan.", ["seized", "taking"]),
        ("Rebels captured Kidal on Monday after overrunning its barracks.", ["captured"]),
        ("Rebels captured Kidal on Monday after they seized its barracks.", ["captured"]),
        ("Kidal fell on Monday after the rebels captured it.", ["fell"]),
    ],
)
def test_what_was_done_before_or_after_it_is_another_deed(text, deeds):
    assert [claim.trigger.quote for claim in packaged.told(text, "capture")] == deeds
