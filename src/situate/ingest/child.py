"""The child process that parses foreign formats: ``python -m situate.ingest.child LIMITS``.

It reads one request a line (JSON) and answers in lines of JSON. What is around it: memory, processor time, size of
files and core dumps are limited where the system can (module ``resource``); an audit hook, which Python code cannot
take off again, refuses sockets, new processes and writing to files. The hook does not see what C libraries do by
themselves: lxml is told not to use the network, pdfium has no network code.

A parser's error that its reader does not expect ends the process, with its name as the last word; the parent starts
another one.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from situate.errors import SkipItem, Unreadable
from situate.ingest.draft import Begin, Draft, Skipped, to_message
from situate.ingest.options import Limits
from situate.ingest.source import Source

Reader = Callable[[Source, Limits], Iterator[Draft | Skipped | Begin]]

# Modules are loaded when first needed: some parsers take a second to load.
_READERS: Mapping[str, str] = {
    "webpage": "webpage",
    "pdf": "portable_document",
    "zip": "zipped",
    "mail": "mail_message",
    "feed": "news_feed",
    "warc": "web_archive",
    "chat_export": "chat_export",
}
_REFUSED = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND


def main() -> None:
    """Answer requests until the parent closes the pipe."""
    limits = Limits(**json.loads(sys.argv[1]))
    answers = _private_output()
    sys.excepthook = _last_word(answers)
    limited = _limit(limits)
    sys.addaudithook(_refuse)
    _say(answers, {"ready": True, "limited": limited})
    for line in sys.stdin.buffer:
        _answer(json.loads(line), limits, answers)


def _answer(request: Mapping[str, Any], limits: Limits, answers: BinaryIO) -> None:
    _allow_time(limits)
    path = Path(request["path"]) if request["path"] else None
    source = Source(path=path, html=request["html"], url=request["url"], skip=request["skip"])
    read: Reader = import_module(f"situate.ingest.{_READERS[request['kind']]}").read
    try:
        for found in read(source, limits):
            if isinstance(found, Begin):
                _allow_time(limits)
            _say(answers, _message(found))
    except OSError as error:
        _say(
            answers,
            _skipped(
                Unreadable(f"cannot be opened: {error.strerror or error}.", remedy="Check that you may read it."), None
            ),
        )
    except SkipItem as error:
        _say(answers, _skipped(error, None))
    else:
        _say(answers, {"end": True})


def _message(found: Draft | Skipped | Begin) -> dict[str, Any]:
    if isinstance(found, Begin):
        return {"begin": found.part}
    if isinstance(found, Skipped):
        return _skipped(found.error, found.part)
    return {"draft": to_message(found)}


def _skipped(error: SkipItem, part: int | None) -> dict[str, Any]:
    fields = {"reason": error.reason, "message": error.message, "remedy": error.remedy, "part": part}
    return {"skipped": fields}


def _say(answers: BinaryIO, message: Mapping[str, Any]) -> None:
    answers.write(json.dumps(message).encode("ascii") + b"\n")
    answers.flush()


def _private_output() -> BinaryIO:
    """The pipe to the parent, under a number of its own, so that nothing a library prints gets into it."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


def _last_word(answers: BinaryIO) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    def say(kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
        _say(answers, {"crash": kind.__name__})

    return say


def _limit(limits: Limits) -> bool:
    """Set the limits of this process; whether the system took them all."""
    try:
        import resource
    except ImportError:
        return False
    wanted = ((resource.RLIMIT_AS, limits.memory_bytes), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0))
    try:
        for what, value in wanted:
            resource.setrlimit(what, (value, value))
    except (ValueError, OSError):
        return False
    return True


def _allow_time(limits: Limits) -> None:
    """From now on, so many seconds of processor time; beyond them the system ends this process."""
    try:
        import resource
    except ImportError:
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = int(usage.ru_utime + usage.ru_stime) + limits.cpu_seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(_REFUSED):
        raise PermissionError(f"parsers may not use {event}")
    if event == "open" and len(arguments) == 3 and isinstance(arguments[2], int) and arguments[2] & _WRITES:
        raise PermissionError("parsers may not write")


if __name__ == "__main__":
    main()
