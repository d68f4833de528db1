"""Exports of Telegram (``result.json``): of a channel each message is a report, of a group each day. In the child."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from situate.errors import Unreadable, Unsupported
from situate.ingest import dates
from situate.ingest.chat import METHOD
from situate.ingest.decoding import decode
from situate.ingest.draft import Draft, Skipped
from situate.ingest.options import Limits
from situate.ingest.source import Source
from situate.text.normalise import normalise
from situate.text.senders import headed

MEDIA_TYPE = "application/json"
_SHOWN = 10  # numbers of messages in a row of the table of failures


def read(source: Source, limits: Limits) -> Iterator[Draft | Skipped]:
    """The reports of an export, in its order; ``part`` counts messages of all its chats, from 1.

    What was sent without words is told once for each chat.

    Raises ``Unreadable`` where it is no JSON, or holds no messages.
    """
    chats, number = _chats(source.bytes(limits.file_bytes)), 0
    if not any(chat["messages"] for chat in chats):
        raise Unreadable("is an export of a chat without messages.")
    for chat in chats:
        numbered = list(enumerate(chat["messages"], start=number + 1))
        number += len(numbered)
        sent = [(part, one) for part, one in numbered if isinstance(one, dict) and one.get("type") == "message"]
        kept = [(part, one) for part, one in sent if _words(one)]
        if "channel" in str(chat.get("type")):
            yield from (_post(chat, part, one) for part, one in kept)
        else:
            yield from (
                _day(chat, list(some)) for _, some in groupby(kept, key=lambda pair: (_sent(pair[1]) or "")[:10])
            )
        if len(kept) < len(sent):
            yield _wordless([part for part, one in sent if not _words(one)])


def _wordless(parts: Sequence[int]) -> Skipped:
    """One row for the messages of a chat that are pictures, sound or deleted."""
    shown = ", ".join(map(str, parts[:_SHOWN])) + (", …" if len(parts) > _SHOWN else "")
    several = f"{len(parts)} messages have" if len(parts) > 1 else "a message has"
    what = f"{several} no words, but pictures, sound or nothing: number {shown} of the export."
    return Skipped(part=parts[0], error=Unsupported(what, remedy="Tell in a file of your own what they show."))


def _chats(data: bytes) -> list[Mapping[str, Any]]:
    try:
        found = json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        raise Unreadable("is a damaged export of a chat.", remedy="Export it again.") from error
    several = found.get("chats") if isinstance(found, dict) else None
    listed = several.get("list") if isinstance(several, dict) else [found]
    chats = listed if isinstance(listed, list) else []
    return [chat for chat in chats if isinstance(chat, dict) and isinstance(chat.get("messages"), list)]


def _post(chat: Mapping[str, Any], part: int, message: Mapping[str, Any]) -> Draft:
    date, origin = _sent(message), _name(message.get("forwarded_from"))
    return Draft(
        text=_words(message),
        part=part,
        outlet=_name(chat.get("name")),
        metadata_date=date,
        metadata_method=METHOD if date else None,
        media_type=MEDIA_TYPE,
        extra={key: value for key, value in (("message", message.get("id")), ("forwarded_from", origin)) if value},
    )


def _day(chat: Mapping[str, Any], sent: list[tuple[int, Mapping[str, Any]]]) -> Draft:
    date = (_sent(sent[0][1]) or "")[:10] or None
    return Draft(
        text="\n\n".join(
            headed((_sent(one) or "")[11:16] or None, _name(one.get("from")), _words(one)) for _, one in sent
        ),
        part=sent[0][0],
        outlet=_name(chat.get("name")),
        metadata_date=date,
        metadata_method=METHOD if date else None,
        media_type=MEDIA_TYPE,
    )


def _words(message: Mapping[str, Any]) -> str:
    """What a message says; words with a form of their own (bold, a link) stand in pieces."""
    text = message.get("text")
    pieces = text if isinstance(text, list) else [text]
    told = (piece.get("text") if isinstance(piece, dict) else piece for piece in pieces)
    return normalise("".join(piece for piece in told if isinstance(piece, str)))


def _sent(message: Mapping[str, Any]) -> str | None:
    """When it was sent, by the clock of who exported it."""
    value = message.get("date")
    return dates.iso(value) if isinstance(value, str) else None


def _name(value: object) -> str | None:
    """A name on one line; nothing for what is none."""
    return " ".join(value.replace(":", " ").split())[:80] or None if isinstance(value, str) else None
