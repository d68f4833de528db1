import pytest
import trees

from situate.extract.roles.frames import Filler
from situate.extract.roles.homes import at_home


@pytest.mark.parametrize(
    ("who", "case", "home"),
    [("residents/resident", "of", ["Mirov"]), ("residents/resident", "from", []), ("rebels/rebel", "of", [])],
)
def test_people_who_are_named_by_their_place_are_harmed_there(who, case, home):
    told = trees.tree(
        f"eight/eight/NUM/2/nummod {who}/NOUN/6/nsubj:pass {case}/{case}/ADP/4/case Mirov/Mirov/PROPN/2/nmod "
        "were/be/AUX/6/aux:pass detained/detain/VERB/0/root"
    )
    text = trees.text_of(told)
    people = Filler("affected", 0, text.index(" were"))
    assert [text[f.start : f.end] for f in at_home(told, [people]) if f.role == "place"] == home
    there = Filler("place", 0, 5)
    assert at_home(told, [people, there]) == [people, there]


def test_goods_are_held_up_on_their_way_to_a_town():
    told = trees.tree(
        "kits/kit/NOUN/5/nsubj:pass bound/bind/VERB/1/acl for/for/ADP/4/case Mirov/Mirov/PROPN/2/obl "
        "seized/seize/VERB/0/root from/from/ADP/7/case trucks/truck/NOUN/5/obl for/for/ADP/9/case Lisk/Lisk/PROPN/7/nmod"
    )
    text = trees.text_of(told)
    goods = Filler("goods", 0, 4)
    assert [text[f.start : f.end] for f in at_home(told, [goods]) if f.role == "place"] == ["Lisk"]
    assert at_home(told, [Filler("actor", 0, 4)]) == [Filler("actor", 0, 4)]
