"""Options that several commands share, and how a command gets at its record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from situate.settings import Settings

_F = TypeVar("_F", bound=Callable[..., Any])

record_option = click.option(
    "--record",
    metavar="FILE",
    default=lambda: Settings.load().record,
    help="The record.  [default: situate.db]",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "csv"]),
    default="table",
    help="A table for people; jsonl and csv are complete.  [default: table]",
)
known_option = click.option(
    "--as-known-on",
    metavar="DATE",
    help="Only reports published, and decisions made, by that day.",
)
jobs_option = click.option("--jobs", type=click.IntRange(1, 64), default=1, help="Processes that read.  [default: 1]")
strict_option = click.option("--strict", is_flag=True, help="Exit with status 1 if any item failed.")


def filter_options(command: _F) -> _F:
    """The filters of lists."""
    for option in reversed(
        [
            click.option("--place", metavar="NAME", help="At a place or its parts, by name or id."),
            click.option("--actor", metavar="NAME", help="Done by, or to, an actor."),
            click.option("--type", "types", metavar="TYPE", multiple=True, help="Of a claim type; may be repeated."),
            click.option("--from", "since", metavar="DATE", help="Not over before this date."),
            click.option("--to", "until", metavar="DATE", help="Begun by this date."),
            click.option("--speaker", metavar="NAME", help="Said by someone."),
            click.option("--outlet", metavar="NAME", help="In the reports of an outlet."),
        ]
    ):
        command = option(command)
    return command


def ingest_options(command: _F) -> _F:
    """What holds for reports that bring none of their own."""
    for option in reversed(
        [
            click.option("--published", metavar="DATE", help="When reports without a date came out."),
            click.option("--outlet", metavar="NAME", help="Who published reports that do not say."),
            click.option("--language", metavar="xx", help="Their language, when it is not to be guessed."),
        ]
    ):
        command = option(command)
    return command


def extractor_options(command: _F) -> _F:
    """Who finds the claims."""
    for option in reversed(
        [
            click.option(
                "--extractor",
                type=click.Choice(["packaged", "llm"]),
                default="packaged",
                help="Who finds claims: the model in the package, offline, or a language model. With llm the texts of "
                "reports are sent to --llm-url: they leave this machine unless that is on it.  [default: packaged]",
            ),
            click.option("--llm-url", metavar="URL", help="An OpenAI-compatible endpoint: http://localhost:8000/v1."),
            click.option("--llm-model", metavar="NAME", help="The model that is asked there."),
            click.option(
                "--llm-timeout",
                type=click.FloatRange(1, 3600),
                metavar="SECONDS",
                help="How long an answer may take.  [default: 300]",
            ),
        ]
    ):
        command = option(command)
    return command


def asked_for(given: dict[str, Any]) -> Any:
    """The language model that options name, taken out of them; ``None`` for the packaged reader.

    Where it is not on this machine, that is said: texts leave it.
    """
    from situate.errors import BadArgument
    from situate.extract.llm.endpoint import LanguageModel

    chosen = given.pop("extractor")
    url, model, seconds = (given.pop(f"llm_{name}") for name in ("url", "model", "timeout"))
    if chosen != "llm":
        if url or model or seconds:
            raise BadArgument(
                "No language model was asked for.", remedy="Give --extractor llm, or none of its options."
            )
        return None
    if not (url and model):
        raise BadArgument("Which language model?", remedy="Give --llm-url and --llm-model.")
    named = (
        LanguageModel(url=url, model=model) if seconds is None else LanguageModel(url=url, model=model, seconds=seconds)
    )
    if not named.local:
        open_way = "" if named.encrypted else ", unencrypted"
        click.echo(f"The texts of the reports are sent to {named.host}, which is not this machine{open_way}.", err=True)
    return named


@contextmanager
def opened(record: str, *, create: bool = False) -> Iterator[Any]:
    """The record of a command, closed at its end."""
    from situate.store import open_record

    with open_record(Path(record), opening(create=create)) as store:
        yield store


def opening(*, create: bool = False) -> Any:
    """How commands open a record."""
    from situate.store import Opening

    settings = Settings.load()
    return Opening(create=create, busy_ms=settings.busy_ms, checked_bytes=settings.checked_bytes)


@contextmanager
def asked(record: str, as_known_on: str | None, parts: Any) -> Iterator[Any]:
    """The record with all that is derived from it, as of a day if one is given."""
    from situate.pipeline.deriving import as_known_on as known
    from situate.pipeline.deriving import up_to_date

    with opened(record) as store, known(store, as_known_on, parts) as then:
        if as_known_on is None and not up_to_date(then, parts):
            click.echo("Another process is writing: events and situations are those of a moment ago.", err=True)
        if as_known_on and (left_out := store.undated()):
            click.echo(f"{left_out} report(s) without a publication date are left out.", err=True)
        yield then


def stages() -> Any:
    """The stages of this run: the real ones, unless others were put in."""
    from situate.pipeline.wiring import Parts

    return click.get_current_context().obj or Parts()


def counted(number: int, noun: str) -> str:
    """ "1 report", "2,000 reports"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
