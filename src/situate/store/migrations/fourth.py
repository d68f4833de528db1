"""A step in the shape of a record: what was forgotten.

``forgotten`` has a row for each version of a report that was erased: the report's id, hashes of its text and of the
original that it came from, when and why. No word of the report stands in it.
"""

from __future__ import annotations

STATEMENTS = (
    """CREATE TABLE forgotten (
  row INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  original TEXT,
  at TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT""",
    "CREATE INDEX forgotten_id ON forgotten (id)",
    "CREATE INDEX forgotten_body ON forgotten (body)",
)
