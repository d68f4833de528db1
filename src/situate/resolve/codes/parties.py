"""What kind of people a claim's roles are, for codebooks whose strings turn on who does it to whom.

By the actor that a role was resolved to, else by the words: the last telling noun of the phrase, before anything that
only says where or with whom they are ("four soldiers from the village" are soldiers).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from typing import Literal

from situate.model.claim import Role

Party = Literal["armed", "unarmed", "protesters", "crowd"]

_ARMED_KINDS = frozenset({"state_forces", "rebel_group", "political_militia", "communal_militia", "external_forces"})
_UNARMED_KINDS = frozenset({"civilians", "person"})
_STOP = re.compile(r"\b(?:who|whom|which|that|from|in|at|near|with|including|during|as|for|to|on|after|by)\b|[,;(]")
_GLOSS = re.compile(r" \([^()]*\) (?=[a-z])")  # "35 Daesh (outlawed in Russia) militants"
# What opens a figure and says nothing of who they are ("at least 50 militants").
_ABOUT = re.compile(
    r"^\W*(?:at (?:least|most)|as (?:many|few) as|up to|(?:no )?(?:more|less|fewer) than|close to|from (?=\d))\s+"
)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def _words(listed: str) -> frozenset[str]:
    singular = frozenset(listed.split())
    return singular | {f"{word}s" for word in singular}


_ARMED = _words(
    "fighter militant militiaman militiamen soldier troop rebel insurgent guerrilla guerilla gunman gunmen terrorist "
    "jihadist extremist islamist policeman policemen police trooper combatant commando marine army military militia "
    "gendarme guard officer serviceman servicemen paramilitary peacekeeper attacker assailant shooter hijacker killer "
    "bomber warrior mercenary mercenaries conscript recruit brigade battalion patrol garrison force bandit pirate "
    "subversive separatist commander sniper airmen paratrooper gang cartel gangster hitman hitmen"
)
# Things that only an armed side has: to attack them is to attack it.
_POSTS = _words(
    "checkpoint base barracks outpost post position stronghold hotbed garrison convoy patrol headquarters airbase tank "
    "trench bunker hideout station battalion camp line frontline"
)
_CAMPS = _words("camp")
_IN_CAMPS = _words("refugee displacement displaced idp idps migrant mining miner tent holiday summer") | {"miners'"}
_NO_ARMS: Set[Party] = frozenset({"unarmed", "crowd"})
_DRILL = _words("training tactical rear forward")  # "a training camp" is an armed side's, whoever is killed there
_PROTESTERS = _words(
    "protester protestor demonstrator marcher picketer striker rioter protest demonstration rally march vigil sit-in "
    "procession riot"
)
_CROWD = _words("mob crowd resident villager youth vigilante local townspeople supporter neighbour neighbor looter")
_UNARMED = _words(
    "civilian people person man men woman women child children boy girl family families resident villager villagers "
    "journalist reporter editor teacher student pupil doctor nurse medic patient worker farmer priest imam bishop "
    "jesuit activist lawyer politician mayor senator deputy candidate leader minister official judge prosecutor "
    "peasant miner fan "
    "citizen pilgrim worshipper passenger traveller shopper shopkeeper trader driver refugee migrant hostage prisoner "
    "detainee captive elder chief herder customer tourist pedestrian bystander "
    "community communities minority minorities population neighbourhood neighborhood"
)
# Those of them who gather and go into the street; herders who fight, or a man, may be armed.
_IN_CROWDS = _words(
    "civilian people woman women child children boy girl family families teacher student pupil doctor nurse medic "
    "worker farmer peasant miner fan citizen pilgrim worshipper passenger shopper shopkeeper trader driver refugee "
    "migrant activist prisoner detainee"
)
# Where people without arms are: to attack there is to attack them.
_GATHERINGS = _words(
    "house home building shop market school mosque church clinic "
    "hospital hotel restaurant cafe bar nightclub university college concert festival mall bakery wedding funeral "
    "business bus ambulance airport"
)
_OWNED = _words("car vehicle truck property belonging field crop tent office home village neighborhood neighbourhood")
_BEARING = frozenset({"armed", "masked", "hooded", "uniformed"})  # "armed men"
_TABLE: tuple[tuple[Party, frozenset[str]], ...] = (
    ("protesters", _PROTESTERS), ("armed", _ARMED), ("crowd", _CROWD), ("unarmed", _UNARMED | _GATHERINGS),
)  # fmt: skip
_ACTORS: dict[str, Party] = {
    **dict.fromkeys(_ARMED_KINDS, "armed"),
    **dict.fromkeys(_UNARMED_KINDS, "unarmed"),
}


def party(role: Role) -> Party | None:
    """What a role's filler is; ``None`` where neither its actor nor its words tell. Words of protest go before all."""
    of_them = role.ref is not None and role.evidence.quote.casefold().endswith(" of them")
    told = _told(role.ref if of_them and role.ref else role.evidence.quote)
    if told in {"protesters", "crowd"}:
        return told
    if role.actor is not None and role.actor.kind in _ACTORS:
        return told if told == "armed" else _ACTORS[role.actor.kind]
    return told


def parties(roles: Iterable[Role]) -> set[Party]:
    """What the fillers of some roles are, as far as they tell."""
    return {found for role in roles if (found := party(role)) is not None}


def is_post(role: Role, harmed: Set[Party] = frozenset()) -> bool:
    """Whether a role's filler is a thing that only an armed side has.

    A camp of people who fled, or who dig for gold, is none; nor is a camp of nobody told in which only people without
    arms are ``harmed``.
    """
    posts = (nouns := _nouns(role.evidence.quote)) & _POSTS
    only_people = bool(harmed) and harmed <= _NO_ARMS and not nouns & (_ARMED | _DRILL)
    return bool(posts) and not _of_people(role) and not (posts <= _CAMPS and only_people)


def _of_people(role: Role) -> bool:
    """Whether a filler is a camp of people without arms ("a camp for displaced people", "the miners' camp")."""
    said = set(_WORD.findall(role.evidence.quote.lower()))
    return bool(_nouns(role.evidence.quote) & _CAMPS and said & _IN_CAMPS) and not said & (_ARMED | _DRILL)


def is_people(role: Role) -> bool:
    """Whether a role's filler is people without arms, and nothing that they own or where they are."""
    nouns = _nouns(role.evidence.quote)
    return party(role) == "unarmed" and bool(nouns & _UNARMED) and not nouns & (_GATHERINGS | _OWNED)


def is_crowd(role: Role) -> bool:
    """Whether a role's filler is people without arms of the kind that goes into the street, and nobody who leads them
    or is armed."""
    nouns = _nouns(role.evidence.quote)
    return is_people(role) and bool(nouns & _IN_CROWDS) and not nouns & _ARMED


def is_gathering(role: Role) -> bool:
    """Whether a role's filler is a place where people without arms are."""
    return bool(_nouns(role.evidence.quote) & _GATHERINGS) or _of_people(role)


def _told(quote: str) -> Party | None:
    """The class of the last telling noun of a phrase."""
    told: Party | None = None
    listed = _listed(quote)
    if _BEARING & set(listed):
        return "armed"
    for word in listed:
        told = next((name for name, words in _TABLE if word in words), told)
    return told


def _nouns(quote: str) -> set[str]:
    return set(_listed(quote))


def _listed(quote: str) -> list[str]:
    """The words of a phrase in order, up to what only says more about it; a gloss within it says nothing of it."""
    told = _GLOSS.sub(" ", _ABOUT.sub("", quote.lower()))
    return _WORD.findall(_STOP.split(told, maxsplit=1)[0])
