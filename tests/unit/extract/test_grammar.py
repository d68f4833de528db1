"""Slots, certainty and attribution over hand-made trees."""

import dataclasses

import pytest
from trees import text_of, tree

from situate.extract.certainty.governed import certainty
from situate.extract.judgement import certainty_cues
from situate.extract.report.retelling import antecedents
from situate.extract.sentence.salience import foreground
from situate.extract.speakers.floor import floor
from situate.extract.speakers.quotes import quoted
from situate.extract.tree.phrases import phrase_at
from situate.extract.tree.slots import fill, head_of, trigger_tokens
from situate.extract.triggers.evoked import is_figure_of_speech, told_by_object
from situate.extract.triggers.granting import refused
from situate.extract.triggers.lexical import paired, plain
from situate.extract.triggers.retyping import bused, flown, granted, sexual, thrown
from situate.model.sentence import Sentence
from situate.ontology import load

ACTIVE = tree(
    "Rebels/rebel/NOUN/2/nsubj captured/capture/VERB/0/root the/the/DET/4/det town/town/NOUN/2/obj of/of/ADP/6/case Lisk/Lisk/PROPN/4/nmod "
    "on/on/ADP/8/case Sunday/Sunday/PROPN/2/obl ././PUNCT/2/punct",
    triggers=[("captured", "capture")],
)
PASSIVE = tree(
    "Lisk/Lisk/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass besieged/besiege/VERB/0/root by/by/ADP/6/case the/the/DET/6/det army/army/NOUN/3/obl:agent",
    triggers=[("besieged", "besiege")],
)
HELD = tree(
    "the/the/DET/5/det rebel/rebel/NOUN/4/obl -/-/PUNCT/4/punct held/hold/VERB/5/amod town/town/NOUN/6/nsubj fell/fall/VERB/0/root",
    triggers=[("held", "control")],
)
LAUNCHED = tree(
    "Troops/troops/NOUN/2/nsubj launched/launch/VERB/0/root an/a/DET/4/det assault/assault/NOUN/2/obj on/on/ADP/6/case Lisk/Lisk/PROPN/4/nmod",
    triggers=[("assault", "assault")],
)
TRYING = tree(
    "Rebels/rebel/NOUN/2/nsubj tried/try/VERB/0/root to/to/PART/4/mark cut/cut/VERB/2/xcomp the/the/DET/6/det road/road/NOUN/4/obj",
    triggers=[("cut", "cut_route")],
)


def slots(sentence):
    text = text_of(sentence)
    return {(f.slot, text[f.phrase.start : f.phrase.end]) for f in fill(sentence, sentence.triggers[0])}


def test_an_active_verb_has_subject_object_and_obliques():
    assert slots(ACTIVE) == {("subject", "Rebels"), ("object", "the town of Lisk"), ("on", "Sunday")}


def test_a_passive_verb_has_its_patient_and_its_agent():
    assert slots(PASSIVE) == {("passive_subject", "Lisk"), ("agent", "the army")}


def test_the_word_before_the_hyphen_holds_and_the_noun_after_is_held():
    assert {("attributive_left", "rebel"), ("attributive", "town")} <= slots(HELD)


def test_a_noun_shares_the_subject_of_the_verb_that_carries_it():
    assert {("subject", "Troops"), ("on", "Lisk")} <= slots(LAUNCHED)


def test_an_infinitive_shares_the_subject_of_its_governor():
    assert {("subject", "Rebels"), ("object", "the road")} <= slots(TRYING)


def test_a_phrase_leaves_out_relative_clauses():
    sentence = tree(
        "forces/force/NOUN/0/root ,/,/PUNCT/4/punct who/who/PRON/4/nsubj fled/flee/VERB/1/acl:relcl ,/,/PUNCT/4/punct"
    )
    phrase = phrase_at(sentence, 0)
    assert text_of(sentence)[phrase.start : phrase.end] == "forces"


def judged(sentence):
    trigger = sentence.triggers[0]
    head = head_of(trigger_tokens(sentence, trigger))
    return certainty(sentence, head, certainty_cues(load()), (trigger.start, trigger.end))


