"""Inside one report: what a pronoun stands for, and which claims tell the same happening again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import merge

from situate.extract.tree.phrases import KIND_OF_LABEL, phrase_at
from situate.extract.tree.relations import children
from situate.model.claim import Claim, Role
from situate.model.sentence import Labelled, Sentence, Token
from situate.model.span import Span
from situate.text.quantity_nouns import is_plural

_PLURAL = frozenset({"they", "them", "their", "we", "us"})
_HE, _SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_PERSON = frozenset({"he", "she", "him", "his", "her"})
_POSTED_ON = frozenset({"twitter", "facebook", "telegram", "whatsapp", "instagram", "youtube"})  # nobody of the telling
_LONGEST_HEADLINE = 120  # code points
_GO_ON = frozenset({"they", "their", "its"})
_BACK = 3  # sentences that a pronoun reaches back
_THINGS = frozenset({"target", "place"})
_LANDS = frozenset({"Location", "LOC"})
_OWN = ("'s", "’s")
_DEFINITE = re.compile(r"\b(the|this|that|these|those|\w+day[’']s)\s+(\w+[\s-]){0,3}$", re.IGNORECASE)
_BESIDE = 300  # code points behind a sentence: the next one, mostly
_AN_END = re.compile(
    r"(?:end|ending|lifting|breaking)\sof\s(?:the|a|this|that)\s(?:\w+[\s-]){0,2}siege\b", re.IGNORECASE
)
_FILLER_WORD = re.compile(r"\w+")
_EMPTY = frozenset({
    "the", "a", "an", "of", "in", "on", "at", "and", "city", "town", "forces", "army", "group", "fighters", "province",
    "area", "its", "their", "to", "from", "north", "south", "east", "west",
})  # fmt: skip


def antecedents(text: str, sentences: Sequence[Sentence]) -> dict[int, str]:
    """For each pronoun (by its start): the words of the nearest name before it that agrees in number."""
    found: dict[int, str] = {}
    names: list[tuple[int, str, str]] = []  # sentence number, label, words
    for number, sentence in enumerate(sentences):
        labelled = _owners_apart(text, sorted((*sentence.mentions, *sentence.names), key=lambda m: m.start))
        queue = [(m.start, m.label, text[m.start : m.end]) for m in labelled]
        for token in sentence.tokens:
            while queue and queue[0][0] < token.start:
                _, label, words = queue.pop(0)
                names.append((number, label, words))
            if token.upos == "PRON":
                words = _owner(text, sentence, token, labelled) or _sayers(text, sentence, token)
                words = words or _gone_on(text, sentences, number, token)
                if not words:
                    words = (
                        _antecedent(token, number, names) if not _of_them(sentence, token) else _those(number, names)
                    )
                if words:
                    found[token.start] = words
        names += [(number, label, words) for _, label, words in queue]
    return found


def _owners_apart(text: str, labelled: Sequence[Labelled]) -> list[Labelled]:
    """Mentions without those that only own a name which they begin: "they" are the People's Column, not the people."""

    def owns(one: Labelled, whole: Labelled) -> bool:
        rest = text[one.end : whole.end]
        own = rest.startswith(_OWN) or text[one.start : one.end].endswith(_OWN)
        return own and rest[2 * rest.startswith(_OWN) :].lstrip()[:1].isupper()

    def begins(one: Labelled, whole: Labelled) -> bool:
        """ "Sons" of "the Sons of the Dune": no name by itself."""
        inside = text[one.end : whole.end].startswith(" of ")
        return inside and text[one.start : one.start + 1].isupper() and {*map(_kind, (one, whole))} == {"actor"}

    def around(one: Labelled) -> list[Labelled]:
        return [whole for whole in labelled if whole.start <= one.start and one.end < whole.end]

    return [one for one in labelled if not any(owns(one, whole) or begins(one, whole) for whole in around(one))]


