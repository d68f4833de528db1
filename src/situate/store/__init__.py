"""The record: tables, queries, migrations. SQLite by default; :class:`situate.ports.Store` is the seam."""

from situate.store.opening import Opening
from situate.store.record import SqlStore, in_memory, open_record
from situate.store.verify import verify

__all__ = ["Opening", "SqlStore", "in_memory", "open_record", "verify"]
