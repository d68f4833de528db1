"""The phrase that a trigger stands in, as signs of when it was: its article, what leads to it, habits, who speaks."""

from __future__ import annotations

import re
from functools import lru_cache

from situate.resolve.when.undated import ClaimTime

_ARTICLES = {
    "the": "the", "this": "this", "these": "this", "that": "that", "those": "that", "a": "a", "an": "a", "its": "own",
    "his": "own", "her": "own", "their": "own", "any": "any", "no": "any", "such": "any", "more": "more",
    "further": "more", "new": "new", "fresh": "new", "latest": "new", "another": "another", "other": "another",
    "recent": "recent", "ongoing": "now", "continued": "now", "continuing": "now", "first": "first", "last": "first",
    "second": "first", "previous": "former", "earlier": "former", "past": "former", "repeated": "many", "many": "many",
    "several": "many", "some": "many", "two": "two", "three": "two", "four": "two",
}  # fmt: skip
_LEADS = frozenset({
    "after", "before", "during", "amid", "since", "by", "in", "of", "for", "from", "against", "with", "to", "over",
    "following", "despite", "through", "as", "on", "into", "until", "when", "while", "where", "who", "which",
    "that", "was", "were", "had", "has", "have", "been", "being", "is", "are", "be", "and", "or", "not", "will",
    "would", "could", "may", "might",
})  # fmt: skip
_WINDOW = 4  # words before a trigger in which its article and what leads to it stand
_HABIT = frozenset({
    "often", "usually", "always", "regularly", "routinely", "frequently", "repeatedly", "sometimes", "never",
    "ever", "typically", "every", "each", "any",
})  # fmt: skip
_SPEAKING = frozenset({"i", "we", "my", "our", "us"})
_WE = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us)\b")  # not "US"
_WORDS, _WORD = re.compile(r"[\w’'-]+"), re.compile(r"\w+")


@lru_cache(maxsize=8)  # asked again of the same claim
def article_and_lead(left: str) -> tuple[str, str]:
    """The sort of article of a trigger, and the word that leads to it, by the words of its sentence before it."""
    words = _nearest(left)
    article = next((_ARTICLES[word] for word in words[:3] if word in _ARTICLES), "none")
    return article, next((word for word in words if word in _LEADS), "none")


def of_phrase(left: str, trigger: str, sentence: str) -> list[str]:
    """The signs of the phrase of a trigger, by the words of its sentence before it (``left``)."""
    article, lead = article_and_lead(left)
    noun = (
        "s" if trigger.endswith("s") else "ing" if trigger.endswith("ing") else "ed" if trigger.endswith("ed") else "-"
    )
    signs = [f"article {article}", f"lead {lead}", f"form {article} {noun}", f"lead {lead} {noun}"]
    signs += _of_sentence(sentence)
    if not _WORDS.search(left, max(0, len(left) - 60)):
        signs.append("opens")
    return signs


@lru_cache(maxsize=8)  # the claims of a sentence come one after another
def words_of(sentence: str) -> frozenset[str]:
    """The words of a sentence in lower case: whether one of many stands there is asked of them, and of no pattern."""
    return frozenset(_WORD.findall(sentence.lower()))


@lru_cache(maxsize=8)
def _of_sentence(sentence: str) -> tuple[str, ...]:
    words = words_of(sentence)
    habit = not words.isdisjoint(_HABIT)
    habit = habit or ("systematic" in sentence.lower() and any(word.startswith("systematic") for word in words))
    we = not words.isdisjoint(_SPEAKING) and _WE.search(sentence) is not None
    return tuple(name for name, seen in (("habit", habit), ("we", we)) if seen)


def _nearest(left: str) -> list[str]:
    return [word.lower() for word in _WORDS.findall(left[-60:])[: -_WINDOW - 1 : -1]]


def crossed(claim: ClaimTime, length: int) -> list[str]:
    """What a claim is, two by two, and in which fifth of its report it stands; ``length`` of that in letters."""
    return [
        f"type {claim.type} timing {claim.timing}",
        f"tense {claim.tense} timing {claim.timing}",
        f"type {claim.type} tense {claim.tense}",
        f"part {min(4, 5 * claim.trigger.start // max(length, 1))}",
    ]
