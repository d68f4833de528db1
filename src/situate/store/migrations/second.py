"""The second shape of a record: full text of reports and claims, by SQLite's FTS5.

The indexes hold no text of their own (``content=''``): ``report_words`` has the row of a report version,
``claim_words`` that of a claim, with its words and the names that they were resolved to. Words are folded (case,
accents) and cut to their stem (English). Like all that they index, rows are only ever added.
"""

from __future__ import annotations

TOKENS = "porter unicode61 remove_diacritics 2"

INDEX_REPORTS = """INSERT INTO report_words (rowid, title, text)
SELECT report.row, coalesce(report.title, ''), body.text FROM report JOIN body ON body.hash = report.body"""

INDEX_CLAIMS = """INSERT INTO claim_words (rowid, words)
SELECT claim.row, replace(claim.type, '_', ' ') || ' ' || coalesce(json_extract(claim.payload, '$.trigger.quote'), '')
  || ' ' || coalesce((
    SELECT group_concat(
      coalesce(json_extract(value, '$.quote'), '') || ' ' || coalesce(json_extract(value, '$.place.name'), '') || ' '
      || coalesce(json_extract(value, '$.actor.name'), ''), ' ')
    FROM json_each(claim.payload, '$.roles')), '')
  || ' ' || coalesce((
    SELECT group_concat(
      coalesce(json_extract(value, '$.quote'), '') || ' ' || coalesce(json_extract(value, '$.actor.name'), ''), ' ')
    FROM json_each(claim.payload, '$.speakers')), '')
FROM claim"""

STATEMENTS = (
    f"CREATE VIRTUAL TABLE report_words USING fts5(title, text, content='', tokenize='{TOKENS}')",
    f"CREATE VIRTUAL TABLE claim_words USING fts5(words, content='', tokenize='{TOKENS}')",
    INDEX_REPORTS,
    INDEX_CLAIMS,
)
