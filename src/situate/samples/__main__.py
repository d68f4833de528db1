"""Prints the paths of the sample reports, one a line."""

import sys

from situate.samples import paths

sys.stdout.write("".join(f"{path}\n" for path in paths()))
