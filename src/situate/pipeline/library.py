"""The library: what the commands do, for programs. ``situate.open`` and ``situate.extract`` are its doors."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, TypeVar, overload

from situate.engine import Local
from situate.errors import BadArgument, BadReport
from situate.extract.llm.endpoint import LanguageModel
from situate.model.claim import Claim
from situate.model.codec import claim_json
from situate.model.codec_derived import contradiction_json, event_json, spell_json
from situate.model.event import Contradiction, Event
from situate.model.failure import Failure
from situate.model.ids import report_id
from situate.model.report import Report
from situate.model.situation import Spell
from situate.pipeline import asking
from situate.pipeline.briefing import Asked, brief
from situate.pipeline.changing import Change
from situate.pipeline.deriving import a_day, bounds, refreshed, utc_now
from situate.pipeline.explaining import Node
from situate.pipeline.explaining import explain as chain
from situate.pipeline.files import archive
from situate.pipeline.forgetting import Forgotten
from situate.pipeline.forgetting import forget as erased
from situate.pipeline.forgetting import readmit as readmitted
from situate.pipeline.joining import Joined
from situate.pipeline.joining import merge as joined
from situate.pipeline.reading import Reading, Summary
from situate.pipeline.reading import read as read_into
from situate.pipeline.rereading import Reread
from situate.pipeline.rereading import reread as read_again
from situate.pipeline.searching import Passage, search
from situate.pipeline.settling import settle, unsettle
from situate.pipeline.timelines import timeline
from situate.pipeline.wiring import Chain, Parts, Wanted
from situate.settings import Settings
from situate.store import Opening, SqlStore, open_record

_T = TypeVar("_T")
_JSON: dict[type, Any] = {
    Claim: claim_json,
    Event: event_json,
    Spell: spell_json,
    Contradiction: contradiction_json,
}


class Listed(Sequence[_T], Generic[_T]):
    """A list of claims, events or spells; also as plain dicts, or as a data frame where pandas is installed."""

    def __init__(self, values: Iterable[_T]) -> None:
        self._values = tuple(values)

    @overload
    def __getitem__(self, index: int) -> _T: ...
    @overload
    def __getitem__(self, index: slice) -> Listed[_T]: ...
    def __getitem__(self, index: int | slice) -> _T | Listed[_T]:
        """One of them, or some."""
        return Listed(self._values[index]) if isinstance(index, slice) else self._values[index]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._values)

    def __repr__(self) -> str:
        """What it holds, shortened."""
        return f"<{len(self)} listed>" if len(self) > 3 else f"Listed({list(self._values)!r})"

    def to_dicts(self) -> list[dict[str, Any]]:
        """Each as JSON-ready dict, in the shapes of the JSON lines."""
        return [_JSON[type(value)](value) for value in self._values]

    def to_pandas(self) -> Any:
        """A data frame, nested values as columns joined by dots (``place.name``). Needs pandas."""
        try:
            import pandas as pd
        except ImportError as problem:
            raise BadArgument("to_pandas() needs pandas.", remedy="Install it: pip install pandas.") from problem
        return pd.json_normalize(self.to_dicts())


class Record:
    """An open record; use it as a context manager. Made by :func:`open`."""

    def __init__(self, store: SqlStore, path: Path, parts: Parts) -> None:
        self._store, self._path, self._parts = store, path, parts

    def __enter__(self) -> Record:
        """The record itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def read(
        self,
        paths: Iterable[str | Path],
        *,
        published: str | None = None,
        outlet: str | None = None,
        language: str | None = None,
        jobs: int = 1,
        language_model: LanguageModel | None = None,
    ) -> Summary:
        """Read files and folders into the record; what failed is in the summary.

        ``published`` (ISO), ``outlet`` and ``language`` hold for reports that bring none; ``jobs`` = processes. With a
        ``language_model`` claims are asked of it: the texts of the reports are sent to its endpoint.
        """
        wanted = Wanted(published=published, outlet=outlet, language=language, archive=self._archive)
        how = Reading(engine=Local(jobs=jobs), now=utc_now, wanted=wanted, batch=Settings.load().batch)
        return read_into([str(path) for path in paths], self._store, how, self._parts.asking(language_model))

    def forget(self, *reports: str, reason: str = "") -> Forgotten:
        """Erase reports (ids, or their beginnings) from the record, its file and its originals; a tombstone stays.

        :raises BadArgument: no report, or more than one, has such an id.
        """
        return erased(self._store, reports, archive(self._archive), reason=reason, now=utc_now(), parts=self._parts)

    def readmit(self, *reports: str) -> tuple[str, ...]:
        """Let forgotten reports be read again; their ids."""
        return readmitted(self._store, reports)

    def reread(self, *, jobs: int = 1, dry: bool = False, language_model: LanguageModel | None = None) -> Reread:
        """Read all reports again with the present model, and what that changes; ``dry`` = keep nothing of it."""
        how = Reading(engine=Local(jobs=jobs), now=utc_now, batch=Settings.load().batch)
        return read_again(self._store, how, self._parts.asking(language_model), dry=dry)

    def merge(self, other: str | Path) -> Joined:
        """Take in the reports of another record, which must hold as ``situate verify`` checks it.

        :raises BadRecord: it does not hold; nothing was taken in.
        """
        return joined(self._store, self._path, Path(other), now=utc_now(), opening=Opening(), parts=self._parts)

    def events(self, *, states: bool = False, **filters: Any) -> Listed[Event]:
        """Events that meet the filters of the command ``events``: place, actor, type, since, until, speaker, outlet."""
        asked = _question(filters, states=states)
        wanted = asking.only_happenings(asking.as_filter(self._derived, asked, self._parts), asked)
        return Listed(self._derived.events(wanted))

    def claims(self, *, words: bool = False, **filters: Any) -> Listed[Claim]:
        """Claims that meet the filters: place, actor, type, since, until, speaker, outlet."""
        return Listed(self._store.claims(asking.as_filter(self._store, _question(filters, words=words), self._parts)))

    def reports(self) -> Listed[Report]:
        """The present versions of all reports."""
        return Listed(kept.report for kept in self._store.reports())

    def failures(self) -> Listed[Failure]:
        """What could not be read."""
        return Listed(self._store.failures())

    def contradictions(self) -> Listed[Contradiction]:
        """What the reports do not agree on."""
        return Listed(self._derived.contradictions())

    def decide(self, contradiction: str, value: str, *, by: str, reason: str = "") -> None:
        """Settle a contradiction for one of its values; what the others say of it no longer counts.

        :raises BadArgument: there is no such contradiction or value, or it is settled already.
        """
        settle(self._store, contradiction, value, by=by, reason=reason, now=utc_now(), parts=self._parts)

    def undecide(self, contradiction: str, *, by: str, reason: str = "") -> None:
        """Take back what was decided on a contradiction.

        :raises BadArgument: there is none, or nothing was decided on it.
        """
        unsettle(self._store, contradiction, by=by, reason=reason, now=utc_now(), parts=self._parts)

    def search(self, words: str, **filters: Any) -> tuple[Passage, ...]:
        """Reports that hold all the words, the best match first; filters: place, since, until, outlet."""
        return tuple(search(self._store, words, _question(filters), self._parts))

    def situation(self, place: str | None = None, *, at: str | None = None) -> Listed[Spell]:
        """The spells that hold on a day (ISO; default: the last publication date) at a place and its parts."""
        found = asking.situation(self._derived, place, a_day(at) if at else None, parts=self._parts)
        return Listed(held.spell for held in found.holding)

    def timeline(self, place: str, *, dimensions: Sequence[str] = ()) -> Listed[Spell]:
        """Every spell of a place and its parts, the earliest first."""
        found = timeline(self._derived, place, self._parts, dimensions=dimensions)
        return Listed(held.spell for held in found.spells)

    def changes(self, since: str, **asked: Any) -> tuple[Change, ...]:
        """What happened, began, ended or changed from a day (ISO) on.

        ``asked``: ``until``, ``clock`` ("world" or "reports"), ``place``, ``kinds``, ``watch`` (a file), ``known``.
        """
        return brief(self._derived, Asked(since=since, **asked), self._parts).changes

    def explain(self, identity: str) -> Node:
        """The chain behind a spell, event, claim, report or contradiction; the beginning of an id is enough."""
        return chain(self._derived, identity)

    @property
    def _archive(self) -> Path:
        return self._path.with_name(self._path.name + ".archive")

    @property
    def _derived(self) -> SqlStore:
        refreshed(self._store, self._parts)
        return self._store


