"""The whole page: head with its security policy, what it is, what holds, map, timeline, lists, texts."""

from __future__ import annotations

import base64
import hashlib
import importlib.resources
from typing import BinaryIO

from situate.export.html.context import Context, side_of, standing_badge
from situate.export.html.happenings import contradictions_section, events_section, failures_section
from situate.export.html.map import map_section
from situate.export.html.markup import Safe, join, source, tag
from situate.export.html.reports import reports_section, target_rules
from situate.export.html.situation import situation_section
from situate.export.html.symbols import DEFINITIONS
from situate.export.html.timeline import SIGN_WORDS, timeline_section
from situate.export.index import parts
from situate.export.masking import for_profile
from situate.export.view import LossReport, Profile, RecordView
from situate.export.wording import day_words, standing_words

_STANDINGS = ("claimed", "reported", "corroborated", "disputed", "retracted")
_DRAFT = "read by a machine, reviewed by nobody. Check the words of the reports before you rely on it."
_MAP_KEY = (
    "Dot with a ring: a settlement and its size. Ring without a middle: a part of a place, or near it; where in the "
    "ring is not known. Hatched circle: a region or district. Ring with ticks: a siege (broken line: of a part). "
    "Two-coloured dot: contested. Dotted edge: only a side that gains by it says so. Cross-hatched: no recent news."
)


def write(view: RecordView, stream: BinaryIO, profile: Profile) -> LossReport:
    """Write the page in UTF-8: every report, claim, event, spell, contradiction and failure of the view is in it."""
    context = Context.of(for_profile(view, profile), profile)
    style = _style(context)
    stream.write(_page(context, style).encode("utf-8"))
    shown = context.view
    kept = (shown.reports, shown.claims, shown.events, shown.spells, shown.contradictions, shown.failures)
    return LossReport.of(sum(map(len, kept)))


def _style(context: Context) -> str:
    sheet = (importlib.resources.files("situate.export.html") / "style.css").read_text("utf-8")
    return f"\n{sheet}{target_rules(context)}"


def policy(style: str) -> str:
    """A Content-Security-Policy under which only this very style sheet applies: no script, no request, no form."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _page(context: Context, style: str) -> Safe:
    title = "What the reports say" + (f", as known on {context.view.as_known_on}" if context.view.as_known_on else "")
    head = tag(
        "head", tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy(style)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", title), tag("style", Safe(style)),
    )  # fmt: skip
    sections = (
        situation_section(context), map_section(context), timeline_section(context), contradictions_section(context),
        events_section(context), reports_section(context), failures_section(context), _key(context),
    )  # fmt: skip
    skip = tag("a", "Skip to what holds", href="#situation", class_="skip")
    body = tag("body", skip, Safe(DEFINITIONS), _header(context, title), tag("main", *sections), _footer(context))
    return Safe("<!DOCTYPE html>\n" + tag("html", head, "\n", body, lang="en") + "\n")


def _header(context: Context, title: str) -> Safe:
    view = context.view
    draft = tag("p", tag("strong", "DRAFT"), f": {_DRAFT}", class_="draft") if view.draft else None
    counts = tag("p", _counts(context), class_="counts")
    return tag("header", tag("h1", title), counts, draft, _navigation(context))


def _counts(context: Context) -> Safe:
    view = context.view
    days = sorted(report.published[:10] for report in view.reports if report.published)
    between = ", none with a publication date"
    if days:
        until = f" to {day_words(days[-1])}" if days[0] != days[-1] else ""
        between = f", published {day_words(days[0])}{until}"
    outlets = len({report.outlet for report in view.reports if report.outlet})
    counted = [(len(view.claims), "claim"), (len(view.events), "event"), (len(view.spells), "spell")]
    counted += [(len(view.contradictions), "contradiction"), (len(view.failures), "failure")]
    head = f"{_many(len(view.reports), 'report')} of {_many(outlets, 'outlet')}{between}"
    words = " · ".join([head, *(_many(count, word) for count, word in counted)])
    public = " · public: private persons masked, positions coarsened" if context.profile == "public" else ""
    return join([words, public])


def _many(count: int, word: str) -> str:
    return f"{count:,} {word}" + ("" if count == 1 else "s")


def _navigation(context: Context) -> Safe:
    links = [("situation", "What holds"), ("map", "Map"), ("timeline", "Timeline")]
    links += [("contradictions", "Disagreements")] if context.view.contradictions else []
    links += [("events", "Events"), ("reports", "Reports")]
    links += [("failures", "Failures")] if context.view.failures else []
    return tag(
        "nav",
        *(tag("a", words, href=f"#{anchor}") for anchor, words in [*links, ("key", "Key")]),
        aria_label="Parts of this page",
    )


def _key(context: Context) -> Safe:
    """Colours, signs and words, explained."""
    signs = [
        tag("li", tag("span", sign, class_="key-sign", aria_hidden="true"), words) for sign, words in SIGN_WORDS.items()
    ]
    standing = [tag("li", standing_badge(word), " ", standing_words(word)) for word in _STANDINGS]
    parts_of_it = (
        ("Who (a colour, always with a name)", _colour_key(context)),
        ("Signs of events", tag("ul", *signs, class_="key")),
        ("How sure", tag("ul", *standing, class_="key")),
        ("Map", tag("p", _MAP_KEY)),
        ("Marks in the texts", _mark_key()),
    )
    return tag("section", tag("h2", "Key", id="key"), *(join([tag("h3", title), part]) for title, part in parts_of_it))


def _colour_key(context: Context) -> Safe:
    names: dict[str, str] = {}
    for part in parts(context.view):
        names.setdefault(side_of(part.actor), part.actor.name)
    items = [
        tag("li", tag("span", "", class_=f"chip a{number} control", aria_hidden="true"), source(names.get(side, side)))
        for side, number in sorted(context.colours.items(), key=lambda item: item[1])
    ]
    return tag("ul", *items, class_="key")


def _mark_key() -> Safe:
    kinds = (
        ("what", "what happened"),
        ("who", "who"),
        ("where", "where"),
        ("when", "when"),
        ("figure", "figures, means"),
        ("says", "who says so"),
    )
    return tag("p", *(join([tag("mark", words, class_=kind), " "]) for kind, words in kinds), class_="words")


def _footer(context: Context) -> Safe:
    credit = any(place.id.startswith("geonames:") for place in context.places.values())
    geonames = " Positions of settlements: GeoNames (CC BY 4.0)." if credit else ""
    return tag(
        "footer", tag("p", f"Made by situate from the reports above; this file sends and fetches nothing.{geonames}")
    )
