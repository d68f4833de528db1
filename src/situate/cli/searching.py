"""The command ``search``: full text over reports and claims."""

from __future__ import annotations

from typing import Any

import click

from situate.cli.options import format_option, known_option, opened, record_option, stages
from situate.settings import Settings


@click.command(
    short_help="Reports by their words.",
    epilog="Example:  situate search siege 'Deir ez-Zor' --from 2017-09   or   situate search '\"broke the siege\"'",
)
@click.argument("words", nargs=-1, required=True)
@click.option("--place", metavar="NAME", help="Of which a claim is at a place or its parts.")
@click.option("--from", "since", metavar="DATE", help="Published on or after this date.")
@click.option("--to", "until", metavar="DATE", help="Published by this date.")
@click.option("--outlet", metavar="NAME", help="Of an outlet.")
@known_option
@format_option
@record_option
def search(words: tuple[str, ...], form: str, as_known_on: str | None, record: str, **given: Any) -> None:
    """Reports that hold all the words, in their text, title or claims; the best match first.

    Case, accents and endings do not matter (shelled finds shelling); claims also hold the names that
    words were resolved to. "In quotes" is a phrase; a star at the end (besieg*) stands for any ending.
    """
    from situate.cli.layouts.reports import FOUND
    from situate.cli.output import emit
    from situate.pipeline.asking import Question
    from situate.pipeline.searching import as_published_by
    from situate.pipeline.searching import search as ask

    with opened(record) as store, as_published_by(store, as_known_on) as then:
        if as_known_on and (left_out := store.undated()):
            click.echo(f"{left_out} report(s) without a publication date are left out.", err=True)
        found = ask(then, " ".join(words), Question(**given), stages(), context=Settings.load().context)
        emit(found, FOUND, form)
