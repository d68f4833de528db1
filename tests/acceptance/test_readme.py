"""What the README shows is what the sample reports give."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from situate.samples import paths

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
SHOWN = re.findall(r"^```\n\$ (situate [^\n]+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def situate(*arguments: str, record: Path) -> str:
    command = [sys.executable, "-m", "situate", *arguments, "--record", str(record)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    path = tmp_path_factory.mktemp("readme") / "record.db"
    situate("read", *map(str, paths()), record=path)
    return path


def test_something_is_shown():
    assert len(SHOWN) >= 2


@pytest.mark.parametrize(("command", "lines"), SHOWN, ids=[command for command, _ in SHOWN])
def test_the_beginning_of_an_output_is_as_shown(command, lines, record):
    printed = situate(*shlex.split(command)[1:], record=record)
    assert printed.startswith(lines), f"paste this into README.md:\n{printed}"
