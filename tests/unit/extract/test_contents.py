"""Whom words reach: doers, those an act is aimed at, speakers' own promises. Trees are made by hand."""

import pytest
from trees import label, text_of, tree

from situate.extract.reader import Reader
from situate.extract.roles.contents import aimed, aside, complement
from situate.extract.roles.frames import Filler
from situate.extract.triggers.lexical import acted_on, lexicon, triggers
from situate.extract.triggers.pledges import pledges
from situate.model.report import Report
from situate.ontology import load

ONTOLOGY = load()
LISTED = lexicon(ONTOLOGY, [name for name, kind in ONTOLOGY.types.items() if kind.annotated])
REFUSED = tree(
    "Corland/corland/PROPN/2/nsubj refused/refuse/VERB/0/root to/to/PART/4/mark meet/meet/VERB/2/xcomp "
    "the/the/DET/6/det envoy/envoy/NOUN/4/obj of/of/ADP/8/case Tallia/tallia/PROPN/6/nmod"
)
LIFTED = tree(
    "Corland/corland/PROPN/2/nsubj lifted/lift/VERB/0/root its/its/PRON/4/nmod:poss ban/ban/NOUN/2/obj "
    "on/on/ADP/6/case Tallia/tallia/PROPN/4/nmod"
)


def quotes(sentence, fillers):
    return [(f.role, text_of(sentence)[f.start : f.end]) for f in fillers]


def test_an_act_reaches_whom_its_content_names():
    found = aimed(REFUSED, REFUSED.tokens[1], (), ())
    assert ("actor", "Corland") in quotes(REFUSED, found)
    assert [q for role, q in quotes(REFUSED, found) if role == "target"] != []
    assert all("Corland" not in q for role, q in quotes(REFUSED, found) if role == "target")


def test_whom_the_frame_found_is_enough():
    own = [Filler("actor", 0, 7, 0), Filler("target", 35, 41, 7)]
    assert aimed(REFUSED, REFUSED.tokens[1], own, ()) == own


def test_the_complement_holds_no_subject_of_the_act():
    assert 0 not in complement(REFUSED, REFUSED.tokens[1])
    assert {3, 5, 7} <= set(complement(REFUSED, REFUSED.tokens[1]))


def test_a_verb_and_its_noun_are_one_trigger():
    found = triggers(LIFTED, LISTED, ())
    assert [(t.label, text_of(LIFTED)[t.start : t.end]) for t in found] == [("concede", "lifted")]
    assert acted_on(LIFTED, LIFTED.tokens[1], LISTED) == {3}


def test_a_verb_without_its_noun_is_none():
    bare = tree("She/she/PRON/2/nsubj lifted/lift/VERB/0/root the/the/DET/4/det box/box/NOUN/2/obj")
    assert triggers(bare, LISTED, ()) == []


def said(verb: str, auxiliary: str, subject: str = "it/it/PRON", *, negated: bool = False):
    words = f"Corland/corland/PROPN/2/nsubj {verb}/0/root {subject}/{{v}}/nsubj {auxiliary}/{{v}}/aux"
    words += " not/not/PART/{v}/advmod" if negated else ""
    at = 6 if negated else 5
    return tree((words + " shell/shell/VERB/2/ccomp Ostry/ostry/PROPN/{v}/obj").format(v=at))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (said("said/say/VERB", "will/will/AUX"), "promise"),
        (said("said/say/VERB", "would/will/AUX", negated=True), "reject"),
        (said("said/say/VERB", "must/must/AUX", "Tallia/tallia/PROPN"), "request"),
        (said("said/say/VERB", "will/will/AUX", "Tallia/tallia/PROPN"), None),
        (said("said/say/VERB", "had/have/AUX"), None),
        (said("hoped/hope/VERB", "will/will/AUX"), None),
    ],
)
def test_only_what_a_speaker_says_of_himself_is_his_to_promise(sentence, expected):
    assert next((p.label for p in pledges(sentence, (), (), {"not"})), None) == expected


def test_an_announced_attack_is_a_threat_and_one_ruled_out_a_promise():
    for negated, expected in ((False, "threaten"), (True, "promise")):
        sentence = said("said/say/VERB", "will/will/AUX", negated=negated)
        deed = label(sentence, "shell", "shelling")
        assert [p.label for p in pledges(sentence, [deed], {"shelling"}, {"not"})] == [expected]


