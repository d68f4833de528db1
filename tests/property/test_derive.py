"""Laws of derivation: it does not depend on order or on copies, a revoked decision leaves no trace, and so on."""

import datetime as dt
from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from situate.derive import derive
from situate.derive.claims.telling import UNBOUNDED, Around, Profile, Telling
from situate.derive.events.alike import same_happening
from situate.derive.events.meeting import Meeting, sought, stands_under
from situate.derive.places import neighbours, related
from situate.derive.spells.spell_days import holding
from situate.model.actor import Actor
from situate.model.claim import Claim, Evidence, Role
from situate.model.decision import Decision
from situate.model.ids import claim_id
from situate.model.interval import Interval, last_day
from situate.model.place import Place
from situate.model.publication import Publication
from situate.model.span import Span

TOWN = Place(id="geonames:1", name="Lisk", country="XX", latitude=10.0, longitude=10.0, precision="settlement")
PLACES = [
    TOWN,
    Place(id="local:base", name="Base", country="XX", latitude=10.0, longitude=10.0, precision="part", part_of=TOWN.id),
    Place(id="geonames:2", name="Varn", country="XX", latitude=12.0, longitude=10.0, precision="settlement"),
]
REGION = Place(id="region:P1", name="P1", country="XX", precision="region", part_of="country:XX", admin1="P1")
NEAR = [
    REGION,
    *(
        Place(id=f"geonames:{n}", name=f"N{n}", country="XX", latitude=60 + n * 0.05, longitude=179.6 - n * 0.11,
              radius_km=n * 2, part_of=REGION.id, admin1="P1", precision="relative" if n == 3 else "settlement")
        for n in range(1, 6)
    ),
    Place(id="local:quarter", name="Quarter", country="XX", precision="part", part_of="geonames:2", admin1="P1"),
    Place(id="country:XX", name="XX", country="XX", precision="country"),
]  # fmt: skip
ACTORS = [
    Actor(id="reds", name="Reds", kind="rebel_group", side="red"),
    Actor(id="blues", name="Blues", kind="state_forces", side="blue"),
]
TYPES = ["capture", "control", "besiege", "siege_end", "withdraw", "deliver_aid", "airstrike", "ceasefire"]
DAYS = st.dates(dt.date(2031, 1, 1), dt.date(2031, 3, 31))


@st.composite
def told(draw: st.DrawFn) -> tuple[list[Claim], dict[str, Publication]]:
    claims, publications = [], {}
    for number in range(draw(st.integers(1, 6))):
        report = f"r{number}"
        published = draw(DAYS)
        publications[report] = Publication(
            report=report, published=str(published), outlet=f"o{number % 3}", origin=report
        )
        for at in range(draw(st.integers(1, 3))):
            claims.append(draw(a_claim(report, at, published)))
    return claims, publications


@st.composite
def a_claim(draw: st.DrawFn, report: str, at: int, published: dt.date) -> Claim:
    kind = draw(st.sampled_from(TYPES))
    span = Span(at * 10, at * 10 + 5)
    back = draw(st.integers(0, 40))
    day = str(published - dt.timedelta(days=back))
    open_state = kind in {"control", "besiege"} and draw(st.booleans())
    interval = Interval(
        earliest=None if open_state else day, latest="open" if open_state else day, precision="day", basis="relative"
    )
    place = draw(st.sampled_from(PLACES))
    roles = [
        Role(
            role="origin" if kind == "withdraw" else "place", evidence=Evidence(span=span, quote="there"), place=place
        ),
        Role(role="actor", evidence=Evidence(span=span, quote="them"), actor=draw(st.sampled_from(ACTORS))),
    ]
    return Claim(
        id=claim_id(report, kind, span), report=report, type=kind, trigger=Evidence(span=span, quote="xxxxx"),
        roles=tuple(roles), interval=interval, confidence=0.5,
    )  # fmt: skip


@given(told(), st.randoms(use_true_random=False))
def test_order_and_duplicates_do_not_matter(world, random):
    claims, publications = world
    mixed = claims + claims[:2]
    random.shuffle(mixed)
    shuffled = dict(random.sample(list(publications.items()), len(publications)))
    assert derive(mixed, shuffled) == derive(claims, publications)


AREAS = st.sampled_from([["P1"], ["P2"], ["P1", "P2"], []])
OUT = {"r0": None, "r1": 700_001, "r2": 700_006, "r3": 700_040}


