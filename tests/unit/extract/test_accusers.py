"""Who is accused, who accuses, and who denies it, as the packaged model reads them."""

import packaged
import pytest


@pytest.mark.parametrize(
    ("text", "kind", "doers"),
    [
        ("Rebels, accused by the army of shelling Lisk, hid in the hills.", "shelling", ["Rebels"]),
        ("The army, accused by Concordia of killing villagers in Ostry, left.", "kill", ["The army"]),
        ("The Front, which Varnow accuses of killing civilians in Lisk, denies it.", "kill", ["The Front"]),
        ("The court accused the army of shelling Lisk.", "shelling", ["the army"]),
        ("The militia, backed by the army, shelled Lisk.", "shelling", ["The militia"]),
    ],
)
def test_who_is_accused_did_it_and_not_who_accuses(text, kind, doers):
    assert [packaged.quotes(c, "actor") for c in packaged.told(text, kind)] == [doers]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Clerics have accused the army of bombing huts in Lisk, a charge it denies.", "it"),
        ("Residents accused the militia of looting shops in Lisk, which it denied.", "it"),
        ("Residents accused the militia of looting shops; the army rejected the charge.", "the army"),
    ],
)
def test_who_denies_a_charge_is_not_who_brings_it(text, doer):
    denials = packaged.told(text, "reject")
    assert [packaged.quotes(c, "actor") for c in denials] == [[doer]]
    assert not any(s.evidence.quote in {"Clerics", "Residents"} for c in denials for s in c.speakers)


@pytest.mark.parametrize(
    ("text", "kind", "speakers"),
    [
        ("The army, accused of killing monks in Lisk, said rebels had shelled Ostry.", "shelling", ["The army"]),
        ("Rebels, accused by the army of burning Lisk, said they had shelled Ostry.", "shelling", ["Rebels"]),
        ("Police accused of torture killed a man in Lisk.", "kill", []),
        ("Ostria, which the court accuses of backing the Front, denies sending troops to Lisk.", "deploy", ["Ostria"]),
    ],
)
def test_who_is_accused_speaks_by_his_own_verb_alone(text, kind, speakers):
    assert [[s.evidence.quote for s in c.speakers] for c in packaged.told(text, kind)] == [speakers]
