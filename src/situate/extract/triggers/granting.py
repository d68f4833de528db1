"""What lets aid through: told with a "no" it denies aid, told of what has yet to leave it is an agreement."""

from __future__ import annotations

from situate.extract.certainty.cues import CertaintyCues, is_negator
from situate.extract.certainty.negation import ADMITTING, GRANTING
from situate.extract.roles.aid import is_aid
from situate.extract.tree.relations import children, governor_of, objects_of
from situate.extract.tree.words import CONVOYS
from situate.extract.triggers.lexical import SCORE
from situate.model.sentence import Labelled, Sentence, Token

_LEAVE = frozenset({"consent", "permission", "approval", "clearance", "authorisation", "authorization", "go-ahead"})
_ARRIVING = frozenset({"bring", "deliver", "enter", "pass", "cross", "reach", "proceed", "leave", "unload"})
_LETTING = GRANTING | ADMITTING
_APPROVING = GRANTING | {"give", "clear"}


def refused(sentence: Sentence, cues: CertaintyCues) -> list[Labelled]:
    """ "No aid was allowed in", "has not granted access": what lets aid through, negated, denies it."""
    found = []
    for token in sentence.verbs:
        if token.lemma not in _LETTING:
            continue
        things = objects_of(sentence, token)
        about = [t for t in things if is_aid(sentence, t) or t.lemma == "access" or _leave_for_aid(sentence, t)]
        about += [t for t in things if t.lemma in CONVOYS and t not in about and _on_its_way(sentence, token)]
        near = [token.index, *(t.index for t in about)]
        if about and any(is_negator(sentence, c, cues) for i in near for c in children(sentence, i)):
            found.append(Labelled(token.start, token.end, "deny_aid", SCORE))
    return found


def _on_its_way(sentence: Sentence, verb: Token) -> bool:
    """ "No convoy was allowed to the town", "to bring in food": one that needs leave to go somewhere brings aid."""
    if any(t.lemma in _ARRIVING for t in children(sentence, verb.index, "xcomp")):
        return True
    ways = (c for t in children(sentence, verb.index, "obl") for c in children(sentence, t.index, "case"))
    beside = (*ways, *children(sentence, verb.index, "compound:prt", "advmod"))
    return any(c.text.lower() in {"to", "into", "in", "through", "from"} for c in beside)


def approved(sentence: Sentence, cues: CertaintyCues) -> list[Labelled]:
    """ "The authorities approved an aid convoy": what lets aid through before it leaves is agreed on."""
    found = []
    for token in sentence.verbs:
        if token.lemma not in _APPROVING:
            continue
        about = [t for t in objects_of(sentence, token) if is_aid(sentence, t)]
        about = about if token.lemma in GRANTING else []
        about = about or _consented(sentence, token)
        about = about or _cleared_to_go(sentence, token)
        leave = objects_of(sentence, token)  # "no permission has been granted"
        near = [c for i in (token.index, *(t.index for t in leave)) for c in children(sentence, i)]
        if about and not any(is_negator(sentence, c, cues) for c in near):
            found.append(Labelled(token.start, token.end, "agreement", SCORE))
    return found


def _consented(sentence: Sentence, verb: Token) -> list[Token]:
    """ "Consent has been given to the dispatch of two trucks": the aid that leave is given for."""
    leave = [t for t in objects_of(sentence, verb) if t.lemma.lower() in _LEAVE]
    to = [t for one in (verb, *leave) for t in children(sentence, one.index, "obl", "nmod")] if leave else []
    to += [n for t in to for n in children(sentence, t.index, "nmod")]
    return [t for t in to if is_aid(sentence, t) or t.lemma.lower() in CONVOYS]


def _cleared_to_go(sentence: Sentence, verb: Token) -> list[Token]:
    """ "An aid convoy has been cleared to travel": the convoy that may leave; nothing is cleared away."""
    to = children(sentence, verb.index, "xcomp", "advcl")
    go = any(m.text.lower() == "to" for t in to for m in children(sentence, t.index, "mark"))
    what = objects_of(sentence, verb) if verb.lemma == "clear" and go else []
    return [t for t in what if is_aid(sentence, t) or t.lemma.lower() in CONVOYS]


def _leave_for_aid(sentence: Sentence, thing: Token) -> bool:
    """ "Permission for the fuel": leave that aid needs."""
    verb = governor_of(sentence, thing) or thing
    beside = [*children(sentence, thing.index, "nmod"), *children(sentence, verb.index, "obl")]
    return thing.lemma in {"permission", "clearance", "approval"} and any(is_aid(sentence, t) for t in beside)
