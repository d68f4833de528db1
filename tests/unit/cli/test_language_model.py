"""A language model from the command line and from Python: asked for by name, told of, never by accident."""

import json
import pickle

import pytest

import situate
from situate.errors import NoEndpoint
from situate.pipeline.wiring import Parts

TEXT = "Rebels captured the town of Ostry on Tuesday, a medic said."
CLAIM = {
    "type": "capture", "trigger": "captured", "sentence": 0, "polarity": "positive", "modality": "actual",
    "roles": [{"role": "actor", "words": "Rebels"}, {"role": "place", "words": "Ostry"}],
    "speakers": [{"words": "a medic", "cue": "said"}],
}  # fmt: skip
INVENTED = CLAIM | {"trigger": "conquered"}


@pytest.fixture
def run(cli, tmp_path):
    """Run a command line on one report: ``(status, out, err)``."""
    (tmp_path / "r.txt").write_text(TEXT, encoding="utf-8")
    return cli


@pytest.fixture
def llm(endpoint):
    """The options that ask the endpoint, which knows one claim and invents another."""
    endpoint.asked.clear()
    endpoint.reply = lambda body: endpoint.says({"claims": [CLAIM, INVENTED]})
    return ["--extractor", "llm", "--llm-url", endpoint.url, "--llm-model", "m"]


def test_claims_are_read_resolved_and_kept_and_what_was_rejected_is_told(run, llm):
    status, out, err = run("read", "r.txt", "--published", "2017-09-06", "--strict", *llm)
    assert (status, "1 new, 0 changed" in out, "0 failed" in out, "1 new claim." in out) == (0, True, True, True)
    assert "in part: r.txt (extract, rejected)" in err
    assert "1 claim (not in the report). The first: claim “capture conquered”." in err
    (failure,) = map(json.loads, run("failures", "--format", "jsonl")[1].splitlines())
    assert (failure["item"], failure["reason"]) == ("r.txt", "rejected")
    (claim,) = map(json.loads, run("claims", "--format", "jsonl")[1].splitlines())
    assert (claim["trigger"]["quote"], claim["interval"]["earliest"]) == ("captured", "2017-09-05")
    assert claim["extractor"].startswith("llm:m ")
    assert "llm:m " in run("explain", claim["id"])[1]
    assert run("events", "--format", "jsonl")[1].count("\n") == 1


def test_a_report_is_read_again_by_another_extractor_and_not_by_the_same(run, llm, endpoint):
    assert "1 new," in run("read", "r.txt", *llm)[1]
    assert "1 unchanged" in run("read", "r.txt", *llm)[1]
    assert len(endpoint.asked) == 1
    assert "1 changed" in run("read", "r.txt")[1]
    assert run("failures", "--format", "jsonl")[1] == ""
    assert len(endpoint.asked) == 1


def test_extract_tells_what_was_rejected(run, llm):
    status, out, err = run("extract", "r.txt", "--strict", *llm)
    assert (status, out.count("\n"), err.count("in part: ")) == (0, 1, 1)


def test_a_bad_answer_is_a_failure_of_that_report(run, llm, endpoint):
    endpoint.reply = lambda body: endpoint.says("I cannot help with that.")
    status, out, err = run("read", "r.txt", "--strict", *llm)
    assert (status, "1 failed" in out) == (1, True)
    assert "failed: r.txt (extract, bad_answer)" in err


def test_an_endpoint_that_is_not_there_stops_the_run(run, llm, endpoint):
    llm[3] = "http://127.0.0.1:9/v1"
    status, _, err = run("read", "r.txt", *llm)
    assert (status, err.count("\n")) == (2, 1)
    assert err.startswith("situate: No language model can be reached at http://127.0.0.1:9/v1")


