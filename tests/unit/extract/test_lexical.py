import dataclasses

import pytest
from trees import tree

from situate.extract.judgement import certainty_cues
from situate.extract.reader import Reader
from situate.extract.triggers.evoked import marked
from situate.extract.triggers.faint import faint
from situate.extract.triggers.lexical import PHRASED, lexicon, plain, triggers
from situate.model.report import Report
from situate.model.sentence import Labelled
from situate.ontology import load

ONTOLOGY = load()
CUES = certainty_cues(ONTOLOGY)
LISTED = sorted(name for name, kind in ONTOLOGY.types.items() if not kind.annotated)
MODELLED = [name for name, kind in ONTOLOGY.types.items() if kind.annotated]
SENTENCE = tree(
    "Tallia/tallia/PROPN/2/nsubj stands/stand/VERB/0/root by/by/ADP/4/case Corland/corland/PROPN/2/obl "
    "and/and/CCONJ/6/cc condemned/condemn/VERB/2/conj the/the/DET/8/det attack/attack/NOUN/6/obj"
)


def test_words_and_phrases_of_types_without_a_model_are_triggers():
    found = triggers(SENTENCE, lexicon(ONTOLOGY, MODELLED), ())
    assert [(t.label, t.start) for t in found] == [("support", 7), ("accuse", 29)]


def test_the_word_of_the_model_goes_first():
    taken = [Labelled(29, 38, "assault", 0.9)]
    found = triggers(SENTENCE, lexicon(ONTOLOGY, MODELLED), taken)
    assert [t.label for t in found] == ["support"]


def test_types_that_the_model_knows_are_not_listed():
    listed = lexicon(ONTOLOGY, MODELLED)
    assert not set(listed.words.values()) & set(MODELLED)
    assert not lexicon(ONTOLOGY, ONTOLOGY.types).words
    phrased = {name for found in listed.phrases.values() for _, name in found}
    assert phrased & set(MODELLED) == set(PHRASED)


@pytest.mark.parametrize("name", LISTED)
def test_each_golden_sentence_of_such_a_type_gives_its_type(reader: Reader, name: str):
    for golden in ONTOLOGY.types[name].golden:
        found = reader.read(Report(id="r", text=golden.text)).claims
        assert name in {c.type for c in found}, [c.type for c in found]


def test_plain_words_are_of_types_that_the_model_knows():
    listed = plain(ONTOLOGY, MODELLED)
    assert set(listed.words.values()) <= set(MODELLED)
    assert listed.words["nouns", "massacre"] == "kill"
    assert ("verbs", "die") not in listed.words  # a word of kill, but no plain one
    assert not plain(ONTOLOGY, ()).words


def test_plain_words_count_where_the_model_sees_nothing():
    told = tree(
        "A/a/DET/2/det massacre/massacre/NOUN/3/nsubj happened/happen/VERB/0/root in/in/ADP/5/case Lisk/Lisk/PROPN/3/obl"
    )
    seen = dataclasses.replace(told, triggers=(Labelled(11, 19, "assault", 0.95),))
    for sentence, expected in ((told, ["kill"]), (seen, ["assault"])):
        report = Report(id="r", text="A massacre happened in Lisk")
        found = marked(report, [sentence], ONTOLOGY, lexicon(ONTOLOGY, MODELLED), plain(ONTOLOGY, MODELLED), CUES)
        assert [m.kind.name for m in found] == expected


def test_a_verb_and_its_object_are_one_trigger():
    told = tree(
        "Police/police/NOUN/2/nsubj found/find/VERB/0/root a/a/DET/5/det small/small/ADJ/5/amod bomb/bomb/NOUN/2/obj "
        "and/and/CCONJ/8/cc a/a/DET/8/det dog/dog/NOUN/5/conj"
    )
    (found,) = triggers(told, lexicon(ONTOLOGY, MODELLED), ())
    assert (found.label, found.start, found.end) == ("disrupt_weapons", 7, 12)


