"""Who bears arms, by the words that say it: on trees made by hand."""

import pytest
import trees

from situate.extract.tree.armed import bears_arms

OF = "{}/NOUN/0/root of/of/ADP/4/case the/the/DET/4/det {}/1/nmod"


@pytest.mark.parametrize(
    ("words", "named", "armed"),
    [
        ("Soldiers/soldier/NOUN/0/root", None, True),
        ("Teachers/teacher/NOUN/0/root", None, False),
        ("Dozens/dozen/NOUN/0/root of/of/ADP/3/case rebels/rebel/NOUN/1/nmod", None, True),
        ("Dozens/dozen/NOUN/0/root of/of/ADP/3/case nurses/nurse/NOUN/1/nmod", None, False),
        (OF.format("Members/member", "group/group/NOUN"), None, True),
        (OF.format("Members/member", "Column/Column/PROPN"), "Column", True),
        (OF.format("Members/member", "Column/Column/PROPN"), None, True),  # of what has a name
        (OF.format("Men/man", "Column/Column/PROPN"), "Column", True),
        (OF.format("Men/man", "Lisk/Lisk/PROPN"), None, False),  # who only lives there
        (OF.format("Members/member", "council/council/NOUN"), None, False),
        (OF.format("Members/member", "Committee/Committee/PROPN"), None, False),
        ("Column/Column/PROPN/2/compound volunteers/volunteer/NOUN/0/root", "Column", True),
        ("Terrorist/terrorist/NOUN/2/compound groups/group/NOUN/0/root", None, True),
        ("Armed/armed/ADJ/2/amod groups/group/NOUN/0/root", None, True),
        ("Aid/aid/NOUN/2/compound groups/group/NOUN/0/root", None, False),
    ],
)
def test_words_say_who_bears_arms(words, named, armed):
    sentence = trees.tree(words, mentions=[(named, "Organisation")] if named else [])
    root = next(t for t in sentence.tokens if t.head < 0)
    assert bears_arms(sentence, root) is armed
