"""Whose words a transcript, a statement that is read out, or a copied post are: named by brackets or a signature."""

import pytest

from situate.extract.speakers.turns import turn_at, turns

INTERVIEW = """LISK, 5 May 98 (Radio Lisk) -- [Interview with the mayor by an unidentified reporter] [Text] [Reporter] Who
bombed the bridge?

   [Mayor] Planes came at dawn. [words indistinct] They hit the school [the one at the river] too.

   [Reporter] Was anybody killed?

   [Mayor] Nine people died. [end recording] The rebels deny it."""

STATEMENT = """LISK, 5 May 98 (Radio Lisk) -- [Statement] [General Command of the Front] [Text] We took the hill.

   [Begin recording] [Captain Orn] I was there. [end recording] The enemy fled."""

POSTS = """Police have gone on arresting people, as seen here:

Police in Lisk arrested a man today for holding up an empty sign, and took him away. pic.example/Yp — Ann Orn (@annorn) May 5

I was arrested on Friday on a false charge and held there for two days

Here is why

— Bo Lund (@bolund) May 6

Nobody has answered."""


def speaker(text: str, words: str) -> str | None:
    turn = turn_at(turns(text), text.index(words))
    return turn.speaker.of(text) if turn else None


CASES = [
    (INTERVIEW, "bombed", None),  # who asks for the outlet speaks with its voice
    (INTERVIEW, "Planes", "Mayor"),
    (INTERVIEW, "hit", "Mayor"),
    (INTERVIEW, "killed", None),
    (INTERVIEW, "died", "Mayor"),
    (INTERVIEW, "deny", None),
    (STATEMENT, "took", "General Command of the Front"),
    (STATEMENT, "was there", "Captain Orn"),
    (STATEMENT, "fled", "General Command of the Front"),
    (STATEMENT.replace("[Statement]", "[Report]"), "took", None),  # a journalist's own report
    (STATEMENT.replace("[Statement]", "[Report]"), "was there", "Captain Orn"),
    (POSTS, "have gone", None),
    (POSTS, "in Lisk arrested", "Ann Orn"),
    (POSTS, "was arrested", "Bo Lund"),
    (POSTS, "answered", None),
    ("[Officials] said that [they] left the town.\n\n[Rebels] took it.", "took", None),  # a writer's own brackets
    ("[Ann] They shelled us.\n\n[Bo] Who did?\n\n[Ann] Planes bombed the camp.", "bombed", "Ann"),
]

TALK = """ANNOUNCER: Our reporter Ann Dolle is in Lisk.

DOLLE: Shells fell here at noon.

MAYOR (by telephone): They hit the school. Nine died.

It burns.

DOLLE: The army says nothing.

MAYOR: We buried them."""
CHANNELS = """@lisk_front — 19 May, 10:31
We have taken the hill.

Ann Orn (@annorn) · 5h
They shelled us.

Still here."""
CASES += [
    (TALK, "fell", None),
    (TALK, "hit", "MAYOR"),
    (TALK, "burns", "MAYOR"),
    (TALK, "says", None),
    (TALK.replace("MAYOR: We", "ANNA: We").replace("DOLLE: The", "BO: The"), "hit", None),  # headings, each once
    ("CLAIM: Rebels took Lisk.\n\nVERDICT: They did not.\n\nCLAIM: It burns.", "burns", None),
    (INTERVIEW.replace("[Mayor] Nine", "[Mayor, standing in the rain] Nine"), "died", "Mayor"),
    (INTERVIEW.replace("[Mayor] Nine", "[Mayor, recording] Nine"), "died", "Mayor"),
    (CHANNELS, "taken", "@lisk_front"),
    (CHANNELS, "shelled", "Ann Orn"),
    (CHANNELS, "Still", "Ann Orn"),
    ("@lisk_paper\nThe army left Lisk.", "left", None),  # a byline
    ("Follow us: @lisk_paper\n\nThe army left Lisk.", "left", None),
]


@pytest.mark.parametrize(("text", "words", "expected"), CASES)
def test_who_has_the_word(text: str, words: str, expected: str | None) -> None:
    assert speaker(text, words) == expected


CHAT = """[08:12] Hala:
The market was shelled at dawn.

[09:40] Karim (the clinic):
The road is closed.
Nobody gets in.

[10:00]
Orn joined

[--:--] +963 900 000 000:
A convoy came in."""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("shelled", "Hala"),
        ("closed", "Karim (the clinic)"),
        ("gets in", "Karim (the clinic)"),
        ("joined", None),
        ("convoy", "+963 900 000 000"),
    ],
)
def test_a_message_of_a_chat_is_its_senders(words: str, expected: str | None) -> None:
    assert speaker(CHAT, words) == expected


def test_hours_in_brackets_elsewhere_head_no_message() -> None:
    assert turns("Fighting went on.\n\n[08:12] Hala:\nThe market was shelled.") == []
