"""The clause that tells a claim, and what can be done to its verb so that plain English comes out."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from situate.evaluate.claims import Scored
from situate.evaluate.editing import Edit
from situate.model.sentence import Sentence, Token
from situate.ontology import load


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_BE, _HAVE = frozenset({"was", "were"}), frozenset({"has", "have", "had"})
_SAID = frozenset({"said", "reported", "announced", "added", "confirmed"})
_SPEECH = frozenset({"say", "report", "announce", "add", "confirm", "tell", "quote", "cite", "accord", "claim"})
_CARRYING = _words(
    "launch conduct mount stage impose begin start resume hold reach sign stop open fire lay carry intensify"
)
_QUANTITIES = frozenset({"more", "many", "several", "most", "some", "few", "other", "both"})
_GROUPS = frozenset(
    {"police", "people", "they", "we", "both", "others", "some", "many", "dozens", "hundreds", "thousands"}
)
_EMPTY, _RELATIVE = frozenset({"there", "it", "this", "what"}), frozenset({"who", "which", "that", "whom"})
_FINITE = frozenset({"aux", "aux:pass", "cop"})
_MOST_WORDS = 40
_LOOSE = frozenset('"“”‘;:[]\n…?!')
_PAST = _words(
    "ago already previously recently earlier since after when as while before first last later then yesterday once "
    "also still past previous recent recently so far"
)
_NEGATORS = _words("no not n't never nobody none nothing nor neither without cannot hardly barely")
_YEAR = re.compile(r"\b[12]\d{3}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A verb in the simple past ("captured"), or a past participle after one auxiliary ("was", "has", "were").

    ``agent``: its subject does something; ``many``: its subject is plural; ``main``: it is the main verb of its
    sentence; ``open``: nothing ties the sentence to the past, so that it can be told of the future;
    ``alone``: no other clause hangs on the verb or shares its subject.
    """

    sentence: Sentence
    text: str
    verb: Token
    auxiliary: Token | None
    subject: Token
    trigger: Token
    base: str
    agent: bool
    many: bool
    main: bool
    open: bool
    alone: bool

    @property
    def tells(self) -> bool:
        """Whether the trigger is what the verb says, not what it says something of ("one strike destroyed …")."""
        return self.trigger.deprel not in {"nsubj", "nsubj:pass"} or self.trigger is self.verb

    @property
    def begins(self) -> bool:
        """Whether the clause is the whole sentence, begins with its subject, and nobody is told to say it."""
        said = {t.lemma for t in self.sentence.tokens} & _SPEECH
        first = self.sentence.tokens[0]
        lowers = first.upos != "ADJ" or first.text.lower() in _QUANTITIES
        return self.main and not said and lowers and 0 in _below(self.sentence, self.subject.index)

    @property
    def simple(self) -> bool:
        """Whether the verb is in the simple past of the active voice."""
        return self.auxiliary is None

    @property
    def reported(self) -> bool:
        """Whether a verb of saying reports the clause."""
        return self.saying is not None

    @property
    def saying(self) -> Token | None:
        """The verb of saying before the clause, right before its first word or before "that"."""
        if self.verb.deprel != "ccomp":
            return None
        governor = self.sentence.tokens[self.verb.head]
        begins = governor.text.lower() in _SAID and governor.index < self.subject.index
        return governor if begins and self._first - governor.index in {1, 2} else None

    @property
    def _first(self) -> int:
        """The first word of the clause, its conjunction left out."""
        below = _below(self.sentence, self.verb.index)
        marks = {t.index for t in self.sentence.below.get(self.verb.index, ()) if t.deprel == "mark"}
        return min(below - marks)

    def in_base_form(self, words: str) -> list[Edit]:
        """The verb in its base form after words that want it: "did not capture"."""
        at = self.verb.start
        return [Edit(at, at, f"{words} "), Edit(at, self.verb.end, self.base)]

    def before_verb(self, words: str) -> list[Edit]:
        """Words before the verb."""
        return [Edit(self.verb.start, self.verb.start, f"{words} ")]

    def after_auxiliary(self, words: str) -> list[Edit] | None:
        """Words between the auxiliary and the verb."""
        return [Edit(self.auxiliary.end, self.auxiliary.end, f" {words}")] if self.auxiliary else None

    def ahead(self, words: str) -> list[Edit] | None:
        """The verb after words that want its base form: "will capture", "will be captured"; not of the perfect."""
        if self.auxiliary is None:
            return self.in_base_form(words)
        if self.auxiliary.text.lower() in _BE:
            return [Edit(self.auxiliary.start, self.auxiliary.end, f"{words} be")]
        return None

    def trigger_noun_without_any(self) -> list[Edit] | None:
        """ "Clashes erupted" as "no clashes erupted", "carried out an attack" as "carried out no attack"."""
        noun = self.trigger
        if noun.upos != "NOUN" or noun.deprel not in {"nsubj", "nsubj:pass", "obj"}:
            return None
        below = self.sentence.below.get(noun.index, ())
        before = [t for t in below if t.index < noun.index]
        article = next((t for t in before if t.deprel == "det" and t.text.lower() in {"a", "an"}), None)
        plain = [t for t in before if t.deprel in {"amod", "compound"} and t.upos != "NUM"]
        if len(plain) + (article is not None) != len(before) or any(t.deprel == "conj" for t in below):
            return None
        if article is not None and noun.deprel != "obj" and article.index > 0:
            return None
        if article is not None:
            word = "No" if article.text[0].isupper() else "no"
            return [Edit(article.start, article.end, word)]
        first = min([noun, *plain], key=lambda t: t.index)
        if not noun.text.endswith("s"):
            return None
        if noun.deprel != "obj" and first.index > 0 and self.sentence.tokens[first.index - 1].text != ",":
            return None
        if first.index == 0:
            return _after("No", first)
        return [Edit(first.start, first.start, "no ")]

    def reported_by(self, words: str, verb: str) -> list[Edit] | None:
        """The main clause after words that report it, or the verb that reports it in the place of "said"."""
        if self.main:
            return self.wrapped(words, "") if self.begins else None
        saying = self.saying
        if saying is None:
            return None
        bare = self._first - saying.index == 1
        return [Edit(saying.start, saying.end, f"{verb} that" if bare else verb)]

    def wrapped(self, before: str, after: str) -> list[Edit]:
        """The sentence after words and before others."""
        first = self.sentence.tokens[0]
        return [*_after(before, first), *(self.ending(after) if after else ())]

    def ending(self, words: str) -> list[Edit]:
        """Words before the full stop."""
        return [Edit(len(self.text) - 1, len(self.text) - 1, words)]


