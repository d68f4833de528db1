"""Forgetting: a report leaves the record and is not read again, until that is taken back."""

from __future__ import annotations

import difflib
import shlex
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from situate.errors import BadArgument
from situate.model.failure import FORGOTTEN, Failure
from situate.model.record import Erased, Tombstone
from situate.model.report import Report
from situate.pipeline.deriving import derive
from situate.pipeline.wiring import Parts
from situate.ports import Archive, Store

_NEAR = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What a run of ``forget`` did: reports erased now, those that were forgotten before, and what is derived since."""

    reports: tuple[str, ...]
    before: tuple[Tombstone, ...]
    erased: Erased
    events: int
    spells: int
    contradictions: int


def forget(
    store: Store, given: Sequence[str], originals: Archive | None, *, reason: str, now: str, parts: Parts | None = None
) -> Forgotten:
    """Erase reports, from the file and from the archive, and derive again; ``given`` are ids or their beginnings.

    :raises BadArgument: no report, or more than one, has such an id.
    :raises RecordBusy: another process reads the record, so that pages could not be overwritten yet.
    """
    gone = store.tombstones()
    there = store.report_ids()
    named = [_one(one, there, [stone.id for stone in gone]) for one in given]
    reports = tuple(sorted({one for one in named if one in there}))
    erased = store.forget(reports, reason=reason, now=now) if reports else Erased()
    tidy(store, originals)
    counts = derive(store, parts)
    store.scrub()
    before = {stone.id: stone for stone in gone if stone.id in named and stone.id not in reports}
    events, spells, contradictions = counts
    return Forgotten(
        reports=reports,
        before=tuple(before.values()),
        erased=erased,
        events=events,
        spells=spells,
        contradictions=contradictions,
    )


def readmit(store: Store, given: Sequence[str]) -> tuple[str, ...]:
    """Take tombstones away, so that these reports can be read again; their ids.

    :raises BadArgument: no forgotten report, or more than one, has such an id.
    """
    gone = sorted({stone.id for stone in store.tombstones()})
    named = tuple(dict.fromkeys(_one(one, gone, [], "forgotten report") for one in given))
    for identity in named:
        store.readmit(identity)
    return named


def tidy(store: Store, originals: Archive | None, also: Collection[str] = ()) -> int:
    """Remove originals of forgotten reports on which no report rests; how many.

    ``also``: those of reports that were not read again just now, for reading a file keeps it first.
    """
    known = {stone.original for stone in store.tombstones() if stone.original} | set(also)
    if originals is None or not known:
        return 0
    return sum(originals.discard(original) for original in sorted(known - store.resting(known)))


def left_out(store: Store, report: Report) -> Failure:
    """Why a report that was forgotten is not read, and what to do about it."""
    stone = store.tombstone(report)
    identity = stone.id if stone else report.id
    since = f" on {stone.at[:10]}" if stone else ""
    why = f" ({stone.reason})" if stone and stone.reason else ""
    told = f"report {identity} was" if identity == report.id else f"its text is that of report {identity}, which was"
    return Failure(
        item=report.source_path or report.id,
        stage="ingest",
        reason=FORGOTTEN,
        message=f"{told} forgotten{since}{why}.",
        remedy=f"To read it again: situate forget --undo {shlex.quote(identity)}",
    )


def _one(given: str, there: Sequence[str], gone: Sequence[str], what: str = "report") -> str:
    """The id that is this one, or begins so.

    :raises BadArgument: there is none, or more than one.
    """
    known = sorted({*there, *gone})
    if given in known:
        return given
    found = [one for one in known if one.startswith(given)] if given else []
    if len(found) == 1:
        return found[0]
    if found:
        some = ", ".join(found[:_NEAR]) + (f" and {len(found) - _NEAR} more" if len(found) > _NEAR else "")
        raise BadArgument(f"More than one {what} has an id that begins with {given!r}: {some}.", remedy="Write more.")
    near = difflib.get_close_matches(given, known, n=_NEAR, cutoff=0.6)
    remedy = f"Near it are {', '.join(near)}." if near else "`situate reports` lists ids."
    raise BadArgument(f"No {what} has the id {given!r}.", remedy=remedy)
