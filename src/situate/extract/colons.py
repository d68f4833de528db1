"""Who speaks by a colon alone: "Observatory: 12 killed in raids", "Raids kill 12 in Lisk: monitor"."""

from __future__ import annotations

from situate.extract.phrases import kind_of, labels_at
from situate.model.sentence import Sentence, Token
from situate.model.span import Span

_SHORT = 6  # words that a speaker before or behind a colon may have
_NAMES = 2  # of a person before a colon
_QUOTING = frozenset({"“", '"', "«", "‘"})
_LEAST = 3  # words that are more than a label
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM", "CCONJ", "PART", "PUNCT"})


def colon(sentence: Sentence, speakers: frozenset[str]) -> tuple[Span, Span, frozenset[int]] | None:
    """The words for who speaks, the colon, and the indices of what is said; ``None`` where no colon tells that.

    Before a colon a place or a topic stands more often ("BEIRUT: …", "Troop movement: …"): there only a quotation, a
    noun for those who speak in reports (``speakers``) or a person with two names tells that it is a speaker.
    """
    tokens = [t for t in sentence.tokens if t.text not in {"-", "–", "—"} or t.index > 0]
    marks = [t for t in tokens if t.text == ":"]
    if not marks:
        return None
    first, last = marks[0], marks[-1]
    before = [t for t in tokens if t.index < first.index]
    told = [t for t in tokens if t.index > first.index]
    spoken = len(told) >= _LEAST and any(t.upos in {"VERB", "AUX"} for t in told)
    if spoken and _names(sentence, before, speakers) and _surely(sentence, before, told, speakers):
        return _span(before), Span(first.start, first.end), frozenset(t.index for t in told)
    behind = [t for t in tokens if t.index > last.index and t.upos != "PUNCT"]
    told = [t for t in tokens if t.index < last.index]
    if _names(sentence, behind, speakers) and len(told) >= _LEAST:
        return _span(behind), Span(last.start, last.end), frozenset(t.index for t in told)
    return None


def _names(sentence: Sentence, words: list[Token], speakers: frozenset[str]) -> bool:
    """Whether some words are no more than a phrase for somebody who can speak."""
    if not 0 < len(words) <= _SHORT or any(t.upos not in _NAMING for t in words):
        return False
    inside = {t.index for t in words}
    heads = [t for t in words if t.head not in inside and t.upos in {"NOUN", "PROPN"}]
    if len(heads) != 1:
        return False
    known = heads[0].lemma.lower() in speakers
    return known or kind_of(sentence, heads[0].index) in {"actor", "people"}


def _surely(sentence: Sentence, words: list[Token], told: list[Token], speakers: frozenset[str]) -> bool:
    """Whether what stands before a colon is no topic: by a quotation, a noun for speakers, or two names of a person."""
    persons = {"Person", "PER"}
    named = [t for t in words if t.upos == "PROPN" and any(lab.label in persons for lab in labels_at(sentence, t))]
    known = words[-1].lemma.lower() in speakers
    return told[0].text in _QUOTING or known or len(named) >= _NAMES


def _span(words: list[Token]) -> Span:
    return Span(words[0].start, words[-1].end)
