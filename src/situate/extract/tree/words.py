"""Lists of words that rules ask for, by their meaning (``lexicon.yaml``)."""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Mapping
from typing import Any

import yaml

# Words that rules of several modules ask for: as lemmas.
RINGS = frozenset({"siege", "blockade", "encirclement"})
TRUCES = frozenset({"truce", "ceasefire", "cease-fire", "armistice", "cessation"})
CONVOYS = frozenset({"convoy", "truck", "lorry"})
# By which somebody does away with a truce.
UNDOING = frozenset({"end", "scrap", "abandon", "terminate", "cancel", "revoke", "renounce", "suspend"})
# Those who bring aid, by words of their names and the nouns for them, as they are written.
HELPERS = frozenset({
    "un", "wfp", "unicef", "unhcr", "ocha", "unrwa", "iom", "icrc", "aid", "relief", "humanitarian",
})  # fmt: skip
MINES = frozenset({"mine", "landmine", "ied"})
CAPTIVES = frozenset({"prisoner", "captive", "hostage", "detainee"})
CORPSES = frozenset({"body", "corpse", "remains"})
GIVEN_BACK = CORPSES | {  # of whom, or of what, nobody is freed and no place passes
    "list", "document", "letter", "map", "petition", "file", "dossier", "proposal", "draft", "passport",
}  # fmt: skip
# As they are written.
PRONOUNS = frozenset({"it", "they", "he", "she", "we", "i"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
NOT = frozenset({"not", "n't", "n’t", "never"})


@functools.cache
def _data() -> Any:
    return yaml.safe_load((importlib.resources.files("situate.extract") / "lexicon.yaml").read_text("utf-8"))


@functools.cache
def word_list(name: str) -> frozenset[str]:
    """A word list of ``lexicon.yaml`` that stands for itself: lemmas in lower case."""
    return frozenset(_data()["lists"][name].split())


@functools.cache
def lexicon() -> Mapping[str, Mapping[str, str]]:
    """The word lists of ``lexicon.yaml``, each as a table from a lemma (or a preposition) to its meaning."""
    data = _data()
    kinds: dict[str, str] = {}
    for kind in ("container", "event", "time", "weapon", "goods", "people", "route", "actor", "place", "figure"):
        for lemma in data["kinds"][kind].split():
            kinds[lemma] = kind
    return {
        "kinds": kinds,
        "fighters": dict.fromkeys(data["fighters"].split(), "fighter"),
        "bodies": dict.fromkeys(data["bodies"].split(), "body"),
        "platforms": dict.fromkeys(data["platforms"].split(), "platform"),
        "light_verbs": dict.fromkeys(data["light_verbs"].split(), "light"),
        "delivery_verbs": dict.fromkeys(data["delivery_verbs"].split(), "delivery"),
        "harm": {lemma: name for name, words in data["harm"].items() for lemma in words.split()},
        "prepositions": {form: slot for slot, forms in reversed(data["prepositions"].items()) for form in forms},
    }
