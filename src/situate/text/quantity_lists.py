"""People who are counted one sort after another: "12 fighters and four civilians" are sixteen.

What is told of people already counted adds nothing: "three people, two men and a woman" are three, "five people,
including a child" five. A list of which one member has no number ("12 fighters and civilians") says no sum.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from situate.model.quantity import Quantity, added
from situate.text.quantity_alone import unnumbered

# From here on a phrase tells of whom it has counted.
_OF_THEM = re.compile(
    r"(?:\bincluding|\bamong(?:st)? (?:them|whom|which)|\b[\w-]+ of (?:them|whom|these|those)|"
    r"\b(?:mostly|mainly|largely|primarily|who|that|which|whose))\b|[(;:–—]",
    re.IGNORECASE,
)
_OF_THE_FIRST = re.compile(
    r"\b(?:among(?:st)? (?:them|those)|included)\W*$", re.IGNORECASE
)  # "…, a colonel among them"
_IN_ALL = re.compile(r"\s*(?:people\s+|of them\s+)?(?:in all|in total|altogether|all told)\b", re.IGNORECASE)
_JOINT = re.compile(
    r"\s*,\s*(?:and|plus|as well as|along with)?\s+|"
    r"\s+(?:and|plus|as well as|along with|together with|&)\s+(?:also\s+)?",
    re.IGNORECASE,
)
# Nouns that a comma and the sorts of those counted can follow; those that it does only where the sorts are as many.
ANYBODY = frozenset({
    "people", "persons", "individuals", "others", "casualties", "victims", "dead", "deaths", "fatalities", "bodies",
    "killed", "lives", "souls", "martyrs",
})  # fmt: skip
_SOME_SORT = frozenset({"civilians", "residents", "members", "relatives", "villagers", "inhabitants", "family"})
_MORE = re.compile(r"\b(?:others?|more)\b", re.IGNORECASE)
_ONE = re.compile(r"(?:an?|one|another|the|his|her|their|its|my|our|[\w-]+['’]s?)\b", re.IGNORECASE)
_KIN = frozenset({
    "father", "mother", "brother", "sister", "son", "daughter", "wife", "husband", "uncle", "aunt", "cousin",
    "grandfather", "grandmother",
})  # fmt: skip
_COUPLE = re.compile(r"(?:an?|the|one)\s(?:[\w-]+\s){0,2}couple", re.IGNORECASE)
# "The mayor of Lisk, his wife and two guards"; alone, who holds an office is known by it and not counted.
_OFFICES = frozenset(
    {"mayor", "governor", "minister", "senator", "ambassador", "bishop", "sheikh", "deputy", "mukhtar"}
)
_HIS = re.compile(r"(?:his|her)\b", re.IGNORECASE)
_PERSON = Quantity(low=1, best=1, high=1, unit="people")
_TWO = Quantity(low=2, best=2, high=2, unit="people")

Figure = tuple[int, int, Quantity, str]  # start, end, value, noun


def added_up(phrase: str, figures: Sequence[Figure]) -> Quantity | None:
    """How many people a phrase with these figures lists, ``None`` where it is no list of counted people.

    "Three families, 14 people in all" are 14, "21 soldiers, a colonel among them" 21.
    """
    whole = next((quantity for _, end, quantity, _ in figures if _IN_ALL.match(phrase, end)), None)
    if whole is not None or _OF_THE_FIRST.search(phrase):
        return whole or figures[0][2] if figures else None
    end = next((found.start() for found in _OF_THEM.finditer(phrase) if found.start()), len(phrase))
    inside = [(first, last) for first, last, _, _ in figures]
    joints = [j for j in _JOINT.finditer(phrase, 0, end) if not any(s < j.end() and j.start() < e for s, e in inside)]
    if not joints:
        return None
    starts, ends = [0, *(j.end() for j in joints)], [*(j.start() for j in joints), end]
    told = [_member(phrase[a:b], a, b, figures) for a, b in zip(starts, ends, strict=True)]
    if told[0] is None and _named(phrase[: ends[0]]) and all(_HIS.match(phrase, start) for start in starts[1:]):
        told[0] = _PERSON
    members = [one for one in told if one is not None]
    if len(members) < len(told):
        return None
    rest = sum(one.best or 0 for one in members[1:])
    comma = "," in joints[0].group()
    bare = not figures or figures[0][0] >= ends[0]
    noun = "" if bare else figures[0][3]
    sorts = noun in ANYBODY or (noun in _SOME_SORT and rest == members[0].best)
    return members[0] if comma and (sorts or (bare and len(members) == 2)) else added(members)


def _named(words: str) -> bool:
    """Whether words end with a name, as those of a person do who has a driver or a wife ("General Lorn and his …")."""
    last = re.findall(r"[^\W\d_]+", words)[-1:]
    return bool(last) and last[0][:1].isupper()


def _member(words: str, start: int, end: int, figures: Sequence[Figure]) -> Quantity | None:
    counted = [quantity for first, _, quantity, _ in figures if start <= first < end]
    if counted:
        return counted[0] if counted[0].unit == "people" or (start and _MORE.search(words)) else None
    if _COUPLE.fullmatch(words.strip()):
        return _TWO
    several = re.findall(r"[^\W\d_]+", words.lower())
    if several and _ONE.match(words.strip()) and not _OFFICES.isdisjoint(several[:3]):
        return _PERSON
    one = _ONE.match(words.strip()) or (start and several and several[-1] in _KIN)
    quantity = unnumbered(several) if one else None
    return quantity if quantity is not None and quantity.unit == "people" else None
