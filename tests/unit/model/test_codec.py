import json
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from situate.model import codec, codec_derived
from situate.model.actor import Actor
from situate.model.claim import ROLES, Claim, Codes, Evidence, Role, Speaker
from situate.model.decision import Decision
from situate.model.event import Confidence, Contradiction, Event, Part
from situate.model.interval import Interval
from situate.model.place import Candidate, Place
from situate.model.quantity import Quantity
from situate.model.report import Report
from situate.model.situation import Bound, Spell
from situate.model.span import Span

words = st.text(max_size=8)
maybe_words = st.none() | words
shares = st.integers(0, 10_000).map(lambda value: round(value / 10_000, 4))
dates = st.sampled_from(["2014", "2014-06", "2017-09-05", "2017-09-05T14:30"])
spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda pair: Span(min(pair), max(pair)))
evidence = st.builds(Evidence, span=spans, quote=words)
actors = st.builds(
    Actor, id=words, name=words, country=maybe_words, inter=st.none() | st.integers(1, 8), private=st.booleans()
)
coordinates = st.none() | st.tuples(st.integers(-9_000_000, 9_000_000), st.integers(-18_000_000, 18_000_000)).map(
    lambda pair: (round(pair[0] / 1e5, 5), round(pair[1] / 1e5, 5))
).filter(lambda pair: pair != (0, 0))


@st.composite
def places(draw):
    latitude, longitude = draw(coordinates) or (None, None)
    return Place(
        id=draw(words), name=draw(words), latitude=latitude, longitude=longitude,
        radius_km=draw(st.none() | st.integers(0, 500) | st.just(2.5)), part_of=draw(maybe_words),
        relation=draw(maybe_words), precision=draw(st.sampled_from(["part", "relative", "country"])),
    )  # fmt: skip


@st.composite
def quantities(draw):
    bounds = sorted(draw(st.lists(st.integers(0, 10**6) | st.sampled_from([0.5, 2.25]), min_size=3, max_size=3)))
    low, best, high = (value if draw(st.booleans()) else None for value in bounds)
    return Quantity(low=low, best=best, high=high, unit=draw(maybe_words), approximate=draw(st.booleans()))


intervals = st.builds(
    Interval, earliest=st.none() | dates, latest=st.none() | dates | st.just("open"),
    precision=st.sampled_from(["day", "none"]), basis=st.sampled_from(["stated", "none"]),
)  # fmt: skip
candidates = st.lists(
    st.builds(Candidate, place=places(), score=shares, reasons=st.lists(words, max_size=2).map(tuple)), max_size=2
).map(tuple)
roles = st.builds(
    Role, role=st.sampled_from(ROLES), evidence=evidence, ref=maybe_words, carried=st.booleans(),
    place=st.none() | places(), candidates=candidates, actor=st.none() | actors,
    quantity=st.none() | quantities(), reason=maybe_words,
)  # fmt: skip
speakers = st.builds(Speaker, evidence=evidence, cue=maybe_words, actor=st.none() | actors, reason=maybe_words)
claims = st.builds(
    Claim, id=words, report=words, type=words, trigger=evidence, roles=st.lists(roles, max_size=3).map(tuple),
    polarity=st.sampled_from(["positive", "negative"]), modality=st.sampled_from(["actual", "planned"]),
    speakers=st.lists(speakers, max_size=2).map(tuple), interval=intervals,
    codes=st.builds(Codes, acled=maybe_words, plover=maybe_words), salience=shares, confidence=shares,
    same_as=maybe_words, extractor=words,
)  # fmt: skip
parts = st.lists(st.builds(Part, role=words, actor=actors), max_size=2).map(tuple)
ids = st.lists(words, max_size=3).map(tuple)
named = st.lists(words, unique=True, max_size=2)
events = st.builds(
    Event, id=words, kind=st.sampled_from(["happening", "state"]), type=words, claims=ids, modality=words,
    place=st.none() | places(), place_reason=maybe_words, interval=intervals, actors=parts,
    figures=named.flatmap(lambda names: st.tuples(*(st.tuples(st.just(name), quantities()) for name in names))),
    reports=st.integers(0, 9), independent_origins=st.integers(0, 9), standing=st.just("disputed"),
    confidence=st.builds(
        Confidence, value=shares,
        parts=named.flatmap(lambda names: st.tuples(*(st.tuples(st.just(name), shares) for name in names))),
    ),
    why=st.lists(st.tuples(words, words, words), max_size=2).map(tuple), words=words,
)  # fmt: skip
bounds = st.just(Bound(open=True)) | st.builds(Bound, earliest=st.none() | dates, latest=st.none() | dates)
spells = st.builds(
    Spell, id=words, place=places(), dimension=st.just("siege"), value=words, actors=parts, starts=bounds, ends=bounds,
    standing=st.just("claimed"), assessed=st.booleans(), stale=st.booleans(), claims=ids, ended_by=ids, rule=words,
    last_news=st.none() | dates, criteria=maybe_words,
)  # fmt: skip
contradictions = st.builds(
    Contradiction, id=words, field=words, about=words, place=st.none() | places(),
    values=st.lists(st.tuples(words, ids), max_size=2).map(tuple), status=st.just("open"), why=words,
)  # fmt: skip
decisions = st.builds(Decision, id=words, claim=words, report=words, action=words, at=words, by=words)


