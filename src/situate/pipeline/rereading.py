"""Reading the reports of a record again with the present model, and what that changes.

The difference is between the present model's reading of a report and the last one of the same text by another model;
so it is the same whether the run went through at once or was stopped and begun again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from situate.model.claim import Claim
from situate.model.codec import claim_from, claim_json
from situate.model.failure import Failure
from situate.model.matching import attached
from situate.model.record import Version
from situate.model.report import Report
from situate.pipeline.comparing import Difference, Pair, of_claims, of_decisions, of_events, of_spells, ranked
from situate.pipeline.deriving import refreshed
from situate.pipeline.reading import Reading, read_items, ready
from situate.pipeline.wiring import Parts
from situate.ports import Store

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """What a run of ``reread`` found. ``reports`` were read now, of ``of``; ``failures`` keep their earlier reading.

    ``differences`` come with what matters most first; claims that are the same stand last.
    """

    extractor: str
    reports: int
    of: int
    failures: tuple[Failure, ...]
    differences: tuple[Difference, ...]

    def counted(self, kind: str) -> Counter[str]:
        """How many differences of a kind there are, by what they are."""
        return Counter(one.what for one in self.differences if one.kind == kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A report and its claims in one reading."""

    report: Report
    claims: tuple[Claim, ...]


def reread(store: Store, how: Reading, parts: Parts | None = None, *, dry: bool = False) -> Reread:
    """Read each report that another model has read; ``dry`` = keep nothing of it, only tell the difference.

    A report that is read is kept as :func:`situate.pipeline.reading.read` keeps it, so a run that was stopped goes on.
    """
    stages = ready(parts or Parts())
    name = stages.chain().name
    total = len(store.report_ids())
    if dry:
        fresh, failures = _tried(store, how, stages)
        read = len(fresh)
        refreshed(store, stages)
    else:
        summary = read_items(_outdated(store, name), store, how, stages)
        fresh, failures, read = {}, list(summary.failures), summary.new + summary.changed
    return Reread(
        extractor=name, reports=read, of=total, failures=tuple(failures),
        differences=tuple(ranked(_differences(store, stages, fresh))),
    )  # fmt: skip


def _outdated(store: Store, extractor: str) -> Iterator[Report]:
    """The present reports that another model has read, as they came in."""
    return (kept.report.as_given() for kept in store.reports() if kept.extractor != extractor)


def _tried(store: Store, how: Reading, stages: Parts) -> tuple[dict[str, _Told], list[Failure]]:
    """What the present model reads in reports, by their ids; nothing is kept."""
    found: dict[str, _Told] = {}
    failures: list[Failure] = []
    for outcome in how.engine(stages.chain, _outdated(store, stages.chain().name)):
        if isinstance(outcome, Failure):
            failures.append(outcome)
        else:
            claims = tuple(
                claim_from(claim_json(claim, whole=True)) for claim in outcome.claims
            )  # as a record has them
            found[outcome.report.id] = _Told(report=outcome.report, claims=claims)
            failures += [outcome.rejected] if outcome.rejected else []
        how.tick()
    return found, failures


def _differences(store: Store, stages: Parts, fresh: Mapping[str, _Told]) -> list[Difference]:
    name = stages.chain().name
    readings = [_readings(store.history(one), name, fresh.get(one)) for one in store.report_ids()]
    earlier = [claim for before, _ in readings for claim in before.claims]
    later = [claim for _, after in readings for claim in after.claims]
    made = store.decisions(as_made=True)
    former = store.former([one.claim for one in made]) | {claim.id: claim for claim in earlier}
    were, are = attached(made, former, earlier), attached(made, former, later)
    old = stages.derive(earlier, [before.report for before, _ in readings], were, None)
    events, spells = tuple(store.events()), tuple(store.spells())
    if fresh:
        new = stages.derive(later, [after.report for _, after in readings], are, None)
        events, spells = new.events, new.spells
    claims, now = of_claims(Pair(before=before.claims, after=after.claims) for before, after in readings)
    return [
        *claims,
        *of_decisions(were, are, {claim.id: claim for claim in later}),
        *of_events(_in_order(old.events), _in_order(events), now),
        *of_spells(_in_order(old.spells), _in_order(spells), now),
    ]


def _in_order(values: Iterable[_T]) -> list[_T]:
    return sorted(values, key=lambda value: str(getattr(value, "id", "")))


def _readings(history: Sequence[Version], extractor: str, fresh: _Told | None) -> tuple[_Told, _Told]:
    """A report in the reading before and in the present one; the same twice where there is but one."""
    present = next(version for version in history if not version.stored.superseded)
    now = _Told(report=present.stored.report, claims=present.claims)
    if fresh is not None:
        return now, fresh
    if present.stored.extractor != extractor:
        return now, now
    of_this_text = [version for version in history if version.stored.report.text == now.report.text]
    earlier = [version for version in of_this_text if version.stored.extractor != extractor]
    if not earlier:
        return now, now
    last = max(earlier, key=lambda version: version.stored.ingested_at)
    return _Told(report=last.stored.report, claims=last.claims), now
