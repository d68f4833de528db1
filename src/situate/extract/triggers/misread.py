"""Triggers that the model reads as another type than their words tell, or in words that tell none of this war."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from situate.extract.tree.phrases import kind_of
from situate.extract.tree.relations import (
    DONE_TO,
    cases_of,
    children,
    governor_of,
    has_lemma,
    has_particle,
    has_word,
    objects_of,
    subjects_of,
)
from situate.extract.tree.slots import trigger_head, trigger_tokens
from situate.extract.tree.words import RINGS, lexicon, word_list
from situate.extract.triggers.matters import of_no_force
from situate.extract.triggers.misread_custom import always_so
from situate.extract.triggers.misread_life import everyday
from situate.extract.triggers.misread_people import broken_into, by_nature, cured
from situate.extract.triggers.misread_phrases import no_harm
from situate.extract.triggers.misread_speech import only_spoken
from situate.extract.triggers.no_deed import no_deed
from situate.extract.triggers.no_speech import no_speech
from situate.model.sentence import Labelled, Sentence, Token
from situate.ontology import Ontology

_FLEEING = frozenset({"flight", "flee", "exodus"})
_LEADING_OUT = frozenset({
    "bus", "coach", "minibus", "lorry", "ship", "ferry", "convoy", "truck", "ambulance", "helicopter", "plane",
    "aircraft", "boat", "train", "deal", "agreement", "truce", "corridor", "evacuate", "evacuation", "allow", "let",
    "escort", "passage",
})  # fmt: skip
_BOMBARDING = frozenset({"bombard", "bombardment"})
_FIREFIGHTS = frozenset({"firefight", "gunfight", "gunbattle", "shootout", "crossfire"})
_SHOOTING = frozenset({"fire", "gunfire", "shot", "shelling"})
_BREAKING_OUT = frozenset({"fighting", "clash", "fight", "battle", "war", "fire", "violence", "unrest", "hostility"})
_BREAKING_DOWN = frozenset({"talk", "negotiation", "dialogue", "discussion"})
_SURROUNDING = frozenset({"surround", "encircle", "corner", "trap"})
_SOON = 10  # words after a noun in which the words for its war stand
_ANOTHER_WAR = re.compile(
    r"\b(?:in|of|during) the (?:(?:last|previous|earlier|colonial|great) war\b"
    r"|(?:\w+ ){0,3}(?:last|previous) century\b)"
    r"|\b(?:in|of|during) (?:the )?(?:first |second )?world war\b"
    r"|\b(?:in|from|of) the (?:times?|age|era|reign|days) of (?:\w+ ){0,2}"
    r"(?:(?:grand|fore)?(?:father|mother|parent)s?|ancestors?|kings?|emperors?|sultans?|empire|crusad\w+)\b"
    r"|\b(?:generations|centuries) ago\b"
)
_SHOTS = frozenset({"shelling", "explosion", "airstrike", "assault"})
_STAYING = frozenset({"stay", "remain"})
# Verbs by which a siege goes on, or begins, whatever was read.
GOING_ON = frozenset(
    {
        "tighten", "maintain", "keep", "continue", "resume", "strengthen", "renew", "enforce", "impose", "lay",
        "launch", "mount", "wage", "begin", "start", "reimpose", "endure", "survive", "suffer", "withstand", "face",
        "intensify",
    }
)  # fmt: skip
_SIEGES = RINGS | {"ring", "noose", "cordon", "stranglehold"}
_WORRIES = frozenset(
    {"fear", "concern", "worry", "alarm", "question", "doubt", "hope", "prospect", "spectre", "specter"}
)
_TRAFFIC = frozenset({"car", "traffic", "lorry", "bus", "taxi", "motorist", "commuter"})
_TELLINGS = frozenset({"report", "word", "news", "mention"})
_LAWS = frozenset({"siege", "emergency"})
_TAKING_BACK = frozenset({"withdraw", "retract", "take", "pull"})
_WORKING = frozenset({"service", "action", "use", "commission", "order", "operation"})
_GUARDING = frozenset({"guard", "patrol", "watch"})
_STEPS = 3
_DEPICTING = frozenset({"tell", "describe", "depict", "portray", "recount", "recreate", "chronicle", "relate"})


def fled(sentence: Sentence, trigger: Labelled) -> Labelled:
    """Who flees is driven out, and not taken out ("the flight of 200 people"); so is who leaves untaken."""
    head = trigger_head(sentence, trigger)
    if trigger.label != "evacuate" or head is None:
        return trigger
    people = head.lemma == "leave" and any(
        kind_of(sentence, t.index) == "people" for t in children(sentence, head.index, "nsubj")
    )
    led = not sentence.lemmas.isdisjoint(_LEADING_OUT)
    told = head.lemma.lower() in _FLEEING or (people and not led)
    return replace(trigger, label="displace") if told else trigger


def exchanged(sentence: Sentence, trigger: Labelled) -> Labelled:
    """Where fire is exchanged, both sides fight; who bombards fires from afar ("a firefight", "bombarded the town")."""
    words = {t.lemma.lower() for t in trigger_tokens(sentence, trigger)}
    if trigger.label == "handover":
        head = trigger_head(sentence, trigger)
        of = children(sentence, head.index, "nmod", "obj") if head is not None and head.lemma == "exchange" else []
        return replace(trigger, label="clash") if any(t.lemma.lower() in _SHOOTING for t in of) else trigger
    if trigger.label != "assault":
        return trigger
    if words & _BOMBARDING:
        return replace(trigger, label="shelling")
    both = words & _FIREFIGHTS or (words & {"exchange", "trade"} and words & {"fire", "gunfire"})
    return replace(trigger, label="clash") if both else trigger


def misread(sentence: Sentence, trigger: Labelled, ontology: Ontology) -> bool:
    """Whether a claim is read in words that tell none of this war."""
    head = trigger_head(sentence, trigger)
    if head is None:
        return False
    return (
        of_another_war(sentence, trigger)
        or decreed(sentence, trigger)
        or facility(sentence, trigger)
        or only_caught(sentence, trigger)
        or broken_out(sentence, trigger)
        or broken_into(sentence, trigger)
        or cured(sentence, trigger)
        or everyday(sentence, trigger)
        or by_nature(sentence, trigger)
        or of_no_force(sentence, trigger)
        or harmless(sentence, trigger, ontology)
        or depicted(sentence, head)
        or unheard(sentence, head)
        or felt(sentence, trigger, head)
        or stayed(trigger, head)
        or put_off(sentence, trigger, head)
        or displaced(sentence, trigger, head)
        or taken_otherwise(sentence, trigger, head)
        or taken_back(sentence, trigger, head, ontology.cues.speech_nouns)
        or kept_out(sentence, trigger, head)
        or goes_on(sentence, trigger, head)
        or in_traffic(sentence, trigger, head)
        or by_force(sentence, trigger, head)
        or no_deed(sentence, trigger, head)
        or no_harm(sentence, trigger, head)
        or always_so(sentence, trigger, head)
        or only_spoken(sentence, trigger, head)
        or no_speech(sentence, trigger, head)
    )


def goes_on(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """Who tightens a siege, or imposes one, does not end it; nor does a siege that raises fears."""
    if trigger.label != "siege_end":
        return False
    of = {t.lemma.lower() for t in objects_of(sentence, head)}
    goes = of or {t.lemma.lower() for t in children(sentence, head.index, "nsubj")}  # "the siege resumed"
    return bool(of & _WORRIES) or (head.lemma in GOING_ON and bool(goes & _SIEGES))


def in_traffic(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """Where cars move again, nobody advances."""
    return trigger.label == "advance" and has_lemma(sentence, head, _TRAFFIC, "nsubj")


def by_force(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Took the town by force": how something is done restricts nobody."""
    return trigger.label == "restrict" and head.lemma.lower() == "force" and has_word(sentence, head, {"by"}, "case")


