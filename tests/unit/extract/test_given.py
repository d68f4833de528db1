"""Blows that are spoken of as given, life that is no death, and what is only supposed: on trees made by hand."""

import pytest
import trees

from situate.extract.certainty.given import described, given, kept_to
from situate.extract.certainty.governed import certainty
from situate.extract.certainty.living import life
from situate.extract.certainty.negation import by_nobody
from situate.extract.judgement import certainty_cues
from situate.ontology import load

CUES = certainty_cues(load())


def word(sentence, text):
    return next(t for t in sentence.tokens if t.text == text)


VISIT = (
    "he/he/PRON/3/nsubj {}/{}/AUX/3/aux cancelled/cancel/VERB/0/root it/it/PRON/3/obj after/after/ADP/7/case "
    "{}/{}/DET/7/det attack/attack/NOUN/3/obl"
)
EXCUSE = "to/to/PART/2/mark {}/{}/VERB/0/root the/the/DET/4/det bombing/bombing/NOUN/2/obj"
ORDER = (
    "he/he/PRON/3/nsubj:pass was/be/AUX/3/aux:pass {0}/{0}/VERB/0/root {1}/{1}/SCONJ/5/mark ordering/order/VERB/3/advcl "
    "the/the/DET/7/det murder/murder/NOUN/5/obj"
)
DENIED = "he/he/PRON/2/nsubj denied/deny/VERB/0/root ordering/order/VERB/2/xcomp the/the/DET/5/det raid/raid/NOUN/3/obj"
ORDERS = "he/he/PRON/2/nsubj ordered/order/VERB/0/root the/the/DET/4/det attack/attack/NOUN/2/obj"


@pytest.mark.parametrize(
    ("spec", "noun", "expected"),
    [
        (VISIT.format("has", "have", "the", "the"), "attack", True),
        (VISIT.format("will", "will", "the", "the"), "attack", False),  # both are to come
        (VISIT.format("has", "have", "an", "a"), "attack", False),
        (EXCUSE.format("justify", "justify"), "bombing", True),
        (EXCUSE.format("launch", "launch"), "bombing", False),
        (ORDER.format("accused", "of"), "murder", True),
        (DENIED, "raid", True),
        (ORDERS, "attack", False),  # an order is not yet a deed
    ],
)
def test_a_blow_beside_a_plan_has_happened(spec, noun, expected):
    sentence = trees.tree(spec)
    assert given(sentence, word(sentence, noun)) is expected


ALIVE = "she/she/PRON/4/nsubj is/be/AUX/4/cop {}/{}/ADV/4/advmod alive/alive/ADJ/0/root"
FOUND = "two/two/NUM/3/nsubj:pass were/be/AUX/3/aux:pass {0}/find/VERB/0/root {1}/{1}/ADJ/3/xcomp"


@pytest.mark.parametrize(
    ("spec", "head", "kind", "expected"),
    [
        (ALIVE.format("still", "still"), "alive", "kill", "negative"),
        (ALIVE.format("not", "not"), "alive", "kill", "positive"),
        (ALIVE.format("still", "still"), "alive", "detain", None),
        (FOUND.format("found", "alive"), "found", "kill", "negative"),
        (FOUND.format("found", "dead"), "found", "kill", None),
    ],
)
def test_who_is_alive_was_not_killed(spec, head, kind, expected):
    sentence = trees.tree(spec)
    assert life(sentence, word(sentence, head), kind, CUES) == expected


REPORTS = (
    "{}/{}/ADP/2/case reports/report/NOUN/8/obl that/that/SCONJ/6/mark he/he/PRON/6/nsubj:pass was/be/AUX/6/aux:pass "
    "killed/kill/VERB/2/acl she/she/PRON/8/nsubj waited/wait/VERB/0/root"
)
CALLED = (
    "he/he/PRON/2/nsubj called/call/VERB/0/root the/the/DET/4/det advance/advance/NOUN/2/obj a/a/DET/6/det "
    "victory/victory/NOUN/2/xcomp"
)
CALLED_FOR = "he/he/PRON/2/nsubj called/call/VERB/0/root a/a/DET/4/det strike/strike/NOUN/2/obj"
DEAL = (
    "a/a/DET/2/det {}/{}/NOUN/0/root whereby/whereby/ADV/6/advmod the/the/DET/5/det army/army/NOUN/6/nsubj "
    "{}/enter/VERB/2/acl:relcl Lisk/Lisk/PROPN/6/obj"
)
COUNT = (
    "{}/{}/{}/2/{} {}/{}/VERB/0/root the/the/DET/4/det number/number/NOUN/2/obj of/of/ADP/6/case people/people/NOUN/4/nmod "
    "killed/kill/VERB/6/acl"
)


