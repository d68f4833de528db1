"""The swap test: a claim's type must not depend on who the actor is.

In a sentence by itself whose actor is named, forty other actors take the place of the name, in the number that its verb
wants. A swap is *same* if the trigger evokes claims of the types that it evoked before, *lost* if it evokes none, and
*changed* otherwise. Only sentences are asked in which the reader finds a claim at the trigger in the first place.
"""

from __future__ import annotations

import functools
import importlib.resources
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import yaml

from situate.evaluate.claims import Annotated, Scored
from situate.evaluate.editing import Edit, edited, moved
from situate.evaluate.rates import Figures, share
from situate.model.sentence import Sentence, Token
from situate.model.span import Span

Read = Callable[[str], Sequence[Scored]]
Outcome = tuple[str, str]  # an actor, and what a swap with it does
SENTENCES, _SEED = 200, 1
_NOUNS = frozenset({"PROPN", "NOUN"})
_PLACES_OF_NOUNS = frozenset(
    {"nsubj", "nsubj:pass", "obl", "obl:agent", "obj", "iobj", "nmod", "nmod:poss", "conj", "root"}
)
_INSIDE = frozenset({"det", "flat", "compound", "amod", "nmod", "nmod:poss", "case", "punct", "nummod", "appos"})
# Words of an actor that tell the means as well ("Russian warplanes"): without them the type may rightly be another.
_MEANS = """
air aircraft airforce warplane warplanes plane planes jet jets bomber bombers helicopter helicopters drone drones
gunship gunships artillery tank tanks navy warship warships suicide sniper snipers
"""
_JOINTS, _OWN = frozenset("-–’'"), frozenset({"’s", "'s"})
_ONE = frozenset({"is", "was", "has", "does"})
_MANY = frozenset({"are", "were", "have", "do"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A sentence whose claim has a named actor: where the name and its article stand; ``many``: it is a plural."""

    text: str
    trigger: Span
    name: Span
    many: bool


@functools.cache
def actors() -> tuple[tuple[str, str], ...]:
    """The forty actors, each as one and as many."""
    listed = yaml.safe_load((importlib.resources.files("situate.evaluate") / "actors.yaml").read_text("utf-8"))
    return tuple((one, many) for one, many in listed)


def named(sentence: Sentence, annotated: Annotated) -> Iterator[Named]:
    """The claims of a sentence (its text alone) whose actor is a whole noun phrase with a name in it."""
    for claim in annotated.claims:
        spans = [span for name, span in claim.roles if name == "actor"]
        if len(spans) == 1 and not spans[0].overlaps(claim.trigger):
            name = _whole(sentence, annotated.text, spans[0])
            if name is not None:
                many = _many(sentence, _head(sentence, name))
                yield Named(text=annotated.text, trigger=claim.trigger, name=name, many=many)


def _whole(sentence: Sentence, text: str, span: Span) -> Span | None:
    """The phrase with its article, if it is all that its noun has before it and if it holds a name."""
    tokens = [t for t in sentence.tokens if span.start <= t.start and t.end <= span.end]
    first_word = sentence.tokens[0].start
    if not any(
        t.text[:1].isupper() and t.upos in {"PROPN", "ADJ"} and t.start > first_word for t in tokens
    ) and not any(t.upos == "PROPN" for t in tokens):
        return None
    head = _head(sentence, span)
    if any(t.text.lower() in _MEANS.split() for t in tokens):
        return None
    if head.upos not in _NOUNS or head.deprel not in _PLACES_OF_NOUNS:
        return None
    before = [t for t in sentence.below.get(head.index, ()) if t.end <= span.start and t.deprel != "case"]
    if any(t.deprel != "det" or t.text.lower() not in {"the", "a", "an"} for t in before):
        return None
    start = min([span.start, *(t.start for t in before)])
    beside = text[span.end : span.end + 1]
    owns = text[span.end : span.end + 2] in _OWN
    joined = (beside in _JOINTS and not owns) or text[start - 1 : start] in _JOINTS
    goes_on = any(t.start >= span.end and t.deprel in _INSIDE | {"conj"} for t in sentence.below.get(head.index, ()))
    return None if joined or goes_on else Span(start, span.end)


def _head(sentence: Sentence, span: Span) -> Token:
    """The word of a phrase that hangs on a word outside of it."""
    inside = [t for t in sentence.tokens if span.start <= t.start and t.end <= span.end]
    indices = {t.index for t in inside}
    return next((t for t in inside if t.head not in indices), sentence.tokens[0])


def _many(sentence: Sentence, head: Token) -> bool:
    """Whether a noun stands for many: by the verb that agrees with it, else by what it looks like."""
    if head.deprel in {"nsubj", "nsubj:pass"} and head.head >= 0:
        verb = sentence.tokens[head.head]
        finite = {t.text.lower() for t in sentence.below.get(verb.index, ()) if t.deprel in {"aux", "aux:pass", "cop"}}
        if finite & (_ONE | _MANY):
            return bool(finite & _MANY)
        if verb.text.lower() == verb.lemma and not finite:
            return True
        if verb.text.lower() in {f"{verb.lemma}s", f"{verb.lemma}es"}:
            return False
    together = any(t.deprel == "conj" for t in sentence.below.get(head.index, ()))
    return together or (head.text.endswith("s") and head.text.lower() != head.lemma) or head.text.endswith("s")


def chosen(found: Iterable[Named], read: Read, most: int = SENTENCES) -> list[tuple[Named, tuple[str, ...]]]:
    """At most ``most`` sentences, one claim each, with the types that the reader finds at the trigger."""
    pool = list(found)
    random.Random(_SEED).shuffle(pool)  # noqa: S311
    kept: dict[str, tuple[Named, tuple[str, ...]]] = {}
    for one in pool:
        if len(kept) == most:
            break
        if one.text not in kept and (types := _types(read(one.text), one.trigger)):
            kept[one.text] = one, types
    return list(kept.values())


def swapped(one: Named, actor: tuple[str, str]) -> tuple[str, Span]:
    """The sentence with another actor, and where its trigger is then."""
    words = actor[one.many]
    end = one.name.end
    if words.endswith("s") and one.text[end : end + 2] in _OWN:
        words, end = f"{words}’", end + 2
    if not one.text[: one.name.start].strip("“‘\"'( "):
        words = words[:1].upper() + words[1:]
    edit = Edit(one.name.start, end, words)
    return edited(one.text, [edit]), moved(one.trigger, [edit])


def _types(found: Iterable[Scored], trigger: Span) -> tuple[str, ...]:
    return tuple(sorted({claim.type for claim in found if claim.trigger.overlaps(trigger)}))


def outcomes(cases: Sequence[tuple[Named, tuple[str, ...]]], read: Read) -> list[Outcome]:
    """What each swap does to the type."""
    found = []
    for one, types in cases:
        for actor in actors():
            text, trigger = swapped(one, actor)
            now = _types(read(text), trigger)
            found.append((actor[0], "same" if now == types else "changed" if now else "lost"))
    return found


def told(found: Sequence[Outcome]) -> Figures:
    """How many swaps leave the type as it was, in all, where the trigger is kept, and by actor, the worst first."""
    counts = Counter(outcome for _, outcome in found)
    same_by_actor = Counter(actor for actor, outcome in found if outcome == "same")
    sentences = len(found) // len(actors())
    worst = sorted(actors(), key=lambda actor: same_by_actor[actor[0]])
    return {
        "sentences": sentences,
        "swaps": len(found),
        **{outcome: share(counts[outcome], len(found)) for outcome in ("same", "changed", "lost")},
        "same_where_kept": share(counts["same"], counts["same"] + counts["changed"]),
        "same_by_actor": {one: share(same_by_actor[one], sentences) for one, _ in worst},
    }
