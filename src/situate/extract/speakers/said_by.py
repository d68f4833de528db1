"""Who says a claim: the binder's speaker, those whose words cover it, and who stands behind whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from situate.extract.roles.binding import AFTER, BEFORE
from situate.extract.sentence.found import Found
from situate.extract.speakers.attributed import Said
from situate.extract.speakers.floor import Floor
from situate.extract.speakers.turns import turn_at
from situate.extract.speakers.unsaid import denies, governs, nearer, stands_beside
from situate.extract.tree.edges import closed
from situate.extract.tree.phrases import phrase_at
from situate.extract.tree.slots import head_of
from situate.model.claim import Evidence, Speaker
from situate.model.sentence import Sentence, Token
from situate.model.span import Span

# What somebody has who tells of it: "the office said it had credible reports that …".
_HEARD = frozenset({"report", "account", "information", "evidence", "testimony", "indication"})
_HAVING = frozenset({"have", "receive", "get", "hear", "obtain", "collect", "gather", "verify", "document"})
# What a line is headed with is nobody: "Ostry oblast: government troops retook …".
_HEADING = re.compile(
    r"(?:[\w’'-]+\s){0,3}(?:oblast|region|province|governorate|district|sector|front|axis|county|state|city|area)s?:\s",
    re.IGNORECASE,
)
# Nor is the place where a report was written, at its head or below its headline:
# "GOMA, Democratic Republic of Congo, Jan 29 — ".
# The town is in capitals, and more of it follows: who is told of between dashes ("The army — as ever — said") speaks.
_DATELINE = re.compile(r"\s*[A-Z][A-Z ’'.-]+(?:,|\s\()[^\n—–]{0,70}?\s?(?:--|—|–|\s-\s)")
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "DET", "VERB"})  # "some", "the former", "the wounded" can speak
_NOBODY = frozenset({"no", "nobody", "nothing", "none"})  # "no group has claimed it", "nothing suggests that"
_NOT = frozenset({"not", "n't", "n’t", "never", "nor"})
_DESCRIBING = frozenset({"compound", "nmod:desc"})
_ALONE = 2  # words of "those who", which name nobody without what follows
_LED = 5  # words from "and" or an article to the noun behind it
_BESIDE = 2  # words from a describing noun to the one that it describes


def speakers(text: str, one: Found, speaking: Floor, sentences: Sequence[Sentence]) -> tuple[Speaker, ...]:
    """Who says so, nearest first: the binder's speaker, with the cue that names him and who stands behind him.

    Where the binder finds none, the attributions that cover the claim (neither alone is as good; see the model card).
    """
    sentence, head = one.marked.sentence, one.marked.head
    covering = [s for s in speaking.covering(sentences, one.number, head) if s.speaker is not None]
    covering = [s for s in covering if s.speaker is not None and not _heads(text, s.speaker)]
    covering = [s for s in covering if not _beside(sentence, head, s.speaker, covering, speaking)]
    if one.speaker is None and one.ways:
        covering = [s for s in covering if s.sentence != one.number or governs(sentence, head, s, speaking.quotes)]
    found = [(s.speaker, _cue(text, s, sentences)) for s in covering]
    speaker = _elsewhere(one, sentences)
    if speaker is not None and (_hearsay(sentence, speaker, covering) or _heads(text, speaker)):
        speaker = None
    if speaker is not None and speaker.start >= sentence.end and _is_heading(text, sentence):
        speaker = None
    if _beside(sentence, head, speaker, covering, speaking) or _relayed(sentence, speaking.said, covering, speaker):
        speaker = None
    if speaker is not None and not any(s.speaker is not None and s.speaker.overlaps(speaker) for s in speaking.said):
        speaker = _called(sentence, speaker, covering)
    if speaker is not None and not speaker.overlaps(one.marked.trigger.span):
        known = [s for s in (*covering, *speaking.said) if s.speaker is not None and s.speaker.overlaps(speaker)]
        outer = [pair for pair in found if pair[0] is not None and not pair[0].overlaps(speaker)]
        found = [(speaker, _cue(text, known[0], sentences) if known else ""), *(outer if known else ())]
    turn = turn_at(speaking.turns, head.start)
    if turn is not None and not any(span is not None and span.overlaps(turn.speaker) for span, _ in found):
        found.append((turn.speaker, ""))
    if one.polarity == "positive":
        deniers = [s.speaker for s in speaking.said if s.sentence == one.number and denies(sentence, head, s)]
        found = [pair for pair in found if pair[0] is None or not any(d and d.overlaps(pair[0]) for d in deniers)]
    made = {span: Speaker(evidence=Evidence.of(text, span), cue=cue) for span, cue in found if span is not None}
    return tuple(s for span, s in made.items() if not span.overlaps(one.marked.trigger.span))


def _cue(text: str, said: Said, sentences: Sequence[Sentence]) -> str:
    """The words by which somebody says so, with a negation right before them: who did "not deny" it denies nothing."""
    before = [t for t in sentences[said.sentence].tokens if t.end <= said.cue.start]
    start = before[-1].start if before and before[-1].text.lower() in _NOT else said.cue.start
    return text[start : said.cue.end]


def _elsewhere(one: Found, sentences: Sequence[Sentence]) -> Span | None:
    """The speaker of a claim, whole where he stands in another sentence ("the" of "…, the source added. “…”")."""
    if one.speaker is None or one.marked.sentence.touched(one.speaker.start, one.speaker.end):
        return one.speaker
    near = sentences[max(one.number - BEFORE, 0) : one.number + AFTER + 1]
    there = next((s for s in near if s.touched(one.speaker.start, one.speaker.end)), one.marked.sentence)
    return named(there, one.speaker)


def _hearsay(sentence: Sentence, speaker: Span, covering: Sequence[Said]) -> bool:
    """Whether a speaker is what another, who is named too, has heard: he says so."""
    tokens = sentence.within(speaker.start, speaker.end)
    head = head_of([*tokens]) if tokens and covering else None
    if head is None or head.lemma.lower() not in _HEARD or head.deprel != "obj":
        return False
    return sentence.tokens[head.head].lemma in _HAVING


def _heads(text: str, speaker: Span) -> bool:
    """Whether a speaker's words are the heading of a line, or stand in the dateline that a text begins with."""
    line = text.rfind("\n", 0, speaker.start) + 1
    dateline = _DATELINE.match(text, line) if not text[line : speaker.start].strip() else None
    if dateline is not None and speaker.end <= dateline.end():
        return True
    begins = not text[text.rfind("\n", 0, speaker.start) + 1 : speaker.start].strip(" \t-–—•*·")
    return begins and _HEADING.match(text, speaker.start) is not None


