"""People on the move, on trees made by hand."""

import pytest
import trees

from situate.extract.triggers.movers import by_mover, kept_from, on_the_move

GROUP = "{}/NOUN/4/nsubj of/of/ADP/3/case groups/group/NOUN/1/nmod fled/flee/VERB/0/root"
FROM_LEAVING = "from/from/SCONJ/5/mark leaving/leave/VERB/2/advcl"
WERE = "were/be/AUX/3/aux:pass"
HOMES = "their/their/PRON/{n}/nmod:poss homes/home/NOUN/{v}/obj"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (f"Nurses/nurse/NOUN/3/nsubj:pass {WERE} brought/bring/VERB/0/root to/to/ADP/5/case safety/safety/NOUN/3/obl",
         [("brought", "evacuate")]),
        (f"Lamps/lamp/NOUN/3/nsubj:pass {WERE} brought/bring/VERB/0/root to/to/ADP/5/case safety/safety/NOUN/3/obl", []),
        ("Wounded/wounded/ADJ/2/amod men/man/NOUN/4/nsubj:pass were/be/AUX/4/aux:pass driven/drive/VERB/0/root "
         "to/to/ADP/6/case clinics/clinic/NOUN/4/obl", [("driven", "evacuate")]),
        ("Old/old/ADJ/2/amod men/man/NOUN/4/nsubj:pass were/be/AUX/4/aux:pass driven/drive/VERB/0/root "
         "to/to/ADP/6/case clinics/clinic/NOUN/4/obl", []),
        ("They/they/PRON/2/nsubj got/get/VERB/0/root children/child/NOUN/2/obj out/out/ADP/6/case of/of/ADP/6/case "
         "districts/district/NOUN/2/obl", [("got", "evacuate")]),
        ("Gunmen/gunman/NOUN/2/nsubj led/lead/VERB/0/root children/child/NOUN/2/obj out/out/ADP/6/case of/of/ADP/6/case "
         "villages/village/NOUN/2/obl", []),
        ("They/they/PRON/2/nsubj got/get/VERB/0/root children/child/NOUN/2/obj out/out/ADP/6/case of/of/ADP/6/case "
         "bed/bed/NOUN/2/obl", []),
        ("Refugees/refugee/NOUN/2/nsubj came/come/VERB/0/root home/home/ADV/2/advmod", [("came", "return")]),
        ("Clerks/clerk/NOUN/2/nsubj came/come/VERB/0/root home/home/ADV/2/advmod", []),
        ("Villagers/villager/NOUN/2/nsubj began/begin/VERB/0/root to/to/PART/4/mark go/go/VERB/2/xcomp "
         "back/back/ADV/4/advmod", [("go", "return")]),
        ("Families/family/NOUN/2/nsubj went/go/VERB/0/root back/back/ADV/2/advmod to/to/ADP/5/case "
         "villages/village/NOUN/2/obl", [("went", "return")]),
        ("People/people/NOUN/2/nsubj went/go/VERB/0/root back/back/ADV/2/advmod to/to/ADP/5/case work/work/NOUN/2/obl",
         []),
        ("Return/return/NOUN/0/root of/of/ADP/3/case refugees/refugee/NOUN/1/nmod", [("Return", "return")]),
        ("Return/return/NOUN/0/root of/of/ADP/3/case spring/spring/NOUN/1/nmod", []),
        (f"Soldiers/soldier/NOUN/2/nsubj stopped/stop/VERB/0/root residents/resident/NOUN/2/obj {FROM_LEAVING}",
         [("stopped", "besiege")]),
        (f"Guards/guard/NOUN/2/nsubj stopped/stop/VERB/0/root visitors/visitor/NOUN/2/obj {FROM_LEAVING}", []),
        ("Villagers/villager/NOUN/2/nsubj had/have/VERB/0/root to/to/PART/4/mark abandon/abandon/VERB/2/xcomp "
         + HOMES.format(n=6, v=4), [("abandon", "displace")]),
        ("Soldiers/soldier/NOUN/2/nsubj abandoned/abandon/VERB/0/root posts/post/NOUN/2/obj",
         [("abandoned", "withdraw")]),
        ("Clerks/clerk/NOUN/2/nsubj abandoned/abandon/VERB/0/root posts/post/NOUN/2/obj", []),
        ("They/they/PRON/2/nsubj sent/send/VERB/0/root refugees/refugee/NOUN/2/obj back/back/ADV/2/advmod",
         [("sent", "return")]),
        ("They/they/PRON/2/nsubj sent/send/VERB/0/root letters/letter/NOUN/2/obj back/back/ADV/2/advmod", []),
        (f"Villagers/villager/NOUN/3/nsubj:pass {WERE} allowed/allow/VERB/0/root back/back/ADV/3/advmod "
         "to/to/ADP/6/case homes/home/NOUN/4/obl", [("allowed", "return")]),
        (f"Villagers/villager/NOUN/3/nsubj:pass {WERE} allowed/allow/VERB/0/root back/back/ADV/3/advmod", []),
        ("Inmates/inmate/NOUN/2/nsubj broke/break/VERB/0/root out/out/ADP/5/case of/of/ADP/5/case prison/prison/NOUN/2/obl",
         [("broke", "release")]),
        ("Fires/fire/NOUN/2/nsubj broke/break/VERB/0/root out/out/ADV/2/advmod in/in/ADP/5/case prison/prison/NOUN/2/obl",
         []),
        ("Civilians/civilian/NOUN/2/nsubj poured/pour/VERB/0/root out/out/ADP/5/case of/of/ADP/5/case towns/town/NOUN/2/obl",
         [("poured", "displace")]),
        ("Fans/fan/NOUN/2/nsubj poured/pour/VERB/0/root out/out/ADP/5/case of/of/ADP/5/case trains/train/NOUN/2/obl", []),
        ("Women/woman/NOUN/2/nsubj walked/walk/VERB/0/root to/to/PART/4/mark reach/reach/VERB/2/advcl "
         "safety/safety/NOUN/4/obj", [("walked", "displace")]),
        ("Women/woman/NOUN/2/nsubj poured/pour/VERB/0/root out/out/ADP/5/case of/of/ADP/5/case shops/shop/NOUN/2/obl", []),
        ("Women/woman/NOUN/2/nsubj walked/walk/VERB/0/root to/to/PART/4/mark reach/reach/VERB/2/advcl "
         "shops/shop/NOUN/4/obj", []),
        ("Raids/raid/NOUN/2/nsubj left/leave/VERB/0/root families/family/NOUN/2/obj homeless/homeless/ADJ/2/xcomp",
         [("left", "displace")]),
        ("Raids/raid/NOUN/2/nsubj left/leave/VERB/0/root families/family/NOUN/2/obj angry/angry/ADJ/2/xcomp", []),
        (f"Farms/farm/NOUN/3/nsubj:pass {WERE} deserted/desert/VERB/0/root by/by/ADP/5/case people/people/NOUN/3/obl:agent",
         [("deserted", "displace")]),
        (f"Farms/farm/NOUN/3/nsubj:pass {WERE} deserted/desert/VERB/0/root by/by/ADP/5/case bees/bee/NOUN/3/obl:agent", []),
    ],
)  # fmt: skip
def test_who_goes_where_tells_what_the_model_does_not_see(words, told):
    sentence = trees.tree(words)
    found = [(trees.text_of(sentence)[t.start : t.end], t.label) for t in on_the_move(sentence, ())]
    assert found == told