@st.composite
def reports(draw):
    text = "some words " + draw(words)
    return Report(
        id=draw(words), text=text, published=draw(st.none() | dates), outlet=draw(maybe_words),
        furniture=(Span(0, 4),) if draw(st.booleans()) else (), warnings=draw(ids),
        extra=MappingProxyType(draw(st.dictionaries(words, st.integers() | words | st.none(), max_size=2))),
    )  # fmt: skip


KINDS = {
    "claim": claims, "event": events, "spell": spells, "contradiction": contradictions,
    "decision": decisions, "report": reports(),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_written_reads_back_the_same(kind):
    module = codec_derived if kind in {"event", "spell", "contradiction"} else codec
    write, read = getattr(module, f"{kind}_json"), getattr(module, f"{kind}_from")

    @given(KINDS[kind])
    def law(value):
        line = codec.dumps(write(value))
        assert "\n" not in line
        again = read(json.loads(line))
        assert again == value
        assert codec.dumps(write(again)) == line

    law()


def a_claim(**fields):
    trigger = Evidence(span=Span(3, 11), quote="captured")
    return Claim(id="c:1", report="r1", type="capture", trigger=trigger, **fields)


def test_only_a_record_keeps_the_sentence_of_a_claim():
    claim = a_claim(sentence=Span(0, 20), tense="past")
    assert codec.claim_from(codec.claim_json(claim, whole=True)) == claim
    assert "sentence" not in codec.claim_json(claim)


def test_an_unresolved_place_is_null_with_its_reason():
    words_of_role = Evidence(span=Span(0, 2), quote="it")
    role = Role(role="place", evidence=words_of_role, reason="pronoun")
    data = codec.claim_json(a_claim(roles=(role,)))
    assert data["roles"] == [{"role": "place", "start": 0, "end": 2, "quote": "it", "place": None, "reason": "pronoun"}]


def test_a_time_has_no_place_key_and_a_speaker_always_has_an_actor_key():
    when = Role(role="time", evidence=Evidence(span=Span(0, 2), quote="on"))
    speaker = Speaker(evidence=Evidence(span=Span(0, 2), quote="he"), cue="told")
    data = codec.claim_json(a_claim(roles=(when,), speakers=(speaker,)))
    assert list(data["roles"][0]) == ["role", "start", "end", "quote"]
    assert data["speakers"] == [{"start": 0, "end": 2, "quote": "he", "cue": "told", "actor": None}]


def test_numbers_are_cut_and_keys_are_in_order():
    place = Place(id="p", name="P", latitude=35.3359012, longitude=40.1408, radius_km=40.0)
    role = Role(role="place", evidence=Evidence(span=Span(0, 1), quote="P"), place=place)
    data = codec.claim_json(a_claim(roles=(role,), confidence=0.123456, salience=1 / 3))
    assert (data["confidence"], data["salience"]) == (0.1235, 0.3333)
    shown = data["roles"][0]["place"]
    assert (shown["latitude"], shown["longitude"], codec.dumps(shown["radius_km"])) == (35.3359, 40.1408, "40")
    assert list(data)[:6] == ["id", "report", "type", "polarity", "modality", "trigger"]


def test_the_end_of_a_spell_is_open_or_null_or_dates():
    place = Place(id="p", name="P")

    def until(bound):
        return codec_derived.spell_json(Spell(id="s", place=place, dimension="siege", value="besieged", ends=bound))[
            "until"
        ]

    assert until(Bound(open=True)) == "open"
    assert until(Bound()) is None
    assert until(Bound(earliest="2017", latest="2017-09")) == {"earliest": "2017", "latest": "2017-09"}


@pytest.mark.parametrize(
    ("name", "precision", "relation", "title"),
    [
        ("Deir ez-Zor", "region", None, "Deir ez-Zor, region"),
        ("Deir ez-Zor", "settlement", None, "Deir ez-Zor"),
        ("Donetsk Oblast", "region", None, "Donetsk Oblast"),
        ("Deir ez-Zor", "region", "eastern", "Deir ez-Zor"),
    ],
)
def test_a_region_is_told_from_the_city_of_its_name(name, precision, relation, title):
    assert Place(id="region:XX.1", name=name, precision=precision, relation=relation).title == title
