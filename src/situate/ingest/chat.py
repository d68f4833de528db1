"""Exports of chats (WhatsApp, Telegram, Signal): one report a day, its messages under who sent them and when.

A stamp opens a message: "[10/12/2025, 08:12] Name: …", "12/10/25, 8:12 AM - Name: …", "2025-12-10 08:12 - Name: …",
or "Name, [10.12.2025 08:12]" with the words below it. Whether the day or the month stands first is told by the whole
file: by a number above 12, or by the order of the messages; between dots the day always does. Where nothing tells, the
days stay unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from situate.errors import LimitExceeded
from situate.ingest.day_order import DAY, day_of, order_of
from situate.ingest.decoding import decode
from situate.ingest.draft import Draft
from situate.ingest.options import Limits
from situate.text.senders import headed

MEDIA_TYPE = "text/plain"
METHOD = "stamp"
_UNTOLD = "the day and the month of the messages cannot be told apart: give --published, or write 2025-12-10"
_DAY = rf"(?P<day>{DAY})"
_TIME = r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.]\d\d)?(?:[ \u00a0\u202f]?(?P<half>[AaPp])\.?[ ]?[Mm]\.?)?"
_REST = r"(?:(?P<name>[^:\n]{1,80}): )?(?P<words>.*)"
_STAMPS = (
    re.compile(rf"[\u200e\u200f]*\[{_DAY},? {_TIME}\] {_REST}"),
    re.compile(rf"[\u200e\u200f]*{_DAY},? {_TIME} [-–] {_REST}"),
    re.compile(rf"(?P<name>[^\n\[]{{1,80}}), \[{_DAY},? {_TIME}\](?P<words>)"),
)
_MARKS = str.maketrans("", "", "\u200e\u200f\u202a\u202c")  # of the direction of writing


@dataclass(frozen=True, slots=True)
class _Message:
    """A message as it stands: on what line of the file, its day as written, when, from whom, its words."""

    line: int
    day: str
    time: str
    sender: str | None
    words: str


def is_chat(start: str) -> bool:
    """Whether a text opens with the stamp of a message, and somebody sends one in what is there of it."""
    lines = start.strip("\ufeff\n\r ").splitlines()
    return bool(lines) and _stamp(lines[0]) is not None and any(m["name"] for line in lines if (m := _stamp(line)))


def drafts(path: Path, limits: Limits) -> Iterator[Draft]:
    """The days of a chat; ``part`` is the line on which a day begins."""
    if path.stat().st_size > limits.file_bytes:
        raise LimitExceeded(f"is larger than {limits.file_bytes} bytes.", remedy="Split it.")
    found = _messages(decode(path.read_bytes()))
    order = order_of([message.day for message in found])
    for day, several in groupby(found, key=lambda message: message.day):
        date = day_of(day, order) if order else None
        sent = list(several)
        yield Draft(
            text="\n\n".join(headed(one.time, one.sender, one.words) for one in sent),
            part=sent[0].line,
            metadata_date=date.isoformat() if date else None,
            metadata_method=METHOD if date else None,
            media_type=MEDIA_TYPE,
            warnings=() if date else (_UNTOLD,),
        )


def _messages(text: str) -> list[_Message]:
    """The messages in the order of the file; a line without a stamp goes on with the message before it."""
    found: list[tuple[_Message, list[str]]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        stamp = _stamp(line)
        if stamp is not None:
            sender = stamp["name"].translate(_MARKS).strip(" ~\u202f\u00a0") if stamp["name"] else None
            words = stamp["words"].translate(_MARKS).strip()
            message = _Message(number, stamp["day"], _time(stamp), sender or None, "")
            found.append((message, [words] if words else []))
        elif found and line.strip():
            found[-1][1].append(line.rstrip())
    return [replace(message, words="\n".join(lines)) for message, lines in found if lines]


def _stamp(line: str) -> re.Match[str] | None:
    """The stamp that opens a line, of a time that there is."""
    match = next((m for pattern in _STAMPS if (m := pattern.fullmatch(line))), None)
    return match if match and int(match["hour"]) < 24 and int(match["minute"]) < 60 else None


def _time(stamp: re.Match[str]) -> str:
    hour = int(stamp["hour"])
    if stamp["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if stamp["half"] in "pP" else 0)
    return f"{hour:02d}:{stamp['minute']}"
