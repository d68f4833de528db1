"""Independent origins: houses, wires and quoted outlets."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from world import BLUES, MONITOR, REDS, TOWN, claim, interval, published, said_by

from situate.derive import derive
from situate.derive.origins import calls_itself_one, corrected_names, retractions
from situate.model.actor import Actor
from situate.model.claim import Evidence, Speaker
from situate.model.report import Report
from situate.model.span import Span

DAY = interval("2031-05-05", "2031-05-05")


def told(*reports, **more):
    return [claim("airstrike", report, place=TOWN, when=DAY, **more) for report in reports]


def known(**fields):
    """Publications by report, each with what is known of it."""
    made = published(**dict.fromkeys(fields, "2031-05-06"))
    return {name: dataclasses.replace(made[name], **fields[name]) for name in fields}


def event(claims, publications):
    (found,) = derive(claims, publications).events
    return found.independent_origins, found.standing


def unnamed(words):
    return (Speaker(evidence=Evidence(span=Span(0, 5), quote=words), cue="said"),)


def test_two_outlets_of_one_house_are_one_origin():
    claims = told("a", "b")
    assert event(claims, known(a={}, b={})) == (2, "corroborated")
    assert event(claims, known(a={"outlet_house": "h"}, b={"outlet_house": "h"})) == (1, "reported")
    assert event(claims, known(a={"outlet_house": "h"}, b={"outlet_house": "i"})) == (2, "corroborated")


def test_two_reports_of_one_outlet_are_one_origin():
    assert event(told("a", "b"), known(a={"outlet": "One"}, b={"outlet": "One"})) == (1, "reported")


def test_two_reprints_of_one_wire_are_one_origin_and_so_is_the_wire():
    claims, reprint = told("a", "b", "c"), {"wire": "agency"}
    assert event(claims, known(a=reprint, b=reprint, c={"outlet_house": "agency"})) == (1, "reported")
    assert event(claims, known(a=reprint, b={}, c={"outlet_house": "agency"})) == (2, "corroborated")


def test_a_copy_has_the_house_of_the_report_that_it_copies():
    claims = told("a", "b", "c")
    assert event(claims, known(a={"outlet_house": "h"}, b={"origin": "a"}, c={"outlet_house": "h"})) == (1, "reported")


def test_an_outlet_that_is_quoted_is_the_origin():
    claims = [*told("a"), *told("b", speakers=unnamed("Amber Voice"))]
    quoted = {"quoted": (("Amber Voice", "h", None),)}
    assert event(claims, known(a={"outlet_house": "h"}, b=quoted)) == (1, "reported")
    assert event(claims, known(a={"outlet_house": "i"}, b=quoted)) == (2, "corroborated")
    assert event(claims, known(a={"outlet_house": "h"}, b={})) == (2, "corroborated")


def test_a_source_without_a_name_adds_nothing_to_its_outlet():
    claims = [*told("a", speakers=unnamed("a source")), *told("b", speakers=unnamed("a resident"))]
    house = {"outlet_house": "h"}
    assert event(claims, known(a=house, b=house)) == (1, "reported")
    assert event([*claims, *told("b", speakers=said_by(MONITOR))], known(a=house, b=house)) == (2, "corroborated")


def test_a_side_and_its_organ_are_one_origin():
    claims = [*told("a", actor=BLUES), *told("b", actor=BLUES, speakers=said_by(REDS))]
    assert event(claims, known(a={"outlet_side": "red"}, b={})) == (1, "claimed")


SPEAKERS = st.sampled_from([(), unnamed("a source"), unnamed("Amber Voice"), said_by(BLUES), said_by(REDS)])
OUTLETS = st.sampled_from(["h", "i", "j", None])


@given(
    st.lists(st.tuples(SPEAKERS, OUTLETS, st.booleans()), min_size=1, max_size=5),
    st.integers(0, 4),
    st.sampled_from([(), unnamed("a source")]),
)
def test_another_outlet_of_a_house_never_raises_the_count(reports, which, words):
    """The law of houses: what one more outlet of a house says in its own words, or by a source that it does not name."""
    which %= len(reports)
    house = reports[which][1]
    reports = [*reports[:which], ((), house, False), *reports[which + 1 :]]
    names = [f"r{number}" for number in range(len(reports))]
    quoted = (("Amber Voice", "h", None),)
    fields = {
        name: {"outlet_house": house, "outlet": house or name, "quoted": quoted, "origin": names[0] if copy else name}
        for name, (_, house, copy) in zip(names, reports, strict=True)
    }
    claims = [c for name, (said, _, _) in zip(names, reports, strict=True) for c in told(name, speakers=said)]
    before = event(claims, known(**fields))[0]
    mine = fields[names[which]]
    more = {"z": {**mine, "outlet": f"another of {house}" if house else mine["outlet"], "origin": "z"}}
    after = event([*claims, *told("z", speakers=words)], known(**fields, **more))[0]
    assert after == before


def test_a_monitor_without_a_side_is_an_origin_of_its_own():
    person = Actor(id="nurse", name="Nurse", kind="person", private=True)
    claims = [*told("a"), *told("b", speakers=said_by(MONITOR)), *told("c", speakers=said_by(person))]
    house = {"outlet_house": "h"}
    assert event(claims, known(a=house, b=house, c=house))[0] == 3


def test_an_outlet_that_names_itself_in_its_own_report_is_no_second_origin():
    paper = Actor(id="paper", name="Amber Voice", kind="outlet")
    itself = (Speaker(evidence=Evidence(span=Span(0, 5), quote="Amber Voice"), cue="reported", actor=paper),)
    by_army = claim("siege_end", "a", place=TOWN, actor=BLUES, when=DAY, speakers=said_by(BLUES))
    again = claim("siege_end", "a", place=TOWN, actor=BLUES, when=DAY, speakers=itself, same_as=by_army.id)
    assert event([by_army, again], known(a={"outlet": "Amber Voice"})) == (1, "claimed")
    assert event([by_army, again], known(a={"outlet": "Lisk Times"})) == (2, "corroborated")


def test_a_correction_means_the_report_of_the_day_that_it_names():
    def report(name, day, text):
        return Report(id=name, text=text, published=day, outlet="Wire")

    third = report("third", "2031-05-03", "Harbour Front fighters took Lisk, two residents said.")
    fifth = report("fifth", "2031-05-05", "Harbour Front fighters in Lisk shelled Varn, the Wire said.")
    named = report("named", "2031-05-06", "CORRECTION - the Harbour Front did not take Lisk, as Wire said on May 3.")
    plain = report("plain", "2031-05-06", "CORRECTION - the Harbour Front did not take Lisk, as Wire said.")
    other = report("other", "2031-05-06", "CORRECTION - the Harbour Front did not take Lisk, as Wire said on 9 May.")
    assert retractions([third, fifth, named]) == {"named": ("third",)}
    assert retractions([third, fifth, plain]) == {"plain": ("fifth",)} == retractions([third, fifth, plain])
    assert retractions([third, fifth, other]) == {"other": ("fifth",)}


def corrects(text, title="Correction"):
    return corrected_names(Report(id="r", text=text, title=title, published="2031-05-06", outlet="Wire"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Our report said that 15 died in the strike on Lisk. The correct number is 12.", ()),
        ("Twelve people died in Varn, not 15: the toll was wrong.", ()),
        ("The Harbour Front did not take Lisk, as we said on May 3.", ("Front", "Harbour", "Lisk")),
        ("The number of fighters in Lisk was given as 15. They were not in Lisk.", ("Lisk",)),
        ("The town that fell is Varn, and Lisk is in the army's hands.", ("Lisk", "Varn")),
        ("Our report said that 15 died in the strike on Lisk. In fact 12 people died.", ()),
        ("Our report said that the Front holds Lisk. In fact the army holds it.", ("Front", "Lisk")),
        ("The Wire withdraws its report on the strike on Lisk. The number of dead was wrong.", None),
        ("We retract our report of a strike on Lisk.", None),
    ],
)  # fmt: skip
def test_a_correction_speaks_of_what_it_names_and_a_withdrawal_of_everything(text, names):
    assert corrects(text) == names


def test_what_is_no_correction_corrects_nothing_and_one_name_is_enough_beside_the_day():
    assert corrects("The army took Lisk.", title="Lisk falls") is None
    old = Report(id="old", text="The army took Lisk.", published="2031-05-03", outlet="Wire")
    back = Report(id="new", text="Wire withdraws its report of 3 May on Lisk.", published="2031-05-04", outlet="Wire")
    assert retractions([old, back]) == {"new": ("old",)}
    other = Report(id="new", text="Wire withdraws its report of 2 May on Lisk.", published="2031-05-04", outlet="Wire")
    assert retractions([old, other]) == {}


@pytest.mark.parametrize(
    ("title", "text", "is_one"),
    [
        ("Correction", "The town that fell is Lisk.", True),
        ("CORRECTION: town did not fall", "Lisk is held.", True),
        (None, "(Correction) The town that fell is Lisk.", True),
        (None, "Lisk, 3 May. Clarification: Lisk has not fallen.", True),
        (None, "Correction to our report of 3 May: Lisk has not fallen.", True),
        (None, "Retraction. Our report on Lisk was false.", True),
        (None, "The Wire is retracting its report on Lisk.", True),
        (None, "The Wire withdraws its July 2 report that the army took Lisk.", True),
        (None, "The Wire has retracted a 3 May story that the army took Lisk.", True),
        (None, "The Wire has taken down its Monday's story on Lisk.", True),
        (None, "The army withdrew its third brigade; a July 2 report said so.", False),
        (None, "The army pulled its men out of Lisk, a report says.", False),
        ("Ministry asks for clarification", "The army has taken Lisk.", False),
        (None, "Correction appended. The army has taken Lisk.", False),
        (None, "The mayor of Lisk retracted his words; the army withdrew the guns.", False),
        (None, "A course correction is due in Lisk.", False),
    ],
)
def test_what_calls_itself_a_correction(title, text, is_one):
    assert calls_itself_one(Report(id="r", text=text, title=title)) is is_one


def test_a_report_that_speaks_of_its_earlier_version_means_one_of_the_days_before():
    old = Report(id="old", text="Ten soldiers died in Lisk.", published="2031-05-03", outlet="Wire")
    words = "Erratum: An earlier version of this report said ten soldiers died in Lisk. The correct number is eleven."
    new = Report(id="new", text=words, published="2031-05-04", outlet="Wire")
    assert retractions([old, new]) == {"new": ("old",)}
    assert retractions([old, dataclasses.replace(new, published="2031-05-24")]) == {}
    assert retractions([old, dataclasses.replace(new, text=words.replace("Lisk", "Varn"))]) == {}
