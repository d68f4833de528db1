"""An open record: transactions, and rows back to values; what it is asked stands in ``record`` and ``upkeep``."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, create_engine, event
from sqlalchemy.pool import StaticPool

from situate.errors import BadRecord, BadReport
from situate.model.codec import report_from
from situate.model.record import Filter, StoredReport
from situate.store import reading, rows
from situate.store.opening import translated

_T = TypeVar("_T")
_PAGE = 400


class Opened:
    """A record that is open, by its ``name``; whatever goes wrong in SQLite is told as an error of ours."""

    def __init__(self, make: Callable[[], sqlite3.Connection], name: str) -> None:
        self.name = name
        self._engine = create_engine("sqlite://", creator=make, poolclass=StaticPool)
        self._held: Connection | None = None
        event.listen(self._engine, "begin", _begin)

    def __enter__(self) -> Self:
        """The record itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; SQLite folds its log into it."""
        self._engine.dispose()

    def query(self, ask: Callable[[Connection], _T]) -> _T:
        """Run a read of another kind (a check of the whole record, say) in one transaction."""
        with self._read() as connection:
            return ask(connection)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """What is read within is the record of one moment, whatever another process writes meanwhile; no writing."""
        if self._held is not None:
            yield
            return
        with ExitStack() as transaction:
            with translated(self.name):  # not what goes wrong within, with the reader's own output, say
                self._held = transaction.enter_context(self._engine.begin())
            try:
                yield
            finally:
                self._held = None

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        if self._held is not None:
            with translated(self.name):
                yield self._held
            return
        with translated(self.name), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with translated(self.name), self._engine.execution_options(write=True).begin() as connection:
            yield connection

    def _stored(self, condition: ColumnElement[bool]) -> Sequence[Any]:
        with self._read() as connection:
            return reading.stored(connection, condition)

    def _listed(
        self,
        table: Table,
        keys: Callable[[Connection, Filter], list[int]],
        decode: Callable[[rows.Row], _T],
        wanted: Filter,
    ) -> Iterator[_T]:
        with self._read() as connection:
            wanted_keys = keys(connection, wanted)
        for page in pages(wanted_keys, _PAGE):
            with self._read() as connection:
                found = reading.payloads(connection, table, page)
            for identity, payload in found:
                yield self._decoded(table.name, identity, payload, decode)

    def _report(self, row: Any) -> StoredReport:
        fields = row._mapping
        report = self._decoded(
            "report",
            str(fields["id"]),
            str(fields["payload"]),
            lambda data: report_from(data | {"text": fields["text"]}),
        )
        return StoredReport(
            report=report,
            version=fields["version"],
            superseded=fields["superseded_by"] is not None,
            extractor=fields["extractor"],
            ingested_at=fields["ingested_at"],
            claims=fields["claims"],
        )

    def _decoded(self, kind: str, identity: str, payload: str, decode: Callable[[rows.Row], _T]) -> _T:
        try:
            return decode(rows.loads(payload))
        except (KeyError, TypeError, ValueError, AttributeError, BadReport) as problem:
            raise BadRecord(
                f"{self.name}: {kind} {identity} cannot be read ({type(problem).__name__}: {problem}).",
                remedy="Run `situate verify`, or read the reports into a new record.",
            ) from problem


def _begin(connection: Connection) -> None:
    """Writers queue at the start of their transaction, not in its middle, where they could only fail."""
    writes = connection.get_execution_options().get("write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def pages(keys: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    """Keys in portions of a size."""
    return (keys[start : start + size] for start in range(0, len(keys), size))
