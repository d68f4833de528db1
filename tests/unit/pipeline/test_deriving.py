from situate.engine import Local
from situate.pipeline.deriving import derive
from situate.pipeline.reading import Reading, read
from situate.pipeline.wiring import derive as rules
from situate.store import in_memory


def test_derivation_needs_no_more_than_lean_claims(parts, tmp_path, rows, write):
    write(tmp_path / "r.jsonl", rows)
    with in_memory() as store:
        read([str(tmp_path / "r.jsonl")], store, Reading(engine=Local(), now=lambda: "2026-01-01T00:00:00Z"), parts)
        known = [kept.report for kept in store.reports()]
        whole = rules(store.claims(), known, (), None)
        assert rules(store.lean_claims(), known, (), None) == whole
        assert tuple(store.spells()) == tuple(sorted(whole.spells, key=lambda s: (s.place.id, s.dimension)))
        assert derive(store, parts) == (len(whole.events), len(whole.spells), len(whole.contradictions))
