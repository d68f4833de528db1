"""Joining: the reports of another record come into this one. The other one is a stranger's until it was checked."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from situate.errors import BadArgument, BadRecord, NoSuchRecord, StopRun
from situate.ingest.archive import Archive
from situate.model.record import Taken, Version
from situate.pipeline.deriving import derive
from situate.pipeline.files import archive
from situate.pipeline.wiring import Parts
from situate.ports import Store
from situate.store import Opening, SqlStore, open_record, verify
from situate.store.opening import translated

_SLACK = dt.timedelta(days=1)  # clocks differ
_TOLD = 3  # problems that are told one by one
_REMEDY = "Do not use it; ask whoever gave it to you for the reports."


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """What a run of ``merge`` did; ``originals`` came along, ``without`` reports or failures came without theirs."""

    taken: Taken
    originals: int
    without: int
    events: int
    spells: int
    contradictions: int


def merge(store: Store, record: Path, given: Path, *, now: str, opening: Opening, parts: Parts | None = None) -> Joined:
    """Take the record in the file ``given`` into ``store``, whose file is ``record``; that file is only read.

    :raises NoSuchRecord: it is not there.
    :raises BadArgument: it is the record itself.
    :raises BadRecord: it is something else, or does not hold: nothing was taken in.
    """
    if not given.is_file():
        raise NoSuchRecord(f"There is no record {given}.", remedy="Check the name.")
    if given.samefile(record):
        raise BadArgument(f"{given} is the record itself.", remedy="Name another one.")
    originals = _Originals(source=archive(_beside(given)), target=Archive(_beside(record)))
    with checked(given, record.parent, opening) as other:
        try:
            taken, counts = join(store, other, originals, now=now, parts=parts)
        except BaseException:
            originals.take_back(store)
            raise
    events, spells, contradictions = counts
    return Joined(
        taken=taken,
        originals=len(originals.came),
        without=originals.without,
        events=events,
        spells=spells,
        contradictions=contradictions,
    )


def join(
    store: Store, other: Store, keep: Callable[[str], bool], *, now: str, parts: Parts | None = None
) -> tuple[Taken, tuple[int, int, int]]:
    """Take in all of another record, which holds, and derive again: what came in, and how much is derived.

    ``keep`` is told of each original that comes along, and says whether it could be kept.

    :raises BadRecord: something in it cannot be kept, or has not been yet; nothing was taken in then.
    """
    decisions = other.decisions(as_made=True)
    for decision in decisions:
        _check_time(decision.at, f"decision {decision.id}", now)
    histories = (_in_time(other.history(one), now) for one in other.report_ids())
    taken = store.take(histories, decisions, list(other.failures()), keep=keep, now=now)
    return taken, derive(store, parts)


@contextmanager
def checked(given: Path, folder: Path, opening: Opening) -> Iterator[SqlStore]:
    """A copy of a stranger's record in ``folder``, checked as ``situate verify`` does; the file itself is only read.

    :raises BadRecord: it is something else, or something in it does not hold.
    """
    with tempfile.TemporaryDirectory(prefix=".situate-merge-", dir=folder) as name:
        copy = Path(name) / "other.db"
        with translated(copy):
            for end in ("", "-wal"):  # a log that was not folded in yet belongs to the record
                if (part := given.with_name(given.name + end)).is_file():
                    shutil.copyfile(part, copy.with_name(copy.name + end))
        with _named(copy, given), open_record(copy, opening) as other:
            other.name = str(given)
            other.replace_derived([], [], [], made_from="")  # it is derived here, by these rules
            _check(other, given)
            yield other


@contextmanager
def _named(copy: Path, given: Path) -> Iterator[None]:
    """Errors speak of the file that the user named."""
    try:
        yield
    except StopRun as problem:
        raise type(problem)(problem.message.replace(str(copy), str(given)), remedy=problem.remedy) from problem


def _check(other: SqlStore, given: Path) -> None:
    problems = list(islice(verify(other, archive(_beside(given))), _TOLD + 1))
    if problems:
        told = "; ".join(f"{one.item}: {one.found}" for one in problems[:_TOLD])
        more = "; and more" if len(problems) > _TOLD else ""
        raise BadRecord(f"{given} does not hold: {told}{more}. Nothing was taken in.", remedy=_REMEDY)


def _in_time(history: Sequence[Version], now: str) -> Sequence[Version]:
    for version in history:
        _check_time(version.stored.ingested_at, f"report {version.stored.report.id}", now)
    return history


def _check_time(at: str, item: str, now: str) -> None:
    """Of two readings the later counts: nobody may claim to be later than now."""
    try:
        then = dt.datetime.fromisoformat(at)
        early = then.tzinfo is not None and at.endswith("Z") and then <= dt.datetime.fromisoformat(now) + _SLACK
    except ValueError:
        early = False
    if not early:
        raise BadRecord(
            f"Nothing was taken in: {item} of the other record is of {at[:40]!r}, which is no time in UTC up to now.",
            remedy=_REMEDY,
        )


def _beside(record: Path) -> Path:
    return record.with_name(record.name + ".archive")


@dataclass(slots=True, kw_only=True)
class _Originals:
    """Copies originals from one archive to another by their hash, and remembers what came."""

    source: Archive | None
    target: Archive
    came: set[str] = field(default_factory=set)
    without: int = 0

    def __call__(self, sha256: str) -> bool:
        """Whether this original is kept here, or can be."""
        if self.source is not None:
            if self.target.path_of(sha256).is_file():
                return True
            path = self.source.path_of(sha256)
            if path.is_file() and not path.is_symlink():
                self._copy(path, sha256)
                return True
        self.without += 1
        return False

    def _copy(self, path: Path, sha256: str) -> None:
        kept = self.target.keep(path)
        if kept != sha256:
            self.target.discard(kept)
            raise BadRecord(f"The original {path} is not what was archived. Nothing was taken in.", remedy=_REMEDY)
        self.came.add(sha256)

    def take_back(self, store: Store) -> None:
        """Remove what came, as nothing rests on it."""
        for sha256 in sorted(self.came - store.resting(self.came)):
            self.target.discard(sha256)
