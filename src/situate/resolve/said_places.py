"""Where a name stands in a text: in a long one, found by an index of its words, made once, whatever is asked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import TypeVar

_BEGINS = re.compile(r"(?<!\w)\w|[^\W\d_a-z]")  # a word, or a capital within one ("McLorn")
_CAPITAL, _WORD, _INNER = re.compile(r"[^\W\d_a-z]"), re.compile(r"\w"), re.compile(r"[\w-]")
_SHOWN = 16  # code points of the text from there on by which places are in order
_LONG = 20_000  # code points from which on looking through a text for each name costs more than the index
_BEFORE = 60  # code points before a name in which words that lead to it stand
_T = TypeVar("_T")


class SaidPlaces:
    """The places of names in a text; from ``long`` code points on, by an index."""

    def __init__(self, text: str, *, long: int = _LONG) -> None:
        self._text, self._is_long = text, len(text) >= long
        self._answers: dict[tuple[str, str], object] = {}

    @cached_property
    def _places(self) -> list[int]:
        """Where words begin, in the order of what stands there."""
        text = self._text
        return sorted([m.start() for m in _BEGINS.finditer(text)], key=lambda at: text[at : at + _SHOWN])

    def of(self, name: str) -> list[int]:
        """Where a name stands, in order."""
        return self._indexed(name) if self._is_long and _CAPITAL.match(name) else list(self._one_by_one(name))

    def beginning(self, name: str, *, hyphened: bool = False) -> list[int]:
        """Where a name stands, in order, with no letter, digit or hyphen right before it.

        ``hyphened``: a hyphen may stand there.
        """
        inner = _WORD if hyphened else _INNER
        found = self._indexed(name) if self._is_long and _WORD.match(name) else self._one_by_one(name)
        return [at for at in found if at == 0 or not inner.match(self._text, at - 1)]

    def whole(self, name: str, *, hyphened: bool = False) -> list[int]:
        """Where a name stands as words of their own; ``hyphened``: also right after a hyphen."""
        found = self.beginning(name, hyphened=hyphened)
        return [at for at in found if not _WORD.match(self._text, at + len(name))]

    def after(self, words: re.Pattern[str], name: str) -> bool:
        """Whether a name stands as words of their own right after what ``words``, which end in ``$``, say."""
        places = self.whole(name, hyphened=True)
        return any(words.search(self._text, max(0, at - _BEFORE), at) for at in places)

    def _indexed(self, name: str) -> list[int]:
        text, shown = self._text, name[:_SHOWN]
        size = len(shown)
        first = bisect_left(self._places, shown, key=lambda at: text[at : at + size])
        last = bisect_right(self._places, shown, lo=first, key=lambda at: text[at : at + size])
        found = sorted(self._places[first:last])
        return found if len(name) <= _SHOWN else [at for at in found if text.startswith(name, at)]

    def _one_by_one(self, name: str) -> Iterator[int]:
        at = self._text.find(name) if name else -1
        while at >= 0:
            yield at
            at = self._text.find(name, at + 1)

    def once(self, what: str, name: str, ask: Callable[[], _T]) -> _T:
        """The answer to what is asked of a name in this text, worked out once."""
        key = (what, name)
        if key not in self._answers:
            self._answers[key] = ask()
        return self._answers[key]  # type: ignore[return-value]


@lru_cache(maxsize=2)
def said_places(text: str) -> SaidPlaces:
    """The index of a text; that of the report before is let go."""
    return SaidPlaces(text)
