"""A command line of situate in a process that kills itself when it comes to a point for the n-th time.

    python cut.py MODULE:ATTRIBUTE N COMMAND …

Reports are read by the plain reader of the unit tests, under the name in ``SITUATE_MODEL`` if there is one.
"""

import dataclasses
import functools
import importlib
import os
import runpy
import signal
import sys
from pathlib import Path

from situate.cli import main

PLAIN = runpy.run_path(str(Path(__file__).parents[1] / "unit" / "conftest.py"))


class Named(PLAIN["PlainReader"]):
    """The plain reader under another name."""

    name = os.environ.get("SITUATE_MODEL", PLAIN["PlainReader"].name)


def cut(point, calls):
    """Put a function that kills this process at its n-th call in the place of the one at ``point``."""
    module, _, names = point.partition(":")
    *owners, name = names.split(".")
    owner = functools.reduce(getattr, owners, importlib.import_module(module))
    whole, left = getattr(owner, name), [calls]

    def killing(*arguments, **options):
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(*arguments, **options)

    setattr(owner, name, killing)


if __name__ == "__main__":
    cut(sys.argv[1], int(sys.argv[2]))
    sys.exit(main(sys.argv[3:], parts=dataclasses.replace(PLAIN["PARTS"], chain=Named)))
