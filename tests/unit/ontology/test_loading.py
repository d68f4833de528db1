import subprocess
import sys

import pytest

from situate.ontology import load
from situate.ontology.loading import build, files, words
from situate.ontology.schema import ACLED_SUB_EVENTS, PLOVER_TYPES

ANNOTATED = """
clash assault advance repel airstrike shelling explosion suicide_bombing chemical_attack kill abduct detain
abuse capture withdraw handover control besiege siege_end cut_route open_route deliver_aid deny_aid deprivation evacuate
displace return ceasefire agreement talks surrender release deploy arm destroy protest
""".split()  # noqa: SIM905


LISTED_DEEDS = {"base", "crowd_control", "regroup", "truce_breach"}


def test_has_the_36_annotated_types_and_those_of_lists():
    types = load().types
    assert {name for name, t in types.items() if t.annotated} == set(ANNOTATED)
    assert len(ANNOTATED) == 36
    listed = {name: t.group for name, t in types.items() if not t.annotated}
    assert {name for name, group in listed.items() if group != "words"} == LISTED_DEEDS


def test_every_plover_type_can_be_coded():
    assert {t.plover.split("-")[0] for t in load().types.values() if t.plover} == set(PLOVER_TYPES)
    assert len(set(ACLED_SUB_EVENTS)) == 25
    assert len(PLOVER_TYPES) == 16


def test_is_read_once_a_process():
    assert load() is load()


def test_version_follows_the_rules_and_not_the_line_ends():
    sources = files()
    assert build(sources).version == load().version
    windows = {name: content.replace(b"\n", b"\r\n") for name, content in sources.items()}
    assert build(windows).version == load().version
    changed = {**sources, "frames.yaml": sources["frames.yaml"] + b"# a rule\n"}
    assert build(changed).version != load().version


def test_a_type_is_added_by_adding_a_file():
    sources = files()
    own = sources["types/repel.yaml"].replace(b"type: repel", b"type: rebuff")
    ontology = build({**sources, "types/rebuff.yaml": own})
    assert ontology.types["rebuff"].frames == ontology.types["repel"].frames
    assert "repel" in ontology.types["rebuff"].triggers.verbs


@pytest.mark.parametrize(
    ("frame", "slot", "kind", "role"),
    [("attack_verb", "object", "place", "place"), ("attack_verb", "object", "actor", "target"),
     ("attack_verb", "on", "time", "time"), ("harm", "object", "people", "killed"),
     ("hold", "attributive_left", "actor", "actor"), ("hold", "attributive", "place", "place"),
     ("motion", "from", "place", "origin"), ("leave", "object", "place", "origin"),
     ("remove", "object", "figure", "affected"), ("give", "to", "actor", "target"),
     ("attack_verb", "object", "event", None), ("attack_verb", "no_such_slot", "place", None),
     ("motion", "object", "other", None)],
)  # fmt: skip
def test_roles_by_slot_and_kind(frame, slot, kind, role):
    assert load().frames[frame].role(slot, kind) == role


def test_a_type_may_read_nouns_by_another_frame():
    airstrike = load().types["airstrike"]
    assert (airstrike.frame_for("VERB"), airstrike.frame_for("NOUN")) == ("attack_verb", "attack_noun")
    assert airstrike.frame_for("ADJ") == "attack_verb"


def test_effects_name_who_fills_which_part():
    types = load().types
    assert types["capture"].effect.actors == {"holder": "actor"}
    assert types["siege_end"].effect.ends
    assert types["airstrike"].effect is None


def test_words_come_from_a_list_or_a_string():
    assert words("fall to, take ") == words(["fall to", "take"]) == ("fall to", "take")
    assert words(None) == ()


def test_loads_without_the_rest_of_the_package():
    code = "import sys, situate.ontology as o; o.load(); print([m for m in sys.modules if m.startswith('situate.')])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "situate.extract" not in out
