"""What only seems so, was to have been and was not, or would not have been and was.

"Pictures appear to show burnt huts", "the convoy was to have left on Monday, but …", "had they sent help, the post
would not have fallen", "did not hesitate to shell it".
"""

from __future__ import annotations

from situate.extract.certainty.ended import put_off
from situate.extract.certainty.governed import PERCEIVED
from situate.extract.tree.relations import ancestors, children, governor_of, has_word, is_infinitive
from situate.extract.tree.words import DEFINITE, NOT
from situate.model.claim import Modality, Polarity
from situate.model.sentence import Sentence, Token

_SHOWING = frozenset({"show", "depict", "indicate", "suggest", "capture", "record"})
_SEEMING = frozenset({"appear", "seem", "purport", "say", "claim", "allege", "believe", "think", "report"})
_WAS = frozenset({"was", "were"})
_BUT = frozenset({"but", "yet"})
_PLANNING = frozenset({"plan", "intend", "plot", "mean", "want", "hope", "prepare", "conspire"})
_FAILING = NOT | {"never"}
_WOULD = frozenset({"would", "could", "might", "'d", "’d"})
_MAIN = frozenset({"advcl", "conj", "xcomp", "ccomp", "parataxis", "dep"})  # how trees hang the condition
_CHOICES = frozenset({"choice", "option", "alternative"})  # who had none but one took that
_INSTEAD = {("instead", "of"), ("rather", "than"), ("far", "from")}
_HARDLY = NOT | {"hardly", "barely", "scarcely", "no", "rarely", "seldom"}
_FEIGNING = frozenset({"pretend", "feign", "fake"})
_STOPPING = frozenset({"stop", "cease", "quit"})
_HESITATING = frozenset({"hesitate", "shrink", "flinch", "baulk", "balk"})
_CONDITIONS = frozenset({"if", "unless"})


def unreal(sentence: Sentence, head: Token, ruled: tuple[Polarity, Modality]) -> tuple[Polarity, Modality]:
    """How a claim stands whose clause tells how it seemed, was to be or would have been; ``ruled``: what else says."""
    if befell_after_all(sentence, head):
        return "positive", "actual"
    if put_off(sentence, head):
        return "negative", "planned"
    told = was_to_have(sentence, head) or had_planned(sentence, head) or resolved(sentence, head, ruled[1])
    polarity, modality = told or ruled
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


def had_planned(sentence: Sentence, head: Token) -> tuple[Polarity, Modality] | None:
    """ "Had planned to bomb the court, but they were arrested": planned, and not done; else ``None``.

    What stands behind the "but" is a clause of its own, which tells what was done to them, or that they did not do it.
    """
    above = governor_of(sentence, head, "xcomp")
    if above is None or above.lemma not in _PLANNING or not is_infinitive(sentence, head):
        return None
    if not has_word(sentence, above, {"had"}, "aux") or has_word(sentence, above, NOT, "advmod"):
        return None
    then = (t for t in children(sentence, above.index, "conj") if has_word(sentence, t, _BUT, "cc"))
    undone = any(children(sentence, t.index, "aux:pass") or has_word(sentence, t, _FAILING, "advmod") for t in then)
    return ("negative", "planned") if undone else None


def befell_after_all(sentence: Sentence, head: Token) -> bool:
    """ "If they had sent help, the post would not have been overrun", "had it not been overrun": it was.

    Only where both parts of the sentence tell of a condition that was not met, by "had" and "would have".
    """
    if not has_word(sentence, head, NOT, "advmod"):
        return False
    if _would_have(sentence, head):
        return any(_unmet(sentence, t) for t in children(sentence, head.index, "advcl"))
    if head.deprel not in _MAIN or not _unmet(sentence, head):
        return False
    inverted = not has_word(sentence, head, _CONDITIONS, "mark")  # "had it not been shelled" is never foreseen
    return any(_would_have(sentence, t) or (inverted and _would(sentence, t)) for t in sentence.tokens)


