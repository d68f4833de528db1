"""Claims that tell what somebody does, is for, or is in, and no happening of a day: no row of a table of events.

"An alliance fighting the Islamic State", "the group regularly attacks villages", "in Kurdish custody". Annotators of
claims give them the day of their report, where nothing else is told; a coder of events does not count them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from situate.export.index import Index
from situate.model.claim import Claim
from situate.model.event import Event

GENERAL = "told as what goes on, not as what happened on a day"
MOVED = "people or forces that move on no day that is told"
OUTBREAK = "told as what a war began with"
_NEAR = 60  # letters before a trigger in which such words stand
_BLASTS = frozenset({"explosion", "suicide_bombing"})
_FIGHTS = frozenset({"clash", "assault", "airstrike", "shelling"})
_MOVES = frozenset({"deploy", "displace", "evacuate", "return", "deliver_aid", "open_route"})
_OFTEN = re.compile(
    r"\b(?:often|regularly|routinely|frequently|repeatedly|usually|typically|always|(?:near-|almost )?daily"
    r"|every (?:day|night|week|month|year))\b[^.,;]{0,30}$"
    r"|\b(?:in|over|during) (?:recent|the (?:past|last) (?:few |several )?) ?(?:days|weeks|months|years)\b[^.;]{0,40}$"
    r"|\bfor (?:days|weeks|months|years)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_LATE = re.compile(r"\bin recent (?:weeks|months|years)\b|\b(?:for|over the past) (?:months|years)\b", re.IGNORECASE)
_REPEATED = re.compile(r"\b(?:repeated|regular|frequent|constant|routine|perennial|sporadic) (?:\w+ )?$", re.IGNORECASE)
_PAST = re.compile(r"\b(?:previous|past|earlier|prior|similar) (?:\w+ )?$", re.IGNORECASE)  # "previous bombings"
_OFTEN_AFTER = re.compile(
    r"^(?: \w+){0,3} (?:regularly|routinely|frequently|repeatedly|daily|every (?:day|night|week|month|year))\b",
    re.IGNORECASE,
)
# "Rebels fighting the army", "in the battle against the group": by what a side is known.
_WHO = re.compile(
    r"\b(?:fighters|rebels|forces|coalition|troops|groups?|militias?|militiamen|alliance|militants|army|those|men"
    r"|factions|jihadists|kurds|volunteers|people|units|\w{4,}s|[A-Z]{2,5})\)? (?:currently |now |still )?$",
)
_FIGHTING = re.compile(r"(?:fighting|battling|combating|combatting)(?: for| against)?", re.IGNORECASE)
# "Fighting alongside the army": on whose side somebody is.
_FOUGHT = re.compile(r"fight(?:s|ing)?|fought|battling", re.IGNORECASE)
_ALONGSIDE = re.compile(r"^ (?:alongside|side[ -]by[ -]side|shoulder to shoulder|on (?:the side|behalf) of)\b", re.I)
_IN_THE = re.compile(r"\b(?:in|of|for|to|about|on) (?:the|their|its|his|a|our)(?: \w+)? $", re.IGNORECASE)
_CAUSE = re.compile(r"(?:fight|fighting|battle|struggle|war|campaign)", re.IGNORECASE)
_AGAINST = re.compile(r"^ (?:against|on|with|for) ", re.IGNORECASE)
_GROUND = re.compile(
    r"(?:battle-?grounds?|battle-?fields?|front-?lines?|war-?zones?|embattled|war-torn)", re.IGNORECASE
)
_CUSTODY = re.compile(
    r"(?:in )?(?:detention|custody|prisons?|jails?|imprisonment|captivity|behind bars|incarceration|prisoners?"
    r"|detainees?|captives?)",
    re.IGNORECASE,
)
_HELD = re.compile(r"(?:held|holding|hold|detained|imprisoned|jailed|incarcerated|languish\w*)", re.IGNORECASE)
_NOW = re.compile(r"\b(?:is|are|being|remains?|still|currently)(?: \w+ly)? $", re.IGNORECASE)

_OUTBREAKS = frozenset({"protest", "assault", "crowd_control"})
# "The conflict, which began in March 2011 with protests", "the war started as a revolt".
_WAR_BEGAN = re.compile(
    r"\b(?:conflict|wars?|crisis|uprising|insurgency|bloodshed)\b[^.;]{0,40}"
    r"\b(?:began|begun|starting|started|erupted|broke out|sparked|triggered|ignited)\b[^.;]{0,60}$",
    re.IGNORECASE,
)


def why_general(event: Event, index: Index) -> str:
    """Why an event is told as what goes on, or is no happening of the day of its report, or the empty string."""
    claims = _positive(index.claims_of(event.claims))
    if _wide(event) and claims and all(_of_late(claim, index) for claim in claims):
        return GENERAL
    if event.type in _OUTBREAKS and claims and all(_began_a_war(claim, index) for claim in claims):
        return OUTBREAK
    if event.interval.basis != "publication":
        return ""
    if event.type in _MOVES:
        return MOVED
    general = sum(is_general(claim, index) for claim in claims)
    return GENERAL if general and 2 * general > len(claims) else ""


def _began_a_war(claim: Claim, index: Index) -> bool:
    """Whether the words before a claim's, in its sentence, say that with it a war began: the past of what is told."""
    report = index.reports.get(claim.report)
    if report is None or claim.sentence is None:
        return False
    return bool(_WAR_BEGAN.search(report.text[claim.sentence.start : claim.trigger.span.start]))


