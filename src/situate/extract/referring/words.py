"""What the scorer of antecedents sees of words and of pairs of them: numbers of classes, no words.

``NOUN_CLASSES`` and ``PAIR_CLASSES`` say how many classes each sign has; the weights lie by these numbers, so that a
change here needs weights that are learned anew.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from situate.model.sentence import Sentence, Token
from situate.model.span import Span

_PRONOUNS = (
    ("he",), ("him",), ("his",), ("himself",), ("she",), ("her", "hers"), ("herself",), ("it",), ("its",), ("itself",),
    ("they",), ("them",), ("their", "theirs"), ("themselves", "themself"), ("i",), ("me",), ("my", "mine", "myself"),
    ("we",), ("us",), ("our", "ours", "ourselves"), ("you", "your", "yours", "yourself"), ("who", "whom"), ("whose",),
    ("which",), ("this",), ("that",), ("these",), ("those",), ("one", "ones"),
    ("each", "all", "both", "some", "others", "another", "other", "many", "most", "none", "everyone", "anyone",
     "someone", "nobody", "everybody"),
)  # fmt: skip
_PRONOUN = {word: number for number, words in enumerate(_PRONOUNS, 1) for word in words}
_HE, _SHE, _IT, _THEY, _SPEAKER = range(1, 5), range(5, 8), range(8, 11), range(11, 15), range(15, 22)
_LAST_PERSONAL = 23  # up to "whose"
_RELATIONS = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "appos", "conj", "root", "ccomp",
    "xcomp", "advcl", "parataxis", "acl", "acl:relcl", "compound", "csubj", "dislocated", "vocative", "list", "advmod",
    "amod", "flat", "dep", "orphan", "det", "expl",
)  # fmt: skip
_RELATION = {name: number for number, name in enumerate(_RELATIONS, 1)}
_SUBJECTS = frozenset({1, 2})
_APPOSED = _RELATION["appos"]
_PART = (0, 1, 1, 2, 2, 3, 3, 0, 4, 5, 6, 7) + (0,) * (len(_RELATIONS) - 11)  # what a relation is, roughly
_NO_HEAD = frozenset({"flat", "fixed", "goeswith", "expl", "punct", "reparandum"})
_MARKS = {
    "Person": 1, "PER": 1, "Organisation": 2, "ORG": 2, "Location": 3, "LOC": 3, "Coordinate": 3, "Nationality": 4,
    "Temporal": 5, "Frequency": 5, "Quantity": 6, "Money": 6,
}  # fmt: skip
_OTHER_MARK, _PERSON = 7, 1
_OF_PEOPLE = frozenset({1, 2})  # marks of persons and organisations
_NEW_OR_OWNED = frozenset({4, 6})  # classes of articles: a; a possessor
_DESCRIBED = 7  # the sort of nouns as what refers
_ARTICLES = {
    "the": 1, "this": 2, "that": 2, "such": 2, "these": 3, "those": 3, "both": 3, "a": 4, "an": 4, "another": 4,
}  # fmt: skip
_ONE, _MANY, _JOINED = 1, 2, 3
_PEOPLE = frozenset({"people", "police", "men", "women", "children", "troops"})
_MEN = frozenset(
    {"man", "boy", "father", "son", "brother", "husband", "king", "spokesman", "chairman", "policeman", "gunman"}
)
_WOMEN = frozenset({"woman", "girl", "mother", "daughter", "sister", "wife", "queen", "spokeswoman", "widow"})
_MR, _MRS = frozenset({"mr", "mr.", "sir", "king", "prince"}), frozenset({"mrs", "mrs.", "ms", "ms.", "miss", "queen"})
_OPENS, _CLOSES, _TURNS = frozenset("“"), frozenset("”"), frozenset({'"', "``", "''"})
_STEPS = (0, 1, 2, 3, 4, 6, 9, 14, 22, 35, 55)  # nouns between, from which on a distance is one class more
_UP = 12  # how far a word is looked for above another in the tree

NOUN_CLASSES = (len(_PRONOUNS) + 2, len(_RELATIONS) + 1, 8, 4, 2, 4, 8, 5, 2, 4, 2)
_SORTS = 8  # of what refers: he, she, it, they, who speaks, another pronoun, a noun
PAIR_CLASSES = tuple(_SORTS * n for n in (8, 13, 3, 3, 4, 4, 10, 3, 8, 5, 4, 24))


@dataclass(slots=True)
class Noun:
    """A noun, name or pronoun: where it stands, what rules it, and its classes.

    ``phrase``: from the first word that belongs before it to its last; ``above``: what rules it, upwards; ``word``
    counts the words of the report, ``index`` those of its sentence, ``sentence`` the sentences. ``pronoun``:
    its number, 0 for what is none; ``sort``: of which sort it is as something that refers.
    """

    word: int
    index: int
    sentence: int
    span: Span
    phrase: Span
    text: str
    lemma: str
    ruler: str
    above: tuple[int, ...]
    classes: tuple[int, ...]
    pronoun: int
    sort: int

    @property
    def beside(self) -> int:
        """The word that it stands in apposition to, counted as ``word`` is; -1 where it does not."""
        return self.above[0] if self.classes[1] == _APPOSED and self.above else -1

    @property
    def points(self) -> bool:
        """Whether it is a pronoun of the third person, in every case."""
        return 0 < self.pronoun < _THEY.stop

    @property
    def asked(self) -> bool:
        """Whether its antecedent is asked for: a pronoun's of the third person, and a common noun's for people.

        Not of "a group", which is new, nor of "its men", who are whose it is.
        """
        described = self.sort == _DESCRIBED and self.classes[6] in _OF_PEOPLE and self.classes[2] not in _NEW_OR_OWNED
        return self.points or described


class Nouns:
    """The nouns of a report, sentence by sentence; it remembers whether a quotation is open, and what was told of."""

    def __init__(self) -> None:
        self._quoted = False
        self._words = self._sentences = 0
        self._often: Counter[str] = Counter()

    def of(self, sentence: Sentence) -> list[Noun]:
        """The nouns of the next sentence, in order."""
        tokens, base = sentence.tokens, self._words
        marks, quoted = _marks(sentence), list(self._in_quotes(tokens))
        found, subject = [], False
        for token in tokens:
            if not _is_noun(token):
                continue
            one = self._noun(sentence, token, marks[token.index], quoted[token.index], first=not subject)
            subject = subject or one.classes[1] in _SUBJECTS
            found.append(one)
        self._words, self._sentences = base + len(tokens), self._sentences + 1
        return found

    def _in_quotes(self, tokens: Sequence[Token]) -> Iterator[int]:
        for token in tokens:
            if token.text in _OPENS:
                self._quoted = True
            elif token.text in _CLOSES:
                self._quoted = False
            elif token.text in _TURNS:
                self._quoted = not self._quoted
            yield int(self._quoted)

    def _noun(self, sentence: Sentence, token: Token, mark: int, quoted: int, *, first: bool) -> Noun:
        below = sentence.below.get(token.index, [])
        pronoun, relation = _pronoun(token), _relation(token)
        lemma = token.lemma.lower()
        if not pronoun:
            self._often[lemma] += 1
        often = self._often[lemma]
        kind = 0 if pronoun else 1 if token.upos == "PROPN" else 2 if token.upos == "NOUN" else 3
        classes = (
            pronoun, relation, _article(below, token), _number(token, pronoun, below, mark), quoted, kind, mark,
            _sex(token, pronoun, below, mark), int(first and relation in _SUBJECTS),
            0 if often < 2 else 1 if often == 2 else 2 if often < 5 else 3, int(token.index < 3),
        )  # fmt: skip
        above: list[int] = []
        head = token.head
        while head >= 0 and len(above) < _UP:
            above.append(self._words + head)
            head = sentence.tokens[head].head
        return Noun(
            word=self._words + token.index, index=token.index, sentence=self._sentences,
            span=Span(token.start, token.end), phrase=_phrase(sentence, token), text=token.text.lower(), lemma=lemma,
            ruler=sentence.tokens[token.head].lemma.lower() if token.head >= 0 else "", above=tuple(above),
            classes=classes, pronoun=pronoun, sort=_sort(pronoun, kind),
        )  # fmt: skip


def pairs(noun: Noun, before: Sequence[Noun]) -> list[tuple[int, ...]]:
    """The classes of a noun with each of those before it, which come in order."""
    sort, above, found, fitting = noun.sort, set(noun.above), [], 0
    for back, one in enumerate(reversed(before)):
        away = noun.sentence - one.sentence
        number, sex = _agreeing(noun, one), _of_one_sex(noun, one)
        fits = number != 2 and sex != 2
        same = 1 if one.lemma == noun.lemma and not noun.pronoun else 2 if one.text == noun.text else 0
        alike = (1 if one.sort == sort and noun.pronoun else 2) if one.pronoun else 0
        part = 1 if one.classes[1] == noun.classes[1] else 2 if _subjects(one, noun) else 0
        ruled = 3 if one.sentence == 0 else int(bool(one.ruler) and one.ruler == noun.ruler)
        signs = (
            away if away < 4 else 4 + bisect_right((6, 9, 15), away), bisect_right(_STEPS, back), same, number, sex,
            alike, _way(noun, one, above), part,
        )  # fmt: skip
        quotes = 2 * (2 * noun.classes[4] + one.classes[4]) + int(away == 0)
        rest = (min(fitting, 3) if fits else 4, ruled, 3 * _PART[one.classes[1]] + min(away, 2))
        found.append((*(s * _SORTS + sort for s in signs), quotes, *(s * _SORTS + sort for s in rest)))
        fitting += fits
    return found[::-1]


def _sort(pronoun: int, kind: int) -> int:
    """Of which sort a word is as something that refers."""
    for number, group in enumerate((_HE, _SHE, _IT, _THEY, _SPEAKER), 1):
        if pronoun in group:
            return number
    return 6 if pronoun else 7 if kind == 2 else 0


def _is_noun(token: Token) -> bool:
    relation = token.deprel.split(":")[0]
    if token.upos in {"NOUN", "PROPN", "PRON"} and relation not in _NO_HEAD:
        return relation != "compound" or token.upos == "PROPN"
    return 0 < _pronoun(token) <= _LAST_PERSONAL and token.deprel != "expl"


def _pronoun(token: Token) -> int:
    word = token.text.lower()
    owns = word in {"his", "her", "its", "their", "our", "my"}
    return _PRONOUN.get(word, 0) if owns or token.upos in {"PRON", "DET"} else 0


def _relation(token: Token) -> int:
    return _RELATION.get(token.deprel, _RELATION.get(token.deprel.split(":")[0], 0))


def _marks(sentence: Sentence) -> list[int]:
    """What the model marks each word as: of names where both a mention and a name cover it."""
    found = [0] * len(sentence.tokens)
    for one in (*sentence.mentions, *sentence.names):
        for token in sentence.touched(one.start, one.end):
            found[token.index] = _MARKS.get(one.label, _OTHER_MARK)
    return found


def _article(below: Sequence[Token], noun: Token) -> int:
    found = 0
    for token in below:
        if token.deprel.split(":")[0] == "det" and token.index < noun.index:
            found = _ARTICLES.get(token.text.lower(), 5)
        elif token.deprel == "nmod:poss":
            found = 6
        elif token.deprel == "nummod" and not found:
            found = 7
    return found


def _number(token: Token, pronoun: int, below: Sequence[Token], mark: int) -> int:
    word = token.text.lower()
    if pronoun:
        one = pronoun in _HE or pronoun in _SHE or pronoun in _IT
        many = pronoun in _THEY or pronoun in {18, 19, 20, 27, 28}
        return _ONE if one else _MANY if many else 0
    if any(one.deprel == "conj" for one in below):
        return _JOINED
    if token.upos == "NOUN":
        return _MANY if word in _PEOPLE or (word.endswith("s") and token.lemma.lower() != word) else _ONE
    return _ONE if mark == _PERSON else 0


def _sex(token: Token, pronoun: int, below: Sequence[Token], mark: int) -> int:
    """1: a man; 2: a woman; 3: a thing; 4: a person of whom nothing tells it."""
    if pronoun:
        return 1 if pronoun in _HE else 2 if pronoun in _SHE else 3 if pronoun in _IT else 0
    if token.upos == "PROPN" and mark == _PERSON:
        words = {one.text.lower() for one in below if one.deprel.split(":")[0] in {"flat", "compound"}}
        words.add(token.text.lower())
        return 1 if words & _MR else 2 if words & _MRS else 4
    lemma = token.lemma.lower() if token.upos == "NOUN" else ""
    return 1 if lemma in _MEN else 2 if lemma in _WOMEN else 0


def _phrase(sentence: Sentence, noun: Token) -> Span:
    """From the first word that stands before a noun as part of its phrase to the last that belongs to its name."""
    first, last = noun.start, noun.end
    for token in sentence.below.get(noun.index, []):
        relation = token.deprel.split(":")[0]
        if token.index < noun.index and relation in {"det", "amod", "compound", "nmod", "nummod", "flat"}:
            before = [one.start for one in sentence.below.get(token.index, []) if one.index < token.index]
            first = min(first, token.start, *before)
        elif token.index > noun.index and relation in {"flat", "fixed"}:
            last = max(last, token.end)
    return Span(first, last)


def _agreeing(noun: Noun, one: Noun) -> int:
    """1: two nouns agree in number; 2: they do not; 0: nothing tells."""
    here, there = noun.classes[3], one.classes[3]
    if not here or not there:
        return 0
    return 1 if here == there or (here == _MANY and there == _JOINED) else 2


def _of_one_sex(noun: Noun, one: Noun) -> int:
    """The same of their sex; 3: a name of a person of whom nothing tells it."""
    here, there = noun.classes[7], one.classes[7]
    if here in {1, 2}:
        return 1 if there == here else 2 if there in {1, 2, 3} else 3 if one.classes[6] == _PERSON else 0
    return 2 if here == 3 and (there in {1, 2} or one.classes[6] == _PERSON) else 0


def _subjects(one: Noun, other: Noun) -> bool:
    return one.classes[1] in _SUBJECTS and other.classes[1] in _SUBJECTS


def _way(noun: Noun, one: Noun, above: set[int]) -> int:
    """How the tree goes from a noun to one before it."""
    if noun.sentence != one.sentence:
        return 9 if noun.sentence - one.sentence == 1 else 0
    subject, ruler = one.classes[1] in _SUBJECTS, one.above[0] if one.above else -1
    if one.word in above:
        return 1
    if ruler == (noun.above[0] if noun.above else -1):
        return 2 if subject else 3
    if noun.word in one.above:
        return 4
    if ruler in above:
        return (5 if noun.above.index(ruler) == 1 else 6) if subject else 7
    return 8
