"""Who is named only to say whose friends did it: in "US-backed forces took the town" it is not the US that took it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from situate.extract.roles.frames import Filler
from situate.model.sentence import Sentence

_BACKED = re.compile(
    r"[-‑–](?:backed|supported|allied|aligned|trained|funded|sponsored|armed|equipped|vetted|friendly|linked|affiliated)\b",
    re.IGNORECASE,
)


def without_backers(sentence: Sentence, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a claim without actors whose words go on "-backed": they back who did it."""
    return [f for f in fillers if f.role != "actor" or not _BACKED.match(_after(sentence, f))]


def _after(sentence: Sentence, filler: Filler) -> str:
    """The words after a filler, up to the end of the second one, with the spaces that stand between them."""
    words, at = "", filler.end
    for token in (t for t in sentence.tokens if t.start >= filler.end):
        if len(words) > 1 and (token.start > at or len(words) > _MOST):
            break
        words += " " * (token.start - at) + token.text
        at = token.end
    return words


_MOST = 16  # letters