def _after(words: str, first: Token) -> list[Edit]:
    """The first word of a sentence after others."""
    return [Edit(first.start, first.start, f"{words} "), Edit(first.start, first.end, _lowered(first))]


def _lowered(first: Token) -> str:
    """The first word of a sentence inside of one."""
    name = first.upos == "PROPN" or first.text == "I" or first.text[1:2].isupper() or not first.text[1:]
    return first.text if name and first.text.lower() not in {"a"} else first.text[:1].lower() + first.text[1:]


def clause(sentence: Sentence, text: str, claim: Scored) -> Clause | None:
    """The clause that tells a claim, if its verb is of the forms that can be changed and its sentence is plain."""
    tokens = sentence.tokens
    if not text.endswith(".") or not text[:1].isupper() or len(tokens) > _MOST_WORDS or set(text) & _LOOSE:
        return None
    trigger = _headed([t for t in tokens if claim.trigger.start < t.end and t.start < claim.trigger.end])
    verb = trigger and _verb(sentence, trigger)
    if trigger is None or verb is None or verb.deprel not in {"root", "ccomp", "acl:relcl"}:
        return None
    below = sentence.below.get(verb.index, ())
    subject = next((t for t in below if t.deprel in {"nsubj", "nsubj:pass"} and t.index < verb.index), None)
    finite = [t for t in below if t.deprel in _FINITE]
    auxiliary = finite[0] if finite else None
    if subject is None or subject.lemma in _vague(verb) or verb.lemma.lower() not in _known():
        return None
    if not _plain(verb, finite) or any(t.deprel == "advmod" and t.index < verb.index for t in below):
        return None
    words = {t.text.lower() for t in tokens}
    if words & _NEGATORS:
        return None
    alone = not any(t.deprel in {"conj", "parataxis", "advcl"} for t in below)
    ties = words & _PAST or _YEAR.search(text)
    actors = [span for name, span in claim.roles if name == "actor"]
    return Clause(
        sentence=sentence,
        text=text,
        verb=verb,
        auxiliary=auxiliary,
        subject=subject,
        trigger=trigger,
        base=verb.lemma.lower(),
        agent=any(span.start <= subject.start and subject.end <= span.end for span in actors),
        many=_many(sentence, _meant(sentence, verb, subject))
        if auxiliary is None
        else auxiliary.text.lower() in {"were", "have"},
        main=verb.deprel == "root",
        open=alone and not ties,
        alone=alone,
    )


