from __future__ import annotations

import base64
import datetime as dt
import hashlib
import io
import re
import unicodedata
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from situate.export import html
from situate.export.html.context import Context, holds_at
from situate.export.html.labels import Labels
from situate.export.html.markup import outside_link, source, tag, text
from situate.export.html.printing import left_out, sheet
from situate.export.html.projection import Projection, distance_km, neighbourhoods
from situate.export.html.timeline import not_before, reach
from situate.export.view import View
from situate.model.claim import Evidence
from situate.model.report import Report
from situate.model.situation import Bound
from situate.model.span import Span

_VOID = {"meta", "br", "hr", "link"}


class Page(HTMLParser):
    """Checks that elements nest, and keeps ids, links, texts of marks, and every attribute."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.names: Counter[str] = Counter()
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self.feed(markup)

    def handle_starttag(self, name: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names[name] += 1
        self.attributes += attrs
        self.ids += [value or "" for key, value in attrs if key == "id"]
        self.links += [value or "" for key, value in attrs if key == "href"]
        if name not in _VOID:
            self.open.append(name)

    def handle_startendtag(self, name: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names[name] += 1
        self.attributes += attrs

    def handle_endtag(self, name: str) -> None:
        assert self.open.pop() == name

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def page(view: View, profile: Any = "analyst") -> str:
    stream = io.BytesIO()
    html.write(view, stream, profile)
    return stream.getvalue().decode("utf-8")


def test_elements_nest_ids_are_unique_and_links_lead_somewhere(siege: View) -> None:
    found = Page(page(siege))
    assert found.open == []
    assert [key for key, count in Counter(found.ids).items() if count > 1] == []
    inside = {link[1:] for link in found.links if link.startswith("#")}
    assert inside <= set(found.ids)
    assert {link for link in found.links if not link.startswith("#")} == {"https://example.org/a"}


def test_the_page_runs_and_fetches_nothing(siege: View) -> None:
    markup = page(siege)
    found = Page(markup)
    assert set(found.names) & {"script", "img", "iframe", "object", "embed", "form", "link", "base", "input"} == set()
    assert not [key for key, _ in found.attributes if key.startswith("on") or key in {"src", "srcset", "style"}]
    style = re.search(r"<style>(.*?)</style>", markup, re.DOTALL)
    assert style is not None
    assert "url(" not in re.sub(r"url\(#\w+\)", "", style[1])
    assert "@import" not in style[1]
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src &#x27;sha256-{digest}&#x27;" in markup
    assert "default-src &#x27;none&#x27;" in markup


def test_what_holds_comes_first_with_its_parts_and_sources(siege: View) -> None:
    markup = page(siege)
    assert "What holds on 7 Sep 2017" in markup
    order = [markup.index(f'id="{anchor}"') for anchor in ("situation", "map", "timeline", "contradictions", "events")]
    assert order == sorted(order)
    table = markup[markup.index("<table") : markup.index("</table>")]
    assert "besieged by Islamic State" in table
    assert table.index("Deir ez-Zor</th>") < table.index("Brigade 137</th>")
    words = re.sub(r"<[^>]+>", "", markup)
    assert "Brigade 137: besieged by Islamic State, Jul 2014 until 5 Sep 2017" in words
    assert "no news since 1 Jun 2017" in words


def test_drafts_and_unknowns_are_said(siege: View) -> None:
    words = re.sub(r"<[^>]+>", "", page(siege))
    assert "DRAFT: read by a machine" in words
    assert "place unknown (no place said)" in words
    assert "Not drawn: 1 with no place" in words
    assert "scan.pdf" in words
    assert "DRAFT" not in page(replace(siege, draft=False))


def test_every_claim_is_marked_in_its_report(siege: View) -> None:
    markup = page(siege)
    context = Context.of(siege, "analyst")
    for claim in siege.claims:
        at = markup.index(f'id="{context.anchors[claim.id]}"')
        assert claim.trigger.quote.split()[0] in re.sub(r"<[^>]+>", "", markup[at : at + 600])


def test_the_text_of_a_report_is_whole_though_its_marks_overlap(made: ModuleType) -> None:
    report = made.report("o", "Shells hit the old town <b>at dawn</b> & killed four.", "2017-01-01", "O")
    claims = [
        made.claim(report, "shelling", "Shells hit", [made.role(report.text, "place", "the old town <b>at")]),
        made.claim(report, "explosion", "Shells", [made.role(report.text, "time", "town <b>at dawn</b>")]),
        made.claim(report, "kill", "Shells hit", [made.role(report.text, "killed", "four")]),
    ]
    markup = page(View(reports=(report,), claims=tuple(claims)))
    start = markup.index('<div class="words"')
    shown = Page(markup[start : markup.index("</div>", start) + 6])
    assert "".join(shown.words) == report.text
    assert shown.names["b"] == 0
    assert len([key for key in shown.ids if key.startswith("c")]) == 3


PAYLOAD = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


def hostile(value: Any) -> Any:
    """The view with a payload in every string that a source, a file or a user could have written."""
    import dataclasses

    if isinstance(value, Report):
        words = PAYLOAD + " hit the town"
        return Report(
            id=PAYLOAD, text=words, outlet=PAYLOAD, title=PAYLOAD, url="javascript:alert(1)", language=PAYLOAD
        )
    if isinstance(value, Evidence):
        return Evidence(span=Span(0, len(PAYLOAD)), quote=PAYLOAD)
    if isinstance(value, tuple):
        return tuple(hostile(item) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: hostile_field(value, f.name) for f in dataclasses.fields(value)})
    return value


def hostile_field(value: Any, name: str) -> Any:
    given = getattr(value, name)
    free = {
        "name",
        "message",
        "reason",
        "remedy",
        "item",
        "stage",
        "words",
        "why",
        "cue",
        "ref",
        "rule",
        "criteria",
        "relation",
        "place_reason",
        "type",
        "value",
        "field",
    }
    if name in free and isinstance(given, str):
        return PAYLOAD
    return hostile(given)


def test_no_payload_becomes_an_element(siege: View) -> None:
    before, after = Page(page(siege)), Page(page(hostile(siege)))
    assert after.open == []
    assert set(after.names) - set(before.names) <= {"code"}  # the address that is no link
    assert "script" not in after.names
    assert not [key for key, _ in after.attributes if key.startswith("on")]
    assert not [link for link in after.links if not link.startswith("#")]


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", " javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x",
     "java\tscript:alert(1)", "//evil.example/x", "http:", "https://", "file:///etc/passwd", "http://[bad", "\u202ehttps://x.org"],
)  # fmt: skip
def test_only_web_addresses_are_links(url: str) -> None:
    assert "<a" not in outside_link(url, "original")
    assert "original" in outside_link(url, "original")


def test_a_web_address_is_a_link_that_says_nothing_of_us() -> None:
    link = outside_link('https://example.org/?a=1&b="', "original")
    assert 'href="https://example.org/?a=1&amp;b=&quot;"' in link
    assert "noreferrer" in link


@given(st.text())
def test_text_cannot_leave_its_element(value: str) -> None:
    found = Page(tag("p", source(value), title=value))
    assert found.open == []
    assert found.names["p"] == 1
    assert set(found.names) <= {"p", "bdi", "span"}


@given(st.text())
def test_words_that_could_reorder_the_page_are_isolated(value: str) -> None:
    leftward = any(unicodedata.bidirectional(letter) in {"R", "AL", "AN"} for letter in value)
    assert source(value).startswith("<bdi>") or not leftward


def test_names_in_arabic_and_hebrew_are_isolated_and_those_in_cyrillic_need_not_be() -> None:
    assert source("دير الزور") == "<bdi>دير الزور</bdi>"
    assert source("דיר א-זור").startswith("<bdi>")
    assert source("Мариуполь") == "Мариуполь"


def test_characters_that_reorder_or_hide_text_are_shown() -> None:
    assert text("a\u202eb\u200b") == (
        'a<span class="hidden-character">[U+202E]</span>b<span class="hidden-character">[U+200B]</span>'
    )
    assert "[U+202E]" in tag("p", title="\u202e")


@pytest.mark.parametrize(
    ("starts", "ends", "day", "expected"),
    [
        (Bound(earliest="2014"), Bound(open=True), "2017-09-07", True),
        (Bound(), Bound(earliest="2017-09-05", latest="2017-09-05"), "2017-09-05", False),
        (Bound(), Bound(earliest="2017-09-05", latest="2017-09-05"), "2017-09-04", True),
        (Bound(), Bound(earliest="2017", latest="2017"), "2017-09-04", False),
        (Bound(), Bound(), "2017-09-04", False),
        (Bound(earliest="2018"), Bound(open=True), "2017-09-07", False),
    ],
)
def test_what_holds_at_a_day(siege: View, starts: Bound, ends: Bound, day: str, expected: bool) -> None:
    assert holds_at(replace(siege.spells[0], starts=starts, ends=ends), day) is expected


def test_what_is_seen_again_is_drawn_from_when_it_had_ended(siege: View) -> None:
    first = replace(
        siege.spells[0], starts=Bound(latest="2017-04-02"), ends=Bound(earliest="2017-05-02", latest="2017-05-02")
    )
    again = replace(first, id="s:again", starts=Bound(latest="2017-05-12"), ends=Bound(open=True))
    assert [not_before(one, [first, again]) for one in (first, again)] == [None, "2017-05-02"]
    of_another = replace(first, dimension="truce")
    assert not_before(again, [of_another, again]) is None
    dated = replace(again, starts=Bound(earliest="2017-05-09", latest="2017-05-12"))
    assert not_before(dated, [first, dated]) == "2017-05-09"


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-89, 89)), min_size=1, max_size=8))
def test_every_point_lies_in_its_map(points: list[tuple[float, float]]) -> None:
    projection = Projection.fitting(points)
    assert all(projection.holds(point) for point in points)
    assert projection.height <= 960 * 0.65
    assert projection.bar()[1] >= 1


def test_distance_and_neighbourhoods() -> None:
    raqqa, city, kyiv = (39.0, 35.95), (40.14, 35.34), (30.52, 50.45)
    assert distance_km(raqqa, city) == pytest.approx(123, abs=5)
    assert neighbourhoods([kyiv, raqqa, city], within_km=400) == [[raqqa, city], [kyiv]]


@given(st.lists(st.tuples(st.floats(0, 960), st.floats(0, 500)), max_size=30))
def test_labels_never_cover_one_another(points: list[tuple[float, float]]) -> None:
    labels = Labels(960, 500)
    boxes = [box for x, y in points if (box := labels.place(x, y, ["Deir ez-Zor", "held"], off=14))]
    assert not [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if a.meets(b)]


def test_the_same_view_gives_the_same_bytes(siege: View, made: ModuleType) -> None:
    assert page(siege) == page(made.siege())
    assert page(siege, "public") == page(made.siege(), "public")


def test_a_label_names_what_its_parts_are_around(siege: View, made: ModuleType) -> None:
    near = replace(siege.spells[1], place=made.DESERT, ends=Bound(open=True))
    parts_only = replace(siege, spells=(siege.spells[2], near), events=())
    words = re.sub(r"<[^>]+>", "\n", page(parts_only))
    assert "around Deir ez-Zor" in words
    assert "Deir ez-Zor airbase: besieged by Islamic State" in words


def test_what_has_no_recent_news_stands_apart(siege: View) -> None:
    markup = page(siege)
    assert markup.count('<table class="situation"') == markup.count("Last known: no recent news") + 1 == 2
    fresh = markup[: markup.index("Last known: no recent news")]
    assert "Raqqa" not in fresh


def test_what_a_place_is_part_of_is_named_and_a_sentence_is_quoted_once(made: ModuleType) -> None:
    view = made.siege()
    told = next(spell for spell in view.spells if spell.place.part_of == made.CITY.id)
    told = replace(told, starts=Bound(earliest="2014", latest="2014"), ends=Bound(open=True), stale=False)
    whole = replace(told, id="s:whole", place=made.CITY)
    claim = next(claim for claim in view.claims if claim.id == told.claims[0])
    again = replace(claim, id="c:again")
    spells = (replace(told, claims=(claim.id, again.id)), whole)
    stream = io.BytesIO()
    html.write(replace(view, spells=spells, claims=(*view.claims, again)), stream, "analyst")
    page = stream.getvalue().decode()
    assert f"part of {made.CITY.title}: " in page
    row = page[page.index(f"part of {made.CITY.title}") :]
    assert row[: row.index("</tr>")].count("<li>") == 1


@given(st.lists(st.dates(), min_size=1), st.dates())
def test_the_line_of_time_leaves_off_only_a_few_and_never_the_last_publication(days: list[Any], now: Any) -> None:
    first, last = reach(days, now)
    assert first <= last
    assert now <= last
    assert sum(day < first for day in days) + sum(day > last for day in days) <= len(days) // 10


def test_one_date_far_from_all_others_does_not_squeeze_the_line() -> None:
    near = [dt.date(2016, 1, 1) + dt.timedelta(days=day) for day in range(100)]
    now = dt.date(2016, 5, 1)
    assert reach([dt.date(1936, 10, 4), *near], now)[0].year == 2016
    assert reach([dt.date(2015, 12, 1), *near], now)[0] == dt.date(2015, 12, 1)


def test_what_paper_leaves_out_is_said() -> None:
    assert left_out(40, "events", "Events") is None
    some, many = left_out(41, "events", "Events"), left_out(1000, "events", "Events")
    assert some is not None
    assert many is not None
    assert "Printed here: 40 of 41 events." in some
    assert "Printed here: 400 of 1,000 events." in many
    assert [sheet(number) for number in (39, 40, 399, 400)] == ["", " late", " late", " beyond"]
