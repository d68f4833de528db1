"""Changed texts: edits of a text, and where its words are afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from situate.evaluate.claims import Annotated, Scored
from situate.model.span import Span
from situate.text.sentences import sentences


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """New words in the place of ``[start, end)``; edits of one text do not overlap."""

    start: int
    end: int
    words: str

    @property
    def grows(self) -> int:
        """By how many code points the text becomes longer."""
        return len(self.words) - (self.end - self.start)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text after all edits."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


def moved(span: Span, edits: Iterable[Edit]) -> Span:
    """Where a span lies after all edits; a word that was replaced lies where its replacement does."""
    start, end = span.start, span.end
    for edit in edits:
        if edit.end <= span.start:
            start += edit.grows
        if edit.start < span.end:
            end += edit.grows
    return Span(min(start, end), end)


def edited_report(report: Annotated, edits: Sequence[Edit]) -> Annotated:
    """A report after all edits, its annotation moved along."""
    return replace(
        report, text=edited(report.text, edits), claims=tuple(_moved_claim(claim, edits) for claim in report.claims)
    )


def _moved_claim(claim: Scored, edits: Sequence[Edit]) -> Scored:
    return replace(
        claim,
        trigger=moved(claim.trigger, edits),
        roles=tuple((name, moved(span, edits)) for name, span in claim.roles),
        speaker=moved(claim.speaker, edits) if claim.speaker else None,
    )


def alone(report: Annotated) -> Iterator[Annotated]:
    """Each sentence of a report as a text of its own, with the claims told in it and those of their roles that are."""
    for start, end in sentences(report.text):
        here = Span(start, end)
        claims = tuple(_alone(claim, here) for claim in report.claims if here.covers(claim.trigger))
        if claims:
            yield Annotated(id=f"{report.id}:{start}", text=here.of(report.text), claims=claims)


def _alone(claim: Scored, here: Span) -> Scored:
    def shifted(span: Span) -> Span:
        return Span(span.start - here.start, span.end - here.start)

    inside = claim.speaker is not None and here.covers(claim.speaker)
    return replace(
        claim,
        trigger=shifted(claim.trigger),
        roles=tuple((name, shifted(span)) for name, span in claim.roles if here.covers(span)),
        speaker=shifted(claim.speaker) if claim.speaker is not None and inside else None,
    )