@pytest.mark.parametrize(
    ("words", "trigger", "expected"),
    [
        ("Rebels/rebel/NOUN/2/nsubj captured/capture/VERB/0/root Lisk/Lisk/PROPN/2/obj", "captured", ("positive", "actual")),
        ("Rebels/rebel/NOUN/4/nsubj did/do/AUX/4/aux not/not/PART/4/advmod capture/capture/VERB/0/root Lisk/Lisk/PROPN/4/obj", "capture", ("negative", "actual")),
        ("Rebels/rebel/NOUN/3/nsubj will/will/AUX/3/aux attack/attack/VERB/0/root Lisk/Lisk/PROPN/3/obj", "attack", ("positive", "planned")),
        ("Rebels/rebel/NOUN/3/nsubj may/may/AUX/3/aux attack/attack/VERB/0/root Lisk/Lisk/PROPN/3/obj", "attack", ("positive", "possible")),
        ("Rebels/rebel/NOUN/2/nsubj plan/plan/VERB/0/root to/to/PART/4/mark attack/attack/VERB/2/xcomp Lisk/Lisk/PROPN/4/obj", "attack", ("positive", "planned")),
        ("A/a/DET/2/det spokesman/spokesman/NOUN/3/nsubj said/say/VERB/0/root rebels/rebel/NOUN/5/nsubj attacked/attack/VERB/3/ccomp Lisk/Lisk/PROPN/5/obj", "attacked", ("positive", "actual")),
        ("They/they/PRON/2/nsubj agreed/agree/VERB/0/root to/to/ADP/5/case a/a/DET/5/det truce/truce/NOUN/2/obl", "truce", ("positive", "actual")),
        ("They/they/PRON/2/nsubj agreed/agree/VERB/0/root to/to/ADP/5/case a/a/DET/5/det withdrawal/withdrawal/NOUN/2/obl", "withdrawal", ("positive", "planned")),
        ("They/they/PRON/2/nsubj fight/fight/VERB/0/root to/to/PART/4/mark retake/retake/VERB/2/xcomp Lisk/Lisk/PROPN/4/obj", "retake", ("positive", "attempted")),
        ("They/they/PRON/2/nsubj mobilised/mobilise/VERB/0/root troops/troop/NOUN/2/obj for/for/ADP/6/case a/a/DET/6/det battle/battle/NOUN/2/obl", "battle", ("positive", "planned")),
        ("A/a/DET/3/det failed/failed/ADJ/3/amod attack/attack/NOUN/0/root on/on/ADP/5/case Lisk/Lisk/PROPN/3/nmod", "attack", ("positive", "attempted")),
    ],
)  # fmt: skip
def test_polarity_and_modality_come_from_the_words_above_the_trigger(words, trigger, expected):
    assert judged(tree(words, triggers=[(trigger, "assault")])) == expected


def test_what_is_tried_is_attempted():
    assert judged(TRYING) == ("positive", "attempted")


def test_a_speech_verb_covers_its_complement_and_not_its_speaker():
    sentence = tree(
        "An/a/DET/2/det officer/officer/NOUN/3/nsubj said/say/VERB/0/root rebels/rebel/NOUN/5/nsubj attacked/attack/VERB/3/ccomp Lisk/Lisk/PROPN/5/obj"
    )
    speaking = floor(text_of(sentence), [sentence], load().cues.speech_verbs)
    (said,) = speaking.covering([sentence], 0, sentence.tokens[4])
    assert text_of(sentence)[said.speaker.start : said.speaker.end] == "An officer"
    assert speaking.covering([sentence], 0, sentence.tokens[1]) == []


def test_a_cue_at_the_end_covers_the_clause_before_it():
    sentence = tree(
        "Rebels/rebel/NOUN/2/nsubj attacked/attack/VERB/0/root Lisk/Lisk/PROPN/2/obj ,/,/PUNCT/6/punct they/they/PRON/6/nsubj said/say/VERB/2/parataxis"
    )
    speaking = floor(text_of(sentence), [sentence], load().cues.speech_verbs)
    assert [s.pronoun for s in speaking.covering([sentence], 0, sentence.tokens[1])] == [True]


def said_of(sentence, word: str) -> list[str]:
    """Who is found to say a word of a sentence."""
    text = text_of(sentence)
    token = next(t for t in sentence.tokens if t.text == word)
    found = floor(text, [sentence], load().cues.speech_verbs).covering([sentence], 0, token)
    return [s.speaker.of(text) for s in found if s.speaker]


