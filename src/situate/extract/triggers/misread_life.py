"""Triggers of everyday life that the model reads as war: fires that are fought, cars that crash, stolen purses.

Reports of a war are read beside all other news; what firefighters, motorists, thieves and travellers do harms nobody
in a conflict.
"""

from __future__ import annotations

from situate.extract.tree.phrases import is_named_place
from situate.extract.tree.relations import children, governor_of, has_lemma, objects_of
from situate.extract.tree.slots import trigger_head, trigger_tokens
from situate.model.sentence import Labelled, Sentence, Token
from situate.ontology import BLOWS

_FLAMES = frozenset({"fire", "flame", "blaze", "wildfire", "bushfire", "inferno"})
_DAMAGING = _FLAMES | {"smoke", "water", "heat"}
_ARMS = frozenset({"artillery", "mortar", "rocket", "tank", "machine", "gun", "sniper", "shell"})  # that fire
_FIREFIGHTERS = frozenset({"firefighter", "fireman", "firewoman"})
# Words by which a fire is one that somebody's weapon, or somebody, made.
_MADE = frozenset(
    {
        "shell", "shelling", "rocket", "missile", "bomb", "bombing", "bombardment", "airstrike", "strike", "raid",
        "explosion", "explosive", "grenade", "mortar", "drone", "arson", "arsonist", "torch", "set", "attack",
        "attacker", "rebel", "militant", "soldier", "troop", "army", "militia", "gunman", "mob", "rioter", "protester",
        "clash", "fighting", "war", "open", "opened", "heavy", "under", "sniper", "machine", "gun",
    }
)  # fmt: skip
_CRASHES = frozenset({"crash", "collision", "collide", "wreck"})
_THEFTS = frozenset({"robbery", "rob", "burglary", "burgle", "theft", "mugging", "shoplift", "shoplifting", "steal"})
_TRAVELLING = frozenset({"leave", "move", "travel", "arrive", "depart", "fly", "go", "march", "walk", "head"})
_CIVIL = frozenset({
    "president", "minister", "premier", "envoy", "ambassador", "diplomat", "delegation", "mediator", "negotiator",
    "candidate", "journalist", "reporter", "correspondent", "tourist", "company", "firm", "secretary", "bishop", "pope",
})  # fmt: skip
_PLAYING = frozenset({"simulate", "rehearse", "re-enact", "reenact", "practise", "practice", "mimic"})
_DISEASES = frozenset({
    "disease", "outbreak", "epidemic", "pandemic", "cholera", "measles", "malaria", "ebola", "virus", "infection",
    "cancer", "polio", "corruption", "poverty", "inflation", "unemployment", "drought",
})  # fmt: skip
_MAIL = frozenset({"letter", "question", "call", "email", "message", "request", "complaint", "propaganda", "leaflet"})
_WINNING = frozenset({"beat", "beaten", "defeat", "thrash", "rout"})
_GAMES = frozenset(
    {"football", "soccer", "basketball", "hockey", "volleyball", "handball", "cricket", "rugby", "chess"}
)
_OUTDOING = _WINNING | {"crush", "trounce", "edge", "overcome", "outplay"}
_ENDING = _OUTDOING | {"lose", "win", "draw"}
_PLAYED = frozenset({"capture", "assault", "clash", "restrict", "abuse", "repel"})
_GOALS = 4  # digits of a score
_HARM = BLOWS | {"destroy"}


def everyday(sentence: Sentence, trigger: Labelled) -> bool:
    """Whether a trigger tells a fire, a crash, a theft or a journey, and nothing of a conflict."""
    head = trigger_head(sentence, trigger)
    if head is None:
        return False
    return (
        fire(sentence, trigger, head)
        or (
            trigger.label in BLOWS
            and head.lemma.lower() in _CRASHES
            and not has_lemma(sentence, head, {"drone"}, "nsubj")
        )
        or (trigger.label in {"abduct", "capture"} and head.lemma.lower() in _THEFTS)
        or journey(sentence, trigger, head)
        or match_played(sentence, trigger, head)
        or (trigger.label in BLOWS | {"repel"} and unbloody(sentence, head))
    )


def unbloody(sentence: Sentence, head: Token) -> bool:
    """ "Doctors fight cholera", "simulated an attack", "the football team was beaten", "bombarded with letters"."""
    above = governor_of(sentence, head, "obj", "nsubj:pass")
    if above is not None and above.lemma in _PLAYING:
        return True
    if head.upos != "VERB" and head.lemma != "beaten":
        return False
    if has_lemma(sentence, head, _DISEASES, "obj", "obl") or has_lemma(sentence, head, {"flood", "flooding"}, "obj"):
        return True
    if head.lemma == "bombard":
        return has_lemma(sentence, head, _MAIL, "obl")
    sides = children(sentence, head.index, "nsubj:pass", "nsubj", "obj") if head.lemma in _WINNING else []
    games = (t for side in sides for t in children(sentence, side.index, "compound", "amod"))
    return any(t.lemma.lower() in _GAMES for t in games)


