"""A blow in which something is done is struck by those who do it, over hand-made trees."""

import trees

from situate.extract.roles.frames import Filler
from situate.extract.sentence.doers import by_blow, by_deed, by_post
from situate.extract.sentence.found import Found
from situate.extract.tree.slots import trigger_head
from situate.extract.triggers.evoked import Marked
from situate.ontology import load

TOOK = (
    "Rebels/rebel/NOUN/2/nsubj {verb}/VERB/0/root Lisk/Lisk/PROPN/2/obj {case}/ADP/6/case a/a/DET/6/det "
    "{blow}/NOUN/2/obl"
)


def found(sentence, words: str, kind: str, *fillers: tuple[str, str]) -> Found:
    trigger = trees.label(sentence, words, kind)
    text = trees.text_of(sentence)
    filled = tuple(Filler(role, text.index(w), text.index(w) + len(w)) for role, w in fillers)
    head = trigger_head(sentence, trigger)
    return Found(Marked(0, sentence, trigger, head, load().types[kind]), filled, "positive", "actual")


def blow(kind: str, word: str, deed: tuple[str, str], case: str, *own: tuple[str, str]) -> list[tuple[str, str]]:
    """The roles of a blow after those of a deed are known: the rebels did it, to Lisk."""
    verb, of = deed
    sentence = trees.tree(TOOK.format(verb=f"{verb}/{verb}", case=f"{case}/{case}", blow=f"{word}/{word}"))
    text = trees.text_of(sentence)
    done = found(sentence, verb, of, ("actor", "Rebels"), ("target" if of == "destroy" else "place", "Lisk"))
    _, filled = by_deed([done, found(sentence, word, kind, *own)])
    return [(f.role, text[f.start : f.end]) for f in filled.fillers]


def test_who_takes_a_town_after_a_battle_fought_it_there():
    assert blow("clash", "battle", ("took", "capture"), "after") == [("actor", "Rebels"), ("place", "Lisk")]


def test_what_is_destroyed_in_a_strike_was_struck():
    assert blow("airstrike", "raid", ("destroyed", "destroy"), "in") == [("actor", "Rebels"), ("target", "Lisk")]


def test_who_does_something_after_an_attack_need_not_have_attacked():
    assert blow("assault", "attack", ("took", "capture"), "after") == []
    assert blow("assault", "attack", ("detained", "detain"), "in") == []


def test_a_fight_with_a_side_of_its_own_takes_none_over():
    assert blow("clash", "battle", ("took", "capture"), "after", ("actor", "Lisk")) == [("actor", "Lisk")]


def test_the_strike_that_is_told_to_destroy_is_the_means() -> None:
    words = (
        "Two/two/NUM/2/nummod raids/raid/NOUN/3/nsubj hit/hit/VERB/0/root Lisk/Lisk/PROPN/3/obj and/and/CCONJ/6/cc "
        "burned/burn/VERB/3/conj barns/barn/NOUN/6/obj"
    )
    sentence = trees.tree(words)
    text = trees.text_of(sentence)
    raid, fire = found(sentence, "raids", "airstrike"), found(sentence, "burned", "destroy", ("target", "barns"))
    _, filled = by_blow([raid, fire])
    assert [(f.role, text[f.start : f.end]) for f in filled.fillers] == [
        ("instrument", "Two raids"), ("target", "barns"),
    ]  # fmt: skip
    own = found(sentence, "burned", "destroy", ("target", "barns"), ("instrument", "Lisk"))
    assert by_blow([raid, own])[1] == own


def at_post(line: str, place: str, *own: tuple[str, str]) -> list[str]:
    """Who did what was done at a post."""
    sentence = trees.tree(line)
    text = trees.text_of(sentence)
    one = by_post(found(sentence, "stopped", "deny_aid", ("place", place), *own))
    return [text[f.start : f.end] for f in one.fillers if f.role == "actor"]


STOPPED = "Lorries/lorry/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass stopped/stop/VERB/0/root at/at/ADP/7/case "


def test_whose_post_it_is_stopped_them():
    assert at_post(
        STOPPED + "an/a/DET/7/det RSF/RSF/PROPN/7/compound checkpoint/checkpoint/NOUN/3/obl", "an RSF checkpoint"
    ) == ["RSF"]
    assert at_post(
        STOPPED + "a/a/DET/7/det rebel/rebel/NOUN/7/compound checkpoint/checkpoint/NOUN/3/obl", "a rebel checkpoint"
    ) == ["rebel"]
    assert at_post(
        STOPPED + "a/a/DET/7/det Liskan/Liskan/ADJ/7/amod checkpoint/checkpoint/NOUN/3/obl", "a Liskan checkpoint"
    ) == ["Liskan"]


def test_who_mans_a_post_stops_who_is_stopped_there():
    line = (
        "Lorries/lorry/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass stopped/stop/VERB/0/root at/at/ADP/6/case a/a/DET/6/det "
        "roadblock/roadblock/NOUN/3/obl manned/man/VERB/6/acl by/by/ADP/9/case militiamen/militiaman/NOUN/7/obl:agent"
    )
    assert at_post(line, "a roadblock") == ["militiamen"]


def test_a_town_stops_nobody_at_its_post_and_who_is_told_did_it():
    town = STOPPED + "the/the/DET/7/det Lisk/Lisk/PROPN/7/compound checkpoint/checkpoint/NOUN/3/obl"
    assert at_post(town, "the Lisk checkpoint") == []
    post = STOPPED + "a/a/DET/7/det rebel/rebel/NOUN/7/compound checkpoint/checkpoint/NOUN/3/obl"
    assert at_post(post, "a rebel checkpoint", ("actor", "Lorries")) == ["Lorries"]
