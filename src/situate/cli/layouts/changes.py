"""The columns of changes between two days, each with the footnote that it rests on."""

from __future__ import annotations

from typing import Any

from situate.cli.output import Layout
from situate.model.codec_parts import maybe, place_json
from situate.pipeline.briefing import Footnote
from situate.pipeline.changing import Change


def _change_json(pair: tuple[Change, Footnote]) -> dict[str, Any]:
    change, note = pair
    return {
        "change": change.what,
        "id": change.id,
        "type": change.kind,
        "day": change.day,
        "place": maybe(place_json, change.place),
        "sentence": change.sentence,
        "before": change.before or None,
        "after": change.after or None,
        "standing": change.standing,
        "outlet": note.outlet,
        "published": note.published,
        "speaker": note.voice or None,
        "words": note.words,
        "claims": list(change.claims),
        "watched": list(change.watched),
    }


CHANGES: Layout[tuple[Change, Footnote]] = Layout(
    name="changes",
    table=(),
    sheet=[
        ("change", lambda x: x[0].what),
        ("id", lambda x: x[0].id),
        ("type", lambda x: x[0].kind),
        ("day", lambda x: x[0].day),
        ("place_id", lambda x: x[0].place and x[0].place.id),
        ("place", lambda x: x[0].place and x[0].place.name),
        ("sentence", lambda x: x[0].sentence),
        ("before", lambda x: x[0].before),
        ("after", lambda x: x[0].after),
        ("standing", lambda x: x[0].standing),
        ("outlet", lambda x: x[1].outlet),
        ("published", lambda x: x[1].published),
        ("speaker", lambda x: x[1].voice),
        ("words", lambda x: x[1].words),
        ("claims", lambda x: ";".join(x[0].claims)),
        ("watched", lambda x: ";".join(x[0].watched)),
    ],
    json=_change_json,
    empty="",
)
