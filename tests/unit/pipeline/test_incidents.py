"""Events of one report as incidents; reports and claims are made."""

import dataclasses

from situate.evaluate.templates import Spot
from situate.model.claim import Claim, Evidence, Role
from situate.model.interval import Interval
from situate.model.mention import Mention
from situate.model.place import Place
from situate.model.report import Report
from situate.model.span import Span
from situate.pipeline.incidents import incidents, meanings, reportable
from situate.pipeline.wiring import Findings
from situate.resolve.gazetteer.lookup import Gazetteer

TEXT = (
    "Gunmen of the Amber Brigade attacked a bus in Marrack with rifles on Monday. Mayor Ilan Orre was killed. "
    "A bomb destroyed the bridge. Masked men burned a school. They did it."
)
DAY = Interval(earliest="2031-03-03", latest="2031-03-03", precision="day", basis="stated")


def evidence(words):
    start = TEXT.index(words)
    return Evidence(span=Span(start, start + len(words)), quote=words)


def claim(kind, trigger, **roles):
    made = tuple(Role(role=role, evidence=evidence(words)) for role, of in roles.items() for words in of)
    return Claim(id=f"c:{trigger}", report="r", type=kind, trigger=evidence(trigger), roles=made, interval=DAY)


def mention(words, kind):
    return Mention(report="r", evidence=evidence(words), kind=kind)


def found(*claims, published="2031-03-04"):
    mentions = (mention("Amber Brigade", "organisation"), mention("Ilan Orre", "person"))
    return Findings(report=Report(id="r", text=TEXT, published=published), claims=claims, mentions=mentions)


ATTACK = claim("assault", "attacked", actor=["Gunmen of the Amber Brigade"], target=["a bus"], instrument=["rifles"])
DEATH = claim("kill", "killed", killed=["Mayor Ilan Orre"])
BRIDGE = claim("destroy", "destroyed", target=["the bridge"], instrument=["A bomb"])
SCHOOL = claim("destroy", "burned", actor=["Masked men"], target=["a school"])


def slots(one):
    return {slot: [words for entity in of for words in entity] for slot, of in one.fillers.items() if of}


def test_a_phrase_gives_persons_and_their_organisation_apart():
    (one,) = incidents(found(ATTACK))
    assert (one.kind, slots(one)) == (
        "attack",
        {"perpetrators": ["Gunmen", "Amber Brigade"], "targets": ["a bus"], "weapons": ["rifles"]},
    )


def test_victims_are_those_with_a_name():
    (one,) = incidents(found(DEATH))
    assert slots(one) == {"victims": ["Ilan Orre"]}
    (other,) = incidents(found(claim("kill", "killed", killed=["Mayor"])))
    assert slots(other) == {}


def test_words_say_how_things_were_destroyed():
    assert {one.kind for one in incidents(found(BRIDGE))} == {"bombing"}
    assert {one.kind for one in incidents(found(SCHOOL))} == {"arson"}


def test_events_that_name_one_target_are_one_incident():
    bombed = claim("explosion", "A bomb", target=["a bus"])
    (one,) = incidents(found(ATTACK, bombed))
    assert (one.kind, slots(one)["perpetrators"]) == ("bombing", ["Gunmen", "Amber Brigade"])
    assert len(incidents(found(ATTACK, BRIDGE))) == 2


def test_an_incident_of_two_events_has_the_shorter_time():
    day = dataclasses.replace(DAY, basis="relative")
    long = dataclasses.replace(DAY, earliest="2031-02-20", latest="2031-03-04", precision="week")
    raid = dataclasses.replace(claim("assault", "attacked", target=["a bus"]), interval=long)
    bombed = dataclasses.replace(claim("explosion", "A bomb", target=["a bus"]), interval=day)
    assert [one.interval.earliest for one in incidents(found(raid, bombed))] == ["2031-03-03"]
    unsaid = dataclasses.replace(bombed, interval=dataclasses.replace(day, basis="publication"))
    assert [one.interval.earliest for one in incidents(found(raid, unsaid))] == ["2031-02-20"]


def test_an_event_that_names_nothing_belongs_to_the_only_one_of_its_kind():
    vague = claim("assault", "did it", actor=["Masked men"])
    (one,) = incidents(found(ATTACK, vague))
    assert slots(one)["perpetrators"] == ["Gunmen", "Amber Brigade", "Masked men"]
    assert len(incidents(found(vague))) == 1


def test_events_of_other_days_or_provinces_are_two_incidents():
    bombed = claim("explosion", "bomb", target=["a bus"])
    assert len(incidents(found(ATTACK, bombed))) == 1
    later = dataclasses.replace(bombed, interval=dataclasses.replace(DAY, earliest="2031-03-09", latest="2031-03-09"))
    assert len(incidents(found(ATTACK, later))) == 2
    north, south = (located(ATTACK, "XX.01"), located(bombed, "XX.02"))
    assert len(incidents(found(north, south))) == 2
    (one,) = incidents(found(located(ATTACK, None), south))
    assert one.place.admin1 == "XX.02"


def located(told, province):
    place = Place(id=f"g:{province}", name="Marrack", country="XX", admin1=province)
    return dataclasses.replace(told, roles=(*told.roles, Role(role="place", evidence=evidence("Marrack"), place=place)))


def test_pronouns_are_no_fillers_and_what_did_not_happen_is_no_incident():
    assert slots(incidents(found(claim("assault", "did it", actor=["They"])))[0]) == {}
    assert incidents(found(dataclasses.replace(ATTACK, polarity="negative"))) == []
    assert incidents(found(claim("talks", "did it", actor=["Masked men"]))) == []


def test_what_the_scheme_makes_templates_of():
    (one,) = incidents(found(ATTACK))
    assert reportable(one, "2031-03-04")
    assert not reportable(one, "2031-09-04")
    assert not reportable(dataclasses.replace(one, fillers=dict.fromkeys(one.fillers, ())), "2031-03-04")


def test_places_of_keys_mean_regions_of_the_gazetteer():
    gazetteer = Gazetteer.open()
    town, region = Spot(country="PERU", towns=("NOWHERE AT ALL", "AYACUCHO")), Spot(country="PERU", department="JUNIN")
    country, unknown = Spot(country="COLOMBIA"), Spot(country="NO SUCH LAND")
    meant = meanings([town, region, country, unknown], gazetteer)
    assert (meant[town].country, len(meant[town].regions), len(meant[region].regions)) == ("PE", 1, 1)
    assert meant[town].regions != meant[region].regions
    assert (meant[country].country, meant[country].regions) == ("CO", frozenset())
    assert meant[unknown].country is None
