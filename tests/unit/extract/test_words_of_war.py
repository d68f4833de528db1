"""Rules of reading that made-up wars taught: denials, telegrams, sieges that go on, over hand-made trees."""

import pytest
import trees

from situate.extract.certainty.governed import certainty
from situate.extract.certainty.untrue import untrue
from situate.extract.judgement import certainty_cues
from situate.extract.report.retelling import antecedents
from situate.extract.roles.frames import Filler, Timespan
from situate.extract.roles.leads import led, whole_times
from situate.extract.roles.mending import still_alive
from situate.extract.roles.whereabouts import somewhere
from situate.extract.sentence.found import Found
from situate.extract.sentence.rings import backed
from situate.extract.triggers.evoked import Marked
from situate.extract.triggers.misread import misread
from situate.extract.triggers.retyping import on_a_mine
from situate.model.sentence import Labelled
from situate.ontology import load

CUES = certainty_cues(load())
REPORT = "Reports/report/NOUN/0/root that/that/SCONJ/4/mark rebels/rebel/NOUN/4/nsubj took/take/VERB/1/acl Lisk/Lisk/PROPN/4/obj "


@pytest.mark.parametrize(
    ("end", "so"),
    [
        ("are/be/AUX/7/cop untrue/untrue/ADJ/4/ccomp", True),
        ("are/be/AUX/8/cop not/not/PART/8/advmod true/true/ADJ/4/ccomp", True),
        ("are/be/AUX/7/cop true/true/ADJ/4/ccomp", False),
        ("are/be/AUX/8/cop a/a/DET/8/det lie/lie/NOUN/4/ccomp", True),
        ("came/come/VERB/1/ccomp late/late/ADV/6/advmod", False),
        (";/;/PUNCT/1/punct others/other/NOUN/9/nsubj are/be/AUX/9/cop untrue/untrue/ADJ/1/parataxis", False),
    ],
)
def test_what_is_reported_and_called_untrue_is_denied(end, so):
    sentence = trees.tree(REPORT + end)
    assert untrue(sentence, sentence.tokens[3], CUES) is so


def test_what_is_called_a_fabrication_did_not_happen():
    words = "He/he/PRON/2/nsubj called/call/VERB/0/root it/it/PRON/2/obj {} fabrication/fabrication/NOUN/2/xcomp that/that/SCONJ/8/mark they/they/PRON/8/nsubj took/take/VERB/5/acl it/it/PRON/8/obj"
    told = trees.tree(words.format("a/a/DET/5/det"))
    assert untrue(told, told.tokens[7], CUES)
    no = trees.tree(words.format("not/not/PART/5/advmod"))
    assert not untrue(no, no.tokens[7], CUES)


def test_what_is_told_in_no_report_is_not_denied_by_a_later_word():
    told = trees.tree(
        "Rebels/rebel/NOUN/2/nsubj took/take/VERB/0/root it/it/PRON/2/obj ,/,/PUNCT/6/punct claims/claim/NOUN/6/nsubj "
        "are/be/AUX/7/cop untrue/untrue/ADJ/2/parataxis"
    )
    assert not untrue(told, told.tokens[1], CUES)


def test_who_is_taken_away_is_alive_unless_a_word_says_otherwise():
    told = trees.tree("They/they/PRON/2/nsubj took/take/VERB/0/root 29/29/NUM/4/nummod people/people/NOUN/2/obj")
    people = Filler("killed", told.tokens[2].start, told.tokens[3].end)
    assert [f.role for f in still_alive(told, "detain", [people])] == ["affected"]
    assert still_alive(told, "airstrike", [people]) == []
    shot = trees.tree("They/they/PRON/2/nsubj killed/kill/VERB/0/root 29/29/NUM/4/nummod people/people/NOUN/2/obj")
    assert [f.role for f in still_alive(shot, "detain", [people])] == ["killed"]


