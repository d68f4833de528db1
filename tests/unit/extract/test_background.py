"""The background paragraphs of a report: what would happen, what each side says of the other, what the war has done."""

import pytest
import trees
from packaged import told

from situate.extract.certainty.accused import only_accused
from situate.extract.roles.came_after import (
    without_hearers,
    without_places_of_care,
    without_what_came_before,
    without_where_it_is_spoken_of,
)
from situate.extract.roles.frames import Filler
from situate.extract.roles.mending import mended
from situate.extract.tree.slots import trigger_head
from situate.extract.triggers.by_hand import with_shells
from situate.extract.triggers.misread_phrases import no_harm
from situate.extract.triggers.mutual import mutual


@pytest.mark.parametrize("town", ["Varn", "Lisk", "Bar Amun"])
def test_whom_an_assault_would_send_fleeing_stays(town: str) -> None:
    text = f"Western diplomats fear that an assault on {town} would send tens of thousands fleeing towards the border."
    assert {c.modality for c in told(text, "displace")} == {"possible"}


def test_who_was_sent_fleeing_fled() -> None:
    assert {c.modality for c in told("The shelling sent thousands fleeing towards the border.", "displace")} == {
        "actual"
    }


def test_of_what_sides_accuse_each_other_no_deed_is_told() -> None:
    words = (
        "sides/side/NOUN/2/nsubj accused/accuse/VERB/0/root {0}/each/DET/2/obj {1}/other/ADJ/3/fixed of/of/SCONJ/6/mark "
        "shelling/shell/VERB/2/advcl towns/town/NOUN/6/obj"
    )
    other, army = trees.tree(words.format("each", "other")), trees.tree(words.format("the", "army"))
    assert only_accused(other, other.tokens[5])
    assert not only_accused(army, army.tokens[5])


@pytest.mark.parametrize(
    ("doer", "thing", "expected"),
    [("war", "country", True), ("war", "bridge", False), ("army", "country", False)],
)
def test_what_a_war_has_done_to_a_country_is_no_deed(doer: str, thing: str, expected: bool) -> None:
    words = f"The/the/DET/2/det {doer}/{doer}/NOUN/3/nsubj ruined/ruin/VERB/0/root the/the/DET/5/det {thing}/{thing}/NOUN/3/obj"
    sentence = trees.tree(words, triggers=[("ruined", "destroy")])
    head = trigger_head(sentence, sentence.triggers[0])
    assert head is not None
    assert no_harm(sentence, sentence.triggers[0], head) is expected


@pytest.mark.parametrize(("verb", "expected"), [("return", True), ("left", False)])
def test_who_is_called_back_to_the_table_does_not_talk(verb: str, expected: bool) -> None:
    words = (
        f"{verb}/{verb}/VERB/0/root to/to/ADP/5/case the/the/DET/5/det negotiating/negotiate/VERB/5/amod "
        "table/table/NOUN/1/obl"
    )
    sentence = trees.tree(words, triggers=[("negotiating", "talks")])
    head = trigger_head(sentence, sentence.triggers[0])
    assert head is not None
    assert no_harm(sentence, sentence.triggers[0], head) is expected


@pytest.mark.parametrize(("thing", "kind"), [("shells", "shelling"), ("demands", "assault")])
def test_an_attack_that_fires_shells_is_shelling(thing: str, kind: str) -> None:
    words = (
        "They/they/PRON/2/nsubj mounted/mount/VERB/0/root an/a/DET/4/det attack/attack/NOUN/2/obj ,/,/PUNCT/6/punct "
        f"firing/fire/VERB/2/advcl {thing}/{thing.removesuffix('s')}/NOUN/6/obj"
    )
    sentence = trees.tree(words, triggers=[("attack", "assault")])
    assert with_shells(sentence, sentence.triggers[0]).label == kind


@pytest.mark.parametrize(("name", "kind"), [("Organisation", "clash"), ("Location", "deploy")])
def test_who_engages_a_group_fights_it(name: str, kind: str) -> None:
    words = "Troops/troop/NOUN/2/nsubj engaged/engage/VERB/0/root the/the/DET/4/det Front/Front/PROPN/2/obj"
    sentence = trees.tree(words, triggers=[("engaged", "deploy")], mentions=[("Front", name)])
    assert mutual(sentence, sentence.triggers[0]).label == kind


