"""Commands that read reports: ``read`` into a record, ``extract`` into lines."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import IO, Any

import click

from situate.cli.options import (
    asked_for,
    counted,
    extractor_options,
    ingest_options,
    jobs_option,
    opened,
    record_option,
    stages,
    strict_option,
)
from situate.errors import BadArgument
from situate.settings import Settings

_PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH...")


@click.command(
    short_help="Read reports into a record.", epilog="Example:  situate read reports/ late.pdf --published 2017-09-05"
)
@_PATHS
@ingest_options
@extractor_options
@jobs_option
@strict_option
@record_option
def read(paths: tuple[str, ...], record: str, jobs: int, strict: bool, **given: Any) -> None:
    """Read reports into a record: files and folders, of any format, each known by its content.

    Reading the same file again changes nothing; a run that was stopped goes on where it was.
    """
    from situate.engine import Local
    from situate.ingest.discovery import require
    from situate.pipeline.deriving import utc_now
    from situate.pipeline.reading import Reading, ready
    from situate.pipeline.reading import read as read_into

    language_model = asked_for(given)
    wanted = _wanted(given, archive=Path(f"{record}.archive"))
    begun = time.monotonic()
    require([Path(path) for path in paths])  # before a record is made
    loaded = ready(stages().asking(language_model))
    with opened(record, create=True) as store, progress("reports read") as tick:
        how = Reading(engine=Local(jobs=jobs), now=utc_now, wanted=wanted, batch=Settings.load().batch, tick=tick)
        summary = read_into(paths, store, how, loaded)
    tell_failures(summary.failures)
    _tell(summary, record, time.monotonic() - begun)
    if strict and any(one.whole for one in summary.failures):
        click.get_current_context().exit(1)


@click.command(
    short_help="Reports in, JSON lines out; no record.",
    epilog="Example:  situate extract report.txt --published 2017-09-05 -o claims.jsonl",
)
@_PATHS
@ingest_options
@click.option(
    "--layer",
    type=click.Choice(["claims", "mentions", "times", "attributions"]),
    default="claims",
    help="What to write.  [default: claims]",
)
@click.option("-o", "--output", metavar="FILE", help="Where to write.  [default: standard output]")
@extractor_options
@jobs_option
@strict_option
def extract(paths: tuple[str, ...], layer: Any, output: str | None, jobs: int, strict: bool, **given: Any) -> None:
    """Reports in, JSON lines out: the pure core, with no record and nothing remembered between reports."""
    from situate.engine import Local
    from situate.model.codec import dumps
    from situate.model.failure import Failure
    from situate.pipeline.reading import extract as lines_of

    language_model = asked_for(given)
    if language_model is not None and layer != "claims":
        raise BadArgument(
            f"A language model is asked for claims, not for {layer}.", remedy="Leave --extractor llm out."
        )
    wanted = _wanted(given, archive=None)
    parts = stages().asking(language_model)
    failed = False
    with _written(output) as write:
        for line in lines_of(paths, layer, Local(jobs=jobs), wanted=wanted, parts=parts):
            if isinstance(line, Failure):
                failed = failed or line.whole
                tell_failures([line])
            else:
                write(dumps(line) + "\n")
    if strict and failed:
        click.get_current_context().exit(1)


def _wanted(given: dict[str, Any], archive: Path | None) -> Any:
    from situate.pipeline.deriving import bounds
    from situate.pipeline.wiring import Wanted

    if given.get("published"):
        bounds(given["published"])
    return Wanted(archive=archive, **given)


@contextmanager
def _written(output: str | None) -> Iterator[Callable[[str], object]]:
    """Where lines go: standard output, or a file that appears only once it is whole."""
    if output is None:
        yield sys.stdout.write
        return
    from situate.pipeline.files import whole_file

    with whole_file(output) as stream:
        yield lambda line: stream.write(line.encode("utf-8"))


@contextmanager
def progress(what: str) -> Iterator[Callable[[], None]]:
    """A counter on standard error while the run goes on; nothing when that is no terminal."""
    if not sys.stderr.isatty():
        with nullcontext():
            yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} {task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=_stderr()), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda: bar.advance(task)


def _stderr() -> IO[str]:
    return sys.stderr


def tell_failures(failures: Any) -> None:
    """A line for each failure on standard error."""
    from situate.cli.output import notes

    notes(
        f"{'failed' if one.whole else 'in part'}: {one.item} ({one.stage}, {one.reason}): "
        f"{one.message} {one.remedy}".rstrip()
        for one in failures
    )


def tell_of_others(number: int) -> None:
    """Warn that reports of two outlets have one id, so that only one of them counts."""
    if number:
        click.echo(
            f"one id, two outlets: {counted(number, 'report')}; of two reports under one id only one counts. If the "
            "ids are numbers of rows, leave that column out, or make them unlike.",
            err=True,
        )


def _tell(summary: Any, record: str, seconds: float) -> None:
    """What the run did, in a few lines."""
    if not summary.reports and not summary.failures:
        click.echo("No report was found: there is nothing to read under these paths.", err=True)
    click.echo(
        f"{counted(summary.reports, 'report')} read into {record}: {summary.new} new, {summary.changed} changed, "
        f"{summary.unchanged} unchanged; {sum(one.whole for one in summary.failures)} failed."
    )
    click.echo(
        f"{counted(summary.claims, 'new claim')}. The record now has {counted(summary.events, 'event')} "
        f"(states of affairs among them), {counted(summary.spells, 'spell')}, "
        f"{counted(summary.contradictions, 'contradiction')}.  ({seconds:.1f} s)"
    )
    tell_of_others(summary.of_others)
    if summary.unnamed > 1:
        click.echo(
            f"no outlet: {counted(summary.unnamed, 'report')}; each counts as a source of its own, which backs the "
            "others (name theirs with --outlet).",
            err=True,
        )
    if summary.undated:
        click.echo(
            f"no publication date: {counted(summary.undated, 'report')}; their relative times stay unresolved "
            "(give one with --published).",
            err=True,
        )
