"""Deeds told by nouns and whole phrases, and phrases that tell none, over hand-made trees."""

import pytest
import trees
from packaged import quotes, told

from situate.extract.certainty.negation import negated
from situate.extract.certainty.unhappened import hypothetical
from situate.extract.judgement import certainty_cues
from situate.extract.triggers.phrasal import driven_out, told_in_phrases
from situate.extract.triggers.worded import no_phrase, worded
from situate.ontology import load

SIEGE = "The/the/DET/2/det siege/siege/NOUN/3/nsubj"
LISK = [("Lisk", "Location")]
GAVE = "They/they/PRON/2/nsubj gave/give/VERB/0/root up/up/ADP/2/compound:prt"
HELD = "Rebels/rebel/NOUN/2/nsubj held/hold/VERB/0/root Lisk/Lisk/PROPN/2/obj"
BY_TROOPS = "by/by/ADP/7/case troops/troop/NOUN/2/obl"
CLAWED = "They/they/PRON/2/nsubj clawed/claw/VERB/0/root back/back/ADV/2/advmod"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (f"{SIEGE} ended/end/VERB/0/root", [("ended", "siege_end")]),
        (f"{SIEGE} came/come/VERB/0/root to/to/ADP/6/case an/a/DET/6/det end/end/NOUN/3/obl", [("came", "siege_end")]),
        (f"{SIEGE} over/over/ADV/0/root", [("over", "siege_end")]),
        (f"{SIEGE} continued/continue/VERB/0/root", []),
        ("They/they/PRON/2/nsubj traded/trade/VERB/0/root fire/fire/NOUN/2/obj", [("traded", "clash")]),
        (
            "They/they/PRON/2/nsubj held/hold/VERB/0/root off/off/ADP/2/compound:prt rebels/rebel/NOUN/2/obj",
            [("held", "repel")],
        ),
        ("They/they/PRON/2/nsubj held/hold/VERB/0/root off/off/ADP/2/compound:prt talks/talk/NOUN/2/obj", []),
        (
            "Rebels/rebel/NOUN/2/nsubj stopped/stop/VERB/0/root and/and/CCONJ/4/cc fell/fall/VERB/2/conj "
            "back/back/ADV/4/advmod",
            [("fell", "withdraw")],
        ),
        (
            "They/they/PRON/2/nsubj withstood/withstand/VERB/0/root assaults/assault/NOUN/2/obj",
            [("withstood", "repel")],
        ),
        ("They/they/PRON/2/nsubj withstood/withstand/VERB/0/root storms/storm/NOUN/2/obj", []),
        (
            "They/they/PRON/2/nsubj fought/fight/VERB/0/root off/off/ADP/2/compound:prt waves/wave/NOUN/2/obj",
            [("fought", "repel")],
        ),
        (
            "They/they/PRON/2/nsubj fought/fight/VERB/0/root off/off/ADP/2/compound:prt waves/wave/NOUN/2/obj "
            "of/of/ADP/6/case criticism/criticism/NOUN/4/nmod",
            [],
        ),
        (f"{GAVE} outposts/outpost/NOUN/2/obj", [("gave", "withdraw")]),
        (f"{GAVE} posts/post/NOUN/2/obj", []),  # ministers have those as well
        (f"{GAVE} posts/post/NOUN/2/obj".replace("They/they/PRON", "Rebels/rebel/NOUN"), [("gave", "withdraw")]),
        (f"{GAVE} hope/hope/NOUN/2/obj", []),
        (f"{CLAWED} villages/village/NOUN/2/obj", [("clawed", "capture")]),
        (f"{CLAWED} ground/ground/NOUN/2/obj".replace("They/they/PRON", "Rebels/rebel/NOUN"), [("clawed", "capture")]),
        (f"{CLAWED} ground/ground/NOUN/2/obj", []),  # in the polls
        (f"{CLAWED} fees/fee/NOUN/2/obj", []),
        ("They/they/PRON/2/nsubj retrograded/retrograde/VERB/0/root", [("retrograded", "withdraw")]),
        ("They/they/PRON/2/nsubj traded/trade/VERB/0/root blows/blow/NOUN/2/obj", []),
        (
            "They/they/PRON/2/nsubj breached/breach/VERB/0/root the/the/DET/4/det ring/ring/NOUN/2/obj",
            [("breached", "siege_end")],
        ),
        ("They/they/PRON/2/nsubj forced/force/VERB/0/root the/the/DET/4/det door/door/NOUN/2/obj", []),
        ("The/the/DET/2/det harvest/harvest/NOUN/3/nsubj ended/end/VERB/0/root", []),
        (
            "Rebels/rebel/NOUN/2/nsubj are/be/AUX/3/cop masters/master/NOUN/0/root of/of/ADP/5/case Lisk/Lisk/PROPN/3/nmod",
            [("masters", "control")],
        ),
        (
            "They/they/PRON/2/nsubj made/make/VERB/0/root masters/master/NOUN/2/xcomp of/of/ADP/5/case Lisk/Lisk/PROPN/3/nmod",
            [("masters", "capture")],
        ),
        (
            "Guns/gun/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass turned/turn/VERB/0/root on/on/ADP/5/case Lisk/Lisk/PROPN/3/obl",
            [("turned", "shelling")],
        ),
        (
            "Heads/head/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass turned/turn/VERB/0/root on/on/ADP/5/case Lisk/Lisk/PROPN/3/obl",
            [],
        ),
        (
            "They/they/PRON/2/nsubj sent/send/VERB/0/root shells/shell/NOUN/2/obj into/into/ADP/5/case Lisk/Lisk/PROPN/2/obl",
            [("sent", "shelling")],
        ),
        (
            "They/they/PRON/2/nsubj sent/send/VERB/0/root troops/troop/NOUN/2/obj into/into/ADP/5/case Lisk/Lisk/PROPN/2/obl",
            [],
        ),
        (
            "Men/man/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass deprived/deprive/VERB/0/root of/of/ADP/5/case liberty/liberty/NOUN/3/obl",
            [("deprived", "detain")],
        ),
        (
            "Lawful/lawful/ADJ/2/amod order/order/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass restored/restore/VERB/0/root in/in/ADP/6/case Lisk/Lisk/PROPN/4/obl",
            [("restored", "capture")],
        ),
        (
            "Old/old/ADJ/2/amod order/order/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass restored/restore/VERB/0/root in/in/ADP/6/case Lisk/Lisk/PROPN/4/obl",
            [],
        ),
    ],
)
def test_phrases_tell_what_their_words_alone_do_not(words, told):
    sentence = trees.tree(words, mentions=LISK if "Lisk" in words else [])
    text = trees.text_of(sentence)
    assert [(text[t.start : t.end], t.label) for t in told_in_phrases(sentence)] == told


