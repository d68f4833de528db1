"""The training data as documents of sentences with labels on words."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from situate.evaluate.lines import json_lines as lines
from situate.text.sentences import sentences
from situate.text.tokens import words


def _list(words_of: str) -> list[str]:
    return words_of.split()


UPOS = _list("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X")
KEPT_SUBTYPES = _list(
    "nsubj:pass aux:pass obl:agent nmod:poss obl:tmod obl:unmarked nmod:tmod nmod:unmarked nmod:desc acl:relcl "
    "compound:prt cc:preconj det:predet"
)
UNIVERSAL = _list(
    "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl "
    "fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp"
)
RELATIONS = sorted(UNIVERSAL + KEPT_SUBTYPES)
MENTIONS = _list(
    "Organisation Location Person Temporal Nationality Quantity Weapon Vehicle MilitaryPlatform DocumentReference "
    "Money Coordinate CommsIdentifier Frequency"
)
NAMES = _list("PER LOC ORG")
CLAIMS = _list(
    "clash assault advance repel airstrike shelling explosion suicide_bombing chemical_attack kill abduct detain "
    "abuse capture withdraw handover control besiege siege_end cut_route open_route deliver_aid deny_aid deprivation "
    "evacuate displace return ceasefire agreement talks surrender release deploy arm destroy protest"
)
IGNORE = -100
ROLES = _list(
    "actor target place origin destination route time duration instrument goods killed wounded affected area distance"
)
SAID = _list("source cue content")  # a head each: what is said may hold speakers and cues of its own
MODALITIES = _list("actual planned possible attempted")
POLARITIES = _list("positive negative")
TIMINGS = _list("news background standing dated lasting")  # how the words give a claim's time; see ``timing``
HEADS = ("upos", "relation", "mention", "name", "event", "claim", *SAID)  # "head" (the arcs) is kept beside them


@dataclass(slots=True)
class Bound:
    """What one claim makes of the words of one sentence: 1 on its trigger; roles and first speaker as tag numbers."""

    trigger: list[int]
    role: list[int]
    speaker: list[int]

    def rows(self) -> tuple[list[int], list[int], list[int]]:
        """The three rows, in the order of the fields."""
        return self.trigger, self.role, self.speaker


@dataclass(slots=True)
class Claim:
    """The classes of one claim, as numbers in CLAIMS, MODALITIES, POLARITIES and TIMINGS."""

    kind: int
    modality: int
    polarity: int
    timing: int


@dataclass(slots=True)
class Sentence:
    """Words, and for each kind of label either one number a word (-100: not labelled) or nothing at all."""

    words: list[str]
    labels: dict[str, list[int]] = field(
        default_factory=dict
    )  # "head" is an index in the sentence, itself for the root
    spans: list[tuple[int, int]] = field(default_factory=list)  # code points in the document, when it has a text
    bound: dict[int, Bound] = field(default_factory=dict)  # by the number of the claim in the document


@dataclass(slots=True)
class Document:
    """Consecutive sentences of one text."""

    id: str
    sentences: list[Sentence]
    claims: list[Claim] = field(default_factory=list)
    number: int = -1  # of the annotated report, where it is one


def relation(deprel: str) -> int:
    """The number of a relation; subtypes that the model does not learn become their universal part."""
    name = deprel if deprel in KEPT_SUBTYPES else deprel.split(":")[0]
    return RELATIONS.index(name)


def parsed(tokens: list[str], upos: list[str], head: list[int], deprel: list[str]) -> Sentence:
    """A treebank sentence; its heads count from 1, with 0 for the root."""
    return Sentence(
        list(tokens),
        {
            "upos": [UPOS.index(u) if u in UPOS else IGNORE for u in upos],
            "head": [h - 1 if h else i for i, h in enumerate(head)],
            "relation": [relation(d) for d in deprel],
        },
    )


def bio(tags: Iterable[str], kinds: list[str]) -> list[int]:
    """Tag numbers (0 outside, 1 + 2k begins, 2 + 2k continues) of BIO strings; other kinds are outside."""
    return [0 if t == "O" or t[2:] not in kinds else 1 + 2 * kinds.index(t[2:]) + (t[0] == "I") for t in tags]


def ewt(root: Path, part: str) -> list[Document]:
    """EWT with the names of UNER on the same sentences."""
    names_file = {"train": "train_firstpass", "dev": "dev"}[part]
    names = {d["id"]: d for d in lines(root / f"uner_ewt/{names_file}.jsonl.gz")}
    documents: dict[str, list[tuple[int, Sentence]]] = defaultdict(list)
    for record in lines(root / f"ewt/{part}.jsonl.gz"):
        sentence = parsed(record["tokens"], record["upos"], record["head"], record["deprel"])
        named = names.get(record["id"])
        if named and len(named["ner"]) == len(sentence.words):
            sentence.labels["name"] = bio(named["ner"], NAMES)
        document, _, number = record["id"].rpartition("-")
        documents[document].append((int(re.sub(r"\D", "", number) or 0), sentence))
    return [Document(name, [s for _, s in sorted(found, key=lambda f: f[0])]) for name, found in documents.items()]


_GUM_NAMES = {"person": "PER", "place": "LOC", "organization": "ORG"}


def gum(root: Path, part: str) -> list[Document]:
    """GUM (reusable genres): trees, and names where a person, place or organisation is all proper nouns."""
    documents = []
    for record in lines(root / f"gum/{part}.jsonl.gz"):
        names = _gum_names(record)
        sentences = []
        for start, end in _ranges(record["sentences"], len(record["tokens"])):
            sentence = parsed(*(record[key][start:end] for key in ("tokens", "upos", "head", "deprel")))
            sentence.labels["name"] = names[start:end]
            sentences.append(sentence)
        documents.append(Document(record["id"], sentences))
    return documents


def _ranges(sentences: list[Any], length: int) -> list[tuple[int, int]]:
    if isinstance(sentences[0], int):
        return list(zip(sentences, [*sentences[1:], length], strict=True))
    return [(s[0], s[1]) if isinstance(s, list) else (s["start"], s["end"]) for s in sentences]


def _gum_names(record: dict[str, Any]) -> list[int]:
    """Names on words; a proper noun that no such entity covers is left unlabelled."""
    upos, tokens = record["upos"], record["tokens"]
    tags = [IGNORE if u == "PROPN" else 0 for u in upos]
    for entity in sorted(record["entities"], key=lambda e: e["start"] - e["end"]):
        kind = _GUM_NAMES.get(entity["type"])
        start, end = entity["start"], entity["end"]
        while start < end and upos[start] == "DET":
            start += 1
        inner = range(start, end)
        proper = all(upos[i] == "PROPN" or tokens[i] in {"-", "of", "’s", "'s", "."} for i in inner)
        if not kind or start == end or not proper or upos[start] != "PROPN" or any(tags[i] > 0 for i in inner):
            continue
        for i in inner:
            tags[i] = 1 + 2 * NAMES.index(kind) + (i > start)
    return tags


def re3d(root: Path, *, held_out: bool) -> list[Document]:
    """Entities of re3d, outermost ones; documents whose id ends in 0 or 8 are the evaluation part.

    What is trained on leaves out some eighty marks that begin or end within a word ("camp" of "campaign"): they would
    hide the entities that they overlap.
    """
    records = [r for r in lines(root / "re3d/train.jsonl.gz") if (r["id"][-1] in "08") == held_out]
    return [
        spanned(
            r["id"],
            r["text"],
            r["sentences"],
            "mention",
            [(s["start"], s["end"], s["label"]) for s in r["spans"] if held_out or _of_words(r["text"], s)],
        )
        for r in records
    ]


def _of_words(text: str, span: dict[str, Any]) -> bool:
    """Whether neither bound of a span lies within a word."""
    bounds = (span["start"], span["end"])
    return not any(0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum() for at in bounds)


def spanned(name: str, text: str, parts: list[Any], label: str, spans: list[tuple[int, int, str]]) -> Document:
    """A document whose labels are spans of its text; where spans overlap the longest one counts."""
    kinds = {"mention": MENTIONS, "claim": CLAIMS}.get(label, [label])
    result = []
    for start, end in parts:
        places = [(start + a, start + b) for a, b in words(text[start:end])]
        if places:
            result.append(Sentence([text[a:b] for a, b in places], {label: tagged(places, spans, kinds)}, places))
    return Document(name, result)


def tagged(places: list[tuple[int, int]], spans: list[tuple[int, int, str]], kinds: list[str]) -> list[int]:
    """Tag numbers of words at ``places``; where spans overlap the longest one counts."""
    tags = [0] * len(places)
    for a, b, kind in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        inside = [i for i, (x, y) in enumerate(places) if x < b and a < y]
        if inside and kind in kinds and not any(tags[i] for i in inside):
            for i in inside:
                tags[i] = 1 + 2 * kinds.index(kind) + (i > inside[0])
    return tags


def timing(interval: dict[str, Any]) -> str:
    """How an annotated interval came about: news of the day, undated background, a state that stands without a known
    start, something dated by the words, or something that has lasted since a time that they give."""
    if interval["basis"] == "publication":
        return "news"
    if interval["latest"] == "open":
        return "lasting" if interval["earliest"] else "standing"
    return "dated" if interval["earliest"] or interval["latest"] else "background"


def report(record: dict[str, Any]) -> Document:
    """An annotated report: claim tags on its words, and what each claim binds to it."""
    text, found = record["text"], record["claims"]
    spans = [(c["trigger"]["start"], c["trigger"]["end"], c["type"]) for c in found]
    document = spanned(record["id"], text, sentences(text), "claim", spans)
    for number, claim in enumerate(found):
        document.claims.append(
            Claim(
                CLAIMS.index(claim["type"]),
                MODALITIES.index(claim["modality"]),
                POLARITIES.index(claim["polarity"]),
                TIMINGS.index(timing(claim["interval"])),
            )
        )
        roles = [(r["start"], r["end"], r["role"]) for r in claim["roles"]]
        said = [(s["start"], s["end"], "speaker") for s in claim["speakers"][:1]]
        for sentence in document.sentences:
            bound = Bound(
                [int(t > 0) for t in tagged(sentence.spans, [(*spans[number][:2], "t")], ["t"])],
                tagged(sentence.spans, roles, ROLES),
                tagged(sentence.spans, said, ["speaker"]),
            )
            if any(map(any, bound.rows())):
                sentence.bound[number] = bound
    return document


def annotated(path: Path, data: Path) -> list[dict[str, Any]]:
    """Annotated reports of a file; where it holds no texts (see marks/), they are taken from the data sets.

    :raises ValueError: a text is not the one that was annotated.
    """
    found = list(lines(path))
    wanted = {r["data"] for r in found if "text" not in r}
    texts = {name: {d["id"]: d["text"] for d in lines(data / f"{name}.jsonl.gz")} for name in wanted}
    for record in found:
        if "text" not in record:
            record["text"] = texts[record["data"]][record["id"]]
            if hashlib.sha256(record["text"].encode()).hexdigest() != record["sha256"]:
                raise ValueError(f"{record['data']} {record['id']}: another text than the one that was annotated")
    return found


def marked(data: Path, part: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """The rows of ``marks.jsonl`` with the reports they are of; an eighth of them, by hash, is the "dev" part.

    :raises ValueError: a text is not the one that was marked.
    """
    here = Path(__file__).parent
    rows = [row for row in lines(here / "marks.jsonl") if (row["sha256"][0] in "01") == (part == "dev")]
    files = {name: data / f"{name}.jsonl.gz" for name in {row["data"] for row in rows}}
    files["own"] = here / "own/reports.jsonl"
    reports = {(name, report["id"]): report for name, file in files.items() for report in lines(file)}
    found = [(row, reports[row["data"], row["id"]]) for row in rows]
    for row, report in found:
        if hashlib.sha256(report["text"].encode()).hexdigest() != row["sha256"]:
            raise ValueError(f"{row['data']} {row['id']}: another text than the one that was marked")
    return found


def polnear(root: Path, part: str) -> list[Document]:
    """Attributions of PolNeAR: words of sources, cues and contents."""
    documents = []
    for record in lines(root / f"polnear/{part}.jsonl.gz"):
        text = record["text"]
        document = Document(record["id"], [])
        for start, end in sentences(text):
            places = [(start + a, start + b) for a, b in words(text[start:end])]
            parts = [(*p, s["label"]) for s in record["spans"] for p in s.get("parts", [(s["start"], s["end"])])]
            here = [p for p in parts if p[0] < end and start < p[1]]
            labels = {kind: tagged(places, here, [kind]) for kind in SAID}
            if places:
                document.sentences.append(Sentence([text[a:b] for a, b in places], labels, places))
        documents.append(document)
    return documents


def geneva(root: Path) -> tuple[list[Document], list[str]]:
    """Event triggers of general English, an auxiliary task of training only; and the list of their types."""
    records = list(lines(root / "geneva/train.jsonl.gz"))
    kinds = sorted({s["label"] for r in records for s in r["spans"] if s["kind"] == "trigger"})
    documents = []
    for record in records:
        places = [m.span() for m in re.finditer(r"\S+", record["text"])]
        tags = [0] * len(places)
        for span in record["spans"]:
            inside = [i for i, (x, y) in enumerate(places) if x < span["end"] and span["start"] < y]
            if span["kind"] == "trigger" and inside and not any(tags[i] for i in inside):
                for i in inside:
                    tags[i] = 1 + 2 * kinds.index(span["label"]) + (i > inside[0])
        documents.append(Document(record["id"], [Sentence([record["text"][a:b] for a, b in places], {"event": tags})]))
    return documents, kinds
