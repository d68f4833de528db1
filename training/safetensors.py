"""Reading a safetensors file with numpy alone (the layout: length of the header, header as JSON, raw arrays)."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import numpy.typing as npt

ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def read(path: Path, sha256: str = ENCODER_SHA256) -> dict[str, npt.NDArray[np.float32]]:
    """The float32 arrays of ``path``, which must have the given hash."""
    data = path.read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != sha256:
        raise ValueError(f"{path}: SHA-256 is {found}, expected {sha256}")
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + size])
    arrays = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            start, end = (8 + size + offset for offset in entry["data_offsets"])
            arrays[name] = np.frombuffer(data[start:end], dtype="<f4").reshape(entry["shape"]).copy()
    return arrays
