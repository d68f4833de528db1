"""Sentences of a text, as trimmed code-point spans in order.

Line breaks first: a blank line always ends a sentence; a single one does so unless the text is wrapped (many lines of
like length that stop in mid-sentence), and where the items of a list begin. Then the marks: ``. ! ? …`` with closing
quotes, before white space and a capital, digit or opening mark, except after abbreviations. Last, what is still longer
than ``MOST_WORDS`` is cut where it does the least harm: collected news often lacks its punctuation.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from situate.text.tokens import Span, words

MOST_WORDS = 120
_WRAPPED_WIDTH = (40, 120)  # letters of a line in text that was wrapped by a mail or terminal program
_WRAPPED_SHARE = 0.5  # of the lines stop without a closing mark
_BEYOND, _FAR_BEYOND = 0.25, 1.5  # so many for each line that goes on may be so much longer than they all (addresses)
_RAGGED = 0.6  # a wrapped line that is shorter than this share of the widest ends its paragraph


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# After these the full stop is part of a title or name that goes on.
_GOES_ON = _words(
    """
    mr mrs ms dr prof rev hon st ft mt lt col gen maj capt cpt sgt cpl pvt adm cmdr brig sen rep reps gov amb pres
approx vs fig al-asst op cit e.g i.e eg ie viz cf
    """
)
# After these a sentence may end, if the next word can only begin one.
_MAY_END = _words(
    """
    jr sr inc corp co ltd bros etc dept est jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu
thur thurs fri sat sun sq vol al
    """
)
_HOURS = _words("a.m p.m am pm")
# What an hour goes on with: the day, or whose time it is ("6 p.m. Monday", "6 a.m. GMT").
_DAYS = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec
    """
)
_ZONES = _words(
    """
    gmt utc est edt cst cdt mst mdt pst pdt et ct mt pt bst cet cest eet eest msk trt ist pkt aest local eastern
    central pacific zulu
    """
)
_OF_ZONE = re.compile(r"\s+(?:[A-Z][\w'’-]{0,20} ){1,3}[Tt]ime\b")  # "6 a.m. Abu Dhabi time"
# Words with which an hour opens a sentence: "On Monday at about 6 a.m. Russian forces shelled …".
_OPENS_WITH = _words(
    """
    at on by from between and to around about approximately roughly nearly shortly just after before since until till
    early late in the this that same morning evening night of today yesterday tomorrow as
    """
)
_OPENING = 60  # letters that such an opening has at most
_BEFORE_NUMBER = frozenset({"no", "nos", "art", "para", "sec", "ch", "pp", "p"})
_STARTERS = _words(
    """
    the a an in on at it its he she they we you this that these those there his her their our but and or if as when
while after before since however meanwhile according one some many most all no for from with by to not both who
what then also earlier later last next two three
    """
)

# Both patterns begin only where their run begins: a run of n marks or spaces is then looked at once, not n times.
_MARK = re.compile(r"(?:(?<![.!?…])[.!?…]+[\"”’')\]»]*)(?=\s)|(?<=[^\W\d_A-Z]{2})\.(?=[A-Z][a-z])")
_SHOUTED = re.compile(r"[!?]{2,}")
_CLOSED = re.compile(r"[.!?…:;][\"”’')\]»]*$")
_NEXT = re.compile(r"\s*[\"“”‘’'(\[«–—-]*\s?(\w?[\w'’-]*)")
_LAST_WORD = re.compile(r"[^\s\"“”‘’'()\[\]–—-]{0,30}$")
_ITEM = re.compile(r"[•*·▪‣●◦]\s|[-–]\s(?=\S)")  # the mark that a line of a list begins with
# What a post or a flash opens with ("🔴 #Breaking |", "UPDATE:") is no part of its first sentence.
_LABEL = re.compile(
    r"\W{0,6}(?:breaking(?: news)?|urgent|update|just in|flash|alert|developing|exclusive|icymi|important)\b"
    r"\s?(?:[:|]|[–—-]{1,2}(?=\s))\s*",
    re.IGNORECASE,
)
_BREAK = re.compile(r"(?<![^\S\n])[^\S\n]*\n\s*")


def sentences(text: str) -> list[Span]:
    """The sentences of ``text``: half-open spans without outer white space, each of ``MOST_WORDS`` words at most."""
    return list(_sentences(text))


@lru_cache(maxsize=4)  # each stage asks for those of the report that it is at
def _sentences(text: str) -> tuple[Span, ...]:
    lower = not any(c.isupper() for c in text)
    found: list[Span] = []
    for start, end in blocks(text):
        label = _LABEL.match(text, start, end)
        if label:
            found.append(_trim(text, start, label.end()))
        for sentence in _marked(text, label.end() if label else start, end, lower):
            found.extend(_short(text, *sentence))
    return tuple(found)


def flashed(text: str, start: int) -> bool:
    """Whether what begins at ``start`` stands behind a label that opens its line ("BREAKING: …")."""
    return _LABEL.fullmatch(text, text.rfind("\n", 0, start) + 1, start) is not None


def blocks(text: str) -> list[Span]:
    """Stretches that no sentence crosses: paragraphs, or lines."""
    return list(_blocks(text))


