"""Sample reports, written for this project.

``python -m situate.samples`` prints where they lie; with the name of a folder, it puts copies of them there.
"""

from __future__ import annotations

import shutil
from pathlib import Path


def paths() -> tuple[Path, ...]:
    """The files of the sample reports (JSON lines), in a fixed order."""
    return tuple(sorted(Path(__file__).parent.glob("*.jsonl")))


def copied(folder: Path) -> tuple[Path, ...]:
    """Copies of the files in ``folder``, which is made; a file of the same name is written over."""
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(Path(shutil.copyfile(path, folder / path.name)) for path in paths())
