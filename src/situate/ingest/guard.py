"""Runs the parsers of foreign formats in a child process that may crash, hang or be killed; the run goes on.

One child serves many files; it is replaced when it dies, when it takes too long, and after a fair number of items (so
that what a parser forgets to free does not add up). What it answers is JSON over a pipe, checked on this side.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from situate.errors import BadReport, LimitExceeded, SkipItem, Unreadable, Unsupported
from situate.ingest.draft import Draft, Skipped, from_message
from situate.ingest.options import Limits

_LOG = logging.getLogger(__name__)
_START = 60.0  # seconds that a child may take to start on a busy machine
_ITEMS = 1000  # items after which a child is replaced
_ERRORS: dict[str, type[SkipItem]] = {one.reason: one for one in (Unreadable, Unsupported, LimitExceeded, BadReport)}
_KEPT = ("PATH", "PYTHONPATH", "PYTHONHOME", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR", "TEMP")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the child is to read: a file by its path, or a page of a larger file as ``html``."""

    kind: str
    path: Path | None = None
    html: str | None = None
    url: str | None = None

    def line(self, skip: int) -> bytes:
        """The request as the child takes it; parts up to ``skip`` are left out of the answer."""
        path = str(self.path.absolute()) if self.path else None
        fields = {"kind": self.kind, "path": path, "html": self.html, "url": self.url, "skip": skip}
        return json.dumps(fields).encode() + b"\n"


class ParserDiedError(Exception):
    """The child is gone; ``part`` is where it was (``None``: in a file that has no parts)."""

    def __init__(self, error: SkipItem, part: int | None) -> None:
        super().__init__(error.message)
        self.error, self.part = error, part


class Guard:
    """A child for parsers, started when first needed. Use as a context manager; one thread at a time."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._worker: _Worker | None = None
        self._warned = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the child, if there is one."""
        if self._worker is not None:
            self._worker.stop()
            self._worker = None

    def read(self, request: Request) -> Iterator[Draft | Skipped]:
        """What the child finds. Raises a ``SkipItem`` when the file, or the rest of it, cannot be used."""
        skip = 0
        for _ in range(self._limits.crashes):
            try:
                yield from self._answers(request, skip)
            except ParserDiedError as death:
                if death.part is None:
                    raise death.error from death
                yield Skipped(part=death.part, error=death.error)
                skip = death.part
            else:
                return
        raise LimitExceeded(f"{self._limits.crashes} of its parts broke their reader; the rest was not read.")

    def _answers(self, request: Request, skip: int) -> Iterator[Draft | Skipped]:
        worker = self._ready()
        clean = False
        try:
            yield from worker.ask(request.line(skip))
            clean = worker.items < _ITEMS
        except SkipItem:
            clean = True
            raise
        finally:
            if not clean:
                self.close()

    def _ready(self) -> _Worker:
        if self._worker is None:
            self._worker = _Worker(self._limits)
            if not self._worker.limited and not self._warned:
                self._warned = True
                _LOG.warning(
                    "this system cannot limit the memory and processor time of parsers; only the time of %g s holds.",
                    self._limits.wall_seconds,
                )
        return self._worker


class _Worker:
    """One child process. ``limited``: whether the system limits its memory and processor time."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._late = False
        self._part: int | None = None
        self.items = 0
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "situate.ingest.child", json.dumps(asdict(limits))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
        with _Deadline(max(limits.wall_seconds, _START), self._expire):
            self.limited = bool(self._message().get("limited"))

    def ask(self, line: bytes) -> Iterator[Draft | Skipped]:
        """Send one request, give its answers. Raises ``ParserDiedError``, or the ``SkipItem`` that the child names."""
        self.items += 1
        self._part = None
        message = self._send(line)
        while "end" not in message:
            if "draft" in message:
                yield self._draft(message["draft"])
            elif "skipped" in message:
                error, part = _error(message["skipped"]), message["skipped"].get("part")
                if not isinstance(part, int):
                    raise error
                yield Skipped(part=part, error=error)
            message = self._next()

    def stop(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    _LOG.debug("a pipe of a dead parser could not be flushed")
        self._process.wait()

    def _send(self, line: bytes) -> dict[str, Any]:
        stdin = self._process.stdin
        with self._deadline():
            try:
                if stdin is not None:
                    stdin.write(line)
                    stdin.flush()
            except OSError:
                raise self._death() from None
            return self._message()

    def _next(self) -> dict[str, Any]:
        with self._deadline():
            return self._message()

    def _deadline(self) -> _Deadline:
        return _Deadline(self._limits.wall_seconds, self._expire)

    def _expire(self) -> None:
        self._late = True
        self._process.kill()

    def _message(self) -> dict[str, Any]:
        """The next message of the child; begins of parts are noted on the way."""
        stdout = self._process.stdout
        line = stdout.readline(self._limits.text_characters * 12 + (1 << 20)) if stdout else b""
        try:
            message = json.loads(line) if line.endswith(b"\n") else None
        except ValueError:
            message = None
        if not isinstance(message, dict) or "crash" in message:
            raise self._death(message)
        if isinstance(message.get("begin"), int):
            self._part = message["begin"]
        return message

    def _draft(self, message: Any) -> Draft:
        try:
            return from_message(message)
        except TypeError as error:
            raise ParserDiedError(Unreadable("its reader gave an answer that makes no sense."), self._part) from error

    def _death(self, message: object = None) -> ParserDiedError:
        crash = str(message.get("crash", "")) if isinstance(message, dict) else ""
        self._process.kill()
        return ParserDiedError(self._reason(self._process.wait(), crash), self._part)

    def _reason(self, status: int, crash: str) -> SkipItem:
        limits = self._limits
        if self._late:
            return LimitExceeded(f"reading it took longer than {limits.wall_seconds:g} s.")
        if status == -getattr(signal, "SIGXCPU", 0) != 0:
            return LimitExceeded(f"reading it took more than {limits.cpu_seconds} s of processor time.")
        if crash == "MemoryError":
            return LimitExceeded(f"reading it took more than {limits.memory_bytes >> 20} MiB of memory.")
        if crash in ("ImportError", "ModuleNotFoundError"):
            return Unreadable(f"its reader could not be loaded ({crash}).", remedy="Install situate again.")
        why = crash or (f"signal {-status}" if status < 0 else f"status {status}")
        return Unreadable(f"its reader broke off on it ({why}): it is damaged, or made to break readers.")


class _Deadline:
    """Calls ``expire`` when the block takes longer than ``seconds``."""

    def __init__(self, seconds: float, expire: Any) -> None:
        self._timer = threading.Timer(seconds, expire)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()


def _error(found: object) -> SkipItem:
    fields = found if isinstance(found, dict) else {}
    kind = _ERRORS.get(str(fields.get("reason")), Unreadable)
    return kind(str(fields.get("message", "cannot be read.")), remedy=str(fields.get("remedy", "")))


def _environment() -> dict[str, str]:
    """Few variables, a fixed hash seed (the same input gives the same bytes), and the way to this package."""
    kept = {key: os.environ[key] for key in _KEPT if key in os.environ}
    root = Path(__file__).parents[2]
    if root.name not in ("site-packages", "dist-packages"):
        kept["PYTHONPATH"] = os.pathsep.join([str(root), *filter(None, [kept.get("PYTHONPATH")])])
    return kept | {"PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
