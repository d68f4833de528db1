"""Reading: reports in, claims out; into a record, or as lines with nothing remembered."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from situate.errors import NoEndpoint
from situate.model.codec import attribution_json, claim_json, mention_json, time_json
from situate.model.failure import Failure
from situate.model.record import Entry
from situate.model.report import Report
from situate.pipeline.deriving import derive
from situate.pipeline.files import archive
from situate.pipeline.forgetting import left_out, tidy
from situate.pipeline.wiring import Chain, Findings, Parts, Wanted
from situate.ports import Engine, Store

Layer = Literal["claims", "mentions", "times", "attributions"]
LAYERS: dict[Layer, Callable[[Findings], Iterable[dict[str, Any]]]] = {
    "claims": lambda found: map(claim_json, found.claims),
    "mentions": lambda found: map(mention_json, found.mentions),
    "times": lambda found: map(time_json, found.times),
    "attributions": lambda found: map(attribution_json, found.attributions),
}

_KEPT_EVERY = 5.0  # seconds of reading that a kill may cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a run of ``read`` did. ``undated`` counts reports without a publication date among those read now,
    ``unnamed`` those without an outlet, each of which counts as a source of its own.

    ``of_others`` counts the changed ones that took the place of a report of another outlet, by an id that both have.
    ``failures`` also tell what a language model said and could not be kept (``Failure.whole`` is false then).
    """

    reports: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    undated: int = 0
    unnamed: int = 0
    of_others: int = 0
    claims: int = 0
    failures: tuple[Failure, ...] = ()
    events: int = 0
    spells: int = 0
    contradictions: int = 0


