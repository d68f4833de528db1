"""Writes the reference page of the ontology: ``python -m situate.ontology.document > docs/reference/ontology.md``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping

from situate.ontology.loading import load
from situate.ontology.schema import ClaimType, Effect, Frame, Golden, Ontology

_HEAD = """# Claim types, roles and frames

Generated from the files in `src/situate/ontology` by `python -m situate.ontology.document`; change those, not this
page. ACLED strings are sub-event types; `territory`, `protest`, `deploy` and `explosion` are rules that choose one by
the roles. PLOVER codes are TYPE or TYPE-mode. Types of the group *words* are left out of lists unless asked for.
"""


def page(ontology: Ontology | None = None) -> str:
    """The whole page, in Markdown."""
    ontology = ontology or load()
    lines = [_HEAD, *_table(ontology), "", "## Types", ""]
    for claim_type in ontology.types.values():
        lines += [*_section(claim_type), ""]
    lines += ["## Frames", "", "A frame says which role a filler gets by its grammatical slot at the trigger.", ""]
    shared = _shared(ontology)
    lines += ["Slots that are the same in every frame:", "", *_slots(shared), ""]
    for frame in ontology.frames.values():
        lines += [*_frame(frame, shared), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _table(ontology: Ontology) -> Iterator[str]:
    yield "| group | type | kind | ACLED sub-event | PLOVER | effect on a situation | news value |"
    yield "|---|---|---|---|---|---|---|"
    for t in ontology.types.values():
        cells = (
            t.group,
            f"[{t.name}](#{t.name})",
            t.kind,
            t.acled or "–",
            t.plover or "–",
            _effect(t.effect),
            f"{t.weight:g}",
        )
        yield f"| {' | '.join(cells)} |"


def _effect(effect: Effect | None) -> str:
    if effect is None:
        return "–"
    parts = "".join(f", {part} = {role}" for part, role in effect.actors.items())
    return f"{effect.dimension}: {effect.value}{' ends' if effect.ends else ''}{parts}"


def _section(t: ClaimType) -> Iterator[str]:
    yield f"### {t.name}"
    yield ""
    yield f"{t.definition}{' ' + t.note if t.note else ''}"
    yield ""
    yield from (f"- **{role}**: {meaning}" for role, meaning in t.roles.items())
    yield ""
    triggers = t.triggers
    lists = (("Verbs", triggers.verbs), ("Nouns", triggers.nouns), ("Phrases", triggers.phrases))
    for name, words in (*lists, ("Enough where the model sees nothing", triggers.plain)):
        if words:
            yield f"{name}: {', '.join(words)}."
            yield ""
    for pair in t.triggers.pairs:
        yield f"{', '.join(pair.verbs)}: with {', '.join(pair.objects)}."
        yield ""
    frames = ", ".join(f"`{name}` ({word_class})" for word_class, name in sorted(t.frames.items()))
    yield f"Frames: {frames}."
    yield ""
    yield from (_golden(golden) for golden in t.golden)


def _golden(golden: Golden) -> str:
    roles = "; ".join(f"{role}: {', '.join(quotes)}" for role, quotes in golden.roles.items())
    marks = [mark for mark in (golden.polarity, golden.modality) if mark not in {"positive", "actual"}]
    return f"- *{golden.text}* → **{golden.trigger}**{' (' + ', '.join(marks) + ')' if marks else ''}; {roles}"


def _shared(ontology: Ontology) -> dict[str, Mapping[str, str]]:
    """The slots that every frame reads alike."""
    first, *rest = ontology.frames.values()
    return {slot: kinds for slot, kinds in first.slots.items() if all(f.slots.get(slot) == kinds for f in rest)}


def _frame(frame: Frame, shared: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    yield f"### Frame {frame.name}"
    yield ""
    yield _golden(frame.golden)
    yield ""
    yield from _slots({slot: kinds for slot, kinds in frame.slots.items() if slot not in shared})


def _slots(slots: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    yield "| slot | role by kind of filler |"
    yield "|---|---|"
    for slot, kinds in slots.items():
        yield f"| {slot} | {', '.join(f'{kind}: {role}' for kind, role in kinds.items())} |"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(page())
