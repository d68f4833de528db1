"""Running the pure part over many reports: here, in this process or in several on this machine."""

from situate.engine.local import Local

__all__ = ["Local"]
