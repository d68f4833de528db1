"""The gate: what was measured once is reached again (``pinned.json``; ``pin.py`` says what and how)."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest

_spec = importlib.util.spec_from_file_location("evaluate_pin", Path(__file__).with_name("pin.py"))
pin = importlib.util.module_from_spec(_spec)
sys.modules["evaluate_pin"] = pin
_spec.loader.exec_module(pin)


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=[pytest.mark.shared] if one.shared else []) for name, one in pin.MEASURES.items()],
)
def test_what_is_pinned_is_reached(name):
    measure = pin.MEASURES[name]
    if measure.missing:
        pytest.skip(f"the shared material is not beside the repository: {measure.command}")
    pinned = pin.pins()
    values = pin.measured(measure)
    assert set(values) <= set(pinned), "run tests/evaluate/pin.py"
    assert {pinned[n]["sha256"] for n in values} == {pin.sha256(measure.data)}, "other data: run tests/evaluate/pin.py"
    short = {
        n: (value, pinned[n]["floor"]) for n, value in values.items() if value < pinned[n]["floor"] - pin.TOLERANCE
    }
    assert not short, f"lower than the floor (value, floor): {short}"


def test_every_pin_is_measured():
    assert set(pin.pins()) == {name for measure in pin.MEASURES.values() for name in measure.figures}


@pytest.fixture
def bench(tmp_path, monkeypatch):
    """A pin file and a measure with a value that a test sets."""
    data = tmp_path / "data.jsonl"
    data.write_text("{}\n", encoding="utf-8")
    value = {"made.f1": 0.5}
    monkeypatch.setattr(pin, "PINNED", tmp_path / "pinned.json")
    monkeypatch.setattr(pin, "ROOT", tmp_path)
    monkeypatch.setattr(
        pin, "MEASURES", {"made": pin.Measure(benchmark="claims", data=data, figures={"made.f1": "f1"})}
    )
    monkeypatch.setattr(pin, "measured", lambda measure, model: dict(value))
    return value


def run(monkeypatch, *arguments):
    monkeypatch.setattr(sys, "argv", ["pin.py", "--date", "2026-11-23", *arguments])
    return pin.main(), json.loads(pin.PINNED.read_text(encoding="utf-8"))["made.f1"]


def test_a_floor_rises_by_itself_and_falls_only_when_told(bench, monkeypatch, capsys):
    assert run(monkeypatch)[1]["floor"] == 0.5
    bench["made.f1"] = 0.6
    assert run(monkeypatch)[1]["floor"] == 0.6
    bench["made.f1"] = 0.4
    status, kept = run(monkeypatch)
    assert (status, kept["value"], kept["floor"]) == (1, 0.6, 0.6)
    assert "LOWER" in capsys.readouterr().out
    status, lowered = run(monkeypatch, "--allow-regression")
    assert (status, lowered["value"], lowered["floor"]) == (0, 0.4, 0.4)


def test_a_pin_names_data_command_and_day(bench, monkeypatch):
    kept = run(monkeypatch)[1]
    assert kept["command"] == "situate evaluate claims data.jsonl"
    assert kept["date"] == "2026-11-23"
    assert len(kept["sha256"]) == 64
