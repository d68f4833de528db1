"""Explaining: the chain behind anything, from a spell down to words of a report and the bytes they came from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from situate.derive.standing import witnesses
from situate.errors import BadArgument
from situate.model.claim import BY_SCORER, OF_A_PART, Claim, Evidence, Role
from situate.model.decision import Decision
from situate.model.event import Contradiction, Event
from situate.model.place import Place
from situate.model.record import Filter, StoredReport
from situate.model.situation import Spell
from situate.model.tolls import WORDS
from situate.pipeline.wiring import Parts
from situate.pipeline.words import bound_words, figure_words, parts_words, place_words, speaker_words, when, where_words
from situate.ports import Store

_LINKS = 4  # how many links of an event are told one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words of a report in their context: what stands before, the words, what stands after."""

    before: str
    words: str
    after: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One thing and what it rests on. ``facts`` are ``(name, value)`` in the order in which they are told."""

    kind: str
    id: str
    title: str
    facts: tuple[tuple[str, str], ...] = ()
    quote: Quoted | None = None
    rests_on: tuple[Node, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The tree as plain JSON."""
        quote = self.quote
        words = {"start": quote.start, "end": quote.end, "quote": quote.words} if quote else None
        data: dict[str, Any] = {"kind": self.kind, "id": self.id, "title": self.title, "facts": dict(self.facts)}
        if words and quote:
            data["words"] = words | {"before": quote.before, "after": quote.after}
        return data | {"rests_on": [node.as_json() for node in self.rests_on]}


def explain(store: Store, identity: str, *, context: int = 60, parts: Parts | None = None) -> Node:
    """The chain behind the thing whose id begins with ``identity``; ``context`` code points stand around a quote.

    :raises BadArgument: nothing, or more than one thing, has such an id.
    """
    found = store.find(identity) if identity else ()
    if not found:
        raise BadArgument(f"Nothing in {_name(store)} has the id {identity!r}.", remedy="Lists show ids.")
    if len(found) > 1:
        some = ", ".join(one for _kind, one in found[:6])
        raise BadArgument(f"More than one id begins with {identity!r}: {some}.", remedy="Write more of it.")
    kind, whole = found[0]
    return _Explainer(store, context, parts or Parts()).of(kind, whole)


def _name(store: Store) -> str:
    return str(getattr(store, "name", "the record"))


