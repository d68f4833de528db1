"""The date that a document gives itself: a head line, a wire service's dateline, "Date of publication …"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from situate.model.interval import first_day, is_partial_date, last_day
from situate.model.span import Span
from situate.text.times import expressions as times
from situate.text.times.meaning import Calendar, Timex
from situate.text.times.words import DAYS_OF_WEEK

_LAST_CENTURY = 69  # the two digits from which on a short year is of the twentieth century
_HEAD = 400  # letters in which a dateline stands
_LABEL = re.compile(
    r"(?:\b(?:date(?: of publication)?|published(?: on| at)?|posted(?: on)?|publication date)\s*:?\s*"
    r"|\b(?:AFP|AP|Reuters|SANA|Xinhua|UPI|DPA|dpa|TASS|ANHA)\b[\s/.,:|–—-]*)$",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:updated|modified|revised)\b[^.\n]{0,20}$", re.IGNORECASE)
# BEIRUT, Sept. 5 (Reuters) — or: Nairobi, Kenya, 5 September – or: (Ostry, 5 September 2031) –
_TOWN = r"[A-Z][\w'’ -]{1,40}(?:[,/] ?[A-Z][\w. '’-]{1,30}| \([A-Z][\w. ]{1,30}\)){0,2}"
_WIRE_BEFORE = re.compile(rf"(?:^|\n)\s*\(?{_TOWN}(?:,\s*|\s\()$")
_WIRE_AFTER = re.compile(r"^\)?[\s,]*(?:\([^)\n]{2,40}\)|[A-Z][A-Za-z]{1,10})?\s*(?:--|[-–—:])")
# "5 September 2031 – The town …", after a headline: its like further on would head the entries of a list.
_OPENS = re.compile(r"^\s*(?:--|[–—-])\s")
_ENTRY_OPENS = re.compile(r"^\s*(?:\w+ )?\d{1,2}\b[^\n]{0,20}\s(?:--|[–—-])\s", re.MULTILINE)
# Alone on a line: "Update No. 12 | 5 September 2031", "From our own correspondent, Ostry, 5 September 2031", "As of …".
_IN_TITLE = re.compile(r"(?:^|\n)[^\n]{2,80}(?:,\s|\s[|·–—-]\s*|\s\(as of\s)$|(?:^|\n)\s*\(?as of\s$", re.IGNORECASE)
# "SAN SALVADOR, 26 SEP 89 (EFE) --": two digits are a year where only the end of a dateline can follow them.
_SHORT_YEAR = re.compile(r"^\s+['’]?(\d{2})(?=[\s,]*(?:\([^)\n]{2,40}\)[\s,]*(?:--|[-–—:])|--|[–—:]|\n|$))")
# "Print this page Tuesday 19 July 2016 16:45 Strikes disrupt …", "… 15 Aug 2014 Share": of the page, not the text.
_PRINTED = re.compile(r"^,? (?:at )?(?:\d{1,2}:\d{2}|Print|Share|Tweet|E-?mail)\b")
_IN_A_SENTENCE = re.compile(r"\b(?:on|in|at|by|from|since|until|of|before|after|to|and)(?: the)?(?: [A-Z]\w+,?)? $")
_ALONE = re.compile(r"^[\s,|·–—-]*(?:\d{1,2}:\d{2}[^\n]{0,12})?\s*(?:\n|$)")
# Under a headline, before the first sentence: "Two towns change hands\n\n5 Sep 2031 The army …", "… by A. Writer".
_HEADLINE = re.compile(r"\s*[^\n]{8,200}[^.!?;:,\s]\s*\n\s*(?:[A-Z][a-z]{2,8}\.?,? )?")
_LEADS = re.compile(r"(?: at \d{1,2}[:.h]?\d{2})?,? (?:(?:by )?[A-Z]|\d{1,4} [a-z])")
_LINE_DATED = re.compile(
    r"^\W*(?:[A-Z][a-z]{2,8}\.?,? )?(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2}),? (?:19|20)\d\d\b",
    re.MULTILINE,
)
_WEEKS = 45  # days between the dateline under a headline and the day that is given for the report, at the most


def dateline(text: str, published: str | None) -> str | None:
    """The day of a document's own dateline (ISO), or ``None`` when it has none.

    A date without a year is a dateline only beside ``published``, and takes the year that brings it nearest to it.
    "Updated" is no dateline, unless it opens the text with a day before ``published``: what was last updated then was
    not written later. Only a whole day counts.
    """
    found = find_dateline(text, published)
    return found[1] if found else None


def find_dateline(text: str, published: str | None) -> tuple[Span, str] | None:
    """Where a document's own dateline stands, and its day; see ``dateline``."""
    head = text[:_HEAD]
    for timex in takewhile(lambda one: one.end <= _HEAD, times.find(text)):
        found = _with_short_year(head, timex)
        meaning = found.meaning
        if _UP_TO.match(head, found.end):
            continue
        if not isinstance(meaning, Calendar) or not meaning.month or not meaning.day:
            continue
        if _stands_as_dateline(head, found) or _under_headline(text, found, published):
            day = _with_year(meaning, published)
            if day is not None and not _heads_an_entry(text, found, day, published):
                return Span(found.start, found.end), day
    return _in_figures(head, published) or _last_updated(head, published)