@st.composite
def a_telling(draw: st.DrawFn) -> Telling:
    first = draw(st.sampled_from([0, 700_000, 700_001, 700_002, 700_030, 700_090]))
    last = first + draw(st.sampled_from([0, 0, 1, 6, 30, 90])) if first and draw(st.booleans()) else UNBOUNDED
    dated = first > 0 or last < UNBOUNDED
    place = draw(st.sampled_from([*NEAR, None]))
    report = f"r{draw(st.integers(0, 3))}"
    start = draw(st.integers(0, 10**6))
    some = st.frozensets(st.sampled_from(["red", "blue"]), max_size=1)
    around = Around(frozenset([place.admin1] if place and place.admin1 else draw(AREAS)), frozenset(["XX"]))
    named = draw(st.frozensets(st.sampled_from(["theatre", "pool"]), max_size=1))
    profile = Profile(
        polarity=draw(st.sampled_from(["positive", "positive", "negative"])), anew=draw(st.booleans()),
        modality=draw(st.sampled_from(["actual", "planned", "possible", "attempted"])), place=place, around=around,
        first=first, last=last, times=(str(first), str(last)), assumed=draw(st.booleans()),
        published=None if dated else OUT[report], part_of_day=draw(st.sampled_from(["", "", "night", "noon"])),
        actors=draw(some), targets=draw(some), camps=draw(some), named=named,
        context=around if named else Around(), tolls=frozenset(), apart=f"{report}:{start}",
    )  # fmt: skip
    return Telling(profile, [f"{report}:{start}"], {report: start}, {f"{report}:{draw(st.integers(0, 10))}"})


@settings(max_examples=400)
@given(
    st.sampled_from(["airstrike", "capture", "control", "chemical_attack"]),
    st.lists(a_telling(), max_size=12, unique_by=lambda t: t.claims[0]),
)
def test_the_index_finds_every_pair_that_a_comparison_of_all_of_them_finds(kind, told):
    ordered = sorted(told, key=lambda t: t.order)
    index = Meeting(kind, ordered)
    for number, telling in enumerate(ordered):
        near = index.near(telling)
        assert [n for n in range(number) if same_happening(kind, ordered[n], telling)] == [
            n for n in near if same_happening(kind, ordered[n], telling)
        ]
        index.add(number, telling)


@settings(max_examples=200)
@given(
    st.sampled_from(["airstrike", "capture", "control", "chemical_attack"]),
    st.lists(a_telling(), min_size=2, max_size=8, unique_by=lambda t: t.claims[0]),
)
def test_what_agrees_is_found_from_either_side(kind, told):
    related = neighbours({t.profile.place for t in told if t.profile.place is not None})
    ordered = sorted(told, key=lambda t: t.order)
    for high, telling in enumerate(ordered):
        for other in ordered[:high]:
            if telling.reports.isdisjoint(other.reports) and same_happening(kind, other, telling):
                for one, two in ((other, telling), (telling, other)):
                    keys = sought(kind, one, related.get(one.profile.place, ()))
                    assert not keys.isdisjoint(stands_under(kind, two))


@given(st.lists(st.sampled_from(NEAR), unique=True))
def test_places_that_are_related_meet(places):
    assert {(a.id, b.id) for a, near in neighbours(places).items() for b in near} == {
        (a.id, b.id) for a in places for b in places if related(a, b)
    }


@given(told(), st.integers(0, 30))
def test_a_revoked_decision_leaves_no_trace(world, which):
    claims, publications = world
    claim = claims[which % len(claims)]
    reject = Decision(
        id="d1", claim=claim.id, report=claim.report, action="reject", at="2031-04-01T00:00:00Z", by="ann"
    )
    revoke = Decision(
        id="d2", claim=claim.id, report=claim.report, action="revoke", at="2031-04-02T00:00:00Z", by="ann", revokes="d1"
    )
    assert derive(claims, publications, [reject, revoke]) == derive(claims, publications)
    after = derive(claims, publications, [reject])
    assert all(claim.id not in event.claims for event in after.events)
    assert all(claim.id not in spell.claims for spell in after.spells)


@given(told(), DAYS)
def test_a_later_report_never_changes_what_was_known_before(world, day):
    claims, publications = world
    early = {k: p for k, p in publications.items() if p.published <= str(day)}
    known = derive(claims, publications, as_known_on=str(day))
    assert known == derive([c for c in claims if c.report in early], early)


@settings(max_examples=300)
@given(told(), DAYS)
def test_spells_of_one_place_and_dimension_are_disjoint(world, day):
    claims, publications = world
    at = defaultdict(list)
    for spell in holding(derive(claims, publications).spells, str(day)):
        start = spell.starts.latest or spell.starts.earliest
        certain_end = None if spell.ends.open else spell.ends.earliest
        if (start is None or last_day(start) <= day) and (certain_end is None or str(day) < certain_end):
            at[spell.place.id, spell.dimension].append(spell)
    assert all(len(found) == 1 for found in at.values()), at


@given(told())
def test_every_event_and_spell_rests_on_claims(world):
    claims, publications = world
    made = derive(claims, publications)
    known = {c.id for c in claims}
    assert sorted(c for e in made.events for c in e.claims) == sorted(known)
    assert all(s.claims and set(s.claims) <= known for s in made.spells)
    assert all(set(s.ended_by) <= known for s in made.spells)
    assert all(s.assessed == (s.standing == "corroborated") for s in made.spells)


@given(told())
def test_no_spell_starts_after_it_ended(world):
    claims, publications = world
    for spell in derive(claims, publications).spells:
        if spell.starts.latest and spell.ends.latest:
            assert last_day(spell.starts.latest) <= last_day(spell.ends.latest)
