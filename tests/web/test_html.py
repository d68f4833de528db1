"""The exported page in a real browser: nothing runs, nothing is fetched, evidence is one click away."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
import record

from situate.export import FORMATS
from situate.export.view import View

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.web,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs chromium at /usr/bin/chromium"),
]

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</textarea><svg/onload=alert(1)>",
    "<iframe src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//",
    "<math><mi xlink:href=data:x,alert(1)>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<template><script>alert(1)</script></template>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "\u202e<script>alert(1)</script>\u2066",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "{{constructor.constructor('alert(1)')()}}",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "]]><script>alert(1)</script>",
)


@pytest.fixture(scope="module")
def made() -> ModuleType:
    return record


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    api = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    with api.sync_playwright() as playwright:
        arguments = [
            "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync",
        ]  # fmt: skip
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=arguments)
        yield started
        started.close()


class Watched:
    """A page with all that it should not do written down: requests, console messages, dialogs."""

    def __init__(self, browser: Browser, path: Path, **options: Any) -> None:
        self.page: Page = browser.new_page(**options)
        self.requests: list[str] = []
        self.console: list[str] = []
        self.dialogs: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.console.append(message.text))
        self.page.on("pageerror", lambda error: self.console.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))
        self.page.goto(path.as_uri())

    @property
    def foreign(self) -> list[str]:
        """Requests for anything but the file itself."""
        return self.requests[1:]


def written(view: View, folder: Path, profile: Any = "analyst") -> Path:
    stream = io.BytesIO()
    FORMATS["html"].write(view, stream, profile)
    path = folder / "situation.html"
    path.write_bytes(stream.getvalue())
    return path


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_opens_without_a_request_an_error_or_sideways_scrolling(
    browser: Browser, made: ModuleType, tmp_path: Path, width: int, scheme: Any
) -> None:
    options = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    seen = Watched(browser, written(made.siege(), tmp_path), **options)
    assert seen.foreign == []
    assert seen.console == []
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
    assert seen.page.locator("h2#situation").is_visible()
    seen.page.close()


def test_the_style_sheet_applies_under_its_own_policy(browser: Browser, made: ModuleType, tmp_path: Path) -> None:
    seen = Watched(browser, written(made.siege(), tmp_path))
    assert seen.page.evaluate("getComputedStyle(document.querySelector('.draft')).borderTopStyle") == "solid"
    assert seen.page.evaluate("document.querySelector('.bar').getBoundingClientRect().width") > 20
    seen.page.close()


def test_an_evidence_link_leads_to_the_marked_words(browser: Browser, made: ModuleType, tmp_path: Path) -> None:
    seen = Watched(browser, written(made.siege(), tmp_path), viewport={"width": 1280, "height": 700})
    link = seen.page.locator(".tellings a", has_text="in its report").first
    target = link.get_attribute("href")
    assert target is not None
    link.click()
    mark = seen.page.locator(f"{target} mark")
    box = mark.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 700
    assert mark.evaluate("mark => getComputedStyle(mark).outlineStyle") == "solid"
    lit = seen.page.locator(f".of-{target[1:]}")
    assert lit.count() > 1
    assert lit.first.evaluate("mark => getComputedStyle(mark).outlineWidth") != "0px"
    seen.page.locator(target).click()
    assert seen.page.url.endswith(f"#k{target[1:]}")
    seen.page.close()


def test_a_folded_event_opens_when_a_link_leads_to_it(browser: Browser, made: ModuleType, tmp_path: Path) -> None:
    view = made.siege()
    more = [replace(view.events[0], id=f"e:{number:04d}") for number in range(60)]
    seen = Watched(browser, written(replace(view, events=(*view.events, *more)), tmp_path))
    assert seen.page.locator("details[open]").count() == 0
    seen.page.locator(".contradiction a", has_text="what it is about").click()
    opened = seen.page.locator("details:has(:target)")
    assert opened.locator(".tellings").is_visible()
    top = opened.locator("summary").bounding_box()
    assert top is not None
    assert top["y"] >= 0
    seen.page.close()


def _seen(page: Page, selector: str) -> bool:
    """Whether it is in the window, once the browser has drawn what is there."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))")
    box = page.locator(selector).bounding_box()
    size = page.viewport_size
    assert size is not None
    return box is not None and 0 <= box["y"] < size["height"]


@pytest.mark.parametrize("width", [1280, 390])
def test_links_of_a_long_page_lead_to_what_was_not_drawn_before(
    browser: Browser, made: ModuleType, tmp_path: Path, width: int
) -> None:
    view = made.siege()
    report, claim, event = view.reports[0], view.claims[0], view.events[0]
    words = f"{report.text} " + "Nothing else was said of it that day. " * 150
    trigger = claim.trigger.span
    late = replace(claim.trigger, span=type(trigger)(len(words) + trigger.start, len(words) + trigger.end))
    reports = [replace(report, id=f"r{n:03}", text=words + report.text) for n in range(220)]
    claims = [
        replace(claim, id=f"c:{n:03}", report=one.id, trigger=late, roles=(), speakers=())
        for n, one in enumerate(reports)
    ]
    events = [replace(event, id=f"e:{n:03}", claims=(one.id,)) for n, one in enumerate(claims)]
    long = replace(view, reports=tuple(reports), claims=tuple(claims), events=tuple(events), spells=(),
                   contradictions=())  # fmt: skip
    path = written(long, tmp_path)
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(path.as_uri() + "#e150")
    assert _seen(page, "#e150")
    page.locator("details:has(#e150) .tellings a", has_text="in its report").click()
    anchor = page.url.partition("#")[2]
    assert _seen(page, f"#{anchor}")
    page.goto("about:blank")
    page.goto(f"{path.as_uri()}#c200")
    assert _seen(page, "#c200")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("getComputedStyle(document.querySelector('.batch')).contentVisibility") == "auto"
    page.close()


