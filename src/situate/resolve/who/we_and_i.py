"""Who says "we" and "I": who is told to say it, who speaks a turn of a transcript, whose own words a report is."""

from __future__ import annotations

import re
from functools import lru_cache

from situate.model.actor import Actor
from situate.model.span import Span
from situate.resolve.who.author import author, spoken_for, unquoted
from situate.resolve.who.names import keys
from situate.resolve.who.told import REACH, Told

_LEADS = re.compile(r"[:,]\s*$")  # into a quotation: "he said: “…"
# Who speaks a turn, after what ends a sentence; who asks may stand in small letters, in a text once in capitals.
_TURN = re.compile(
    r"(?:^|(?<=[.?!:\-\"”’'\])]))\s*\[([^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+)?|reporter|moderator|correspondent|interviewer|question)\]\s"
)
_ASKED = re.compile(r"(?:^|\n)\s*(Q|A):\s")
_WITH = re.compile(r"[^\n.]*\b(?:Q&A|[Ii]nterview|[Qq]uestions?)\s[^\n.]*?\bwith\s+([^\n.,:]{4,60})")
_NO_TURN = re.compile(
    r"\b(?:RECORDING|INDISTINCT|OMITTED|RECEIVED|TEXT|PROGRESS|TRANSLITERATED|FIGURE|PASSAGE)\b", re.IGNORECASE
)
_LEADS_ON = re.compile(r",?\s+(?:said|says|stated|added):\s+(?=[^\W\d_a-z])")
_ASKS = frozenset({"reporter", "moderator", "correspondent", "interviewer", "question"})  # who asks in a transcript
_ALONE = frozenset({"i", "me", "my", "mine", "myself"})
_I_AM = re.compile(r"(?:\s?[’']m|\s+am)\s+([^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+){1,2})")
_SPEECH_REACH = 400  # code points


def speaking(told: Told, index: int) -> Actor | None:
    """Who says "we", or "I" where one speaks alone: who is told to say it, else the nearest speaker.

    Of "we" a person stands for those whom they speak for.
    """
    at, alone = told.namings[index].span, keys(told.namings[index].quote)[0] in _ALONE
    labelled = _labelled(told, at)
    if labelled is not None:
        spoken, actor = labelled
        return actor if not spoken or alone or actor is None else told.of.get(actor.id, actor)
    called = _I_AM.match(told.text, at.end) if alone else None
    if called is not None and (person := told.link(called[1])[0]) is not None and person.kind == "person":
        return person
    own = author(told)
    if own is not None and unquoted(told, at.start):
        return _for_whom(told, own, alone=alone)
    saying = told.who_says(at.start)
    opened = _quotation(told, at)
    near_it = told.order.ending(opened - _SPEECH_REACH + 1, opened) if opened else []
    before = [i for i in near_it if told.namings[i].speaker]
    if saying is not None:
        actor = told.done[saying][0]
    elif before:
        actor = told.done[max(before, key=lambda i: told.namings[i].span.end)][0]
    elif own is not None:
        return _for_whom(told, own, alone=alone)
    elif unquoted(told, at.start) and (said := _said_in_paragraphs(told, at.start)) is not None:
        actor = said
    elif unquoted(told, at.start) and (alone or any(mark in told.text for mark in '“"')):
        return None  # whoever writes it; a text without any quotation marks may be what somebody says
    else:
        near = [
            (min(abs(told.spans[i].start - at.end), abs(at.start - told.spans[i].end)), i)
            for i in _speakers_near(told, at)
            if i != index and told.done[i][0] is not None
        ]
        if not near:
            return None
        actor = told.done[min(near)[1]][0]
    is_person = actor is not None and actor.kind == "person"
    if alone:
        return actor if is_person else None
    return told.of.get(actor.id) if actor and is_person else actor


def _for_whom(told: Told, own: Actor, *, alone: bool) -> Actor | None:
    """Whom the author of a report means: for "I" only a person, for "we" those whom they speak for."""
    if alone:
        return own if own.kind == "person" else None
    return spoken_for(told, own)


def _said_in_paragraphs(told: Told, at: int) -> Actor | None:
    """Who speaks the paragraphs that "X said:" leads to at the end of one, where they have no marks of quotation."""
    leads = list(_LEADS_ON.finditer(told.text, 0, at))
    lead = leads[-1] if leads else None
    if lead is None or any(mark in told.text[lead.end() : at] for mark in '“"'):
        return None
    longest = told.longest(told.order.ending(lead.start() - 2, lead.start()))
    return told.done[longest][0] if longest is not None else None


def _speakers_near(told: Told, at: Span) -> set[int]:
    """The phrases of speakers that begin after, or end before, a stretch, no farther than a speech reaches."""
    before = told.order.ending(at.start - _SPEECH_REACH, at.start + _SPEECH_REACH)
    after = told.order.beginning(at.end - _SPEECH_REACH, at.end + _SPEECH_REACH)
    return {i for i in (*before, *after) if told.namings[i].speaker}


def _labelled(told: Told, at: Span) -> tuple[bool, Actor | None] | None:
    """Who speaks in a transcript whose turns begin with the speaker's name in brackets ("[Lorn] We …").

    ``None`` where it is none; else whether it is a person, and who, if the text tells.
    """
    asked, marks = _questions(told.text)
    if asked is not None:
        mark = next((letter for end, letter in reversed(marks) if end <= at.start), None)
        return (True, told.link(asked)[0] if mark == "A" else None) if mark is not None else None
    turns = _turns(told.text)
    last = next((name for end, name in reversed(turns) if end <= at.start), None)
    if not turns:
        return None
    if last is None or last.casefold() in _ASKS:
        return True, None
    full = re.compile(rf"(?:[^\W\d_a-z]\w+\s+){{1,3}}{re.escape(last)}(?:\s+[^\W\d_a-z]\w+)?(?![\w\]])")
    found = next((m[0] for m in full.finditer(told.text)), last)
    actor, _ = told.link(" ".join(found.split()))
    if actor is None or actor.kind != "person":
        named = (told.done[i][0] for i, n in enumerate(told.namings) if n.quote.casefold() == last.casefold())
        actor = next((one for one in named if one is not None and one.kind == "person"), None)
    return True, actor


@lru_cache(maxsize=4)
def _questions(text: str) -> tuple[str | None, tuple[tuple[int, str], ...]]:
    """Who answers in an interview headed so ("Q&A with Ada Lorn"), and its marks "Q:" and "A:" with where they end."""
    headed = _WITH.match(text)
    marks = tuple((m.end(), m[1]) for m in _ASKED.finditer(text)) if headed is not None else ()
    return (headed[1], marks) if headed is not None and {letter for _, letter in marks} == {"Q", "A"} else (None, ())


@lru_cache(maxsize=4)
def _turns(text: str) -> tuple[tuple[int, str], ...]:
    """Where the turns of a transcript begin and whose they are; none where nobody in it asks, or there are too few."""
    turns = _TURN.finditer(text) if "[" in text else ()
    found = tuple((m.end(), m[1]) for m in turns if not (" " in m[1] and _NO_TURN.search(m[1])))
    asks = any(name.casefold() in _ASKS for _, name in found)
    return found if asks and len(found) > 2 else ()


def _quotation(told: Told, at: Span) -> int:
    """Where the quotation around a place opens, when words before it lead to it ("he said: “…"); else 0."""
    start = told.text.rfind("“", max(0, at.start - REACH), at.start)
    if start < 0 or "”" in told.text[start : at.start]:
        return 0
    return start if _LEADS.search(told.text, max(0, start - REACH), start) else 0
