"""Where outlets stand, told to derivation."""

import dataclasses

import pytest

from situate.model.actor import Actor
from situate.model.claim import Claim, Evidence, Role, Speaker
from situate.model.place import Place
from situate.model.publication import Publication
from situate.model.report import Report
from situate.model.span import Span
from situate.pipeline.publishing import countries, credited, dated, passed_on, placed, set_in, stated
from situate.pipeline.wiring import derive


def claim(report, *codes, number=1):
    evidence = Evidence(span=Span(0, 1), quote="x")
    roles = tuple(Role(role="place", evidence=evidence, place=Place(id=f"local:{c}", name=c, country=c)) for c in codes)
    return Claim(id=f"c:{report}{number}", report=report, type="capture", trigger=evidence, roles=roles)


class Known:
    def side(self, name, date, country):
        return f"{name} {date} {country}"

    def house(self, name):
        return None if name == "a source" else name.lower()

    def body(self, person, date):
        return f"body of {person}" if person.startswith("person:") else None

    def wires(self, name):
        return {"The Agency": "agency", "TA": "agency"} if name == "One" else {}

    def author(self, text, date, country):
        return f"author {date} {country}" if text.startswith("Statement") else None


def test_the_country_of_a_report_is_that_of_most_of_its_places():
    told = [claim("a", "SY", "IQ"), claim("a", "SY", number=2), claim("b", "UA", "RU"), claim("c")]
    assert countries(told) == {"a": "SY", "b": "RU"}


def land(code):
    return Place(id=f"country:{code}", name=code, country=code, precision="country")


def set_of(*claims):
    return {key: one.country for key, one in set_in({"a": Publication(report="a")}, claims, land).items()}["a"]


def test_a_report_is_about_the_country_of_two_thirds_of_what_it_names():
    assert set_of(claim("a", "SY", "SY", "IQ")) == land("SY")
    assert set_of(claim("a", "SY", "IQ")) is None
    assert set_of(claim("a")) is None


TOWN = Place(id="geonames:1", name="Aleppo", country="SY")


def written_in(*claims, town=TOWN):
    return set_in({"a": Publication(report="a")}, claims, land, {"a": town})["a"]


@pytest.mark.parametrize(
    ("codes", "country"),
    [(("SY", "SY", "IQ", "TR"), "SY"), (("SY", "IQ"), None), (("IQ", "IQ", "SY"), "IQ"), ((), "SY")],
)
def test_where_places_do_not_agree_the_dateline_decides(codes, country):
    assert written_in(claim("a", *codes)).country == (land(country) if country else None)


def test_the_town_of_a_dateline_counts_in_the_country_of_its_report():
    assert written_in(claim("a", "SY")).town == TOWN
    assert written_in(claim("a", "IQ")).town is None


@pytest.mark.parametrize(("kind", "country"), [("rebel_group", "SV"), ("state_forces", None)])
def test_armed_groups_are_at_home_and_armies_not_always(kind, country):
    evidence = Evidence(span=Span(0, 1), quote="x")
    doer = Role(role="actor", evidence=evidence, actor=Actor(id="some", name="Some", country="SV", kind=kind))
    told = set_of(dataclasses.replace(claim("a"), roles=(doer,)))
    assert told == (land(country) if country else None)


@pytest.mark.parametrize(("kind", "country"), [("government", "SV"), ("external_forces", None), ("outlet", None)])
def test_where_no_place_tells_those_who_speak_do(kind, country):
    speaker = Speaker(
        evidence=Evidence(span=Span(0, 1), quote="x"), actor=Actor(id="some", name="Some", country="SV", kind=kind)
    )
    told = set_of(dataclasses.replace(claim("a"), speakers=(speaker,)))
    assert told == (land(country) if country else None)


def test_one_place_abroad_does_not_outweigh_those_who_speak():
    speakers = tuple(
        Speaker(evidence=Evidence(span=Span(0, 1), quote="x"), actor=Actor(id="s", name="S", country="SV", kind=kind))
        for kind in ("government", "person")
    )
    assert set_of(dataclasses.replace(claim("a", "US"), speakers=speakers)) == land("SV")
    assert set_of(dataclasses.replace(claim("a", "US"), speakers=speakers[:1])) is None


def test_side_and_family_at_the_date_of_the_report_and_in_its_conflict():
    published = {
        "a": Publication(report="a", published="2017-09-05T10:00", outlet="One"),
        "b": Publication(report="b", outlet="Two"),
        "c": Publication(report="c"),
    }
    found = placed(published, [claim("a", "SY")], Known())
    assert (found["a"].outlet_side, found["a"].outlet_house) == ("One 2017-09-05 SY", "one")
    assert found["b"].outlet_side == "Two None None"
    assert found["c"] == published["c"]


def test_who_is_quoted_is_known_where_it_is_an_outlet():
    said = [Speaker(evidence=Evidence(span=Span(0, 1), quote=words), cue="said") for words in ("Two", "a source")]
    quoting = dataclasses.replace(claim("a", "SY"), speakers=tuple(said))
    found = placed({"a": Publication(report="a", outlet="One")}, [quoting], Known())
    assert found["a"].quoted == (("Two", "two", "Two None SY"),)


