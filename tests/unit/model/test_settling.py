"""A contradiction is settled by decisions on claims, can be told again from them, and is open again without them."""

from __future__ import annotations

from dataclasses import replace

from situate.model.claim import Claim, Evidence, Role
from situate.model.decision import Decision
from situate.model.event import Contradiction
from situate.model.interval import UNKNOWN_INTERVAL, Interval
from situate.model.quantity import Quantity
from situate.model.settling import as_decided, revoking, settled, settling, standing, without_reviewer
from situate.model.span import Span

_BY = Decision(id="", claim="", report="", action="", at="2026-01-02T00:00:00Z", by="Ann", reason="two lists")


def _claim(name: str, dead: int) -> Claim:
    words = Evidence(span=Span(0, 3), quote="abc")
    toll = Role(role="killed", evidence=words, quantity=Quantity(low=dead, best=dead, high=dead))
    actor = Role(role="actor", evidence=words)
    day = Interval(earliest="2017-09-05", latest="2017-09-05", precision="day", basis="stated")
    return Claim(id=name, report=f"r-{name}", type="assault", trigger=words, roles=(toll, actor), interval=day)


_CLAIMS = {"c:1": _claim("c:1", 300), "c:2": _claim("c:2", 135)}
_REPORTS = {name: claim.report for name, claim in _CLAIMS.items()}


def _doubt(field: str = "killed") -> Contradiction:
    return Contradiction(
        id="x:ab12", field=field, about="e:1", place=None, values=(("135", ("c:2",)), ("300", ("c:1",)))
    )


def test_it_is_told_again_from_the_decisions() -> None:
    made = settling(_doubt(), "135", _REPORTS, _BY)
    assert [(one.claim, one.action, one.value) for one in made] == [("c:2", "accept", "135"), ("c:1", "reject", "300")]
    (told,) = settled(made, _CLAIMS)
    assert (told.id, told.status, told.field, told.values) == ("x:ab12", "resolved", "killed", _doubt().values)
    assert told.why == "decided for '135' on 2026-01-02 by Ann: two lists"
    assert without_reviewer(told).why == "decided for '135' on 2026-01-02"
    assert without_reviewer(_doubt()) == _doubt()
    assert settled(made, {"c:1": _CLAIMS["c:1"]}) == []


def test_a_toll_goes_and_the_attack_stays() -> None:
    first, second = as_decided(_CLAIMS.values(), settling(_doubt(), "135", _REPORTS, _BY))
    assert [role.role for role in first.roles] == ["actor"]
    assert second == replace(_CLAIMS["c:2"], confidence=1.0)  # what a reviewer accepts was read rightly


def test_a_beginning_goes_and_a_claim_that_is_wrong_as_a_whole() -> None:
    first, _ = as_decided(_CLAIMS.values(), settling(_doubt("since"), "135", _REPORTS, _BY))
    assert (first.interval, len(first.roles)) == (UNKNOWN_INTERVAL, 2)
    assert as_decided(_CLAIMS.values(), settling(_doubt("happened"), "135", _REPORTS, _BY)) == [
        replace(_CLAIMS["c:2"], confidence=1.0)
    ]


def test_what_is_taken_back_leaves_no_trace() -> None:
    made = settling(_doubt(), "135", _REPORTS, _BY)
    later = [*made, *revoking(made, _BY)]
    assert standing(later) == []
    assert settled(later, _CLAIMS) == []
    assert as_decided(_CLAIMS.values(), later) == list(_CLAIMS.values())
