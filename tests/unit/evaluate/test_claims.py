"""The metric of claims: what meets what, what is right, and that it agrees with the shared scorer."""

import importlib.util
import json
import random
from pathlib import Path

import pytest

from situate.evaluate import claims
from situate.model.span import Span

TEXT = "Rebels seized the town on Monday, a witness said. The army shelled the town. It fled."
SHARED = Path(__file__).parents[4] / "shared"


def claim(kind, trigger, roles=(), speaker=None, modality="actual", interval=("2017-09-04", "2017-09-04")):
    def at(words):
        start = TEXT.index(words)
        return {"start": start, "end": start + len(words)}

    return {
        "report": "r", "type": kind, "trigger": at(trigger), "polarity": "positive", "modality": modality,
        "roles": [{"role": role, **at(words)} for role, words in roles],
        "speakers": [at(speaker)] if speaker else [],
        "interval": {"earliest": interval[0], "latest": interval[1]},
    }  # fmt: skip


def figures(gold, found):
    return claims.score([claims.report_of({"id": "r", "text": TEXT, "claims": gold})], found)


SEIZED = claim("capture", "seized", [("actor", "Rebels"), ("place", "the town")], "a witness")


def test_what_is_all_right_scores_one():
    scored = figures([SEIZED], [SEIZED])
    assert scored["claim"] == {"p": 1.0, "r": 1.0, "f1": 1.0, "gold": 1}
    assert scored["overall"] == 1.0
    assert scored["per_type"] == {"capture": {"p": 1.0, "r": 1.0, "f1": 1.0, "gold": 1}}


def test_nothing_found_scores_nought():
    scored = figures([SEIZED], [])
    assert scored["claim"]["f1"] == 0.0
    assert scored["overall"] == 0.0
    assert scored["claim"]["gold"] == 1


def test_another_type_is_detected_and_no_claim():
    scored = figures([SEIZED], [{**SEIZED, "type": "assault"}])
    assert scored["detection"]["f1"] == 1.0
    assert scored["claim"]["f1"] == 0.0


def test_another_trigger_in_the_sentence_counts_when_a_role_is_shared():
    shared, alone = claim("capture", "on Monday", [("actor", "Rebels")]), claim("capture", "on Monday")
    assert figures([SEIZED], [shared])["claim"]["f1"] == 1.0
    assert figures([SEIZED], [alone])["claim"]["f1"] == 0.0


def test_a_claim_counts_once_and_the_trigger_wins():
    far = claim("capture", "on Monday", [("actor", "Rebels"), ("place", "the town")])
    near = claim("capture", "seized")
    gold = [claims.claim_of(SEIZED)]
    assert claims.pairs(TEXT, gold, [claims.claim_of(far), claims.claim_of(near)]) == [(0, 1)]
    assert figures([SEIZED], [far, near])["claim"]["p"] == 0.5


def test_types_that_are_not_annotated_are_left_out():
    assert figures([SEIZED], [SEIZED, {**SEIZED, "type": "statement"}])["claim"]["p"] == 1.0


def test_a_role_needs_half_of_its_words():
    assert claims.dice(TEXT, Span(0, 6), Span(0, 13)) == pytest.approx(2 / 3)
    whole = [("actor", "Rebels seized the town on")]
    scored = figures([SEIZED], [claim("capture", "seized", [*whole, ("place", "the town")])])
    assert scored["role"]["p"] == 0.5


def test_a_found_role_counts_once():
    twice = claim("capture", "seized", [("actor", "Rebels"), ("actor", "Rebels")])
    assert figures([twice], [claim("capture", "seized", [("actor", "Rebels")])])["role"]["r"] == 0.5


def test_intervals_are_right_exactly_or_coarsely():
    rough = claim("capture", "seized", interval=("2017-09", "2017-09"))
    scored = figures([SEIZED], [rough])["on_met_claims"]
    assert (scored["interval"], scored["interval_coarse"]) == (0.0, 1.0)
    unlike = figures([SEIZED], [claim("capture", "seized", interval=("2017-09", None))])["on_met_claims"]
    assert unlike["interval_coarse"] == 0.0
    held = figures([SEIZED], [claim("capture", "seized", interval=("2017-09-04", "open"))])["on_met_claims"]
    assert held["interval_coarse"] == 0.0


def test_what_is_not_actual_is_counted_apart():
    planned = {**SEIZED, "modality": "planned"}
    assert figures([planned], [planned])["on_met_claims"]["not_actual"]["f1"] == 1.0
    assert figures([planned], [SEIZED])["on_met_claims"]["not_actual"]["r"] == 0.0


@pytest.mark.shared
def test_it_is_the_metric_of_the_shared_scorer():
    """On predictions made by disturbing the annotations, and on none at all."""
    tool, annotated = SHARED / "tools/score_claims.py", SHARED / "annotated/dev.jsonl"
    if not annotated.is_file():
        pytest.skip("the shared material is not beside the repository")
    spec = importlib.util.spec_from_file_location("score_claims", tool)
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    gold = [json.loads(line) for line in annotated.read_text(encoding="utf-8").splitlines()]
    chance = random.Random(3)
    found = [
        disturbed(report, claim, chance)
        for report in gold
        for claim in report["claims"]
        for _ in range(chance.randint(0, 2))
    ]
    assert figures_without_confidence(gold, found) == theirs.score(gold, found)
    assert figures_without_confidence(gold, []) == theirs.score(gold, [])


def figures_without_confidence(gold, found):
    return {k: v for k, v in claims.score(map(claims.report_of, gold), found).items() if k != "calibration"}


def disturbed(report, claim, chance):
    def moved(span):
        start = max(0, span["start"] + chance.choice([0, 0, -3, 4]))
        return {**span, "start": start, "end": max(start, span["end"] + chance.choice([0, 0, -6, 9]))}

    roles = [moved(role) for role in claim["roles"] if chance.random() < 0.8]
    roles += roles[:1] if chance.random() < 0.2 else []
    return {
        **claim,
        "report": report["id"],
        "type": chance.choice(["kill", "talks", "statement"]) if chance.random() < 0.2 else claim["type"],
        "trigger": moved(claim["trigger"]),
        "roles": roles,
        "speakers": [moved(one) for one in claim.get("speakers") or [] if chance.random() < 0.8],
        "modality": "planned" if chance.random() < 0.2 else claim["modality"],
        "interval": chance.choice([None, {"earliest": "2017", "latest": "open"}, *[claim.get("interval")] * 3]),
    }
