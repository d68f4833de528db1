"""Laws of a record: the order of reading and repeated reading do not matter; what is listed can be traced."""

from hypothesis import given, settings
from hypothesis import strategies as st

from situate.model.claim import Claim, Evidence, Role
from situate.model.codec import dumps, event_json, spell_json
from situate.model.ids import claim_id
from situate.model.interval import Interval
from situate.model.place import Place
from situate.model.report import Report
from situate.model.span import Span
from situate.pipeline.deriving import derive
from situate.ports import Entry
from situate.store import in_memory, verify

PLACES = [Place(id=f"geonames:{n}", name=f"Town{n}", country="SY", latitude=35.0 + n, longitude=40.0) for n in range(3)]
days = st.sampled_from(["2017-09-01", "2017-09-02", "2017-10-01"])
facts = st.lists(
    st.tuples(st.sampled_from(["capture", "besiege", "siege_end", "airstrike"]), st.sampled_from(PLACES), days),
    min_size=1, max_size=4,
)  # fmt: skip


@st.composite
def entries(draw):
    """A report whose words are those of its facts, and the claims that say so."""
    identity = draw(st.sampled_from(["a", "b", "c", "d"]))
    told, text, claims = draw(facts), "", []
    for kind, place, day in told:
        trigger = Span(len(text), len(text) + len(kind))
        where = Span(trigger.end + 1, trigger.end + 1 + len(place.name))
        text += f"{kind} {place.name} {day}. "
        claims.append(
            Claim(
                id=claim_id(identity, kind, trigger), report=identity, type=kind,
                trigger=Evidence(span=trigger, quote=kind), extractor="m",
                roles=(Role(role="place", evidence=Evidence(span=where, quote=place.name), place=place),),
                interval=Interval(earliest=day, latest=day, precision="day", basis="stated"),
            )
        )  # fmt: skip
    report = Report(id=identity, text=text, published=draw(days), outlet=draw(st.sampled_from(["A", "B"])))
    return Entry(report=report, claims=tuple(claims), extractor="m")


several = st.lists(entries(), min_size=1, max_size=5, unique_by=lambda entry: entry.report.id)


def told(store):
    """Everything that a user can list, as bytes."""
    derive(store)
    events = [dumps(event_json(event)) for event in store.events()]
    spells = [dumps(spell_json(spell)) for spell in store.spells()]
    names = [store.named(kind) for kind in ("place", "actor", "speaker")]
    return [kept.report.id for kept in store.reports()], list(store.claims()), events, spells, names, store.content()


@settings(max_examples=40, deadline=None)
@given(several, st.randoms(use_true_random=False))
def test_the_order_of_reading_does_not_matter(found, chance):
    shuffled = list(found)
    chance.shuffle(shuffled)
    with in_memory() as one, in_memory() as other:
        one.add(found, [], now="2026-01-01T00:00:00Z")
        for entry in shuffled:
            other.add([entry], [], now="2026-02-02T00:00:00Z")
        assert told(one) == told(other)


@settings(max_examples=40, deadline=None)
@given(several)
def test_reading_again_changes_nothing_and_all_can_be_traced(found):
    with in_memory() as store:
        store.add(found, [], now="2026-01-01T00:00:00Z")
        before = told(store)
        assert store.add(found, [], now="2026-02-02T00:00:00Z") == ("unchanged",) * len(found)
        assert told(store) == before
        assert list(verify(store)) == []


@settings(max_examples=40, deadline=None)
@given(several, entries())
def test_a_replaced_version_leaves_no_trace_in_what_is_derived(found, new):
    with in_memory() as changed, in_memory() as fresh:
        changed.add(found, [], now="2026-01-01T00:00:00Z")
        changed.add([new], [], now="2026-01-01T00:00:00Z")
        present = [entry for entry in found if entry.report.id != new.report.id]
        fresh.add([*present, new], [], now="2026-01-01T00:00:00Z")
        assert told(changed)[:5] == told(fresh)[:5]
