"""What the words around a name tell of its part in a clause: whether it can be what a pronoun there takes up."""

from __future__ import annotations

import re

from situate.model.span import Span

_REACH = 90  # code points

# A name after one of these, and what it is called by, is no subject: "by the actor Ada Lorn".
_BESIDE = re.compile(
    r"\b(?:of|by|with|for|from|including|like|unlike|against|to|under|about|after|before|alongside|than|in|at|on|between|"
    r"towards?|over|via|without|despite|through|as|near|upon|following|per)\s+"
    r"(?:(?:the|a|an|his|her|its|their|our|fellow|former|late|then)\s+)?(?:[a-z][\w-]*\s+){0,2}(?:[A-Z][\w’'-]*\.?\s+){0,2}$"
)
_SAID_THAT = re.compile(
    r"\b(?:said|says|pointed out|added|argued|claimed|noted|warned|suggested|insisted|believes?|thinks?|explained|"
    r"stated|wrote|recalled|announced|reported|denied|stressed|according to)\s+(?:that\s+)?"
)
_TITLED = re.compile(r"(?:[Tt]he\s+)?(?:[A-Z][\w’'-]*\.?\s+){0,3}")
_SAYER = re.compile(r",?[”\"’']?\s(?:said|says|added|adds|according\s+to)\s+(?:[A-Z][\w’'-]*\.?\s+){0,2}$")
# Words that lead to the clause in which the subject stands: "In his speech, Lorn …", "Before she left, Lorn …".
_LEADS_IN = re.compile(
    r"[“\"‘']?(?:In|At|On|During|After|Before|Since|While|When|As|By|With|Without|Despite|Unlike|Like|Alongside|From|For|Through|"
    r"Throughout|Following|Upon|Until|Under|Amid|Although|Though|Because|If|Once|Besides?|\w+ing)\s"
)
_AUX = (
    r"(?:had|has|have|was|were|is|are|will|would|could|can|may|might|should|must|did|does|do|be|been|being|never|not|"
    r"also|then|later|already|still|even|just|once)"
)
# The verb right before "him" whose subject is the name before it: "Lorn has asked him", "Lorn met with him".
_ACTS = re.compile(
    rf"(?:\s+who)?\s+(?:(?:{_AUX}|\w+ly)\s+)*[a-z][\w-]*(?:\s+(?:to|with|for|at|by|on|of|about|from|against|after|up|out|into))?\s+$"
)
# What follows "her" where it is no possessive: "described her as", "asked her to".
_NO_OWNER = re.compile(
    r"\s*(?:[^\w\s]|$)|\s+(?:at|as|to|in|on|for|with|by|from|and|or|when|that|into|about|after|before|because|while|is|was|if|out|up|off|"
    r"the|a|an|during|not|but|who|how|what|where|why|again|back|down|over|away|home|through|since|until|under|against)\b"
)


def acts_on(text: str, end: int, at: Span) -> bool:
    """Whether who is named up to ``end`` acts on whom a pronoun stands for, and so is another: "Lorn saw him"."""
    word = at.of(text).casefold()
    if word == "her":
        if not _NO_OWNER.match(text, at.end):
            return False
    elif word != "him":
        return False
    return at.start - end < _REACH and _ACTS.fullmatch(text, end, at.start) is not None


def content_of_saying(text: str, start: int, end: int) -> int:
    """Where what somebody says begins in a stretch, the last time that anybody is told to say; 0 where nobody is."""
    return max((m.end() for m in _SAID_THAT.finditer(text, start, end)), default=0)


def begins_at(text: str, start: int, at: int) -> bool:
    """Whether a name stands at the beginning of a clause, but for an article and what one is called by."""
    return at - start < _REACH and _TITLED.fullmatch(text, start, at) is not None


def beside_the_clause(text: str, start: int, at: int) -> bool:
    """Whether a name stands in a phrase that only goes with the clause: "recruited by Lorn", "a friend of Lorn"."""
    return _BESIDE.search(text, max(start, at - _REACH), at) is not None


def only_says(text: str, at: int) -> bool:
    """Whether a name is put in only as who says the sentence: "the contrast, said Lorn, would be clear"."""
    return _SAYER.search(text, max(0, at - _REACH), at) is not None


def clause_led_to(text: str, start: int, at: int) -> int | None:
    """Where the main clause begins, if a place lies in the words that lead to it: "In his speech, | Lorn …"."""
    if not _LEADS_IN.match(text, start):
        return None
    comma = text.find(", ", at, at + _REACH)
    return comma + 2 if comma >= 0 and not re.search(r"[,.;:!?]", text[start:comma]) else None


# Somebody without a name with whom a sentence begins: "A woman", "One young soldier", "His elder brother".
_UNNAMED = re.compile(
    r"[“\"‘']?(?:but\s+|and\s+)?(?:an?|one|another|my|his|her|their)\s+(?:[\w-]+\s+){0,3}(?:woman|man|girl|boy|mother|father|brother|sister|"
    r"son|daughter|wife|husband|teenager|student|soldier|bomber|gunman|attacker|driver|officer|official|resident|witness|"
    r"survivor|victim|activist|journalist|lawyer|doctor|nurse|teacher|policeman|farmer|worker|source|neighbou?r|relative|"
    r"refugee|migrant|suspect|fighter|militant|commander|diplomat|priest|prisoner|detainee|guard|guest|patient|participant)\b",
    re.IGNORECASE,
)


def unnamed_subject(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins with somebody without a name, whom "he" or "she" then takes up."""
    return _UNNAMED.match(text, start, end) is not None


_OPENED = re.compile(r"\([^()]*$")
_SHUT = re.compile(r"[^()]*\)")


def in_gloss(text: str, start: int, end: int) -> bool:
    """Whether a name stands in brackets, which only tell more of who is before them: "the Reds (once the Blues)"."""
    opened = _OPENED.search(text, max(0, start - _REACH), start)
    return opened is not None and _SHUT.match(text, end, end + _REACH) is not None
