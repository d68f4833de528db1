"""The public profile: private persons masked everywhere, coordinates coarsened, machine paths gone.

Masking works on a copy of the view, before any format sees it, so that no format can forget a field. The texts of
the reports change, so every offset is moved with them: a quote still equals the words at its place.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any, TypeVar

from situate.export.index import parts
from situate.export.names import MASK, NameMask
from situate.export.view import Profile, RecordView, View
from situate.model.actor import Actor
from situate.model.claim import Claim, Evidence
from situate.model.place import Place
from situate.model.report import Report
from situate.model.settling import without_reviewer
from situate.model.span import Span
from situate.text.senders import messages

T = TypeVar("T")

CELL = 0.1
"""Degrees: public coordinates name a cell of this size (about 11 km), always the same one, never a jittered point."""
CELL_RADIUS_KM = 8.0
"""Half the diagonal of a cell at the equator, rounded up: how far the true point may lie from the cell's middle."""
COARSENED = "coarsened"
"""``Place.basis`` of a coordinate that was coarsened."""


def for_profile(view: RecordView, profile: Profile) -> RecordView:
    """The view that this profile may show."""
    return view if profile == "analyst" else masked(view)


def masked(view: RecordView) -> View:
    """A copy without private persons' names, exact coordinates, local paths or fields that nobody has checked."""
    mask = NameMask.of(_private_names(view), told=_persons_told(view), known=_known_names(view))
    actors = {actor.id: f"private:{number}" for number, actor in enumerate(_private_actors(view), start=1)}
    texts = {report.id: MaskedText(report.text, mask) for report in view.reports}
    walk = _Walk(mask, actors, texts)
    return View(
        reports=tuple(walk.report(report) for report in view.reports),
        claims=tuple(walk.claim(claim) for claim in view.claims),
        events=tuple(walk.value(event) for event in view.events),
        spells=tuple(walk.value(spell) for spell in view.spells),
        contradictions=tuple(walk.value(without_reviewer(one)) for one in view.contradictions),
        failures=tuple(walk.value(replace(failure, item=_file_name(failure.item))) for failure in view.failures),
        landmarks=tuple(view.landmarks),
        region_names=view.region_names,
        same_dead=view.same_dead,
        overruled=view.overruled,
        as_known_on=view.as_known_on,
        draft=view.draft,
    )


class MaskedText:
    """A report's text under the mask, and where each of its old offsets lies now.

    Who sends messages of a chat is masked whatever he is called: by a number, by a nickname.
    """

    def __init__(self, text: str, mask: NameMask) -> None:
        sent = messages(text)
        self.chat = bool(sent)
        senders = [(one.sender.start, one.sender.end) for one in sent if one.sender is not None]
        named = (one for one in mask.stretches(text) if not any(a < one[1] and one[0] < b for a, b in senders))
        self._stretches = tuple(sorted([*senders, *named]))
        starts = [0, *(end for _, end in self._stretches)]
        ends = [*(start for start, _ in self._stretches), len(text)]
        self.text = MASK.join(text[start:end] for start, end in zip(starts, ends, strict=True))

    def span(self, span: Span) -> Span:
        """The same words in the masked text; a masked name that the span cuts is taken in whole."""
        return Span(self._moved(span.start, at_end=False), self._moved(span.end, at_end=True))

    def _moved(self, offset: int, *, at_end: bool) -> int:
        shift = 0
        for start, end in self._stretches:
            if offset <= start:
                break
            if offset < end:
                return start + shift + (len(MASK) if at_end else 0)
            shift += len(MASK) - (end - start)
        return offset + shift


