"""What common words of a phrase say by themselves, whatever state is told of: people, foes, forces, nobody."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from situate.resolve.who.lexicon import lexicon

# Peoples without a state of their name, by the land where most of them live.
LAND_OF_PEOPLE = {
    "palestinian": "PS", "gazan": "PS", "chechen": "RU", "ingush": "RU", "tibetan": "CN", "uyghur": "CN",
    "uighur": "CN", "rohingya": "MM", "karen": "MM", "tigrayan": "ET", "oromo": "ET", "darfuri": "SD",
    "catalan": "ES", "crimean": "UA",
}  # fmt: skip
# Common words that are the name of one side in some wars, by the class that says in which (``words.yaml``).
_NAMES_OF_A_TIME = {
    "mujahideen": frozenset({"mujahideen", "mujahedin", "mujahidin", "mujahedeen", "mujaheddin"}),
    "paramilitaries": frozenset({"paramilitaries", "paramilitary"}),
}
_PARTS_OF_LANDS = frozenset(
    {"municipal", "provincial", "regional", "departmental", "district", "county", "city", "town", "village"}
)
COURTS = frozenset({"court", "courts", "prosecutors", "prosecution", "judiciary"})  # "a Swedish court"
# "Russian assault groups", "Ukrainian reconnaissance units": soldiers, in whatever formation.
_DETACHMENTS = frozenset(
    {"group", "groups", "unit", "units", "team", "teams", "detachment", "detachments", "column", "columns"}
)
_AT_WAR = frozenset({
    "assault", "storm", "combat", "reconnaissance", "sabotage", "infantry", "tank", "armored", "armoured", "mechanised",
    "mechanized", "motorised", "motorized", "airborne", "artillery",
})  # fmt: skip
_BASES = frozenset({"base", "bases", "airbase", "airbases", "barracks", "garrison", "garrisons", "post", "posts"})
_FOR_ARMS = frozenset({"weapons", "weapon", "ammunition", "arms", "munitions", "ammo", "missile", "rocket"})
_NUMBER = re.compile(r"\d{1,3}(?:st|nd|rd|th)?")
_OTHERS_NUMBER = frozenset({"SY", "LY"})  # lands where rebels and militias number their units too
_THEIRS = frozenset({"their", "its", "our", "my", "your", "his", "her"})
_NEWS = frozenset({"news", "press", "media", "information", "broadcasting", "television", "radio", "telegraph"})
MEN = frozenset({"commander", "commanders", "commanding", "general", "colonel"})
# "A coalition of Islamist fighters" is theirs, not that of the states that fight them ("coalition against jihadists").
_FOES = frozenset({
    "islamist", "islamists", "jihadist", "jihadists", "jihadi", "jihadis", "extremist", "extremists", "militant",
    "militants",
})  # fmt: skip
_AGAINST = frozenset({"anti", "against", "fighting", "battling", "bombing", "led"})


def named_in_a_war(plain: Sequence[str], state: str | None, date: str | None) -> str | None:
    """The id of the side whose name a common word for fighters is in a state at a date."""
    name = next((name for name, words in _NAMES_OF_A_TIME.items() if plain[-1] in words), None)
    return lexicon().meant(name, state, date) if name is not None and date is not None else None


def are_foes(plain: Sequence[str]) -> bool:
    """Whether words are of those whom a coalition of states fights, and not of who fights them."""
    foes = not _FOES.isdisjoint(plain) or lexicon().have(plain, "rebel")
    return foes and not _AGAINST & set(plain)


def kurds_meant(plain: list[str]) -> str:
    """The class of the Kurds that words name: their fighters, or those who govern them ("Kurdish officials")."""
    rule = lexicon().is_any(("government", "office"), plain[-1]) and plain[-1] not in MEN
    return "ruling_kurds" if rule else "kurds"


def of_people(plain: list[str]) -> bool:
    """Whether the phrase is about people who fight for nobody: "anti-government demonstrators"."""
    if "family" in plain and plain[-1] in {"member", "members"}:
        return True
    has = functools.partial(lexicon().have, plain)
    stance = bool({"pro", "anti"} & set(plain))
    return lexicon().is_("people", plain[-1]) and not has("member") and (stance or not has("rebel"))


def is_command(plain: Sequence[str]) -> bool:
    """Whether the words are those for the head of a state's forces: "the general command", "the joint command"."""
    words = [word for word in plain if word != "the"]
    return words[-1:] == ["command"] and lexicon().of_command.issuperset(words[:-1])


