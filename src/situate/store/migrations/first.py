"""The first shape of a record.

``body`` holds each text once, by its hash. ``report`` has one row a version (``content``: a hash of what came in;
``seal``: of what is kept, claims included); the present version has no ``superseded_by``. Claims hang on a version, so
those of an old one stay and no longer count. ``*_link`` tables answer "which claims (events, spells) speak of this
actor, place, speaker, outlet"; ``named`` has the best description of each (the lowest ``rank``). What stands below
``event`` is derived and can be built again from what stands above it.
"""

from __future__ import annotations

STATEMENTS = (
    "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE body (hash TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL) STRICT",
    """CREATE TABLE report (
  row INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  content TEXT NOT NULL,
  seal TEXT NOT NULL,
  body TEXT NOT NULL REFERENCES body (hash),
  extractor TEXT NOT NULL,
  published TEXT,
  known_on TEXT,
  outlet TEXT,
  language TEXT,
  title TEXT,
  source_path TEXT,
  original TEXT,
  payload TEXT NOT NULL,
  ingested_at TEXT NOT NULL,
  superseded_by INTEGER REFERENCES report (row),
  UNIQUE (id, version)
) STRICT""",
    "CREATE INDEX report_present ON report (id) WHERE superseded_by IS NULL",
    "CREATE INDEX report_known_on ON report (known_on)",
    """CREATE TABLE claim (
  row INTEGER NOT NULL PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES report (row),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  polarity TEXT NOT NULL,
  modality TEXT NOT NULL,
  earliest TEXT,
  latest TEXT,
  first_day TEXT,
  last_day TEXT,
  country TEXT,
  place TEXT,
  salience REAL NOT NULL,
  confidence REAL NOT NULL,
  payload TEXT NOT NULL,
  UNIQUE (report, id)
) STRICT""",
    "CREATE INDEX claim_id ON claim (id)",
    "CREATE INDEX claim_type ON claim (type)",
    """CREATE TABLE claim_link (
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  claim INTEGER NOT NULL REFERENCES claim (row),
  PRIMARY KEY (kind, value, claim)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE named (
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  rank INTEGER NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (kind, value)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX claim_link_claim ON claim_link (claim)",
    """CREATE TABLE failure (
  row INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  item TEXT NOT NULL,
  stage TEXT NOT NULL,
  reason TEXT NOT NULL,
  message TEXT NOT NULL,
  remedy TEXT NOT NULL,
  original TEXT,
  seen_at TEXT NOT NULL,
  mended_at TEXT
) STRICT""",
    "CREATE INDEX failure_item ON failure (item)",
    """CREATE TABLE decision (
  row INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  claim TEXT NOT NULL,
  report TEXT NOT NULL,
  at TEXT NOT NULL,
  payload TEXT NOT NULL
) STRICT""",
    """CREATE TABLE event (
  row INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  type TEXT NOT NULL,
  modality TEXT NOT NULL,
  standing TEXT NOT NULL,
  first_day TEXT,
  last_day TEXT,
  country TEXT,
  place TEXT,
  payload TEXT NOT NULL
) STRICT""",
    "CREATE INDEX event_id ON event (id)",
    "CREATE INDEX event_type ON event (type)",
    "CREATE INDEX event_first_day ON event (first_day)",
    """CREATE TABLE event_link (
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  event INTEGER NOT NULL REFERENCES event (row),
  PRIMARY KEY (kind, value, event)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE spell (
  row INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL,
  place TEXT NOT NULL,
  dimension TEXT NOT NULL,
  value TEXT NOT NULL,
  payload TEXT NOT NULL
) STRICT""",
    "CREATE INDEX spell_id ON spell (id)",
    "CREATE INDEX spell_place ON spell (place)",
    """CREATE TABLE spell_link (
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  spell INTEGER NOT NULL REFERENCES spell (row),
  PRIMARY KEY (kind, value, spell)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE contradiction (
  row INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL,
  field TEXT NOT NULL,
  payload TEXT NOT NULL
) STRICT""",
)
