"""Claims put right by the whole of their report or record, and what follows from it for spells and contradictions."""

import dataclasses

import pytest
from world import BLUES, REDS, TOWN, claim, interval, published, put_right, spells

from situate.derive import derive
from situate.derive.atlas import facilities
from situate.model.claim import Evidence, Role, Speaker
from situate.model.place import Place
from situate.model.span import Span

DAY = interval("2031-03-03", "2031-03-03")


def facility(word, town=TOWN):
    return Place(id=f"local:lisk-{word.replace(' ', '-')}", name=f"Lisk, {word}", country="XX", latitude=10.0,
                 longitude=10.0, precision="part", radius_km=10, part_of=town.id)  # fmt: skip


def also(one, role, actor):
    """The claim with another actor in a role, named after its words."""
    end = one.trigger.span.end
    more = Role(role=role, evidence=Evidence(span=Span(end + 50, end + 55), quote="words"), actor=actor)
    return dataclasses.replace(one, roles=(*one.roles, more))


def test_airport_and_airbase_of_a_town_are_one_place_across_reports():
    airport, airbase = facility("airport"), facility("airbase")
    same = facilities([airbase, airport])
    assert {place.id for place in same.values()} == {airport.id}
    now = interval(None, "open", "none")
    claims = [
        claim("besiege", "a", place=airbase, actor=REDS, when=now),
        claim("besiege", "b", place=airport, actor=REDS, when=now),
    ]
    (siege,) = spells(claims, "siege", a="2031-03-01", b="2031-03-09")
    assert (siege.place.id, len(siege.claims)) == (airport.id, 2)


def test_facilities_of_two_towns_and_those_with_a_name_stay_two():
    other = dataclasses.replace(TOWN, id="geonames:9")
    far = dataclasses.replace(facility("airbase", other), id="local:other-airbase")
    named = dataclasses.replace(facility("airbase"), id="local:tiyas", name="Tiyas airbase")
    assert not facilities([facility("airport"), far, named])


def test_who_breaks_a_siege_does_not_lay_it():
    end = claim("siege_end", "a", place=TOWN, actor=BLUES, when=DAY)
    laid = also(claim("besiege", "a", place=TOWN, actor=BLUES, when=interval("2028", "open")), "actor", REDS)
    (siege,) = spells([end, laid], "siege", a="2031-03-04")
    assert [p.actor.id for p in siege.actors if p.role == "besieger"] == ["reds"]
    assert (siege.starts.earliest, siege.ends.latest) == ("2028", "2031-03-03")


def test_the_duration_of_a_siege_is_not_that_of_its_end():
    end = also(claim("siege_end", "a", place=TOWN, actor=BLUES, when=interval("2028", "open")), "duration", None)
    (right,) = put_right(end)
    assert (right.interval.earliest, right.interval.basis) == ("2031-03-04", "publication")


def test_who_loses_a_place_does_not_take_it():
    claims = [
        claim("control", "a", place=TOWN, actor=REDS, when=interval("2031-01-01", "open")),
        claim("capture", "b", place=TOWN, actor=REDS, when=DAY, words="lost"),
    ]
    assert [r.role for r in put_right(claims[1])[0].roles] == ["place", "target"]
    assert {p.actor.id for s in spells(claims, "control", a="2031-02-01", b="2031-03-04") for p in s.actors} == {"reds"}


def test_to_whom_a_place_is_lost_takes_it():
    lost = also(claim("capture", "b", place=TOWN, when=DAY, words="lost"), "actor", REDS)
    end = lost.trigger.span.end
    after = Role(role="actor", evidence=Evidence(span=Span(end + 4, end + 8), quote="Reds"), actor=REDS)
    (right,) = put_right(dataclasses.replace(lost, roles=(*lost.fillers("place"), after)))
    assert [r.role for r in right.roles] == ["place", "actor"]


def test_of_two_sides_the_one_that_was_driven_out_lost_the_place():
    told = also(claim("capture", "b", place=TOWN, when=DAY, words="driven out"), "actor", REDS)
    army = Role(role="actor", evidence=Evidence(span=Span(0, 5), quote="words"), actor=BLUES)
    roles = put_right(dataclasses.replace(told, roles=(*told.roles, army)))[0].roles
    assert {(r.role, r.actor.id) for r in roles if r.actor} == {("actor", "reds"), ("target", "blues")}
    left = put_right(dataclasses.replace(told, type="withdraw", roles=(*told.roles, army)))[0]
    assert {(r.role, r.actor.id) for r in left.roles if r.actor} == {("actor", "reds"), ("target", "blues")}
    assert left.type == "capture"  # by whom the other was driven out has the place now


