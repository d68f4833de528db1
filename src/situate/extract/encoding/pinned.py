"""Arrays that lie beside the model: a file in half precision without pickles, pinned by the hash in its manifest."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path
from typing import Any

import numpy as np

from situate.errors import BadModel
from situate.extract.encoding.decode import Floats

_REINSTALL = "Install situate again, or give the files that belong together."


def pinned(folder: Path, name: str, what: str) -> tuple[dict[str, Floats], dict[str, Any]]:
    """The arrays of ``NAME.npz`` by name, in single precision, and the manifest ``NAME.json``.

    :raises BadModel: a file is missing, cannot be read, or is not the one whose SHA-256 the manifest has; ``what``
        says in the message what it is.
    """
    try:
        manifest = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        data = (folder / f"{name}.npz").read_bytes()
    except (OSError, ValueError) as error:
        raise BadModel(f"The {what} in {folder} cannot be read.", remedy=_REINSTALL) from error
    if hashlib.sha256(data).hexdigest() != manifest.get("sha256"):
        raise BadModel(f"The {what} in {folder} is not the one that its manifest pins (SHA-256).", remedy=_REINSTALL)
    arrays = np.load(io.BytesIO(data), allow_pickle=False)
    return {key: arrays[key].astype(np.float32) for key in arrays.files}, manifest
