"""A command line of situate in a process that can be killed, with a plain reader that takes its time.

    python child.py SECONDS_A_REPORT FILE_LIMIT COMMAND …

``FILE_LIMIT`` is the largest size of a file that the process may write, in bytes, or 0: a disk that is full.
"""

import dataclasses
import resource
import runpy
import sys
import time
from pathlib import Path

from situate.cli import main

PLAIN = runpy.run_path(str(Path(__file__).parents[1] / "unit" / "conftest.py"))


class Slow:
    """The plain reader, slowed down."""

    def __init__(self):
        self.reader = PLAIN["PlainReader"]()
        self.name = self.reader.name

    def __call__(self, report):
        time.sleep(float(sys.argv[1]))
        return self.reader(report)


if __name__ == "__main__":
    limit = int(sys.argv[2])
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    sys.exit(main(sys.argv[3:], parts=dataclasses.replace(PLAIN["PARTS"], chain=Slow)))
