"""Words of a text, by the conventions of Universal Dependencies for English (the EWT treebank).

One linear regular expression, alternatives tried in order at each place; no alternative can match the same stretch
in two ways, so time grows with the length of the text alone. Source of the conventions: the tokenisation chapter of
the UD English guidelines, and what the EWT training part does with hyphens, clitics, numbers and abbreviations.
"""

from __future__ import annotations

import re

Span = tuple[int, int]

# Prefixes that EWT leaves joined to what follows their hyphen; every other hyphen inside a word is a token.
_PREFIXES = "non|re|anti|pre|co|pro|mid|cross|post|multi|ex|sub|counter|semi|neo|inter|intra|over|un|mini|ultra|quasi"

# Titles, months and the like whose full stop belongs to them wherever they stand.
_ABBREVIATIONS = (
    "mr|mrs|ms|dr|prof|rev|hon|st|ft|lt|col|gen|maj|capt|cpt|sgt|cpl|pvt|adm|cmdr|brig|sen|rep|reps|gov|amb|pres|jr|sr"
    "|inc|corp|co|ltd|bros|etc|vs|approx|dept|est|jan|feb|apr|aug|sept|sep|oct|nov|dec|mon|tues|tue|thurs|thur|fri"
    "|sq|fig|vol|al|blvd|ave|esp|incl|govt"
)
_CLITIC = r"(?:'|’)(?:s|re|ve|ll|d|m)(?!\w)"

_WORD = re.compile(
    rf"""
    \s*+(?:(  # the space before a word with it, as nothing else is met there; what ends in space has no word behind it
      [a-z]++(?=[\s,;)])(?<!cannot)(?<!gonna|gonta|gotna|gotta|wanna|wanta)      # what most are: seen at once
    | (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]                       # addresses of pages
    | [\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+                                       # of mail
    | (?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?!\w))?                                   # U.S., a.m., i.e
    | {_CLITIC}                                                                 # 's, 're
    | n(?:'|’)t(?!\w)                                                           # n't after its verb
    | (?:{_PREFIXES})-(?=[^\W\d_]{{2}})[^\W\d_]+                                # anti-government
    | e-(?-i:[a-z])[^\W\d_]+                                                   # e-mail, but Deir e-Zor
    | mid-\d+s?                                                                 # mid-1990s
    | (?:{_ABBREVIATIONS})\.(?!\w)                                              # Lt., Sept.
    | nos?\.(?=\s*\d)                                                           # No. 3
    | [^\W\d_]\.(?=\s*[^\W\d_])(?<=\b[A-HJ-Z]\.)                                # initials
    | \d+(?:st|nd|rd|th|s)(?!\w)                                                # 5th, 1990s
    | \d+(?:[.,:/]\d+)*                                                         # 1,000 3.5 10:30 9/11
    | [^\W\d_]+?(?=n(?:'|’)t(?!\w))                                             # did before n't
    | can(?=not(?!\w)) | (?<=can)not(?!\w) | (?:gon|wan|got)(?=(?:na|ta)(?!\w))
    | [^\W\d_]+\d\w*                                                            # names of things: M1A1
    | [^\W\d_]+(?:['’](?!(?:s|re|ve|ll|d|m|t)(?!\w))[^\W\d_]+)+                # Sana'a, Shi'ite
    | [^\W\d_]{{1,3}}&[^\W\d_]{{1,2}}(?!\w)                                      # R&D
    | (?:[^\W_]|[\u0300-\u036f])+                                               # plain words
    | \.{{2,}} | -{{2,}} | !+(?:[!?])* | \?+(?:[!?])* | _+ | \*+ | =+           # runs of one mark
    | [^\w\s]                                                                   # any other mark
    )|\Z)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def words(text: str) -> list[Span]:
    """The words and marks of ``text`` in order, as half-open code-point spans; white space belongs to none."""
    return [match.span(1) for match in _WORD.finditer(text) if match.lastindex]
