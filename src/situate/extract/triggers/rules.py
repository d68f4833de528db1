"""How a row of rules puts the type of a trigger right: the first that knows better counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from situate.extract.tree.slots import trigger_head
from situate.model.sentence import Labelled, Sentence, Token

# From the word that heads a trigger, and the type that it has: the type that it should have, if the rule knows.
Rule = Callable[[Sentence, Token, str], str | None]


def by_rules(sentence: Sentence, trigger: Labelled, *rules: Rule, verbs: bool = False) -> Labelled:
    """A trigger with the type that the first of some rules gives it; ``verbs``: they are of verbs only."""
    head = trigger_head(sentence, trigger)
    if head is None or (verbs and head.upos != "VERB"):
        return trigger
    kinds = (kind for rule in rules if (kind := rule(sentence, head, trigger.label)) is not None)
    kind = next(kinds, None)
    return trigger if kind is None else replace(trigger, label=kind)
