"""Commands that follow a conflict through time: ``timeline``, ``changes``, ``matrix`` and ``convoys``."""

from __future__ import annotations

from typing import Any

import click

from situate.cli.options import asked, format_option, known_option, opened, record_option, stages
from situate.settings import Settings

_DIMENSIONS = ["control", "siege", "access", "truce", "population"]


@click.command(
    short_help="The spells of a place, one after the other.",
    epilog="Example:  situate timeline 'Deir ez-Zor' --dimension siege --from 2014",
)
@click.argument("place")
@click.option(
    "--dimension", "dimensions", type=click.Choice(_DIMENSIONS), multiple=True, help="Only this one; may be repeated."
)
@click.option("--from", "since", metavar="DATE", help="Not over before this date.")
@click.option("--to", "until", metavar="DATE", help="Begun by this date.")
@known_option
@format_option
@record_option
def timeline(
    place: str, dimensions: tuple[str, ...], since: str | None, until: str | None, as_known_on: str | None, form: str,
    record: str,
) -> None:  # fmt: skip
    """Who held a place and its parts, who besieged it, what got in: every spell, in the order in which they began."""
    from situate.cli.layouts.spells import TIMELINE
    from situate.cli.output import emit
    from situate.pipeline.asking import Question
    from situate.pipeline.timelines import timeline as ask

    stale, when = Settings.load().stale_days, Question(since=since, until=until)
    with asked(record, as_known_on, stages()) as store:
        found = ask(store, place, stages(), asked=when, dimensions=dimensions, stale_days=stale)
        emit(found.spells, TIMELINE, form)


@click.command(
    short_help="What happened, began or ended between two days.",
    epilog="Example:  situate changes --since 2017-09-05   or   situate changes --since 2017-09-05 --watch places.txt",
)
@click.option("--since", metavar="DATE", required=True, help="From this day on.")
@click.option("--until", metavar="DATE", help="To this day.  [default: the last publication date]")
@click.option(
    "--clock",
    type=click.Choice(["world", "reports"]),
    default="world",
    help="world: when it happened; reports: when it was told.  [default: world]",
)
@click.option("--place", metavar="NAME", help="At a place or its parts.")
@click.option("--type", "kinds", metavar="TYPE", multiple=True, help="Of a claim type or dimension; may be repeated.")
@click.option("--watch", metavar="FILE", help="Only what a watch list names: places, types or dimensions, one a line.")
@known_option
@format_option
@record_option
def changes(form: str, record: str, as_known_on: str | None, **given: Any) -> None:
    """The brief of a morning: a sentence for each thing that happened, began, ended or changed, with footnotes.

    The clock of the world asks when it happened; that of the reports, what is known now that was not known the day
    before --since: events told for the first time, other tolls, other standings, whenever they happened.
    """
    from situate.cli.briefs import show
    from situate.cli.layouts.changes import CHANGES
    from situate.cli.output import emit
    from situate.pipeline.briefing import Asked, brief
    from situate.pipeline.watching import check_kinds

    wanted = Asked(known=as_known_on, **given)
    check_kinds(wanted.kinds)
    with opened(record) as store:
        if (as_known_on or wanted.clock == "reports") and (left_out := store.undated()):
            click.echo(f"{left_out} report(s) without a publication date are left out.", err=True)
        found = brief(store, wanted, stages())
    if form == "table":
        show(found)
    else:
        emit(zip(found.changes, found.footnotes, strict=True), CHANGES, form)


@click.command(
    short_help="Places by months: a state or a count.",
    epilog="Example:  situate matrix siege --format csv   or   situate matrix events --type deliver_aid --by town",
)
@click.argument("of", metavar="STATE|COUNT")
@click.option("--place", metavar="NAME", help="At a place or its parts.")
@click.option("--type", "types", metavar="TYPE", multiple=True, help="Count this claim type; may be repeated.")
@click.option("--from", "since", metavar="DATE", help="From this month on.")
@click.option("--to", "until", metavar="DATE", help="To this month.")
@click.option(
    "--by", "level", type=click.Choice(["place", "town", "country"]), default="place",
    help="Count parts with their town or country.  [default: place]",
)  # fmt: skip
@known_option
@format_option
@record_option
def matrix(of: str, form: str, record: str, as_known_on: str | None, level: Any, **given: Any) -> None:
    """Places by months. A state: control, siege, access, truce, population. A count: events, killed, wounded.

    Killed and wounded are the best figure told, the lower bound where there is none; killed_low, killed_high,
    wounded_low and wounded_high are the bounds. What did not happen within one month is in no cell, and is counted.
    """
    from situate.cli.matrices import show
    from situate.pipeline.asking import Question, check_types
    from situate.pipeline.matrices import matrix as ask

    question = Question(**given)
    check_types(question.types)
    with asked(record, as_known_on, stages()) as store:
        found = ask(store, of, question, stages(), level=level, stale_days=Settings.load().stale_days)
    show(found, form)


@click.command(
    short_help="Aid planned, delivered, denied and removed, by place and month.",
    epilog="Example:  situate convoys --place Ostry --from 2017-01   or   situate convoys --by country --format csv",
)
@click.option("--place", metavar="NAME", help="To a place or its parts.")
@click.option("--from", "since", metavar="DATE", help="From this month on.")
@click.option("--to", "until", metavar="DATE", help="To this month.")
@click.option(
    "--by", "level", type=click.Choice(["place", "town", "country"]), default="place",
    help="Count parts with their town or country.  [default: place]",
)  # fmt: skip
@known_option
@format_option
@record_option
def convoys(form: str, record: str, as_known_on: str | None, level: Any, **given: Any) -> None:
    """What reports tell of aid on its way: how much was planned, came, was turned back, or was taken off the trucks.

    A row is a step at a place in a month, with the goods as the reports call them and the outlets that tell it. What
    was planned and came counts in both steps. What is not known to lie within one month is in no row, and is counted.
    """
    from situate.cli.layouts.convoys import CONVOYS
    from situate.cli.output import emit
    from situate.pipeline.asking import Question
    from situate.pipeline.convoys import convoys as ask

    with asked(record, as_known_on, stages()) as store:
        found, too_wide = ask(store, Question(**given), stages(), level=level)
    emit(found, CONVOYS, form)
    if too_wide:
        click.echo(f"{too_wide} event(s) are not known to lie within one month and are in no row.", err=True)
