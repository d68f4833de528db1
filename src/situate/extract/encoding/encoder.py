"""The reading model at run time: text in, parsed and labelled sentences out (numpy and onnxruntime alone).

One window of sentences a call: the int8 scales of activations depend on everything in a call, so that a larger batch
would let one report change the reading of another. The same text therefore gives the same sentences, always.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as failures

from situate.errors import BadModel
from situate.extract.encoding import decode
from situate.extract.encoding.mentions import settled
from situate.extract.encoding.neutral import doubted, weighed
from situate.extract.encoding.shown import Unit, inputs_of, inputs_without, shapes_of
from situate.extract.encoding.windows import MOST_PIECES, MOST_WORDS, cuts
from situate.extract.encoding.wordpiece import Wordpieces
from situate.model.sentence import Labelled, Sentence, Token
from situate.text.lemmas import lemma
from situate.text.sentences import sentences
from situate.text.tokens import Span, words

PACKAGED = Path(__file__).parent.parent / "model" / "reader.onnx"
_CONTENT = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "ADV", "NUM"})
_OF_VERBS = frozenset({"nsubj", "nsubj:pass", "obj", "aux", "aux:pass", "obl:agent", "compound:prt"})
_OF_NOUNS = frozenset({"det", "case", "nmod:poss", "amod"})
_SHORT = 3  # letters up to which a word of a trigger may be an article or a pronoun
SPAN_HEADS = ("mention", "name", "claim")
_FAINT = 0.1  # probability from which on what is likelier no trigger is told as a faint one
SAID_HEADS = ("source", "cue", "content")
# The encoder has no capitals: these words are read as what they stand for where the text is not in capitals alone.
_READ_AS = {"IS": "isis", "US": "usa"}
_EXTERNAL = b"\n\x08location"  # how a file of weights outside the model is named in the ONNX encoding
# What onnxruntime raises for a file that is no model of its kind; it gives them no common base but Exception.
_FAILURES = (
    failures.Fail,
    failures.InvalidArgument,
    failures.InvalidGraph,
    failures.InvalidProtobuf,
    failures.NotImplemented,
)
_NEEDED = onnxruntime.RunOptions()
_NEEDED.only_execute_path_to_fetches = True  # no sums but those for the scores that are asked for
_REINSTALL = "Install situate again, or give the model that belongs to this manifest."


@dataclass(frozen=True, slots=True)
class Labels:
    """The names of the model's classes, and the shifts in favour of or against each tag of a head."""

    upos: tuple[str, ...]
    relation: tuple[str, ...]
    spans: Mapping[str, tuple[str, ...]]
    bias: Mapping[str, decode.Floats]


