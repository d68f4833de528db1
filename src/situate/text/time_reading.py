"""The times of a whole text, read in order: each with the tense of its clause and the day that the text speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from situate.text import times
from situate.text.time_meaning import Anaphor, Calendar, Length, Resolved, Shifted, Tense, Timex, Window
from situate.text.time_resolve import period

Read = tuple[Timex, Resolved]

_LENGTH = re.compile(r"PT?[\dX]")
_FINE = frozenset({"hour", "minute", "second"})
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
# Letters back in which the quarter stands that "the quarter" means, and that "a year ago" is compared with.
_QUARTER_REACH, _COMPARED_REACH = 2500, 600
_DISTANCE = re.compile(r"\s+(?:after|before|following|prior to)\b", re.IGNORECASE)
_BESIDE = re.compile(r"[\s,()]*(?:on|of)?\s*")
_AND_HOUR = re.compile(r"[\s,()]*(?:and|to|until|or)?\s*")
_ANCHOR_REACH = 400  # letters back in which "the previous day" finds the day that it counts from


def read(text: str, reference: str | None) -> list[Read]:
    """The time expressions of a text with their meaning in a report of that date (partial ISO, or ``None``)."""
    found: list[Read] = []
    quarter: _Quarter | None = None
    every = times.find(text)
    for number, written in enumerate(every):
        timex = _of_quarter(written, quarter)
        anchor = _day_beside(text, every[number : number + 3], reference) or _anchor(timex, found, text, reference)
        resolved = times.resolve(timex, reference, tense_near(text, timex), anchor)
        if resolved.reason == "no_reference" and (dated := _dated_before(timex, found)) is not None:
            resolved = times.resolve(timex, dated, None, anchor)
        if isinstance(timex.meaning, Length) and _DISTANCE.match(text, timex.end):
            resolved = Resolved(value=resolved.value, reason="no_day")  # how long before or after is all that is told
        named = _QUARTER.fullmatch(resolved.value)
        if named and timex is written:
            quarter = _Quarter(end=timex.end, year=int(named[1]), number=int(named[2]))
        found.append(_as_timeml(timex, resolved, None if anchor else _assumed(timex, found, reference), reference))
    return found


def _as_timeml(timex: Timex, resolved: Resolved, assumed: str | None, reference: str | None) -> Read:
    """An expression with TimeML's value and type, where they say more or less than its bounds; the bounds stay.

    ``assumed`` is the date that an expression most likely counts from. Lengths and counted hours are durations, named
    stretches are dates.
    """
    meaning = timex.meaning
    if assumed is not None:
        resolved = replace(resolved, value=times.resolve(timex, reference, None, assumed).value)
    if isinstance(meaning, Shifted) and meaning.from_text and meaning.unit in _FINE and meaning.amount is not None:
        resolved = replace(resolved, value=period(abs(meaning.amount), meaning.unit))
        return replace(timex, kind="DURATION"), resolved
    if resolved.reason == "no_day" and _LENGTH.match(resolved.value):
        return replace(timex, kind="DURATION"), resolved
    if isinstance(meaning, Window) and meaning.named:
        return replace(timex, kind="DATE"), resolved
    return timex, resolved


def _assumed(timex: Timex, found: Sequence[Read], reference: str | None) -> str | None:
    """The date that an expression counts from where none stands near: the one told last, or that of the report."""
    if _by_years(timex):
        return reference
    named = _is_hour(timex) or _names_its_day(timex)
    return _told_last(found, _exactness(timex)) or reference if named else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quarter:
    """The quarter of a year that a text named last, and where it did."""

    end: int
    year: int
    number: int


def _of_quarter(timex: Timex, quarter: _Quarter | None) -> Timex:
    """ "The quarter" and "a year ago", where the text speaks of a quarter: that one, and the same one a year before."""
    meaning = timex.meaning
    if quarter is None or timex.start - quarter.end > _QUARTER_REACH:
        return timex
    if isinstance(meaning, Anaphor) and meaning.unit == "quarter":
        return replace(timex, meaning=Calendar(year=quarter.year, quarter=quarter.number))
    year_back = isinstance(meaning, Shifted) and (meaning.unit, meaning.amount, meaning.aligned) == ("year", -1, False)
    if year_back and timex.start - quarter.end <= _COMPARED_REACH:
        return replace(timex, meaning=Calendar(year=quarter.year - 1, quarter=quarter.number))
    return timex


def _day_beside(text: str, after: Sequence[Timex], reference: str | None) -> str | None:
    """The day right after an hour ("at 10:30 p.m. last Friday", "10:30 a.m. (0730 GMT) Friday"); ``None`` without."""
    hours = [timex for timex in after[:2] if _is_hour(timex)]
    if not hours or hours[0] is not after[0] or len(after) <= len(hours):
        return None
    day = after[len(hours)]
    bridged = all(_AND_HOUR.fullmatch(text[a.end : b.start]) for a, b in pairwise(hours))
    bridged = bridged and bool(_BESIDE.fullmatch(text[hours[-1].end : day.start]))
    found = times.resolve(day, reference, tense_near(text, day)).earliest
    return found[:10] if bridged and found is not None and len(found) >= 10 and day.kind == "DATE" else None


def _anchor(timex: Timex, found: Sequence[Read], text: str, reference: str | None) -> str | None:
    """The date spoken of last, near before an expression that counts from the text."""
    hour = _is_hour(timex)
    if not (hour or _counts_from_text(timex)):
        return None
    for before, resolved in reversed(found):
        if timex.start - before.end > _ANCHOR_REACH or "\n\n" in text[before.end : timex.start]:
            break
        first = resolved.earliest
        if _is_date(before, resolved) and first is not None and (not hour or len(first) >= 10):
            return (
                first if len(first) >= _exactness(timex) else None
            )  # "in May … a week later": of what week is not told
    return reference if hour and timex.relation == "since" else None


def _told_last(found: Sequence[Read], exactness: int) -> str | None:
    """The date told last, however far back, of those with as many letters (a day has 10)."""
    told = (r.earliest for t, r in reversed(found) if _is_date(t, r) and r.earliest)
    return next((date[:10] for date in told if len(date) >= exactness), None)


def _is_date(timex: Timex, resolved: Resolved) -> bool:
    return timex.kind in {"DATE", "TIME"} and resolved.earliest is not None and resolved.earliest == resolved.latest


def _dated_before(timex: Timex, found: Sequence[Read]) -> str | None:
    """The date told last, for a day of a month whose year neither it nor the report gives ("then on 10 November")."""
    if not isinstance(timex.meaning, Calendar) or timex.meaning.month is None:
        return None
    told = (r.earliest for t, r in reversed(found) if t.kind != "DURATION" and r.basis != "none" and r.earliest)
    return next((date for date in told if len(date) >= 7), None)


def _is_hour(timex: Timex) -> bool:
    """Whether an expression names an hour or a part of a day that it does not name."""
    meaning = timex.meaning
    return isinstance(meaning, Calendar) and meaning == Calendar(
        hour=meaning.hour, minute=meaning.minute, part=meaning.part
    )


def _by_years(timex: Timex) -> bool:
    """Whether an expression counts whole years ("a year earlier")."""
    meaning = timex.meaning
    return isinstance(meaning, Shifted) and meaning.unit == "year" and not meaning.aligned and timex.mod is None


def _names_its_day(timex: Timex) -> bool:
    """Whether an expression names a time by one that the text tells ("the next day", "that month"), not by a count."""
    meaning = timex.meaning
    counted = isinstance(meaning, Shifted) and not meaning.aligned
    return _counts_from_text(timex) and not counted and not (isinstance(meaning, Anaphor) and meaning.unit == "quarter")


def _exactness(timex: Timex) -> int:
    """Letters of the date that an expression counts from: a year, a month or a day, by its unit."""
    meaning = timex.meaning
    unit = meaning.unit if isinstance(meaning, Anaphor | Shifted) else None
    if isinstance(meaning, Calendar):
        return 4 if meaning.shift is not None else 7 if meaning.month is not None else 10
    return {"year": 4, "decade": 4, "century": 4, "month": 7, "quarter": 7, None: 4}.get(unit, 10)


def _counts_from_text(timex: Timex) -> bool:
    meaning = timex.meaning
    return isinstance(meaning, Anaphor) or (isinstance(meaning, Shifted | Calendar) and meaning.from_text)


# Words that put what stands near them into the future.
_AHEAD = re.compile(
    r"\b(?:will|won['’]t|shall|['’]ll|would(?! have\b)|(?:is|are|was|were)"
    r" (?:to|due|set|scheduled|expected|planned|going|being held)"
    r"|scheduled|(?:expected|supposed|slated|set|ready|agree[ds]?|agreement|promised|pledged|vow(?:s|ed)) to"
    r"|plans? to|planned for|planning|intends? to|aims? to|hopes? to|upcoming|deadline"
    r"|to be (?:held|sworn|signed|opened|completed|released|tried)"
    r"|(?:postponed|delayed|deferred|adjourned|put off|rescheduled) (?:until|till|to|for))\b",
    re.IGNORECASE,
)
# What the calendar fixes is told in the present, right before its day: "the trial opens on Monday".
_FIXED = re.compile(
    r"(?<!\bnot)(?<!\bto)(?<!\bdid)(?<!n['’]t) (?:begins|starts|opens|resumes|expires|convenes|arrives|departs|meets?"
    r"|takes (?:effect|office|place|over)|goes (?:to|on|into|before)|turns \d+)(?: [a-z]+)? (?:(?:on|in|at) )?$"
    r"|\b(?:is|are|falls) (?:on )?$"
)
# Verbs after which "by May" and "until Friday" bound what is over.
_PAST = re.compile(
    r"\b(?:had|has|have|was|were|did|been|[a-z]+ed|held|fell|took|kept|lost|left|fought)\b", re.IGNORECASE
)
# A clause in the past after them: "we will mention the killings that occurred in July".
_WHICH_WAS = re.compile(
    r"\b(?:which|that|who|where) (?:had|were|was|took place|began|fell|[a-z]+ed)\b[^,;]*$", re.IGNORECASE
)
# Who told of what is to come, with the day on which they did: "the embassy will reopen, officials said on Friday".
_TOLD = re.compile(
    r"(?<!\bbe)(?<!\bbeen)(?<!\bbeing)(?<!ly)\s(?:said|says|told|tells|wrote|spoke|announced|reported|added|ruled|stated"
    r"|confirmed|declared|warned|insisted|acknowledged|admitted|claimed|denied|testified|suggested|indicated|noted"
    r"|explained|predicted|decided|revealed|disclosed|argued|hinted|conceded|vowed|pledged|promised|agreed|voted|threatened"
    r"|demanded|urged|asked|cautioned|reiterated|stressed)(?:\s[^\s,;]+){0,7}\s$",
    re.IGNORECASE,
)
_WILL = re.compile(r",? (?:will|would)\b")
# What a day names ("Friday's vote", "the Aug. 7 bombings"): things that are planned, and blows, which nobody announces.
_NAMES = re.compile(r"['’]s\s((?:[\w-]+\s){0,2}[\w-]+)", re.IGNORECASE)
_NAMED = re.compile(r"\s((?:[\w-]+\s){0,2}[\w-]+)")
_LINKS = re.compile(
    r"(?:and|or|in|at|on|to|when|for|by|from|that|after|before|of|with|as|is|was|were|near|but)\b", re.I
)
_PLANNED = re.compile(
    r"\b(?:meetings?|sessions?|talks|summit|conference|votes?|voting|elections?|polls?|ballot|referendum|hearing|trial"
    r"|deadline|date|games?|match|race|visit|ceremony|funeral|inauguration|speech|rally|march|runoff|debate|opening|launch"
    r"|signing|celebrations?|anniversary|appearance|withdrawal|handover|release)\b",
    re.IGNORECASE,
)
_BLOWS = re.compile(
    r"\b(?:attacks?|bombings?|blasts?|explosions?|shootings?|killings?|murders?|slayings?|raids?|massacres?|assaults?"
    r"|ambush(?:es)?|clash(?:es)?|crash|fire|incidents?|deaths?|arrests?|coup|air ?strikes?|shelling|invasion|accident"
    r"|earthquake|kidnappings?|abductions?|assassinations?|riots?|violence|bloodshed)\b",
    re.IGNORECASE,
)
_DEADLINE = re.compile(r"\b(?:by|until|till|as (?:early|soon) as|no later than) (?:on )?$", re.IGNORECASE)
_STOP = re.compile(r"[.!?;][\"'”’)\]]*\s|\n\s*\n")
_REACH = 80  # letters before an expression in which its verb is looked for


def tense_near(text: str, timex: Timex) -> Tense | None:
    """Whether the words before an expression in its sentence speak of what is to come; a stand-in for a parse."""
    before = text[max(0, timex.start - _REACH) : timex.start]
    stops = [m.end() for m in _STOP.finditer(before)]
    after = _STOP.split(text[timex.end : timex.end + 30])[0]
    near = before[stops[-1] if stops else 0 :]
    names = _what_it_names(text, timex)
    if names is not None and _BLOWS.search(names):
        return "past"
    if _speaks_ahead(near, after) and (names is None or _PLANNED.search(names)):
        return "future"
    clause = near + _STOP.split(text[timex.end : timex.end + _REACH])[0]
    return "future" if _DEADLINE.search(near) and not _PAST.search(clause) else None


def _what_it_names(text: str, timex: Timex) -> str | None:
    """The words for what has a day of its own ("Friday's vote", "the Aug. 7 bombings"); ``None`` where nothing has."""
    own = _NAMES.match(text, timex.end)
    if own is None and re.search(r"\bthe\s$", text[max(0, timex.start - 4) : timex.start], re.IGNORECASE):
        own = _NAMED.match(text, timex.end)
    return own[1] if own is not None and not _LINKS.match(own[1]) else None


def _speaks_ahead(before: str, after: str) -> bool:
    """Whether the clause around a time is about what is to come, by the words before and after it."""
    ahead = list(_AHEAD.finditer(before))
    planned = bool(ahead) and not any(over.search(before, ahead[-1].end()) for over in (_WHICH_WAS, _TOLD))
    return planned or bool(_FIXED.search(before) or _WILL.match(after))