class _Explainer:
    """Walks down from one thing."""

    def __init__(self, store: Store, context: int, parts: Parts) -> None:
        self._store, self._context, self._parts = store, context, parts

    def of(self, kind: str, identity: str) -> Node:
        makers: dict[str, Callable[[str], Node]] = {
            "report": self.report,
            "claim": lambda one: self._disputed(self.claim(self._store.claims_by_id([one])[0]), [one]),
            "event": lambda one: self._whole_event(_first(self._store.events(), one)),
            "spell": lambda one: self._whole_spell(_first(self._store.spells(), one)),
            "contradiction": lambda one: self.contradiction(_first(self._store.contradictions(), one)),
            "decision": self.decision,
        }
        return makers[kind](identity)

    def _whole_event(self, event: Event) -> Node:
        return self._disputed(self.event(event, told_by=True), event.claims)

    def _whole_spell(self, spell: Spell) -> Node:
        return self._disputed(self.spell(spell), (*spell.claims, *spell.ended_by))

    def _disputed(self, node: Node, claims: Iterable[str]) -> Node:
        """A node with the contradictions in which its claims stand."""
        mine = set(claims)
        found = [c for c in self._store.contradictions() if any(not mine.isdisjoint(some) for _, some in c.values)]
        told = "; ".join(f"{c.id} {c.field}: {' / '.join(value for value, _ in c.values)}" for c in found)
        return replace(node, facts=(*node.facts, *_told([("sources differ", told)])))

    def spell(self, spell: Spell) -> Node:
        facts = [
            ("place", place_words(spell.place, None)),
            ("who", parts_words(spell.actors)),
            ("since", bound_words(spell.starts)),
            ("until", bound_words(spell.ends)),
            ("standing", spell.standing + (", assessed" if spell.assessed else ", not assessed")),
            ("rule", spell.rule),
            ("last news", spell.last_news or "unknown"),
            ("criteria", spell.criteria or ""),
        ]
        begun = self.claims(spell.claims, "says so")
        over = self.claims([one for one in spell.ended_by if one not in spell.claims], "ends it")
        events = self._events_of(spell.claims + spell.ended_by)
        title = f"{spell.place.title}: {spell.dimension} {spell.value}"
        return Node(kind="spell", id=spell.id, title=title, facts=_told(facts), rests_on=(*events, *begun, *over))

    def event(self, event: Event, *, told_by: bool = False) -> Node:
        facts = [
            ("when", when(event.interval)),
            ("where", where_words(event)),
            ("placed by", self._placed_by(event.place, event.claims)),
            ("who", parts_words(event.actors)),
            ("figures", "; ".join(f"{name} {figure_words(quantity)}" for name, quantity in event.figures)),
            ("standing", event.standing),
            ("reports", f"{event.reports}, of {_origins(event.independent_origins)}"),
            ("confidence", _confidence(event)),
        ]
        facts += [("origins", self._origins(event))] if told_by and event.reports > 1 else []
        linked = [f"{one} with {other}: {words}" for one, other, words in event.why if one in event.claims]
        facts += [("linked", words) for words in linked[:_LINKS]]
        facts += [("linked", f"and {len(linked) - _LINKS} more")] if len(linked) > _LINKS else []
        title = f"{event.type}: “{event.words}”" if event.words else event.type
        return Node(
            kind="event", id=event.id, title=title, facts=_told(facts),
            rests_on=self.claims(event.claims, "tells it"),
        )  # fmt: skip

    def _placed_by(self, place: Place | None, claims: Sequence[str]) -> str:
        """The reports that tell where a place is, where these claims only have its name, or another spelling of it."""
        if place is None or not place.id.startswith("local:") or place.basis == "context":
            return ""
        fillers = (role for claim in self._store.claims_by_id(claims) for role in claim.roles)
        if any(role.place is not None and role.place.id == place.id for role in fillers):
            return ""
        return "; ".join(sorted(self._store.traces.naming([place.id])))

    def _origins(self, event: Event) -> str:
        """Each origin of an event with the outlets that pass on its word, as far as its own reports show."""
        claims = [c for c in self._store.claims_by_id(event.claims) if c.polarity == "positive"]
        reports = {v.report.id: v.report for c in claims for v in self._store.versions(c.report) if not v.superseded}
        known = self._parts.published(claims, list(reports.values()))
        found: dict[str, dict[str, None]] = {}
        for claim, key, _ in witnesses(claims, known):
            found.setdefault(key, {})[reports[claim.report].outlet or claim.report] = None
        return "; ".join(f"{key} ({', '.join(found[key])})" for key in sorted(found))

    def contradiction(self, contradiction: Contradiction) -> Node:
        sides = [
            Node(kind="value", id="", title=f"{contradiction.field}: {value}", rests_on=self.claims(claims, "says so"))
            for value, claims in contradiction.values
        ]
        facts = [("about", contradiction.about), ("status", contradiction.status), ("why", contradiction.why)]
        facts.insert(1, ("where", place_words(contradiction.place, None)))
        title = f"the sources differ: {contradiction.field}"
        return Node(kind="contradiction", id=contradiction.id, title=title, facts=_told(facts), rests_on=tuple(sides))

    def claims(self, ids: Sequence[str], how: str) -> tuple[Node, ...]:
        return tuple(replace(node, kind=f"claim ({how})") for node in map(self.claim, self._store.claims_by_id(ids)))

    def claim(self, claim: Claim) -> Node:
        versions = self._store.versions(claim.report)
        stored = next((one for one in versions if not one.superseded), None)
        text = stored.report.text if stored else ""
        said = "; ".join(speaker_words(one) for one in claim.speakers) or "the outlet in its own voice"
        certainty = claim.modality + ("" if claim.polarity == "positive" else ", says that it is not so")
        facts = [("certainty", certainty), ("when", when(claim.interval)), ("says who", said)]
        facts += [(role.role, _filler(role)) for role in claim.roles]
        facts += [
            ("same as", claim.same_as or ""),
            ("confidence", f"{claim.confidence:.2f}"),
            ("read by", claim.extractor),
        ]
        facts += [("decided", words) for words in self._decided(claim.id)]
        return Node(
            kind="claim", id=claim.id, title=claim.type, facts=_told(facts),
            quote=quoted(text, claim.trigger, self._context),
            rests_on=(self._source(stored),) if stored else (),
        )  # fmt: skip

    def report(self, identity: str) -> Node:
        versions = self._store.versions(identity)
        present = next(one for one in reversed(versions) if not one.superseded)
        older = tuple(self._source(one) for one in versions if one.superseded)
        claims = self._store.claims(Filter(links=(("report", (identity,)),)))
        told = tuple(replace(self.claim(claim), rests_on=()) for claim in claims)
        return replace(self._source(present), rests_on=(*told, *older))

    def decision(self, identity: str) -> Node:
        decision = next(one for one in self._store.decisions() if one.id == identity)
        facts = [("on", decision.claim), ("by", decision.by), ("at", decision.at), ("field", decision.field or "")]
        facts += [("value", decision.value or ""), ("reason", decision.reason), ("revokes", decision.revokes or "")]
        return Node(
            kind="decision", id=identity, title=decision.action, facts=_told(facts),
            rests_on=self.claims([decision.claim], "decided on"),
        )  # fmt: skip

    def _source(self, stored: StoredReport) -> Node:
        report = stored.report
        facts = [
            ("outlet", report.outlet or "unknown"),
            ("published", f"{report.published or 'unknown'} ({report.published_basis})"),
            ("title", report.title or ""),
            ("url", report.url or ""),
            ("file", report.source_path or ""),
            ("original", f"sha256 {report.original}" if report.original else "not kept"),
            ("version", f"{stored.version}{', replaced by a later one' if stored.superseded else ''}"),
            ("came in", stored.ingested_at),
            ("read by", stored.extractor),
        ]
        facts += [("warning", words) for words in report.warnings]
        return Node(kind="report", id=report.id, title=report.title or report.id, facts=_told(facts))

    def _events_of(self, claims: Iterable[str]) -> tuple[Node, ...]:
        ids = tuple(sorted(set(claims)))
        events = self._store.events(Filter(links=(("claim", ids),)))
        return tuple(replace(self.event(event), rests_on=()) for event in events)

    def _decided(self, claim: str) -> list[str]:
        made = [one for one in self._store.decisions() if one.claim == claim]
        return [f"{one.action}{_in_what(one)} by {one.by} at {one.at} {one.reason}".strip() for one in made]


