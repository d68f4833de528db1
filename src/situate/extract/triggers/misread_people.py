"""Triggers whose type follows from people: who leaves for the street, a prison or the grave, who is searched for."""

from __future__ import annotations

from dataclasses import replace

from situate.extract.tree.relations import cases_of, children, governor_of, has_word
from situate.extract.tree.slots import trigger_head
from situate.extract.tree.words import word_list
from situate.model.sentence import Labelled, Sentence, Token
from situate.ontology import BLOWS

_MOVING = frozenset({"transfer", "move", "take", "send", "bring", "return", "drive", "escort"})
_PRISONS = frozenset({"prison", "jail", "custody", "cell", "dungeon", "gaol", "lockup", "detention"})
_FIGHTERS = frozenset(
    {
        "fighter", "soldier", "man", "member", "troop", "militant", "civilian", "people", "policeman", "officer",
        "guard", "rebel", "gunman", "militiaman", "commander", "comrade", "recruit",
    }
)  # fmt: skip
_SEARCHING = frozenset({"police", "policeman", "arrest", "detain", "search", "confiscate", "prosecutor", "agent"})
_FLYING = frozenset(
    {
        "air", "aerial", "plane", "warplane", "jet", "aircraft", "helicopter", "drone", "bomb", "bombing", "missile",
        "airstrike", "coalition",
    }
)  # fmt: skip
_TAKING = frozenset({"take", "seize", "gain", "regain", "wrest", "assume", "retake", "win"})
_NEAR = 4  # words from a verb to its object
_DISASTERS = frozenset(
    {
        "earthquake", "quake", "flood", "flooding", "landslide", "mudslide", "avalanche", "hurricane", "cyclone",
        "storm", "typhoon", "tornado", "tsunami", "stampede", "drought", "wildfire", "eruption", "pandemic", "epidemic",
        "coronavirus", "covid-19", "covid", "wind", "gale", "sandstorm", "blizzard", "lightning", "locust", "pest",
        "frost", "hail", "blight", "heatwave", "monsoon",
    }
)  # fmt: skip
_DISEASES = frozenset({
    "covid", "covid-19", "coronavirus", "virus", "infection", "pandemic", "epidemic", "cholera", "malaria",
    "measles", "influenza", "flu", "ebola", "diphtheria", "typhus", "typhoid", "meningitis", "dengue",
})  # fmt: skip
_ACCIDENTS = frozenset({"crash", "accident", "collision", "derailment", "pile-up", "pileup", "capsizing", "shipwreck"})
_GOING_WRONG = frozenset({"derail", "capsize", "overturn", "collide"})
_BEASTS = frozenset({"crocodile", "hippo", "hippopotamus", "hyena", "leopard", "snake", "bee", "jackal", "boar"})
_MASTERS = frozenset({"police", "army", "guard", "soldier"})
_DYING = frozenset({"death", "die", "dead", "toll", "fatality", "claim"})
_MEANWHILE = frozenset({"during", "amid", "since", "despite", "before", "throughout", "after"})
_HOSPITALS = frozenset({"hospital", "clinic", "surgery"})
_ROOMS = frozenset(
    {
        "room", "house", "home", "office", "shop", "apartment", "flat", "building", "store", "warehouse", "church",
        "mosque", "dormitory", "car", "school", "residence", "compound", "cell",
    }
)  # fmt: skip


def took_to_the_streets(sentence: Sentence, trigger: Labelled) -> Labelled:
    """Who takes to the streets protests, and leaves no home ("thousands took to the streets of the capital")."""
    head = trigger_head(sentence, trigger)
    if trigger.label not in {"displace", "advance", "deploy", "assault"} or head is None or head.lemma != "take":
        return trigger
    return replace(trigger, label="protest") if _governs(sentence, head, {"street"}, "to") else trigger


def jailed(sentence: Sentence, trigger: Labelled) -> Labelled:
    """Who is transferred to a prison is not released."""
    head = trigger_head(sentence, trigger)
    if trigger.label != "release" or head is None or head.lemma not in _MOVING:
        return trigger
    into = any(_governs(sentence, head, _PRISONS, case, near=True) for case in ("to", "into"))
    return replace(trigger, label="detain") if into else trigger


def lost(sentence: Sentence, trigger: Labelled) -> Labelled:
    """Who loses fighters loses no place ("the group lost 13 of its fighters")."""
    head = trigger_head(sentence, trigger)
    if trigger.label != "capture" or head is None or head.lemma != "lose":
        return trigger
    things = children(sentence, head.index, "obj")
    things += [t for thing in things for t in children(sentence, thing.index, "nmod") if thing.upos == "NUM"]
    return replace(trigger, label="kill") if any(t.lemma.lower() in _FIGHTERS for t in things) else trigger


def searched(sentence: Sentence, trigger: Labelled) -> Labelled:
    """A raid of those who search and arrest is none from the air, where the sentence names nothing that flies."""
    head = trigger_head(sentence, trigger)
    if trigger.label != "airstrike" or head is None or head.lemma.lower() != "raid":
        return trigger
    told = {t.lemma.lower() for t in sentence.tokens}
    return replace(trigger, label="assault") if told & _SEARCHING and not told & _FLYING else trigger


def taken(sentence: Sentence, trigger: Labelled) -> Labelled:
    """Who takes full control of a place captures it, and does not only hold it."""
    head = trigger_head(sentence, trigger)
    if trigger.label != "control" or head is None or head.lemma.lower() != "control" or head.deprel != "obj":
        return trigger
    verb = sentence.tokens[head.head]
    told = verb.lemma in _TAKING and 0 < head.index - verb.index <= _NEAR
    return replace(trigger, start=verb.start, label="capture") if told else trigger


