"""Names that brackets give in full or in short, in reports made for these tests."""

from __future__ import annotations

from situate.model.span import Span
from situate.resolve.who.phrase import Linker
from situate.resolve.who.registry import Registry
from situate.resolve.who.report import link_all
from situate.resolve.who.told import Naming, ReportContext

LINKER = Linker(Registry.load())


def one(text: str, quote: str) -> str | None:
    start = text.index(quote)
    naming = Naming(span=Span(start, start + len(quote)), quote=quote)
    actor, _ = link_all([naming], ReportContext(text=text, country=None, date="1990-03-01"), LINKER)[0]
    return actor.id if actor else None


def test_a_body_is_known_by_its_abbreviation() -> None:
    text = "A speaker of the national relief commission [CNS] met the river union [UR] in the port."
    assert one(text, "the river union") == "local:river-union"
    assert one(text, "UR") == "local:river-union"
    assert one("the national relief commission [NRC] met", "the national relief commission") == (
        "local:national-relief-commission"
    )
    assert one(text, "the port") is None


def test_letters_that_do_not_fit_tell_nothing() -> None:
    assert one("the old river bridge [XY] fell", "the old river bridge") is None


def test_a_short_name_with_its_full_one_after_it() -> None:
    assert one("They told Rnl [Lusar National Radio] so.", "Rnl") == "local:lusar-national-radio"


def test_a_dateline_names_an_outlet() -> None:
    start = "PORT LORN (LUSAR), 4 MAY 89 (Canal Tal) -- [TEXT] Gunmen fled."
    naming = Naming(span=Span(start.index("Canal"), start.index("Tal") + 3), quote="Canal Tal")
    actor, _ = link_all([naming], ReportContext(text=start, country=None, date="1989-05-04"), LINKER)[0]
    assert actor is not None
    assert actor.kind == "outlet"
