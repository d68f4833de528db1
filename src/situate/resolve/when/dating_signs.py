"""The signs by which a claim's interval is chosen: of the claim, of an expression near it, of a claim told before it.

A sign is a short name that says what was seen ("item attached before"); its weight is in ``dating_weights.json``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from situate.model.interval import OPEN, Interval, first_day
from situate.resolve.when.dating_options import near, overlapping
from situate.resolve.when.dating_phrase import article_and_lead, crossed, of_phrase, words_of
from situate.resolve.when.relations import reaches
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.undated import LASTING, RELATIVE_CLAUSE, ClaimTime, beside_older_times
from situate.text.times.meaning import Length

_HAD = re.compile(r"\b(?:had|[’']d|having)\b(?: \w+){0,3} ?$")
_HAS = re.compile(r"\b(?:has|have|[’']ve)\b(?: \w+){0,3} ?$")
_SAID = frozenset({
    "said", "told", "reported", "says", "according", "announced", "added", "source", "monitor", "confirmed",
    "claimed",
})  # fmt: skip
_SAID_THEN = re.compile(
    r"\b(?:said|told|reported|says|announced|added|confirmed|statement|claimed|tweeted|briefing|interview|warned"
    r"|published|released)\b[^.;]{0,40}$",
)
_TO = re.compile(r"\b(?:to|will|would|could|may|might|should|must|can)(?: \w+)? $")
_EARLIER = frozenset(
    {"previous", "earlier", "past", "former", "prior", "other", "previously", "ago", "once", "then", "history"}
)
_FORMER = re.compile(rf"\b(?:{'|'.join(sorted(_EARLIER))}|used to)\b")
_RECENT = re.compile(r"\b(?:recent|recently|latest|last|new|fresh|renewed)\b")
_PRESENT = frozenset({"now", "still", "currently", "current", "ongoing", "today", "yet", "already"})
_NOW = re.compile(rf"\b(?:{'|'.join(sorted(_PRESENT))}|so far|continu\w+|remain\w*)\b")
_OF = re.compile(
    r"\b(?:of|in|after|before|during|since|following|amid|against|by|from|for|on)(?: the| a| an| his| their| its)?"
    r"(?: [\w-]+){0,2} $",
)
_THE = re.compile(r"\b(?:the|this|that|these|those|his|her|their|its)(?: [\w-]+){0,2} $")
_OPEN_OR_OFTEN = frozenset({
    "if", "whether", "unless", "any", "every", "often", "usually", "always", "never", "regularly", "routinely",
    "sometimes",
})  # fmt: skip
_IF = re.compile(rf"\b(?:{'|'.join(sorted(_OPEN_OR_OFTEN))})\b")
_CLAUSE = re.compile(r"\b(?:that|who|which|where|when|while|after|before|since|as|but|and|following|because)\b|[;:—–]")
_CLOSE = 40  # letters before a trigger in which a word means it
_LIKELY = (0.05, 0.15, 0.3, 0.5, 0.7, 0.9)  # steps of probability
_DAYS = (1, 2, 4, 8, 15, 32, 93, 366)  # steps of age
_NUMBERS = (2, 3, 5, 9, 16, 31)  # steps of a sentence's number
_LENGTHS = (1000, 2000, 3000, 5000, 8000)  # steps of a report's length, in letters
_WORDS = (2, 4, 7, 11, 16)  # steps of a distance in words


@dataclass(frozen=True, slots=True)
class Place:
    """A claim in its report: the text of its sentence before it, and where each sentence of the report begins.

    ``small``: that text in small letters, in which words are looked for.
    ``items``: the expressions that can date it, ``attached``: those of them in its roles, ``here``: in its sentence;
    ``leading``: which words lead to its trigger; ``likely``: how likely each way of telling its time is;
    ``said``: where the expressions begin that follow a word of speech; ``article``, ``lead``: see ``article_and_lead``;
    ``own``: the number of its sentence.
    """

    claim: ClaimTime
    report: ReportTimes
    left: str
    small: str
    starts: Sequence[int]
    items: Sequence[TimeInText]
    attached: Sequence[TimeInText]
    here: Sequence[TimeInText]
    leading: tuple[str, ...]
    likely: tuple[str, ...]
    said: frozenset[int]
    article: str
    lead: str
    own: int

    @property
    def close(self) -> str:
        """The letters right before the trigger."""
        return self.small[-_CLOSE:]

    def number(self, position: int) -> int:
        """The number of the sentence at a position, from 1."""
        return bisect_right(self.starts, position)


def place(
    claim: ClaimTime, report: ReportTimes, starts: Sequence[int], positions: Sequence[int], said: frozenset[int]
) -> Place:
    """A claim in its report; ``starts`` of its sentences, ``positions`` of its expressions; see ``after_speech``."""
    items = near(claim, report, positions)
    left, small = (text[claim.sentence.start : claim.trigger.start] for text in (report.text, report.small))
    article, lead = article_and_lead(left)
    return Place(
        article=article,
        lead=lead,
        claim=claim,
        report=report,
        left=left,
        small=small,
        leading=_leading(left, small[-_CLOSE:]),
        likely=tuple(likelihood(claim)),
        starts=starts,
        own=bisect_right(starts, claim.trigger.start),
        said=said,
        items=items,
        attached=[i for i in items if any(reaches(span, i, report) for span in claim.times)],
        here=[i for i in overlapping(claim.sentence, report, positions) if claim.sentence.covers(i.span)],
    )


def after_speech(report: ReportTimes) -> frozenset[int]:
    """Where the expressions begin that stand right after a word of speech: they may date what was said."""
    starts = (item.timex.start for item in report.found)
    return frozenset(n for n in starts if _SAID_THEN.search(report.small[max(0, n - 60) : n]))


def likelihood(claim: ClaimTime) -> list[str]:
    """How likely each way of telling its time is: signs of the reading model."""
    return [f"way {name} {bisect_left(_LIKELY, share)}" for name, share in claim.ways]


def of_claim(at: Place, *, first_here: bool, retells: bool) -> list[str]:
    """The signs of a claim itself."""
    claim, report = at.claim, at.report
    sentence, trigger = claim.sentence.of(report.text), claim.trigger.of(report.text)
    former, now, said = _told_in(sentence)
    known = [i for i in at.here if i.span != report.dateline and i.interval.known]
    days = sum(len(i.interval.earliest or "") >= 10 and not isinstance(i.timex.meaning, Length) for i in known)
    coarse = len(known) - days
    after = report.small[claim.trigger.end : claim.trigger.end + 12].strip()
    seen = {
        "had": "had" in at.leading,
        "has": ("ha" in at.left or "ve" in at.left) and _HAS.search(at.left),
        "relative clause": RELATIVE_CLAUSE.search(at.small, max(0, len(at.left) - _CLOSE)),
        "to": _TO.search(at.close),
        "former": "former" in at.leading,
        "former here": former,
        "recent": _RECENT.search(at.close),
        "now": now,
        "now near": _NOW.search(at.close),
        "of": "of" in at.leading,
        "the": _THE.search(at.close),
        "if": not words_of(sentence).isdisjoint(_OPEN_OR_OFTEN) and _IF.search(at.small),
        "older beside": beside_older_times(claim, report),
        "ing": trigger.lower().endswith("ing"),
        "ed": trigger.lower().endswith("ed"),
        "quoted": at.left.count('"') % 2 == 1 or at.left.count("“") > at.left.count("”"),
        "first here": first_here,
        "retells": retells,
        "capital": trigger[:1].isupper(),
        "vague time": bool(claim.times) and not at.attached,
        "when after": _CLAUSE.match(after),
    }
    return [
        "all",
        f"type {claim.type}",
        f"modality {claim.modality}",
        f"polarity {claim.polarity}",
        f"tense {claim.tense}",
        f"timing {claim.timing}",
        f"sentence {bisect_right(_NUMBERS, at.own)}",
        f"length {bisect_right(_LENGTHS, len(report.text))}",
        f"role {bool(claim.times)}",
        f"dates here {min(days, 2)} {min(coarse, 1)}",
        f"timing {claim.timing} dates {bool(days)} {bool(coarse)}",
        f"said {said}",
        f"spoken {claim.spoken}",
        *(name for name, value in seen.items() if value),
        *of_phrase(at.left, trigger, sentence),
        *crossed(claim, len(report.text)),
        *at.likely,
    ]


@lru_cache(maxsize=8)  # the claims of a sentence come one after another
def _told_in(sentence: str) -> tuple[bool, bool, bool]:
    """Whether a sentence has words of an earlier time, of the present, of speech."""
    words, low = words_of(sentence), sentence.lower()
    former = not words.isdisjoint(_EARLIER) or ("used" in words and _FORMER.search(low) is not None)
    going_on = "so far" in low or "continu" in low or "remain" in low
    now = not words.isdisjoint(_PRESENT) or (going_on and _NOW.search(low) is not None)
    return former, now, not words.isdisjoint(_SAID)


def of_item(at: Place, item: TimeInText, rank: int, relation: str | None, where: str) -> list[str]:
    """The signs of an expression as what dates a claim; ``rank``: how many others stand nearer on its side."""
    claim, text, span = at.claim, at.report.small, item.span
    inside, before = claim.sentence.covers(span), span.start < claim.trigger.start
    role, side = bool(claim.times), "before" if before else "after"
    signs = [
        f"item {where} timing {claim.timing}",
        f"item {where} role {role}",
        f"item {where} {side}",
        f"item {where} modality {claim.modality}",
        f"item {where} tense {claim.tense}",
        f"item {where} rank {side} {min(rank, 3)} role {role}",
        f"item {where} article {at.article} role {role}",
        f"item {where} lead {at.lead}",
    ]
    said = span.start in at.said
    signs.append(f"item {where} said {said} article {at.article}")
    between = text[span.end : claim.trigger.start] if before else text[claim.trigger.end : span.start]
    if inside:
        signs += [
            f"item inside words {side} {bisect_right(_WORDS, len(between.split()))}",
            f"item inside clauses {side} {min(len(_CLAUSE.findall(between)), 2)} role {role}",
            f"item inside said {said} {side} role {role}",
            f"item inside comma {',' in between} role {role}",
        ]
        if "had" in at.leading:
            signs.append(f"item inside had {side} role {role}")
        if at.report.text.startswith(("'s", "’s"), span.end):
            signs.append("item possessive")
    else:
        signs += [f"item outside said {said}", f"item outside {item.interval.precision}"]
        signs += [f"item outside relation {relation}"]
        signs += [f"item outside paragraph {chr(10) in between}"]
        signs += [f"item outside {word}" for word in at.leading if word != "former"]
    if at.report.dateline is not None and span == at.report.dateline:
        signs.append("item dateline")
    return signs


def where_of(at: Place, item: TimeInText) -> str:
    """Where an expression stands: in a role of the claim, in its sentence, or so many sentences before it."""
    for one in at.attached:
        if item is one:
            return "attached"
    for one in at.here:
        if item is one:
            return "inside"
    return f"gap {max(-2, min(at.own - at.number(item.timex.start), 4))}"


def of_reading(at: Place, item: TimeInText, reading: str, relation: str | None, where: str) -> list[str]:
    """The signs of one reading of an expression ("since", "at", …); ``relation``: the word that bounds it there."""
    claim, meaning, grain = at.claim, type(item.timex.meaning).__name__, item.interval.precision
    what = f"item {reading}"
    kind = "lasting" if claim.type in LASTING else "happening"
    return [
        f"{what} {where}", f"{what} {kind}", f"{what} relation {relation} {kind}", f"{what} type {claim.type}",
        f"{what} {meaning}", f"{what} {meaning} {where}", f"{what} timing {claim.timing}",
        f"{what} {grain}", f"{what} {grain} {where}", f"{what} {item.timex.kind} {kind}",
    ]  # fmt: skip


def of_telling(at: Place, other: ClaimTime, form: str, back: int, gap: int) -> list[str]:
    """The signs of a claim told before as one of the same time; ``form`` of its interval, ``back`` claims before.

    ``gap``: how many sentences before.
    """
    claim, text = at.claim, at.report.small
    own, kin = "own" if claim.times else "bare", not claim.words.isdisjoint(other.words)
    told, alike = f"told {form}", claim.type == other.type
    between = text[other.trigger.end : claim.trigger.start]
    apart = f"paragraph {chr(10) in between}" if gap else f"clauses {min(len(_CLAUSE.findall(between)), 2)}"
    return [
        f"{told} back {min(back, 4)} {own}", f"{told} gap {gap} {own}", f"{told} type {alike}",
        f"{told} shared {kin}", f"{told} timing {claim.timing}", f"{told} beside {other.kind}",
        f"{told} unreal {claim.modality != 'actual'} {other.modality != 'actual'}",
        f"{told} tense {claim.tense == other.tense}",
        f"{told} gap {gap} back {min(back, 2)} type {alike} shared {kin}",
        f"{told} {apart}", *(f"{told} {word}" for word in at.leading),
    ]  # fmt: skip


def of_stretch(at: Place, other: ClaimTime, name: str, form: str, back: int, gap: int) -> list[str]:
    """The signs of a stretch from a claim told before on ("since the siege began, 40 have died")."""
    claim = at.claim
    stretch = f"{name} {form}"
    return [
        f"{stretch} back {min(back, 4)}", f"{stretch} gap {gap}", f"{stretch} timing {claim.timing}",
        f"{stretch} type {claim.type}", f"{stretch} of {other.type}", f"{stretch} tense {claim.tense}",
        f"{stretch} alike {claim.type == other.type}", f"{stretch} role {bool(claim.times)}",
    ]  # fmt: skip


def of_next(at: Place, other: ClaimTime, form: str, ahead: int) -> Iterator[str]:
    """The signs of the date of a claim told after; ``form`` of its interval, ``ahead`` claims after."""
    claim = at.claim
    gap = min(at.number(other.trigger.start) - at.own, 2)
    told, own = f"ahead {form}", "own" if claim.times else "bare"
    kin = not claim.words.isdisjoint(other.words)
    yield from (f"{told} {ahead} gap {gap} {own}", f"{told} timing {claim.timing} {other.timing}")
    yield from (f"{told} alike {claim.type == other.type} {kin}", f"{told} {other.kind}")
    yield f"{told} tense {claim.tense} {other.tense}"


def _leading(left: str, close: str) -> tuple[str, ...]:
    """What leads to a trigger: "had", a preposition, a word of an earlier time; ``close``: right before it."""
    had = ("had" in left or "having" in left or "’d" in left or "'d" in left) and _HAD.search(left)
    found = {"had": had, "of": _OF.search(close), "former": _FORMER.search(close)}
    return tuple(name for name, met in found.items() if met)


def of_form(at: Place, form: str) -> list[str]:
    """The signs of dated intervals of a form: for which claim they are."""
    claim = at.claim
    return [
        *[f"{form} {way}" for way in at.likely], f"{form} {claim.modality}", f"{form} type {claim.type}",
        f"{form} timing {claim.timing}", f"{form} tense {claim.tense}",
    ]  # fmt: skip


def of_interval(at: Place, interval: Interval, of_form: Sequence[str]) -> list[str]:
    """The signs of a dated interval whatever proposes it: how long before the report it ends, and of its form."""
    claim, age = at.claim, _age(interval, at.report)
    signs = [age, f"{age} timing {claim.timing}", *of_form]
    if interval.earliest != interval.latest and interval.earliest is not None:
        begun = _days_before(interval.earliest, at.report)
        signs += [f"begun {begun}", f"begun {begun} timing {claim.timing}", f"begun type {claim.type}"]
    return signs


def _age(interval: Interval, report: ReportTimes) -> str:
    if report.day is None:
        return "age unknown"
    end = interval.latest if interval.latest not in (None, OPEN) else interval.earliest
    if end is None:
        return "age none"
    return f"age {len(interval.earliest or '')} {_days_before(end, report)}"


def _days_before(bound: str, report: ReportTimes) -> str:
    """About how many days a bound lies before the report: a step, "ahead", or "unknown"."""
    return "unknown" if report.day is None else _step(report.day, bound)


@lru_cache(maxsize=1024)  # few days are told of in a report, each for many claims
def _step(day: str, bound: str) -> str:
    days = (first_day(day) - first_day(bound)).days
    return "ahead" if days < 0 else str(bisect_right(_DAYS, days))
