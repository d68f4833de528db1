"""Which language a text is in. The reading model knows English; other text is a failure that says so.

Two looks. The share of English function words settles nearly every English text in a few microseconds, whatever its
case and without any punctuation. What they do not settle goes to a naive Bayes model over byte sequences (py3langid),
loaded when the first such text comes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

SAMPLE = 600
"""Code points from the beginning of a text that are looked at."""

_SHORTEST = 40  # letters: below it a name or a headline says too little
_ENOUGH = 0.12  # share of function words above which a text is English; in news English it is about 0.25
# How far ahead of English another language must lie, in nats a letter: headlines full of foreign names reach 0.16,
# sentences of other languages in Latin letters begin at 0.7, in other alphabets at 5.
_LEAD = 0.3

# English words that are not at the same time common words of Dutch, German, French, Spanish, Italian or Portuguese.
_OF_ENGLISH = (
    "the of and to that with for from by were was which this these those their they his her has have had been not"
    " said says at after who what would could into than over when where while its be but or are it"
)
_FUNCTION_WORDS = frozenset(_OF_ENGLISH.split())
_WORD = re.compile(r"[^\W\d_]+")
# Major languages of news and of social media; rare ones near to English (Scots, pidgins) would only mislead.
_LANGUAGES = (
    "am ar az be bg bn bs ca cs da de el en es et fa fi fr he hi hr hu hy id it ja ka kk km ko ku ky lo lt lv mk mn ms"
    " my ne nl no pa pl ps pt ro ru sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh"
)

Ranker = Callable[[str], tuple[str, float]]


def foreign(text: str) -> str | None:
    """The code (ISO 639-1) of the language of ``text``, or ``None`` when it is English or too short to tell."""
    sample = text[:SAMPLE]
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    if letters < _SHORTEST:
        return None if _mostly_latin(words) else "und"
    known = sum(word in _FUNCTION_WORDS for word in map(str.lower, words)) / len(words)
    if known >= _ENOUGH:
        return None
    code, lead = model()(sample.lower())
    return code if code != "en" and lead > _LEAD * letters else None


def is_english(code: str) -> bool:
    """Whether a declared language (``en``, ``en-GB``, ``English``) is English."""
    return re.split(r"[-_]", code.strip().lower())[0] in ("en", "eng", "english")


@cache
def model() -> Ranker:
    """The model, loaded once (0.6 s): of a text, the likeliest language and its lead over English in nats."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages([code for code in _LANGUAGES.split() if code in set(identifier.labels)])

    def rank(text: str) -> tuple[str, float]:
        ranked = identifier.rank(text)
        return str(ranked[0][0]), float(ranked[0][1] - dict(ranked)["en"])

    return rank


def _mostly_latin(words: list[str]) -> bool:
    letters = "".join(words)
    return not letters or sum(letter < "\u0250" for letter in letters) * 2 > len(letters)
