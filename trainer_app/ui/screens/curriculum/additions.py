"""What may be added where: to a unit, and to the thing that the current text belongs to."""

from __future__ import annotations

from trainer_app.domain.material import FORMS, PartKind
from trainer_app.domain.translating import TextPlace
from trainer_app.i18n import N_

ONCE = {
    "room": N_("The room"),
    "materials": N_("Materials"),
    "low_literacy": N_("With people who read little"),
    "women": N_("So that women take part"),
    "disability": N_("So that people with disabilities take part"),
}
IN_UNIT = {
    "objective": N_("Objective"),
    "preparation": N_("Preparation"),
    "question": N_("Debrief question"),
    "message": N_("Message"),
    "cue": N_("Line of the cue card"),
}
IN_OWNER = {
    "step": {"instruction": N_("Instruction of this step")},
    "handout": {"message": N_("Message of the handout"), "spoken": N_("What is said with the handout")},
    "reading": {"paragraph": N_("Paragraph of this reading")},
    "exercise": {"instruction": N_("What to do in this exercise")},
    "prop": {"use": N_("How this prop is used")},
    "item": {"caption": N_("The picture in words")},
}
IN_FORM = {
    "table": {"column": N_("Column of this table"), "first": N_("Row of this table")},
    "ticks": {"choice": N_("Choice of this exercise")},
    "cards": {"card": N_("Card of this prop")},
    "checklist": {"line": N_("Line of this prop")},
    "poster": {"line": N_("Line of this prop")},
}
PARTS = {
    (PartKind.READING, "story"): N_("Story"),
    (PartKind.READING, "case"): N_("Case"),
    (PartKind.READING, "role"): N_("Role"),
    (PartKind.READING, "form"): N_("Form to fill in"),
    (PartKind.READING, "solution"): N_("Solution, for the trainer"),
    (PartKind.EXERCISE, "lines"): N_("Exercise with lines to write on"),
    (PartKind.EXERCISE, "table"): N_("Exercise with a table"),
    (PartKind.EXERCISE, "ticks"): N_("Exercise with boxes to tick"),
    (PartKind.PROP, "cards"): N_("Cards to cut out"),
    (PartKind.PROP, "money"): N_("Paper money"),
    (PartKind.PROP, "checklist"): N_("Checklist"),
    (PartKind.PROP, "poster"): N_("Poster"),
}
assert {(kind, form) for kind, forms in FORMS.items() for form in forms} == set(PARTS)


def of_owner(place: TextPlace, known: frozenset[str]) -> dict[str, str]:
    """Key > words of what may be added to the owner of a text; `known` are the keys it has already."""
    offered = IN_OWNER.get(place.owner, {}) | IN_FORM.get(place.form, {})
    return {key: words for key, words in offered.items() if key not in known or not _is_single(place.owner, key)}


def _is_single(owner: str, key: str) -> bool:
    return (owner, key) in {("exercise", "instruction"), ("prop", "use"), ("item", "caption")}