@pytest.mark.parametrize(
    ("words", "trigger", "read", "meant"),
    [
        (
            "fire/fire/NOUN/3/nsubj:pass was/be/AUX/3/aux:pass exchanged/exchange/VERB/0/root",
            "exchanged", "repel", "clash",
        ),
        (
            "ideas/idea/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass exchanged/exchange/VERB/0/root",
            "exchanged", "repel", "repel",
        ),
        (
            "drugs/drug/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass taken/take/VERB/0/root from/from/ADP/6/case the/the/DET/6/det convoy/convoy/NOUN/3/obl",
            "taken", "deliver_aid", "deny_aid",
        ),
        (
            "drugs/drug/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass unloaded/unload/VERB/0/root from/from/ADP/6/case the/the/DET/6/det convoy/convoy/NOUN/3/obl by/by/ADP/8/case soldiers/soldier/NOUN/6/nmod",
            "unloaded", "deliver_aid", "deny_aid",
        ),
        (
            "drugs/drug/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass unloaded/unload/VERB/0/root from/from/ADP/6/case the/the/DET/6/det convoy/convoy/NOUN/3/obl",
            "unloaded", "deliver_aid", "deliver_aid",
        ),
        (
            "rebels/rebel/NOUN/2/nsubj entered/enter/VERB/0/root Lisk/Lisk/PROPN/2/obj victoriously/victoriously/ADV/2/advmod",
            "entered", "advance", "capture",
        ),
        (
            "artillery/artillery/NOUN/2/nsubj pounded/pound/VERB/0/root Lisk/Lisk/PROPN/2/obj",
            "pounded", "airstrike", "shelling",
        ),
        (
            "rebels/rebel/NOUN/2/nsubj cut/cut/VERB/0/root through/through/ADP/5/case the/the/DET/5/det lines/line/NOUN/2/obl",
            "cut", "cut_route", "advance",
        ),
        (
            "rebels/rebel/NOUN/2/nsubj cut/cut/VERB/0/root the/the/DET/4/det road/road/NOUN/2/obj",
            "cut", "cut_route", "cut_route",
        ),
        (
            "relief/relief/NOUN/2/nsubj came/come/VERB/0/root ;/;/PUNCT/2/punct siege/siege/NOUN/2/parataxis",
            "came", "deliver_aid", "siege_end",
        ),
        (
            "rebels/rebel/NOUN/2/nsubj withdrew/withdraw/VERB/0/root pickets/picket/NOUN/2/obj ;/;/PUNCT/2/punct talks/talk/NOUN/2/parataxis",
            "withdrew", "withdraw", "withdraw",
        ),
    ],
)  # fmt: skip
def test_a_whole_phrase_tells_the_type(words, trigger, read, meant):
    sentence = trees.tree(words)
    assert worded(sentence, trees.label(sentence, trigger, read)).label == meant


