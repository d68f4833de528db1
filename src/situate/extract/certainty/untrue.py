"""What is reported and said to be untrue: "reports that rebels took the town on Sunday are untrue, an officer said"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from situate.extract.certainty.cues import CertaintyCues, is_negator
from situate.extract.tree.relations import cases_of, children, governor_of
from situate.extract.tree.words import NOT
from situate.model.sentence import Sentence, Token

TOLD = frozenset({  # beside nouns of speech
    "rumour", "rumor", "news", "suggestion", "assertion", "story", "talk", "propaganda", "lie", "myth", "accusation",
    "charge", "insinuation", "theory",
})  # fmt: skip
_BE = frozenset({"is", "are", "was", "were", "be", "been", "proved", "proven"})
TRUE = frozenset({"true", "correct", "accurate"})
_WRONG = frozenset({
    "baseless", "unfounded", "groundless", "wrong", "incorrect", "fabricated", "invented", "fake", "nonsense",
    "propaganda", "inaccurate",
})  # fmt: skip
_CALLING = frozenset({"call", "describe", "brand", "term", "label", "dismiss", "denounce", "decry", "portray"})
_ABOUT = frozenset({"about", "of", "on"})
_GROUNDS = frozenset({"foundation", "basis", "substance", "merit"})
_LIES = frozenset({"lie", "fabrication", "invention", "hoax", "falsehood", "fiction"})
_STOPS = frozenset({";", ".", "“", "”", '"'})
_NEAR = 7  # words from a verb that denies to "that"
_FAR = 3  # words between "are" and the word that judges


def untrue(sentence: Sentence, head: Token, cues: CertaintyCues) -> bool:
    """Whether what a word tells stands in a report that its sentence calls untrue.

    By the order of the words (report, "that", what it tells, "are", a word for what is not so), for the trees hang the
    clause in many ways.
    """
    tokens = sentence.tokens
    if _told_of(sentence, head, cues) or _contrary_to(tokens[: head.index], cues) or _not_to_be_believed(tokens, head):
        return True
    if "that" not in sentence.lemmas:
        return False
    if _called_after(sentence, head, cues) or _wrongly_told(tokens, head, cues):
        return True
    if _called_so(tokens[: head.index], cues) or _set_aside(tokens[: head.index], cues):
        return True
    told = [
        t.index
        for t in tokens[: head.index]
        if t.text.lower() == "that" and t.index and _tells(sentence, tokens[t.index - 1], cues)
    ]
    if not told or any(t.text in _STOPS for t in tokens[told[-1] : head.index]):
        return False
    near = tokens[max(0, told[-1] - _NEAR) : told[-1] - 1]
    if any(t.lemma in cues.denials and t.upos == "VERB" for t in near) and not any(t.text.lower() in NOT for t in near):
        return True  # "dismissed as lies reports that …", however the tree hangs them
    for token in tokens[head.index + 1 :]:
        if token.text in _STOPS or token.text.lower() == "that":
            return False
        if token.text.lower() in _BE and not _of_clause(tokens[token.index - 1]):
            return _judged(sentence, token, cues)
    return False


def _told_of(sentence: Sentence, head: Token, cues: CertaintyCues) -> bool:
    """ "Claims about the fall of the town were fabricated", "called reports of a retreat false"."""
    told = governor_of(sentence, head, "nmod")
    if told is None or not is_telling(told, cues) or _ABOUT.isdisjoint(cases_of(sentence, head)):
        return False
    after = _rest_of_clause(sentence, head)
    if _ends_wrong(after, cues) and not any(t.upos in {"VERB", "AUX"} for t in after):
        return True  # "reports of a massacre false", "… "fake news""
    if told.head < 0:
        return False
    verb = sentence.tokens[told.head]
    said = [verb] if told.deprel.startswith("nsubj") else children(sentence, verb.index, "xcomp")
    wrong = next((t for t in said if _is_wrong(t, cues)), None)
    if wrong is None or told.deprel not in {"nsubj", "nsubj:pass", "obj"}:
        return False
    return not any(is_negator(sentence, t, cues) for t in children(sentence, wrong.index))


def _not_to_be_believed(tokens: Sequence[Token], head: Token) -> bool:
    """ "Do not believe the channel that says that the town has been taken"."""
    words = [t.text.lower() for t in tokens[:5]]
    at = words.index("believe") if "believe" in words else 0
    warned = at > 0 and words[at - 1] in NOT and words[:1] in (["do"], ["never"], ["please"])
    return warned and at < head.index


def _contrary_to(before: Sequence[Token], cues: CertaintyCues) -> bool:
    """ "Contrary to reports that rebels had taken the town, …": the sentence has it otherwise."""
    words = [t.text.lower() for t in before]
    against = next((i for i in range(len(words) - 1) if words[i : i + 2] == ["contrary", "to"]), None)
    if against is None or any(t.text in _STOPS or t.text == "," for t in before[against:]):
        return False
    return any(is_telling(t, cues) or t.text.lower() == "what" for t in before[against + 2 :])


def _is_wrong(token: Token, cues: CertaintyCues) -> bool:
    words = {token.lemma.lower(), token.text.lower()}
    return bool(words & (_WRONG | _LIES)) or not words.isdisjoint(cues.negative.adjectives)


def _called_so(before: Sequence[Token], cues: CertaintyCues) -> bool:
    """ "Called it a fabrication that …", "it is a lie that …": the last "that" before a word follows such words."""
    last = next((t.index for t in reversed(before) if t.text.lower() == "that"), 0)
    if last < 2 or any(t.text in _STOPS for t in before[last:]):
        return False
    said, words = before[last - 1], [t.text.lower() for t in before[max(0, last - 5) : last - 1]]
    wrong = said.lemma.lower() in _LIES | _WRONG or said.lemma.lower() in cues.negative.adjectives
    return wrong and "it" in words and "not" not in words


def _set_aside(before: Sequence[Token], cues: CertaintyCues) -> bool:
    """ "Dismissed as propaganda a claim that …", "described as false the reports that …"."""
    that = next((t.index for t in reversed(before) if t.text.lower() == "that"), 0)
    if that < _FAR or any(t.text in _STOPS for t in before[that:]) or not is_telling(before[that - 1], cues):
        return False
    at = that - 2 if before[that - 2].upos != "DET" else that - 3
    words = [t.text.lower() for t in before[max(0, at - 2 * _FAR) : at]]
    return _is_wrong(before[at], cues) and "as" in words[-2:] and NOT.isdisjoint(words)


def _called_after(sentence: Sentence, head: Token, cues: CertaintyCues) -> bool:
    """ "Described reports that rebels had seized the town as false", "called the claim that it bombed it baseless".

    By the order of the words: the verb, a noun for what is told, "that", what it tells, and behind it the judgement,
    which ends the clause.
    """
    tokens = sentence.tokens
    that = next((t.index for t in reversed(tokens[: head.index]) if t.text.lower() == "that"), 0)
    if not that or not _tells(sentence, tokens[that - 1], cues):
        return False
    before = tokens[max(0, that - _NEAR) : that - 1]
    called = next((t for t in reversed(before) if t.lemma in _CALLING), None)
    if called is None or any(t.text.lower() in NOT for t in tokens[max(0, called.index - 2) : called.index]):
        return False
    after = _rest_of_clause(sentence, head)
    words = [t.text.lower() for t in after[-_FAR - 1 :]]
    led = "as" in words if called.lemma not in {"call", "brand", "term"} else NOT.isdisjoint(words)
    return led and _ends_wrong(after, cues)


def _rest_of_clause(sentence: Sentence, head: Token) -> list[Token]:
    """The words behind one up to the next stop or comma, without marks of quotation."""
    after = takewhile(lambda t: t.text not in {",", ";", "."}, sentence.tokens[head.index + 1 :])
    return [t for t in after if t.text not in _STOPS]


def _ends_wrong(words: Sequence[Token], cues: CertaintyCues) -> bool:
    """Whether the last word judges something to be untrue, or the one before it does so ("fake news")."""
    if not words:
        return False
    told = len(words) > 1 and is_telling(words[-1], cues) and _is_wrong(words[-2], cues)
    return told or _is_wrong(words[-1], cues)


def _wrongly_told(tokens: Sequence[Token], head: Token, cues: CertaintyCues) -> bool:
    """ "Fake news that the town has fallen", ""they are lying," he said of reports that it had been taken"."""
    that = next((t.index for t in reversed(tokens[: head.index]) if t.text.lower() == "that"), 0)
    if that < 2 or not is_telling(tokens[that - 1], cues) or any(t.text in _STOPS for t in tokens[that : head.index]):
        return False
    before = [t.text.lower() for t in tokens[max(0, that - _FAR) : that - 1]]
    if _is_wrong(tokens[that - 2], cues) and NOT.isdisjoint(before):
        return True
    said_of = before[-1:] in (["of"], ["about"]) and tokens[that - 3].lemma in cues.speech_verbs
    return said_of and any(t.lemma.lower() in _LIES or t.text.lower() == "lying" for t in tokens[: that - 3])


def is_telling(token: Token, cues: CertaintyCues) -> bool:
    """Whether a noun is one for what is told ("the report that …", "rumours of …")."""
    return token.upos == "NOUN" and (token.lemma in cues.speech_nouns or token.lemma in TOLD)


def _tells(sentence: Sentence, token: Token, cues: CertaintyCues) -> bool:
    """Whether a word is a noun for what is told; "reports" without anybody who reports is no verb."""
    misread = token.upos == "VERB" and token.lemma in cues.speech_nouns and token.text.lower().endswith("s")
    return is_telling(token, cues) or (misread and not children(sentence, token.index, "nsubj"))


def _of_clause(before: Token) -> bool:
    """ "Who were", "which was": another clause begins there."""
    return before.text.lower() in {"who", "which", "there", "they", "it"}


def _judged(sentence: Sentence, being: Token, cues: CertaintyCues) -> bool:
    after = sentence.tokens[being.index + 1 : being.index + 1 + _FAR]
    denied = False
    for token in after:
        word = token.lemma.lower()
        if word in _GROUNDS:  # "are without foundation", "has no basis"
            return any(t.text.lower() in {"without", "no"} for t in after)
        if word in TRUE:
            return denied
        if word in _WRONG or word in _LIES or word in cues.negative.adjectives:
            return not denied
        denied ^= is_negator(sentence, token, cues)
    return False