@pytest.mark.parametrize(
    ("spec", "head", "expected"),
    [
        (REPORTS.format("despite", "despite"), "killed", "possible"),
        (REPORTS.format("after", "after"), "killed", "actual"),
        (CALLED, "advance", "actual"),
        (CALLED_FOR, "strike", "planned"),
        (DEAL.format("deal", "deal", "enters"), "enters", "planned"),
        (DEAL.format("deal", "deal", "entered"), "entered", "actual"),
        (DEAL.format("road", "road", "enters"), "enters", "actual"),
        (COUNT.format("to", "to", "PART", "mark", "increase", "increase"), "killed", "possible"),
        (COUNT.format("will", "will", "AUX", "aux", "increase", "increase"), "killed", "planned"),
        (COUNT.format("it", "it", "PRON", "nsubj", "increased", "increase"), "killed", "actual"),
        (COUNT.format("to", "to", "PART", "mark", "count", "count"), "killed", "actual"),
    ],
)
def test_how_certain_it_is_follows_from_its_clause(spec, head, expected):
    sentence = trees.tree(spec)
    assert certainty(sentence, word(sentence, head), CUES)[1] == expected


VISITED = "{}/{}/DET/2/det {}/{}/PRON/4/nsubj has/have/AUX/4/aux visited/visit/VERB/0/root it/it/PRON/4/obj"


@pytest.mark.parametrize(
    ("words", "expected"), [(("no", "no", "one", "one"), True), (("the", "the", "one", "one"), False)]
)
def test_what_nobody_has_done_is_not_done(words, expected):
    sentence = trees.tree(VISITED.format(*words))
    assert by_nobody(sentence, word(sentence, "visited")) is expected


BELIEVED = (
    "{}/{}/DET/3/det {}/{}/ADJ/3/amod attack/attack/NOUN/{} is/be/AUX/5/aux:pass {}/{}/VERB/0/root to/to/PART/9/mark "
    "be/be/AUX/9/cop the/the/DET/9/det deadliest/deadliest/ADJ/5/xcomp"
)


@pytest.mark.parametrize(
    ("article", "like", "above", "verb", "expected"),
    [
        ("the", "latest", "5/nsubj:pass", "believed/believe", True),
        ("the", "latest", "9/nsubj", "believed/believe", True),
        ("an", "latest", "5/nsubj:pass", "believed/believe", False),
        ("the", "planned", "5/nsubj:pass", "believed/believe", False),
        ("the", "latest", "5/nsubj:pass", "expected/expect", False),
    ],
)
def test_what_a_blow_is_believed_to_be_like_leaves_it_no_doubt_that_it_was(article, like, above, verb, expected):
    word_, lemma = verb.split("/")
    sentence = trees.tree(BELIEVED.format(article, article, like, like, above, word_, lemma))
    assert described(sentence, word(sentence, "attack"), CUES) is expected


ALL_WHO = "passage/passage/NOUN/0/root to/to/ADP/3/case {0}/{0}/PRON/1/nmod who/who/PRON/5/nsubj {1}/{2}/VERB/3/acl:relcl arms/arm/NOUN/5/obj"


@pytest.mark.parametrize(
    ("whom", "verb", "expected"), [("all", "lay", "possible"), ("all", "laid", "actual"), ("men", "lay", "actual")]
)
def test_of_all_who_do_so_nobody_is_said_to_have_done_it(whom, verb, expected):
    sentence = trees.tree(ALL_WHO.format(whom, verb, "lay"))
    assert certainty(sentence, word(sentence, verb), CUES)[1] == expected


@pytest.mark.parametrize(("lemma", "expected"), [("keep", True), ("reach", False)])
def test_a_deal_that_may_be_kept_is_there(lemma: str, expected: bool) -> None:
    sentence = trees.tree(
        f"they/they/PRON/2/nsubj did/{lemma}/VERB/0/root to/to/ADP/5/case their/their/PRON/5/nmod:poss "
        "agreement/agreement/NOUN/2/obl"
    )
    assert kept_to(sentence, sentence.tokens[4]) is expected
