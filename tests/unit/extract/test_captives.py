"""Captives that are counted are affected; those who are named are whom it is done to."""

import importlib.util
from pathlib import Path

import pytest

from situate.extract.roles.captives import counted_or_named
from situate.extract.roles.frames import Filler

_spec = importlib.util.spec_from_file_location("extract_trees", Path(__file__).with_name("trees.py"))
trees = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(trees)

POLICE = "Police/police/NOUN/2/nsubj detained/detain/VERB/0/root "


@pytest.mark.parametrize(
    ("words", "whom", "kind", "given", "role"),
    [
        (POLICE + "four/four/NUM/4/nummod men/man/NOUN/2/obj", "four men", "detain", "target", "affected"),
        (POLICE + "dozens/dozen/NOUN/2/obj", "dozens", "abduct", "target", "affected"),
        (POLICE + "Ana/Ana/PROPN/2/obj", "Ana", "detain", "affected", "target"),
        (POLICE + "activists/activist/NOUN/2/obj", "activists", "detain", "affected", "target"),
        (POLICE + "activists/activist/NOUN/2/obj", "activists", "besiege", "affected", "target"),
        (POLICE + "activists/activist/NOUN/2/obj", "activists", "release", "affected", "affected"),
        (
            POLICE + "the/the/DET/5/det four/four/NUM/5/nummod men/man/NOUN/2/obj",
            "four men",
            "detain",
            "affected",
            "target",
        ),
        (POLICE + "one/one/NUM/4/nummod man/man/NOUN/2/obj", "one man", "abduct", "affected", "target"),
        (
            POLICE + "a/a/DET/5/det 28-year-old/28-year-old/ADJ/5/amod man/man/NOUN/2/obj",
            "28-year-old man",
            "detain",
            "affected",
            "target",
        ),
        (POLICE + "four/four/NUM/4/nummod men/man/NOUN/2/obj", "four men", "besiege", "affected", "affected"),
        (POLICE + "activists/activist/NOUN/2/obj", "activists", "detain", "target", "target"),
        (POLICE + "four/four/NUM/4/nummod men/man/NOUN/2/obj", "four men", "kill", "target", "target"),
        (POLICE + "four/four/NUM/4/nummod men/man/NOUN/2/obj", "four men", "detain", "actor", "actor"),
    ],
)
def test_counted_or_named(words, whom, kind, given, role):
    sentence = trees.tree(words)
    start = trees.text_of(sentence).index(whom)
    (found,) = counted_or_named(sentence, kind, [Filler(given, start, start + len(whom))])
    assert found.role == role
