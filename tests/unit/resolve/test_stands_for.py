"""What pronouns stand for, in words: those of whom they mean, not those nearest before."""

from __future__ import annotations

from situate.model.actor import Actor
from situate.model.claim import Claim, Evidence, Role
from situate.model.mention import Antecedents, Taken
from situate.model.span import Span
from situate.resolve.who.stands_for import with_antecedents

TEXT = "Mike Pompeo met Barack Obama. He said so. The gunmen saw a guard, and they left."
POMPEO = Actor(id="mike-pompeo", name="Mike Pompeo", kind="person")


def span(quote: str) -> Span:
    at = TEXT.index(quote)
    return Span(at, at + len(quote))


def claim(quote: str, ref: str | None) -> Claim:
    there = Evidence(span=span(quote), quote=quote)
    role = Role(role="actor", evidence=there, ref=ref)
    return Claim(id="c:1", report="r", type="statement", trigger=there, roles=(role,))


def stands_for(quote: str, ref: str | None, *antecedents: Antecedents, actor: Actor | None = None) -> str | None:
    actors = {span("Mike Pompeo"): (POMPEO, None), span(quote): (actor, None)}
    (told,) = with_antecedents([claim(quote, ref)], antecedents, actors, TEXT)
    return told.roles[0].ref


def takes_up(quote: str, *among: tuple[str, float]) -> Antecedents:
    heads = tuple(Taken(phrase=span(words), head=span(words.split()[-1]), share=share) for words, share in among)
    return Antecedents(span=span(quote), phrase=span(quote), among=heads)


def test_a_pronoun_stands_for_words_that_mean_whom_it_means() -> None:
    assert stands_for("He", "Barack Obama", actor=POMPEO) == "Mike Pompeo"


def test_a_pronoun_of_somebody_whom_no_other_words_mean_stands_for_none() -> None:
    other = Actor(id="x", name="X", kind="person")
    assert stands_for("He", "Barack Obama", actor=other) is None


def test_a_pronoun_of_nobody_known_stands_for_what_it_likely_takes_up() -> None:
    assert stands_for("they", "a guard", takes_up("they", ("The gunmen", 0.8), ("a guard", 0.1))) == "The gunmen"
    assert stands_for("they", "a guard", takes_up("they", ("The gunmen", 0.4), ("a guard", 0.1))) == "a guard"


def test_words_that_are_no_pronoun_keep_what_they_stand_for() -> None:
    assert stands_for("The gunmen", "a guard", actor=POMPEO) == "a guard"


def test_a_pronoun_never_stands_for_a_pronoun() -> None:
    assert stands_for("they", "He") is None
