"""Dates of publication in the notations of formats, as ISO dates with only the precision known."""

from __future__ import annotations

import datetime as dt
import email.utils
import re

from situate.model.interval import is_partial_date

_FRACTION = re.compile(r"(?<=:\d\d)[.,]\d+")
# A whole date in the path of an address: /2017/09/05/ or /2017-09-05- (years of the web alone).
_IN_ADDRESS = re.compile(r"/((?:199|20\d)\d)([/-])(\d{1,2})\2(\d{1,2})(?=[/_-]|$)")


def iso(value: str) -> str | None:
    """``value`` as the house writes ISO dates, or ``None`` when it is none.

    Any form of ISO 8601 that names a date, with or without a time; a fraction of a second is dropped.
    """
    text = value.strip()
    if is_partial_date(text):
        return text
    try:
        moment = dt.datetime.fromisoformat(_FRACTION.sub("", text))
    except ValueError:
        return None
    plain = moment.isoformat(timespec="seconds")
    found = plain if ":" in text or "T" in text else plain[:10]
    return found if is_partial_date(found) else None


def of_mail(value: str) -> str | None:
    """The date of a mail header or an RSS item (RFC 5322), with its zone when one is given; ``None`` when it is bad."""
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    found = moment.isoformat(timespec="seconds")
    return found if is_partial_date(found) else None


def in_address(url: str | None) -> str | None:
    """The whole date in the path of a web address, ``None`` when there is none."""
    match = _IN_ADDRESS.search(url or "")
    if not match:
        return None
    found = f"{match[1]}-{int(match[3]):02d}-{int(match[4]):02d}"
    return found if is_partial_date(found) else None
