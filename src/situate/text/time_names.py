"""Dates that are names: "the March Coalition", "the 15 May Brigade", "the Sunday Times" tell no time."""

from __future__ import annotations

import re

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"  # abbreviations name nobody
)
_DATE = re.compile(rf"(?:(?:{_MONTHS})(?: \d{{1,2}})?|\d{{1,2}} (?:{_MONTHS}))")
# What is called after a day or a month; "forces" and "army" are seldom so, and stand behind a date by chance.
_CALLED = re.compile(
    r" (?:Alliance|Battalion|Brigades?|Bloc|Coalition|Column|Committee|Congress|Front|Martyrs|Movement|Organi[sz]ation"
    r"|Party|Revolutionary|Union|battalion|brigade|movement)\b"
)
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: Night)?")
_PRINTED = re.compile(r" (?:Express|Football|Herald|Independent|Live|Mail|Mirror|Observer|Telegraph|Times|Tribune)\b")
_SHOW = re.compile(r"\d+ (?:Minutes|Hours|Days|Weeks|Years)")  # a programme, a film: in quotes
_QUOTED = re.compile(r"[\"“][\"”]")


def is_name(text: str, start: int, end: int) -> bool:
    """Whether the date at a stretch of a text begins the name of somebody, or of a paper, who is called after it."""
    if _WEEKDAY.fullmatch(text, start, end):
        return _PRINTED.match(text, end) is not None
    show = _SHOW.fullmatch(text, start, end)
    if not show and not _DATE.fullmatch(text, start, end):
        return False
    quoted = _QUOTED.fullmatch(text[max(0, start - 1) : start] + text[end : end + 1])  # the "9 May" forces
    return bool(quoted or (not show and _CALLED.match(text, end)))