@dataclass(slots=True)
class _Run:
    """The state of one run: what is not yet kept, and what was counted."""

    store: Store
    now: Callable[[], str]
    batch: int
    extractor: str
    clock: Callable[[], float]
    entries: list[Entry] = field(default_factory=list)
    fresh: list[Failure] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)
    claims: int = 0
    undated: int = 0
    unnamed: int = 0
    of_others: int = 0
    kept_at: float = 0.0

    def fail(self, failure: Failure) -> None:
        self.fresh.append(failure)
        self.failures.append(failure)
        self._keep_when_full()

    def leave_out(self, report: Report) -> None:
        """Tell that a report was forgotten; its original is not to stay."""
        if report.original is not None:
            self.left_out.add(report.original)
        self.fail(left_out(self.store, report))

    def found(self, found: Findings) -> None:
        self.entries.append(
            Entry(report=found.report, claims=found.claims, extractor=self.extractor, given=found.given)
        )
        if found.rejected:
            self.fresh.append(found.rejected)
            self.failures.append(found.rejected)
        self.claims += len(found.claims)
        self.undated += found.report.published is None
        self.unnamed += found.report.outlet is None
        self._keep_when_full()

    def _keep_when_full(self) -> None:
        late = self.clock() - self.kept_at >= _KEPT_EVERY
        if late or len(self.entries) + len(self.fresh) >= self.batch:
            self.keep()

    def keep(self) -> None:
        """Commit what is pending; from here on a kill cannot lose it."""
        if self.entries or self.fresh:
            were = self.store.add(self.entries, self.fresh, now=self.now())
            late = [entry.report for entry, was in zip(self.entries, were, strict=True) if was == "forgotten"]
            self.statuses += [was for was in were if was != "forgotten"]
            changed = (one.report for one, was in zip(self.entries, were, strict=True) if was == "changed")
            self.of_others += sum(map(self._was_of_another, changed))
            self.entries, self.fresh = [], []
            for report in late:  # forgotten since it was looked at
                self.leave_out(report)
            if late:
                self.keep()
        self.kept_at = self.clock()

    def _was_of_another(self, report: Report) -> bool:
        """Whether a report took the place of one of another outlet: two tables whose ids are numbers of rows."""
        outlets = [one.report.outlet for one in self.store.versions(report.id)][-2:]
        return None not in outlets and len(set(outlets)) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How to read: ``engine`` runs the chain, ``now`` tells the time (UTC, ISO), ``tick`` hears of each item done.

    ``clock`` tells seconds; a commit comes after ``batch`` items, or after five seconds with fewer.
    """

    engine: Engine
    now: Callable[[], str]
    wanted: Wanted = field(default_factory=Wanted)
    batch: int = 50
    clock: Callable[[], float] = time.monotonic
    tick: Callable[[], None] = lambda: None


def read(paths: Sequence[str], store: Store, how: Reading, parts: Parts | None = None) -> Summary:
    """Ingest, extract, resolve and derive ``paths`` into ``store``.

    A report that is in, read by this model, is not read again; so a run that was stopped goes on where it was.
    One bad item costs one failure. What cannot go on (no such path, no space, a busy record) raises ``StopRun``.
    """
    stages = ready(parts or Parts())
    return read_items(stages.ingest(paths, how.wanted), store, how, stages)


def read_items(items: Iterable[Report | Failure], store: Store, how: Reading, stages: Parts) -> Summary:
    """Extract, resolve and derive reports that came in, as :func:`read` does; ``stages`` are :func:`ready`."""
    run = _Run(store=store, now=how.now, batch=how.batch, extractor=stages.chain().name, clock=how.clock)
    run.kept_at = how.clock()
    try:
        for outcome in how.engine(stages.chain, _unread(items, run, how.tick)):
            run.fail(outcome) if isinstance(outcome, Failure) else run.found(outcome)
            how.tick()
    except (KeyboardInterrupt, NoEndpoint):
        with contextlib.suppress(KeyboardInterrupt):
            run.keep()
        raise
    run.keep()
    if run.left_out and how.wanted.archive is not None:
        tidy(store, archive(how.wanted.archive), run.left_out)
    if isinstance(stages.chain, _Loaded):
        stages.chain.let_go()  # deriving needs its room
    derived = derive(store, stages)
    return _summary(run, *derived)


def ready(parts: Parts) -> Parts:
    """The same stages with the model loaded, so that a missing model is told before anything is made or changed."""
    return parts if isinstance(parts.chain, _Loaded) else replace(parts, chain=_Loaded(parts.chain, parts.chain()))


class _Loaded:
    """A maker that hands out the chain loaded here; pickled for another process, it keeps only how to load one."""

    def __init__(self, make: Callable[[], Chain], made: Chain | None = None) -> None:
        self._make, self._made = make, made

    def __call__(self) -> Chain:
        self._made = self._make() if self._made is None else self._made
        return self._made

    def let_go(self) -> None:
        """Give the memory of the chain back; it is loaded again when it is asked for."""
        self._made = None

    def __reduce__(self) -> tuple[Any, ...]:
        return _Loaded, (self._make,)


def _unread(items: Iterable[Report | Failure], run: _Run, tick: Callable[[], None]) -> Iterator[Report]:
    """The reports that are still to be read; failures and what is in already are counted on the way."""
    for item in items:
        if isinstance(item, Failure):
            run.fail(item)
            tick()
            continue
        status = run.store.status(item, run.extractor)
        if status == "unchanged":
            run.statuses.append("unchanged")
            tick()
        elif status == "forgotten":
            run.leave_out(item)
            tick()
        else:
            yield item


def _summary(run: _Run, events: int, spells: int, contradictions: int) -> Summary:
    return Summary(
        reports=len(run.statuses),
        new=run.statuses.count("new"),
        changed=run.statuses.count("changed"),
        unchanged=run.statuses.count("unchanged"),
        undated=run.undated,
        unnamed=run.unnamed,
        of_others=run.of_others,
        claims=run.claims,
        failures=tuple(run.failures),
        events=events,
        spells=spells,
        contradictions=contradictions,
    )


def extract(
    paths: Sequence[str], layer: Layer, engine: Engine, *, wanted: Wanted | None = None, parts: Parts | None = None
) -> Iterator[dict[str, Any] | Failure]:
    """The lines of a layer, report by report, and failures where they occur; nothing is remembered."""
    stages = parts or Parts()
    lines = LAYERS[layer]
    failed: list[Failure] = []
    reports = _reports(stages.ingest(paths, wanted or Wanted()), failed)
    for outcome in engine(stages.chain, reports):
        yield from _drained(failed)
        if isinstance(outcome, Failure):
            yield outcome
        else:
            yield from lines(outcome)
            if outcome.rejected:
                yield outcome.rejected
    yield from _drained(failed)


def _reports(items: Iterable[Report | Failure], failed: list[Failure]) -> Iterator[Report]:
    for item in items:
        if isinstance(item, Failure):
            failed.append(item)
        else:
            yield item


def _drained(failed: list[Failure]) -> Iterator[Failure]:
    while failed:
        yield failed.pop(0)
