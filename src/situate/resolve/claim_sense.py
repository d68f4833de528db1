"""What a claim's words cannot mean: a daughter no place, an age no toll."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Container, Iterable, Mapping, Sequence

from situate.model.claim import FIGURE_ROLES, PLACE_ROLES, Claim, Evidence, Role
from situate.model.place import Place
from situate.model.span import Span
from situate.model.tolls import FAMILIES
from situate.ontology import BLOWS
from situate.resolve.in_order import Taken, Towns
from situate.text.quantity_nouns import is_plural

_OBJECTS = frozenset({"it", "them", "him", "her"})
_PERSONS = re.compile(r"(?:his|her|hers|him|he|she|my|our|your|who|whom)\b", re.IGNORECASE)
_OWNED = re.compile(r"(?:its|their)\s", re.IGNORECASE)
_DONE_TO = frozenset({"target", "killed", "wounded", "affected"})
_OF_PEOPLE = frozenset({"killed", "wounded", "affected"})
# What towns are spoken of in, as those to whom it happens.
_BEFALLS = frozenset(
    {
        "capture",
        "handover",
        "withdraw",
        "siege_end",
        "besiege",
        "deliver_aid",
        "deny_aid",
        "agreement",
        "shelling",
        "airstrike",
        "assault",
    }
)
_DONE_TO_PEOPLE = BLOWS | {"kill", "detain", "abduct", "displace"}
_DONE_SOMEWHERE = _DONE_TO_PEOPLE | {
    "crowd_control", "protest", "destroy", "abuse", "deprivation", "deliver_aid", "deny_aid", "restrict", "release",
    "evacuate", "concede",
}  # fmt: skip
_OF_RULES = frozenset({"restrict", "concede"})  # "a curfew in Ostry"
_FORCE = BLOWS | {
    "kill", "clash", "capture", "control", "besiege", "advance", "arm", "deploy", "withdraw", "abuse", "detain",
}  # fmt: skip
_OF_ARMS = frozenset({"airstrike", "shelling", "chemical_attack", "suicide_bombing", "besiege", "advance", "capture"})
_ON_PEOPLE = frozenset({"kill", "abduct", "abuse", "detain"})
_OF_CRUELTY = frozenset({"deprivation", "besiege", "abuse", "abduct", "shelling", "airstrike", "capture", "control"})
_PRESS = ("news", "channel", "radio", "tv", "television", "press", "media", "agency", "newspaper")
_PEOPLE_OF = re.compile(r"\b(?:population|people|inhabitants|residents|villagers|citizens|civilians) (?:of|in) $")
_OF_TOWN = r"(?:the (?:town|village|city|port|suburb) of )?"
_THERE = re.compile(rf"[a-z] (?:in|at|near|outside|inside) {_OF_TOWN}$")
_CROWD_IN = re.compile(
    r"\b(?:protest[eo]rs|demonstrators|crowds?|mobs?|rioters|strikers|marchers|gunmen|residents|villagers|students|workers"
    rf"|inmates|prisoners|refugees) (?:in|of|at|near|outside) {_OF_TOWN}$",
    re.IGNORECASE,
)
_NEIGHBOURS = re.compile(
    rf"\b(?:residents|inhabitants|villagers|locals|townspeople) (?:in|of) {_OF_TOWN}$",
    re.IGNORECASE,
)
_UNLAWFUL = frozenset({"chemical_attack", "suicide_bombing"})
_TOLD = re.compile(
    r"\b(?:according to|told|tells?|telling|interview with|shared with|comments? (?:by|from)|spoke to|speaking to)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_AGED = re.compile(r"(?:\baged?|\bage of|\b(?:dies?|died|dead|dying) at)\s$", re.IGNORECASE)

# "Had put the number of dead at 59", "puts its own dead at 25": a count.
_PUT_AT = re.compile(r"\b(?:puts?|putting|number of(?: the)?)\s(?:[\w-]+\s){0,4}dead at\s$", re.IGNORECASE)


def placed(claim: Claim) -> bool:
    """Whether a claim has a place, or names one that could not be found."""
    roles = claim.fillers(*PLACE_ROLES, "target")
    return any(role.place is not None or role.reason in {"not_in_gazetteer", "ambiguous"} for role in roles)


def of_somebody(span: Span, people: Taken) -> bool:
    """Whether a phrase names a person, so that it is no place, whatever towns are called so."""
    return bool(people.meeting(span))


def place_meant(role: Role) -> str | None:
    """The antecedent of a phrase, where it can be a place: "his house", "their phones" and "him" stand for none."""
    quote = role.evidence.quote
    owned = _PERSONS.match(quote) or (role.role not in PLACE_ROLES and _OWNED.match(quote))
    return None if owned else role.ref


def uncounted(role: Role, trigger: Evidence, text: str) -> Role:
    """A role whose one word only says of what sort several are ("infant deaths", "civilian casualties"): no figure.

    Nor is how old the dead are, how long ago it was, what share of them, or how many are left.
    """
    quote, gap = role.evidence.quote, trigger.span.start - role.evidence.span.end
    if role.role in _OF_PEOPLE and role.quantity is not None and _no_number(role, text):
        return dataclasses.replace(role, quantity=None)
    sort = role.role in FIGURE_ROLES and quote.isalpha() and 0 <= gap <= 1
    uncounted_sort = sort and is_plural(trigger.quote.split()[-1].lower())
    return dataclasses.replace(role, quantity=None) if uncounted_sort else role


def _no_number(role: Role, text: str) -> bool:
    """Whether a figure of people counts none: an age ("dies at 92"), a time ("over 30 years"), a share, a length."""
    unit = role.quantity.unit if role.quantity is not None else None
    start = role.evidence.span.start
    age = role.evidence.quote.isdecimal() and _AGED.search(text, max(0, start - 20), start) is not None
    age = age and _PUT_AT.search(text, max(0, start - 40), start) is None
    left = role.role != "affected" and _STILL_THERE.match(text, role.evidence.span.end) is not None
    return age or left or unit not in {None, "people", FAMILIES}


# "Killed dozens in Ramla, where 8,000 people remain trapped": none of the dead.
_STILL_THERE = re.compile(
    r" (?:(?:still )?remain(?:s|ed)?|(?:are|were) still|(?:are|were) (?=trapped|stranded|stuck|besieged))\b",
    re.IGNORECASE,
)
# "Was shot in the leg": hurt, whatever role the reader gives him.
_HURT = re.compile(
    r"\bshot (?:and wounded |and injured )?(?:twice |once )?in (?:the|his|her|both|one) (?:left |right |upper |lower )?"
    r"(?:legs?|arms?|foot|feet|hands?|shoulders?|knees?|thighs?|ankles?|buttocks)\b",
    re.IGNORECASE,
)
# "Who had been shot in the stomach was flown out for surgery": hurt as well.
_SHOT = re.compile(r"\b(?:shot|stabbed|hit)\b", re.IGNORECASE)
_CARED_FOR = re.compile(
    r"\b(?:surgery|operat(?:ed|ion) on|(?:for|receiv\w+|receives?|under|medical) treatment|surviv\w+"
    r"|recover(?:s|ed|ing)|(?:critical|stable|serious) condition|out of danger|(?:is|are|remains?) in hospital)\b",
    re.IGNORECASE,
)
_BESIDE = 40  # letters before a trigger
_DIED = re.compile(r"\b(?:died|dead|killed|fatal\w*|succumbed|bled to death)\b", re.IGNORECASE)


def only_hurt(claim: Claim, text: str) -> Claim:
    """A claim whose only shot hit a limb, or who was shot is cared for: nobody is killed, if no death is told there."""
    if claim.sentence is None or not claim.fillers("killed"):
        return claim
    trigger = claim.trigger.span
    words = text[max(claim.sentence.start, trigger.start - _BESIDE) : claim.sentence.end]
    limb = _HURT.search(text, trigger.start, claim.sentence.end)
    limb = limb if limb is not None and limb.start() <= trigger.end else None
    one = all((r.quantity is None or r.quantity.best == 1) for r in claim.fillers("killed"))
    cared = one and _SHOT.match(claim.trigger.quote) and _CARED_FOR.search(text, trigger.end, claim.sentence.end)
    if not (limb or cared) or _DIED.search(words):
        return claim
    roles = (dataclasses.replace(r, role="wounded") if r.role == "killed" else r for r in claim.roles)
    return dataclasses.replace(claim, roles=tuple(roles))


def apart(roles: Sequence[Role]) -> tuple[Role, ...]:
    """The roles of a claim; a pronoun or a description for whom it is done to is never who does it.

    (That would be "itself"; "the jihadists" whom a force closes in on are others, whoever they are.)
    """
    doers = {role.actor.id for role in roles if role.role == "actor" and role.actor is not None}
    found = []
    for role in roles:
        if role.role == "target" and role.actor is not None and role.actor.id in doers:
            quote = role.evidence.quote
            reason = "pronoun" if quote.lower() in _OBJECTS else "description" if quote.islower() else None
            role = dataclasses.replace(role, actor=None, reason=reason) if reason else role
        found.append(role)
    return tuple(found)


def told_apart(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with words that one of them parts from its doer meaning nobody in the others either.

    "The Reds accused the rebels who hold the town": those are not the Reds, whoever they are, in what they do as well.
    """
    parted = {
        role.evidence.span: role.reason
        for claim in claims
        for role in claim.fillers("target")
        if role.actor is None and role.reason in {"description", "pronoun"} and claim.fillers("actor")
    }
    by_claim = []
    for claim in claims:
        roles = tuple(
            dataclasses.replace(role, actor=None, reason=parted[role.evidence.span])
            if role.role == "actor" and role.evidence.span in parted and _of_no_state(role)
            else role
            for role in claim.roles
        )
        by_claim.append(claim if roles == claim.roles else dataclasses.replace(claim, roles=roles))
    return tuple(by_claim)


