"""How many claims of a war are put on the map by what other reports of it tell.

    python benchmarks/namesakes.py ../shared/data/fa_kes/articles.jsonl.gz [--show]

Reads all articles into one record, derives it, and prints one JSON object: ``claims``; ``placed``, those at a name of
which their own report tells the country at most or the province, and others more; ``respelt``, those at a local place
that others spell otherwise; ``names``, how many names were placed. ``--show`` lists them, to be read.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
from collections import Counter
from pathlib import Path

from situate.derive import counted
from situate.derive.atlas import Atlas, facilities, places_of
from situate.derive.claims.consistent import consistent
from situate.derive.known import Known
from situate.derive.namesakes import VAGUE, unplaced
from situate.engine import Local
from situate.model.place import Place
from situate.pipeline.reading import Reading, read
from situate.pipeline.wiring import published
from situate.store import in_memory

NOW = "2026-01-01T00:00:00Z"


def main() -> None:
    """Read, derive, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    with gzip.open(options.articles, "rt", encoding="utf-8") as lines, tempfile.TemporaryDirectory() as folder:
        rows = [json.loads(line) for line in lines]
        path = Path(folder) / "articles.jsonl"
        told = ({"text": row["text"], "published": row["date"], "outlet": row["outlet"]} for row in rows)
        path.write_text("\n".join(map(json.dumps, told)) + "\n", encoding="utf-8")
        with in_memory() as store:
            read([str(path)], store, Reading(engine=Local(), now=lambda: NOW))
            claims, reports = list(store.claims()), [kept.report for kept in store.reports()]
    known = published(claims, reports)
    claims = counted(claims, known, ())
    atlas = Atlas.of(places_of(claims))
    one = facilities(set(places_of(claims)))
    found: Counter[tuple[Place, str]] = Counter()
    for before, after in zip(claims, consistent(claims, Known(publications=known), atlas)[0], strict=True):
        was = {p.id: p for role in before.roles if (p := role.place or unplaced(role)) is not None and p.id not in one}
        now = {role.evidence.span: role.place for role in after.roles}
        moved = {
            (was[p.id], there.name)
            for role in before.roles
            if (p := role.place or unplaced(role)) is not None and p.id in was
            and (there := now.get(role.evidence.span)) is not None and there != p
        }  # fmt: skip
        found.update(moved)
    placed = {pair: times for pair, times in found.items() if pair[0].precision in VAGUE}
    if options.show:
        for (place, there), times in sorted(found.items(), key=lambda one: one[0][0].id):
            print(times, place.precision, place.id, there)
    counts = {"placed": sum(placed.values()), "respelt": found.total() - sum(placed.values()), "names": len(placed)}
    print(json.dumps({"reports": len(reports), "claims": len(claims), **counts}))


if __name__ == "__main__":
    main()
