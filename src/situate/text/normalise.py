"""Clean text that a parser took out of a foreign format. Done once, at ingest; from then on the text is fixed.

Text that was given as text (text files, JSON lines, tables) never passes through here.
"""

from __future__ import annotations

import re
import unicodedata

# Line ends of all systems, and the separators that Unicode adds to them (UAX 14, classes BK, CR, NL).
_LINE_ENDS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
# Spaces of all widths (general category Zs) read as the plain one.
_SPACES = dict.fromkeys([0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
# Marks without width: soft hyphen, zero-width space, word joiner, byte order mark, directional controls.
_INVISIBLE = dict.fromkeys([0x00AD, 0x061C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, 0xFEFF])
_INVISIBLE.update(dict.fromkeys(range(0x2066, 0x206A)))
# Control characters other than tab and line feed (general category Cc).
_CONTROLS = dict.fromkeys(code for code in [*range(0x20), *range(0x7F, 0xA0)] if code not in (0x09, 0x0A))
# Half a surrogate pair is no character: it reads as the replacement character.
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_TABLE: dict[int, str | None] = {**_SPACES, **_INVISIBLE, **_CONTROLS, **_SURROGATES}

_BLANKS = re.compile(r"[ \t]+")
_AROUND_LINE_END = re.compile(r" ?\n ?")
_EMPTY_LINES = re.compile(r"\n{3,}")


def normalise(text: str) -> str:
    """``text`` in NFC with ``\\n`` line ends, plain single spaces, no controls or invisible marks, no blank edges.

    Idempotent. Keeps line ends (at most one empty line in a row) and every visible character.
    """
    plain = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text).translate(_TABLE))
    lines = _AROUND_LINE_END.sub("\n", _BLANKS.sub(" ", plain))
    return _EMPTY_LINES.sub("\n\n", lines).strip()
