"""Commands that tend a record: ``forget`` reports, ``reread`` all with the present model, ``merge`` another record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from situate.cli.options import (
    asked_for,
    counted,
    extractor_options,
    format_option,
    jobs_option,
    opened,
    opening,
    record_option,
    stages,
)


@click.command(
    short_help="Erase reports for good; they are not read again.",
    epilog="Example:  situate forget r:3f2a --reason 'asked by the source'   or   situate forget --undo r:3f2a",
)
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
@click.option("--reason", metavar="TEXT", default="", help="Why; it is kept, so name nobody.")
@click.option("--undo", is_flag=True, help="Let forgotten reports be read again.")
@record_option
def forget(reports: tuple[str, ...], reason: str, undo: bool, record: str) -> None:
    """Erase reports from the record: all versions, their claims, what was decided and derived, their originals.

    The beginning of an id is enough. What stays is a tombstone: id, hashes, day and reason, so that the same report is
    not read in again by mistake. What others hold (exports, copies, backups) is theirs to erase.
    """
    from situate.cli.output import notes, visible
    from situate.pipeline.deriving import utc_now
    from situate.pipeline.files import archive, backups
    from situate.pipeline.forgetting import forget as erase
    from situate.pipeline.forgetting import readmit

    if undo:
        with opened(record) as store:
            named = readmit(store, reports)
        click.echo(f"Can be read again: {visible(', '.join(named))}.")
        return
    with opened(record) as store:
        done = erase(store, reports, archive(Path(f"{record}.archive")), reason=reason, now=utc_now(), parts=stages())
    _tell_forgotten(done, record)
    notes(f"{copy} is an older copy of the record and may hold them: remove it." for copy in backups(Path(record)))


def _tell_forgotten(done: Any, record: str) -> None:
    from situate.cli.output import notes, visible

    erased = done.erased
    if done.reports:
        click.echo(f"Erased from {record}: {visible(', '.join(done.reports))}.")
        parts = [(erased.versions, "version"), (erased.claims, "claim"), (erased.decisions, "decision")]
        parts += [(erased.failures, "failure"), (len(erased.originals), "original")]
        click.echo(
            f"{', '.join(counted(*part) for part in parts)}. The record now has {counted(done.events, 'event')}, "
            f"{counted(done.spells, 'spell')}, {counted(done.contradictions, 'contradiction')}."
        )
    notes(f"{stone.id} was forgotten on {stone.at[:10]} already." for stone in done.before)
    notes(
        f"Its original stays, with its text, for other reports rest on it: {original[:16]}…"
        for original in erased.shared
    )


@click.command(
    short_help="Read all reports again with the present model.",
    epilog="Example:  situate reread --dry-run   or   situate reread --format csv > differences.csv",
)
@extractor_options
@jobs_option
@click.option("--dry-run", "dry", is_flag=True, help="Show the difference and keep nothing.")
@format_option
@record_option
def reread(record: str, jobs: int, dry: bool, form: str, **given: Any) -> None:
    """Read the reports of the record again with the present model, and show what that changes.

    A claim is the same one if its type is and its trigger overlaps. Earlier readings stay in the record and no longer
    count; decisions go over to the claims that overlap theirs. A run that was stopped goes on where it was.
    """
    from situate.cli.differences import show
    from situate.cli.reading import progress
    from situate.engine import Local
    from situate.pipeline.deriving import utc_now
    from situate.pipeline.reading import Reading, ready
    from situate.pipeline.rereading import reread as read_again
    from situate.settings import Settings

    loaded = ready(stages().asking(asked_for(given)))
    with opened(record) as store, progress("reports read") as tick:
        how = Reading(engine=Local(jobs=jobs), now=utc_now, batch=Settings.load().batch, tick=tick)
        found = read_again(store, how, loaded, dry=dry)
    show(found, form, dry=dry)


@click.command(
    short_help="Take the reports of another record in.",
    epilog="Example:  situate merge colleague.db --record situate.db",
)
@click.argument("other", metavar="OTHER.db")
@record_option
def merge(other: str, record: str) -> None:
    """Take the reports of another record in, with their claims, failures, decisions and originals.

    The other file is only read, and must hold as `situate verify` checks it. The same report is in once; of two
    readings under one id the one that came in last counts, the other stays as a version. Forgotten reports stay away.
    """
    from situate.pipeline.deriving import utc_now
    from situate.pipeline.joining import merge as take_in

    with opened(record) as store:
        done = take_in(store, Path(record), Path(other), now=utc_now(), opening=opening(), parts=stages())
    _tell_joined(done, record, other)


def _tell_joined(done: Any, record: str, other: str) -> None:
    from situate.cli.output import notes
    from situate.cli.reading import tell_of_others

    taken = done.taken
    click.echo(
        f"{other} into {record}: {counted(taken.new, 'report')} new, {taken.changed} changed, {taken.older} as an "
        f"older version, {taken.same} the same; {counted(taken.claims, 'claim')}, "
        f"{counted(taken.decisions, 'decision')}, "
        f"{counted(taken.failures, 'failure')}, {counted(done.originals, 'original')} came in."
    )
    click.echo(
        f"The record now has {counted(done.events, 'event')}, {counted(done.spells, 'spell')}, "
        f"{counted(done.contradictions, 'contradiction')}."
    )
    tell_of_others(taken.of_others)
    notes(f"{one} was forgotten here, and stays away (situate forget --undo)." for one in taken.forgotten)
    if done.without:
        notes([f"{counted(done.without, 'item')} came without the original: it was not in {other}.archive."])