def _question(filters: dict[str, Any], *, states: bool = False, words: bool = False) -> asking.Question:
    """The filters of a call; ``type`` is one name or several."""
    given = dict(filters)
    kinds = given.pop("type", ())
    types = (kinds,) if isinstance(kinds, str) else tuple(kinds)
    asking.check_types(types)
    unknown = given.keys() - {"place", "actor", "since", "until", "speaker", "outlet"}
    if unknown:
        raise BadArgument(f"There is no filter {sorted(unknown)[0]!r}.")
    return asking.Question(types=types, states=states, words=words, **given)


def open(path: str | Path, *, create: bool = True, parts: Parts | None = None) -> Record:
    """Open a record, or begin one.

    :raises BadRecord: the file is something else, damaged, or of a newer program.
    :raises NoSuchRecord: it is not there, with ``create=False``.
    """
    where = Path(path)
    return Record(open_record(where, Opening(create=create)), where, parts or Parts())


def extract(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    language_model: LanguageModel | None = None,
    parts: Parts | None = None,
) -> list[Claim]:
    """The claims of one report, in the order of their triggers; nothing is remembered.

    :param published: ISO date of publication; without it relative times stay unresolved.
    :param language_model: claims are asked of it: the text is sent to its endpoint. Off by default. A warning tells
        what of its answer does not stand in the text and was rejected.
    :raises BadReport: there is no text, or it could not be read.
    :raises BadArgument: the date is no date.
    :raises NoEndpoint: the language model cannot be reached, or refuses.
    """
    if published is not None:
        bounds(published)
    report = Report(
        id=report_id(text, published, outlet),
        text=text,
        published=published,
        published_basis="given" if published else "none",
        outlet=outlet,
    )
    found = parts.asking(language_model).chain()(report) if parts else _chain(language_model)(report)
    if isinstance(found, Failure):
        raise BadReport(found.message, remedy=found.remedy)
    if found.rejected:
        warnings.warn(found.rejected.message, stacklevel=2)
    return list(found.claims)


@cache
def _chain(language_model: LanguageModel | None) -> Chain:
    return Parts().asking(language_model).chain()


__all__ = ["LanguageModel", "Listed", "Record", "extract", "open"]