@pytest.mark.parametrize("owner", ["People", "People's"])
def test_they_are_the_peoples_column_and_not_the_people(owner):
    told = trees.tree(
        "People's/people/NOUN/2/nmod:poss Column/column/PROPN/3/nsubj came/come/VERB/0/root and/and/CCONJ/6/cc "
        "they/they/PRON/6/nsubj took/take/VERB/3/conj it/it/PRON/6/obj",
        mentions=[("People's Column", "Organisation"), (owner, "Organisation")],
    )
    assert antecedents(trees.text_of(told), [told])[told.tokens[4].start] == "People's Column"


def test_they_are_the_army_of_a_land_and_not_its_first_word():
    told = trees.tree(
        "Sons/son/PROPN/5/nsubj of/of/ADP/4/case the/the/DET/4/det Dune/dune/PROPN/1/nmod came/come/VERB/0/root "
        "and/and/CCONJ/8/cc they/they/PRON/8/nsubj took/take/VERB/5/conj it/it/PRON/8/obj",
        mentions=[("Sons of the Dune", "Organisation"), ("Sons", "Organisation")],
    )
    assert antecedents(trees.text_of(told), [told])[told.tokens[6].start] == "Sons of the Dune"


def test_what_hits_a_mine_is_blown_up():
    told = trees.tree(
        "A/a/DET/2/det bus/bus/NOUN/3/nsubj hit/hit/VERB/0/root a/a/DET/5/det mine/mine/NOUN/3/obj",
        triggers=[("hit", "airstrike")],
    )
    assert on_a_mine(told, told.triggers[0]).label == "explosion"
    house = trees.tree(
        "Jets/jet/NOUN/2/nsubj hit/hit/VERB/0/root a/a/DET/4/det house/house/NOUN/2/obj",
        triggers=[("hit", "airstrike")],
    )
    assert on_a_mine(house, house.triggers[0]).label == "airstrike"


@pytest.mark.parametrize(
    ("begins", "places", "where"),
    [("Lisk", ["Lisk"], "Lisk"), ("LISK", ["LISK"], None), ("Lisk", ["Lisk", "Ramla"], None), ("Lisk", [], None)],
)
def test_a_telegram_without_a_date_begins_with_the_one_place_that_it_names(begins, places, where):
    told = trees.tree(
        f"{begins}/lisk/PROPN/0/root :/:/PUNCT/1/punct siege/siege/NOUN/1/parataxis lifted/lift/VERB/3/acl near/near/ADP/6/case "
        "Ramla/Ramla/PROPN/4/obl",
        mentions=[(place, "Location") for place in places],
    )
    found = led(told, "siege_end", [], [])
    assert [trees.text_of(told)[f.start : f.end] for f in found] == ([where] if where else [])


def test_a_sentence_that_begins_from_when_to_when_tells_all_of_that_time():
    told = trees.tree(
        "From/from/ADP/3/case 13/13/NUM/3/nummod May/May/PROPN/8/obl to/to/ADP/5/case July/July/PROPN/3/nmod ,/,/PUNCT/8/punct "
        "40/40/NUM/8/nsubj died/die/VERB/0/root"
    )
    times = [Timespan(told.tokens[n].start, told.tokens[m].end, duration=False) for n, m in ((1, 2), (4, 4))]
    (found,) = led(told, "kill", [], times)
    assert trees.text_of(told)[found.start : found.end] == "From 13 May to July"
    assert led(told, "kill", [Filler("time", 0, times[0].end)], times) == [found]  # read up to its first end only
    assert led(told, "kill", [], times[:1]) == []  # "From 13 May to Lisk," says where


