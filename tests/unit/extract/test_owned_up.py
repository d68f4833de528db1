"""Who did it, where another sentence says who owns up to it or is blamed for it."""

from __future__ import annotations

import pytest

import situate


def doers(text: str, trigger: str) -> list[str]:
    claims = [c for c in situate.extract(text, published="2018-06-12") if c.trigger.quote == trigger]
    return [r.evidence.quote for c in claims for r in c.roles if r.role == "actor"]


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("A roadside bomb killed 4 soldiers in Ghazni on Friday. The Taliban claimed responsibility.", "roadside bomb",
         ["The Taliban"]),
        ("A roadside bomb killed 4 soldiers in Ghazni on Friday. Responsibility was claimed by the Taliban.",
         "roadside bomb", ["the Taliban"]),
        ("A roadside bomb killed 4 soldiers in Ghazni. A spokesman for the Taliban claimed responsibility.",
         "roadside bomb", ["A spokesman for the Taliban"]),
        ("At least 27 worshippers died in a blast at a mosque in Pul-e Khumri, and Islamic State's local branch said it "
         "had carried it out.", "blast", ["Islamic State's local branch"]),
        ("A blast killed 27 worshippers in Pul-e Khumri. Islamic State said it was behind the attack.", "blast",
         ["Islamic State"]),
        ("Gunmen pulled eight labourers off a bus near Kalat and killed them. The Baloch Liberation Army later claimed "
         "responsibility.", "killed", ["Gunmen", "The Baloch Liberation Army"]),
        ("A car bomb wrecked a bank in Lima on Monday, wounding 11 people. Police blamed Shining Path.", "car bomb",
         ["Shining Path"]),
        ("A car bomb wrecked a bank in Lima on Monday. Nobody was hurt. Police blamed Shining Path for the attack.",
         "car bomb", ["Shining Path"]),
    ],
)  # fmt: skip
def test_who_owns_up_or_is_blamed_beside_it(text: str, trigger: str, who: list[str]) -> None:
    assert doers(text, trigger) == who


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("A car bomb wrecked a bank in Lima on Monday. No group claimed responsibility.", "car bomb", []),
        ("A car bomb wrecked a bank in Lima on Monday. Shining Path denied responsibility.", "car bomb", []),
        ("A car bomb wrecked a bank in Lima on Monday. A caller claimed responsibility.", "car bomb", []),
        ("A car bomb wrecked a bank in Lima on Monday. Police blamed Shining Path, which denied it.", "car bomb", []),
        ("A car bomb wrecked a bank in Lima on Monday. Officials blamed a gas leak.", "car bomb", []),
        ("A car bomb wrecked a bank in Lima on Monday. Shining Path claimed responsibility for an attack on Cusco.",
         "car bomb", []),
        ("A post was attacked near Varn, and a bomb killed two in Ramla. The rebels claimed responsibility.", "attacked",
         []),
        ("Israeli warplanes bombed Rafah on Monday. Islamic Jihad claimed responsibility.", "bombed",
         ["Israeli warplanes"]),
    ],
)  # fmt: skip
def test_denied_or_another_deed_is_nobodys(text: str, trigger: str, who: list[str]) -> None:
    assert doers(text, trigger) == who
