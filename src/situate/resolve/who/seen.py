"""The names of actors in a report's text, whoever linked them: by place, bearer, and the words beside them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property

from situate.model.actor import Actor
from situate.resolve.in_order import Placed
from situate.resolve.who.names import keys

_BESIDE = 60  # code points
Seen = tuple[int, int, Actor]  # where a name begins and ends, and whose it is


class Sightings:
    """Every name of an actor in a text, in order."""

    def __init__(self, seen: Sequence[Seen] = (), text: str = "") -> None:
        self._text = text
        self._placed = Placed(seen, lambda one: one[0])
        self._some: dict[str, Placed[Seen]] = {}

    def __iter__(self) -> Iterator[Seen]:
        """All of them, in order."""
        return iter(self._placed.all)

    def between(self, first: int, last: int) -> list[Seen]:
        """Those that begin from ``first`` to before ``last``."""
        return self._placed.between(first, last)

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Each actor once, by id, as the last of its names has it."""
        return {actor.id: actor for _, _, actor in self}

    def under(self, name: str, fits: Callable[[Actor], bool]) -> Placed[Seen]:
        """Those whose actors are of a sort, which always goes by the same name."""
        if name not in self._some:
            self._some[name] = Placed([one for one in self if fits(one[2])], lambda one: one[0])
        return self._some[name]

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[int, Actor, frozenset[str]]]]:
        """By each word beside a person's name, and for all by no word: where the name ends, whose it is, all words."""
        found: dict[str, list[tuple[int, Actor, frozenset[str]]]] = {"": []}
        for start, end, actor in self:
            if actor.kind == "person":
                around = self._text[max(0, start - _BESIDE) : start] + self._text[end : end + _BESIDE]
                words = frozenset(keys(around))
                for word in ("", *words):
                    found.setdefault(word, []).append((end, actor, words))
        return found

    def persons_beside(self, words: Collection[str], before: int) -> Iterator[tuple[Actor, frozenset[str]]]:
        """Persons named beside all these words, at ``before`` or sooner, the last first; with all words beside each."""
        rarest = min((self._by_word.get(word, []) for word in words), key=len, default=self._by_word[""])
        for place in range(bisect_right(rarest, before, key=lambda one: one[0]) - 1, -1, -1):
            _, actor, beside = rarest[place]
            if beside.issuperset(words):
                yield actor, beside
