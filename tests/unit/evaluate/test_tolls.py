"""The words that tell the dead of an attack stand for the figure that its claim has."""

from situate.evaluate.tolls import words_of_tolls
from situate.model.claim import Claim, Evidence, Role
from situate.model.span import Span
from situate.ontology import load

TEXT = "Jets bombed Ostry on Monday and killed nine people. Shells hit Perin. A child died there, and two men are dead."
DYING = load().types["kill"].triggers


def evidence(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(span=Span(start, start + len(words)), quote=words)


def claim(kind: str, trigger: str, *killed: str) -> Claim:
    roles = tuple(Role(role="killed", evidence=evidence(words)) for words in killed)
    return Claim(id=f"{kind} {trigger}", report="r", type=kind, trigger=evidence(trigger), roles=roles)


def told(*claims: Claim) -> dict[str, str]:
    return {span.of(TEXT): one.id for span, one in words_of_tolls(TEXT, claims, DYING).items()}


def test_the_nearest_word_of_dying_tells_a_figure():
    claims = claim("airstrike", "bombed", "nine people"), claim("shelling", "hit", "A child", "two men")
    assert told(*claims) == {"killed": "airstrike bombed", "died": "shelling hit", "dead": "shelling hit"}


def test_of_two_claims_with_one_figure_the_nearer_has_it():
    assert told(claim("airstrike", "Jets", "nine people"), claim("airstrike", "bombed", "nine people")) == {
        "killed": "airstrike bombed"
    }


def test_a_word_that_is_a_trigger_tells_its_own_claim_and_no_figure_is_told_without_a_word():
    assert told(claim("airstrike", "bombed", "nine people"), claim("kill", "killed")) == {}
    assert told(claim("shelling", "hit", "Perin")) == {}
