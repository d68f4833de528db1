"""Truces that are told to be over ("the truce has expired"), and those that somebody only wants or weighs."""

from __future__ import annotations

from collections.abc import Sequence

from situate.extract.roles.frames import Filler
from situate.extract.tree.relations import cases_of, children, governor_of, has_lemma, has_particle, has_word
from situate.extract.tree.words import DEFINITE, NOT, TRUCES, UNDOING
from situate.model.claim import Modality, Polarity
from situate.model.sentence import Sentence, Token

_OVER = frozenset({"collapsed", "expired", "lapsed", "unravelled", "unraveled", "crumbled", "ended", "failed", "over"})
# "failed to hold"; who "failed to stop the shelling" may stand
_STAND = frozenset({"hold", "last", "stick", "survive"})
_DECLARING = frozenset({"declare", "pronounce", "announce", "call", "consider", "proclaim"})
_ENDS = frozenset({"end", "collapse", "breakdown", "termination", "expiry", "demise"})
_DEALS = frozenset({"agreement", "deal", "accord", "pact"})  # "a deal for a truce" makes one
# Verbs whose object is talked of and need not be there: "oppose a ceasefire".
_WEIGHING = frozenset(
    {"oppose", "favour", "favor", "support", "back", "resist", "discuss", "negotiate", "debate", "reject"}
)
_TALKS = frozenset(
    {"talk", "talks", "negotiation", "negotiations", "discussion", "progress", "consultation", "dialogue"}
)
_PROLONGING = frozenset({"extend", "prolong", "renew", "continue", "maintain"})
_AGREEING = frozenset({"agree", "decide"})
_WITH = {"broke": "down", "broken": "down", "fell": "apart", "fallen": "apart"}  # verbs and their particles
_AHEAD = frozenset(
    {"will", "would", "may", "might", "could", "can", "should", "'ll", "’ll", "to", "if", "unless", "not", "n't", "n’t"}
)


def truce_told(
    sentence: Sentence, head: Token, fillers: Sequence[Filler], ruled: tuple[Polarity, Modality]
) -> tuple[Polarity, Modality]:
    """How a claim of a truce, headed by ``head``, stands; ``ruled``: what the cues and the model say of it."""
    polarity, modality = ruled
    if _is_over(sentence, head, fillers) or _is_ended(sentence, head):
        return "negative", "actual"
    if ruled == ("negative", "possible") and _parted_without(sentence, head):
        return "negative", "actual"
    if polarity == "positive" and modality == "actual" and _is_talked_of(sentence, head):
        return "positive", "possible"
    if modality == "planned" and _is_to_go_on(sentence, head):
        modality = "actual"
    if (modality == "actual" or _is_the_price(sentence, head)) and _is_sought(sentence, head):
        modality = "planned"
    return ("negative" if _is_at_its_end(sentence, head) else polarity), modality