def test_a_clause_beside_a_verb_of_speech_is_said_only_where_it_is_told_so():
    words = (
        "{mark} the/the/DET/3/det army/army/NOUN/4/nsubj announced/announce/VERB/7/advcl ,/,/PUNCT/7/punct "
        "rebels/rebel/NOUN/7/nsubj left/leave/VERB/0/root"
    )
    assert said_of(tree(words.format(mark="As/as/SCONJ/4/mark")), "left") == ["the army"]
    assert said_of(tree(words.format(mark="After/after/SCONJ/4/mark")), "left") == []


def test_who_sees_or_releases_something_says_nothing():
    seen = (
        "The/the/DET/2/det army/army/NOUN/3/nsubj {verb}/{lemma}/VERB/0/root the/the/DET/5/det attack/attack/NOUN/3/obj"
    )
    assert said_of(tree(seen.format(verb="reported", lemma="report")), "attack") == ["The army"]
    assert said_of(tree(seen.format(verb="saw", lemma="see")), "attack") == []


def test_a_semicolon_parts_what_is_said_from_what_is_not():
    words = (
        "Rebels/rebel/NOUN/2/nsubj left/leave/VERB/0/root {mark}/{mark}/PUNCT/6/punct an/a/DET/5/det "
        "officer/officer/NOUN/6/nsubj said/say/VERB/2/parataxis"
    )
    assert said_of(tree(words.format(mark=",")), "left") == ["an officer"]
    assert said_of(tree(words.format(mark=";")), "left") == []


def test_according_to_in_a_relative_clause_is_about_that_clause():
    sentence = tree(
        "Troops/troops/NOUN/10/nsubj ,/,/PUNCT/7/punct who/who/PRON/7/nsubj according/accord/VERB/6/case to/to/ADP/4/fixed "
        "monitors/monitor/NOUN/7/obl looted/loot/VERB/1/acl:relcl Lisk/Lisk/PROPN/7/obj ,/,/PUNCT/7/punct left/leave/VERB/0/root"
    )
    assert said_of(sentence, "looted") == ["monitors"]
    assert said_of(sentence, "left") == []


def _two(first: str, second: str):
    """Two sentences of one paragraph, by their trees."""
    one, other = tree(first), tree(second)
    shift = len(text_of(one)) + 1
    moved = [dataclasses.replace(t, start=t.start + shift, end=t.end + shift) for t in other.tokens]
    return f"{text_of(one)} {text_of(other)}", [one, Sentence(shift, shift + other.end, tuple(moved))]


def test_who_is_named_behind_a_quotation_speaks_it():
    text, sentences = _two(
        '"/"/PUNCT/3/punct They/they/PRON/3/nsubj fled/flee/VERB/0/root !/!/PUNCT/3/punct "/"/PUNCT/3/punct',
        "Doctors/doctor/NOUN/2/nsubj said/say/VERB/0/root ././PUNCT/2/punct",
    )
    speaking = floor(text, sentences, load().cues.speech_verbs)
    (said,) = speaking.covering(sentences, 0, sentences[0].tokens[2])
    assert said.speaker.of(text) == "Doctors"


def test_who_is_told_in_a_quotation_to_have_spoken_does_not_speak_it():
    text, sentences = _two(
        '"/"/PUNCT/5/punct They/they/PRON/3/nsubj said/say/VERB/0/root we/we/PRON/5/nsubj must/must/VERB/3/ccomp',
        'Rebels/rebel/NOUN/2/nsubj fled/flee/VERB/0/root "/"/PUNCT/2/punct',
    )
    speaking = floor(text, sentences, load().cues.speech_verbs)
    assert speaking.covering(sentences, 1, sentences[1].tokens[1]) == []


def test_quotations_are_found_in_their_paragraph():
    text = 'He said: “We left.”\n"One" and “two\nthree'
    assert [text[s.start : s.end] for s in quoted(text)] == ["“We left.”", '"One"', "“two"]


def test_celebratory_gunfire_is_no_clash():
    sentence = tree(
        "They/they/PRON/2/nsubj fired/fire/VERB/0/root celebratory/celebratory/ADJ/4/amod gunshots/gunshot/NOUN/2/obj",
        triggers=[("fired", "shelling")],
    )
    assert is_figure_of_speech(sentence, sentence.tokens[1], load())
    assert not is_figure_of_speech(ACTIVE, ACTIVE.tokens[1], load())