def of_another_war(sentence: Sentence, trigger: Labelled) -> bool:
    """Whether a noun is one of an earlier war ("the siege of the town in the last war", "… of the last century")."""
    head = trigger_head(sentence, trigger)
    if head is None or head.upos not in {"NOUN", "PROPN"}:
        return False
    after = " ".join(t.text.lower() for t in sentence.tokens[head.index + 1 : head.index + 1 + _SOON])
    return _ANOTHER_WAR.search(after) is not None


def decreed(sentence: Sentence, trigger: Labelled) -> bool:
    """Whether a siege is none but a law ("declared a state of siege in two provinces", "lifted the state of siege")."""
    head = trigger_head(sentence, trigger)
    if trigger.label not in {"besiege", "siege_end"} or head is None:
        return False
    lifted = [*children(sentence, head.index, *DONE_TO, "nsubj", "nmod"), head] if trigger.label == "siege_end" else []
    states = [t for t in lifted if t.lemma.lower() == "state"]
    if any(c.lemma.lower() in _LAWS for t in states for c in children(sentence, t.index, "nmod")):
        return True
    before = [t.text.lower() for t in sentence.tokens[max(0, head.index - 2) : head.index]]
    return head.lemma.lower() == "siege" and before in (["state", "of"], ["states", "of"])


