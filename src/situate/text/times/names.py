"""Dates that are names: "the March Coalition", "the Sunday Times", "the Six-Day War" tell no time."""

from __future__ import annotations

import re

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"  # abbreviations name nobody
)
_DATE = re.compile(rf"(?:(?:{_MONTHS})(?: \d{{1,2}})?|\d{{1,2}} (?:{_MONTHS}))")
# What is called after a day or a month; "forces" and "army" are seldom so, and stand behind a date by chance.
_CALLED = re.compile(
    r" (?:Alliance|Battalion|Brigades?|Bloc|Coalition|Column|Committee|Congress|Fools|Front|Martyrs|Movement"
    r"|Organi[sz]ation|Party|Revolutionary|Union|battalion|brigade|movement)\b"
)
# Papers and broadcasts, after the day on which they appear.
_APPEARS = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: Night| Evening)?")
_PRINTED = re.compile(
    r" (?:Express|Football|Herald|Independent|Live|Mail|Mirror|Observer|Post|Telegraph|Times|Tribune)\b"
)
# Wars and plans, after how long they lasted.
_LASTED = re.compile(r"(?:[Tt]he )?[A-Z]\w+[ -](?:Day|Week|Month|Year)s?")
_WAR = re.compile(r"['’]? (?:Plan|War)\b")
# Programmes, in quotes.
_SHOWN = re.compile(r"\d+ (?:Minutes|Hours|Days|Weeks|Years)")
_TODAY = re.compile(r"Today(?=(?:[\"”]|'') (?:show|program)\b)")
_OPENED, _CLOSED = re.compile(r"(?:[\"“]|``)$"), re.compile(r",?(?:[\"”]|'')")


def is_name(text: str, start: int, end: int) -> bool:
    """Whether the date or length at a stretch of a text is the name of somebody, or of a thing, or begins it."""
    if start and text[start].isdigit() and text[start - 1].isalpha():
        return True  # the end of a word: "gc4hr.org"
    quoted = _OPENED.search(text[max(0, start - 2) : start]) and _CLOSED.match(text, end)
    if _DATE.fullmatch(text, start, end):
        return bool(quoted or _CALLED.match(text, end))  # the "9 May" forces
    if _SHOWN.fullmatch(text, start, end) or _TODAY.match(text, start):
        return bool(quoted)
    named = (_APPEARS, _PRINTED), (_LASTED, _WAR)
    return any(date.fullmatch(text, start, end) and thing.match(text, end) for date, thing in named)