def test_a_time_that_breaks_off_is_told_to_its_end():
    day = Timespan(5, 11, duration=False)
    assert whole_times([Filler("time", 2, 7)], [day]) == [Filler("time", 2, 11)]
    assert whole_times([Filler("place", 2, 7), Filler("time", 20, 22)], [day]) == [
        Filler("place", 2, 7), Filler("time", 20, 22)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "kind", "so"),
    [
        ("siege/siege/NOUN/0/root of/of/ADP/3/case Lisk/Lisk/PROPN/1/nmod in/in/ADP/6/case the/the/DET/6/det "
         "time/time/NOUN/1/nmod of/of/ADP/9/case their/they/PRON/9/nmod:poss grandfathers/grandfather/NOUN/6/nmod", "besiege", True),
        ("siege/siege/NOUN/0/root of/of/ADP/3/case Lisk/Lisk/PROPN/1/nmod at/at/ADP/6/case the/the/DET/6/det "
         "time/time/NOUN/1/nmod of/of/ADP/9/case the/the/DET/9/det truce/truce/NOUN/6/nmod", "besiege", False),
        ("tightened/tighten/VERB/0/root siege/siege/NOUN/1/obj", "siege_end", True),
        ("smashed/smash/VERB/0/root siege/siege/NOUN/1/obj", "siege_end", False),
        ("moving/move/VERB/0/root cars/car/NOUN/1/nsubj", "advance", True),
        ("moving/move/VERB/0/root troops/troop/NOUN/1/nsubj", "advance", False),
        ("force/force/NOUN/3/obl by/by/ADP/1/case took/take/VERB/0/root", "restrict", True),
        ("torn/tear/VERB/0/root wind/wind/NOUN/1/nsubj", "destroy", True),
        ("torn/tear/VERB/0/root army/army/NOUN/1/nsubj", "destroy", False),
    ],
)  # fmt: skip
def test_words_of_old_wars_of_traffic_and_of_the_wind_tell_none_of_this_war(words, kind, so):
    told = trees.tree(words, triggers=[(words.partition("/")[0], kind)])
    assert misread(told, told.triggers[0], load()) is so


def test_a_telegram_begins_with_where_and_when_it_was():
    told = trees.tree(
        "Great/great/ADJ/2/amod Orsk/Orsk/PROPN/0/root ,/,/PUNCT/2/punct 30/30/NUM/5/nummod October/October/PROPN/2/appos "
        ":/:/PUNCT/2/punct shelling/shelling/NOUN/2/parataxis by/by/ADP/9/case rebels/rebel/NOUN/7/nmod"
    )
    at = [told.tokens[3].start, told.tokens[4].end]
    found = led(told, "shelling", [], [Timespan(*at, duration=False)])
    assert [(f.role, f.start, f.end) for f in found] == [("place", 0, told.tokens[1].end), ("time", *at)]
    elsewhere = Filler("place", told.end + 2, told.end + 6)  # of another entry of the list
    assert led(told, "shelling", [elsewhere], [Timespan(*at, duration=False)]) == found
    assert led(told, "talks", [elsewhere], [Timespan(*at, duration=False)]) == [elsewhere]
    here = [Filler("place", 0, 3), Filler("time", 4, 5)]
    assert led(told, "shelling", here, [Timespan(*at, duration=False)]) == here
    assert led(told, "shelling", [], []) == []  # "Lavrov, the minister: …" has no date
    assert led(told, "talks", [], [Timespan(*at, duration=False)]) == []


@pytest.mark.parametrize(("verb", "score"), [("smashed/smash", 0.9), ("tightened/tighten", 0.3)])
def test_an_end_is_as_sure_as_the_siege_that_it_ends(verb, score):
    told = trees.tree(f"{verb}/VERB/0/root siege/siege/NOUN/1/obj")
    ontology = load()
    end, ring = (
        Found(Marked(0, told, Labelled(t.start, t.end, kind, sure), t, ontology.types[kind]), (), "positive", "actual")
        for t, kind, sure in zip(told.tokens, ("siege_end", "besiege"), (0.3, 0.9), strict=True)
    )
    assert [f.marked.trigger.score for f in backed([end, ring])] == [score, 0.9]


@pytest.mark.parametrize(("what", "modality"), [("Permission/permission", "planned"), ("Money/money", "actual")])
def test_what_is_permitted_has_not_gone_yet(what, modality):
    told = trees.tree(
        f"{what}/NOUN/4/nsubj:pass has/have/AUX/4/aux been/be/AUX/4/aux:pass granted/grant/VERB/0/root for/for/ADP/7/case "
        "a/a/DET/7/det delivery/delivery/NOUN/4/obl"
    )
    assert certainty(told, told.tokens[6], CUES) == ("positive", modality)


