"""Who is told to be alive: of such words the reading model makes a killing, and they tell that there was none."""

from __future__ import annotations

from situate.extract.certainty.cues import CertaintyCues
from situate.extract.certainty.negation import negated
from situate.extract.tree.phrases import children
from situate.model.claim import Polarity
from situate.model.sentence import Sentence, Token

_ALIVE = frozenset({"alive", "unharmed", "unhurt"})
_FINDING = frozenset({"find", "remain", "rescue", "pull", "keep", "stay", "escape"})  # "were found alive"


def life(sentence: Sentence, head: Token, kind: str, cues: CertaintyCues) -> Polarity | None:
    """ "Are still alive" denies a death, "is no longer alive" tells one; ``None`` where another word tells it."""
    found = head.lemma in _FINDING and any(t.text.lower() in _ALIVE for t in children(sentence, head.index))
    if kind != "kill" or not (found or head.text.lower() in _ALIVE):
        return None
    return "positive" if negated(sentence, head, cues) else "negative"
