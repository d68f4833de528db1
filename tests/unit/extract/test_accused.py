"""What somebody is only accused of is possible, unless it is told who accuses: hand-made trees."""

import pytest
import trees
from packaged import reader

from situate.extract.certainty.accused import only_accused
from situate.model.report import Report

CASES = {
    "accused of using gas": (
        "Forces/force/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass accused/accuse/VERB/0/root of/of/SCONJ/5/mark using/use/VERB/3/advcl gas/gas/NOUN/5/obj", 4, True),
    "accused by monitors of using gas": (
        "Forces/force/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass accused/accuse/VERB/0/root by/by/ADP/5/case monitors/monitor/NOUN/3/obl:agent of/of/SCONJ/7/mark using/use/VERB/3/advcl gas/gas/NOUN/7/obj", 6, False),
    "monitors accuse them of using gas": (
        "Monitors/monitor/NOUN/2/nsubj accused/accuse/VERB/0/root them/they/PRON/2/obj of/of/SCONJ/5/mark using/use/VERB/2/advcl gas/gas/NOUN/5/obj", 4, False),
    "a man accused of kidnapping and murdering": (
        "A/a/DET/2/det man/man/NOUN/7/nsubj accused/accuse/VERB/2/acl of/of/SCONJ/5/mark kidnapping/kidnap/VERB/3/advcl and/and/CCONJ/8/cc left/leave/VERB/0/root murdering/murder/VERB/5/conj", 7, True),
    "suspected of the killing": (
        "He/he/PRON/3/nsubj:pass is/be/AUX/3/aux:pass suspected/suspect/VERB/0/root of/of/ADP/6/case the/the/DET/6/det killing/killing/NOUN/3/obl", 5, True),
    "suspected of taking part in the killing": (
        "He/he/PRON/3/nsubj:pass is/be/AUX/3/aux:pass suspected/suspect/VERB/0/root of/of/SCONJ/5/mark taking/take/VERB/3/advcl part/part/NOUN/5/obj in/in/ADP/9/case the/the/DET/9/det killing/killing/NOUN/5/obl", 8, True),
    "charged with kidnapping": (
        "He/he/PRON/3/nsubj:pass was/be/AUX/3/aux:pass charged/charge/VERB/0/root with/with/ADP/5/case kidnapping/kidnapping/NOUN/3/obl", 4, True),
    "charged after the killing": (
        "He/he/PRON/3/nsubj:pass was/be/AUX/3/aux:pass charged/charge/VERB/0/root after/after/ADP/6/case the/the/DET/6/det killing/killing/NOUN/3/obl", 5, False),
    "convicted of the killing": (
        "He/he/PRON/3/nsubj:pass was/be/AUX/3/aux:pass convicted/convict/VERB/0/root of/of/ADP/6/case the/the/DET/6/det killing/killing/NOUN/3/obl", 5, False),
    "arrested on suspicion of kidnapping": (
        "He/he/PRON/3/nsubj:pass was/be/AUX/3/aux:pass arrested/arrest/VERB/0/root on/on/ADP/5/case suspicion/suspicion/NOUN/3/obl of/of/SCONJ/7/mark kidnapping/kidnap/VERB/5/acl", 6, True),
    "the arrest itself": (
        "He/he/PRON/3/nsubj:pass was/be/AUX/3/aux:pass arrested/arrest/VERB/0/root on/on/ADP/5/case suspicion/suspicion/NOUN/3/obl of/of/SCONJ/7/mark kidnapping/kidnap/VERB/5/acl", 2, False),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_whether_somebody_is_only_accused(name: str) -> None:
    words, head, expected = CASES[name]
    sentence = trees.tree(words)
    assert only_accused(sentence, sentence.tokens[head]) is expected


def test_a_breach_that_two_sides_accuse_each_other_of_is_only_possible() -> None:
    text = "Both sides accuse each other of breaking the ceasefire."
    claims = reader().read(Report(id="r", text=text)).claims
    assert [c.modality for c in claims if c.type == "truce_breach"] == ["possible"]
