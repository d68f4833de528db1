"""Where the words of a filler or a speaker end: a phrase that breaks off before its noun is closed by the tree.

"At least seven" of "at least seven villages", "the Dogan" of "the Dogan news agency", "in" of "in January". What the
claim itself says ends a phrase ("Russian" of "Russian air strikes" is who strikes), and so does what another role has.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from situate.extract.tree.relations import cases_of
from situate.extract.tree.words import lexicon
from situate.model.sentence import Sentence, Token
from situate.model.span import Span

_HANGING = frozenset({"det", "amod", "nummod"})  # what cannot stand for its noun
_HYPHENS = frozenset({"-", "‑"})
_MOST = 4  # words by which a phrase may grow
_OWNERS = frozenset({"'s", "’s"})
_NAMING = frozenset({"actor", "people"})


def closed(sentence: Sentence, span: Span, beside: Iterable[Span] = (), *, dated: bool = False) -> Span:
    """A span that ends where its phrase does; ``beside`` are spans that it may not reach into.

    ``dated``: it tells a time, and may begin with a preposition ("in" of "in January").
    """
    inside = sentence.within(span.start, span.end)
    if not inside:
        return span
    hanging = _HANGING | {"case"} if dated else _HANGING
    last = inside[-1]
    if _further(sentence, inside[0], last, hanging) is None:
        return span  # as most do
    shut = [*(t.span for t in sentence.triggers), *beside]
    while (further := _further(sentence, inside[0], last, hanging)) is not None:
        grown = Span(last.end, further.end)
        words = sentence.tokens[last.index + 1 : further.index + 1]
        own = inside[0].deprel == "det" and inside[0].head == further.index  # "a regime military" of its own "base"
        over = not own and any(map(grown.overlaps, shut))
        if further.index - inside[-1].index > _MOST or over or not _one_run(words):
            break
        last = further
    return Span(span.start, max(span.end, last.end))


def _further(sentence: Sentence, first: Token, last: Token, hanging: frozenset[str]) -> Token | None:
    """The word that a phrase from ``first`` to ``last`` goes on to: the noun before which it breaks off, or a name."""
    following = sentence.tokens[last.index + 1] if last.index + 1 < len(sentence.tokens) else None
    if (joined := _joined_on(sentence, last)) is not None:
        return joined
    if following is not None and following.deprel == "flat" and first.index <= following.head <= last.index:
        return following
    if following is not None and _named_on(last, following):
        return following
    if following is not None and following.text in _OWNERS and last.deprel == "nmod:poss":
        owned = sentence.tokens[last.head]  # "Abbot" of "Abbot's Ferry": what is owned has a name too
        return owned if owned.upos == "PROPN" and owned.text[:1].isupper() and owned.index > last.index else None
    if last.head <= last.index:
        return None
    noun = sentence.tokens[last.head]
    if noun.upos not in {"NOUN", "PROPN", "NUM"} or lexicon()["kinds"].get(noun.lemma.lower()) == "event":
        return None
    if last.deprel in hanging and not _side(first, last):
        return noun
    opened = first.deprel == "det" and first.index < last.index
    return noun if last.deprel == "compound" and opened else noun if _fits(last, noun) else None


def _joined_on(sentence: Sentence, last: Token) -> Token | None:
    """The word that a hyphen ties to a name's last word ("Deir e" of "Deir e-Zor")."""
    hyphen, after = [*sentence.tokens[last.index + 1 : last.index + 3], None, None][:2]
    if hyphen is None or after is None or hyphen.text not in _HYPHENS:
        return None
    flush = last.end == hyphen.start and hyphen.end == after.start
    return after if flush and last.deprel == after.deprel == "flat" and last.head == after.head else None


def _named_on(last: Token, following: Token) -> bool:
    """Whether a name goes on before the noun that its words hang on ("Ember" of "an Ember Front siege")."""
    joined = last.head in {following.head, following.index}
    together = joined and following.head > following.index and following.deprel in {"compound", "amod"}
    capitals = last.text[:1].isupper() and following.text[:1].isupper() and not following.text.isupper()
    return together and capitals and last.upos == "PROPN" and last.deprel == "compound"


def _side(first: Token, last: Token) -> bool:
    """Whether a phrase is one word that names a side by itself ("Kurdish")."""
    return first.index == last.index and last.upos in {"ADJ", "PROPN"} and last.text[:1].isupper()


def _fits(last: Token, noun: Token) -> bool:
    """Whether a word that names a side goes on to those who are of it ("Islamist militants")."""
    return last.deprel == "amod" and lexicon()["kinds"].get(noun.lemma.lower()) in _NAMING


def _one_run(words: Sequence[Token]) -> bool:
    """Whether words follow each other without a mark between them, but for that of an owner and a hyphen."""
    return all(t.text[:1].isalnum() or t.text in _OWNERS | _HYPHENS for t in words)


def cases(sentence: Sentence, head: Token) -> str:
    """The prepositions of a phrase, in lower case, parted by spaces."""
    return " ".join(cases_of(sentence, head))
