"""How a record file came to its present shape: ordered steps, never changed once released.

A new record runs all of them; an older one runs those that it lacks, after a copy of it was made. Because new and
old files take the same way, the tables of a sound file read exactly as those that the steps make: anything else
in it (a view, a trigger, another column) was put there by someone, and the file is refused.
"""

from __future__ import annotations

from collections.abc import Sequence

from situate.store.migrations import first, fourth, second, third

#: Each step is a sequence of SQL statements; the number of steps taken is the file's ``user_version``.
STEPS: tuple[Sequence[str], ...] = (first.STATEMENTS, second.STATEMENTS, third.STATEMENTS, fourth.STATEMENTS)
SCHEMA_VERSION = len(STEPS)
