"""Who says so by the order of the words, where the tree does not show it.

"…, an officer said (on Sunday).", "Rebels, said an officer, burned the market.", "The mayor: all is calm.".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import dropwhile, pairwise

from situate.extract.speakers.attributed import NO_SPEAKERS, Said, can_speak, speaker_nouns
from situate.extract.tree.phrases import PLACE_LABELS, kind_of, labels_at
from situate.extract.tree.relations import children
from situate.extract.tree.words import word_list
from situate.model.sentence import Sentence, Token
from situate.model.span import Span
from situate.ontology import load

DEPENDENT = frozenset({"acl", "acl:relcl", "advcl", "conj"})  # clauses that do not report the one they hang on
_BEFORE_SPEAKER = frozenset({",", "”", '"', "’", "''"})
_CLOSING = frozenset({'"', "”", "»", "’", "''"})
_OPENING = frozenset({'"', "“", "«", "‘", "``"})
_NAMES = frozenset({"NOUN", "PROPN", "PRON"})
_NAMED_BY = ("compound", "nmod", "nmod:poss", "nmod:desc", "amod", "flat", "appos")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}")
_DASHES = frozenset({"-", "–", "—", "--"})
_MINE = frozenset({"my", "our"})
_INSERTED = frozenset({"say", "write", "add", "explain", "insist", "note"})
_GOING_ON = frozenset({"VERB", "AUX", "ADV", "CCONJ"})
TAKES_INFINITIVE = frozenset({"claim", "vow", "promise", "pledge", "threaten", "profess", "purport"})
_OFFICES = frozenset({"government", "military", "navy", "hospital", "authority", "court", "rescuer"})
_TAKING_UP = frozenset({"it", "they", "he", "she", "both", "others", "another", "neither"})
_FEWEST = 3  # words of a headline before who says so
_HEADING = 6  # words that a heading with a colon has at most
TAIL = 14  # words that a speaker, or what follows his verb at the end of a sentence, may have


def trailing(sentence: Sentence, number: int, verbs: Collection[str]) -> Said | None:
    """ "…, an officer said (on Sunday).": what stands before him up to a semicolon."""
    cues = [t for t in sentence.verbs if t.lemma in verbs and not t.text.endswith("ing")]
    cues = [t for t in cues if not of_lands(sentence, t)]
    cues = [t for t in cues if t.deprel not in DEPENDENT or _stands_alone(sentence, t)]
    for verb in reversed(cues):
        stops = [t.index for t in sentence.tokens[: verb.index] if t.text in _BEFORE_SPEAKER]
        if not stops or len(sentence.tokens) - verb.index > TAIL or goes_on_to(sentence, verb):
            continue
        between = sentence.tokens[stops[-1] + 1 : verb.index]
        speaker = _somebody(sentence, between)
        if speaker is not None and stops[-1] >= 3 and between[0].upos != "ADP":  # “…” in a place where …
            words = Span(between[0].start, max(t.end for t in between if t.upos not in {"AUX", "ADV"}))
            covered = frozenset(part(sentence, verb)) & frozenset(range(stops[-1]))
            return Said(number, words, Span(verb.start, verb.end), covered, speaker.upos == "PRON")
    return None


def of_lands(sentence: Sentence, token: Token) -> bool:
    """Whether "states" is the noun of a list of lands, taken for a verb: "Upper Ziri and Varn | states"."""
    before = sentence.tokens[token.index - 1] if token.index > 1 else None
    if token.text != "states" or before is None:
        return False
    name = next((n for n in labels_at(sentence, before) if n.label in PLACE_LABELS and n.end == before.end), None)
    if name is None:
        return False
    first = sentence.within(name.start, name.end)[0].index
    return first > 0 and sentence.tokens[first - 1].text in {"and", "or", "&"}


def inserted(sentence: Sentence, number: int) -> Said | None:
    """ "Rebels, said an officer, burned the market.": all around it up to a semicolon.

    Trees make of what stands before the comma who says so.
    """
    for verb in sentence.verbs:
        comma = next((t for t in sentence.tokens[verb.index + 1 : verb.index + TAIL] if t.text == ","), None)
        if verb.lemma not in _INSERTED or verb.index <= 0 or comma is None:
            continue
        before, between = sentence.tokens[verb.index - 1], sentence.tokens[verb.index + 1 : comma.index]
        speaker = _somebody(sentence, between) if before.text == "," else None
        after = sentence.tokens[comma.index + 1 :]  # no "said Ali, a driver", "said Ali, who …"
        goes_on = bool(after) and after[0].upos in _GOING_ON and any(t.upos in {"VERB", "AUX"} for t in after)
        if speaker is not None and goes_on and between[0].upos != "ADP":
            covered = part(sentence, verb) - set(range(verb.index - 1, comma.index + 1))
            words = Span(between[0].start, between[-1].end)
            return Said(number, words, Span(verb.start, verb.end), frozenset(covered), speaker.upos == "PRON")
    return None


def _somebody(sentence: Sentence, between: Sequence[Token]) -> Token | None:
    """Who is named by some words without a verb, if anybody is who can speak."""
    places = {t.index for t in between}
    nouns = [t for t in between if t.upos in _NAMES and t.head not in places]
    if not nouns or len(between) > TAIL or any(t.upos == "VERB" for t in between):
        return None
    able = nouns[0].text.lower() not in NO_SPEAKERS and can_speak(sentence, nouns[0])
    return nouns[0] if able else None


def part(sentence: Sentence, token: Token) -> set[int]:
    """The words between the semicolons around a token, but for those that are quoted: each such part stands alone.

    A part without a subject of its own goes on with what stands before it ("hit two posts; damaged a road, he said"),
    what has no verb with what stands behind it ("attack on Bela on 11 August; two were killed, the police report"). So
    does a last part that speaks of what the one before it told ("fired a missile; it was shot down, the army said").
    """
    stops, quoted = [-1], False
    for one in sentence.tokens:
        if one.text in _OPENING or one.text in _CLOSING:
            quoted = one.text in _OPENING and not (quoted and one.text in _CLOSING)
        elif one.text == ";" and not quoted and any(t.upos == "VERB" for t in sentence.tokens[: one.index]):
            stops.append(one.index)
    stops.append(len(sentence.tokens))
    apart = (a for a, b in pairwise(stops[1:]) if _has_subject(sentence, token, a, b))
    alone = [stops[0], *(a for a in apart if not refers_back(sentence, token, a)), stops[-1]]
    first = max(stop for stop in alone if stop < token.index)
    return set(range(first + 1, min(stop for stop in alone if stop > first)))


def _has_subject(sentence: Sentence, but: Token, start: int, end: int) -> bool:
    """Whether anybody does something between two places, but for who speaks (the subject of ``but``)."""
    inside = sentence.tokens[start + 1 : end]
    return any(t.deprel in {"nsubj", "nsubj:pass", "expl"} and t.head not in {but.index, t.index} for t in inside)


def refers_back(sentence: Sentence, verb: Token, stop: int) -> bool:
    """ "…; it was shot down, the agency said", "…; five attackers also died, police said": one thing that they tell.

    Only where who says so ends the sentence, and nobody is named for what stands before. Of 15 claims so told before a
    semicolon in the annotated reports 9 have the speaker, of those with such words behind it most.
    """
    before, after = sentence.tokens[:stop], sentence.tokens[stop + 1 : max(verb.index, 0)]
    last = verb.index > stop and all(t.upos != "VERB" for t in sentence.tokens[verb.index + 1 :])
    if not last or any(t.text in _OPENING or t.text == ";" for t in after) or not _is_aside(sentence, after, verb):
        return False
    if any(t.lemma in word_list("reporting") or t.text.lower() == "according" for t in before):
        return False
    subjects = [t for t in after if t.deprel in {"nsubj", "nsubj:pass"} and t.head != verb.index]
    return any(t.text.lower() in _TAKING_UP for t in subjects) or any(t.text.lower() == "also" for t in after)


def _is_aside(sentence: Sentence, after: Sequence[Token], verb: Token) -> bool:
    """Whether who speaks stands behind what is told, between a comma and his verb."""
    comma = next((t for t in reversed(after) if t.text == ","), None)
    return comma is not None and _somebody(sentence, sentence.tokens[comma.index + 1 : verb.index]) is not None


def goes_on_to(sentence: Sentence, verb: Token) -> bool:
    """ "Helicopters continue to land there": a verb with an infinitive tells a deed, but for those that promise."""
    return verb.lemma not in TAKES_INFINITIVE and bool(children(sentence, verb.index, "xcomp"))


def _stands_alone(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause that the tree hangs on another ends its sentence, and nothing joins it to that one."""
    joined = children(sentence, verb.index, "mark", "advmod", "cc")
    own = [t for t in children(sentence, verb.index, "nsubj") if t.upos in {"NOUN", "PROPN"}]
    last = all(t.upos == "PUNCT" for t in sentence.tokens[verb.index + 1 :])
    return verb.deprel in DEPENDENT and bool(own) and last and not joined


