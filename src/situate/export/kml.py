"""KML 2.2 (OGC 07-147r2): events and spells as placemarks with time spans, for Google Earth and its like.

All words are escaped, and descriptions are plain text: nothing of a source is read as HTML. A placemark without a
point is kept, with its reason; programs list it and do not draw it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO
from xml.sax.saxutils import escape

from situate.export.columns import Behind, Table, Value, plain
from situate.export.flat import EVENTS, SPELLS
from situate.export.masking import for_profile
from situate.export.points import Degrees, points
from situate.export.view import LossReport, Profile, RecordView
from situate.export.wording import date_words, end_words, event_words, start_words
from situate.model.event import Event
from situate.model.interval import OPEN
from situate.model.situation import Spell

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SHORT_TIME = re.compile(r"(T\d\d:\d\d)((?:Z|[+-]\d\d:\d\d)?)$")


def write(view: RecordView, stream: BinaryIO, profile: Profile) -> LossReport:
    """Write a document with a folder of events and one of spells; nothing is left out."""
    shown = for_profile(view, profile)
    behind, kept = Behind.of(shown), 0
    for line in _head(shown, profile):
        stream.write(_bytes(line))
    for table, items in ((EVENTS, shown.events), (SPELLS, shown.spells)):
        stream.write(_bytes(f"<Folder><name>{table.name}</name>"))
        for item in items:
            stream.write(_bytes("".join(_placemark(item, table, behind))))
            kept += 1
        stream.write(_bytes("</Folder>"))
    stream.write(_bytes("</Document></kml>"))
    return LossReport.of(kept)


def _bytes(line: str) -> bytes:
    return (line + "\n").encode("utf-8")


def _words(value: object) -> str:
    """Words for XML: escaped, and without the characters that XML 1.0 cannot hold."""
    return escape(_NO_XML.sub("\ufffd", str(value)), {'"': "&quot;"})


def _head(view: RecordView, profile: Profile) -> Iterator[str]:
    state = "draft, not reviewed" if view.draft else "reviewed"
    known = f", as known on {view.as_known_on}" if view.as_known_on else ""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
    yield f"<name>{_words(f'situate: {state}')}</name>"
    yield f"<description>{_words(f'Profile {profile}{known}. A point is the middle of what is known.')}</description>"


def _placemark(item: Event | Spell, table: Table, behind: Behind) -> Iterator[str]:
    yield f'<Placemark id="{_words(item.id.replace(":", "-"))}">'
    yield f"<name>{_words(_title(item))}</name>"
    yield f"<description>{_words(_told(item))}</description>"
    yield _time(*_days(item))
    yield "<ExtendedData>"
    yield from _data(table, (column.value(item, behind) for column in table.columns))
    yield "</ExtendedData>"
    yield _geometry(points(item))
    yield "</Placemark>"


def _title(item: Event | Spell) -> str:
    places = item.places if isinstance(item, Event) else (item.place,)
    where = ", ".join(place.words for place in places) or "place unknown"
    what = event_words(item) if isinstance(item, Event) else f"{item.dimension}: {item.value.replace('_', ' ')}"
    return f"{what}, {where}"


def _told(item: Event | Spell) -> str:
    if isinstance(item, Event):
        return f"{date_words(item.interval)}. Standing: {item.standing}."
    return f"From {start_words(item.starts)}; until {end_words(item.ends)}. Standing: {item.standing}."


def _days(item: Event | Spell) -> tuple[str | None, str | None]:
    """The widest span that the time can mean; KML has one begin and one end."""
    if isinstance(item, Event):
        return item.interval.earliest, item.interval.latest
    ends = None if item.ends.open else item.ends.latest or item.ends.earliest
    return item.starts.earliest or item.starts.latest, ends


def _time(begin: str | None, end: str | None) -> str:
    ends = None if end == OPEN else end
    inner = "".join(f"<{name}>{_instant(value)}</{name}>" for name, value in (("begin", begin), ("end", ends)) if value)
    return f"<TimeSpan>{inner}</TimeSpan>" if inner else ""


def _instant(value: str) -> str:
    """A partial date as XML Schema has it: year, month, day, or a time with its seconds; no time zone is made up."""
    return _SHORT_TIME.sub(r"\1:00\2", value)


def _data(table: Table, values: Iterable[Value]) -> Iterator[str]:
    for name, value in zip(table.names, values, strict=True):
        if value is not None:
            yield f'<Data name="{name}"><value>{_words(plain(value))}</value></Data>'


def _geometry(found: Sequence[Degrees]) -> str:
    inner = "".join(f"<Point><coordinates>{east:.6f},{north:.6f}</coordinates></Point>" for east, north in found)
    return f"<MultiGeometry>{inner}</MultiGeometry>" if len(found) > 1 else inner
