"""The links of a report while they are made, found again by a word: persons by title, bodies by their noun."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Sequence

from situate.model.actor import Actor
from situate.model.span import Span

Linked = tuple[Actor | None, str | None]  # an actor, or the reason why none
Entry = tuple[Span, int]  # where a phrase stands, and its number


class Links(dict[int, Linked]):
    """What each phrase was linked to, by its number; which of them changed is remembered."""

    def __init__(self) -> None:
        super().__init__()
        self.changed: list[int] = []

    def __setitem__(self, number: int, linked: Linked) -> None:
        """Link a phrase, or link it anew."""
        self.changed.append(number)
        super().__setitem__(number, linked)


class ByWord:
    """Linked phrases by words, kept up with the links. ``words`` gives those of a phrase with its actor, or none."""

    def __init__(self, links: Links, spans: Sequence[Span], words: Callable[[int, Actor], Iterable[str]]) -> None:
        self._links, self._spans, self._words = links, spans, words
        self._entries: dict[str, list[Entry]] = {}
        self._under: dict[int, frozenset[str]] = {}
        self._told = 0

    def before(self, word: str, end: int) -> Iterator[int]:
        """The phrases under a word that end at ``end`` or sooner, in order."""
        found = self._up_to_date().get(word, [])
        return (i for span, i in found[: _after(found, end)] if span.end <= end)

    def between(self, word: str, first: int, last: int) -> list[int]:
        """The phrases under a word that begin from ``first`` to before ``last``, in order."""
        found = self._up_to_date().get(word, [])
        begin = bisect_left(found, first, key=lambda entry: entry[0].start)
        return [i for _, i in found[begin : bisect_left(found, last, key=lambda entry: entry[0].start)]]

    def _up_to_date(self) -> dict[str, list[Entry]]:
        for number in dict.fromkeys(self._links.changed[self._told :]):
            actor, entry = self._links[number][0], (self._spans[number], number)
            words = frozenset(self._words(number, actor)) if actor is not None else frozenset[str]()
            were = self._under.get(number, frozenset())
            for word in were - words:
                self._entries[word].remove(entry)
            for word in words - were:
                insort(self._entries.setdefault(word, []), entry)
            self._under[number] = words
        self._told = len(self._links.changed)
        return self._entries


def _after(entries: Sequence[Entry], end: int) -> int:
    return bisect_right(entries, end, key=lambda entry: entry[0].start)
