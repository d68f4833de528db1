"""What a governing word makes of what hangs on it: planned, possible or attempted."""

from __future__ import annotations

from situate.extract.certainty.cues import CertaintyCues
from situate.extract.certainty.foretold import no_plan
from situate.extract.certainty.purpose import has_the_aim, is_purpose
from situate.extract.tree.relations import cases_of, children, has_word, is_infinitive, objects_of
from situate.extract.tree.words import word_list
from situate.model.claim import Modality
from situate.model.sentence import Sentence, Token

_AVERTING = frozenset({"avert", "foil", "thwart", "prevent", "abort"})
_SAYING = frozenset({"say", "report", "claim", "rumour", "rumor", "allege", "understand"})
# Of their subject: "offensives failed"
_COMES_TO_NOTHING = frozenset({"fail", "falter", "stall", "collapse", "founder"})
# For what follows: "fighting to retake the town"
_STRIVES = frozenset({"fight", "battle", "struggle", "race", "push", "press", "move"})
# Of their subject: "talks are expected"; a deal that was agreed is there.
AHEAD = frozenset({"expect", "plan", "schedule", "propose", "postpone", "anticipate", "intend", "hope", "await"})
_READYING = frozenset({"mobilise", "mobilize", "prepare", "mass", "ready", "train", "arm", "recruit", "equip"})
_PROPOSED = frozenset({
    "proposal", "offer", "plan", "call", "demand", "request", "appeal", "deadline", "timetable", "roadmap", "bid",
    "pledge",
})  # fmt: skip


def is_case(sentence: Sentence, noun: Token) -> bool:
    """ "In the event of", "in case of"."""
    return noun.lemma in _CASES and "in" in cases_of(sentence, noun)


def imposed(sentence: Sentence, governor: Token, current: Token, cues: CertaintyCues) -> Modality | None:
    """What a governing word makes of its complement."""
    relation = current.deprel
    if relation == "xcomp" and governor.lemma == "consider" and children(sentence, governor.index, "aux:pass"):
        return None  # "is considered besieged" is what it counts as, not what anyone thinks of doing
    if relation == "obj" and governor.lemma in _NAMING and _is_named(sentence, governor, current):
        return None
    if relation == "nsubj" and governor.lemma in _COMES_TO_NOTHING:
        return _came_to_nothing(sentence, governor, current)
    if cues.attempted.governs(governor) and _is_tried(sentence, current):
        return "planned" if _is_to_be_tried(sentence, governor) else "attempted"
    if relation == "xcomp" and governor.lemma in _STRIVES:
        return "attempted"
    complement = relation in {"xcomp", "ccomp", "acl", "nmod"} or (
        relation in {"obj", "obl"} and current.upos == "NOUN" and _BESIDE.isdisjoint(cases_of(sentence, current))
    )
    doubted = is_case(sentence, governor) and "of" in cases_of(sentence, current)
    doubted |= _is_said_to(sentence, governor, current)
    if doubted or _is_judged(sentence, governor, current) or _is_guarded_against(sentence, governor, current):
        return "possible"
    if _is_permitted(sentence, governor, current) or _has_yet_to(sentence, governor, current):
        return "planned"
    if _is_to_come(sentence, governor, current):
        return "planned"
    there = _is_concluded(sentence, governor, current) or has_the_aim(sentence, governor, current)
    told = governor.lemma in {"tell", "ask"} and relation == "obl"  # "told of shelling", "asked about the burning"
    there |= told and not {"of", "about", "on"}.isdisjoint(cases_of(sentence, current))
    if complement and cues.planned.governs(governor) and not there and not no_plan(sentence, governor, current):
        return "planned"
    if (complement or relation == "nsubj:pass") and cues.possible.governs(governor):
        return "possible"
    if relation == "nsubj" and governor.upos == "ADJ" and cues.possible.governs(governor):
        return "possible"  # "an attack was likely"
    return "planned" if is_purpose(sentence, governor, current) or _is_ahead(sentence, governor, current) else None


def _is_said_to(sentence: Sentence, verb: Token, current: Token) -> bool:
    """ "Was reported to have fled", "are said to have left": by nobody who is named."""
    passive = children(sentence, verb.index, "aux:pass") and not children(sentence, verb.index, "obl:agent")
    return current.deprel == "xcomp" and verb.lemma in _SAYING and bool(passive)


def _came_to_nothing(sentence: Sentence, verb: Token, subject: Token) -> Modality | None:
    """ "The offensive failed"; no "the siege failed to break them", and talks that failed were held."""
    lasts = subject.lemma in _LASTING and children(sentence, verb.index, "xcomp")
    return None if lasts or subject.lemma in DEALS | TALKS else "attempted"


def _is_tried(sentence: Sentence, current: Token) -> bool:
    """Whether what hangs on a word of trying is what was tried; "when the army attacked" tells when."""
    if current.deprel == "advcl":
        return is_infinitive(sentence, current)
    kept = current.deprel == "nsubj:pass" and sentence.tokens[current.head].lemma in _AVERTING  # "a raid was averted"
    return kept or current.deprel in {"xcomp", "ccomp", "acl", "obj", "nmod", "compound"}