class Encoder:
    """A loaded model. ``read`` may be called any number of times; nothing is remembered but pieces of words."""

    __slots__ = ("_labels", "_outputs", "_session", "_wordpieces", "version")

    def __init__(
        self, session: onnxruntime.InferenceSession, wordpieces: Wordpieces, manifest: Mapping[str, Any]
    ) -> None:
        self._session = session
        self._wordpieces = wordpieces
        self._labels = _labels(manifest)
        self._outputs = [output.name for output in session.get_outputs()]
        self.version = f"{manifest['name']} {manifest['version']}"

    @classmethod
    def load(cls, path: Path | None = None) -> Encoder:
        """The model at ``path`` (default: the one in the package).

        Beside it lie its manifest (same name, ``.json``) and its vocab.txt; both files must have the SHA-256 that the
        manifest states. Raises ``BadModel`` if anything is missing, differs, or points outside the file.
        """
        path = path or PACKAGED
        manifest = _manifest(path.with_suffix(".json"))
        weights = _pinned(path, manifest)
        if _EXTERNAL in weights:
            raise BadModel(f"{path} keeps weights in another file.", remedy=_REINSTALL)
        vocabulary = _pinned(path.with_name("vocab.txt"), manifest).decode("utf-8").splitlines()
        return cls(_session(weights), Wordpieces(vocabulary), manifest)

    def read(self, text: str) -> Iterator[Sentence]:
        """The sentences of ``text`` in order, read window by window (memory does not grow with the text)."""
        for sentence, _ in self.parse(text):
            yield sentence

    def parse(self, text: str) -> Iterator[tuple[Sentence, decode.Floats]]:
        """The sentences of ``text``, each with the vectors of its words, [words, hidden], for the binder."""
        yield from self._packed(text, self._units(text))

    def parse_given(self, text: str, given: Iterable[Sequence[Span]]) -> Iterator[Sentence]:
        """The sentences of ``text`` whose words are given, as spans sentence by sentence (to measure the parser)."""
        units = (unit for places in given if places for unit in self._cut(text, list(places)))
        for sentence, _ in self._packed(text, units):
            yield sentence

    def _packed(self, text: str, units: Iterable[Unit]) -> Iterator[tuple[Sentence, decode.Floats]]:
        """The readings of units, as many in a window as it holds."""
        waiting: list[Unit] = []
        many = size = 0
        for unit in units:
            more_words, more = len(unit.places), unit.size
            if waiting and (many + more_words > MOST_WORDS or size + more > MOST_PIECES):
                yield from self._window(text, waiting)
                waiting, many, size = [], 0, 0
            waiting.append(unit)
            many, size = many + more_words, size + more
        if waiting:
            yield from self._window(text, waiting)

    def _units(self, text: str) -> Iterator[Unit]:
        for start, end in sentences(text):
            places = [(start + a, start + b) for a, b in words(text[start:end])]
            units = list(self._cut(text, places))
            for number, unit in enumerate(units):
                left = start if number == 0 else unit.start
                right = end if number == len(units) - 1 else unit.end
                yield Unit(left, right, unit.places, unit.pieces, unit.shapes)

    def _cut(self, text: str, places: Sequence[Span]) -> Iterator[Unit]:
        """One sentence as units, each from its first word to its last."""
        written = [text[a:b] for a, b in places]
        read: Sequence[str] = written
        if not _READ_AS.keys().isdisjoint(written) and any(map(str.islower, written)):
            read = [_READ_AS.get(word, word) for word in written]
        pieces = [self._wordpieces.pieces(word) for word in read]
        for first, last in cuts([*map(len, pieces)]):
            part = slice(first, last)
            start, end = places[first][0], places[last - 1][1]
            yield Unit(start, end, tuple(places[part]), tuple(pieces[part]), shapes_of(written[part]))

    def _window(self, text: str, units: list[Unit]) -> Iterator[tuple[Sentence, decode.Floats]]:
        inputs = inputs_of(units, self._wordpieces)
        results = self._session.run(self._outputs, inputs)
        scores = {name: array[0] for name, array in zip(self._outputs, results, strict=True)}
        states = scores.pop("states", np.zeros((len(inputs["first"][0]), 0), dtype=np.float32))
        begin = 0
        for unit in units:
            end = begin + len(unit.places)
            yield self._weighed(text, unit, _sliced(scores, begin, end)), states[begin:end]
            begin = end

    def _weighed(self, text: str, unit: Unit, scores: Mapping[str, decode.Floats]) -> Sentence:
        """A unit as a sentence, whose triggers in doubt are what two readings say, one of them without the names."""
        sentence = _sentence(text, unit, scores, self._labels)
        triggers, names = doubted(sentence)
        if not triggers:
            return sentence
        (again,) = self._session.run(["claim"], inputs_without(unit, names, self._wordpieces), _NEEDED)
        rows = [i for i, place in enumerate(unit.places) if any(_meet(trigger, place) for trigger in triggers)]
        scores = {**scores, "claim": weighed(scores["claim"], again[0], rows)}
        spans = _spans(scores, self._labels, "claim")
        tree = [t.head for t in sentence.tokens], [t.deprel for t in sentence.tokens]
        if _tags(unit, scores["upos"], self._labels, spans, *tree) != [t.upos for t in sentence.tokens]:
            return _sentence(text, unit, scores, self._labels)
        return sentence.marked_as(
            triggers=_labelled(unit, self._labels, "claim", spans),
            faint=_faint(unit, scores, self._labels, spans),
        )


