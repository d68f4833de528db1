"""Each report's text with its evidence marked, and the claims read from it."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from situate.export.html.context import Context, voice
from situate.export.html.markup import Safe, join, outside_link, quoted, source, tag
from situate.export.html.printing import CHOSEN, texts_left_out
from situate.export.wording import date_words, day_words, quantity_words, reason_words, type_words
from situate.model.claim import Claim, Role
from situate.model.report import Report

_KINDS: Mapping[str, str] = {
    "actor": "who", "target": "who", "place": "where", "origin": "where", "destination": "where", "route": "where",
    "time": "when", "duration": "when",
}  # fmt: skip
"""How a role is marked: who, where, when; every other role as a figure or means."""


_MANY = 200
_LINE, _LINE_REM = 84, 1.75
"""Letters in a line of a text, and how tall it is, in the font's size, as the style sheet has it in a wide window."""
_HEAD_REM, _CLAIM_REM, _ROLE_REM, _SHORT_REM = 6, 5.2, 1.7, 32
_TALL = (15, 20, 30, 40, 60, 80, 120, 160, 240, 320, 480, 640, 960)
_LIT = 2000
"""Beyond so many claims only the trigger itself lights up: one rule a claim would make a slow page."""


@dataclass(slots=True)
class _Segment:
    """A stretch between two boundaries: the kinds of evidence on it, whose claims, and the claims triggered at it."""

    start: int
    end: int
    kinds: list[str] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)
    triggers: list[Claim] = field(default_factory=list)


def reports_section(context: Context) -> Safe:
    """All reports, in the record's order."""
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in context.view.claims:
        by_report[claim.report].append(claim)
    # A browser may leave the texts of a long record undrawn until they come near the window.
    classes = "report many" if len(context.view.reports) > _MANY else "report"
    articles = [
        _article(
            context, report, by_report[report.id],
            f"{classes}{_shape(report, by_report[report.id])}{' beyond' if number >= CHOSEN else ''}",
        )
        for number, report in enumerate(context.view.reports)
    ]  # fmt: skip
    note = texts_left_out(len(articles))
    return tag("section", tag("h2", "Reports and their evidence", id="reports"), note, *articles)


