"""Blows whose day stands right before their noun, or before what came of them later: no other day is theirs.

"Condemned on Monday Saturday's attack", "the toll from Friday's bombing rose on Monday", "a man wounded in a raid last
month died on Monday".
"""

from __future__ import annotations

import re
from dataclasses import replace

from situate.model.interval import UNKNOWN_INTERVAL, Interval
from situate.resolve.when.dating_options import bounds, to_day
from situate.resolve.when.relations import in_roles
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.undated import Claims, ClaimTime, Found

# A deed by its noun: what a verb tells may be of another day ("Monday's rain killed five").
_NOUN = re.compile(
    r"(?:.*\s)?(?:(?:air[\s-]?)?(?:attacks?|strikes?|raids?)|(?:air|drone|missile|rocket)\s?strikes?|blasts?|bombings?"
    r"|bombardments?|offensive|shelling|explosions?|assaults?|barrage|massacres?|ambush(?:es)?|killings?|murders?"
    r"|shootings?|kidnappings?|abductions?|clash(?:es)?|fighting|battles?|violence|unrest|protests?|demonstrations?|coup"
    r"|operation|incursion|invasion)",
    re.IGNORECASE | re.DOTALL,
)
_OWN = re.compile(r"['’]s?\s(?:(?!and\b|or\b)[\w‑-]+\s){0,2}")  # from "Saturday" to "attack"
_HURT_IN = re.compile(
    r"\b(?:wounded|injured|hurt|maimed|toll|casualties|victims?)\s(?:in|from|of|by|after)\s"
    r"(?:(?!who\b|which\b|that\b|and\b)[\w’'‑-]+\s){0,4}$",
    re.IGNORECASE,
)
_CAME_OF_IT = re.compile(
    r"\b(?:died|dies|has died|succumb\w*|rose|risen|rises|climb(?:s|ed)|increased|jump(?:s|ed)|went up|reached)\b"
)


def day_before_it(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The intervals of deeds told by a noun right behind their own day, or given the day of what came of them."""
    changed: dict[int, Interval] = {}
    for number, claim in enumerate(claims):
        if not claim.happened or _NOUN.fullmatch(claim.trigger.of(report.text)) is None:
            continue
        own = _right_before(claim, report)
        own = own if own is not None else _before_the_rest(claim, found[number], report)
        if own is not None and bounds(own) != bounds(found[number]):
            changed[number] = own
    return changed


def _right_before(claim: ClaimTime, report: ReportTimes) -> Interval | None:
    """The day, week or month whose deed this is: "Saturday's attack"."""
    named = [i for i in report.inside(claim.before) if i.dated]
    if not named or _OWN.fullmatch(report.text, named[-1].timex.end, claim.trigger.start) is None:
        return None
    return _itself(named[-1])


def _before_the_rest(claim: ClaimTime, interval: Interval, report: ReportTimes) -> Interval | None:
    """The time of its own that a blow has before what came of it, or none, where it was given the day of that."""
    if _HURT_IN.search(claim.before.of(report.text)) is None:
        return None
    later = _CAME_OF_IT.search(report.text, claim.trigger.end, claim.sentence.end)
    if later is None or any(i.interval.known for i in report.inside(claim.before) if i.span != report.dateline):
        return None
    here = [i for i in report.inside(claim.sentence) if i.timex.start > later.end() and i.interval.known]
    if not any(bounds(to_day(i.interval)) == bounds(interval) for i in here):
        return None
    own = [_itself(i) for i in in_roles(claim, report) if i.dated and i.timex.end <= later.start()]
    return own[0] if len(own) == 1 else UNKNOWN_INTERVAL


def _itself(item: TimeInText) -> Interval:
    """What an expression names, without "by" or "since" before it: "since Friday's raid" is since that of Friday."""
    return to_day(replace(item.interval, earliest=item.resolved.earliest, latest=item.resolved.latest))
