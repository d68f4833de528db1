"""What only seems so, was to have been and was not, or would not have been and was.

"Pictures appear to show burnt huts", "the convoy was to have left on Monday, but …", "had they sent help, the post
would not have fallen", "did not hesitate to shell it".
"""

from __future__ import annotations

from situate.extract.tree.relations import ancestors, children, governor_of, has_word, is_infinitive
from situate.extract.tree.words import NOT
from situate.model.claim import Modality, Polarity
from situate.model.sentence import Sentence, Token

_SHOWING = frozenset({"show", "depict", "indicate", "suggest", "capture", "record"})
_SEEMING = frozenset({"appear", "seem", "purport", "say", "claim", "allege", "believe", "think", "report"})
_WAS = frozenset({"was", "were"})
_BUT = frozenset({"but", "yet"})
_WOULD = frozenset({"would", "could", "might", "'d", "’d"})
_MAIN = frozenset({"advcl", "conj", "xcomp", "ccomp", "parataxis", "dep"})  # how trees hang the condition
_CHOICES = frozenset({"choice", "option", "alternative"})  # who had none but one took that
_HESITATING = frozenset({"hesitate", "shrink", "flinch", "baulk", "balk"})
_CONDITIONS = frozenset({"if", "unless"})


def unreal(sentence: Sentence, head: Token, ruled: tuple[Polarity, Modality]) -> tuple[Polarity, Modality]:
    """How a claim stands whose clause tells how it seemed, was to be or would have been; ``ruled``: what else says."""
    if befell_after_all(sentence, head):
        return "positive", "actual"
    polarity, modality = was_to_have(sentence, head) or resolved(sentence, head) or ruled
    return polarity, "possible" if modality == "actual" and only_seems(sentence, head) else modality


def only_seems(sentence: Sentence, head: Token) -> bool:
    """ "Pictures appear to show the bridge in ruins", "a video said to show the killing": nobody says that it is so."""
    for above in ancestors(sentence, head.index):
        governor = sentence.tokens[above.head] if above.head >= 0 and above.deprel == "xcomp" else None
        if above.lemma in _SHOWING and governor is not None:
            return governor.lemma in _SEEMING
        if above.upos == "VERB" and children(sentence, above.index, "nsubj", "nsubj:pass") and above.head < 0:
            return False
    return False


def was_to_have(sentence: Sentence, head: Token) -> tuple[Polarity, Modality] | None:
    """How a deed stands that "was to have" been done: planned, and not done where a "but" follows; else ``None``."""
    have = [t for t in children(sentence, head.index, "aux") if t.text.lower() == "have"]
    before = sentence.tokens[max(0, have[0].index - 2) : have[0].index] if have else ()
    if len(before) <= 1 or before[0].text.lower() not in _WAS or before[1].text.lower() != "to":
        return None
    against = any(t.text.lower() in _BUT and t.index > head.index for t in sentence.tokens)
    return ("negative" if against else "positive"), "planned"


def befell_after_all(sentence: Sentence, head: Token) -> bool:
    """ "If they had sent help, the post would not have been overrun", "had it not been overrun": it was.

    Only where both parts of the sentence tell of a condition that was not met, by "had" and "would have".
    """
    if not has_word(sentence, head, NOT, "advmod"):
        return False
    if _would_have(sentence, head):
        return any(_unmet(sentence, t) for t in children(sentence, head.index, "advcl"))
    return head.deprel in _MAIN and _unmet(sentence, head) and any(_would_have(sentence, t) for t in sentence.verbs)


def resolved(sentence: Sentence, head: Token) -> tuple[Polarity, Modality] | None:
    """How a deed stands that somebody "did not hesitate", "had no choice but" or "went on" to do; else ``None``.

    It was done; it is planned where he "will not hesitate" to, or hesitates.
    """
    above = sentence.tokens[head.head] if head.head >= 0 and is_infinitive(sentence, head) else None
    if above is None or head.deprel not in {"xcomp", "advcl", "acl"}:
        return None
    if above.lemma in _CHOICES and has_word(sentence, head, {"but"}, "mark", "cc"):
        verb = governor_of(sentence, above) or above
        return "positive", "planned" if _ahead(sentence, verb) else "actual"
    if above.lemma in _HESITATING:
        done = has_word(sentence, above, NOT, "advmod") and not _ahead(sentence, above)
        return "positive", "actual" if done else "planned"
    went_on = above.text.lower() == "went" and has_word(sentence, above, {"on"}, "advmod", "compound:prt")
    return ("positive", "actual") if went_on else None


def _ahead(sentence: Sentence, verb: Token) -> bool:
    """ "Will have no choice", "would not hesitate": it is not told as done."""
    beside = {t.text.lower() for t in children(sentence, verb.index, "aux", "mark")}
    return not beside.isdisjoint(_WOULD | {"will", "'ll", "’ll", "wo", "may", "can", "to", "if"})


def _would_have(sentence: Sentence, verb: Token) -> bool:
    beside = {t.text.lower() for t in children(sentence, verb.index, "aux", "aux:pass")}
    return "have" in beside and not beside.isdisjoint(_WOULD)


def _unmet(sentence: Sentence, clause: Token) -> bool:
    """ "If they had come", "had they come"."""
    had = next((t for t in children(sentence, clause.index, "aux") if t.text.lower() == "had"), None)
    if had is None:
        return False
    first = not any(t.upos not in {"PUNCT", "CCONJ"} for t in sentence.tokens[: had.index])
    return first or has_word(sentence, clause, _CONDITIONS, "mark")