def test_more_alone_is_nobody() -> None:
    words = (
        "More/more/ADJ/3/advmod than/than/ADP/1/fixed 40/40/NUM/4/nummod people/people/NOUN/6/nsubj:pass "
        "were/be/AUX/6/aux:pass displaced/displace/VERB/0/root"
    )
    sentence = trees.tree(words)
    assert mended(sentence, [Filler("affected", 0, 4)]) == []
    assert mended(sentence, [Filler("affected", 0, 19)]) != []


@pytest.mark.parametrize(("thing", "expected"), [("Stability", True), ("Lisk", False)])
def test_order_that_is_restored_is_no_handover(thing: str, expected: bool) -> None:
    words = (
        f"{thing}/{thing.lower()}/NOUN/3/nsubj:pass was/be/AUX/3/aux:pass restored/restore/VERB/0/root to/to/ADP/5/case "
        "Varn/Varn/PROPN/3/obl"
    )
    sentence = trees.tree(words, triggers=[("restored", "handover")])
    assert no_harm(sentence, sentence.triggers[0], sentence.tokens[2]) is expected


@pytest.mark.parametrize(("where", "expected"), [("retreat", True), ("town", False)])
def test_who_is_sent_into_a_retreat_is_not_posted_there(where: str, expected: bool) -> None:
    words = f"Sending/send/VERB/0/root troops/troop/NOUN/1/obj into/into/ADP/5/case a/a/DET/5/det {where}/{where}/NOUN/1/obl"
    sentence = trees.tree(words, triggers=[("Sending", "deploy")])
    assert no_harm(sentence, sentence.triggers[0], sentence.tokens[0]) is expected


@pytest.mark.parametrize(("noun", "expected"), [("access", True), ("convoy", False)])
def test_help_that_people_have_no_access_to_is_not_given(noun: str, expected: bool) -> None:
    words = f"without/without/ADP/2/case {noun}/{noun}/NOUN/0/root to/to/ADP/4/case assistance/assistance/NOUN/2/nmod"
    sentence = trees.tree(words, triggers=[("assistance", "assist")])
    assert no_harm(sentence, sentence.triggers[0], sentence.tokens[3]) is expected


@pytest.mark.parametrize(("verb", "roles"), [("came", ["time"]), ("spared", ["time", "place"])])
def test_an_attack_was_not_where_that_was_which_it_came_after(verb: str, roles: list[str]) -> None:
    lemma = {"came": "come", "spared": "spare"}[verb]
    sentence = trees.tree(
        f"The/the/DET/2/det attack/attack/NOUN/3/nsubj {verb}/{lemma}/VERB/0/root days/day/NOUN/5/obl:unmarked "
        "after/after/SCONJ/7/mark they/they/PRON/7/nsubj shelled/shell/VERB/3/advcl Varn/Varn/PROPN/7/obj"
    )
    text = trees.text_of(sentence)
    given = [Filler("time", text.index("days"), text.index(" they")), Filler("place", text.index("Varn"), len(text))]
    assert [f.role for f in without_what_came_before(sentence, sentence.tokens[1], given)] == roles


@pytest.mark.parametrize(("case", "roles"), [("after", ["time"]), ("without", ["time", "place"])])
def test_a_raid_that_an_attack_came_after_can_be_what_the_tree_hangs_after_on(case: str, roles: list[str]) -> None:
    sentence = trees.tree(
        "The/the/DET/2/det attack/attack/NOUN/3/nsubj came/come/VERB/0/root days/day/NOUN/3/obl:unmarked "
        f"{case}/{case}/ADP/6/case raids/raid/NOUN/7/nsubj killed/kill/VERB/3/advcl two/two/NUM/7/obj in/in/ADP/10/case "
        "Varn/Varn/PROPN/7/obl"
    )
    text = trees.text_of(sentence)
    given = [Filler("time", text.index("days"), text.index(f" {case}")), Filler("place", text.index("Varn"), len(text))]
    assert [f.role for f in without_what_came_before(sentence, sentence.tokens[1], given)] == roles


def test_what_stands_behind_after_is_of_the_other_wherever_the_tree_hangs_it() -> None:
    sentence = trees.tree(
        "The/the/DET/2/det attack/attack/NOUN/3/nsubj came/come/VERB/0/root after/after/ADP/5/case raids/raid/NOUN/3/obl "
        "killed/kill/VERB/3/advcl two/two/NUM/6/obj in/in/ADP/9/case Varn/Varn/PROPN/6/obl ,/,/PUNCT/3/punct near/near/ADP/12/case "
        "Lisk/Lisk/PROPN/3/obl",
        triggers=[("raids", "airstrike")],
    )
    text = trees.text_of(sentence)
    given = [Filler("place", text.index(name), text.index(name) + 4) for name in ("Varn", "Lisk")]
    assert without_what_came_before(sentence, sentence.tokens[1], given) == given[1:]


