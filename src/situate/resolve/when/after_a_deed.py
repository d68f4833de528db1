"""What came so many days before or after a deed that was told: "two days after the massacre, soldiers detained …".

The deed is spoken of again by its noun and has the day on which it was told; the other is counted from that day. A week
is about a week; what came hours after it came on its day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from situate.model.interval import Interval
from situate.model.span import Span
from situate.ontology import BLOWS
from situate.resolve.when.counted_back import DAYS, around
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.undated import Claims, ClaimTime, Found
from situate.text.times.meaning import Length

_JOINT = re.compile(r"\s(?P<way>after|following|before|prior\sto|ahead\sof)\s", re.IGNORECASE)
_NEXT = re.compile(r"\b(?:the|a|one)\s(?P<unit>day|week)\s(?P<way>after|following|before)\s", re.IGNORECASE)
_HOURS = re.compile(r"\b(?:(?:just|only|some|a few|several)\s)?hours\s(?P<way>after)\s", re.IGNORECASE)
_OF_DEEDS = (
    (
        "attack attacks assault raid raids ambush bombing blast explosion strike strikes airstrike air-strike shelling"
        " bombardment incident shooting clash clashes battle fighting violence offensive barrage",
        BLOWS | {"destroy", "kill", "capture"},
    ),
    ("massacre killing killings murder murders deaths execution executions slaughter lynching", BLOWS | {"kill"}),
    ("assassination", frozenset({"kill"})),
    ("capture fall seizure takeover loss conquest recapture occupation", frozenset({"capture", "advance", "abduct"})),
    ("kidnapping kidnappings abduction abductions", frozenset({"abduct", "capture"})),
    ("arrest arrests detention", frozenset({"detain"})),
    ("withdrawal retreat pullout", frozenset({"withdraw"})),
    ("ceasefire cease-fire truce", frozenset({"ceasefire"})),
    ("release", frozenset({"release"})),
)
_DEEDS = {noun: types for nouns, types in _OF_DEEDS for noun in nouns.split()}
# A phrase that takes a deed up: its article, words beside its noun, and the noun.
_NOUN = re.compile(
    rf"(?:the|that|this|those|these|its|their|his|her)\s(?:[\w’'-]+\s){{0,3}}?(?P<noun>{'|'.join(sorted(_DEEDS))})\b(?!-)"
)
_FAR = 2_000  # code points within which a deed can be taken up by "the attack" alone


@dataclass(frozen=True, slots=True)
class _Count:
    """How long, which way, and where the words stand that take the deed up by which noun."""

    words: Span
    days: float
    unit: str
    back: bool
    deed: Span
    noun: str


def after_a_deed(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """When the deeds were of a sentence that counts them from one told before, and that one, by their number."""
    told: dict[int, Interval] = {}
    for sentence in dict.fromkeys(claim.sentence for claim in claims):
        here = [n for n, claim in enumerate(claims) if claim.sentence == sentence]
        for count in _counts(sentence, report):
            day = _day_of(count, claims, {**found, **told}, report)
            when = _away(day, count) if day is not None else None
            if day is None or when is None or (report.day is not None and (when.earliest or "") > report.day):
                continue
            again = [n for n in here if count.deed.covers(claims[n].trigger)]
            told |= dict.fromkeys(again, Interval(earliest=day, latest=day, precision="day", basis="relative"))
            told |= dict.fromkeys((n for n in here if n not in again and _is_counted(claims[n], count, report)), when)
    return told


def _counts(sentence: Span, report: ReportTimes) -> Iterator[_Count]:
    """What a sentence counts from a deed that a noun takes up."""
    text = report.text
    for item in report.inside(sentence):
        length, joint = item.timex.meaning, _JOINT.match(text, item.timex.end, sentence.end)
        if not isinstance(length, Length) or joint is None or item.timex.mod is not None or item.timex.relation:
            continue
        if length.unit in DAYS and length.high is not None and length.high == length.low:
            yield from _taken_up(item.span, length.high, length.unit, joint, sentence, text)
    for joint in _NEXT.finditer(text, sentence.start, sentence.end):
        if not any(item.span.overlaps(Span(*joint.span("unit"))) for item in report.inside(sentence)):
            yield from _taken_up(Span(*joint.span()), 1, joint["unit"].lower(), joint, sentence, text)
    for joint in _HOURS.finditer(text, sentence.start, sentence.end):
        yield from _taken_up(Span(*joint.span()), 0, "day", joint, sentence, text)


def _taken_up(
    words: Span, amount: float, unit: str, joint: re.Match[str], sentence: Span, text: str
) -> Iterator[_Count]:
    noun = _NOUN.match(text, joint.end(), sentence.end)
    if noun is not None:
        back = joint["way"].lower() not in {"after", "following"}
        yield _Count(words, amount, unit, back, Span(*noun.span()), noun["noun"])


def _day_of(count: _Count, claims: Claims, found: Found, report: ReportTimes) -> str | None:
    """The one day of the deed that was told last before the words that take it up."""
    sorts = _DEEDS[count.noun]
    before = [
        n
        for n, claim in enumerate(claims)
        if claim.type in sorts and claim.happened and claim.polarity == "positive"
        if 0 <= count.words.start - claim.trigger.end <= _FAR and not count.deed.overlaps(claim.trigger)
        if claim.sentence.end <= count.words.start
    ]  # fmt: skip
    dated = [n for n in before if found[n].one_day and found[n].told and claims[n].times]
    last = max(dated, key=lambda n: claims[n].trigger.start, default=None)
    return found[last].earliest if last is not None else None


def _away(day: str, count: _Count) -> Interval:
    amount = count.days if count.back else -count.days
    counted = around(day, amount, count.unit)
    first, last = sorted((counted.earliest or "", counted.latest or ""))
    return Interval(earliest=first, latest=last, precision=counted.precision, basis="relative")


def _is_counted(claim: ClaimTime, count: _Count, report: ReportTimes) -> bool:
    """Whether a claim has no other time than what counts it, and is told as what happened."""
    if not claim.happened or claim.polarity == "negative":
        return False
    items = (i for span in claim.times for i in report.near(span.start, span.end) if i.span.overlaps(span))
    return not any(i.names_date and i.interval.known and not count.words.overlaps(i.span) for i in items)
