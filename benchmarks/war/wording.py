"""Sentences of a made-up war: templates filled, and where in them each event is told."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_PART = re.compile(r"\[([^\]|]+)\|([a-z_]+|-)(?::([a-z]+))?\]|\{(\w+)\}")
BESIDE = "-"  # the type of words that tell something true which is no happening of the war's by itself
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NEAR = ("today", "yesterday", "the day before yesterday")
_HOURS = {"": (6, 22), "morning": (7, 11), "evening": (18, 21)}
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words (half-open, in the text that they stand in) that tell an event."""

    start: int
    end: int
    type: str
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Text with its mentions."""

    text: str
    mentions: tuple[Mention, ...] = ()


def sentence(template: str, values: Mapping[str, str], events: Mapping[str, str]) -> Passage:
    """A template filled with words; ``events`` maps the tag of a marked word ("", "siege", …) to its event."""
    text, mentions, at = "", [], 0
    for match in _PART.finditer(template):
        text += template[at : match.start()]
        at = match.end()
        if match[4]:
            text += _begun(values[match[4]], text)
            continue
        kind = match[2]
        event = "" if kind == BESIDE else events[match[3] or ""]
        mentions.append(Mention(start=len(text), end=len(text) + len(match[1]), type=kind, event=event))
        text += match[1]
    text += template[at:]
    return Passage(text=text[:1].upper() + text[1:], mentions=tuple(mentions))


def _begun(words: str, before: str) -> str:
    """Words with a capital where they begin a sentence."""
    return words[:1].upper() + words[1:] if before.endswith((". ", "! ", "? ")) else words


def joined(passages: Iterable[Passage], between: Sequence[str]) -> Passage:
    """Passages one after another; ``between`` are what stands after each but the last."""
    text, mentions = "", list[Mention]()
    for number, passage in enumerate(passages):
        text += between[number - 1] if number else ""
        mentions += [shifted(m, len(text)) for m in passage.mentions]
        text += passage.text
    return Passage(text=text, mentions=tuple(mentions))


def shifted(mention: Mention, by: int) -> Mention:
    """The mention, so many code points further on."""
    return Mention(start=mention.start + by, end=mention.end + by, type=mention.type, event=mention.event)


def in_words(number: int) -> str:
    """A number as newspapers write it."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"


def spelled(number: int) -> str:
    """A number in words, as far as ninety-nine."""
    if number < len(_SMALL) or number > 99:
        return in_words(number)
    tens, ones = divmod(number, 10)
    return _TEENS[ones] if tens == 1 else _TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else "")


def the_clock(day: dt.date, published: dt.date, key: str, *, hour: str = "") -> str:
    """The time that a post begins with: "14:20", "Yesterday, 14:20:", "5 May, 14:20:"; ``key`` draws it."""
    chance = random.Random(key)
    time = f"{chance.randint(*_HOURS[hour])}:{chance.randrange(0, 60, 5):02}"
    since = (published - day).days
    return time if since == 0 else f"Yesterday, {time}:" if since == 1 else f"{day.day} {day:%B}, {time}:"


def people(number: int, noun: str) -> str:
    """ "one civilian", "12 people"."""
    one = {"people": "person", "civilians": "civilian", "residents": "resident"}[noun]
    return f"{in_words(number)} {one if number == 1 else noun}"


def the_day(day: dt.date, published: dt.date, *, american: bool, weekdays: bool, hour: str = "") -> str:
    """A day as a report of a later day tells it: "on Monday", "on 5 May", "on May 5, 2030"."""
    if weekdays and 0 <= (published - day).days < 7:
        return f"on {day:%A}" + (f" {hour}" if hour else "")
    date = dated(day, published, american=american)
    return f"on the {hour} of {date}" if hour else f"on {date}"


def dated(day: dt.date, published: dt.date, *, american: bool) -> str:
    """ "5 May", "May 5"; with the year where it is another."""
    year = "" if day.year == published.year else f", {day.year}" if american else f" {day.year}"
    return (f"{day:%B} {day.day}" if american else f"{day.day} {day:%B}") + year


def ordinal(day: dt.date, published: dt.date) -> str:
    """ "the 5th of May"; with the year where it is another."""
    ending = "th" if 10 < day.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return f"the {day.day}{ending} of {day:%B}" + ("" if day.year == published.year else f" {day.year}")


def ago(day: dt.date, published: dt.date, *, hour: str = "") -> str:
    """A day by its distance: "today", "yesterday morning", "the day before yesterday", "four days ago"."""
    since = (published - day).days
    if since in {0, 1} and hour:
        return f"{('this', 'yesterday')[since]} {hour}"
    if 0 <= since < len(_NEAR):
        return _NEAR[since] + (f" in the {hour}" if hour else "")
    far = f"{in_words(since)} days ago" if 0 <= since < len(_SMALL) else f"on {ordinal(day, published)}"
    return far + (f" in the {hour}" if hour else "")


def the_month(day: dt.date, published: dt.date) -> str:
    """ "March", "March 2030"."""
    return f"{day:%B}" if day.year == published.year else f"{day:%B} {day.year}"


def chosen(chance: random.Random, templates: Sequence[str]) -> str:
    """One of several."""
    return templates[chance.randrange(len(templates))]
