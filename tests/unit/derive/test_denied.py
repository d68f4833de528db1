"""Claims that somebody else in their report denies by a word."""

import dataclasses

import pytest
from world import BLUES, MONITOR, REDS, TOWN, claim, interval, published, said_by

from situate.derive import derive
from situate.derive.again.tracing import report_traces, setting_of
from situate.derive.atlas import Atlas
from situate.derive.claims.consistent import consistent
from situate.derive.known import Known
from situate.derive.origins import families
from situate.model.claim import Evidence, Role
from situate.model.codec_trace import report_trace_from, report_trace_json
from situate.model.report import Report
from situate.model.span import Span

DAY = interval("2031-03-01", "2031-03-01")
WHEN = {"a": "2031-03-02"}


def took(words="captured", voice=BLUES, **more):
    return claim("capture", "a", place=TOWN, actor=BLUES, when=DAY, words=words, speakers=said_by(voice), **more)


def denial(by=REDS, of="it", words="denied"):
    told = claim("reject", "a", actor=by, words=words)
    at = told.trigger.span.end + 1
    target = Role(role="target", evidence=Evidence(span=Span(at, at + len(of)), quote=of))
    return dataclasses.replace(told, roles=(*told.roles, target))


def contradictions(*claims):
    return derive(claims, published(**WHEN)).contradictions


@pytest.mark.parametrize("of", ["it", "this", "the claim", "the reports"])
def test_what_one_says_and_another_denies_is_a_contradiction(of):
    told, no = took(), denial(of=of)
    (one,) = contradictions(told, no)
    assert (one.field, dict(one.values)) == ("happened", {"it happened": (told.id,), "it did not": (no.id,)})
    assert derive([told, no], published(**WHEN)).events[0].standing == "disputed"


@pytest.mark.parametrize("of", ["responsibility", "the town", "them"])
def test_who_denies_something_else_denies_no_deed(of):
    assert not contradictions(took(), denial(of=of))


def test_nobody_denies_his_own_words_nor_what_he_says_after():
    assert not contradictions(took(), denial(by=BLUES))
    no = denial()
    assert not contradictions(no, took())


def test_all_that_one_voice_said_in_a_row_is_denied_and_nothing_of_others():
    other = claim("airstrike", "a", place=TOWN, when=DAY, speakers=said_by(MONITOR))
    said = dataclasses.replace(
        other, speakers=(dataclasses.replace(other.speakers[0], evidence=Evidence(span=Span(6, 9), quote="who")),)
    )
    strike = claim("destroy", "a", place=TOWN, actor=BLUES, when=DAY, speakers=said_by(BLUES))
    found = contradictions(said, took(), strike, denial())
    denied = {claim for one in found for value, claims in one.values if value == "it happened" for claim in claims}
    assert len(found) == 2
    assert said.id not in denied


def test_words_of_denial_make_no_event_and_name_no_place():
    no = denial(of="it")
    no = dataclasses.replace(no, roles=(*no.roles, Role(role="place", evidence=no.trigger, place=TOWN)))
    derived = derive([no], published(**WHEN))
    assert not derived.events
    assert not derived.spells
    assert not derived.contradictions


def test_what_a_whole_report_says_of_its_claims_is_kept_in_its_trace():
    again = claim("capture", "a", place=TOWN, actor=BLUES, when=interval("2031-03-02", "2031-03-02", "publication"))
    first = took()
    claims = [first, denial(), dataclasses.replace(again, same_as=first.id)]
    out = published(**WHEN)
    _, settings = consistent(claims, Known(publications=out), Atlas.of(()))
    assert settings["a"].days
    assert settings["a"].denied
    (trace,) = report_traces(claims, settings, out, families([Report(id="a", text="Words.")]))
    assert setting_of(report_trace_from(report_trace_json(trace))) == settings["a"]
