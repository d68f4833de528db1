"""Who is held or abducted: by a number he is affected, by a name or a noun he is whom it is done to.

Counted on annotated reports: of those detained or abducted who are told with a number, 180 of 284 are affected; of
those without one 604 of 616 are targets, and so are most whom an article makes known ("the three"). Who is besieged is
a target without a number (32 of 32). An age is no number of people. Who is freed is left as he was read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from situate.extract.roles.frames import Filler
from situate.extract.tree.relations import objects_of
from situate.model.sentence import Sentence, Token
from situate.model.span import overlap

DETAINING = frozenset({"detain", "abduct"})
_KEPT_IN = frozenset({"besiege"})
_COUNTED = frozenset({"NOUN", "NUM"})
_COUNTING = frozenset({"dozen", "hundred", "thousand", "million", "score", "ten"})
_KNOWN = frozenset({"the", "these", "those", "both", "his", "her", "their"})
SEIZING = frozenset({"capture", "seize", "take", "retake", "recapture", "overrun", "wrest"})
_AGE = re.compile(r"\d+-(?:year|month)", re.IGNORECASE)


def counted_or_named(sentence: Sentence, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a claim of a kind; of captives, those with a number as ``affected``, others as ``target``."""
    if kind not in DETAINING | _KEPT_IN:
        return list(fillers)
    return [_put(sentence, f, counted=kind in DETAINING) for f in fillers]


def is_a_place(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> bool:
    """ "Kirkuk was captured": what is seized is read as a place alone, and nobody is held."""
    seized = objects_of(sentence, head) if head.lemma in SEIZING and head.upos == "VERB" else []
    places = [f for f in fillers if f.role == "place"]
    nobody = not any(f.role in {"target", "affected"} for f in fillers)
    return nobody and bool(seized) and all(any(overlap(t, f) for f in places) for t in seized)


def _put(sentence: Sentence, filler: Filler, *, counted: bool) -> Filler:
    words = sentence.within(filler.start, filler.end)
    inside = {t.index for t in words}
    head = next((t for t in words if t.head not in inside and t.upos not in {"ADP", "DET", "PUNCT"}), None)
    if head is None or filler.role not in {"affected", "target"}:
        return filler
    if not any(map(_counts, words)):
        return replace(filler, role="target")
    before = sentence.tokens[max(0, words[0].index - 1)]
    if counted and {words[0].text.lower(), before.text.lower()} & _KNOWN:
        return replace(filler, role="target")
    return replace(filler, role="affected") if counted and head.upos in _COUNTED else filler


def _counts(token: Token) -> bool:
    number = token.upos == "NUM" or token.text[:1].isdigit() or token.lemma.lower() in _COUNTING
    return number and token.lemma.lower() != "one" and not _AGE.match(token.text)