def by_colon(sentence: Sentence, number: int) -> Said | None:
    """ "Spokesman of the movement, Amin Sol: “We left the town.”", "General Staff: the enemy tried to advance."

    A name, a colon, and what he says; without quotation marks it must be a clause, and the name that of who speaks by
    office: "the 4th Brigade: it was formed in May" is about it. So begin headlines, too ("Police: 12 dead in blast").
    """
    colon = next((t for t in sentence.tokens[1:TAIL] if t.text == ":"), None)
    rest = sentence.tokens[colon.index + 1 :] if colon is not None else ()
    if colon is None or len(rest) <= 2:
        return None
    dash = max((t.index for t in sentence.tokens[: colon.index] if t.text in _DASHES), default=-1)
    before = [*dropwhile(_stamps, sentence.tokens[dash + 1 : colon.index])]  # behind a dateline
    if not before or any(t.upos in {"VERB", "AUX"} for t in before):
        return None
    names = [t for t in before if t.upos == "PROPN" and kind_of(sentence, t.index) in {"actor", "people"}]
    leads = rest[0].text not in _OPENING
    told = any(t.upos == "VERB" and children(sentence, t.index, "nsubj", "nsubj:pass") for t in rest)
    by_name = names and (not leads or (told and any(t.lemma.lower() in speaker_nouns() for t in before)))
    if not by_name and not (_heads_a_line(before) and _tells(sentence, colon)):
        return None
    words, cue = Span(before[0].start, before[-1].end), Span(colon.start, colon.end)
    return Said(number, words, cue, frozenset(t.index for t in rest), leads=leads and told)