@pytest.mark.parametrize(
    ("words", "trigger", "read", "none"),
    [
        ("It/it/PRON/3/nsubj is/be/AUX/3/cop over/over/ADV/0/root", "over", "siege_end", True),
        (f"{SIEGE} is/be/AUX/4/cop over/over/ADV/0/root", "over", "siege_end", False),
        ("two/two/NUM/3/nsubj have/have/AUX/3/aux left/leave/VERB/0/root us/we/PRON/3/obj", "left", "displace", True),
        ("two/two/NUM/3/nsubj have/have/AUX/3/aux left/leave/VERB/0/root Lisk/Lisk/PROPN/3/obj", "left", "displace", False),
        ("an/a/DET/2/det exchange/exchange/NOUN/0/root of/of/ADP/4/case prisoners/prisoner/NOUN/2/nmod", "prisoners", "detain", True),
        ("troops/troop/NOUN/4/nsubj have/have/AUX/4/aux been/be/AUX/4/cop there/there/ADV/0/root", "there", "deploy", True),
        ("offensive/offensive/ADJ/2/amod operations/operation/NOUN/0/root", "offensive", "assault", True),
        ("held/hold/VERB/2/amod buildings/building/NOUN/0/root", "held", "control", True),
        ("held/hold/VERB/2/amod towns/town/NOUN/0/root", "held", "control", False),
        (f"{HELD} under/under/ADP/5/case siege/siege/NOUN/2/obl", "held", "control", True),
        (f"{HELD} under/under/ADP/5/case siege/siege/NOUN/3/nmod", "held", "control", True),
        (f"{HELD} despite/despite/ADP/5/case siege/siege/NOUN/2/obl", "held", "control", False),
        (f"{HELD} ,/,/PUNCT/6/punct under/under/ADP/6/case siege/siege/NOUN/2/obl", "held", "control", False),
        (f"{HELD} under/under/ADP/5/case siege/siege/NOUN/2/obl {BY_TROOPS}", "held", "control", False),
    ],
)  # fmt: skip
def test_some_phrases_tell_no_deed(words, trigger, read, none):
    sentence = trees.tree(words)
    assert no_phrase(sentence, trees.label(sentence, trigger, read)) == none


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The militia has kept Ostra under siege since June.", 0),
        ("The militia has kept Ostra under its control since June.", 1),
    ],
)
def test_who_keeps_a_town_under_siege_stands_around_it(text: str, held: int) -> None:
    assert bool(told(text, "control")) == held
    assert bool(told(text, "besiege")) != held


