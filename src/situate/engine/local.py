"""A pure function over many items in one process or several; results come in the order of the items.

Each process builds the function once. No more than a few items a process are under way at any time, so memory stays
flat however many there are; and because the function is pure, the results do not depend on the number of processes.
"""

from __future__ import annotations

import copyreg
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeVar

from situate.errors import StopRun

_In = TypeVar("_In")
_Out = TypeVar("_Out")
_AHEAD = 4  # items under way for each process

# Reports carry read-only mappings, which pickle does not know how to send from process to process.
copyreg.pickle(MappingProxyType, lambda mapping: (_read_only, (dict(mapping),)))

_function: list[Callable[[Any], Any]] = []  # of a worker process: built once, by its initializer


@dataclass(frozen=True, slots=True, kw_only=True)
class Local:
    """The engine of :class:`situate.ports.Engine` with ``jobs`` processes; with one, nothing is started."""

    jobs: int = 1

    def __call__(self, make: Callable[[], Callable[[_In], _Out]], items: Iterable[_In]) -> Iterator[_Out]:
        """Map ``make()`` over ``items``. With several processes ``make``, items and results must be picklable."""
        if self.jobs <= 1:
            return map(make(), items)
        return self._spread(make, items)

    def _spread(self, make: Callable[[], Callable[[_In], _Out]], items: Iterable[_In]) -> Iterator[_Out]:
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(self.jobs, mp_context=context, initializer=_build, initargs=(make,)) as pool:
            under_way: deque[Future[Any]] = deque()
            try:
                for item in items:
                    under_way.append(pool.submit(_apply, item))
                    if len(under_way) >= self.jobs * _AHEAD:
                        yield under_way.popleft().result()
                while under_way:
                    yield under_way.popleft().result()
            except BrokenProcessPool as problem:
                raise StopRun(
                    "A reading process was killed, most likely for want of memory.",
                    remedy="Run it again with fewer --jobs; what was read is kept.",
                ) from problem
            finally:
                for future in under_way:
                    future.cancel()


def _read_only(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)


def _build(make: Callable[[], Callable[[Any], Any]]) -> None:
    _function[:] = [make()]


def _apply(item: Any) -> Any:
    return _function[0](item)