def _manifest(path: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadModel(f"The model's manifest {path} cannot be read.", remedy=_REINSTALL) from error
    return manifest


def _pinned(path: Path, manifest: Mapping[str, Any]) -> bytes:
    """The bytes of a file of the model, after its hash was compared."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadModel(f"The model file {path} cannot be read.", remedy=_REINSTALL) from error
    if hashlib.sha256(data).hexdigest() != manifest.get("sha256", {}).get(path.name):
        raise BadModel(f"The model file {path} is not the one that its manifest pins (SHA-256).", remedy=_REINSTALL)
    return data


def _session(weights: bytes) -> onnxruntime.InferenceSession:
    """One thread that does not spin: several readers share a machine, and sums keep one order."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
    except _FAILURES as error:
        raise BadModel(f"The model cannot be loaded: {error}", remedy=_REINSTALL) from error


def _labels(manifest: Mapping[str, Any]) -> Labels:
    names = manifest["labels"]
    given = manifest.get("decoding", {}).get("bias", {})
    bias = {
        head: decode.of_tags([given[head].get(label, 0.0) for label in names[head]])
        for head in SPAN_HEADS
        if head in given
    }
    heads = {head: tuple(names[head]) for head in (*SPAN_HEADS, *SAID_HEADS) if head in names}
    return Labels(tuple(names["upos"]), tuple(names["relation"]), heads, bias)


def _meet(trigger: Labelled, place: Span) -> bool:
    return trigger.start < place[1] and place[0] < trigger.end


def _sliced(scores: Mapping[str, decode.Floats], begin: int, end: int) -> dict[str, decode.Floats]:
    """The scores of one sentence of a window."""
    return {name: array[begin:end, begin:end] if name == "arcs" else array[begin:end] for name, array in scores.items()}


def _sentence(text: str, unit: Unit, scores: Mapping[str, decode.Floats], labels: Labels) -> Sentence:
    tree = decode.tree(scores["arcs"])
    heads: list[int] = tree.tolist()
    numbers = decode.relations(scores["relations"], tree, labels.relation.index("root")).tolist()
    relations = [labels.relation[number] for number in numbers]
    spans = {head: _spans(scores, labels, head) for head in SPAN_HEADS}
    mentions, names, claims = (_labelled(unit, labels, head, spans[head]) for head in SPAN_HEADS)
    said = tuple(s for head in SAID_HEADS if head in scores for s in _said(unit, scores[head], labels, head))
    faint = _faint(unit, scores, labels, spans["claim"])
    tags = _tags(unit, scores["upos"], labels, spans["claim"], heads, relations)
    words = [text[a:b] for a, b in unit.places]
    starts, ends = zip(*unit.places, strict=True)
    tokens = tuple(map(Token, count(), starts, ends, words, map(lemma, words, tags), tags, heads, relations))
    return settled(Sentence(unit.start, unit.end, tokens, mentions, names, claims, said, faint))


def _tags(
    unit: Unit,
    scores: decode.Floats,
    labels: Labels,
    claims: Sequence[decode.WordSpan],
    heads: Sequence[int],
    relations: Sequence[str],
) -> list[str]:
    """The part of speech of each word.

    Training on claims blurs the tags of the very words that evoke them ("broke" as an article); there the tree decides:
    what has a subject, an object or an auxiliary is a verb, what has an article or a preposition is a noun, and
    everything else a word of content.
    """
    tags = [labels.upos[i] for i in scores.argmax(axis=1).tolist()]
    for i in (i for first, last, *_ in claims for i in range(first, last)):
        start, end = unit.places[i]
        if end - start <= _SHORT:
            continue
        below = {relation for head, relation in zip(heads, relations, strict=True) if head == i}
        if below & _OF_VERBS:
            tags[i] = "VERB"
        elif below & _OF_NOUNS and tags[i] not in {"NOUN", "PROPN"}:
            tags[i] = "NOUN"
        elif tags[i] not in _CONTENT:
            content = [n for n, name in enumerate(labels.upos) if name in _CONTENT]
            tags[i] = labels.upos[content[int(scores[i, content].argmax())]]
    return tags


def _faint(
    unit: Unit, scores: Mapping[str, decode.Floats], labels: Labels, claims: Sequence[decode.WordSpan]
) -> tuple[Labelled, ...]:
    """The faint triggers beside ``claims``; none if the model sees no claims."""
    weaker = decode.faint(scores["claim"], claims, _FAINT) if "claim" in scores else ()
    return _labelled(unit, labels, "claim", weaker)


def _spans(scores: Mapping[str, decode.Floats], labels: Labels, head: str) -> list[decode.WordSpan]:
    """The labelled spans that one head finds in a sentence; none if the model lacks the head."""
    return decode.spans(scores[head], labels.bias.get(head)) if head in scores else []


def _said(unit: Unit, scores: decode.Floats, labels: Labels, head: str) -> tuple[Labelled, ...]:
    """What one head finds of who says what; nobody asks how likely it is."""
    return _labelled(unit, labels, head, [(*found, 1.0) for found in decode.best_spans(scores)])


def _labelled(unit: Unit, labels: Labels, head: str, found: Iterable[decode.WordSpan]) -> tuple[Labelled, ...]:
    """Spans of words as spans of the text."""
    names, places = labels.spans[head], unit.places
    return tuple(
        [Labelled(places[a][0], places[b - 1][1], names[label], round(score, 4)) for a, b, label, score in found]
    )