def _owner(text: str, sentence: Sentence, token: Token, labelled: Sequence[Labelled]) -> str:
    """The land whose "its" a verb's object is: "Britain" in "asked by Nato, Britain raised its troop numbers".

    A land that acts is marked as a place, so that an organisation before it would be taken.
    """
    owned = sentence.tokens[token.head] if token.text.lower() == "its" and token.head >= 0 else None
    if owned is None or token.deprel != "nmod:poss" or owned.deprel != "obj":
        return ""
    subjects = [t for t in children(sentence, owned.head, "nsubj") if t.upos == "PROPN" and t.start < token.start]
    lands = (m for t in subjects for m in labelled if m.label in _LANDS and m.start <= t.start and t.end <= m.end)
    return next((text[m.start : m.end] for m in lands), "")


def _sayers(text: str, sentence: Sentence, token: Token) -> str:
    """The bodies that say together what "they" did: "the Reds and the allied Blues said they had taken the town"."""
    verb = sentence.tokens[token.head] if token.text.lower() == "they" and token.deprel == "nsubj" else None
    if verb is None or verb.deprel != "ccomp" or verb.head < 0:
        return ""
    for subject in children(sentence, verb.head, "nsubj"):
        spoke = phrase_at(sentence, subject.index, conjuncts=True)
        if subject.upos == "PROPN" and children(sentence, subject.index, "conj") and spoke.end <= token.start:
            return text[spoke.start : spoke.end]
    return ""


def _gone_on(text: str, sentences: Sequence[Sentence], number: int, token: Token) -> str:
    """The body that the sentence before tells of first, where a sentence begins with "they" or "its fighters".

    A telling goes on with its subject: after "the Reds besiege the Blues' last town", "its fighters" are the Reds'.
    Where somebody says something, it is the subject of what is said.
    """
    if number == 0 or token.text.lower() not in _GO_ON or not _leads(sentences[number], token):
        return ""
    before = sentences[number - 1]
    root = next((t for t in before.tokens if t.deprel == "root"), None)
    said = next(iter(children(before, root.index, "ccomp")), root) if root is not None else None
    subject = next(iter(children(before, said.index, "nsubj")), None) if said is not None else None
    if subject is None or text[before.end : sentences[number].start].count("\n") > 1:
        return ""
    named = [m for m in before.mentions if m.start <= subject.start and subject.end <= m.end]
    bodies = [m for m in named if _kind(m) == "actor" and m.label not in {"Person", "PER"}]
    longest = max(bodies, key=lambda m: m.end - m.start, default=None)
    return text[longest.start : longest.end] if longest is not None else ""


def _leads(sentence: Sentence, token: Token) -> bool:
    """Whether a pronoun is the subject of its sentence, or owns it, with no name of a body before it."""
    noun = sentence.tokens[token.head] if token.deprel == "nmod:poss" and token.head >= 0 else token
    verb = sentence.tokens[noun.head] if noun.deprel == "nsubj" and noun.head >= 0 else None
    before = (m for m in (*sentence.mentions, *sentence.names) if m.end <= token.start)
    return verb is not None and verb.deprel == "root" and not any(_kind(m) == "actor" for m in before)


def _kind(one: Labelled) -> str | None:
    return KIND_OF_LABEL.get(one.label)


def _antecedent(token: Token, number: int, names: Sequence[tuple[int, str, str]]) -> str:
    word = token.text.lower()
    for at, label, words in reversed(names):
        if number - at > _BACK:
            break
        if words.lower() in _POSTED_ON or _other_sex(word, words.lower()):
            continue
        person = label in {"Person", "PER"}
        group = KIND_OF_LABEL.get(label) == "actor" and not person
        if (word in _PERSON and person) or (word in _PLURAL and group) or (word in {"it", "its"} and group):
            return words
    return ""


def _other_sex(word: str, earlier: str) -> bool:
    """Whether one of two pronouns is a woman's and the other a man's: "he wrote: “She must be released”"."""
    return (word in _SHE and earlier in _HE) or (word in _HE and earlier in _SHE)


def _of_them(sentence: Sentence, token: Token) -> bool:
    return token.text.lower() == "them" and sentence.tokens[max(0, token.index - 1)].text.lower() == "of"


