"""Who holds a place does not attack it."""

import trees

from situate.extract.roles.frames import Filler
from situate.extract.sentence.found import Found
from situate.extract.sentence.held_by import taken_from, without_holders
from situate.extract.triggers.evoked import Marked
from situate.ontology import load

WORDS = (
    "Rebels/rebel/NOUN/2/nsubj shelled/shell/VERB/0/root Lisk/Lisk/PROPN/2/obj held/hold/VERB/3/acl "
    "by/by/ADP/6/case militiamen/militiaman/NOUN/4/obl"
)


def actors(kind: str, *, rebels: bool = True, place: str = "Lisk") -> list[str]:
    sentence = trees.tree(WORDS, triggers=(("shelled", kind), ("held", "control")))
    text, word = trees.text_of(sentence), {t.text: t for t in sentence.tokens}

    def filler(role: str, name: str) -> Filler:
        return Filler(role, word[name].start, word[name].end, word[name].index)

    doers = [filler("actor", "militiamen"), *([filler("actor", "Rebels")] if rebels else [])]
    types = load().types
    blow, holds = sentence.triggers
    found = [
        Found(
            Marked(0, sentence, blow, word["shelled"], types[kind]), (*doers, filler("place", "Lisk")), "positive",
            "actual",
        ),
        Found(
            Marked(0, sentence, holds, word["held"], types["control"]),
            (filler("actor", "militiamen"), filler("place", place)), "positive", "actual",
        ),
    ]  # fmt: skip
    return sorted(text[f.start : f.end] for f in without_holders(found)[0].fillers if f.role == "actor")


def test_who_holds_the_place_does_not_attack_it() -> None:
    assert actors("shelling") == ["Rebels"]


def test_a_lone_doer_stays_and_so_does_who_holds_another_place_or_takes_part_in_a_clash() -> None:
    assert actors("shelling", rebels=False) == ["militiamen"]
    assert actors("shelling", place="by") == ["Rebels", "militiamen"]
    assert actors("clash") == ["Rebels", "militiamen"]


def taken(words: str, taking: str, holding: str, holder: str, place: str) -> list[str]:
    """From whom a place is taken, where another claim of the sentence tells who held it."""
    sentence = trees.tree(words, triggers=((taking, "capture"), (holding, "control")))
    text, word, types = trees.text_of(sentence), {t.text: t for t in sentence.tokens}, load().types
    there = Filler("place", word[place].start, word[place].end)
    holds = Filler("actor", word[holder].start, word[holder].end)
    capture, control = sentence.triggers
    found = [
        Found(Marked(0, sentence, capture, word[taking], types["capture"]), (there,), "positive", "actual"),
        Found(Marked(0, sentence, control, word[holding], types["control"]), (there, holds), "positive", "actual"),
    ]
    return [text[f.start : f.end] for f in taken_from(found)[0].fillers if f.role == "target"]


def test_a_place_is_taken_from_who_held_it() -> None:
    words = (
        "Soldiers/soldier/NOUN/2/nsubj took/take/VERB/0/root villages/village/NOUN/2/obj held/hold/VERB/3/acl "
        "by/by/ADP/6/case militiamen/militiaman/NOUN/4/obl"
    )
    assert taken(words, "took", "held", "militiamen", "villages") == ["militiamen"]
    assert (
        taken(words.replace("militiamen/militiaman/NOUN", "them/they/PRON"), "took", "held", "them", "villages") == []
    )


def test_who_holds_what_they_took_has_not_lost_it() -> None:
    words = (
        "Their/their/PRON/2/nmod:poss hold/hold/NOUN/0/root on/on/ADP/4/case villages/village/NOUN/2/nmod "
        "that/that/PRON/7/obj rebels/rebel/NOUN/7/nsubj took/take/VERB/4/acl:relcl"
    )
    assert taken(words, "took", "hold", "rebels", "villages") == []
