"""Commands that give away or check a record: ``export`` and ``verify``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from situate.cli.options import asked, format_option, known_option, opened, record_option, stages


@click.command(
    short_help="Write a file for others: a page, tables, maps, a data set.",
    epilog="Example:  situate export html -o page.html --profile public   or   situate export release -o release-1",
)
@click.argument("target", metavar="FORMAT")
@click.option("-o", "--output", metavar="FILE", required=True, help="Where to write; - is standard output.")
@click.option(
    "--profile",
    type=click.Choice(["analyst", "public"]),
    help="public masks private persons.  [default: analyst; of a release: public]",
)
@click.option("--since-release", metavar="FOLDER", help="The release before: its version counts on, changes are told.")
@click.option(
    "--plural",
    type=click.Choice(["3", "10"]),
    help="Of acled: the dead of a plural without a number, by its present rule or the one before.  [default: 3]",
)
@known_option
@record_option
def export(target: str, output: str, record: str, as_known_on: str | None, **how: Any) -> None:
    """Write the record in a format that others read; what it cannot hold is said.

    \b
    jsonl          all of the record, a JSON object a line
    html           one self-contained page
    acled          CSV in ACLED's 31 columns
    ucdp           CSV in the 49 columns of UCDP GED
    polecat        TSV in POLECAT's 40 columns
    hxl            CSV with HXL tags
    xlsx           a workbook with a codebook (pip install 'situate[xlsx]')
    parquet        GeoParquet (pip install 'situate[parquet]')
    geojson        points for maps on the web
    geopackage     layers for QGIS
    kml            placemarks with time spans
    timemap        JSON for timemap
    webannotation  evidence as W3C Web Annotations
    release        a folder: tables, codebook, version, changes since the last
    """
    from situate.cli.output import notes
    from situate.pipeline.giving import RELEASE, check_release, exporter, view, written

    since, profile, plural = how["since_release"], how["profile"], how["plural"]
    check_release(target, output, since)
    chosen = None if target == RELEASE and not plural else exporter(target, plural=int(plural) if plural else None)
    with asked(record, as_known_on, stages()) as store:
        shown = view(store, stages().names(), as_known_on=as_known_on)
    if chosen is None:
        from situate.pipeline.releasing import release

        notes(release(shown, output, profile or "public", since=since))
        return
    loss = written(chosen, shown, output, profile or "analyst")
    notes([f"{loss.kept} kept.", *(f"left out: {count} ({reason})" for reason, count in loss.left_out)])


@click.command(short_help="Check every offset, hash and link.", epilog="Example:  situate verify --record situate.db")
@format_option
@record_option
def verify(form: str, record: str) -> None:
    """Recompute every offset, quote, hash and link of a record; exit status 1 if something does not hold."""
    from situate.cli.layouts.failures import PROBLEMS
    from situate.cli.output import emit
    from situate.pipeline.files import archive
    from situate.store import verify as check

    with opened(record) as store:
        problems = list(check(store, archive(Path(f"{record}.archive"))))
        size = 0 if problems else sum(1 for _ in store.claims())
    if form != "table" or problems:
        emit(problems, PROBLEMS, form)
    if problems:
        click.get_current_context().exit(1)
    click.echo(
        f"{record} holds: every offset, quote, hash and link of {size:,} claims was checked.", err=form != "table"
    )
