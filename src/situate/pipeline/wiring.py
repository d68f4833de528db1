"""Which stage stands where: the real ones by default, loaded when first needed; tests put in others.

Stages are imported where they are used: a command that only lists a record starts without the reading model.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from situate.errors import SkipItem
from situate.model.claim import Claim
from situate.model.decision import Decision
from situate.model.event import Contradiction, Event
from situate.model.failure import REJECTED, Failure
from situate.model.mention import Attribution, Mention, Rejected, TimeExpression
from situate.model.place import Place
from situate.model.publication import Publication
from situate.model.report import Report
from situate.model.situation import Spell
from situate.model.trace import Amendment, Traces
from situate.pipeline.lookups import Names, RealNames, RealStanding, added_outlets
from situate.pipeline.uncollected import uncollected
from situate.ports import Extractor, Store
from situate.settings import Settings

if TYPE_CHECKING:
    from situate.extract.llm.endpoint import LanguageModel
    from situate.resolve.gazetteer.lookup import Gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What ``read`` and ``extract`` were asked for: defaults for reports that bring none, and where originals go."""

    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    archive: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that was read in one report, resolved.

    ``report`` may know more than the one ``given`` (a date from its dateline); without one they are the same.
    ``rejected`` tells of what the extractor gave and nobody may keep.
    """

    report: Report
    given: Report | None = None
    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    rejected: Failure | None = None


class Chain(Protocol):
    """Extract and resolve, one report at a time; ``name`` is what its claims carry as their extractor."""

    name: str

    def __call__(self, report: Report) -> Findings | Failure:
        """Everything found in a report, or why it could not be read."""


class DerivedRows(Protocol):
    """What derivation gives."""

    @property
    def events(self) -> tuple[Event, ...]: ...  # noqa: D102
    @property
    def spells(self) -> tuple[Spell, ...]: ...  # noqa: D102
    @property
    def contradictions(self) -> tuple[Contradiction, ...]: ...  # noqa: D102
    def traces(self) -> Traces | None: ...  # noqa: D102


Ingest = Callable[[Sequence[str], Wanted], Iterator[Report | Failure]]
Amend = Callable[[Store, Collection[str], str | None, str | None], Amendment | None]
Derive = Callable[[Iterable[Claim], Iterable[Report], Sequence[Decision], str | None], DerivedRows]


def ingest(paths: Sequence[str], wanted: Wanted) -> Iterator[Report | Failure]:
    """Reports and failures of files and folders; raises ``NoSuchFile`` for a path that is not there."""
    from situate.ingest import IngestOptions, read_paths

    options = IngestOptions(
        published=wanted.published, outlet=wanted.outlet, language=wanted.language, archive=wanted.archive
    )
    return iter(read_paths(paths, options))


def extractor(model: Path | None = None, language_model: LanguageModel | None = None) -> Extractor:
    """The packaged reader, with ``model`` in the place of its own; or one that asks a language model for claims.

    :raises StopRun: the reading model cannot be used; the key of the language model would go out unencrypted.
    """
    from situate.extract.reader import Reader

    reader = Reader.load(model)
    if language_model is None:
        return reader
    from situate.extract.llm.reader import LanguageModelReader
    from situate.extract.llm.wire import Wire
    from situate.ontology import load

    wire = Wire(language_model, Settings.load().llm_key)
    return LanguageModelReader(language_model.model, wire.ask, reader, load())


class RealChain:
    """An extractor and the resolver, loaded once; see :func:`extractor`."""

    def __init__(self, model: Path | None = None, language_model: LanguageModel | None = None) -> None:
        from situate.resolve import Resolver

        self._reader, self._resolver = extractor(model, language_model), Resolver.load(Settings.load().data)
        self.name: str = self._reader.name

    def __call__(self, report: Report) -> Findings | Failure:
        """Everything found in a report; what a rule of ours cannot take is a failure of that report alone."""
        try:
            with uncollected():
                resolved = self._resolver.resolve(report, self._reader.read(report))
        except SkipItem as problem:
            return _failed(report, problem.reason, problem.message, problem.remedy)
        except (ArithmeticError, LookupError, RecursionError, ValueError) as problem:
            words = f"{type(problem).__name__}: {problem}"
            return _failed(report, "defect", words, "This is a mistake in situate; please report it.")
        return Findings(
            report=resolved.report,
            given=report,
            claims=resolved.reading.claims,
            mentions=resolved.reading.mentions,
            times=resolved.times,
            attributions=resolved.reading.attributions,
            rejected=_rejected(report, self.name, resolved.reading.rejected),
        )


def _rejected(report: Report, name: str, rejected: Sequence[Rejected]) -> Failure | None:
    """One row that counts what was rejected, by what it is and why, and shows the first of it."""
    if not rejected:
        return None
    counted = Counter((one.what, one.why) for one in rejected)
    kinds = ", ".join(f"{n} {what}{'' if n == 1 else 's'} ({why})" for (what, why), n in counted.items())
    message = f"Rejected of what {name} said: {kinds}. The first: {rejected[0].what} “{rejected[0].words}”."
    return _failed(report, REJECTED, message, "The rest was kept; read the report where it matters.")


def _failed(report: Report, reason: str, message: str, remedy: str) -> Failure:
    item = report.source_path or report.id
    return Failure(item=item, stage="extract", reason=reason, message=message, remedy=remedy, original=report.original)


def derive(
    claims: Iterable[Claim], reports: Iterable[Report], decisions: Sequence[Decision], now: str | None
) -> DerivedRows:
    """Events, spells and contradictions; ``now`` is the ISO day that decides what is stale."""
    from situate import derive as rules

    told, known = list(claims), list(reports)
    families = rules.families(known)
    publications = stood(rules.publications(known, families=families), told, known)
    return rules.derive(told, publications, decisions, now=now, families=families)


def published(claims: Sequence[Claim], reports: Sequence[Report]) -> Mapping[str, Publication]:
    """What derivation knows of each report: copies, outlets, houses and sides, whose word it passes on."""
    from situate import derive as rules

    return stood(rules.publications(reports), claims, reports)


def stood(
    known: Mapping[str, Publication], claims: Iterable[Claim], reports: Iterable[Report]
) -> Mapping[str, Publication]:
    """Publications with where their outlets stand, whose word they pass on, and the country that they are about."""
    from situate.pipeline.publishing import credited, dated, passed_on, placed, set_in, stated

    standing, told, reports = RealStanding(), list(claims), list(reports)
    towns = {report.id: town for report in reports if (town := _written_in(report.text)) is not None}
    here = set_in(placed(dated(known, reports), told, standing), told, _country, towns)
    return passed_on(credited(stated(here, reports, standing), reports, standing), reports, standing)


@cache
def _country(code: str) -> Place | None:
    """The country with an ISO code, of the packaged gazetteer."""
    return _gazetteer().place(f"country:{code}")


def _written_in(text: str) -> Place | None:
    """The town of a text's dateline, of the packaged gazetteer."""
    from situate.resolve.where.written_in import written_in

    return written_in(text, _gazetteer())


