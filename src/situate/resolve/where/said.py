"""Where something was said, which is not where it happened: "…, a spokesman said in Geneva".

Nor is it where those are who tell of it: "Those who arrived in Zaporizhzhia … They described shortages".
"""

from __future__ import annotations

import re

from situate.model.span import Span

_BEFORE, _SHORT = 60, 16  # code points
_IN_OR_FROM = ("in", "from", "the")
_SAID = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbeen )"
    r"\b(?:said|says|told\s(?:[\w’'-]+\s){0,3}[\w’'-]+|stated|declared|added)\s"
    r"(?:(?:on\s)?(?:\w+day|today|yesterday)\s)?(?:in|from)\s(?:the\s)?$",
    re.IGNORECASE,
)

# "A police spokesman in Ostry confirmed …", "the government in Ostry blamed …": a body sits there, no more.
_SITS = re.compile(
    r"\b(?:government|ministry|spokes(?:man|woman|person|men|people)|general\sstaff|(?:high|army)\scommand|junta|presidency"
    r"|embassy|headquarters)\s(?:based\s)?in\s(?:the\scapital,?\s)?$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"(?:,[^,.;]{1,40},)?\s(?:(?:later|earlier|[a-z]+ly)\s)?(?:[a-z]+ed|said|says|told|tells|put|puts|saw|saying)\b"
)
# What stands behind a capital or a country that is meant for its government or its army: "Ostry rejected this".
ACTS = re.compile(
    r"['’]s?\s+(?:own\s)?"
    r"(?:\d+(?:st|nd|rd|th)\s(?:[\w-]+\s){0,4}(?:brigade|division|battalion|regiment|corps|army)"
    r"|forces|troops|army|soldiers|military|government|generals|allies|air force|marines)\b"
    r"|\s+(?:(?:ha[sd]|also|later|would|will|apparently)\s)*(?:would|will|apparently|said|says|wants?|wanted|hopes?|hoped|"
    r"insist(?:s|ed)|vow(?:s|ed)|intend(?:s|ed)|plan(?:s|ned)|accuse[sd]|claim(?:s|ed)|back(?:s|ed)|launched|sent|sends|"
    r"deployed|reject(?:s|ed)|den(?:y|ies|ied)|dismiss(?:es|ed)|blame[sd]|protest(?:s|ed)|complain(?:s|ed)|demand(?:s|ed)|call(?:s|ed)\s(?:on|for|the|it|this|that|them)\b|"
    r"urge[sd]?|agree[sd]?|refuse[sd]?|condemn(?:s|ed)|propose[sd]?|offer(?:s|ed)|pledge[sd]?|promise[sd]?|"
    r"threaten(?:s|ed)|order(?:s|ed)|recalled|signed|approve[sd]?|confirm(?:s|ed)|admit(?:s|ted)|dispute[sd]?|"
    r"respond(?:s|ed)|declare[sd]?|announce[sd]?|expel(?:s|led)|warn(?:s|ed)|struck|strikes|bombed|bombs|shelled|shells|"
    r"fired|attacked|attacks|hit|raided|invaded|captured|seized|occupied|annexed|besieged|targeted|killed|kills|destroyed|"
    r"(?:carried|carries)\sout|conducted|intercepted|shot\sdown|retaliated|withdrew|pulled\sout)\b",
)
# "Called on Ostry", "the government in Ostry", "moves of Ostry", "Ostry's offensive": a government, and no place.
_TO_GOVERNMENT = re.compile(
    r"\b(?:(?:call(?:s|ed|ing)?\s(?:up)?on|urg(?:e[sd]?|ing)|ask(?:s|ed|ing)|pressur(?:e[sd]?|ing)|help(?:s|ed|ing)|persuad(?:e[sd]?|ing)|convinc(?:e[sd]?|ing)|accus(?:e[sd]?|ing)"
    r"|blam(?:e[sd]?|ing)|pressure\son)|(?:government|administration|regime)\sin"
    r"|(?:moves?|polic(?:y|ies)|allies|ally|backing|hands)\sof)\s\Z",
    re.IGNORECASE,
)
_GOVERNMENT_S = re.compile(
    r"(?:['’]s?|s)\s(?:(?!the\b)[a-z-]+\s){0,2}(?:offensive|operation|campaign|invasion|assault|incursion|intervention)s?\b"
)
_NAME_ALONE = re.compile(r"([A-ZÀ-ÖØ-Þ][\w.-]*(?:\s[A-ZÀ-ÖØ-Þ][\w.-]*)?)(?:['’]s?)?")
# A capital that speaks is its government; one behind such words is the town.
SPEAKS = re.compile(
    r"\s(?:also\s|has\s|had\s)?(?:said|says|denied|denies|insist(?:s|ed)|accuse[sd]|blame[sd]|claim(?:s|ed)|announced"
    r"|vowed|warned|confirmed|rejected|declined|refused)\b"
    r"|\s(?:did|does|has|had|would)\snot\s(?:yet\s)?(?:comment|confirm|respond|say|acknowledge)"
)
AT_CAPITAL = re.compile(
    r"\b(?:in|at|near|around|outside|inside|to|into|from|on|of|towards?|over|across|reached|capital,?)\s(?:the\s)?$",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"\bwho\s(?:had\s|have\s|has\s)?(?:arrived|reached|fled|came|escaped|got|made\sit|found\srefuge)\s"
    r"(?:(?:in|at|to|into)\s)?(?:the\s)?$",
    re.IGNORECASE,
)