def _is_to_come(sentence: Sentence, governor: Token, current: Token) -> bool:
    """ "A ceasefire proposal", "the fall of the town is imminent", "are willing to leave" (not: have been willing)."""
    word = governor.lemma.lower()
    if current.deprel == "xcomp" and word == "willing":
        return not children(sentence, governor.index, "aux")
    if current.deprel == "compound":
        return word in _PROPOSED
    if current.deprel == "nsubj:pass":
        return governor.lemma in AHEAD
    return current.deprel == "nsubj" and governor.upos == "ADJ" and word in _TO_COME


def _is_to_be_tried(sentence: Sentence, verb: Token) -> bool:
    """ "Trucks will try to reach the town", "said that they would try to": what nobody has tried yet is to come."""
    return has_word(sentence, verb, _WILL, "aux") or (
        verb.deprel == "ccomp" and has_word(sentence, verb, {"would"}, "aux")
    )


def _has_yet_to(sentence: Sentence, governor: Token, current: Token) -> bool:
    """ "The assault has yet to begin": what has not begun is to come."""
    begun = [governor, *children(sentence, governor.index, "xcomp")]
    return current.deprel == "nsubj" and any(
        t.lemma.lower() in _BEGINNING
        and [w.text.lower() for w in sentence.tokens[max(0, t.index - 2) : t.index]] == _YET
        for t in begun
    )


_CASES = frozenset({"event", "case"})
_TO_COME = frozenset({"imminent", "inevitable", "unavoidable", "impending"})
_BEGINNING, _YET = frozenset({"begin", "start", "happen", "materialise", "materialize"}), ["yet", "to"]
_WILL = frozenset({"will", "'ll", "’ll", "shall", "wo"})
_NAMING = frozenset({"call", "consider", "declare"})
# "Plans an offensive after the loss of the town", "agreed at talks": what came before, and where, is no part.
_BESIDE = frozenset(
    {"after", "following", "since", "amid", "despite", "at", "during", "under", "over", "near", "without"}
)


def _is_named(sentence: Sentence, governor: Token, current: Token) -> bool:
    """ "Called the advance a victory": who says what something is calls for nothing."""
    said = [t for t in children(sentence, governor.index, "xcomp") if t.index > current.index]
    return any(t.upos in {"NOUN", "ADJ", "PROPN"} for t in said)


_PERMITS = frozenset(
    {"permission", "authorisation", "authorization", "approval", "clearance", "permit", "consent", "go-ahead"}
)


def _is_permitted(sentence: Sentence, governor: Token, current: Token) -> bool:
    """ "Permission was granted for a delivery", "approval for a convoy": what is let go has not gone."""
    led = {*cases_of(sentence, current)}
    if current.upos != "NOUN" or led.isdisjoint({"for", "to"}):
        return False
    things = [governor, *objects_of(sentence, governor)]
    return any(t.lemma.lower() in _PERMITS for t in things)


_JUDGED = word_list("judged")


def _is_judged(sentence: Sentence, governor: Token, current: Token) -> bool:
    """ "It is lawful to detain them", "it is a crime to shell a hospital": what is judged need not have happened.

    Only in the present: who "was able to" take a town took it.
    """
    if governor.lemma.lower() not in _JUDGED or current.upos != "VERB":
        return False
    return is_infinitive(sentence, current) and has_word(sentence, governor, {"is", "are", "'s", "’s", "be"}, "cop")


_GUARDS = frozenset({"protect", "secure", "shield", "safeguard", "guard"})


def _is_guarded_against(sentence: Sentence, governor: Token, current: Token) -> bool:
    """ "To secure the town from attacks": what somebody is kept safe from need not have happened."""
    led = not {"from", "against"}.isdisjoint(cases_of(sentence, current))
    return governor.lemma.lower() in _GUARDS and current.upos == "NOUN" and led


# "The siege has failed to break their will": what lasts fails at something and is there.
_LASTING = frozenset({"siege", "blockade", "encirclement", "occupation", "truce", "ceasefire", "cease-fire"})
DEALS = frozenset(
    ["truce", "ceasefire", "cease-fire", "armistice", "deal", "accord", "pact", "agreement", "settlement"]
)
TALKS = frozenset({"talk", "talks", "negotiation", "negotiations", "meeting", "process", "pause"})  # they were held


def _is_concluded(sentence: Sentence, governor: Token, current: Token) -> bool:
    """ "Agreed to a truce", "committed a massacre": that is made or done, whatever it foresees."""
    if governor.lemma == "commit":
        return current.deprel in {"obj", "obl"} and "to" not in cases_of(sentence, current)
    return governor.lemma == "agree" and current.lemma in DEALS


def _is_ahead(sentence: Sentence, governor: Token, current: Token) -> bool:
    """ "Mobilised troops for a battle", "prepared for an offensive": what forces are made ready for is to come."""
    if governor.lemma not in _READYING or current.upos != "NOUN" or current.deprel not in {"obl", "nmod"}:
        return False
    return has_word(sentence, current, {"for"}, "case")