def _only_reports(role: Role, kinds: Container[str]) -> bool:
    """Whether a doer is of some kinds, or a pronoun for one in no table whose name says that it reports."""
    actor, pronoun = role.actor, role.evidence.quote.lower() in {"they", "them", "it"}
    named = actor is not None and actor.kind == "other" and actor.name.lower().endswith(_PRESS)
    return actor is not None and (actor.kind in kinds or (pronoun and named))


def _of_no_state(role: Role) -> bool:
    """Whether a doer is no state's: "the regime" that its government is told to speak of is the same all the while."""
    return role.actor is not None and role.actor.kind not in {"government", "state_forces"}


def no_doing_outlet(claim: Claim) -> Claim:
    """A claim of force that nobody who only reports has done ("SANA warplanes", "they", after what an agency said).

    Nor has a body of many states that looks into it: none lays bombs or poison.
    """
    kinds = {"outlet", "international"} if claim.type in _UNLAWFUL else {"outlet"}
    idle = {i for i, r in enumerate(claim.roles) if r.role == "actor" and _only_reports(r, kinds)}
    if claim.type not in _FORCE or not idle:
        return claim
    roles = (
        dataclasses.replace(role, actor=None, reason="description") if i in idle else role
        for i, role in enumerate(claim.roles)
    )
    return dataclasses.replace(claim, roles=tuple(roles))