def of_forces(plain: Sequence[str]) -> bool:
    """Whether what a state has is its forces': their command, a base or a post, lines, a depot or a camp of arms."""
    kept = lexicon().is_("ground", plain[-1]) and not _FOR_ARMS.isdisjoint(plain)
    lines = lexicon().is_("of_side", plain[-1]) and not lexicon().have(plain, "government")
    return kept or lines or plain[-1] in _BASES or is_command(plain)


def is_detachment(plain: Sequence[str]) -> bool:
    """Whether words behind a state's name are those for soldiers in some formation: "assault groups"."""
    return plain[-1] in _DETACHMENTS and not _AT_WAR.isdisjoint(plain[:-1])


_AIRCRAFT = re.compile(
    r"(?:.* )?(?:(?:[abfc]|ac|fa|su|tu|il|mi|an|[auo]h|[mr]q|tb|ch|mig) ?\d{1,3} ?s?|migs?|mirages?|tornado(?:e?s)?)"
)


def is_aircraft(plain: Sequence[str]) -> bool:
    """Whether words behind a state's name are a type of its aircraft: "Danish F-16s"."""
    return _AIRCRAFT.fullmatch(" ".join(plain[-3:])) is not None


def is_numbered(plain: Sequence[str], state: str) -> bool:
    """Whether words behind a state's name are those for a unit of its army: "Ostria's 92nd Brigade"."""
    numbered = any(_NUMBER.fullmatch(word) for word in plain[:-1])
    return numbered and plain[-1] in lexicon().units and state not in _OTHERS_NUMBER


def anybodys(plain: list[str]) -> bool:
    """Whether words for a state's body are not those of the state that is told of.

    "Their army" is that of whoever they are, "a court" any, "military pressure" nobody.
    """
    if plain[0] in _THEIRS or (plain[0] in {"a", "an"} and plain[-1] in COURTS):
        return True
    own = lexicon().have(plain, "government") or bool(forces_meant(plain))
    return own and not lexicon().ordinary(plain[-1])


def why_nobody(plain: list[str]) -> str:
    """Why common words alone name nobody."""
    is_, last = lexicon().is_, plain[-1]
    if is_("anonymous", last):
        return "anonymous"
    return "not_an_actor" if is_("thing", last) else "description"


def of_the_press(plain: Sequence[str]) -> bool:
    """Whether words with "state" are for its media: "a state-owned agency" is any, "the state news agency" one."""
    return plain[-1] not in {"agency", "agencies", "company", "service"} or not _NEWS.isdisjoint(plain)


def of_one_state(plain: list[str]) -> bool:
    """Whether "government" and the like are one, not several or a foreign one."""
    if _PARTS_OF_LANDS & set(plain):
        return False
    if {"ally", "backers", "governments", "shadow", "parallel", "rival", "exile", "exiled"} & set(plain):
        return False
    return not {"some", "foreign", "western", "state", "his", "her"} & set(plain) or "regime" in plain


def forces_meant(plain: list[str]) -> str:
    """The part of a state that bare words mean: "the army" is one, "troops" and "forces" may be anybody's."""
    words, lex, last = set(plain), lexicon(), plain[-1]
    theirs = lex.is_("of_side", last) or (lex.is_("ground", last) and "army" in words)
    if lex.is_("thing", last) and not theirs:
        return ""  # "a military base"
    unit = last in lex.units or (last in lex.men and lex.units & words)
    if unit and lex.arms & words:
        return "military"  # "the infantry brigade", "infantry brigade troops"
    if "air" in words and words & {"force", "forces"}:
        return "air_force"
    if "navy" in words:
        return "navy"
    return (
        "military"
        if words & {"army", "armys", "military"} or ("forces" in words and words & {"armed", "security"})
        else ""
    )