def test_what_was_read_before_an_endpoint_refused_is_kept(run, llm, endpoint, tmp_path):
    (tmp_path / "s.txt").write_text("Rebels left. " + TEXT, encoding="utf-8")
    endpoint.reply = lambda body: endpoint.says({"claims": [CLAIM]}) if len(endpoint.asked) == 1 else (403, {}, b"no")
    assert run("read", "r.txt", "s.txt", *llm)[0] == 2
    assert run("claims", "--format", "jsonl")[1].count("\n") == 1
    endpoint.reply = lambda body: endpoint.says({"claims": [CLAIM]})
    assert "1 new, 0 changed, 1 unchanged" in run("read", "r.txt", "s.txt", *llm)[1]
    assert len(endpoint.asked) == 3


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--llm-url", "http://localhost/v1"], "No language model was asked for"),
        (["--llm-model", "m"], "No language model was asked for"),
        (["--extractor", "llm"], "--llm-url and --llm-model"),
        (["--extractor", "llm", "--llm-url", "http://localhost/v1"], "--llm-url and --llm-model"),
        (["--extractor", "llm", "--llm-url", "localhost", "--llm-model", "m"], "no address"),
    ],
)
@pytest.mark.parametrize("command", ["read", "extract"])
def test_nothing_is_sent_by_accident(run, parts, command, options, said):
    status, out, err = run(command, "r.txt", *options, parts=parts)
    assert (status, out, said in err) == (2, "", True)


def test_other_layers_are_not_asked_for(run, llm, endpoint):
    status, _, err = run("extract", "r.txt", "--layer", "mentions", *llm)
    assert (status, "for claims, not for mentions" in err, endpoint.asked) == (2, True, [])


@pytest.mark.parametrize(("scheme", "unencrypted"), [("https", False), ("http", True)])
def test_it_is_said_when_texts_leave_the_machine(run, llm, monkeypatch, scheme, unencrypted):
    monkeypatch.setenv(f"{scheme}_proxy", "http://127.0.0.1:9")  # where nobody is: nothing leaves this machine here
    llm[3] = f"{scheme}://models.invalid/v1"
    status, _, err = run("extract", "r.txt", *llm)
    assert status == 2
    first = err.splitlines()[0]
    assert first.startswith("The texts of the reports are sent to models.invalid, which is not this machine")
    assert ("unencrypted" in first) is unencrypted


def test_a_key_does_not_go_out_unencrypted(run, llm, monkeypatch):
    monkeypatch.setenv("SITUATE_LLM_KEY", "sk-secret")
    llm[3] = "http://models.invalid/v1"
    status, _, err = run("extract", "r.txt", *llm)
    assert (status, "never sent to models.invalid unencrypted" in err, "sk-secret" in err) == (2, True, False)


def test_the_help_says_that_texts_leave_the_machine(run):
    for command in ("read", "extract"):
        words = " ".join(run(command, "--help")[1].split())
        assert "they leave this machine unless that is on it" in words


def test_from_python(endpoint, llm, tmp_path):
    model = situate.LanguageModel(url=endpoint.url, model="m")
    with pytest.warns(UserWarning, match="Rejected of what llm:m"):
        claims = situate.extract(TEXT, published="2017-09-06", language_model=model)
    assert [(one.type, one.interval.earliest) for one in claims] == [("capture", "2017-09-05")]
    (tmp_path / "r.txt").write_text(TEXT, encoding="utf-8")
    with situate.open(tmp_path / "r.db") as record:
        summary = record.read([tmp_path / "r.txt"], language_model=model)
        assert (summary.claims, [one.whole for one in summary.failures]) == (1, [False])
        assert record.claims()[0].extractor.startswith("llm:m ")
    with pytest.raises(NoEndpoint):
        situate.extract(TEXT, language_model=situate.LanguageModel(url="http://127.0.0.1:9/v1", model="m"))


def test_a_chain_that_asks_a_model_can_be_made_in_another_process(endpoint):
    make = Parts().asking(situate.LanguageModel(url=endpoint.url, model="m")).chain
    assert pickle.loads(pickle.dumps(make)).keywords == make.keywords
    assert Parts().asking(None) == Parts()
