"""Looking things up in a view: the claims and reports behind an event or a spell, their speakers and their words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from situate.export.view import RecordView
from situate.model.claim import Claim
from situate.model.event import Part
from situate.model.report import Report
from situate.model.settling import short_of
from situate.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Claims and reports by id; ``overruled``: the fields in which a reviewer has rejected claims, which lack them."""

    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    overruled: Mapping[str, Collection[str]] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, view: RecordView) -> Index:
        """Index a view once."""
        return cls._of(view, view.claims)

    @classmethod
    def as_decided(cls, view: RecordView) -> Index:
        """The same, of claims as reviewers leave them, for who counts by what they say."""
        claims = [short_of(claim, view.overruled.get(claim.id, ())) for claim in view.claims]
        return cls._of(view, claims, view.overruled)

    @classmethod
    def _of(
        cls, view: RecordView, claims: Iterable[Claim], overruled: Mapping[str, Collection[str]] = MappingProxyType({})
    ) -> Index:
        return cls(
            overruled=overruled,
            claims={claim.id: claim for claim in claims},
            reports={report.id: report for report in view.reports},
        )

    def claims_of(self, ids: Iterable[str]) -> tuple[Claim, ...]:
        """The claims with these ids that the view holds, in order of publication, report and text."""
        found = [self.claims[one] for one in ids if one in self.claims]
        return tuple(sorted(found, key=lambda c: (self.published(c), c.report, c.trigger.span.start, c.id)))

    def published(self, claim: Claim) -> str:
        """The publication date of a claim's report; "" when unknown."""
        report = self.reports.get(claim.report)
        return (report.published or "") if report else ""

    def outlet(self, claim: Claim) -> str:
        """The outlet of a claim's report, in words when it is unknown."""
        report = self.reports.get(claim.report)
        return (report.outlet if report else None) or "unknown outlet"

    def outlets(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """Each outlet once, in order."""
        return tuple(dict.fromkeys(self.outlet(claim) for claim in claims))

    def speakers(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """Who says so, each once: "an army source, in Syria Direct", or the outlet alone for its own voice."""
        return tuple(dict.fromkeys(self.voice(claim) for claim in claims))

    def voice(self, claim: Claim) -> str:
        """The chain of voices behind one claim, nearest first, the outlet last."""
        outlet = self.outlet(claim)
        chain = [speaker.evidence.quote for speaker in claim.speakers if speaker.evidence.quote != outlet]
        return ", in ".join([", according to ".join(chain), outlet]) if chain else outlet

    def stretch(self, claim: Claim) -> Span:
        """From the first to the last word of a claim's evidence within its sentence (or near its trigger)."""
        trigger = claim.trigger.span
        inside = claim.sentence or trigger
        spans = [role.evidence.span for role in claim.roles if inside.covers(role.evidence.span)] + [trigger]
        return Span(min(span.start for span in spans), max(span.end for span in spans))

    def words(self, claim: Claim) -> str:
        """The exact words of a claim's stretch; those of its trigger when the report is not in the view."""
        report = self.reports.get(claim.report)
        return self.stretch(claim).of(report.text) if report else claim.trigger.quote


def parts(view: RecordView) -> Iterator[Part]:
    """Every actor in a spell, then every actor in an event, as often as it acts."""
    for spell in view.spells:
        yield from spell.actors
    for event in view.events:
        yield from event.actors


def last_published(view: RecordView) -> str | None:
    """The last publication day in the view: the record's "now" (``as_known_on`` cannot lie after it)."""
    days = [report.published[:10] for report in view.reports if report.published]
    return max(days, default=None)
