"""Commands that list: events, claims, reports, speakers, places, actors, contradictions, failures."""

from __future__ import annotations

from typing import Any, Literal

import click

from situate.cli.options import asked, filter_options, format_option, known_option, opened, record_option, stages

_STATES = click.option("--states", is_flag=True, help="States of affairs too (who holds, who besieges).")
_WORDS = click.option("--words", is_flag=True, help="Speech acts too (accusations, threats, support).")


def _question(**given: Any) -> Any:
    from situate.pipeline.asking import Question, check_types

    question = Question(**given)
    check_types(question.types)
    return question


@click.command(
    short_help="What happened.", epilog="Example:  situate events --place 'Deir ez-Zor' --type airstrike --from 2017-09"
)
@filter_options
@_STATES
@_WORDS
@known_option
@format_option
@record_option
def events(record: str, form: str, as_known_on: str | None, **given: Any) -> None:
    """Happenings that reports tell, each with its place, time, actors, and how well it is backed."""
    from situate.cli.layouts.events import EVENTS
    from situate.cli.output import emit
    from situate.pipeline.asking import as_filter, only_happenings

    question = _question(**given)
    with asked(record, as_known_on, stages()) as store:
        emit(store.events(only_happenings(as_filter(store, question, stages()), question)), EVENTS, form)


@click.command(
    short_help="What each report says, in its own words.", epilog="Example:  situate claims --speaker SANA --format csv"
)
@filter_options
@_WORDS
@known_option
@format_option
@record_option
def claims(record: str, form: str, as_known_on: str | None, **given: Any) -> None:
    """What each report says, in its own words: who did what to whom, where, when, and who says so."""
    from situate.cli.layouts.claims import CLAIMS
    from situate.cli.output import emit
    from situate.pipeline.asking import as_filter

    question = _question(**given)
    with asked(record, as_known_on, stages()) as store:
        emit(store.claims(as_filter(store, question, stages())), CLAIMS, form)


@click.command(
    short_help="The reports of the record.",
    epilog="Example:  situate reports --outlet 'Syria Direct' --from 2017-09-01",
)
@filter_options
@known_option
@format_option
@record_option
def reports(record: str, form: str, as_known_on: str | None, **given: Any) -> None:
    """The reports of the record; --from and --to are dates of publication."""
    from situate.cli.layouts.reports import REPORTS
    from situate.cli.output import emit
    from situate.pipeline.asking import reports_asked

    question = _question(**given)
    with asked(record, as_known_on, stages()) as store:
        emit(reports_asked(store, question, stages()), REPORTS, form)


@click.command(short_help="Who says so.", epilog="Example:  situate speakers --place Raqqa")
@filter_options
@known_option
@format_option
@record_option
def speakers(record: str, form: str, as_known_on: str | None, **given: Any) -> None:
    """Who says things in the reports, the most quoted first."""
    _list_names("speaker", record, form, as_known_on, given)


@click.command(short_help="The places of the claims.", epilog="Example:  situate places --format csv > places.csv")
@filter_options
@known_option
@format_option
@record_option
def places(record: str, form: str, as_known_on: str | None, **given: Any) -> None:
    """The places of the claims, with what they are part of; local places (a base, a pocket) included."""
    _list_names("place", record, form, as_known_on, given)


@click.command(
    short_help="The actors of the claims.", epilog="Example:  situate actors --from 2017-09-01 --to 2017-09-30"
)
@filter_options
@known_option
@format_option
@record_option
def actors(record: str, form: str, as_known_on: str | None, **given: Any) -> None:
    """The actors of the claims: who does things, and to whom."""
    _list_names("actor", record, form, as_known_on, given)


def _list_names(
    kind: Literal["speaker", "place", "actor"], record: str, form: str, as_known_on: str | None, given: dict[str, Any]
) -> None:
    from situate.cli.layouts import named
    from situate.cli.output import emit
    from situate.pipeline.asking import names_asked

    layout = {"speaker": named.SPEAKERS, "place": named.PLACES, "actor": named.ACTORS}[kind]
    question = _question(**given)
    with asked(record, as_known_on, stages()) as store:
        emit(names_asked(store, kind, question, stages()), layout, form)


@click.command(short_help="What the reports do not agree on.", epilog="Example:  situate contradictions --place Aleppo")
@filter_options
@known_option
@format_option
@record_option
def contradictions(record: str, form: str, as_known_on: str | None, **given: Any) -> None:
    """What the reports do not agree on, with each value's claims; nothing is settled in silence."""
    from situate.cli.layouts.contradictions import CONTRADICTIONS
    from situate.cli.output import emit
    from situate.pipeline.asking import contradictions_asked

    question = _question(**given)
    with asked(record, as_known_on, stages()) as store:
        emit(contradictions_asked(store, question, stages()), CONTRADICTIONS, form)


@click.command(short_help="What could not be read, and why.", epilog="Example:  situate failures --format csv")
@format_option
@record_option
def failures(record: str, form: str) -> None:
    """What could not be read, each with its reason and what to do about it."""
    from situate.cli.layouts.failures import FAILURES
    from situate.cli.output import emit

    with opened(record) as store:
        emit(store.failures(), FAILURES, form)


LISTS = (events, claims, reports, speakers, places, actors, contradictions, failures)
