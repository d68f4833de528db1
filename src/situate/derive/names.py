"""Names in a text, by their capitals: enough to tell whether two reports speak of the same."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

from situate.text.times.words import MONTHS, WEEKDAYS

_NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")
_NO_NAMES = """
    the this that these those there one two three four five six seven eight nine ten some many most all both each in
    on at by for from with without under over near into onto our its their his her your she they you who what which
    where when while after before since until although though because but and nor not yet also again later earlier
    today yesterday however meanwhile according another other several dozens scores hundreds thousands people
    residents officials correction retraction clarification erratum corrigendum editor editors note
"""  # with which sentences and titles begin


def names_in(text: str) -> set[str]:
    """The capitalised words of a text that may be names."""
    return {word for word in _NAME.findall(text) if word.casefold() not in _no_names()}


@cache
def _no_names() -> Set[str]:
    return {*_NO_NAMES.split(), *MONTHS, *WEEKDAYS}
