"""Lengths that tell no time that has passed: of sentences ("jailed for three years"), those in which things are
counted ("the second raid in two weeks" was on one day), and those that are set ("agreed to a three-day truce")."""

from __future__ import annotations

import re

from situate.model.span import Span

_REACH = 90  # code points before a length
_ABOUT = (
    r"(?:(?:a|an|the|up|to|maximum|minimum|total|of|at|least|most|about|around|nearly|almost|over|more|less|than"
    r"|another|further|additional)\s)*"
)
_BEFORE = re.compile(
    rf"\b(?:sentenced|condemned|jailed|imprisoned)\b[^.;]{{0,60}}\b(?:to|for)\s{_ABOUT}$"
    rf"|\bsentences?\b[^.;]{{0,70}}\b(?:of|to|by)\s{_ABOUT}$"
    rf"|\b(?:prison|jail)\s(?:sentence|term),\s{_ABOUT}$"
    rf"|\b(?:maximum|minimum|penalt(?:y|ies)|(?:prison|jail)\sterms?)\s(?:\w+\s){{0,2}}of\s{_ABOUT}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:[’']|\s|-)?\s?(?:in\s(?:prison|jail)|behind\sbars|imprisonment|hard\slabou?r|(?:(?:prison|jail)\s)?sentences?"
    r"|(?:prison|jail)(?:\sterms?)?)\b",
    re.IGNORECASE,
)

_NTH = r"first|second|third|fourth|fifth|\d+(?:st|nd|rd|th)|last|worst|(?!(?:inter|prot|arr|requ|for)est)\w{3,}est"
_COUNTED = re.compile(rf"\b(?:{_NTH})\b(?:\s[\w’'‑-]+){{1,8}}\sin\s{_ABOUT}(?:just\s(?:over|under)\s)?$", re.IGNORECASE)


def is_count(text: str, span: Span) -> bool:
    """Whether a length is that in which a happening was the second, or the worst, of its kind."""
    return _COUNTED.search(text[max(0, span.start - _REACH) : span.start]) is not None


# "Agreed to a 72-hour truce", "imposed a ten-day blockade", "extended it by five days": so long it shall last.
_SETTING = (
    r"(?:agree[ds]?|agreeing)\s(?:[\w’'‑-]+\s){0,2}?(?:to|on)|agreement\s(?:on|for)|sign(?:s|ed|ing)?|accept(?:s|ed|ing)?"
    r"|announc(?:es?|ed|ing)|declar(?:es?|ed|ing)|proclaim(?:s|ed|ing)?|launch(?:es|ed|ing)?|impos(?:es?|ed|ing)"
    r"|order(?:s|ed|ing)?|propos(?:es?|ed|ing)|offer(?:s|ed|ing)?|call(?:s|ed|ing)?\s(?:for|on)|reach(?:es|ed|ing)?"
    r"|broker(?:s|ed|ing)?|issu(?:es?|ed|ing)|giv(?:es?|ing|en)|gave|began|begins?|starts?|started|decree[ds]?|secured?"
    r"|enter(?:s|ed)?\sinto|negotiat(?:e|ed|ing)|set"
)
_NOT_SET = (
    r"after|of|ends?|ended|ending|since|for|over|during|following|from|by|before|who|which|that|and|but|until|amid"
    r"|the|its|their|his|her|this|lifting|lifted|in|as|than|because|when|while|where|with|despite|against|about"
)
_SET = re.compile(
    rf"\b(?:{_SETTING})\s(?:(?:the|its|their)\s(?=[\w’'‑-]+\s))?(?:(?!(?:{_NOT_SET})\b)[\w’'‑-]+\s){{0,5}}(?:up\sto\s|at\sleast\s)?$"
    rf"|\b(?:extend|renew|prolong)(?:s|ed|ing)?\s(?:(?!after\b|since\b|of\b)[\w’'‑-]+\s){{0,6}}(?:for|by)\s{_ABOUT}$",
    re.IGNORECASE,
)
_OLD = re.compile(r"[\s‑-]olds?\b", re.IGNORECASE)


def is_set(text: str, span: Span) -> bool:
    """Whether a length is how long what somebody agrees to, orders or begins shall last, counted from then on."""
    before = text[max(0, span.start - _REACH) : span.start]
    return _SET.search(before) is not None and _OLD.match(text, span.end) is None


# "Shelled it on at least nine days", "shut on four of the seven days": on how many days, whenever these were.
_NUMBER = "one|two|three|four|five|six|seven|eight|nine|ten|most|all"
_ON = re.compile(rf"\bon\s{_ABOUT}(?:(?:\d+|{_NUMBER})\sof\s(?:the\s)?)?$", re.IGNORECASE)
_ON_DAYS = re.compile(
    rf"(?:on\s)?{_ABOUT}\w+(?:\sof\sthe\s\w+)?(?:\s(?:separate|different|other))?\sdays", re.IGNORECASE
)


def is_term(text: str, span: Span) -> bool:
    """Whether a length of time is that of a punishment, or counts days: how long or how often, not since when."""
    words = span.of(text)
    on = words.lower().startswith("on ") or _ON.search(text[max(0, span.start - _REACH) : span.start]) is not None
    if on and _ON_DAYS.fullmatch(words):
        return True
    if _AFTER.match(text, span.end) is not None:
        return True
    return _BEFORE.search(text[max(0, span.start - _REACH) : span.start]) is not None
