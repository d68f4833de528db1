"""YAML of tables, read fast: lists, mappings, words, whole numbers, ``true``, ``false``, ``null``; nothing else.

The packaged tables need no more of YAML. A date stays the words that it is written in. The events of the parser are put
together here, since PyYAML's own constructor asks of every word what it could be, and costs thrice as much.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_END = object()


def read(text: str) -> Any:
    """What the first document of a text holds, ``None`` for an empty one; raises ``yaml.YAMLError``."""
    events = iter(yaml.parse(text, Loader=_LOADER))
    first = next((event for event in events if isinstance(event, yaml.NodeEvent)), None)
    return None if first is None else _value(first, events)


def _value(event: yaml.Event, events: Iterator[yaml.Event]) -> Any:
    if isinstance(event, yaml.ScalarEvent):
        return _word(event.value) if event.implicit[0] else event.value
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while (item := _value(next(events), events)) is not _END:
            items.append(item)
        return items
    if isinstance(event, yaml.MappingStartEvent):
        pairs = {}
        while (key := _value(next(events), events)) is not _END:
            pairs[key] = _value(next(events), events)
        return pairs
    if isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
        return _END
    raise yaml.YAMLError("an alias in a table that has none")


def _word(value: str) -> Any:
    if value in _WORDS:
        return _WORDS[value]
    return int(value) if value.isdecimal() and (value == "0" or value[0] != "0") else value
