"""The columns of contradictions."""

from __future__ import annotations

from situate.cli.layouts.shared import field_of, short
from situate.cli.output import Layout
from situate.model.codec_derived import contradiction_json
from situate.pipeline.asking import Doubt
from situate.pipeline.words import place_words, when


def _sides(doubt: Doubt) -> str:
    return " / ".join(f"{value} ({len(claims)})" for value, claims in doubt.contradiction.values)


CONTRADICTIONS: Layout[Doubt] = Layout(
    name="contradictions",
    table=[
        ("id", lambda x: short(x.contradiction)),
        ("when", lambda x: when(x.interval)),
        ("what", lambda x: ", ".join(x.types)),
        ("where", lambda x: place_words(x.contradiction.place, None)),
        ("field", lambda x: x.contradiction.field),
        ("values (claims)", _sides),
        ("status", lambda x: x.contradiction.status),
    ],
    sheet=[
        ("id", lambda x: x.contradiction.id),
        ("field", lambda x: x.contradiction.field),
        ("about", lambda x: x.contradiction.about),
        ("types", lambda x: ";".join(x.types)),
        ("earliest", lambda x: x.interval.earliest),
        ("latest", lambda x: x.interval.latest),
        ("place_id", field_of(lambda x: x.contradiction.place, "id")),
        ("place", field_of(lambda x: x.contradiction.place, "name")),
        ("values", _sides),
        ("claims", lambda x: ";".join(one for _, claims in x.contradiction.values for one in claims)),
        ("status", lambda x: x.contradiction.status),
        ("why", lambda x: x.contradiction.why),
    ],
    json=lambda x: contradiction_json(x.contradiction),
    empty="No contradictions.",
    least={"status": 120},
)