def _vague(verb: Token) -> frozenset[str]:
    """Subjects that a verb cannot be changed under."""
    return _EMPTY if verb.deprel == "acl:relcl" else _EMPTY | _RELATIVE


def _plain(verb: Token, finite: Sequence[Token]) -> bool:
    """Whether a verb is in the simple past, or after "was", "has" or "has been"."""
    words = [t.text.lower() for t in finite]
    if any(t.index > verb.index for t in finite) or (words and verb.text.lower().endswith("ing")):
        return False
    first, *rest = words or [""]
    if not words:
        return _past(verb)
    return (first in _BE and not rest) or (first in _HAVE and rest in ([], ["been"]))


def _headed(inside: Sequence[Token]) -> Token | None:
    indices = {t.index for t in inside}
    return next((t for t in inside if t.head not in indices), None)


def _verb(sentence: Sentence, trigger: Token) -> Token | None:
    """The verb that tells a trigger: itself, or one that carries it as its object or has it as its subject."""
    if trigger.upos == "VERB":
        return trigger
    governor = sentence.tokens[trigger.head] if trigger.head >= 0 else None
    if governor is None or governor.upos != "VERB" or trigger.upos != "NOUN":
        return None
    if trigger.deprel in {"nsubj", "nsubj:pass"} or (trigger.deprel == "obj" and governor.lemma in _CARRYING):
        return governor
    return None


def _past(verb: Token) -> bool:
    word = verb.text.lower()
    return word != verb.lemma and not word.endswith(("ing", "s"))


def _meant(sentence: Sentence, verb: Token, subject: Token) -> Token:
    """The noun that a subject stands for: of a relative clause, the one that it hangs on."""
    return sentence.tokens[verb.head] if verb.deprel == "acl:relcl" and subject.lemma in _RELATIVE else subject


def _many(sentence: Sentence, subject: Token) -> bool:
    below = sentence.below.get(subject.index, ())
    together = any(t.deprel == "conj" or (t.deprel == "nummod" and t.text.lower() not in {"one", "1"}) for t in below)
    word = subject.text.lower()
    if word in {"one", "each"}:
        return False
    return (
        together
        or word in _GROUPS
        or subject.upos in {"NUM", "ADJ"}
        or (subject.upos == "NOUN" and word != subject.lemma)
    )


@functools.cache
def _known() -> frozenset[str]:
    """Verbs whose base form is sure: the ontology lists them."""
    return frozenset(v for kind in load().types.values() for v in kind.triggers.verbs if " " not in v) | _CARRYING


def _below(sentence: Sentence, head: int) -> set[int]:
    found, stack = {head}, [head]
    while stack:
        for token in sentence.below.get(stack.pop(), ()):
            found.add(token.index)
            stack.append(token.index)
    return found
