"""What changed: by the clock of the world and by that of the reports; sentences; watch lists."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from situate.errors import BadArgument, NoSuchFile
from situate.model.actor import Actor
from situate.model.event import Event, Part
from situate.model.interval import Interval
from situate.model.place import Place
from situate.model.quantity import Quantity
from situate.model.situation import Bound, Spell
from situate.pipeline.changing import Window, in_the_reports, in_the_world
from situate.pipeline.sentences import event_sentence, spell_sentence, state_words
from situate.pipeline.watching import Entry, check_kinds, entries, watched

RAQQA = Place(id="geonames:2", name="Raqqa", country="SY", latitude=35.9, longitude=39.0)
ARMY, IS = Actor(id="army", name="The Army"), Actor(id="is", name="The Group")
WEEK = Window(since="2017-09-01", until="2017-09-07")


def day(value):
    return Interval(earliest=value, latest=value, precision="day", basis="stated")


def event(name="1", when="2017-09-05", **fields):
    settings = {"kind": "happening", "type": "capture", "place": RAQQA, "claims": (f"c:{name}",), "reports": 1,
                "independent_origins": 1, "actors": (Part(role="actor", actor=ARMY),)} | fields  # fmt: skip
    return Event(id=f"e:{name}", interval=day(when) if when else Interval(), **settings)


def spell(name, value, start, end=None, holder=ARMY, **fields):
    settings = {"place": RAQQA, "dimension": "control", "claims": (f"c:{name}",)} | fields
    return Spell(
        id=f"s:{name}", value=value, actors=(Part(role="holder", actor=holder),),
        starts=Bound(earliest=start, latest=start), ends=Bound(earliest=end, latest=end, open=end is None), **settings,
    )  # fmt: skip


def store(events=(), spells=()):
    return SimpleNamespace(events=lambda _wanted: iter(events), spells=lambda: iter(spells))


def told(changes):
    return [(change.what, change.id) for change in changes]


# The clock of the world


@pytest.mark.parametrize(
    ("fields", "counts"),
    [
        ({}, True), ({"when": "2017-09-01"}, True), ({"when": "2017-09-07"}, True), ({"when": "2017-08-31"}, False),
        ({"when": "2017-09"}, False), ({"when": None}, False), ({"modality": "planned"}, False),
        ({"standing": "retracted"}, False), ({"standing": "disputed"}, True),
    ],
)  # fmt: skip
def test_what_happened_lies_wholly_in_the_window(fields, counts):
    found = in_the_world(store([event(**fields)]), WEEK)
    assert told(found) == ([("happened", "e:1")] if counts else [])


def test_a_truce_that_collapsed_has_ended_and_is_not_denied_beside_that():
    collapsed = event("2", type="ceasefire", polarity="negative")
    truce = spell("1", "truce", "2017-08-16", "2017-09-05", dimension="truce", ended_by=("c:2",))
    assert told(in_the_world(store([collapsed], [truce]), WEEK)) == [("ended", "s:1")]
    assert told(in_the_world(store([collapsed]), WEEK)) == [("denied", "e:2")]


def test_what_is_only_denied_is_said_not_to_be_so_and_has_not_happened():
    (change,) = in_the_world(store([event(polarity="negative")]), WEEK)
    assert change.what == "denied"
    assert "said not to be so: " in change.sentence


def test_spells_begin_and_end():
    spells = [
        spell("new", "held", "2017-09-03"), spell("old", "held", "2014-01"), spell("over", "held", "2014", "2017-09-02"),
        spell("wide", "held", "2017"), spell("both", "held", "2017-09-02", "2017-09-04", dimension="siege"),
    ]  # fmt: skip
    found = in_the_world(store(spells=[one for one in spells if one.id != "s:new"]), WEEK)
    assert told(found) == [("began", "s:both"), ("ended", "s:over"), ("ended", "s:both")]


def test_a_value_that_takes_the_place_of_another_is_one_change():
    spells = [spell("a", "held", "2014", "2017-09-05", holder=IS), spell("b", "held", "2017-09-05")]
    (change,) = in_the_world(store(spells=spells), WEEK)
    assert (change.what, change.id, change.before, change.after) == (
        "changed",
        "s:b",
        "held by The Group",
        "held by The Army",
    )
    assert change.sentence == "Raqqa (SY): was held by The Group, now held by The Army; 2017-09-05. Reported."
    assert set(change.claims) == {"c:b"}


def test_an_end_at_an_unknown_day_before_one_in_the_window_counts_and_a_start_does_not():
    by = replace(spell("a", "held", "2014"), ends=Bound(latest="2017-09-05"))
    since = replace(spell("b", "held", None, place=replace(RAQQA, id="x")), starts=Bound(latest="2017-09-05"))
    assert told(in_the_world(store(spells=[by, since]), WEEK)) == [("ended", "s:a")]


def test_changes_come_in_a_fixed_order():
    events = [event("2", "2017-09-06"), event("1", "2017-09-05")]
    spells = [spell("b", "held", "2017-09-03")]
    found = in_the_world(store(events, spells), WEEK)
    assert told(found) == [("happened", "e:1"), ("happened", "e:2"), ("began", "s:b")]
    assert found == in_the_world(store(events[::-1], spells), WEEK)


# The clock of the reports


def test_what_is_told_for_the_first_time_is_learned_whenever_it_happened():
    found = in_the_reports(store([event("1")]), store([event("1"), event("2", "1999-01-01")]))
    assert told(found) == [("learned", "e:2")]


def test_another_toll_or_standing_of_a_known_event_is_a_revision():
    before = event(figures=(("killed", Quantity(low=3, best=3, high=3)),))
    after = replace(
        before,
        standing="corroborated",
        figures=(("killed", Quantity(low=5, best=5, high=5)),),
        claims=("c:0", "c:1"),
        id="e:0",
    )
    (change,) = in_the_reports(store([before]), store([after]))
    assert (change.what, change.id, change.claims) == ("revised", "e:0", ("c:0",))
    assert "Now standing: reported → corroborated; killed: 3 → 5." in change.sentence
    assert in_the_reports(store([before]), store([before])) == []


def test_what_is_withdrawn_is_said_and_what_was_never_known_is_not():
    gone = event(standing="retracted")
    assert told(in_the_reports(store([event()]), store([gone]))) == [("retracted", "e:1")]
    assert told(in_the_reports(store([gone]), store([gone]))) == []
    assert told(in_the_reports(store(), store([gone]))) == []


def test_spells_are_learned_ended_and_revised():
    old = [spell("a", "held", "2014"), spell("b", "held", "2014", dimension="siege")]
    new = [
        spell("a", "held", "2014", "2017-09-05"), replace(old[1], standing="corroborated"),
        spell("c", "open", "2013", dimension="access"),
    ]  # fmt: skip
    found = in_the_reports(store(spells=old), store(spells=new))
    assert told(found) == [("ended", "s:a"), ("learned", "s:c"), ("revised", "s:b")]


# Sentences


def test_a_sentence_says_who_where_when_and_how_sure():
    made = event(
        figures=(("killed", Quantity(low=3, high=5)),),
        actors=(Part(role="actor", actor=ARMY), Part(role="target", actor=IS)),
    )
    assert event_sentence(made) == (
        "Raqqa (SY): place taken by The Army, against The Group; killed 3 to 5; 2017-09-05. Reported (1 report, 1 origin)."
    )
    unknown = event(when=None, place=None, place_reason="not_said", actors=(), modality="planned")
    assert (
        event_sentence(unknown)
        == "Place unknown (not said): planned: place taken; unknown. Reported (1 report, 1 origin)."
    )


def test_a_relation_that_is_part_of_a_name_is_not_said_twice():
    road = replace(RAQQA, relation="road to", name="road to Raqqa")
    assert spell_sentence("began", spell("a", "open", "2017", place=road, dimension="access")).startswith(
        "road to Raqqa (SY):"
    )


def test_states_in_words():
    besieged = (Part(role="besieger", actor=IS), Part(role="besieged", actor=ARMY))
    one = replace(spell("a", "besieged", "2014", dimension="siege"), actors=besieged)
    assert state_words(one) == "besieged by The Group, against The Army"
    assert spell_sentence("ended", spell("a", "held", "2014", "2017-09-05")) == (
        "Raqqa (SY): no longer held by The Army; 2017-09-05. Reported."
    )


# Watch lists


class Names:
    def key(self, name):
        return name.casefold()

    def places(self, name, countries):
        return ()

    def place(self, identity):
        return None


def listed(tmp_path, content):
    path = tmp_path / "watch.txt"
    path.write_bytes(content)
    return entries(path, {RAQQA.id: RAQQA}, Names())


def test_a_watch_list_names_places_types_and_dimensions(tmp_path):
    found = listed(tmp_path, "\ufeff# mine\r\nRaqqa\n\nsiege\nSiege end\n  geonames:2  \n".encode())
    assert [(one.words, one.kind) for one in found] == [
        ("Raqqa", None), ("siege", "siege"), ("Siege end", "siege_end"), ("geonames:2", None),
    ]  # fmt: skip
    assert found[0].places == found[3].places == {RAQQA.id}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"Raqqa\nNowhere\n", "watch.txt:2: No place 'Nowhere'"), (b"", "names nothing"), (b"# x\n", "names nothing"),
        (b"\xff\xfe\x00", "not UTF-8"), (b"x" * 1_100_000, "too long"), ("\u202eRaqqa".encode(), "No place"),
    ],
)  # fmt: skip
def test_a_watch_list_that_cannot_be_used_says_where(tmp_path, content, words):
    with pytest.raises(BadArgument, match=words):
        listed(tmp_path, content)


def test_a_watch_list_that_is_not_there(tmp_path):
    with pytest.raises(NoSuchFile, match=r"nothing\.txt"):
        entries(tmp_path / "nothing.txt", {}, Names())


def test_a_change_says_which_entries_it_belongs_to():
    changes = in_the_world(store([event("1"), event("2", place=None)], [spell("b", "held", "2017-09-03")]), WEEK)
    watch = (Entry(words="Raqqa", places=frozenset({RAQQA.id})), Entry(words="control", kind="control"))
    found = watched(changes, watch)
    assert [(change.id, change.watched) for change in found] == [("e:1", ("Raqqa",)), ("s:b", ("Raqqa", "control"))]


def test_types_and_dimensions_are_checked():
    check_kinds(["siege", "capture"])
    with pytest.raises(BadArgument, match="no claim type"):
        check_kinds(["sieges"])


def test_a_truce_reads_as_one():
    agreed = spell("a", "truce", "2017-09-02", "2017-09-05", dimension="truce")
    assert spell_sentence("began", agreed) == (
        "Raqqa (SY): under a truce agreed by The Army since 2017-09-02, until 2017-09-05. Reported."
    )
    assert (
        spell_sentence("ended", agreed)
        == "Raqqa (SY): no longer under a truce agreed by The Army; 2017-09-05. Reported."
    )
    assert state_words(replace(agreed, actors=())) == "under a truce"


def test_an_end_that_nobody_tells_is_no_change_and_is_said_not_to_be_told():
    past = replace(
        spell("a", "besieged", "2016", dimension="siege"),
        ends=Bound(earliest="2016", latest="2017-09-05"), ended_by=("c:a",),
    )  # fmt: skip
    assert "since 2016, when it ended by 2017-09-05 is not said" in spell_sentence("began", past)
    year = Window(since="2016-01-01", until="2017-12-31")
    assert told(in_the_world(store(spells=[past]), year)) == [("began", "s:a")]


def test_what_is_told_in_the_same_words_before_and_after_did_not_change():
    before = spell("a", "held", "2014", "2017-09-05", holder=ARMY)
    after = spell("b", "held", "2017-09-05", holder=replace(ARMY, id="army-2"))
    assert told(in_the_world(store(spells=[before, after]), WEEK)) == []
