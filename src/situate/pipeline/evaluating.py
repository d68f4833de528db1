"""Measuring: a benchmark's file in, its figures out. Scorers are in ``situate.evaluate``; here they meet the stages."""

from __future__ import annotations

import gzip
import json
import tempfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from situate.engine import Local
from situate.errors import BadArgument, NoSuchFile, StopRun
from situate.evaluate import attributions, claims, events, parsing, plover, snippets, spans, templates, timex, toponyms
from situate.evaluate.lines import json_lines as rows
from situate.evaluate.rates import DIGITS, Figures
from situate.extract.encoding.encoder import Encoder
from situate.extract.reader import Reader
from situate.model.failure import Failure
from situate.model.report import Report
from situate.model.sentence import Sentence
from situate.model.span import Span
from situate.pipeline import linking, robustness
from situate.pipeline.incidents import meanings, told
from situate.pipeline.merging import end_to_end, with_gold
from situate.pipeline.reading import extract
from situate.pipeline.wiring import Parts, RealChain
from situate.resolve.gazetteer.lookup import Gazetteer
from situate.resolve.when.dateline import dateline
from situate.resolve.where.report import resolve_places

Row = Mapping[str, Any]
# What readers and scorers raise on a file of another shape, or one that is damaged.
_MISSHAPEN = (
    AssertionError, AttributeError, EOFError, IndexError, KeyError, TypeError, ValueError, gzip.BadGzipFile, zlib.error,
)  # fmt: skip


def evaluate(benchmark: str, path: Path, model: Path | None = None, data: Path | None = None) -> Figures:
    """The figures of a benchmark on a file, with the packaged model or the one at ``model``.

    ``data`` is the folder of the texts that a file of labels belongs to; annotated claims may have theirs there too.

    :raises BadArgument: there is no such benchmark, the file does not hold what it needs, or ``data`` is not given
        where it is needed, or is where it is not.
    :raises NoSuchFile: the file, or a text that it is about, is not there.
    """
    if benchmark not in BENCHMARKS and benchmark not in LABELLED:
        names = ", ".join(dict.fromkeys((*BENCHMARKS, *LABELLED)))
        raise BadArgument(f"There is no benchmark {benchmark!r}.", remedy=f"There are {names}.")
    if not path.is_file():
        raise NoSuchFile(f"There is no file {path}.", remedy="Check the name.")
    if (data is None and benchmark not in BENCHMARKS) or (data is not None and benchmark not in LABELLED):
        needed = "needs the texts of its labels" if data is None else "has its texts in its file"
        remedy = "Name them: --data FOLDER." if data is None else "Leave --data out."
        raise BadArgument(f"The benchmark {benchmark} {needed}.", remedy=remedy)
    try:
        if not any(True for _ in rows(path)):
            raise ValueError("it is empty")
        return LABELLED[benchmark](path, model, data) if data else BENCHMARKS[benchmark](path, model)
    except _MISSHAPEN as problem:
        raise BadArgument(
            f"{path} is not a file of the benchmark {benchmark} ({type(problem).__name__}: {problem}).",
            remedy="See docs/reference/figures.md for the shape of each.",
        ) from problem


def found_claims(path: Path, model: Path | None = None) -> list[dict[str, Any]]:
    """The claims that the whole chain (ingest, extract, resolve) finds in a file of reports, as JSON.

    :raises StopRun: a report of the file could not be read, so that figures would be of other reports than asked.
    """
    found = []
    for line in extract([str(path)], "claims", Local(), parts=Parts(chain=partial(RealChain, model))):
        if isinstance(line, Failure):
            raise StopRun(f"{line.item} of {path} could not be read: {line.message}", remedy=line.remedy)
        found.append(line)
    return found


def _claims(path: Path, model: Path | None) -> Figures:
    gold = [claims.report_of(row) for row in rows(path)]
    return claims.score(gold, found_claims(path, model))


def _claims_elsewhere(path: Path, model: Path | None, data: Path) -> Figures:
    """Claims as offsets: each row names the set and the hash of a text that is not distributed with it."""
    marked = list(rows(path))
    by_set = {name: _texts(data, name) for name in dict.fromkeys(row["data"] for row in marked)}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder, "reports.jsonl")
        lines = (json.dumps(dict(row) | {"text": claims.text_of(row, by_set[row["data"]])}) + "\n" for row in marked)
        whole.write_text("".join(lines), encoding="utf-8")
        return _claims(whole, model)


