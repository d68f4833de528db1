"""The town that a report was written in, by its dateline: "SANTIAGO, 13 FEB 90 (AFP) -- …", "BEIRUT (Reuters) - …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from situate.model.place import Place
from situate.resolve.gazetteer.lookup import Entry, Gazetteer, place_of
from situate.resolve.where.said import dateline_end

_NAMES = re.compile(r"\s*([^\W\d_][^,(\d\n]*?)\s*(?:\(([^()\n]*)\)|,\s*([^\W\d_][^,(\d\n]*?))?\s*[,(\d–—-]")
_CLEARLY = 5  # times as many people as the next town of its name, of one that a dateline names without its country


def written_in(text: str, gazetteer: Gazetteer) -> Place | None:
    """The town of a text's own dateline; ``None`` without a dateline, or where its name leaves the town open.

    Of towns of one name the one in the country that stands behind it is meant; without a country a capital, or one
    that is much larger than the rest.
    """
    found = _NAMES.match(text, 0, dateline_end(text))
    if found is None:
        return None
    matches = [m for m in gazetteer.matches(_as_name(found[1])) if m.entry.kind == "settlement"]
    entries = [m.entry for m in matches if m.how == "name"] or [m.entry for m in matches]
    behind = _as_name(found[2] or found[3] or "")
    lands = {m.entry.country for m in gazetteer.matches(behind) if m.entry.kind == "country"} if behind else set()
    town = _meant([e for e in entries if e.country in lands] if lands else entries, gazetteer)
    return place_of(town) if town is not None else None


def _as_name(words: str) -> str:
    return " ".join(words.split())


def _meant(entries: Sequence[Entry], gazetteer: Gazetteer) -> Entry | None:
    capitals = [e for e in entries if e.country is not None and gazetteer.capital(e.country) == e.name]
    ranked = sorted(capitals or entries, key=lambda e: (-e.population, e.id))
    clear = len(ranked) == 1 or (ranked and ranked[0].population >= _CLEARLY * ranked[1].population)
    return ranked[0] if clear else None
