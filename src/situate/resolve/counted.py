"""What a figure of people counts beside the others of its claim, and whether only hearsay has it.

A figure keeps its value; the reason beside it says what it is (``situate.model.tolls``). A coder of ACLED or UCDP takes
hearsay with a number for a report like others; what may or might have been is none, nor is what is feared or alleged.
"""

from __future__ import annotations

import dataclasses
import re
from itertools import pairwise

from situate.model.claim import Claim, Role
from situate.model.tolls import ADDED, CASUALTIES, EARLIER, HEARSAY, PART, RISEN, SUM
from situate.text.quantities import find
from situate.text.quantity_lists import ANYBODY

_PEOPLE = ("killed", "wounded", "affected")
# "Nine people, among them the four killed in the ward": those have been told.
_KNOWN_AMONG = re.compile(
    r"\b(?:among(?:st)? (?:them|whom|those)|includ(?:e[sd]?|ing))(?: (?:also|all))? $", re.IGNORECASE
)
_KNOWN = re.compile(r"(?:the|those|these|all) ", re.IGNORECASE)
_COMPARED = re.compile(r"^[^.;]{0,70}\b(?:against|compared (?:with|to)|(?:up|down) from|from)\s*(?:\w+\s)?$")
_THEN = re.compile(r"\s+(?:in|during|last|the|a|over|for)\b")  # when the other count was
_HOW_BADLY = re.compile(r"(?: of them)?,? (?:critically|seriously|severely|badly|gravely)\b")
_REACH = 70  # letters between two figures of one list
_PARTS = re.compile(r"\b(?:including|included|among (?:them|whom|the dead|those)|(?:some|most|\w+) of (?:them|whom))\b")
_AMONG = re.compile(r"^[^.;]{0,30}\bamong(?:st)?\b[^.;,]{0,20}$")
_OF_THEM = re.compile(r"[\w’'-]+(?: \w+)? of (?:them|whom|those|these|the dead|the victims)\b", re.IGNORECASE)
_AMONG_THEM = re.compile(r"\b(?:among(?:st)? them|included)$", re.IGNORECASE)  # "five soldiers, a captain among them"
_OF = re.compile(r"(?:\bout of(?: the)?|\b[Oo]f (?:the|those|these)|(?:^|[.!?”\"] )Of) $")
_JOINED = re.compile(
    r"(?:,|;|\band\b|\bplus\b|\bas well as\b|\b(?:along|together) with\b|\bin addition to\b)\s*(?:\w+\s)?$"
)
_OTHERWISE = re.compile(
    r"\b(?:said|say|says|according|put|reported|report|claim\w*|toll|earlier|previous\w*|initial\w*|revis\w+|or|not|but|"
    r"while|later|rose|risen|up|down|from|since|than|between)\b|[.:()]"
)
_HEARSAY = re.compile(
    r"\breportedly\b|\b(?:is|are|was|were|been|be) (?:also )?(?:reported|said|believed|thought|understood|presumed|"
    r"estimated)(?: to (?:have|be)| dead| killed)\b|\b(?:reported|believed|presumed|estimated) (?:killed|dead)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:dead|killed|martyred)(?: and| or|/|,)?"
    r" (?:wounded|injured|hurt)\b(?! (?:\d|at least|about|some|more|an|a|two|three|several|dozens))",
    re.IGNORECASE,
)
# The same behind its verb: "60 people were killed or injured", "have been left dead or wounded".
_BOTH_DONE = re.compile(
    r"(?: (?:is|are|was|were|have|has|had|been|being|left|either|reportedly|also)){1,4}"
    r" (?:dead|killed) (?:and|or) (?:wounded|injured|hurt)\b"
    r"(?! (?:\d|at least|about|some|more|an|a|two|three|several|dozens))",
    re.IGNORECASE,
)
_BOTH_BEFORE = re.compile(
    r"\bkill(?:ed|ing|s)(?: and| or|/|,)? (?:wound(?:ed|ing|s)|injur(?:ed|ing|es))"
    r" (?:more than |at least |about |some )?$",
    re.IGNORECASE,
)
# "58 died in a suspected gas attack": they died, whatever it was.
_SORT = re.compile(r"\b(?:suspected|apparent|presumed)\b(?: [\w-]+){0,3} ?$", re.IGNORECASE)
_OF_THE_DEAD = re.compile(
    r"\bof (?:the|those|its|their) (?:victims|dead|killed|fatalities|casualties)\b", re.IGNORECASE
)
# "The dead included 109 evacuees", "among the victims were five children".
_THE_DEAD_WERE = re.compile(
    r"\b(?:(?:the|those) (?:dead|victims|killed|fatalities|casualties|deceased|wounded|injured)"
    r" (?:also )?(?:includ(?:e[sd]?|ing)|comprised?)"
    r"|among(?:st)? (?:the|those) (?:dead|victims|killed|fatalities|casualties|deceased|wounded|injured)"
    r" (?:is|are|was|were))(?: also)?(?: at least| some| about| around)? $",
    re.IGNORECASE,
)
# "Six children were among the dead."
_WERE_OF_THE_DEAD = re.compile(
    r" (?:is|are|was|were) (?:also )?among(?:st)? (?:the|those) "
    r"(?:dead|victims|killed|fatalities|casualties|deceased)\b",
    re.IGNORECASE,
)
# "That brought to 49 the number killed in two days."
_BROUGHT = re.compile(
    r"\b(?:br(?:ought|ings?|inging)|rais(?:ed?|es|ing)|t(?:ook|akes?|aking))\b[^.;]{0,60}\bto (?:\w+ ){0,3}$"
)
# "The toll rose to 52", "has climbed from 12 to at least 15".
_RISEN = re.compile(
    r"\b(?:rose|risen?|rises|rising|climb(?:s|ed|ing)?|jump(?:s|ed)?|increas(?:es?|ed|ing)|gr(?:ow|ew)[ns]?|"
    r"(?:went|gone|goes|shot|crept) up|soar(?:s|ed)|surg(?:es|ed))"
    r"(?: (?:sharply|further|again|overnight))?(?: from [\w-]+(?: \w+)?)? to (?:at least |more than |about |some )?\Z",
    re.IGNORECASE,
)
_SO_FAR = re.compile(
    r"\b(?:since|so far|th(?:is|e past|e last) (?:week|month|year)|"
    r"(?:in|over|within) [\w ]{0,12}(?:days|weeks|months))\b"
)
_AFTER = 20  # letters after a figure of dead in which the wounded are told
_OPEN = re.compile(r"\b(?:may|might|could|would|if|feared|alleged\w*|whether|unconfirmed|rumou?r\w*)\b", re.IGNORECASE)