def _events(path: Path, model: Path | None) -> Figures:
    """``gold``: merging alone, with gold triggers, types and dates; ``record``: all stages, through one record.

    ``tolls``: the same record, where the words that tell the dead of an attack are answered by its figure.
    """
    groups = [events.group_of(row) for row in rows(path)]
    told = list(end_to_end(groups, model))
    return {
        "gold": events.score(with_gold(groups, model)),
        "record": events.score((group, claims) for group, claims, _ in told),
        "tolls": events.score((group, tolls) for group, _, tolls in told),
    }


def _plv(path: Path, model: Path | None) -> Figures:
    """Each sentence is read as a report of its own, through all of ``extract``."""
    marked = list(rows(path))
    pairs = [plover.pair_of(row) for row in marked]
    with tempfile.TemporaryDirectory() as folder:
        sentences = Path(folder, "sentences.jsonl")
        lines = (json.dumps({"id": row["id"], "text": row["text"]}) + "\n" for row in marked)
        sentences.write_text("".join(lines), encoding="utf-8")
        return plover.score(pairs, found_claims(sentences, model))


def _parsing(path: Path, model: Path | None) -> Figures:
    sentences = list(rows(path))
    given, printed = parsing.given_texts(sentences), parsing.raw_texts(sentences)
    encoder = Encoder.load(model)
    return {
        "sentences": len(sentences),
        "gold_tokens": parsing.score_given((_flat(text.sentences), _as_given(encoder, text)) for text in given),
        "raw_text": parsing.score_raw((text, [*map(_words, encoder.read(text.text))]) for text in printed),
    }


def _flat(sentences: Sequence[Sequence[parsing.Word]]) -> list[parsing.Word]:
    return [word for sentence in sentences for word in sentence]


def _as_given(encoder: Encoder, text: parsing.Text) -> list[parsing.Word]:
    """What the model says of the words that a treebank gives, in their order."""
    places = [[(word.span.start, word.span.end) for word in sentence] for sentence in text.sentences]
    return _flat([_words(sentence) for sentence in encoder.parse_given(text.text, places)])


def _words(sentence: Sentence) -> tuple[parsing.Word, ...]:
    spans_of = [Span(token.start, token.end) for token in sentence.tokens]
    return tuple(
        parsing.Word(span, token.upos, spans_of[token.head] if token.head >= 0 else None, token.deprel)
        for span, token in zip(spans_of, sentence.tokens, strict=True)
    )


def _mentions(path: Path, model: Path | None) -> Figures:
    documents = spans.held_out(rows(path))
    encoder = Encoder.load(model)
    return spans.score([(document, _spans(encoder, document.text)) for document in documents])


def _attributions(path: Path, model: Path | None) -> Figures:
    reader = Reader.load(model)
    return attributions.score((attributions.gold(row), _said(reader, row["text"])) for row in rows(path))


def _said(reader: Reader, text: str) -> set[attributions.Labelled]:
    found = reader.read(Report(id="r", text=text)).attributions
    spans_of = [("source", a.speaker) for a in found] + [("cue", a.cue) for a in found]
    spans_of += [("content", a.content) for a in found]
    return {
        attributions.trimmed(text, (e.span.start, e.span.end, label)) for label, evidence in spans_of for e in evidence
    }


def _acled(path: Path, model: Path | None, data: Path) -> Figures:
    """Each snippet is read as a report of its own; ``development``: rules were mended on it, ``held``: never."""
    labels = [snippets.label_of(row) for row in rows(path)]
    chain = RealChain(model)
    by_set = {name: _texts(data, name) for name in dict.fromkeys(label.data for label in labels)}
    return snippets.score((label, _string_of(chain, label.snippet(by_set[label.data][label.id]))) for label in labels)


def _texts(data: Path, name: str) -> dict[str, str]:
    """The texts of a data set by id, the first of each; raises ``NoSuchFile``."""
    file = data / f"{name}.jsonl.gz"
    if not file.is_file():
        raise NoSuchFile(f"There is no file {file}.", remedy="Give the folder that holds the data sets with --data.")
    texts: dict[str, str] = {}
    for row in rows(file):
        texts.setdefault(row["id"], row["text"])
    return texts


