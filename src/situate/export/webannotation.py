"""W3C Web Annotations (JSON-LD): one annotation for each piece of a claim's evidence.

The source of a target is the report's text, named by its SHA-256 (``urn:sha256:…`` over UTF-8); offsets are those of
the text, half-open, in Unicode code points. The quote with 32 signs on either side finds the words again where the
text was laid out anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from situate.export.index import Index
from situate.export.masking import for_profile
from situate.export.utf8 import encoded
from situate.export.view import LossReport, Profile, RecordView
from situate.model import codec
from situate.model.claim import Claim, Evidence
from situate.model.report import Report

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32


def write(view: RecordView, stream: BinaryIO, profile: Profile) -> LossReport:
    """Write an AnnotationCollection with one page that holds all; a line an annotation."""
    shown = for_profile(view, profile)
    index = Index.of(shown)
    told = [claim for claim in shown.claims if claim.report in index.reports]
    total = sum(1 for claim in told for _ in _evidence(claim))
    stream.write(encoded(codec.dumps(_head(shown, profile, total))[:-1] + ',"first":' + _page()))
    sources = {report.id: text_urn(report) for report in shown.reports}
    kept = 0
    for claim in told:
        for part, evidence in _evidence(claim):
            one = _annotation(claim, part, evidence, index.reports[claim.report], sources[claim.report], shown.draft)
            stream.write(encoded((",\n" if kept else "\n") + codec.dumps(one)))
            kept += 1
    stream.write(b"\n]}}\n")
    return LossReport.of(kept, ["its report is not in the record"] * (len(shown.claims) - len(told)))


def text_urn(report: Report) -> str:
    """The name of a report's text."""
    return "urn:sha256:" + hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest()


def _head(view: RecordView, profile: Profile, total: int) -> dict[str, Any]:
    state = "Draft: no person has reviewed it." if view.draft else "Reviewed."
    return {
        "@context": CONTEXT, "id": "urn:situate:annotations", "type": "AnnotationCollection",
        "label": f"Evidence of claims ({profile}). {state}", "total": total,
    }  # fmt: skip


def _page() -> str:
    head = {"id": "urn:situate:annotations:1", "type": "AnnotationPage", "startIndex": 0}
    return codec.dumps(head)[:-1] + ',"items":['


def _evidence(claim: Claim) -> Iterator[tuple[str, Evidence]]:
    yield "trigger", claim.trigger
    for number, role in enumerate(claim.roles, 1):
        yield f"{role.role}-{number}", role.evidence
    for number, speaker in enumerate(claim.speakers, 1):
        yield f"speaker-{number}", speaker.evidence


def _annotation(
    claim: Claim, part: str, evidence: Evidence, report: Report, source: str, draft: bool
) -> dict[str, Any]:  # fmt: skip
    words = [claim.type, part.rpartition("-")[0] or part, claim.polarity, claim.modality]
    tags = [{"type": "TextualBody", "purpose": "tagging", "value": value} for value in [*words, *_draft(draft)]]
    return {
        "@context": CONTEXT,
        "id": f"urn:situate:{claim.id}:{part}",
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"id": "urn:situate:extractor", "type": "Software", "name": claim.extractor or "situate"},
        "body": [{"id": f"urn:situate:{claim.id}", "type": "Dataset", "purpose": "identifying"}, *tags],
        "target": {
            "type": "SpecificResource",
            "source": _source(report, source),
            "selector": list(_selectors(evidence, report.text)),
        },
    }


def _draft(draft: bool) -> list[str]:
    return ["draft"] if draft else []


def _source(report: Report, name: str) -> dict[str, Any]:
    found = {"id": name, "type": "Text", "format": "text/plain", "language": report.language, "via": report.url}
    return {key: value for key, value in found.items() if value}


def _selectors(evidence: Evidence, text: str) -> Iterator[dict[str, Any]]:
    start, end = evidence.span.start, evidence.span.end
    yield {"type": "TextPositionSelector", "start": start, "end": end}
    yield {
        "type": "TextQuoteSelector", "exact": evidence.quote,
        "prefix": text[max(0, start - _AROUND) : start], "suffix": text[end : end + _AROUND],
    }  # fmt: skip
