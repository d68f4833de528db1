"""What "would", "provided that" and "if" make of what they are said of.

"Taking the town would be a victory", "a deal would see them take it", "provided that the road stays open", "if they
take the hill, the road is cut".
"""

from __future__ import annotations

from situate.extract.tree.relations import children, governor_of, has_word
from situate.model.claim import Modality
from situate.model.sentence import Sentence, Token

_WOULD = frozenset({"would", "'d", "’d"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_CONTENTS = frozenset({"ccomp", "xcomp"})
_DRIVING = frozenset({"send", "leave", "set", "get", "keep"})
_DRIVEN = frozenset({"advcl", "xcomp", "acl", "nmod", "obj", "dep"})
_STEPS = 4
_IF = frozenset({"if", "unless", "should"})
_NOW = frozenset({"is", "are", "has", "have", "'s", "’s", "'re", "’re", "do", "does", "will"})
_SEEING = frozenset({"see", "have"})


def supposed(sentence: Sentence, governor: Token, current: Token) -> Modality | None:
    """How a clause or noun stands of which it is said what it "would be", or that a plan "would see" it; else ``None``.

    ``current`` hangs on ``governor``. "The fall of the town would be a blow": it has not fallen. What would do
    something may well be there ("the siege would last", "the rebels would fight").
    """
    if not has_word(sentence, governor, _WOULD, "aux"):
        return None
    if current.deprel in _SUBJECTS and (current.upos == "VERB" or children(sentence, governor.index, "cop")):
        return "possible"
    return "planned" if current.deprel in _CONTENTS and governor.lemma in _SEEING else None


def provided(sentence: Sentence, head: Token) -> Modality | None:
    """ "Provided that the road remains passable": by the order of the words, for trees differ; else ``None``."""
    clause = head if children(sentence, head.index, "mark") else governor_of(sentence, head) or head
    for that in children(sentence, clause.index, "mark"):
        before = sentence.tokens[that.index - 1].text.lower() if that.index else ""
        if that.text.lower() == "that" and before in {"provided", "providing"}:
            return "possible"
    return None


def driven(sentence: Sentence, head: Token) -> Modality | None:
    """ "Would send tens of thousands fleeing": they stay, wherever the tree hangs the participle; else ``None``."""
    current = head
    for _ in range(_STEPS):
        if not head.text.endswith("ing") or current.head < 0 or current.deprel not in _DRIVEN:
            return None
        current = sentence.tokens[current.head]
        if current.lemma in _DRIVING:
            would = has_word(sentence, current, _WOULD, "aux")
            return "possible" if would else None
    return None


def only_if(sentence: Sentence, head: Token) -> Modality | None:
    """ "If they take the hill, the road is cut": what depends on what has not come is not there; else ``None``.

    Both in the present, the condition first: "if they held it, they lost it since", "is cut even if a few get by" tell.
    """
    verb = head if head.upos in {"VERB", "ADJ"} else None
    conditions = children(sentence, verb.index, "advcl") if verb is not None else []
    before = [t for t in conditions if t.index < head.index and has_word(sentence, t, _IF, "mark")]
    if verb is None or not before or not (_is_now(sentence, verb) and all(_is_now(sentence, t) for t in before)):
        return None
    first = sentence.tokens[min(i.index for t in before for i in children(sentence, t.index, "mark")) - 1]
    return None if first.text.lower() in {"even", "as"} else "possible"


def _is_now(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb stands in the present, by its auxiliary or its own form."""
    helped = {t.text.lower() for t in children(sentence, verb.index, "aux", "aux:pass", "cop")}
    if helped:
        return not helped.isdisjoint(_NOW)
    return verb.upos == "VERB" and verb.text.lower() in {verb.lemma, f"{verb.lemma}s", f"{verb.lemma}es"}