def resolved(sentence: Sentence, head: Token, modality: Modality) -> tuple[Polarity, Modality] | None:
    """How a deed stands by what somebody did about it, or did instead; ``None`` where no such words are told.

    It was done where he "did not hesitate" to do it, "did not stop" doing it, "went on" to do it or "had no choice but"
    to; it was not where he did something "instead of" it, or "pretended" to do it.
    """
    if _instead(sentence, head):
        return "negative", modality
    above = governor_of(sentence, head)
    if above is None:
        return None
    if _never_without(sentence, above, head) or _but_for(sentence, above, head) or _perceived(sentence, above, head):
        return "positive", "actual"
    not_so = has_word(sentence, above, NOT, "advmod")
    if above.lemma in _FEIGNING and head.deprel in {"xcomp", "obj"}:
        return ("negative", "actual") if not not_so else None
    if above.lemma in _STOPPING and head.deprel == "xcomp" and not_so and not _ahead(sentence, above):
        return "positive", "actual"
    if not is_infinitive(sentence, head) or head.deprel not in {"xcomp", "advcl", "acl"}:
        return None
    if above.lemma in _CHOICES and has_word(sentence, head, {"but"}, "mark", "cc"):
        verb = governor_of(sentence, above) or above
        return "positive", "planned" if _ahead(sentence, verb) else "actual"
    if above.lemma in _HESITATING:
        return "positive", "actual" if not_so and not _ahead(sentence, above) else "planned"
    went_on = above.text.lower() == "went" and has_word(sentence, above, {"on"}, "advmod", "compound:prt")
    return ("positive", "actual") if went_on else None


def _instead(sentence: Sentence, head: Token) -> bool:
    """ "Instead of withdrawing", "rather than surrender", "far from retreating": by the order of the words."""
    near = sentence.tokens[max(0, head.index - 3) : head.index]
    before = tuple(t.text.lower() for t in near if t.upos != "DET")[-2:]
    return before in _INSTEAD and (head.upos == "VERB" or before[0] == "instead")


def _never_without(sentence: Sentence, above: Token, head: Token) -> bool:
    """ "Hardly a day passes without shelling", "did not fall without a fight": there is some."""
    beside = [t for t in children(sentence, above.index) if t is not head]
    words = {t.text.lower() for c in beside for t in (c, *children(sentence, c.index, "det", "advmod"))}
    return has_word(sentence, head, {"without"}, "mark", "case") and not words.isdisjoint(_HARDLY)


def _but_for(sentence: Sentence, above: Token, head: Token) -> bool:
    """ "Without the siege, the town would have bread": the siege is there; "without a truce" tells of none."""
    named = has_word(sentence, head, DEFINITE, "det")
    would = {t.text.lower() for t in children(sentence, above.index, "aux")} & _WOULD
    return head.upos == "NOUN" and has_word(sentence, head, {"without"}, "case") and named and bool(would)


def _perceived(sentence: Sentence, above: Token, head: Token) -> bool:
    """ "Shelling could be heard": it was."""
    could = has_word(sentence, above, {"can", "could"}, "aux") and not has_word(sentence, above, NOT, "advmod")
    return above.lemma in PERCEIVED and could and head.deprel == "nsubj:pass"


def _ahead(sentence: Sentence, verb: Token) -> bool:
    """ "Will have no choice", "would not hesitate": it is not told as done."""
    beside = {t.text.lower() for t in children(sentence, verb.index, "aux", "mark")}
    return not beside.isdisjoint(_WOULD | {"will", "'ll", "’ll", "wo", "may", "can", "to", "if"})


def _would_have(sentence: Sentence, verb: Token) -> bool:
    return _would(sentence, verb) and has_word(sentence, verb, {"have"}, "aux", "aux:pass")


def _would(sentence: Sentence, verb: Token) -> bool:
    return has_word(sentence, verb, _WOULD, "aux")


def _unmet(sentence: Sentence, clause: Token) -> bool:
    """ "If they had come", "had they come"."""
    had = next((t for t in children(sentence, clause.index, "aux") if t.text.lower() == "had"), None)
    if had is None:
        return False
    first = not any(t.upos not in {"PUNCT", "CCONJ"} for t in sentence.tokens[: had.index])
    return first or has_word(sentence, clause, _CONDITIONS, "mark")
