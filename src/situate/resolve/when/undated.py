"""Claims without a date: which are news of the day, which are background, which simply hold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from situate.model.claim import Modality, Polarity, Timing
from situate.model.interval import OPEN, UNKNOWN_INTERVAL, Interval
from situate.model.span import Span
from situate.resolve.when.report_times import ReportTimes

ClaimTense = Literal["past", "present", "future", "perfect", "pluperfect"]
DONE = frozenset({"past", "perfect", "pluperfect"})  # tenses of what is told as done
TOLLS = frozenset({"kill", "displace"})  # types that tell how many were harmed
LASTING = frozenset({"detain", "deploy"})  # happenings whose result lasts: captives held, troops stationed
RELATIVE_CLAUSE = re.compile(r"\b(?:who|which|that|whose|where)\b[^,;]{0,30}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTime:
    """What is known of a claim when its time is sought.

    ``kind`` is the ontology's (happening or state); ``times`` are the spans of its time and duration roles;
    ``antecedent`` is the interval of the claim that it retells; ``tense`` that of the trigger's clause, or ``None``;
    ``timing`` how its words tell its time, where the reading model is sure enough, ``ways`` how likely each way is
    (none: nobody judged); ``spoken``: whether the report gives a speaker; ``words``: those of its roles, in lower case;
    ``harmed``: those for whom it was done to.
    """

    type: str
    kind: str
    trigger: Span
    sentence: Span
    modality: Modality = "actual"
    polarity: Polarity = "positive"
    times: tuple[Span, ...] = ()
    tense: ClaimTense | None = None
    antecedent: Interval | None = None
    timing: Timing | None = None
    spoken: bool = False
    words: frozenset[str] = frozenset()
    harmed: frozenset[str] = frozenset()
    ways: tuple[tuple[Timing, float], ...] = ()

    @property
    def before(self) -> Span:
        """What its sentence tells before its trigger."""
        return Span(self.sentence.start, max(self.sentence.start, self.trigger.start))

    @property
    def happened(self) -> bool:
        """Whether it is told as what happened (or did not): no state, no plan, no possibility."""
        return self.kind != "state" and self.modality == "actual"

    @property
    def asserted(self) -> bool:
        """Whether it is told as a fact, and not denied."""
        return self.modality == "actual" and self.polarity == "positive"


Claims = Sequence[ClaimTime]
Found = Mapping[int, Interval]  # the intervals so far, by the number of the claim


def chain(number: int, retells: Sequence[int | None]) -> list[int]:
    """A claim, what it retells, what that retells, …; a ring is cut where it closes."""
    told = [number]
    while (before := retells[told[-1]]) is not None and before not in told:
        told.append(before)
    return told


def undated(claim: ClaimTime, report: ReportTimes) -> Interval:
    """The convention for a claim without a date, by modality, kind, and how its words tell its time."""
    if claim.modality in {"planned", "possible"} or claim.timing == "background" or of_a_war(claim):
        return UNKNOWN_INTERVAL
    if told_as_earlier(claim, report):
        return UNKNOWN_INTERVAL
    if claim.timing == "standing" or (claim.timing != "news" and claim.kind == "state" and claim.type != "ceasefire"):
        return Interval(latest=OPEN)
    if report.published is None or (claim.timing != "news" and not is_news(claim, report)):
        return UNKNOWN_INTERVAL
    return report.published


# What speaks for background, and what for news of the day, in a happening without a date: a point each. The cues are
# those that a logistic regression on the annotated development reports kept; the points were set there by hand.
_BACKGROUND_TYPES = frozenset({"kill", "arm"})  # tolls and patronage are mostly told of the past
_NEWS_TYPES = frozenset({"shelling"})
_SHORT = 3000  # letters; a wire report tells the day, a feature tells history
_LEAD_SENTENCES = 2
_NEAR_SENTENCES = 2
_HAD = re.compile(r"\b(?:had|[’']d)\b(?: \w+){0,2} ?$")
_SAID = re.compile(r"\b(?:said|told|reported|says|according|announced|added|source|monitor)\b")


_OF_A_WAR = 5_000.0  # dead; no news of one day has that many
_MANY = {"kill": frozenset({"thousands", "million", "millions"}), "displace": frozenset({"millions"})}
_FIGURE = re.compile(r"\d[\d,]*")


def of_a_war(claim: ClaimTime) -> bool:
    """Whether a toll without a date is that of a whole war ("more than 300,000 people have been killed")."""
    if not claim.words.isdisjoint(_MANY.get(claim.type, ())):
        return True
    figures = (float(word.replace(",", "")) for word in claim.words if _FIGURE.fullmatch(word))
    return claim.type == "kill" and any(figure >= _OF_A_WAR for figure in figures)


_EARLIER = re.compile(r"\b(?:previous|earlier|past|prior|former)\s(?:[\w’'‑-]+\s)?$")


def told_as_earlier(claim: ClaimTime, report: ReportTimes) -> bool:
    """Whether the words before a trigger say that there were more of the kind before ("several earlier attempts")."""
    return _EARLIER.search(claim.before.of(report.small)) is not None


_THE_WAR = re.compile(
    r"\b(?:war|conflict|uprising|revolt|rebellion|insurgency)(?:,[^,;.]{1,40},)?"
    r"(?:\s(?!that\b|which\b|who\b)[\w’'‑-]+){0,6}?\s(?:has|have)\s(?:\w+ly\s|so far\s|already\s|left\s|been\s)*$"
)
_HARM = frozenset({"kill", "displace", "destroy", "abuse", "deprivation"})


def by_a_war(claim: ClaimTime, report: ReportTimes) -> bool:
    """Whether it is a war, as a whole, that did a harm ("the war has killed thousands"), and no day of it is named."""
    if claim.type not in _HARM or not _THE_WAR.search(claim.before.of(report.small)):
        return False
    here = report.inside(claim.sentence)
    return not any(i.interval.within_a_day for i in here if i.span != report.dateline)


def is_news(claim: ClaimTime, report: ReportTimes) -> bool:
    """Whether an undated happening is news of the day and not background: points for and against, ties are news."""
    left = claim.before.of(report.text)
    number = report.sentences_begun(claim.trigger.start)
    background = (
        (claim.type in _BACKGROUND_TYPES)
        + bool(RELATIVE_CLAUSE.search(claim.before.of(report.small)))
        + (claim.tense == "pluperfect" or bool(_HAD.search(left)))
        + beside_older_times(claim, report)
    )
    news = (
        bool(_SAID.search(claim.sentence.of(report.small)))
        + (claim.type in _NEWS_TYPES)
        + (len(report.text) < _SHORT)
        + (number <= _LEAD_SENTENCES)
    )
    return news >= background


def beside_older_times(claim: ClaimTime, report: ReportTimes) -> bool:
    """Whether its sentence or the two before it date something else by a month or a year."""
    before = report.begun(claim.trigger.start, 1 + _NEAR_SENTENCES)
    start = before[0] if before else claim.sentence.start
    return any(
        start <= i.timex.start < claim.sentence.end
        and i.interval.earliest is not None
        and len(i.interval.earliest) < 10
        and i.timex.relation != "since"
        for i in report.near(start, claim.sentence.end)
    )
