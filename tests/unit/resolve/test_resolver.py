"""What a claim says of one of its fillers tells what another one means."""

from situate.model.claim import Claim, Evidence, Role
from situate.model.ids import claim_id
from situate.model.mention import Reading
from situate.model.report import Report
from situate.model.span import Span
from situate.resolve import Resolver


def resolved(text: str, kind: str, trigger: str, **roles: str) -> dict[str, Role]:
    def evidence(quote: str) -> Evidence:
        start = text.index(quote)
        return Evidence(span=Span(start, start + len(quote)), quote=quote)

    told = evidence(trigger)
    claim = Claim(
        id=claim_id("r", kind, told.span), report="r", type=kind, trigger=told,
        roles=tuple(Role(role=name, evidence=evidence(quote)) for name, quote in roles.items()),
    )  # fmt: skip
    report = Report(id="r", text=text, published="2018-03-10")
    (found,) = (
        Resolver.load()
        .resolve(report, Reading(report=report, mentions=(), attributions=(), claims=(claim,)))
        .reading.claims
    )
    return {role.role: role for role in found.roles}


KABUL = "The Taliban attacked Kabul, Kandahar and Herat in Afghanistan. In Afghanistan, the war goes on. "


def test_rebels_hold_ground_of_the_state_in_which_they_rebel() -> None:
    found = resolved(
        f"{KABUL}In Syria, rebel-held Aleppo was shelled.", "control", "held", actor="rebel", place="Aleppo"
    )
    assert found["actor"].actor.id == "syrian-rebels"
    home = resolved(f"{KABUL}Later rebel-held Kunduz was shelled.", "control", "held", actor="rebel", place="Kunduz")
    assert home["actor"].actor.country == "AF"


def test_whom_a_force_attacks_is_somebody_else() -> None:
    text = "The Syrian army advanced near Homs in Syria. The army closed in on the soldiers."
    found = resolved(text, "besiege", "closed in", actor="The army", target="the soldiers")
    assert found["actor"].actor.id == "syrian-arab-army"
    assert (found["target"].actor, found["target"].reason) == (None, "description")


def test_a_word_for_the_sort_of_deaths_is_no_figure() -> None:
    assert (
        resolved("The number of infant deaths reached 100.", "kill", "deaths", killed="infant")["killed"].quantity
        is None
    )
    assert resolved("An infant died.", "kill", "died", killed="An infant")["killed"].quantity.best == 1
    assert resolved("Later he died.", "kill", "died", killed="he")["killed"].quantity.best == 1
    assert resolved("12 deaths were counted.", "kill", "deaths", killed="12")["killed"].quantity.best == 12