def _is_over(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> bool:
    """Whether the clause of a truce, headed by ``head``, says of it that it has ended, and no more.

    Not where it also says when the truce began ("the truce agreed in April broke down"): the claim is of that.
    """
    itself = head.upos == "VERB" and head.text.lower() in _OVER  # where the verb is what tells of the truce
    if head.head < 0 and not itself:
        return False
    verb = head if itself else sentence.tokens[head.head]
    if head.deprel == "obj" and not itself:
        return verb.lemma in _DECLARING and _declared_over(sentence, head)
    if not itself and head.deprel not in {"nsubj", "nsubj:pass"}:
        return False
    beside = children(sentence, verb.index)
    words = {c.text.lower() for c in beside if c.deprel in {"aux", "mark", "advmod", "compound:prt"}}
    over = verb.text.lower() in _OVER or _WITH.get(verb.text.lower(), "-") in words
    over |= verb.lemma in {"come", "draw"} and has_lemma(sentence, verb, {"end", "close"}, "obl")
    over &= not children(sentence, verb.index, "obj")  # "a truce ended months of fighting"
    begun = any(f.role == "time" and f.start < verb.start for f in fillers)
    falls = [t for t in children(sentence, verb.index, "xcomp") if t.lemma not in _STAND]
    return over and not begun and words.isdisjoint(_AHEAD) and not (verb.lemma == "fail" and falls)


def _is_ended(sentence: Sentence, head: Token) -> bool:
    """ "Ended the ceasefire", "called off its truce", "ended it": somebody did away with it, and so it is over.

    A verb that is what tells of the truce has the truce as its object, or a word that stands for it.
    """
    itself = head.upos == "VERB"
    verb = head if itself else governor_of(sentence, head, "obj", "nsubj:pass")
    if verb is None or verb.upos != "VERB" or not (itself or _is_truce(head)):
        return False
    objects = children(sentence, verb.index, "obj", "nsubj:pass")
    done = verb.lemma in UNDOING or (verb.lemma in {"call", "break"} and has_particle(sentence, verb, "off"))
    if not done or (itself and not any(_is_truce(t) or t.upos == "PRON" for t in objects)):
        return False
    told = verb.text.lower() != verb.lemma and not verb.text.lower().endswith("ing")
    return told and not has_word(sentence, verb, _AHEAD | NOT, "aux", "mark", "advmod") and not _made_by(sentence, verb)


def _made_by(sentence: Sentence, verb: Token) -> bool:
    """ "The fall of the city ended the truce"; "a truce ended the fighting" is of another noun."""
    return any(_is_truce(t) for t in children(sentence, verb.index, "nsubj"))


def _is_talked_of(sentence: Sentence, head: Token) -> bool:
    """ "Negotiations on a truce", "ceasefire talks", "no progress on a truce", "is out of reach": there is none yet."""
    above = governor_of(sentence, head)
    if not _is_truce(head) or above is None or has_word(sentence, head, DEFINITE, "det"):
        return False
    if head.deprel == "compound":
        return above.lemma.lower() in _TALKS
    if head.deprel == "nsubj":
        far = above.lemma.lower() == "reach" and "out" in cases_of(sentence, above)
        return far or above.lemma.lower() in {"elusive", "distant"}
    on = not {"on", "over", "about", "for", "towards", "toward"}.isdisjoint(cases_of(sentence, head))
    return head.deprel == "nmod" and on and above.lemma.lower() in _TALKS


def _parted_without(sentence: Sentence, head: Token) -> bool:
    """ "Parted without an agreement on a truce": there is none, where the clause tells what was done."""
    deal = governor_of(sentence, head, "nmod")
    verb = governor_of(sentence, deal, "obl") if deal is not None and deal.lemma.lower() in _DEALS else None
    if deal is None or verb is None or not has_word(sentence, deal, {"without"}, "case"):
        return False
    return verb.text.lower() != verb.lemma and not has_word(sentence, verb, _AHEAD, "aux", "mark", "advmod")


def _is_to_go_on(sentence: Sentence, truce: Token) -> bool:
    """ "Agreed to extend their truce until May": one that is prolonged is there."""
    verb = governor_of(sentence, truce, "obj")
    if not _is_truce(truce) or verb is None or verb.lemma not in _PROLONGING:
        return False
    above = governor_of(sentence, verb, "xcomp")
    agreed = above is not None and above.lemma in _AGREEING and above.text.lower().endswith("d")
    return agreed and above is not None and not has_word(sentence, above, _AHEAD, "aux", "mark", "advmod")


def _declared_over(sentence: Sentence, truce: Token) -> bool:
    """ "Declared the truce in the town over": by the order of the words, as trees hang "over" anywhere."""
    for word in sentence.tokens[truce.index + 1 :]:
        if word.upos in {"VERB", "PUNCT", "CCONJ"}:
            return False
        if word.text.lower() == "over":
            after = sentence.tokens[word.index + 1 : word.index + 2]
            return not any(t.upos in {"DET", "NOUN", "PROPN", "NUM", "PRON"} for t in after)
    return False


def _is_at_its_end(sentence: Sentence, head: Token) -> bool:
    """ "Declared an end to its truce", "the collapse of the ceasefire": from then on there is none."""
    ends = [sentence.tokens[head.head]] if head.deprel == "nmod" and head.head >= 0 and _is_truce(head) else []
    if any(_is_truce(t) for t in children(sentence, head.index, "nmod")):
        ends.append(head)
    return any(t.lemma.lower() in _ENDS for t in ends)


def _is_truce(token: Token) -> bool:
    return token.upos == "NOUN" and token.lemma.lower() in TRUCES


def _is_the_price(sentence: Sentence, head: Token) -> bool:
    """ "In exchange for a ceasefire": offered or demanded, however likely it is held to be."""
    return head.head >= 0 and sentence.tokens[head.head].lemma.lower() in {"exchange", "return"}


def _is_sought(sentence: Sentence, head: Token) -> bool:
    """ "In exchange for a ceasefire", "oppose a truce": one without an article of its own that nobody has made yet."""
    if not _is_truce(head) or head.head < 0:
        return False
    if has_word(sentence, head, DEFINITE, "det"):
        return False
    if children(sentence, head.index, "nmod:poss"):
        return False
    above = sentence.tokens[head.head].lemma.lower()
    wanted = head.deprel in {"obl", "nmod"} and "for" in cases_of(sentence, head) and above not in _DEALS
    return wanted or (head.deprel == "obj" and above in _WEIGHING)