@pytest.mark.parametrize(("mark", "roles"), [("as", []), ("after", []), ("though", ["place"])])
def test_an_attack_was_not_where_others_meanwhile_were_to_go(mark: str, roles: list[str]) -> None:
    sentence = trees.tree(
        f"The/the/DET/2/det attack/attack/NOUN/3/nsubj came/come/VERB/0/root {mark}/{mark}/SCONJ/6/mark they/they/PRON/6/nsubj "
        "moved/move/VERB/3/advcl to/to/PART/8/mark take/take/VERB/6/xcomp Varn/Varn/PROPN/8/obj"
    )
    text = trees.text_of(sentence)
    given = [Filler("place", text.index("Varn"), len(text))]
    assert [f.role for f in without_what_came_before(sentence, sentence.tokens[1], given)] == roles


@pytest.mark.parametrize(
    ("house", "verb", "roles"),
    [("hospital", "taken/take", []), ("hospital", "killed/kill", ["place"]), ("station", "taken/take", ["place"])],
)
def test_the_wounded_were_not_hit_where_they_are_treated(house: str, verb: str, roles: list[str]) -> None:
    word, lemma = verb.split("/")
    sentence = trees.tree(
        "Those/those/PRON/5/nsubj:pass hurt/hurt/VERB/1/acl in/in/ADP/4/case shelling/shelling/NOUN/2/obl "
        f"{word}/{lemma}/VERB/0/root in/in/ADP/7/case {house}/{house}/NOUN/5/obl in/in/ADP/9/case Varn/Varn/PROPN/7/nmod"
    )
    text = trees.text_of(sentence)
    given = [Filler("place", text.index("Varn"), len(text))]
    assert [f.role for f in without_places_of_care(sentence, sentence.tokens[3], given)] == roles


def test_what_an_attack_follows_was_elsewhere_and_on_another_day() -> None:
    sentence = trees.tree(
        "The/the/DET/2/det attack/attack/NOUN/3/nsubj follows/follow/VERB/0/root raids/raid/NOUN/3/obj on/on/ADP/6/case "
        "Varn/Varn/PROPN/4/nmod on/on/ADP/8/case Friday/Friday/PROPN/3/obl"
    )
    text = trees.text_of(sentence)
    given = [
        Filler("place", text.index("Varn"), text.index(" on Friday")),
        Filler("time", text.index("on Friday"), len(text)),
    ]
    assert without_what_came_before(sentence, sentence.tokens[1], given) == []


@pytest.mark.parametrize(("lemma", "where"), [("hear", ["Varn"]), ("cause", ["Lisk", "Varn"])])
def test_a_blast_was_not_where_those_are_who_heard_it(lemma: str, where: list[str]) -> None:
    sentence = trees.tree(
        f"People/people/NOUN/4/nsubj in/in/ADP/3/case Lisk/Lisk/PROPN/1/nmod did/{lemma}/VERB/0/root blasts/blast/NOUN/4/obj "
        "from/from/ADP/7/case Varn/Varn/PROPN/4/obl"
    )
    text = trees.text_of(sentence)
    given = [Filler("place", text.index(name), text.index(name) + 4) for name in ("Lisk", "Varn")]
    left = without_hearers(sentence, sentence.tokens[4], given)
    assert [text[f.start : f.end] for f in left] == where
    assert without_hearers(sentence, sentence.tokens[4], given[:1]) == given[:1]  # they heard it there


@pytest.mark.parametrize(("det", "lemma", "number"), [("the", "confirm", 0), ("a", "confirm", 1), ("the", "stop", 1)])
def test_a_capture_was_not_where_an_official_confirmed_it(det: str, lemma: str, number: int) -> None:
    sentence = trees.tree(
        f"In/in/ADP/2/case Lisk/Lisk/PROPN/4/obl he/he/PRON/4/nsubj did/{lemma}/VERB/0/root {det}/{det}/DET/6/det "
        "capture/capture/NOUN/4/obj"
    )
    text = trees.text_of(sentence)
    given = [Filler("place", text.index("Lisk"), text.index("Lisk") + 4)]
    assert len(without_where_it_is_spoken_of(sentence, sentence.tokens[5], given)) == number