def test_what_the_model_sees_surely_holds():
    sentence = trees.tree(
        f"Nurses/nurse/NOUN/3/nsubj:pass {WERE} brought/bring/VERB/0/root to/to/ADP/5/case safety/safety/NOUN/3/obl"
    )
    assert not [*on_the_move(sentence, [trees.label(sentence, "brought", "detain", 0.9)])]
    assert [*on_the_move(sentence, [trees.label(sentence, "brought", "detain", 0.5)])]


@pytest.mark.parametrize(
    ("words", "trigger", "read", "meant"),
    [
        ("Convoy/convoy/NOUN/4/nsubj of/of/ADP/3/case ambulances/ambulance/NOUN/1/nmod left/leave/VERB/0/root", "left",
         "deliver_aid", "evacuate"),
        ("Convoy/convoy/NOUN/4/nsubj of/of/ADP/3/case trucks/truck/NOUN/1/nmod left/leave/VERB/0/root", "left",
         "deliver_aid", "deliver_aid"),
        ("Returnees/returnee/NOUN/2/nsubj arrived/arrive/VERB/0/root", "arrived", "deliver_aid", "return"),
        ("Evacuees/evacuee/NOUN/2/nsubj arrived/arrive/VERB/0/root", "arrived", "deliver_aid", "evacuate"),
        ("Flight/flight/NOUN/0/root of/of/ADP/3/case villagers/villager/NOUN/1/nmod", "Flight", "deliver_aid",
         "displace"),
        (f"Workers/worker/NOUN/3/nsubj:pass {WERE} flown/fly/VERB/0/root home/home/ADV/3/advmod", "flown",
         "deliver_aid", "evacuate"),
        (f"Blankets/blanket/NOUN/3/nsubj:pass {WERE} flown/fly/VERB/0/root in/in/ADV/3/advmod", "flown",
         "deliver_aid", "deliver_aid"),
        ("It/it/PRON/2/nsubj withdrew/withdraw/VERB/0/root staff/staff/NOUN/2/obj", "withdrew", "withdraw",
         "evacuate"),
        ("It/it/PRON/2/nsubj withdrew/withdraw/VERB/0/root soldiers/soldier/NOUN/2/obj", "withdrew", "withdraw",
         "withdraw"),
        ("Relief/relief/NOUN/2/compound trucks/truck/NOUN/4/nsubj:pass were/be/AUX/4/aux:pass stopped/stop/VERB/0/root "
         "by/by/ADP/6/case militia/militia/NOUN/4/obl:agent", "stopped", "repel", "deny_aid"),
        ("Army/army/NOUN/2/compound trucks/truck/NOUN/4/nsubj:pass were/be/AUX/4/aux:pass stopped/stop/VERB/0/root "
         "by/by/ADP/6/case militia/militia/NOUN/4/obl:agent", "stopped", "repel", "repel"),
        ("Removal/removal/NOUN/0/root of/of/ADP/3/case families/family/NOUN/1/nmod", "Removal", "withdraw", "evacuate"),
        ("Removal/removal/NOUN/0/root of/of/ADP/3/case troops/troops/NOUN/1/nmod", "Removal", "withdraw", "withdraw"),
        ("Lorries/lorry/NOUN/2/nsubj took/take/VERB/0/root children/child/NOUN/2/obj away/away/ADV/2/advmod", "took",
         "detain", "evacuate"),
        ("Gunmen/gunman/NOUN/2/nsubj took/take/VERB/0/root children/child/NOUN/2/obj away/away/ADV/2/advmod", "took",
         "detain", "detain"),
        (f"Refugees/refugee/NOUN/3/nsubj:pass {WERE} repatriated/repatriate/VERB/0/root", "repatriated", "evacuate",
         "return"),
        (f"Workers/worker/NOUN/3/nsubj:pass {WERE} repatriated/repatriate/VERB/0/root", "repatriated", "evacuate",
         "evacuate"),
        ("It/it/PRON/2/nsubj brings/bring/VERB/0/root soldiers/soldier/NOUN/2/obj home/home/ADV/2/advmod", "brings",
         "deploy", "withdraw"),
        ("It/it/PRON/2/nsubj brings/bring/VERB/0/root soldiers/soldier/NOUN/2/obj in/in/ADV/2/advmod", "brings",
         "deploy", "deploy"),
        (f"Rebels/rebel/NOUN/3/nsubj:pass {WERE} forced/force/VERB/0/root out/out/ADP/3/compound:prt", "forced",
         "restrict", "withdraw"),
        (f"Squatters/squatter/NOUN/3/nsubj:pass {WERE} forced/force/VERB/0/root out/out/ADP/3/compound:prt", "forced",
         "restrict", "restrict"),
        (GROUP.format("Commanders/commander"), "fled", "displace", "withdraw"),
        (GROUP.format("Families/family"), "fled", "displace", "displace"),
        ("Dozens/dozen/NOUN/5/nsubj of/of/ADP/4/case Column/Column/PROPN/4/compound members/member/NOUN/1/nmod "
         "fled/flee/VERB/0/root", "fled", "displace", "withdraw"),
        ("It/it/PRON/2/nsubj withdrew/withdraw/VERB/0/root army/army/NOUN/4/compound men/man/NOUN/2/obj", "withdrew",
         "withdraw", "withdraw"),
        ("It/it/PRON/2/nsubj withdrew/withdraw/VERB/0/root its/its/PRON/4/nmod:poss workers/worker/NOUN/2/obj",
         "withdrew", "withdraw", "evacuate"),
        ("Fighters/fighter/NOUN/0/root who/who/PRON/3/nsubj refuse/refuse/VERB/1/acl:relcl to/to/PART/5/mark "
         "leave/leave/VERB/3/xcomp", "leave", "displace", "withdraw"),
        ("Farmers/farmer/NOUN/0/root who/who/PRON/3/nsubj refuse/refuse/VERB/1/acl:relcl to/to/PART/5/mark "
         "leave/leave/VERB/3/xcomp", "leave", "displace", "displace"),
        ("Former/former/ADJ/2/amod rebels/rebel/NOUN/3/nsubj fled/flee/VERB/0/root", "fled", "withdraw", "displace"),
        ("Local/local/ADJ/2/amod rebels/rebel/NOUN/3/nsubj fled/flee/VERB/0/root", "fled", "withdraw", "withdraw"),
        ("They/they/PRON/2/nsubj expelled/expel/VERB/0/root families/family/NOUN/2/obj", "expelled", "withdraw",
         "displace"),
        ("They/they/PRON/2/nsubj expelled/expel/VERB/0/root rebels/rebel/NOUN/2/obj", "expelled", "withdraw",
         "withdraw"),
        ("They/they/PRON/2/nsubj resettled/resettle/VERB/0/root us/we/PRON/2/obj in/in/ADP/6/case our/our/PRON/6/nmod:poss "
         "homes/home/NOUN/2/obl", "resettled", "displace", "return"),
        ("They/they/PRON/2/nsubj resettled/resettle/VERB/0/root us/we/PRON/2/obj in/in/ADP/6/case new/new/ADJ/6/amod "
         "homes/home/NOUN/2/obl", "resettled", "displace", "displace"),
        ("They/they/PRON/2/nsubj let/let/VERB/0/root drivers/driver/NOUN/2/obj go/go/VERB/2/xcomp", "let", "evacuate",
         "release"),
        ("They/they/PRON/2/nsubj let/let/VERB/0/root drivers/driver/NOUN/2/obj go/go/VERB/2/xcomp to/to/ADP/6/case "
         "Lisk/Lisk/PROPN/4/obl", "let", "evacuate", "evacuate"),
        ("They/they/PRON/2/nsubj let/let/VERB/0/root rebels/rebel/NOUN/2/obj go/go/VERB/2/xcomp", "let", "evacuate",
         "evacuate"),
    ],
)  # fmt: skip
def test_who_is_moved_tells_the_type(words, trigger, read, meant):
    sentence = trees.tree(words)
    assert by_mover(sentence, trees.label(sentence, trigger, read)).label == meant


