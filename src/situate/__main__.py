"""``python -m situate`` is ``situate``."""

import sys

from situate.cli import main

if __name__ == "__main__":
    sys.exit(main())
