"""Laws of a record: the order of reading and repeated reading do not matter; what is listed can be traced.

What is forgotten leaves no trace; of two records it does not matter which is taken into which.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from situate.derive import derive as rules
from situate.derive import publications
from situate.model.claim import Claim, Evidence, Role
from situate.model.codec import dumps
from situate.model.codec_derived import event_json, spell_json
from situate.model.ids import claim_id
from situate.model.interval import Interval
from situate.model.place import Place
from situate.model.record import Entry
from situate.model.report import Report
from situate.model.span import Span
from situate.pipeline.deriving import derive
from situate.pipeline.joining import join
from situate.pipeline.wiring import Parts
from situate.store import in_memory, verify

PLACES = [Place(id=f"geonames:{n}", name=f"Town{n}", country="SY", latitude=35.0 + n, longitude=40.0) for n in range(3)]
days = st.sampled_from(["2017-09-01", "2017-09-02", "2017-10-01"])
facts = st.lists(
    st.tuples(st.sampled_from(["capture", "besiege", "siege_end", "airstrike"]), st.sampled_from(PLACES), days),
    min_size=1, max_size=4,
)  # fmt: skip


@st.composite
def entries(draw, models=("m",)):
    """A report whose words are those of its facts, and the claims that say so."""
    identity, model = draw(st.sampled_from(["a", "b", "c", "d"])), draw(st.sampled_from(models))
    told, text, claims = draw(facts), "", []
    for kind, place, day in told:
        trigger = Span(len(text), len(text) + len(kind))
        where = Span(trigger.end + 1, trigger.end + 1 + len(place.name))
        text += f"{kind} {place.name} {day}. "
        claims.append(
            Claim(
                id=claim_id(identity, kind, trigger), report=identity, type=kind,
                trigger=Evidence(span=trigger, quote=kind), extractor=model,
                roles=(Role(role="place", evidence=Evidence(span=where, quote=place.name), place=place),),
                interval=Interval(earliest=day, latest=day, precision="day", basis="stated"),
            )
        )  # fmt: skip
    report = Report(id=identity, text=text, published=draw(days), outlet=draw(st.sampled_from(["A", "B"])))
    return Entry(report=report, claims=tuple(claims), extractor=model)


several = st.lists(entries(), min_size=1, max_size=5, unique_by=lambda entry: entry.report.id)


PLAIN = Parts(derive=lambda claims, reports, made, now: rules(claims, publications(reports), made, now=now))


def told(store, parts=None):
    """Everything that a user can list, as bytes; ``parts`` without outlets are quicker."""
    derive(store, parts)
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


@settings(max_examples=20, deadline=None)
@given(several, st.sets(st.sampled_from(["a", "b", "c", "d"])), entries())
def test_what_is_forgotten_leaves_no_trace(found, gone, old):
    with in_memory() as store, in_memory() as without:
        store.add([old], [], now="2026-01-01T00:00:00Z")
        store.add(found, [], now="2026-01-02T00:00:00Z")
        derive(store, PLAIN)
        store.forget(gone | {old.report.id}, reason="", now="2026-01-03T00:00:00Z")
        store.scrub()
        without.add([e for e in found if e.report.id not in gone | {old.report.id}], [], now="2026-02-02T00:00:00Z")
        assert told(store, PLAIN)[:5] == told(without, PLAIN)[:5]
        assert int(store.content(), 16) == int(without.content(), 16)
        assert list(verify(store)) == []


TIMES = [f"2026-01-0{day}T00:00:00Z" for day in range(1, 4)]
readings = st.lists(st.tuples(st.sampled_from(TIMES), entries(models=("m", "n"))), max_size=5)


def record(read):
    """A record into which these entries came at their times."""
    store = in_memory()
    for now, entry in sorted(read, key=lambda pair: pair[0]):
        store.add([entry], [], now=now)
    return store


def joined(store, other):
    taken, _counts = join(store, other, lambda _original: True, now="2026-02-01T00:00:00Z", parts=PLAIN)
    return taken


def present(store):
    """What is present and what follows from it; versions are counted where they are kept."""
    reports = [(kept.report, kept.extractor) for kept in store.reports()]
    doubts = sorted((doubt.id, doubt.values) for doubt in store.contradictions())
    return reports, *told(store, PLAIN)[1:5], doubts


@settings(max_examples=25, deadline=None)
@given(readings, readings, st.lists(entries(models=("m", "n")), max_size=2))
def test_of_two_records_it_does_not_matter_which_is_taken_into_which(one, other, both):
    shared = [(TIMES[1], entry) for entry in both]
    with record(one + shared) as a, record(other + shared) as b, record(one + shared) as c, record(other + shared) as d:
        joined(a, b)
        joined(d, c)
        assert present(a) == present(d)
        before, content = told(a, PLAIN), a.content()
        assert joined(a, b).same == len(b.report_ids())
        assert (told(a, PLAIN), a.content()) == (before, content)
        assert list(verify(a)) == list(verify(d)) == []


@settings(max_examples=15, deadline=None)
@given(readings, readings, st.sampled_from(["a", "b", "c", "d"]))
def test_what_was_forgotten_does_not_come_back(one, other, gone):
    with record(one) as a, record(other) as b:
        a.forget([gone], reason="", now=TIMES[2])
        was_there = bool(a.tombstones())
        taken = joined(a, b)
        assert (gone in a.report_ids()) == (gone in b.report_ids() and not was_there)
        assert taken.forgotten == ((gone,) if was_there and gone in b.report_ids() else ())
