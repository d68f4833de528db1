"""Who besieges a place is not who lays a siege of which nobody says where, and which began at another time."""

from world import REDS, TOWN, claim, interval, spells


def besiegers(since: str) -> set[str]:
    here = claim("besiege", "a", place=TOWN, when=interval("2030-07", "2030-07"), words="siege")
    nowhere = claim("besiege", "a", actor=REDS, when=interval(since, "open"), words="siege")
    (siege,) = spells([here, nowhere], "siege", a="2030-11-01")
    return {part.actor.id for part in siege.actors}


def test_a_siege_without_a_place_lends_its_besieger_to_one_that_began_with_it() -> None:
    assert besiegers("2030-07") == {"reds"}
    assert besiegers("2029-07") == set()