_BAD = (
    "body :is(script, iframe, img, object, embed, form, math, template, base, textarea, meta, link, "
    "[onload], [onerror], [ontoggle], a[href^='javascript' i], a[href^='data' i])"
)


def test_no_payload_in_any_field_does_anything(browser: Browser, made: ModuleType, tmp_path: Path) -> None:
    for number, payload in enumerate((*PAYLOADS, "".join(PAYLOADS))):
        folder = tmp_path / str(number)
        folder.mkdir()
        seen = Watched(browser, written(poisoned(made.siege(), payload), folder))
        assert seen.page.locator(_BAD).count() == 0, payload
        assert (seen.dialogs, seen.foreign, seen.console) == ([], [], []), payload
        seen.page.close()


def test_no_payload_does_anything_in_the_public_page(browser: Browser, made: ModuleType, tmp_path: Path) -> None:
    seen = Watched(browser, written(poisoned(made.siege(), "".join(PAYLOADS)), tmp_path, "public"))
    assert seen.page.locator(_BAD).count() == 0
    assert (seen.dialogs, seen.foreign, seen.console) == ([], [], [])
    seen.page.close()


def poisoned(view: View, payload: str) -> View:
    """The record with a payload in every field of words; texts hold it too, at their end, so that offsets stay."""
    reports = tuple(
        replace(report, text=f"{report.text} {payload}", outlet=payload, title=payload, url=payload, language=payload)
        for report in view.reports
    )
    claims = tuple(
        replace(
            claim,
            type=payload,
            speakers=tuple(replace(one, cue=payload) for one in claim.speakers),
            roles=tuple(
                replace(
                    role, ref=payload, reason=payload, place=role.place and replace(role.place, name=payload),
                    actor=role.actor and replace(role.actor, name=payload),
                )
                for role in claim.roles
            ),
        )
        for claim in view.claims
    )  # fmt: skip
    events = tuple(
        replace(
            event, words=payload, place_reason=payload, type=payload, why=((payload, payload, payload),),
            place=event.place and replace(event.place, name=payload, relation=payload),
            actors=tuple(replace(part, actor=replace(part.actor, name=payload)) for part in event.actors),
        )
        for event in view.events
    )  # fmt: skip
    spells = tuple(
        replace(
            spell, value=payload, rule=payload, criteria=payload, place=replace(spell.place, name=payload),
            actors=tuple(replace(part, actor=replace(part.actor, name=payload)) for part in spell.actors),
        )
        for spell in view.spells
    )  # fmt: skip
    disputes = tuple(
        replace(one, field=payload, why=payload, values=((payload, one.values[0][1]),)) for one in view.contradictions
    )
    failures = tuple(
        replace(one, item=payload, stage=payload, reason=payload, message=payload, remedy=payload)
        for one in view.failures
    )
    return replace(
        view, reports=reports, claims=claims, events=events, spells=spells, contradictions=disputes, failures=failures,
        landmarks=tuple(replace(place, name=payload) for place in view.landmarks),
    )  # fmt: skip


def _on_paper(browser: Browser, path: Path, chosen: str = "") -> list[str]:
    """The headings of the parts that are printed."""
    page = browser.new_page()
    page.emulate_media(media="print")
    page.goto(path.as_uri() + chosen)
    heads = page.locator("main > section:visible > h2").all_inner_texts()
    heads += [f"report {text}" for text in page.locator("article.report:visible h3").all_inner_texts()]
    page.close()
    return heads


def test_paper_has_an_overview_or_what_was_chosen(browser: Browser, made: ModuleType, tmp_path: Path) -> None:
    view = made.siege()
    path = written(view, tmp_path)
    overview = _on_paper(browser, path)
    assert {"Map", "Events"} <= set(overview)
    assert not any(head.startswith("report ") for head in overview)
    assert _on_paper(browser, path, "#map") == ["Map"]
    assert len(_on_paper(browser, path, "#reports")) == 1 + len(view.reports)
    assert len(_on_paper(browser, path, "#r1")) == 2
    assert len(_on_paper(browser, path, "#c1")) == 2


def test_paper_says_what_is_not_on_it(browser: Browser, made: ModuleType, tmp_path: Path) -> None:
    view = made.siege()
    event = view.events[0]
    many = replace(view, events=tuple(replace(event, id=f"e:{number:04d}") for number in range(500)))
    page = browser.new_page()
    path = written(many, tmp_path)
    page.goto(path.as_uri())
    assert not page.locator(".on-paper:visible").count()
    page.emulate_media(media="print")
    assert page.locator(".event:visible").count() == 40
    assert "40 of 500 events" in page.locator(".on-paper.overview:visible").first.inner_text()
    page.goto(path.as_uri() + "#events")
    assert page.locator(".event:visible").count() == 400
    assert "400 of 500 events" in page.locator(".on-paper.chosen:visible").inner_text()
    page.close()
