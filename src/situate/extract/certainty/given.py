"""Blows and deals that are spoken of as given: whatever is planned beside them, they have happened.

"Cancelled a visit scheduled for May after the attack", "vowed revenge following the killing", "excuses that justify the
bombing", "accused of ordering the murder": the plan, the order or the excuse is about something that is there.
"""

from __future__ import annotations

from situate.extract.certainty.cues import CertaintyCues
from situate.extract.certainty.governed import STOPS
from situate.extract.tree.relations import cases_of, children, governor_of, has_word, is_infinitive, objects_of
from situate.extract.tree.words import DEFINITE, RINGS
from situate.model.claim import Modality, Polarity
from situate.model.sentence import Sentence, Token

_BLOWS = frozenset({
    "attack", "strike", "airstrike", "raid", "bombing", "bombardment", "shelling", "killing", "murder", "massacre",
    "assassination", "execution", "explosion", "blast", "assault", "shooting", "ambush", "beheading", "slaughter",
})  # fmt: skip
_AFTER = frozenset({"after", "following", "since", "despite"})
_AHEAD = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d", "may", "might", "can", "could"})
# Verbs whose object is there before them.
_ABOUT = frozenset({
    "justify", "excuse", "investigate", "avenge", "condemn", "denounce", "punish", "mourn", "explain", "commemorate",
})  # fmt: skip
# "Were to be tried for the massacre": whatever becomes of them, it happened.
_PUNISHING = frozenset({
    "try", "charge", "convict", "arrest", "sentence", "prosecute", "jail", "imprison", "hang", "punish", "indict",
    "blame", "sanction", "extradite", "detain", "investigate", "question", "apologise", "apologize",
})  # fmt: skip
_WORRIES = frozenset({"concern", "alarm", "worry", "anger", "outrage", "dismay"})
_ORDERING = frozenset({"order", "command", "direct", "commission"})
_BLAMED_FOR = frozenset({"of", "for", "over", "with"})  # "accused of ordering", "wanted for ordering"
_DENYING = frozenset({"deny", "admit"})
_RINGS = RINGS | {"cordon", "stranglehold"}
_UNDOING = frozenset({
    "break", "lift", "end", "ease", "breach", "pierce", "loosen", "relieve", "crack", "smash", "raise", "stop", "halt",
})  # fmt: skip
_UNDER_WAY = frozenset({"ongoing", "on-going", "continuing", "continued"})
_FIGHTS = _BLOWS | {"fighting", "fight", "battle", "clash", "war", "campaign", "offensive", "violence", "hostility"}
_ENDS = frozenset({"end", "lifting", "breaking", "easing", "relief", "breach"})
_DEALS = frozenset(
    {"agreement", "deal", "accord", "pact", "truce", "ceasefire", "cease-fire", "armistice", "settlement"}
)
_KEEPING = frozenset({
    "keep", "stick", "adhere", "abide", "honour", "honor", "respect", "observe", "implement", "comply", "violate",
    "break", "breach", "uphold",
})  # fmt: skip
_NEARLY = frozenset({"half", "nearly", "almost", "partially", "partly"})
_IN_PART = frozenset({"partial", "temporary", "brief", "limited", "short"})
_OBTAINED = frozenset({"obtained", "secured", "won", "achieved", "gained"})
_HELD_TO_BE = frozenset({"believe", "think", "suspect", "consider", "understand", "appear", "seem"})


def as_given(
    sentence: Sentence, head: Token, kind: str, ruled: tuple[Polarity, Modality], cues: CertaintyCues
) -> tuple[Polarity, Modality]:
    """How a claim stands that its clause may take as given; ``ruled``: what the cues and the model say of it."""
    polarity, modality = ruled
    if ruled == ("positive", "actual") and kind == "besiege" and _not_closed(sentence, head):
        return "positive", "attempted"
    if ruled == ("positive", "actual") and kind == "siege_end" and _obtained(sentence, head, in_part=True):
        return "positive", "planned"
    if modality == "planned" and (given(sentence, head) or _obtained(sentence, head) or _so_called(sentence, head)):
        return polarity, "actual"
    if modality == "possible" and (
        _could_not(sentence, head) or described(sentence, head, cues) or kept_to(sentence, head)
    ):
        return polarity, "actual"
    there = modality != "actual" and (
        (kind == "besiege" and _is_to_be_undone(sentence, head, cues))
        or _is_to_be_ended(sentence, head)
        or _goes_on(sentence, head)
    )
    return ("positive", "actual") if there else ruled