@pytest.mark.parametrize(("whom", "kept"), [("residents/resident", True), ("rebels/rebel", False)])
def test_who_is_kept_from_leaving_leaves_not(whom, kept):
    sentence = trees.tree(f"Soldiers/soldier/NOUN/2/nsubj kept/keep/VERB/0/root {whom}/NOUN/2/obj {FROM_LEAVING}")
    assert kept_from(sentence, trees.label(sentence, "leaving", "displace")) is kept


CROSS = "a/a/DET/2/det {}/{}/NOUN/{}/nsubj:pass of/of/ADP/5/case Red/Red/PROPN/5/compound Cross/Cross/PROPN/2/nmod "
BACK = (
    CROSS
    + "was/be/AUX/7/aux:pass forced/force/VERB/0/root to/to/PART/9/mark turn/turn/VERB/7/xcomp back/back/ADV/9/advmod"
)


@pytest.mark.parametrize(("who", "meant"), [("team", "deny_aid"), ("column", "repel")])
def test_aid_that_has_to_turn_back_is_denied(who: str, meant: str) -> None:
    sentence = trees.tree(BACK.format(who, who, 7))
    assert by_mover(sentence, trees.label(sentence, "forced", "repel")).label == meant


@pytest.mark.parametrize(("who", "meant"), [("convoy", "deliver_aid"), ("brigade", "withdraw")])
def test_aid_that_sets_out_does_not_withdraw(who: str, meant: str) -> None:
    sentence = trees.tree(CROSS.format(who, who, 6).replace("nsubj:pass", "nsubj") + "left/leave/VERB/0/root")
    assert by_mover(sentence, trees.label(sentence, "left", "withdraw")).label == meant
