import re

import pytest

from situate.ontology import load


def furniture(line: str) -> list[str]:
    return [one.kind for one in load().cues.furniture if re.match(one.pattern, line, re.IGNORECASE)]


@pytest.mark.parametrize(
    "line",
    ["SEE ALSO: Ten pictures of a new tank", "READ MORE", "Read more: Who holds Tollen?", "Related: the siege in maps", "Advertisement",
     "Photo: a street in Ostry", "Image caption A street in Ostry", "Follow us on every channel", "Sign up for our newsletter",
     "Click here to subscribe", "Residents wait for bread in Ostry (Photo: A. Writer)", "Share", "Share this article",
     "Tags: siege, aid", "© 2031 The Paper", "Photo by A. Writer", "Last updated 4 May 2031", "  Most read  "],
)  # fmt: skip
def test_furniture_is_known(line):
    assert furniture(line)


@pytest.mark.parametrize(
    "line",
    ["Adra was captured on Sunday.", "Watch-towers near Ostry were shelled.", "Photo-reporters were detained in Lisk.",
     "Sponsored by Corland, the militia attacked Tollen.", "Register offices in Ostry were burned.", "Home guards fled.",
     "Saved by the truce, families returned to Ostry.", "Video by rebels shows the fall of Tollen.", "Topics of the talks were kept secret.",
     "More than 40 people were killed.", "Related attacks were reported in Lisk.", "Share of the blame fell on the army."],
)  # fmt: skip
def test_a_reports_own_lines_are_not_furniture(line):
    assert not furniture(line)


def test_patterns_stay_fast_on_a_hostile_line():
    for line in (" " * 20000 + "x", "(" * 20000, "related" + " " * 20000 + "x", "share " * 5000):
        furniture(line)


def test_stances():
    verbs = load().cues.speech_verbs
    assert (verbs["say"], verbs["claim"], verbs["deny"]) == ("neutral", "doubtful", "denying")


def test_certainty_words_are_where_they_are_looked_for():
    cues = load().cues
    assert "poised" in cues.planned["adjectives"]
    assert "about to" in cues.planned["phrases"]
    assert "may" in cues.possible["auxiliaries"]
    assert "alleged" in cues.possible["adjectives"]
    assert "try" in cues.attempted["verbs"]
    assert "not" in cues.negation["words"]
    assert "according to" in cues.according_to


def test_figures_of_speech():
    figures = load().cues.figures_of_speech
    for word, near in (
        ("gunshot", "celebratory"),
        ("battle", "words"),
        ("capture", "hearts"),
        ("explode", "popularity"),
    ):
        assert any(word in one.words and near in one.near for one in figures)


def test_a_report_kept_on_one_line_is_not_furniture():
    assert not furniture("Last updated 4 May 2031 TOLLEN " + "Rebels attacked an army post near Ostry. " * 30)
    assert not furniture("See also: " + "Rebels attacked an army post near Ostry. " * 30)


@pytest.mark.parametrize(
    ("word", "near"),
    [("strike", "market"), ("kill", "time"), ("fire", "wedding"), ("attack", "newspaper"), ("talk", "town"), ("bomb", "dropped"),
     ("strike", "deal"), ("siege", "journalists"), ("advance", "final"), ("war", "disease")],
)  # fmt: skip
def test_words_of_real_events_are_no_figures_of_speech(word, near):
    assert not any(word in one.words and near in one.near for one in load().cues.figures_of_speech)
