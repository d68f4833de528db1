"""One suite for every extractor: the packaged reader, and a language model that answers by plain rules."""

import dataclasses
import re

import pytest

from situate.extract.llm.endpoint import LanguageModel
from situate.model.codec import claim_from, claim_json
from situate.model.ids import claim_id
from situate.model.report import Report
from situate.model.span import Span
from situate.ontology import load
from situate.pipeline.wiring import extractor
from situate.resolve import Resolver

SIMPLE = "Regime forces captured the town of Ostry on Tuesday, a commander said. Rebels shelled Varnow."
TEXTS = {
    "simple": SIMPLE,
    "retold": f"{SIMPLE}\n\nThe attack on Varnow came at dawn. Rebels shelled Varnow with mortars, and rebels shelled Marrack.",
    "furniture": f"{SIMPLE}\n\nREAD MORE: Army captured Dolna",
    "wrapped": "Regime forces captured the\ntown of Ostry on Tuesday. They  besieged Varnow\nfor a year, residents\nsaid.",
    "quotes": "“They captured Ostry,” said the ‘commander’ of the 5th Brigade — and then shelled Varnow…",
    "marks": "… — ?! «»",
    "one word": "captured",
    "signs": "Rebels captured\u00a0Ostry\u200b. \U0001f4a5 Rebels\x07 shelled Varnow\ud800 again.",
    "many": "\n".join(f"Rebels captured hill {n} of Ostry. A resident said so." for n in range(40)),
    "lower": SIMPLE.lower(),
    "upper": SIMPLE.upper(),
}  # fmt: skip
TRIGGERS = {"captured": "capture", "shelled": "shelling", "besieged": "besiege"}


def by_rules(body, endpoint):
    """A model that knows three verbs: who stands before them acts, the first capital after them is the place."""
    claims = []
    for sentence in endpoint.sentences(body):
        for verb in re.finditer(r"captured|shelled|besieged", sentence["text"]):
            before = re.search(r"(\w+ )?\w+(?=\s*$)", sentence["text"][: verb.start()])
            after = re.search(r"[A-Z]\w+", sentence["text"][verb.end() :])
            said = re.search(r", (.+?) (said)", sentence["text"])
            roles = [{"role": "actor", "words": before[0]}] if before else []
            roles += [{"role": "place", "words": after[0]}] if after else []
            claims.append(
                {
                    "type": TRIGGERS[verb[0]], "trigger": verb[0], "sentence": sentence["n"], "polarity": "positive",
                    "modality": "actual", "roles": roles,
                    "speakers": [{"words": said[1], "cue": said[2]}] if said else [],
                }
            )  # fmt: skip
    return endpoint.says({"claims": claims})


@pytest.fixture(scope="module", params=["packaged", "llm"])
def made(request, endpoint):
    if request.param == "packaged":
        return extractor()
    endpoint.reply = lambda body: by_rules(body, endpoint)
    return extractor(language_model=LanguageModel(url=endpoint.url, model="rules"))


def a_report(name):
    text = TEXTS[name]
    at = text.find("READ MORE")
    return Report(id=name, text=text, published="2017-09-05", furniture=(Span(at, len(text)),) if at >= 0 else ())


@pytest.fixture(scope="module", params=list(TEXTS))
def report(request):
    return a_report(request.param)


@pytest.fixture(scope="module")
def reading(made, report):
    return made.read(report)


@pytest.fixture(scope="module")
def resolver():
    return Resolver.load()


def evidences(reading):
    for claim in reading.claims:
        yield claim.trigger
        yield from (one.evidence for one in (*claim.roles, *claim.speakers))
    yield from (mention.evidence for mention in reading.mentions)
    for attribution in reading.attributions:
        yield from (*attribution.speaker, *attribution.cue, *attribution.content)


def test_it_finds_claims_where_there_are_some(made):
    claims = made.read(Report(id="simple", text=SIMPLE)).claims
    assert [(one.type, one.trigger.quote) for one in claims] == [("capture", "captured"), ("shelling", "shelled")]
    assert "Ostry" in [role.evidence.quote.split()[-1] for role in claims[0].fillers("place", "target")]
    assert [speaker.evidence.quote for speaker in claims[0].speakers] == ["a commander"]
    assert claims[0].speakers[0].cue == "said"


def test_every_value_stands_in_the_report(reading, report):
    for one in evidences(reading):
        assert one.quote == one.span.of(report.text) != ""
    for claim in reading.claims:
        assert all(speaker.cue is None or speaker.cue in report.text for speaker in claim.speakers)
        assert all(role.ref is None or role.ref in report.text for role in claim.roles)


def test_claims_are_those_of_the_ontology(reading, report):
    types = load().types
    for claim in reading.claims:
        assert {role.role for role in claim.roles} <= types[claim.type].roles.keys() | {"place"}
        assert 0 <= claim.salience <= 1
        assert 0 < claim.confidence <= 1


def test_ids_are_made_of_report_type_and_trigger(made, reading, report):
    claims = reading.claims
    assert [one.id for one in claims] == [claim_id(report.id, one.type, one.trigger.span) for one in claims]
    assert len({one.id for one in claims}) == len(claims)
    assert {(one.report, one.extractor) for one in claims} <= {(report.id, made.name)}


def test_claims_come_in_order_and_point_back(reading, report):
    claims = reading.claims
    assert [one.trigger.span for one in claims] == sorted(one.trigger.span for one in claims)
    ids = [one.id for one in claims]
    assert all(one.same_as is None or one.same_as in ids[:number] for number, one in enumerate(claims))


def test_triggers_stand_in_their_sentence_and_never_in_furniture(reading, report):
    for claim in reading.claims:
        assert claim.sentence.covers(claim.trigger.span)
        assert not any(span.overlaps(claim.trigger.span) for span in report.furniture)


def test_nothing_is_remembered(made):
    first = made.read(a_report("retold"))
    made.read(Report(id="another", text="Rebels captured Dolna. The siege was lifted."))
    assert made.read(a_report("retold")) == first


def test_what_it_finds_can_be_resolved_and_kept(reading, report, resolver):
    claims = resolver.resolve(report, reading).reading.claims
    assert [one.id for one in claims] == [one.id for one in reading.claims]
    for claim in claims:
        again = claim_from(claim_json(claim, whole=True))
        assert dataclasses.replace(again, salience=claim.salience) == dataclasses.replace(claim, tense=again.tense)
