from __future__ import annotations

import io
import json
from collections import Counter
from dataclasses import replace
from typing import Any

from situate.export import FORMATS, jsonl
from situate.export.view import View
from situate.model import codec, codec_derived


def lines(view: View, profile: Any = "analyst") -> list[dict[str, Any]]:
    stream = io.BytesIO()
    loss = jsonl.write(view, stream, profile)
    found = [json.loads(line) for line in stream.getvalue().decode("utf-8").splitlines()]
    assert loss.kept == len(found)
    return found


def test_everything_is_there_once(siege: View) -> None:
    kinds = Counter(row["kind"] for row in lines(siege))
    assert kinds == {"report": 4, "claim": 14, "event": 11, "spell": 7, "contradiction": 1, "failure": 1}


def test_claims_and_reports_come_back_as_they_were(siege: View) -> None:
    found = lines(siege)
    told = [replace(codec.claim_from(row), sentence=None) for row in found if row["kind"] == "claim"]
    assert told == [replace(claim, sentence=None) for claim in siege.claims]
    assert [codec.report_from(row) for row in found if row["kind"] == "report"] == list(siege.reports)


def test_events_keep_their_own_kind_beside_that_of_the_line(siege: View) -> None:
    events = [row for row in lines(siege) if row["kind"] == "event"]
    assert {row["event_kind"] for row in events} == {"happening", "state"}
    assert all(row["draft"] for row in events)
    back = [codec_derived.event_from(row | {"kind": row["event_kind"]}) for row in events]
    assert back == list(siege.events)


def test_half_a_character_of_a_broken_source_does_not_stop_the_export(siege: View) -> None:
    broken = replace(siege.reports[0], text="broken \ud800 text", furniture=())
    assert lines(View(reports=(broken,)))[0]["text"] == "broken \ud800 text"


def test_an_empty_view_is_written_by_every_format() -> None:
    for exporter in FORMATS.values():
        for profile in ("analyst", "public"):
            loss = exporter.write(View(), io.BytesIO(), profile)  # type: ignore[arg-type]
            assert loss.kept == 0
