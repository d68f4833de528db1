"""The brief: what changed between two days, narrowed as asked, with the words that each sentence rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from situate.errors import BadArgument
from situate.model.place import Place
from situate.model.record import Filter
from situate.pipeline.asking import last_publication
from situate.pipeline.changing import Change, Window, in_the_reports, in_the_world
from situate.pipeline.deriving import a_day, as_known_on, bounds
from situate.pipeline.explaining import quoted
from situate.pipeline.lookups import Names
from situate.pipeline.places import known_places, places_meant
from situate.pipeline.watching import entries, watched
from situate.pipeline.wiring import Parts
from situate.pipeline.words import outlet_words, speaker_words
from situate.ports import Store

Clock = Literal["world", "reports"]
_QUOTE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a brief is asked for, as the user wrote it; ``known`` is the day of ``--as-known-on``."""

    since: str
    until: str | None = None
    clock: Clock = "world"
    place: str | None = None
    kinds: tuple[str, ...] = ()
    watch: str | None = None
    known: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """What a sentence rests on first: an outlet, a day, the voice and the exact words."""

    outlet: str
    published: str | None
    voice: str
    words: str
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The changes of a window with a footnote each; ``watch`` are the entries of the watch list, in its order."""

    window: Window
    changes: tuple[Change, ...]
    footnotes: tuple[Footnote, ...]
    clock: Clock = "world"
    watch: tuple[str, ...] = ()


def brief(store: Store, asked: Asked, parts: Parts) -> Brief:
    """What changed; ``store`` is the whole record, which is asked as it was known on ``asked.known``.

    :raises BadArgument: a wrong date, an unknown place or type, a watch list that cannot be used.
    """
    with as_known_on(store, _last_known(store, asked), parts) as now:
        window = _window(now, asked)
        names = parts.names()
        places = known_places(now, names)
        changes = _narrowed(_changes(store, now, asked, window, parts), asked, places, names)
        watch = entries(Path(asked.watch), places, names) if asked.watch else ()
        kept = watched(changes, watch) if watch else changes
        notes = tuple(_footnote(now, change) for change in kept)
        words = tuple(dict.fromkeys(entry.words for entry in watch))
        return Brief(window=window, changes=tuple(kept), footnotes=notes, clock=asked.clock, watch=words)


def _last_known(store: Store, asked: Asked) -> str | None:
    """By the clock of the reports, the end of the window is what was published by then; undated reports are in none."""
    known = a_day(asked.known) if asked.known else None
    if asked.clock == "world":
        return known
    until = bounds(asked.until)[1] if asked.until else last_publication(store)
    return min((day for day in (known, until) if day), default=None)


def _window(now: Store, asked: Asked) -> Window:
    since = bounds(asked.since)[0]
    until = bounds(asked.until)[1] if asked.until else max(last_publication(now) or since, since)
    if since > until:
        raise BadArgument(f"{asked.since} comes after {asked.until}.", remedy="Give the earlier date first.")
    return Window(since=since, until=until)


def _changes(store: Store, now: Store, asked: Asked, window: Window, parts: Parts) -> list[Change]:
    without = parts.word_types()
    if asked.clock == "world":
        return in_the_world(now, window, without=without)
    with _known_before(store, window.since, parts) as then:
        return in_the_reports(then, now, without=without)


@contextmanager
def _known_before(store: Store, day: str, parts: Parts) -> Iterator[Store]:
    before = dt.date.fromisoformat(day) - dt.timedelta(days=1) if day > "0001-01-01" else dt.date.min
    with as_known_on(store, before.isoformat(), parts) as then:
        yield then


def _narrowed(
    changes: Sequence[Change], asked: Asked, places: Mapping[str, Place], names: Names
) -> list[Change]:  # fmt: skip
    ids = places_meant(asked.place, places, names).ids if asked.place else None
    return [
        change
        for change in changes
        if (ids is None or (change.place is not None and change.place.id in ids))
        and (not asked.kinds or change.kind in asked.kinds)
    ]


def _footnote(store: Store, change: Change) -> Footnote:
    """The first claim behind a change, in its words; how many more there are."""
    claims = store.claims_by_id(change.claims)
    if not claims:
        return Footnote(outlet="unknown outlet", published=None, voice="", words="", more=0)
    first = claims[0]
    report = next(kept.report for kept in store.reports(Filter(links=(("report", (first.report,)),))))
    found = quoted(report.text, first.trigger, _QUOTE // 2)
    return Footnote(
        outlet=outlet_words(report),
        published=report.published,
        voice=speaker_words(first.speakers[0]) if first.speakers else "",
        words=f"{found.before}{found.words}{found.after}",
        more=len(claims) - 1,
    )
