"""Reads the ontology's YAML files into the values of ``schema``.

Shapes are trusted here; ``lint`` finds what is wrong.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.resources
from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from situate.ontology.schema import (
    GROUPS,
    ClaimType,
    Cues,
    Effect,
    Figure,
    Frame,
    Furniture,
    Golden,
    Ontology,
    Pairing,
    Triggers,
)

# libyaml's parser is several times as fast; a build without it still works.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@functools.cache
def load() -> Ontology:
    """The ontology in the package, read once a process."""
    return build(files())


def files() -> dict[str, bytes]:
    """Every YAML file of the ontology: its path below the package, and its bytes, in order of path."""
    root = importlib.resources.files("situate.ontology")
    found = {f"types/{f.name}": f.read_bytes() for f in (root / "types").iterdir() if f.name.endswith(".yaml")}
    found |= {name: (root / name).read_bytes() for name in ("cues.yaml", "frames.yaml")}
    return dict(sorted(found.items()))


def build(sources: Mapping[str, bytes]) -> Ontology:
    """An ontology from the bytes of its files, as ``files`` returns them."""
    # Loaded as bytes: PyYAML would otherwise check each character of a string in Python.
    parsed = {name: yaml.load(content, Loader=_Loader) for name, content in sources.items()}  # noqa: S506 - a safe loader
    types = _ordered(claim_type(parsed[name]) for name in sources if name.startswith("types/"))
    return Ontology(
        types={t.name: t for t in types},
        frames=frames(parsed["frames.yaml"]),
        cues=cues(parsed["cues.yaml"]),
        version=_version(sources),
    )


def _version(sources: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, content in sorted(sources.items()):
        # Line ends differ between checkouts; the rules do not.
        digest.update(name.encode() + b"\0" + content.replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:12]


def _ordered(types: Iterable[ClaimType]) -> list[ClaimType]:
    return sorted(types, key=lambda t: (GROUPS.index(t.group) if t.group in GROUPS else len(GROUPS), t.name))


def words(value: object) -> tuple[str, ...]:
    """A list of strings, written as a YAML list or as one string with commas."""
    if value is None:
        return ()
    parts = value.split(",") if isinstance(value, str) else value
    assert isinstance(parts, list), value
    return tuple(str(part).strip() for part in parts if str(part).strip())


def golden(data: Mapping[str, Any]) -> Golden:
    """One example; a role's value is a quote or a list of quotes."""
    fillers = data.get("roles", {}).items()
    return Golden(
        text=data["text"],
        trigger=data["trigger"],
        roles={role: (value,) if isinstance(value, str) else tuple(value) for role, value in fillers},
        polarity=data.get("polarity", "positive"),
        modality=data.get("modality", "actual"),
    )


_LISTS = ("verbs", "nouns", "adjectives", "phrases", "plain")


def claim_type(data: Mapping[str, Any]) -> ClaimType:
    """One file of ``types/``."""
    triggers = data["triggers"]
    frame_names = {"other": data["frame"], "verb": data["frame"], "noun": data["frame"], **data.get("frames", {})}
    return ClaimType(
        name=data["type"],
        group=data["group"],
        kind=data["kind"],
        annotated=data["annotated"],
        definition=data["definition"].strip(),
        roles=data["roles"],
        triggers=Triggers(
            **{name: words(triggers.get(name)) for name in _LISTS},
            pairs=tuple(
                Pairing(verbs=words(one["verbs"]), objects=words(one["objects"])) for one in triggers.get("pairs", ())
            ),
        ),
        frames=frame_names,
        acled=data["acled"],
        plover=data["plover"],
        effect=_effect(data["effect"]),
        weight=float(data["weight"]),
        golden=tuple(golden(one) for one in data["golden"]),
        note=data.get("note", "").strip(),
    )


def _effect(data: Mapping[str, Any] | None) -> Effect | None:
    if data is None:
        return None
    own = {"dimension", "value", "ends"}
    return Effect(
        dimension=data["dimension"],
        value=data["value"],
        ends=data.get("ends", False),
        actors={part: role for part, role in data.items() if part not in own},
    )


def frames(data: Mapping[str, Any]) -> dict[str, Frame]:
    """``frames.yaml``: each frame's slots laid over the ``common`` ones, kind by kind."""
    common = {slot: _choices(value) for slot, value in data["common"].items()}
    return {name: _frame(name, body, common) for name, body in data["frames"].items()}


def _frame(name: str, body: Mapping[str, Any], common: Mapping[str, Mapping[str, str]]) -> Frame:
    slots = {slot: dict(choices) for slot, choices in common.items()}
    for slot, value in body["slots"].items():
        slots[slot] = {**slots.get(slot, {}), **_choices(value)}
    return Frame(name=name, slots=slots, golden=golden(body["golden"]))


def _choices(value: str | Mapping[str, str]) -> dict[str, str]:
    return {"default": value} if isinstance(value, str) else dict(value)


def cues(data: Mapping[str, Any]) -> Cues:
    """``cues.yaml``."""
    return Cues(
        speech_verbs={lemma: stance for stance, lemmas in data["speech_verbs"].items() for lemma in words(lemmas)},
        speech_nouns=words(data["speech_nouns"]),
        speaker_nouns=words(data["speaker_nouns"]),
        according_to=words(data["according_to"]),
        planned=_classes(data["planned"]),
        possible=_classes(data["possible"]),
        attempted=_classes(data["attempted"]),
        negation=_classes(data["negation"]),
        furniture=tuple(Furniture(kind=one["kind"], pattern=one["pattern"]) for one in data["furniture"]),
        figures_of_speech=tuple(
            Figure(words=words(one["words"]), near=words(one["near"]), within=one.get("within", 3))
            for one in data["figures_of_speech"]
        ),
    )


def _classes(data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {word_class: words(value) for word_class, value in data.items()}