def match_played(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Ostria defeated Quarat in the capital", "lost to Quarat", "beat them 2-1": teams are named as their lands are.

    Who is beaten in a war is a side; a land as a whole is taken by no such word.
    """
    if trigger.label not in _PLAYED or head.upos not in {"VERB", "NOUN"}:
        return False
    if _score(sentence) and not sentence.lemmas.isdisjoint(_ENDING):
        return True
    if head.lemma == "lose" and children(sentence, head.index, "nsubj") and not children(sentence, head.index, "obj"):
        return trigger.label == "capture" and not has_lemma(sentence, head, {"control"}, "obl")
    losers = objects_of(sentence, head) if head.lemma in _OUTDOING and head.upos == "VERB" else []
    return bool(losers) and all(t.upos == "PROPN" and is_named_place(sentence, t) for t in losers)


def _score(sentence: Sentence) -> bool:
    """Whether a sentence tells how a match ended ("2-1"), by small numbers with a dash and no word between them."""
    triples = zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False)
    return any(
        a.text.isdecimal() and c.text.isdecimal() and len(a.text) + len(c.text) <= _GOALS and b.text in {"-", "–"}
        and a.end == b.start and b.end == c.start
        for a, b, c in triples
    )  # fmt: skip


def fire(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Fighting the fire", "an attack on the flames", "a fire destroyed the house": where nobody is told to set it.

    Firing is told by words of arms or of those who fire ("heavy fire", "opened fire").
    """
    if trigger.label not in _HARM or _set_by_somebody(sentence):
        return False
    words = {t.lemma.lower() for t in trigger_tokens(sentence, trigger)}
    if words & _FLAMES and not words & _ARMS:
        return _burns(sentence, head) or not sentence.lemmas.isdisjoint(_FIREFIGHTERS)
    beside = children(sentence, head.index, "obj", "obl", "nmod", "nsubj:pass")
    if trigger.label in {"clash", "assault"}:
        if head.lemma in {"trade", "exchange"}:
            return False
        return any(t.lemma.lower() in _FLAMES for t in beside)
    return trigger.label == "destroy" and has_lemma(sentence, head, _DAMAGING, "nsubj", "obl:agent", "compound", "amod")


def _burns(sentence: Sentence, noun: Token) -> bool:
    """Whether a fire is what destroys, spreads or breaks out."""
    verb = governor_of(sentence, noun) or noun
    return noun.deprel in {"nsubj", "obl:agent", "compound"} and verb.lemma.lower() in {
        "destroy", "damage", "gut", "burn", "spread", "break", "start", "ravage", "consume", "sweep", "rage",
    }  # fmt: skip


def _set_by_somebody(sentence: Sentence) -> bool:
    said = [t for t in sentence.tokens if t.lemma.lower() in _MADE]
    # "an attack on the flames" is no attack that made them
    return any(not _on_flames(sentence, t) for t in said)


def _on_flames(sentence: Sentence, token: Token) -> bool:
    return has_lemma(sentence, token, _FLAMES, "nmod", "obl", "obj")


def journey(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Bustamante, who leaves for London", "people were able to move about": who travels is driven from no home."""
    pulls = trigger.label == "withdraw" and head.lemma in {"pull", "withdraw"} and not objects_of(sentence, head)
    going = head.lemma.lower() in _TRAVELLING or pulls
    if trigger.label not in {"displace", "withdraw"} or head.upos != "VERB" or not going:
        return False
    who = children(sentence, head.index, "nsubj") if trigger.label == "withdraw" else []
    if who and all(t.lemma.lower() in _CIVIL for t in who):
        return True  # "the envoy left for the capital"
    if head.lemma.lower() == "move" and any(
        t.text.lower() in {"about", "around"} for t in sentence.tokens[head.index + 1 : head.index + 2]
    ):
        return True
    doers = children(sentence, head.index, "nsubj")
    if head.deprel == "acl:relcl" and head.head >= 0 and all(t.text.lower() == "who" for t in doers):
        doers = [sentence.tokens[head.head]]
    return bool(doers) and all(_one_person(sentence, t) for t in doers)


def _one_person(sentence: Sentence, token: Token) -> bool:
    """Whether a subject is one named person, alone ("he" can be one of many who flee)."""
    named = token.upos == "PROPN" and any(s.start <= token.start < s.end and s.label == "PER" for s in sentence.names)
    return named and not children(sentence, token.index, "conj")
