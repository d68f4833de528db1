"""What the tables of figures share: rows, and what the scripts of this folder print."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from situate.pipeline.evaluating import evaluate

HERE = Path(__file__).parent
ROOT = HERE.parent
SHARED = ROOT.parent / "shared"
Row = dict[str, str]


def row(topic: str, figure: str, value: float | str, target: str, **about: str) -> Row:
    """A row of a table; accuracies are told with three digits."""
    told = value if isinstance(value, str) else f"{value:.3f}"
    return {"topic": topic, "figure": figure, "value": told, "target": target, **about}


def told(rates: Mapping[str, float]) -> str:
    """F1 with precision and recall."""
    return f"{rates['f1']:.3f} (P {rates['p']:.3f}, R {rates['r']:.3f})"


def run(benchmark: str, path: Path, texts: Path | None = None) -> Mapping[str, Any]:
    """The figures of a benchmark; ``texts`` is the folder of texts that its file lacks."""
    return evaluate(benchmark, path, data=texts)


def pair(processor: float, wall: float) -> str:
    """A rate of processor time, and of the wall clock."""
    return f"{processor:,} ({wall:,})"


def machine() -> str:
    """What it ran on, in a few words."""
    return f"{os.cpu_count()} cores {platform.machine()}, Python {platform.python_version()}"


def output(script: list[str]) -> Any:
    """The last JSON line that a script of this folder prints."""
    return lines_of(script)[-1]


def lines_of(script: list[str]) -> list[Any]:
    """The JSON lines that a script of this folder prints."""
    command = [sys.executable, str(HERE / script[0]), *script[1:]]
    path = os.pathsep.join(filter(None, (os.environ.get("PYTHONPATH"), str(ROOT / "training"))))
    env = os.environ | {"OMP_NUM_THREADS": "1", "PYTHONPATH": path}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    if done.returncode:
        raise SystemExit(f"{script[0]}: {done.stderr.strip()}")
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