def test_what_is_waited_for_has_not_happened():
    cues = certainty_cues(load())
    waits = tree(
        "They/they/PRON/2/nsubj fight/fight/VERB/0/root until/until/SCONJ/6/mark the/the/DET/5/det road/road/NOUN/6/nsubj "
        "open/open/ADJ/2/advcl is/be/AUX/6/cop and/and/CCONJ/12/cc the/the/DET/10/det siege/siege/NOUN/12/nsubj:pass "
        "is/be/AUX/12/aux:pass lifted/lift/VERB/6/conj"
    )
    assert certainty(waits, waits.tokens[5], cues)[1] == "possible"
    assert certainty(waits, waits.tokens[11], cues)[1] == "possible"
    held = tree(
        "They/they/PRON/2/nsubj held/hold/VERB/0/root until/until/SCONJ/6/mark it/it/PRON/6/nsubj:pass was/be/AUX/6/aux:pass "
        "lifted/lift/VERB/2/advcl"
    )
    assert certainty(held, held.tokens[5], cues)[1] == "actual"


@pytest.mark.parametrize(("word", "expected"), [("about", "planned"), ("poised", "planned"), ("able", "actual")])
def test_what_one_is_about_to_do_is_planned(word, expected):
    about = tree(
        f"They/they/PRON/3/nsubj are/be/AUX/3/cop {word}/{word}/ADJ/0/root to/to/PART/5/mark storm/storm/VERB/3/xcomp "
        "Lisk/Lisk/PROPN/5/obj"
    )
    assert certainty(about, about.tokens[4], certainty_cues(load()))[1] == expected


def test_what_counts_as_besieged_is_no_plan():
    counts = tree(
        "They/they/PRON/5/nsubj:pass are/be/AUX/5/aux:pass no/no/ADV/4/advmod longer/long/ADV/5/advmod "
        "considered/consider/VERB/0/root besieged/besieged/ADJ/5/xcomp"
    )
    assert certainty(counts, counts.tokens[5], certainty_cues(load()))[1] == "actual"
    thinks = tree("They/they/PRON/2/nsubj considered/consider/VERB/0/root attacking/attack/VERB/2/xcomp")
    assert certainty(thinks, thinks.tokens[2], certainty_cues(load()))[1] == "possible"


@pytest.mark.parametrize(("goods", "expected"), [("flour", "deliver_aid"), ("bombs", "airstrike")])
def test_what_planes_drop_says_whether_it_is_aid(goods, expected):
    dropped_from = tree(
        f"Helicopters/helicopter/NOUN/2/nsubj dropped/drop/VERB/0/root {goods}/{goods.rstrip('s')}/NOUN/2/obj",
        triggers=[("dropped", "airstrike")],
    )
    assert _by_object(dropped_from) == [expected]


@pytest.mark.parametrize(("what", "expected"), [("siege", "siege_end"), ("strike", "concede")])
def test_a_siege_that_is_called_off_ends(what, expected):
    told = tree(
        f"They/they/PRON/2/nsubj called/call/VERB/0/root off/off/ADP/2/compound:prt the/the/DET/5/det {what}/{what}/NOUN/2/obj",
        triggers=[("called off", "concede")],
    )
    assert _by_object(told) == [expected]


def _by_object(sentence):
    known = [name for name, kind in load().types.items() if kind.annotated]
    apt = paired(sentence, plain(load(), known))
    return [t.label for t in told_by_object(sentence.triggers, apt)]


@pytest.mark.parametrize(("adverb", "expected"), [("sexually", "abuse"), ("brutally", "assault")])
def test_what_is_called_sexual_is_abuse(adverb, expected):
    told = tree(
        f"They/they/PRON/3/nsubj {adverb}/{adverb}/ADV/3/advmod assaulted/assault/VERB/0/root her/she/PRON/3/obj",
        triggers=[("assaulted", "assault")],
    )
    found = sexual(told, told.triggers[0])
    assert (found.label, found.start == 5) == (expected, expected == "abuse")