def not_to_the_doer(claim: Claim) -> Claim:
    """A claim that is not done to its doer: "the gang had murdered them" leaves open who they were."""
    doers = {role.actor.id for role in claim.fillers("actor") if role.actor is not None}
    own = {
        i
        for i, r in enumerate(claim.roles)
        if r.role in _DONE_TO and r.actor is not None and r.actor.id in doers and r.evidence.quote.lower() in _OBJECTS
    }
    if not own:
        return claim
    roles = (dataclasses.replace(r, actor=None, reason="pronoun") if i in own else r for i, r in enumerate(claim.roles))
    return dataclasses.replace(claim, roles=tuple(roles))


def without_tellers(claim: Claim, text: str) -> Claim:
    """A claim without who only says so among those to whom it happens.

    "6 killed in raid Civil defence" is a headline with its source; "according to Lorn News" and "told Lorn News" name
    no target.
    """
    said = [speaker.evidence.span for speaker in claim.speakers]
    roles = tuple(role for role in claim.roles if not _only_tells(role, said, text))
    return claim if len(roles) == len(claim.roles) else dataclasses.replace(claim, roles=roles)


def _only_tells(role: Role, said: Sequence[Span], text: str) -> bool:
    span = role.evidence.span
    if role.role in {"killed", "wounded"}:
        return span in said and role.quantity is None
    outlet = role.actor is not None and role.actor.kind == "outlet"
    return role.role == "target" and outlet and _TOLD.search(text, max(0, span.start - 40), span.start) is not None