def _wide(event: Event) -> bool:
    return event.interval.earliest != event.interval.latest or len(event.interval.earliest or "") < len("2017-09-05")


def _of_late(claim: Claim, index: Index) -> bool:
    """Whether the sentence of a claim speaks of the last weeks or years ("strikes have grown in recent weeks")."""
    report = index.reports.get(claim.report)
    return report is not None and claim.sentence is not None and bool(_LATE.search(claim.sentence.of(report.text)))


def of_that_day(event: Event, index: Index) -> Event:
    """A fight without those whom only claims of what goes on name ("a battleground of many groups, among them …")."""
    if event.type not in _FIGHTS | _BLASTS:
        return event
    claims = _positive(index.claims_of(event.claims))
    told = [claim for claim in claims if not is_general(claim, index)]
    if not told or len(told) == len(claims):
        return event
    named = {role.actor.id for claim in told for role in claim.roles if role.actor is not None}
    others = {r.actor.id for c in claims if c not in told for r in c.roles if r.actor is not None} - named
    return replace(event, actors=tuple(part for part in event.actors if part.actor.id not in others))


def is_general(claim: Claim, index: Index) -> bool:
    """Whether the words of a claim tell what goes on."""
    report = index.reports.get(claim.report)
    if report is None:
        return False
    span, inside = claim.trigger.span, claim.sentence or claim.trigger.span
    before = report.text[max(inside.start, span.start - _NEAR) : span.start]
    after, words = report.text[span.end : min(span.end + _NEAR, inside.end)], claim.trigger.quote.strip()
    if _OFTEN.search(before) or _OFTEN_AFTER.search(after):
        return True
    if _PAST.search(before) and words.endswith("s"):
        return True
    if _REPEATED.search(before) and not words.endswith("ed"):  # "the regular army attacked"
        return True
    if claim.type in _FIGHTS:
        known = _GROUND.fullmatch(words) or (_FIGHTING.fullmatch(words) and _WHO.search(before))
        known = known or (_FOUGHT.fullmatch(words) and _ALONGSIDE.search(after))
        return bool(known or (_CAUSE.fullmatch(words) and _IN_THE.search(before) and _AGAINST.search(after)))
    if claim.type in {"detain", "abduct"}:
        return bool(_CUSTODY.fullmatch(words) or (_HELD.fullmatch(words) and _NOW.search(before)))
    return False


def _positive(claims: Iterable[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.polarity == "positive" and claim.modality == "actual"]
