"""The third shape of a record: what derivation leaves so that the next one touches only what it must.

``trace_report`` has a row for each present report: what was made of it as a whole; ``origin`` is that of a copy.
``trace_sketch`` finds its copies, ``trace_place`` and ``trace_named`` the places that its claims name. ``trace_key``
finds events by what could tell them too, ``trace_beside`` those that were weighed against an event and kept apart,
``trace_mark`` the claims that say something of a place. All of it is derived. Spells know when they were last heard of
while they last, contradictions what they belong to; events and spells are found from their links, for they are
replaced one by one.
"""

from __future__ import annotations

STATEMENTS = (
    "CREATE INDEX report_published ON report (published) WHERE superseded_by IS NULL",
    """CREATE TABLE trace_report (
  row INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  origin TEXT,
  outlet TEXT,
  corrects INTEGER NOT NULL,
  retracts TEXT,
  payload TEXT NOT NULL
) STRICT""",
    "CREATE INDEX trace_report_origin ON trace_report (origin) WHERE origin IS NOT NULL",
    "CREATE INDEX trace_report_corrects ON trace_report (outlet) WHERE corrects",
    "CREATE INDEX trace_report_retracts ON trace_report (retracts) WHERE retracts IS NOT NULL",
    """CREATE TABLE trace_sketch (
  value INTEGER NOT NULL,
  report INTEGER NOT NULL,
  PRIMARY KEY (value, report)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX trace_sketch_report ON trace_sketch (report)",
    """CREATE TABLE trace_place (
  row INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL,
  payload TEXT NOT NULL UNIQUE
) STRICT""",
    """CREATE TABLE trace_named (
  place INTEGER NOT NULL,
  report INTEGER NOT NULL,
  PRIMARY KEY (place, report)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX trace_named_report ON trace_named (report)",
    """CREATE TABLE trace_key (
  key INTEGER NOT NULL,
  event INTEGER NOT NULL,
  PRIMARY KEY (key, event)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX trace_key_event ON trace_key (event)",
    """CREATE TABLE trace_beside (
  event INTEGER NOT NULL,
  other INTEGER NOT NULL,
  PRIMARY KEY (event, other)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE trace_mark (
  place TEXT NOT NULL,
  dimension TEXT NOT NULL,
  claim TEXT NOT NULL,
  PRIMARY KEY (place, dimension, claim)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX trace_mark_claim ON trace_mark (claim)",
    "ALTER TABLE spell ADD COLUMN last_news TEXT",
    "CREATE INDEX spell_last_news ON spell (last_news) WHERE last_news IS NOT NULL",
    "ALTER TABLE contradiction ADD COLUMN owner TEXT",
    "CREATE INDEX contradiction_owner ON contradiction (owner)",
    "CREATE INDEX contradiction_id ON contradiction (id)",
    "CREATE INDEX event_link_event ON event_link (event)",
    "CREATE INDEX spell_link_spell ON spell_link (spell)",
)
