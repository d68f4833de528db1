"""A draft becomes a report: its text checked, its date and its language settled, its furniture marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from situate.errors import BadReport, LimitExceeded, Unsupported
from situate.ingest import dates, furniture, language
from situate.ingest.draft import Draft
from situate.ingest.options import IngestOptions
from situate.model.ids import report_id
from situate.model.report import Report

_REMEDY = "Give a translation beside it, in the field 'translation'."


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where drafts come from: the path as the user sees it, and the SHA-256 of the file's bytes."""

    path: str
    sha256: str

    def item(self, part: int | None) -> str:
        """The name of the item in tables of failures: ``path`` or ``path:part``."""
        return self.path if part is None else f"{self.path}:{part}"


def report_of(draft: Draft, origin: Origin, options: IngestOptions) -> Report:
    """The report of a draft whose text is there.

    Raises ``BadReport`` for a wrong date or characters that are none, ``Unsupported`` for another language.
    """
    _check_characters(draft)
    text, original_text = (draft.translation, draft.text) if draft.translation else (draft.text, None)
    if len(text) > options.limits.text_characters:
        raise LimitExceeded(f"the text is longer than {options.limits.text_characters} characters.", remedy="Split it.")
    published, basis = _published(draft, options)
    outlet = draft.outlet or options.outlet
    return Report(
        id=draft.id or report_id(text, published, outlet),
        text=text,
        published=published,
        published_basis=basis,
        outlet=outlet,
        title=draft.title,
        url=draft.url,
        language=_language(draft, text, options.language),
        source_path=origin.item(draft.part),
        original=origin.sha256,
        media_type=draft.media_type,
        original_text=original_text,
        furniture=furniture.mark(text, draft.captions),
        warnings=draft.warnings,
        extra=MappingProxyType(dict(draft.extra)),
    )


def _published(draft: Draft, options: IngestOptions) -> tuple[str | None, str]:
    """The date and what it rests on: the item's own word, the user's, metadata, the address; else unknown."""
    if draft.published:
        found = dates.iso(draft.published)
        if found is None:
            raise BadReport(
                f"'published' is {draft.published[:40]!r}, which is no ISO date.", remedy="Write it as 2017-09-05."
            )
        return found, "given"
    if options.published:
        return options.published, "argument"
    if draft.metadata_date:
        return draft.metadata_date, f"metadata:{draft.metadata_method}"
    in_address = dates.in_address(draft.url)
    return (in_address, "url") if in_address else (None, "none")


def _language(draft: Draft, text: str, default: str | None) -> str:
    """The language of what was published: as declared, else as found. Raises ``Unsupported`` for text not English."""
    declared = draft.language or default
    if draft.translation:
        _require_english(language.foreign(text), "the translation")
        return declared or language.foreign(draft.text) or "und"
    if declared and not language.is_english(declared):
        raise Unsupported(f"the text is in {declared}, which the reading model does not know.", remedy=_REMEDY)
    found = language.foreign(text)
    if not declared or found not in (None, *_NEAR):
        _require_english(found, "the text")
    return declared or "en"


# Languages in Latin letters may be taken for one another; a declared "en" is believed against them.
_LATIN = "bs ca cs da de es et fi fr hr hu id it lt lv ms nl no pl pt ro sk sl sq sv sw tl tr uz vi"
_NEAR = frozenset(_LATIN.split())


def _require_english(found: str | None, what: str) -> None:
    if found == "und":
        raise Unsupported(f"{what} is not in English.", remedy=_REMEDY)
    if found:
        raise Unsupported(f"{what} is in {found}, by its looks, which the reading model does not know.", remedy=_REMEDY)


def _check_characters(draft: Draft) -> None:
    """Half a surrogate pair is no character, and records keep none that is NUL; neither may be mended in silence."""
    told = _strings([draft.text, draft.translation, draft.id, draft.outlet, draft.title, draft.url, draft.extra])
    for value in told:
        if "\0" in value:
            raise BadReport("the report holds a NUL character.", remedy="Remove it.")
        if not value.isascii():
            try:
                value.encode("utf-8")
            except UnicodeEncodeError as error:
                raise BadReport(f"the report holds half a character (a lone surrogate, at {error.start}).") from error


def _strings(values: Iterable[object]) -> list[str]:
    """Every string in nested JSON values, keys included."""
    pending, found = list(values), []
    while pending:
        value = pending.pop()
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, dict):
            pending.extend(value)
            pending.extend(value.values())
        elif isinstance(value, list):
            pending.extend(value)
    return found