def test_what_is_denied_is_not_so_and_who_denies_it_did_not_do_it():
    told = claim("airstrike", "a", place=TOWN, actor=REDS, when=DAY)
    words = claim("airstrike", "b", place=TOWN, when=DAY)
    denier = Speaker(evidence=Evidence(span=Span(0, 5), quote="words"), cue="denies", actor=BLUES)
    misread = Role(role="actor", evidence=denier.evidence, actor=BLUES)
    denied = dataclasses.replace(words, speakers=(denier,), roles=(*words.roles, misread))
    (event,) = derive([told, denied], published(a="2031-03-03", b="2031-03-04")).events
    assert (event.standing, event.independent_origins) == ("disputed", 1)


def test_who_denied_a_convoy_passage_denies_nothing_that_others_tell():
    told = claim("deny_aid", "a", place=TOWN, actor=REDS, when=DAY)
    words = claim("deny_aid", "b", place=TOWN, actor=REDS, when=DAY, words="denied")
    speaker = Speaker(evidence=Evidence(span=Span(0, 5), quote="words"), cue="denied", actor=REDS)
    denied = dataclasses.replace(words, speakers=(speaker,))
    (event,) = derive([told, denied], published(a="2031-03-03", b="2031-03-04")).events
    assert event.standing != "disputed"


def test_who_denies_that_a_strike_killed_anybody_denies_no_strike():
    told = claim("airstrike", "a", place=TOWN, actor=REDS, when=DAY)
    words = claim("airstrike", "a", when=DAY, killed=(1, 1), words="strike")
    speaker = Speaker(evidence=Evidence(span=Span(0, 5), quote="words"), cue="denied", actor=REDS)
    denied = dataclasses.replace(words, speakers=(speaker,), same_as=told.id)
    (event,) = derive([told, denied], published(a="2031-03-03")).events
    assert event.standing != "disputed"


@pytest.mark.parametrize(
    ("names", "standing"),
    [(None, ["retracted"] * 2), (("Lisk",), ["reported", "retracted"]), ((), ["reported"] * 2)],
)
def test_a_correction_leaves_what_was_told_of_places_that_it_does_not_name(names, standing):
    days = published(a="2031-03-04", b="2031-03-05")
    days["b"] = dataclasses.replace(days["b"], retracts=("a",), corrects=names)
    there = dataclasses.replace(TOWN, id="geonames:77", name="Varn")
    claims = [
        claim("siege_end", "a", place=TOWN, actor=BLUES, when=DAY),
        claim("capture", "a", place=there, actor=BLUES, when=DAY),
    ]
    events = derive(claims, days).events
    assert [e.standing for e in sorted(events, key=lambda e: e.type)] == standing


def test_what_a_correction_takes_back_is_not_told_by_it():
    days = published(a="2031-03-04", b="2031-03-05")
    days["b"] = dataclasses.replace(days["b"], retracts=("a",))
    claims = [
        claim("besiege", "z", place=TOWN, actor=REDS, when=interval("2030", "open")),
        claim("siege_end", "a", place=TOWN, actor=BLUES, when=DAY),
        claim("siege_end", "b", place=TOWN, actor=BLUES, when=DAY),
    ]
    derived = derive(claims, days | published(z="2031-01-01"))
    assert {e.standing for e in derived.events if e.type == "siege_end"} == {"retracted"}
    (siege,) = [s for s in derived.spells if s.dimension == "siege"]
    assert siege.ends.open


def test_a_report_of_a_capture_tells_of_the_holder_as_of_before():
    claims = [
        claim("capture", "a", place=TOWN, actor=BLUES, target=REDS, when=DAY),
        claim("control", "a", place=TOWN, actor=REDS, when=interval("2028", "open")),
    ]
    before, after = sorted(spells(claims, "control", a="2031-03-04"), key=lambda s: s.starts.earliest)
    assert ([p.actor.id for p in before.actors], before.ends.latest) == (["reds"], "2031-03-03")
    assert ([p.actor.id for p in after.actors], after.ends.open) == (["blues"], True)


def test_of_two_sides_the_one_beside_the_words_holds():
    held = also(claim("control", "a", place=TOWN, actor=BLUES, when=interval(None, "open", "none")), "actor", REDS)
    (spell,) = spells([held], "control", a="2031-03-04")
    assert [p.actor.id for p in spell.actors] == ["blues"]
    (turned,) = spells([dataclasses.replace(held, roles=tuple(reversed(held.roles)))], "control", a="2031-03-04")
    assert [p.actor.id for p in turned.actors] == ["blues"]


