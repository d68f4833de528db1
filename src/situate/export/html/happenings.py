"""The list of events with their claims and exact quotes, the contradictions, and the failures."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from situate.export.html.context import Context, standing_badge, voice
from situate.export.html.markup import Safe, isolated, join, quoted, source, tag
from situate.export.html.printing import batched, left_out, sheet
from situate.export.wording import (
    actor_words,
    basis_words,
    date_words,
    quantity_words,
    reason_words,
    standing_words,
    toward,
    type_words,
)
from situate.model.claim import Claim
from situate.model.event import DENIAL, Contradiction, Event
from situate.model.span import Span

_OPEN = 40
"""Up to so many events stand open; a longer list opens one by one."""


def events_section(context: Context) -> Safe:
    """Events, newest first; then states of affairs; then what is planned, possible, attempted or denied."""
    groups: dict[str, list[Event]] = {
        "What happened": [],
        "States of affairs": [],
        "Planned, possible or attempted": [],
        "Said not to be so": [],
    }
    for event in sorted(context.view.events, key=_newest_first, reverse=True):
        groups[_group(context, event)].append(event)
    before = itertools.accumulate(map(len, groups.values()), initial=0)
    first = dict(zip(groups, before, strict=False))
    opened = len(context.view.events) <= _OPEN
    lists = [
        join([tag("h3", f"{title} ({len(events)})", class_=sheet(first[title]).strip() or None),
              *batched([_event(context, event, opened, first[title] + n) for n, event in enumerate(events)])])
        for title, events in groups.items()
        if events
    ]  # fmt: skip
    note = left_out(len(context.view.events), "events", "Events")
    return tag("section", tag("h2", "Events", id="events"), note, *lists)


def _newest_first(event: Event) -> tuple[str, str]:
    return event.interval.earliest or "", event.id


def _group(context: Context, event: Event) -> str:
    if event.polarity == "negative":
        return "Said not to be so"
    if event.modality != "actual":
        return "Planned, possible or attempted"
    return "States of affairs" if event.kind == "state" else "What happened"


def _event(context: Context, event: Event, opened: bool, number: int) -> Safe:
    unknown = f"place unknown ({reason_words(event.place_reason)})"
    where = join([source(place.words) for place in event.places], ", ") or unknown
    basis = basis_words(event.interval.basis)
    when = date_words(event.interval) + (f" ({basis})" if basis and event.interval.known else "")
    title: list[str] = [tag("strong", type_words(event.type)), *_parties(event), " · ", where, " · ", when]
    if event.modality != "actual":
        title += [" · ", tag("em", event.modality)]
    claims = context.index.claims_of(event.claims)
    # A browser unfolds what holds the target of a link, and not the target itself: so the anchor lies inside.
    return tag(
        "details", tag("summary", *title, " ", standing_badge(event.standing)),
        tag("p", *_facts(event), class_="facts", id=context.anchors[event.id]),
        tag("ul", *(_telling(context, claim) for claim in claims), class_="tellings"),
        class_=f"event{sheet(number)}", open=opened,
    )  # fmt: skip


def _parties(event: Event) -> list[str]:
    """Who did it, to whom, and the figures: " by the army, of civilians; killed: 12"."""
    told: list[str] = []
    for role, words in (("actor", " by "), ("target", f" {toward(event.type)} ")):
        actors = tuple(part.actor for part in event.actors if part.role == role)
        told += [join([words, source(actor_words(actors))])] if actors else []
    figures = "; ".join(f"{name}: {quantity_words(quantity)}" for name, quantity in event.figures)
    return [join(told, ","), f" · {figures}" if figures else ""]


def _facts(event: Event) -> list[str]:
    facts = [f"{_counted(event.reports, 'report')} of {_counted(event.independent_origins, 'independent origin')}"]
    facts += [standing_words(event.standing)]
    parts = " · ".join(f"{name.replace('_', ' ')} {value:.2f}" for name, value in event.confidence.parts)
    facts += [f"confidence {event.confidence.value:.2f}" + (f" = {parts}" if parts else "")]
    return [join(facts, "; ")]


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")


def _telling(context: Context, claim: Claim) -> Safe:
    """One claim: exact words with the trigger marked, who says so, and the way to its place in the report."""
    link = tag("a", "in its report", href=f"#{context.anchors[claim.id]}")
    notes = [
        word
        for word, told in ((claim.modality, claim.modality != "actual"), ("negated", claim.polarity == "negative"))
        if told
    ]
    marks = [tag("em", f" {', '.join(notes)}")] if notes else []
    published = context.index.published(claim)
    day = f", {published[:10]}" if published else ", no date"
    return tag("li", quote(context, claim), *marks, " says ", voice(context, claim), f"{day} (", link, ")")


def quote(context: Context, claim: Claim) -> Safe:
    """The claim's exact words with its trigger marked."""
    report = context.index.reports.get(claim.report)
    trigger = claim.trigger.span
    if report is None:
        return quoted(isolated(tag("b", claim.trigger.quote), claim.trigger.quote))
    whole = context.index.stretch(claim)
    before, after = Span(whole.start, trigger.start), Span(trigger.end, whole.end)
    words = join([before.of(report.text), tag("b", trigger.of(report.text)), after.of(report.text)])
    return quoted(isolated(words, whole.of(report.text)))


