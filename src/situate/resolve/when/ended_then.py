"""States and truces whose end is told in their own sentence: "the road, closed since March, reopened on Monday".

They lasted until then: they do not go on, nor did they begin that day. When they began is told beside ("since March",
"for two months"), or not known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from situate.model.interval import DAY, OPEN, Interval, first_day
from situate.model.span import Span
from situate.resolve.when.dating_options import to_day
from situate.resolve.when.relations import in_roles
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.undated import Claims, ClaimTime, Found
from situate.text.times.meaning import Length
from situate.text.times.resolve import start_of

# What ends a state, told by a claim of its own.
_TAKEN = frozenset({"capture", "withdraw", "surrender", "handover"})
_ENDS = {
    "cut_route": frozenset({"open_route"}),
    "control": _TAKEN,
    "besiege": _TAKEN | {"siege_end", "open_route"},
    "detain": frozenset({"release"}),
    "deprivation": frozenset({"evacuate"}),
}
_ENDING = frozenset[str]().union(*_ENDS.values())
_BY_ITS_HOLDER = frozenset({"withdraw", "surrender"})  # whoever held it did so; else it was done to what was held
_OVER = frozenset({"past", "pluperfect", None})  # tenses of what no longer is
_AUX = r"(?:(?:was|were|has\sbeen|have\sbeen|had\sbeen|had|finally|eventually|\w+ly)\s){0,3}"
# "The city, held by rebels since 2012, fell on Monday".
_ASIDE_BEGINS = re.compile(r",\s(?:[\w’'‑-]+\s){0,6}$")
_PARTICIPLE = re.compile(r",\s(?:\w+ly\s)?$")  # "shut since Friday" may be read as of now
_ASIDE_ENDS = re.compile(rf"[^,;.]{{0,60}},\s{_AUX}$")
_PASSIVE = re.compile(r"\b(?:was|were|been)\s(?:\w+ly\s)?$")
_OF_ITSELF = re.compile(r"fell|fallen|reopened|opened|ended", re.IGNORECASE)
# "Had been besieged for months when it fell", "were trapped there for two months before they were flown out".
# "Had held it since 2016, when it took it" is how it began.
_THEN = re.compile(
    rf"[^;.]{{0,60}}(?:(?<!,)\s(when)|\s(?:before|until|till))\s(?:(?:it|they|he|she|the\s\w+)\s){_AUX}$"
)
_AFTER_BEING = re.compile(r"[^;.]{0,60}\safter\s(?:being|having\sbeen|(?:it|they|he|she)\shad\sbeen)\s(?:\w+ly\s)?$")
# A truce, a ring or a war of which a verb says that it ended.
_NOUNS = frozenset({"ceasefire", "besiege", "clash"})
_NOUN = re.compile(
    r"(?:.*\s)?(?:cease-?\s?fires?|truces?|armistice|siege|blockade|encirclement|(?:civil\s)?wars?|conflict|fighting|clashes"
    r"|hostilities|insurgency)",
    re.IGNORECASE | re.DOTALL,
)
_ENDED = re.compile(
    r"(?:\s(?:in|of|between|on|around|with|over|at|for)\s[^,;.]{1,50}?)?(?:,\s(?:[^,;.]|(?<=[a-z])\.\s\d){2,80},)?"
    r"(?:\s(?:(?:that|which)\s)?(?:had\s)?(?:held|lasted|begun|began|been|imposed|laid|agreed|signed|declared)\b"
    r"[^,;.]{1,60}?)?"
    r"\s(?:(?:before|until|when)\sit\s)?(?:(?:had|finally)\s){0,2}"
    r"(?:ended|collapsed|expired|lapsed|ran\sout|broke\sdown|fell\sapart|unravell?ed|crumbled"
    r"|(?:was|were)\s(?:finally\s)?(?:lifted|broken|ended|called\soff))(?=\s(?!the\b|an?\b|months\b|years\b|weeks\b))"
)
_BESIDE = re.compile(r"\s(?:[\w’'‑-]+\s){0,4}$")  # from the verb to its date


def ended_then(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The intervals of states up to the end that is told beside them, by number."""
    ended: dict[int, Interval] = {}
    ends: dict[Span, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        if claim.type in _ENDING and claim.asserted:
            ends[claim.sentence].append(number)
    for number, claim in enumerate(claims):
        if not claim.asserted or claim.type not in _NOUNS | _ENDS.keys():
            continue
        verb = _verb_told(claim, report)
        beside = [n for n in ends[claim.sentence] if claims[n].type in _ENDS.get(claim.type, ())]
        told = next(_ends_told(claim, beside, claims, found, report), None) if verb is None else verb[1]
        if told is not None:
            ended |= _until(number, claim, found[number], told, report)
        if verb is not None:
            lifted = [n for n in ends[claim.sentence] if claims[n].type == "siege_end"]
            ended |= {n: verb[1] for n in lifted if verb[0].covers(claims[n].trigger)}
    return ended


def _ends_told(
    claim: ClaimTime, beside: Sequence[int], claims: Claims, found: Found, report: ReportTimes
) -> Iterator[Interval]:
    """The intervals of those ends told beside a state that are ends of it."""
    text = report.text
    if claim.tense not in _OVER and claim.tense != "present":
        return
    for n in beside:
        end = claims[n]
        if end.tense not in _OVER or not _is_dated(found[n]):
            continue
        first, last = sorted((claim.trigger, end.trigger), key=lambda s: s.start)
        if first.end > last.start:
            continue
        if first == end.trigger:
            met = _AFTER_BEING.fullmatch(text, first.end, last.start) is not None
        else:
            met = _leads_to(claim, end, text)
        if met:
            yield found[n]


def _leads_to(claim: ClaimTime, end: ClaimTime, text: str) -> bool:
    """Whether what a state is told of is what its end is told of, behind it."""
    then = _THEN.fullmatch(text, claim.trigger.end, end.trigger.start) if claim.tense != "present" else None
    if then is not None:
        return then[1] is None or claim.tense == "pluperfect"
    begins = (_PARTICIPLE if claim.tense == "present" else _ASIDE_BEGINS).search(claim.before.of(text)) is not None
    if not begins or _ASIDE_ENDS.fullmatch(text, claim.trigger.end, end.trigger.start) is None:
        return False
    if end.type in _BY_ITS_HOLDER:
        return True
    alone = _OF_ITSELF.fullmatch(end.trigger.of(text)) is not None
    return alone or _PASSIVE.search(text, claim.trigger.end, end.trigger.start) is not None


def _verb_told(claim: ClaimTime, report: ReportTimes) -> tuple[Span, Interval] | None:
    """The words that say that a truce, a siege or a war ended, and their date."""
    text = report.text
    if claim.type not in _NOUNS or _NOUN.fullmatch(claim.trigger.of(text)) is None:
        return None
    verb = _ENDED.match(text, claim.trigger.end, claim.sentence.end)
    behind = [i for i in report.inside(claim.sentence) if verb is not None and i.timex.start >= verb.end()]
    if verb is None or not behind or _BESIDE.fullmatch(text, verb.end(), behind[0].timex.start) is None:
        return None
    day = to_day(behind[0].interval)
    return (Span(verb.start(), verb.end()), day) if behind[0].names_date and _is_dated(day) else None


def _until(number: int, claim: ClaimTime, now: Interval, end: Interval, report: ReportTimes) -> dict[int, Interval]:
    """A state up to its end, counted back from there where its length is told."""
    begun = _begun(claim, now, end, report)
    last = end.latest
    shut_that_day = claim.happened and begun is None and now.one_day  # "closed on the 14th, opened again"
    if (begun, last) == (now.earliest, now.latest) or shut_that_day:
        return {}
    return {number: Interval(earliest=begun, latest=last, precision=end.precision, basis="relative")}


def _begun(claim: ClaimTime, now: Interval, end: Interval, report: ReportTimes) -> str | None:
    own = in_roles(claim, report)
    lengths = [i.timex.meaning for i in own if isinstance(i.timex.meaning, Length)]
    if len(lengths) == 1 and end.earliest is not None:
        if lengths[0].high is None:
            return None  # "for months"
        day = start_of(lengths[0].high, lengths[0].unit, first_day(end.earliest).isoformat())
        return day[: len(end.earliest)] if day is not None else None
    dates = [i.resolved.earliest for i in own if i.names_date and i.timex.relation not in {"until", "by", "before"}]
    for begun in (*dates, now.earliest):
        if begun is not None and first_day(begun) < first_day(end.earliest or ""):
            return begun[:DAY]
    return None


def _is_dated(interval: Interval) -> bool:
    """Whether an interval has both bounds, told by words."""
    return interval.told and interval.earliest is not None and interval.latest not in {None, OPEN}
