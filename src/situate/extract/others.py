"""Fillers in the wrong role: doers of another verb ("overran the town, which had been held by the rebels"), and who is
under whom."""

from __future__ import annotations

from collections.abc import Sequence

from situate.extract.phrases import ancestors, cases_of, children, lexicon, phrase_at, subtree
from situate.extract.roles import Filler, by_place
from situate.model.sentence import Sentence, Token

_TYPES = frozenset({"capture", "advance", "handover", "siege_end"})
_FOUGHT = frozenset({"with", "against", "between"})


def without_other_doers(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers without actors that "by" ties to a verb beside the claim's, where others are left.

    So are those whom others fought before ("fell to rebels after five days of fighting with the army").
    """
    doers = [f for f in fillers if f.role == "actor"]
    if kind not in _TYPES or len(doers) < 2:
        return list(fillers)
    others = [f for f in doers if _of_another_verb(sentence, head, f)]
    return list(fillers) if len(others) == len(doers) else [f for f in fillers if f not in others]


def besieged_itself(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of a siege without the place of what it is told to have gone on since.

    "Trapped inside a ring since the group overran the region": that is not what the ring lies around.
    """
    if kind != "besiege":
        return list(fillers)
    return [f for f in fillers if f.role != "place" or not _since_then(sentence, head, f)]


def _since_then(sentence: Sentence, head: Token, filler: Filler) -> bool:
    inside = [t for t in sentence.tokens if filler.start <= t.start and t.end <= filler.end]
    verbs = (v for t in inside[:1] for v in ancestors(sentence, t.index) if v.upos == "VERB")
    verb = next(verbs, None)
    if verb is None or head.index in subtree(sentence, verb.index):
        return False
    return any(t.text.lower() == "since" for t in children(sentence, verb.index, "mark"))


def held_under(sentence: Sentence, head: Token, kind: str, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers of "the town is under the rebels": what is under is the place, who it is under holds it."""
    holder = sentence.tokens[head.head] if head.head >= 0 else None
    if kind != "control" or head.text.lower() != "under" or holder is None:
        return list(fillers)
    places = children(sentence, holder.index, "nsubj")
    if not places or not children(sentence, holder.index, "cop"):
        return list(fillers)
    kept = [f for f in fillers if f.role not in {"place", "actor", "target"}]
    return sorted([*kept, _phrase(sentence, places[0], "place"), _phrase(sentence, holder, "actor")], key=by_place)


def _phrase(sentence: Sentence, head: Token, role: str) -> Filler:
    """What a noun heads, without the preposition before it."""
    phrase = phrase_at(sentence, head.index)
    before = (t for t in children(sentence, head.index, "case") if t.start >= phrase.start)
    start = max([phrase.start, *(t.end + 1 for t in before if t.end < head.start)])
    return Filler(role, start, phrase.end, phrase.head)


def _of_another_verb(sentence: Sentence, head: Token, filler: Filler) -> bool:
    inside = [t for t in sentence.tokens if filler.start <= t.start and t.end <= filler.end]
    places = {t.index for t in inside}
    top = next((t for t in inside if t.head not in places), None)
    if top is None or top.head in {-1, head.index, head.head}:
        return False
    cases, above = set(cases_of(sentence, top)), sentence.tokens[top.head]
    fought = bool(cases & _FOUGHT) and lexicon()["kinds"].get(above.lemma.lower()) == "event"
    return fought or ("by" in cases and above.upos == "VERB")
