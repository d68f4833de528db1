"""Expressions of time in English text: where they stand, what they say, and what that means on a given day.

The grammar is our own, because ready libraries fill what the text leaves open: here "January 2017" stays a month,
"since 2014" a year, and "on Tuesday" without a date of publication stays unknown.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from situate.model.interval import UNKNOWN_INTERVAL, Interval
from situate.text.patterns import Match, Tagged, stretches
from situate.text.times import dates as time_dates
from situate.text.times import hours as time_hours
from situate.text.times import lengths as time_lengths
from situate.text.times import pointing as time_pointing
from situate.text.times import units as time_units
from situate.text.times import years as time_years
from situate.text.times.meaning import RELATIONS, Resolved, Tense, Timex
from situate.text.times.names import is_name
from situate.text.times.resolve import resolve
from situate.text.times.rules import Draft, Rule
from situate.text.times.words import ALPHABET, CORE, tagged

__all__ = ["RELATIONS", "Resolved", "Tense", "Timex", "find", "interval", "resolve", "value"]

_RELATION = {
    "since": "since", "until": "until", "till": "until", "til": "until", "before": "before", "after": "after",
    "following": "after", "by": "by", "for": "for", "over": "over", "during": "over", "within": "over",
    "throughout": "over", "across": "over", "through": "over", "in": "in", "on": "in", "at": "in",
}  # fmt: skip
_NOT_THAN = {"later": "by", "earlier": "after"}
_HEDGES = frozenset(
    {"least", "at", "about", "around", "nearly", "almost", "more", "than", "early", "late", "just", "the"}
)


def find(text: str) -> list[Timex]:
    """The time expressions of a text, in order, none inside another. Spans leave out the preposition ("on Tuesday")."""
    return list(_found(text))


@lru_cache(maxsize=4)  # each stage asks for those of the report that it is at
def _found(text: str) -> tuple[Timex, ...]:
    words = tagged(text)
    found: list[Timex] = []
    for start, end in stretches(words, CORE):
        position = start
        while position < end and (near := _starts().search(words.classes, position, end)):
            best = _longest(words, near.start(), end)
            if best is None:
                position = near.start() + 1
                continue
            draft, stop = best
            timex = _timex(words, near.start(), stop, draft)
            if not is_name(text, timex.start, timex.end):
                found.append(timex)
            position = stop
    return tuple(found)


def value(timex: Timex, reference: str | None, tense: Tense | None = None) -> str:
    """The TimeML value ("2017-09-05", "2017-W36", "2014-SU", "P3Y", "PRESENT_REF"), with X for what is unknown."""
    return resolve(timex, reference, tense).value


def interval(timex: Timex, reference: str | None, tense: Tense | None = None) -> Interval:
    """The bounds of a time expression, with the relation before it: "since 2014" is 2014 to open.

    Unknown bounds stay ``None``; ``resolve`` says why.
    """
    return bounded(timex, resolve(timex, reference, tense))


def bounded(timex: Timex, resolved: Resolved) -> Interval:
    """The interval of a resolved expression after its relation: since opens it, until, by and before close it."""
    first, last, precision, basis = resolved.earliest, resolved.latest, resolved.precision, resolved.basis
    if first is None and last is None:
        return UNKNOWN_INTERVAL
    if timex.kind == "DURATION":
        return Interval(earliest=first, latest=last, precision=precision, basis=basis)
    if timex.relation == "since":
        return Interval(earliest=first, latest="open", precision=precision, basis=basis)
    if timex.relation == "before" and first is not None and last is not None and len(first) == len(last):
        last = first  # before a month of fasting is before its first day
    if timex.relation in {"until", "by", "before"}:
        return Interval(earliest=None, latest=last, precision=precision, basis=basis)
    if timex.relation == "after":
        return Interval(earliest=first, latest=None, precision=precision, basis=basis)
    return Interval(earliest=first, latest=last, precision=precision, basis=basis)


# Of expressions that are as long, that of the rule which stands first is taken.
_GRAMMAR = (
    *time_dates.RULES,
    *time_hours.RULES,
    *time_years.RULES,
    *time_units.RULES,
    *time_lengths.RULES,
    *time_pointing.RULES,
)


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Rule], ...]:
    return tuple((ALPHABET.compile(rule.pattern), rule) for rule in _GRAMMAR)


@cache
def _starts() -> re.Pattern[str]:
    return ALPHABET.any_of(rule.pattern for rule in _GRAMMAR)


def _longest(words: Tagged, position: int, end: int) -> tuple[Draft, int] | None:
    """The longest expression that starts at a word, with the index after its last word."""
    rules = _rules()
    for number in _met(words.classes[max(0, position - 1) : min(end, position + _LONGEST)], min(position, 1)):
        pattern, rule = rules[number]
        found = pattern.match(words.classes, position, end)
        draft = rule.build(Match(words, found)) if found else None
        if found and draft is not None:
            return draft, found.end()
    return None


_LONGEST = 40  # words, more than any rule takes


@lru_cache(maxsize=4096)  # news say the same times in the same kinds of words: "on Tuesday", "three years"
def _met(classes: str, start: int) -> tuple[int, ...]:
    """The numbers of the rules that are met at ``start`` in a run of words, by its classes: the longest first."""
    met = []
    for number, (pattern, _) in enumerate(_rules()):
        found = pattern.match(classes, start)
        if found and found.end() > start:
            met.append((-found.end(), number))
    return tuple(number for _, number in sorted(met))


def _timex(words: Tagged, start: int, stop: int, draft: Draft) -> Timex:
    while stop > start + 1 and words.words[stop - 1] in {".", ","}:
        stop -= 1
    first = start + _is_of_a_noun(words, start, stop)
    return Timex(
        start=words.starts[first], end=words.ends[stop - 1], kind=draft.kind, meaning=draft.meaning,
        relation=_relation(words, start), mod=draft.mod,
    )  # fmt: skip


def _is_of_a_noun(words: Tagged, start: int, stop: int) -> bool:
    """Whether the article before an expression is that of the noun behind it: "the third-quarter loss"."""
    joined = words.word(stop - 1) in {"quarter", "ago", "earlier"} and words.word(stop - 2) == "-"
    return words.word(start) == "the" and joined and words.word(stop).isalpha()


def _relation(words: Tagged, start: int) -> str | None:
    """The preposition before an expression, past hedges ("since at least 2014"); "no later than" is by then."""
    bound = _NOT_THAN.get(words.word(start - 2)) if words.word(start - 1) == "than" else None
    if bound is not None and words.word(start - 3) in {"no", "not"}:
        return bound
    for back in range(1, 4):
        word = words.word(start - back)
        if word in _RELATION and not (word == "at" and words.word(start - back + 1) in {"least", "most"}):
            return _RELATION[word]
        if word not in _HEDGES:
            return None
    return None
