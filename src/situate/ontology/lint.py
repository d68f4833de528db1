"""Says what is wrong with the ontology's files: ``python -m situate.ontology.lint`` (exit status 1 with the list)."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import get_args

from situate.model.claim import ROLES, Modality, Polarity
from situate.ontology.loading import load
from situate.ontology.schema import (
    ACLED_RULES,
    ACLED_SUB_EVENTS,
    DIMENSIONS,
    GROUPS,
    KINDS_OF_FILLER,
    PLOVER_TYPES,
    SLOTS,
    ClaimType,
    Cues,
    Frame,
    Golden,
    Kind,
    Ontology,
)

# A repeated group that ends in a repetition itself can take exponential time on a hostile line.
_NESTED_REPETITION = re.compile(r"[*+]\)[*+{]")


def problems(ontology: Ontology | None = None) -> list[str]:
    """Every problem found, one line each, in a fixed order; empty when all is well."""
    ontology = ontology or load()
    found = [line for t in ontology.types.values() for line in _of_type(t, ontology)]
    found += [line for frame in ontology.frames.values() for line in _of_frame(frame)]
    return found + list(_of_cues(ontology.cues))


def _of_type(t: ClaimType, ontology: Ontology) -> Iterator[str]:
    where = f"type {t.name}"
    if t.group not in GROUPS:
        yield f"{where}: unknown group {t.group!r}"
    if t.kind not in get_args(Kind):
        yield f"{where}: unknown kind {t.kind!r}"
    if not 0 <= t.weight <= 1:
        yield f"{where}: weight {t.weight} is not between 0 and 1"
    if not t.golden:
        yield f"{where}: no golden sentence"
    if not t.definition:
        yield f"{where}: no definition"
    yield from _unknown(where, "role", t.roles, ROLES)
    yield from _unknown(where, "frame", t.frames.values(), ontology.frames)
    yield from _of_codes(t, where)
    yield from _of_effect(t, where)
    yield from _of_triggers(t, where)
    yield from _of_pairs(t, where)
    for number, golden in enumerate(t.golden, start=1):
        yield from _of_golden(golden, f"{where}, golden sentence {number}", t.roles)


def _of_codes(t: ClaimType, where: str) -> Iterator[str]:
    if t.acled is not None and t.acled not in ACLED_SUB_EVENTS + ACLED_RULES:
        yield f"{where}: {t.acled!r} is no ACLED sub-event and no rule"
    if t.plover is not None and t.plover.split("-")[0] not in PLOVER_TYPES:
        yield f"{where}: {t.plover!r} does not begin with a PLOVER type"


def _of_effect(t: ClaimType, where: str) -> Iterator[str]:
    if t.effect is None:
        return
    if t.effect.dimension not in DIMENSIONS:
        yield f"{where}: unknown dimension {t.effect.dimension!r}"
    yield from _unknown(where, "role in effect", t.effect.actors.values(), t.roles)


def _of_triggers(t: ClaimType, where: str) -> Iterator[str]:
    lists = {name: getattr(t.triggers, name) for name in ("verbs", "nouns", "adjectives", "phrases")}
    if not (any(lists.values()) or t.triggers.pairs):
        yield f"{where}: no trigger words"
    listed = {word for words in lists.values() for word in words}
    yield from _unknown(where, "plain word", t.triggers.plain, listed)
    yield from _repeated(f"{where}, plain", t.triggers.plain)
    for name, words in lists.items():
        yield from _repeated(f"{where}, {name}", words)
        yield from (f"{where}, {name}: {word!r} is not in lower case" for word in words if word != word.lower())
        if name != "phrases":
            yield from (f"{where}, {name}: {word!r} is a phrase" for word in words if " " in word)


def _of_pairs(t: ClaimType, where: str) -> Iterator[str]:
    for number, pair in enumerate(t.triggers.pairs, start=1):
        if not pair.verbs or not pair.objects:
            yield f"{where}, pair {number}: needs verbs and objects"
        yield from _repeated(f"{where}, pair {number}, verbs", pair.verbs)
        yield from _repeated(f"{where}, pair {number}, objects", pair.objects)
        yield from (f"{where}, pair {number}: {word!r} is a phrase" for word in pair.objects if " " in word)


def _of_frame(frame: Frame) -> Iterator[str]:
    where = f"frame {frame.name}"
    yield from _unknown(where, "slot", frame.slots, SLOTS)
    for slot, choices in frame.slots.items():
        yield from _unknown(f"{where}, {slot}", "kind of filler", choices, KINDS_OF_FILLER)
        yield from _unknown(f"{where}, {slot}", "role", choices.values(), (*ROLES, "none"))
    if not frame.golden.text:
        yield f"{where}: no golden sentence"
    yield from _of_golden(frame.golden, where, ROLES)


def _of_golden(golden: Golden, where: str, roles: Iterable[str]) -> Iterator[str]:
    yield from _unknown(where, "role", golden.roles, roles)
    quotes = [golden.trigger, *(quote for fillers in golden.roles.values() for quote in fillers)]
    yield from (f"{where}: {quote!r} does not stand in the text" for quote in quotes if quote not in golden.text)
    yield from _unknown(where, "polarity", [golden.polarity], get_args(Polarity))
    yield from _unknown(where, "modality", [golden.modality], get_args(Modality))


def _of_cues(cues: Cues) -> Iterator[str]:
    yield from _unknown("cues", "stance", cues.speech_verbs.values(), ("neutral", "doubtful", "denying"))
    for name in ("speech_nouns", "speaker_nouns", "according_to"):
        yield from _repeated(f"cues, {name}", getattr(cues, name))
    for name in ("planned", "possible", "attempted", "negation"):
        for word_class, words in getattr(cues, name).items():
            yield from _repeated(f"cues, {name}, {word_class}", words)
    for line in cues.furniture:
        yield from _of_pattern(line.pattern)
    for number, figure in enumerate(cues.figures_of_speech, start=1):
        if not figure.words or not figure.near or figure.within < 1:
            yield f"cues, figure of speech {number}: needs words, near, and within of at least 1"


def _of_pattern(pattern: str) -> Iterator[str]:
    try:
        re.compile(pattern)
    except re.error as error:
        yield f"cues, furniture: {pattern!r} is no regular expression: {error}"
    if _NESTED_REPETITION.search(pattern):
        yield f"cues, furniture: {pattern!r} repeats a repetition"
    if not (pattern.startswith("^") and pattern.endswith("$")):
        yield f"cues, furniture: {pattern!r} does not cover a whole line"


def _unknown(where: str, what: str, found: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    allowed = set(known)
    yield from (f"{where}: unknown {what} {name!r}" for name in dict.fromkeys(found) if name not in allowed)


def _repeated(where: str, words: Iterable[str]) -> Iterator[str]:
    yield from (f"{where}: {word!r} stands there twice" for word, count in Counter(words).items() if count > 1)


def main() -> int:
    """Write the problems to standard output; 1 when there are any."""
    found = problems()
    sys.stdout.writelines(line + "\n" for line in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