@lru_cache(maxsize=4)  # each stage asks for those of the report that it is at
def _blocks(text: str) -> tuple[Span, ...]:
    width = _wrapped_at(text)
    listed = sum(bool(_ITEM.match(line)) for line in text.splitlines()) > 1 if width else False
    blocks: list[Span] = []
    start = 0
    for match in _BREAK.finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        joins = width and match.group().count("\n") == 1 and not _ends_paragraph(line, width)
        joins = joins and not (listed and _ITEM.match(text, match.end()))  # wrapped or not, an item is one of its own
        if not joins:
            blocks.append((start, match.start()))
            start = match.end()
    blocks.append((start, len(text)))
    return tuple(trimmed for block in blocks if (trimmed := _trim(text, *block))[0] < trimmed[1])


def _wrapped_at(text: str) -> int:
    """The width at which the text was wrapped, or 0 when each line stands for itself."""
    lines = [line.strip() for line in text.split("\n")]
    inner = [line for line, following in pairwise(lines) if line and following]
    if len(inner) < 2:
        return 0
    widest = max(map(len, inner))
    low, high = _WRAPPED_WIDTH
    unclosed = sum(not _CLOSED.search(line) for line in inner)
    full = sum(len(line) >= _RAGGED * widest for line in inner)
    beyond = sum(len(line) > _FAR_BEYOND * widest for line in lines)
    if beyond > _BEYOND * len(inner):  # headlines over paragraphs
        return 0
    wrapped = low <= widest <= high and unclosed >= _WRAPPED_SHARE * len(inner) and full >= _WRAPPED_SHARE * len(inner)
    return widest if wrapped else 0


def _ends_paragraph(line: str, width: int) -> bool:
    return len(line.strip()) < _RAGGED * width


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _marked(text: str, start: int, end: int, lower: bool) -> list[Span]:
    """Cut one block at the marks that end a sentence."""
    found: list[Span] = []
    for match in _MARK.finditer(text, start, end):
        if match.start() >= start and _ends(text, match, start, lower):
            found.append(_trim(text, start, match.end()))
            start = match.end()
    found.append(_trim(text, start, end))
    return [(a, b) for a, b in found if a < b]


def _ends(text: str, mark: re.Match[str], start: int, lower: bool) -> bool:
    """Whether the mark ends a sentence, by the words on its two sides."""
    after = _NEXT.match(text, mark.end())
    following = after.group(1) if after else ""
    opened = bool(after and after.group().strip() and not following)
    if following and following[0].islower() and not lower:
        return _SHOUTED.fullmatch(mark.group()) is not None  # "left at night!! road open again"
    if not mark.group().startswith(".") or mark.group().startswith(".."):
        return bool(following) or opened
    before = _LAST_WORD.search(text, max(start, mark.start() - 30), mark.start())
    word, closed = before.group() if before else "", len(mark.group()) > 1
    if word.lower().rstrip(".") in _HOURS and not closed:
        return _hour_ends(text, start, mark, following)
    return _stop_ends(word, following, closed=closed)


def _hour_ends(text: str, start: int, mark: re.Match[str], following: str) -> bool:
    """Whether a sentence ends with the hour before the mark; not where its day or zone follows, or it just began."""
    word = following.lower()
    if not word or word in _ZONES | _DAYS:
        return False
    if following.islower():  # a text without capitals
        return word in _STARTERS
    if following[0].isdigit() or _OF_ZONE.match(text, mark.end()):
        return False
    opening = text[start : mark.start()].lower() if mark.start() - start <= _OPENING else ""
    told = [one.strip(",.") for one in opening.split()]
    return not told or not all(one in _OPENS_WITH | _DAYS | _HOURS or one[:1].isdigit() for one in told)


def _stop_ends(before: str, following: str, *, closed: bool) -> bool:
    """Whether a full stop between these words ends a sentence; ``closed``: a quote or bracket follows the stop."""
    word = before.lower().rstrip(".")
    starts = following.lower() in _STARTERS
    if closed:
        return True
    if word in _GOES_ON:
        return False
    if word in _BEFORE_NUMBER:
        return not following[:1].isdigit()
    if word in _MAY_END or _dotted(word) or (len(word) == 1 and word.isalpha() and before.isupper()):
        return starts
    return True


def _dotted(word: str) -> bool:
    """Whether this is an abbreviation of the kind of U.S or a.m (not an address)."""
    return "." in word and all(len(part) <= 2 for part in word.split("."))


def _short(text: str, start: int, end: int) -> list[Span]:
    """Cut a stretch of too many words into pieces; most stretches come back whole."""
    if end - start < 2 * MOST_WORDS:
        return [(start, end)]
    inside = words(text[start:end])
    found: list[Span] = []
    first = 0
    while len(inside) - first > MOST_WORDS:
        cut = max(range(first + MOST_WORDS // 2, first + MOST_WORDS), key=lambda i: (_ease(text, start, inside, i), i))
        found.append((start + inside[first][0], start + inside[cut - 1][1]))
        first = cut
    if first < len(inside):
        found.append((start + inside[first][0], end))
    return found


def _ease(text: str, start: int, inside: list[Span], number: int) -> int:
    """How well a cut before this word reads: after a strong mark, a comma, before a word that begins a clause."""
    before = text[start + inside[number - 1][0] : start + inside[number - 1][1]]
    word = text[start + inside[number][0] : start + inside[number][1]]
    if before in {";", ":", "–", "—", "--", "•", "|"}:
        return 4
    if before == ",":
        return 3
    if word in {"The", "A", "An", "In", "On", "At", "It", "He", "She", "They", "But", "Meanwhile", "According"}:
        return 2
    return int(word.lower() in {"and", "but", "while", "which", "who", "after", "as", "because", "that", "when"})
