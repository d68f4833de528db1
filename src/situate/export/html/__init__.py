"""The record as one self-contained HTML file: no script, no request, made for eyes, screen readers and paper."""

from __future__ import annotations

from situate.export.html.page import write

__all__ = ["write"]
