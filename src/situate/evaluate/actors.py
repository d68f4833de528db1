"""Actors linked: mentions labelled with whom they mean, apart for conflicts that the registry was not made on.

A label says whom a mention means, without its words: rows of the registry by id, ``null`` for nobody (no actor, or none
that can be told), or ``[start, end]`` where the report names an actor that the registry need not have: a local group, a
person. Where a reader would take several (the president or his government), any of them is right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from situate.evaluate.rates import Figures, share
from situate.model.actor import Actor
from situate.model.span import Span

Found = tuple[Actor | None, str | None]
Compared = Callable[[str], Collection[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A labelled mention: the file and id of its report, its text's SHA-256, where it stands, who is right.

    ``half`` is development or held, by report; ``unseen``: the report is not about Syria or Iraq.
    """

    data: str
    report: str
    sha256: str
    span: Span
    half: str
    unseen: bool
    ids: frozenset[str]
    names: tuple[Span, ...]
    nobody: bool


def label_of(row: Mapping[str, Any]) -> Label:
    """The label of an object; raises ``KeyError`` or ``TypeError`` for another shape."""
    right: Sequence[Any] = row["right"]
    if not right:
        raise ValueError("a label without a right answer")
    return Label(
        data=row["data"], report=row["id"], sha256=row["sha256"], span=Span(row["start"], row["end"]),
        half=row["half"], unseen=row["unseen"], ids=frozenset(r for r in right if isinstance(r, str)),
        names=tuple(Span(*r) for r in right if isinstance(r, list)), nobody=None in right,
    )  # fmt: skip


def is_right(label: Label, actor: Actor | None, text: str, compared: Compared, called: Collection[str] = ()) -> bool:
    """Whether a link is a right answer; ``compared`` gives the words of a name as names are compared.

    A named actor is right under a name of which one is part of the other ("Bothra", "Arun Bothra"), and a row of the
    registry under each of its names, which are ``called`` ("EFCC").
    """
    if actor is None:
        return label.nobody
    if actor.id in label.ids:
        return True
    words = set(compared(actor.name))
    names = [set(compared(span.of(text))) for span in label.names]
    if any(set(compared(name)) in names for name in called):
        return True
    return any(words and name and (words <= name or name <= words) for name in names)


def score(answers: Iterable[tuple[Label, Found, bool]]) -> Figures:
    """Figures for labels, each with what was found and whether that is right: all, and the parts apart."""
    answers = list(answers)
    parts: dict[str, Callable[[Label], bool]] = {
        "all": lambda label: True,
        "seen_conflicts": lambda label: not label.unseen,
        "unseen_conflicts": lambda label: label.unseen,
        "development": lambda label: label.half == "development",
        "held": lambda label: label.half == "held",
        "held_unseen_conflicts": lambda label: label.half == "held" and label.unseen,
    }
    return {name: _figures([answer for answer in answers if fits(answer[0])]) for name, fits in parts.items()}


def _figures(answers: Sequence[tuple[Label, Found, bool]]) -> Figures:
    """``right``: of all mentions; ``precision``: of the links made; ``recall``: of mentions that mean somebody.

    ``unresolved``: mentions that got no actor, and the reasons for it.
    """
    linked = [right for _, (actor, _), right in answers if actor is not None]
    meant = [right for label, _, right in answers if not label.nobody]
    reasons = Counter(reason or "none" for _, (actor, reason), _ in answers if actor is None)
    return {
        "mentions": len(answers),
        "right": share(sum(right for _, _, right in answers), len(answers)),
        "precision": share(sum(linked), len(linked)),
        "recall": share(sum(meant), len(meant)),
        "unresolved": {
            "share": share(sum(reasons.values()), len(answers)),
            **{reason: reasons[reason] for reason in sorted(reasons)},
        },
    }
