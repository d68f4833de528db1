"""Releasing: a record as a folder of data, and an earlier release read back to tell what changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from situate import __version__
from situate.errors import BadArgument, NoSuchFile
from situate.export import codebook
from situate.export.flat import TABLES
from situate.export.masking import for_profile
from situate.export.release import (
    MANIFEST,
    Difference,
    Earlier,
    Release,
    changes_csv,
    codebook_csv,
    counted,
    differences,
    manifest,
    readme,
    table_files,
)
from situate.export.view import Profile, View
from situate.pipeline.files import whole_folder

_OTHERS = ("README.md", "CODEBOOK.md", "codebook.csv", "CHANGES.csv", *(f"{table.name}.csv" for table in TABLES))
"""Files of a release beside the JSON lines that it is compared by. Only names of ours are read."""
_MOST_BYTES = 4 * 1024 * 1024  # of a manifest


def release(shown: View, folder: str, profile: Profile, *, since: str | None = None) -> list[str]:
    """Write a release into a new folder, whole or not at all; what was written, a line a table.

    ``since`` is the folder of the release before: the version counts on from it, and what changed is told.

    :raises BadArgument: the folder is not empty, or ``since`` is no sound release of this profile.
    """
    earlier = read_release(Path(since), profile) if since else None
    made = Release(
        view=for_profile(shown, profile), profile=profile, program=f"situate {__version__}", earlier=earlier
    )  # fmt: skip
    with whole_folder(folder) as target:
        found = tuple(differences(made))
        _write(made, found, target)
    counts = counted(found)
    return [f"Release {made.version} in {folder}."] + [
        f"{table.name}: {len(table.items(made.view))}" + (_told(counts[table.name]) if earlier else "")
        for table in TABLES
    ]


def _told(counts: Mapping[str, int]) -> str:
    return " (" + ", ".join(f"{number} {kind}" for kind, number in counts.items()) + ")"


def _write(made: Release, found: Sequence[Difference], target: Path) -> None:
    """All files, the manifest last: it has the size and the hash of the others."""
    written = {name: _file(target / name, pieces) for name, pieces in table_files(made)}
    described = {
        "README.md": readme(made, found).encode(), "CODEBOOK.md": codebook.markdown().encode(),
        "codebook.csv": codebook_csv(), "CHANGES.csv": changes_csv(found),
    }  # fmt: skip
    written |= {name: _file(target / name, [data]) for name, data in described.items()}
    _file(target / MANIFEST, [manifest(made, found, written)])


def _file(path: Path, pieces: Iterable[bytes]) -> tuple[int, str]:
    """Write a file piece by piece; its size and hash."""
    size, digest = 0, hashlib.sha256()
    with path.open("wb") as stream:
        for piece in pieces:
            stream.write(piece)
            size += len(piece)
            digest.update(piece)
    return size, digest.hexdigest()


# An earlier release ---------------------------------------------------------------------------------------------------


def read_release(folder: Path, profile: Profile) -> Earlier:
    """The release in a folder, checked against its manifest.

    :raises NoSuchFile: there is no such folder.
    :raises BadArgument: it is no release, was changed since, or has another profile.
    """
    if not folder.is_dir():
        raise NoSuchFile(f"There is no folder {folder}.", remedy="Name the folder of an earlier release.")
    about = _manifest(folder / MANIFEST)
    own = about.get("situate")
    version = str(about.get("version", ""))
    if not isinstance(own, dict) or not version.isascii() or not version.isdigit() or len(version) > 9:
        raise _no_release(folder)
    if own.get("profile") != profile:
        raise BadArgument(
            f"The release in {folder} has the profile {own.get('profile')!r}, this one {profile!r}.",
            remedy="Compare releases of one profile.",
        )
    hashes = _hashes(about)
    for name in _OTHERS:
        if hashes.get(name) != f"sha256:{_hash(folder / name)}":
            raise _changed(folder / name)
    tables = {table.name: _items(folder, f"{table.name}.jsonl", hashes) for table in TABLES}
    return Earlier(version=int(version), tables=tables)


def _hash(path: Path) -> str:
    """The SHA-256 of a file, read piece by piece; empty when it cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def _no_release(folder: Path) -> BadArgument:
    return BadArgument(
        f"{folder} holds no release of situate.", remedy="Name a folder that `situate export release` made."
    )


def _manifest(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise _no_release(path.parent)
        data = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as problem:
        raise _no_release(path.parent) from problem
    if not isinstance(data, dict):
        raise _no_release(path.parent)
    return data


def _hashes(about: Mapping[str, Any]) -> dict[str, str]:
    resources = about.get("resources")
    rows = resources if isinstance(resources, list) else []
    return {str(row.get("path")): str(row.get("hash")) for row in rows if isinstance(row, dict)}


def _items(folder: Path, name: str, hashes: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """The rows of a file by id. Only names of ours are read, whatever the manifest says."""
    found, digest = {}, hashlib.sha256()
    try:
        with (folder / name).open("rb") as stream:
            for line in stream:
                digest.update(line)
                row = json.loads(line)
                found[str(row["id"])] = row
    except OSError as problem:
        raise _no_release(folder) from problem
    except (ValueError, TypeError, KeyError, RecursionError) as problem:
        raise _changed(folder / name) from problem
    if hashes.get(name) != f"sha256:{digest.hexdigest()}":
        raise _changed(folder / name)
    return found


def _changed(path: Path) -> BadArgument:
    return BadArgument(f"{path} is not as it was published.", remedy="Take the release from where it was published.")
