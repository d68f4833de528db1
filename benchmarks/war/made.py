"""A made-up war and its reports, with what is true of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from war.history import Course, Happening, History
from war.press import Press, Written

MONTHS, REPORTS = 12, 200  # a year is told by two hundred reports


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Words, what happened, what was told and never was, and the reports in order of their days."""

    words: Mapping[str, Any]
    history: History
    false: Sequence[Happening]
    reports: Sequence[Written]


def made(name: str, reports: int = REPORTS, seed: int | None = None) -> World:
    """The world of this name; the same name, number and seed give the same one."""
    words = yaml.safe_load((Path(__file__).parent / f"{name}.yaml").read_text("utf-8"))
    start = words["seed"] if seed is None else seed
    history = Course(words, max(1, MONTHS * reports // REPORTS), start).run()
    press = Press(words, history, start)
    return World(words=words, history=history, reports=press.written(reports), false=press.false)
