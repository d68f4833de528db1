"""Who is held or abducted: by a number he is affected, by a name or a noun he is whom it is done to.

Counted on annotated reports: of those detained or abducted who are told with a number, 180 of 284 are affected; of
those without one 604 of 616 are targets, and so are most whom an article makes known ("the three"). Who is besieged is
a target without a number (32 of 32). An age is no number of people. Who is freed is left as he was read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from situate.extract.roles.frames import Filler, in_order
from situate.extract.roles.tallies import is_thing
from situate.extract.tree.phrases import kind_of, labelled_as
from situate.extract.tree.relations import (
    case_of,
    cases_of,
    children,
    governor_of,
    has_particle,
    has_word,
    objects_of,
    top_of,
)
from situate.extract.tree.slots import is_passive
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


def seized_things(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a capture with things that are taken as goods, and whom they are taken from as who loses them.

    "A truck seized from the army in Kirkuk": nobody took Kirkuk, and the army took nothing.
    """
    if kind != "capture":
        return list(fillers)
    lost = [t.start for t in children(sentence, head.index, "obl") if "from" in cases_of(sentence, t)]
    of = governor_of(sentence, head, "acl", "acl:relcl") if is_passive(sentence, head) else None
    of = None if of is None or kind_of(sentence, of.index) == "place" else of
    things = [f for f in fillers if f.role == "target" and _is_thing(sentence, f)]
    found = [replace(f, role="goods") if f in things else f for f in fillers]
    losing = [f for f in found if f.role == "actor" and any(f.start <= s < f.end for s in lost)]
    found = [replace(f, role="target") if f in losing else f for f in found]
    if of is None or not is_thing(sentence, of) or any(f.role == "goods" for f in found):
        return found
    return in_order(*found, Filler("goods", of.start, of.end, of.index))


def _is_thing(sentence: Sentence, filler: Filler) -> bool:
    noun = top_of(sentence, filler.start, filler.end)
    return noun is not None and kind_of(sentence, noun.index) != "place" and is_thing(sentence, noun)


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
