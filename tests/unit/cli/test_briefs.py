"""A brief for people."""

from situate.cli import briefs
from situate.pipeline.briefing import Brief, Footnote
from situate.pipeline.changing import Change, Window

WINDOW = Window(since="2017-09-01", until="2017-09-07")
NOTE = Footnote(outlet="Alpha", published="2017-09-05", voice="a\u202eb", words="=1+1\x1b[31m", more=2)


def change(number, watched=()):
    return Change(
        what="happened", id=f"e:{number:016d}", kind="clash", place=None, day="2017-09-05", sentence=f"Sentence {number}.",
        standing="reported", claims=("c:1",), watched=watched,
    )  # fmt: skip


def test_a_long_brief_says_what_it_leaves_out_and_never_that_there_is_nothing(capsys):
    changes = tuple(change(number, ("A",) if number < 50 else ("B",)) for number in range(60))
    briefs.show(Brief(window=WINDOW, changes=changes, footnotes=(NOTE,) * 60, watch=("A", "B", "C")))
    out = capsys.readouterr().out
    assert "A: 50\n" in out
    assert "B: 10\n" in out
    assert "C: nothing new\n" in out
    assert "50 of 60; --format csv for all." in out


def test_words_of_a_source_do_not_steer_a_terminal(capsys):
    briefs.show(Brief(window=WINDOW, changes=(change(1),), footnotes=(NOTE,)))
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "And 2 more." in out
