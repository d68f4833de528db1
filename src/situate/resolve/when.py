"""When a claim is true: the interval of each claim of a report.

Plain values in, intervals out; nothing here knows how claims are found. The conventions are those of the annotation
guidelines ("interval", "Conventions"): what the text says first, then what the claim retells, then what its sentence
says; without any of them a present state is open with an unknown start, a plan or a possibility has no date, and news
of the day takes the day of publication with that basis, never as stated.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from situate.model.interval import OPEN, UNKNOWN_INTERVAL, Interval, first_day, last_day
from situate.model.span import Span
from situate.resolve.dateline import dateline
from situate.resolve.report_times import ReportTimes, TimeInText, expressions, read_times
from situate.resolve.undated import ClaimTense, ClaimTime, undated
from situate.text import times
from situate.text.time_meaning import Calendar, Length, Vague, Window

__all__ = [
    "ClaimTense", "ClaimTime", "ReportTimes", "TimeInText", "claim_interval", "claim_intervals", "dateline",
    "expressions", "read_times",
]  # fmt: skip


def claim_interval(claim: ClaimTime, report: ReportTimes) -> Interval:
    """The interval of a claim by the conventions of the guidelines; never wider in precision than the words."""
    if claim.times:
        attached = [i for i in report.found if any(_reaches(span, i, report) for span in claim.times)]
        return _from_items(claim, report, attached) if attached else _of_words(claim, report)
    if claim.antecedent is not None and claim.antecedent.known:
        return claim.antecedent
    near = _in_clause(claim, report)
    if near is not None:
        found = _from_items(claim, report, [near])
        if found.known:
            return found
    return undated(claim, report)


_LEADS = re.compile(r"(?:on|in|at|since|until|by|during|the|a|an|of|late|early)*\s*", re.IGNORECASE)


def _reaches(span: Span, item: TimeInText, report: ReportTimes) -> bool:
    """Whether a role holds an expression, or ends on the word before it ("on" of "on Saturday")."""
    if span.start < item.timex.end and item.timex.start < span.end:
        return True
    leads = span.end <= item.timex.start <= span.end + 1 and _LEADS.fullmatch(span.of(report.text))
    return bool(leads)


def claim_intervals(
    claims: Sequence[ClaimTime], retells: Sequence[int | None], report: ReportTimes
) -> tuple[Interval, ...]:
    """The intervals of a report's claims, in order; ``retells[i]`` is the index of the claim that claim i retells.

    A retelling takes the time of what it retells (``antecedent`` is filled in here); what was dated to the publication
    only for want of a date takes the time that another telling of the same happening gives.
    """
    found: dict[int, Interval] = {}
    for number in range(len(claims)):
        for step in reversed(_chain(number, retells)):
            before = retells[step]
            if step not in found:
                antecedent = found.get(before) if before is not None else claims[step].antecedent
                found[step] = claim_interval(replace(claims[step], antecedent=antecedent), report)
    found |= _carried_on(claims, found, report)
    found |= _until_its_end(claims, found)
    dated: dict[int, Interval] = {}
    for number in range(len(claims)):
        if found[number].basis in {"stated", "relative"}:
            dated.setdefault(_chain(number, retells)[-1], found[number])
    return tuple(
        dated.get(_chain(number, retells)[-1], found[number])
        if _only_published(claim, found[number])
        else found[number]
        for number, claim in enumerate(claims)
    )


_FORMER = re.compile(r"\b(?:previous|earlier|past|former|prior|other)\b", re.IGNORECASE)
_SHORTLY = 25  # letters before a trigger in which such a word means it
_GOES_ON = 2  # sentences after a dated claim in which another one may take its date


def _carried_on(claims: Sequence[ClaimTime], found: Mapping[int, Interval], report: ReportTimes) -> dict[int, Interval]:
    """Claims that the reading model takes for dated, though no words near them date them: by the order of the telling.

    They take the time of the claim told last before them, if words dated it to a month or less and it stands near.
    """
    carried: dict[int, Interval] = {}
    last: tuple[int, Interval] | None = None
    for number, claim in sorted(enumerate(claims), key=lambda item: item[1].trigger.start):
        sentence = sum(s.start <= claim.trigger.start for s in report.sentences)
        own = found[number]
        if own.basis in {"stated", "relative"}:
            last = (sentence, own) if _within_a_month(own) else None
        elif last is not None and sentence - last[0] <= _GOES_ON and _follows(claim, report):
            carried[number] = replace(last[1], basis="relative")
    return carried


def _follows(claim: ClaimTime, report: ReportTimes) -> bool:
    """Whether a claim may take its time from the one before it: a happening that is dated, by no words of its own."""
    before = report.text[max(0, claim.trigger.start - _SHORTLY) : claim.trigger.start]
    happened = claim.timing == "dated" and claim.modality == "actual" and claim.kind != "state"
    return happened and not claim.times and not _FORMER.search(before)


def _until_its_end(claims: Sequence[ClaimTime], found: Mapping[int, Interval]) -> dict[int, Interval]:
    """Sieges whose end is told in their own sentence lasted until then ("broke the four-month siege on Tuesday")."""
    ends = {
        claim.sentence: found[number]
        for number, claim in enumerate(claims)
        if claim.type == "siege_end" and claim.modality == "actual" and claim.polarity == "positive"
    }
    ended = {}
    for number, claim in enumerate(claims):
        end = ends.get(claim.sentence)
        lasting = found[number].latest == OPEN and found[number].earliest is not None
        if claim.type == "besiege" and lasting and end is not None and end.latest:
            ended[number] = replace(found[number], latest=end.latest)
    return ended


def _within_a_month(interval: Interval) -> bool:
    bounds = interval.earliest, interval.latest
    return all(b is not None and b != OPEN and len(b) >= 7 for b in bounds) and bounds[0][:7] == bounds[1][:7]  # type: ignore[index]


def _only_published(claim: ClaimTime, interval: Interval) -> bool:
    return interval.basis == "publication" and claim.modality == "actual"


def _chain(number: int, retells: Sequence[int | None]) -> list[int]:
    """A claim, what it retells, what that retells, …; a ring is cut where it closes."""
    chain = [number]
    while (before := retells[chain[-1]]) is not None and before not in chain:
        chain.append(before)
    return chain


def _from_items(claim: ClaimTime, report: ReportTimes, items: Sequence[TimeInText]) -> Interval:
    """The interval that attached expressions give: the most exact date first, a length only without one.

    The date of the report's own dateline dates nothing that has another.
    """
    items = [i for i in items if i.span != report.dateline] or items
    dates = [i for i in items if i.interval.known and not isinstance(i.timex.meaning, Length)]
    lengths = [i for i in items if isinstance(i.timex.meaning, Length)]
    if dates:
        stretch = _stretch(dates)
        if stretch is not None:
            return stretch
        best = max(dates, key=lambda i: (len(i.interval.earliest or i.interval.latest or ""), -i.timex.start))
        return _of_date(claim, report, best)
    if lengths:
        return _of_length(claim, report, lengths[0])
    return _of_vague(claim, report, items[0])


def _stretch(dates: Sequence[TimeInText]) -> Interval | None:
    """From the first to the last of several days ("on Friday and Saturday"); ``None`` when they are one."""
    days = [
        i.interval for i in dates if isinstance(i.timex.meaning, Calendar) and i.interval.earliest == i.interval.latest
    ]
    bounds = sorted({d.earliest for d in days if d.earliest is not None and len(d.earliest) == 10})
    if len(bounds) < 2 or len(days) < len(dates):
        return None
    return replace(days[0], earliest=bounds[0], latest=bounds[-1], precision="day")


_RECENT = re.compile(r"\brecent(?:ly)?\b", re.IGNORECASE)
_NOW = re.compile(
    r"\b(?:now|still|so far|current(?:ly)?|ongoing|today|continu\w+|latest|first time|soon)\b", re.IGNORECASE
)


def _of_words(claim: ClaimTime, report: ReportTimes) -> Interval:
    """The interval of time roles without an expression: "still", "recent", another happening ("after the raid")."""
    words = " ".join(span.of(report.text) for span in claim.times)
    if _RECENT.search(words) and report.reference and claim.kind != "state":
        return Interval(latest=report.reference[:10], basis="relative")
    if claim.kind == "state" or _NOW.search(words):
        return undated(claim, report)
    # It happened beside something whose date is not told here.
    return UNKNOWN_INTERVAL


# Happenings that add up ("280,000 killed since 2011"): told of a stretch, they happened up to the report.
_ADD_UP = frozenset(
    {"kill", "capture", "displace", "evacuate", "destroy", "return", "explosion", "suicide_bombing", "abduct", "abuse"}
)
_LONG_RUN = frozenset({"detain", "deploy"})  # happenings whose result lasts: captives held, troops stationed


def _lasts(claim: ClaimTime) -> bool:
    """Whether the claim still held when it was reported: a state, or a happening whose result is one."""
    return claim.kind == "state" or claim.type in _LONG_RUN


def _of_date(claim: ClaimTime, report: ReportTimes, item: TimeInText) -> Interval:
    relation = _relation(claim, report, item)
    found = times.bounded(replace(item.timex, relation=relation), item.resolved, report.reference)
    if isinstance(item.timex.meaning, Window) and relation == "for" and claim.kind == "state":
        return replace(found, latest=OPEN)
    if found.latest != OPEN or report.reference is None or claim.kind == "state":
        return found
    long_ago = len(found.earliest or "") < 10
    going_on = claim.type not in _ADD_UP and (long_ago or _lasts(claim))
    # What happened since then had happened when it was reported; fighting since some month or year goes on.
    return found if going_on else _up_to(found, report.reference[:10])


def _up_to(interval: Interval, reference: str) -> Interval:
    """An interval that ends with the report; one that begins after it keeps its end."""
    begun = interval.earliest is not None and first_day(interval.earliest) <= last_day(reference)
    return replace(interval, latest=reference) if begun else interval


_OPENS = re.compile(r"\b(since|until|till|before)\b", re.IGNORECASE)
_NARROWED = re.compile(r"\s*,?\s*(?:when|as)\b", re.IGNORECASE)  # "since early 2011, when it cracked down"
_CLAUSE = 90  # letters between "since" and the date of its clause: "since the conflict began in March 2011"


def _relation(claim: ClaimTime, report: ReportTimes, item: TimeInText) -> str | None:
    """The word that bounds the date: its own preposition, or the conjunction of the clause that it stands in."""
    own = item.timex.relation
    after = report.text[item.timex.end : claim.trigger.start]
    if report.text[item.timex.end : item.timex.end + 2] in {"'s", "’s"} or _NARROWED.match(after):
        return None
    if own in {"since", "until", "by", "before"}:
        return own
    starts = [span.start for span in claim.times if span.overlaps(item.span)]
    if not starts and claim.trigger.end <= item.timex.start:
        starts = [max(claim.trigger.end, item.timex.start - _CLAUSE)]
    led = _OPENS.findall(report.text[min(starts) : item.timex.start]) if starts else []
    if not led and starts and claim.trigger.end <= item.timex.start:
        led = _OPENS.findall(report.text[max(claim.trigger.end, item.timex.start - _CLAUSE) : item.timex.start])
    if led:
        word = str(led[-1]).lower()
        return "until" if word == "till" else word
    return None if own == "after" else own


def _of_length(claim: ClaimTime, report: ReportTimes, item: TimeInText) -> Interval:
    found = item.interval
    if report.reference is None or not found.known:
        return undated(claim, report) if _lasts(claim) else UNKNOWN_INTERVAL
    meaning = item.timex.meaning
    years = isinstance(meaning, Length) and meaning.unit in {"year", "decade"} and claim.type not in _ADD_UP
    return found if _lasts(claim) or years else _up_to(found, report.reference[:10])


def _of_vague(claim: ClaimTime, report: ReportTimes, item: TimeInText) -> Interval:
    meaning = item.timex.meaning
    past = isinstance(meaning, Vague) and meaning.reference == "PAST_REF"
    if past and report.reference is not None:
        return Interval(latest=report.reference[:10], basis="relative")
    return undated(claim, report)


def _in_clause(claim: ClaimTime, report: ReportTimes) -> TimeInText | None:
    """The dated expression of the claim's sentence that most likely dates it; ``None`` when none is near enough.

    Without a role that attaches it, only a calendar date is taken over, and a length that stands right at the trigger.
    """
    if claim.modality in {"planned", "possible"}:
        return None
    here = [i for i in report.found if claim.sentence.covers(i.span) and i.interval.known and i.span != report.dateline]
    if claim.kind == "state" or claim.type in _LONG_RUN:
        here = [i for i in here if _bounds(claim, report, i) or isinstance(i.timex.meaning, Length)]
    fit = [i for i in here if _fits(i, claim)]
    return min(fit, key=lambda i: _distance(i.span, claim.trigger), default=None)


def _bounds(claim: ClaimTime, report: ReportTimes, item: TimeInText) -> bool:
    """Whether a date says since when or until when something holds, also by its clause ("since it fell in 2014")."""
    return item.timex.relation in {"since", "until"} or _relation(claim, report, item) == "since"


def _fits(item: TimeInText, claim: ClaimTime) -> bool:
    if isinstance(item.timex.meaning, Length | Window):
        return _distance(item.span, claim.trigger) <= _RIGHT_AT
    return True


_RIGHT_AT = 15  # letters between a length and the trigger that it belongs to: "a three-year siege"


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)