def _in_what(decision: Decision) -> str:
    """ " (killed: at least 135)" where a decision is about one point."""
    return f" ({decision.field}: {decision.value})" if decision.field else ""


def quoted(text: str, evidence: Evidence, context: int) -> Quoted:
    """The words with up to ``context`` code points on either side, cut at spaces, line ends made spaces."""
    start, end = evidence.span.start, evidence.span.end
    before = text[max(0, start - context) : start]
    after = text[end : end + context]
    if start > context and " " in before:
        before = "…" + before[before.index(" ") + 1 :]
    if end + context < len(text) and " " in after:
        after = after[: after.rindex(" ")] + "…"
    return Quoted(before=_line(before), words=evidence.quote, after=_line(after), start=start, end=end)


def _line(words: str) -> str:
    return words.replace("\n", " ").replace("\r", " ")


def _filler(role: Role) -> str:
    meaning = ""
    if role.place is not None:
        meaning = place_words(role.place, None) + (": where a part of them was" if role.reason == OF_A_PART else "")
    elif role.actor is not None or role.quantity is not None:
        figure = [figure_words(role.quantity)] if role.quantity is not None else []
        who = [role.actor.name] if role.actor is not None else []
        scored = ["by the learned scorer"] if role.reason == BY_SCORER else []
        meaning = ", ".join([*figure, *who, *scored]) + (f": {WORDS[role.reason]}" if role.reason in WORDS else "")
    elif role.reason:
        meaning = f"unresolved: {role.reason}"
    carried = ", carried over" if role.carried else ""
    whose = f", of “{role.ref}”" if role.ref and role.evidence.quote.casefold().endswith(" of them") else ""
    return f"“{role.evidence.quote}”" + (f" = {meaning}" if meaning else "") + whose + carried


def _origins(number: int) -> str:
    return f"{number} independent {'origin' if number == 1 else 'origins'}"


def _confidence(event: Event) -> str:
    parts = ", ".join(f"{name} {value:.2f}" for name, value in event.confidence.parts)
    return f"{event.confidence.value:.2f}" + (f" ({parts})" if parts else "")


def _told(facts: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in facts if value)


def _first(values: Iterable[Any], identity: str) -> Any:
    return next(value for value in values if value.id == identity)
