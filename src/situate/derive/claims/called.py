"""By which names a claim calls the settlement that it is of, where the gazetteer does not have it.

"The Somali town of Beledheere" stands in no list, and is none of the towns that do: whatever else was of its country
and day was elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from difflib import SequenceMatcher
from functools import lru_cache

from situate.derive.interest import rules
from situate.derive.namesakes import VAGUE
from situate.derive.places import claim_place, settled
from situate.model.claim import PLACE_ROLES, Claim, Role
from situate.text.names import name_words, without_articles

_NAME = re.compile(r"[A-Z][\w'’-]+(?: (?:(?:[Aa]l|[A-Za-z]{1,3})[- ])?[A-Z][\w'’-]+)*")
_ENDS = re.compile(r",| (?:in|near|on|at|between|and|or) ")  # behind them stands where the settlement lies
_ALIKE = 0.75  # letters in common of two spellings of a name
_MOST = 40  # letters of a name


def called(claim: Claim) -> frozenset[str]:
    """The names of the settlement of a claim, if nobody knows where it is."""
    place = claim_place(claim)
    if place is not None and place.precision not in VAGUE:
        return frozenset()
    roles = (role for role in claim.roles if role.role in PLACE_ROLES and _is_strange(role))
    return frozenset(name for role in roles if (name := _own_name(role.ref or role.evidence.quote)))


def placed_names(claim: Claim) -> frozenset[str]:
    """The names by which a claim calls its settlement, if it is known where that is."""
    place = claim_place(claim)
    if place is None or not settled(place):
        return frozenset()
    words = (role.ref or role.evidence.quote for role in claim.roles if role.place == place)
    return frozenset(_plain(name) for name in (place.name, *(n for some in words for n in _NAME.findall(some))))


def are_others(names: Iterable[str], others: Iterable[str]) -> bool:
    """Whether no name of the one settlement is one of the other: not by a part of it, nor in another spelling."""
    some = list(others)
    return not any(_alike(one, other) for one in names for other in some)


def _is_strange(role: Role) -> bool:
    """Whether a name in it is in no list, is one of several, or is known to lie in a province or a land and no more."""
    if role.place is None:
        return role.reason in {"not_in_gazetteer", "ambiguous"}
    return role.place.id.startswith("local:") and role.place.precision in VAGUE and role.place.relation is None


def _own_name(words: str) -> str:
    """The name of a settlement in words for one ("the village of Tel Maraq in Homs"), "" where they tell another."""
    head = _ENDS.split(words, maxsplit=1)[0]
    before, of, name = head.rpartition(" of ")
    told = before.casefold().split()
    kinds: Set[str] = {*rules()["settlement"], *rules()["settlements"]}
    named = _NAME.fullmatch(name.strip()) is not None and len(name) <= _MOST
    if not named or (bool(of) and (not told or told[-1] not in kinds)):
        return ""
    plain = _plain(name)
    return "" if _sites().intersection(plain.split()) else plain


@lru_cache(maxsize=1)
def _sites() -> frozenset[str]:
    told_on = rules()["told_on"]
    return frozenset({*told_on["sites"], *told_on["spots"], *rules()["town_parts"], *rules()["plain"]})


def _plain(name: str) -> str:
    return " ".join(without_articles(name_words(name)))


@lru_cache(maxsize=65536)
def _alike(one: str, other: str) -> bool:
    """Whether two names are one, or what is left of them without the words that they share can be."""
    mine, theirs = set(one.split()), set(other.split())
    left, right = ("".join(word for word in name.split() if word not in mine & theirs) for name in (one, other))
    if not left or not right:
        return True
    return SequenceMatcher(None, left[:_MOST], right[:_MOST], autojunk=False).ratio() >= _ALIKE