def facility(sentence: Sentence, trigger: Labelled) -> bool:
    """ "A holding facility", "a mounting base": what a thing is for, not who holds what."""
    head = trigger_head(sentence, trigger)
    if trigger.label != "control" or head is None or head.head <= head.index or not head.text.lower().endswith("ing"):
        return False
    return head.deprel in {"compound", "amod"} and sentence.tokens[head.head].upos == "NOUN"


def unheard(sentence: Sentence, head: Token) -> bool:
    """ "There were no immediate reports of casualties", "made no mention of any strikes": nobody says so."""
    above = governor_of(sentence, head, "nmod")
    told = above is not None and above.lemma.lower() in _TELLINGS
    return told and any(t.text.lower() == "no" for t in children(sentence, head.head, "det"))


def depicted(sentence: Sentence, head: Token) -> bool:
    """Whether a noun is what a film, a book or a museum is about ("a film about the siege of the town").

    Or what a street is "named after".
    """
    if head.upos not in {"NOUN", "PROPN"} or head.head < 0 or head.deprel not in {"nmod", "obl", "obj"}:
        return False
    above, cases = sentence.tokens[head.head], {*cases_of(sentence, head)}
    if "after" in cases and above.lemma in {"name", "rename", "call"}:
        return True
    if cases & {"about", "on", "of"} and above.lemma.lower() in word_list("works"):
        return True
    verb = (governor_of(sentence, above, "obj") or above) if above.lemma.lower() in {"story", "tale"} else above
    return verb.lemma in _DEPICTING and has_lemma(sentence, verb, word_list("works"), "nsubj")


def broken_out(sentence: Sentence, trigger: Labelled) -> bool:
    """Whether a siege is read as broken where fighting, or a fire, broke out, or talks broke down."""
    head = trigger_head(sentence, trigger)
    if trigger.label != "siege_end" or head is None or head.lemma != "break":
        return False
    out = has_particle(sentence, head, "out")
    breaking = {t.lemma.lower() for t in children(sentence, head.index, "nsubj")}
    return bool(breaking & _BREAKING_DOWN) or (out and bool(breaking & _BREAKING_OUT))


def harmless(sentence: Sentence, trigger: Labelled, ontology: Ontology) -> bool:
    """Whether smoke is read as a blow, or it or blood as a weapon in a sentence that names no gas, nothing toxic."""
    head = trigger_head(sentence, trigger)
    if head is None or head.lemma.lower() not in {"smoke", "blood"}:
        return False
    if trigger.label in _SHOTS:
        return head.lemma.lower() == "smoke"
    words = ontology.types["chemical_attack"].triggers
    listed = {*words.verbs, *words.nouns, *words.adjectives}
    return trigger.label == "chemical_attack" and sentence.lemmas.isdisjoint(listed)


