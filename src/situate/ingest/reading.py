"""Files and folders in, reports out: one after the other, and a failure for each that cannot be used."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from situate.errors import BadArgument, LimitExceeded, SkipItem, Unreadable
from situate.ingest import chat, dates, discovery, json_lines, table
from situate.ingest.archive import Archive, sha256_of
from situate.ingest.assembly import Origin, report_of
from situate.ingest.decoding import decode
from situate.ingest.draft import Draft, Skipped
from situate.ingest.guard import Guard, Request
from situate.ingest.options import IngestOptions, Limits
from situate.ingest.sniffing import HEAD, Kind, kind_of
from situate.model.failure import Failure
from situate.model.report import Report

_Found = Iterator[Draft | Skipped]


def read_paths(paths: Iterable[str | Path], options: IngestOptions | None = None) -> Iterator[Report | Failure]:
    """The reports in files and folders, and a failure for each item that cannot be used; memory stays flat.

    Raises, before anything is read, ``NoSuchFile`` for a path that is not there and ``BadArgument`` for a wrong date;
    while reading, only ``NoSpace`` (there is no room to keep an original). Paths come in the order given, folders
    sorted by name; the same files give the same items.
    """
    options = options or IngestOptions()
    if options.published is not None:
        options = replace(options, published=_day(options.published))
    wanted = [Path(path) for path in paths]
    discovery.require(wanted)
    return _read(wanted, options)


def _day(value: str) -> str:
    found = dates.iso(value)
    if found is None:
        raise BadArgument(f"{value!r} is no ISO date.", remedy="Write it as 2017-09-05.")
    return found


def _read(wanted: list[Path], options: IngestOptions) -> Iterator[Report | Failure]:
    with Guard(options.limits) as guard:
        for path, error in discovery.files(wanted, archive=options.archive):
            if error is not None:
                yield _failure(_name(path), error)
            else:
                yield from _file(path, options, guard)


def _file(path: Path, options: IngestOptions, guard: Guard) -> Iterator[Report | Failure]:
    """All items of one file."""
    origin: Origin | None = None
    try:
        kind = _kind(path)
        if (
            kind == "chat" and options.outlet is None
        ):  # its days are of one source, and a longer export of it is the same
            options = replace(options, outlet=path.stem)
        origin, copy = _keep(path, options)
        for found in _drafts(kind, copy, options.limits, guard):
            yield _item(found, origin, options, guard)
    except OSError as error:
        yield _failure(
            _name(path),
            Unreadable(f"cannot be opened: {error.strerror or error}.", remedy="Check that you may read it."),
            origin,
        )
    except SkipItem as error:
        yield _failure(_name(path), error, origin)


def _name(path: Path) -> str:
    """The path as text; bytes of a name that are no UTF-8 read as U+FFFD, for records keep none of them."""
    return os.fsencode(path).decode("utf-8", "replace")


def _kind(path: Path) -> Kind:
    with path.open("rb") as stream:
        return kind_of(stream.read(HEAD), path.name)


def _keep(path: Path, options: IngestOptions) -> tuple[Origin, Path]:
    """The origin of a file, and the copy to read: the one that is kept, so that what is read is what is kept."""
    if options.archive is None:
        return Origin(path=_name(path), sha256=sha256_of(path)), path
    archive = Archive(options.archive)
    sha256 = archive.keep(path)
    return Origin(path=_name(path), sha256=sha256), archive.path_of(sha256)


def _drafts(kind: Kind, path: Path, limits: Limits, guard: Guard) -> _Found:
    ours = _OURS.get(kind)
    return ours(path, limits) if ours else guard.read(Request(kind=kind, path=path))


def _item(found: Draft | Skipped, origin: Origin, options: IngestOptions, guard: Guard) -> Report | Failure:
    if isinstance(found, Skipped):
        return _failure(origin.item(found.part), found.error, origin)
    try:
        return report_of(_page(found, guard), origin, options)
    except SkipItem as error:
        return _failure(origin.item(found.part), error, origin)


def _page(draft: Draft, guard: Guard) -> Draft:
    """A draft whose page is read; what the item itself says goes before what its page says."""
    if draft.html is None:
        return draft
    found = next(iter([*guard.read(Request(kind="webpage", html=draft.html, url=draft.url))]), None)
    if not isinstance(found, Draft):
        raise Unreadable("is a page that shows no text.")
    return replace(
        draft,
        html=None,
        text=found.text,
        metadata_date=found.metadata_date,
        metadata_method=found.metadata_method,
        outlet=draft.outlet or found.outlet,
        title=draft.title or found.title,
        url=draft.url or found.url,
        language=draft.language or found.language,
        captions=found.captions,
        warnings=(*draft.warnings, *found.warnings),
    )


def _plain(media_type: str) -> Callable[[Path, Limits], _Found]:
    def read(path: Path, limits: Limits) -> _Found:
        if path.stat().st_size > limits.file_bytes:
            raise LimitExceeded(f"is larger than {limits.file_bytes} bytes.", remedy="Split it.")
        yield Draft(text=decode(path.read_bytes()), media_type=media_type)

    return read


_OURS: Mapping[Kind, Callable[[Path, Limits], _Found]] = {
    "text": _plain("text/plain"),
    "markdown": _plain("text/markdown"),
    "json_lines": json_lines.drafts,
    "table": table.drafts,
    "chat": chat.drafts,
}


def _failure(item: str, error: SkipItem, origin: Origin | None = None) -> Failure:
    return Failure(
        item=item,
        stage="ingest",
        reason=error.reason,
        message=error.message,
        remedy=error.remedy,
        original=origin.sha256 if origin else None,
    )
