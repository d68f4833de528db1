"""The tense in which a claim is told."""

from __future__ import annotations

from situate.extract.tree.relations import children, governor_of, is_infinitive
from situate.model.claim import Tense
from situate.model.sentence import Sentence, Token


def tense(sentence: Sentence, head: Token) -> Tense | None:
    """The tense of a claim, from the verb (or the verb that carries the noun) and its auxiliaries."""
    verb = head
    for _ in range(3):
        if verb.upos in {"VERB", "AUX"} or verb.head < 0:
            break
        verb = sentence.tokens[verb.head]
    if verb.upos not in {"VERB", "AUX"}:
        return None
    noun = governor_of(sentence, verb, "acl") if is_infinitive(sentence, verb) else None
    if noun is not None and children(sentence, noun.index, "cop"):
        verb = noun  # "it was the first aid to reach them"
    auxiliaries = {c.text.lower() for c in children(sentence, verb.index, "aux", "aux:pass", "cop")}
    if auxiliaries & {"will", "'ll", "’ll", "shall"}:
        return "future"
    if "had" in auxiliaries:
        return "pluperfect"
    if auxiliaries & {"has", "have", "'ve", "’ve"}:
        return "perfect"
    if auxiliaries & {"is", "are", "am", "'s", "'re", "’s", "’re"}:
        return "present"
    if auxiliaries & {"was", "were", "did"}:
        return "past"
    text = verb.text.lower()
    if text.endswith("ing"):
        return None
    return "past" if text != verb.lemma and not text.endswith("s") else "present"


def told_from_then(sentence: Sentence) -> bool:
    """Whether a sentence is told as seen from an earlier moment: "had been freed", "would be freed", "was to be"."""
    root = next((t for t in sentence.tokens if t.deprel == "root"), None)
    if root is None:
        return False
    auxiliaries = [c.text.lower() for c in children(sentence, root.index, "aux", "aux:pass", "cop")]
    marks = {c.text.lower() for c in children(sentence, root.index, "mark")}
    return bool({"had", "would"} & set(auxiliaries)) or ("to" in marks and bool({"was", "were"} & set(auxiliaries)))