def harmed_people(claims: Iterable[Claim]) -> frozenset[str]:
    """The words by which claims name those who fled, died or were hurt, in lower case."""
    return frozenset(role.evidence.quote.lower() for claim in claims for role in claim.fillers(*_OF_PEOPLE))


def no_shelling_civilians(claim: Claim, harmed: Collection[str]) -> Claim:
    """A claim whose doer, told by a pronoun, is left open where that would be civilians who shell, bomb or besiege.

    Or who kill, abduct or torture, where these are the ``harmed``: "when the people ran, they killed all they found".
    Or a body of many states that starves, besieges or abuses people ("what the UN calls it. “They starved us”").
    """
    roles = tuple(
        dataclasses.replace(role, actor=None, reason="pronoun")
        if _is_pronoun_for(role, _no_doers(claim.type, (role.ref or "").lower() in harmed))
        else role
        for role in claim.roles
    )
    return claim if roles == claim.roles else dataclasses.replace(claim, roles=roles)


def _no_doers(kind: str, harmed: bool) -> set[str]:
    """The kinds of actors that do no such thing; people who are ``harmed`` in the report do fewer."""
    kinds = {"civilians"} if kind in _OF_ARMS or (harmed and kind in _ON_PEOPLE) else set[str]()
    return kinds | ({"international"} if kind in _OF_CRUELTY else set())


def _is_pronoun_for(role: Role, kinds: Container[str]) -> bool:
    """Whether a doer is told by a pronoun that was taken for one of some kinds of actors."""
    meant = role.role == "actor" and role.actor is not None and role.actor.kind in kinds
    return meant and role.evidence.quote.lower() in {"they", "them", "we", "who", "it"}


def no_doing_town(claim: Claim, towns: Mapping[Span, Place]) -> Claim:
    """A claim in which a settlement that stands for nobody else is where it was, and not who did it.

    "Ramla changed hands", "Ostry received rice". Where the claim has a place, the town is left out.
    """
    stray = [role for role in claim.fillers("actor", "target") if claim.type in _BEFALLS and _is_town(role, towns)]
    if not stray:
        return claim
    roles = [role for role in claim.roles if role not in stray]
    if not claim.fillers(*PLACE_ROLES):
        place = towns[stray[0].evidence.span]
        roles.append(dataclasses.replace(stray[0], role="place", place=place, actor=None, reason=None))
    return dataclasses.replace(claim, roles=tuple(roles))


def _is_town(role: Role, towns: Mapping[Span, Place]) -> bool:
    """Whether a filler is the name of a settlement, and of nobody whom a table knows."""
    nobody = role.actor is None or role.actor.private or role.actor.id.startswith("local:")
    return role.evidence.span in towns and nobody and role.place is None


def where_they_live(claim: Claim, text: str, towns: Towns) -> Claim:
    """A claim without a place that is done to the people of a town, with it ("shelled the population of Ostry").

    Or to what is in one, or by a crowd in one ("fired at protesters in Ostry", "protesters in Ostry burned a bus"), or
    of which those tell who live there ("residents of Ostry fear …").
    """
    if claim.type not in _DONE_SOMEWHERE or any(r.place is not None or r.role in PLACE_ROLES for r in claim.roles):
        return claim
    done_to = [role.evidence.span for role in claim.fillers("target", "affected", "killed", "wounded")]
    lifted = [role.evidence.span for role in claim.fillers("goods")] if claim.type in _OF_RULES else []
    ways = [(span, _PEOPLE_OF) for span in done_to if claim.type in _DONE_TO_PEOPLE]
    ways += [(span, _THERE) for span in (*done_to, *lifted)]
    ways += [(role.evidence.span, _CROWD_IN) for role in claim.fillers("actor")]
    ways += [(speaker.evidence.span, _NEIGHBOURS) for speaker in claim.speakers]
    for span, words in ways:
        at = next((t for t in towns.inside(span.start + 1, span.end) if t.end == span.end), None)
        if at is not None and words.search(text[span.start : at.start]):
            there = Role(role="place", evidence=Evidence(span=at, quote=at.of(text)), place=towns[at])
            return dataclasses.replace(claim, roles=(*claim.roles, there))
    return claim