_LEFT_FOR = re.compile(
    r"\b(?:fled|escaped|left|headed|drove|moved|withdrew|retreated|sped|ran)\s(?:[\w’'-]+\s){0,4}towards?\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?P<of_old>(?:(?:formerly|originally)\s(?:of|from)|(?:is|are|was|were)(?:\sall)?\sfrom)\s)\Z|(?:[A-Z][\w’'-]+|\)),?\sfrom\s(?:the\s)?\Z"
)
_WHO = re.compile(r",?\swho(?:se)?\b")

# "SAN SALVADOR, 3 JAN 90 (EFE) -- …", "BEIRUT, Sept. 5 — …", "BEIRUT (Reuters) - …": where a report was written.
_DATELINE = re.compile(
    r"\s*[A-Z][\w ’'./-]{1,40}(?:\([\w .]{2,30}\))?(?:, ?[A-Z][\w ’'.-]{1,30})?"
    r"(?:, ?(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[.,]?[ \d,’']{0,12}"
    r"(?:\([^()\n]{2,60}\))?| \([^()\n]{2,40}\))\s?(?:--|[–—-])\s",
    re.IGNORECASE,
)


def dateline_end(text: str) -> int:
    """Where the dateline ends that a text begins with, 0 without one."""
    found = _DATELINE.match(text)
    return found.end() if found is not None else 0


def said_there(text: str, span: Span) -> bool:
    """Whether the words before a phrase say that somebody spoke there: a verb of speech, and no word between.

    Or who speaks is a body that sits there.
    """
    before = text[max(0, span.start - _BEFORE) : span.start]
    if not before[-_SHORT:].lower().rstrip().endswith(_IN_OR_FROM):
        return False
    return _SAID.search(before) is not None or (_SITS.search(before) and _SPEAKS.match(text, span.end)) is not None


def governs(text: str, span: Span) -> bool:
    """Whether the name of a capital or of a land stands for its government ("Ostry's offensive", "called on Ostry")."""
    name = _NAME_ALONE.fullmatch(text, span.start, span.end)
    if name is None:
        return False
    end = name.end(1)
    owns = _GOVERNMENT_S.match(text, end) is not None
    return owns or _TO_GOVERNMENT.search(text, max(0, span.start - _BEFORE), span.start) is not None


def left_for(text: str, span: Span) -> bool:
    """Whether the words before a phrase say that somebody fled or went off there ("fled toward the west of Lisk")."""
    toward = "toward" in text[max(0, span.start - _SHORT) : span.start].lower()
    return toward and _LEFT_FOR.search(text, max(0, span.start - _BEFORE), span.start) is not None


def comes_from(text: str, span: Span) -> bool:
    """Whether a phrase only says where somebody is from ("Ada Lorn, formerly of Lisk", "Ada Lorn, from Lisk, who")"""
    before = _FROM.search(text, max(0, span.start - _BEFORE), span.start)
    of_old = before is not None and before["of_old"] is not None
    return of_old or (before is not None and _WHO.match(text, span.end) is not None)


def came_there(text: str, span: Span) -> bool:
    """Whether the words before a phrase say that those who are spoken of have come there."""
    return _CAME.search(text[max(0, span.start - _BEFORE) : span.start]) is not None
