"""Trees against a treebank: parts of speech, heads and relations, on given words and from raw text.

On given words each word counts once (UPOS, UAS, LAS). From raw text the idea is that of the CoNLL 2018 shared task: a
word is found when its characters are exactly those of a gold word, and it counts for LAS when its head (found in the
same way) and its relation are right too; figures are F1. Subtypes of relations (``obl:agent``) are left out, as there.
A word that the print does not hold apart from its neighbours (part of a contraction that its parts do not spell) is
never found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from situate.evaluate.rates import Figures, Rates, share
from situate.model.span import Span


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its part of speech and relation; ``head`` is the span of its head, ``None`` for the root."""

    span: Span
    upos: str
    head: Span | None
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Consecutive sentences of one source as text, each a sequence of words with spans in the text."""

    text: str
    sentences: tuple[tuple[Word, ...], ...]


def given_texts(rows: Iterable[Mapping[str, Any]]) -> list[Text]:
    """Treebank sentences as texts of words between single spaces, a line for each sentence."""
    return [_text([(" ".join(row["tokens"]), _spaced(row["tokens"]), row) for row in rows]) for rows in _sources(rows)]


def raw_texts(rows: Iterable[Mapping[str, Any]]) -> list[Text]:
    """Treebank sentences as they were printed, with a single space between two sentences."""
    return [_text([(row["text"], printed(row), row) for row in rows], joint=" ") for rows in _sources(rows)]


def _sources(rows: Iterable[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
    """Neighbours of one source together: ids are ``source-number``."""
    return [list(group) for _, group in groupby(rows, key=lambda row: str(row["id"]).rpartition("-")[0])]


def _text(parts: Sequence[tuple[str, Sequence[Span], Mapping[str, Any]]], joint: str = "\n") -> Text:
    sentences, begin = [], 0
    for text, places, row in parts:
        spans = [Span(begin + place.start, begin + place.end) for place in places]
        heads = [spans[head - 1] if head else None for head in row["head"]]
        sentences.append(tuple(map(Word, spans, row["upos"], heads, row["deprel"])))
        begin += len(text) + len(joint)
    return Text(text=joint.join(text for text, _, _ in parts), sentences=tuple(sentences))


def _spaced(tokens: Sequence[str]) -> list[Span]:
    spans, begin = [], 0
    for token in tokens:
        spans.append(Span(begin, begin + len(token)))
        begin += len(token) + 1
    return spans


def printed(row: Mapping[str, Any]) -> list[Span]:
    """Where the words of a sentence stand in its text; parts that do not spell their contraction share its place.

    Raises ``ValueError`` if a word is not in the text.
    """
    tokens, text = row["tokens"], row["text"]
    joined = {first: (last, form) for first, last, form in row.get("mwt") or ()}
    spans: list[Span] = []
    begin = 0
    while len(spans) < len(tokens):
        first = len(spans)
        last, form = joined.get(first, (first + 1, tokens[first]))
        start = text.index(form, begin)
        begin = start + len(form)
        spans += _inside(tokens[first:last], form, start)
    return spans


def _inside(parts: Sequence[str], form: str, start: int) -> list[Span]:
    if "".join(parts) != form:
        return [Span(start, start + len(form))] * len(parts)
    ends = [start + sum(map(len, parts[: number + 1])) for number in range(len(parts))]
    return [Span(end - len(part), end) for part, end in zip(parts, ends, strict=True)]


def score_given(pairs: Iterable[tuple[Sequence[Word], Sequence[Word]]]) -> Figures:
    """UPOS, UAS and LAS over pairs of (gold, found) words, one to one."""
    n: Counter[str] = Counter()
    for gold, found in pairs:
        for wanted, got in zip(gold, found, strict=True):
            attached = wanted.head == got.head
            n["words"] += 1
            n["upos"] += wanted.upos == got.upos
            n["uas"] += attached
            n["las"] += attached and _universal(wanted) == _universal(got)
    return {"words": n["words"]} | {name: share(n[name], n["words"]) for name in ("upos", "uas", "las")}


def score_raw(pairs: Iterable[tuple[Text, Sequence[Sequence[Word]]]]) -> Figures:
    """F1 of words, sentences, UPOS, UAS and LAS over pairs of a gold text and the sentences found in it."""
    right: Counter[str] = Counter()
    size: Counter[str] = Counter()
    for text, sentences in pairs:
        gold, found = _facts(text.sentences), _facts(sentences)
        for name in gold:
            right[name] += (gold[name] & found[name]).total()
            size["gold " + name] += gold[name].total()
            size["found " + name] += found[name].total()
    rates = {n: Rates(right=right[n], found=size[f"found {n}"], gold=size[f"gold {n}"]) for n in right}
    return {name: rate.told()["f1"] for name, rate in rates.items()} | {"gold_words": size["gold words"]}


def _facts(sentences: Sequence[Sequence[Word]]) -> dict[str, Counter[Any]]:
    """What can be right or wrong."""
    words = [word for sentence in sentences for word in sentence]
    return {
        "words": Counter(w.span for w in words),
        "sentences": Counter((s[0].span.start, s[-1].span.end) for s in sentences if s),
        "upos": Counter((w.span, w.upos) for w in words),
        "uas": Counter((w.span, w.head) for w in words),
        "las": Counter((w.span, w.head, _universal(w)) for w in words),
    }


def _universal(word: Word) -> str:
    return word.relation.partition(":")[0]