# "Weekly report, 28 October – 3 November": a report of some days is of the last of them, not of the first.
_MONTH = "[A-Z][a-z]{2,8}"
_UP_TO = re.compile(
    rf"\s?(?:to|until|through|--?|[–—])\s?"
    rf"(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}\b|\d{{1,2}}(?=,? \d{{4}}|\s*(?:[),]|\n|$)))"
)


# "01-11-2014 Two towns change hands": with a slash it is as often the month that comes first.
_FIGURES = re.compile(r"\s*((\d\d)([-.])(\d\d)\3((?:19|20)\d\d))(?!\d)")


def _in_figures(head: str, published: str | None) -> tuple[Span, str] | None:
    """The day that opens a text in figures which could be read either way round: the day first, as nearly everywhere.

    Unless it is the day of publication when the month comes first. Without a day of publication nobody can tell.
    """
    told = _FIGURES.match(head)
    if told is None or published is None:
        return None
    first, second = f"{told[5]}-{told[4]}-{told[2]}", f"{told[5]}-{told[2]}-{told[4]}"
    day = second if published[:10] == second else first
    return (Span(*told.span(1)), day) if is_partial_date(day) else None


_ENTRY = re.compile(r"^\s*[:|](?!\s*\n)")
_CELL = re.compile(r"^\s*\|")
# "Ostry, 31 December 2031: a mine, two killed": a town and a day with its year, which head what follows.
_NEXT_ENTRY = re.compile(r"(?:^|[.\n]\s*)[A-Z][\w'’ -]{1,40}, \d{1,2} [A-Z][a-z]{2,8} \d{4}: ", re.MULTILINE)
_LATE = 2  # days by which a report is printed after its dateline at the most


def _heads_an_entry(text: str, timex: Timex, day: str, published: str | None) -> bool:
    """Whether a day heads one entry of a list, and the report is of another one.

    "Lisk, 2 April: some 250 people displaced", published on 14 April, is no report of 2 April. A day with its year does
    so in a cell, or where another entry is headed like it.
    """
    after = text[timex.end :]
    if published is None or len(published) < 10 or not _ENTRY.search(after):
        return False
    yearless = isinstance(timex.meaning, Calendar) and timex.meaning.year is None
    listed = yearless or bool(_CELL.search(after)) or bool(_NEXT_ENTRY.search(after))
    return listed and abs((last_day(published) - last_day(day)).days) > _LATE


# As printed, or with the comma lost: "Last updated at Jun 062016".
_STAMP = re.compile(
    r"(?:\s*[^\n]{8,200}\n)?\s*(?:last\s+)?updated(?:\s+(?:at|on))?\s*:?\s+(([A-Za-z]{3,9}\.? \d{1,2}),? ?(\d{4}))\b",
    re.IGNORECASE,
)


