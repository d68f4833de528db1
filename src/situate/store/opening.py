"""Opening a record file: is it ours, is it sound, is it of this version; and the connection settings that keep it so.

A record may come from a stranger: its header is read before SQLite sees it, and its tables must be exactly those
that the migrations make (https://www.sqlite.org/security.html gives the settings for untrusted files).
"""

from __future__ import annotations

import errno
import os
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from situate.errors import BadRecord, NoSpace, NoSuchFile, NoSuchRecord, RecordBusy, StopRun
from situate.store import erasing
from situate.store.migrations import SCHEMA_VERSION, STEPS

APPLICATION_ID = 0x73697475  # "situ"
MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100  # https://www.sqlite.org/fileformat.html: user_version at 60, application_id at 68

_CONNECTION_SETTINGS = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA cache_size = -65536",  # 64 MiB: the indexes of a large record are written to all over
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How to open: ``create`` makes a missing file; ``busy_ms`` waits for others; see ``Settings.checked_bytes``."""

    create: bool = False
    busy_ms: int = 30_000
    checked_bytes: int = 512 * 1024 * 1024


def prepare(path: Path, opening: Opening) -> None:
    """Make sure that ``path`` is a sound record of this version: checked, created or migrated as needed.

    :raises NoSuchRecord: it is not there, and is not to be created.
    :raises BadRecord: it is something else, damaged, or of a newer program.
    """
    if path.is_dir():
        raise BadRecord(f"{path} is a folder, not a record.", remedy="Name a file with --record.")
    if not path.exists():
        _refuse_missing(path, opening)
    with translated(path):
        version = _header_version(path, opening)
        with closing(connect(path, opening.busy_ms)) as connection:
            if version == 0:
                _migrate(connection, 0)
                connection.execute("PRAGMA journal_mode = WAL")
            else:
                _check(connection, path, version, opening)
                if version < SCHEMA_VERSION:
                    _back_up(connection, path, version)
                    _migrate(connection, version)
                erasing.pending(connection, str(path))


def connect(path: Path, busy_ms: int) -> sqlite3.Connection:
    """A connection in autocommit with the safe settings; a file that cannot be written is opened to read."""
    connection = sqlite3.connect(
        _uri(path), uri=True, timeout=busy_ms / 1000, isolation_level=None, check_same_thread=False
    )
    for setting in _CONNECTION_SETTINGS:
        connection.execute(setting)
    return connection


def memory() -> sqlite3.Connection:
    """A new record in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    _migrate(connection, 0)
    return connection


@contextmanager
def translated(path: Path | str) -> Iterator[None]:
    """Turn what SQLite and the disk say into errors that tell the user what to do."""
    try:
        yield
    except DBAPIError as problem:
        raise _told(problem.orig or problem, path) from problem
    except (sqlite3.Error, UnicodeDecodeError) as problem:
        raise _told(problem, path) from problem
    except OSError as problem:
        if problem.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise
        raise NoSpace(f"No space is left to write {path}.", remedy="Free some space, then run it again.") from problem


def _told(problem: BaseException, path: Path | str) -> StopRun:
    words = str(problem).lower()
    if "locked" in words or "busy" in words:
        return RecordBusy(f"{path} is in use by another process.", remedy="Wait for it, then run this again.")
    if "full" in words or "disk i/o error" in words:
        return NoSpace(f"{path} cannot be written: {problem}.", remedy="Free some space, then run it again.")
    if "readonly" in words:
        return BadRecord(f"{path} may not be written.", remedy="Change its permissions, or copy it.")
    if "no such module" in words:
        return BadRecord(
            "The SQLite of this Python has no full-text search (FTS5).", remedy="Use a Python that has it."
        )
    if "unable to open" in words:
        return BadRecord(f"{path} cannot be opened.", remedy="Check its permissions and those of its folder.")
    return BadRecord(f"{path} is damaged: {problem}.", remedy="Take a backup, or read the reports into a new record.")


def _refuse_missing(path: Path, opening: Opening) -> None:
    if not opening.create:
        raise NoSuchRecord(
            f"There is no record {path}.", remedy="Make one with `situate read PATH…`, or name another with --record."
        )
    if not path.parent.is_dir():
        raise NoSuchFile(f"There is no folder {path.parent} for the record.", remedy="Create it first.")


def _header_version(path: Path, opening: Opening) -> int:
    """The schema version in the file's header, 0 for a file that is still to be filled."""
    header = _first_bytes(path)
    if not header and opening.create:
        return 0
    if not header:
        raise BadRecord(
            f"{path} is not a situate record yet: it is empty.",
            remedy="If another process is making it, run this again in a moment; else name another file with --record.",
        )
    foreign = BadRecord(f"{path} is not a situate record.", remedy="Name another file with --record.")
    if len(header) < _HEADER_BYTES or not header.startswith(MAGIC):
        raise foreign
    version, application = struct.unpack(">I4xI", header[60:72])
    if application != APPLICATION_ID or version == 0:
        raise foreign
    if version > SCHEMA_VERSION:
        raise BadRecord(
            f"{path} was written by a newer situate (schema {version}; this one knows {SCHEMA_VERSION}).",
            remedy="Upgrade situate.",
        )
    return int(version)


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER_BYTES)
    except FileNotFoundError:
        return b""
    except PermissionError as problem:
        raise BadRecord(f"{path} may not be read.", remedy="Change its permissions.") from problem


def _uri(path: Path) -> str:
    """The file as a URI; read-only and immutable where neither it nor its folder can be written."""
    plain = path.absolute().as_uri()
    if not path.exists() or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return plain
    log = path.with_name(path.name + "-wal")
    unfinished = log.exists() and log.stat().st_size > 0
    return plain + ("?mode=ro" if unfinished else "?mode=ro&immutable=1")


def _check(connection: sqlite3.Connection, path: Path, version: int, opening: Opening) -> None:
    """Pages, then tables: nothing may be damaged, nothing may be there that the migrations did not make."""
    if path.stat().st_size <= opening.checked_bytes:
        found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
        if found != "ok":
            raise sqlite3.DatabaseError(found)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as model:
        _migrate(model, 0, version)
        if _schema(connection) != _schema(model):
            raise BadRecord(
                f"{path} holds tables, views or triggers that situate did not make.",
                remedy="Do not use it; ask whoever gave it to you for the reports.",
            )


def _schema(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'")
    return sorted(rows.fetchall(), key=repr)


def _migrate(connection: sqlite3.Connection, version: int, last: int = SCHEMA_VERSION) -> None:
    """Take the steps after ``version`` up to ``last``, all or none."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if version == 0 and connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            connection.execute("ROLLBACK")  # another process was first
            return
        for step in STEPS[version:last]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {last}")
        connection.execute("COMMIT")
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _back_up(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """A copy of the file beside it, as it was before a migration."""
    copy = path.with_name(f"{path.name}.v{version}.backup")
    with closing(sqlite3.connect(copy)) as target:
        connection.backup(target)
    return copy
