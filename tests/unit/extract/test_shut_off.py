"""What a siege does, told by a verb and its things, over hand-made trees, and as the packaged model reads it."""

import pytest
import trees
from packaged import reader, told

from situate.extract.certainty.given import as_given
from situate.extract.judgement import certainty_cues
from situate.extract.triggers.shut_off import shut_off
from situate.model.report import Report
from situate.ontology import load

LORRIES = "Lorries/lorry/NOUN/{}/nsubj"
COULD_NOT = "could/could/AUX/4/aux not/not/PART/4/advmod enter/enter/VERB/0/root"

UNABLE = (
    "{0}/{0}/NOUN/2/compound groups/group/NOUN/4/nsubj are/be/AUX/4/cop unable/unable/ADJ/0/root to/to/PART/6/mark "
    "reach/reach/VERB/4/xcomp Lisk/Lisk/PROPN/6/obj"
)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (f"{LORRIES.format(4)} {COULD_NOT}", [("enter", "deny_aid")]),
        (f"Rebels/rebel/NOUN/4/nsubj {COULD_NOT}", []),
        (f"{LORRIES.format(3)} can/can/AUX/3/aux enter/enter/VERB/0/root", []),
        (
            "No/no/DET/2/det aid/aid/NOUN/4/nsubj could/could/AUX/4/aux come/come/VERB/0/root in/in/ADV/4/advmod",
            [("come", "deny_aid")],
        ),
        (
            f"{LORRIES.format(4)} did/do/AUX/4/aux not/not/PART/4/advmod proceed/proceed/VERB/0/root",
            [("proceed", "deny_aid")],
        ),
        ("Gas/gas/NOUN/3/nsubj:pass was/be/AUX/3/aux:pass cut/cut/VERB/0/root", [("cut", "deprivation")]),
        (
            "They/they/PRON/2/nsubj let/let/VERB/0/root flour/flour/NOUN/2/obj pass/pass/VERB/2/xcomp",
            [("pass", "deliver_aid")],
        ),
        (
            "They/they/PRON/4/nsubj may/may/AUX/4/aux not/not/PART/4/advmod let/let/VERB/0/root flour/flour/NOUN/4/obj "
            "pass/pass/VERB/4/xcomp",
            [],
        ),
        (
            "Sieges/siege/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass lifted/lift/VERB/0/root and/and/CCONJ/5/cc "
            "reimposed/reimpose/VERB/3/conj",
            [("reimposed", "besiege")],
        ),
        ("Power/power/NOUN/2/compound cut/cut/NOUN/0/root", [("cut", "deprivation")]),
        (UNABLE.format("Aid"), [("reach", "deny_aid")]),
        (UNABLE.format("Tour"), []),
        ("Traffic/traffic/NOUN/2/nsubj stopped/stop/VERB/0/root", [("stopped", "cut_route")]),
        ("Fighting/fighting/NOUN/2/nsubj stopped/stop/VERB/0/root", []),
        (
            "Ferries/ferry/NOUN/4/nsubj no/no/ADV/3/advmod longer/long/ADV/4/advmod run/run/VERB/0/root",
            [("run", "cut_route")],
        ),
        ("Roads/road/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass cut/cut/VERB/0/root", []),
        (
            "Gas/gas/NOUN/0/root which/which/PRON/4/nsubj:pass was/be/AUX/4/aux:pass cut/cut/VERB/1/acl:relcl",
            [("cut", "deprivation")],
        ),
        (
            "Troops/troop/NOUN/3/nsubj:pass are/be/AUX/3/aux:pass blocked/block/VERB/0/root on/on/ADP/6/case "
            "all/all/DET/6/det sides/side/NOUN/3/obl",
            [("blocked", "besiege")],
        ),
        ("They/they/PRON/2/nsubj blocked/block/VERB/0/root troops/troop/NOUN/2/obj", []),
        (
            "Planes/plane/NOUN/2/nsubj dropped/drop/VERB/0/root weapons/weapon/NOUN/2/obj to/to/ADP/5/case "
            "rebels/rebel/NOUN/2/obl",
            [("dropped", "arm")],
        ),
        (
            "Planes/plane/NOUN/2/nsubj dropped/drop/VERB/0/root bombs/bomb/NOUN/2/obj on/on/ADP/5/case "
            "rebels/rebel/NOUN/2/obl",
            [],
        ),
        (
            "Loads/load/NOUN/2/nsubj fell/fall/VERB/0/root into/into/ADP/5/case rebel/rebel/NOUN/5/compound "
            "hands/hand/NOUN/2/obl",
            [("fell", "capture")],
        ),
        (
            "Access/access/NOUN/4/nsubj to/to/ADP/3/case Lisk/Lisk/PROPN/1/nmod remains/remain/VERB/0/root "
            "impossible/impossible/ADJ/4/xcomp",
            [("impossible", "deny_aid")],
        ),
        (
            "Access/access/NOUN/4/nsubj to/to/ADP/3/case justice/justice/NOUN/1/nmod remains/remain/VERB/0/root "
            "impossible/impossible/ADJ/4/xcomp",
            [],
        ),
        (
            "Sieges/siege/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass reimposed/reimpose/VERB/0/root",
            [("reimposed", "besiege")],
        ),
        ("Taxes/tax/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass reimposed/reimpose/VERB/0/root", []),
        (
            "They/they/PRON/3/nsubj:pass were/be/AUX/3/aux:pass swapped/swap/VERB/0/root for/for/ADP/5/case "
            "prisoners/prisoner/NOUN/3/obl",
            [("swapped", "release")],
        ),
        (
            "Civilians/civilian/NOUN/2/nsubj came/come/VERB/0/root out/out/ADV/2/advmod in/in/ADP/6/case a/a/DET/6/det "
            "convoy/convoy/NOUN/2/obl",
            [("came", "evacuate")],
        ),
        (
            "Civilians/civilian/NOUN/2/nsubj came/come/VERB/0/root out/out/ADV/2/advmod in/in/ADP/6/case a/a/DET/6/det "
            "crowd/crowd/NOUN/2/obl",
            [],
        ),
    ],
)
def test_things_say_what_a_siege_does(words: str, told: list[tuple[str, str]]) -> None:
    sentence = trees.tree(words, mentions=[("Lisk", "Location")] if "Lisk" in words else ())
    text = trees.text_of(sentence)
    assert [(text[t.start : t.end], t.label) for t in shut_off(sentence)] == told


