"""One document as it was published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from situate.errors import BadReport
from situate.model.interval import is_partial_date
from situate.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report: its fixed text and what is known of its publication.

    ``text`` never changes once read; every offset indexes it (code points). ``published`` is an ISO date, with or
    without a time, or ``None``; ``published_basis`` says where it comes from (argument, given, metadata, url, dateline,
    none). ``furniture`` marks related links, captions and advertising: text that is kept and never read as claims.
    ``original`` is the SHA-256 of the bytes that it was taken from. ``persons`` are the names of private persons that
    reading found in it, masked in public exports. ``extra`` keeps fields that are not ours.
    """

    id: str
    text: str
    published: str | None = None
    published_basis: str = "none"
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    source_path: str | None = None
    original: str | None = None
    media_type: str | None = None
    original_text: str | None = None
    furniture: tuple[Span, ...] = ()
    warnings: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    extra: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise BadReport(f"report {self.id!r} holds no text.")
        if self.published is not None and not is_partial_date(self.published):
            raise BadReport(
                f"report {self.id!r}: published is {self.published!r}, which is no ISO date.",
                remedy="Write it as 2017-09-05.",
            )
        if any(span.end > len(self.text) for span in self.furniture):
            raise BadReport(f"report {self.id!r}: a marked line lies outside of the text.")

    def as_given(self) -> Report:
        """The report as it came in: without the date that reading took from its dateline."""
        if self.published_basis != "dateline":
            return self
        return replace(self, published=None, published_basis="none")
