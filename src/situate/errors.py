"""Every error that situate raises on purpose.

::

    SituateError
    ├── SkipItem          this item cannot be used: one row in ``failures``, the run goes on
    │   ├── Unreadable        the bytes are damaged, empty, locked, or hold no text
    │   ├── Unsupported       no reader for this kind of file, or no model for this language
    │   ├── LimitExceeded     a parser used more time, memory or parts than a hostile file may
    │   ├── BadReport         a report whose fields are wrong (its date, its offsets)
    │   └── BadAnswer         a language model answered with an error, or with what is no answer
    └── StopRun           what the user must mend; exit status 2
        ├── NoSuchFile        a path that is not there
        ├── NoSuchRecord      a record that is not there
        ├── BadRecord         a file that is no record, is damaged, or is newer than this program
        ├── RecordBusy        another process holds the record
        ├── NoSpace           the disk is full
        ├── BadArgument       a date, format, place or id that cannot be understood
        ├── BadModel          the reading model is missing or is not the one that is pinned
        └── NoEndpoint        a language model that was asked for cannot be reached, or refuses
"""

from __future__ import annotations


class SituateError(Exception):
    """The root of the tree: ``message`` says what is wrong and where, ``remedy`` what to do."""

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class SkipItem(SituateError):
    """One item cannot be used; the run goes on. ``reason`` is a short, stable word for tables.

    ``advice`` is the remedy where nobody knows a better one: every failure says what to do.
    """

    reason = "skipped"
    advice = ""

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message, remedy=remedy or self.advice)


class Unreadable(SkipItem):
    """The bytes are damaged, empty, locked, or hold no text."""

    reason = "unreadable"
    advice = "Get the file again, or save its text as .txt."


class Unsupported(SkipItem):
    """No reader for this kind of file, or no model for this language."""

    reason = "unsupported"
    advice = "Save its text as .txt."


class LimitExceeded(SkipItem):
    """A parser used more time, memory or parts than a hostile file may."""

    reason = "limit_exceeded"
    advice = "Split it, or save its text as .txt."


class BadReport(SkipItem):
    """A report whose fields are wrong: its date, its offsets."""

    reason = "bad_report"
    advice = "Mend it in its file, and read that again."


class BadAnswer(SkipItem):
    """A language model's endpoint answered with an error, or with what is no answer to the question."""

    reason = "bad_answer"


class StopRun(SituateError):
    """Something that the user must mend before the command can go on (exit status 2)."""


class NoSuchFile(StopRun):
    """A path that is not there."""


class NoSuchRecord(StopRun):
    """A record that is not there; only ``read`` creates one."""


class BadRecord(StopRun):
    """A file that is no record, is damaged, or was written by a newer program."""


class RecordBusy(StopRun):
    """Another process holds the record for longer than the time-out."""


class NoSpace(StopRun):
    """The disk is full."""


class BadArgument(StopRun):
    """A date, format, place or id that cannot be understood."""


class BadModel(StopRun):
    """The reading model is missing or is not the one that is pinned."""


class NoEndpoint(StopRun):
    """The language model that was asked for cannot be reached, or refuses to answer at all."""
