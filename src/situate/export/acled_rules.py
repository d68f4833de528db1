"""ACLED's counting rules on single events: its day, its place's precision, its dead."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence

from situate.export.index import Index
from situate.export.masking import COARSENED
from situate.model.claim import Claim, Role
from situate.model.event import Event
from situate.model.interval import Interval
from situate.model.place import Place
from situate.model.tolls import outdated

PLURAL = 3
"""Dead of a plural without a number: 3 in ACLED's present rule, 10 in the one before."""
_ABOUT = ((re.compile(r"\bdozens?\b"), 12), (re.compile(r"\bscores?\b"), 20), (re.compile(r"\bhundreds?\b"), 100))
"""Words for numbers that nobody counted, one of each: ACLED's rule for dozens and hundreds, and scores like them."""
_ONE = re.compile(r"\s*(?:a|an|one|the)\b", re.IGNORECASE)
_UNCLEAR = re.compile(r"\b(?:casualt\w+|(?:killed|dead) (?:or|and/or) (?:wounded|injured))\b", re.IGNORECASE)
_PLURAL = re.compile(
    r"\b(?:several|some|many|few|number of|numerous|people|women|men|children|police|troops)\b", re.IGNORECASE
)
_NO_NOUN = frozenset({"his", "its", "this", "was", "has"})
_NO_NAME = frozenset({"the", "a", "an"})
_NUMBER = re.compile(r"\d|thousand|million")
_PART_OF_IT = re.compile(r"\b(?:includ\w+|among\w*|of (?:them|whom)|most\w*|half)\b", re.IGNORECASE)
_OF_THEM = re.compile(r"\b(?:is|are|was|were) among(?: the| at least| about| some| more than)?\s*$", re.IGNORECASE)
_HAVE = re.compile(
    r"\b(?:have|has) (?:\w+ly |since |now )?(?:killed|claimed|cost|left)(?: at least| more than| some)? $", re.I
)
_NEAR = 60  # letters in which a verb stands before its object
_DAY, _WEEK, _MONTH = 1, 2, 3
_DAYS_OF_A_WEEK, _DAYS_OF_A_MONTH = 7, 31


