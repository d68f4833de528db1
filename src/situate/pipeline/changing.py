"""What changed between two days: the sentences of a morning brief, each with what it rests on.

By the clock of the world: what happened, began, ended or changed between the days. By the clock of the reports: what
was not known before them, or is known otherwise since, whenever it happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from situate.derive import end_supposed
from situate.model.event import Event
from situate.model.interval import OPEN, first_day, last_day
from situate.model.place import Place
from situate.model.record import Filter
from situate.model.situation import Bound, Spell
from situate.pipeline.sentences import event_sentence, spell_sentence, state_words
from situate.ports import Store

What = Literal["happened", "began", "ended", "changed", "denied", "learned", "revised", "retracted"]
ORDER: tuple[What, ...] = ("happened", "changed", "began", "ended", "denied", "learned", "revised", "retracted")
_ACTUAL = frozenset({"actual", "attempted"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """From the day ``since`` to the day ``until``, both ISO and both included."""

    since: str
    until: str

    def holds(self, earliest: str | None, latest: str | None) -> bool:
        """Whether a time lies wholly in it; an unknown or open one does not."""
        if earliest is None or latest is None or latest == OPEN:
            return False
        return self.since <= first_day(earliest).isoformat() and last_day(latest).isoformat() <= self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that changed. ``id`` is the event or spell; ``kind`` its type or dimension; ``day`` its first day.

    ``before`` and ``after`` are the values where one took the place of another; ``watched`` the entries of a watch
    list that it belongs to.
    """

    what: What
    id: str
    kind: str
    place: Place | None
    day: str | None
    sentence: str
    standing: str
    claims: tuple[str, ...]
    before: str = ""
    after: str = ""
    watched: tuple[str, ...] = ()


# The clock of the world -----------------------------------------------------------------------------------------------


def in_the_world(store: Store, window: Window, *, without: Sequence[str] = ()) -> list[Change]:
    """What happened, began, ended or changed within a window; ``without`` are types that are left out."""
    wanted = Filter(kinds=("happening",), without_types=tuple(without), since=window.since, until=window.until)
    found = [_happened(event) for event in store.events(wanted) if _counts(event, window)]
    turns = list(_turns(store.spells(), window))
    over = {claim for turn in turns if turn.what in {"ended", "changed"} for claim in turn.claims}
    # "The truce collapsed" ends one, and is not beside that the news of a truce that is said not to be.
    told = (change for change in found if change.what != "denied" or not over.issuperset(change.claims))
    return ordered([*told, *turns])


def _counts(event: Event, window: Window) -> bool:
    actual = event.modality in _ACTUAL and event.standing != "retracted"
    return actual and window.holds(event.interval.earliest, event.interval.latest)


def _happened(event: Event) -> Change:
    return Change(
        what="happened" if event.polarity == "positive" else "denied",
        id=event.id, kind=event.type, place=event.place, day=_first(event.interval.earliest),
        sentence=event_sentence(event), standing=event.standing, claims=event.claims,
    )  # fmt: skip


def _turns(spells: Iterable[Spell], window: Window) -> Iterator[Change]:
    """Spells that began or ended; where one value took the place of another, one change."""
    began: dict[tuple[str, str], list[Spell]] = {}
    ended: list[Spell] = []
    for spell in spells:
        if spell.standing == "retracted":
            continue
        if window.holds(spell.starts.earliest, spell.starts.latest):
            began.setdefault((spell.place.id, spell.dimension), []).append(spell)
        if _ended_in(spell.ends, window) and not end_supposed(spell):
            ended.append(spell)
    for spell in ended:
        after = _successor(spell, began.get((spell.place.id, spell.dimension), []))
        if after is None:
            yield _ended(spell)
        elif state_words(after) != state_words(spell):
            yield _changed(spell, after)
    for several in began.values():
        yield from map(_began, several)


def _ended_in(bound: Bound, window: Window) -> bool:
    """A spell that ended by a day in the window, at an unknown one before it, counts too."""
    return not bound.open and window.holds(bound.earliest or bound.latest, bound.latest or bound.earliest)


def _successor(spell: Spell, began: list[Spell]) -> Spell | None:
    """The spell that took its place: the first that began when it ended or later; it is told once."""
    later = [one for one in began if one.id != spell.id and _day(one.starts) >= _day(spell.ends)]
    first = min(later, key=lambda one: (_day(one.starts), one.id), default=None)
    if first is not None:
        began.remove(first)
    return first


