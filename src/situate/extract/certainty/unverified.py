"""Claims that nobody could confirm are possible; claims that were taken back are not so.

"Claims that rebels had taken the town could not be verified", "unconfirmed reports of shelling", "no confirmation of
the capture", "it appears that they left"; "retracted its claim that it had taken the town".
"""

from __future__ import annotations

from situate.extract.certainty.cues import CertaintyCues
from situate.extract.certainty.untrue import is_telling
from situate.extract.tree.relations import SUBJECTS, ancestors, cases_of, children, governor_of, has_lemma, has_word
from situate.extract.tree.words import NOT
from situate.model.sentence import Sentence, Token

_CONFIRMING = frozenset({"confirm", "verify", "corroborate", "substantiate", "authenticate"})
_CONFIRMATIONS = frozenset({"confirmation", "verification", "corroboration"})
_RETRACTING = frozenset({"retract", "recant", "withdraw", "backtrack", "disavow", "rescind"})
_OF_A_PAPER = frozenset({"report", "story", "article", "dispatch", "item", "version", "news", "post"})
_SEEMING = frozenset({"appear", "seem"})
_ABOUT = frozenset({"of", "about"})
_STEPS = 3


def unverified(sentence: Sentence, head: Token, cues: CertaintyCues) -> bool:
    """Whether what a word tells is told by reports that nobody confirmed, or only seems so."""
    if _seems(sentence, head) or _of_no_confirmation(sentence, head):
        return True
    if head.upos == "NOUN" and _not_confirmed(sentence, head):
        return True  # "was unable to verify the capture"
    told = _told_by(sentence, head, cues)
    return told is not None and (_is_unsure(sentence, told, cues) or _not_confirmed(sentence, told))


def retracted(sentence: Sentence, head: Token, cues: CertaintyCues) -> bool:
    """Whether what a word tells is a claim that its own teller took back, as the sentence has it.

    What a paper says that its report told stays as it was told: the report is taken back whole (``report.taken_back``).
    """
    told = _told_by(sentence, head, cues)
    if told is not None and told.lemma.lower() in _OF_A_PAPER:
        return False
    verb = governor_of(sentence, told, "obj", "obl", "nsubj:pass") if told is not None else None
    if told is None or verb is None or verb.lemma not in _RETRACTING:
        return False
    if told.deprel == "obl" and {"on", "from"}.isdisjoint(cases_of(sentence, told)):
        return False
    beside = children(sentence, verb.index, "aux", "advmod", "mark")
    return not any(t.text.lower() in NOT | {"to", "if", "may", "might", "will", "would"} for t in beside)


def _told_by(sentence: Sentence, head: Token, cues: CertaintyCues) -> Token | None:
    """The noun for what is told that has a word in its clause, or is about it; the subject of its verb of speech."""
    current = head
    for _ in range(_STEPS):
        governor = governor_of(sentence, current)
        if governor is None:
            return None
        clause = current.deprel == "acl" or (current.deprel == "ccomp" and governor.upos == "NOUN")
        about = current.deprel == "nmod" and not _ABOUT.isdisjoint(cases_of(sentence, current))
        if (clause or about) and is_telling(governor, cues):
            return governor
        if current.deprel == "ccomp" and governor.lemma in cues.speech_verbs:
            return next((t for t in children(sentence, governor.index, "nsubj") if is_telling(t, cues)), None)
        if current.deprel not in {"obj", "xcomp", "conj", "nsubj", "nsubj:pass"}:
            return None
        current = governor
    return None


def _is_unsure(sentence: Sentence, told: Token, cues: CertaintyCues) -> bool:
    """ "Unconfirmed reports", "an unverified claim"."""
    return any(cues.possible.modifies(t) for t in children(sentence, told.index, "amod"))


def _not_confirmed(sentence: Sentence, told: Token) -> bool:
    """ "Could not be verified", "has not been able to verify", "was unable to confirm"."""
    verb = governor_of(sentence, told, "obj", *SUBJECTS)
    beside = [t for t in children(sentence, told.index, "acl") if children(sentence, t.index, "aux:pass")]
    verbs = [t for t in (verb, *beside) if t is not None and t.lemma in _CONFIRMING]
    return any(_is_negated(sentence, t) for t in verbs)


def _is_negated(sentence: Sentence, verb: Token) -> bool:
    above = governor_of(sentence, verb, "xcomp")
    if above is not None and above.lemma.lower() in {"unable", "fail"}:
        return True
    not_able = above is not None and above.lemma.lower() == "able" and has_word(sentence, above, NOT, "advmod")
    return not_able or has_word(sentence, verb, NOT, "advmod")


def _of_no_confirmation(sentence: Sentence, head: Token) -> bool:
    """ "There was no immediate confirmation of the capture"."""
    noun = governor_of(sentence, head, "nmod", "acl")
    return noun is not None and noun.lemma.lower() in _CONFIRMATIONS and has_word(sentence, noun, {"no"}, "det")


def _seems(sentence: Sentence, head: Token) -> bool:
    """ "It appears that rebels have taken the town", "it seems the army has left"."""
    for clause in (head, *ancestors(sentence, head.index)):
        verb = governor_of(sentence, clause, "csubj", "ccomp")
        if verb is not None:
            it = has_lemma(sentence, verb, {"it"}, "expl", "nsubj")
            return verb.lemma in _SEEMING and it and not has_word(sentence, verb, NOT, "advmod")
        if clause.deprel not in {"obj", "xcomp"}:
            return False
    return False
