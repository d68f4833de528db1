"""Whose weapons did it: "killed by regime bombs", "rebel rockets hit the school". The side before the weapon did it.

Only of weapons that do it themselves (after "by", or as the subject): who fires "Russian rockets" may be anybody.
"""

from __future__ import annotations

from collections.abc import Sequence

from situate.extract.roles.frames import Filler, in_order
from situate.extract.tree.relations import cases_of, children
from situate.model.sentence import Sentence, Token

_HARM = frozenset({"kill", "destroy", "airstrike", "shelling", "explosion", "chemical_attack", "assault"})
_SIDES = frozenset({
    "regime", "government", "army", "military", "rebel", "insurgent", "opposition", "coalition", "militia", "jihadist",
    "militant", "separatist", "guerrilla", "state", "enemy", "mujahideen", "mujahedin", "mujahidin", "paramilitary",
})  # fmt: skip
_MEANS = frozenset({
    "artillery", "bomb", "drone", "grenade", "gun", "ied", "landmine", "mine", "missile", "mortar", "rocket", "sniper",
    "tank",
})  # fmt: skip
_PEOPLES = frozenset({"Serb", "Croat", "Muslim", "Albanian", "Cypriot", "Kurdish"})  # behind the adjective of a land
_UNDER = frozenset({"fire", "attack", "come", "shelling", "bombardment"})
_OF_MAKE = "-‑–"  # "Iranian-made", "Soviet-era"


def with_weapons_owner(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a claim of harm that has no doer, with the side whose weapon did it."""
    if kind not in _HARM or any(f.role == "actor" for f in fillers):
        return list(fillers)
    for weapon in (f for f in fillers if f.role == "instrument"):
        tokens = sentence.within(weapon.start, weapon.end)
        owner = _owner(sentence, tokens) if tokens and _does_it(sentence, head, tokens) else None
        if owner is not None:
            return [*fillers, Filler("actor", *owner)]
    return list(fillers)


def named_by_its_means(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a blow that is named by its means, with that: "a drone strike", "rocket attacks"."""
    if kind not in _HARM or head.upos != "NOUN" or any(f.role == "instrument" for f in fillers):
        return list(fillers)
    means = [t for t in children(sentence, head.index, "compound") if t.lemma.lower() in _MEANS]
    made = [Filler("instrument", t.start, t.end, t.index) for t in means[:1]]
    return in_order(*fillers, *made)


def _does_it(sentence: Sentence, head: Token, tokens: Sequence[Token]) -> bool:
    """Whether the weapon is the subject of what was done, itself tells it, or stands after "by" or "fire from"."""
    inside = {t.index for t in tokens}
    top = next((t for t in tokens if t.head not in inside), tokens[-1])
    cases = cases_of(sentence, top)
    above = sentence.tokens[top.head].lemma if top.head >= 0 else ""
    by = "by" in cases or ("from" in cases and above in _UNDER)
    return by or (top.deprel == "nsubj" and head.index in {top.head, top.index})


def _owner(sentence: Sentence, tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Where the words for a side stand before those for the weapon: "regime", "Israeli", "Saudi-led coalition"."""
    words = [t for t in tokens[:-1] if t.upos not in {"DET", "NUM"}]
    if not words:
        return None
    first, *others = words
    side = next((t for t in (first, *others[:3]) if t.text.casefold() in _SIDES and t.deprel == "compound"), None)
    if side is not None:
        return first.start, side.end
    following = next((t for t in sentence.tokens if t.start >= first.end), None)
    made = following is not None and following.start == first.end and following.text[:1] in _OF_MAKE
    national = first.upos == "ADJ" and first.text[:1].isupper() and not any(c in first.text for c in _OF_MAKE)
    if not national or made:
        return None
    people = next((t for t in others[:1] if t.text in _PEOPLES and t.start == first.end + 1), first)
    return first.start, people.end  # "Bosnian Serb mortars"
