"""Families of reports when some reports are new or have changed: only those that follow from them are looked at."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from situate.derive.again.reach import TooWide
from situate.derive.origins import Families, calls_itself_one, report_order
from situate.derive.shingles import Shingles, sketch_of
from situate.model.report import Report
from situate.model.trace import ReportTrace

Texts = Callable[[Collection[str]], Mapping[str, Report]]


class Copies:
    """The families of ``changed`` reports, which are at hand, among others, which are looked up.

    ``was`` are the sketches that the changed ones had; ``traced`` and ``texts`` give what is known of others,
    ``sharing`` their ids by the hashes of a sketch.
    """

    def __init__(
        self,
        changed: Mapping[str, Report],
        was: Mapping[str, Sequence[int]],
        *,
        traced: Callable[[Collection[str]], Mapping[str, ReportTrace]],
        texts: Texts,
        sharing: Callable[[Iterable[int]], Collection[str]],
    ) -> None:
        self._changed, self._was, self._traced, self._texts, self._sharing = changed, was, traced, texts, sharing
        self._reports = dict(changed)
        self._shingles: dict[str, Shingles] = {}
        self._origin: dict[str, str] = {}
        self._fresh: dict[int, list[str]] = defaultdict(list)
        for identity in changed:
            for value in sketch_of(self._grams(identity)):
                self._fresh[value].append(identity)

    def families(self) -> Families:
        """The origins that are new or others than before; sketch and correction of the changed reports."""
        waiting: list[tuple[tuple[str, str], str]] = []
        heard: set[str] = set()
        left = {other for sketch in self._was.values() for other in self._sharing(sketch)}
        self._wait(waiting, heard, {*self._changed, *left})
        for identity in self._changed:
            self._wait(waiting, heard, self._followers(identity))
        while waiting:
            _, identity = heapq.heappop(waiting)
            new = self._found(identity)
            if identity in self._changed:
                self._origin[identity] = new
            elif new != self._before(identity):
                self._origin[identity] = new
                self._wait(waiting, heard, self._followers(identity))
        return Families(
            origin=self._origin,
            sketches={identity: sketch_of(self._grams(identity)) for identity in self._changed},
            correcting=frozenset(i for i, report in self._changed.items() if calls_itself_one(report)),
        )

    def _wait(self, waiting: list[tuple[tuple[str, str], str]], heard: set[str], ids: Iterable[str]) -> None:
        new = set(ids) - heard
        self._look(new)
        heard |= new
        for identity in new:
            heapq.heappush(waiting, (report_order(self._reports[identity]), identity))

    def _found(self, identity: str) -> str:
        """The origin of its twin, the first by id of the earlier reports that it copies; else itself."""
        order = report_order(self._reports[identity])
        earlier = [other for other in self._near(identity) if report_order(self._reports[other]) < order]
        mine = self._grams(identity)
        twin = next((other for other in sorted(earlier) if mine.copies(self._grams(other))), None)
        if twin is None:
            return identity
        return self._origin.get(twin) or self._before(twin)

    def _followers(self, identity: str) -> list[str]:
        """The later reports that copy one."""
        order, mine = report_order(self._reports[identity]), self._grams(identity)
        later = [other for other in self._near(identity) if report_order(self._reports[other]) > order]
        return [other for other in later if mine.copies(self._grams(other))]

    def _near(self, identity: str) -> set[str]:
        """The other reports that share a hash of the sketch."""
        sketch = sketch_of(self._grams(identity))
        near = set(self._sharing(sketch)) - self._changed.keys()
        near |= {other for value in sketch for other in self._fresh.get(value, ())}
        near.discard(identity)
        self._look(near)
        return near

    def _look(self, ids: Iterable[str]) -> None:
        unknown = [identity for identity in ids if identity not in self._reports]
        if unknown:
            self._reports |= self._texts(unknown)

    def _grams(self, identity: str) -> Shingles:
        if identity not in self._shingles:
            self._shingles[identity] = Shingles.of(self._reports[identity].text)
        return self._shingles[identity]

    def _before(self, identity: str) -> str:
        trace = self._traced([identity]).get(identity)
        if trace is None:
            raise TooWide
        return trace.publication.origin
