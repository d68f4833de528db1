"""A file that a user adds, as rows of words: CSV, or YAML read without tags, anchors and deep nesting.

Every file is taken for hostile: it has a limit of size and of rows, its values stay text, and a row that cannot be used
is refused with its line and a reason while the rest is taken.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from situate.errors import BadArgument, NoSuchFile

MOST_BYTES = 16 * 1024 * 1024
MOST_ROWS = 100_000
MOST_NAMES = 200  # of one row
LONGEST = 300  # characters of one value
_DEEPEST = 6
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar stays text: "NO" is no boolean, 2014 no number
_NOTHING = frozenset({"", "null", "~", "none", "-"})

Raw = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A row that was not taken: its line (0 = unknown), what it is called, why."""

    line: int
    name: str
    reason: str


class BadRow(ValueError):
    """A row that cannot be used; the message is the reason."""


def text_of(path: Path, most: int = MOST_BYTES) -> str:
    """The text of a file.

    :raises NoSuchFile: it is not there.
    :raises BadArgument: it is too large, packed, or not UTF-8.
    """
    content = bytes_of(path, most)
    if content.startswith(b"PK"):
        raise BadArgument(f"{path} is a packed file.", remedy="Unpack it, or save a table as CSV (UTF-8).")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise BadArgument(f"{path} is not UTF-8 text (byte {problem.start}).", remedy="Save it as UTF-8.") from problem


def bytes_of(path: Path, most: int) -> bytes:
    """The bytes of a file, at most so many."""
    if not path.is_file():
        raise NoSuchFile(f"There is no file {path}.", remedy="Check the name.")
    with path.open("rb") as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise BadArgument(f"{path} is larger than {most // 2**20} MiB.", remedy="Split it, and add each part.")
    return content


def rows_in(path: Path) -> Iterator[tuple[int, Raw | BadRow]]:
    """The rows of a CSV or YAML file, each with its line; a row that is no row is told as such.

    :raises BadArgument: the file as a whole cannot be used.
    """
    text = text_of(path)
    read = _yaml_rows if path.suffix.lower() in {".yaml", ".yml"} else csv_rows
    for number, found in enumerate(read(text, path), 1):
        if number > MOST_ROWS:
            raise BadArgument(f"{path} has more than {MOST_ROWS:,} rows.", remedy="Split it, and add each part.")
        yield found


def csv_rows(text: str, path: Path) -> Iterator[tuple[int, Raw | BadRow]]:
    """The rows of a CSV; commas, semicolons or tabs, as its first line has them; names of columns in small letters."""
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    head = [column_name(name) for name in next(_lines(reader, path), [])]
    if len(head) < 2 or len(set(head)) < len(head):
        raise BadArgument(
            f"{path} has no first line with the names of its columns.",
            remedy="Write 'name' and at least one other column there, each once; --help lists them.",
        )
    for cells in _lines(reader, path):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(head):
            yield reader.line_num, BadRow(f"it has {len(cells)} cells, the first line {len(head)}")
        else:
            yield reader.line_num, dict(zip(head, cells, strict=False))


def _lines(reader: Iterator[list[str]], path: Path) -> Iterator[list[str]]:
    try:
        yield from reader
    except csv.Error as problem:
        raise BadArgument(f"{path} is no CSV: {problem}.", remedy="Save it as CSV (UTF-8).") from problem


def column_name(name: str) -> str:
    """A column's name in small letters, words joined by underscores."""
    return re.sub(r"[\s\-]+", "_", name.strip().lower())


def _yaml_rows(text: str, path: Path) -> Iterator[tuple[int, Raw | BadRow]]:
    try:
        lines = _checked(text, path)
        rows = yaml.load(text, Loader=_LOADER)  # noqa: S506 - it makes text, lists and mappings of text, nothing else
    except (yaml.YAMLError, RecursionError) as problem:
        place = getattr(problem, "problem_mark", None)
        where = f" (line {place.line + 1})" if place is not None else ""
        raise BadArgument(f"{path} is no YAML{where}.", remedy="Write a list of rows, each a mapping.") from problem
    if not isinstance(rows, list):
        raise BadArgument(f"{path} holds no list of rows.", remedy='Begin each row with "- ".')
    for number, row in enumerate(rows):
        line = lines[number] if number < len(lines) else 0
        good = isinstance(row, dict) and all(isinstance(key, str) for key in row)
        yield line, {column_name(key): value for key, value in row.items()} if good else BadRow("it is no mapping")


def _checked(text: str, path: Path) -> list[int]:
    """The lines at which the rows begin; refuses what could hide a bomb or an object (tags, aliases, depth)."""
    depth, lines = 0, []
    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise BadArgument(f"{path} uses anchors, which rows do not need.", remedy="Write the values out.")
        tag = getattr(event, "tag", None)
        if tag not in {None, "!"}:
            raise BadArgument(f"{path} uses the tag {tag!r}, which rows do not need.", remedy="Take it out.")
        opens = isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent))
        if depth == 1 and (opens or isinstance(event, yaml.ScalarEvent)):
            lines.append(event.start_mark.line + 1 if event.start_mark else 0)
        depth += opens - isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent))
        if depth > _DEEPEST:
            raise BadArgument(f"{path} is nested too deeply.", remedy="A row is a flat mapping with lists.")
    return lines


def word(row: Raw, key: str) -> str | None:
    """A value of a row as one line of text, ``None`` where it is empty.

    :raises BadRow: it is no text, too long, or holds signs that steer a screen.
    """
    value = row.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadRow(f"{key} is no text")
    plain = " ".join(value.split())
    if plain.lower() in _NOTHING:
        return None
    if len(plain) > LONGEST:
        raise BadRow(f"{key} is longer than {LONGEST} characters")
    if any(unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cs"} and sign not in "\u200c\u200d" for sign in plain):
        raise BadRow(f"{key} holds invisible signs")
    return plain


def needed(row: Raw, key: str) -> str:
    """A value that a row must have."""
    value = word(row, key)
    if value is None:
        raise BadRow(f"it has no {key}")
    return value


def names(row: Raw, key: str) -> tuple[str, ...]:
    """A list of a row: a list in YAML, in CSV one cell with ``|`` (or ``;``) between."""
    value = row.get(key)
    if isinstance(value, str):
        value = re.split(r"\s*[|;]\s*", value)
    if value is None:
        return ()
    if not isinstance(value, list) or len(value) > MOST_NAMES:
        raise BadRow(f"{key} is no list of at most {MOST_NAMES} names")
    return tuple(dict.fromkeys(name for one in value if (name := word({key: one}, key))))