def _not_closed(sentence: Sentence, head: Token) -> bool:
    """ "Half encircled": a ring that is not closed yet. One on three sides is told as a siege by annotators."""
    return head.upos == "VERB" and has_word(sentence, head, _NEARLY, "advmod")


def _so_called(sentence: Sentence, head: Token) -> bool:
    """ "Moscow called it a surrender": what somebody calls what happened is not called for."""
    verb = governor_of(sentence, head, "xcomp", "obj")
    if verb is None or verb.lemma != "call" or verb.upos != "VERB" or head.upos != "NOUN" or cases_of(sentence, head):
        return False
    return any(t.index < head.index and t is not head for t in objects_of(sentence, verb))


def _could_not(sentence: Sentence, head: Token) -> bool:
    """ "The lorries could not enter": they did not, which is no doubt."""
    could = has_word(sentence, head, {"could"}, "aux")
    return head.upos == "VERB" and could and has_word(sentence, head, {"not", "n't", "n’t"}, "advmod")


def _goes_on(sentence: Sentence, head: Token) -> bool:
    """ "To support ongoing operations", "talks are going on": whatever is planned with them, they are under way."""
    if head.upos != "NOUN":
        return False
    verb = governor_of(sentence, head, "nsubj") or head
    beside = {t.text.lower() for t in children(sentence, verb.index)} if verb.lemma == "go" else set()
    if "on" in beside and beside.isdisjoint({*_AHEAD, "to", "if", "should"}):
        return True
    return has_word(sentence, head, _UNDER_WAY, "amod")


def _is_to_be_ended(sentence: Sentence, head: Token) -> bool:
    """ "Failed to impose an end to the fighting", "urged the army to halt its bombing campaign": there is some."""
    if head.deprel == "compound" and head.head >= 0:  # "the bombing campaign"
        head = sentence.tokens[head.head]
    if head.upos != "NOUN" or head.lemma.lower() not in _FIGHTS or head.head < 0 or not _definite(sentence, head):
        return False
    above = sentence.tokens[head.head]
    if head.deprel == "obj":
        return above.lemma.lower() in STOPS and _lies_ahead(sentence, above)
    return head.deprel == "nmod" and above.upos == "NOUN" and above.lemma.lower() in STOPS


def _is_to_be_undone(sentence: Sentence, head: Token, cues: CertaintyCues) -> bool:
    """ "Battled to break a siege", "called for an end to the blockade": the ring that is to be undone is there."""
    if head.upos != "NOUN" or head.lemma.lower() not in _RINGS or head.head < 0:
        return False
    if has_word(sentence, head, {"any", "no"}, "det"):
        return False
    own = children(sentence, head.index, "amod", "compound")
    if any(words.modifies(t) for t in own for words in (cues.planned, cues.possible, cues.attempted)):
        return False
    above = sentence.tokens[head.head]
    if head.deprel in {"obj", "nsubj:pass"}:
        return above.lemma.lower() in _UNDOING and _lies_ahead(sentence, above)
    return head.deprel == "nmod" and above.lemma.lower() in _UNDOING | _ENDS