def test_the_main_clause_is_the_news_and_what_it_names_is_not():
    told = tree(
        "Police/police/NOUN/2/nsubj arrested/arrest/VERB/0/root a/a/DET/4/det suspect/suspect/NOUN/2/obj in/in/ADP/7/case "
        "the/the/DET/7/det blast/blast/NOUN/4/nmod which/which/PRON/9/nsubj killed/kill/VERB/7/acl:relcl two/two/NUM/9/obj"
    )
    arrest, blast, killed = (foreground(told, told.tokens[i]) for i in (1, 6, 8))
    assert 1 == arrest > blast > killed > 0


def test_an_unconfirmed_report_makes_what_it_tells_possible() -> None:
    cues = certainty_cues(load())
    for adjective, lemma, expected in (("unconfirmed", "unconfirmed", "possible"), ("new", "new", "actual")):
        told = tree(
            f"There/there/PRON/2/expl are/be/VERB/0/root {adjective}/{lemma}/ADJ/4/amod reports/report/NOUN/2/nsubj "
            "that/that/SCONJ/7/mark rebels/rebel/NOUN/7/nsubj captured/capture/VERB/4/acl it/it/PRON/7/obj"
        )
        assert certainty(told, told.tokens[6], cues) == ("positive", expected)


@pytest.mark.parametrize(("before", "expected"), [("", "agreement"), ("not/not/PART/4/advmod ", "deny_aid")])
def test_what_is_approved_is_not_refused(before, expected):
    head = 4 if before else 3
    convoy = tree(
        f"Convoys/convoy/NOUN/{head}/nsubj:pass were/be/AUX/{head}/aux:pass {before}approved/approve/VERB/0/root",
        triggers=[("approved", "deny_aid")],
    )
    assert granted(convoy, convoy.triggers[0]).label == expected


@pytest.mark.parametrize(("doer", "expected"), [("Jets", "airstrike"), ("Gunners", "shelling")])
def test_what_aircraft_strike_is_struck_from_the_air(doer, expected):
    struck = tree(
        f"{doer}/{doer.lower().rstrip('s')}/NOUN/2/nsubj struck/strike/VERB/0/root Lisk/Lisk/PROPN/2/obj",
        triggers=[("struck", "shelling")],
    )
    assert flown(struck, struck.triggers[0]).label == expected


@pytest.mark.parametrize(
    ("words", "head", "label", "expected"),
    [
        ("Soldiers/soldier/NOUN/2/nsubj stopped/stop/VERB/0/root aid/aid/NOUN/4/compound trucks/truck/NOUN/2/obj",
         "stopped", "repel", "deny_aid"),
        ("Soldiers/soldier/NOUN/2/nsubj stopped/stop/VERB/0/root rebels/rebel/NOUN/2/obj", "stopped", "repel", "repel"),
        ("They/they/PRON/2/nsubj sent/send/VERB/0/root back/back/ADV/2/advmod flour/flour/NOUN/2/obj",
         "sent", "deliver_aid", "deny_aid"),
        ("They/they/PRON/2/nsubj sent/send/VERB/0/root flour/flour/NOUN/2/obj", "sent", "deliver_aid", "deliver_aid"),
        ("They/they/PRON/2/nsubj confiscated/confiscate/VERB/0/root rifles/rifle/NOUN/2/obj",
         "confiscated", "disrupt_weapons", "disrupt_weapons"),
    ],
)  # fmt: skip
def test_aid_that_is_stopped_or_sent_back_is_denied(words, head, label, expected):
    sentence = tree(words, triggers=[(head, label)])
    assert _by_object(sentence) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Gunmen/gunman/NOUN/2/nsubj looted/loot/VERB/0/root trucks/truck/NOUN/2/obj carrying/carry/VERB/3/acl "
         "flour/flour/NOUN/4/obj", ["deny_aid"]),
        ("Gunmen/gunman/NOUN/2/nsubj looted/loot/VERB/0/root trucks/truck/NOUN/2/obj", []),
        ("They/they/PRON/2/nsubj unblocked/unblock/VERB/0/root the/the/DET/4/det road/road/NOUN/2/obj", ["open_route"]),
        ("They/they/PRON/2/nsubj unblocked/unblock/VERB/0/root the/the/DET/4/det town/town/NOUN/2/obj", ["siege_end"]),
        ("They/they/PRON/2/nsubj severed/sever/VERB/0/root ties/tie/NOUN/2/obj", []),
    ],
)  # fmt: skip
def test_of_siege_and_access_a_verb_with_its_object_is_enough(words, expected):
    assert _by_object(tree(words)) == expected