def test_a_start_counted_back_from_a_duration_gives_way_to_a_date():
    rough = also(claim("besiege", "b", place=TOWN, actor=REDS, when=interval("2031-02", "open")), "duration", None)
    dated = claim("besiege", "a", place=TOWN, actor=REDS, when=interval("2031-03-01", "open"))
    (siege,) = spells([rough, dated], "siege", a="2031-03-17", b="2031-05-21")
    assert (siege.starts.earliest, siege.starts.latest) == ("2031-03-01", "2031-03-01")


def test_a_besieger_who_holds_the_place_in_the_end_besieges_it_no_more():
    claims = [
        claim("besiege", "a", place=TOWN, actor=REDS, when=interval("2031-03-01", "open")),
        claim("control", "b", place=TOWN, actor=REDS, when=interval("2031-05-20", "2031-05-20")),
    ]
    (siege,) = spells(claims, "siege", a="2031-03-17", b="2031-05-21")
    assert siege.ends.latest == "2031-05-20"
    early = dataclasses.replace(claims[1], interval=interval("2030-01-01", "2030-01-01"))
    (siege,) = spells([claims[0], early], "siege", a="2031-03-17", b="2031-05-21")
    assert siege.ends.open


def test_who_did_it_is_a_contradiction_where_one_thing_with_a_name_is_meant():
    claims = [
        claim("destroy", "a", place=TOWN, actor=REDS, when=DAY, said="the Great Mosque"),
        claim("destroy", "b", place=TOWN, actor=BLUES, when=DAY, said="the Great Mosque"),
    ]
    derived = derive(claims, published(a="2031-03-03", b="2031-03-04"))
    (event,) = derived.events
    (found,) = derived.contradictions
    assert (event.standing, found.field) == ("disputed", "actor")
    assert {value for value, _ in found.values} == {"Reds", "Blues"}


def test_an_attack_and_the_deaths_told_of_it_have_one_toll():
    claims = [
        claim("kill", "a", place=TOWN, when=DAY, killed=(300, 300)),
        claim("assault", "b", place=TOWN, when=DAY, killed=(135, None)),
    ]
    derived = derive(claims, published(a="2031-03-03", b="2031-03-04"))
    (found,) = derived.contradictions
    assert (found.field, [value for value, _ in found.values]) == ("killed", ["300", "at least 135"])
    close = [claims[0], dataclasses.replace(claims[1], roles=claims[0].roles)]
    assert not derive(close, published(a="2031-03-03", b="2031-03-04")).contradictions


def test_figures_of_a_state_change_and_clash_only_within_a_month():
    def told(report, number):
        one = claim("besiege", report, place=TOWN, actor=REDS, killed=(number, number))
        return dataclasses.replace(
            one, roles=tuple(dataclasses.replace(r, role="affected") if r.role == "killed" else r for r in one.roles)
        )

    claims = [told("a", 200_000), told("b", 90_000)]
    assert not derive(claims, published(a="2031-01-10", b="2031-03-04")).contradictions
    (found,) = derive(claims, published(a="2031-01-10", b="2031-01-20")).contradictions
    assert found.field == "affected"


def test_a_blast_and_the_suicide_bombing_that_made_it_are_one_event_of_the_more_exact_type():
    claims = [claim("explosion", "a", place=TOWN, when=DAY), claim("suicide_bombing", "b", place=TOWN, when=DAY)]
    (event,) = derive(claims, published(a="2031-03-03", b="2031-03-04")).events
    assert event.type == "suicide_bombing"


def test_a_bare_attack_points_back_to_the_blow_that_the_report_told():
    blow = claim("suicide_bombing", "a", place=TOWN, when=DAY, actor=REDS)
    bare = claim("assault", "a", when=interval("2031-03-04", "2031-03-04", "publication"), words="attack")
    assert [c.type for c in put_right(blow, bare)] == ["suicide_bombing", "suicide_bombing"]
    (event,) = derive([blow, bare], published(a="2031-03-04")).events
    assert len(event.claims) == 2


def test_an_attack_of_another_side_time_place_or_report_points_nowhere():
    blow = claim("suicide_bombing", "a", place=TOWN, when=DAY, actor=REDS)
    others = [
        claim("assault", "a", place=TOWN, actor=BLUES, when=DAY, words="attack"),
        claim("assault", "a", place=TOWN, when=interval("2031-03-01", "2031-03-01"), words="attack"),
        claim(
            "assault", "a", place=dataclasses.replace(TOWN, id="geonames:7", latitude=12.0), when=DAY, words="attack"
        ),
        claim("assault", "b", place=TOWN, when=DAY, words="attack"),
        claim("assault", "a", place=TOWN, when=DAY, words="stormed"),
    ]
    assert {c.type for c in put_right(blow, *others)[1:]} == {"assault"}