@pytest.mark.parametrize(
    ("aux", "label", "score", "taken"),
    [
        ("have/have", "deliver_aid", 0.45, True),  # its type lists the verb
        ("have/have", "deliver_aid", 0.2, True),  # flour is what its type is about
        ("have/have", "deliver_aid", 0.12, False),
        ("have/have", "evacuate", 0.2, False),  # flour is not what it is about
        ("might/might", "deliver_aid", 0.3, True),  # no fact
        ("have/have", "talks", 0.45, False),  # not listed
    ],
)
def test_what_the_model_hardly_sees_counts_where_a_list_or_a_cue_speaks_for_it(aux, label, score, taken):
    told = tree(f"They/they/PRON/3/nsubj {aux}/AUX/3/aux delivered/deliver/VERB/0/root flour/flour/NOUN/3/obj")
    start = told.tokens[2].start
    sentence = dataclasses.replace(told, faint=(Labelled(start, start + 9, label, score),))
    assert bool([*faint(sentence, (), ONTOLOGY, CUES)]) == taken


@pytest.mark.parametrize(
    ("words", "kind", "taken"),
    [
        ("Marines/marine/NOUN/2/nsubj engaged/engage/VERB/0/root militants/militant/NOUN/2/obj", "clash", True),
        ("Clerks/clerk/NOUN/2/nsubj engaged/engage/VERB/0/root militants/militant/NOUN/2/obj", "clash", False),
        (
            "Nurses/nurse/NOUN/0/root held/hold/VERB/1/acl by/by/ADP/4/case rebels/rebel/NOUN/2/obl:agent",
            "detain",
            True,
        ),
        ("Talks/talk/NOUN/0/root held/hold/VERB/1/acl by/by/ADP/4/case rebels/rebel/NOUN/2/obl:agent", "detain", False),
        ("fleeing/flee/VERB/2/amod families/family/NOUN/0/root", "displace", True),
        ("Troops/troop/NOUN/2/nsubj gathered/gather/VERB/0/root", "deploy", True),
        ("Crowds/crowd/NOUN/2/nsubj gathered/gather/VERB/0/root", "deploy", False),
        ("Troops/troop/NOUN/2/nsubj approached/approach/VERB/0/root", "advance", True),
        ("Trains/train/NOUN/2/nsubj approached/approach/VERB/0/root", "advance", False),
        ("They/they/PRON/2/nsubj left/leave/VERB/0/root", "displace", False),  # whoever leaves may only travel
    ],
)
def test_what_the_model_hardly_sees_counts_where_it_is_said_of_whom_it_is_about(words, kind, taken):
    told = tree(words)
    verb = next(t for t in told.tokens if t.upos == "VERB")
    unsure = Labelled(verb.start, verb.end, kind, 0.2)
    for sentence in (dataclasses.replace(told, faint=(unsure,)), dataclasses.replace(told, triggers=(unsure,))):
        assert bool([*faint(sentence, (), ONTOLOGY, CUES)]) == taken


@pytest.mark.parametrize(
    ("words", "noun", "taken"),
    [
        ("It/it/PRON/2/nsubj claimed/claim/VERB/0/root the/the/DET/4/det strike/strike/NOUN/2/obj", "strike", True),
        ("It/it/PRON/2/nsubj planned/plan/VERB/0/root the/the/DET/4/det strike/strike/NOUN/2/obj", "strike", False),
        (
            "It/it/PRON/2/nsubj claimed/claim/VERB/0/root responsibility/responsibility/NOUN/2/obj "
            "for/for/ADP/5/case raids/raid/NOUN/3/nmod",
            "raids",
            True,
        ),
        ("Campaign/campaign/NOUN/0/root to/to/PART/3/mark retake/retake/VERB/1/acl it/it/PRON/3/obj", "Campaign", True),
        (
            "Campaign/campaign/NOUN/0/root to/to/PART/3/mark elect/elect/VERB/1/acl her/she/PRON/3/obj",
            "Campaign",
            False,
        ),
    ],
)
def test_blows_that_the_model_hardly_sees_count_where_words_say_that_they_are_struck(words, noun, taken):
    told = tree(words)
    at = next(t for t in told.tokens if t.text == noun)
    sentence = dataclasses.replace(told, faint=(Labelled(at.start, at.end, "assault", 0.2),))
    assert bool([*faint(sentence, (), ONTOLOGY, CUES)]) == taken