def _those(number: int, names: Sequence[tuple[int, str, str]]) -> str:
    """Of whom "40 of them" are: the only people in the plural that this sentence and the one before tell of.

    Words that count them here ("Forty") are none; where there are several, nobody can say.
    """
    told = {words for at, label, words in names if number - at <= 1 and KIND_OF_LABEL.get(label) in {"actor", "people"}}
    last = {words: words.split()[-1] for words in told}
    several = {words for words, word in last.items() if word.islower() and is_plural(word)}
    return several.pop() if len(several) == 1 else ""


def retellings(text: str, claims: Sequence[Claim], sentences: Sequence[Sentence] = ()) -> dict[str, str]:
    """For each claim that tells an earlier one's happening again: the id of that claim.

    It does when the type is the same, no filler of actor or place speaks against it, and either they share one or the
    trigger points back ("the attack", "Tuesday's breakthrough"; not the verb of "the army bombed"). What a
    headline tells the report tells again first.
    """
    verbs = {t.start for sentence in sentences for t in sentence.tokens if t.upos == "VERB"}
    head = _headline(text)
    told: dict[str, str] = {}
    said = [_Said(claim, {role: _words(claim, role) for role in _COMPARED}) for claim in claims]
    of_type: dict[str, list[int]] = defaultdict(list)
    by_word: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(said):
        at, words = one.claim.trigger.span, sorted(one.keys())
        back = points_back(text, at) and not (at.start in verbs and _of_a_subject(text, at))
        before = of_type[one.claim.type]
        heads = bool(before) and at.start >= head > said[before[-1]].claim.trigger.span.start  # the first after it
        by_it = not (back or heads) and _done_to_it(one.claim)
        back = back or heads or by_it
        shared = merge(*(reversed(by_word[key]) for key in words if key in by_word), reverse=True)
        for n in reversed(before) if back else shared:
            earlier = said[n]
            if by_it and _out_of_reach(text, earlier.claim, at):
                break
            there = back and _of_its_place(text, earlier, one)
            if earlier.claim.sentence != one.claim.sentence and _same(earlier, one, back=back, there=there):
                told[one.claim.id] = told.get(earlier.claim.id, earlier.claim.id)
                break
        if one.claim.id not in told and back and (fought := _fought(said, of_type["assault"], one)) is not None:
            told[one.claim.id] = told.get(fought.id, fought.id)
        if one.claim.id not in told and (beaten := _beaten_off(said, of_type["assault"], one)) is not None:
            told[one.claim.id] = told.get(beaten.id, beaten.id)
        of_type[one.claim.type].append(number)
        for key in words:
            by_word[key].append(number)
    return told


def _headline(text: str) -> int:
    """Where the headline at the head of a text ends: a short first line, no sentence, over a paragraph; 0 for none."""
    end = text.find("\n\n")
    line = text[: max(end, 0)]
    whole = bool(line) and "\n" not in line and len(line) <= _LONGEST_HEADLINE and line[-1] not in ".!?:;,"
    return end if whole else 0


def _fought(said: Sequence[_Said], attacks: Sequence[int], fight: _Said) -> Claim | None:
    """ "They attacked a position of the army; the exchange of fire lasted until dark": the attack of its sentence."""
    if fight.claim.type != "clash" or fight.words["actor"]:
        return None
    here = (said[n] for n in reversed(attacks) if said[n].claim.sentence == fight.claim.sentence)
    told = (one for one in here if one.words["actor"] and _agree(one.words["place"], fight.words["place"]) is not False)
    return next((one.claim for one in told if one.claim.modality == fight.claim.modality), None)


def _beaten_off(said: Sequence[_Said], attacks: Sequence[int], one: _Said) -> Claim | None:
    """ "The attack was repelled": the attack that it names, told in the same words as a claim of its own."""
    if one.claim.type != "repel":
        return None
    what = [role.evidence.span for role in one.claim.fillers("target")]
    named = (said[n].claim for n in reversed(attacks) if any(s.covers(said[n].claim.trigger.span) for s in what))
    return next((claim for claim in named if claim.modality == one.claim.modality), None)


_IT_REACH = 400  # letters
_COMPARED = ("actor", "place", "target", "time", "route")
_SHARED = ("actor", "place", "target")  # in one of which two tellings of a happening share a word, if none points back