def _last_updated(head: str, published: str | None) -> tuple[Span, str] | None:
    """The day of the last update that opens a text, if it lies before the day of publication.

    Or after it, where the day of the week that is told first ("struck the town on Tuesday") is nearer to it: what was
    written anew counts its days from then.
    """
    stamp = _STAMP.match(head)
    if stamp is None or published is None or len(published) < 10:
        return None
    found = times.find(f"{stamp[2]}, {stamp[3]}")
    meaning = found[0].meaning if len(found) == 1 else None
    if not isinstance(meaning, Calendar) or not (meaning.year and meaning.month and meaning.day):
        return None
    day = _with_year(meaning, None)
    if day is None or not (day < published[:10] or _nearer(head[stamp.end() :], day, published[:10])):
        return None
    return Span(*stamp.span(1)), day


_WEEKDAY = re.compile(rf"\b(?:{'|'.join(DAYS_OF_WEEK)})\b", re.IGNORECASE)


def _nearer(text: str, day: str, published: str) -> bool:
    """Whether the day of the week that a text names first lies nearer before a later day than before publication."""
    told = _WEEKDAY.search(text)
    if told is None or day <= published:
        return False
    meant = DAYS_OF_WEEK.index(told[0].lower())
    since = [(first_day(one).weekday() - meant) % len(DAYS_OF_WEEK) for one in (day, published)]
    return since[0] < since[1]


def _under_headline(text: str, timex: Timex, published: str | None) -> bool:
    """Whether a whole date stands between the headline and the first sentence, and is near the day of the report.

    Where another line opens with a date, it is the first entry of a chronicle.
    """
    meaning = timex.meaning
    if published is None or len(published) < 10 or not isinstance(meaning, Calendar) or meaning.year is None:
        return False
    if _HEADLINE.fullmatch(text, 0, timex.start) is None or _LEADS.match(text, timex.end) is None:
        return False
    day = _with_year(meaning, published)
    near = day is not None and abs((first_day(day) - first_day(published[:10])).days) <= _WEEKS
    return near and len(_LINE_DATED.findall(text)) == 1


def _with_short_year(head: str, timex: Timex) -> Timex:
    """A date with the two digits after it as its year, where they can be nothing else (POSIX: 69 to 99 are 19xx)."""
    meaning, digits = timex.meaning, _SHORT_YEAR.match(head[timex.end :])
    if not isinstance(meaning, Calendar) or not meaning.day or meaning.year is not None or digits is None:
        return timex
    short = int(digits[1])
    year = short + (1900 if short >= _LAST_CENTURY else 2000)
    return replace(timex, end=timex.end + digits.end(1), meaning=replace(meaning, year=year))


def _stands_as_dateline(head: str, timex: Timex) -> bool:
    before, after = head[: timex.start], head[timex.end :]
    if _UPDATED.search(before):
        return False
    dated = isinstance(timex.meaning, Calendar) and timex.meaning.year is not None
    listed = bool(_OPENS.match(after)) and bool(_ENTRY_OPENS.search(before + after))
    if not before.strip() or _LABEL.search(before):
        return dated and not listed
    if _WIRE_BEFORE.search(before) and _WIRE_AFTER.search(after):
        return True
    if not dated:
        return False
    if _PRINTED.match(after) and not _IN_A_SENTENCE.search(before):
        return True
    alone, at_line = bool(_ALONE.search(after.removeprefix(")"))), before.rstrip(" \t").endswith("\n")
    if alone:
        return at_line or bool(_IN_TITLE.search(before))
    return at_line and bool(_OPENS.match(after)) and not listed


def _with_year(meaning: Calendar, published: str | None) -> str | None:
    if meaning.year is None and (published is None or len(published) < 7):
        return None
    years = [meaning.year] if meaning.year is not None else _nearest(meaning.month or 1, published or "")
    found = f"{years[0]:04d}-{meaning.month:02d}-{meaning.end_day or meaning.day:02d}"  # a week is reported at its end
    return found if is_partial_date(found) else None


def _nearest(month: int, published: str) -> list[int]:
    year, other = int(published[:4]), int(published[5:7])
    return sorted((year - 1, year, year + 1), key=lambda y: abs((y - year) * 12 + month - other))
