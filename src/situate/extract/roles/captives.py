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
from situate.extract.tree.phrases import kind_of, labelled_as
from situate.extract.tree.relations import case_of, children, has_particle, has_word, objects_of
from situate.extract.tree.words import lexicon
from situate.model.sentence import Sentence, Token
from situate.model.span import overlap

DETAINING = frozenset({"detain", "abduct"})
_KEPT_IN = frozenset({"besiege"})
_COUNTED = frozenset({"NOUN", "NUM"})
_COUNTING = frozenset({"dozen", "hundred", "thousand", "million", "score", "ten"})
_KNOWN = frozenset({"the", "these", "those", "both", "his", "her", "their"})
SEIZING = frozenset({"capture", "seize", "take", "retake", "recapture", "overrun", "wrest"})
_TAKING_AWAY = frozenset({"take", "snatch", "grab", "seize"})
_ONES_OWN = frozenset({"his", "her", "their"})
_AGE = re.compile(r"\d+-(?:year|month)", re.IGNORECASE)


def counted_or_named(sentence: Sentence, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a claim of a kind; of captives, those with a number as ``affected``, others as ``target``."""
    if kind not in DETAINING | _KEPT_IN:
        return list(fillers)
    return [_put(sentence, f, counted=kind in DETAINING) for f in fillers]


def as_a_place(sentence: Sentence, head: Token, fillers: Sequence[Filler]) -> list[Filler] | None:
    """ "Kirkuk was captured", "Kirkuk, which was captured": what is seized is a place alone, and nobody is held.

    The fillers with it as the place; ``None`` where somebody is held.
    """
    seized = objects_of(sentence, head) if head.lemma in SEIZING and head.upos == "VERB" else []
    which = head.deprel == "acl:relcl" and any(t.text.lower() in {"which", "that"} for t in seized)
    seized = [sentence.tokens[head.head]] if which else seized
    if which and kind_of(sentence, head.head) == "place":
        mine = [f for f in fillers if f.role == "target" and overlap(seized[0], f)]
        fillers = [replace(f, role="place") if f in mine else f for f in fillers]
    places = [f for f in fillers if f.role == "place"]
    nobody = not any(f.role in {"target", "affected"} for f in fillers)
    alone = nobody and bool(seized) and all(any(overlap(t, f) for f in places) for t in seized)
    return list(fillers) if alone else None


def is_somebody(sentence: Sentence, head: Token) -> bool:
    """ "Men took Ada Lorn from her farm", "took two brothers": who is taken is no place, and is led away.

    A name alone can be a town's, whatever the reader takes it for, so that words must say that it is somebody's.
    """
    taken = children(sentence, head.index, "obj") if head.upos == "VERB" and head.lemma in _TAKING_AWAY else []
    theirs = any(
        has_word(sentence, t, _ONES_OWN, "nmod:poss") and case_of(sentence, t) == "from"
        for t in children(sentence, head.index, "obl")
    )
    led = theirs or has_particle(sentence, head, "away")
    return bool(taken) and all(
        lexicon()["kinds"].get(t.lemma.lower()) == "people"
        if t.upos != "PROPN"
        else led and labelled_as(sentence, t, {"PER"})
        for t in taken
    )


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
