"""A mail (EML): its body, its subject, its date. Attachments are named, not read. Runs in the child process."""

from __future__ import annotations

import email
import email.errors
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from typing import Any

from situate.errors import Unreadable
from situate.ingest import dates
from situate.ingest.draft import Draft
from situate.ingest.markup import check_shape, parse, seen_text
from situate.ingest.options import Limits
from situate.ingest.source import Source
from situate.text.normalise import normalise

MEDIA_TYPE = "message/rfc822"


def read(source: Source, limits: Limits) -> Iterator[Draft]:
    """The report of a message. Raises ``Unreadable`` when it has no text to read."""
    message = email.message_from_bytes(source.bytes(limits.file_bytes), policy=email.policy.default)
    text = _text(message, limits)
    if not text:
        raise Unreadable("is a mail without text.", remedy="Save its attachments and give them by themselves.")
    written = message.get("date")
    date = dates.of_mail(str(written)) if written else None
    attached = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    yield Draft(
        text=text,
        title=_header(message, "subject"),
        metadata_date=date,
        metadata_method="date" if date else None,
        media_type=MEDIA_TYPE,
        warnings=(f"{len(attached)} attachments were not read: {normalise(', '.join(attached))}",) if attached else (),
        extra={"from": sender} if (sender := _header(message, "from")) else {},
    )


def _header(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return (normalise(str(value)) or None) if value else None


def _text(message: EmailMessage, limits: Limits) -> str:
    """The plain body; where there is none, or only blanks, what its page shows."""
    plain = message.get_body(("plain",))
    text = normalise(_content(plain)) if plain is not None else ""
    page = message.get_body(("html",))
    if text or page is None:
        return text
    html = _content(page)
    check_shape(html, limits)
    return normalise(seen_text(parse(html), around=True))


def _content(part: MIMEPart[Any, Any]) -> str:
    """The characters of a part; a character set that is not known reads as Latin-1, byte by byte."""
    try:
        return str(part.get_content())
    except (LookupError, ValueError):
        payload = part.get_payload(decode=True)
        return payload.decode("latin-1") if isinstance(payload, bytes) else ""