@pytest.mark.parametrize(
    ("words", "kind", "ruled", "modality"),
    [
        (f"{LORRIES.format(4)} {COULD_NOT}", "deny_aid", "possible", "actual"),
        (
            "Lisk/Lisk/PROPN/2/nsubj called/call/VERB/0/root it/it/PRON/2/obj a/a/DET/5/det siege/siege/NOUN/2/xcomp",
            "besiege",
            "planned",
            "actual",
        ),
        (
            "Lisk/Lisk/PROPN/2/nsubj called/call/VERB/0/root for/for/ADP/5/case a/a/DET/5/det truce/truce/NOUN/2/obl",
            "ceasefire",
            "planned",
            "planned",
        ),
    ],
)
def test_what_could_not_be_done_was_not_and_what_is_called_so_is_there(words, kind, ruled, modality) -> None:
    sentence = trees.tree(words)
    head = next(t for t in sentence.tokens if t.lemma in {"enter", "siege", "truce"})
    cues = certainty_cues(load())
    assert as_given(sentence, head, kind, ("positive", ruled), cues)[1] == modality


def test_aid_that_could_not_enter_is_denied_and_no_plan() -> None:
    (claim,) = told("We tried again and again, but the lorries could not enter.", "deny_aid")
    assert (claim.polarity, claim.modality) == ("positive", "actual")


def test_who_contradicts_another_tells_what_he_says() -> None:
    text = "Traders contradict him: the tankers, they say, were turned around at Ostry and two were set alight."
    claims = reader().read(Report(id="r", text=text)).claims
    assert {(c.type, c.polarity) for c in claims} >= {("deny_aid", "positive"), ("destroy", "positive")}


def test_villages_that_somebody_has_hemmed_in_are_besieged() -> None:
    (claim,) = told("Two villages that rebels have hemmed in are without bread.", "besiege")
    assert [e.evidence.quote for e in claim.fillers("actor")] == ["rebels"]


def test_a_ferry_that_no_longer_runs_cuts_the_way() -> None:
    (claim,) = told("The ferry at Lisk no longer runs.", "cut_route")
    assert claim.polarity == "positive"