def test_a_siege_that_ended_on_a_day_was_not_laid_on_it() -> None:
    day = interval("2031-05-05", "2031-05-05")
    siege = claim("besiege", "r", place=TOWN, when=day, words="siege")
    end = claim("siege_end", "r", place=TOWN, when=day)
    assert put_right(siege, end)[0].interval.earliest is None
    assert put_right(siege) == [siege]
    elsewhere = claim("siege_end", "r", place=facility("airport", dataclasses.replace(TOWN, id="geonames:9")), when=day)
    assert put_right(siege, elsewhere)[0] == siege
    spells = derive([siege, end], published(r="2031-05-06")).spells
    assert [(s.starts.earliest, s.ends.latest) for s in spells if s.dimension == "siege"] == [(None, "2031-05-05")]


def test_people_who_fled_are_not_the_dead_of_the_fighting_that_they_fled() -> None:
    clash = claim("clash", "r", place=TOWN, killed=(150, 150))
    figure = clash.fillers("killed")[0]
    moved = claim("displace", "r", place=TOWN)
    moved = dataclasses.replace(moved, roles=(*moved.roles, dataclasses.replace(figure, role="affected")))
    assert not put_right(clash, moved)[0].fillers("killed")
    assert put_right(clash)[0].fillers("killed") == (figure,)


def test_out_of_whose_hands_a_place_falls_does_not_take_it() -> None:
    fell = claim("capture", "r", place=TOWN, target=REDS, words="fallen")
    assert put_right(fell)[0] == fell


def test_copies_of_a_text_tell_one_thing_however_little_they_say() -> None:
    claims = [claim("deliver_aid", name, when=DAY) for name in ("a", "b")]
    known = published(a="2031-03-04", b="2031-03-05")
    assert len(derive(claims, known).events) == 2
    copied = known | {"b": dataclasses.replace(known["b"], origin="a")}
    assert len(derive(claims, copied).events) == 1


def test_who_drives_another_out_takes_the_place() -> None:
    drove = claim("withdraw", "r", place=TOWN, at="origin", actor=REDS, target=BLUES, words="drove out")
    right = put_right(drove)[0]
    assert (right.type, [r.role for r in right.roles if r.place]) == ("capture", ["place"])
    alone = claim("withdraw", "r", place=TOWN, at="origin", actor=REDS, words="drove out")
    assert put_right(alone)[0].type == "withdraw"


def test_a_place_that_is_taken_is_no_captive():
    told = claim("detain", "a", when=DAY, words="captured", actor=REDS)
    there = Role(role="target", evidence=told.trigger, place=TOWN)
    (right,) = put_right(dataclasses.replace(told, roles=(*told.roles, there)))
    assert (right.type, [r.place for r in right.fillers("place")]) == ("capture", [TOWN])
    (held,) = put_right(claim("detain", "a", when=DAY, words="captured", actor=REDS, target=BLUES))
    assert held.type == "detain"


def test_what_is_taken_is_where_it_is_taken():
    told = claim("capture", "a", place=TOWN, at="destination", when=DAY, actor=REDS)
    assert [r.place for r in put_right(told)[0].fillers("place")] == [TOWN]
    assert {s.place.id for s in spells([told], "control", a="2031-03-04")} == {TOWN.id}


def test_dead_who_were_told_before_are_counted_once_though_their_number_was_not_read():
    part = claim("kill", "a", killed=(4, 4), when=DAY, words="of the dead")
    (right,) = put_right(part)
    assert not right.fillers("killed")
    assert put_right(claim("kill", "a", killed=(4, 4), when=DAY, words="dead"))[0].fillers("killed")


def test_a_siege_that_its_sentence_tells_the_end_of_was_not_laid_that_day():
    here = Span(0, 90)
    ring = dataclasses.replace(claim("besiege", "a", place=TOWN, actor=REDS, when=DAY), sentence=here)
    end = dataclasses.replace(claim("siege_end", "a", actor=BLUES, when=DAY), sentence=here)
    assert put_right(ring, end)[0].interval.earliest is None
    apart = dataclasses.replace(end, sentence=Span(100, 190))
    assert put_right(ring, apart)[0].interval == DAY


def test_a_place_that_was_read_as_a_holder_is_what_is_held():
    """ "Lisk lies in the hands of the Reds"."""
    words = Evidence(span=Span(1, 5), quote="Lisk")
    held = claim("control", "a", actor=REDS)
    read = dataclasses.replace(held, roles=(Role(role="actor", evidence=words, place=TOWN), *held.roles))
    (right,) = put_right(read)
    assert [r.place for r in right.fillers("place")] == [TOWN]
    assert [r.actor for r in right.fillers("actor")] == [REDS]
    alone = dataclasses.replace(held, roles=(Role(role="actor", evidence=words, place=TOWN),))
    assert not put_right(alone)[0].fillers("place")