@cache
def _gazetteer() -> Gazetteer:
    from situate.resolve.gazetteer.lookup import Gazetteer

    return Gazetteer.open()


def amend(store: Store, changed: Collection[str], before: str | None, now: str | None) -> Amendment | None:
    """What changes in the derived rows when reports have changed; ``None`` when all is better derived anew."""
    from situate.derive.again.reach import TooWide
    from situate.pipeline.again import amendment

    try:
        return amendment(store, changed, before, now, stood)
    except TooWide:
        return None


def word_types() -> tuple[str, ...]:
    """The types that are speech acts, left out of lists unless asked for."""
    from situate.derive import WORDS

    return tuple(sorted(WORDS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The stages that use-cases wire. ``chain`` must be picklable: each process of an engine calls it once."""

    ingest: Ingest = ingest
    chain: Callable[[], Chain] = RealChain
    derive: Derive = derive
    amend: Amend = amend
    published: Callable[[Sequence[Claim], Sequence[Report]], Mapping[str, Publication]] = published
    names: Callable[[], Names] = RealNames
    word_types: Callable[[], tuple[str, ...]] = word_types
    added: Callable[[], str] = added_outlets

    def asking(self, language_model: LanguageModel | None) -> Parts:
        """The same stages, with claims by a language model where one is given."""
        if language_model is None:
            return self
        return replace(self, chain=partial(RealChain, None, language_model))