def by_nature(sentence: Sentence, trigger: Labelled) -> bool:
    """Whether people die by an earthquake, a disease or another accident, which is no harm that anybody does."""
    head = trigger_head(sentence, trigger)
    if head is None or (trigger.label not in {"kill", "destroy", "displace"} | BLOWS and head.lemma != "lose"):
        return False
    doers = [*children(sentence, head.index, "nsubj", "obl:agent"), *_doers_above(sentence, head)]
    doers += [n for t in doers for n in children(sentence, t.index, "compound")]  # "Cyclone Nargis"
    if any(t.lemma.lower() in _DISASTERS | _DISEASES for t in doers):
        return True
    if _by_animals(sentence, trigger, doers) or (trigger.label == "kill" and _by_accident(sentence, head, doers)):
        return True
    if trigger.label in BLOWS - {"kill", "destroy"}:
        return False  # "attacked the camp in the storm"
    beside = children(sentence, head.index, "obl", "nmod", "compound")
    causes = [t for t in beside if not (head.lemma.lower() not in _DYING and _only_when(sentence, t))]
    return any(t.lemma.lower() in _DISASTERS | _DISEASES for t in causes) or _of_disease(sentence, trigger, head)


def _by_animals(sentence: Sentence, trigger: Labelled, doers: list[Token]) -> bool:
    """ "A lion killed a herder", "wild dogs attacked children"; dogs of the police are theirs."""
    if trigger.label not in {"kill", "assault", "abuse"} or not doers:
        return False
    led = any(c.lemma.lower() in _MASTERS for t in doers for c in children(sentence, t.index, "compound", "nmod:poss"))
    return not led and all(t.lemma.lower() in word_list("animals") | _BEASTS for t in doers)


def _by_accident(sentence: Sentence, head: Token, doers: list[Token]) -> bool:
    """ "Killed in a car accident", "a crash killed 17", "killed when a boat capsized", "died of natural causes".

    Only where the sentence has no blow beside it.
    """
    if any(t.label in BLOWS - {"kill"} for t in sentence.triggers):
        return False
    beside = children(sentence, head.index, "obl", "nmod")
    if any(t.lemma == "cause" and has_word(sentence, t, {"natural"}, "amod") for t in beside):
        return True
    causes = [*doers, *(t for t in beside if not {"in", "by", "from"}.isdisjoint(cases_of(sentence, t)))]
    if any(t.lemma.lower() in _ACCIDENTS for t in causes):
        return True
    clauses = [t for t in children(sentence, head.index, "advcl") if has_word(sentence, t, {"when", "as", "after"})]
    above = governor_of(sentence, head, "advcl")
    verbs = [*clauses, *([above] if above is not None and head.text.lower().endswith("ing") else [])]
    return any(t.lemma in _GOING_WRONG for t in verbs)


def _only_when(sentence: Sentence, noun: Token) -> bool:
    """ "Police killed two people during the pandemic": when it was, and not by what."""
    return noun.lemma.lower() in _DISEASES and not _MEANWHILE.isdisjoint(cases_of(sentence, noun))


def _doers_above(sentence: Sentence, head: Token) -> list[Token]:
    """Who does what a clause tells that names nobody: "a quake that levelled it", "a storm hit the coast, killing"."""
    own = children(sentence, head.index, "nsubj")
    if head.head >= 0 and head.text.lower() == "dead" and sentence.tokens[head.head].lemma == "leave":
        return children(sentence, head.head, "nsubj")  # "the storm left 20 dead"
    if head.head < 0 or head.upos != "VERB":
        return []
    if head.deprel == "acl:relcl":
        return [sentence.tokens[head.head]] if all(t.upos == "PRON" for t in own) and own else []
    return children(sentence, head.head, "nsubj") if head.deprel in {"advcl", "conj"} and not own else []


def _of_disease(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """Whether deaths are told beside a disease and beside no blow ("as infections rose, deaths climbed past 3,000")."""
    if trigger.label != "kill" or head.lemma.lower() not in _DYING or any(t.label in BLOWS for t in sentence.triggers):
        return False
    return not sentence.lemmas.isdisjoint(_DISEASES)


def cured(sentence: Sentence, trigger: Labelled) -> bool:
    """Whether a release is read where a patient leaves a hospital ("was treated at a hospital and released")."""
    head = trigger_head(sentence, trigger)
    if trigger.label != "release" or head is None or head.upos != "VERB":
        return False
    before = governor_of(sentence, head, "conj") or head
    treated = before.lemma == "treat" or any(t.lemma == "treat" for t in children(sentence, head.index, "conj"))
    return treated or _governs(sentence, head, _HOSPITALS, "from")


def broken_into(sentence: Sentence, trigger: Labelled) -> bool:
    """Whether a siege is read as broken where somebody breaks into a room or a house."""
    head = trigger_head(sentence, trigger)
    told = trigger.label == "siege_end" and head is not None and head.lemma == "break"
    return told and head is not None and _governs(sentence, head, _ROOMS, "into")


def _governs(
    sentence: Sentence, verb: Token, nouns: frozenset[str] | set[str], case: str, *, near: bool = False
) -> bool:
    """Whether a verb governs one of some nouns by a preposition; ``near``: or one that is joined to that."""
    for noun in children(sentence, verb.index, "obl", "nmod"):
        if case not in cases_of(sentence, noun):
            continue
        joined = [noun, *(children(sentence, noun.index, "conj") if near else ())]
        joined += [c for t in tuple(joined) for c in children(sentence, t.index, "compound", "nmod")] if near else []
        if any(t.lemma.lower() in nouns for t in joined):
            return True
    return False
