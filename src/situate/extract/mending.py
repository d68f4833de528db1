"""What the tree puts right in the binder's fillers: fragments that say nothing, the dead and the wounded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from situate.extract.phrases import children, lexicon, subtree
from situate.extract.roles import Filler, Timespan
from situate.model.sentence import Sentence, Token

_EMPTY = frozenset({"DET", "ADP", "PUNCT", "CCONJ", "SCONJ", "PART", "ADV", "ADJ"})
_NEAR = 4  # words between a figure and the word of harm beside it ("22 injured")
_TOLLS = frozenset({"killed", "wounded"})
_FIGURES = _TOLLS | {"affected"}
_TIMES = frozenset({"time", "duration"})
_RINGS = frozenset(
    {"siege", "encirclement", "ring", "blockade", "noose", "cordon"}
)  # "trapped inside the ring": no place
_LAYING = frozenset(
    {"impose", "lay", "launch", "mount", "wage", "begin", "start", "open", "announce", "declare", "sign"}
)
_SUFFERS = frozenset({"nsubj:pass", "obj", "nsubj", "nmod"})


def mended(sentence: Sentence, fillers: Iterable[Filler]) -> list[Filler]:
    """The fillers of a claim, those in its sentence put right; such as "at" or "the" alone are left out, and rings."""
    found: list[Filler] = []
    for filler in fillers:
        tokens = [t for t in sentence.tokens if filler.start <= t.start and t.end <= filler.end]
        if filler.role not in _TIMES and tokens:
            tokens = _without_tail(tokens)
            filler = replace(filler, end=tokens[-1].end)
        if filler.role not in _TIMES and tokens and all(_says_nothing(t) for t in tokens):
            continue
        if filler.role == "place" and tokens and tokens[-1].lemma.lower() in _RINGS:
            continue
        filler, tokens = _counted(sentence, filler, tokens)
        harmed = _harm(sentence, tokens) if tokens and filler.role in _TOLLS else None
        found.append(replace(filler, role=harmed or filler.role))
    return found


def dated_by_its_clause(
    sentence: Sentence, head: Token, fillers: Sequence[Filler], times: Sequence[Timespan]
) -> list[Filler]:
    """ "The siege that they imposed in July": the time in a noun's relative clause, where its verb only carries it."""
    if head.upos != "NOUN" or any(f.role in _TIMES for f in fillers):
        return list(fillers)
    nouns = (head, *children(sentence, head.index, "nmod"))  # "the siege of the city that they imposed"
    clauses = (t for noun in nouns for t in children(sentence, noun.index, "acl:relcl"))
    carrying = [t for t in clauses if t.lemma in _LAYING]
    inside = {sentence.tokens[i].start for verb in carrying for i in subtree(sentence, verb.index)}
    found = [t for t in times if t.start in inside]
    made = [Filler("duration" if t.duration else "time", t.start, t.end) for t in found]
    return sorted((*fillers, *made), key=lambda f: (f.start, f.end, f.role))


def _counted(sentence: Sentence, filler: Filler, tokens: list[Token]) -> tuple[Filler, list[Token]]:
    """A figure with the people it counts: "14" of "14 peacekeepers" is all three words' worth of nobody."""
    last = tokens[-1] if tokens else None
    if last is None or filler.role not in _FIGURES or last.deprel != "nummod" or last.head <= last.index:
        return filler, tokens
    counted = sentence.tokens[last.index + 1 : last.head + 1]
    if len(counted) > _NEAR:
        return filler, tokens
    return replace(filler, end=counted[-1].end), [*tokens, *counted]


def _without_tail(tokens: Sequence[Token]) -> list[Token]:
    """The words of a filler without a preposition or a conjunction that it ends on ("the houses in")."""
    kept = list(tokens)
    while len(kept) > 1 and kept[-1].upos in {"ADP", "CCONJ"} and kept[-1].deprel in {"case", "cc"}:
        kept.pop()
    return kept


def _says_nothing(token: Token) -> bool:
    """Whether a word without a noun names no side and no place ("rebel", "Kurdish" and "there" do)."""
    word = token.text.lower()
    named = token.text[:1].isupper() or token.lemma in lexicon()["kinds"] or word in {"there", "here"}
    return token.upos in _EMPTY and not named


def _harm(sentence: Sentence, tokens: Sequence[Token]) -> str | None:
    """Whether a toll is of dead or of wounded: by the word of harm that governs it, else by one beside it."""
    harm = lexicon()["harm"]
    inside = {t.index for t in tokens}
    for token in tokens:
        governor = sentence.tokens[token.head] if token.head >= 0 and token.head not in inside else None
        if governor is not None and governor.lemma in harm and token.deprel in _SUFFERS:
            return harm[governor.lemma]
    following = sentence.tokens[tokens[-1].index + 1 : tokens[-1].index + 1 + _NEAR]
    before = sentence.tokens[max(0, tokens[0].index - 2) : tokens[0].index]
    beside = (t for t in (*following, *before[::-1]) if t.upos in {"VERB", "ADJ"})
    return next((harm[t.lemma] for t in beside if t.lemma in harm), None)