def test_what_critics_say_and_who_is_called_responsible_is_an_accusation():
    blamed = tree(
        "Corland/corland/PROPN/2/nsubj said/say/VERB/0/root rebels/rebel/NOUN/5/nsubj were/be/AUX/5/cop "
        "responsible/responsible/ADJ/2/ccomp"
    )
    assert [p.label for p in pledges(blamed, (), (), {"not"})] == ["accuse"]
    happy = tree(
        "Corland/corland/PROPN/2/nsubj said/say/VERB/0/root rebels/rebel/NOUN/5/nsubj were/be/AUX/5/cop "
        "happy/happy/ADJ/2/ccomp"
    )
    assert list(pledges(happy, (), (), {"not"})) == []


def test_nouns_are_meant_by_what_they_denote():
    words = "They/they/PRON/2/nsubj returned/return/VERB/0/root the/the/DET/4/det {}/NOUN/2/obj"
    statue, children = (tree(words.format(w)) for w in ("statue/statue", "children/child"))
    assert [t.label for t in triggers(statue, LISTED, ())] == ["concede"]
    assert triggers(children, LISTED, ()) == []


def test_a_preposition_of_the_verb_governs_its_noun():
    called = tree(
        "They/they/PRON/2/nsubj called/call/VERB/0/root for/for/ADP/4/case {}/NOUN/2/obl".format("sanctions/sanction")
    )
    assert [t.label for t in triggers(called, LISTED, ())] == ["accuse"]


def test_words_in_an_added_clause_stand_aside():
    sentence = tree(
        "They/they/PRON/2/nsubj signed/sign/VERB/0/root pacts/pact/NOUN/2/obj ,/,/PUNCT/5/punct "
        "pledging/pledge/VERB/2/advcl help/help/NOUN/5/obj"
    )
    assert not aside(sentence, sentence.tokens[1])
    assert aside(sentence, sentence.tokens[5])


@pytest.mark.parametrize(
    ("text", "kind", "actor", "target"),
    [
        ("The rebels threatened to shell the army base in Ostry.", "threaten", "The rebels", "the army base"),
        ("Corland said it would free 40 prisoners.", "promise", "Corland", "40 prisoners"),
        ("The council passed a resolution condemning the governor.", "accuse", "The council", "the governor"),
        ("The court convicted Ann Lee and fined her heavily.", "restrict", "The court", "Ann Lee"),
        ("LISK (Agency) -- The mayor criticised the militia.", "accuse", "The mayor", "the militia"),
    ],
)
def test_acts_have_their_doer_and_their_aim(reader: Reader, text: str, kind: str, actor: str, target: str):
    found = [c for c in reader.read(Report(id="r", text=text)).claims if c.type == kind]
    fillers = [{(r.role, r.evidence.quote) for r in c.roles} for c in found]
    assert any({("actor", actor)} <= f and any(role == "target" and target in q for role, q in f) for f in fillers), (
        fillers
    )


def test_the_threat_stands_before_what_it_threatens(reader: Reader):
    claims = reader.read(Report(id="r", text="The rebels threatened to shell the army base in Ostry.")).claims
    salience = {c.type: c.salience for c in claims}
    assert {"threaten", "shelling"} <= set(salience)
    assert salience["threaten"] > salience["shelling"]


def test_an_agreement_and_its_verb_are_one_claim(reader: Reader):
    claims = reader.read(Report(id="r", text="Corland and Tallia have agreed a peace deal.")).claims
    assert [(c.type, c.modality) for c in claims if c.type == "agreement"] == [("agreement", "actual")]


@pytest.mark.parametrize(
    ("text", "told", "not_told"),
    [
        ("Insurgents promised to bomb the capital.", "threaten", "promise"),
        ("The army violated the ceasefire in Lisk.", "truce_breach", "ceasefire"),
        ("The president called his counterpart to express support.", "support", "talks"),
    ],
)
def test_one_deed_is_told_as_what_it_is(reader: Reader, text: str, told: str, not_told: str):
    found = {c.type for c in reader.read(Report(id="r", text=text)).claims}
    assert told in found
    assert not_told not in found
