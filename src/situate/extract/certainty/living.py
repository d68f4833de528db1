"""Who is told to be alive: of such words the reading model makes a killing, and they tell that there was none."""

from __future__ import annotations

from situate.extract.certainty.cues import CertaintyCues
from situate.extract.certainty.negation import negated
from situate.extract.tree.phrases import kind_of
from situate.extract.tree.relations import children, has_word
from situate.model.claim import Polarity
from situate.model.sentence import Sentence, Token
from situate.text.quantity_nouns import COLLECTIVES

_ALIVE = frozenset({"alive", "unharmed", "unhurt"})
_OUTLIVED = frozenset(
    {"night", "day", "journey", "way", "trip", "wound", "injury", "operation", "surgery", "attack", "blast"}
)
_FINDING = frozenset({"find", "remain", "rescue", "pull", "keep", "stay", "escape"})  # "were found alive"


def life(sentence: Sentence, head: Token, kind: str, cues: CertaintyCues) -> Polarity | None:
    """ "Are still alive" denies a death, "is no longer alive" and "did not survive" tell one; ``None`` where another
    word tells it.
    """
    if kind == "kill" and did_not_survive(sentence, head):
        return "positive"
    found = head.lemma in _FINDING and has_word(sentence, head, _ALIVE)
    if kind != "kill" or not (found or head.text.lower() in _ALIVE):
        return None
    return "positive" if negated(sentence, head, cues) else "negative"


def did_not_survive(sentence: Sentence, verb: Token) -> bool:
    """ "Two residents did not survive", "three did not survive the night": counted people died of what was told."""
    negated = any(t.lemma.lower() in {"not", "n't"} for t in children(sentence, verb.index, "advmod"))
    if verb.lemma.lower() != "survive" or not negated or children(sentence, verb.index, "ccomp"):
        return False
    if any(t.lemma.lower() not in _OUTLIVED for t in children(sentence, verb.index, "obj")):
        return False  # "did not survive the vote"
    people = (t for t in children(sentence, verb.index, "nsubj") if _are_people(sentence, t))
    return any(t.upos == "NUM" or children(sentence, t.index, "nummod") for t in people)


def _are_people(sentence: Sentence, token: Token) -> bool:
    """Whether a word counts people, or some of those who were hurt ("three of the wounded")."""
    hurt = any(t.lemma.lower() in COLLECTIVES for t in children(sentence, token.index, "nmod"))
    return hurt or kind_of(sentence, token.index) == "people"