@pytest.mark.parametrize(
    ("after", "kind"), [("raised/raise/VERB/2/conj flag/flag/NOUN/4/obj", "capture"), ("", "assault")]
)
def test_a_town_is_taken_by_storm_where_more_says_so(after, kind):
    sentence = trees.tree(
        f"rebels/rebel/NOUN/2/nsubj stormed/storm/VERB/0/root Lisk/Lisk/PROPN/2/obj {after}", mentions=LISK
    )
    assert worded(sentence, trees.label(sentence, "stormed", "assault")).label == kind


@pytest.mark.parametrize(
    ("words", "at", "modality"),
    [
        ("Were/be/AUX/5/aux:pass Lisk/Lisk/PROPN/5/nsubj to/to/PART/5/mark be/be/AUX/5/aux:pass lost/lose/VERB/0/root", 4, "possible"),
        ("Had/have/AUX/3/aux Lisk/Lisk/PROPN/3/nsubj fallen/fall/VERB/0/root", 2, "possible"),
        ("Had/have/AUX/3/aux Lisk/Lisk/PROPN/3/nsubj fallen/fall/VERB/0/root ?/?/PUNCT/3/punct", 2, "possible"),
        ("We/we/PRON/3/nsubj had/have/AUX/3/aux taken/take/VERB/0/root Lisk/Lisk/PROPN/3/obj", 2, None),
        ("passage/passage/NOUN/3/nsubj is/be/AUX/3/cop foreseen/foreseen/ADJ/0/root", 0, "planned"),
        ("elders/elder/NOUN/2/nsubj spoke/speak/VERB/0/root of/of/ADP/4/case exchange/exchange/NOUN/2/obl", 3, "possible"),
        ("elders/elder/NOUN/2/nsubj spoke/speak/VERB/0/root of/of/ADP/4/case shelling/shelling/NOUN/2/obl", 3, None),
    ],
)  # fmt: skip
def test_what_is_supposed_foreseen_or_only_spoken_of(words, at, modality):
    sentence = trees.tree(words)
    assert hypothetical(sentence, sentence.tokens[at]) == modality


@pytest.mark.parametrize(
    ("verb", "denied"),
    [
        ("not/not/PART/4/advmod come/come/VERB/0/root", True),
        ("not/not/PART/4/advmod helped/help/VERB/0/root", False),
        ("now/now/ADV/4/advmod come/come/VERB/0/root", False),
    ],
)
def test_what_has_not_come_did_not_happen(verb, denied):
    sentence = trees.tree(f"shelling/shelling/NOUN/4/nsubj has/have/AUX/4/aux {verb}")
    assert negated(sentence, sentence.tokens[0], certainty_cues(load())) == denied


@pytest.mark.parametrize(
    "text",
    [
        "Today the town of Lisk went over to the army, residents said.",
        "Control of the town passed from the Kettle Line militia to army forces on Thursday, a ferryman said.",
    ],
)
def test_a_town_that_goes_over_to_somebody_is_taken_by_him(text: str) -> None:
    (taken,) = told(text, "capture")
    assert any("army" in words for words in quotes(taken, "actor"))


TAKEN = "Lisk/Lisk/PROPN/2/nsubj changed/change/VERB/0/root {0}/{0}/NOUN/2/obj when/when/ADV/6/advmod rebels/rebel/NOUN/6/nsubj drove/drive/VERB/2/advcl out/out/ADP/6/advmod soldiers/soldier/NOUN/6/obj"
STORED = "Flour/flour/NOUN/3/nsubj:pass was/be/AUX/3/aux:pass unloaded/unload/VERB/0/root at/at/ADP/5/case {0}/{0}/NOUN/3/obl"
CLOSED = "They/they/PRON/2/nsubj closed/close/VERB/0/root in/in/ADP/2/compound:prt from/from/ADP/6/case {0}/{0}/DET/6/det sides/side/NOUN/2/obl"
SHIFTED = "{0}/{1}/NOUN/2/nsubj shifted/shift/VERB/0/root to/to/ADP/4/case soldiers/soldier/NOUN/2/obl"