def day_and_precision(interval: Interval, told: dt.date | None = None) -> tuple[dt.date, int] | None:
    """A day with its time_precision: 1 the day, 2 within a week (its middle), 3 within a month (its middle).

    ``told`` is the day of the last report that tells it: no middle lies after it. ``None`` when the time is unknown,
    open, or wider than a month: ACLED has no code for it, and none is made up.
    """
    first, last = interval.first, interval.last
    if first is not None and last is not None and told is not None and first <= told < last:
        last = told
    if first is None or last is None or last < first:
        return None
    width = (last - first).days + 1
    if width > _DAYS_OF_A_MONTH:
        return None
    middle = first + dt.timedelta(days=(width - 1) // 2)
    return middle, _DAY if width == 1 else _WEEK if width <= _DAYS_OF_A_WEEK else _MONTH


_SMALL_KM = 5.0
_WIDE_KM = 50.0


def geo_precision(place: Place) -> int | None:
    """1 a named town (or a quarter of it), 2 near it or part of a region, 3 a region; ``None``: ACLED has no code."""
    if place.precision == "country" and place.id.startswith("country:") and (place.radius_km or _WIDE_KM) < _WIDE_KM:
        return 3  # Hong Kong, Singapore: a country that is a city is no less exact than a region
    if place.precision in {"country", "none"}:
        return None
    if place.precision == "region":
        return 3
    near = place.precision in {"relative", "district"} or place.basis == COARSENED
    wide = place.precision == "part" and (place.radius_km is None or place.radius_km > _SMALL_KM)
    return 2 if near or wide else 1


def fatalities(event: Event, index: Index, *, plural: int = PLURAL) -> int:
    """The lowest of the reports' counts; a report's own count is the highest that it gives for this event.

    A count that an outlet has replaced since is none, whoever gave it before that. Words that only say that there were
    several dead count where nobody gives a figure, nor where a reviewer has rejected the figure of their report.
    """
    rejected = {index.claims[c].report for c in event.claims if "killed" in index.overruled.get(c, ())}
    by_report: dict[str, list[int]] = defaultdict(list)
    running: dict[str, list[int]] = defaultdict(list)
    vague: dict[str, list[int]] = defaultdict(list)
    for claim in index.claims_of(event.claims):
        killed = [role for role in claim.fillers("killed") if role.reason not in {"sum", "shared", "casualties"}]
        told = claim.modality == "actual" or any(role.reason == "hearsay" for role in killed)
        if claim.polarity == "positive" and told and killed:
            counts = running if _runs_on(claim, index) else by_report if any(map(_has_figure, killed)) else vague
            if claim.report in rejected and not any(role.quantity is not None for role in killed):
                continue
            counts[claim.report].append(_of_claim(claim, killed, index, plural))
    by_report = by_report or vague or running
    if by_report:
        return min(_not_outdated({report: max(counts) for report, counts in by_report.items()}, event, index))
    figure = dict(event.figures).get("killed")
    count = None if figure is None else figure.low if figure.low is not None else figure.best
    return 0 if count is None else int(count)


def _not_outdated(counts: Mapping[str, int], event: Event, index: Index) -> Collection[int]:
    """The counts of reports without those that their outlet, or another that gave the same, has replaced since."""
    sided = {c.report for c in index.claims_of(event.claims) if any(s.actor and s.actor.side for s in c.speakers)}
    found = {key: (index.reports[key], count) for key, count in counts.items() if key in index.reports}
    old = outdated(
        (report.outlet, report.published, count)
        for key, (report, count) in found.items()
        if report.outlet and report.published and key not in sided
    )
    kept = [count for report, count in found.values() if (report.published or "9999") >= old.get(count, "")]
    return kept or counts.values()


def _has_figure(role: Role) -> bool:
    """Whether words for the dead count them, if only as one ("a boy") or in dozens."""
    words, quantity = role.evidence.quote.casefold(), role.quantity
    told = quantity is not None and (quantity.best is not None or quantity.low is not None)
    return told or bool(_ONE.match(words)) or any(word.search(words) for word, _ in _ABOUT)


def _runs_on(claim: Claim, index: Index) -> bool:
    """Whether a toll is one that runs on ("strikes have killed hundreds"): it counts where no other is told."""
    report, first = index.reports.get(claim.report), min(role.evidence.span for role in claim.fillers("killed"))
    if claim.fillers("time"):  # "strikes on Sunday have killed 32"
        return False
    return report is not None and bool(_HAVE.search(report.text[: first.start][-_NEAR:]))


def _of_claim(claim: Claim, killed: Sequence[Role], index: Index, plural: int) -> int:
    """The sum of a claim's own tolls; a toll told as part of another ("12, including 3 children") counts once."""
    report = index.reports.get(claim.report)
    wounded = {role.evidence.span for role in claim.fillers("wounded")}
    total, end, before = 0, None, 0
    whole = [role for role in killed if role.reason != "part"] or killed  # "87 people, 30 of them children"
    for role in sorted(whole, key=lambda r: (r.evidence.span.start, -r.evidence.span.end)):
        span = role.evidence.span
        between = report.text[end : span.start] if report and end is not None else ""
        if _OF_THEM.search(between):
            total -= before  # "seven children were among 71 dead"
        if end is not None and span.start < end:
            continue  # "the spokesman" of "the spokesman and his son"
        if span not in wounded and (_OF_THEM.search(between) or not _PART_OF_IT.search(between)):
            before = _of_words(role, plural)
            total += before
        end = max(end or 0, span.end)
    return total


def _of_words(role: Role, plural: int) -> int:
    """One toll by ACLED's table of words: an exact number first, then dozens, hundreds, a plural, one, unclear."""
    words, quantity = role.evidence.quote.casefold(), role.quantity
    if _UNCLEAR.search(words):
        return 0
    if quantity is not None and quantity.best is not None:
        return int(quantity.best)
    if quantity is not None and quantity.low is not None and _NUMBER.search(words):
        return int(quantity.low)
    about = next((number for word, number in _ABOUT if word.search(words)), None)
    if about is not None:
        return about
    if _PLURAL.search(words) or _plural_noun(role):
        return plural
    return 1 if _ONE.match(words) else 0


def _plural_noun(role: Role) -> bool:
    """Whether the words for the dead have a plural; a name that is no group's has none ("Abu Firas al-Suri")."""
    words = [word.strip(".,;:()\"'“”‘’") for word in role.evidence.quote.split()]
    group = role.actor is not None and role.actor.kind != "person"
    for number, word in enumerate(words):
        beside = (words[at] for at in (number - 1, number + 1) if 0 <= at < len(words))
        named = word[:1].isupper() and not group and any(_of_a_name(other) for other in beside)
        if len(word) > 2 and word[-1] in "sS" and word.casefold() not in _NO_NOUN and not named:
            return True
    return False


def _of_a_name(word: str) -> bool:
    return (word[:1].isupper() and word.casefold() not in _NO_NAME) or word.startswith("al-")


Lost = Callable[[Event], bool]


def lost_within_a_day(events: Sequence[Event], spells_of_control: Sequence[tuple[frozenset[str], bool]]) -> Lost:
    """A test for gains that lasted less than a day.

    ``spells_of_control``: the claims of each spell of control, and whether it began and ended on one day. Two gains of
    one place on one day by different actors, told with the hour, show it too: the earlier did not last.
    """
    by_place: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        if event.place is not None and event.interval.earliest:
            by_place[event.place.id, event.interval.earliest[:10]].append(event)

    def lost(event: Event) -> bool:
        claims = frozenset(event.claims)
        if any(short and claims & spell for spell, short in spells_of_control):
            return True
        rivals = by_place.get((event.place.id if event.place else "", (event.interval.earliest or "")[:10]), [])
        return any(_takes_back(other, event) for other in rivals)

    return lost


def _takes_back(later: Event, earlier: Event) -> bool:
    """Whether ``later`` is a gain of another actor, at a later hour of the same day."""
    hours = earlier.interval.earliest or "", later.interval.earliest or ""
    takers = {part.actor.id for part in later.actors if part.role == "actor"}
    holders = {part.actor.id for part in earlier.actors if part.role == "actor"}
    gain = later.type in {"capture", "handover"} and later.modality == "actual"
    return gain and bool(takers) and not takers & holders and all("T" in hour for hour in hours) and hours[0] < hours[1]
