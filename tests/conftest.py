"""Settings of all tests: examples of hypothesis are the same in every run, and a busy machine fails none of them.

What the user of this machine added to the tables of outlets, actors and places is none of the tests' business.
"""

import os
import tempfile

from hypothesis import settings

os.environ["SITUATE_DATA"] = tempfile.mkdtemp(prefix="situate-")
settings.register_profile("situate", deadline=None, derandomize=True)
settings.load_profile("situate")
