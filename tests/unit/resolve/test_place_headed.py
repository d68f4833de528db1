"""Places of what stands under the name of a town, beside one alone, or in a row or a form that has a day."""

import dataclasses

import pytest

from situate.model.actor import Actor
from situate.model.claim import Claim, Evidence, Role
from situate.model.interval import Interval
from situate.model.place import Place
from situate.model.span import Span
from situate.resolve.claim_sense import no_doing_outlet, no_doing_town, where_they_live
from situate.resolve.in_order import Towns
from situate.resolve.when.report_times import read_times
from situate.resolve.when.told_rows import by_row
from situate.resolve.where.headed import under_places
from situate.resolve.where.sole import at_sole_town
from situate.text.sentences import sentences

LISK = Place(id="geonames:1", name="Lisk", country="XX", latitude=10.0, longitude=10.0)
OLMA = Place(id="geonames:2", name="Olma", country="XX", latitude=11.0, longitude=10.0)
TOWNS = {"Lisk": LISK, "Olma": OLMA}


def found(text):
    """The names of towns in a text."""
    return Towns(
        (Span(at, at + len(name)), place)
        for name, place in TOWNS.items()
        for at in range(len(text))
        if text.startswith(name, at)
    )


def told(text, words, kind="shelling", **roles):
    """A claim with a trigger of these words, and fillers by role: words of the text, with an actor or without."""
    cut = [Span(*s) for s in sentences(text)]
    at = text.index(words)
    sentence = next(s for s in cut if s.start <= at < s.end)
    filled = []
    for role, quote in roles.items():
        quote, actor = quote if isinstance(quote, tuple) else (quote, None)
        start = text.index(quote)
        span = Span(start, start + len(quote))
        filled.append(
            Role(
                role=role,
                evidence=Evidence(span=span, quote=quote),
                actor=actor,
                reason=None if actor else "description",
            )
        )
    trigger = Evidence(span=Span(at, at + len(words)), quote=words)
    return Claim(
        id="c:1", report="r", type=kind, trigger=trigger, roles=tuple(filled), interval=Interval(), confidence=0.8,
        sentence=sentence,
    ), cut  # fmt: skip


def places(claim):
    return [role.place.name for role in claim.roles if role.place is not None]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Lisk: shelling on 4 May killed three.", ["Lisk"]),
        ("Lisk, 4 May: shelling killed three.", ["Lisk"]),
        ("(b) Lisk. A shelling killed three.", ["Lisk"]),
        ("(b) Lisk. It is late. A shelling killed three.", ["Lisk"]),
        ("(b) Lisk. It is late.\n\nA shelling killed three.", []),
        ("(b) Lisk. Olma is quiet. A shelling killed three.", ["Olma"]),
        ("Place: Lisk. Event: shelling by rebels.", ["Lisk"]),
        ("2031-05-04 | Lisk | Change: shelling by rebels.", ["Lisk"]),
        ("The police of Lisk report: a shelling killed three.", ["Lisk"]),
        ("A nurse writes from Lisk: a shelling killed three.", ["Lisk"]),
        ("A spokesman in Lisk said: a shelling killed three.", []),
        ("Lisk: a shelling near Olma killed three.", []),
        ("Lisk and Olma: a shelling killed three.", []),
        ("Incoming in Lisk. A shelling killed three.", ["Lisk"]),
        ("A long session of the council took place in Lisk. A shelling killed three.", []),
    ],
)
def test_what_stands_under_a_town_is_there(text, there):
    claim, cut = told(text, "shelling")
    (right,) = under_places([claim], text, found(text), cut)
    assert places(right) == there
    assert all(role.carried for role in right.roles if role.place)


def test_a_dateline_is_no_heading_and_a_named_place_stays():
    text = "LISK, May 5 (Wire) - The police of Olma report: a shelling killed three."
    claim, cut = told(text, "shelling")
    assert places(under_places([claim], text, found(text), cut, text.index("The"))[0]) == ["Olma"]
    text = "Lisk: a shelling of Varna killed three."
    claim, cut = told(text, "shelling", place="Varna")
    strange = [Role(role="place", evidence=claim.roles[0].evidence, reason="not_in_gazetteer")]
    claim = dataclasses.replace(claim, roles=tuple(strange))
    assert under_places([claim], text, found(text), cut) == [claim]


@pytest.mark.parametrize(
    ("text", "words", "kind", "there"),
    [
        ("The use of artillery against Lisk is noted.", "artillery", "shelling", ["Lisk"]),
        ("Artillery was used between Lisk and Olma.", "Artillery", "shelling", []),
        ("Artillery was used, a colonel said in Lisk.", "Artillery", "shelling", []),
        ("Plasma was impounded from a convoy for Lisk.", "impounded", "deny_aid", ["Lisk"]),
        ("Plasma was impounded by the men of Lisk.", "impounded", "deny_aid", []),
        ("Lisk has elected a mayor.", "elected", "agreement", []),
    ],
)
def test_the_only_town_of_a_sentence_is_where_it_was(text, words, kind, there):
    claim, _ = told(text, words, kind)
    assert places(at_sole_town(claim, text, found(text), 0)) == there