def _is_heading(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is a line that ends without a mark, and no item of a list: it is told by whom it names.

    Of 53 claims of such first lines that the annotated reports have, none has a speaker who is named below.
    """
    unmarked = text[sentence.end - 1].isalnum() and text[sentence.end :].lstrip(" \t")[:1] == "\n"
    return unmarked and text[sentence.start].isalpha()


def _called(sentence: Sentence, speaker: Span, covering: Sequence[Said]) -> Span:
    """The name beside which a speaker only says what it is ("the Observatory, a monitor, said")."""
    comma = next((t for t in reversed(sentence.tokens) if t.end <= speaker.start), None)
    if comma is None or comma.text != ",":
        return speaker
    names = {t.end for t in sentence.tokens[: comma.index] if t.upos == "PROPN"}
    beside = (s.speaker for s in covering if s.speaker is not None and s.speaker.end in names)
    return next((b for b in beside if b.end == sentence.tokens[comma.index - 1].end), speaker)


def named(sentence: Sentence, speaker: Span | None) -> Span | None:
    """The words of a speaker up to the end of his phrase; ``None`` if they stand for nobody."""
    if speaker is None or not sentence.touched(speaker.start, speaker.end):
        return speaker
    whole = _up_to_a_dash(sentence, _bracketed(sentence, closed(sentence, _headed(sentence, speaker))))
    words = sentence.within(whole.start, whole.end)
    described = len(words) > _ALONE or (len(words) == _ALONE and words[0].upos in {"NOUN", "PROPN"})
    if described and words[-1].text.lower() in {"who", "which"}:  # "an officer who asked not to be named"
        words = words[:-1]
        whole = Span(whole.start, words[-1].end)
    somebody = bool(words) and words[0].text.lower() not in _NOBODY
    return whole if somebody and any(t.upos in _NAMING for t in words) else None


def _headed(sentence: Sentence, span: Span) -> Span:
    """A span up to the noun that its last word only describes or leads to.

    ("State" of "state media", "Major" of "Major Tal", "my aunt in" of "my aunt in Orm", "the mayor's" of "… office",
    "doctors and" of "doctors and a monitor", "men loyal to the" of "men loyal to the first".)
    """
    inside = sentence.within(span.start, span.end)
    last = inside[-1]
    if last.deprel in {"cc", "det"} and last.index < last.head <= last.index + _LED:
        return Span(span.start, phrase_at(sentence, last.head).end)
    if last.deprel == "case" and last.head >= 0:
        noun = sentence.tokens[last.head]
        noun = sentence.tokens[noun.head] if noun.deprel == "nmod:poss" and noun.index < last.index else noun
    else:
        describes = last.deprel in _DESCRIBING or (
            last.deprel == "nmod:poss" and last.upos == "PRON"
        )  # "my" of "my uncle"
        noun = sentence.tokens[last.head] if describes and last.head >= 0 else last
    return Span(span.start, noun.end) if last.index < noun.index <= last.index + _BESIDE else span


def _up_to_a_dash(sentence: Sentence, span: Span) -> Span:
    """A span without what is told between dashes behind a speaker ("the mayor - he had just landed - said")."""
    inside = sentence.within(span.start, span.end)
    dash = next((i for i, t in enumerate(inside) if i and t.text in {"-", "–", "—"} and inside[i - 1].end < t.start), 0)
    return Span(span.start, inside[dash - 1].end) if dash else span


def _bracketed(sentence: Sentence, span: Span) -> Span:
    """A span with the bracket that closes behind its last word ("the World Health Organization (WHO")."""
    inside = sentence.within(span.start, span.end)
    opened = sum(t.text == "(" for t in inside) > sum(t.text == ")" for t in inside)
    following = sentence.tokens[inside[-1].index + 1 :][:1] if opened else ()
    return Span(span.start, following[0].end) if following and following[0].text == ")" else span


def _beside(sentence: Sentence, head: Token, speaker: Span | None, covering: Sequence[Said], speaking: Floor) -> bool:
    """Whether a claim is no part of what a speaker says: it stands beside it, or one of the two is in the headline."""
    if speaker is None:
        return False
    if speaking.headline and (speaker.start < speaking.headline) != (head.start < speaking.headline):
        return True
    return stands_beside(sentence, head, speaker, covering, speaking.quotes)


def _relayed(sentence: Sentence, said: Sequence[Said], covering: Sequence[Said], speaker: Span | None) -> bool:
    """Whether a speaker passes on what a nearer one says ("it quoted a doctor as saying", "citing a doctor")."""
    if speaker is None or not covering or covering[0].speaker is None or covering[0].speaker.overlaps(speaker):
        return False
    in_clause = covering[0].aside and speaker.end <= covering[0].speaker.start < covering[0].cue.start
    if in_clause or nearer(sentence, said, covering, speaker):  # "the army blamed the rebels, who denied firing"
        return True
    own = [s for s in said if s.sentence == covering[0].sentence and s.speaker and s.speaker.overlaps(speaker)]
    if not own and [t.text for t in sentence.within(speaker.end, covering[0].cue.start)] == [","]:
        return True  # "Rebels, said an officer, burned the market": who is spoken of
    return bool(own) and (covering[0].cited or any(s.passes for s in own))
