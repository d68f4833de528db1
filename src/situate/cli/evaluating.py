"""The command that measures: ``evaluate``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click


@click.command(
    short_help="Measure on a benchmark's file.",
    epilog="Example:  situate evaluate claims annotated.jsonl --json",
)
@click.argument("benchmark", metavar="BENCHMARK")
@click.argument("path", metavar="PATH")
@click.option("--json", "as_json", is_flag=True, help="All figures as one JSON object.")
@click.option("--data", metavar="FOLDER", help="The texts that a file without them is about (actors, acled, claims).")
@click.option("--model", metavar="FILE", help="Another reading model (.onnx).  [default: the one in the package]")
def evaluate(benchmark: str, path: str, as_json: bool, data: str | None, model: str | None) -> None:
    """Measure on annotated data: claims, attributions, parsing, mentions (re3d, the part left out of training), times,
    toponyms, events (how the claims of several reports are merged), muc4 (incidents against templates), actors
    (mentions labelled with whom they mean), plv (PLOVER types of marked pairs), and acled (ACLED's string of labelled
    snippets). On the reports of claims also what should not matter: swap (forty other actors in the actor's place),
    pairs (negated, planned and doubted twins), disturbed (print in capitals, without capitals, without marks).

    PATH is a file of JSON lines, packed with gzip or not, in the shape of its benchmark.
    """
    from situate.cli.output import print_table, write_lines
    from situate.pipeline.evaluating import evaluate as measured

    figures = measured(benchmark, Path(path), Path(model) if model else None, Path(data) if data else None)
    if as_json:
        write_lines([dict(figures)])
    else:
        print_table(["figure", "value"], _flat(figures))


def _flat(figures: Mapping[str, object], before: str = "") -> Iterator[tuple[str, str]]:
    """Names joined by full stops, and values as they are told."""
    for name, value in figures.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", f"{value:.4f}" if isinstance(value, float) else f"{value:,}"
