"""The columns of convoys: aid of a month to a place."""

from __future__ import annotations

from typing import Any

from situate.cli.layouts.shared import short_id
from situate.cli.output import Layout
from situate.pipeline.convoys import Convoys


def _convoys_json(row: Convoys) -> dict[str, Any]:
    return {
        "month": row.month, "place_id": row.place[0] or None, "place": row.place[1], "step": row.step,
        "count": len(row.events), "corroborated": row.corroborated, "goods": list(row.goods),
        "outlets": list(row.outlets), "events": list(row.events),
    }  # fmt: skip


CONVOYS: Layout[Convoys] = Layout(
    name="rows of convoys",
    table=[
        ("place", lambda x: x.place[1]),
        ("month", lambda x: x.month),
        ("step", lambda x: x.step),
        ("count", lambda x: len(x.events)),
        ("goods", lambda x: "; ".join(x.goods)),
        ("outlets", lambda x: "; ".join(x.outlets)),
        ("events", lambda x: " ".join(map(short_id, x.events))),
    ],
    sheet=[
        ("month", lambda x: x.month),
        ("place_id", lambda x: x.place[0]),
        ("place", lambda x: x.place[1]),
        ("step", lambda x: x.step),
        ("count", lambda x: len(x.events)),
        ("corroborated", lambda x: x.corroborated),
        ("goods", lambda x: ";".join(x.goods)),
        ("outlets", lambda x: ";".join(x.outlets)),
        ("events", lambda x: ";".join(x.events)),
    ],
    json=_convoys_json,
    empty="Nothing is told of aid there.",
)
