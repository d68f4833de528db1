"""The formats that are JSON for other programs: timemap and Web Annotations."""

from __future__ import annotations

import hashlib
import io
import json
import re
from dataclasses import replace
from types import ModuleType
from typing import Any

from situate.export import timemap, webannotation
from situate.export.view import LossReport, View


def data_of(module: ModuleType, view: View, profile: str = "analyst") -> tuple[dict[str, Any], LossReport]:
    stream = io.BytesIO()
    loss = module.write(view, stream, profile)
    data: dict[str, Any] = json.loads(stream.getvalue())
    return data, loss


# timemap


def test_timemap_events_have_what_its_schema_asks_for(siege: View) -> None:
    data, loss = data_of(timemap, siege)
    assert loss.kept == len(data["events"])
    assert loss.kept + loss.lost == len(siege.events)
    for event in data["events"]:
        lists = {"associations", "sources"}
        assert all(isinstance(value, list if key in lists else str) for key, value in event.items())
        assert event["description"]
        assert ("latitude" in event) == ("longitude" in event)
        assert "latitude" in event or "date" in event
        assert re.fullmatch(r"\d\d?/\d\d?/\d{4}", event.get("date", "1/1/2000"))


def test_timemap_events_point_at_sources_and_associations_that_are_there(siege: View) -> None:
    data, _ = data_of(timemap, siege)
    sources = {source["id"] for source in data["sources"]}
    known = {association["id"] for association in data["associations"]}
    for event in data["events"]:
        assert set(event["sources"]) <= sources
        assert set(event["associations"]) <= known
    assert {one["mode"] for one in data["associations"]} == {"CATEGORY", "FILTER"}


def test_timemap_says_of_what_did_not_happen_that_it_did_not(siege: View) -> None:
    event = siege.events[0]
    several = (replace(event, polarity="negative"), replace(event, id="e:2", modality="planned"))
    data, _ = data_of(timemap, replace(siege, events=several))
    told = [one["description"] for one in data["events"]]
    assert told[0].startswith("Said not to be so: siege broken")
    assert told[1].startswith("Planned: siege broken")
    assert [(one["situate_polarity"], one["situate_modality"]) for one in data["events"]] == [
        ("negative", "actual"), ("positive", "planned"),
    ]  # fmt: skip


def test_timemap_dates_are_american_and_say_how_exact_they_are(siege: View) -> None:
    data, _ = data_of(timemap, siege)
    taken = next(event for event in data["events"] if event["type"] == "capture")
    assert (taken["date"], taken["time_precision"], taken["time_display"]) == ("8/1/2017", "month", "Aug 2017")
    assert taken["comments"].startswith("Draft")


def test_timemap_leaves_out_what_it_cannot_place_in_time_or_space(siege: View) -> None:
    event = replace(siege.events[0], place=None, interval=siege.events[0].interval.__class__())
    data, loss = data_of(timemap, View(events=(event,)))
    assert data["events"] == []
    assert loss.left_out == (("neither a day nor a point", 1),)


# Web Annotation


def annotations(view: View, profile: str = "analyst") -> list[dict[str, Any]]:
    data, loss = data_of(webannotation, view, profile)
    items: list[dict[str, Any]] = data["first"]["items"]
    assert data["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (data["type"], data["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert data["total"] == len(items) == loss.kept
    return items


def test_each_piece_of_evidence_is_an_annotation(siege: View) -> None:
    found = annotations(siege)
    pieces = sum(1 + len(claim.roles) + len(claim.speakers) for claim in siege.claims)
    assert len(found) == pieces
    assert len({one["id"] for one in found}) == pieces
    for one in found:
        assert {"@context", "id", "type", "body", "target", "motivation"} <= one.keys()
        assert one["type"] == "Annotation"
        assert "draft" in [body.get("value") for body in one["body"]]


def test_selectors_find_the_words_in_the_text_of_their_source(siege: View) -> None:
    texts = {hashlib.sha256(r.text.encode()).hexdigest(): r.text for r in siege.reports}
    for one in annotations(siege):
        text = texts[one["target"]["source"]["id"].removeprefix("urn:sha256:")]
        position, quote = one["target"]["selector"]
        assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        assert len(quote["prefix"]) <= 32
        assert len(quote["suffix"]) <= 32


def test_in_a_public_export_the_selectors_fit_the_masked_text(siege: View) -> None:
    from situate.export.masking import masked

    texts = {hashlib.sha256(r.text.encode()).hexdigest(): r.text for r in masked(siege).reports}
    for one in annotations(siege, "public"):
        text = texts[one["target"]["source"]["id"].removeprefix("urn:sha256:")]
        position, quote = one["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]


def test_offsets_count_code_points_and_hostile_text_stays_json(made: ModuleType, siege: View) -> None:
    text = '😀 "</script>" \u202e\nArmy units captured Rastan.'
    report = made.report("x", text, "2017-09-05", None, url="javascript:alert(1)")
    claim = made.claim(report, "capture", "captured", [made.role(text, "place", "Rastan")])
    (trigger, _) = annotations(View(reports=(report,), claims=(claim,)))
    assert trigger["target"]["selector"][0]["start"] == text.index("captured")


def test_claims_without_their_report_are_counted(siege: View) -> None:
    _, loss = data_of(webannotation, replace(siege, reports=siege.reports[1:]))
    assert loss.left_out == (("its report is not in the record", 6),)