def contradictions_section(context: Context) -> Safe | None:
    """What the sources do not agree on: each value with the voices behind it."""
    if not context.view.contradictions:
        return None
    items = [_contradiction(context, one, number) for number, one in enumerate(context.view.contradictions)]
    title = tag("h2", f"Where sources disagree ({len(items)})", id="contradictions")
    return tag("section", title, left_out(len(items), "disagreements", "Disagreements"), *items)


def _contradiction(context: Context, one: Contradiction, number: int) -> Safe:
    place = join([" · ", source(one.place.title)]) if one.place else None
    about = context.anchors.get(one.about)
    link = join([" · ", tag("a", "what it is about", href=f"#{about}")]) if about else None
    rows = [_value(context, value, ids) for value, ids in one.values]
    claims = [claim for _, ids in one.values for claim in context.index.claims_of(ids)]
    kinds = ", ".join(dict.fromkeys(type_words(claim.type) for claim in claims if claim.type != DENIAL))
    field = "did it happen?" if one.field == "happened" else one.field.replace("_", " ")
    title = tag("h3", f"{kinds}: " if kinds else "", field, place, link, f" · {one.status}")
    return tag(
        "article", title, tag("p", one.why), tag("ul", *rows, class_="tellings"),
        class_=f"contradiction{sheet(number)}", id=context.anchors[one.id],
    )  # fmt: skip


def _value(context: Context, value: str, ids: Sequence[str]) -> Safe:
    tellings = [_telling(context, claim) for claim in context.index.claims_of(ids)]
    return tag("li", tag("strong", source(value)), tag("ul", *tellings))


def failures_section(context: Context) -> Safe | None:
    """What could not be read, with its reason."""
    if not context.view.failures:
        return None
    head = tag("tr", *(tag("th", words, scope="col") for words in ("Item", "Stage", "Reason", "What to do")))
    rows = [
        tag(
            "tr", tag("td", source(one.item)), tag("td", one.stage),
            tag("td", source(f"{one.reason}: {one.message}")), tag("td", source(one.remedy)),
            class_=sheet(number).strip() or None,
        )
        for number, one in enumerate(context.view.failures)
    ]  # fmt: skip
    title = tag("h2", f"What could not be read ({len(rows)})", id="failures")
    table = tag("table", tag("thead", head), tag("tbody", *rows), class_="failures")
    return tag("section", title, left_out(len(rows), "failures", "Failures"), table)