def _day(bound: Bound) -> str:
    value = bound.earliest or bound.latest
    return first_day(value).isoformat() if value else ""


def _of_spell(what: What, spell: Spell, bound: Bound, claims: tuple[str, ...]) -> Change:
    return Change(
        what=what, id=spell.id, kind=spell.dimension, place=spell.place, day=_day(bound) or None,
        sentence=spell_sentence(what, spell), standing=spell.standing, claims=claims,
    )  # fmt: skip


def _began(spell: Spell) -> Change:
    return replace(_of_spell("began", spell, spell.starts, spell.claims), after=state_words(spell))


def _ended(spell: Spell) -> Change:
    return replace(_of_spell("ended", spell, spell.ends, spell.ended_by or spell.claims), before=state_words(spell))


def _changed(before: Spell, after: Spell) -> Change:
    change = _of_spell("changed", after, after.starts, tuple(dict.fromkeys((*before.ended_by, *after.claims))))
    words = spell_sentence("changed", after, before=before)
    return replace(change, sentence=words, before=state_words(before), after=state_words(after))


def _first(value: str | None) -> str | None:
    return first_day(value).isoformat() if value else None


def ordered(changes: Iterable[Change]) -> list[Change]:
    """By kind of change, then day, place and id."""
    return sorted(
        changes, key=lambda c: (ORDER.index(c.what), c.day or "", c.place.name if c.place else "", c.id)
    )  # fmt: skip


# The clock of the reports ---------------------------------------------------------------------------------------------


def in_the_reports(before: Store, after: Store, *, without: Sequence[str] = ()) -> list[Change]:
    """What the later state of knowledge has and the earlier had not, or had otherwise."""
    wanted = Filter(without_types=tuple(without), kinds=("happening",))
    old_events = list(before.events(wanted))
    by_claim = {claim: event for event in old_events for claim in event.claims}
    events = (_event_known(event, by_claim) for event in after.events(wanted))
    spells = _spells_known(before.spells(), after.spells())
    return ordered([change for change in (*events, *spells) if change is not None])


def _event_known(event: Event, by_claim: Mapping[str, Event]) -> Change | None:
    """How an event is new: not told before, or with another standing, figure or time than before."""
    old = next((by_claim[claim] for claim in event.claims if claim in by_claim), None)
    if old is None:
        return replace(_happened(event), what="learned") if event.standing != "retracted" else None
    fresh = tuple(claim for claim in event.claims if claim not in by_claim) or event.claims
    if event.standing == "retracted" and old.standing != "retracted":
        return replace(_happened(event), what="retracted", before=old.standing, after="retracted")
    before, after = _facts(old), _facts(event)
    told = [name for name in after if before.get(name) != after[name]]
    if not told:
        return None
    words = "; ".join(f"{name}: {before.get(name) or 'unknown'} → {after[name] or 'unknown'}" for name in told)
    return replace(
        _happened(event), what="revised", sentence=f"{event_sentence(event)} Now {words}.", claims=fresh,
        before="; ".join(before[name] for name in told), after="; ".join(after[name] for name in told),
    )  # fmt: skip


def _facts(event: Event) -> dict[str, str]:
    from situate.pipeline.words import figure_words, when

    figures = {name: figure_words(quantity) for name, quantity in event.figures}
    told = {"polarity": event.polarity, "modality": event.modality}
    return {"standing": event.standing, "when": when(event.interval)} | told | figures


def _spells_known(before: Iterable[Spell], after: Iterable[Spell]) -> Iterator[Change]:
    old = {spell.id: spell for spell in before}
    for spell in after:
        known = old.get(spell.id)
        if known is None:
            yield replace(_began(spell), what="learned", sentence=spell_sentence("learned", spell))
        elif known.ends.open and not spell.ends.open:
            yield replace(_ended(spell), sentence=spell_sentence("ended", spell))
        elif known.standing != spell.standing:
            words = f"{spell_sentence('learned', spell)} Now standing: {known.standing} → {spell.standing}."
            yield replace(
                _began(spell), what="revised", sentence=words, before=known.standing, after=spell.standing
            )  # fmt: skip
