"""Phrases whose figure is none of their numbers: shares, nobody at all, lengths of time in two units, sizes of things.

"Three out of four residents" are 75 percent, "not a single soldier" is nobody, "three years and four months" are 40
months, and "a nine-storey building" counts no storeys.
"""

from __future__ import annotations

import re

from situate.model.quantity import Quantity
from situate.text.numbers import SMALL
from situate.text.quantity_nouns import PEOPLE, UNITS, is_plural
from situate.text.quantity_values import HEDGES, hedged

_N = r"(\d{1,3}|" + "|".join(SMALL) + ")"
# "One in three houses"; of a few who are named, "two out of five hostages", it is those two.
_SHARE = re.compile(rf"(?:the )?{_N} (in|out of) (?:every )?{_N} (?:[a-z'’-]+ ){{0,2}}?([^\W\d_]+)", re.IGNORECASE)
_EVERYBODY = frozenset({
    "residents", "people", "inhabitants", "citizens", "households", "families", "houses", "homes", "buildings",
    "children", "civilians", "women", "men", "adults", "refugees",
})  # fmt: skip
_NOBODY = re.compile(
    r"(?:not (?:even )?(?:a single|one(?! but)(?: single)?)|none of (?:the|its|their|our|his)) (.+)", re.IGNORECASE
)
_SPAN = r"(years?|months?|weeks?|days?|hours?|minutes?)"
_TWO_UNITS = re.compile(rf"(?:{_N}|an?) {_SPAN},? and (?:{_N}|an?) {_SPAN}\b", re.IGNORECASE)
_HALF_MORE = re.compile(rf"(?:{_N}|an?) (?:and a half {_SPAN}|{_SPAN} and a half)\b", re.IGNORECASE)
_SMALLER = {("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60}  # exactly
_LONGER = ("minute", "hour", "day", "week", "month", "year")
_HEDGED = re.compile(rf"(?:(?:for|the|these|lasted) )?(?:({'|'.join(map(re.escape, HEDGES))}) )?", re.IGNORECASE)
# "Two and a half million", "a million and a half".
_HALF_SCALE = re.compile(
    rf"\b(?:{_N}|an?) (?:and a half (thousand|million|billion)|(thousand|million|billion) and a half)\b", re.IGNORECASE
)
# What a thing is as large as, before the noun: "nine-storey", "500-bed".
_SIZED = re.compile(
    r"\b\w+[-‑](?:stor(?:e?y|ied|eyed)|floor|bed|bedroom|room|seat|seater|wheeler|wheel|apartment|unit|flat|lane|span)\b",
    re.IGNORECASE,
)


def plain(phrase: str) -> str:
    """A phrase without the numbers that say how large a thing is ("two nine-storey buildings": two), halves put right
    ("2.5 million" for "two and a half million")."""
    halves = _HALF_SCALE.sub(lambda found: f"{_number(found[1]) + 0.5} {found[2] or found[3]}", phrase)
    return _SIZED.sub("large", halves)


def told_apart(phrase: str) -> Quantity | None:
    """The figure of a phrase that tells it by two numbers, or by none; ``None`` for all other phrases."""
    led = _HEDGED.match(phrase)
    said = phrase[led.end() :] if led is not None else phrase
    found = _share(said) or _half_more(said) or _two_units(said)
    return hedged(found, (led[1] or "").lower()) if found is not None and led is not None else found or _nobody(said)


def _share(phrase: str) -> Quantity | None:
    found = _SHARE.match(phrase)
    if found is None:
        return None
    some, each, noun = _number(found[1]), _number(found[3]), found[4].lower()
    general = noun in _EVERYBODY if found[2].lower() == "out of" else is_plural(noun) and noun not in UNITS
    if not general or not 0 < some < each:
        return None
    part = float(round(100 * some / each))
    return Quantity(low=part, best=part, high=part, unit="percent", approximate=True)


def _nobody(phrase: str) -> Quantity | None:
    found = _NOBODY.match(phrase)
    if found is None:
        return None
    people = not PEOPLE.isdisjoint(re.findall(r"[^\W\d_]+", found[1].lower()))
    return Quantity(low=0.0, best=0.0, high=0.0, unit="people" if people else None)


def _half_more(phrase: str) -> Quantity | None:
    found = _HALF_MORE.match(phrase)
    if found is None:
        return None
    length = _number(found[1]) + 0.5
    return Quantity(low=length, best=length, high=length, unit=_unit(found[2] or found[3]))


def _two_units(phrase: str) -> Quantity | None:
    """A length in the smaller unit where the larger one has so many of it, else as more than so many of the larger."""
    found = _TWO_UNITS.match(phrase)
    if found is None:
        return None
    many, larger, few, smaller = _number(found[1]), _unit(found[2]), _number(found[3]), _unit(found[4])
    if _LONGER.index(larger) <= _LONGER.index(smaller):
        return None
    each = _SMALLER.get((larger, smaller))
    if each is None:
        return Quantity(low=many, high=many + 1, unit=larger)
    length = many * each + few
    return Quantity(low=length, best=length, high=length, unit=smaller)


def _unit(word: str) -> str:
    return word.lower().rstrip("s")


def _number(word: str | None) -> float:
    """The value of a small number; "a" is one."""
    return 1.0 if word is None else float(SMALL.get(word.lower(), word))
