from hypothesis import given
from hypothesis import strategies as st

from situate.model.actor import Actor
from situate.model.claim import BY_SCORER, Claim, Evidence, Role
from situate.model.event import Contradiction, Event
from situate.model.ids import claim_id
from situate.model.publication import Publication
from situate.model.record import Entry
from situate.model.report import Report
from situate.model.span import Span
from situate.pipeline.explaining import _filler, explain, quoted
from situate.pipeline.wiring import Parts
from situate.store import in_memory

texts = st.text(alphabet="ab \nż\U0001f54a", min_size=1, max_size=60)


@given(texts, st.integers(0, 60), st.integers(0, 60), st.integers(0, 20))
def test_a_quote_stands_in_its_own_context(text, one, other, context):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    words = quoted(text, Evidence(span=Span(start, end), quote=text[start:end]), context)
    plain = text.replace("\n", " ")
    before, after = words.before.removeprefix("…"), words.after.removesuffix("…")
    assert words.words == text[start:end]
    assert plain[:start].endswith(before)
    assert plain[end:].startswith(after)
    assert len(before) <= context
    assert len(after) <= context


def test_context_is_cut_between_words():
    text = "one two three four five six seven"
    words = quoted(text, Evidence(span=Span(14, 18), quote="four"), 8)
    assert (words.before, words.after) == ("…three ", " five…")


def test_a_filler_tells_that_the_learned_scorer_chose_who_is_meant():
    actor = Actor(id="local:red-front", name="Red Front")
    role = Role(role="actor", evidence=Evidence(span=Span(0, 4), quote="They"), actor=actor)
    assert _filler(role) == "“They” = Red Front"
    learned = Role(role="actor", evidence=role.evidence, actor=actor, reason=BY_SCORER)
    assert _filler(learned) == "“They” = Red Front, by the learned scorer"


def test_an_event_names_its_origins_and_who_passes_them_on():
    telling = [("a", "The Army's Paper"), ("b", "The Army's Radio"), ("c", "Gamma")]
    claims = [
        Claim(
            id=claim_id(name, "airstrike", Span(0, 3)), report=name, type="airstrike",
            trigger=Evidence(span=Span(0, 3), quote="hit"),
        )
        for name, _ in telling
    ]  # fmt: skip
    event = Event(
        id="e:1",
        kind="happening",
        type="airstrike",
        claims=tuple(c.id for c in claims),
        reports=3,
        independent_origins=2,
    )

    def published(claims, reports):
        houses = {name: "army" if "Army" in outlet else None for name, outlet in telling}
        return {r.id: Publication(report=r.id, outlet=r.outlet, outlet_house=houses[r.id]) for r in reports}

    with in_memory() as store:
        entries = [
            Entry(report=Report(id=name, text="hit", outlet=outlet), claims=(claim,), extractor="m")
            for (name, outlet), claim in zip(telling, claims, strict=True)
        ]
        store.add(entries, [], now="2031-06-01T00:00:00Z")
        values = (("it did not", (claims[0].id,)), ("it happened", (claims[1].id,)))
        differing = Contradiction(
            id="x:1", field="happened", about="e:1", values=values, why="one denies it", place=None
        )
        store.replace_derived([event], (), [differing], made_from="x")
        facts = explain(store, "e:1", parts=Parts(published=published)).facts
        of_claim = explain(store, claims[0].id, parts=Parts(published=published)).facts
        beside = explain(store, claims[2].id, parts=Parts(published=published)).facts
    assert dict(facts)["sources differ"] == dict(of_claim)["sources differ"] == "x:1 happened: it did not / it happened"
    assert "sources differ" not in dict(beside)
    assert dict(facts)["origins"] == "Gamma (Gamma); army (The Army's Paper, The Army's Radio)"