def _lies_ahead(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb tells what is to be or may be done: "to break", "could be broken"; no "likely lifted"."""
    beside = {t.text.lower() for t in children(sentence, verb.index, "aux", "aux:pass", "mark")}
    return (
        verb.text.endswith("ing")
        or verb.text.lower() == verb.lemma
        or not beside.isdisjoint({"is", "are", "to", "will", "could", "may", "might", "would", "can"})
    )


def given(sentence: Sentence, head: Token) -> bool:
    """Whether a noun, the head of a trigger, names a blow that its clause takes as having happened."""
    if head.upos != "NOUN" or head.lemma.lower() not in _BLOWS or head.head < 0 or not _definite(sentence, head):
        return False
    verb = sentence.tokens[head.head]
    if head.deprel in {"obl", "nmod"} and not _AFTER.isdisjoint(cases_of(sentence, head)):
        return not _ahead(sentence, verb)
    if head.deprel == "obl" and verb.lemma in _PUNISHING and not {"for", "over"}.isdisjoint(cases_of(sentence, head)):
        return True
    if head.deprel != "obj":
        return False
    return verb.lemma in _ABOUT or (verb.lemma in _ORDERING and _blamed_for(sentence, verb))


def _definite(sentence: Sentence, noun: Token) -> bool:
    return has_word(sentence, noun, DEFINITE, "det") or bool(children(sentence, noun.index, "nmod:poss"))


def _ahead(sentence: Sentence, verb: Token) -> bool:
    """Whether what comes after a blow is still to come, and with it perhaps the blow ("will leave after the raid")."""
    return has_word(sentence, verb, _AHEAD, "aux")


def _blamed_for(sentence: Sentence, verb: Token) -> bool:
    """Whether an order is what somebody is blamed for or denies, which nobody does of one that came to nothing."""
    if is_infinitive(sentence, verb) and has_word(sentence, verb, {"have"}, "aux"):
        return True  # "is alleged to have ordered the killing"
    if not (verb.text.lower().endswith("ing") or has_word(sentence, verb, {"having"}, "aux")):
        return False
    led = has_word(sentence, verb, _BLAMED_FOR, "mark", "case")
    above = governor_of(sentence, verb)
    return led or (above is not None and above.lemma in _DENYING and verb.deprel == "xcomp")


def described(sentence: Sentence, head: Token, cues: CertaintyCues) -> bool:
    """ "The attack is believed to be the deadliest in years": in doubt is what it was like, not that it was.

    So is "the siege that they laid" in concern over it. Trees hang "the attack" at either verb. "An attack is believed
    to be under way", "the planned attack" stay in doubt.
    """
    doubts = (cues.planned, cues.possible, cues.attempted)
    if any(words.modifies(t) for t in children(sentence, head.index, "amod", "compound") for words in doubts):
        return False
    if head.upos == "NOUN" and _definite(sentence, head) and _worried_about(sentence, head):
        return True
    if head.upos != "NOUN" or head.deprel not in {"nsubj", "nsubj:pass"} or not _definite(sentence, head):
        return False
    above = sentence.tokens[head.head]
    held, said = (sentence.tokens[above.head], [above]) if above.deprel == "xcomp" else (above, [])
    said = said or children(sentence, held.index, "xcomp")
    return held.lemma in _HELD_TO_BE and any(children(sentence, t.index, "cop") for t in said)


def kept_to(sentence: Sentence, head: Token) -> bool:
    """ "If the parties keep to their agreement": in doubt is whether they will, not that they have one."""
    verb = governor_of(sentence, head, "obj", "obl")
    return verb is not None and head.lemma.lower() in _DEALS and verb.lemma in _KEEPING and _definite(sentence, head)


def _worried_about(sentence: Sentence, head: Token) -> bool:
    """ "Voiced concern over the siege that the rebels laid": what a clause tells as done is there."""
    worry = head.head >= 0 and sentence.tokens[head.head].lemma.lower() in _WORRIES
    led = not {"over", "about", "at"}.isdisjoint(cases_of(sentence, head))
    clauses = children(sentence, head.index, "acl:relcl")
    return worry and led and any(t.text.lower() != t.lemma and not t.text.endswith("ing") for t in clauses)


def _obtained(sentence: Sentence, head: Token, *, in_part: bool = False) -> bool:
    """ "Leaders negotiated, and obtained the lifting of the blockade": it was lifted; not by a partial lifting."""
    verb = governor_of(sentence, head, "obj")
    if verb is None or head.upos != "NOUN" or has_word(sentence, head, _IN_PART, "amod") is not in_part:
        return False
    beside = children(sentence, verb.index, "aux", "aux:pass", "mark", "advmod")
    return verb.text.lower() in _OBTAINED and not any(c.text.lower() in _AHEAD | {"to", "not", "n't"} for c in beside)