def counted(claim: Claim, text: str) -> Claim:
    """A claim whose figures of people say what they are beside each other."""
    claim = _of_the_wounded(claim, text)
    figures = [role for role in claim.fillers(*_PEOPLE) if role.quantity is not None]
    if not figures:
        return claim
    reasons: dict[Role, str] = {}
    for name in _PEOPLE:
        told = [role for role in figures if role.role == name]
        for before, role in pairwise(told):
            reasons |= _beside(before, role, text, reasons)
    for role in _counts(claim):
        alone = _alone(role, claim, text)
        if alone is not None:
            reasons[role] = alone
    if _is_hearsay(claim, text):
        reasons = dict.fromkeys(_counts(claim), HEARSAY) | reasons
    if not reasons:
        return claim
    roles = tuple(dataclasses.replace(r, reason=reasons[r]) if r in reasons else r for r in claim.roles)
    return _under_both(dataclasses.replace(claim, roles=roles))


def _under_both(claim: Claim) -> Claim:
    """A claim whose toll is not split into dead and wounded with that under both (guidelines)."""
    whole = [role for role in claim.fillers("killed") if role.reason == CASUALTIES]
    if not whole or claim.fillers("wounded"):
        return claim
    both = (*claim.roles, *(dataclasses.replace(role, role="wounded") for role in whole))
    return dataclasses.replace(claim, roles=tuple(sorted(both, key=lambda role: role.evidence.span.start)))


_ONLY_WHO = re.compile(
    r",\s(?:[\w’'-]+ )?of (?:them|whom) (?:(?:are |were )?(?:an? |the )?(?:\w+ )?"
    r"(?:minors?|child(?:ren)?|wom[ae]n|girls?|boys?|civilians?|police(?:m[ae]n)?|soldiers?)"
    r"|in (?:a )?(?:critical|serious)|critically|seriously|badly)\b"
)