def felt(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Tired of the fighting", "afraid of another siege": how people feel about a war tells nothing that happened."""
    if head.upos != "NOUN" or head.head < 0 or head.deprel not in {"obl", "nmod"}:
        return False
    governor = sentence.tokens[head.head]
    cases = {*cases_of(sentence, head)}
    if children(sentence, head.index, "nmod", "acl", "acl:relcl", "compound", "nmod:poss"):
        return False  # "of the fighting in the town": there is some
    return {governor.lemma.lower(), governor.text.lower()} & word_list("feeling") != set() and "of" in cases


def stayed(trigger: Labelled, head: Token) -> bool:
    """Who stays, or stays away, is not driven out; what is guarded is not cut off ("the bridge is guarded")."""
    lemma = head.lemma.lower()
    if trigger.label in {"displace", "evacuate"}:
        return lemma in _STAYING
    return trigger.label == "cut_route" and lemma in _GUARDING


def displaced(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "A camp for the displaced", "most of those displaced": people who fled some time, no flight told here.

    Nor is one told of "eight displaced people", who were killed.
    """
    if trigger.label == "displace" and head.deprel == "amod" and head.head >= 0 and _harmed(sentence, head):
        return True
    before = sentence.tokens[head.index - 1].text.lower() if head.index else ""
    after = sentence.tokens[head.index + 1].upos if head.index + 1 < len(sentence.tokens) else ""
    return (
        trigger.label in {"displace", "restrict"}
        and head.text.lower() == "displaced"
        and before in {"the", "those"}
        and after not in {"NOUN", "PROPN"}
    )


def _harmed(sentence: Sentence, which: Token) -> bool:
    """Whether people of whom a word says which they are are told to be dead or hurt."""
    people = sentence.tokens[which.head]
    verb = governor_of(sentence, people)
    if verb is None or people.deprel not in {"nsubj:pass", "nsubj", "obj"} or which.text.lower() != "displaced":
        return False
    return verb.lemma in lexicon()["harm"] and (people.deprel != "nsubj" or not children(sentence, verb.index, "obj"))


def put_off(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """What is put off, or runs out, is not destroyed ("the patrol was put off", "has run out of beds").

    What is "put out of service" is.
    """
    if trigger.label != "destroy" or head.lemma.lower() not in {"put", "run"}:
        return False
    following = [t.text.lower() for t in sentence.tokens[head.index + 1 : head.index + 4]]
    disabled = head.lemma.lower() == "put" and following[:2] == ["out", "of"] and following[-1] in _WORKING
    return following[:1] in (["off"], ["out"]) and not disabled


def taken_otherwise(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Photographs taken by satellite", "a video shot there", "their doors were taken": no town, and nobody."""
    taking = head.lemma.lower() in {"take", "capture", "shoot"}
    if trigger.label not in {"capture", "detain", "abduct", "evacuate", "kill", "assault"} or not taking:
        return False
    things = objects_of(sentence, head)
    relative = head.deprel == "acl" or (head.deprel == "acl:relcl" and not things)
    described = sentence.tokens[head.head] if relative and head.head >= 0 else None
    things += [described] if described is not None else []
    if described is not None and described.deprel == "nmod":  # "photographs of the town taken by satellite"
        things.append(sentence.tokens[described.head])
    return any(t.lemma.lower() in word_list("taken_otherwise") for t in things)


def taken_back(sentence: Sentence, trigger: Labelled, head: Token, words: Sequence[str]) -> bool:
    """ "Withdraws its report", "our report was wrong and is withdrawn": who takes back words leaves no place."""
    if trigger.label != "withdraw" or head.lemma not in _TAKING_BACK:  # who abandons his post does leave it
        return False
    return any(t.lemma.lower() in words for t in _about(sentence, head))


def kept_out(sentence: Sentence, trigger: Labelled, head: Token) -> bool:
    """ "Reporters were not allowed into the town": who only comes to look brings no aid."""
    if trigger.label != "deny_aid":
        return False
    verb = head if head.upos == "VERB" or head.head < 0 else sentence.tokens[head.head]
    had = verb is not head and verb.lemma == "have"  # "reporters have had no access"
    things = children(sentence, verb.index, "nsubj") if had else _about(sentence, verb)
    return bool(things) and all(t.lemma.lower() in word_list("onlookers") for t in things)


def _about(sentence: Sentence, verb: Token) -> list[Token]:
    """What is done to what: the object of a verb, or its passive subject, which can stand at a verb before it."""
    found = objects_of(sentence, verb)
    current = verb
    for _ in range(_STEPS):
        if found or current.deprel != "conj" or current.head < 0:
            break
        current = sentence.tokens[current.head]
        found = subjects_of(sentence, current)
    return found


def only_caught(sentence: Sentence, trigger: Labelled) -> bool:
    """Whether somebody, or a house, is surrounded, by police or a crowd or to be caught: that is no siege."""
    verb = trigger_head(sentence, trigger)
    if trigger.label != "besiege" or verb is None or verb.upos != "VERB" or verb.lemma not in _SURROUNDING:
        return False
    by = [t for t in children(sentence, verb.index, "obl:agent", "obl") if "by" in cases_of(sentence, t)]
    suffers = objects_of(sentence, verb)
    passive = bool(children(sentence, verb.index, "aux:pass")) or bool(by)
    if not passive:
        by, suffers = children(sentence, verb.index, "nsubj"), []
    elif not suffers and verb.deprel in {"advcl", "conj"}:
        suffers = children(sentence, verb.head, "nsubj", "nsubj:pass")
    elif not suffers and verb.deprel in {"acl", "acl:relcl"}:
        suffers = [sentence.tokens[verb.head]]
    nobody = any(t.upos == "NOUN" and t.lemma.lower() in word_list("no_besiegers") for t in by)
    return nobody or any(_single(sentence, t) and t.lemma.lower() in word_list("caught") for t in suffers)


def _single(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun stands for one ("the bomber"), not for many."""
    return noun.text.lower() in {noun.lemma.lower(), f"{noun.lemma.lower()}'s"} or noun.upos == "PRON"
