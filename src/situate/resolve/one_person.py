"""Who is harmed alone, whatever his trade: "killed a schoolteacher", "shot Ali Hasen, a mullah".

What a noun counts is listed (``text.quantity_nouns``), and no list has all trades. Who is told to have been killed,
hurt or taken is somebody: behind "a" he is one, unless the noun is one for several ("a crowd") or for no person.
"""

from __future__ import annotations

import dataclasses
import re

from situate.model.claim import Claim
from situate.model.quantity import Quantity, added
from situate.text.quantities import parse
from situate.text.quantity_nouns import is_plural

_HARMED = frozenset({"killed", "wounded"})
_TAKEN = frozenset({"abduct", "detain", "release", "kill"})  # to whose targets it is done one by one
_WHO = re.compile(
    r"(?:an?|another)\s(?P<who>(?:(?!(?:of|and|or|with|from|in|at)\b)[\w’'‑-]+\s){0,4}?[\w’'‑-]+)"
    r"(?:\s(?:from|in|at|near|who|for|on|working|travelling|returning|accused|known)\b.*|,\s.*"
    r"|\sof\s(?:(?:the|an?|his|its)\s)?(?-i:[A-Z]).*)?",  # "an adherent of the Aster sect"
    re.IGNORECASE,
)
_NAMED = re.compile(r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'.-]*){0,4},\s(?=an?\s)")  # "Ali Hasen, a mullah"
_NO_PERSON = """
    ambush army attack ban band battalion blast boat bomb bombing brigade bus camel car casualty cell clan class
    column commission community company congregation contingent couple cow crew crowd death delegation
    detachment dog donkey dozen explosion family few force gang garrison generation goat grenade group half
    handful helicopter horse host house household hundred issue leadership lorry lot majority militia mine
    minimum minority missile mission mix mixture mob number pair part party patrol people plane platoon police
    population portion posse public quarter raid regiment rocket school section series set sheep shell shelling
    ship squad squadron staff strike string tanker team third thousand throng toll total train tribe troop truck
    unit vehicle vessel village wave year
"""
_SEVERAL = frozenset(_NO_PERSON.split())
_ONE = Quantity(low=1, best=1, high=1, unit="people")
_SOME_OF = re.compile(  # "one of two wounded men"
    r"(one|two|three|four|five|six|seven|eight|nine|ten|\d+)\sof\s(?:(?:the|its|his|their)\s)?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s(?!them\b)",
    re.IGNORECASE,
)
_NATION = re.compile(r"(\d+|[A-Za-z]+(?:-[a-z]+)?)\s[A-Z][\w-]+")  # "one Kurd", "two Chadian" and three Dutch soldiers
_AND = re.compile(r",?\sand\s|,\s")


def each_one(claim: Claim) -> Claim:
    """A claim whose roles for one person say that it is one.

    A name alone ("killed Ali Hasen") says who died, and is no count: two of them would be counts of one toll.
    """
    roles = []
    for role in claim.roles:
        harmed = role.role in _HARMED or (role.role == "target" and claim.type in _TAKEN and role.place is None)
        quantity = how_many(role.evidence.quote, role.quantity) if harmed else role.quantity
        roles.append(role if quantity is role.quantity else dataclasses.replace(role, quantity=quantity))
    return dataclasses.replace(claim, roles=tuple(roles)) if roles != list(claim.roles) else claim


def how_many(phrase: str, told: Quantity | None) -> Quantity | None:
    """How many people a phrase for the harmed tells, ``told`` by the nouns that are listed."""
    named = _NAMED.match(phrase)
    if told is None and _anybody(phrase[named.end() :] if named else phrase):
        return _ONE
    if (some := _SOME_OF.match(phrase)) is not None:
        return parse(f"{some[1]} people") or told
    parts = _AND.split(phrase)
    alone = [_anybody(part) and parse(part) is None for part in parts]
    nations = [_NATION.fullmatch(part) for part in parts]
    if len(parts) == 1 or not (any(alone) or any(nations)):
        return told
    figures = [
        parse(f"{nation[1]} people") if nation else _ONE if one else parse(part)
        for part, one, nation in zip(parts, alone, nations, strict=True)
    ]
    known = [figure for figure in figures if figure is not None and figure.unit in {None, "people"}]
    named_apart = told is not None and not alone[0] and told.best == added(known[1:]).best
    if len(known) < len(parts) or named_apart:
        return told  # "three reporters, two Danes and a Dutchman": who the three are
    return dataclasses.replace(added(known), unit="people")


def _anybody(phrase: str) -> bool:
    """Whether a phrase with "a" tells of one person: "a rubber tapper", no "a crowd", "a string of dead"."""
    who = _WHO.fullmatch(phrase)
    noun = re.split(r"[\s‑-]", who["who"].lower())[-1] if who is not None else ""
    return bool(noun) and noun not in _SEVERAL and not is_plural(noun)