@pytest.mark.parametrize(
    ("outlet", "text", "wire"),
    [
        ("One", "TOLLEN, May 5 (The Agency) - Shells fell.", "agency"),
        ("One", "Shells fell. " * 40 + "(TA)", "agency"),
        ("One", "Shells fell. " * 40 + "TA did not answer calls. " + "Shells fell. " * 40, None),
        ("One", "The Agencyhood met.", None),
        ("Two", "TOLLEN, May 5 (The Agency) - Shells fell.", None),
    ],
)
def test_a_report_that_credits_an_agency_of_its_outlet_prints_its_copy(outlet, text, wire):
    published = {"a": Publication(report="a", outlet=outlet)}
    found = credited(published, [Report(id="a", text=text, outlet=outlet)], Known())
    assert found["a"].wire == wire


@pytest.mark.parametrize(
    ("text", "outlet_side", "side"),
    [
        ("Statement of the Front", None, "author 2017-09-05 SY"),
        ("Statement of the Front", "front", "front"),
        ("Shells fell.", None, None),
    ],
)
def test_a_statement_is_the_word_of_the_side_that_made_it(text, outlet_side, side):
    one = Publication(report="a", published="2017-09-05T10:00", outlet_side=outlet_side, country=land("SY"))
    assert stated({"a": one}, [Report(id="a", text=text)], Known())["a"].outlet_side == side


@pytest.mark.parametrize(
    ("author", "wire", "side"),
    [
        ("Front Media", "front media", "Front Media 2017-09-05 SY"),
        (None, None, "own"),
        (7, None, "own"),
        (" ", None, "own"),
    ],
)
def test_a_message_that_a_channel_passes_on_is_the_word_of_whom_it_comes_from(author, wire, side):
    one = Publication(report="a", published="2017-09-05T10:00", outlet_side="own", country=land("SY"))
    found = passed_on({"a": one}, [Report(id="a", text="Shells fell.", extra={"forwarded_from": author})], Known())["a"]
    assert (found.wire, found.outlet_side) == (wire, side)


def test_channels_that_pass_on_one_channel_are_one_origin_with_it():
    text = "Shells hit the market of Lisk on 5 September 2017; "
    made, told = [], []
    for number, (outlet, author) in enumerate([("Front Wire", None), ("Beta", "Front Wire"), ("Gamma", "Front Wire")]):
        # not copies by their words: each adds much of its own
        own = " ".join(f"{outlet} word{n}" for n in range(40))
        told.append(Report(id=f"r{number}", text=text + own, published="2017-09-05", outlet=outlet,
                           extra={"forwarded_from": author} if author else {}))  # fmt: skip
        made.append(dataclasses.replace(claim(f"r{number}", "SY"), type="shelling"))
    (event,) = derive(made, told, (), None).events
    assert (event.reports, event.independent_origins) == (3, 1)


def test_derivation_knows_the_sides_of_real_outlets():
    from situate.model.actor import Actor

    army = Actor(id="syrian-arab-army", name="SAA", kind="state_forces", side="syrian-government")
    words = Evidence(span=Span(0, 1), quote="x")
    made = [
        Claim(
            id=f"c:{report}", report=report, type="capture", trigger=words, polarity="positive", modality="actual",
            roles=(
                Role(role="actor", evidence=words, actor=army),
                Role(role="place", evidence=words, place=Place(id="geonames:1", name="X", country="SY")),
            ),
        )
        for report in ("r1",)
    ]  # fmt: skip
    standing = {}
    for outlet in ("sana", "reuters"):
        report = Report(id="r1", text="A text.", published="2017-09-05", outlet=outlet)
        standing[outlet] = [event.standing for event in derive(made, [report], (), None).events]
    assert standing == {"sana": ["claimed"], "reuters": ["reported"]}


def test_for_whom_a_known_person_speaks_is_known():
    people = [Actor(id=f"{kind}:veld", name="Veld", kind="person") for kind in ("person", "local")]
    said = tuple(Speaker(evidence=Evidence(span=Span(0, 1), quote="Veld"), cue="said", actor=one) for one in people)
    speaking = dataclasses.replace(claim("a", "SY"), speakers=said)
    found = placed({"a": Publication(report="a")}, [speaking], Known())
    assert found["a"].speaks_for == (("person:veld", "body of person:veld"),)


@pytest.mark.parametrize(
    ("text", "given", "day"),
    [
        ("Varn falls to rebels\n\n15 Apr 2017 Troops left on Friday.", "2017-04-02", "2017-04-15"),
        ("Varn falls to rebels\n\n1 Apr 2017 Troops left on Friday.", "2017-04-02T08:00", "2017-04-02T08:00"),
        ("Troops left Varn on 15 April.", "2017-04-02", "2017-04-02"),
    ],
)
def test_a_report_came_out_no_earlier_than_its_dateline(text: str, given: str, day: str) -> None:
    report = Report(id="a", text=text, published=given)
    found = dated({"a": Publication(report="a", published=given)}, [report])
    assert found["a"].published == day
    assert dated({}, [report]) == {}
