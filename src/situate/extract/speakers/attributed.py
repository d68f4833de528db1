"""An attribution (speaker, cue, content) in one sentence, and who can be a speaker at all."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from situate.extract.tree.phrases import kind_of
from situate.extract.tree.relations import has_word
from situate.model.sentence import Sentence, Token
from situate.model.span import Span
from situate.ontology import load

_THINGS = frozenset({"time", "weapon", "goods", "event", "route", "figure", "container"})
# First and second persons speak inside a quotation, whose speaker is named around it.
NO_SPEAKERS = frozenset({
    "that", "which", "this", "what", "i", "we", "you", "whoever", "anyone", "anybody", "nobody", "nothing", "none",
})  # fmt: skip
_ALSO_SPEAK = frozenset({"some", "many", "others", "all", "both", "report", "statement", "video", "room"})


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution inside one sentence: spans in the report, and the token indices that it covers."""

    sentence: int
    speaker: Span | None
    cue: Span
    covered: frozenset[int]
    pronoun: bool = False
    opens: bool = False  # "…, the minister said:", and what follows is his
    bare: bool = False  # a sentence of its own behind a quotation ("“…!” the minister said.")
    passes: bool = False  # he passes on what somebody else says, who is named too
    cited: bool = False  # somebody else passes on what he says
    leads: bool = False  # "The mayor: all is calm.": what else its paragraph says is his
    so: bool = False  # "a nurse said so": he said what stands before
    aside: bool = False  # told by the way of somebody in the sentence ("those whom they claim to defend")


def can_speak(sentence: Sentence, speaker: Token) -> bool:
    """Whether a phrase denotes somebody: no time, weapon or event, and no common noun for nothing known."""
    if has_word(sentence, speaker, {"no"}, "det"):
        return False  # "no group has claimed the attack"
    kind = kind_of(sentence, speaker.index)
    if speaker.upos in {"PROPN", "PRON"} or kind in {"actor", "people", "place"}:
        return kind not in _THINGS
    return kind not in _THINGS and (kind != "other" or speaker.lemma in speaker_nouns())


@functools.cache
def speaker_nouns() -> frozenset[str]:
    """Nouns for those who speak in reports ("source", "spokesman", "residents")."""
    return frozenset(load().cues.speaker_nouns) | _ALSO_SPEAK
