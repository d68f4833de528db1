"""The tables of a record, for queries. Their shape in the file is made by ``migrations``."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Float, Integer, MetaData, Table, Text

metadata = MetaData()


def _table(name: str, texts: str, *, key: bool = True, integers: str = "", floats: str = "") -> Table:
    """A table of text columns (and some others); ``key`` = it has ``row``, SQLite's own key."""
    columns: list[Column[Any]] = [Column("row", Integer, primary_key=True)] if key else []
    columns += [Column(name_, Integer) for name_ in integers.split()]
    columns += [Column(name_, Float) for name_ in floats.split()]
    columns += [Column(name_, Text) for name_ in texts.split()]
    return Table(name, metadata, *columns)


meta = _table("meta", "key value", key=False)
body = _table("body", "hash text", key=False)
report = _table(
    "report",
    "id content seal body extractor published known_on outlet language title source_path original payload ingested_at",
    integers="version superseded_by",
)
claim = _table(
    "claim",
    "id type polarity modality earliest latest first_day last_day country place payload",
    integers="report position",
    floats="salience confidence",
)
claim_link = _table("claim_link", "kind value", key=False, integers="claim")
named = _table("named", "kind value payload", key=False, integers="rank")
failure = _table("failure", "id item stage reason message remedy original seen_at mended_at")
forgotten = _table("forgotten", "id body original at reason")
decision = _table("decision", "id claim report at payload")
event = _table("event", "id kind type modality standing first_day last_day country place payload")
event_link = _table("event_link", "kind value", key=False, integers="event")
spell = _table("spell", "id place dimension value payload last_news")
spell_link = _table("spell_link", "kind value", key=False, integers="spell")
contradiction = _table("contradiction", "id field payload owner")
trace_report = _table("trace_report", "id origin outlet retracts payload", integers="corrects")
trace_sketch = _table("trace_sketch", "", key=False, integers="value report")
trace_place = _table("trace_place", "id payload")
trace_named = _table("trace_named", "", key=False, integers="place report")
trace_key = _table("trace_key", "", key=False, integers="key event")
trace_beside = _table("trace_beside", "", key=False, integers="event other")
trace_mark = _table("trace_mark", "place dimension claim", key=False)

#: What derivation leaves for the next one.
TRACES = (trace_report, trace_sketch, trace_place, trace_named, trace_key, trace_beside, trace_mark)

#: Derived tables, in the order in which they can be emptied.
DERIVED = (event_link, spell_link, contradiction, event, spell, *TRACES)
