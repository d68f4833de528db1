"""Labelled spans become mentions without telling the resolver anything by that."""

from situate.model.claim import Evidence
from situate.model.mention import Mention, Reading
from situate.model.report import Report
from situate.model.span import Span
from situate.pipeline.linking import with_mentions

REPORT = Report(id="r", text="Velkora left Harl. Ada stayed.", published=None)


def _mention(start: int, end: int, kind: str) -> Mention:
    span = Span(start, end)
    return Mention(report="r", evidence=Evidence(span=span, quote=span.of(REPORT.text)), kind=kind)


def test_what_the_reader_saw_stays_and_what_it_did_not_see_is_no_name():
    seen = (_mention(13, 17, "place"), _mention(19, 22, "person"))
    reading = Reading(report="r", claims=(), mentions=seen, attributions=())
    found = with_mentions(reading, REPORT, {Span(0, 7), Span(13, 17), Span(19, 22)})
    told = [(m.evidence.quote, m.kind, m.form) for m in found.mentions]
    assert told == [
        ("Velkora", "organisation", "description"),
        ("Harl", "place", "name"),
        ("Harl", "organisation", "description"),
        ("Ada", "person", "name"),
    ]
