"""Which town "the town" is: the last one named, or the one that the report is about.

A report that is about one town calls another by the way and goes on with "the town". A report of several items, a
round-up of a week or a bulletin, speaks of one town after the other: there the town of the last item is meant.
"""

from __future__ import annotations

import re

from situate.model.span import Span

FOCUS = 2  # times as often as the last town is named, the town that the report is about must be, to be meant instead
# Parts of longer names: "UN Mission for Lisk", "Bank of Lisk"; "Lisk National Radio", "Lisk Tribune".
_NAME_OF = re.compile(
    r"\b(?:Mission|University|Bank|Diocese|Bishop|Voice|Witness|Battle|Treaty|Declaration) (?:for|of) (?:the )?$"
)
_NAME_WITH = re.compile(
    r"(?: [A-Z][\w’'-]+){0,3} (?:Radio|Television|TV|News|Tribune|Times|Post|Press|Agency|Observer|Telegraph|Courier"
    r"|Gazette|Herald|Mirror|Chronicle|Mission|University|Bank|Declaration|Agreement|Accords?)\b"
)
_STOP = re.compile(r"[.!?;]\s")
# A town that something comes from or goes to is not the one that the text is at.
_ON_THE_WAY = re.compile(
    r"\b(?:to|into|for|from|towards?|near|outside|with|by|beyond|like|and) (?:the )?$", re.IGNORECASE
)

_FOUGHT_NEAR = re.compile(
    r"\b(?:attack(?:s|ed)?|assault(?:s|ed)?|fighting|fought|clash(?:es|ed)?|battle[sd]?|skirmish(?:es|ed)?|advanced?)"
    r"\s(?:near|outside)\s(?:the\s)?$",
    re.IGNORECASE,
)
_ON_A_DAY = re.compile(
    r"\bon (?:\w+day\b|\d{1,2} [A-Z]\w+|(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December) \d)"
)


def stands_in(name: str, title: str) -> bool:
    """Whether a title has a name as words of its own."""
    return name in title and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title) is not None


def fought_near(text: str, town: Span) -> bool:
    """ "Attacked near Lisk and advanced west of the town": the fight is at no other place that its sentence names."""
    return _FOUGHT_NEAR.search(text, max(0, town.start - 28), town.start) is not None


def in_a_longer_name(text: str, span: Span) -> bool:
    """Whether a town's name is a part of the name of an outlet, a mission, a bank: nothing is told to be there."""
    before = text[max(0, span.start - 40) : span.start]
    return bool(_NAME_OF.search(before) or _NAME_WITH.match(text, span.end))


def goes_on_there(text: str, last: Span, focus: int | None, position: int) -> bool:
    """Whether a text goes on with the town that it named last, and not with the one that it is about.

    So it is in a paragraph that has not named the other, and in the sentence after one that tells of the last, and not
    of the other. ``focus``: where the town that it is about was named last.
    """
    if in_a_longer_name(text, last):
        return False
    if "\n" in text[last.end : position]:
        return _begins_an_item(text, last, focus)
    if text.startswith(":", last.end) and not _STOP.search(text[last.end : position]):
        return True  # "Lisk: the town has been shelled"
    if focus is None or "\n" in text[focus:position]:
        return True
    next_sentence = len(_STOP.findall(text[last.end : position])) == 1
    return next_sentence and _is_there(text, last) and _STOP.search(text[focus : last.start]) is not None


def _is_there(text: str, town: Span) -> bool:
    return _ON_THE_WAY.search(text[max(0, town.start - 12) : town.start]) is None


def _begins_an_item(text: str, town: Span, focus: int | None) -> bool:
    """Whether a paragraph tells what happened in another town on a day of its own: the next ones go on with that town.

    ("Shells killed five in Varn on Friday. [Paragraphs on Varn.] A blast in Lisk on Sunday left 13 dead. It came a week
    after two people were killed in the town.")
    """
    start = text.rfind("\n", 0, town.start) + 1
    end = text.find("\n", town.end)
    inside = focus is not None and focus > start
    return not inside and start > 0 and _is_there(text, town) and bool(_ON_A_DAY.search(text, start, end))
