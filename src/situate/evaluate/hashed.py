"""Words that a file of labels is about and does not hold: they count only if they are those that were labelled."""

from __future__ import annotations

import hashlib


def same_words(words: str, sha256: str, what: str) -> str:
    """``words``, whose hash in hex is that of the label; raises ``ValueError`` with ``what`` they are if it is not."""
    if hashlib.sha256(words.encode("utf-8")).hexdigest() != sha256:
        raise ValueError(f"{what} has other words than were labelled")
    return words
