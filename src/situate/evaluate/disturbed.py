"""Reports in disturbed print: in capitals, without capitals, without marks, as archives and collections carry them.

The claims of a report do not change with its print, so their F1 should not either. ``loss`` is in points of F1
(hundredths) against the same reports as they were printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from situate.evaluate.claims import Annotated
from situate.evaluate.editing import Edit, edited_report
from situate.evaluate.rates import Figures

Disturb = Callable[[str], Sequence[Edit]]
_MARKS = re.compile(r"[,;:'\"‘’“”()\[\]](?!\d)")
_ALL_MARKS = re.compile(r"[,;:'\"‘’“”()\[\].!?…](?!\d)")


def _each(change: Callable[[str], str]) -> Disturb:
    """Letters changed one by one; those whose other case is longer than one letter stay, so that nothing moves."""

    def edits(text: str) -> list[Edit]:
        return [
            Edit(at, at + 1, other)
            for at, letter in enumerate(text)
            if (other := change(letter)) != letter and len(other) == 1
        ]

    return edits


def _without(marks: re.Pattern[str]) -> Disturb:
    return lambda text: [Edit(found.start(), found.end(), "") for found in marks.finditer(text)]


PRINTS: Mapping[str, Disturb] = {
    "as_printed": lambda text: [],
    "upper_case": _each(str.upper),
    "lower_case": _each(str.lower),
    "without_commas_and_quotes": _without(_MARKS),
    "without_any_marks": _without(_ALL_MARKS),
}


def disturbed(report: Annotated, name: str) -> Annotated:
    """A report in one of ``PRINTS``, its annotation moved along."""
    return edited_report(report, PRINTS[name](report.text))


def told(figures: Mapping[str, Mapping[str, Mapping[str, float]]]) -> Figures:
    """What each print costs; ``figures``: those of the claims benchmark, by print."""
    plain = figures["as_printed"]["claim"]["f1"]
    return {
        name: {
            "claim": one["claim"],
            "role_f1": one["role"]["f1"],
            "loss": round(100 * (plain - one["claim"]["f1"]), 2),
        }
        for name, one in figures.items()
    }
