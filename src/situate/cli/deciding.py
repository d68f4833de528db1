"""The command ``decide``: a reviewer settles a contradiction, or takes that back."""

from __future__ import annotations

import click

from situate.cli.options import opened, record_option, stages


@click.command(
    short_help="Settle a contradiction, or take that back.",
    epilog="Example:  situate decide x:609b 'at least 135' --by Ann --reason 'names on two lists'   or   "
    "situate decide --undo x:609b",
)
@click.argument("contradiction", metavar="CONTRADICTION")
@click.argument("value", required=False, metavar="[VALUE]")
@click.option("--by", metavar="NAME", default="reviewer", show_default=True, help="Who decides; it is kept.")
@click.option("--reason", metavar="TEXT", default="", help="Why; it is kept.")
@click.option("--undo", is_flag=True, help="Take back what was decided.")
@record_option
def decide(contradiction: str, value: str | None, by: str, reason: str, undo: bool, record: str) -> None:
    """Say which value of a contradiction holds; events, situations and exports follow.

    What the claims of the other values say of the point in dispute no longer counts: a toll, a doer, a beginning
    alone; of who holds a place and of whether a thing happened, the whole claim. Nothing is erased: the contradiction
    is listed as resolved, with who decided, and --undo opens it again. The beginnings of an id and of a value are
    enough.
    """
    from situate.cli.output import visible
    from situate.pipeline.deriving import utc_now
    from situate.pipeline.settling import settle, unsettle

    if undo == (value is not None):
        raise click.UsageError("Say which value holds, or --undo.")
    with opened(record) as store:
        if value is None:
            done = unsettle(store, contradiction, by=by, reason=reason, now=utc_now(), parts=stages())
            click.echo(f"{done.contradiction.id} is open again.")
            return
        done = settle(store, contradiction, value, by=by, reason=reason, now=utc_now(), parts=stages())
        told = next((one for one in store.contradictions() if one.id == done.contradiction.id), done.contradiction)
    if told.status == "open":
        click.echo(f"{told.id} stays open: other claims still contradict each other.")
    else:
        click.echo(visible(f"{told.id} is resolved: {told.why}."))