def closing(sentence: Sentence, number: int) -> Said | None:
    """ "Drones attack the port — governor", "Troops kill 12 in raid: ministry": his office ends a headline.

    What stands behind the last dash or colon names somebody who speaks and has no verb; the line ends without a stop.
    """
    tokens = sentence.tokens
    mark = next((t for t in reversed(tokens[-_HEADING:]) if t.text in _DASHES or t.text == ":"), None)
    after = tokens[mark.index + 1 :] if mark is not None else ()
    if mark is None or not after or mark.index < _FEWEST:
        return None
    apart = mark.text == ":" or tokens[mark.index - 1].end < mark.start
    named = all(t.upos in {"NOUN", "PROPN", "ADJ"} for t in after)
    office = after[-1].lemma.lower()
    speaks = office in speaker_nouns() | _OFFICES or office in word_list("speaking_bodies")
    if not apart or not named or not speaks or not any(t.end <= mark.start for t in sentence.triggers):
        return None
    words = Span(after[0].start, after[-1].end)
    return Said(number, words, Span(words.start, words.start), frozenset(range(mark.index)))


def _stamps(token: Token) -> bool:
    """Whether a word is the hour that a line begins with, or its dash."""
    return token.upos == "PUNCT" or _CLOCK.fullmatch(token.text) is not None


def _heads_a_line(before: Sequence[Token]) -> bool:
    """Whether words before a colon name by themselves who tells: "Police", "UNHCR", "JNIM statement", "my aunt in Orm".

    Not "the police": an article makes them part of a sentence about them.
    """
    places = {t.index for t in before}
    top = next((t for t in before if t.head not in places), before[-1])
    top = next((t for t in before if t.head == top.index and t.deprel == "appos"), top) if top.upos == "NUM" else top
    if len(before) > _HEADING or any(t.text.lower() in {"the", "a", "an"} for t in before):
        return False
    beside = [t for t in before if t.head == top.index and t.deprel in _NAMED_BY]
    lemma = top.lemma.lower()
    if lemma in word_list("speaking_bodies") or lemma in speaker_nouns():
        return True
    if lemma in load().cues.speech_nouns:
        return any(t.upos == "PROPN" or t.lemma.lower() in speaker_nouns() for t in beside)
    return any(t.text.lower() in _MINE for t in before) and lemma in word_list("kin")


def _tells(sentence: Sentence, colon: Token) -> bool:
    """Whether something is told behind a colon."""
    return any(t.start > colon.start for t in sentence.triggers)