def test_what_follows_a_colon_is_where_the_clause_before_it_is():
    free = trees.tree(
        "Lisk/Lisk/PROPN/3/nsubj is/be/AUX/3/cop free/free/ADJ/0/root :/:/PUNCT/6/punct rebels/rebel/NOUN/6/nsubj "
        "ousted/oust/VERB/3/parataxis them/they/PRON/6/obj",
        mentions=[("Lisk", "Location")],
    )
    assert [f.role for f in somewhere(free, free.tokens[5], "withdraw", [])] == ["origin"]
    line = trees.tree(
        "Lisk/Lisk/PROPN/4/dep :/:/PUNCT/1/punct rebels/rebel/NOUN/4/nsubj ousted/oust/VERB/0/root them/they/PRON/4/obj",
        mentions=[("Lisk", "Location")],
    )
    assert somewhere(line, line.tokens[3], "capture", []) == []  # a dateline is none


def test_its_is_the_land_that_acts_and_no_organisation_before_it():
    told = trees.tree(
        "Asked/ask/VERB/6/advcl by/by/ADP/3/case Nato/Nato/PROPN/1/obl ,/,/PUNCT/1/punct Britain/Britain/PROPN/6/nsubj "
        "raised/raise/VERB/0/root its/its/PRON/8/nmod:poss numbers/number/NOUN/6/obj",
        mentions=[("Nato", "Organisation"), ("Britain", "Location")],
    )
    assert antecedents(trees.text_of(told), [told])[told.tokens[6].start] == "Britain"


@pytest.mark.parametrize(("pronoun", "meant"), [("She", "Ada"), ("He", "he")])
def test_a_woman_is_not_he(pronoun, meant):
    told = trees.tree(
        "Ada/Ada/PROPN/3/nsubj was/be/AUX/3/aux held/hold/VERB/0/root he/he/PRON/5/nsubj wrote/write/VERB/3/parataxis "
        f"{pronoun}/{pronoun.lower()}/PRON/7/nsubj left/leave/VERB/3/parataxis",
        mentions=[("Ada", "Person"), ("he", "Person")],
    )
    assert antecedents(trees.text_of(told), [told])[told.tokens[5].start] == meant


def test_they_are_not_the_platform_on_which_somebody_wrote():
    told = trees.tree(
        "Soldiers/soldier/NOUN/2/nsubj came/come/VERB/0/root it/it/PRON/4/nsubj wrote/write/VERB/2/parataxis "
        "on/on/ADP/6/case Twitter/Twitter/PROPN/4/obl They/they/PRON/8/nsubj fired/fire/VERB/2/parataxis",
        mentions=[("Soldiers", "Organisation"), ("Twitter", "Organisation")],
    )
    assert antecedents(trees.text_of(told), [told])[told.tokens[6].start] == "Soldiers"


ASIDE = "He/he/PRON/2/nsubj described/describe/VERB/0/root as/as/ADP/4/case "
CLAIM = "that/that/SCONJ/9/mark rebels/rebel/NOUN/9/nsubj took/take/VERB/6/acl Lisk/Lisk/PROPN/9/obj"


@pytest.mark.parametrize(
    ("words", "so"),
    [
        (ASIDE + "propaganda/propaganda/NOUN/2/obl a/a/DET/6/det claim/claim/NOUN/2/obj " + CLAIM, True),
        (ASIDE + "false/false/ADJ/2/obl the/the/DET/6/det reports/report/NOUN/2/obj " + CLAIM, True),
        (ASIDE + "important/important/ADJ/2/obl the/the/DET/6/det reports/report/NOUN/2/obj " + CLAIM, False),
        (ASIDE + "false/false/ADJ/2/obl the/the/DET/6/det alarm/alarm/NOUN/2/obj " + CLAIM, False),
    ],
)
def test_a_claim_that_is_set_aside_as_false_is_denied(words, so):
    sentence = trees.tree(words)
    assert untrue(sentence, next(t for t in sentence.tokens if t.text == "took"), CUES) is so
