"""Dictionary forms."""

from __future__ import annotations

import pytest

from situate.text.lemmas import lemma


@pytest.mark.parametrize(
    ("upos", "forms"),
    [
        (
            "VERB",
            "besieged:besiege encircled:encircle shelled:shell captured:capture retook:retake killed:kill fled:flee "
            "seized:seize withdrew:withdraw withdrawn:withdraw controlled:control expelled:expel dropped:drop "
            "breaking:break broke:break evacuated:evacuate starving:starve bombed:bomb bombing:bomb attacked:attack "
            "liberated:liberate entered:enter targeted:target destroyed:destroy denied:deny dies:die dying:die "
            "surrendered:surrender occupied:occupy advanced:advance pushing:push raided:raid executed:execute "
            "exploded:explode fired:fire wounded:wound injured:injure released:release agreed:agree cutting:cut "
            "overran:overrun repelled:repel stormed:storm pounded:pound displaced:displace arrested:arrest "
            "deployed:deploy trapped:trap blocked:block reopened:reopen lifted:lift laid:lay held:hold hoping:hope "
            "said:say told:tell reported:report ambushed:ambush launched:launch flies:fly passes:pass goes:go "
            "boycotted:boycott raped:rape ceded:cede applauded:applaud strafed:strafe mortared:mortar annulled:annul "
            "dynamited:dynamite",
        ),
        (
            "NOUN",
            "cities:city clashes:clash strikes:strike forces:force men:man gunmen:gunman children:child sieges:siege "
            "bodies:body bases:base casualties:casualty headquarters:headquarters series:series knives:knife "
            "houses:house crises:crisis buses:bus families:family supplies:supply militias:militia heroes:hero",
        ),
        ("AUX", "was:be were:be has:have did:do 's:be"),
        ("PRON", "them:they us:we him:he his:his"),
        ("ADJ", "larger:large heavier:heavy biggest:big former:former latest:late northern:northern"),
    ],
)
def test_forms(upos: str, forms: str) -> None:
    pairs = [pair.split(":") for pair in forms.split()]
    assert {form: lemma(form, upos) for form, _ in pairs} == dict(pairs)


def test_names_keep_their_form_and_capitals_do_not_matter_elsewhere() -> None:
    assert lemma("States", "PROPN") == "States"
    assert lemma("KILLED", "VERB") == "kill"