@dataclass(frozen=True, slots=True)
class _Said:
    """A claim with the words of its fillers, by role."""

    claim: Claim
    words: Mapping[str, list[frozenset[str]]]

    def keys(self) -> set[tuple[str, str, str]]:
        """The type, with each role and word in which another telling can agree."""
        return {(self.claim.type, role, word) for role in _SHARED for words in self.words[role] for word in words}


def taking_over(claim: Claim, earlier: Claim | None) -> Claim:
    """A claim that tells an ``earlier`` one again: "it" is what the earlier one names in that role.

    Who does something does it to another: "it" in "the group had destroyed it" is not the group.
    """
    if earlier is None:
        return claim
    doers = frozenset(r.ref or r.evidence.quote for r in claim.fillers("actor"))
    return replace(claim, roles=tuple(_taken_over(role, earlier, doers) for role in claim.roles))


def _taken_over(role: Role, earlier: Claim, doers: Collection[str]) -> Role:
    known = role.ref is not None and role.ref not in doers
    if role.role not in _THINGS or known or role.evidence.quote.casefold() != "it":
        return role
    named = [r.ref or r.evidence.quote for r in earlier.fillers(role.role)]
    return replace(role, ref=named[0]) if named and named[0].casefold() != "it" else role


def _of_its_place(text: str, earlier: _Said, end: _Said) -> bool:
    """ "Troops entered the town, reaching the base. … The end of the siege of the base was long in coming".

    An end that is only named, without a doer or a time of its own, of a place told of where an end was told before.
    """
    span = earlier.claim.sentence
    if span is None or not _AN_END.match(end.claim.trigger.quote) or end.words["actor"] or end.words["time"]:
        return False
    told = text[span.start : min(span.end + _BESIDE, end.claim.trigger.span.start)].casefold()
    return bool(end.words["place"]) and all(word in told for words in end.words["place"] for word in words)


def _same(one: _Said, other: _Said, *, back: bool, there: bool) -> bool:
    """``back``: the other points back; ``there``: it is of the same place, whatever the places are called."""
    earlier, claim = one.claim, other.claim
    doubted = {earlier.modality, claim.modality} == {"actual", "possible"}
    if earlier.polarity != claim.polarity or (earlier.modality != claim.modality and not (doubted and back)):
        return False
    verdicts = [_agree(one.words[role], other.words[role]) for role in _COMPARED]
    if there:
        verdicts[1] = verdicts[1] or None
    if False in verdicts[:2] or False in verdicts[3:]:
        return False
    if verdicts[1] is True or (True in (verdicts[0], verdicts[2]) and verdicts[1] is None):
        return True
    return back


def points_back(text: str, trigger: Span) -> bool:
    """Whether a trigger stands with an article or a day that takes it for known ("the siege", "Tuesday's advance")."""
    return bool(_DEFINITE.search(text[max(0, trigger.start - 40) : trigger.start]))


def _done_to_it(claim: Claim) -> bool:
    """Whether "it", told before, is what a deed is done to ("the group destroyed it")."""
    return any(role.evidence.quote.casefold() == "it" for role in claim.fillers(*_THINGS, "route"))


def _out_of_reach(text: str, earlier: Claim, at: Span) -> bool:
    """Whether "it" stands too far behind what an earlier claim tells to be that."""
    end = earlier.trigger.span.end
    return at.start - end > _IT_REACH or "\n\n" in text[end : at.start]


def _of_a_subject(text: str, verb: Span) -> bool:
    """Whether words stand between the article before a verb and the verb: "the army | bombed", not "the | bombing"."""
    found = _DEFINITE.search(text[max(0, verb.start - 40) : verb.start])
    return found is not None and found[2] is not None


def _words(claim: Claim, role: str) -> list[frozenset[str]]:
    fillers = claim.fillers(role) + (claim.fillers("destination", "origin") if role == "place" else ())
    words = [frozenset(w.casefold() for w in _FILLER_WORD.findall(f.ref or f.evidence.quote)) - _EMPTY for f in fillers]
    return [w for w in words if w]


def _agree(left: list[frozenset[str]], right: list[frozenset[str]]) -> bool | None:
    """True when two fillers share a telling word, False when none do, None when one side has no filler."""
    if not left or not right:
        return None
    return any(a & b for a in left for b in right)