class _Walk:
    """Masks any value of the model, field by field."""

    def __init__(self, mask: NameMask, actors: Mapping[str, str], texts: Mapping[str, MaskedText]) -> None:
        self._mask = mask
        self._actors = actors
        self._texts = texts

    def report(self, report: Report) -> Report:
        text = self._texts[report.id]
        return replace(
            self.value(
                replace(
                    report,
                    text="-",
                    furniture=(),
                    persons=(),
                    extra=MappingProxyType({}),
                    source_path=None,
                    original_text=None,
                )
            ),
            text=text.text,
            outlet="chat" if text.chat else self._any(report.outlet),  # named after whom it is with, or his number
            url=None if report.url is None or self._mask.names_somebody(report.url) else report.url,
            furniture=tuple(text.span(span) for span in report.furniture),
        )

    def claim(self, claim: Claim) -> Claim:
        text = self._texts.get(claim.report)
        return self.value(claim) if text is None else _moved(self.value(claim), claim, text)

    def value(self, value: T) -> T:
        """A copy of ``value`` in which no string names a private person."""
        return self._any(value)  # type: ignore[no-any-return]

    def _any(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._mask.anywhere(value)
        if isinstance(value, Actor) and value.private:
            return Actor(id=self._actors[value.id], name=MASK, kind=value.kind, private=True)
        if isinstance(value, Place):
            return coarsened(self._fields(value))
        if isinstance(value, tuple):
            return tuple(self._any(item) for item in value)
        return self._fields(value) if is_dataclass(value) and not isinstance(value, type) else value

    def _fields(self, value: Any) -> Any:
        return replace(value, **{field.name: self._any(getattr(value, field.name)) for field in fields(value)})


def coarsened(place: Place) -> Place:
    """The place with the middle of its cell for a coordinate, the radius grown by what that may be off."""
    if place.latitude is None or place.longitude is None:
        return place
    return replace(
        place,
        latitude=_cell_middle(place.latitude, 90),
        longitude=_cell_middle(place.longitude, 180),
        radius_km=(place.radius_km or 0.0) + CELL_RADIUS_KM,
        basis=COARSENED,
    )


def _cell_middle(degrees: float, largest: int) -> float:
    """The middle of the cell that holds an angle; the largest angle belongs to the last cell."""
    cells = min(math.floor(round(degrees / CELL, 6)), round(largest / CELL) - 1)
    return round((cells + 0.5) * CELL, 2)


def _moved(claim: Claim, before: Claim, text: MaskedText) -> Claim:
    """The masked claim with its evidence at the places of the masked text."""

    def at(evidence: Evidence) -> Evidence:
        span = text.span(evidence.span)
        return Evidence.of(text.text, span)

    return replace(
        claim,
        trigger=at(before.trigger),
        roles=tuple(replace(role, evidence=at(old.evidence)) for role, old in _both(claim.roles, before.roles)),
        speakers=tuple(replace(one, evidence=at(old.evidence)) for one, old in _both(claim.speakers, before.speakers)),
        sentence=None if before.sentence is None else text.span(before.sentence),
    )


def _both(after: tuple[T, ...], before: tuple[T, ...]) -> Iterator[tuple[T, T]]:
    return zip(after, before, strict=True)


def _private_actors(view: RecordView) -> tuple[Actor, ...]:
    """Each private actor once, in the order of the record."""
    found = {actor.id: actor for actor in _all_actors(view) if actor.private}
    return tuple(found.values())


def _all_actors(view: RecordView) -> Iterator[Actor]:
    for claim in view.claims:
        yield from (role.actor for role in claim.roles if role.actor is not None)
        yield from (speaker.actor for speaker in claim.speakers if speaker.actor is not None)
    yield from (part.actor for part in parts(view))


def _private_names(view: RecordView) -> Iterable[str]:
    """Names as the registry or the report gives them, and the words that stand for a private person in a report."""
    yield from (actor.name for actor in _private_actors(view))
    for claim in view.claims:
        for role in claim.roles:
            if role.actor is not None and role.actor.private:
                yield from (role.evidence.quote, role.ref or "")
        for speaker in claim.speakers:
            if speaker.actor is not None and speaker.actor.private:
                yield speaker.evidence.quote


def _persons_told(view: RecordView) -> Iterator[str]:
    """Private persons whom reports name, whether or not a claim has them."""
    for report in view.reports:
        yield from report.persons


def _known_names(view: RecordView) -> Iterator[str]:
    """Names of places and of those who are not private, and the words that reports write in small letters.

    None of them is masked because a person who is told of beside is called so.
    """
    yield from (actor.name for actor in _all_actors(view) if not actor.private)
    yield from (role.place.name for claim in view.claims for role in claim.roles if role.place is not None)
    yield from (" ".join(word for word in report.text.split() if word.islower()) for report in view.reports)


def _file_name(item: str) -> str:
    """A failed item without the folders that it lay in: they say whose machine it was."""
    return item.replace("\\", "/").rsplit("/", maxsplit=1)[-1]
