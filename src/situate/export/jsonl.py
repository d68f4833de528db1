"""Native JSON lines: everything that the view holds, one object a line, nothing left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from situate.export.masking import for_profile
from situate.export.utf8 import json_line
from situate.export.view import LossReport, Profile, RecordView
from situate.model import codec, codec_derived


def write(view: RecordView, stream: BinaryIO, profile: Profile) -> LossReport:
    """Write ``{"kind": "report | claim | event | spell | contradiction | failure", …}`` lines in UTF-8.

    What an event itself calls ``kind`` (happening or state) stands under ``event_kind``. Events and spells carry
    ``draft``: true as long as no person has reviewed them.
    """
    kept = 0
    for row in _rows(for_profile(view, profile)):
        stream.write(json_line(row))
        kept += 1
    return LossReport.of(kept)


def _rows(view: RecordView) -> Iterator[dict[str, Any]]:
    for report in view.reports:
        yield {"kind": "report"} | codec.report_json(report)
    for claim in view.claims:
        yield {"kind": "claim"} | codec.claim_json(claim)
    for event in view.events:
        row = codec_derived.event_json(event)
        yield {"kind": "event", "event_kind": row.pop("kind"), "draft": view.draft} | row
    for spell in view.spells:
        yield {"kind": "spell", "draft": view.draft} | codec_derived.spell_json(spell)
    for contradiction in view.contradictions:
        yield {"kind": "contradiction"} | codec_derived.contradiction_json(contradiction)
    for failure in view.failures:
        yield {"kind": "failure"} | codec.failure_json(failure)