def _shape(report: Report, claims: Sequence[Claim]) -> str:
    """Classes for how tall a report will be, so that what is not drawn yet takes about the room that it will.

    ``short`` texts stay beside their claims while these scroll; of a longer one the end could never be seen.
    """
    lines = sum(1 + len(line) // _LINE for line in report.text.splitlines())
    words, told = lines * _LINE_REM, sum(_CLAIM_REM + len(claim.roles) * _ROLE_REM for claim in claims)
    tall = next((step for step in _TALL if step >= _HEAD_REM + max(words, told)), _TALL[-1])
    return f" h{tall}{' short' if words <= _SHORT_REM else ''}"


def _article(context: Context, report: Report, claims: Sequence[Claim], classes: str) -> Safe:
    ordered = sorted(claims, key=lambda c: (c.trigger.span.start, c.type, c.id))
    published = f"{day_words(report.published)}" if report.published else "no publication date"
    basis = (
        f" (from the {report.published_basis})"
        if report.published and report.published_basis not in {"given", "none"}
        else ""
    )
    title = report.title or report.id
    origin = tag(
        "p",
        source(report.outlet or "unknown outlet"),
        f" · {published}{basis} · ",
        outside_link(report.url, "original" if report.url else "no address"),
        class_="origin",
    )
    words = tag("div", *_words(context, report, ordered), class_="words", dir="auto", lang=report.language or None)
    told = (
        tag("ol", *(_claim(context, claim) for claim in ordered), class_="claims")
        if ordered
        else tag("p", "No claim was read from it.")
    )
    return tag(
        "article", tag("h3", source(title)), origin, tag("div", words, told, class_="beside"), class_=classes,
        id=context.anchors[report.id],
    )  # fmt: skip


def _words(context: Context, report: Report, claims: Sequence[Claim]) -> Iterator[Safe]:
    for segment in _segments(context, report, claims):
        piece: str = report.text[segment.start : segment.end]
        if segment.kinds:
            classes = " ".join(dict.fromkeys([*segment.kinds, *(f"of-{anchor}" for anchor in segment.claims)]))
            piece = tag("mark", piece, class_=classes)
        for claim in reversed(segment.triggers):
            anchor = context.anchors[claim.id]
            piece = (
                tag("a", piece, id=anchor, class_="at", href=f"#k{anchor}", title=type_words(claim.type))
                if (claim is segment.triggers[-1])
                else tag("span", piece, id=anchor, class_="at")
            )
        yield join([piece])


def _segments(context: Context, report: Report, claims: Sequence[Claim]) -> list[_Segment]:
    """The text cut at every boundary of evidence: spans may overlap, elements may not."""
    spans = [span for claim in claims for span in _evidence(context, claim)]
    spans += [(line.start, line.end, "furniture", "") for line in report.furniture]
    cuts = sorted({0, len(report.text)} | {edge for start, end, *_ in spans for edge in (start, end)})
    cuts = [cut for cut in cuts if cut <= len(report.text)]
    segments = {start: _Segment(start, end) for start, end in itertools.pairwise(cuts)}
    at = {cut: number for number, cut in enumerate(cuts)}
    for start, end, kind, anchor in spans:
        for cut in cuts[at.get(start, 0) : at.get(end, 0)]:
            segments[cut].kinds.append(kind)
            segments[cut].claims += [anchor] if anchor and int(anchor[1:]) <= _LIT else []
    for claim in claims:
        if claim.trigger.span.start in segments:
            segments[claim.trigger.span.start].triggers.append(claim)
    return list(segments.values())


def _evidence(context: Context, claim: Claim) -> Iterator[tuple[int, int, str, str]]:
    anchor = context.anchors[claim.id]
    yield claim.trigger.span.start, claim.trigger.span.end, "what", anchor
    for role in claim.roles:
        yield role.evidence.span.start, role.evidence.span.end, _KINDS.get(role.role, "figure"), anchor
    for speaker in claim.speakers:
        yield speaker.evidence.span.start, speaker.evidence.span.end, "says", anchor


def _claim(context: Context, claim: Claim) -> Safe:
    """One claim, field by field; its words are one link away."""
    anchor = context.anchors[claim.id]
    certain: list[str] = [claim.modality] if claim.modality != "actual" else []
    certain += ["said not to be so"] if claim.polarity == "negative" else []
    head = join([tag("strong", type_words(claim.type)), *(tag("em", f" ({word})") for word in certain), " "])
    link = tag("a", quoted(source(claim.trigger.quote)), href=f"#{anchor}")
    roles = [tag("li", *_role(role)) for role in claim.roles]
    facts = tag(
        "p", date_words(claim.interval), " · ", voice(context, claim), f" · read with confidence {claim.confidence:.2f}"
    )
    return tag("li", head, link, facts, tag("ul", *roles) if roles else None, id=f"k{anchor}")


def _role(role: Role) -> list[str]:
    meaning = None
    if role.place is not None:
        meaning = role.place.words
    elif role.actor is not None:
        meaning = role.actor.name
    elif role.quantity is not None:
        meaning = quantity_words(role.quantity)
    pieces: list[str] = [f"{role.role}: ", quoted(source(role.evidence.quote))]
    if meaning is not None:
        return [*pieces, " = ", source(meaning)]
    return [*pieces, f" (unresolved: {reason_words(role.reason)})"] if role.reason else pieces


def target_rules(context: Context) -> str:
    """CSS that lights up all the evidence of a claim when the page is at its trigger: no script is needed for it."""
    anchors = [context.anchors[claim.id] for claim in context.view.claims]
    return "".join(f".report:has(#{a}:target) .of-{a}{{outline:2px solid var(--ink)}}\n" for a in anchors[:_LIT])
