"""What the ontology's files become: claim types, role frames, cue lexicons; frozen, and nothing else knows YAML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["happening", "state", "speech"]

GROUPS = (
    "fighting", "remote violence", "harm", "territory", "siege and access", "deals", "forces", "civil", "words",
)  # fmt: skip
KINDS_OF_FILLER = (
    "place", "route", "actor", "people", "figure", "goods", "weapon", "time", "event", "other", "default",
)  # fmt: skip
SLOTS = (
    "subject", "passive_subject", "object", "agent", "possessor", "compound", "adjective", "attributive_left",
    "attributive", "bare", "of", "on", "against", "in", "at", "near", "from", "to", "into", "toward", "through",
    "along", "between", "with", "using", "over", "under", "for", "during", "since", "until", "after", "before",
    "around", "by", "out_of", "off", "among", "about", "inside", "outside", "beside", "across",
    "without", "via", "alongside",
)  # fmt: skip
# ACLED's sub-event types (codebook 2023) and the rules that choose between several of them.
ACLED_SUB_EVENTS = (
    "Armed clash", "Government regains territory", "Non-state actor overtakes territory", "Chemical weapon",
    "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED",
    "Grenade", "Sexual violence", "Attack", "Abduction/forced disappearance", "Peaceful protest",
    "Protest with intervention", "Excessive force against protesters", "Violent demonstration", "Mob violence",
    "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
    "Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory", "Other",
)  # fmt: skip
ACLED_RULES = (
    "territory", "withdrawal", "protest", "fighting", "killing", "custody", "abuse", "destruction", "shelling",
    "explosion", "chemical", "deploy", "agreement", "surrender", "route", "crowd_control", "withheld", "airstrike",
    "weapons",
)  # fmt: skip
# The sixteen event types of PLOVER (the ontology behind POLECAT).
PLOVER_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "CONCEDE", "RETREAT", "AID", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
BLOWS = frozenset({"airstrike", "shelling", "explosion", "suicide_bombing", "chemical_attack", "assault", "clash"})
"""Types of claims that tell a blow: somebody strikes somebody or something, and there can be dead of it."""
DIMENSIONS = ("control", "siege", "access", "truce", "population")


@dataclass(frozen=True, slots=True, kw_only=True)
class Golden:
    """An example written for the ontology: ``trigger`` and every role filler stand verbatim in ``text``."""

    text: str
    trigger: str
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    polarity: str = "positive"
    modality: str = "actual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Verbs that evoke a type only with one of ``objects`` ("lift" with "ban"): lemmas; a verb may have a particle.

    An object in angle brackets is a kind: ``<aid>`` (``extract.aid``) or one of filler (``extract.phrases``).
    """

    verbs: tuple[str, ...]
    objects: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Triggers:
    """Words that evoke a type: lemmas of verbs, nouns and adjectives; phrases as written, in base form; pairs.

    ``plain``: those of the words and phrases that mean little else. In a sentence where the model sees no trigger they
    count, even of types that it knows. So do the pairs of siege and access, whatever the model sees at the verb, and
    the plain words of types that it does not know.
    """

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    pairs: tuple[Pairing, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a claim does to a situation: a value in one dimension, begun or (``ends``) ended.

    ``actors`` maps a part in the state (holder, besieger, besieged, supplier) to the claim's role that fills it.
    """

    dimension: str
    value: str
    ends: bool = False
    actors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimType:
    """One claim type. ``acled`` is a sub-event string, or the name of one of ``ACLED_RULES``, or ``None``.

    ``frames`` maps "verb", "noun" and "other" to the name of a frame. ``weight`` (0 to 1) is its news value.
    """

    name: str
    group: str
    kind: Kind
    annotated: bool
    definition: str
    roles: Mapping[str, str]
    triggers: Triggers
    frames: Mapping[str, str]
    acled: str | None = None
    plover: str | None = None
    effect: Effect | None = None
    weight: float = 0.0
    golden: tuple[Golden, ...] = ()
    note: str = ""

    def frame_for(self, upos: str) -> str:
        """The name of the frame that reads a trigger of this part of speech (universal tag)."""
        return self.frames.get(_FRAME_OF_UPOS.get(upos, "other"), self.frames["other"])


_FRAME_OF_UPOS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How the syntax around a trigger becomes roles: slot -> kind of filler -> role."""

    name: str
    slots: Mapping[str, Mapping[str, str]]
    golden: Golden

    def role(self, slot: str, kind: str) -> str | None:
        """The role of a filler of ``kind`` in ``slot``; ``None`` when it has none there.

        A filler that names another happening ("event") never takes the default: it has claims of its own.
        """
        choices = self.slots.get(slot, {})
        role = choices.get(kind) if kind in choices or kind == "event" else choices.get("default")
        return None if role in (None, "none") else role


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of speech: a trigger lemma is no claim when one of ``near`` stands within ``within`` words of it."""

    words: tuple[str, ...]
    near: tuple[str, ...]
    within: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A whole line that is no part of a report's text: its kind and a linear regular expression for the line."""

    kind: str
    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Lexicons for who says so and how certain.

    ``speech_verbs`` maps a lemma to its stance (neutral, doubtful, denying). ``planned``, ``possible``, ``attempted``
    and ``negation`` map a word class (verbs, nouns, adjectives, adverbs, auxiliaries, phrases, …) to its words.
    """

    speech_verbs: Mapping[str, str]
    speech_nouns: tuple[str, ...]
    speaker_nouns: tuple[str, ...]
    according_to: tuple[str, ...]
    planned: Mapping[str, tuple[str, ...]]
    possible: Mapping[str, tuple[str, ...]]
    attempted: Mapping[str, tuple[str, ...]]
    negation: Mapping[str, tuple[str, ...]]
    furniture: tuple[Furniture, ...]
    figures_of_speech: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """All of it. ``version`` is a hash of the files, so that a record knows which rules it was derived by."""

    types: Mapping[str, ClaimType]
    frames: Mapping[str, Frame]
    cues: Cues
    version: str
