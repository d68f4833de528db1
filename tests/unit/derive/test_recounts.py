"""Another count of a toll is told of its attack, and nobody is counted twice."""

import dataclasses

from world import BLUES, REDS, TOWN, WEST, claim, interval, published

from situate.derive import derive
from situate.derive.events.tolls import is_recount, told_again
from situate.model.claim import Evidence, Role
from situate.model.quantity import Quantity
from situate.model.span import Span

DAY = interval("2031-05-05", "2031-05-05")


def marked(told, reason):
    roles = tuple(dataclasses.replace(r, reason=reason) if r.role == "killed" else r for r in told.roles)
    return dataclasses.replace(told, roles=roles)


def test_deaths_that_count_an_attack_again_are_its_own_wherever_they_were_put():
    attack = claim("explosion", "a", place=TOWN, when=DAY, killed=(32, 32), actor=REDS)
    again = marked(claim("kill", "a", when=DAY, killed=(40, 40), place=WEST), "recount")
    again = dataclasses.replace(again, same_as=attack.id)
    found = derive([attack, again], published(a="2031-05-06")).events
    deaths = next(event for event in found if event.type == "kill")
    assert is_recount(deaths)
    assert [one.type for one in told_again(found)[deaths.id]] == ["explosion"]


def test_hearsay_deaths_happened():
    told = dataclasses.replace(claim("kill", "a", place=TOWN, when=DAY, killed=(4, 4)), modality="possible")
    (doubted,) = derive([told], published(a="2031-05-06")).events
    (said,) = derive([marked(told, "hearsay")], published(a="2031-05-06")).events
    assert (doubted.happened, said.happened) == (False, True)


def test_parts_and_sums_are_no_figure_of_an_event():
    told = claim("airstrike", "a", place=TOWN, when=DAY, killed=(22, 22), actor=BLUES)
    (event,) = derive([marked(told, "sum")], published(a="2031-05-06")).events
    assert not event.figures


def test_a_number_bounds_what_dozens_do_not():
    told = claim("airstrike", "a", place=TOWN, when=DAY, killed=(58, 58), actor=BLUES)
    vague = Quantity(low=24, high=120, unit="people", approximate=True)
    roles = [dataclasses.replace(r, quantity=vague) if r.role == "killed" else r for r in told.roles]
    other = dataclasses.replace(claim("airstrike", "b", place=TOWN, when=DAY, actor=BLUES), roles=tuple(roles))
    (event,) = derive([told, other], published(a="2031-05-06", b="2031-05-07")).events
    figure = dict(event.figures)["killed"]
    assert (figure.low, figure.best, figure.high) == (58, 58, 58)


def test_displaced_people_can_be_dead():
    attack = claim("explosion", "a", place=TOWN, when=DAY, killed=(26, 26))
    phrase = next(r.evidence for r in attack.roles if r.role == "killed")
    fled = Role(role="affected", evidence=phrase)
    inside = dataclasses.replace(claim("displace", "a"), trigger=Evidence(span=phrase.span, quote="words"))
    outside = dataclasses.replace(inside, trigger=Evidence(span=Span(5, 10), quote="words"))
    for moved, dead in ((inside, 26), (outside, None)):
        events = derive([attack, dataclasses.replace(moved, roles=(fled,))], published(a="2031-05-06")).events
        figures = next(dict(event.figures) for event in events if event.type == "explosion")
        assert (figures["killed"].best if figures else None) == dead