def test_a_town_takes_no_town():
    text = "Lisk changed hands on Friday."
    nobody = Actor(id="local:lisk", name="Lisk", kind="other")
    claim, _ = told(text, "changed hands", "capture", actor=("Lisk", nobody))
    right = no_doing_town(claim, found(text))
    assert (places(right), right.fillers("actor")) == (["Lisk"], ())
    reds = Actor(id="reds", name="Lisk", kind="rebel_group", side="red")
    claim, _ = told(text, "changed hands", "capture", actor=("Lisk", reds))
    assert no_doing_town(claim, found(text)) == claim
    claim, _ = told(text, "changed hands", "talks", actor=("Lisk", nobody))
    assert no_doing_town(claim, found(text)) == claim


@pytest.mark.parametrize(
    ("target", "there"), [("the population of Lisk", ["Lisk"]), ("the mayor of Lisk", []), ("the population", [])]
)
def test_what_is_done_to_the_people_of_a_town_is_there(target, there):
    text = f"They shelled {target} on Friday."
    claim, _ = told(text, "shelled", target=target)
    assert places(where_they_live(claim, text, found(text))) == there


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2031-05-04 | Lisk | Shelling by rebels.", "2031-05-04"),
        ("2031-05-02 | Olma | Quiet. 2031-05-04 | Lisk | Shelling by rebels.", "2031-05-04"),
        ("Event: Shelling by rebels. Day: the 3rd of May. Dead: two.", "2031-05-03"),
        ("Day: the 3rd of May. Event: Shelling by rebels.", "2031-05-03"),
        ("Event: Shelling by rebels. Then came the 3rd of May.", None),
        ("On 4 May we met. Shelling by rebels.", None),
    ],
)
def test_a_row_or_a_form_has_a_day(text, day):
    claim, _ = told(text, "Shelling")
    assert by_row(claim, read_times(text, "2031-05-09")).interval.earliest == day
    assert by_row(claim, read_times(text, "2031-05-09")).interval.latest == day


def test_a_name_alone_on_its_line_heads_the_lines_below() -> None:
    text = (
        "Lisk\n10:15 Bombs fell on a school. Six people died.\n9:50 Shots were heard.\n\nOlma was calm. Raids went on."
    )
    cut = [Span(*s) for s in sentences(text)]
    for words, there in [("Bombs", ["Lisk"]), ("died", ["Lisk"]), ("Shots", ["Lisk"]), ("Raids", ["Olma"])]:
        claim, _ = told(text, words)
        [after] = under_places([claim], text, found(text), cut)
        assert (words, [r.place.name for r in after.fillers("place")]) == (words, there)


@pytest.mark.parametrize("stamp", ["7:45 ", "14:30 ", "Yesterday, 14:30: ", "10 April, 14:30: ", "Monday 9.15 "])
def test_a_town_with_the_hour_before_it_heads_its_line(stamp: str) -> None:
    text = f"{stamp}Lisk: bombs fell on a school."
    claim, cut = told(text, "bombs")
    [after] = under_places([claim], text, found(text), cut)
    assert [role.place.name for role in after.fillers("place")] == ["Lisk"]


def test_what_was_taken_over_from_before_a_name_stands_above_it() -> None:
    text = "The well of Olma is dry. 7:45 Lisk: lorries arrived."
    claim, cut = told(text, "arrived", "deliver_aid")
    above = Role(role="place", evidence=Evidence(span=Span(12, 16), quote="Olma"), place=OLMA, carried=True)
    [after] = under_places([dataclasses.replace(claim, roles=(above,))], text, found(text), cut)
    assert [role.place.name for role in after.fillers("place")] == ["Lisk"]


def test_a_line_that_ends_on_a_name_heads_nothing() -> None:
    text = "They had fled to\nLisk\nwhen bombs fell on a school."
    claim, cut = told(text, "bombs")
    assert under_places([claim], text, found(text), cut) == [claim]


@pytest.mark.parametrize(
    ("road", "there"), [("road from Olma", ["Lisk"]), ("road from Olma to Varn", []), ("road to Olma", ["Lisk"])]
)
def test_a_road_from_or_to_elsewhere_is_that_of_the_town_that_heads_the_line(road, there):
    text = f"Lisk: {road} cut on Friday."
    claim, cut = told(text, "cut", "cut_route", route=road)
    claim = dataclasses.replace(claim, roles=tuple(dataclasses.replace(r, place=OLMA) for r in claim.roles))
    [after] = under_places([claim], text, found(text), cut)
    assert [role.place.name for role in after.fillers("place")] == there


def test_a_town_that_is_told_of_before_an_attack_is_not_where_that_was():
    text = "The attack follows the shelling of Lisk."
    claim, _ = told(text, "attack")
    assert at_sole_town(claim, text, found(text), 0) == claim


def test_who_only_reports_uses_no_force():
    agency = Actor(id="agency", name="Agency", kind="outlet")
    text = "Agency planes bombed Lisk."
    assert no_doing_outlet(told(text, "bombed", actor=("Agency planes", agency))[0]).fillers("actor")[0].actor is None
    said, _ = told("Agency accused Lisk.", "accused", kind="accuse", actor=("Agency", agency))
    assert no_doing_outlet(said).fillers("actor")[0].actor is agency
