"""Words to the pieces of the encoder's vocabulary (uncased WordPiece, greedy longest match first)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

UNKNOWN = "[UNK]"
START = "[CLS]"
STOP = "[SEP]"
MOST_PIECES = 6  # of one word: addresses and long runs of letters are cut, so that no word can fill a window
MOST_LETTERS = 100
_MOST_CACHED = 50_000


class Wordpieces:
    """Cuts single words into vocabulary ids; remembers the words it has seen, up to a fixed number."""

    __slots__ = ("_cache", "_ids", "start", "stop", "unknown")

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self._cache: dict[str, tuple[int, ...]] = {}
        self.unknown, self.start, self.stop = self._ids[UNKNOWN], self._ids[START], self._ids[STOP]

    def pieces(self, word: str) -> tuple[int, ...]:
        """The ids of ``word``: one at least, ``MOST_PIECES`` at most."""
        found = self._cache.get(word)
        if found is None:
            found = self._cut(word)
            if len(self._cache) < _MOST_CACHED:
                self._cache[word] = found
        return found

    def _cut(self, word: str) -> tuple[int, ...]:
        ids: list[int] = []
        for part in _parts(_plain(word[:MOST_LETTERS])):
            ids.extend(self._longest_first(part))
            if len(ids) >= MOST_PIECES:
                break
        return tuple(ids[:MOST_PIECES]) or (self.unknown,)

    def _longest_first(self, part: str) -> list[int]:
        ids: list[int] = []
        start = 0
        while start < len(part):
            end = len(part)
            prefix = "##" if start else ""
            while end > start and prefix + part[start:end] not in self._ids:
                end -= 1
            if end == start:
                return [self.unknown]
            ids.append(self._ids[prefix + part[start:end]])
            start = end
        return ids


def _plain(word: str) -> str:
    """Lower case without accents or control characters, as the encoder was trained."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in decomposed if unicodedata.category(c) not in {"Mn", "Cc", "Cf"})


def _parts(word: str) -> list[str]:
    """Runs of letters and digits, and each other mark by itself."""
    parts: list[str] = []
    joined = False
    for letter in word:
        inner = letter.isalnum()
        if inner and joined:
            parts[-1] += letter
        else:
            parts.append(letter)
        joined = inner
    return parts