def _of_the_wounded(claim: Claim, text: str) -> Claim:
    """A claim in which "one of them a minor", right behind the wounded, is no death: it says who one of them is."""
    wounded = {role.evidence.span.end for role in claim.fillers("wounded")}
    roles = tuple(
        dataclasses.replace(role, role="wounded")
        if role.role == "killed" and role.evidence.span.start - 2 in wounded
        and _ONLY_WHO.match(text, role.evidence.span.start - 2)
        else role
        for role in claim.roles
    )  # fmt: skip
    if roles == claim.roles:
        return claim
    return dataclasses.replace(claim, roles=tuple(sorted(roles, key=lambda role: role.evidence.span.start)))


def _alone(role: Role, claim: Claim, text: str) -> str | None:
    """What a figure of dead or wounded is by its own words."""
    span = role.evidence.span
    before = text[max(0, span.start - _REACH) : span.start]
    if _OF_THE_DEAD.search(role.evidence.quote) or _THE_DEAD_WERE.search(before):
        return PART
    if _WERE_OF_THE_DEAD.match(text, span.end):
        return PART
    if _KNOWN.match(role.evidence.quote) and _KNOWN_AMONG.search(before):
        return PART
    both = _BOTH.search(text, span.start, min(len(text), span.end + _AFTER)) or _BOTH_DONE.match(text, span.end)
    if role.role == "killed" and (both or _BOTH_BEFORE.search(text, max(0, span.start - _REACH), span.start)):
        return CASUALTIES
    if role.role == "killed" and _RISEN.search(before):
        return RISEN
    sentence = claim.sentence
    if sentence is not None and _BROUGHT.search(text, sentence.start, span.start):
        return SUM if _SO_FAR.search(text, span.start, min(sentence.end, span.end + _REACH)) else None
    return None


def _beside(before: Role, role: Role, text: str, known: dict[Role, str]) -> dict[Role, str]:
    """What one of two figures that follow each other is, where their words say so."""
    first, second = before.evidence.span, role.evidence.span
    between = text[first.end : second.start]
    if second.start < first.end or len(between) > _REACH:
        return {}
    low = between.lower()
    head = text[max(0, first.start - 20) : first.start]
    if head.lower().endswith("from ") and low.strip() == "to":
        return {before: EARLIER}
    if _AMONG.match(low) and not _PARTS.search(low) and _value(before) <= _value(role):
        return {before: PART}
    then = _THEN.match(text, second.end) is not None
    if _COMPARED.search(low) and then and not _PARTS.search(low):
        return {role: EARLIER}
    if between.rstrip().endswith(":") and _value(role) < _value(before):
        return {role: PART}
    so_badly = _HOW_BADLY.search(text, first.end, min(len(text), second.end + len(" of them critically")))
    if between.strip() == "," and so_badly and role.role == "wounded" and _value(role) < _value(before):
        return {role: PART}
    of_them = _PARTS.search(low) or _OF_THEM.match(text, second.start) or _OF.search(head)
    of_them = of_them or _AMONG_THEM.search(text, second.start, second.end)
    if of_them or known.get(before) == PART or _sorts_of(before, low):
        return {role: PART} if _value(role) <= _value(before) or known.get(before) == PART else {}
    return {role: ADDED} if _JOINED.search(low) and not _OTHERWISE.search(low) else {}


def _sorts_of(before: Role, between: str) -> bool:
    """ "Twelve people, four women": a comma after people of whom nothing is said but that they are."""
    figures = find(before.evidence.quote)
    return between.strip() == "," and bool(figures) and figures[0].head in ANYBODY


def _value(role: Role) -> float:
    return role.quantity.most if role.quantity is not None else 0.0


def _is_hearsay(claim: Claim, text: str) -> bool:
    """Whether a claim is doubtful for no more than that its deaths are what is said."""
    if claim.modality != "possible" or claim.polarity != "positive":
        return False
    counts = _counts(claim)
    if not counts or claim.sentence is None:
        return False
    start = min(claim.trigger.span.start, *(role.evidence.span.start for role in counts))
    end = max(claim.trigger.span.end, *(role.evidence.span.end for role in counts))
    words = text[max(claim.sentence.start, start - 25) : min(claim.sentence.end, end + 15)]
    sort = _SORT.search(text, claim.sentence.start, claim.trigger.span.start)
    return bool(_HEARSAY.search(words) or sort) and not _OPEN.search(words)


def _counts(claim: Claim) -> list[Role]:
    return [role for role in claim.fillers("killed", "wounded") if role.quantity is not None]