def _string_of(chain: RealChain, text: str) -> str | None:
    found = chain(Report(id="snippet", text=text))
    if isinstance(found, Failure):
        raise StopRun(f"A snippet could not be read: {found.message}", remedy=found.remedy)
    return snippets.string_of(found.claims)


def _spans(encoder: Encoder, text: str) -> set[spans.Labelled]:
    return {(m.start, m.end, m.label) for sentence in encoder.read(text) for m in sentence.mentions}


def _times(path: Path, model: Path | None) -> Figures:
    """TimeBank was developed on; AQUAINT was only ever measured. A dateline beats the date, as in a report."""
    del model  # times are found by a grammar
    documents = timex.read_documents(path)
    figures: dict[str, Figures] = {}
    for source in sorted({document.source for document in documents}):
        pairs = [(one, timex.read(one, dateline(one.text, one.date))) for one in documents if one.source == source]
        figures[source] = _rounded(asdict(timex.score(pairs)))
    return figures


def _toponyms(path: Path, model: Path | None) -> Figures:
    """Names as the gazetteer finds and ranks them, with no help from the reading model or the date."""
    del model
    gazetteer = Gazetteer.open()
    geovirus = any(str(row["id"]).startswith("geovirus") for row in islice(rows(path), 1))
    forms = toponyms.GEOVIRUS_FORMS if geovirus else toponyms.LGL_FORMS
    counted = toponyms.evaluate(path, lambda text: _places(text, gazetteer), forms=forms)
    names = ("gold", "precision", "recall", "f1", "located", "within_161_km", "within_161_km_of_found")
    return _rounded({name: getattr(counted, name) for name in names})


def _places(text: str, gazetteer: Gazetteer) -> Iterator[toponyms.ToponymAt]:
    for toponym, found in resolve_places(text, (), gazetteer).toponyms:
        place = found.place
        yield toponyms.ToponymAt(
            start=toponym.span.start,
            end=toponym.span.end,
            latitude=place.latitude if place else None,
            longitude=place.longitude if place else None,
            form=toponym.form,
        )


def _robust(measure: Callable[[Sequence[robustness.Read]], Figures]) -> Callable[[Path, Path | None], Figures]:
    """A benchmark of robustness on the annotated reports of a file."""

    def figures(path: Path, model: Path | None) -> Figures:
        reports = [claims.report_of(row) for row in rows(path)]
        return measure([(Reader.load(model), reports)])

    return figures


def _muc4(path: Path, model: Path | None) -> Figures:
    """Reports are read from their text alone: their dates are those of their datelines."""
    chain, gazetteer = RealChain(model), Gazetteer.open()
    pairs = []
    for row in rows(path):
        found = chain(Report(id=row["id"], text=row["text"]))
        if isinstance(found, Failure):
            raise StopRun(f"{found.item} of {path} could not be read: {found.message}", remedy=found.remedy)
        pairs.append((templates.templates_of(row), told(found, gazetteer)))
    spots = {spot for gold, _ in pairs for template in gold for spot in template.spots}
    return templates.score(pairs, meanings(spots, gazetteer))


def _rounded(figures: Mapping[str, Any]) -> Figures:
    return {
        name: _rounded(value) if isinstance(value, Mapping) else round(value, DIGITS) for name, value in figures.items()
    }


BENCHMARKS: dict[str, Callable[[Path, Path | None], Figures]] = {
    "claims": _claims,
    "parsing": _parsing,
    "mentions": _mentions,
    "times": _times,
    "toponyms": _toponyms,
    "events": _events,
    "attributions": _attributions,
    "plv": _plv,
    "swap": _robust(robustness.with_other_actors),
    "pairs": _robust(robustness.with_twins),
    "disturbed": _robust(robustness.in_disturbed_print),
    "muc4": _muc4,
}

# Benchmarks whose file holds labels without the texts, which lie in a folder.
LABELLED: dict[str, Callable[[Path, Path | None, Path], Figures]] = {
    "actors": linking.figures,
    "acled": _acled,
    "claims": _claims_elsewhere,
}
