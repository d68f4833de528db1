"""Incidents against templates: alignment, fillers, dates and places, on made keys."""

import pytest

from situate.evaluate.templates import (
    SLOTS,
    Incident,
    Meant,
    Spot,
    Told,
    dice,
    lies_in,
    pairs,
    score,
    templates_of,
    within,
)
from situate.model.interval import UNKNOWN_INTERVAL, Interval
from situate.model.place import Place

LISK = Spot(country="LISKA", department="OSTRY", towns=("MARRACK",))
MEANING = {LISK: Meant(country="LK", regions=frozenset({"LK.01"}))}


def a_row(**told):
    entities = {"PerpInd": [], "PerpOrg": [], "Target": [], "Victim": [], "Weapon": []} | {
        label: [[{"text": text, "span": None} for text in entity] for entity in of] for label, of in told.items()
    }
    key = {
        "date": {"raw": "01 MAR 31 - 03 MAR 31", "iso": ["2031-03-01", "2031-03-03"], "open_start": False},
        "slots": {
            "INCIDENT: LOCATION": {
                "fills": [{"value": [["LISKA", "OSTRY (DEPARTMENT)", "MARRACK (CITY) - TOLLEN (CITY))"]]}]
            }
        },
    }
    return {"gtt_templates": [{"incident_type": "bombing"} | entities], "key_templates": [key]}


def incident(kind="bombing", interval=UNKNOWN_INTERVAL, place=None, **fillers):
    found = {slot: tuple((words,) for words in fillers.get(slot, ())) for slot in SLOTS}
    return Incident(kind=kind, fillers=found, interval=interval, place=place)


def place(admin1="LK.01", country="LK", name="Marrack"):
    return Place(id="geonames:1", name=name, country=country, latitude=1.0, longitude=1.0, admin1=admin1)


def figures(found, row=None, **more):
    gold = templates_of(row or a_row(PerpInd=[["gunmen"]], Target=[["bus", "the bus to tollen"]], Weapon=[["a bomb"]]))
    return score(
        [(gold, Told(every=found, reported=found, **more))], {spot: MEANING[LISK] for g in gold for spot in g.spots}
    )


def test_a_key_is_read():
    (gold,) = templates_of(a_row(PerpInd=[["gunmen"]], PerpOrg=[["amber brigade", "ab"]]))
    assert (gold.kind, gold.first, gold.last) == ("bombing", "2031-03-01", "2031-03-03")
    assert gold.fillers["perpetrators"] == (("gunmen",), ("amber brigade", "ab"))
    assert gold.spots == (Spot(country="LISKA", department="OSTRY", towns=("MARRACK", "TOLLEN")),)


def test_kinds_and_fillers_count_alike():
    found = figures([incident(perpetrators=["GUNMEN"], targets=["THE BUS", "A SCHOOL"])])
    assert found["all"] == {"p": 0.75, "r": 0.75, "f1": 0.75, "gold": 4}
    assert found["targets"] == {"p": 0.5, "r": 1.0, "f1": 0.6667, "gold": 1}
    assert found["weapons"]["r"] == 0.0


def test_an_entity_counts_once_and_any_of_its_names_will_do():
    assert figures([incident(targets=["the bus", "the bus to Tollen"])])["targets"]["p"] == 0.5


def test_half_of_the_words_are_enough():
    assert dice("the gunmen", "gunmen") == pytest.approx(2 / 3)
    assert dice("gunmen of the Amber Brigade", "gunmen") == pytest.approx(1 / 3)
    assert dice("", "gunmen") == dice("–", "–") == 0.0


def test_what_shares_most_meets_and_each_meets_once():
    gold = templates_of(a_row(Target=[["bus"]]))
    near, far = incident(targets=["bus"]), incident()
    assert pairs(gold, [far, near]) == [(0, 1)]
    assert pairs(gold, [near, near]) == [(0, 0)]
    assert pairs(gold, [incident(kind="arson")]) == []


def test_incidents_without_a_template_cost_precision():
    assert figures([incident(), incident(kind="arson")])["type"] == {"p": 0.5, "r": 1.0, "f1": 0.6667, "gold": 1}


@pytest.mark.parametrize(
    ("earliest", "latest", "first", "right"),
    [
        ("2031-03-02", "2031-03-02", "2031-03-01", True),
        ("2031-03-01", "2031-03-03", "2031-03-01", True),
        ("2031-03", "2031-03", "2031-03-01", False),
        ("2031-02-28", "2031-03-02", "2031-03-01", False),
        (None, "2031-03-02", "2031-03-01", False),
        (None, "2031-03-02", None, True),
        ("2029", "2029", None, True),
        ("2031-03-02", "open", None, False),
        ("2031-03-04", "2031-03-04", None, False),
    ],
)
def test_dates_within_a_range(earliest, latest, first, right):
    assert within(Interval(earliest=earliest, latest=latest), first, "2031-03-03") == right


def test_places_in_a_department():
    assert lies_in(place(), LISK, MEANING[LISK])
    assert not lies_in(place(admin1="LK.02"), LISK, MEANING[LISK])
    assert not lies_in(place(country="XX"), LISK, MEANING[LISK])
    assert lies_in(place(admin1="LK.02"), Spot(country="LISKA"), Meant(country="LK"))
    assert lies_in(place(admin1=None), LISK, Meant(country="LK"))  # the gazetteer has none of the names: by the name
    assert not lies_in(place(admin1=None, name="Tollen"), LISK, Meant(country="LK"))


def test_what_is_not_met_or_not_told_is_not_right():
    day = Interval(earliest="2031-03-02", latest="2031-03-02")
    told = figures([incident(interval=day, place=place())])
    assert told["date"] == told["place"] == {"right": 1.0, "precision": 1.0, "unresolved": 0.0, "gold": 1}
    untold = figures([incident()])
    assert untold["date"] == untold["place"] == {"right": 0.0, "precision": 0.0, "unresolved": 1.0, "gold": 1}
    missed = figures([])
    assert missed["date"] == missed["place"] == {"right": 0.0, "precision": 0.0, "unresolved": 0.0, "gold": 1}


def test_what_is_only_known_to_be_over_by_a_day_has_no_first_day():
    row = a_row()
    row["key_templates"][0]["date"]["open_start"] = True
    found = figures([incident(interval=Interval(latest="2031-03-02"))], row)
    assert found["date"]["right"] == 1.0
    assert found["date_from"] == {"right": 0.0, "precision": 0.0, "unresolved": 1.0, "gold": 1}


def test_dates_are_those_of_all_incidents():
    day = Interval(earliest="2031-03-02", latest="2031-03-02")
    gold = templates_of(a_row())
    meaning = dict.fromkeys(gold[0].spots, MEANING[LISK])
    found = score([(gold, Told(every=[incident(interval=day)], reported=[]))], meaning)
    assert (found["type"]["r"], found["date"]["right"]) == (0.0, 1.0)
