"""Sentences in another print, and under other names: what a reader of news has to bear."""

from __future__ import annotations

import functools
import random
from collections.abc import Callable
from importlib import resources

from corpora import IGNORE, NAMES, ROLES, SAID, Bound, Sentence

from situate.resolve.who.registry import Registry
from situate.text.tokens import words as cut_words


def take(sentence: Sentence, keep: list[int], replaced: dict[int, str] | None = None) -> Sentence:
    """The sentence with only some of its words; arcs are renumbered (heads must be kept), spans stay well formed."""
    number = {old: new for new, old in enumerate(keep)}
    labels: dict[str, list[int]] = {}
    for kind, values in sentence.labels.items():
        if kind == "head":
            labels[kind] = [number[values[i]] if values[i] >= 0 else IGNORE for i in keep]
        else:
            labels[kind] = [values[i] for i in keep]
    for kind in ("mention", "name", "event", "claim", *SAID):
        if kind in labels:
            labels[kind] = _mended(labels[kind])
    bound = {
        number: Bound([b.trigger[i] for i in keep], *(_mended([row[i] for i in keep]) for row in (b.role, b.speaker)))
        for number, b in sentence.bound.items()
    }
    return Sentence([(replaced or {}).get(i, sentence.words[i]) for i in keep], labels, bound=bound)


def _mended(tags: list[int]) -> list[int]:
    """A continuation whose beginning was dropped begins the span."""
    result: list[int] = []
    for tag in tags:
        lone = tag > 0 and tag % 2 == 0 and (not result or result[-1] not in {tag, tag - 1})
        result.append(tag - 1 if lone else tag)
    return result


def without_marks(sentence: Sentence) -> Sentence:
    """As some collections print news: no commas, quotes, apostrophes; the possessive is glued to its noun."""
    heads = {h for i, h in enumerate(sentence.labels.get("head", [])) if h != i}
    roots = {i for i, h in enumerate(sentence.labels.get("head", [])) if h == i}
    drop: set[int] = set()
    replaced: dict[int, str] = {}
    for i, word in enumerate(sentence.words):
        if i in heads or i in roots:
            continue
        if word in {",", ";", ":", '"', "'", "“", "”", "‘", "’", "(", ")", "``", "''"}:
            drop.add(i)
        elif i and word in {"'s", "’s"} and i - 1 not in drop:
            drop.add(i)
            replaced[i - 1] = sentence.words[i - 1] + "s"
    keep = [i for i in range(len(sentence.words)) if i not in drop]
    return take(sentence, keep, replaced) if keep else sentence


def without_end(sentence: Sentence) -> Sentence:
    """As in a headline: no mark at the end."""
    last = len(sentence.words) - 1
    heads = sentence.labels.get("head", [])
    if last < 1 or sentence.words[last] not in {".", "!", "?"} or last in heads:
        return sentence
    return take(sentence, list(range(last)))


def recased(change: Callable[[str], str]) -> Callable[[Sentence], Sentence]:
    """A change of the letters of every word."""

    def changed(sentence: Sentence) -> Sentence:
        return Sentence([change(w) for w in sentence.words], sentence.labels, bound=sentence.bound)

    return changed


# Short names of armed sides: some are everyday words in small letters, which a web treebank teaches the model to see.
_SIDES = "IS ISIS SAA IS FSA SDF YPG IS ISIL HTS PKK IS Daesh ISF RSF IS SNA Hamas".split()  # noqa: SIM905 - as often


_BODIES = frozenset(
    ["army", "military", "forces", "troops", "soldiers", "fighters", "rebels", "militia", "militants", "regime", "-"]
)


_MEANS = {"air", "aerospace", "navy", "naval", "police", "gendarmerie", "coast"}  # who is named so acts by these means


def renamed(sentence: Sentence, chance: random.Random) -> Sentence:
    """Organisations of one word, now and then, under the short name of an armed side; who acts under another's name."""
    tags = sentence.labels.get("name", [])
    begin = 1 + 2 * NAMES.index("ORG")
    words = list(sentence.words)
    for i, tag in enumerate(tags):
        alone = tag == begin and (i + 1 == len(tags) or tags[i + 1] != begin + 1)
        if alone and words[i].isalpha() and chance.random() < 0.5:
            words[i] = chance.choice(_SIDES)
    return under_others(Sentence(words, sentence.labels, sentence.spans, sentence.bound), chance, 0.3)


def under_others(sentence: Sentence, chance: random.Random, share: float) -> Sentence:
    """A share of those who act in a sentence by name, under another's name of as many words."""
    words = list(sentence.words)
    for start, end in sorted(acting(sentence)):
        names = sides().get(end - start)
        if names and chance.random() < share:
            words[start:end] = chance.choice(names)
    return Sentence(words, sentence.labels, sentence.spans, sentence.bound)


def _by_means(name: list[str]) -> bool:
    return not _MEANS.isdisjoint(w.lower() for w in name)


def acting(sentence: Sentence) -> set[tuple[int, int]]:
    """Where proper names fill the role of an actor, from word to word, without an article before them."""
    begin = 1 + 2 * ROLES.index("actor")
    found = set()
    for bound in sentence.bound.values():
        for start in (i for i, tag in enumerate(bound.role) if tag == begin):
            end = start + 1
            while end < len(bound.role) and bound.role[end] == begin + 1:
                end += 1
            first = start + (sentence.words[start].lower() == "the")
            name = sentence.words[first:end]
            plain = name and name[0][0].isupper() and all(w[0].isupper() or w in _BODIES for w in name[1:])
            if plain and not _by_means(name):
                found.add((first, end))
    return {s for s in found if not any(o != s and o[0] < s[1] and s[0] < o[1] for o in found)}


@functools.cache
def sides() -> dict[int, list[list[str]]]:
    """Names of armed sides by their number of words, from the registry; none that the swap test asks about."""
    asked = resources.files("situate.evaluate").joinpath("actors.yaml").read_text("utf-8").lower()
    found: dict[int, list[list[str]]] = {}
    for actor in Registry.load().rows.values():
        for name in actor.names if actor.armed or (actor.kind == "state_forces" and actor.theatres) else ():
            cut = [name[a:b] for a, b in cut_words(name)]
            if name[0].isupper() and "(" not in name and name.lower() not in asked and not _by_means(cut):
                found.setdefault(len(cut), []).append(cut)
    return found


CHANGES = (
    *[recased(str.lower)] * 2, recased(str.upper), recased(str.title), *[without_end] * 2, *[without_marks] * 4,
)  # fmt: skip
"""Ways to print a sentence otherwise, each as often as it is to be taken."""
