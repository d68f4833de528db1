"""Prints the paths of the sample reports, one a line: those of the package, or of copies in the folder named."""

import sys
from pathlib import Path

from situate.samples import copied, paths

found = copied(Path(sys.argv[1])) if len(sys.argv) > 1 else paths()
sys.stdout.write("".join(f"{path}\n" for path in found))