PASSABLE = "Roads/road/NOUN/4/nsubj are/be/AUX/4/cop {0}/{0}/ADV/4/advmod passable/passable/ADJ/0/root"


@pytest.mark.parametrize(
    ("words", "trigger", "read", "meant"),
    [
        (PASSABLE.format("again"), "passable", "cut_route", "open_route"),
        (PASSABLE.format("not"), "passable", "cut_route", "cut_route"),
        (TAKEN.format("hand"), "drove", "repel", "capture"),
        (STORED.format("warehouse"), "unloaded", "deny_aid", "deliver_aid"),
        (STORED.format("checkpoint"), "unloaded", "deny_aid", "deny_aid"),
        (CLOSED.format("all"), "closed", "advance", "besiege"),
        (CLOSED.format("both"), "closed", "advance", "advance"),
        (SHIFTED.format("Control", "control"), "shifted", "withdraw", "capture"),
        (SHIFTED.format("Attention", "attention"), "shifted", "withdraw", "withdraw"),
        ("Troops/troop/NOUN/2/nsubj gathered/gather/VERB/0/root", "gathered", "protest", "deploy"),
        ("Students/student/NOUN/2/nsubj gathered/gather/VERB/0/root", "gathered", "protest", "protest"),
    ],
)
def test_a_phrase_tells_another_type(words, trigger, read, meant):
    sentence = trees.tree(words, triggers=[(trigger, read)])
    assert worded(sentence, sentence.triggers[0]).label == meant


def test_who_drives_another_out_where_a_place_changed_hands_takes_it():
    sentence = trees.tree(TAKEN.format("hand"))
    assert [t.label for t in driven_out(sentence, [])] == ["capture"]
    assert not [*driven_out(trees.tree(TAKEN.format("side")), [])]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The road to Lisk is passable again, drivers said on Friday.", "open_route"),
        ("The road to Lisk is no longer passable, drivers said on Friday.", "cut_route"),
    ],
)
def test_a_road_that_is_not_passable_is_cut(text: str, kind: str) -> None:
    (claim,) = told(text, kind)
    assert claim.polarity == "positive"


@pytest.mark.parametrize(
    ("text", "kind", "word"),
    [
        ("The siege of Lisk was lifted, but it was reimposed after two weeks.", "besiege", "reimposed"),
        ("Border Guard Battalion 5 fell after a six-month siege, the rebels said.", "capture", "fell"),
    ],
)
def test_rings_laid_again_and_those_who_fall_after_one(text: str, kind: str, word: str) -> None:
    assert word in [claim.trigger.quote for claim in told(text, kind)]


@pytest.mark.parametrize(
    ("word", "read", "meant"),
    [
        ("besiegement/besiegement/NOUN", "abuse", "besiege"), ("wrested/wrest/VERB", "repel", "capture"),
        ("drawdown/drawdown/NOUN", "advance", "withdraw"), ("defeats/defeat/NOUN", "capture", "clash"),
        ("defeat/defeat/NOUN", "capture", "capture"), ("Airdrops/airdrop/NOUN", "airstrike", "deliver_aid"),
    ],
)  # fmt: skip
def test_some_words_tell_one_deed(word, read, meant):
    sentence = trees.tree(f"{word}/0/root")
    assert worded(sentence, trees.label(sentence, word.split("/")[0], read)).label == meant


def test_lines_that_are_down_end_no_siege() -> None:
    sentence = trees.tree("Lines/line/NOUN/3/nsubj were/be/AUX/3/cop down/down/ADV/0/root")
    assert no_phrase(sentence, trees.label(sentence, "down", "siege_end"))


def test_who_only_tried_again_attacked_nobody() -> None:
    sentence = trees.tree("It/it/PRON/2/nsubj tried/try/VERB/0/root again/again/ADV/2/advmod")
    assert no_phrase(sentence, trees.label(sentence, "tried", "assault"))
