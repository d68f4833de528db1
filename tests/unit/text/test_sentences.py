"""Where sentences end."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from situate.text.sentences import _BREAK, _MARK, MOST_WORDS, sentences
from situate.text.tokens import words


def split(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The army attacked. The rebels fled.", 2),
        ("Lt. Col. J. Dorrian said so. He left.", 2),
        ("The U.S. Army struck No. 3 on Jan. 10 near St. Mary.", 1),
        ("They met in the U.S. The talks failed.", 2),
        ("It began at 3 p.m. Tuesday and ended at 9 p.m. The town fell.", 2),
        ("A drone hit a bus in Lisk at 6 a.m. Rebels captured Varn on 2 May.", 2),
        ("The truce took effect at 1 pm. Shelling killed three people in Varn on Friday.", 2),
        ("Troops entered Varn at 4 p.m. M23 rebels had left.", 2),
        ("At around 6 a.m. Russian forces shelled Lisk.", 1),
        ("On Monday at 8:30 p.m. Israeli troops entered Varn.", 1),
        ("It was hit at 10:15 a.m. GMT, and again at 5 a.m. Abu Dhabi time on Monday.", 1),
        ("shells hit varn at 6 p.m. rebels' time to leave has come", 1),
        ("“We left.” They returned. “Why?” he asked. “Go!” she said.", 4),
        ("“Did it fall?” he asked.", 1),
        ("He called it “a huge victory.” The base held.", 2),
        ("Two died . Six were hurt .", 2),
        ("REBELS TOOK THE TOWN. THE ARMY LEFT.", 2),
        ("rebels took the town. the army left.", 2),
        ("the attack cost 3.5 million dollars.", 1),
        ("It was shelled, Reuters said.The army denied it.", 2),
        ("Is it over? No! It is not…", 3),
        ("The men (two of them armed) left. (One stayed.) Others came.", 3),
    ],
)
def test_marks(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_items_of_a_list_are_apart_however_even_their_lines_are() -> None:
    items = ["• Water and power are cut for a second day in Lisk", "• Boats to Tollen no longer run, says the port office",
             "• The crossing at Marrack opens for those who flee"]  # fmt: skip
    assert split("\n".join(items)) == items
    assert split("\n".join(items).replace("• ", "- ")) == [i.replace("• ", "- ") for i in items]


def test_lines_that_stand_for_themselves_end_sentences() -> None:
    assert split("Rebels take town\nDAMASCUS\n\nThe army left.") == ["Rebels take town", "DAMASCUS", "The army left."]


def test_a_wrapped_paragraph_is_joined() -> None:
    text = (
        "The army said on Tuesday that its soldiers had entered\n"
        "the northern districts of the town after three days of\n"
        "heavy shelling. Residents said that the road to the east\n"
        "was cut.\n\nAid has not come in."
    )
    assert [" ".join(s.split()) for s in split(text)] == [
        "The army said on Tuesday that its soldiers had entered the northern districts of the town after three days of "
        "heavy shelling.",
        "Residents said that the road to the east was cut.",
        "Aid has not come in.",
    ]


def test_headlines_over_long_lines_are_no_wrapped_text() -> None:
    item = (
        "A bomb exploded at a checkpoint outside the port late on Monday, killing five soldiers, witnesses said. " * 2
    )
    heads = ["Bomb kills five soldiers at a port checkpoint", "Truce holds in the valley for a third day", "Nine freed"]
    assert split("\n\n".join(f"{head}\n{item}" for head in heads))[::3] == heads


def test_text_without_marks_is_cut_before_a_clause() -> None:
    text = " ".join(["rebels and soldiers fought near the village"] * 30 + ["The army left"] * 20)
    parts = split(text)
    assert len(parts) > 1
    assert all(len(words(p)) <= MOST_WORDS for p in parts)
    assert " ".join(parts) == text


@given(st.text(alphabet=st.sampled_from("aB. \n\"”'?!…1("), max_size=300))
def test_spans_are_ordered_trimmed_and_lose_no_letter(text: str) -> None:
    spans = sentences(text)
    assert all(a < b and text[a:b] == text[a:b].strip() for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def test_nothing_gives_nothing() -> None:
    assert sentences("") == []
    assert sentences(" \n\n ") == []


@pytest.mark.parametrize("run", [".", "?!", "…", ".”", " ", "\t", " \u00a0"])
def test_a_long_run_of_marks_or_spaces_is_looked_at_once(run: str) -> None:
    """Were it looked at from each of its places, these would take minutes."""
    text = "The army left" + run * 40_000 + "x"
    assert "".join("".join(text[a:b].split()) for a, b in sentences(text)) == "".join(text.split())


_FROM_EACH_PLACE = re.compile(r"(?:[.!?…]+[\"”’')\]»]*)(?=\s)|(?<=[^\W\d_A-Z]{2})\.(?=[A-Z][a-z])")


@given(st.text(alphabet=st.sampled_from("abB. \n\t\"”'?!…1()"), max_size=60))
def test_marks_and_breaks_are_those_that_a_search_from_each_place_finds(text: str) -> None:
    assert [m.span() for m in _MARK.finditer(text)] == [m.span() for m in _FROM_EACH_PLACE.finditer(text)]
    breaks = re.finditer(r"[^\S\n]*\n\s*", text)
    assert [m.span() for m in _BREAK.finditer(text)] == [m.span() for m in breaks]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("BREAKING: army takes Ostry. Troops inside.", ["BREAKING:", "army takes Ostry.", "Troops inside."]),
        ("🔴 #Urgent | Shelling on Ostry.", ["🔴 #Urgent |", "Shelling on Ostry."]),
        ("UPDATE - Road open again.\nUpdate: closed.", ["UPDATE -", "Road open again.", "Update:", "closed."]),
        ("Breaking the siege: how they did it.", ["Breaking the siege: how they did it."]),
        ("An update: it is over.", ["An update: it is over."]),
        ("they left at night!! road open again", ["they left at night!!", "road open again"]),
        ("“Leave!” he said. “Why?!” she cried.", ["“Leave!” he said.", "“Why?!” she cried."]),
    ],
)
def test_a_label_is_no_part_of_the_sentence_behind_it(text: str, cut: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == cut