@pytest.mark.parametrize(("no", "expected"), [("No", ["deny_aid"]), ("More", [])])
def test_aid_that_is_not_let_in_is_denied(no, expected):
    sentence = tree(
        f"{no}/{no.lower()}/DET/2/det aid/aid/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass allowed/allow/VERB/0/root in/in/ADV/4/advmod"
    )
    assert [t.label for t in refused(sentence, certainty_cues(load()))] == expected


@pytest.mark.parametrize(("what", "expected"), [("buses/bus", "evacuate"), ("foot/foot", "withdraw")])
def test_who_leaves_on_buses_is_taken_out(what, expected):
    left = tree(
        f"Fighters/fighter/NOUN/2/nsubj left/leave/VERB/0/root on/on/ADP/4/case {what}/NOUN/2/obl",
        triggers=[("left", "withdraw")],
    )
    assert bused(left, left.triggers[0]).label == expected


@pytest.mark.parametrize(("doer", "told"), [("Snow", False), ("Schools", False), ("Rebels", True)])
def test_what_weather_and_shopkeepers_close_is_no_blockade(doer, told):
    closed = tree(f"{doer}/{doer.lower()}/NOUN/2/nsubj closed/close/VERB/0/root roads/road/NOUN/2/obj")
    assert is_figure_of_speech(closed, closed.tokens[1], load()) is not told


@pytest.mark.parametrize(
    ("label", "expected"), [("shelling", "explosion"), ("suicide_bombing", "explosion"), ("kill", "kill")]
)
def test_a_grenade_that_is_thrown_is_no_shelling(label, expected):
    told = tree(
        "Men/man/NOUN/2/nsubj hurled/hurl/VERB/0/root a/a/DET/4/det grenade/grenade/NOUN/2/obj",
        triggers=[("hurled", label)],
    )
    assert thrown(told, told.triggers[0]).label == expected


def test_what_people_are_killed_in_is_the_news_and_where_they_are_is_not():
    def raid(verb: str) -> Sentence:
        return tree(
            f"They/they/PRON/2/nsubj:pass {verb}/VERB/0/root in/in/ADP/5/case a/a/DET/5/det raid/raid/NOUN/2/obl"
        )

    killed, seen = raid("killed/kill"), raid("seen/see")
    assert foreground(killed, killed.tokens[4]) == 1
    assert foreground(seen, seen.tokens[4]) < 1


def test_a_phrase_is_said_of_the_subject_and_shields_of_the_object():
    alert = tree(
        "Troops/troop/NOUN/2/nsubj remained/remain/VERB/0/root on/on/ADP/4/case alert/alert/NOUN/2/obl",
        triggers=[("on alert", "deploy")],
    )
    assert ("subject", "Troops") in slots(alert)
    shields = tree(
        "They/they/PRON/2/nsubj held/hold/VERB/0/root villagers/villager/NOUN/2/obj as/as/ADP/6/case "
        "human/human/ADJ/6/amod shields/shield/NOUN/2/obl",
        triggers=[("as human shields", "abuse")],
    )
    assert {("subject", "They"), ("object", "villagers")} <= slots(shields)


@pytest.mark.parametrize(("verb", "expected"), [("heard/hear", "actual"), ("stopped/stop", "possible")])
def test_shots_that_could_be_heard_were_fired(verb, expected):
    told = tree(
        f"Shots/shot/NOUN/4/nsubj:pass could/could/AUX/4/aux be/be/AUX/4/aux:pass {verb}/VERB/0/root",
    )
    assert certainty(told, told.tokens[0], certainty_cues(load()))[1] == expected


