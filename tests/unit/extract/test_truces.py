"""Truces that are over, and truces that somebody only wants or weighs, on sentences read by the packaged model."""

import pytest
from packaged import told


def truces(text: str) -> set[tuple[str, str]]:
    return {(claim.polarity, claim.modality) for claim in told(text, "ceasefire")}


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("The army launched a raid on Monday just hours before declaring the ceasefire in Varn over.", True),
        ("The army declared a fraught week-long ceasefire in Varn over.", True),
        ("The army declared an end to its ceasefire in Varn on Monday.", True),
        ('He said the truce in Varn had "practically failed and has ended."', True),
        ("The truce in Varn failed to hold.", True),
        ("The truce in Varn failed to stop the shelling.", False),
        ("The army declared a ceasefire over the holiday in Varn.", False),
        ("The rebels ended the ceasefire in November.", True),
        ("The group called off its ceasefire with the government in Varn.", True),
        ("The rebels scrapped a truce with the army in Varn on Monday.", True),
        ("A truce in Varn ended months of fighting.", False),
    ],
)
def test_a_truce_is_over_where_it_is_declared_so_or_failed(text: str, *, over: bool) -> None:
    assert truces(text) == {("negative" if over else "positive", "actual")}


@pytest.mark.parametrize(
    "text",
    [
        "The mediators asked for a ceasefire in Varn.",
        "The guerrillas demanded an amnesty in exchange for a ceasefire in Varn.",
        "Conditions for a ceasefire in Varn had improved.",
        "Both parties oppose a ceasefire in Varn.",
        "The rebels are willing to accept a ceasefire in Varn.",
        "A ceasefire in Varn must come before any talks, the minister said.",
    ],
)
def test_a_truce_that_is_asked_for_or_weighed_is_not_there(text: str) -> None:
    assert truces(text) == {("positive", "planned")}


def test_a_proposal_of_a_truce_that_is_rejected_ends_none() -> None:
    assert {modality for _, modality in truces("The rebels rejected the ceasefire proposal for Varn.")} == {"planned"}


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("The rebels ended the truce in Varn.", ("negative", "actual")),
        ("The Front broke off the ceasefire in Varn on Monday.", ("negative", "actual")),
        ("The truce was called off in Varn.", ("negative", "actual")),
        ("The rebels have not ended the truce in Varn.", ("positive", "actual")),
        ("A truce in Varn ended the fighting.", ("positive", "actual")),
        ("Negotiations on a truce in Varn resumed on Friday.", ("positive", "possible")),
        ("Envoys made no progress on a truce in Varn.", ("positive", "possible")),
        ("A truce in Varn is out of reach, the envoy said.", ("positive", "possible")),
        ("Talks led to a truce in Varn.", ("positive", "actual")),
        ("A ceasefire agreement for Varn was signed.", ("positive", "actual")),
    ],
)
def test_a_truce_that_somebody_ends_is_over_and_one_that_is_talked_of_is_none_yet(text, stands) -> None:
    assert truces(text) == {stands}
    assert not told(text, "siege_end")


def test_a_truce_that_is_broken_by_nobody_named_is_broken_somewhere() -> None:
    assert told("The truce was broken in Lisk on Monday.", "truce_breach")
    assert not told("The truce was broken within hours.", "truce_breach")


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("The two sides agreed to extend their truce in Varn until 30 May.", ("positive", "actual")),
        ("The two sides agreed on Monday to prolong the ceasefire in Varn.", ("positive", "actual")),
        ("The two sides may agree to extend their truce in Varn.", ("positive", "planned")),
        ("The two sides plan to extend their truce in Varn.", ("positive", "planned")),
    ],
)
def test_a_truce_that_is_agreed_to_be_prolonged_is_there(text: str, stands: tuple[str, str]) -> None:
    assert truces(text) == {stands}