@pytest.mark.parametrize(
    ("being", "word", "expected"),
    [("is", "lawful", "possible"), ("was", "possible", "actual"), ("is", "proud", "actual")],
)
def test_what_is_judged_need_not_have_happened(being, word, expected):
    told = tree(
        f"It/it/PRON/3/expl {being}/be/AUX/3/cop {word}/{word}/ADJ/0/root to/to/PART/5/mark storm/storm/VERB/3/csubj "
        "Lisk/Lisk/PROPN/5/obj"
    )
    assert certainty(told, told.tokens[4], certainty_cues(load()))[1] == expected


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        (
            "The/the/DET/2/det figure//NOUN/11/nsubj:pass of//ADP/4/case 300//NUM/5/nummod dead//ADJ/6/amod "
            "civilians/civilian/NOUN/2/nmod that//PRON/9/obj media//NOUN/9/nsubj gave/give/VERB/6/acl:relcl "
            "is/be/AUX/11/aux:pass disputed/dispute/VERB/0/root",
            "media",
        ),
        (
            "The/the/DET/2/det toll//NOUN/9/nsubj of//ADP/5/case twelve//NUM/5/nummod dead//NOUN/2/nmod "
            "given/give/VERB/2/acl by//ADP/8/case police//NOUN/6/obl:agent rose/rise/VERB/0/root",
            "police",
        ),
        (
            "The/the/DET/2/det number//NOUN/8/nsubj of//ADP/4/case civilians/civilian/NOUN/2/nmod that//PRON/7/obj "
            "rebels/rebel/NOUN/7/nsubj released/release/VERB/4/acl:relcl rose/rise/VERB/0/root",
            None,
        ),
    ],
)  # fmt: skip
def test_a_count_is_the_word_of_who_gives_it(words, speaker):
    sentence = tree(words)
    counted = next(t for t in sentence.tokens if t.lemma in {"dead", "civilian"})
    text = text_of(sentence)
    covering = floor(text, [sentence], {"give", "release"}).covering([sentence], 0, counted)
    assert [s.speaker.of(text) for s in covering if s.speaker] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("before", "whose"),
    [
        ([("fighters", "PER")], "fighters"),
        ([("fighters", "PER"), ("soldiers", "PER")], None),
        ([("Jones", "PER")], None),
    ],
)  # fmt: skip
def test_of_whom_so_many_are(before, whose):
    words = " ".join(name for name, _ in before)
    told = tree(" ".join(f"{w}//NOUN/0/root" for w in words.split()), mentions=before)
    them = tree("forty//NUM/0/root of//ADP/3/case them//PRON/1/nmod", mentions=[("forty", "PER")])
    found = antecedents(text_of(told), [told]) | antecedents(
        f"{words} {text_of(them)}", [told, _moved(them, len(words) + 1)]
    )
    assert list(found.values()) == ([whose] if whose else [])


def _moved(sentence, by):
    def at(one):
        return dataclasses.replace(one, start=one.start + by, end=one.end + by)

    return dataclasses.replace(
        at(sentence), tokens=tuple(map(at, sentence.tokens)), mentions=tuple(map(at, sentence.mentions))
    )


@pytest.mark.parametrize(
    ("words", "at", "expected"),
    [
        ("They/they/PRON/2/nsubj committed/commit/VERB/0/root massacres/massacre/NOUN/2/obj", 2, "actual"),
        (
            "The/the/DET/2/det assault/assault/NOUN/3/nsubj has/have/VERB/0/root yet/yet/ADV/3/advmod to/to/PART/6/mark begin/begin/VERB/3/xcomp",
            1,
            "planned",
        ),
        ("The/the/DET/2/det assault/assault/NOUN/4/nsubj has/have/AUX/4/aux begun/begin/VERB/0/root", 1, "actual"),
        ("They/they/PRON/2/nsubj committed/commit/VERB/0/root to/to/ADP/4/case talks/talk/NOUN/2/obl", 3, "planned"),
        (
            "They/they/PRON/2/nsubj plan/plan/VERB/0/root more/more/ADJ/2/obj after/after/ADP/5/case attacks/attack/NOUN/2/obl",
            4,
            "actual",
        ),
        (
            "They/they/PRON/2/nsubj secured/secure/VERB/0/root it/it/PRON/2/obj from/from/ADP/5/case attacks/attack/NOUN/2/obl",
            4,
            "possible",
        ),
        (
            "They/they/PRON/2/nsubj fled/flee/VERB/0/root it/it/PRON/2/obj from/from/ADP/5/case attacks/attack/NOUN/2/obl",
            4,
            "actual",
        ),
    ],
)
def test_what_is_committed_or_came_before_is_no_plan_and_what_is_guarded_against_is_none_yet(words, at, expected):
    told = tree(words)
    assert certainty(told, told.tokens[at], certainty_cues(load()))[1] == expected
